"""A chart for plotly.js, as a plain dictionary: the drawing of the SVG once more, for those who ask."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cspsite.charts.chart import Chart
from cspsite.charts.colours import BAND, EDGE, GRID, GROUND, OWN, QUIET, SERIES, TARGET, TEXT
from cspsite.charts.drawing import Drawing, Span, draw
from cspsite.charts.frame import FLOOR, WIDTH, Frame, Placed
from cspsite.charts.keys import KeyShape, around, key_shapes
from cspsite.charts.labels import Leader
from cspsite.charts.naming import COLUMN
from cspsite.charts.traces import Json, column_trace, escaped, guide_trace, line_trace

#: How plotly.js is to be started: nothing that leaves the site, no way to send the chart to anybody's service.
CONFIG: Mapping[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "showLink": False,
    "showEditInChartStudio": False,
    "responsive": False,
}

#: What all texts have in common, said once: a page has many of them.
_TEXTS: Mapping[str, Any] = {
    "xref": "paper",
    "yref": "paper",
    "yanchor": "middle",
    "showarrow": False,
    "borderpad": 0,
}
#: The dashes of a break.
_DOTS = "3px,2px"
#: How far the plot goes on above the highest gridline: plotly.js draws none at its very edge.
_ABOVE = 3.0


def figure(chart: Chart) -> Json:
    """`data` and `layout` as plotly.js takes them, in the light theme's colours (see `colours`).

    Sizes are in units of the drawing, which is 600 across: whoever shows it makes them smaller or larger. Numbers stand
    at their steps, from 0 on. The lines come before the guides; where one is broken between two numbers it has a null
    with an empty text. Text that plotly.js would read as HTML is escaped.
    """
    drawing = draw(chart)
    lines = [line_trace(chart, trace) for trace in drawing.traces] or [column_trace(chart)]
    return {"data": [*lines, *(guide_trace(chart, one) for one in chart.guides)], "layout": _layout(chart, drawing)}


def figure_json(chart: Chart) -> str:
    """`figure` with `config`, for `Plotly.newPlot(element, it)`; missing numbers are null."""
    whole = {**figure(chart), "config": dict(CONFIG)}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _layout(chart: Chart, drawing: Drawing) -> Json:
    frame = _raised(drawing.frame)
    signs = [shape for key in drawing.keys for shape in key_shapes(key, chart.kind)]
    return {
        "margin": {
            "l": frame.left,
            "r": WIDTH - frame.right,
            "t": frame.top,
            "b": drawing.height - FLOOR,
            "pad": 0,
        },
        "height": drawing.height,
        "width": WIDTH,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "paper_bgcolor": GROUND,
        "plot_bgcolor": GROUND,
        "font": {"color": TEXT, "size": 15},
        "hoverlabel": {"bgcolor": GROUND, "bordercolor": QUIET, "font": {"color": TEXT}, "align": "left"},
        "xaxis": _x_axis(drawing),
        "yaxis": _y_axis(drawing, frame),
        **({"bargap": round(1 - COLUMN, 2)} if chart.kind == "columns" else {}),
        "shapes": [
            *(_band(one, frame) for one in drawing.bands),
            *(_break(x, drawing.frame.top - 4, frame) for x in drawing.breaks),
            *(_level(y, aimed_at, frame) for y, aimed_at in drawing.levels),
            *(_leader(one, frame) for one in drawing.leaders),
            *(_sign(ring, frame) for ring in _rings(drawing)),
            *(_sign(shape, frame) for shape in signs),
        ],
        "template": {"layout": {"annotationdefaults": dict(_TEXTS)}},
        "annotations": [
            *(_text((one,), frame, QUIET) for one in drawing.axes),
            *(_text(one.rows, frame, TARGET if one.rows[0].tone else TEXT) for one in drawing.labels),
            *(_text((key.words(chart.kind),), frame, QUIET) for key in drawing.keys),
        ],
    }


def _raised(frame: Frame) -> Frame:
    """The frame with a little room above its highest gridline; every value stands where it stood."""
    more = (FLOOR - frame.top + _ABOVE) / (FLOOR - frame.top)
    return replace(frame, top=frame.top - _ABOVE, highest=frame.highest * more)


def _x_axis(drawing: Drawing) -> Json:
    frame = drawing.frame
    return {
        "type": "linear",
        "range": [-0.5, frame.count - 0.5],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "linecolor": QUIET,
        "linewidth": 1.5,
        "ticks": "outside",
        "tickcolor": QUIET,
        "showticklabels": False,
        "tickvals": [_step(x, frame) for x in drawing.ticks],
    }


def _y_axis(drawing: Drawing, frame: Frame) -> Json:
    values = [frame.highest * (FLOOR - y) / (FLOOR - frame.top) for y in drawing.grid]
    return {
        "range": [0, round(frame.highest, 10)],
        "fixedrange": True,
        "gridcolor": GRID,
        "zeroline": False,
        "showticklabels": False,
        "tickvals": [round(value, 10) for value in values],
    }


def _step(x: float, frame: Frame) -> float:
    return round((x - frame.left) / frame.width - 0.5, 4)


def _across(x: float, frame: Frame) -> float:
    """A place as a share of the plot's width, from its left edge on."""
    return round((x - frame.left) / (frame.right - frame.left), 4)


