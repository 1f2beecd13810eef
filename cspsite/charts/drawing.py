"""A chart as shapes and placed text, in units of the drawing: numbers for the SVG template, no colours."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from cspsite.charts.chart import HOLLOW, REVISED, Chart, Flag, FlagKind, Line, Note
from cspsite.charts.frame import (
    FLOOR,
    LETTER,
    TEXT,
    WIDTH,
    Box,
    Frame,
    Placed,
    band_rows,
    frame_of,
    wide,
    year_labels,
)
from cspsite.charts.guides import GuideTrace, guide_traces, in_margin, in_plot, margin_label
from cspsite.charts.labels import Labels, LevelLabel, apart
from cspsite.charts.scale import Scale, scale_of
from cspsite.charts.shapes import alone, circles, flag_shape, polyline

#: From which width of a step on points that are not hollow are drawn too; on a denser line nobody sees them.
_ROOM_FOR_POINTS = 8
#: In what share of the plot's width a line's last number has room beside it.
_WELL_BEFORE = 0.25


@dataclass(frozen=True, slots=True)
class Span:
    """A rectangle, as its left edge, top, width and height."""

    x: float
    y: float
    width: float
    height: float
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class FlagPath:
    """The `d` of all flags of a kind that are drawn alike, filled or hollow."""

    kind: FlagKind
    hollow: bool
    path: str


@dataclass(frozen=True, slots=True)
class Trace:
    """A line as the `d` of its paths: itself, its filled points, its hollow ones, rings and flags; its last point.

    A last point that is flagged is among the flags: only its number is drawn besides.
    """

    path: str
    filled: str
    hollow: str
    rings: str
    flags: tuple[FlagPath, ...]
    emphasis: bool
    last: Placed | None
    end_y: float
    last_hollow: bool
    last_flagged: bool


@dataclass(frozen=True, slots=True)
class Key:
    """A line below the plot that explains a drawn thing."""

    mark: str
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn; `levels` pairs a height with whether it is aimed at, `breaks` are how far right."""

    height: float
    frame: Frame
    unit: str
    grid: tuple[Placed, ...]
    years: tuple[Placed, ...]
    ticks: tuple[float, ...]
    bands: tuple[Span, ...]
    breaks: tuple[float, ...]
    guides: tuple[GuideTrace, ...]
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
    frame = frame_of(chart, scale, _beside(chart, ends))
    is_line = chart.kind == "line"
    keys = _keys(chart.notes)
    years = year_labels(chart, frame)
    heights = _end_heights(chart, frame, ends)
    margin = _margin_labels(chart, frame, heights)
    levels = [*_level_labels(chart, frame, ends, margin), *margin]
    return Drawing(
        height=(keys[-1].y if keys else FLOOR + 28) + 10,
        frame=frame,
        unit=chart.axis.label,
        grid=_grid(scale, frame),
        years=tuple(placed for _, placed in years),
        ticks=tuple(x for x, _ in years) if is_line else (),
        bands=_bands(chart, frame),
        breaks=tuple(frame.edge(one.step) for one in chart.breaks),
        guides=guide_traces(chart, frame),
        traces=_traces(chart, frame, ends, heights) if is_line else (),
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


def _ends(chart: Chart) -> list[str]:
    """What stands beside the last point of each line: its number, and its name where there are several."""
    if chart.kind == "columns":
        return []
    lasts = [(line, line.last) for line in chart.lines]
    return [
        "" if at is None else f"{line.name} {line.labels[at]}" if len(lasts) > 1 else line.labels[at]
        for line, at in lasts
    ]


def _beside(chart: Chart, ends: Sequence[str]) -> list[str]:
    """What needs room right of the plot: not the number of a line that ends well before a guide does."""
    lasts = [line.last or 0 for line in chart.lines]
    well = _WELL_BEFORE if chart.guides else 1.0
    kept = [
        end for end, last in zip(ends, lasts, strict=False) if len(chart.periods) - 1 - last < well * len(chart.periods)
    ]
    return [*kept, *(row for _, rows in in_margin(chart) for row in rows)]


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


def _end_heights(chart: Chart, frame: Frame, ends: Sequence[str]) -> list[float | None]:
    """The heights of what is said at the ends: of each line, then of each guide that is labelled in the margin."""
    margin = in_margin(chart)
    wanted: list[tuple[float | None, int]] = [
        (None if line.last is None else frame.y(line.values[line.last] or 0.0), 1) for line in chart.lines
    ]
    if margin and (last := chart.lines[0].last) is not None and frame.x(last) + 13 + wide(ends[0]) < frame.right:
        wanted[0] = (None, 1)
    wanted += [(frame.y(guide.values[-1] or 0.0), len(rows)) for guide, rows in margin]
    return apart(wanted, ceiling=frame.top - TEXT / 2)


def _margin_labels(chart: Chart, frame: Frame, heights: Sequence[float | None]) -> list[LevelLabel]:
    own = heights[len(chart.lines) :]
    return [
        margin_label(guide, rows, frame, height or 0.0)
        for (guide, rows), height in zip(in_margin(chart), own, strict=True)
    ]


def _traces(chart: Chart, frame: Frame, ends: Sequence[str], heights: Sequence[float | None]) -> tuple[Trace, ...]:
    return tuple(_trace(chart, line, frame, ends[i], heights[i]) for i, line in enumerate(chart.lines))


def _trace(chart: Chart, line: Line, frame: Frame, end: str, height: float | None) -> Trace:
    values, last = line.values, line.last
    radius = min(5.0, max(2.5, frame.width * 0.28))
    flags = {flag.step: flag for flag in chart.flags} if line is chart.lines[0] else {}
    hollow = {step for step, markers in enumerate(line.markers) if markers & HOLLOW}
    own = {last, *flags}
    filled = (
        set(range(len(values))) if hollow - {last} and frame.width > _ROOM_FOR_POINTS else alone(values, chart.parted)
    )
    rings = [step for step, markers in enumerate(line.markers) if REVISED in markers]
    placed = None
    if last is not None:
        placed = Placed(end, frame.x(last), frame.y(values[last] or 0.0), "start", line.emphasis)
    return Trace(
        polyline(values, frame, chart.parted),
        circles(sorted(filled - own - hollow), values, frame, radius * 0.8),
        circles(sorted(hollow - own), values, frame, radius),
        circles(rings, values, frame, radius + 3),
        _flag_paths(flags, line, frame, hollow),
        line.emphasis,
        placed,
        (placed.y if placed else 0.0) if height is None else height,
        last in hollow,
        last in flags,
    )


def _flag_paths(flags: Mapping[int, Flag], line: Line, frame: Frame, hollow: Collection[int]) -> tuple[FlagPath, ...]:
    """Flags as one path for each kind, filled and hollow; larger at the last point."""
    found: dict[tuple[FlagKind, bool], str] = {}
    for step, flag in sorted(flags.items()):
        radius = 7.0 if step == line.last else min(6.5, max(3.8, frame.width * 0.5))
        shape = flag_shape(flag.kind, frame.x(step), frame.y(line.values[step] or 0.0), radius)
        key = (flag.kind, step in hollow)
        found[key] = found.get(key, "") + shape
    return tuple(FlagPath(kind, is_hollow, path) for (kind, is_hollow), path in found.items())


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


def _level_labels(chart: Chart, frame: Frame, ends: Sequence[str], margin: Sequence[LevelLabel]) -> list[LevelLabel]:
    """The labels within the plot: of references, and of guides that are not labelled in the margin."""
    rows = [chart.lines[0].values, *(guide.values for guide in chart.guides)]
    labels = Labels(frame, [[None if value is None else frame.y(value) for value in row] for row in rows])
    for reference in chart.references:
        labels.keep_clear(reference.value)
    last = chart.lines[0].last
    if chart.guides and last is not None:
        x, y = frame.x(last), frame.y(chart.lines[0].values[last] or 0.0)
        labels.texts.append(Box(x - 9, y - TEXT / 2 - 3, x + 20 + wide(ends[0]), y + TEXT / 2 + 3))
    rows_beside = [row for label in margin for row in label.rows]
    labels.texts += [Box(row.x, row.y - TEXT, row.x + wide(row.text), row.y + 3) for row in rows_beside]
    levels = [labels.place(level.label, level.value, level.emphasis) for level in chart.references]
    return [*levels, *(labels.place_along(guide.label, guide.values) for guide in in_plot(chart))]


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
