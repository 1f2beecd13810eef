"""Where things stand in a drawing of 600 units across: margins, positions, and labels that keep clear."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cspsite.charts.chart import Chart
from cspsite.charts.scale import Scale
from cspsite.periods import YEAR_STARTS, Month, Period

Anchor = Literal["start", "middle", "end"]
#: What a text is said of: it has the colour of the level that is aimed at, or of plain text.
Tone = Literal["target", ""]

WIDTH = 600
#: The lower end of the plot; the labels of the horizontal axis stand below it.
FLOOR = 282
#: How high a row of the largest text is that the style sheet uses (on a phone), and how wide its usual letter.
TEXT = 25
LETTER = 11.5
#: How far apart rows of a label are, in the size of their letters.
LEADING = 1.15
#: How much wider bold letters are.
BOLD = 1.15
#: How far from the plot what is said at its right edge stands.
BESIDE = 13
#: The share of the drawing that what stands right of the plot may take.
_MARGIN = 0.4
_ROW = 28
#: How much higher than its columns a plot is, without and with marked ones.
_HEADROOM = (1.16, 1.31)
#: How far apart ticks are at least.
_NARROWEST = 10.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that text takes, in units of the drawing; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes share an area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Words:
    """A row of a label: its text, whether it is bold, and whether it is a number of the chart's subject."""

    text: str
    emphasis: bool = False
    is_number: bool = False
    tone: Tone = ""

    @property
    def width(self) -> float:
        """About how wide it is at the largest size."""
        return wide(self.text) * (BOLD if self.emphasis else 1)


@dataclass(frozen=True, slots=True)
class Placed(Words):
    """A row of text whose middle is at a height; `anchor` says which of its ends stands there.

    `down` is how much lower it is than that as a row of several, in the size of its letters, whatever that is.
    """

    x: float = 0.0
    y: float = 0.0
    anchor: Anchor = "middle"
    down: float = 0.0

    @property
    def box(self) -> Box:
        """What it takes at the largest size, with a little room around it."""
        back = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.width
        y = self.y + self.down * TEXT / LEADING
        return Box(self.x - back - 2, y - TEXT / 2, self.x - back + self.width + 2, y + TEXT / 2)


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


def frame_of(chart: Chart, scale: Scale, beside: float) -> Frame:
    """The frame of a chart: room on the left for the scale, on the right for text `beside` it, above for the bands.

    Columns leave room for the number above the highest of them, and for what its marker means.
    """
    left = 12 + LETTER * max(len(label) for label in scale.labels)
    right = WIDTH - min(BESIDE + 3 + beside, _MARGIN * WIDTH)
    rows = max((row for _, row in band_rows(chart, Frame(left, right, 0, len(chart.periods), 1))), default=-1) + 1
    room = scale.highest * _HEADROOM[any(note.mark in ("hollow", "revised") for note in chart.notes)]
    room = room if chart.kind == "columns" else 0.0
    return Frame(left, right, 40 + _ROW * rows, len(chart.periods), max(scale.top, room))


@dataclass(frozen=True, slots=True)
class _Above:
    """Something to be said above the plot of what stands between two edges, up to which row."""

    words: Words
    left: float
    right: float
    highest: float

    def options(self, frame: Frame) -> Iterator[tuple[float, Anchor]]:
        """Where its text may stand: about the middle of what it names, from its left edge, up to its right one.

        Those come last that the edges of the drawing move further than what it names is to either side of its middle:
        smaller text, of a wide screen, would stand beside it.
        """
        wide, middle = self.words.width, (self.left + self.right) / 2
        choices: list[tuple[float, float, Anchor]] = [
            (middle, min(max(middle, frame.left + wide / 2), WIDTH - wide / 2 - 4), "middle"),
            (self.left, min(max(self.left, frame.left), WIDTH - wide - 4), "start"),
            (self.right, max(self.right, frame.left + wide), "end"),
        ]
        for _, x, side in sorted(choices, key=lambda one: abs(one[1] - one[0]) > (self.right - self.left) / 2 + 1):
            yield x, side


