"""Labels of levels in a drawing, each where it covers least of the line and of the other labels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from statistics import fmean

from cspsite.charts.frame import FLOOR, TEXT, WIDTH, Box, Frame, Placed, wide

_GAP = 6
_NEAR = 3
_AWAY = 10
#: Up to this distance a label needs no leader.
_NEAR_ENOUGH = 16
#: What a unit of distance from its level costs a label, and a second row, against a unit of area of line hidden.
_DISTANCE_COSTS = 5
_ROW_COSTS = 200
#: What a unit of area of other text costs that a label covers.
_TEXT_COSTS = 20
#: What a label costs that stands at the other end of the line that it names.
_BACK_COSTS = 400
#: How much wider bold letters are.
BOLD = 1.15


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
    """Places labels one after another; `lines` are the heights of those to keep clear of, one a step.

    `taken` are the boxes of levels, and `texts` those of text, which no label may cover as long as it has a choice.
    """

    frame: Frame
    lines: Sequence[Sequence[float | None]]
    taken: list[Box] = field(default_factory=list)
    texts: list[Box] = field(default_factory=list)

    def keep_clear(self, value: float) -> None:
        """Reserve a level's own line, so that no label lies across it."""
        level = self.frame.y(value)
        self.taken.append(Box(self.frame.left, level - 1, self.frame.right, level + 1))

    def place(self, text: str, value: float, emphasis: bool) -> LevelLabel:
        """A label above or below its level, or above or below the line, in one row or two."""
        level = self.frame.y(value)
        wider = BOLD if emphasis else 1.0
        return self._placed([one for rows in split(text) for one in self._options(rows, level, wider)], emphasis)

    def place_along(self, text: str, values: Sequence[float | None]) -> LevelLabel:
        """A label above or below a line of such values, near its end or else further back, in one row or two."""
        heights = [None if value is None else self.frame.y(value) for value in values]
        return self._placed([one for rows in split(text) for one in self._along(rows, heights)], emphasis=False)

    def _placed(self, options: Sequence[_Option], emphasis: bool) -> LevelLabel:
        best = min(options, key=self._cost)
        self.texts.append(best.box)
        rows = [
            Placed(row, best.box.left, best.box.top + TEXT * (i + 1) - 5, "start", emphasis)
            for i, row in enumerate(best.rows)
        ]
        return LevelLabel(tuple(rows), best.leader)

    def _options(self, rows: tuple[str, ...], level: float, wider: float) -> list[_Option]:
        needed, height = max(wide(row) for row in rows) * wider, TEXT * len(rows)
        free = max(self.frame.right - self.frame.left - needed - 2 * _GAP, 0.0)
        found = []
        for share in (0.0, 1.0, 0.5):
            left = self.frame.left + _GAP + free * share
            lines = [_hull(self.frame, heights, left, left + needed) for heights in self.lines]
            wanted = [level - height - _NEAR, level + _NEAR]
            wanted += [top for line in lines for top in (line.top - height - _AWAY, line.bottom + _AWAY)]
            tops = [top for top in wanted if top >= TEXT + _GAP and top + height <= FLOOR]
            boxes = [Box(left, top, left + needed, top + height) for top in tops or [FLOOR - height]]
            found += [_Option(rows, box, level, sum(box.overlap(line) for line in lines)) for box in boxes]
        return found

    def _along(self, rows: tuple[str, ...], heights: Sequence[float | None]) -> list[_Option]:
        needed, height = max(wide(row) for row in rows), TEXT * len(rows)
        steps = [step for step, one in enumerate(heights) if one is not None]
        first, last = (self.frame.edge(steps[0]), self.frame.edge(steps[-1] + 1)) if steps else (0.0, WIDTH)
        free = max(last - max(first, self.frame.left) - needed, 0.0)
        found = []
        for back in (0.0, 0.25, 0.5, 0.75, 1.0):
            left = max(min(last, WIDTH) - needed - free * back, 0.0)
            own = _hull(self.frame, heights, left, left + needed)
            lines = [own, *(_hull(self.frame, other, left, left + needed) for other in self.lines)]
            for top in (own.top - height, own.bottom, own.top - height - _AWAY, own.bottom + _AWAY):
                if TEXT + _GAP <= top <= FLOOR - height:
                    box = Box(left, top, left + needed, top + height)
                    hidden = sum(box.overlap(line) for line in lines) + _BACK_COSTS * back
                    hidden += _DISTANCE_COSTS * max(top - own.bottom, own.top - height - top, 0)
                    found.append(_Option(rows, box, top, hidden))
        return found or [_Option(rows, Box(self.frame.left, FLOOR - height, self.frame.left + needed, FLOOR), FLOOR, 0)]

    def _cost(self, option: _Option) -> float:
        hidden = option.hidden + sum(2 * option.box.overlap(one) for one in self.taken)
        hidden += sum(_TEXT_COSTS * option.box.overlap(one) for one in self.texts)
        return hidden + _DISTANCE_COSTS * max(option.distance, 0.0) + _ROW_COSTS * (len(option.rows) - 1)


def _hull(frame: Frame, heights: Sequence[float | None], left: float, right: float) -> Box:
    """The box that a line takes between two edges; without area where it has no points."""
    first = max(0, math.floor((left - frame.left) / frame.width) - 1)
    last = math.ceil((right - frame.left) / frame.width) + 1
    known = [height for height in heights[first:last] if height is not None]
    if not known:
        return Box(left, FLOOR, right, FLOOR)
    return Box(left, min(known) - 5, right, max(known) + 5)


def apart(
    wanted: Sequence[tuple[float | None, int]], *, text: float = TEXT, ceiling: float = 0.0, floor: float = FLOOR
) -> list[float | None]:
    """Heights of the middles of texts, moved up and down so far apart that each can be read, and no further.

    `wanted` are their heights with how many rows they have, and `text` is how high a row is. None of them reaches
    above the `ceiling` or goes below the `floor`.
    """
    order = sorted((height, rows, i) for i, (height, rows) in enumerate(wanted) if height is not None)
    steps = [text * (above[1] + below[1]) / 2 for above, below in pairwise(order)]
    down = list(accumulate(steps, initial=0.0))[: len(order)]
    nearest = _rising([one[0] - below for one, below in zip(order, down, strict=True)])
    found: dict[int, float] = {}
    bottom = ceiling
    for (_, rows, i), height, below in zip(order, nearest, down, strict=True):
        found[i] = max(height + below, bottom + text * rows / 2)
        bottom = found[i] + text * rows / 2
    top = floor + text / 2
    for _, rows, i in reversed(order):
        found[i] = min(found[i], top - text * rows / 2)
        top = found[i] - text * rows / 2
    return [found.get(i) for i in range(len(wanted))]


def _rising(values: Sequence[float]) -> list[float]:
    """The nearest values of which none is below the one before: those that fall take their mean."""
    pools: list[list[float]] = []
    for value in values:
        pools.append([value])
        while len(pools) > 1 and fmean(pools[-2]) > fmean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return [fmean(pool) for pool in pools for _ in pool]


def split(text: str) -> list[tuple[str, ...]]:
    """The text in one row, and in two that are about equally long."""
    spaces = [i for i, letter in enumerate(text) if letter == " "]
    if not spaces:
        return [(text,)]
    middle = min(spaces, key=lambda i: abs(len(text) - 2 * i))
    return [(text,), (text[:middle], text[middle + 1 :])]
