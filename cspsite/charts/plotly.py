"""A chart for plotly.js, as a plain dictionary: the numbers and labels of the SVG, for those who ask."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cspsite.charts.chart import Band, Break, Chart, Guide, Reference, Row
from cspsite.charts.colours import BAND, GRID, GROUND, OWN, QUIET, TARGET, TEXT
from cspsite.charts.guides import in_margin, in_plot
from cspsite.charts.labels import apart, split
from cspsite.charts.scale import scale_of
from cspsite.charts.traces import Json, day, escaped, guide_trace, line_trace

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

#: A figure's height, its margins above and below the plot, and how high a row of text is, in pixels.
_HEIGHT, _ABOVE, _BELOW, _ROW = 360, 40, 48, 18


def figure(chart: Chart) -> Json:
    """`data` and `layout` as plotly.js takes them, in the light theme's colours (see `colours`).

    Lines stand at the first day of a month, columns at names of financial years. The lines come before the guides;
    where one is broken between two numbers it has a null with an empty text. Text that plotly.js would read as HTML
    is escaped.
    """
    traces = [line_trace(chart, line) for line in chart.lines] + [guide_trace(chart, one) for one in chart.guides]
    return {"data": traces, "layout": _layout(chart)}


def figure_json(chart: Chart) -> str:
    """`figure` with `config`, for `Plotly.newPlot(element, it)`; missing numbers are null."""
    whole = {**figure(chart), "config": dict(CONFIG)}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _layout(chart: Chart) -> Json:
    scale = scale_of(chart)
    bands = [(band, place) for band in chart.bands if (place := chart.place(band.period))]
    return {
        "margin": {"l": 56, "r": _right(chart), "t": _ABOVE, "b": _BELOW},
        "height": _HEIGHT,
        "showlegend": len(chart.lines) > 1,
        "hovermode": "closest",
        "paper_bgcolor": GROUND,
        "plot_bgcolor": GROUND,
        "font": {"color": TEXT, "size": 14},
        "separators": ".,",
        "xaxis": _x_axis(chart),
        "yaxis": {
            "title": {"text": escaped(chart.axis.label)},
            "range": [0, scale.top * 1.04],
            "tick0": 0,
            "dtick": scale.step,
            "tickformat": "," if chart.axis.whole else None,
            "gridcolor": GRID,
            "zerolinecolor": QUIET,
            "automargin": True,
        },
        "shapes": [
            *(_band(chart, *one) for one in bands),
            *(_break(chart, one) for one in chart.breaks),
            *(_level(one) for one in chart.references),
        ],
        "annotations": [
            *(_band_label(chart, *one) for one in bands),
            *(_break_label(chart, one) for one in chart.breaks),
            *(_level_label(one) for one in chart.references),
            *_last_labels(chart),
        ],
    }


def _right(chart: Chart) -> int:
    """The margin right of the plot, with room for the labels of guides; in pixels."""
    return max([64, *(20 + 8 * len(guide.label) for guide, _ in in_margin(chart))])


def _x_axis(chart: Chart) -> Json:
    if chart.kind == "columns":
        return {"type": "category", "showgrid": False, "linecolor": QUIET}
    april = f"{chart.first.year}-04-01"
    number = len(chart.periods)
    every = 12 * (1 + number * chart.step // 73)
    whole = {"range": list(_edges(chart, (0, number)))} if chart.guides else {}
    return {
        **whole,
        "type": "date",
        "showgrid": False,
        "linecolor": QUIET,
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
    return day(round(first + 2 * chart.step * place[0])), day(round(first + 2 * chart.step * place[1]))


def _band(chart: Chart, band: Band, place: tuple[float, float]) -> Json:
    left, right = _edges(chart, place)
    fill = OWN if band.emphasis else BAND
    edges = {"x0": left, "x1": right, "y0": 0, "y1": 1, "xref": "x", "yref": "paper"}
    return {"type": "rect", **edges, "fillcolor": fill, "line": {"width": 0}, "layer": "below"}


def _band_label(chart: Chart, band: Band, place: tuple[float, float]) -> Json:
    middle = sum(place) / 2
    centre = (middle, middle)
    at = {"x": _edges(chart, centre)[0], "y": 1, "xref": "x", "yref": "paper", "yanchor": "bottom"}
    return {**at, "text": _bold(band.label, band.emphasis), "showarrow": False}


def _break(chart: Chart, one: Break) -> Json:
    x = _edges(chart, (one.step, one.step))[0]
    edges = {"x0": x, "x1": x, "y0": 0, "y1": 1, "xref": "x", "yref": "paper"}
    return {"type": "line", **edges, "line": {"color": QUIET, "width": 1.5, "dash": "dot"}, "layer": "below"}


def _break_label(chart: Chart, one: Break) -> Json:
    at = {"x": _edges(chart, (one.step, one.step))[0], "y": 1, "xref": "x", "yref": "paper"}
    return {**at, "xanchor": "left", "yanchor": "top", "text": escaped(one.label), "showarrow": False}


def _level(reference: Reference) -> Json:
    colour = TARGET if reference.emphasis else QUIET
    edges = {"x0": 0, "x1": 1, "y0": reference.value, "y1": reference.value, "xref": "paper", "yref": "y"}
    dash = "dash" if reference.emphasis else "dot"
    return {"type": "line", **edges, "line": {"color": colour, "width": 2, "dash": dash}}


def _level_label(reference: Reference) -> Json:
    at = {"x": 0, "y": reference.value, "xref": "paper", "yref": "y", "xanchor": "left"}
    side = {"yanchor": "top" if reference.emphasis else "bottom"}
    return {**at, **side, "text": _bold(reference.label, reference.emphasis), "showarrow": False}


def _last_labels(chart: Chart) -> list[Json]:
    """The number at the end of each line, and what each guide is; those in the margin are moved apart."""
    if chart.kind == "columns":
        return []
    margin = [guide for guide, _ in in_margin(chart)]
    ends: list[tuple[Row, str]] = [
        (line, _bold(line.labels[line.last], True)) for line in chart.lines if line.last is not None
    ]
    ends += [(guide, escaped(guide.label)) for guide in margin]
    moved = _moved(chart, [row.values[row.last or 0] or 0.0 for row, _ in ends]) if margin else [0.0] * len(ends)
    found = [
        _end(chart, row, text) | {"xanchor": "left", "xshift": 8} | ({"yshift": shift} if shift else {})
        for (row, text), shift in zip(ends, moved, strict=True)
    ]
    return [*found, *(_beside(chart, guide) for guide in in_plot(chart))]


def _beside(chart: Chart, guide: Guide) -> Json:
    """A label within the plot, on the side of its guide's end that the guide does not come from."""
    known = [value for value in guide.values if value is not None]
    side = {"yanchor": "top", "yshift": -4} if known[0] > known[-1] else {"yanchor": "bottom", "yshift": 4}
    rows = "<br>".join(escaped(row) for row in split(guide.label)[-1])
    return _end(chart, guide, rows) | {"xanchor": "right"} | side


def _end(chart: Chart, row: Row, text: str) -> Json:
    at = row.last or 0
    x = day(2 * (chart.first.ordinal + chart.step * at))
    return {"x": x, "y": row.values[at], "text": text, "showarrow": False}


def _moved(chart: Chart, values: list[float]) -> list[float]:
    """By how many pixels each label goes up, so that none covers another."""
    high = _HEIGHT - _ABOVE - _BELOW
    heights = [high - high * value / (scale_of(chart).top * 1.04) for value in values]
    placed = apart([(height, 1) for height in heights], text=_ROW, ceiling=-_ROW / 2, floor=high)
    return [round(before - (after or 0.0), 1) for before, after in zip(heights, placed, strict=True)]


def _bold(text: str, strong: bool) -> str:
    return f"<b>{escaped(text)}</b>" if strong else escaped(text)
