"""The mean and the limits of an indicator's control chart at the end of a period, as figures."""

from __future__ import annotations

from fractions import Fraction

from cspsite.control_chart import ControlChart
from cspsite.figure import Figure, Request, Result, Source
from cspsite.numbers import digits


def make(source: Source, request: Request) -> Figure:
    """The level that the chart has at the end of the request's period."""
    indicator = source.data.indicators[request.indicator]
    chart = source.control_chart(request.indicator, request.period.end)
    result = _level(chart, request.name) if chart else None
    result = result or Result(frozenset("x"), reason="there is no control chart")
    return result.figure(request, chart.stretches[-1].period if chart else request.period, (), indicator.unit)


def _level(chart: ControlChart, name: str) -> Result | None:
    levels = {"mean": chart.centre, "upper_limit": chart.upper, "lower_limit": chart.lower}
    value, limits = levels[name][-1], chart.stretches[-1].limits
    if value is None or limits is None:
        return None
    return Result(value=Fraction(value), working=_working(chart, name, value))


def _working(chart: ControlChart, name: str, value: float) -> str:
    """`89.3 + 2.66 × 7.4 ≈ 109.0`, or of which counts the mean is."""
    limits, centre = chart.stretches[-1].limits, chart.centre[-1]
    assert limits is not None
    assert centre is not None
    shown = digits(Fraction(value), 1)
    if name == "mean":
        stretch = chart.stretches[-1]
        if stretch.seasonal:
            month = chart.periods[-1].words.rpartition(" ")[0]
            return f"the mean of {month} in the complete years of {stretch.period.words} ≈ {shown}"
        return f"the mean of the {limits.points} counts from {stretch.period.words} ≈ {shown}"
    middle = digits(Fraction(centre), 1)
    return (
        f"{middle} {'+' if name == 'upper_limit' else '−'} 2.66 × {digits(Fraction(limits.moving_range), 2)} ≈ {shown}"
    )
