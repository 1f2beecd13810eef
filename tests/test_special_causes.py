"""Special causes by the four rules, in both directions, at crossings of the mean, with ties and gaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspsite.control_limits import Limits, limits
from cspsite.special_causes import Signal, special_causes

#: Mean 0, near limits 6, limits 9: values of a test can be read off.
PLAIN = Limits(0, 9 / 2.66, -9, 9, -6, 6, 24)
#: Letters of the causes: capital above (rising), small below (falling); dot none.
LETTERS = {"outside": "o", "trend": "t", "two_of_three": "n", "shift": "s"}

numbers = st.lists(st.integers(-12, 12).map(float) | st.none(), max_size=30)


def letters(signals: tuple[Signal | None, ...]) -> str:
    """Return one letter a point."""
    return "".join(
        "." if signal is None else LETTERS[signal.cause].upper() if signal.side == "above" else LETTERS[signal.cause]
        for signal in signals
    )


def causes(*values: float | None) -> str:
    """Return the letters of values around the plain limits."""
    return letters(special_causes(values, PLAIN))


def mirrored(expected: str) -> str:
    """Return the letters of the other side."""
    return expected.swapcase()


def each_way(cases: list[tuple[tuple[float | None, ...], str]]) -> pytest.MarkDecorator:
    """Each case as it is and upside down."""
    down = [
        (tuple(None if value is None else -value for value in values), mirrored(expected)) for values, expected in cases
    ]
    return pytest.mark.parametrize("values,expected", [*cases, *down])


@each_way(
    [
        ((0, 9.1, 0), ".O."),
        ((0, 9, 0), "..."),
        ((10, -10), "Oo"),
        ((None, 10, None), ".O."),
    ]
)
def test_outside(values: tuple[float | None, ...], expected: str) -> None:
    """A point strictly beyond a limit is outside; on the limit it is not."""
    assert causes(*values) == expected


@each_way(
    [
        # NHSRplotthedots, test-ptd_calculate_point_type.R, ptd_seven_point_trend and ptd_part_of_seven_trend:
        # (1 to 6), (1,2,3,3,4,5,6), (1 to 7), (2, 1 to 7, 3); here about a mean that the points cross
        ((-3, -2, -1, 0, 1, 2), "......"),
        ((-3, -2, -1, -1, 0, 1, 2), "......."),
        ((-3, -2, -1, 0, 1, 2, 3), "TTTTTTT"),
        ((-2, -3, -2, -1, 0, 1, 2, 3, -1), ".TTTTTTT."),
        # eight rising points: all of them
        ((-3, -2, -1, 0, 1, 2, 3, 4), "TTTTTTTT"),
        # nhspy-plotthedots, test_seven_point_trend.py, mixed input less its mean: known at the 11th, flagged 5 to 11
        ((-2, -1, 0, -1, -2, -1, 0, 1, 2, 3, 4, 1, 0, -1, -2, -1), "....TTTTTTT....."),
        # a gap ends a trend, and neither side has seven
        ((-3, -2, -1, None, 0, 1, 2, 3), "........"),
        ((-3, -2, -1, 0, 1, 2, 3, None, -3), "TTTTTTT.."),
        ((None, -3, -2, -1, 0, 1, 2, 3), ".TTTTTTT"),
        # a tie at either end does not belong
        ((-3, -3, -2, -1, 0, 1, 2, 3, 3), ".TTTTTTT."),
    ]
)
def test_trend(values: tuple[float | None, ...], expected: str) -> None:
    """Seven points, each strictly beyond the one before, are a trend as a whole, also across the mean."""
    assert causes(*values) == expected


@each_way(
    [
        # up for seven points, then down for seven: the top belongs to both
        ((-3, -2, -1, 0, 1, 2, 3, 2, 1, 0, -1, -2, -3), "TTTTTTttttttt"),
        # up, one step down, up again: the first top belongs to the first trend only
        ((-3, -2, -1, 0, 1, 2, 3, -3, -2, -1, 0, 1, 2, 3), "TTTTTTTTTTTTTT"),
    ]
)
def test_a_point_of_two_trends(values: tuple[float | None, ...], expected: str) -> None:
    """A turning point between two trends is told as part of the later one."""
    assert causes(*values) == expected


@each_way(
    [
        # NHSRplotthedots, ptd_two_in_three: which two of the three are near does not matter; the third is not flagged
        ((7, 1, 7), "N.N"),
        ((1, 7, 7), ".NN"),
        ((7, 7, 1), "NN."),
        ((7, 7, 7), "NNN"),
        # all three on one side of the mean, and not on it
        ((7, -1, 7), "..."),
        ((-1, 7, 7), "..."),
        ((7, 0, 7), "..."),
        ((7, -7, 7), "..."),
        # ptd_part_of_two_in_three: (1,0,0,1) none, (1,0,0,1,1) the last two
        ((7, 1, 1, 7), "...."),
        ((7, 1, 1, 7, 7), "...NN"),
        # ptd_two_in_three, g and h
        ((1, 1, 7, 1, 7, 1), "..N.N."),
        ((-1, 1, 7, 7, -1, 1), "..NN.."),
        # strictly beyond the near limit; the limit itself is near
        ((6, 1, 7), "..."),
        ((9, 1, 7), "N.N"),
        # two points are not three, and three across a gap are not three
        ((7, 7), ".."),
        ((7, 7, None, 1), "...."),
        ((7, None, 7, 1), "...."),
        # a point outside is not near, though it counts as on that side
        ((10, 7, 1), "O.."),
        ((10, 7, 7), "ONN"),
        # test-ptd_spc_standard.R: two in a row near opposite limits
        ((1, -1, 1, -1, 7, -7), "......"),
    ]
)
def test_two_of_three(values: tuple[float | None, ...], expected: str) -> None:
    """The near ones of three on one side of the mean are special where two or more are near that limit."""
    assert causes(*values) == expected


@each_way(
    [
        # NHSRplotthedots, ptd_seven_point_one_side_mean: six; six and one across; eight and one across
        ((1, 2) * 3, "......"),
        ((*(1, 2) * 3, -1), "......."),
        ((*(1, 2) * 4, -1), "SSSSSSSS."),
        ((1, 2, 1, 2, 1, 2, 1), "SSSSSSS"),
        ((-1, 1, 2, 1, 2, 1, 2, 1), ".SSSSSSS"),
        # a point on the mean ends it
        ((1, 2, 1, 0, 2, 1, 2, 1), "........"),
        ((1, 2, 1, 2, 1, 2, 1, 0), "SSSSSSS."),
        # nhspy-plotthedots, test_seven_point_one_side_mean.py: ten above, then ten below
        ((*(1, 2) * 5, *(-1, -2) * 5), "S" * 10 + "s" * 10),
        # a gap ends it
        ((1, 2, 1, None, 2, 1, 2, 1), "........"),
        ((1, 2, 1, 2, 1, 2, 1, None, 1), "SSSSSSS.."),
        # all equal and off the mean: a shift, though no trend
        ((1, 1, 1, 1, 1, 1, 1), "SSSSSSS"),
    ]
)
def test_shift(values: tuple[float | None, ...], expected: str) -> None:
    """Seven points on one side of the mean are a shift as a whole."""
    assert causes(*values) == expected


def test_no_shift_on_the_mean() -> None:
    """Seven points on the mean lie on no side of it (nhspy-plotthedots expects a shift here; R does not)."""
    assert causes(0, 0, 0, 0, 0, 0, 0) == "......."


@each_way(
    [
        # a rising trend that ends outside: the last point is told as outside
        ((-2, 0, 1, 2, 3, 5, 10), "TTTTTTO"),
        # rising and all above: trend before shift
        ((1, 1.5, 2, 2.5, 3, 3.5, 4), "TTTTTTT"),
        # rising into the outer third: trend before two of three
        ((1, 2, 3, 4, 5, 7, 8), "TTTTTTT"),
        # a shift with two near: two of three before shift
        ((1, 2, 7, 7, 2, 1, 2), "SSNNSSS"),
        # a shift with one outside
        ((1, 2, 1, 10, 2, 1, 2), "SSSOSSS"),
        # a falling trend above the mean is told as falling
        ((5, 4.5, 4, 3.5, 3, 2.5, 2), "ttttttt"),
    ]
)
def test_order(values: tuple[float | None, ...], expected: str) -> None:
    """Where several rules apply, the first in their order names the point."""
    assert causes(*values) == expected


def test_the_vignettes_one_point() -> None:
    """Of the vignette's eighteen points only the fifth is special (NHSRplotthedots, deviations.Rmd)."""
    values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    made = limits(values, screened=True)
    assert made is not None
    assert letters(special_causes(values, made)) == "....O............."


