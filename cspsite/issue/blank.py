"""What a group's form on GitHub asks, and which meetings its report can be for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta

from cspsite.issue.fields import Box, issue_boxes, item_boxes, meeting_box, person_boxes, update_boxes
from cspsite.model import Data, Form, Group, Meeting, Report
from cspsite.owed import waiting
from cspsite.skeleton import Row, skeleton

#: How many other issues a form has room for at least.
_ISSUES = 3


@dataclass(frozen=True, slots=True)
class Blank:
    """A group's form before anybody has filled it in.

    `meetings` are those that have no report of the group yet, the next one first; `previous` is its last report.
    """

    id: str
    group: Group
    form: Form
    meetings: tuple[Meeting, ...]
    rows: tuple[Row, ...]
    previous: Report | None

    @property
    def issues(self) -> int:
        """How many other issues there is room for: one more than the last report had."""
        return max(_ISSUES, len(self.previous.other_issues) + 1 if self.previous else 0)

    def boxes(self) -> Iterator[Box]:
        """Every box, in order."""
        yield meeting_box(self.id, self.group.name)
        yield from person_boxes()
        yield from item_boxes("achievements", self.form.achievements)
        yield from item_boxes("barriers", self.form.barriers)
        for row in self.rows:
            yield from update_boxes(row.anchor, row.heading, self.form.plans_for)
        yield from issue_boxes(self.issues)


def blank(data: Data, present: Collection[str], id: str) -> Blank | None:
    """The form of a group; None where it owes no report, as it has ended or not begun.

    `present` are the paths of all files in the data folder, whether they can be read or not.
    """
    group = data.groups[id]
    meetings = meetings_asked(data, present, id)
    asked = meetings or [meeting for meeting in [_after_all(data)] if group.active_on(meeting.date)]
    if not asked:
        return None
    rows: dict[str, Row] = {}
    for meeting in asked:
        rows |= {row.anchor: row for row in skeleton(data, id, meeting).rows if row.anchor not in rows}
    previous = skeleton(data, id, asked[0]).previous
    return Blank(id, group, data.partnership.form, tuple(meetings), tuple(rows.values()), previous)


def meetings_asked(data: Data, present: Collection[str], id: str) -> list[Meeting]:
    """The meetings that a group's form can be for: those after its last report in order, then the missed ones."""
    known = waiting(data, id, present)
    return [*known.to_come, *known.missed]


def _after_all(data: Data) -> Meeting:
    """A meeting that nobody has planned yet, the day after the last."""
    last = data.meetings[-1] if data.meetings else None
    day = last.date if last else data.partnership.strategy.start
    months = last.data_to if last else data.partnership.strategy.baseline.end
    return Meeting(date=day + timedelta(days=1), data_to=months)
