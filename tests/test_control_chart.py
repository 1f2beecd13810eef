"""The control chart of an indicator: stretches, limits, special causes, seasons."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import pytest

from cspsite.assurance import assurance
from cspsite.control_chart import ControlChart, control_chart, no_limits
from cspsite.control_limits import limits
from cspsite.model import Indicator, NewLimits
from cspsite.periods import Month, Period
from cspsite.series import Series, all_series
from cspsite.special_causes import special_causes
from tests.builders import COUNTS, INDICATOR, MINIMAL, data_of, series_csv
from tests.test_special_causes import letters

#: Twelve months that differ by 10 and more: mean 65, plain to see.
YEAR = [10, 20, 30, 40, 50, 60, 120, 110, 100, 90, 80, 70]
#: Three such years: 6 above and below in turn, then below and above, then as usual; so the mean of each month is YEAR.
SEASON = [
    *(usual + (6 if n % 2 == 0 else -6) for n, usual in enumerate(YEAR)),
    *(usual - (6 if n % 2 == 0 else -6) for n, usual in enumerate(YEAR)),
    *YEAR,
]


def read(text: str, frequency: str = "month", *new_limits: tuple[str, str]) -> tuple[Series, Indicator]:
    """Return the series and the indicator of a file of counts."""
    wording = MINIMAL[INDICATOR]
    assert isinstance(wording, str)
    data = data_of({INDICATOR: wording.replace("frequency: month", f"frequency: {frequency}"), COUNTS: text})
    entries = tuple(NewLimits(since=Month.parse(since), reason=reason) for since, reason in new_limits)
    return all_series(data)["burglary"], data.indicators["burglary"].model_copy(update={"new_limits": entries})


def drawn(
    counts: Sequence[int | None], *new_limits: tuple[str, str], first: str = "2005-04", until: str = "2030-01"
) -> ControlChart | None:
    """Return the chart of monthly counts from a month on."""
    series, indicator = read(series_csv(first, [*counts]), "month", *new_limits)
    return control_chart(series, indicator, Month.parse(until), screened=False)


def chart(
    counts: Sequence[int | None], *new_limits: tuple[str, str], first: str = "2005-04", until: str = "2030-01"
) -> ControlChart:
    """Return the chart of monthly counts that have one."""
    made = drawn(counts, *new_limits, first=first, until=until)
    assert made is not None
    return made


def written(text: str, frequency: str = "month", *new_limits: tuple[str, str]) -> ControlChart:
    """Return the chart of a file of counts."""
    series, indicator = read(text, frequency, *new_limits)
    made = control_chart(series, indicator, Month.parse("2030-01"), screened=False)
    assert made is not None
    return made


def stretches(made: ControlChart) -> list[tuple[str, str]]:
    """Return each stretch with its reason."""
    return [(str(stretch.period), stretch.reason) for stretch in made.stretches]


def test_one_stretch() -> None:
    """1 to 10: mean 5.5, limits 2.84 and 8.16 (nhspy-plotthedots), two outside at either end, a trend between."""
    made = chart(range(1, 11))
    assert made.values == tuple(range(1, 11))
    assert [str(made.periods[0]), str(made.periods[-1])] == ["2005-04", "2006-01"]
    assert made.centre == (5.5,) * 10
    assert made.lower == pytest.approx((2.84,) * 10)
    assert made.upper == pytest.approx((8.16,) * 10)
    assert letters(made.signals) == "ooTTTTTTOO"
    assert stretches(made) == [("2005-04..2006-01", "")]
    assert made.stretches[0].trial
    assert not made.seasonal


def test_until() -> None:
    """What came after a month has no say: 1 to 3 have the mean 2 and the limits -0.66 and 4.66, also below 0."""
    made = chart(range(1, 11), until="2005-06")
    assert list(made.values) == [1, 2, 3]
    assert (made.centre[0], made.lower[0], made.upper[0]) == pytest.approx((2, -0.66, 4.66))


def test_a_missing_month() -> None:
    """A missing month has limits but no value, and ends a trend; 0 is a value."""
    made = chart([0, 1, 2, 3, None, 5, 6, 7])
    assert list(made.values) == [0, 1, 2, 3, None, 5, 6, 7]
    # mean 24/7, moving ranges all 1
    assert made.upper == pytest.approx((24 / 7 + 2.66,) * 8)
    # 0 is under 0.768 and 7 above 6.089; 1 is in the outer third (under 1.655), 6 too (above 5.202): one of three each
    assert letters(made.signals) == "o......O"


def test_new_limits() -> None:
    """New limits begin with the month that is named, with the analyst's reason; a trend does not go on across it."""
    made = chart([1, 2, 3, 4, 5, 6, 7, 8], ("2005-08", "New way of counting"))
    assert stretches(made) == [("2005-04..2005-07", ""), ("2005-08..2005-11", "New way of counting")]
    assert made.centre == (2.5,) * 4 + (6.5,) * 4
    assert made.lower == pytest.approx((-0.16,) * 4 + (3.84,) * 4)
    assert letters(made.signals) == "." * 8


