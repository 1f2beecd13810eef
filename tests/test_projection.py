"""What a year, and a target at its end, would come to: by the usual share of the months, else by days."""

from __future__ import annotations

from fractions import Fraction

import pytest

from cspsite.formulas.projection import method
from tests.aims import RATE, Values, held, spread
from tests.builders import series_csv

_REACH: Values = {"kind": "reach_value", "change": None, "value": 840}


def years(*pairs: tuple[int, int], now: int = 400, first: int = 2003, months: int = 4) -> str:
    """Return whole financial years from `first` on, each as its count until July and in all; then `now` until July."""
    counts: list[int | None] = []
    for part, whole in pairs:
        counts += [*spread(part, 4), *spread(whole - part, 8)]
    return series_csv(f"{first}-04", counts + spread(now, months))


_THREE = years((300, 1000), (330, 1000), (370, 1000))


@pytest.mark.parametrize(
    "counts,value,working",
    [
        (
            _THREE,
            Fraction(1200),
            "400 ÷ (1,000 ÷ 3,000) = 1,200 (33.3% is the usual share of April to July, 2003/04 to 2005/06)",
        ),
        # the year 2002/03, when half of the offences were done by July, is too long ago
        (
            years((500, 1000), (300, 1000), (330, 1000), (370, 1000), first=2002),
            Fraction(1200),
            "400 ÷ (1,000 ÷ 3,000) = 1,200 (33.3% is the usual share of April to July, 2003/04 to 2005/06)",
        ),
        (
            years((330, 1000), (370, 1000), first=2004),
            400 / Fraction(700, 2000),
            "400 ÷ (700 ÷ 2,000) ≈ 1,142.9 (35.0% is the usual share of April to July, 2004/05 and 2005/06)",
        ),
        # December 2004 is missing: 300 + 370 of 2,000
        (
            _THREE.replace("2004-12,84,,", "2004-12,,x,"),
            400 / Fraction(670, 2000),
            "400 ÷ (670 ÷ 2,000) ≈ 1,194.0 (33.5% is the usual share of April to July, 2003/04 and 2005/06)",
        ),
        # nothing until July in one of the two years is no reason to leave it out: 50 of 200
        (
            years((0, 100), (50, 100), first=2004, now=30),
            Fraction(120),
            "30 ÷ (50 ÷ 200) = 120 (25.0% is the usual share of April to July, 2004/05 and 2005/06)",
        ),
        (
            years((330, 1000), (370, 1000), first=2004, now=0),
            Fraction(0),
            "0 ÷ (700 ÷ 2,000) = 0 (35.0% is the usual share of April to July, 2004/05 and 2005/06)",
        ),
    ],
    ids=["three years", "no more than three", "two years", "a year with a gap", "a year from 0", "0 so far"],
)
def test_by_the_usual_share(counts: str, value: Fraction, working: str) -> None:
    """The count so far, divided by the share that these months had of the last two or three complete years."""
    figure = held(counts).figure("projection")
    assert (figure.value, figure.working) == (value, working)
    assert method(figure) == "by the usual share of these months in the year"


@pytest.mark.parametrize(
    "counts,data_to,value,working",
    [
        # April to July have 30 + 31 + 30 + 31 = 122 days
        (years((400, 1200), first=2005, now=366), "2006-07", 1095, "366 × 365 ÷ 122 days = 1,095"),
        (years(first=2006, now=366), "2006-07", 1095, "366 × 365 ÷ 122 days = 1,095"),
        # 2007/08 has 29 February 2008
        (years((400, 1200), first=2006, now=366), "2007-07", 1098, "366 × 366 ÷ 122 days = 1,098"),
        (years(first=2007, now=670, months=11), "2008-02", 732, "670 × 366 ÷ 335 days = 732"),
        (years(first=2006, now=668, months=11), "2007-02", 730, "668 × 365 ÷ 334 days = 730"),
        # two years before, but nothing until July in either: there is no share to divide by
        (years((0, 100), (0, 100), first=2004, now=122), "2006-07", 365, "122 × 365 ÷ 122 days = 365"),
        # December 2004 is missing, and 2003/04 was not counted
        (
            years((330, 1000), (370, 1000), first=2004, now=122).replace("2004-12,84,,", "2004-12,,x,"),
            "2006-07",
            365,
            "122 × 365 ÷ 122 days = 365",
        ),
    ],
)
def test_by_days(counts: str, data_to: str, value: int, working: str) -> None:
    """Without two complete years before it, a year goes on at so many a day; a leap year has a day more."""
    figure = held(counts, data_to=data_to).figure("projection")
    assert figure.value == value
    assert figure.working == f"{working} (by days: no share of two complete years is known)"
    assert method(figure) == "by days"


