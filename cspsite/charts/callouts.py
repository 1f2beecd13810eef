"""Labels within the plot: each as near to what it names as it can be without covering anything."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cspsite.charts.frame import BESIDE, FLOOR, TEXT, WIDTH, Anchor, Box, Frame, Words
from cspsite.charts.labels import Label, Leader, placed

#: Heights of a line, a number a step; None where it is broken.
Heights = Sequence[float | None]
#: A point of what a label names.
Spot = tuple[float, float]

#: The room around a line, and between a label and what it names.
_ROOM, _GAP = 7.0, 3.0
#: From which distance on a leader joins a label and what it names.
_NEAR_ENOUGH = 14.0
#: How far away a label may be that has something near to name.
FAR = 95.0
#: What a second row costs a label, and a place that is not above or below the middle, against units of distance.
_ROW_COSTS, _ASIDE_COSTS = 12.0, 3.0
#: What it costs a label that it names a point which is less plain than the one before.
_LATER_COSTS = 4.0
#: What it costs a label that its leader goes across a line which it does not name.
_CROSSING_COSTS = 60.0
#: In which share of its box from either side a label stands at that side.
_NARROW = 0.3
#: How often a label moves past what is in its way.
_TRIES = 14


@dataclass(frozen=True, slots=True)
class _Option:
    rows: tuple[Words, ...]
    box: Box
    anchor: Spot
    cost: float

    @property
    def side(self) -> Anchor:
        """Where in its box the text stands when it is smaller than the box: as near to what it names as it can be."""
        x, y = self.anchor
        share = (x - self.box.left) / (self.box.right - self.box.left)
        if self.box.top < y < self.box.bottom:
            return "start"
        return "start" if share < _NARROW else "end" if share > 1 - _NARROW else "middle"

    @property
    def leader(self) -> Leader | None:
        """From the label's nearer edge to its anchor; None for a label that stands next to it."""
        x, y = self.anchor
        above = self.box.bottom <= y
        edge = self.box.bottom if above else self.box.top
        if abs(edge - y) < _NEAR_ENOUGH or self.box.top < y < self.box.bottom:
            return None
        return (min(max(x, self.box.left + 6), self.box.right - 6), edge, x, y - _ROOM if above else y + _ROOM)