def test_without_new_limits() -> None:
    """The same numbers in one stretch are a trend."""
    assert "T" in letters(chart([1, 2, 3, 4, 5, 6, 7, 8]).signals)


def test_a_series_break() -> None:
    """A count marked b begins a stretch; two reasons at one place are both told."""
    text = "period,count,marker,note\n2005-04,1,,\n2005-05,2,,\n2005-06,11,b,\n2005-07,12,,\n"
    made = written(text)
    assert stretches(made) == [("2005-04..2005-05", ""), ("2005-06..2005-07", "series break")]
    assert made.centre == (1.5, 1.5, 11.5, 11.5)
    both = written(text, "month", ("2005-06", "New system"))
    assert stretches(both)[1] == ("2005-06..2005-07", "series break; New system")


@pytest.mark.parametrize("since", ["2005-04", "2001-01", "2006-01"])
def test_new_limits_that_change_nothing(since: str) -> None:
    """New limits from the first month on, before it, or after the last begin no stretch."""
    assert stretches(chart([1, 2, 3, 4], (since, "Too early or late"))) == [("2005-04..2005-07", "")]


def test_several_new_limits() -> None:
    """Each entry begins a stretch, whatever their order in the file."""
    made = chart([1, 2, 3, 4, 5, 6], ("2005-08", "Second"), ("2005-06", "First"))
    assert [reason for _, reason in stretches(made)] == ["", "First", "Second"]
    assert made.centre == (1.5, 1.5, 3.5, 3.5, 5.5, 5.5)


def test_a_stretch_that_is_too_short() -> None:
    """The first number after new limits has none yet, and is no special cause."""
    made = chart([1, 2, 3, 99], ("2005-07", "New system"))
    assert made.stretches[1].limits is None
    assert not made.stretches[1].trial
    assert (made.centre[3], made.lower[3], made.upper[3], made.signals[3]) == (None, None, None, None)
    assert made.centre[:3] == (2, 2, 2)


@pytest.mark.parametrize(
    "counts", [[5], [5, None, 7], [None, None]], ids=["one number", "no neighbours", "nothing known"]
)
def test_no_chart(counts: list[int | None]) -> None:
    """Without two neighbouring numbers there is no chart."""
    assert drawn(counts) is None


@pytest.mark.parametrize(
    "counts,limits",
    [
        ([0, 0, 3, 0, 2], False),
        ([0, 0, 3, 2], True),
        ([0, 0, None, 3, 2], True),
        ([0, 0, 5, 0, None, 4, None, None], False),
        # every November 9, else nothing: a season of counts that are rare
        ([*[0] * 7, 9, *[0] * 4] * 4, False),
    ],
    ids=["three of five", "half", "half of those known", "three of five known", "a season"],
)
def test_rare_counts(counts: list[int | None], limits: bool) -> None:
    """Where more than half of the known counts are 0 there are no limits."""
    assert (drawn(counts) is not None) is limits


