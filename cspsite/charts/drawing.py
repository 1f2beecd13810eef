"""A chart as shapes and placed text, in units of the drawing: numbers for every renderer, no colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cspsite.charts.callouts import Callouts
from cspsite.charts.chart import HOLLOW, Chart, Line, Reference
from cspsite.charts.frame import (
    BESIDE,
    FLOOR,
    TEXT,
    WIDTH,
    Frame,
    Placed,
    Tone,
    Words,
    band_rows,
    dates,
    frame_of,
    wide,
)
from cspsite.charts.guides import GuideTrace, guide_traces, leads
from cspsite.charts.keys import Key
from cspsite.charts.labels import End, Label, Leader, split, stack
from cspsite.charts.naming import COLUMN, Naming, named
from cspsite.charts.points import Point, points_of
from cspsite.charts.scale import Scale, scale_of
from cspsite.charts.shapes import polyline

#: From which share of missing numbers at its end on a line's last number has room within the plot.
_EARLY = 0.25
#: Up to how wide a step the last number of a line stands at the right edge, beside the labels of levels.
_CLOSE = 45.0
#: Up to how many letters the label of a guide has one row.
_LONG = 13


@dataclass(frozen=True, slots=True)
class Span:
    """A rectangle, as its left edge, top, width and height."""

    x: float
    y: float
    width: float
    height: float
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """A line: the `d` of its path, and which of its numbers are drawn as points."""

    line: Line
    path: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn; `axes` are the unit and the labels of both axes, `grid` the heights of its lines.

    `levels` pairs a height with whether it is aimed at, `breaks` are how far right. `labels` are all words within,
    above and beside the plot; those that are numbers of the subject say so.
    """

    height: float
    frame: Frame
    axes: tuple[Placed, ...]
    grid: tuple[float, ...]
    ticks: tuple[float, ...]
    bands: tuple[Span, ...]
    breaks: tuple[float, ...]
    guides: tuple[GuideTrace, ...]
    traces: tuple[Trace, ...]
    columns: str
    hollow_columns: str
    levels: tuple[tuple[float, bool], ...]
    leaders: tuple[Leader, ...]
    labels: tuple[Label, ...]
    keys: tuple[Key, ...]


@lru_cache(maxsize=4)
def draw(chart: Chart) -> Drawing:
    """Where everything of a chart stands."""
    scale = scale_of(chart)
    frame = frame_of(chart, scale, _beside(chart))
    is_line = chart.kind == "line"
    across = dates(chart, frame)
    above = tuple(placed for placed, _ in band_rows(chart, frame))
    naming = _labels(chart, frame, above)
    return Drawing(
        height=(naming.keys[-1].y if naming.keys else FLOOR + 26) + 17,
        frame=frame,
        axes=(Placed(chart.axis.label, y=15, anchor="start"), *_steps(scale, frame), *across.labels),
        grid=tuple(frame.y(tick) for tick in scale.ticks),
        ticks=across.ticks,
        bands=_bands(chart, frame),
        breaks=tuple(frame.edge(one.step) for one in chart.breaks),
        guides=guide_traces(chart, frame),
        traces=_traces(chart, frame) if is_line else (),
        columns="" if is_line else _columns(chart.lines[0], frame, hollow=False),
        hollow_columns="" if is_line else _columns(chart.lines[0], frame, hollow=True),
        levels=tuple((frame.y(reference.value), reference.emphasis) for reference in chart.references),
        leaders=tuple(label.leader for label in naming.labels if label.leader),
        labels=(
            *(Label((one,)) for one in above),
            *naming.labels,
            *(() if is_line else (Label((one,)) for one in _column_values(chart.lines[0], frame))),
        ),
        keys=naming.keys,
    )


def _labels(chart: Chart, frame: Frame, above: Sequence[Placed]) -> Naming:
    """What stands right of the plot, then what stands within it."""
    at_edge = [line for line in chart.lines if _ends_at_edge(chart, line, frame)]
    in_the_way = any(one.box.right > frame.right + BESIDE for one in above)
    ceiling = frame.top - (2 if in_the_way else TEXT / 2)
    margin = stack([*_line_ends(chart, at_edge, frame), *_level_ends(chart, frame)], frame, ceiling)
    callouts = Callouts(
        frame,
        [_heights(row.values, frame) for row in (*chart.lines, *(one for one in chart.guides if leads(one)))],
        [_heights(guide.values, frame) for guide in chart.guides if not leads(guide)],
        [frame.y(reference.value) for reference in chart.references],
        [one.box for one in (*above, *(row for label in margin for row in label.rows))],
    )
    found = [*margin, *_within(chart, frame, callouts, at_edge)]
    return named(chart, frame, callouts, [row.text for row in above], found)


