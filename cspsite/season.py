"""The season of a series: whether the months of a year keep their order from year to year, and what is usual in each.

Values are in order of time, missing ones None. `places` is how many make a year (12 months or 4 quarters), `first`
is the place of the first value in its financial year, from 0. Only years that are complete count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from statistics import fmean, median

from scipy.special import chdtri

#: Fewer years than these do not show a season.
YEARS = 3
#: How often a series without a season would be taken to have one.
LEVEL = 0.01


def is_seasonal(values: Sequence[float | None], first: int, places: int) -> bool:
    """Whether three or more complete years rank their months alike, also when a steady trend is taken out of them.

    Friedman's test of ranks (Friedman 1937) at 1 %, the test for stable seasonality of X-12-ARIMA. The trend is the
    median yearly change of like months (Hirsch, Slack and Smith 1982): with it left in, a series that only rises
    would rank its months alike each year.
    """
    years = complete_years(values, first, places)
    return len(years) >= YEARS and _ranked_alike(list(years.values())) and _ranked_alike(_without_trend(years))


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
    sums = [sum(ranks) for ranks in zip(*map(_ranks, years), strict=True)]
    spread = sum((each - n * (k + 1) / 2) ** 2 for each in sums)
    ties = sum(times**3 - times for year in years for times in Counter(year).values())
    scale = n * k * (k + 1) - ties / (k - 1)
    return 12 * spread / scale if scale else 0.0


def _ranked_alike(years: Sequence[Sequence[float]]) -> bool:
    return friedman(years) > float(chdtri(len(years[0]) - 1, LEVEL))


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
