"""A chart as shapes and placed text, in units of the drawing: numbers for the SVG template, no colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cspsite.charts.chart import HOLLOW, Chart, Line, Note
from cspsite.charts.frame import (
    FLOOR,
    LETTER,
    TEXT,
    WIDTH,
    Frame,
    Placed,
    band_rows,
    frame_of,
    wide,
    year_labels,
)
from cspsite.charts.labels import Labels, LevelLabel
from cspsite.charts.scale import Scale, scale_of

#: From which width of a step on points that are not hollow are drawn too; on a denser line nobody sees them.
_ROOM_FOR_POINTS = 8


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
    """A line as the `d` of three paths: itself, its filled points and its hollow ones; and its last point."""

    path: str
    filled: str
    hollow: str
    emphasis: bool
    last: Placed | None
    end_y: float
    last_hollow: bool


@dataclass(frozen=True, slots=True)
class Key:
    """A line below the plot that explains a drawn thing."""

    mark: str
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn; `levels` pairs a height with whether it is aimed at."""

    height: float
    frame: Frame
    unit: str
    grid: tuple[Placed, ...]
    years: tuple[Placed, ...]
    ticks: tuple[float, ...]
    bands: tuple[Span, ...]
    traces: tuple[Trace, ...]
    columns: str
    hollow_columns: str
    levels: tuple[tuple[float, bool], ...]
    leaders: str
    labels: tuple[Placed, ...]
    values: tuple[Placed, ...]
    keys: tuple[Key, ...]


def draw(chart: Chart) -> Drawing:
    """Where everything of a chart stands."""
    scale = scale_of(chart)
    ends = _ends(chart)
    frame = frame_of(chart, scale, ends)
    is_line = chart.kind == "line"
    keys = _keys(chart.notes)
    years = year_labels(chart, frame)
    levels = _level_labels(chart, frame)
    return Drawing(
        height=(keys[-1].y if keys else FLOOR + 28) + 10,
        frame=frame,
        unit=chart.axis.label,
        grid=_grid(scale, frame),
        years=tuple(placed for _, placed in years),
        ticks=tuple(x for x, _ in years) if is_line else (),
        bands=_bands(chart, frame),
        traces=_traces(chart, frame, ends) if is_line else (),
        columns="" if is_line else _columns(chart.lines[0], frame, hollow=False),
        hollow_columns="" if is_line else _columns(chart.lines[0], frame, hollow=True),
        levels=tuple((frame.y(reference.value), reference.emphasis) for reference in chart.references),
        leaders="".join(label.leader for label in levels),
        labels=(
            *(placed for placed, _ in band_rows(chart, frame)),
            *(row for one in levels for row in one.rows),
        ),
        values=() if is_line else _column_values(chart.lines[0], frame),
        keys=keys,
    )


def polyline(values: Sequence[float | None], frame: Frame) -> str:
    """The `d` of a line that is broken wherever a value is missing."""
    parts = []
    letter = "M"
    for step, value in enumerate(values):
        if value is None:
            letter = "M"
            continue
        parts.append(f"{letter}{frame.x(step):.1f},{frame.y(value):.1f}")
        letter = "L"
    return "".join(parts)


def circles(steps: Sequence[int], values: Sequence[float | None], frame: Frame, radius: float) -> str:
    """The `d` of a circle at each of the steps that has a value."""
    turn = f"a{radius:.1f},{radius:.1f} 0 1,0 "
    round_trip = f"{turn}{2 * radius:.1f},0{turn}{-2 * radius:.1f},0z"
    return "".join(
        f"M{frame.x(step) - radius:.1f},{frame.y(value):.1f}{round_trip}"
        for step in steps
        if (value := values[step]) is not None
    )


def _ends(chart: Chart) -> list[str]:
    """What stands beside the last point of each line: its number, and its name where there are several."""
    if chart.kind == "columns":
        return []
    lasts = [(line, line.last) for line in chart.lines]
    return [
        "" if at is None else f"{line.name} {line.labels[at]}" if len(lasts) > 1 else line.labels[at]
        for line, at in lasts
    ]


def _grid(scale: Scale, frame: Frame) -> tuple[Placed, ...]:
    return tuple(
        Placed(label, frame.left - 8, frame.y(tick), "end")
        for tick, label in zip(scale.ticks, scale.labels, strict=True)
    )


