"""Every report: who owed it, whether it came, and its words, as two tables and as a document each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

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
)
from cspsite.model import Group, Report, Update
from cspsite.quote import Context
from cspsite.remedy import remedy

#: What a passage can be, in the order of the form.
PARTS = ("achievement", "barrier", "progress", "plans", "remedial action", "other issue")
_OF_UPDATE = {"progress": "progress", "plans": "plans", "remedial action": "remedial_action"}


class Words(NamedTuple):
    """One passage of a report: `text` has its figures filled in; `heading` is the update's or the issue's own."""

    part: str
    number: int
    heading: str | None
    action: str | None
    target: str | None
    recipient: str | None
    text: str | None


def words(source: Source, report: Report) -> Iterator[Words]:
    """Every passage of a report, in the order of the form; the empty ones are left out, but for an issue's title."""
    group = source.data.groups.get(report.group)
    plain = Context(report.data_to, group)
    for part, items in (("achievement", report.achievements), ("barrier", report.barriers)):
        for number, text in enumerate(items, 1):
            yield Words(part, number, None, None, None, None, source.quoter.filled(text, plain))
    for number, update in enumerate(report.updates, 1):
        yield from _of_update(source, report, group, update, number)
    for number, issue in enumerate(report.other_issues, 1):
        told = source.quoter.filled(issue.text, plain) or None
        yield Words("other issue", number, issue.title, None, None, issue.recipient, told)


def _of_update(source: Source, report: Report, group: Group | None, update: Update, number: int) -> Iterator[Words]:
    context = Context(report.data_to, group, group.target(update.target) if group else None)
    for part, name in _OF_UPDATE.items():
        if getattr(update, name):
            told = source.quoter.filled(getattr(update, name), context)
            yield Words(part, number, update.heading, update.action, update.target, None, told)


def _newest(source: Source) -> list[Report]:
    known = (report for report in source.data.reports.values() if report.group in source.data.groups)
    return sorted(known, key=lambda report: (-report.meeting.toordinal(), report.group))


def _reports(source: Source) -> Iterator[Row]:
    for meeting in source.reported():
        for id, group in source.data.groups.items():
            report = source.data.reports.get((id, meeting.date))
            if report:
                yield _received(group, report)
            elif group.active_on(meeting.date):
                yield meeting.date.isoformat(), id, False, *[None] * 5, bool(group.illustrative)


def _received(group: Group, report: Report) -> Row:
    by = report.prepared_by
    known = (report.meeting.isoformat(), report.group, True, str(report.data_to), report.classification)
    return (*known, by.name, by.role, by.organisation, bool(group.illustrative or report.illustrative))


def _words(source: Source) -> Iterator[Row]:
    for report in _newest(source):
        illustrative = bool(report.illustrative)
        for one in words(source, report):
            yield report.meeting.isoformat(), report.group, *one, illustrative


REPORTS = Table(
    "reports",
    "Reports",
    "Which report each group owed to each meeting, whether it came, and who completed it.",
    (
        MEETING,
        GROUP,
        Column("received", "whether the report came", "boolean", required=True),
        Column("data_to", "the last month that the report's figures use, such as 2006-07"),
        Column("classification", "how it is marked, such as OFFICIAL"),
        Column("completed_by", "who completed it; empty where the partnership does not show names"),
        Column("role", "the role of who completed it"),
        Column("organisation", "the organisation of who completed it"),
        ILLUSTRATIVE,
    ),
    ("meeting", "group"),
    _reports,
    (TO_MEETING, TO_GROUP),
)
REPORT_WORDS = Table(
    "report_words",
    "Words of the reports",
    "Every box of every report that was filled in, with the figures that it quotes as they are known now.",
    (
        MEETING,
        GROUP,
        Column("part", "which box of the form it is", allowed=PARTS, required=True),
        Column(
            "number",
            "which of these boxes it is, counted from 1; an update's boxes have one number",
            "integer",
            required=True,
        ),
        Column("heading", "the update's or the issue's own heading"),
        Column("action", "the id of the action that the update is on"),
        Column("target", "the id of the target that the update is for"),
        Column("recipient", "whom an issue is for"),
        Column("text", "the words, with their Markdown: **bold**, - lists, [links](address)"),
        ILLUSTRATIVE,
    ),
    ("meeting", "group", "part", "number"),
    _words,
    (TO_MEETING, TO_GROUP, TO_TARGET, Link(("meeting", "group"), "reports"), Link(("action",), "actions")),
)


def document(source: Source, report: Report, about: dict[str, object]) -> str:
    """One report as a whole, in the order of the form."""
    told: dict[str, object] = {
        "meeting": report.meeting.isoformat(),
        "group": report.group,
        "group_name": source.data.groups[report.group].name,
        "data_to": str(report.data_to),
        "classification": report.classification,
        "prepared_by": {name: value for name, value in report.prepared_by.model_dump().items() if value},
        "illustrative": report.illustrative,
        **about,
    }
    found = list(words(source, report))
    for name, part in (("achievements", "achievement"), ("barriers", "barrier")):
        told[name] = [one.text for one in found if one.part == part]
    told["updates"] = [_update(update, found, n) for n, update in enumerate(report.updates, 1)]
    told["other_issues"] = [
        {"title": one.heading, "for": one.recipient, "text": one.text} for one in found if one.part == "other issue"
    ]
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def _update(update: Update, found: list[Words], number: int) -> dict[str, object]:
    """An update; its remedial action whole, and who does it by when beside it, null where it does not say."""
    parts = {one.part: one.text for one in found if one.number == number and one.part in _OF_UPDATE}
    done = remedy(parts.get("remedial action") or "")
    return {
        "action": update.action,
        "target": update.target,
        "heading": update.heading,
        "status": update.status,
        **{name: parts.get(part) for part, name in _OF_UPDATE.items()},
        "remedy_owner": done.owner or None,
        "remedy_due": done.due.isoformat() if done.due else None,
    }
