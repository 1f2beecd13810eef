"""Labels of levels in a drawing, each where it covers least of the line and of the other labels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from cspsite.charts.frame import FLOOR, TEXT, Box, Frame, Placed, wide

_GAP = 6
_NEAR = 3
_AWAY = 10
#: Up to this distance a label needs no leader.
_NEAR_ENOUGH = 16
#: What a unit of distance from its level costs a label, and a second row, against a unit of area of line hidden.
_DISTANCE_COSTS = 5
_ROW_COSTS = 200


@dataclass(frozen=True, slots=True)
class LevelLabel:
    """A level's label: its rows of text, and the `d` of a leader to the level where it stands away from it."""

    rows: tuple[Placed, ...]
    leader: str = ""


@dataclass(frozen=True, slots=True)
class _Option:
    """A label in one or two rows, in the box that they take, for a level; and how much of the line it hides."""

    rows: tuple[str, ...]
    box: Box
    level: float
    hidden: float

    @property
    def distance(self) -> float:
        """How far the label stands from where it would like to."""
        return max(self.box.top - self.level, self.level - self.box.bottom) - _NEAR

    @property
    def leader(self) -> str:
        """From the label's nearer edge to the level; empty for a label that stands next to it."""
        if self.distance < _NEAR_ENOUGH:
            return ""
        edge = self.box.top if self.box.top > self.level else self.box.bottom
        return f"M{self.box.left + _AWAY:.1f},{edge:.1f}V{self.level:.1f}"


@dataclass
class Labels:
    """Places labels one after another; `heights` are those of the line to keep clear of, one a step."""

    frame: Frame
    heights: Sequence[float | None]
    taken: list[Box] = field(default_factory=list)

    def keep_clear(self, value: float) -> None:
        """Reserve a level's own line, so that no label lies across it."""
        level = self.frame.y(value)
        self.taken.append(Box(self.frame.left, level - 1, self.frame.right, level + 1))

    def place(self, text: str, value: float, emphasis: bool) -> LevelLabel:
        """A label above or below its level, or above or below the line, in one row or two."""
        level = self.frame.y(value)
        best = min((option for rows in _rows(text) for option in self._options(rows, level)), key=self._cost)
        self.taken.append(best.box)
        rows = [
            Placed(row, best.box.left, best.box.top + TEXT * (i + 1) - 5, "start", emphasis)
            for i, row in enumerate(best.rows)
        ]
        return LevelLabel(tuple(rows), best.leader)

    def _options(self, rows: tuple[str, ...], level: float) -> list[_Option]:
        needed, height = max(wide(row) for row in rows), TEXT * len(rows)
        free = max(self.frame.right - self.frame.left - needed - 2 * _GAP, 0.0)
        found = []
        for share in (0.0, 1.0, 0.5):
            left = self.frame.left + _GAP + free * share
            line = self._line(left, left + needed)
            wanted = (level - height - _NEAR, level + _NEAR, line.top - height - _AWAY, line.bottom + _AWAY)
            tops = [top for top in wanted if top >= TEXT + _GAP and top + height <= FLOOR]
            boxes = [Box(left, top, left + needed, top + height) for top in tops or [FLOOR - height]]
            found += [_Option(rows, box, level, box.overlap(line)) for box in boxes]
        return found

    def _cost(self, option: _Option) -> float:
        hidden = option.hidden + sum(2 * option.box.overlap(one) for one in self.taken)
        return hidden + _DISTANCE_COSTS * max(option.distance, 0.0) + _ROW_COSTS * (len(option.rows) - 1)

    def _line(self, left: float, right: float) -> Box:
        """The box that the line takes between two edges; without area where it has no points."""
        width = self.frame.width
        first = max(0, math.floor((left - self.frame.left) / width) - 1)
        last = math.ceil((right - self.frame.left) / width) + 1
        heights = [height for height in self.heights[first:last] if height is not None]
        if not heights:
            return Box(left, FLOOR, right, FLOOR)
        return Box(left, min(heights) - 5, right, max(heights) + 5)


def _rows(text: str) -> list[tuple[str, ...]]:
    """The text in one row, and in two that are about equally long."""
    spaces = [i for i, letter in enumerate(text) if letter == " "]
    if not spaces:
        return [(text,)]
    middle = min(spaces, key=lambda i: abs(len(text) - 2 * i))
    return [(text,), (text[:middle], text[middle + 1 :])]
