"""Figures: one computed number each, with its period, comparator, denominators and working.

Formulas: percentage change 100 (c1/c0 - 1) and rate k c/d as in the Office for National Statistics' tables on
recorded crime by Community Safety Partnership (C3, C4); change in a rate 100 ((c1/d1)/(c0/d0) - 1).
Everything is a `Fraction` until it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from cspsite.model import MONTHS_OF, Data, DenominatorValue, Indicator
from cspsite.numbers import digits, equals
from cspsite.periods import Month, Period
from cspsite.series import Series, Total, all_series

Unit = Literal["count", "difference", "percent", "rate"]

#: Every figure that can be asked for, with what it is.
NAMES: Mapping[str, str] = {
    "count": "the count of the period",
    "count.last_year": "the count of the same months a year before",
    "count.baseline": "the count of the same months of the baseline year",
    "difference.last_year": "the count less that of the same months a year before",
    "difference.baseline": "the count less that of the same months of the baseline year",
    "change.last_year": "the percentage change in the count on the same months a year before",
    "change.baseline": "the percentage change in the count on the same months of the baseline year",
    "rate": "the count per so many of a denominator",
    "rate.last_year": "the rate of the same months a year before",
    "rate.baseline": "the rate of the same months of the baseline year",
    "rate_change.last_year": "the percentage change in the rate on the same months a year before",
    "rate_change.baseline": "the percentage change in the rate on the same months of the baseline year",
    "rolling_12": "the count of the twelve months that end with the period",
    "rolling_12.last_year": "the count of the twelve months before those",
    "rolling_12_change": "the percentage change between those two",
}
_UNITS: Mapping[str, Unit] = {
    "count": "count",
    "rolling_12": "count",
    "difference": "difference",
    "change": "percent",
    "rate_change": "percent",
    "rolling_12_change": "percent",
    "rate": "rate",
}


@dataclass(frozen=True, slots=True)
class Request:
    """Which figure is wanted: of what, over which period, against which baseline, per what.

    `baseline` is a period of twelve months; `per` is a denominator's id, with its `scale`.
    """

    indicator: str
    name: str
    period: Period
    baseline: Period
    per: str | None = None
    scale: int = 1000
    decimals: int = 1


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


@dataclass(frozen=True, slots=True)
class Figure:
    """One computed number; `value` None means that there is none, and `reason` says why.

    `value` is exact: a count, a difference, a percentage (6.4 is 6.4%) or a rate. `markers` are those of the
    counts behind it, with u, x or z where there is no value.
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

    @property
    def comparator(self) -> Period | None:
        """The period it is compared with."""
        return self.terms[1].total.period if len(self.terms) > 1 else None

    @property
    def decimals(self) -> int:
        """Places shown: none for counts."""
        return self.request.decimals if self.unit in ("percent", "rate") else 0

    @property
    def shown(self) -> str:
        """`+35.9%`, `348`, `3.9`; or markers such as `[x]` where there is no value."""
        if self.value is None:
            return " ".join(f"[{marker}]" for marker in sorted(self.markers & set("cuxz")))
        signed = self.unit in ("percent", "difference")
        return digits(self.value, self.decimals, signed=signed) + ("%" if self.unit == "percent" else "")


