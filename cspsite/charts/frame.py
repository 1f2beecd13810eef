"""Where things stand in a drawing of 640 units across: margins, positions, and labels that keep clear."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cspsite.charts.chart import Chart
from cspsite.charts.scale import Scale
from cspsite.periods import YEAR_STARTS, Month, Period

WIDTH = 640
#: The lower end of the plot; the labels of the horizontal axis stand below it.
FLOOR = 282
#: The largest text that the style sheet uses (on a phone), in units of the drawing, and its usual letter.
TEXT = 22
LETTER = 11.5
_ROW = 26


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that text takes, in units of the drawing; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        """The area that two boxes share."""
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        if down <= 0:
            return 0.0
        return max(min(self.right, other.right) - max(self.left, other.left), 0.0) * down


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of text at a point; `anchor` says which of its ends stands there: start, middle or end."""

    text: str
    x: float
    y: float
    anchor: str = "middle"
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot's edges, and where each step and value stands; `count` steps share the width equally."""

    left: float
    right: float
    top: float
    count: int
    highest: float

    @property
    def width(self) -> float:
        """The width of one step."""
        return (self.right - self.left) / self.count

    def x(self, step: float) -> float:
        """Where the middle of a step stands; step 0 is the first."""
        return self.left + (step + 0.5) * self.width

    def edge(self, step: float) -> float:
        """Where a step begins."""
        return self.left + step * self.width

    def y(self, value: float) -> float:
        """The height of a value; 0 stands on the floor."""
        return FLOOR - (FLOOR - self.top) * value / self.highest


def wide(text: str) -> float:
    """About how wide a text is at the largest size."""
    return len(text) * LETTER


def frame_of(chart: Chart, scale: Scale, ends: Sequence[str]) -> Frame:
    """The frame of a chart: room on the left for the scale, on the right for `ends`, above for the bands.

    Columns leave room for the number above the highest of them.
    """
    left = 12 + LETTER * max(len(label) for label in scale.labels)
    right = WIDTH - min(24 + LETTER * max((len(end) for end in ends), default=0), WIDTH / 3)
    rows = max((row for _, row in band_rows(chart, Frame(left, right, 0, len(chart.periods), 1))), default=-1) + 1
    room = scale.highest * 1.16 if chart.kind == "columns" else 0.0
    return Frame(left, right, 40 + _ROW * rows, len(chart.periods), max(scale.top, room))


def band_rows(chart: Chart, frame: Frame) -> list[tuple[Placed, int]]:
    """Each band's and break's label above its middle, on the lowest row that is free; row 0 is next to the plot."""
    found: list[tuple[Placed, int]] = []
    taken: list[Box] = []
    for label, step, emphasis, highest in _above(chart):
        half = wide(label) / 2 + 4
        x = min(max(frame.edge(step), frame.left + half - 4), WIDTH - half)
        box, row = Box(x - half, 0, x + half, 1), 0
        while any(box.overlap(other) for other in taken):
            row += 1
            box = Box(box.left, row, box.right, row + 1)
        if row <= highest:
            taken.append(box)
            found.append((Placed(label, x, frame.top - 8 - _ROW * row, emphasis=emphasis), row))
    return found


def _above(chart: Chart) -> list[tuple[str, float, bool, float]]:
    """What is said above the plot: a text, at which step, whether with emphasis, and up to which row.

    Breaks that stand so close that their labels would be a tower have none: the key below names them.
    """
    places = [(band, chart.place(band.period)) for band in reversed(chart.bands)]
    bands = [(band.label, sum(place) / 2, band.emphasis, math.inf) for band, place in places if place]
    return [*bands, *((one.label, float(one.step), False, 2.0) for one in chart.breaks)]


def year_labels(chart: Chart, frame: Frame) -> list[tuple[float, Placed]]:
    """The horizontal axis: where its ticks stand, and their labels, no more than there is room for.

    Columns have financial years, lines Aprils; a line too short for two of them has both its ends.
    """
    if chart.step == 12:
        every = _thin(frame.width, wide("2003/04") + 10)
        steps = [float(step) for step in range(frame.count - 1, -1, -every)]
        return [(frame.x(step), _within(_year(chart, step), frame.x(step))) for step in reversed(steps)]
    steps = [step for step in _aprils(chart) if step <= frame.count - 1]
    every = _thin(frame.width * 12 / chart.step, wide("Apr 2003") + 14)
    if len(steps) < 2:
        steps, every = sorted({0.0, float(frame.count - 1)}), 1
    return [(frame.x(step), _within(_month(chart, step).short, frame.x(step))) for step in steps[::every]]


def _year(chart: Chart, step: float) -> str:
    return str(Period.year_of(chart.periods[int(step)].end))


def _month(chart: Chart, step: float) -> Month:
    return chart.first + round(step * chart.step)


def _aprils(chart: Chart) -> list[float]:
    first = (YEAR_STARTS - chart.first.month) % 12
    return [month / chart.step for month in range(first, len(chart.periods) * chart.step, 12)]


def _thin(space: float, needed: float) -> int:
    """Every how many labels there is room for: 1, 2, 5, 10, 20 and so on."""
    power = 1
    while True:
        for nice in (1, 2, 5):
            if space * nice * power >= needed:
                return nice * power
        power *= 10


def _within(text: str, x: float) -> Placed:
    half = wide(text) / 2
    return Placed(text, min(max(x, half), WIDTH - half), FLOOR + 28)
