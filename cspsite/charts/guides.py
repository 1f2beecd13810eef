"""Guides in a drawing: levels over each period in steps, and trajectories from where they begin."""

from __future__ import annotations

from dataclasses import dataclass

from cspsite.charts.chart import Chart, Guide, Style
from cspsite.charts.frame import Frame
from cspsite.charts.shapes import polyline, stairs


@dataclass(frozen=True, slots=True)
class GuideTrace:
    """A guide as the `d` of its path; `start` is where a trajectory begins."""

    path: str
    style: Style
    start: tuple[float, float] | None = None


def guide_traces(chart: Chart, frame: Frame) -> tuple[GuideTrace, ...]:
    """Every guide of a chart: a centre and its limits in steps, a trajectory straight."""
    return tuple(_trace(guide, frame, chart.parted) for guide in chart.guides)


def leads(guide: Guide) -> bool:
    """Whether it is a way to go, and no level of its own period."""
    return guide.style == "trajectory"


def _trace(guide: Guide, frame: Frame, parted: frozenset[int]) -> GuideTrace:
    if not leads(guide):
        return GuideTrace(stairs(guide.values, frame, parted), guide.style)
    first = next(((step, value) for step, value in enumerate(guide.values) if value is not None), None)
    start = (frame.x(first[0]), frame.y(first[1])) if first else None
    return GuideTrace(polyline(guide.values, frame), guide.style, start)
