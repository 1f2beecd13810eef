"""Which updates a meeting should have, and the status that each has: reported, or *Not reported*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cspsite.model import STATUSES, Action, Group, Report, Target, Update

NOT_REPORTED = "Not reported"
#: Every status word with its meaning, worst first; the last is one that no one has to type.
MEANINGS: Mapping[str, str] = {
    **{str(word): meaning for word, meaning in STATUSES.items()},
    NOT_REPORTED: "No status was given",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One action, for one of its targets, at one meeting, with the update on it if there is one."""

    group: str
    action: Action
    target: Target | None
    update: Update | None

    @property
    def status(self) -> str:
        """Red, Amber, Green or Not reported."""
        return self.update.status if self.update and self.update.status else NOT_REPORTED

    def days_overdue_on(self, day: date) -> int:
        """How many days before that one the action should have been done; 0 where it is closed, or has the time."""
        action = self.action
        return max(0, (day - action.due).days) if action.due and action.state == "open" else 0


def expected_updates(group: Group, meeting: date) -> Iterator[tuple[Action, str | None]]:
    """Each action that was under way at the meeting, with each of its targets (None where it serves none)."""
    for action in group.actions:
        if action.start and action.start > meeting:
            continue
        if action.state == "closed" and (action.closed is None or action.closed < meeting):
            continue
        for target in action.targets or (None,):
            yield action, target


def standings(id: str, group: Group, meeting: date, report: Report | None) -> list[Standing]:
    """Where every action of the group stands at the meeting, in the order of the report, then of the group."""
    expected = {(action.id, target): action for action, target in expected_updates(group, meeting)}
    found = []
    for update in report.updates if report else ():
        action = expected.pop(update.key, None) or group.action(update.action)
        if action:
            found.append(Standing(id, action, group.target(update.target), update))
    return found + [Standing(id, action, group.target(key[1]), None) for key, action in expected.items()]


def tally(all_standings: Iterable[Standing]) -> dict[str, int]:
    """How many stand at each status, worst first; statuses that none has are left out."""
    counted = Counter(standing.status for standing in all_standings)
    return {status: counted[status] for status in MEANINGS if counted[status]}


def whole_tally(all_standings: Iterable[Standing]) -> dict[str, int]:
    """The same with the statuses that none has too."""
    return dict.fromkeys(MEANINGS, 0) | tally(all_standings)
