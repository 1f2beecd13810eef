"""What chance alone could do: the limits of a count or a rate, and the ratio of two with its interval."""

from __future__ import annotations

from fractions import Fraction

from cspsite.figure import Figure, Request, Result, Source, Term, between, lacking, markers_of
from cspsite.formulas.counts import compared
from cspsite.numbers import equals
from cspsite.uncertainty import Interval, poisson_interval, rate_ratio


def make(source: Source, request: Request) -> Figure:
    """The limits of a count or rate, or a ratio with its limits; all of 95%."""
    name, _, comparison = request.name.partition(".")
    periods = [request.period]
    if name == "ratio":
        periods.append(compared(request, request.period, comparison))
    terms = tuple(source.term(request, period) for period in periods)
    result = lacking(request, *terms) or (_ratio(source, *terms) if name == "ratio" else _limits(request, terms[0]))
    return result.figure(request, request.period, terms, source.data.indicators[request.indicator].unit)


def _limits(request: Request, term: Term) -> Result:
    count = term.total.count or 0
    found = poisson_interval(count)
    method = "exact Poisson limits" if count < 10 else "Byar's limits"
    working = f"{method} of {count:,}, 95%: {between(found, 1)}"
    value, decimals = Fraction(count), 0
    if term.rate:
        each = term.rate.scale / term.rate.estimate.value
        found = Interval(found.lower * each, found.upper * each)
        value, decimals = value * term.rate.scale / term.rate.estimate.value, request.decimals
        working += f"; ÷ {term.rate.estimate.value:,} × {term.rate.scale:,} = {between(found, decimals + 1)}"
    words = f"between {between(found, decimals, ' and ')}"
    return Result(markers_of(term), value, working, interval=found, words=words)


def _ratio(source: Source, one: Term, other: Term) -> Result:
    now, then = one.total.count or 0, other.total.count or 0
    found = rate_ratio(now, then, one.exposure, other.exposure)
    if found.value is None:
        reason = f"nothing can be divided by 0 ({other.total.period.words})"
        return Result(markers_of(one, other) | {"z"}, reason=reason)
    limit = source.data.partnership.rules.small_base
    left, right = (one.ratio, other.ratio) if not one.rate else (f"({one.ratio})", f"({other.ratio})")
    working = f"{left} ÷ {right} {equals(found.value)}; 95% interval {between(found.interval, 3)} (exact)"
    if then < limit:
        markers = markers_of(one, other) | {"u"}
        return Result(
            markers, found.value, f"{working}; the base is under {limit}", "", found.interval, "no clear change"
        )
    return Result(markers_of(one, other), found.value, working, "", found.interval, found.clear)
