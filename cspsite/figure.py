"""What a figure is: one computed number with its period, comparator, denominators, markers and working."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Protocol

from cspsite.control_chart import ControlChart
from cspsite.figure_names import NAMES, Unit
from cspsite.markers import joined
from cspsite.model import MONTHS_OF, Data, DenominatorValue, Indicator, Target
from cspsite.numbers import digits
from cspsite.periods import Month, Period
from cspsite.series import Series, Total
from cspsite.uncertainty import Interval


@dataclass(frozen=True, slots=True)
class Request:
    """Which figure is wanted: of what, over which period, against which baseline, per what.

    `baseline` is a period of twelve months; `per` is a denominator's id, with its `scale`. `target` is the target
    that the figure is about, for the names that need one; `at` is the month from which the time that it has left is
    counted, where that is not the period's last.
    """

    indicator: str
    name: str
    period: Period
    baseline: Period
    per: str | None = None
    scale: int = 1000
    decimals: int = 1
    target: Target | None = None
    at: Month | None = None

    @property
    def is_per(self) -> bool:
        """Whether its counts are divided by a denominator: always in a rate, else where there is a measure."""
        of = NAMES[self.name].of
        return of == "rate" or (of != "counts" and self.per is not None)


@dataclass(frozen=True, slots=True)
class Rate:
    """A denominator as it was used: the estimate and its noun."""

    noun: str
    scale: int
    estimate: DenominatorValue

    @property
    def words(self) -> str:
        """`per 1,000 households`."""
        return f"per {self.scale:,} {self.noun}"


@dataclass(frozen=True, slots=True)
class Term:
    """One number that went into a figure: a count with the denominator it was divided by, if any."""

    total: Total
    rate: Rate | None = None

    @property
    def exposure(self) -> Fraction:
        """What the count is divided by: 1 for a plain count."""
        return Fraction(self.rate.estimate.value if self.rate else 1)

    @property
    def quotient(self) -> Fraction | None:
        """The count divided by its denominator; None without a count."""
        count, estimate = self.total.count, self.rate.estimate.value if self.rate else 1
        return None if count is None else Fraction(count, estimate)

    @property
    def ratio(self) -> str:
        """`348 ÷ 89,300`, or `348` of a plain count."""
        count = f"{self.total.count:,}"
        return f"{count} ÷ {self.rate.estimate.value:,}" if self.rate else count


@dataclass(frozen=True, slots=True)
class Figure:
    """One computed number; `value` None means that there is none, and `reason` says why.

    `value` is exact: a count, a difference, a percentage (6.4 is 6.4%), a rate, percentage points, months, or the
    middle of an `interval`. `markers` are those of the counts behind it, with u, x or z where there is no value, and
    f for a forecast. `words` is how prose says it, where that is not plain from the unit.
    """

    request: Request
    unit: Unit
    period: Period
    value: Fraction | None
    terms: tuple[Term, ...]
    working: str
    markers: frozenset[str] = frozenset()
    reason: str = ""
    noun: str = field(default="", compare=False)
    interval: Interval | None = None
    words: str = ""

    @property
    def comparator(self) -> Period | None:
        """The period it is compared with."""
        return self.terms[1].total.period if len(self.terms) > 1 else None

    @property
    def decimals(self) -> int:
        """Places shown: none for counts, two at least for ratios."""
        if self.unit == "ratio":
            return max(self.request.decimals, 2)
        if self.unit in ("count", "difference", "months") or (self.unit == "interval" and not self.request.is_per):
            return 0
        return self.request.decimals

    @property
    def shown(self) -> str:
        """`+35.9%`, `348`, `3.9`, `313 to 387`; or markers such as `[x]` where there is no value."""
        if self.value is None:
            return " ".join(f"[{marker}]" for marker in sorted(self.markers & set("cuxz")))
        if self.unit == "interval" and self.interval:
            return between(self.interval, self.decimals)
        signed = self.unit in ("percent", "difference", "points") or self.request.name in ("gap", "pace")
        return digits(self.value, self.decimals, signed=signed) + self.after

    @property
    def after(self) -> str:
        """What stands after its digits: `%`, ` percentage points`, ` months`, or nothing."""
        months = " month" if self.value == 1 else " months"
        return {"percent": "%", "points": " percentage points", "months": months}.get(self.unit, "")


@dataclass(frozen=True, slots=True)
class Result:
    """What a formula gives: a value with its working, or the reason why there is none."""

    markers: frozenset[str] = frozenset()
    value: Fraction | None = None
    working: str = ""
    reason: str = ""
    interval: Interval | None = None
    words: str = ""
    unit: Unit | None = None

    def figure(self, request: Request, period: Period, terms: tuple[Term, ...], noun: str) -> Figure:
        """The figure that was asked for; `unit` is that of its name unless the formula gave another."""
        return Figure(
            request,
            self.unit or NAMES[request.name].unit,
            period,
            self.value,
            terms,
            self.working,
            self.markers,
            self.reason,
            noun,
            self.interval,
            self.words,
        )


def between(interval: Interval, decimals: int, joined: str = " to ") -> str:
    """`313 to 387`: the ends of an interval; one that never ends has no upper limit."""
    lower = digits(Fraction(interval.lower), decimals)
    if math.isinf(interval.upper):
        return f"{lower} or more"
    return lower + joined + digits(Fraction(interval.upper), decimals)


def lacking(request: Request, *terms: Term) -> Result | None:
    """Why there can be no figure, where a count or a denominator is missing."""
    markers = markers_of(*terms)
    for term in terms:
        if term.total.count is None:
            return Result(markers, reason=f"{term.total.period.words}: {term.total.reason}")
        if request.is_per and term.rate is None:
            return Result(markers | {"x"}, reason=f"no {request.per or 'denominator'} for {term.total.period.words}")
    return None


def markers_of(*terms: Term) -> frozenset[str]:
    """All markers of the counts."""
    return joined(term.total.markers for term in terms)


def small_base(source: Source, *terms: Term) -> Result | None:
    """Why no percentage is taken of the sum of these counts, where it is 0 or under the partnership's limit."""
    base = sum(term.total.count or 0 for term in terms)
    when, limit = terms[0].total.period.words, source.data.partnership.rules.small_base
    if base == 0:
        return Result(markers_of(*terms) | {"z"}, reason=f"no percentage can be taken of 0 ({when})")
    if base < limit:
        return Result(markers_of(*terms) | {"u"}, reason=f"the base of {base} ({when}) is under {limit}")
    return None


class Source(Protocol):
    """Where a formula gets the numbers that it needs: `Figures`, as formulas see it."""

    data: Data
    series: Mapping[str, Series]

    def get(self, request: Request) -> Figure:
        """Another figure."""

    def control_chart(self, indicator: str, until: Month) -> ControlChart | None:
        """The control chart of an indicator's counts up to a month."""

    def no_limits(self, indicator: str, until: Month) -> str:
        """Why there is none, where there is none."""

    def term(self, request: Request, period: Period) -> Term:
        """An indicator's count of a period, with the denominator if the request names one."""


def default_period(indicator: Indicator, data_to: Month) -> Period:
    """The financial year to `data_to` in whole observations; the year before where it has none yet."""
    return _whole_part(MONTHS_OF[indicator.frequency], data_to)


@cache
def _whole_part(step: int, data_to: Month) -> Period:
    to_date = Period.year_to_date(data_to)
    complete = to_date.length // step * step
    if complete:
        return Period(to_date.start, to_date.start + (complete - 1))
    return Period.year_of(data_to).shifted(-12)
