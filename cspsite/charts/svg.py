"""A chart as static SVG for a page: no script, no colours of its own, one style sheet for every theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from cspsite.charts.chart import Chart, FlagKind
from cspsite.charts.drawing import Drawing, Trace, draw
from cspsite.charts.frame import FLOOR, Frame
from cspsite.charts.points import Point
from cspsite.charts.shapes import circle, flag_shape


def svg(chart: Chart) -> Markup:
    """An `<svg>` of 600 units across, as wide as its container, without blank lines (it may stand in Markdown).

    Its title and description carry the ids `<chart.id>-title` and `<chart.id>-desc`. The style sheet gives the
    colours by classes that all begin with `csp-`.
    """
    return rendered("chart.svg.j2", chart=chart, d=draw(chart), body=body(chart))


@lru_cache(maxsize=4)
def body(chart: Chart) -> Markup:
    """What is within the `<svg>`: shapes and text with their classes."""
    drawing = draw(chart)
    paths = {"grid": _lines(drawing), "axis": _axis(drawing), "breaks": _breaks(drawing), "leaders": _leaders(drawing)}
    lines = [_Drawn.of(trace, drawing.frame) for trace in drawing.traces]
    return rendered("body.svg.j2", chart=chart, d=drawing, lines=lines, flag_shape=flag_shape, **paths)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A line with its points as the `d` of paths, of which each has all that look alike; its last point by itself."""

    trace: Trace
    filled: str
    hollow: str
    rings: str
    flags: Mapping[tuple[FlagKind, bool], str]
    last: tuple[float, float, Point] | None

    @classmethod
    def of(cls, trace: Trace, frame: Frame) -> _Drawn:
        """The paths of a line."""
        paths = {True: "", False: ""}
        flags: dict[tuple[FlagKind, bool], str] = {}
        rings, last = "", None
        for one in trace.points:
            x, y = frame.x(one.step), frame.y(trace.line.values[one.step] or 0.0)
            if one.flag:
                key = (one.flag, one.hollow)
                flags[key] = flags.get(key, "") + flag_shape(one.flag, x, y, one.radius)
            elif one.is_last:
                last = (x, y, one)
            else:
                paths[one.hollow] += circle(x, y, one.radius)
            rings += circle(x, y, one.ring) if one.ringed else ""
        return cls(trace, paths[False], paths[True], rings, flags, last)


def _lines(drawing: Drawing) -> str:
    frame = drawing.frame
    return "".join(f"M{frame.left:.1f},{y:.1f}H{frame.right:.1f}" for y in drawing.grid[1:])


def _breaks(drawing: Drawing) -> str:
    return "".join(f"M{x:.1f},{drawing.frame.top - 4:.1f}V{FLOOR}" for x in drawing.breaks)


def _leaders(drawing: Drawing) -> str:
    return "".join(f"M{x:.1f},{y:.1f}L{to_x:.1f},{to_y:.1f}" for x, y, to_x, to_y in drawing.leaders)


def _axis(drawing: Drawing) -> str:
    frame = drawing.frame
    ticks = "".join(f"M{x:.1f},{FLOOR}v6" for x in drawing.ticks)
    return f"M{frame.left:.1f},{FLOOR}H{frame.right:.1f}{ticks}"


def rendered(name: str, **context: object) -> Markup:
    """A template of this package, filled in."""
    return Markup(_template(name).render(context))  # noqa: S704 - rendered with escaping on


@cache
def _template(name: str) -> Template:
    loader = PackageLoader("cspsite.charts")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.get_template(name)
