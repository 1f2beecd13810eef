"""The limits of a control chart of single values (XmR): what varies by chance alone stays between them.

Published in: NHS England, Making Data Count; NHSRplotthedots, `R/ptd_spc_standard.R`; screening in Nelson 1982,
"Control charts for individual measurements", Journal of Quality Technology 14(3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

#: Limits that rest on fewer points are trial limits: they still move with every further point.
SETTLED = 12
#: From the mean to a limit, in mean moving ranges: 3 / 1.128, three standard deviations estimated from pairs.
REACH = 2.66
#: A moving range this many times the mean one lies outside the limits of moving ranges themselves.
OUTLYING = 3.267
#: Why there are no limits.
FEW = "there are too few counts one after another for limits"
RARE = "more than half of the counts are 0: too rare for a control chart"
SHORT = "fewer than three complete years are too short to tell a season from a change"


@dataclass(frozen=True, slots=True)
class Limits:
    """The mean, the mean moving range, and the limits around it; all in the unit of the values.

    `lower` is the number as computed, also below 0. `near_lower` and `near_upper` lie two thirds of the way
    from the mean to a limit. `points` is how many numbers the limits rest on.
    """

    mean: float
    moving_range: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float
    points: int

    @classmethod
    def around(cls, mean: float, moving_range: float, points: int) -> Limits:
        """The limits 2.66 mean moving ranges either side of a mean."""
        reach, near = REACH * moving_range, REACH * moving_range * 2 / 3
        return cls(mean, moving_range, mean - reach, mean + reach, mean - near, mean + near, points)

    @property
    def trial(self) -> bool:
        """Whether they rest on fewer than twelve points."""
        return self.points < SETTLED


def limits(values: Sequence[float | None], *, screened: bool) -> Limits | None:
    """The limits of values in order of time; None (missing) is no value and has no moving range.

    `screened` leaves out outlying moving ranges. There are no limits where no two values are neighbours, nor where
    values differ while neighbours never do.
    """
    known = [value for value in values if value is not None]
    moving_range = mean_moving_range(values, screened=screened)
    if moving_range is None or (moving_range == 0 and len(set(known)) > 1):
        return None
    return Limits.around(fmean(known), moving_range, len(known))


def are_rare(values: Sequence[float | None]) -> bool:
    """Whether more than half of the known values are 0: their usual distance says little about the rare others."""
    known = [value for value in values if value is not None]
    return 2 * known.count(0) > len(known)


def mean_moving_range(values: Sequence[float | None], *, screened: bool) -> float | None:
    """The mean distance between neighbouring values; None where no two values are neighbours.

    `screened` drops moving ranges of 3.267 times their mean or more, once; not where nothing but zeros would stay,
    because every point of a series of rare counts would then lie outside its limits.
    """
    ranges = _moving_ranges(values)
    if not ranges:
        return None
    usual = _usual(ranges)
    return fmean(usual if screened and any(usual) else ranges)


def leaps(values: Sequence[float | None]) -> int:
    """How many moving ranges `screened` limits leave out."""
    ranges = _moving_ranges(values)
    usual = _usual(ranges) if ranges else []
    return len(ranges) - len(usual) if any(usual) else 0


def _moving_ranges(values: Sequence[float | None]) -> list[float]:
    return [abs(after - before) for before, after in pairwise(values) if before is not None and after is not None]


def _usual(ranges: Sequence[float]) -> list[float]:
    whole = fmean(ranges)
    return [each for each in ranges if each < OUTLYING * whole]
