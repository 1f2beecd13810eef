"""Whether a series has a season, and what is usual in each month."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspsite.season import (
    complete_years,
    contradicts_itself,
    exact_chance,
    friedman,
    is_seasonal,
    may_be_seasonal,
    usual_year,
)

#: Hollander and Wolfe 1973, page 140, as in R's `?friedman.test`: times of 22 players by three ways of rounding.
ROUNDING_TIMES = [
    *([5.40, 5.50, 5.55], [5.85, 5.70, 5.75], [5.20, 5.60, 5.50], [5.55, 5.50, 5.40], [5.90, 5.85, 5.70]),
    *([5.45, 5.55, 5.60], [5.40, 5.40, 5.35], [5.45, 5.50, 5.35], [5.25, 5.15, 5.00], [5.85, 5.80, 5.70]),
    *([5.25, 5.20, 5.10], [5.65, 5.55, 5.45], [5.60, 5.35, 5.45], [5.05, 5.00, 4.95], [5.50, 5.50, 5.40]),
    *([5.45, 5.55, 5.50], [5.55, 5.55, 5.35], [5.45, 5.50, 5.55], [5.50, 5.45, 5.25], [5.65, 5.60, 5.40]),
    *([5.70, 5.65, 5.55], [6.30, 6.30, 6.25]),
]
#: Twelve different months, neither rising nor falling over the year.
YEAR = [50.0, 70.0, 90.0, 110.0, 100.0, 80.0, 60.0, 40.0, 30.0, 10.0, 20.0, 45.0]

years_of_four = st.lists(st.lists(st.integers(0, 9).map(float), min_size=4, max_size=4), min_size=2, max_size=8)


def test_friedman_with_ties() -> None:
    """The statistic with ties is the published 11.1429 (Hollander and Wolfe 1973; R's `?friedman.test`)."""
    assert friedman(ROUNDING_TIMES) == pytest.approx(11.142857, abs=1e-6)


@pytest.mark.parametrize(
    "years,expected",
    [
        # all alike: ranks sum to n, 2n … kn, which gives n(k − 1)
        ([YEAR] * 3, 33),
        ([[1, 2, 3, 4]] * 5, 15),
        # turned round: every sum of ranks is the same
        ([[1, 2, 3], [3, 2, 1]], 0),
        # sums of ranks 5, 4, 9 about 6: 12 × (1 + 4 + 9)/(3 × 3 × 4) = 14/3
        ([[1, 2, 3], [2, 1, 3], [20, 10, 30]], 14 / 3),
        # one tie of two: sums 2.5, 3.5, 6 about 4: 12 × 6.5/(2 × 3 × 4 − 6/2) = 78/21
        ([[1, 1, 3], [1, 2, 3]], 78 / 21),
        # nothing but ties
        ([[5, 5, 5], [5, 5, 5]], 0),
    ],
)
def test_friedman_by_hand(years: list[list[float]], expected: float) -> None:
    """Small cases worked by hand, with ranks of equal values shared."""
    assert friedman(years) == pytest.approx(expected)


@given(years_of_four)
def test_friedman_looks_at_ranks_only(years: list[list[float]]) -> None:
    """Another level or scale of a year changes nothing."""
    other = [[3 * value + 7 * n for value in year] for n, year in enumerate(years)]
    assert friedman(other) == pytest.approx(friedman(years))


@pytest.mark.parametrize(
    "years,chance",
    [
        # Siegel 1956, table N: chances of Friedman's statistic, for 3 and 4 years of 4, and for 4 of 3
        pytest.param([[1, 2, 3, 4]] * 3, 0.0017, id="9.0 of three years of four"),
        pytest.param([[1, 2, 3, 4], [1, 2, 3, 4], [2, 1, 3, 4]], 0.017, id="8.2 of three years of four"),
        pytest.param([[1, 2, 3, 4]] * 2 + [[1, 2, 4, 3], [2, 1, 3, 4]], 0.0027, id="10.2 of four years of four"),
        pytest.param([[1, 2, 3]] * 3 + [[2, 1, 3]], 0.042, id="6.5 of four years of three"),
        # two years of one tie each: the second agrees in one of its three orders
        pytest.param([[5, 5, 7]] * 2, 1 / 3, id="shared ranks"),
        # sums 2.5, 3.5, 6: in 4 of the 6 orders of 1, 2, 3 the third sum is 5 or less, and the spread smaller
        pytest.param([[5, 5, 7], [1, 2, 3]], 1 / 3, id="ranks shared in one year"),
        pytest.param([[5, 5, 5]] * 4, 1, id="nothing but ties"),
    ],
)
def test_exact_chance(years: list[list[float]], chance: float) -> None:
    """The chance of small tables is the published one, or what counting the orders of the second year gives."""
    assert exact_chance(years) == pytest.approx(chance, rel=0.03)


@given(years_of_four.filter(lambda years: len(years) <= 4), st.permutations(range(4)))
def test_exact_chance_is_the_same_in_any_order(years: list[list[float]], order: list[int]) -> None:
    """Neither which year comes first nor which quarter does changes the chance."""
    chance = exact_chance(years)
    assert exact_chance(years[::-1]) == pytest.approx(chance)
    assert exact_chance([[year[i] for i in order] for year in years]) == pytest.approx(chance)


@pytest.mark.parametrize(
    "values,first,places,seasonal",
    [
        pytest.param(YEAR * 3, 0, 12, True, id="three years alike"),
        pytest.param(YEAR * 2, 0, 12, False, id="two years show no season"),
        pytest.param(YEAR * 2 + YEAR[:11], 0, 12, False, id="nor does one that lacks a month"),
        pytest.param([*YEAR * 3, 500.0], 0, 12, True, id="the months of a year just begun do not count"),
        pytest.param([1.0, 2.0, *YEAR * 3], 10, 12, True, id="years begin in April, not with the first value"),
        pytest.param(YEAR * 3, 1, 12, False, id="three years from May hold two from April"),
        pytest.param([*YEAR * 2, *YEAR[:5], None, *YEAR[6:]], 0, 12, False, id="a missing month spoils its year"),
        pytest.param([*YEAR * 2, *YEAR[:5], None, *YEAR[6:], *YEAR], 0, 12, True, id="but not the others"),
        pytest.param([value + 24 * y for y in range(4) for value in YEAR], 0, 12, True, id="with rising years"),
        pytest.param([value - 5 * y for y in range(4) for value in YEAR], 0, 12, True, id="with falling years"),
        pytest.param([float(i) for i in range(48)], 0, 12, False, id="a rise is no season"),
        pytest.param([-2.0 * i for i in range(48)], 0, 12, False, id="nor is a fall"),
        pytest.param([1.1**i for i in range(60)], 0, 12, False, id="nor growth that grows"),
        pytest.param([*range(15), None, *range(16, 60)], 0, 12, False, id="nor a rise with a year missing"),
        pytest.param([80.0] * 30 + [40.0] * 18, 0, 12, False, id="nor a step in mid-year"),
        pytest.param([80.0] * 24 + [40.0] * 12, 0, 12, False, id="nor a step between years, which looks like a trend"),
        pytest.param([80.0, 82.0] * 18, 0, 12, True, id="every other month high is a pattern of the year"),
        pytest.param([5.0] * 48, 0, 12, False, id="nothing varies"),
        pytest.param([0.0] * 48, 0, 12, False, id="nothing happens"),
        pytest.param([None] * 48, 0, 12, False, id="nothing is known"),
        pytest.param([], 0, 12, False, id="nothing at all"),
        # one in 576 orders is that much alike (0.17 %), though chi-squared, 9 with 3 degrees, would say 2.9 %
        pytest.param([20.0, 40.0, 30.0, 10.0] * 3, 0, 4, True, id="three years of quarters"),
        pytest.param([58, 71, 49, 37, 60, 74, 53, 40, 61, 78, 55, 42], 0, 4, True, id="three such years, rising"),
        # sums of ranks 6, 12, 9 and 3, with one exchange 7, 12, 8, 3: 8.2, which 1.7 % of orders reach
        pytest.param([20, 40, 30, 10] * 2 + [30, 40, 20, 10], 0, 4, False, id="three years with one exchange"),
        # four years with one exchange: sums 9, 16, 11, 4, that is 11.1 of 0.094 %
        pytest.param([20, 40, 30, 10] * 3 + [30, 40, 20, 10], 0, 4, True, id="four years with one exchange"),
        # seven years, by chi-squared: sums 14, 28, 21, 7 give 21, above 11.34
        pytest.param([20.0, 40.0, 30.0, 10.0] * 7, 0, 4, True, id="seven years of quarters"),
        # 4 a year is 1 a quarter; were it taken for a third of that, each year would still rise
        pytest.param([float(i) for i in range(12)], 0, 4, False, id="a rise is no season of quarters"),
        pytest.param([float(i) for i in range(28)], 0, 4, False, id="nor is one of many years"),
    ],
)
def test_is_seasonal(values: list[float | None], first: int, places: int, seasonal: bool) -> None:
    """A season is the same order of months in three or more complete years, and more than a trend."""
    assert is_seasonal(values, first, places) is seasonal


def test_a_season_upside_down() -> None:
    """A series and its mirror are seasonal alike."""
    assert is_seasonal([-value for value in YEAR * 3], 0, 12)


def test_complete_years() -> None:
    """Only years with all their values, by their number from the first that begins in the series."""
    values = [9, 1, 2, 3, 4, 5, None, 7, 8, 11, 12, 13, 14, 15]
    assert complete_years(values, 3, 4) == {0: [1, 2, 3, 4], 2: [11, 12, 13, 14]}


@pytest.mark.parametrize(
    "values,first,expected",
    [
        # April, July, October and January of two years: (10 + 20)/2 …; the year just begun has no say
        ([10, 20, 30, 40, 20, 40, 60, 80, 500], 0, (15, 30, 45, 60)),
        # begins in October: 1 and 2 belong to a year that is not complete
        ([1, 2, 10, 20, 30, 40], 2, (10, 20, 30, 40)),
        # a year without one value has no say
        ([10, 20, 30, 40, 20, None, 60, 80], 0, (10, 20, 30, 40)),
        ([10, 20, 30], 0, ()),
    ],
)
def test_usual_year(values: list[float | None], first: int, expected: tuple[float, ...]) -> None:
    """What is usual is the mean of each place over the complete years."""
    assert usual_year(values, first, 4) == expected


@pytest.mark.parametrize(
    "values,places,alike",
    [
        pytest.param(YEAR * 2, 12, True, id="two years alike"),
        pytest.param([*YEAR[3:], *YEAR, *YEAR[:3]], 12, True, id="whatever month they begin with"),
        pytest.param([*YEAR * 2, *YEAR[:10]], 12, True, id="the last two of nearly three"),
        pytest.param([*YEAR, *(value - 15 for value in YEAR)], 12, True, id="two years alike, on another level"),
        pytest.param([*YEAR, *YEAR[:5], None, *YEAR[6:]], 12, True, id="a month missing"),
        pytest.param([*YEAR, *reversed(YEAR)], 12, False, id="the second the other way round"),
        pytest.param([float(i) for i in range(24)], 12, False, id="a rise is no season"),
        pytest.param([-2.0 * i for i in range(24)], 12, False, id="nor is a fall"),
        pytest.param([80.0] * 18 + [40.0] * 6, 12, False, id="nor is a step"),
        pytest.param([5.0] * 24, 12, False, id="nothing varies"),
        pytest.param([None] * 24, 12, False, id="nothing is known"),
        # one in 24 orders of four quarters is that much alike (4.2 %); with one exchange it is four (17 %)
        pytest.param([20.0, 40.0, 30.0, 10.0] * 2, 4, True, id="two years of quarters"),
        pytest.param([20.0, 40.0, 30.0, 10.0, 30.0, 40.0, 20.0, 10.0], 4, False, id="with one exchange"),
    ],
)
def test_may_be_seasonal(values: list[float | None], places: int, alike: bool) -> None:
    """Two years may show a season where they rank their months alike, and not for a trend."""
    assert may_be_seasonal(values, places) is alike


@pytest.mark.parametrize(
    "second,alike",
    [
        # 1 - 6 x the sum of squared differences / (12 x 143); the critical value of 12 pairs is 0.503 (Zar 1984, B.20)
        pytest.param([9, 2, 3, 4, 5, 6, 7, 8, 1, 10, 11, 12], True, id="2 x 64: 0.552"),
        pytest.param([9, 2, 3, 4, 5, 6, 7, 8, 1, 12, 11, 10], True, id="2 x 64 + 2 x 4: 0.524"),
        pytest.param([9, 4, 3, 2, 5, 6, 7, 8, 1, 12, 11, 10], False, id="2 x 64 + 4 x 4: 0.497"),
    ],
)
def test_likeness_of_two_years(second: list[int], alike: bool) -> None:
    """Twelve months are alike from the published 5 % of the rank correlation on, one-sided."""
    assert may_be_seasonal([*map(float, range(1, 13)), *map(float, second)], 12) is alike


@pytest.mark.parametrize(
    "values,contradicts",
    [
        pytest.param([1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9], True, id="a step: low, then high a year on"),
        pytest.param([1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 1, 1, 1, 1], False, id="low again a year on"),
        pytest.param([1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 1, 1, 9, 1], False, id="one of two"),
        pytest.param([1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9], False, id="no second year"),
    ],
)
def test_contradicts_itself(values: list[float | None], contradicts: bool) -> None:
    """Months on the other side of the mean than a year before are no season; of a first year none is known."""
    assert contradicts_itself(values, 12) is contradicts
