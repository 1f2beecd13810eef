"""Special causes: points of a control chart that chance alone hardly explains, by the rules of Making Data Count.

Published in: NHS England, Making Data Count; NHSRplotthedots, `R/ptd_calculate_point_type.R`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
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
    outside = _beyond(values, limits.lower, limits.upper)
    sides = _beyond(values, limits.mean, limits.mean)
    beyond_near = _beyond(values, limits.near_lower, limits.near_upper)
    near = [0 if out else way for out, way in zip(outside, beyond_near, strict=True)]
    rules: tuple[tuple[Cause, list[int]], ...] = (
        ("outside", outside),
        ("trend", _trends(values)),
        ("two_of_three", _two_of_three(sides, near)),
        ("shift", _shifts(sides)),
    )
    found: list[Signal | None] = [None] * len(values)
    for cause, ways in reversed(rules):  # so that the first rule has the last word
        for place, way in enumerate(ways):
            if way:
                found[place] = Signal(cause, _SIDES[way])
    return tuple(found)


def _beyond(values: Sequence[float | None], lower: float, upper: float) -> list[int]:
    """1 for values above `upper`, -1 below `lower`, 0 between them and where there is no value."""
    return [0 if value is None else (value > upper) - (value < lower) for value in values]


def _trends(values: Sequence[float | None]) -> list[int]:
    """1 for points of a rising trend, -1 of a falling one; where one turns into the other, the later."""
    steps = [
        0 if before is None or after is None else (after > before) - (after < before)
        for before, after in pairwise(values)
    ]
    ways = [0] * len(values)
    for first, after in _runs(steps, RUN - 1):
        ways[first : after + 1] = [steps[first]] * (after + 1 - first)
    return ways


def _shifts(sides: Sequence[int]) -> list[int]:
    """1 for points of a shift above the mean, -1 below it; a point on the mean ends it."""
    ways = [0] * len(sides)
    for first, after in _runs(sides, RUN):
        ways[first:after] = sides[first:after]
    return ways


def _two_of_three(sides: Sequence[int], near: Sequence[int]) -> list[int]:
    """1 or -1 for the points near a limit of every three on one side of the mean, of which two or more are near."""
    ways = [0] * len(sides)
    for first in range(len(sides) - 2):
        three = slice(first, first + 3)
        if sides[first] == sides[first + 1] == sides[first + 2] and abs(sum(near[three])) >= 2:
            ways[three] = near[three]
    return ways


def _runs(ways: Sequence[int], least: int) -> Iterator[tuple[int, int]]:
    """Each unbroken run of 1 or of -1 that has at least so many: where it begins, and the place after its end."""
    first = 0
    for place in range(1, len(ways) + 1):
        if place == len(ways) or ways[place] != ways[first]:
            if ways[first] and place - first >= least:
                yield first, place
            first = place
