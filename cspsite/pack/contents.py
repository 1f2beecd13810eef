"""The contents of a meeting's papers: each paper and its parts, with the sheet that each is on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One line: `level` 1 is a paper, 2 a part of one; `id` is where it leads. The sheet is 0 until it is known."""

    level: int
    text: str
    id: str
    sheet: int = 0


def numbered(lines: list[Line], sheets: Mapping[str, int]) -> list[Line]:
    """The lines with the sheets on which their places came out; raises KeyError for a place that did not."""
    return [Line(line.level, line.text, line.id, sheets[line.id]) for line in lines]
