"""The way from a target's baseline to its end: where it should be at the end of each month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from cspsite.model import Partnership, Point, Target
from cspsite.periods import Month


@dataclass(frozen=True, slots=True)
class Course:
    """A line through positions at the ends of months, from before the first month to the last; outside it is level.

    Positions are shares of change on the baseline (-3/20 is 15% less), or levels for a value to be reached.
    """

    knots: tuple[tuple[Month, Fraction], ...]

    @property
    def first(self) -> Month:
        """The first month that counts."""
        return self.knots[0][0] + 1

    @property
    def last(self) -> Month:
        """The month at whose end the target is due."""
        return self.knots[-1][0]

    @property
    def months(self) -> int:
        """How many months the target has."""
        return self.last - self.knots[0][0]

    @property
    def begin(self) -> Fraction:
        """The position at the start."""
        return self.knots[0][1]

    @property
    def goal(self) -> Fraction:
        """The position at the end."""
        return self.knots[-1][1]

    def gone(self, month: Month) -> int:
        """How many of the target's months are over at the end of `month`."""
        return min(max(month - self.knots[0][0], 0), self.months)

    def at(self, month: Month) -> Fraction:
        """The position at the end of `month`, on a straight line between the knots around it."""
        (before, low), (after, high) = self.around(month)
        if after == before:
            return low
        return low + (high - low) * Fraction(month - before, after - before)

    def around(self, month: Month) -> tuple[tuple[Month, Fraction], tuple[Month, Fraction]]:
        """The knots on both sides of a month; twice the same beyond the ends."""
        if month <= self.knots[0][0]:
            return self.knots[0], self.knots[0]
        for before, after in pairwise(self.knots):
            if month <= after[0]:
                return before, after
        return self.knots[-1], self.knots[-1]


def course_of(target: Target, partnership: Partnership, level: Fraction | None = None) -> Course | None:
    """The target's course; None without a number or an end, or where it ends before it begins.

    `level` is the baseline's, from which a value to be reached starts. A target begins with the strategy unless it
    says otherwise, as does the end of a level that is held; it has the whole months from its start to its end.
    """
    end = target.end or (partnership.strategy.end if target.kind == "hold" else None)
    return _course(target, target.start or partnership.strategy.start, end, level)


@lru_cache(maxsize=64)  # a dozen figures of a target have the same course
def _course(target: Target, begins: date, end: date | None, level: Fraction | None) -> Course | None:
    begin, goal = _ends(target, level)
    if begin is None or goal is None or end is None:
        return None
    start, last = first_month(begins) + (-1), last_month(end)
    points = [(point.to, share) for point in target.trajectory.points if (share := _share(target, point)) is not None]
    knots = ((start, begin), *points, (last, goal))
    if any(after[0] <= before[0] for before, after in pairwise(knots)):
        return None
    return Course(knots)


def first_month(start: date) -> Month:
    """The first whole month from a day on: April 2004 for 31 March 2004."""
    month = Month.containing(start)
    return month if start.day == 1 else month + 1


def last_month(end: date) -> Month:
    """The last whole month up to a day: March 2008 for 31 March 2008."""
    month = Month.containing(end)
    return month if end == month.last_day else month + (-1)


def _ends(target: Target, level: Fraction | None) -> tuple[Fraction | None, Fraction | None]:
    if target.kind == "reach_value":
        return level, None if target.value is None else Fraction(target.value)
    return Fraction(0), target.change_wanted


def _share(target: Target, point: Point) -> Fraction | None:
    if target.kind == "reach_value":
        return None if point.value is None else Fraction(point.value)
    if point.change is None:
        return None
    return Fraction(point.change) / (-100 if target.kind == "reduce_by_percent" else 100)
