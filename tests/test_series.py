"""Counts in order of time: sums over periods, what is missing, and sums of components."""

from __future__ import annotations

import pytest

from cspsite.periods import Period
from cspsite.series import Series, all_series
from tests.builders import COUNTS, INDICATOR, MINIMAL, Files, data_of, series_csv

_THEFT, _THEFT_COUNTS = "indicators/theft.yml", "indicators/theft.csv"


def series_of(text: str, frequency: str = "month") -> Series:
    """Return the series that a file of counts makes."""
    indicator = MINIMAL[INDICATOR].replace("frequency: month", f"frequency: {frequency}")
    return all_series(data_of({INDICATOR: indicator, COUNTS: text}))["burglary"]


def total(series: Series, period: str) -> tuple[int | None, str, str]:
    """Return a period's count, its markers and its reason."""
    held = series.total(Period.parse(period))
    return held.count, " ".join(sorted(held.markers)), held.reason


MONTHS = """\
period,count,marker,note
2006-01,10,p,
2006-02,0,,
2006-03,,c,
2006-04,20,,
2006-05,,x,
2006-06,30,e r,
2006-07,5,,
"""


@pytest.mark.parametrize(
    "period,count,markers,reason",
    [
        ("2006-01", 10, "p", ""),
        ("2006-02", 0, "", ""),
        ("2006-01..2006-02", 10, "p", ""),
        ("2006-06..2006-07", 35, "e r", ""),
        ("2006-01..2006-03", None, "c p", "March 2006 is withheld, so that nobody can be identified"),
        ("2006-03..2006-05", None, "c x", "no count for March 2006 [c], May 2006 [x]"),
        ("2005-12..2006-01", None, "p x", "counts begin in January 2006"),
        ("2006-07..2006-08", None, "x", "counts end in July 2006"),
        ("2005-01..2005-04", None, "x", "counts begin in January 2006"),
        ("2005-10..2005-11", None, "x", "counts begin in January 2006"),
        ("2004/05", None, "x", "counts begin in January 2006"),
        ("2007/08", None, "x", "counts end in July 2006"),
    ],
)
def test_total(period: str, count: int | None, markers: str, reason: str) -> None:
    """A sum has the markers of its own months only; with a month missing there is none, and never zero."""
    assert total(series_of(MONTHS), period) == (count, markers, reason)


@pytest.mark.parametrize(
    "period,reason",
    [
        ("2006-05", "May 2006 is withheld"),
        ("2006-04..2006-06", "May and June 2006 are withheld"),
        ("2006-02..2006-05", "March and May 2006 are withheld"),
        ("2005-12..2006-05", "December 2005, March 2006 and May 2006 are withheld"),
        ("2005-12..2006-06", "4 months are withheld"),
    ],
)
def test_withheld_counts_are_named(period: str, reason: str) -> None:
    """A sum without a withheld count is none, marked c and not x, and says which counts are withheld."""
    rows = ("2005-12,,c,", "2006-01,9,,", "2006-02,9,,", "2006-03,,c,", "2006-04,9,,", "2006-05,,c,", "2006-06,,c,")
    series = series_of("period,count,marker,note\n" + "".join(f"{row}\n" for row in rows))
    assert total(series, period) == (None, "c", f"{reason}, so that nobody can be identified")


def test_span_has_withheld_ends() -> None:
    """A withheld count was counted: counts neither begin after it nor end before it."""
    series = series_of("period,count,marker,note\n2006-01,,c,\n2006-02,1,,\n2006-03,,c p,\n")
    assert str(series.span) == "2006-01..2006-03"
    assert total(series, "2005-12..2006-01") == (None, "c x", "counts begin in January 2006")
    assert total(series_of("period,count,marker,note\n2006-01,,c,\n"), "2006-01")[1] == "c"


@pytest.mark.parametrize(
    "period,count,markers,parts",
    [
        ("2006/07", 50, "p", (50,)),
        ("2006-01..2007-03", 53, "p r", (1, 1, 1, 50)),
        ("2006-04..2007-04", 52, "p", (50, 2)),
        ("2006-05..2007-04", None, "c", (3,) * 10 + (2,)),
        ("2006-04..2006-06", None, "c p", (3,)),
        ("2006-06..2007-03", 30, "", (3,) * 10),
    ],
)
def test_total_of_a_year_with_withheld_counts(
    period: str, count: int | None, markers: str, parts: tuple[int, ...]
) -> None:
    """A year's published total stands for all of its months, where all of them are wanted."""
    frame = series_of(series_csv("2006-01", [1, 1, 1, None, None, *[3] * 10, 2])).frame.copy()
    frame["markers"] = ["", "", "r", "c p", "c", *[""] * 11]
    held = Series(frame, 1, {2006: 50}).total(Period.parse(period))
    assert (held.count, " ".join(sorted(held.markers)), held.parts) == (count, markers, parts)


