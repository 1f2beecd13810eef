"""The mean and the limits of an indicator's control chart at the end of a period, as figures."""

from __future__ import annotations

from fractions import Fraction

from cspsite.control_chart import ControlChart, Stretch
from cspsite.figure import Figure, Request, Result, Source
from cspsite.markers import joined
from cspsite.numbers import digits
from cspsite.series import Series


def make(source: Source, request: Request) -> Figure:
    """The level that the chart has at the end of the request's period."""
    indicator = source.data.indicators[request.indicator]
    chart = source.control_chart(request.indicator, request.period.end)
    period = chart.stretches[-1].period if chart else request.period
    return _level(source, request, chart).figure(request, period, (), indicator.unit)


def _level(source: Source, request: Request, chart: ControlChart | None) -> Result:
    if chart is None:
        return _none(source.no_limits(request.indicator, request.period.end))
    levels = {"mean": chart.centre, "upper_limit": chart.upper, "lower_limit": chart.lower}
    value, stretch = levels[request.name][-1], chart.stretches[-1]
    if value is None:
        return _none(stretch.without)
    markers = _markers(source.series[request.indicator], stretch)
    return Result(markers, Fraction(value), _working(chart, request.name, value))


def _none(why: str) -> Result:
    return Result(frozenset("x"), reason=f"there is no control chart: {why}")


def _markers(series: Series, stretch: Stretch) -> frozenset[str]:
    """Those of the counts that its limits rest on."""
    counted = (row for row in series.observations() if row.count is not None)
    return joined(row.markers for row in counted if row.period.start in stretch.period)


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
