"""Special causes: points of a control chart that chance alone hardly explains, by the rules of Making Data Count.

Published in: NHS England, Making Data Count; NHSRplotthedots, `R/ptd_calculate_point_type.R`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from cspsite.control_limits import Limits

Cause = Literal["outside", "trend", "two_of_three", "shift"]
Side = Literal["above", "below"]

#: How many points one after another make a trend or a shift.
RUN = 7
_SIDES: dict[int, Side] = {1: "above", -1: "below"}


@dataclass(frozen=True, slots=True)
class Signal:
    """Why a point is special, and on which side; of a trend, `above` is rising and `below` falling."""

    cause: Cause
    side: Side


def special_causes(values: Sequence[float | None], limits: Limits) -> tuple[Signal | None, ...]:
    """One signal or None for each value in order of time; the first rule that applies names the point.

    In this order: outside a limit; a trend of 7 points, each strictly beyond the one before; the points near a limit
    (within its outer third, not outside) of 2 in 3, where all three lie on one side of the mean; a shift of 7 points
    on one side of the mean. All points of a run are special. A missing value ends every run.
    """
    rules: tuple[tuple[Cause, list[int]], ...] = (
        ("outside", [_beyond(value, limits.lower, limits.upper) for value in values]),
        ("trend", _trends(values)),
        ("two_of_three", _two_of_three(values, limits)),
        ("shift", _shifts(values, limits.mean)),
    )
    return tuple(
        next((Signal(cause, _SIDES[way[i]]) for cause, way in rules if way[i]), None) for i in range(len(values))
    )


def _beyond(value: float | None, lower: float, upper: float) -> int:
    """1 above `upper`, -1 below `lower`, 0 between them and where there is no value."""
    return 0 if value is None else (value > upper) - (value < lower)


def _trends(values: Sequence[float | None]) -> list[int]:
    """1 for points of a rising trend, -1 of a falling one; where one turns into the other, the later."""
    steps = [
        0 if before is None or after is None else (after > before) - (after < before)
        for before, after in pairwise(values)
    ]
    ways = [0] * len(values)
    for way, first, length in _runs(steps):
        if length >= RUN - 1:
            ways[first : first + length + 1] = [way] * (length + 1)
    return ways


def _shifts(values: Sequence[float | None], mean: float) -> list[int]:
    """1 for points of a shift above the mean, -1 below it; a point on the mean ends it."""
    ways = [0] * len(values)
    for way, first, length in _runs([_beyond(value, mean, mean) for value in values]):
        if length >= RUN:
            ways[first : first + length] = [way] * length
    return ways


def _two_of_three(values: Sequence[float | None], limits: Limits) -> list[int]:
    """1 or -1 for the points near a limit of every three on one side of the mean, of which two or more are near."""
    sides = [_beyond(value, limits.mean, limits.mean) for value in values]
    near = [
        _beyond(value, limits.near_lower, limits.near_upper) if not _beyond(value, limits.lower, limits.upper) else 0
        for value in values
    ]
    ways = [0] * len(values)
    for first in range(len(values) - 2):
        three = slice(first, first + 3)
        if abs(sum(sides[three])) == 3 and abs(sum(near[three])) >= 2:
            ways[three] = near[three]
    return ways


def _runs(ways: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Each unbroken run of 1 or of -1: which, where it begins, and how long it is."""
    first = 0
    for way, run in groupby(ways):
        length = len(list(run))
        if way:
            yield way, first, length
        first += length