QUARTERS = "period,count,marker,note\n2005/06-Q4,5,,\n2006/07-Q1,10,,\n2006/07-Q2,20,,\n"
YEARS = "period,count,marker,note\n2003/04,160,,\n2004/05,,x,\n2005/06,75,,\n"


@pytest.mark.parametrize(
    "text,frequency,period,count,reason",
    [
        (QUARTERS, "quarter", "2006-04..2006-09", 30, ""),
        (QUARTERS, "quarter", "2006-01..2006-06", 15, ""),
        (QUARTERS, "quarter", "2006-04..2006-07", None, "it is counted in whole quarters only"),
        (QUARTERS, "quarter", "2006-05..2006-07", None, "it is counted in whole quarters only"),
        (YEARS, "year", "2005/06", 75, ""),
        (YEARS, "year", "2004/05", None, "no count for 2004/05 [x]"),
        (YEARS, "year", "2003-04..2005-03", None, "no count for 2004/05 [x]"),
        (YEARS, "year", "2006-04..2006-07", None, "it is counted in whole financial years only"),
        (YEARS, "year", "2005-01..2005-12", None, "it is counted in whole financial years only"),
    ],
)
def test_total_of_quarters_and_years(text: str, frequency: str, period: str, count: int | None, reason: str) -> None:
    """Quarters and years are added whole, from where they begin, and never divided."""
    found = total(series_of(text, frequency), period)
    assert (found[0], found[2]) == (count, reason)


def test_a_gap_is_missing() -> None:
    """A month without a row is not available: neither zero nor left out."""
    series = series_of("period,count,marker,note\n2006-01,10,,\n2006-03,30,,\n")
    assert total(series, "2006-01..2006-03") == (None, "x", "no count for February 2006 [x]")
    assert [(str(o.period), o.count) for o in series.observations()] == [
        ("2006-01", 10),
        ("2006-02", None),
        ("2006-03", 30),
    ]


def test_no_counts_at_all() -> None:
    """A series of missing counts is empty, and says so."""
    series = series_of("period,count,marker,note\n2006-01,,x,\n")
    assert series.is_empty
    assert total(series, "2006-01") == (None, "x", "there are no counts")


def test_span_leaves_out_missing_ends() -> None:
    """The span runs from the first count to the last."""
    series = series_of("period,count,marker,note\n2006-01,,x,\n2006-02,1,,\n2006-03,2,,\n2006-04,,x,\n")
    assert str(series.span) == "2006-02..2006-03"


def components(first: str, second: str) -> Files:
    """Return burglary as the sum of theft and fraud."""
    return {
        INDICATOR: MINIMAL[INDICATOR] + "components: [theft, fraud]\n",
        COUNTS: None,
        _THEFT: MINIMAL[INDICATOR],
        _THEFT_COUNTS: first,
        "indicators/fraud.yml": MINIMAL[INDICATOR],
        "indicators/fraud.csv": second,
    }


def test_sum_of_components() -> None:
    """A total is the sum of its components month by month, with the markers of both."""
    one = "period,count,marker,note\n2006-01,1,p,\n2006-02,2,,\n"
    other = "period,count,marker,note\n2006-01,10,e,\n2006-02,20,,\n"
    series = all_series(data_of(components(one, other)))["burglary"]
    assert total(series, "2006-01") == (11, "e p", "")
    assert total(series, "2006-01..2006-02") == (33, "e p", "")


def test_sum_is_missing_where_a_component_is() -> None:
    """A total of what one component lacks is not available, marked so, and not the other component's count."""
    series = all_series(data_of(components(series_csv("2006-01", [1, 2, None]), series_csv("2006-02", [20, 30]))))
    assert [(str(o.period), o.count, set(o.markers)) for o in series["burglary"].observations()] == [
        ("2006-01", None, {"x"}),
        ("2006-02", 22, set()),
        ("2006-03", None, {"x"}),
    ]


def test_sum_of_components_that_never_meet() -> None:
    """Where components lie years apart, the months between are missing too, and no month slips to another's place."""
    series = all_series(data_of(components(series_csv("2003-04", [1, 2]), series_csv("2006-04", [30, 40]))))["burglary"]
    assert len(series.observations()) == 38
    assert series.is_empty


def test_sum_of_components_around_a_hole() -> None:
    """A hole that both components have stays a hole."""
    gap = "period,count,marker,note\n2006-01,1,,\n2006-04,4,,\n"
    series = all_series(data_of(components(gap, gap)))["burglary"]
    assert total(series, "2006-04") == (8, "", "")
    assert total(series, "2006-02") == (None, "x", "no count for February 2006 [x]")


def test_circles_end() -> None:
    """Indicators that are components of each other have no counts, and computing them ends."""
    both = {
        INDICATOR: MINIMAL[INDICATOR] + "components: [theft]\n",
        COUNTS: None,
        _THEFT: MINIMAL[INDICATOR] + "components: [burglary]\n",
    }
    assert all(series.is_empty for series in all_series(data_of(both)).values())