@dataclass
class Callouts:
    """Places labels one after another, clear of `lines`, of `levels`, of text and of each other.

    `stepped` are lines that stand level over each step.
    """

    frame: Frame
    lines: Sequence[Heights]
    stepped: Sequence[Heights] = ()
    levels: Sequence[float] = ()
    texts: list[Box] = field(default_factory=list)
    ceiling: float = 30.0

    def beside(self, rows: tuple[Words, ...], anchor: Spot) -> Label:
        """A label right of its anchor, or else above or below; right of it where there is no better place."""
        x, y = anchor
        high, left = TEXT * len(rows), x + BESIDE
        right = Box(left, y - high / 2, left + max(row.width for row in rows), y + high / 2)
        if right.right <= WIDTH and not any(right.meets(one) for one in self._obstacles(right.left, right.right)):
            return self._taken(_Option(rows, right, anchor, 0.0))
        options = list(self._options(rows, anchor))
        return self._taken(min(options, key=lambda one: one.cost, default=_Option(rows, right, anchor, 0.0)))

    def near(self, choices: Sequence[tuple[Words, ...]], anchors: Sequence[Spot], far: float = FAR) -> Label | None:
        """A label at most `far` above or below one of its anchors, in one of several ways; None where none is free."""
        options = [
            (option.cost + _LATER_COSTS * later, option)
            for rows in choices
            for later, anchor in enumerate(anchors)
            for option in self._options(rows, anchor, far)
        ]
        return self._taken(min(options, key=lambda one: one[0])[1]) if options else None

    def extended(self, label: Label, text: str) -> Label | None:
        """A label in the plot with one row more below the others; None where that is not free."""
        first, words = label.rows[0], Words(text)
        top = first.y - TEXT * len(label.rows) / 2
        rows = placed([*label.rows, words], Box(first.x, top, first.x, FLOOR), first.anchor)
        box = replace(rows[-1].box, top=rows[-1].box.top + 1)  # it follows the row above
        outside = first.x > self.frame.right or box.left < self.frame.left or box.bottom > FLOOR - _GAP
        if outside or any(box.meets(one) for one in self._obstacles(box.left, box.right)):
            return None
        self.texts.append(box)
        return Label(rows, label.leader)

    def _taken(self, option: _Option) -> Label:
        self.texts.append(option.box)
        leader = option.leader
        if leader:
            self.texts.append(_around(leader))
        return Label(placed(option.rows, option.box, option.side), leader)

    def _options(self, rows: tuple[Words, ...], anchor: Spot, far: float = math.inf) -> Iterator[_Option]:
        wide, high = max(row.width for row in rows), TEXT * len(rows)
        for aside, wanted in enumerate((anchor[0] - wide / 2, anchor[0] - 10, anchor[0] + 10 - wide)):
            left = min(max(wanted, self.frame.left + 3), self.frame.right - 3 - wide)
            obstacles = self._obstacles(left, left + wide)
            for up in (True, False):
                top = anchor[1] - _ROOM - _GAP - high if up else anchor[1] + _ROOM + _GAP
                box = self._clear(Box(left, top, left + wide, top + high), obstacles, up=up)
                if box is None or left < self.frame.left:
                    continue
                distance = anchor[1] - box.bottom if up else box.top - anchor[1]
                cost = distance + _ROW_COSTS * (len(rows) - 1) + _ASIDE_COSTS * bool(aside)
                option = _Option(rows, box, anchor, cost)
                if distance <= far and self._leads_freely(option):
                    yield replace(option, cost=cost + _CROSSING_COSTS * self._crossed(option.leader))

    def _leads_freely(self, option: _Option) -> bool:
        leader = option.leader
        if leader is None:
            return True
        around = _around(leader)
        return not any(around.meets(text) for text in self.texts)

    def _crossed(self, leader: Leader | None) -> int:
        """How many lines a leader goes across before it comes to its own."""
        if leader is None:
            return 0
        x, y, to_x, to_y = leader
        step = ((x + to_x) / 2 - self.frame.left) / self.frame.width - 0.5
        heights = [_between(line, step) for line in self.lines]
        return sum(height is not None and min(y, to_y) < height < max(y, to_y) for height in heights)

    def _clear(self, box: Box, obstacles: Sequence[Box], *, up: bool) -> Box | None:
        """The box moved up or down past everything in its way; None where it would leave the plot."""
        for _ in range(_TRIES):
            if box.top < self.ceiling or box.bottom > FLOOR - _GAP:
                return None
            hit = next((one for one in obstacles if box.meets(one)), None)
            if hit is None:
                return box
            top = hit.top - _GAP - (box.bottom - box.top) if up else hit.bottom + _GAP
            box = Box(box.left, top, box.right, top + box.bottom - box.top)
        return None

    def _obstacles(self, left: float, right: float) -> list[Box]:
        hulls = [_hull(self.frame, line, left, right) for line in self.lines]
        hulls += [_hull(self.frame, line, left, right, stepped=True) for line in self.stepped]
        levels = [Box(self.frame.left, y - 2, self.frame.right, y + 2) for y in self.levels]
        texts = [one for one in self.texts if one.left < right and left < one.right]
        return [*(hull for hull in hulls if hull), *levels, *texts]


def _around(leader: Leader) -> Box:
    x, y, to_x, to_y = leader
    return Box(min(x, to_x) - 2, min(y, to_y), max(x, to_x) + 2, max(y, to_y))


def _hull(frame: Frame, heights: Heights, left: float, right: float, *, stepped: bool = False) -> Box | None:
    """The box that a line takes between two edges, with room around it; None where it has no part there."""
    first, last = (left - frame.left) / frame.width - 0.5, (right - frame.left) / frame.width - 0.5
    if stepped:
        first, last = round(first), round(last)
    inside = heights[max(math.ceil(first), 0) : max(math.floor(last) + 1, 0)]
    known = [one for one in (*inside, _between(heights, first), _between(heights, last)) if one is not None]
    return Box(left, min(known) - _ROOM, right, max(known) + _ROOM) if known else None


def _between(heights: Heights, step: float) -> float | None:
    """How high a line is between two steps; None where it has no part there."""
    before = math.floor(step)
    if not 0 <= before < len(heights) - 1:
        return None
    one, other = heights[before], heights[before + 1]
    return None if one is None or other is None else one + (other - one) * (step - before)