def band_rows(chart: Chart, frame: Frame) -> list[tuple[Placed, int]]:
    """Each band's and break's label above it, on the lowest row that is free; row 0 is next to the plot.

    What has emphasis comes last: its label is the longest, and would be in the way of the others.
    """
    found: list[tuple[Placed, int]] = []
    for one in sorted(_above(chart, frame), key=lambda one: (one.words.emphasis, one.left)):
        row, placed = 0, None
        while placed is None:
            texts = [_row_of(one.words, x, side, frame.top, row) for x, side in one.options(frame)]
            beside = [other.box.right + 3 for other, at in found if at == row]
            room = min((one.left + one.right) / 2, WIDTH - one.words.width)
            if beside and one.left < max(beside) <= room:
                texts.append(_row_of(one.words, max(beside), "start", frame.top, row))
            free = (text for text in texts if not any(text.box.meets(other.box) for other, _ in found))
            placed = next(free, None)
            row += placed is None
        if row <= one.highest:
            found.append((placed, row))
    return found


def _row_of(words: Words, x: float, side: Anchor, top: float, row: int) -> Placed:
    return Placed(words.text, words.emphasis, x=x, y=top - 15 - _ROW * row, anchor=side)


def _above(chart: Chart, frame: Frame) -> list[_Above]:
    """What is said above the plot.

    Breaks that stand so close that their labels would be a tower have none: the key below names them.
    """
    places = [(band, chart.place(band.period)) for band in chart.bands]
    bands = [
        _Above(Words(band.label, band.emphasis), frame.edge(place[0]), frame.edge(place[1]), math.inf)
        for band, place in places
        if place
    ]
    edges = [(one, frame.edge(one.step)) for one in chart.breaks]
    return [*bands, *(_Above(Words(one.label), x, x, 2.0) for one, x in edges)]


@dataclass(frozen=True, slots=True)
class Dates:
    """The horizontal axis: where its ticks stand, and their labels, no more than there is room for."""

    ticks: tuple[float, ...]
    labels: tuple[Placed, ...]


def dates(chart: Chart, frame: Frame) -> Dates:
    """Columns have financial years, lines Aprils; a line too short for two of them has both its ends.

    A line that goes on to the end of a target has its tick and label there too.
    """
    if chart.step == 12:
        every = _thin(frame.width, wide("2003/04") + 10)
        steps = [float(step) for step in range(frame.count - 1, -1, -every)]
        labels = [_within(_year(chart, step), frame.x(step)) for step in reversed(steps)]
        return Dates(() if chart.kind == "columns" else tuple(frame.x(step) for step in reversed(steps)), tuple(labels))
    last = float(frame.count - 1)
    aprils = [step for step in _aprils(chart) if step <= last]
    if len(aprils) < 2:
        return _at(chart, frame, sorted({0.0, last}), 1)
    a_year = frame.width * 12 / chart.step
    return _at(chart, frame, aprils, _thin(a_year, _NARROWEST), _thin(a_year, wide("Apr 2003") + 6), chart.is_longer)


def _at(chart: Chart, frame: Frame, steps: Sequence[float], ticks: int, labels: int = 1, end: bool = False) -> Dates:
    """A tick at every so many of the steps, and a label; one at the end comes before those that are in its way."""
    texts = [_within(_month(chart, step).short, frame.x(step)) for step in steps[::labels]]
    marks = [frame.x(step) for step in steps[::ticks]]
    if end:
        last = _within(chart.periods[-1].end.short, frame.x(frame.count - 1))
        texts = [*(text for text in texts if text.box.right + 4 < last.box.left), last]
        marks = [*(x for x in marks if x < frame.x(frame.count - 1)), frame.x(frame.count - 1)]
    return Dates(tuple(marks), tuple(texts))


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
    return Placed(text, x=min(max(x, half), WIDTH - half), y=FLOOR + 26)