def test_a_rare_stretch_among_others() -> None:
    """Each stretch is looked at by itself: rare counts after new limits leave those before as they are."""
    made = chart([10, 12, 11, 0, 0, 0, 1], ("2005-07", "New system"))
    assert [(stretch.limits is None, stretch.rare) for stretch in made.stretches] == [(False, False), (True, True)]
    assert list(made.centre) == [11, 11, 11, None, None, None, None]
    assert "more than half of the counts are 0" in assurance(made, 5, "lower_is_better").words


def test_no_chart_before_the_first_month() -> None:
    """Nor is there one before the series begins."""
    assert drawn([1, 2, 3], until="2005-03") is None


def test_no_chart_of_an_empty_series() -> None:
    """Nor of a series without rows."""
    series, indicator = read("period,count,marker,note\n")
    assert control_chart(series, indicator, Month.parse("2006-07"), screened=True) is None


def test_no_chart_of_years() -> None:
    """Yearly counts have no control chart."""
    series, indicator = read("period,count,marker,note\n2003/04,1,,\n2004/05,2,,\n2005/06,3,,\n", "year")
    assert control_chart(series, indicator, Month.parse("2006-07"), screened=True) is None


def test_quarters() -> None:
    """Quarters are charted like months; new limits in mid-quarter begin with that quarter."""
    rows = "".join(f"{year}/{year % 100 + 1:02d}-Q{q},{10 * q},,\n" for year in (2004, 2005) for q in (1, 2, 3, 4))
    made = written("period,count,marker,note\n" + rows, "quarter", ("2005-05", "New system"))
    assert stretches(made) == [("2004/05", ""), ("2005/06", "New system")]
    assert list(made.centre) == [25] * 8
    assert made.upper == pytest.approx((51.6,) * 8)


@pytest.mark.parametrize("points,trial", [(11, True), (12, False)])
def test_trial(points: int, trial: bool) -> None:
    """Limits of fewer than twelve points are trial limits."""
    assert chart([5, 6] * 5 + [5] * (points - 10)).stretches[0].trial is trial


def test_screening() -> None:
    """The vignette's numbers with and without screening (NHSRplotthedots, deviations.Rmd)."""
    counts: list[int | None] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    series, indicator = read(series_csv("2005-04", counts))
    upper = []
    for screened in (True, False):
        made = control_chart(series, indicator, Month.parse("2030-01"), screened=screened)
        assert made is not None
        upper.append(round(made.upper[0] or 0, 2))
    assert upper == [4.60, 6.95]


def test_limits_of_a_season() -> None:
    """Limits follow the year: its usual counts, with moving ranges of the deviations, wider for three years.

    Ranges of the deviations: 11 of 12 in the first year, 0 between, 11 of 12 in the second, 6 between, 11 of 0 in the
    third: 270 over 35, times sqrt(3/2), times 2.66 is 25.13.
    """
    made = chart(SEASON)
    reach = 2.66 * 270 / 35 * sqrt(3 / 2)
    assert round(reach, 2) == 25.13
    assert made.seasonal
    assert made.centre == tuple(YEAR * 3)
    assert made.upper == pytest.approx([usual + reach for usual in YEAR * 3])
    assert made.lower == pytest.approx([usual - reach for usual in YEAR * 3])
    assert made.stretches[0].seasonal
    assert made.stretches[0].limits is not None
    assert (made.stretches[0].limits.mean, made.stretches[0].limits.points) == (0, 36)


def test_the_season_is_no_special_cause() -> None:
    """A chart that did not know the season would call it special; this one does not."""
    plain = limits([float(count) for count in SEASON], screened=False)
    assert plain is not None
    assert letters(special_causes([float(count) for count in SEASON], plain)).count(".") < 18
    assert letters(chart(SEASON).signals) == "." * 36


def test_a_special_cause_in_a_season() -> None:
    """April at 40 is far below a usual October and yet special: 30 above a usual April of 10.

    One more range of 30: 300 over 36, times sqrt(3/2), times 2.66 is 27.15, which 30 passes.
    """
    made = chart([*SEASON, 40])
    assert letters(made.signals) == "." * 36 + "O"
    assert (made.centre[36], made.upper[36]) == pytest.approx((10, 10 + 2.66 * 300 / 36 * sqrt(3 / 2)))


