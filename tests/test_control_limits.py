"""The limits of a control chart: mean, moving ranges, screening, gaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspsite.control_limits import Limits, limits, mean_moving_range

#: NHSRplotthedots, vignettes/deviations.Rmd: one value far above the others.
DEVIATIONS = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
#: NHSRplotthedots, tests/testthat/test-ptd_spc_standard.R: R's rnorm(20) after set.seed(123).
NORMAL = [
    *(-0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123),
    *(-0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314),
    *(0.49785048, -1.96661716, 0.70135590, -0.47279141),
]
#: The same with 10 at the fifteenth place.
OUTLIER = [*NORMAL[:14], 10, *NORMAL[15:]]

numbers = st.lists(st.integers(-1000, 1000).map(float) | st.none(), max_size=40)


def found(values: list[float | None], *, screened: bool = False) -> Limits:
    """Return the limits of values that have some."""
    made = limits(values, screened=screened)
    assert made is not None
    return made


@pytest.mark.parametrize(
    "values,screened,mean,lower,upper",
    [
        (DEVIATIONS, True, 1.94, -0.72, 4.60),
        (DEVIATIONS, False, 1.94, -3.06, 6.95),
    ],
)
def test_limits_of_the_vignette(values: list[float], screened: bool, mean: float, lower: float, upper: float) -> None:
    """One outlying value widens the limits, unless moving ranges are screened (NHSRplotthedots, deviations.Rmd)."""
    made = found([*values], screened=screened)
    assert (round(made.mean, 2), round(made.lower, 2), round(made.upper, 2)) == (mean, lower, upper)


@pytest.mark.parametrize(
    "values,screened,mean,lower,upper",
    [
        (NORMAL, True, 0.1416238, -3.01138, 3.294627),
        (OUTLIER, True, 0.6694159, -2.383666, 3.722497),
        (OUTLIER, False, 0.6694159, -4.596625, 5.935457),
    ],
)
def test_limits_of_the_snapshots(values: list[float], screened: bool, mean: float, lower: float, upper: float) -> None:
    """Limits are those of NHSRplotthedots (tests/testthat/_snaps/ptd_spc_standard.md), to their seven digits."""
    made = found([*values], screened=screened)
    assert (made.mean, made.lower, made.upper) == pytest.approx((mean, lower, upper), rel=2e-7)


@pytest.mark.parametrize(
    "values,expected",
    [
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], (5.5, 2.84, 8.16, 3.7266666667, 7.2733333333)),
        ([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], (5.5, 2.84, 8.16, 3.7266666667, 7.2733333333)),
        ([1, 2, 3, 4, 5, 4, 3, 2, 1, 2], (2.7, 0.04, 5.36, 0.9266666667, 4.4733333333)),
        ([1, 2, 3], (2.0, -0.66, 4.66, 0.2266666667, 3.7733333333)),
        ([*range(20)], (9.5, 6.84, 12.16, 7.7266666667, 11.2733333333)),
        ([3, 1, 4, 1, 5, 9, 2], (3.5714285714, -6.6252380952, 13.7680952381, -3.2263492063, 10.3692063492)),
        (
            [1, 2, 3, 2, 1, 2, 3, 4, 5, 6, 7, 4, 3, 2, 1, 2],
            (3.0, -0.0146666667, 6.0146666667, 0.9902222222, 5.0097777778),
        ),
        (
            [-1, -2, -3, -2, -1, -2, -3, -4, -5, -6, -7, -4, -3, -2, -1, -2],
            (-3.0, -6.0146666667, 0.0146666667, -5.0097777778, -0.9902222222),
        ),
    ],
)
def test_limits_and_near_limits(values: list[float], expected: tuple[float, ...]) -> None:
    """Near limits lie two thirds of the way (nhspy-plotthedots, tests/unittests/test_limits_calculations.py)."""
    made = found([*values])
    assert (made.mean, made.lower, made.upper, made.near_lower, made.near_upper) == pytest.approx(expected)


def test_a_gap_has_no_moving_range() -> None:
    """Ranges are 2, 4 and 6, none across the gaps: mean range 4, mean (10+12+20+24+30+36)/6 = 22, reach 10.64."""
    made = found([10, 12, None, 20, 24, None, None, 30, 36, None])
    assert (made.mean, made.moving_range, made.points) == (22, 4, 6)
    assert (made.lower, made.upper) == pytest.approx((11.36, 32.64))


def test_zero_is_a_value() -> None:
    """0 counts as a number and has moving ranges: 0, 6, 0 have ranges 6 and 6 and the mean 2."""
    made = found([0, 6, 0])
    assert (made.mean, made.moving_range, made.points) == (2, 6, 3)


@pytest.mark.parametrize(
    "values",
    [[], [5], [None], [5, None], [5, None, 7], [None, 5, None, 7, None], [5, 5, None, 7, 7]],
    ids=str,
)
@pytest.mark.parametrize("screened", [True, False])
def test_no_limits(values: list[float | None], screened: bool) -> None:
    """There are none without neighbouring numbers, nor where numbers differ but neighbours never do."""
    assert limits(values, screened=screened) is None


def test_values_all_alike() -> None:
    """The limits of 5, 5, 5 are 5: nothing varies."""
    made = found([5, 5, 5])
    assert (made.lower, made.mean, made.upper) == (5, 5, 5)


@pytest.mark.parametrize(
    "ranges,kept",
    [
        # mean range (100 × 1 + 3.4)/101, times 3.267 is under 3.4: dropped
        ([1] * 100 + [3.4], 1.0),
        # (1.0 × 2 + 3)/3 × 3.267 = 5.445: nothing outlies
        ([1, 1, 3], 5 / 3),
        # four ranges 0, 0, 0, 8 with the mean 2: 8 outlies 6.534, but only zeros would stay
        ([0, 0, 0, 8], 2.0),
        # 733, 0, 0 and 3267 have the mean 1000: 3267 is on the limit, and dropped
        ([733, 0, 0, 3267], 733 / 3),
        # 734, 0, 0 and 3266 too: 3266 is under it, and stays
        ([734, 0, 0, 3266], 1000),
        # 1000 and 50 both outlie 3.267 × 1150/101 = 37.2 and go; 5 stays, as nothing is screened twice
        ([1] * 95 + [5] + [0] * 3 + [1000, 50], 100 / 99),
    ],
)
def test_screening(ranges: list[float], kept: float) -> None:
    """Moving ranges of 3.267 times their mean are dropped once, all together, unless only zeros would stay."""
    values, level = [0.0], 0.0
    for n, each in enumerate(ranges):
        level += each if n % 2 else -each
        values.append(level)
    assert mean_moving_range(values, screened=True) == pytest.approx(kept)


@pytest.mark.parametrize("points,trial", [(2, True), (11, True), (12, False), (13, False)])
def test_trial_limits(points: int, trial: bool) -> None:
    """Fewer than twelve points give trial limits; missing ones are no points."""
    assert found([1.0, 2.0] + [1.5] * (points - 2) + [None] * 20).trial is trial


@given(numbers, st.integers(-1000, 1000), st.booleans())
def test_a_constant_moves_the_limits(values: list[float | None], constant: int, screened: bool) -> None:
    """Adding a number to every value adds it to the mean and the limits, and leaves the moving range alone."""
    made = limits(values, screened=screened)
    moved = limits([None if value is None else value + constant for value in values], screened=screened)
    assert (made is None) == (moved is None)
    if made and moved:
        assert moved.moving_range == pytest.approx(made.moving_range)
        assert moved.mean == pytest.approx(made.mean + constant)
        assert (moved.lower, moved.upper) == pytest.approx((made.lower + constant, made.upper + constant))


@given(numbers, st.booleans())
def test_mirrored_values_mirror_the_limits(values: list[float | None], screened: bool) -> None:
    """The lower limits of the negated values are the negated upper ones."""
    made = limits(values, screened=screened)
    mirrored = limits([None if value is None else -value for value in values], screened=screened)
    assert (made is None) == (mirrored is None)
    if made and mirrored:
        assert (mirrored.lower, mirrored.near_lower) == pytest.approx((-made.upper, -made.near_upper))


@given(numbers)
def test_screening_never_widens(values: list[float | None]) -> None:
    """Limits with screening lie within those without."""
    screened, whole = limits(values, screened=True), limits(values, screened=False)
    if screened and whole:
        assert screened.moving_range <= whole.moving_range
