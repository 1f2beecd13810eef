"""Guides in a drawing: their paths, and their labels where they end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cspsite.charts.chart import Chart, Guide, Style
from cspsite.charts.frame import TEXT, Frame, Placed
from cspsite.charts.labels import LevelLabel, split
from cspsite.charts.shapes import polyline, stairs

#: Up to how many letters a label in the margin has one row.
_LONG = 12
#: How far a label may stand from the end of its guide before a leader joins the two.
_NEAR_ENOUGH = 9


@dataclass(frozen=True, slots=True)
class GuideTrace:
    """A guide as the `d` of its path; `start` is where a trajectory begins."""

    path: str
    style: Style
    start: tuple[float, float] | None = None


def guide_traces(chart: Chart, frame: Frame) -> tuple[GuideTrace, ...]:
    """Every guide of a chart: a centre and its limits in steps, a trajectory straight."""
    return tuple(_trace(guide, frame, chart.parted) for guide in chart.guides)


def in_margin(chart: Chart) -> list[tuple[Guide, tuple[str, ...]]]:
    """The guides that are labelled right of the plot, with the rows of their labels: those that run to its edge."""
    last = len(chart.periods) - 1
    return [(guide, _rows(guide.label)) for guide in chart.guides if guide.last == last and not _leads(guide)]


def in_plot(chart: Chart) -> list[Guide]:
    """The guides that are labelled beside their line: trajectories, and those that end before the plot does."""
    beside = [guide for guide, _ in in_margin(chart)]
    return [guide for guide in chart.guides if guide not in beside and guide.last is not None]


def margin_label(guide: Guide, rows: Sequence[str], frame: Frame, height: float) -> LevelLabel:
    """A label whose middle is at `height`, with a leader from the guide's end where that is elsewhere."""
    end = frame.y(guide.values[-1] or 0.0)
    top = height + 7 - TEXT * (len(rows) - 1) / 2
    placed = [Placed(row, frame.right + 8, top + TEXT * i, "start") for i, row in enumerate(rows)]
    away = abs(height - end) > _NEAR_ENOUGH
    return LevelLabel(tuple(placed), f"M{frame.right:.1f},{end:.1f}L{frame.right + 6:.1f},{height:.1f}" if away else "")


def _leads(guide: Guide) -> bool:
    return guide.style == "trajectory"


def _rows(label: str) -> tuple[str, ...]:
    return (label,) if len(label) <= _LONG else split(label)[-1]


def _trace(guide: Guide, frame: Frame, parted: frozenset[int]) -> GuideTrace:
    if not _leads(guide):
        return GuideTrace(stairs(guide.values, frame, parted), guide.style)
    first = next(((step, value) for step, value in enumerate(guide.values) if value is not None), None)
    start = (frame.x(first[0]), frame.y(first[1])) if first else None
    return GuideTrace(polyline(guide.values, frame), guide.style, start)
