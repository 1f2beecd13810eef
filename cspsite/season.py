"""The season of a series: whether the months of a year keep their order from year to year, and what is usual in each.

Values are in order of time, missing ones None. `places` is how many make a year (12 months or 4 quarters), `first`
is the place of the first value in its financial year, from 0. Only years that are complete count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations, permutations
from math import sqrt
from operator import add
from statistics import correlation, fmean, median

from scipy.special import chdtri, stdtr

#: Fewer years than these do not show a season.
YEARS = 3
#: How often a series without a season would be taken to have one.
LEVEL = 0.01
#: How often two years without a season would be taken to look alike: less sure than LEVEL, as a year more will tell.
SUSPICION = 0.05
#: Up to which share of values may be special as their like months are: with nothing but chance, 8 / 2**7 of all are in
#: a run of seven or more on one side of the mean, and a few more are outside or near a limit.
PLAUSIBLE = 0.1
#: And where there is no second whole year to look at.
AT_MOST = 1 / 3
#: Up to how many like months the chance of their rank correlation is exact.
_FEW_LIKE = 8
#: Up to how many values, in all years together, the chance of Friedman's statistic is exact: six years of quarters.
SMALL = 24


def is_seasonal(values: Sequence[float | None], first: int, places: int) -> bool:
    """Whether three or more complete years rank their months alike, also when a steady trend is taken out of them.

    Friedman's test of ranks (Friedman 1937) at 1 %, the test for stable seasonality of X-12-ARIMA; exact for quarters
    of a few years, of which three never reach the 1 % of chi-squared, however alike they are. The trend is the median
    yearly change of like months (Hirsch, Slack and Smith 1982): with it left in, a series that only rises would rank
    its months alike each year.
    """
    years = complete_years(values, first, places)
    return len(years) >= YEARS and _keep_their_order(tuple((number, tuple(year)) for number, year in years.items()))


def may_explain(values: Sequence[float | None], special: Sequence[bool], places: int) -> bool:
    """Whether a season that fewer than three years cannot show may be why values of a plain chart are `special`.

    So it may where more are than chance makes so, each with a like month that lies aside of the mean too, and where
    two years look alike or there is no second one. Less than a year says nothing of a season.
    """
    if len(values) < places or contradicts_itself(values, places):
        return False
    whole = len(values) >= 2 * places
    known = [value for value in values if value is not None]
    aside = [None if value is None else value - fmean(known) for value in values]
    again = [each and _comes_again(place, aside, places, unknown=not whole) for place, each in enumerate(special)]
    if sum(again) <= (PLAUSIBLE if whole else AT_MOST) * len(known):
        return False
    return not whole or may_be_seasonal(values, places)


def _comes_again(place: int, aside: Sequence[float | None], places: int, *, unknown: bool) -> bool:
    """Whether a like month of another year lies aside of the mean on the same side, and half as far at least.

    `unknown` is the answer where there is none.
    """
    own = aside[place] or 0.0
    near = [
        other for at in (place - places, place + places) if 0 <= at < len(aside) and (other := aside[at]) is not None
    ]
    return any(2 * other * own >= own**2 for other in near) if near else unknown


def may_be_seasonal(values: Sequence[float | None], places: int) -> bool:
    """Whether the last year of values ranks its months as the year before does, also without a steady trend.

    For two years, which are too few for `is_seasonal`: Spearman's rank correlation of like months, one-sided at 5 %,
    which is Friedman's test of two years.
    """
    pairs = _like(values[-2 * places :], places)
    if len(pairs) < 2:
        return False
    a_year = median(after - before for _, before, after in pairs)
    level = [[before for _, before, _ in pairs], [after for _, _, after in pairs]]
    drift = [a_year * place / places for place, _, _ in pairs]
    straight = [[value - by for value, by in zip(year, drift, strict=True)] for year in level]
    return all(_chance_of_likeness(*two) <= SUSPICION for two in (level, straight))


def contradicts_itself(values: Sequence[float | None], places: int) -> bool:
    """Whether most months lie on the other side of the mean than a year before, which those of a season would not."""
    pairs = _like(values, places)
    middle = fmean(value for value in values if value is not None)
    return 2 * sum((before > middle) != (after > middle) for _, before, after in pairs) > len(pairs)


def _like(values: Sequence[float | None], places: int) -> list[tuple[int, float, float]]:
    """The place of each value that has one a year later, with both."""
    two = enumerate(zip(values, values[places:], strict=False))
    return [(place, one, other) for place, (one, other) in two if one is not None and other is not None]


def _chance_of_likeness(before: Sequence[float], after: Sequence[float]) -> float:
    """The chance of a rank correlation as high or higher; Student's t beyond a few (Kendall 1948)."""
    number = len(before)
    if number <= _FEW_LIKE:
        return exact_chance([before, after])
    if len(set(before)) == 1 or len(set(after)) == 1:
        return 1.0
    likeness = correlation(_ranks(before), _ranks(after))
    if likeness >= 1:
        return 0.0
    return 1 - float(stdtr(number - 2, likeness * sqrt((number - 2) / (1 - likeness**2))))


