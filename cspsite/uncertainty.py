"""How sure a count and a ratio of counts are: their 95 % intervals, counts being taken as Poisson."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import inf, sqrt
from typing import Literal

from scipy.special import betaincinv, gammainccinv, gammaincinv, ndtri

Clear = Literal["higher", "lower", "no clear change"]

#: The share left out at each end of a 95 % interval, and how many standard deviations that is.
_TAIL = 0.025
_Z = float(ndtri(1 - _TAIL))
#: From this count on, Byar's approximation is as good as the exact interval.
_BYAR_FROM = 10


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval from `lower` to `upper`, which may be infinite."""

    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class RateRatio:
    """One rate divided by another, with its 95 % interval; `value` is exact, and None where the other rate is 0."""

    value: Fraction | None
    interval: Interval

    @property
    def clear(self) -> Clear:
        """`higher` or `lower` only where the interval leaves 1 out."""
        if self.interval.lower > 1:
            return "higher"
        return "lower" if self.interval.upper < 1 else "no clear change"


def poisson_interval(count: int) -> Interval:
    """The 95 % interval of a count: exact below 10, Byar's from 10 on; raises ValueError below 0.

    Published in: Breslow and Day 1987, Statistical methods in cancer research II; PHEindicatormethods.
    """
    if count < 0:
        raise ValueError(f"a count of {count} is below 0")
    if count < _BYAR_FROM:
        return exact_interval(count)
    after = count + 1
    return Interval(
        count * (1 - 1 / (9 * count) - _Z / (3 * sqrt(count))) ** 3,
        after * (1 - 1 / (9 * after) + _Z / (3 * sqrt(after))) ** 3,
    )


def exact_interval(count: int) -> Interval:
    """The exact 95 % interval of a count: half the chi-squared quantiles with 2x and 2x + 2 degrees of freedom."""
    lower = float(gammaincinv(count, _TAIL)) if count else 0.0
    return Interval(lower, float(gammainccinv(count + 1, _TAIL)))


def rate_ratio(count: int, other: int, exposure: Fraction | int = 1, other_exposure: Fraction | int = 1) -> RateRatio:
    """(count / exposure) / (other / other_exposure) with its 95 % interval, which is 0 to infinity for two zeros.

    The interval is the exact conditional one: `count` of the sum of both counts is binomial (Clopper and Pearson
    1934), and its odds are the ratio of the rates times that of the exposures (Przyborowski and Wilenski 1940).
    Raises ValueError for a count below 0 or an exposure that is not above 0.
    """
    if count < 0 or other < 0:
        raise ValueError(f"counts of {count} and {other}: one is below 0")
    if exposure <= 0 or other_exposure <= 0:
        raise ValueError(f"exposures of {exposure} and {other_exposure}: one is not above 0")
    exposures = Fraction(other_exposure) / Fraction(exposure)
    value = Fraction(count, other) * exposures if other else None
    lower, opposite = _least_odds(count, other), _least_odds(other, count)
    upper = 1 / opposite if opposite else inf
    return RateRatio(value, Interval(lower * float(exposures), upper * float(exposures)))


def _least_odds(count: int, other: int) -> float:
    """The lower end of the interval of the odds of `count` against `other`."""
    if not count:
        return 0.0
    share = float(betaincinv(count, other + 1, _TAIL))
    return share / (1 - share)
