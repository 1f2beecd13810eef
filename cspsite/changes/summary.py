"""Changes in one sentence that counts them."""

from __future__ import annotations

from collections.abc import Iterable

from cspsite.changes.change import Change, Rank
from cspsite.changes.status import StatusChanged

NOTHING = "Nothing has changed"
#: How many kinds of change a reader with ten seconds is told.
_MOST = 3
#: One, several, and what became of them.
_Counted = tuple[str, str, str]
#: What changed, by how it is counted.
_Things = dict[_Counted, set[object]]


def summary(changes: Iterable[Change]) -> str:
    """`2 statuses worsened, 1 improved, 3 figures restated, 1 action closed`; in the order of the changes.

    A record of which several fields changed counts once, and a noun is not said twice in a row.
    """
    return _told(_things(changes)) or NOTHING


def at_a_glance(changes: Iterable[Change]) -> str:
    """Three kinds of change at most, and how many more there are.

    They are statuses, redefinitions, what vanished or was restated, and reports; only where there are none of these,
    what else groups have. Wording is counted.
    """
    told = list(changes)
    every, matters = _things(told), _up_to(Rank.REPORTS, told) or _up_to(Rank.GROUPS, told)
    shown = dict([*matters.items()][:_MOST])
    rest = sum(map(len, every.values())) - sum(map(len, shown.values()))
    more = f"{rest} {'more' if shown else 'smaller'} change{'' if rest == 1 else 's'}"
    return (f"{_told(shown)}, and {more}" if shown else more) if rest else _told(shown) or NOTHING


def in_short(changes: Iterable[Change]) -> str:
    """The same for readers in a hurry: wording, counts that were added, and settings are only counted."""
    told = list(changes)
    matters = [change for change in told if change.rank <= Rank.GROUPS]
    rest = len({(_counted(change), change.thing) for change in told if change.rank > Rank.GROUPS})
    smaller = f"{rest} smaller change{'' if rest == 1 else 's'}"
    if not rest:
        return summary(matters)
    return f"{summary(matters)}, and {smaller}" if matters else smaller


def _things(changes: Iterable[Change]) -> _Things:
    found: _Things = {}
    for change in changes:
        found.setdefault(_counted(change), set()).add(change.thing)
    return found


def _up_to(rank: Rank, changes: Iterable[Change]) -> _Things:
    return _things(change for change in changes if change.rank <= rank)


def _told(things: _Things) -> str:
    told, before = [], ""
    for (one, several, done), counted in things.items():
        noun = "" if several == before else f" {one if len(counted) == 1 else several}"
        told.append(f"{len(counted)}{noun} {done}")
        before = several
    return ", ".join(told)


def _counted(change: Change) -> _Counted:
    one, several, done = change.counted
    return one, several, change.way if isinstance(change, StatusChanged) else done
