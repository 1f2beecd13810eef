"""A target as a figure's request sees it: its course, where it stands in its own measure, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from cspsite.figure import Request, Result, Source, Term, lacking, markers_of, small_base
from cspsite.figure_names import Unit
from cspsite.model import MONTHS_OF, Partnership, Target
from cspsite.periods import Month, Period
from cspsite.trajectory import Course, course_of

_NOT = frozenset("z")


class Aim:
    """Positions are shares of change on the same months of the baseline year, or levels (see `is_level`).

    A level is the count, or the rate, of the twelve months that end with the request's period.
    """

    def __init__(self, source: Source, request: Request) -> None:
        assert request.target is not None
        self.source = source
        self.request = request
        self.target: Target = request.target
        self.indicator = source.data.indicators[request.indicator]

    @cached_property
    def is_level(self) -> bool:
        """Whether positions are levels: of a value to be reached, and where none at all are to be held at none."""
        if self.target.kind != "hold":
            return self.target.kind == "reach_value"
        return self.source.term(self.request, self.request.baseline).total.count == 0

    @property
    def partnership(self) -> Partnership:
        """Whose strategy and rules count."""
        return self.source.data.partnership

    @property
    def unit(self) -> Unit | None:
        """The unit of a position as it is shown, where it is not the name's own."""
        return "level" if self.is_level else None

    @property
    def times(self) -> int:
        """What a position is multiplied by to be shown: 100 for a percentage."""
        return 1 if self.is_level else 100

    @cached_property
    def period(self) -> Period:
        """The months that tell where the target stands."""
        return Period.ending(self.request.period.end, 12) if self.is_level else self.request.period

    @property
    def months_left(self) -> int:
        """The months from the one that the request is made in to the target's end; none once it is over."""
        return self.course.months - self.course.gone(self.request.at or self.request.period.end)

    @cached_property
    def latest(self) -> Term:
        """The count of those months."""
        return self.source.term(self.request, self.period)

    @cached_property
    def then(self) -> Term:
        """The count of the same months of the baseline year; of all of it, for a value to be reached."""
        baseline = self.request.baseline
        return self.source.term(self.request, baseline if self.is_level else self.period.same_months_in(baseline))

    @property
    def course(self) -> Course:
        """The way to the target, which must have one: see `refused`."""
        assert self.way is not None
        return self.way

    @cached_property
    def way(self) -> Course | None:
        """The way to the target, if there is one."""
        return course_of(self.target, self.partnership, self.level(self.then) if self.is_level else None)

    @property
    def noun(self) -> str:
        """What a level counts: `per 1,000 households`, else the indicator's unit."""
        return self.latest.rate.words if self.latest.rate else self.indicator.unit

    @property
    def sense(self) -> int:
        """-1 where less is aimed at, 1 where more is, 0 where neither is."""
        course = self.way
        if course and course.goal != course.begin:
            return 1 if course.goal > course.begin else -1
        return self.better

    @property
    def better(self) -> int:
        """-1 where less is better, 1 where more is, 0 where neither is."""
        return {"lower_is_better": -1, "higher_is_better": 1, "neutral": 0}[self.indicator.polarity]

    @property
    def on_wrong_side(self) -> bool:
        """Whether the course leads to the worse side of the baseline."""
        return self.sense * self.better < 0

    def level(self, term: Term) -> Fraction | None:
        """A count or a rate as a level."""
        if term.quotient is None or (self.request.per and not term.rate):
            return None
        return term.quotient * (term.rate.scale if term.rate else 1)

    def position(self) -> Fraction | Result:
        """Where the target stands, or why that cannot be said."""
        if refused := lacking(self.request, self.latest, self.then):
            return refused
        if self.is_level:
            return self.level(self.latest) or Fraction(0)
        if refused := small_base(self.source, self.then):
            return replace(refused, markers=refused.markers | markers_of(self.latest))
        return (self.latest.quotient or Fraction(0)) / (self.then.quotient or Fraction(1)) - 1

    def refused(self) -> Result | None:
        """Why the target has no course, if it has none."""
        target = self.target
        if (target.value if target.kind == "reach_value" else target.change_wanted) is None:
            return Result(_NOT, reason="the target names no number")
        if target.end is None and target.kind != "hold":
            return Result(_NOT, reason="the target has no end date")
        if self.request.baseline.length != 12:
            return Result(_NOT, reason="the target's baseline is not a year")
        if self.is_level and (missing := lacking(self.request, self.then)):
            return missing
        return None if self.way else Result(_NOT, reason="the target's dates are not in order")

    def levels(self) -> tuple[tuple[Month, Fraction], ...]:
        """Where a year's level should be at the end of each month; empty without a course or a baseline."""
        base, course = self.level(self.source.term(self.request, self.request.baseline)), self.way
        if course is None or base is None or self.refused():
            return ()
        months = [course.first + n for n in range(-1, course.months)]
        return tuple((month, course.at(month) if self.is_level else base * (1 + course.at(month))) for month in months)

    def rows(self) -> list[tuple[Period, Term]]:
        """Each observation's period in the position's months, with its count in the baseline year."""
        step = MONTHS_OF[self.indicator.frequency]
        starts = range(0, self.period.length, step)
        own = [Period(self.period.start + n, self.period.start + (n + step - 1)) for n in starts]
        return [(row, self.source.term(self.request, row.same_months_in(self.request.baseline))) for row in own]