def test_a_shift_in_a_season() -> None:
    """Seven months 4 above what is usual in each are a shift, though they rise and fall with the year."""
    made = chart([*SEASON, *(usual + 4 for usual in YEAR[:7])])
    assert letters(made.signals) == "." * 36 + "S" * 7


def test_a_season_that_does_not_begin_in_april() -> None:
    """Each month is compared with its own, wherever the series begins."""
    made = chart([90, 80, 70, *SEASON], first="2005-01")
    assert made.centre == (90, 80, 70, *YEAR * 3)


def test_a_season_with_a_gap() -> None:
    """A missing month in a year of its own leaves the other three years' season."""
    made = chart([*SEASON, *YEAR[:3], None, *YEAR[4:]])
    assert made.centre == tuple(YEAR * 4)
    assert (made.values[39], made.signals[39]) == (None, None)


def test_each_stretch_has_its_own_season() -> None:
    """A stretch too short to show a season has plain limits beside a seasonal one."""
    made = chart([*SEASON, 200, 210, 220], ("2008-04", "New system"))
    assert made.seasonal
    assert [stretch.seasonal for stretch in made.stretches] == [True, False]
    assert made.centre[36:] == (210, 210, 210)


#: Two years of a summer and a winter, in which a plain chart would flag every month: mean 65, neighbours 10 apart.
TWO_YEARS = [*YEAR, *(count + 1 for count in YEAR)]


@pytest.mark.parametrize(
    "counts,judged",
    [
        pytest.param(TWO_YEARS, False, id="two years of a season"),
        pytest.param([*TWO_YEARS, *YEAR[:11]], False, id="and nearly a third"),
        pytest.param([*TWO_YEARS, *YEAR], True, id="three years show it"),
        pytest.param([*YEAR, *YEAR[:6]], False, id="a year and a half"),
        pytest.param(YEAR, False, id="one year, which may be a season"),
        pytest.param(YEAR[:11], True, id="under a year: trial limits"),
        pytest.param([20, 22] * 6 + [40, 42] * 6, True, id="a step, with the second year unlike the first"),
        pytest.param([20, 22] * 4 + [40, 42] * 5, True, id="a step that a year and a half contradict"),
        pytest.param([*range(1, 25)], True, id="a trend of two years"),
        pytest.param([10, 12] * 11 + [10, 30], True, id="one odd month: no more than chance has in a season"),
        # the leap, and the months that it lifts with it, have nothing like them the summer before
        pytest.param([*[60, 63, 59, 61, 55, 59, 57, 58] * 2, *[56, 55, 57, 73, 66, 64, 60, 59]], True, id="a leap"),
    ],
)
def test_too_short_for_a_season(counts: list[int | None], judged: bool) -> None:
    """In fewer than three years no month is special that a season may explain."""
    assert (drawn(counts) is not None) is judged


def test_why_there_are_no_limits() -> None:
    """What is too short to tell a season from a change says so, also as one stretch of several."""
    series, indicator = read(series_csv("2005-04", [*TWO_YEARS]))
    said = "fewer than three complete years are too short to tell a season from a change"
    assert no_limits(series, indicator, Month.parse("2030-01"), screened=True) == said
    made = chart([5, 6] * 6 + TWO_YEARS, ("2006-04", "New system"))
    assert [stretch.without for stretch in made.stretches] == ["", said]
    assert made.signals[12:] == (None,) * 24


@pytest.mark.parametrize("counts,latest", [([1, 2, 3], 2), ([1, 2, 3, None, None], 2), ([None, 1, 2], 2)])
def test_latest(counts: list[int | None], latest: int) -> None:
    """The latest period is the last that has a number."""
    assert chart(counts).latest == latest


def test_stretch_of() -> None:
    """Every period belongs to one stretch."""
    made = chart([1, 2, 3, 4], ("2005-06", "New system"))
    assert [made.stretch_of(place).reason for place in range(4)] == ["", "", "New system", "New system"]
    assert made.stretch_of(0).period == Period.parse("2005-04..2005-05")
