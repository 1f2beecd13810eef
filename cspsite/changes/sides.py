"""Two reports of a group beside each other: which updates are on the same, and whose status is another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cspsite.changes.about import about
from cspsite.changes.change import Change
from cspsite.changes.likeness import Pairs
from cspsite.changes.link import Link, turned
from cspsite.changes.status import StatusChanged, Suggestion
from cspsite.changes.subject import of_update
from cspsite.changes.version import Version
from cspsite.model import Group, Report, Update
from cspsite.statuses import NOT_REPORTED, standings

#: An action and one of its targets, if it serves any.
Served = tuple[str, str | None]
#: The same, and which of several updates on them it is.
UpdateKey = tuple[str, str | None, int]


@dataclass(frozen=True)
class Side:
    """A group's report to a meeting in one version; `report` is None where there is none."""

    version: Version
    id: str
    group: Group | None
    meeting: date
    report: Report | None

    @classmethod
    def of(cls, version: Version, report: Report) -> Side:
        """The side of a report."""
        return cls(version, report.group, version.data.groups.get(report.group), report.meeting, report)

    @property
    def updates(self) -> tuple[Update, ...]:
        """The updates of the report."""
        return self.report.updates if self.report else ()

    def suggestion(self, key: Served) -> Suggestion | None:
        """What the figures suggested of the target, at the date of the report."""
        target = self.group.target(key[1]) if self.group else None
        if self.group is None or target is None or self.report is None:
            return None
        return self.version.suggestion(self.group, target, self.report)

    def statuses(self) -> dict[Served, str]:
        """The status of every action at the meeting, *Not reported* among them."""
        if self.group is None:
            return {update.key: update.status or NOT_REPORTED for update in self.updates}
        found = standings(self.id, self.group, self.meeting, self.report)
        return {
            row.update.key if row.update else (row.action.id, row.target.id if row.target else None): row.status
            for row in found
        }


def numbered_updates(updates: Sequence[Update]) -> Mapping[UpdateKey, Update]:
    """Updates by action and target; of several on the same, the second is number 1, so that none is lost."""
    found: dict[UpdateKey, Update] = {}
    for update in updates:
        number = sum(key[:2] == update.key for key in found)
        found[(*update.key, number)] = update
    return found


def update_pairs(link: Link, old: Side, new: Side) -> Pairs[UpdateKey]:
    """Which updates are on the same action, for the same target."""
    before, after = numbered_updates(old.updates), numbered_updates(new.updates)
    names = _Names(link, old.id, new.id)
    found: dict[UpdateKey, UpdateKey] = {}
    for key in before:
        other = (*names.forwards(key[:2]), key[2])
        if other in after and (*names.backwards(other[:2]), other[2]) == key:
            found[key] = other
    taken = set(found.values())
    return Pairs(
        tuple(found.items()),
        tuple(key for key in before if key not in found),
        tuple(key for key in after if key not in taken),
    )


class _Names:
    """What actions and targets of a group are called in the other version."""

    def __init__(self, link: Link, old: str, new: str) -> None:
        members = link.members(old, new)
        self._forwards = members.actions.renamed, members.targets.renamed
        self._backwards = turned(members.actions.renamed), turned(members.targets.renamed)

    def forwards(self, key: Served) -> Served:
        """The new ids of an action and its target."""
        return _renamed(key, *self._forwards)

    def backwards(self, key: Served) -> Served:
        """The old ids of an action and its target."""
        return _renamed(key, *self._backwards)


def _renamed(key: Served, actions: Mapping[str, str], targets: Mapping[str, str]) -> Served:
    return actions.get(key[0], key[0]), targets.get(key[1], key[1]) if key[1] else None


def changed_statuses(link: Link, old: Side, new: Side) -> Iterator[Change]:
    """A change for each action that stands otherwise at one meeting than at the other, where it was at both."""
    names, after = _Names(link, old.id, new.id), new.statuses()
    for key, status in old.statuses().items():
        other = names.forwards(key)
        if other in after and names.backwards(other) == key and after[other] != status:
            yield status_change(link, (old, new), (key, other), (status, after[other]))


def status_change(link: Link, sides: tuple[Side, Side], keys: tuple[Served, Served], both: tuple[str, str]) -> Change:
    """The change of one status, with what the figures say on both sides."""
    subjects = [of_update(side.id, side.group, key, side.meeting) for side, key in zip(sides, keys, strict=True)]
    then, now = (side.suggestion(key) for side, key in zip(sides, keys, strict=True))
    return about(*subjects).tell(
        StatusChanged, old=both[0], new=both[1], before=then, after=now, redefined=_redefined(link, sides, keys)
    )


def _redefined(link: Link, sides: tuple[Side, Side], keys: tuple[Served, Served]) -> bool:
    old, new = (side.group.target(key[1]) if side.group else None for side, key in zip(sides, keys, strict=True))
    return old is not None and new is not None and link.redefined(old, new)
