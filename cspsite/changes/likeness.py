"""Which of the old things are which of the new ones, when they are no longer called or worded the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any, Generic, TypeVar

from cspsite.changes.wording import words_of

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

#: From which likeness on two things are taken for one that was renamed; and two texts for one that was reworded.
RENAMED = 0.8
REWORDED = 0.5


@dataclass(frozen=True)
class Pairs(Generic[K]):
    """Keys of old and new things: those that belong together, those that are gone, and those that came."""

    both: tuple[tuple[K, K], ...]
    gone: tuple[K, ...]
    come: tuple[K, ...]

    @cached_property
    def renamed(self) -> Mapping[K, K]:
        """The new key of each thing that has another one than before."""
        return {old: new for old, new in self.both if old != new}


def ratio(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1, by their words in whatever case; the same both ways round."""
    first, second = sorted((_words(one), _words(other)))
    if not first or not second:
        return float(first == second)
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _words(text: str) -> tuple[str, ...]:
    return words_of(text.casefold())


def share(one: Iterable[Hashable], other: Iterable[Hashable]) -> float:
    """Which part of all that two collections hold they have in common, from 0 to 1; 0 where they hold nothing."""
    first, second = set(one), set(other)
    return len(first & second) / (len(first | second) or 1)


def alike(one: set[T], other: set[T]) -> float:
    """How alike two sets are, from 0 to 1, measured as texts are by their words: twice the common over all of both."""
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def paired(old: Mapping[K, T], new: Mapping[K, T], likeness: Callable[[T, T], float], least: float) -> Pairs[K]:
    """Things by key: the same key is the same thing, the others are paired by likeness, the most alike first."""
    same = {key: key for key in old if key in new}
    left = {key: value for key, value in old.items() if key not in same}
    right = {key: value for key, value in new.items() if key not in same}
    scored = [(likeness(a, b), i, j) for i, a in left.items() for j, b in right.items()]
    same |= _best([found for found in scored if found[0] >= least], str)
    taken = set(same.values())
    return Pairs(
        tuple((key, same[key]) for key in old if key in same),
        tuple(key for key in old if key not in same),
        tuple(key for key in new if key not in taken),
    )


def matched(
    old: Sequence[T],
    new: Sequence[T],
    equal: Callable[[T, T], bool],
    words: Callable[[T], str],
    likeness: Callable[[T, T], float],
) -> Pairs[int]:
    """Items of two lists by place: those that are equal belong together, then the most alike first.

    Of several that are as alike, their words decide.
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for i, item in enumerate(old):
        for j, other in enumerate(new):
            if j not in taken and equal(item, other):
                pairs[i] = j
                taken.add(j)
                break
    left = [i for i in range(len(old)) if i not in pairs]
    right = [j for j in range(len(new)) if j not in taken]
    scored = [(likeness(old[i], new[j]), (words(old[i]), i), (words(new[j]), j)) for i in left for j in right]
    best = _best([found for found in scored if found[0] >= REWORDED], lambda item: item)
    pairs |= {i: j for (_, i), (_, j) in best.items()}
    return Pairs(
        tuple(sorted(pairs.items())),
        tuple(i for i in left if i not in pairs),
        tuple(j for j in right if j not in pairs.values()),
    )


def _best(scored: Iterable[tuple[float, K, K]], order: Callable[[K], Any]) -> dict[K, K]:
    """Pairs with the highest scores, each key once; of equal scores the same ones from both sides."""

    def rank(found: tuple[float, K, K]) -> tuple[float, Any, Any]:
        """The best first, then in an order that does not know which of the two is the old one."""
        one, other = sorted((order(found[1]), order(found[2])))
        return -found[0], one, other

    old: set[K] = set()
    new: set[K] = set()
    pairs: dict[K, K] = {}
    for _, one, other in sorted(scored, key=rank):
        if one not in old and other not in new:
            pairs[one] = other
            old.add(one)
            new.add(other)
    return pairs