def _bands(chart: Chart, frame: Frame) -> tuple[Span, ...]:
    places = [(chart.place(band.period), band.emphasis) for band in chart.bands]
    return tuple(
        Span(
            frame.edge(place[0]),
            frame.top - 4,
            (place[1] - place[0]) * frame.width,
            FLOOR - frame.top + 4,
            emphasis,
        )
        for place, emphasis in places
        if place
    )


def _traces(chart: Chart, frame: Frame, ends: Sequence[str]) -> tuple[Trace, ...]:
    heights = _apart([None if line.last is None else frame.y(line.values[line.last] or 0.0) for line in chart.lines])
    return tuple(_trace(line, frame, end, height) for line, end, height in zip(chart.lines, ends, heights, strict=True))


def _trace(line: Line, frame: Frame, end: str, height: float | None) -> Trace:
    values, last = line.values, line.last
    radius = min(5.0, max(2.5, frame.width * 0.28))
    hollow = [step for step, markers in enumerate(line.markers) if step != last and markers & HOLLOW]
    filled = set(range(len(values))) if hollow and frame.width > _ROOM_FOR_POINTS else _alone(values)
    placed = None
    if last is not None and height is not None:
        placed = Placed(end, frame.x(last), frame.y(values[last] or 0.0), "start", line.emphasis)
    return Trace(
        polyline(values, frame),
        circles(sorted(filled - {last, *hollow}), values, frame, radius * 0.8),
        circles(hollow, values, frame, radius),
        line.emphasis,
        placed,
        height or 0.0,
        last is not None and bool(line.markers[last] & HOLLOW),
    )


def _alone(values: Sequence[float | None]) -> set[int]:
    """Steps with a value and none on either side: a line cannot show them, a point can."""
    return {
        step
        for step, value in enumerate(values)
        if value is not None
        and (step == 0 or values[step - 1] is None)
        and (step + 1 == len(values) or values[step + 1] is None)
    }


def _apart(heights: list[float | None]) -> list[float | None]:
    """Heights moved so far apart that text at each can be read."""
    order = sorted((height, i) for i, height in enumerate(heights) if height is not None)
    found = dict(enumerate(heights))
    for (_, before), (height, i) in pairwise(order):
        above = found[before]
        found[i] = max(height, (above if above is not None else 0) + TEXT)
    return [found[i] for i in range(len(heights))]


def _columns(line: Line, frame: Frame, *, hollow: bool) -> str:
    half = frame.width * 0.3
    return "".join(
        f"M{frame.x(step) - half:.1f},{FLOOR}V{frame.y(value):.1f}H{frame.x(step) + half:.1f}V{FLOOR}z"
        for step, value in enumerate(line.values)
        if value is not None and bool(line.markers[step] & HOLLOW) == hollow
    )


def _column_values(line: Line, frame: Frame) -> tuple[Placed, ...]:
    """The number above each column, or above the last alone where they are narrow; a gap's marker always."""
    all_fit = max(wide(label) for label in line.labels) <= frame.width
    last = len(line.labels) - 1
    return tuple(
        Placed(
            label,
            min(frame.x(step), WIDTH - wide(label) / 2),
            (FLOOR if value is None else frame.y(value)) - 7,
            emphasis=step == last,
        )
        for step, (label, value) in enumerate(zip(line.labels, line.values, strict=True))
        if all_fit or value is None or step == last
    )


def _level_labels(chart: Chart, frame: Frame) -> list[LevelLabel]:
    if not chart.references:
        return []
    subject = chart.lines[0].values
    labels = Labels(frame, [None if value is None else frame.y(value) for value in subject])
    for reference in chart.references:
        labels.keep_clear(reference.value)
    return [labels.place(level.label, level.value, level.emphasis) for level in chart.references]


def _keys(notes: Sequence[Note]) -> tuple[Key, ...]:
    """Explanations of drawn things, side by side as long as they fit."""
    found: list[Key] = []
    x, y = 4.0, FLOOR + 62.0
    for note in notes:
        if not note.mark:
            continue
        needed = 28 + len(note.text) * LETTER
        if found and x + needed > WIDTH:
            x, y = 4.0, y + TEXT + 6
        found.append(Key(note.mark, note.text, x, y))
        x += needed + 18
    return tuple(found)
