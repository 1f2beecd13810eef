"""Two texts, word by word: what stayed, what was inserted and what was deleted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Sort = Literal["same", "inserted", "deleted"]

#: A quoted figure, a run of space, a word with what joins its parts (`7.7`, `long-term`, `it's`), or a single sign.
_WORDS = re.compile(r"\{\{.*?\}\}|\s+|\w+(?:[.,'’-]\w+)*|[^\w\s]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one text or of both."""

    text: str
    sort: Sort


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands in the old text and what stands in the new one in its place; equal where nothing changed."""

    old: str
    new: str


def words_of(text: str) -> list[str]:
    """The words, spaces and signs of a text, which joined are the text again."""
    return _WORDS.findall(text)


def differences(old: str, new: str) -> list[Piece]:
    """The pieces of two texts in order: all but the inserted join to `old`, all but the deleted to `new`.

    What was deleted stands before what was inserted in its place. From `new` to `old` they are the same pieces, with
    inserted and deleted the other way round.
    """
    if old <= new:
        return list(_pieces(_joined(_stretches(old, new))))
    turned = (_Stretch(stretch.new, stretch.old) for stretch in _stretches(new, old))
    return list(_pieces(_joined(turned)))


def _stretches(old: str, new: str) -> Iterator[_Stretch]:
    before, after = words_of(old), words_of(new)
    for _, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield _Stretch("".join(before[i:j]), "".join(after[k:m]))


def _joined(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Stretches of which no two that changed are next to each other, or have only space between them."""
    found: list[_Stretch] = []
    for stretch in stretches:
        found.append(stretch)
        if len(found) > 2 and found[-2].old == found[-2].new and found[-2].old.isspace():
            found[-3:] = [_merged(found[-3:])]
        elif len(found) > 1 and found[-1].old != found[-1].new and found[-2].old != found[-2].new:
            found[-2:] = [_merged(found[-2:])]
    return found


def _merged(stretches: list[_Stretch]) -> _Stretch:
    return _Stretch("".join(part.old for part in stretches), "".join(part.new for part in stretches))


def _pieces(stretches: list[_Stretch]) -> Iterator[Piece]:
    for stretch in stretches:
        if stretch.old == stretch.new:
            yield Piece(stretch.old, "same")
            continue
        if stretch.old:
            yield Piece(stretch.old, "deleted")
        if stretch.new:
            yield Piece(stretch.new, "inserted")