def _up(y: float, frame: Frame) -> float:
    """A height as a share of the plot's, from its floor up."""
    return round((FLOOR - y) / (FLOOR - frame.top), 5)


def _band(band: Span, frame: Frame) -> Json:
    edges = {"x0": _step(band.x, frame), "x1": _step(band.x + band.width, frame), "y0": 0, "y1": _up(band.y, frame)}
    fill = OWN if band.emphasis else BAND
    look = {"fillcolor": fill, "line": {"color": EDGE, "width": 1}, "layer": "below"}
    return {"type": "rect", **edges, "yref": "paper", **look}


def _break(x: float, top: float, frame: Frame) -> Json:
    edges = {"x0": _step(x, frame), "x1": _step(x, frame), "y0": 0, "y1": _up(top, frame)}
    return {"type": "line", **edges, "yref": "paper", "line": {"color": QUIET, "width": 2, "dash": _DOTS}}


def _level(y: float, aimed_at: bool, frame: Frame) -> Json:
    edges = {"x0": 0, "x1": 1, "y0": _up(y, frame), "y1": _up(y, frame), "xref": "paper", "yref": "paper"}
    colour, dash = (TARGET, "9px,5px") if aimed_at else (QUIET, "4px,3px")
    return {"type": "line", **edges, "line": {"color": colour, "width": 2, "dash": dash}}


def _leader(leader: Leader, frame: Frame) -> Json:
    x, y, to_x, to_y = leader
    edges = {"x0": _across(x, frame), "x1": _across(to_x, frame), "y0": _up(y, frame), "y1": _up(to_y, frame)}
    return {"type": "line", **edges, "xref": "paper", "yref": "paper", "line": {"color": QUIET, "width": 1}}


def _text(rows: Sequence[Placed], frame: Frame, colour: str) -> Json:
    """Rows of text where the drawing has them."""
    words = [f"<b>{escaped(row.text)}</b>" if row.emphasis else escaped(row.text) for row in rows]
    first = rows[0]
    side = {"start": "left", "middle": "center", "end": "right"}[first.anchor]
    made: Json = {"text": "<br>".join(words), "x": _across(first.x, frame), "y": _up(first.y, frame), "xanchor": side}
    if len(rows) > 1:
        made["align"] = side
    return made if colour == TEXT else made | {"font": {"color": colour}}


def _rings(drawing: Drawing) -> Iterator[KeyShape]:
    """The rings around revised numbers."""
    frame = drawing.frame
    for trace in drawing.traces:
        for point in trace.points:
            if point.ringed:
                x, y = frame.x(point.step), frame.y(trace.line.values[point.step] or 0.0)
                yield KeyShape("circle", around(x, y, point.ring), SERIES, 1.5)


def _sign(shape: KeyShape, frame: Frame) -> Json:
    """A sign of a key, or a ring, as large as in the picture."""
    dash = {"dash": _DOTS} if shape.kind == "line" else {}
    at: Json = {"xref": "paper", "yref": "paper", "line": {"color": shape.edge, "width": shape.width} | dash}
    if shape.fill:
        at["fillcolor"] = shape.fill
    points = [(_across(x, frame), _up(y, frame)) for x, y in shape.points]
    if shape.kind == "path":
        return {"type": "path", "path": f"M{'L'.join(f'{x},{y}' for x, y in points)}Z", **at}
    (x0, y0), (x1, y1) = points
    return {"type": shape.kind, "x0": x0, "x1": x1, "y0": y0, "y1": y1, **at}
