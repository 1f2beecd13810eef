"""Intervals of counts, and ratios of rates with theirs."""

from __future__ import annotations

from fractions import Fraction
from math import comb, exp, inf, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspsite.uncertainty import Interval, RateRatio, exact_interval, poisson_interval, rate_ratio

counts = st.integers(0, 100_000)
exposures = st.fractions(Fraction(1, 100), 1_000_000)


@pytest.mark.parametrize(
    "count,lower,upper",
    [
        # PHEindicatormethods, testdata_Rate.xlsx: exact below 10
        (1, 0.025317807984289897, 5.571643390938898),
        (5, 1.62348639011842, 11.668332079322669),
        (2, 0.24220927854396516, 7.2246876677239588),
        # the same, and testdata_Byars_Wilson.xlsx: Byar from 10 on
        (10, 4.7874499139675644, 18.3914586057564738),
        (20, 12.211428834875937, 30.889880369197066),
        (65, 50.163187710459454, 82.849138545939837),
        (1045, 982.59320180733255, 1110.3312129856499),
    ],
)
def test_poisson_interval(count: int, lower: float, upper: float) -> None:
    """The interval of a count is the published one: exact below 10, Byar's from 10 on."""
    interval = poisson_interval(count)
    assert isclose(interval.lower, lower, rel_tol=1e-12)
    assert isclose(interval.upper, upper, rel_tol=1e-12)


def test_the_interval_of_nine_is_exact() -> None:
    """9 is the last count with an exact interval: half the chi-squared quantiles 8.2307 (18) and 34.1696 (20)."""
    assert poisson_interval(9).lower == pytest.approx(4.11537, abs=1e-5)
    assert poisson_interval(9).upper == pytest.approx(17.08480, abs=1e-5)


def test_poisson_interval_of_zero() -> None:
    """No events at all: from 0 to where no event has a chance of 2.5 %, that is exp(-upper) = 0.025."""
    interval = poisson_interval(0)
    assert interval.lower == 0
    assert isclose(exp(-interval.upper), 0.025)


def test_exact_interval_by_definition() -> None:
    """At the ends of the interval of 2, two or more events, and two or fewer, have a chance of 2.5 %."""
    low, high = poisson_interval(2).lower, poisson_interval(2).upper
    assert isclose(1 - exp(-low) * (1 + low), 0.025)
    assert isclose(exp(-high) * (1 + high + high**2 / 2), 0.025)


@given(counts)
def test_interval_contains_the_count(count: int) -> None:
    """A count lies within its interval."""
    interval = poisson_interval(count)
    assert interval.lower <= count < interval.upper


@given(st.integers(0, 1000))
def test_intervals_rise_with_the_count(count: int) -> None:
    """One event more moves both ends up, also from the exact interval to Byar's."""
    one, more = poisson_interval(count), poisson_interval(count + 1)
    assert one.lower < more.lower
    assert one.upper < more.upper


def test_no_interval_below_zero() -> None:
    """Nothing is counted below 0."""
    with pytest.raises(ValueError, match="a count of -1 is below 0"):
        poisson_interval(-1)


@pytest.mark.parametrize(
    "count,other,exposure,other_exposure,shown,clear",
    [
        # the counts and rates of the methods page; the test below holds the ends to the definition.
        # The lower end of the first is 1.15345: 1.153, and not the 1.154 that rounding twice would make of it
        (348, 256, 1, 1, (1.359, 1.153, 1.604), "higher"),
        (348, 363, 218500, 213260, (0.936, 0.805, 1.087), "no clear change"),
        # the mirror of the first: 1/1.60376 = 0.62353 and 1/1.15345 = 0.86696
        (256, 348, 1, 1, (0.736, 0.624, 0.867), "lower"),
    ],
)
def test_rate_ratio(
    count: int, other: int, exposure: int, other_exposure: int, shown: tuple[float, float, float], clear: str
) -> None:
    """A ratio with its exact interval, and clear only where that leaves 1 out."""
    ratio = rate_ratio(count, other, Fraction(exposure), Fraction(other_exposure))
    assert ratio.value == Fraction(count * other_exposure, other * exposure)
    assert (round(float(ratio.value), 3), round(ratio.interval.lower, 3), round(ratio.interval.upper, 3)) == shown
    assert ratio.clear == clear


@pytest.mark.parametrize(
    "count,other,exposure,other_exposure",
    [(348, 256, 1, 1), (348, 363, 218500, 213260), (256, 348, 1, 1), (100, 100, 1, 1), (12, 30, 3, 4)],
)
def test_ends_of_the_interval_by_exact_sums(count: int, other: int, exposure: int, other_exposure: int) -> None:
    """At either end the chance of the count or one further out is 2.5 %, added up exactly from the binomial."""
    interval = rate_ratio(count, other, exposure, other_exposure).interval
    both = count + other
    for end, tail in ((interval.lower, range(count, both + 1)), (interval.upper, range(count + 1))):
        odds = Fraction(end) * exposure / other_exposure
        chance = sum(comb(both, k) * odds**k for k in tail) / (1 + odds) ** both
        assert isclose(chance, 0.025, rel_tol=1e-9)


