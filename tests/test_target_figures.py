"""Figures of a target: where it is, where it should be, how far that is apart, and what it needs from here."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.aims import MORE, RATE, Held, Values, held, so_far
from tests.builders import series_csv

#: 45% by the end are 20% after 16 of 36 months.
_FIFTH: Values = {"change": 45}
#: 36% by the end are 1% for each of 36 months.
_EACH: Values = {"change": 36}
_PROFILED: Values = {"change": 36, "trajectory": {"shape": "profiled"}}
_POINTS: Values = {
    "change": 15,
    "trajectory": {"shape": "points", "points": [{"to": "2006-03", "change": 3}, {"to": "2007-03", "change": 9}]},
}
#: From 1,200 in 2005/06 to 840 are 10 fewer for each of 36 months.
_REACH: Values = {"kind": "reach_value", "change": None, "value": 840}
_REACH_RATE: Values = {**_REACH, **RATE, "value": 9}
_ZERO: Values = {**_REACH, "value": 0}
_HOLD: Values = {"kind": "hold", "change": None}
_COURSE = ("expected", "expected_count", "gap", "gap_count", "goal", "months_left", "pace", "projection.target")


@pytest.mark.parametrize(
    "target,value,shown,working",
    [
        ({}, Fraction(-160, 36), "−4.4%", "−10% × 16 ÷ 36 months ≈ −4.4444%"),
        (RATE, Fraction(-160, 36), "−4.4%", "−10% × 16 ÷ 36 months ≈ −4.4444%"),
        (MORE, Fraction(160, 36), "+4.4%", "10% × 16 ÷ 36 months ≈ 4.4444%"),
        ({"change": 2.5}, Fraction(-40, 36), "−1.1%", "−2.5% × 16 ÷ 36 months ≈ −1.1111%"),
        (_HOLD, Fraction(0), "0.0%", "0% × 16 ÷ 36 months = 0%"),
        # 3% in March 2006 and 9% in March 2007: four twelfths of the 6% between are 2%
        (_POINTS, Fraction(-5), "−5.0%", "from March 2006 to March 2007: −3% + (−6%) × 4 ÷ 12 months = −5%"),
        (_REACH, Fraction(1040), "1,040.0", "1,200 + (−360) × 16 ÷ 36 months = 1,040"),
        (_ZERO, Fraction(2000, 3), "666.7", "1,200 + (−1,200) × 16 ÷ 36 months ≈ 666.6667"),
        # 1,200 of 100,000 people are 12 per 1,000
        (_REACH_RATE, 12 - Fraction(48, 36), "10.7", "12 + (−3) × 16 ÷ 36 months ≈ 10.6667"),
        ({"end": "2006-06-30"}, Fraction(-10), "−10.0%", "at the end = −10%"),
        ({"start": "2006-08-01"}, Fraction(0), "0.0%", "at the start = 0%"),
    ],
)
def test_where_a_target_should_be(target: Values, value: Fraction, shown: str, working: str) -> None:
    """On its line at the end of the period, in per cent of the baseline or as a level of twelve months."""
    figure = held(so_far(380), target).figure("expected")
    assert (figure.value, figure.shown, figure.working) == (value, shown, working)


def test_profiled_target_keeps_the_season() -> None:
    """Each month of the baseline has its own place on the line: 13%, 14%, 15% and 16% after 13 to 16 months.

    40 x 0.87 + 60 x 0.86 + 80 x 0.85 + 20 x 0.84 = 34.8 + 51.6 + 68 + 16.8 = 171.2 of 200, 14.4% less.
    """
    months = series_csv("2005-04", [40, 60, 80, 20, *[50] * 8, 45, 45, 45, 45])
    found = held(months, _PROFILED)
    expected = found.figure("expected")
    assert expected.value == Fraction(-144, 10)
    assert expected.working == "(40 × 0.87 + 60 × 0.86 + 80 × 0.85 + 20 × 0.84) ÷ 200 − 1 = −14.4%"
    assert found.figure("expected_count").value == Fraction(1712, 10)
    assert found.figure("gap").value == Fraction(-10) + Fraction(144, 10)
    assert found.figure("gap_count").value == 180 - 171


@pytest.mark.parametrize(
    "end,expected", [("2006-08-31", Fraction(-1440 * 36, 100 * 17)), ("2006-07-31", -36), ("2006-05-31", -36)]
)
def test_profiled_target_that_is_over(end: str, expected: Fraction | int) -> None:
    """Once its last month is over a target is to be where it was to end, not where its months were on the way."""
    months = series_csv("2005-04", [40, 60, 80, 20, *[50] * 8, 45, 45, 45, 45])
    figure = held(months, _PROFILED, {"end": end}).figure("expected")
    # with a month to go: 13, 14, 15 and 16 of 17 months make 14.4 of 17 of the 36%
    assert figure.value == expected


def test_profiled_target_before_its_start() -> None:
    """Months before the start are wanted as they were: from June 2005 on, April has 11 of 34 months and May 12."""
    months = series_csv("2005-04", [100, 100, *[50] * 10, 80, 80])
    figure = held(months, _PROFILED, {"change": 34, "start": "2006-05-01", "end": "2009-02-28"}, data_to="2006-05")
    # April 2006 is before the start, May 2006 the first of 34 months: 100 + 99 of 200
    assert figure.figure("expected").value == Fraction(-1, 2)


def test_profiled_quarters() -> None:
    """A quarter is at its own end: 100 x 0.85 + 200 x 0.82 = 249 of 300 after 15 and 18 months, 17% less."""
    text = "period,count,marker,note\n" + "".join(
        f"{quarter},{count},,\n"
        for quarter, count in [
            ("2005/06-Q1", 100),
            ("2005/06-Q2", 200),
            ("2005/06-Q3", 150),
            ("2005/06-Q4", 150),
            ("2006/07-Q1", 90),
            ("2006/07-Q2", 180),
        ]
    )
    found = held(text, _PROFILED, indicator={"frequency": "quarter"}, data_to="2006-09")
    assert found.figure("expected").value == -17
    assert found.figure("gap").value == 7


@pytest.mark.parametrize(
    "now,target,gap,words",
    [
        # 400 less 20% are 320
        (320, _FIFTH, Fraction(0), "exactly on course"),
        (300, _FIFTH, Fraction(-5), "5.0 percentage points ahead"),
        (328, _FIFTH, Fraction(2), "2.0 percentage points behind"),
        (400, _FIFTH, Fraction(20), "20.0 percentage points behind"),
        (480, {**_FIFTH, **MORE}, Fraction(0), "exactly on course"),
        (500, {**_FIFTH, **MORE}, Fraction(5), "5.0 percentage points ahead"),
        (472, {**_FIFTH, **MORE}, Fraction(-2), "2.0 percentage points behind"),
        (400, _HOLD, Fraction(0), "exactly on course"),
        (404, _HOLD, Fraction(1), "1.0 percentage points behind"),
        (396, _HOLD, Fraction(-1), "1.0 percentage points ahead"),
        # (352 / 110,000) / (400 / 100,000) = 0.8
        (352, {**_FIFTH, **RATE}, Fraction(0), "exactly on course"),
        (374, {**_FIFTH, **RATE}, Fraction(5), "5.0 percentage points behind"),
        # 800 from August to March and 240 make 1,040
        (240, _REACH, Fraction(0), "exactly on course"),
        (380, _REACH, Fraction(140), "140 offences behind"),
        (230, _REACH, Fraction(-10), "10 offences ahead"),
        # 1,210 of 110,000 are 11 per 1,000, where 10 2/3 are expected
        (410, _REACH_RATE, Fraction(1, 3), "0.3 per 1,000 population behind"),
    ],
)
def test_gap(now: int, target: Values, gap: Fraction, words: str) -> None:
    """Where it is less where it should be; ahead is below for a reduction, above for an increase."""
    found = held(so_far(now), target)
    assert (found.figure("gap").value, found.words("gap")) == (gap, words)


@pytest.mark.parametrize(
    "now,polarity,rules,words",
    [
        # neither way is better
        (300, "neutral", "", "25.0 percentage points off course"),
        (404, "neutral", "", "1.0 percentage points off course"),
        (400, "neutral", "", "exactly on course"),
        # one of 400 is 0.25 points
        (401, "lower_is_better", "rules: {decimals: 0}\n", "less than 1 percentage point behind"),
        (402, "lower_is_better", "rules: {decimals: 0}\n", "1 percentage point behind"),
        (399, "lower_is_better", "rules: {decimals: 0}\n", "less than 1 percentage point ahead"),
        (408, "lower_is_better", "rules: {decimals: 0}\n", "2 percentage points behind"),
    ],
)
def test_gap_in_words_where_a_line_is_held(now: int, polarity: str, rules: str, words: str) -> None:
    """A small gap is never told as none, one point is no plural, and what is neither good nor bad is off course."""
    found = held(so_far(now), _HOLD, indicator={"polarity": polarity}, rules=rules)
    assert found.words("gap") == words


def test_working_of_a_gap() -> None:
    """300 of 400 are 25% less, where 20% less are expected; a level has no sign."""
    assert held(so_far(300), _FIFTH).figure("gap").working == "−25% − (−20%) = −5"
    assert held(so_far(500), _FIFTH, MORE).figure("gap").working == "+25% − 20% = 5"
    assert held(so_far(380), _REACH).figure("gap").working == "1,180 − 1,040 = 140"


@pytest.mark.parametrize(
    "now,target,count,words",
    [
        # 400 x (1 - 2/45) = 382.2: 382 are on course and 383 are not
        (409, {}, 27, "27 fewer offences would have been on course"),
        (383, {}, 1, "1 fewer offence would have been on course"),
        (382, {}, 0, "exactly on course"),
        (380, {}, -2, "2 more offences would still have been on course"),
        # 400 x (1 + 2/45) = 417.8: 418 are on course and 417 are not
        (391, MORE, -27, "27 more offences would have been on course"),
        (417, MORE, -1, "1 more offence would have been on course"),
        (418, MORE, 0, "exactly on course"),
        (420, MORE, 2, "2 fewer offences would still have been on course"),
        # with a tenth more people a tenth more are on course: 420.4
        (380, RATE, -40, "40 more offences would still have been on course"),
        (421, RATE, 1, "1 fewer offence would have been on course"),
        (320, _FIFTH, 0, "exactly on course"),
        (403, _HOLD, 3, "3 fewer offences would have been on course"),
        (380, _REACH, 140, "140 fewer offences would have been on course"),
        # 10.6667 per 1,000 of 110,000 are 1,173.3
        (380, _REACH_RATE, 7, "7 fewer offences would have been on course"),
    ],
)
def test_gap_in_offences(now: int, target: Values, count: int, words: str) -> None:
    """So many fewer, or more, would have been on course: whole offences, of which the last one is on course."""
    found = held(so_far(now), target)
    assert found.figure("gap_count").value == count
    assert found.words("gap_count") == words


@pytest.mark.parametrize(
    "target,value,working",
    [
        ({}, Fraction(400 * 43, 45), "400 × (1 − 4.4444%) ≈ 382.222"),
        (MORE, Fraction(400 * 47, 45), "400 × (1 + 4.4444%) ≈ 417.778"),
        (RATE, Fraction(440 * 43, 45), "400 × (1 − 4.4444%) × 110,000 ÷ 100,000 ≈ 420.44"),
        (_REACH, Fraction(1040), "1,200 + (−360) × 16 ÷ 36 months = 1,040"),
        (_REACH_RATE, Fraction(110 * 32, 3), "10.6667 × 110,000 ÷ 1,000 ≈ 1,173.3"),
    ],
)
def test_count_on_course(target: Values, value: Fraction, working: str) -> None:
    """The baseline's count moved along the line, at today's denominator."""
    figure = held(so_far(380), target).figure("expected_count")
    assert (figure.value, figure.working) == (value, working)


@pytest.mark.parametrize(
    "target,value,shown,working",
    [
        ({}, Fraction(-5), "−5.0%", "380 ÷ 400 − 1 = −5%"),
        (RATE, (Fraction(380, 440) - 1) * 100, "−13.6%", "(380 ÷ 110,000) ÷ (400 ÷ 100,000) − 1 ≈ −13.6364%"),
        (_REACH, Fraction(1180), "1,180", "1,180"),
        (_REACH_RATE, Fraction(118, 11), "10.7", "1,180 ÷ 110,000 × 1,000 ≈ 10.7273"),
        ({"kind": "directional", "change": None}, Fraction(-5), "−5.0%", "380 ÷ 400 − 1 = −5%"),
    ],
)
def test_where_a_target_is(target: Values, value: Fraction, shown: str, working: str) -> None:
    """Its change on the same months of the baseline year, or the level of twelve months; also without any course."""
    figure = held(so_far(380), target).figure("actual")
    assert (figure.value, figure.shown, figure.working) == (value, shown, working)


@pytest.mark.parametrize(
    "target,value",
    [
        ({}, 90),  # 1,200 less 10% are 1,080 in twelve months
        (RATE, 99),  # as many more as there are people
        (_REACH, 70),
        (_REACH_RATE, Fraction(990, 12)),
        (_HOLD, 100),
    ],
)
def test_goal(target: Values, value: Fraction) -> None:
    """The count that a month would have on average with the target reached."""
    assert held(so_far(380), target).figure("goal").value == value


@pytest.mark.parametrize(
    "target,months,left",
    [
        ({}, "2006-07", 20),
        ({}, "2008-02", 1),
        ({}, "2008-03", 0),
        ({}, "2008-04", 0),
        ({"start": "2006-10-01"}, "2006-07", 18),
        ({"start": "2004-03-31"}, "2006-07", 20),
        (_REACH, "2006-07", 20),
    ],
)
def test_months_left(target: Values, months: str, left: int) -> None:
    """Whole months from the period's end to the target's; never more than it has, never fewer than none."""
    assert held(so_far(380), target).figure("months_left", f"@ {months}").value == left


@pytest.mark.parametrize(
    "now,target,pace,words",
    [
        # from -5% to -10% in 20 months
        (380, {}, Fraction(-5, 20), "−0.25 percentage points a month"),
        (440, {}, Fraction(-20, 20), "−1.00 percentage points a month"),
        (420, MORE, Fraction(5, 20), "+0.25 percentage points a month"),
        (408, _HOLD, Fraction(-2, 20), "−0.10 percentage points a month"),
        # from 1,180 to 840
        (380, _REACH, Fraction(-340, 20), "−17.00 offences a month"),
        # from 11 to 9 per 1,000
        (410, _REACH_RATE, Fraction(-2, 20), "−0.10 per 1,000 population a month"),
    ],
)
def test_pace(now: int, target: Values, pace: Fraction, words: str) -> None:
    """What is left to change in each of the months left."""
    found = held(so_far(now), target)
    assert (found.figure("pace").value, found.words("pace")) == (pace, words)


@pytest.mark.parametrize("now,target", [(360, {}), (350, {}), (440, MORE), (390, _HOLD), (400, _HOLD), (40, _REACH)])
def test_pace_once_reached(now: int, target: Values) -> None:
    """A target that is where it should be at its end needs nothing more."""
    words = "nothing more: what is wanted at its end is reached already, and has to be kept"
    assert held(so_far(now), target).words("pace") == words


@pytest.mark.parametrize("end,month", [("2006-06-30", "June"), ("2006-07-31", "July"), ("2006-08-30", "July")])
def test_pace_after_the_end(end: str, month: str) -> None:
    """In its last month and later a target has no pace, and the reason names that month."""
    figure = held(so_far(380), {"end": end}).figure("pace")
    assert (figure.shown, figure.reason) == ("[z]", f"the target ended in {month} 2006")


def test_ended_target_is_compared_with_its_goal() -> None:
    """After its end a target should still be where it was to be: 10% less."""
    assert held(so_far(380), {"end": "2006-06-30"}).figure("gap").value == 5


@pytest.mark.parametrize(
    "target,reason",
    [
        ({"end": None}, "the target has no end date"),
        ({"change": None}, "the target names no number"),
        ({"kind": "directional", "change": None, "direction": "decrease"}, "the target names no number"),
        ({"kind": "reach_value", "change": None}, "the target names no number"),
        ({"baseline": "2005-04..2005-09"}, "the target's baseline is not a year"),
        ({"end": "2005-03-31"}, "the target's dates are not in order"),
    ],
)
@pytest.mark.parametrize("name", _COURSE)
def test_target_without_a_course(name: str, target: Values, reason: str) -> None:
    """Every figure of a course that there is not is marked [z], with the reason."""
    figure = held(so_far(380), target).figure(name)
    assert (figure.value, figure.shown, figure.reason) == (None, "[z]", reason)


@pytest.mark.parametrize(
    "base,target,shown,reason",
    [
        (0, {}, "[z]", "no percentage can be taken of 0 (April to July 2005)"),
        (0, _HOLD, "[z]", "no percentage can be taken of 0 (April to July 2005)"),
        (40, {}, "[u]", "the base of 40 (April to July 2005) is under 50"),
        (49, RATE, "[u]", "the base of 49 (April to July 2005) is under 50"),
    ],
)
@pytest.mark.parametrize("name", ["actual", "gap", "pace"])
def test_change_on_no_or_a_small_base(name: str, base: int, target: Values, shown: str, reason: str) -> None:
    """A change on a base of 0 is marked [z], on one under 50 [u]."""
    figure = held(so_far(30, base), target).figure(name)
    assert (figure.shown, figure.reason) == (shown, reason)


def test_line_stands_whatever_the_counts() -> None:
    """Where a target should be in per cent needs no counts, nor does the time left."""
    found = held(series_csv("2005-04", [None]))
    assert (found.figure("expected").shown, found.figure("months_left").shown) == ("−4.4%", "20 months")


@pytest.mark.parametrize("name", ["gap", "gap_count", "pace", "actual"])
@pytest.mark.parametrize(
    "gone,reason",
    [
        ("2006-05", "April to July 2006: no count for May 2006 [x]"),
        ("2005-06", "April to July 2005: no count for June 2005 [x]"),
    ],
)
def test_missing_month(name: str, gone: str, reason: str) -> None:
    """With a month missing on either side there is no figure, and the reason names it."""
    text = so_far(380).replace(f"{gone},{95 if gone[3] == '6' else 100},,", f"{gone},,x,")
    figure = held(text).figure(name)
    assert (figure.shown, figure.reason) == ("[x]", reason)


@pytest.mark.parametrize("name", ["expected", "expected_count", "gap", "gap_count", "goal", "pace"])
def test_value_needs_its_baseline(name: str) -> None:
    """A value is reached from the level of the whole baseline year; without it there is no course."""
    text = so_far(380).replace("2005-12,100,,", "2005-12,,x,")
    assert held(text, _REACH).figure(name).reason == "2005/06: no count for December 2005 [x]"


def test_rate_without_a_denominator() -> None:
    """A target per what is not estimated yet has no gap, and the reason names it."""
    text = "reference_date,value,published,source\n2006-06-30,110000,,A\n"
    figure = held(so_far(380), RATE, estimates=text).figure("gap")
    assert (figure.shown, figure.reason) == ("[x]", "no population for April to July 2005")


@pytest.mark.parametrize("name", ["gap", "gap_count", "pace", "actual"])
def test_withheld_counts_have_no_gap(name: str) -> None:
    """A count from 1 to 4 is withheld, and so is every figure that would give it away."""
    counts = series_csv("2005-04", [*[100] * 12, 95, 3, 94, 96])
    figure = held(counts, indicator={"disclosure": {"threshold": 5}}).figure(name)
    assert (figure.value, figure.shown) == (None, "[c]")
    assert "withheld, so that nobody can be identified" in figure.reason


@pytest.mark.parametrize(
    "now,target,working",
    [
        (380, {}, "380 − 382 (382.2, rounded down) = −2"),
        (409, {}, "409 − 382 (382.2, rounded down) = +27"),
        (391, MORE, "391 − 418 (417.8, rounded up) = −27"),
        (300, _FIFTH, "300 − 320 = −20"),
        # 400 less 0.01% × 16 ÷ 36 are 399.98
        (400, {"change": 0.01}, "400 − 399 (399.98, rounded down) = +1"),
    ],
)
def test_working_of_a_gap_in_offences(now: int, target: Values, working: str) -> None:
    """How the count on course was rounded is said, unless it is whole, in so many places that its rest is seen."""
    assert held(so_far(now), target).figure("gap_count").working == working


@pytest.mark.parametrize(
    "name,rest,text",
    [
        # 10.6667 per 1,000 of 110,000; 9 × 110 ÷ 12 in a month
        ("expected_count", "", "1,173.3 offences"),
        ("expected_count", "| 0 decimals", "1,173 offences"),
        ("goal", "", "82.5 offences"),
        ("expected", "", "10.7 per 1,000 population"),
        # from 1,180 of 110,000 to 9 per 1,000 are −1.7273 in 20 months
        ("pace", "", "−0.09 per 1,000 population a month"),
        ("pace", "| 3 decimals", "−0.086 per 1,000 population a month"),
        ("pace", "| 0 decimals", "a fall of less than 1 per 1,000 population a month"),
    ],
)
def test_figures_of_a_rate_to_be_reached_in_words(name: str, rest: str, text: str) -> None:
    """A count that would be on course is a count, also where the target is a rate; a pace has the places asked for."""
    found = held(so_far(380), _REACH_RATE)
    assert found.quoter.quote(f"burglary.{name} | words {rest}".strip(), found.context).text == text


def test_pace_has_two_places_unless_more_are_usual() -> None:
    """A pace is of one month, and small: −5 in 20 months; a token may ask for fewer places."""
    assert held(so_far(380)).figure("pace").shown == "−0.25 percentage points"
    assert held(so_far(380), rules="rules: {decimals: 3}\n").figure("pace").shown == "−0.250 percentage points"
    assert held(so_far(380)).figure("pace", "| 1 decimals").shown == "−0.3 percentage points"


def _marked(target: Values) -> Held:
    text = so_far(380).replace("2006-06,95,,", "2006-06,95,e,").replace("2005-05,100,,", "2005-05,100,p,")
    return held(text, target)


@pytest.mark.parametrize(
    "name,target,markers",
    [
        ("actual", {}, {"e", "p"}),
        ("gap", {}, {"e", "p"}),
        ("gap_count", {}, {"e", "p"}),
        ("pace", {}, {"e", "p"}),
        ("expected", {}, set()),
        ("expected", _PROFILED, {"p"}),
        ("expected", _REACH, {"p"}),
        ("expected_count", _REACH, {"e", "p"}),
        ("actual", _REACH, {"e"}),
        ("gap", _REACH, {"e", "p"}),
        ("goal", {}, {"p"}),
        ("months_left", {}, set()),
    ],
)
def test_markers_are_carried(name: str, target: Values, markers: set[str]) -> None:
    """A figure carries the markers of the counts that it rests on: estimated now, provisional in the baseline."""
    assert _marked(target).figure(name).markers == markers


_QUARTERS = "".join(
    f"{quarter},{count},,\n"
    for quarter, count in [
        ("2005/06-Q1", 100),
        ("2005/06-Q2", 120),
        ("2005/06-Q3", 80),
        ("2005/06-Q4", 100),
        ("2006/07-Q1", 90),
    ]
)


@pytest.mark.parametrize(
    "frequency,rows,target,period,expected,gap",
    [
        # 15 of 36 months are over in June 2006; 90 of 100 are 10% less
        ("quarter", _QUARTERS, _EACH, "2006-04..2006-06", -15, 5),
        # 120 + 80 + 100 + 90 = 390; from 400 to 364 are 36 fewer, of which 15 are wanted by now
        ("quarter", _QUARTERS, {**_REACH, "value": 364}, "2005-07..2006-06", 385, 5),
        # 12 of 36 months are over in March 2006; 190 of 200 are 5% less
        ("year", "2004/05,200,,\n2005/06,190,,\n", {**_EACH, "baseline": "2004/05"}, "2005/06", -12, 7),
        # from 200 to 164
        ("year", "2004/05,200,,\n2005/06,190,,\n", {**_REACH, "value": 164, "baseline": "2004/05"}, "2005/06", 188, 2),
    ],
)
def test_quarters_and_years(frequency: str, rows: str, target: Values, period: str, expected: int, gap: int) -> None:
    """An indicator of quarters or years stands where it should at the end of the last one that is over."""
    found = held("period,count,marker,note\n" + rows, target, indicator={"frequency": frequency})
    assert str(found.figure("gap").period) == period
    assert [found.figure("expected").value, found.figure("gap").value] == [expected, gap]


@pytest.mark.parametrize(
    "frequency,rows,goal",
    [
        ("quarter", _QUARTERS, 90),  # 400 less 10% are 360
        ("year", "2005/06,200,,\n", 180),
    ],
)
def test_goal_of_a_quarter_and_a_year(frequency: str, rows: str, goal: int) -> None:
    """The goal is the count of one observation."""
    found = held("period,count,marker,note\n" + rows, indicator={"frequency": frequency}, data_to="2006-06")
    assert found.figure("goal").value == goal
