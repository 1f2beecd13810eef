"""A chart as static SVG for a page: no script, no colours of its own, one style sheet for every theme."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from cspsite.charts.chart import Chart
from cspsite.charts.drawing import Drawing, draw
from cspsite.charts.frame import FLOOR, Frame
from cspsite.charts.shapes import circles, flag_shape, polyline


def svg(chart: Chart) -> Markup:
    """An `<svg>` of 640 units across, as wide as its container, without blank lines (it may stand in Markdown).

    Its title and description carry the ids `<chart.id>-title` and `<chart.id>-desc`. The style sheet gives the
    colours by classes that all begin with `csp-`.
    """
    drawing = draw(chart)
    paths = {"grid": _lines(drawing), "axis": _axis(drawing), "breaks": _breaks(drawing)}
    return _rendered("chart.svg.j2", chart=chart, d=drawing, flag_shape=flag_shape, **paths)


def sparkline(values: Sequence[float | None], *, last: int = 13) -> Markup:
    """An `<svg>` of 96 by 24 with the last values from zero up, hidden from screen readers: words stand beside it.

    Missing values are gaps; without any value it is an empty string.
    """
    shown = list(values[-last:])
    known = [value for value in shown if value is not None]
    if not known:
        return Markup()
    frame = _SmallFrame(2, 92, 3, len(shown), max(*known, 1e-9))
    ends = [step for step, value in enumerate(shown) if value is not None][-1:]
    return _rendered("sparkline.svg.j2", path=polyline(shown, frame), points=circles(ends, shown, frame, 2.5))


class _SmallFrame(Frame):
    """The frame of a sparkline: its floor is at 21 units."""

    def y(self, value: float) -> float:
        """The height of a value."""
        return 21 - (21 - self.top) * value / self.highest


def _lines(drawing: Drawing) -> str:
    frame = drawing.frame
    return "".join(f"M{frame.left:.1f},{tick.y:.1f}H{frame.right:.1f}" for tick in drawing.grid[1:])


def _breaks(drawing: Drawing) -> str:
    return "".join(f"M{x:.1f},{drawing.frame.top - 4:.1f}V{FLOOR}" for x in drawing.breaks)


def _axis(drawing: Drawing) -> str:
    frame = drawing.frame
    ticks = "".join(f"M{x:.1f},{FLOOR}v6" for x in drawing.ticks)
    return f"M{frame.left:.1f},{FLOOR}H{frame.right:.1f}{ticks}"


def _rendered(name: str, **context: object) -> Markup:
    return Markup(_template(name).render(context))  # noqa: S704 - rendered with escaping on


@cache
def _template(name: str) -> Template:
    loader = PackageLoader("cspsite.charts")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.get_template(name)