class Figures:
    """Computes figures from one version of the data; each is computed once."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.series: Mapping[str, Series] = all_series(data)
        self._made: dict[Request, Figure] = {}

    def get(self, request: Request) -> Figure:
        """The figure asked for; raises KeyError for an unknown indicator or name."""
        made = self._made.get(request)
        if made is None:
            made = self._made[request] = self._make(request)
        return made

    def _make(self, request: Request) -> Figure:
        indicator = self.data.indicators[request.indicator]
        NAMES[request.name]
        base, _, comparison = request.name.partition(".")
        if base == "rolling_12_change":
            comparison = "last_year"
        period = Period.ending(request.period.end, 12) if base.startswith("rolling_12") else request.period
        compared = self._compared(period, request.baseline, comparison)
        terms = [self._term(request, other, base) for other in _periods(base, comparison, period, compared)]
        unit = _UNITS[base]
        result = _Formula(request, unit, self.data.partnership.rules.small_base).apply(terms)
        return Figure(
            request,
            unit,
            terms[0].total.period,
            result.value,
            tuple(terms),
            result.working,
            result.markers,
            result.reason,
            indicator.unit,
        )

    @staticmethod
    def _compared(period: Period, baseline: Period, comparison: str) -> Period:
        if comparison == "baseline":
            return period.same_months_in(baseline)
        return period.shifted(-12)

    def _term(self, request: Request, period: Period, base: str) -> Term:
        total = self.series[request.indicator].total(period)
        if not base.startswith("rate") or request.per is None:
            return Term(total)
        return Term(total, self.rate(request.per, request.scale, period))

    def rate(self, per: str, scale: int, period: Period) -> Rate | None:
        """The denominator for a period: the latest estimate for a date in its financial year or before."""
        latest = Period.year_of(period.end).end.last_day
        values = [value for value in self.data.denominator_values.get(per, ()) if value.reference_date <= latest]
        definition = self.data.denominators.get(per)
        if not values or definition is None:
            return None
        return Rate(definition.noun, scale, values[-1])


def _periods(base: str, comparison: str, period: Period, compared: Period) -> tuple[Period, ...]:
    if not comparison:
        return (period,)
    if base in ("count", "rate", "rolling_12"):
        return (compared,)
    return (period, compared)


@dataclass(frozen=True, slots=True)
class _Result:
    """What a formula gives: a value with its working, or the reason why there is none."""

    markers: frozenset[str]
    value: Fraction | None = None
    working: str = ""
    reason: str = ""


class _Formula:
    """Applies the formula of a unit to its terms."""

    def __init__(self, request: Request, unit: Unit, small_base: int) -> None:
        self.request = request
        self.unit = unit
        self.small_base = small_base

    def apply(self, terms: list[Term]) -> _Result:
        """The value of the terms with its working, or the reason why there is none."""
        markers = frozenset[str]().union(*(term.total.markers for term in terms))
        for term in terms:
            if term.total.count is None:
                return _Result(markers, reason=f"{term.total.period.words}: {term.total.reason}")
            if self.request.name.startswith("rate") and term.rate is None:
                what = self.request.per or "denominator"
                return _Result(markers | {"x"}, reason=f"no {what} for {term.total.period.words}")
        if self.unit == "percent":
            return self.change(terms[0], terms[1], markers)
        if self.unit == "difference":
            one, other = _count(terms[0]), _count(terms[1])
            value = Fraction(one - other)
            return _Result(markers, value, f"{one:,} − {other:,} = {digits(value, 0)}")
        if rate := terms[0].rate:
            value = _quotient(terms[0]) * rate.scale
            return _Result(markers, value, f"{_ratio(terms[0])} × {rate.scale:,} {equals(value)}")
        return _Result(markers, Fraction(_count(terms[0])), _sum(terms[0].total))

    def change(self, one: Term, other: Term, markers: frozenset[str]) -> _Result:
        """The percentage change from the second term to the first."""
        base = _count(other)
        if base == 0:
            reason = f"no percentage can be taken of 0 ({other.total.period.words})"
            return _Result(markers | {"z"}, reason=reason)
        if base < self.small_base:
            reason = f"the base of {base} ({other.total.period.words}) is under {self.small_base}"
            return _Result(markers | {"u"}, reason=reason)
        value = (_quotient(one) / _quotient(other) - 1) * 100
        left, right = _ratio(one), _ratio(other)
        if one.rate:
            left, right = f"({left})", f"({right})"
        return _Result(markers, value, f"{left} ÷ {right} − 1 {equals(value)}%")


def _count(term: Term) -> int:
    assert term.total.count is not None
    return term.total.count


def _quotient(term: Term) -> Fraction:
    return Fraction(_count(term), term.rate.estimate.value if term.rate else 1)


def _ratio(term: Term) -> str:
    count = f"{_count(term):,}"
    return f"{count} ÷ {term.rate.estimate.value:,}" if term.rate else count


def _sum(total: Total) -> str:
    if len(total.parts) == 1:
        return f"{total.count:,}"
    parts = [f"{part:,}" for part in total.parts]
    if len(parts) > 12:
        parts = [*parts[:3], "…", parts[-1]]
    return " + ".join(parts) + f" = {total.count:,}"


def default_period(indicator: Indicator, data_to: Month) -> Period:
    """The financial year to `data_to` in whole observations; the year before where it has none yet."""
    step = MONTHS_OF[indicator.frequency]
    to_date = Period.year_to_date(data_to)
    complete = to_date.length // step * step
    if complete:
        return Period(to_date.start, to_date.start + (complete - 1))
    return Period.year_of(data_to).shifted(-12)


def reference_age(value: DenominatorValue, day: date) -> int:
    """How many whole months before `day` an estimate's reference date lies."""
    return Month.containing(day) - Month.containing(value.reference_date)
