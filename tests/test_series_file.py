"""Rows of CSV to observations: periods, counts and markers, as people and spreadsheets write them."""

from __future__ import annotations

import pytest

from cspsite.findings import Place
from cspsite.model import Frequency
from cspsite.series_file import read_count, read_denominator_values, read_series

_HEAD = "period,count,marker,note\n"


@pytest.mark.parametrize(
    "row,frequency,period,count,markers",
    [
        ("2006-04,81,,", "month", "2006-04", 81, ""),
        ("2006-04,0,,", "month", "2006-04", 0, ""),
        ("2006-04,081,,", "month", "2006-04", 81, ""),
        ("2006-04,,x,", "month", "2006-04", None, "x"),
        ("2006-04,,c,", "month", "2006-04", None, "c"),
        ("2006-04,81,p r,", "month", "2006-04", 81, "p r"),
        ("2006-04,81,[p] [r],", "month", "2006-04", 81, "p r"),
        ("2006/07-Q1,81,,", "quarter", "2006-04..2006-06", 81, ""),
        ("2006/07,81,,", "year", "2006/07", 81, ""),
        ("Apr-06,81,,", "month", "2006-04", 81, ""),
        ("Apr 2006,81,,", "month", "2006-04", 81, ""),
        ("Dec-99,81,,", "month", "1999-12", 81, ""),
    ],
)
def test_a_row(row: str, frequency: Frequency, period: str, count: int | None, markers: str) -> None:
    """A row is an observation of its period; a missing count has its marker."""
    (observation,), _, _ = read_series("p", _HEAD + row, frequency)
    found = (str(observation.period), observation.count, " ".join(sorted(observation.markers)))
    assert found == (period, count, markers)


@pytest.mark.parametrize(
    "row,frequency",
    [
        ("2006-05..2006-07,1,,", "quarter"),
        ("2006-01..2006-12,1,,", "year"),
        ("2006-04,1,,", "quarter"),
        ("2006/07,1,,", "month"),
        ("2006-04..2006-05,1,,", "month"),
    ],
)
def test_periods_of_another_length(row: str, frequency: Frequency) -> None:
    """A period fits its frequency in length and in where it begins."""
    observations, _, findings = read_series("p", _HEAD + row, frequency)
    assert (observations, [finding.code for finding in findings]) == ((), ["period-wrong-frequency"])


@pytest.mark.parametrize(
    "text,code",
    [
        ("1,234", "count-thousands-comma"),
        ("1,234,567", "count-thousands-comma"),
        ("12,34", "count-not-a-number"),
        ("-5", "count-negative"),
        ("−5", "count-negative"),
        ("5.0", "count-fractional"),
        (".5", "count-fractional"),
        ("-0.5", "count-fractional"),
        ("five", "count-not-a-number"),
        ("5*", "count-not-a-number"),
        ("5 0", "count-not-a-number"),
        ("1e3", "count-not-a-number"),
        ("٥", "count-not-a-number"),
        ("1234567890123", "count-not-a-number"),
    ],
)
def test_counts_that_are_not(text: str, code: str) -> None:
    """A count is digits; each other way to write a number has its own finding."""
    findings: list[object] = []
    assert read_count(text, Place("p"), findings) is None  # type: ignore[arg-type]
    assert [finding.code for finding in findings] == [code]  # type: ignore[attr-defined]


def test_rows_in_any_order_keep_their_lines() -> None:
    """Observations are in order of time, each with the line it stands on."""
    observations, lines, findings = read_series("p", _HEAD + "2006-05,2,,\n2006-04,1,,\n2006-06,3,,\n", "month")
    assert [(str(o.period), lines[(i,)]) for i, o in enumerate(observations)] == [
        ("2006-04", 3),
        ("2006-05", 2),
        ("2006-06", 4),
    ]
    assert [(f.code, f.place.line) for f in findings] == [("period-order", 3)]


@pytest.mark.parametrize(
    "periods,named",
    [
        (["2006-03", "2006-04", "2016-05", "2006-06"], [4]),
        (["2006-03", "2006-04", "1996-05", "2006-06", "2006-07"], [4]),
        (["2016-03", "2006-04", "2006-05"], [2]),
        (["2006-04", "2006-03", "2006-05"], [3]),
        (["2006-03", "2006-05", "2006-04", "2006-06"], [4]),
        (["2006-05", "2006-04", "2006-03"], [3]),
        (["2006-03", "2006-04", "2006-05"], []),
        ([], []),
    ],
)
def test_rows_out_of_order(periods: list[str], named: list[int]) -> None:
    """The row that would have to change for the others to be in order is named, and no gap that it leaves."""
    _, _, findings = read_series("p", _HEAD + "".join(f"{period},1,,\n" for period in periods), "month")
    assert [(finding.code, finding.place.line) for finding in findings] == [("period-order", line) for line in named]


def test_a_period_given_twice_is_no_gap() -> None:
    """A month mistyped as one that is there already is one finding, not a gap as well."""
    _, _, findings = read_series("p", _HEAD + "2006-04,1,,\n2006-05,2,,\n2006-05,3,,\n2006-07,4,,\n", "month")
    assert [finding.code for finding in findings] == ["period-twice"]


def test_a_row_that_cannot_be_read_is_no_gap() -> None:
    """A month with a slip of the pen is one finding, not a gap as well."""
    _, _, findings = read_series("p", _HEAD + "2006-04,1,,\n2006-05,two,,\n2006-06,3,,\n", "month")
    assert [finding.code for finding in findings] == ["count-not-a-number"]


def test_estimates_in_order_of_time() -> None:
    """Estimates come oldest first, whatever the order of the rows; published may be blank."""
    text = "reference_date,value,published,source\n2006-06-30,2,2007-08-01,B\n2005-06-30,1,,A\n"
    values, lines, findings = read_denominator_values("p", text)
    assert [(str(v.reference_date), v.value, v.published and str(v.published), v.source) for v in values] == [
        ("2005-06-30", 1, None, "A"),
        ("2006-06-30", 2, "2007-08-01", "B"),
    ]
    assert (lines, findings) == ({(0,): 3, (1,): 2}, [])


def test_a_row_that_two_versions_have_is_one_in_memory() -> None:
    """The rows that two versions of a file have in common are the same objects, so that comparing them is quick."""
    then, _, _ = read_series("p", _HEAD + "2006-04,81,,\n2006-05,80,p,", "month")
    now, _, _ = read_series("p", _HEAD + "2006-04,81,,\n2006-05,82,,", "month")
    assert (now[0] is then[0], now[1] is then[1]) == (True, False)


def test_a_row_with_a_fault_has_it_in_every_version() -> None:
    """What is wrong with a row is found each time it is read, at the line where it then stands."""
    texts = (_HEAD + "2006-04,8.5,,", _HEAD + "2006-03,80,,\n2006-04,8.5,,")
    found = [[(one.code, one.place.line) for one in read_series("p", text, "month")[2]] for text in texts]
    assert found == [[("count-fractional", 2)], [("count-fractional", 3)]]
