"""Two texts, word by word: what stayed, what was inserted and what was deleted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

Sort = Literal["same", "inserted", "deleted"]

#: From which share of the words of the shorter text on two texts are told word by word.
MOST = 0.5
#: A quoted figure, letters and digits with what joins their parts (`7.7`, `long-term`, `it's`), or a single sign.
_WORD = re.compile(r"\{\{.*?\}\}|\w+(?:[.,'’-]\w+)*|[^\w\s]", re.DOTALL)
#: The space before a word, and the word; at the end of the text, nothing.
_SPACED = re.compile(rf"(\s*)({_WORD.pattern}|\Z)", re.DOTALL)
#: Words that are in both texts side by side, where they stand in each.
_Block = tuple[Sequence[re.Match[str]], Sequence[re.Match[str]]]
#: Of how many texts the words are kept: each text of a list is compared with each of another.
_KEPT = 1024


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

    @property
    def is_same(self) -> bool:
        """Whether nothing changed."""
        return self.old == self.new

    @property
    def length(self) -> int:
        """How many characters the longer side has."""
        return max(len(self.old), len(self.new))


@lru_cache(_KEPT)
def words_of(text: str) -> tuple[str, ...]:
    """The words and signs of a text, without the space between them."""
    return tuple(_WORD.findall(text))


def differences(old: str, new: str) -> list[Piece]:
    """The pieces of two texts in order: all but the inserted join to `old`, all but the deleted to `new`.

    What was deleted stands before what was inserted in its place. From `new` to `old` they are the same pieces, with
    inserted and deleted the other way round. Words that stayed between two changes, each at least as long as they, are
    told with these as one change (the semantic clean-up of N. Fraser, Diff Strategies, 2006).
    """
    return _told(old, new, least=0)


def marked(old: str, new: str) -> list[Piece]:
    """The same of two texts of which most stayed; nothing where it did not."""
    if not can_have_stayed(old, new):
        return []
    pieces = _told(old, new, least=MOST)
    return pieces if most_stayed(pieces) else []


def most_stayed(pieces: Iterable[Piece]) -> bool:
    """Whether at least half of the words of the shorter of two texts are in both."""
    words = dict.fromkeys(("same", "inserted", "deleted"), 0)
    for piece in pieces:
        words[piece.sort] += len(words_of(piece.text))
    return words["same"] >= MOST * (words["same"] + min(words["inserted"], words["deleted"]))


def can_have_stayed(old: str, new: str) -> bool:
    """Whether half of the words of the shorter text are anywhere in the other: else most cannot have stayed."""
    shorter, longer = sorted((words_of(old), words_of(new)), key=len)
    return sum(map({*longer}.__contains__, shorter)) >= MOST * len(shorter)


def _told(old: str, new: str, least: float) -> list[Piece]:
    """The pieces of two texts; nothing where a smaller share of the shorter one's words is in both, in order.

    Texts are compared in one order, whichever is the old one, so that the way back is the same.
    """
    one, other = sorted((old, new))
    before, after = [*_SPACED.finditer(one)], [*_SPACED.finditer(other)]
    matcher = SequenceMatcher(None, [word[2] for word in before], [word[2] for word in after], autojunk=False)
    blocks = [(before[a : a + size], after[b : b + size]) for a, b, size in matcher.get_matching_blocks()]
    if sum(len(block) for block, _ in blocks) < least * min(len(before), len(after)):
        return []
    found = _stretches(one, other, blocks)
    return list(_pieces(_whole(_joined(found if old <= new else map(_turned, found)))))


def _stretches(old: str, new: str, blocks: Iterable[_Block]) -> Iterator[_Stretch]:
    """The words that are in both, in order, and what stands before them; the end of the text is the last of them."""
    i = k = 0
    for before, after in blocks:
        for one, other, length in _runs(before, after, old, new):
            yield from _between(old[i:one], new[k:other])
            i, k = one + length, other + length
            yield _Stretch(old[one:i], new[other:k])


def _turned(stretch: _Stretch) -> _Stretch:
    return _Stretch(stretch.new, stretch.old)


def _runs(
    before: Sequence[re.Match[str]], after: Sequence[re.Match[str]], old: str, new: str
) -> Iterator[tuple[int, int, int]]:
    """Where words that stayed begin in both texts, and how long they are: together, where the space between them is."""
    if before and old[before[0].start(2) : before[-1].end()] == new[after[0].start(2) : after[-1].end()]:
        yield before[0].start(2), after[0].start(2), before[-1].end() - before[0].start(2)
    else:
        yield from ((one.start(2), other.start(2), len(one[2])) for one, other in zip(before, after, strict=True))


def _between(old: str, new: str) -> Iterator[_Stretch]:
    """What stands between two words that stayed; space at the beginning or the end of both stayed too."""
    begin, other = (text[: len(text) - len(text.lstrip())] for text in (old, new))
    if begin and begin == other:
        yield _Stretch(begin, begin)
        old, new = old[len(begin) :], new[len(begin) :]
    end, other = (text[len(text.rstrip()) :] for text in (old, new))
    if end and end == other:
        yield _Stretch(old[: -len(end)], new[: -len(end)])
        yield _Stretch(end, end)
    else:
        yield _Stretch(old, new)


def _joined(stretches: Iterable[_Stretch]) -> Iterator[_Stretch]:
    """Stretches of which no two that stayed, and no two that changed, are next to each other."""
    last: _Stretch | None = None
    for stretch in stretches:
        if not stretch.length:
            continue
        if last is None or last.is_same != stretch.is_same:
            if last:
                yield last
            last = stretch
        else:
            last = _merged([last, stretch])
    if last:
        yield last


def _whole(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Stretches of which none that stayed is as short as the changes on both its sides."""
    found: list[_Stretch] = []
    for stretch in stretches:
        found.append(stretch)
        while len(found) > 2 and not found[-1].is_same and found[-2].length <= min(found[-3].length, found[-1].length):
            found[-3:] = [_merged(found[-3:])]
    return found


def _merged(stretches: list[_Stretch]) -> _Stretch:
    return _Stretch("".join(part.old for part in stretches), "".join(part.new for part in stretches))


def _pieces(stretches: list[_Stretch]) -> Iterator[Piece]:
    for stretch in stretches:
        if stretch.is_same:
            yield Piece(stretch.old, "same")
            continue
        if stretch.old:
            yield Piece(stretch.old, "deleted")
        if stretch.new:
            yield Piece(stretch.new, "inserted")
