"""Counts, differences, percentage changes and rates, of one period and of those it is compared with.

Percentage change 100 (c1/c0 - 1) and rate k c/d as in the Office for National Statistics' tables on recorded crime by
Community Safety Partnership (C3, C4); change in a rate 100 ((c1/d1)/(c0/d0) - 1).
"""

from __future__ import annotations

from fractions import Fraction

from cspsite.figure import Figure, Request, Result, Source, Term, lacking, markers_of, small_base
from cspsite.figure_names import NAMES
from cspsite.numbers import digits, equals
from cspsite.periods import Period
from cspsite.series import Total


def make(source: Source, request: Request) -> Figure:
    """The figure asked for, of one or two periods."""
    terms = tuple(source.term(request, period) for period in _periods(request))
    result = lacking(request, *terms) or _apply(source, request, terms)
    noun = source.data.indicators[request.indicator].unit
    return result.figure(request, terms[0].total.period, terms, noun)


def compared(request: Request, period: Period, comparison: str) -> Period:
    """The same months of the baseline year, or of the year before."""
    return period.same_months_in(request.baseline) if comparison == "baseline" else period.shifted(-12)


def _periods(request: Request) -> tuple[Period, ...]:
    base, _, comparison = request.name.partition(".")
    if base == "rolling_12_change":
        comparison = "last_year"
    period = Period.ending(request.period.end, 12) if base.startswith("rolling_12") else request.period
    if not comparison:
        return (period,)
    other = compared(request, period, comparison)
    return (other,) if base in ("count", "rate", "rolling_12") else (period, other)


def _apply(source: Source, request: Request, terms: tuple[Term, ...]) -> Result:
    unit = NAMES[request.name].unit
    if unit == "percent":
        return change(source, *terms)
    if unit == "difference":
        return _difference(*terms)
    if rate := terms[0].rate:
        value = (terms[0].quotient or Fraction(0)) * rate.scale
        return Result(markers_of(*terms), value, f"{terms[0].ratio} × {rate.scale:,} {equals(value)}")
    return Result(markers_of(*terms), Fraction(terms[0].total.count or 0), _sum(terms[0].total))


def change(source: Source, one: Term, other: Term) -> Result:
    """The percentage change from the second term to the first, both of which have counts."""
    if refused := small_base(source, other):
        return Result(markers_of(one, other) | refused.markers, reason=refused.reason)
    value = ((one.quotient or Fraction(0)) / (other.quotient or Fraction(1)) - 1) * 100
    left, right = one.ratio, other.ratio
    if one.rate:
        left, right = f"({left})", f"({right})"
    return Result(markers_of(one, other), value, f"{left} ÷ {right} − 1 {equals(value)}%")


def _difference(one: Term, other: Term) -> Result:
    now, then = one.total.count or 0, other.total.count or 0
    value = Fraction(now - then)
    return Result(markers_of(one, other), value, f"{now:,} − {then:,} = {digits(value, 0)}")


def _sum(total: Total) -> str:
    if len(total.parts) == 1:
        return f"{total.count:,}"
    parts = [f"{part:,}" for part in total.parts]
    if len(parts) > 12:
        parts = [*parts[:3], "…", parts[-1]]
    return " + ".join(parts) + f" = {total.count:,}"