def test_single_month_and_months_across_a_new_year() -> None:
    """The working names the months, whatever the year."""
    assert "% is the usual share of April, 2003/04" in held(_THREE, data_to="2006-04").figure("projection").working
    later = years((300, 1000), (330, 1000), now=1000, months=10)
    assert (
        "% is the usual share of April to January, 2003/04"
        in held(later, data_to="2006-01").figure("projection").working
    )


def test_complete_year_is_no_forecast() -> None:
    """The projection of a year that is over is its count."""
    figure = held(_THREE, data_to="2006-03").figure("projection")
    assert (figure.value, figure.working, figure.markers) == (Fraction(1000), "1,000 in the whole year", frozenset())
    assert method(figure) == "the year is complete"


@pytest.mark.parametrize("period", ["2006-05..2006-07", "2006-07", "2005-04..2006-07"])
def test_projection_needs_the_year_from_its_start(period: str) -> None:
    """Months that do not begin with the financial year have no usual share of it."""
    figure = held(_THREE).figure("projection", f"@ {period}")
    assert figure.shown == "[z]"
    assert figure.reason == "a projection needs the counts of 2006/07 from its first month on"


def test_projection_needs_every_month() -> None:
    """A month that is missing is not taken as 0."""
    figure = held(_THREE.replace("2006-05,100,,", "2006-05,,x,")).figure("projection")
    assert (figure.shown, figure.reason) == ("[x]", "April to July 2006: no count for May 2006 [x]")


@pytest.mark.parametrize("name", ["projection", "projection_change", "projection.target"])
def test_markers_of_a_projection(name: str) -> None:
    """It is marked as a forecast, and with the markers of this year's counts and of the years it is taken from."""
    text = _THREE.replace("2006-06,100,,", "2006-06,100,e,").replace("2003-12,87,,", "2003-12,87,r,")
    assert held(text).figure(name).markers == {"e", "f", "r"}


def test_markers_of_a_projection_by_days() -> None:
    """By days, the years before do not count, and neither do their markers."""
    text = years((400, 1200), first=2005).replace("2005-12,100,,", "2005-12,100,r,")
    assert held(text).figure("projection").markers == {"f"}
    for name in ("projection_change", "projection.target"):
        assert held(text).figure(name).markers == {"f", "r"}


def test_projection_is_written_as_a_count() -> None:
    """Whole offences: 1,142.9 are 1,143."""
    found = held(years((330, 1000), (370, 1000), first=2004))
    assert (found.figure("projection").shown, found.words("projection")) == ("1,143", "1,143 offences")
    assert found.words("projection_change") == "a 14.3% rise"


@pytest.mark.parametrize(
    "target,value,working",
    [
        ({}, Fraction(20), "1,200.0 ÷ 1,000 − 1 = 20%"),
        # (1,200 / 110,000) / (1,000 / 100,000) = 12/11
        (RATE, Fraction(100, 11), "(1,200.0 ÷ 110,000) ÷ (1,000 ÷ 100,000) − 1 ≈ 9.0909%"),
    ],
)
def test_projected_change(target: Values, value: Fraction, working: str) -> None:
    """The projected year against the whole baseline year, at each year's denominator."""
    figure = held(_THREE, target).figure("projection_change")
    assert figure.value == value
    assert figure.working.startswith(f"{working}, where 1,200.0 is 400 ÷ (1,000 ÷ 3,000) = 1,200 (")


def test_projected_change_per_another_denominator() -> None:
    """A token may ask for it per another denominator: (1,200 / 45,000) / (1,000 / 40,000) is 6.7% more."""
    households = {
        "denominators/households.yml": "name: Households\nnoun: households\nscale: 1000\n",
        "denominators/households.csv": "reference_date,value,published,source\n"
        "2005-06-30,40000,,Council\n2006-06-30,45000,,Council\n",
    }
    figure = held(_THREE, RATE, files=households).figure("projection_change", "per households")
    assert figure.value == Fraction(20, 3)


@pytest.mark.parametrize(
    "pairs,reason,shown",
    [
        ([(300, 900), (300, 900), (0, 0)], "no percentage can be taken of 0 (2005/06)", "[z]"),
        ([(300, 900), (300, 900), (10, 49)], "the base of 49 (2005/06) is under 50", "[u]"),
    ],
)
def test_projected_change_on_a_small_base(pairs: list[tuple[int, int]], reason: str, shown: str) -> None:
    """No percentage is taken of 0 or of a base under 50; the projected count stands."""
    found = held(years(*pairs))
    assert (found.figure("projection_change").shown, found.figure("projection_change").reason) == (shown, reason)
    assert found.figure("projection").value is not None