def test_rate_ratio_by_definition() -> None:
    """At the ends of 3 against 1 the chance of 3 or more, or 3 or fewer, of 4 is 2.5 %: p³(4 − 3p) and 1 − p⁴."""
    interval = rate_ratio(3, 1).interval
    low, high = (odds / (1 + odds) for odds in (interval.lower, interval.upper))
    assert isclose(low**3 * (4 - 3 * low), 0.025)
    assert isclose(1 - high**4, 0.025)


@pytest.mark.parametrize(
    "count,other,value,lower,upper,clear",
    [
        # p⁴ = 0.025 of 4 of 4 above and below; odds p/(1 − p), here times 2 for half the exposure
        (4, 0, None, 2 * 0.025**0.25 / (1 - 0.025**0.25), inf, "higher"),
        (0, 4, Fraction(0), 0.0, 2 * (1 - 0.025**0.25) / 0.025**0.25, "no clear change"),
        (0, 0, None, 0.0, inf, "no clear change"),
        # p³ = 0.025: odds 0.413, 0.826 with the exposure, so that 1 is within
        (3, 0, None, 2 * 0.025 ** (1 / 3) / (1 - 0.025 ** (1 / 3)), inf, "no clear change"),
    ],
)
def test_rate_ratio_with_zeros(
    count: int, other: int, value: Fraction | None, lower: float, upper: float, clear: str
) -> None:
    """Against 0 there is no ratio, and nothing above; of 0 there is nothing below; of two zeros nothing is known."""
    ratio = rate_ratio(count, other, exposure=Fraction(1, 2))
    assert ratio.value == value
    assert isclose(ratio.interval.lower, lower)
    assert isclose(ratio.interval.upper, upper)
    assert ratio.clear == clear


@pytest.mark.parametrize(
    "lower,upper,clear",
    [
        (1.0, 2.0, "no clear change"),
        (0.5, 1.0, "no clear change"),
        (1.0001, 2.0, "higher"),
        (0.5, 0.9999, "lower"),
        (0.5, inf, "no clear change"),
        (2.0, inf, "higher"),
    ],
)
def test_clear(lower: float, upper: float, clear: str) -> None:
    """An interval that ends at 1 contains it: no clear change."""
    assert RateRatio(Fraction(1), Interval(lower, upper)).clear == clear


@given(counts, counts, exposures, exposures)
def test_ratio_turned_round(count: int, other: int, one: Fraction, another: Fraction) -> None:
    """The ratio of b to a is one over that of a to b, and so are the ends of its interval."""
    ratio, turned = rate_ratio(count, other, one, another), rate_ratio(other, count, another, one)
    assert turned.clear == {"higher": "lower", "lower": "higher", "no clear change": "no clear change"}[ratio.clear]
    if ratio.value and turned.value:
        assert ratio.value * turned.value == 1
        assert isclose(ratio.interval.lower * turned.interval.upper, 1, rel_tol=1e-9)
        assert isclose(ratio.interval.upper * turned.interval.lower, 1, rel_tol=1e-9)


@given(counts, counts, exposures, exposures, st.integers(1, 100_000))
def test_scaling_both_exposures_changes_nothing(
    count: int, other: int, one: Fraction, another: Fraction, scale: int
) -> None:
    """Per person or per thousand, the ratio is the same."""
    assert rate_ratio(count, other, one, another) == rate_ratio(count, other, one * scale, another * scale)


@given(counts, st.integers(1, 100_000), exposures, exposures)
def test_interval_contains_the_ratio(count: int, other: int, one: Fraction, another: Fraction) -> None:
    """A ratio lies within its interval."""
    ratio = rate_ratio(count, other, one, another)
    assert ratio.value is not None
    assert ratio.interval.lower <= float(ratio.value) <= ratio.interval.upper


@pytest.mark.parametrize("count,other", [(-1, 5), (5, -1)])
def test_no_ratio_of_counts_below_zero(count: int, other: int) -> None:
    """Nothing is counted below 0."""
    with pytest.raises(ValueError, match="below 0"):
        rate_ratio(count, other)


@pytest.mark.parametrize("one,another", [(0, 5), (5, 0), (-1, 5)])
def test_no_ratio_without_exposure(one: int, another: int) -> None:
    """There is no rate per nothing."""
    with pytest.raises(ValueError, match="not above 0"):
        rate_ratio(1, 1, one, another)


def test_exact_limits_of_a_larger_count() -> None:
    """Expecting 15, the limits of a ratio of 1 are 0.5596924 and 1.649348 (FunnelPlotR, test-poisson_limits.R)."""
    found = exact_interval(15)
    assert (found.lower / 15, found.upper / 15) == pytest.approx((0.5596924, 1.649348), abs=5e-7)
