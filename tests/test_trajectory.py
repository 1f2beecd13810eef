"""The way to a target: whole months from its start to its end, straight or through given points."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspsite.model import Partnership, Target
from cspsite.periods import Month
from cspsite.trajectory import Course, course_of, first_month, last_month
from tests.builders import data_of


def target(**changes: object) -> Target:
    """Return a target of 15% less by 31 March 2008, but for `changes`."""
    standard = {"kind": "reduce_by_percent", "change": 15, "end": date(2008, 3, 31)}
    return Target.model_validate({"id": "a", "wording": "A", "indicator": "a"} | standard | changes)


def value(reached: int, **changes: object) -> Target:
    """Return a target whose value is to be reached by 31 March 2008."""
    return target(kind="reach_value", change=None, value=reached, **changes)


@pytest.fixture(scope="module")
def partnership() -> Partnership:
    """Return a partnership whose strategy starts on 1 April 2005."""
    return data_of().partnership


def course(partnership: Partnership, wanted: Target, level: int | None = None) -> Course:
    """Return the course of a target that has one."""
    found = course_of(wanted, partnership, None if level is None else Fraction(level))
    assert found is not None
    return found


@pytest.mark.parametrize(
    "start,months,gone,position,shown",
    [
        (date(2005, 4, 1), 36, 16, Fraction(-15 * 16, 36 * 100), "-6.67"),
        (date(2004, 3, 31), 48, 28, Fraction(-15 * 28, 48 * 100), "-8.75"),
    ],
)
def test_published_straight_lines(
    partnership: Partnership, start: date, months: int, gone: int, position: Fraction, shown: str
) -> None:
    """At 31 July 2006, 15% less by 31 March 2008 is 6.67% after 16 of 36 months, and 8.75% after 28 of 48."""
    line, july = course(partnership, target(start=start)), Month.parse("2006-07")
    assert (line.months, line.gone(july), line.at(july)) == (months, gone, position)
    assert f"{float(position) * 100:.2f}" == shown


@pytest.mark.parametrize(
    "month,position,gone",
    [
        ("2003-01", Fraction(0), 0),
        ("2005-03", Fraction(0), 0),
        ("2005-04", Fraction(-15, 3600), 1),
        ("2006-09", Fraction(-15, 200), 18),
        ("2008-02", Fraction(-15 * 35, 3600), 35),
        ("2008-03", Fraction(-15, 100), 36),
        ("2009-01", Fraction(-15, 100), 36),
    ],
)
def test_position_before_on_and_after_the_line(
    partnership: Partnership, month: str, position: Fraction, gone: int
) -> None:
    """Before its first month a target is at the start, after its last at its end; half way it is half way."""
    line = course(partnership, target())
    assert (line.at(Month.parse(month)), line.gone(Month.parse(month))) == (position, gone)


def test_names_of_a_course(partnership: Partnership) -> None:
    """The first month is that of the start, the last that of the end, with the positions at both."""
    line = course(partnership, target())
    assert (str(line.first), str(line.last)) == ("2005-04", "2008-03")
    assert (line.begin, line.goal) == (Fraction(0), Fraction(-15, 100))


def test_own_start_goes_before_the_strategys(partnership: Partnership) -> None:
    """A target that starts on 1 April 2006 has 24 months."""
    assert course(partnership, target(start=date(2006, 4, 1))).months == 24


@pytest.mark.parametrize(
    "start,month",
    [
        (date(2004, 3, 31), "2004-04"),
        (date(2005, 4, 1), "2005-04"),
        (date(2005, 4, 2), "2005-05"),
        (date(2005, 12, 15), "2006-01"),
    ],
)
def test_start_is_the_next_whole_month(start: date, month: str) -> None:
    """A month that has begun before the start does not count."""
    assert str(first_month(start)) == month


@pytest.mark.parametrize(
    "end,month",
    [
        (date(2008, 3, 31), "2008-03"),
        (date(2008, 3, 30), "2008-02"),
        (date(2008, 2, 29), "2008-02"),
        (date(2008, 2, 28), "2008-01"),
        (date(2007, 2, 28), "2007-02"),
        (date(2008, 1, 1), "2007-12"),
    ],
)
def test_end_is_the_last_whole_month(end: date, month: str) -> None:
    """A month that is not over at the end does not count; in a leap year February has a day more."""
    assert str(last_month(end)) == month


#: 3% less by March 2006 and 9% by March 2007, then the target's 15% by March 2008.
_POINTS = {"shape": "points", "points": [{"to": "2006-03", "change": 3}, {"to": "2007-03", "change": 9}]}


@pytest.mark.parametrize(
    "month,position",
    [
        ("2005-03", Fraction(0)),
        ("2005-09", Fraction(-15, 1000)),  # half way to 3%
        ("2006-03", Fraction(-3, 100)),
        ("2006-04", Fraction(-35, 1000)),  # 3% and a twelfth of 6%
        ("2006-07", Fraction(-5, 100)),  # 3% and four twelfths of 6%
        ("2007-03", Fraction(-9, 100)),
        ("2007-09", Fraction(-12, 100)),  # half way from 9% to 15%
        ("2008-03", Fraction(-15, 100)),
        ("2008-04", Fraction(-15, 100)),
    ],
)
def test_given_points_are_joined_by_straight_lines(partnership: Partnership, month: str, position: Fraction) -> None:
    """A course goes through every point given, and straight between them."""
    assert course(partnership, target(trajectory=_POINTS)).at(Month.parse(month)) == position


def test_points_of_an_increase_are_increases(partnership: Partnership) -> None:
    """A point of 3 on the way to 15% more is 3% more."""
    wanted = target(kind="increase_by_percent", trajectory=_POINTS)
    assert course(partnership, wanted).at(Month.parse("2006-03")) == Fraction(3, 100)


def test_knots_around_a_month(partnership: Partnership) -> None:
    """A month between two points lies between these; one beyond the ends has the end on both sides."""
    line = course(partnership, target(trajectory=_POINTS))
    begin, march, next_march, end = line.knots
    months = ("2005-03", "2005-04", "2006-03", "2006-04", "2008-03", "2008-04")
    assert [line.around(Month.parse(month)) for month in months] == [
        (begin, begin),
        (begin, march),
        (begin, march),
        (march, next_march),
        (next_march, end),
        (end, end),
    ]


def test_points_of_a_value_are_values(partnership: Partnership) -> None:
    """From 1,200 through 1,100 in March 2006 to 800: in March 2007 half way between the two, 950."""
    points = {"shape": "points", "points": [{"to": "2006-03", "value": 1100}]}
    line = course(partnership, value(800, trajectory=points), 1200)
    assert [line.at(Month.parse(month)) for month in ("2005-09", "2006-03", "2007-03")] == [1150, 1100, 950]


@pytest.mark.parametrize(
    "begin,goal,halfway",
    [(1200, 900, 1050), (1200, 0, 600), (0, 90, 45), (0, 0, 0), (40, 40, 40)],
)
def test_value_is_reached_from_the_baselines_level(
    partnership: Partnership, begin: int, goal: int, halfway: int
) -> None:
    """A value is reached in equal steps from the baseline's level, also to zero, from zero, and where it stays."""
    line = course(partnership, value(goal), begin)
    assert [line.begin, line.at(Month.parse("2006-09")), line.goal] == [begin, halfway, goal]


