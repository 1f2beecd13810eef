"""Passages as a page has them: paragraphs one below the other, and lists within lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from cspsite.changes.passages import Passage


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each item is its words with what belongs to them, and `first` the number of the first that has one."""

    is_numbered: bool
    first: int
    items: Sequence[Sequence[Passage | Listing]]


Part = Passage | Listing


def parts(passages: Iterable[Passage], level: int = 0) -> list[Part]:
    """Passages that stand so deep in lists, and the lists that begin there."""
    found: list[Part] = []
    for is_listed, own in groupby(passages, key=lambda passage: _is_listed(passage, level)):
        together = [*own]
        found += _listings(together, level) if is_listed else together
    return found


def _is_listed(passage: Passage, level: int) -> bool:
    """Whether a passage is part of a list that begins at a level; one that goes on with an item has no mark there."""
    return passage.kind in ("bullet", "number") or (passage.kind == "continued" and passage.level >= level)


def _listings(passages: Sequence[Passage], level: int) -> list[Listing]:
    """Lists of one sort each."""
    items: list[list[Passage]] = []
    for passage in passages:
        if not items or (passage.level == level and passage.kind != "continued"):
            items.append([])
        items[-1].append(passage)
    return [
        Listing(is_numbered, same[0][0].number, [[item[0], *parts(item[1:], level + 1)] for item in same])
        for is_numbered, own in groupby(items, key=lambda item: item[0].kind == "number")
        if (same := [*own])
    ]
