"""Changes in one sentence that counts them."""

from __future__ import annotations

from collections.abc import Iterable

from cspsite.changes.change import Change, Rank
from cspsite.changes.status import StatusChanged

NOTHING = "Nothing has changed"
#: One, several, and what became of them.
_Counted = tuple[str, str, str]


def summary(changes: Iterable[Change]) -> str:
    """`2 statuses worsened, 1 improved, 3 figures restated, 1 action closed`; in the order of the changes.

    A record of which several fields changed counts once, and a noun is not said twice in a row.
    """
    things: dict[_Counted, set[object]] = {}
    for change in changes:
        things.setdefault(_counted(change), set()).add(change.thing)
    told, before = [], ""
    for (one, several, done), counted in things.items():
        noun = "" if several == before else f" {one if len(counted) == 1 else several}"
        told.append(f"{len(counted)}{noun} {done}")
        before = several
    return ", ".join(told) or NOTHING


def in_short(changes: Iterable[Change]) -> str:
    """The same for readers in a hurry: wording, counts that were added, and settings are only counted."""
    told = list(changes)
    matters = [change for change in told if change.rank <= Rank.GROUPS]
    rest = len({(_counted(change), change.thing) for change in told if change.rank > Rank.GROUPS})
    smaller = f"{rest} smaller change{'' if rest == 1 else 's'}"
    if not rest:
        return summary(matters)
    return f"{summary(matters)}, and {smaller}" if matters else smaller


def _counted(change: Change) -> _Counted:
    one, several, done = change.counted
    return one, several, change.way if isinstance(change, StatusChanged) else done