def test_holding_is_a_level_line(partnership: Partnership) -> None:
    """To hold is to change by nothing, at any time."""
    line = course(partnership, target(kind="hold", change=None))
    assert {line.at(Month.parse(month)) for month in ("2004-01", "2005-04", "2006-07", "2008-03", "2009-01")} == {0}


@pytest.mark.parametrize(
    "wanted",
    [
        target(end=None),
        target(change=None),
        target(kind="directional", change=None, direction="decrease"),
        target(end=date(2005, 3, 31)),
        target(end=date(2005, 4, 29)),
        target(start=date(2008, 4, 1)),
        target(start=date(2008, 3, 2)),
        value(3),
        target(kind="reach_value", change=None),
        target(
            trajectory={"shape": "points", "points": [{"to": "2007-03", "change": 9}, {"to": "2006-03", "change": 3}]}
        ),
        target(
            trajectory={"shape": "points", "points": [{"to": "2006-03", "change": 3}, {"to": "2006-03", "change": 4}]}
        ),
        target(trajectory={"shape": "points", "points": [{"to": "2005-03", "change": 3}]}),
        target(trajectory={"shape": "points", "points": [{"to": "2008-03", "change": 3}]}),
    ],
    ids=[
        "no end",
        "no number",
        "a direction only",
        "ends before it starts",
        "has no whole month",
        "starts after its end",
        "starts after the first of its last month",
        "a value without a baseline",
        "a value without a number",
        "points out of order",
        "two points at once",
        "a point before the first month",
        "a point at the end",
    ],
)
def test_no_course(partnership: Partnership, wanted: Target) -> None:
    """Without a number, an end, a level to start from, or months in order there is no course."""
    assert course_of(wanted, partnership) is None


@pytest.mark.parametrize("start,end", [(date(2006, 4, 1), date(2006, 4, 30)), (date(2006, 3, 2), date(2006, 5, 30))])
def test_course_of_one_month(partnership: Partnership, start: date, end: date) -> None:
    """A target may have a single month, at the end of which all of it is due."""
    line = course(partnership, target(start=start, end=end))
    assert (line.months, str(line.first), line.at(line.first)) == (1, "2006-04", Fraction(-15, 100))


@given(
    begin=st.fractions(-1, 2000, max_denominator=40),
    goal=st.fractions(-1, 2000, max_denominator=40),
    first=st.integers(24000, 24100),
    months=st.integers(1, 120),
    step=st.integers(-5, 125),
)
def test_straight_line_never_turns(begin: Fraction, goal: Fraction, first: int, months: int, step: int) -> None:
    """A straight line starts and ends where it should, moves one way only, and stays between its ends."""
    line = Course(((Month(first - 1), begin), (Month(first + months - 1), goal)))
    assert (line.at(line.first + (-1)), line.at(line.last)) == (begin, goal)
    one, other = line.at(Month(first + step)), line.at(Month(first + step + 1))
    assert (other - one) * (goal - begin) >= 0
    assert min(begin, goal) <= one <= max(begin, goal)


@given(
    changes=st.lists(st.integers(0, 100), min_size=1, max_size=8),
    gaps=st.lists(st.integers(1, 9), min_size=9, max_size=9),
)
def test_every_given_point_is_kept(changes: list[int], gaps: list[int]) -> None:
    """Whatever the points, a course has their positions at their months."""
    months = [Month.parse("2005-03") + sum(gaps[: n + 1]) for n in range(len(changes))]
    points = [{"to": str(month), "change": Decimal(change)} for month, change in zip(months, changes, strict=True)]
    end = (months[-1] + gaps[-1]).last_day
    line = course(data_of().partnership, target(end=end, trajectory={"shape": "points", "points": points}))
    assert [line.at(month) for month in months] == [Fraction(-change, 100) for change in changes]