@lru_cache(maxsize=64)  # the control charts of a year's reports rest on the same complete years
def _keep_their_order(numbered: tuple[tuple[int, tuple[float, ...]], ...]) -> bool:
    years = dict(numbered)
    return _ranked_alike(list(years.values())) and _ranked_alike(_without_trend(years))


def usual_year(values: Sequence[float | None], first: int, places: int) -> tuple[float, ...]:
    """The mean of each month (or quarter) over the complete years; empty where there is none."""
    return tuple(fmean(like) for like in zip(*complete_years(values, first, places).values(), strict=True))


def complete_years(values: Sequence[float | None], first: int, places: int) -> dict[int, list[float]]:
    """The values of each financial year that has all of them, by the number of the year in the series."""
    starts = range(-first % places, len(values) - places + 1, places)
    years = [[value for value in values[start : start + places] if value is not None] for start in starts]
    return {number: year for number, year in enumerate(years) if len(year) == places}


def friedman(years: Sequence[Sequence[float]]) -> float:
    """Friedman's statistic of two or more years of equal length, corrected for ties; 0 where all values are tied.

    It is about chi-squared with one degree of freedom fewer than a year has values.
    """
    n, k = len(years), len(years[0])
    spread = _spread([sum(ranks) for ranks in zip(*map(_ranks, years), strict=True)])
    ties = sum(times**3 - times for year in years for times in Counter(year).values())
    scale = n * k * (k + 1) - ties / (k - 1)
    return 12 * spread / scale if scale else 0.0


def exact_chance(years: Sequence[Sequence[float]]) -> float:
    """The chance of a Friedman's statistic as large or larger where every order of each year is equally likely.

    Ranks that are shared are permuted as they are. For small tables: the work grows with the orders of a year.
    """
    ranks = [_ranks(year) for year in years]
    spreads = _spreads(tuple(tuple(sorted(each)) for each in ranks))
    reached = _spread([sum(like) for like in zip(*ranks, strict=True)])
    return sum(ways for spread, ways in spreads.items() if spread >= reached) / spreads.total()


def _ranked_alike(years: Sequence[Sequence[float]]) -> bool:
    if len(years) * len(years[0]) <= SMALL:
        return exact_chance(years) <= LEVEL
    return friedman(years) > float(chdtri(len(years[0]) - 1, LEVEL))


@lru_cache(maxsize=64)  # the same for all years without shared ranks
def _spreads(years: tuple[tuple[float, ...], ...]) -> Counter[float]:
    """In how many orders of the years after the first their sums of ranks have each spread."""
    sums = Counter([years[0]])
    for year in years[1:]:
        longer = Counter[tuple[float, ...]]()
        for order in set(permutations(year)):  # of shared ranks each order comes equally often
            for before, ways in sums.items():
                longer[tuple(map(add, before, order))] += ways
        sums = longer
    spreads = Counter[float]()
    for each, ways in sums.items():
        spreads[_spread(each)] += ways
    return spreads


def _spread(sums: Sequence[float]) -> float:
    """The squared distances of sums of ranks from their mean; without rounding, as ranks are whole or a half more."""
    middle = sum(sums) / len(sums)
    return sum((each - middle) ** 2 for each in sums)


def _ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1 up; equal values share the mean of theirs."""
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) + 1) / 2 for value in values]


def _without_trend(years: Mapping[int, Sequence[float]]) -> list[list[float]]:
    """The years less the rise that a steady trend brings about within each."""
    a_year = median(
        (after[place] - before[place]) / (later - earlier)
        for (earlier, before), (later, after) in combinations(years.items(), 2)
        for place in range(len(before))
    )
    return [[value - a_year * place / len(year) for place, value in enumerate(year)] for year in years.values()]