def _within(chart: Chart, frame: Frame, callouts: Callouts, at_edge: Sequence[Line]) -> list[Label]:
    """The ends of lines that end before the plot does, and the names of trajectories and of guides that end early."""
    found = []
    for line in chart.lines if chart.kind == "line" else ():
        last = line.last
        if last is not None and line not in at_edge:
            found.append(callouts.beside(_end_rows(chart, line), (frame.x(last), frame.y(line.values[last] or 0.0))))
    for guide in chart.guides:
        if not leads(guide) and guide.last == len(chart.periods) - 1:
            continue
        known = [(frame.x(step), frame.y(one)) for step, one in enumerate(guide.values) if one is not None]
        if known:
            tone: Tone = "target" if leads(guide) else ""
            choices = [tuple(Words(row, tone=tone) for row in rows) for rows in split(guide.label)]
            anchors = [known[(len(known) - 1) * share // 8] for share in (5, 6, 4, 7, 3, 2)]
            label = callouts.near(choices, anchors, far=FLOOR)
            found.append(label or callouts.beside(choices[-1], anchors[0]))
    return found


def _beside(chart: Chart) -> float:
    """How wide a text needs room right of the plot: not that of a line that ends well before the plot does."""
    number = len(chart.periods)
    ends = [
        row
        for line in chart.lines
        if chart.kind == "line" and line.last is not None and number - 1 - line.last < _EARLY * number
        for row in _end_rows(chart, line)
    ]
    levels = [row for one in chart.references for row in _level_rows(one)]
    guides = [row for one in chart.guides if not leads(one) for row in _guide_rows(one.label)]
    return max((row.width for row in (*ends, *levels, *guides)), default=0.0)


def _ends_at_edge(chart: Chart, line: Line, frame: Frame) -> bool:
    """Whether what is said of its last number stands beside the labels of levels."""
    return chart.kind == "line" and line.last == len(chart.periods) - 1 and frame.width <= _CLOSE


def _line_ends(chart: Chart, lines: Sequence[Line], frame: Frame) -> list[End]:
    return [End(_end_rows(chart, line), frame.y(line.values[line.last or 0] or 0.0)) for line in lines]


def _level_ends(chart: Chart, frame: Frame) -> list[End]:
    levels = [End(_level_rows(one), frame.y(one.value)) for one in chart.references]
    last = len(chart.periods) - 1
    own = [one for one in chart.guides if not leads(one) and one.last == last]
    return [*levels, *(End(_guide_rows(one.label), frame.y(one.values[-1] or 0.0)) for one in own)]


def _end_rows(chart: Chart, line: Line) -> tuple[Words, ...]:
    """The last number of a line, and of which period it is; the line's name where there are several."""
    at = line.last or 0
    name = [Words(line.name)] if len(chart.lines) > 1 else []
    return (*name, Words(line.labels[at], line.emphasis, is_number=True), Words(chart.named(at)))


def _level_rows(level: Reference) -> tuple[Words, ...]:
    """A level's label; that of one which is aimed at begins in bold."""
    tone: Tone = "target" if level.emphasis else ""
    return tuple(
        Words(row, level.emphasis and i == 0, tone=tone) for i, row in enumerate(level.rows or split(level.label)[-1])
    )


def _guide_rows(label: str) -> tuple[Words, ...]:
    return tuple(Words(row) for row in ((label,) if len(label) <= _LONG else split(label)[-1]))


def _heights(values: Sequence[float | None], frame: Frame) -> list[float | None]:
    return [None if value is None else frame.y(value) for value in values]


def _steps(scale: Scale, frame: Frame) -> tuple[Placed, ...]:
    return tuple(
        Placed(label, x=frame.left - 8, y=frame.y(tick), anchor="end")
        for tick, label in zip(scale.ticks, scale.labels, strict=True)
    )


def _bands(chart: Chart, frame: Frame) -> tuple[Span, ...]:
    places = [(chart.place(band.period), band.emphasis) for band in chart.bands]
    top = frame.top - 4
    return tuple(
        Span(frame.edge(place[0]), top, (place[1] - place[0]) * frame.width, FLOOR - top, emphasis)
        for place, emphasis in places
        if place
    )


def _traces(chart: Chart, frame: Frame) -> tuple[Trace, ...]:
    return tuple(
        Trace(line, polyline(line.values, frame, chart.parted), points_of(chart, line, frame)) for line in chart.lines
    )


def _columns(line: Line, frame: Frame, *, hollow: bool) -> str:
    half = frame.width * COLUMN / 2
    return "".join(
        f"M{frame.x(step) - half:.1f},{FLOOR}V{frame.y(value):.1f}H{frame.x(step) + half:.1f}V{FLOOR}z"
        for step, value in enumerate(line.values)
        if value is not None and bool(line.markers[step] & HOLLOW) == hollow
    )


def _column_values(line: Line, frame: Frame) -> tuple[Placed, ...]:
    """The number above each column, or above the last alone where they are narrow; a gap's marker always.

    The last is bold.
    """
    all_fit = max(wide(label) for label in line.labels) <= frame.width
    last = len(line.labels) - 1
    return tuple(
        Placed(
            label,
            emphasis=step == last,
            is_number=True,
            x=min(frame.x(step), WIDTH - wide(label) / 2),
            y=(FLOOR if value is None else frame.y(value)) - 14,
        )
        for step, (label, value) in enumerate(zip(line.labels, line.values, strict=True))
        if all_fit or value is None or step == last
    )
