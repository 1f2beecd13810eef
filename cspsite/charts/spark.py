"""The last counts of a series as a tiny picture, and in words for who does not see it."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from cspsite.charts.columns import Columns
from cspsite.charts.frame import Frame
from cspsite.charts.shapes import circle, polyline
from cspsite.charts.svg import rendered
from cspsite.numbers import counted

#: How many periods it goes back: a year, and the same period of the year before.
_LAST = 13
#: With fewer counts there is no course to see.
_LEAST = 3
_FLOOR = 21
_STEPS = {1: "months", 3: "quarters", 12: "years"}


@dataclass(frozen=True, slots=True)
class Spark:
    """How many counts there are; with three or more a picture of 96 by 24, and what it shows in words."""

    counts: int = 0
    picture: Markup = field(default_factory=Markup)
    words: str = ""


def spark(columns: Columns) -> Spark:
    """The last periods of a series, from its own lowest count up to its highest: there is no axis to begin at zero.

    Missing counts are gaps; the last count has a point. Counts that are all equal stand half way up.
    """
    values, labels = columns.values[-_LAST:], columns.labels[-_LAST:]
    known = {step: value for step, value in enumerate(values) if value is not None}
    if len(known) < _LEAST:
        return Spark(len(known))
    lowest, size = min(known.values()), max(known.values()) - min(known.values())
    heights = [None if value is None else value - lowest if size else 0.5 for value in values]
    frame, last = _SmallFrame(2, 92, 3, len(values), size or 1), max(known)
    point = circle(frame.x(last), frame.y(heights[last] or 0.0), 2.5)
    picture = rendered("sparkline.svg.j2", path=polyline(heights, frame), point=point)
    return Spark(len(known), picture, _words(known, labels, _STEPS[columns.step]))


class _SmallFrame(Frame):
    """The frame of a picture: its floor is at 21 units."""

    def y(self, value: float) -> float:
        """How far down a value stands."""
        return _FLOOR - (_FLOOR - self.top) * value / self.highest


def _words(known: dict[int, float], labels: tuple[str, ...], unit: str) -> str:
    """`From 65 to 81 in 12 months; lowest 60, highest 91`; an end that is the lowest or highest is not told again."""
    first, last = min(known), max(known)
    ends = {known[first], known[last]}
    found = (("lowest", min(known, key=known.__getitem__)), ("highest", max(known, key=known.__getitem__)))
    between = ", ".join(f"{name} {labels[step]}" for name, step in found if known[step] not in ends)
    said = f"From {labels[first]} to {labels[last]} in {counted(str(last - first), unit)}"
    return f"{said}; {between}" if between else said