@pytest.mark.parametrize(
    "target,value,working",
    [
        # 24 of 36 months are over in March 2007: 20% in 24 months are 30% in 36
        ({}, Fraction(30), "20% × 36 ÷ 24 months = 30%, where 20% is that of 2006/07: 400 ÷ (1,000 ÷ 3,000) = 1,200 ("),
        (RATE, Fraction(150, 11), "9.0909% × 36 ÷ 24 months ≈ 13.6364%, where 9.0909% is that of 2006/07: "),
        ({"start": "2006-04-01"}, Fraction(40), "20% × 24 ÷ 12 months = 40%, where "),
        # ends with this year: nothing is carried on
        ({"end": "2007-03-31"}, Fraction(20), "20% × 24 ÷ 24 months = 20%, where 20% is that of 2006/07: "),
        # ended with the first month of this year
        ({"end": "2006-04-30"}, Fraction(20), "20% × 13 ÷ 13 months = 20%, where 20% is that of 2006/07: "),
        ({"end": "2006-12-31"}, Fraction(20), "20% × 21 ÷ 21 months = 20%, where 20% is that of 2006/07: "),
        ({"kind": "hold", "change": None}, Fraction(30), "20% × 36 ÷ 24 months = 30%, where "),
        # from 1,000: 200 more in 24 months are 300 more in 36
        (_REACH, Fraction(1300), "1,000 + (1,200 − 1,000) × 36 ÷ 24 months = 1,300, where 1,200 is "),
        # from 10 per 1,000 to 1,200 of 110,000, that is 10 10/11: 10/11 in 24 months are 15/11 in 36
        (
            {**_REACH, **RATE, "value": 9},
            10 + Fraction(15, 11),
            "10 + (10.9091 − 10) × 36 ÷ 24 months ≈ 11.364, where 10.9091 is that of 2006/07: ",
        ),
    ],
)
def test_where_a_target_would_end(target: Values, value: Fraction, working: str) -> None:
    """The projected year's change since the target's start, carried on at the same pace to its end."""
    figure = held(_THREE, target).figure("projection.target")
    assert figure.value == value
    assert figure.working.startswith(working)
    assert "f" in figure.markers


@pytest.mark.parametrize("target,value", [({}, -100), ({"kind": "reach_value", "change": None, "value": 600}, 0)])
def test_no_target_would_end_below_nothing(target: Values, value: int) -> None:
    """100% less in 24 months would be 150% less in 36, but there are no counts below 0; the working says so."""
    gone = series_csv("2005-04", [*[100] * 12, *[0] * 4])
    figure = held(gone, target).figure("projection.target")
    assert figure.value == value
    assert figure.working.endswith("; but no count is below 0")


@pytest.mark.parametrize(
    "target,reason",
    [
        ({"end": "2006-03-31"}, "the target ended in March 2006"),
        ({"start": "2007-04-01"}, "the target begins in April 2007"),
        ({"end": None}, "the target has no end date"),
        ({"kind": "directional", "change": None, "direction": "decrease"}, "the target names no number"),
    ],
)
def test_target_that_cannot_be_carried_on(target: Values, reason: str) -> None:
    """A target that is over, has not begun or has no number has no projection; the reason says why."""
    figure = held(_THREE, target).figure("projection.target")
    assert (figure.shown, figure.reason) == ("[z]", reason)


def test_complete_year_before_the_end_is_still_carried_on() -> None:
    """After 12 of 36 months a complete year is no forecast, but what it leads to is."""
    found = held(_THREE, {"baseline": "2004/05"}, data_to="2006-03")
    assert found.figure("projection_change").markers == frozenset()
    assert found.figure("projection.target").markers == {"f"}


def test_complete_year_at_the_end_is_no_forecast() -> None:
    """A target that ends with a complete year is where that year is."""
    figure = held(_THREE, {"baseline": "2004/05", "end": "2006-03-31"}, data_to="2006-03").figure("projection.target")
    assert (figure.value, figure.markers) == (Fraction(0), frozenset())


def test_quarters_are_projected_like_months() -> None:
    """A quarter that had 200 of 1,000 in two years makes 250 into 1,250."""
    rows = [
        f"{year}-Q{n + 1},{count},,\n"
        for year in ("2004/05", "2005/06")
        for n, count in enumerate((100, 150, 120, 130))
    ]
    text = "period,count,marker,note\n" + "".join(rows) + "2006/07-Q1,250,,\n"
    figure = held(text, indicator={"frequency": "quarter"}).figure("projection")
    assert figure.value == 1250
    assert figure.working.startswith(
        "250 ÷ (200 ÷ 1,000) = 1,250 (20.0% is the usual share of April to June, 2004/05 and 2005/06)"
    )


def test_yearly_counts_need_no_projection() -> None:
    """The latest year of an indicator that is counted once a year is what it is."""
    text = "period,count,marker,note\n2004/05,200,,\n2005/06,190,,\n"
    assert held(text, indicator={"frequency": "year"}).figure("projection").working == "190 in the whole year"
