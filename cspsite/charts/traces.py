"""The lines, columns and guides of a chart for plotly.js, with what the pointer is told of each number."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from cspsite.charts.chart import HOLLOW, Chart, FlagKind, Guide, Line, Style
from cspsite.charts.colours import CONCERN, GROUND, IMPROVEMENT, QUIET, SERIES, SPECIAL, TARGET
from cspsite.charts.drawing import Trace
from cspsite.charts.guides import leads
from cspsite.charts.points import Point
from cspsite.markers import explained

Json = dict[str, Any]

#: The symbol and the colour of each kind of flag: the shapes of the SVG.
FLAGS: Mapping[FlagKind, tuple[str, str]] = {
    "concern": ("square", CONCERN),
    "improvement": ("diamond", IMPROVEMENT),
    "special": ("triangle-up", SPECIAL),
}
_POINT = "circle"
#: The dashes, width and colour of each style of guide, as the style sheet of the SVG has them.
_STYLES: Mapping[Style, tuple[str, float, str]] = {
    "centre": ("solid", 1.8, QUIET),
    "limit": ("7px,4px", 1.8, QUIET),
    "trajectory": ("13px,4px,2px,4px", 2.2, TARGET),
}


def line_trace(chart: Chart, trace: Trace) -> Json:
    """A line with a text for each number: its period, what its markers mean, and why it is flagged.

    A line that a break parts has a null half a step before the number, as `between` has it. Numbers that are not
    drawn as points are there for the pointer, and are not seen.
    """
    line, parted = trace.line, chart.parted
    colour, width = (SERIES, 3) if line.emphasis else (QUIET, 2)
    return {
        **_numbers(chart, line, parted),
        "type": "scatter",
        "mode": "lines+markers",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": colour, "width": width},
        "marker": _markers(chart, trace, colour),
    }


def column_trace(chart: Chart) -> Json:
    """Columns, hollow where the number is not a sure count; their numbers stand above them as labels.

    How wide they are the layout says: a `width` here would be in steps, among others in units of the drawing.
    """
    line = chart.lines[0]
    fills = [GROUND if markers & HOLLOW else SERIES for markers in line.markers]
    marker = {"color": fills, "line": {"color": SERIES, "width": 2}}
    return {**_numbers(chart, line, ()), "type": "bar", "marker": marker, "cliponaxis": False}


def guide_trace(chart: Chart, guide: Guide) -> Json:
    """A guide as a line without points: level within each period, or straight to the next for a trajectory."""
    dash, width, colour = _STYLES[guide.style]
    parted = frozenset[int]() if leads(guide) else chart.parted
    before = f"<br>{escaped(guide.name)}: "
    rows = zip(chart.periods, guide.labels, guide.values, strict=True)
    texts = ["" if value is None else f"{period.words}{before}{label}" for period, label, value in rows]
    start = {"mode": "lines+markers", "marker": _start(guide)} if leads(guide) else {"mode": "lines"}
    return {
        "type": "scatter",
        **start,
        "name": escaped(guide.name),
        "x": _across(chart, parted),
        "y": between(guide.values, parted, None),
        "customdata": between(texts, parted, ""),
        "hovertemplate": "%{customdata}<extra></extra>",
        "connectgaps": False,
        "line": {"color": colour, "width": width, "dash": dash, "shape": "linear" if leads(guide) else "hvh"},
    }


def _start(guide: Guide) -> Json:
    """The ring where a trajectory begins, the only point of it that is seen."""
    first = next((step for step, value in enumerate(guide.values) if value is not None), None)
    seen = [int(step == first) for step in range(len(guide.values))]
    return {"color": GROUND, "size": 8, "opacity": seen, "line": {"color": TARGET, "width": 2}}


def between(values: Sequence[Any], parted: Collection[int], nothing: Any) -> list[Any]:
    """The values, with `nothing` before each of the steps `parted`."""
    return [one for step, value in enumerate(values) for one in ([nothing, value] if step in parted else [value])]


def escaped(text: str) -> str:
    """Text that plotly.js shows as it is, and does not read as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _numbers(chart: Chart, line: Line, parted: Collection[int]) -> Json:
    return {
        "name": escaped(line.name),
        "x": _across(chart, parted),
        "y": between(line.values, parted, None),
        "customdata": between(_hover(chart, line), parted, ""),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _across(chart: Chart, parted: Collection[int]) -> list[float]:
    """At which step each number stands, and half a step before for each break."""
    steps = range(len(chart.periods))
    return [one for step in steps for one in ((step - 0.5, step) if step in parted else (step,))]


def _markers(chart: Chart, trace: Trace, colour: str) -> Json:
    """What each number's point looks like; those that the drawing has not are not seen."""
    drawn = {point.step: point for point in trace.points}
    looks = [_look(drawn.get(step), colour) for step in range(len(trace.line.values))]
    nothing = (_POINT, colour, colour, 8, 0)
    symbols, fills, edges, sizes, seen = zip(*between(looks, chart.parted, nothing), strict=True)
    return {
        "symbol": _once(symbols),
        "color": _once(fills),
        "size": _once(sizes),
        "opacity": list(seen),
        "line": {"color": _once(edges), "width": 1.5},
    }


def _once(values: Sequence[Any]) -> Any:
    """One value instead of many that are equal."""
    return values[0] if len(set(values)) == 1 else list(values)


def _look(point: Point | None, colour: str) -> tuple[str, str, str, float, int]:
    """A point's symbol, fill, edge, size, and whether it is seen."""
    if point is None:
        return (_POINT, colour, colour, 8, 0)
    symbol, edge = FLAGS[point.flag] if point.flag else (_POINT, colour)
    return (symbol, GROUND if point.hollow else edge, edge, _short(2 * point.radius), 1)


def _short(size: float) -> float:
    return int(size) if size == int(size) else round(size, 1)


def _hover(chart: Chart, line: Line) -> list[str]:
    """What the pointer is told of each number; nothing where the line has not come to yet."""
    before = f"<br>{escaped(line.name)}: " if len(chart.lines) > 1 else f"<br>{escaped(chart.axis.label)}: "
    said = {one.step: f"<br>{escaped(one.label)}" for one in chart.breaks if not one.parts}
    if line is chart.lines[0]:
        for flag in chart.flags:
            said[flag.step] = f"{said.get(flag.step, '')}<br>{escaped(flag.words)}"
    points = zip(chart.periods, line.labels, line.markers, strict=True)
    return [
        f"{period.words}{before}{label}{_meaning(markers)}{said.get(step, '')}" if label else ""
        for step, (period, label, markers) in enumerate(points)
    ]


@cache
def _meaning(markers: frozenset[str]) -> str:
    return f"<br>{explained(markers)}" if markers else ""
