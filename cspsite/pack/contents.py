"""The contents of a meeting's papers: each paper and its parts, with the sheet that each is on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Line:
    """One line: `level` 1 is a paper, 2 a part of one; `id` is where it leads. The sheet is 0 until it is known.

    `paper` is the name of the paper that a part is of, which tells its line from that of another's part.
    """

    level: int
    text: str
    id: str
    paper: str = ""
    sheet: int = 0


def numbered(lines: list[Line], sheets: Mapping[str, int]) -> list[Line]:
    """The lines with the sheets on which their places came out; raises KeyError for a place that did not."""
    return [replace(line, sheet=sheets[line.id]) for line in lines]
