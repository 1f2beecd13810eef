"""The lines, columns and guides of a chart as plotly.js takes them, with what the pointer is told of each number."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from cspsite.charts.chart import HOLLOW, REVISED, Chart, FlagKind, Guide, Line, Style
from cspsite.charts.colours import CONCERN, GROUND, IMPROVEMENT, QUIET, SERIES, SPECIAL, TARGET
from cspsite.markers import explained
from cspsite.periods import Month

Json = dict[str, Any]

#: The symbol and the colour of each kind of flag: the shapes of the SVG.
_FLAGS: Mapping[FlagKind, tuple[str, str]] = {
    "concern": ("square", CONCERN),
    "improvement": ("diamond", IMPROVEMENT),
    "special": ("triangle-up", SPECIAL),
}
_POINT, _RING = "circle", "circle-open-dot"
_DASHES: Mapping[Style, tuple[str, str]] = {
    "centre": ("solid", QUIET),
    "limit": ("dash", QUIET),
    "trajectory": ("dashdot", TARGET),
}


def line_trace(chart: Chart, line: Line) -> Json:
    """A line, or columns, with a text for each number: its period, what its markers mean, and why it is flagged.

    A line that a break parts has a null half a step before the number, as `between` has it.
    """
    hollow = [bool(markers & HOLLOW) for markers in line.markers]
    parted = chart.parted if chart.kind == "line" else frozenset[int]()
    trace: Json = {
        "name": escaped(line.name),
        "x": [str(period) for period in chart.periods] if chart.kind == "columns" else _across(chart, parted),
        "y": between(line.values, parted, None),
        "customdata": between(_hover(chart, line), parted, ""),
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    if chart.kind == "columns":
        fills = [GROUND if one else SERIES for one in hollow]
        marker = {"color": fills, "line": {"color": SERIES, "width": 2}}
        return trace | {"type": "bar", "marker": marker, "text": list(line.labels), "textposition": "outside"}
    colour = SERIES if line.emphasis else QUIET
    if chart.guides:
        trace["cliponaxis"] = False
    return trace | {
        "type": "scatter",
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": colour, "width": 2.5},
        "marker": _markers(chart, line, colour, hollow),
    }


def guide_trace(chart: Chart, guide: Guide) -> Json:
    """A guide as a line without points: level within each period, or straight to the next for a trajectory."""
    dash, colour = _DASHES[guide.style]
    leads = guide.style == "trajectory"
    parted = frozenset[int]() if leads else chart.parted
    before = f"<br>{escaped(guide.name)}: "
    rows = zip(chart.periods, guide.labels, guide.values, strict=True)
    texts = ["" if value is None else f"{period.words}{before}{label}" for period, label, value in rows]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": escaped(guide.name),
        "x": _across(chart, parted),
        "y": between(guide.values, parted, None),
        "customdata": between(texts, parted, ""),
        "hovertemplate": "%{customdata}<extra></extra>",
        "connectgaps": False,
        "showlegend": False,
        "line": {"color": colour, "width": 1.5, "dash": dash, "shape": "linear" if leads else "hvh"},
    }


def between(values: Sequence[Any], parted: Collection[int], nothing: Any) -> list[Any]:
    """The values, with `nothing` before each of the steps `parted`."""
    return [one for step, value in enumerate(values) for one in ([nothing, value] if step in parted else [value])]


@cache
def day(half_months: int) -> str:
    """The first of a month, counted in half months; the 16th in its middle."""
    month = Month(half_months // 2)
    return f"{month}-16" if half_months % 2 else f"{month}-01"


def escaped(text: str) -> str:
    """Text that plotly.js shows as it is, and does not read as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _across(chart: Chart, parted: Collection[int]) -> list[str]:
    """The first day of each month that a number stands at, and half a step before for each break."""
    first = 2 * chart.first.ordinal
    return [
        day(first + chart.step * (2 * step - back))
        for step in range(len(chart.periods))
        for back in ((1, 0) if step in parted else (0,))
    ]


def _markers(chart: Chart, line: Line, colour: str, hollow: list[bool]) -> Json:
    """Points: alike, or one by one where any is hollow, ringed or flagged."""
    flags = {flag.step: _FLAGS[flag.kind] for flag in chart.flags} if line is chart.lines[0] else {}
    ringed = [REVISED in markers for markers in line.markers]
    edges = [flags[step][1] if step in flags else colour for step in range(len(hollow))]
    if not flags and not any(hollow) and not any(ringed):
        return {"color": colour, "size": 8, "line": {"color": colour, "width": 1.5}}
    symbols = [flags[step][0] if step in flags else _RING if one else _POINT for step, one in enumerate(ringed)]
    # an open symbol has its line in the colour that others are filled with
    fills = [
        GROUND if empty and symbol != _RING else edge
        for empty, symbol, edge in zip(hollow, symbols, edges, strict=True)
    ]
    fill = between(fills, chart.parted, GROUND)
    if not flags and not any(ringed):
        return {"color": fill, "size": 8, "line": {"color": colour, "width": 1.5}}
    return {
        "symbol": between(symbols, chart.parted, _POINT),
        "color": fill,
        "size": between([8 if symbol == _POINT else 11 for symbol in symbols], chart.parted, 8),
        "opacity": 1,  # points of several sizes are else half transparent
        "line": {"color": between(edges, chart.parted, colour), "width": 1.5},
    }


def _hover(chart: Chart, line: Line) -> list[str]:
    """What the pointer is told of each number; nothing where the line has not come to yet."""
    before = f"<br>{escaped(line.name)}: " if len(chart.lines) > 1 else f"<br>{escaped(chart.axis.label)}: "
    flags = {flag.step: f"<br>{escaped(flag.words)}" for flag in chart.flags} if line is chart.lines[0] else {}
    points = zip(chart.periods, line.labels, line.markers, strict=True)
    return [
        f"{period.words}{before}{label}{_meaning(markers)}{flags.get(step, '')}" if label else ""
        for step, (period, label, markers) in enumerate(points)
    ]


@cache
def _meaning(markers: frozenset[str]) -> str:
    return f"<br>{explained(markers)}" if markers else ""
