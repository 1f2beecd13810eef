"""What a form is filled with: the report to the meeting if there is one, else the last report's words."""

from __future__ import annotations

from dataclasses import dataclass

from cspsite.errors import TokenError
from cspsite.form import PARTS
from cspsite.model import Action, Data, Group, Meeting, Partnership, Report, Target, Update
from cspsite.quote import Context, Quoter
from cspsite.skeleton import Row, Skeleton, skeleton
from cspsite.word.prose_out import Shown


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the form's action table; `action` is None for one that the group's file does not name."""

    update: Update
    action: Action | None
    target: Target | None

    @property
    def anchor(self) -> str:
        """What stands for the row in tags: `action.target`, or `action`."""
        return anchor_of(self.update)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form before it is written; `lines` may hold rows that `report` has no update for."""

    partnership: Partnership
    group: Group
    meeting: Meeting
    report: Report
    lines: tuple[Line, ...]


def anchor_of(update: Update) -> str:
    """`action.target`, or `action`."""
    return f"{update.action}.{update.target}" if update.target else update.action


def sheet_of(data: Data, group_id: str, meeting: Meeting) -> Sheet:
    """The form of a group for a meeting; raises UsageError where the group owes no report to it."""
    found = skeleton(data, group_id, meeting)
    report = data.reports.get((group_id, meeting.date)) or _prefilled(found)
    return filled(data, found, report)


def filled(data: Data, found: Skeleton, report: Report) -> Sheet:
    """The form with a report's words; an open action that it says nothing of has an empty row."""
    group = found.group
    absent = [row.update for row in found.rows if report.update(*row.key) is None]
    lines = tuple(
        Line(update, group.action(update.action), group.target(update.target)) for update in (*report.updates, *absent)
    )
    return Sheet(data.partnership, group, found.meeting, report, lines)


def _prefilled(found: Skeleton) -> Report:
    """The last report's words in the new report."""
    empty, last = found.report, found.previous
    updates = tuple(_said(row) for row in found.rows)
    if last is None:
        return empty.model_copy(update={"updates": updates})
    kept = ("classification", "prepared_by", "achievements", "barriers", "other_issues")
    return empty.model_copy(update={"updates": updates, **{name: getattr(last, name) for name in kept}})


def _said(row: Row) -> Update:
    """The row's update with the words that were last said of it."""
    if row.previous is None:
        return row.update
    said = {name: getattr(row.previous, name) for name in ("status", *PARTS)}
    return row.update.model_copy(update=said)


def shown(sheet: Sheet, quoter: Quoter, target: Target | None = None) -> Shown:
    """How figures read in the form's words about a target; a token that names none reads as it is written."""
    context = Context(sheet.report.data_to, sheet.group, target)

    def text(token: str) -> str:
        """The figure's text."""
        try:
            return quoter.quote(token, context).text
        except TokenError:
            return f"{{{{ {token} }}}}"

    return text