def test_values_all_alike() -> None:
    """Nothing is special where nothing varies: limits of no width hold their own points."""
    made = limits([5.0] * 10, screened=True)
    assert made is not None
    assert letters(special_causes([5.0] * 10, made)) == "." * 10


def test_rare_counts() -> None:
    """One event in two years of none: that month is outside, and the empty ones are not (nothing but a shift)."""
    values = [0.0] * 12 + [1.0] + [0.0] * 12
    made = limits(values, screened=True)
    assert made is not None
    assert letters(special_causes(values, made)) == "s" * 12 + "O" + "s" * 12


def test_nothing() -> None:
    """No values, no signals."""
    assert causes() == ""
    assert causes(None, None) == ".."


@given(numbers)
def test_mirror(values: list[float | None]) -> None:
    """Values upside down have the same causes on the other side."""
    negated = [None if value is None else -value for value in values]
    assert causes(*negated) == mirrored(causes(*values))


@given(numbers, st.integers(-100, 100))
def test_a_constant_changes_no_cause(values: list[float | None], constant: int) -> None:
    """Moving the values and their limits leaves the causes."""
    moved = Limits(constant, 9 / 2.66, constant - 9, constant + 9, constant - 6, constant + 6, 24)
    shifted = [None if value is None else value + constant for value in values]
    assert letters(special_causes(shifted, moved)) == causes(*values)


@given(numbers)
def test_missing_values_are_never_special(values: list[float | None]) -> None:
    """There is one signal or none a value, and none where it is missing."""
    signals = special_causes(values, PLAIN)
    assert len(signals) == len(values)
    assert [signal for signal, value in zip(signals, values, strict=True) if value is None and signal] == []


@given(numbers, numbers)
def test_a_gap_parts(before: list[float | None], after: list[float | None]) -> None:
    """What stands on one side of a gap has no say on the other."""
    assert causes(*before, None, *after) == causes(*before) + "." + causes(*after)


@given(numbers)
def test_time_turned_round(values: list[float | None]) -> None:
    """Read backwards, points outside, near and shifted stay what they are; only trends change their direction."""
    there, back = causes(*values), causes(*reversed(values))[::-1]
    assert [letter for letter in there if letter in "oOnNsS"] == [letter for letter in back if letter in "oOnNsS"]
    assert [letter in "tT" for letter in there] == [letter in "tT" for letter in back]
