"""Every status of every action at every meeting, beside what the figures suggest."""

from __future__ import annotations

from collections.abc import Iterator

from cspsite.evidence import CANNOT, Evidence, said
from cspsite.exports.source import Source
from cspsite.exports.table import (
    GROUP,
    ILLUSTRATIVE,
    MEETING,
    TO_GROUP,
    TO_MEETING,
    TO_TARGET,
    Column,
    Link,
    Row,
    Table,
    day_cell,
)
from cspsite.model import STATUSES, Group, Meeting
from cspsite.quote import Context
from cspsite.remedy import remedy
from cspsite.statuses import NOT_REPORTED, Standing, standings


def _rows(source: Source) -> Iterator[Row]:
    for meeting in source.reported():
        for id, group in source.data.groups.items():
            report = source.data.reports.get((id, meeting.date))
            if report or group.active_on(meeting.date):
                for standing in standings(id, group, meeting.date, report):
                    yield _row(source, meeting, group, standing)


def _row(source: Source, meeting: Meeting, group: Group, standing: Standing) -> Row:
    report = source.data.reports.get((standing.group, meeting.date))
    action, target = standing.action, standing.target
    context = Context((report or meeting).data_to, group, target)
    evidence = source.assessor.assess(target, context) if target else None
    done = remedy(standing.update.remedial_action if standing.update else "")
    return (
        meeting.date.isoformat(),
        standing.group,
        action.id,
        target.id if target else None,
        standing.status,
        bool(standing.update and standing.update.status),
        report is not None,
        evidence.suggested if evidence else None,
        _why(evidence),
        bool(evidence and evidence.suggested != CANNOT and source.rests_on_illustrative(evidence.own.actual)),
        bool(evidence and evidence.differs_from(standing.status)),
        action.owner,
        day_cell(action.due),
        standing.days_overdue_on(meeting.date) > 0,
        source.quoter.filled(done.owner, context) or None,
        day_cell(done.due),
        str(context.data_to),
        bool(group.illustrative or meeting.illustrative or (report and report.illustrative)),
    )


def _why(evidence: Evidence | None) -> str | None:
    """Where the target is and should be, or why it cannot be assessed."""
    if evidence is None:
        return None
    return evidence.own.reason if evidence.suggested == CANNOT else said(evidence.own)


STATUS_TABLE = Table(
    "statuses",
    "Statuses",
    "The status of every action, for each target that it serves, at every meeting that had reports.",
    (
        MEETING,
        GROUP,
        Column("action", "the id of the action", required=True),
        Column("target", "the id of the target that it serves; empty where it serves none"),
        Column("status", "what the group reported", allowed=(*STATUSES, NOT_REPORTED), required=True),
        Column("reported", "whether a status was given", "boolean", required=True),
        Column("report_received", "whether the group sent a report to the meeting", "boolean", required=True),
        Column(
            "suggested",
            "what the partnership's rule makes of the figures as they are known now; empty where there is no target",
            allowed=(*STATUSES, CANNOT),
        ),
        Column("suggested_because", "where the target is and should be, or why it cannot be assessed"),
        Column(
            "suggested_illustrative",
            "whether what the figures suggest rests on illustrative counts or estimates",
            "boolean",
            required=True,
        ),
        Column("differs", "whether the figures suggest another status than was reported", "boolean", required=True),
        Column("owner", "the organisation or role that answers for the action now"),
        Column("due", "the day by which the action should be done, as agreed now", "date"),
        Column("overdue", "whether it was past that day at the meeting and is not closed", "boolean", required=True),
        Column("remedy_owner", "who does what is done about a Red or Amber, as the report says"),
        Column("remedy_due", "the day by which that is done, as the report says; empty where it names none", "date"),
        Column("data_to", "the last month of the figures, such as 2006-07", required=True),
        ILLUSTRATIVE,
    ),
    ("meeting", "group", "action", "target"),
    _rows,
    (TO_MEETING, TO_GROUP, TO_TARGET, Link(("group", "action"), "actions")),
)
