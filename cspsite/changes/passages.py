"""A text in two versions, paragraph by paragraph and item by item: what stayed of each and what did not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from cspsite.changes.wording import MOST, Piece, Sort, differences, marked, most_stayed, words_of
from cspsite.remedy import paragraphs
from cspsite.word.markdown_in import prose_of
from cspsite.word.prose import Kind, Line, Run, Runs, Table

#: What makes Markdown more than one paragraph of plain words, or may; any of it has the text read as Markdown.
_FORMED = re.compile(r"[*_`~\[\]<>\\&#|\t]|\n\s*\n| \n|^\s*(?:[-+=]|\d+[.)])|^ {4}", re.MULTILINE)
#: How many pairs of lines are looked at to find those that belong together: lists of twenty items.
_PAIRS = 400
#: Of how many texts the lines are kept: what a meeting's reports say now, the next meeting's had before.
_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, an item of a list, or a paragraph within such an item.

    `level` is how deep in lists it stands, from 0; `number` is that of a numbered item.
    """

    pieces: tuple[Piece, ...]
    kind: Kind = "paragraph"
    level: int = 0
    number: int = 1


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text that changed: both versions in `marked` where most of it stayed; else as it was, and as it is.

    What was added has nothing in `before`, what was taken away nothing in `now`.
    """

    before: tuple[Passage, ...] = ()
    now: tuple[Passage, ...] = ()
    marked: tuple[Passage, ...] = ()


def reworded(old: str, new: str, *, is_plain: bool = False) -> Reworded:
    """Two versions of a text in Markdown, where only its marks differ with these; or of one that is plain words."""
    before, after = (tuple(_plain(text)) if is_plain else _lines(text) for text in (old, new))
    if before == after:
        return Reworded(marked=(Passage(tuple(differences(old, new))),))
    if before and after:
        both = tuple(_both(before, after))
        pieces = [piece for passage in both for piece in passage.pieces]
        if most_stayed(pieces) and any(piece.sort != "same" for piece in pieces):
            return Reworded(marked=both)
    return Reworded(_wholes(before), _wholes(after))


def passages(text: str) -> tuple[Passage, ...]:
    """A text in Markdown as it is."""
    return _wholes(_lines(text))


def _wholes(lines: Iterable[Line]) -> tuple[Passage, ...]:
    return tuple(_whole(line, "same") for line in lines)


def _lines(text: str) -> tuple[Line, ...]:
    apart = paragraphs(text)
    return _read(apart) if _FORMED.search(apart) else tuple(_plain(apart))


def _plain(text: str) -> Iterator[Line]:
    """A paragraph of plain words, if there are any: the same as Markdown makes of it, but much quicker."""
    if words := " ".join(text.split()):
        yield _line(words)


@lru_cache(_KEPT)
def _read(markdown: str) -> tuple[Line, ...]:
    """Its lines, a table's row as one of them; of links, the words and the address."""
    return tuple(line for piece in prose_of(markdown) for line in _of_piece(piece))


def _of_piece(piece: Line | Table) -> Iterator[Line]:
    if isinstance(piece, Table):
        yield from (_line(" | ".join(map(_words, row))) for row in piece.rows)
    else:
        yield _line(_words(piece.runs), piece.kind, piece.level, piece.number)


def _line(words: str, kind: Kind = "paragraph", level: int = 0, number: int = 1) -> Line:
    return Line((Run(words),), kind, level, number)


def _words(runs: Runs) -> str:
    return "".join(f"{run.text} ({run.href})" if run.href not in ("", run.text) else run.text for run in runs)


def _both(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Passage]:
    """Both versions in one: lines that belong together word by word, the others as wholes."""
    for before, after in _beside(old, new):
        pieces = marked(before.text, after.text) if before and after else []
        if after and pieces:
            yield Passage(tuple(pieces), after.kind, after.level, after.number)
            continue
        if before:
            yield _whole(before, "deleted")
        if after:
            yield _whole(after, "inserted")


def _whole(line: Line, sort: Sort) -> Passage:
    return Passage((Piece(line.text, sort),), line.kind, line.level, line.number)


def _beside(old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """Lines with those that they became, in order; what was taken out before what was put in in its place."""
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    matcher = SequenceMatcher(None, [line.text for line in old], [line.text for line in new], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[i:j], new[k:m], strict=True)
        else:
            yield from _alike(old[i:j], new[k:m])


def _alike(old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """The same of lines that are all in other words: each with the most alike of those that are left."""
    left = [(line, {*words_of(line.text)}) for line in new]
    for line in old:
        words = {*words_of(line.text)}
        choice = [_share(words, own) for _, own in left] if len(old) * len(new) <= _PAIRS else []
        most = max(choice, default=0)
        if most < MOST:
            yield line, None
            continue
        best = choice.index(most)
        yield from ((None, other) for other, _ in left[:best])
        yield line, left[best][0]
        left = left[best + 1 :]
    yield from ((None, other) for other, _ in left)


def _share(one: Set[str], other: Set[str]) -> float:
    """Which part of the fewer words is among the others too."""
    return len(one & other) / (min(len(one), len(other)) or 1)
