"""A chart for plotly.js, as a plain dictionary: the numbers and labels of the SVG, for those who ask."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from cspsite.charts.chart import HOLLOW, Band, Chart, Line, Reference
from cspsite.charts.columns import words_of
from cspsite.charts.scale import scale_of
from cspsite.markers import explained
from cspsite.periods import Month

#: How plotly.js is to be started: nothing that leaves the site, no way to send the chart to anybody's service.
CONFIG: Mapping[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "showLink": False,
    "showEditInChartStudio": False,
    "responsive": True,
    "modeBarButtonsToRemove": [
        "sendChartToCloud",
        "sendDataToCloud",
        "editInChartStudio",
        "lasso2d",
        "select2d",
    ],
}

_SERIES, _TEXT, _QUIET, _GROUND = "#12436D", "#1F1F1F", "#6F777B", "#FFFFFF"
_GRID, _BAND, _OWN, _TARGET = "#D9DEE1", "#E3EBF2", "#C6D8E8", "#801650"
#: Every colour that `figure` uses, with the style sheet's variable for it: a script may replace one by the other.
COLOURS: Mapping[str, str] = {
    _SERIES: "--csp-series",
    _TEXT: "--csp-text",
    _QUIET: "--csp-quiet",
    _GROUND: "--csp-ground",
    _GRID: "--csp-grid",
    _BAND: "--csp-band",
    _OWN: "--csp-band-own",
    _TARGET: "--csp-target",
}

Json = dict[str, Any]


def figure(chart: Chart) -> Json:
    """`data` and `layout` as plotly.js takes them, in the light theme's colours (see `COLOURS`).

    Lines stand at the first day of a month, columns at names of financial years. Text that plotly.js would read as
    HTML is escaped.
    """
    across = _across(chart)
    return {"data": [_trace(chart, line, across) for line in chart.lines], "layout": _layout(chart, across)}


def figure_json(chart: Chart) -> str:
    """`figure` with `config`, for `Plotly.newPlot(element, it)`; missing numbers are null."""
    whole = {**figure(chart), "config": dict(CONFIG)}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _across(chart: Chart) -> list[str]:
    if chart.kind == "columns":
        return [str(period) for period in chart.periods]
    first = chart.first.ordinal
    return [_day(2 * (first + chart.step * step)) for step in range(len(chart.periods))]


@cache
def _day(half_months: int) -> str:
    """The first of a month, counted in half months; the 16th in its middle."""
    month = Month(half_months // 2)
    return f"{month}-16" if half_months % 2 else f"{month}-01"


def _trace(chart: Chart, line: Line, across: list[str]) -> Json:
    hollow = [bool(markers & HOLLOW) for markers in line.markers]
    trace: Json = {
        "name": _escaped(line.name),
        "x": across,
        "y": list(line.values),
        "customdata": _hover(chart, line),
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    if chart.kind == "columns":
        fills = [_GROUND if one else _SERIES for one in hollow]
        marker = {"color": fills, "line": {"color": _SERIES, "width": 2}}
        return trace | {"type": "bar", "marker": marker, "text": list(line.labels), "textposition": "outside"}
    colour = _SERIES if line.emphasis else _QUIET
    fill = [_GROUND if one else colour for one in hollow] if any(hollow) else colour
    return trace | {
        "type": "scatter",
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": colour, "width": 2.5},
        "marker": {"color": fill, "size": 8, "line": {"color": colour, "width": 1.5}},
    }


def _hover(chart: Chart, line: Line) -> list[str]:
    """For each point its period, its number, and what its markers mean."""
    before = f"<br>{_escaped(line.name)}: " if len(chart.lines) > 1 else f"<br>{_escaped(chart.axis.label)}: "
    points = zip(chart.periods, line.labels, line.markers, strict=True)
    return [f"{words_of(period)}{before}{label}{_meaning(markers)}" for period, label, markers in points]


@cache
def _meaning(markers: frozenset[str]) -> str:
    return f"<br>{explained(markers)}" if markers else ""


def _layout(chart: Chart, across: list[str]) -> Json:
    scale = scale_of(chart)
    bands = [(band, place) for band in chart.bands if (place := chart.place(band.period))]
    return {
        "margin": {"l": 56, "r": 64, "t": 40, "b": 48},
        "height": 360,
        "showlegend": len(chart.lines) > 1,
        "hovermode": "closest",
        "paper_bgcolor": _GROUND,
        "plot_bgcolor": _GROUND,
        "font": {"color": _TEXT, "size": 14},
        "separators": ".,",
        "xaxis": _x_axis(chart),
        "yaxis": {
            "title": {"text": _escaped(chart.axis.label)},
            "range": [0, scale.top * 1.04],
            "tick0": 0,
            "dtick": scale.step,
            "tickformat": "," if chart.axis.whole else None,
            "gridcolor": _GRID,
            "zerolinecolor": _QUIET,
            "automargin": True,
        },
        "shapes": [*(_band(chart, *one) for one in bands), *(_level(one) for one in chart.references)],
        "annotations": [
            *(_band_label(chart, *one) for one in bands),
            *(_level_label(one) for one in chart.references),
            *_last_labels(chart, across),
        ],
    }


def _x_axis(chart: Chart) -> Json:
    if chart.kind == "columns":
        return {"type": "category", "showgrid": False, "linecolor": _QUIET}
    april = f"{chart.first.year}-04-01"
    every = 12 * (1 + len(chart.periods) * chart.step // 73)
    return {
        "type": "date",
        "showgrid": False,
        "linecolor": _QUIET,
        "ticks": "outside",
        "tick0": april,
        "dtick": f"M{every}",
        "tickformat": "%b %Y",
    }


def _edges(chart: Chart, place: tuple[float, float]) -> tuple[Any, Any]:
    """Where a band begins and ends on the horizontal axis: half a step before its first and after its last point."""
    if chart.kind == "columns":
        return place[0] - 0.5, place[1] - 0.5
    first = 2 * chart.first.ordinal - chart.step
    return _day(round(first + 2 * chart.step * place[0])), _day(round(first + 2 * chart.step * place[1]))


def _band(chart: Chart, band: Band, place: tuple[float, float]) -> Json:
    left, right = _edges(chart, place)
    fill = _OWN if band.emphasis else _BAND
    edges = {"x0": left, "x1": right, "y0": 0, "y1": 1, "xref": "x", "yref": "paper"}
    return {"type": "rect", **edges, "fillcolor": fill, "line": {"width": 0}, "layer": "below"}


def _band_label(chart: Chart, band: Band, place: tuple[float, float]) -> Json:
    middle = sum(place) / 2
    centre = (middle, middle)
    at = {"x": _edges(chart, centre)[0], "y": 1, "xref": "x", "yref": "paper", "yanchor": "bottom"}
    return {**at, "text": _bold(band.label, band.emphasis), "showarrow": False}


def _level(reference: Reference) -> Json:
    colour = _TARGET if reference.emphasis else _QUIET
    edges = {"x0": 0, "x1": 1, "y0": reference.value, "y1": reference.value, "xref": "paper", "yref": "y"}
    dash = "dash" if reference.emphasis else "dot"
    return {"type": "line", **edges, "line": {"color": colour, "width": 2, "dash": dash}}


def _level_label(reference: Reference) -> Json:
    at = {"x": 0, "y": reference.value, "xref": "paper", "yref": "y", "xanchor": "left"}
    side = {"yanchor": "top" if reference.emphasis else "bottom"}
    return {**at, **side, "text": _bold(reference.label, reference.emphasis), "showarrow": False}


def _last_labels(chart: Chart, across: list[str]) -> list[Json]:
    if chart.kind == "columns":
        return []
    ends = [(line, line.last) for line in chart.lines]
    return [
        {
            "x": across[at],
            "y": line.values[at],
            "text": _bold(line.labels[at], True),
            "xanchor": "left",
            "xshift": 8,
            "showarrow": False,
        }
        for line, at in ends
        if at is not None
    ]


def _bold(text: str, strong: bool) -> str:
    return f"<b>{_escaped(text)}</b>" if strong else _escaped(text)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
