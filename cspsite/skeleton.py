"""What a group's next report is about: a row for each open action and target, with what was last said of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cspsite.errors import UsageError
from cspsite.model import Action, Data, Group, Meeting, Report, Target, Update
from cspsite.proposal import group_of
from cspsite.statuses import expected_updates
from cspsite.words import day_words

#: The classification that a report has unless somebody says otherwise.
CLASSIFICATION = "OFFICIAL"


@dataclass(frozen=True, slots=True)
class Row:
    """One action, for one of its targets (None where it serves none): one update of the report to come.

    `heading` is that of the update before, else one made of the action's title. `previous` is what was last said,
    in the report to the meeting on the day `said_on`; both are None where nothing was said yet.
    """

    action: Action
    target: Target | None
    heading: str
    previous: Update | None = None
    said_on: date | None = None

    @property
    def key(self) -> tuple[str, str | None]:
        """The ids of the action and the target, as an update has them."""
        return (self.action.id, self.target.id if self.target else None)

    @property
    def anchor(self) -> str:
        """What stands in the braces after the update's heading, without the `#`: `action.target`, or `action`."""
        return ".".join(filter(None, self.key))

    @property
    def update(self) -> Update:
        """The update that is to be filled in."""
        return Update(action=self.action.id, target=self.key[1], heading=self.heading)

    def overdue_on(self, day: date) -> bool:
        """Whether the action should have been done before that day, and is not closed."""
        return self.action.due is not None and self.action.due < day and self.action.state == "open"


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A group's report to a meeting before anybody has written it.

    `previous` is the group's last report before the meeting, whose achievements, barriers and other issues may be
    shown beside the empty boxes; None where there is none.
    """

    id: str
    group: Group
    meeting: Meeting
    rows: tuple[Row, ...]
    previous: Report | None

    @property
    def overdue(self) -> tuple[Row, ...]:
        """The rows whose action is past its due date at the meeting."""
        return tuple(row for row in self.rows if row.overdue_on(self.meeting.date))

    @property
    def report(self) -> Report:
        """The report with its updates headed and every box empty; its last month is the meeting's."""
        return Report(
            data_to=self.meeting.data_to,
            classification=CLASSIFICATION,
            group=self.id,
            meeting=self.meeting.date,
            updates=tuple(row.update for row in self.rows),
        )


def skeleton(data: Data, group_id: str, meeting: Meeting) -> Skeleton:
    """What the group's report to the meeting is about, whether it is written already or not.

    Rows stand in the order of the last report, then in the group's own. Raises UsageError for a group that there is
    not, and for one that does not exist on the meeting's day, with a sentence for whoever asked.
    """
    group = group_of(data, group_id)
    _owes(group, meeting.date)
    earlier = [report for report in data.reports_of(group_id) if report.meeting < meeting.date]
    rows = [_row(data, group, action, id, earlier) for action, id in _pairs(group, meeting.date)]
    last = earlier[0] if earlier else None
    order = [update.key for update in last.updates] if last else []
    rows.sort(key=lambda row: order.index(row.key) if row.key in order else len(order))
    return Skeleton(group_id, group, meeting, tuple(rows), last)


def _owes(group: Group, day: date) -> None:
    """Raises UsageError for a group that does not exist on that day."""
    if group.ends is not None and group.ends < day:
        raise UsageError(
            f"{group.name} ended on {day_words(group.ends)}, and owes no report to the meeting of {day_words(day)}"
        )
    if group.starts is not None and day < group.starts:
        raise UsageError(
            f"{group.name} begins on {day_words(group.starts)}, and owes no report to the meeting of {day_words(day)}"
        )


def _pairs(group: Group, day: date) -> Iterator[tuple[Action, Target | None]]:
    """Each open action with each of its targets; a target that the group does not have is a finding elsewhere."""
    for action, id in expected_updates(group, day):
        target = group.target(id)
        if target or id is None:
            yield action, target


def _row(data: Data, group: Group, action: Action, target: Target | None, earlier: list[Report]) -> Row:
    """The row of one action and target; `earlier` are the group's reports before, newest first."""
    for report in earlier:
        if said := report.update(action.id, target.id if target else None):
            return Row(action, target, said.heading or _heading(data, action, target), said, report.meeting)
    return Row(action, target, _heading(data, action, target))


def _heading(data: Data, action: Action, target: Target | None) -> str:
    """The action's title; where it serves several targets, with the name of the indicator that this one is about."""
    if target is None or len(action.targets) < 2:
        return action.title
    indicator = data.indicators.get(target.indicator)
    return f"{action.title.rstrip('.')}: {indicator.name if indicator else target.indicator}"
