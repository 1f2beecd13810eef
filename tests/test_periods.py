"""Months and periods: reading, writing, shifting, and the financial year."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import BaseModel, ValidationError

from cspsite.periods import Month, Period


@pytest.mark.parametrize(
    "text,start,end,written,words",
    [
        ("2006-07", "2006-07", "2006-07", "2006-07", "July 2006"),
        (" 2006-07 ", "2006-07", "2006-07", "2006-07", "July 2006"),
        ("2006-04..2006-07", "2006-04", "2006-07", "2006-04..2006-07", "April to July 2006"),
        ("2005-11..2006-02", "2005-11", "2006-02", "2005-11..2006-02", "November 2005 to February 2006"),
        ("2005/06", "2005-04", "2006-03", "2005/06", "2005/06"),
        ("1999/00", "1999-04", "2000-03", "1999/00", "1999/00"),
        ("2006/07-Q1", "2006-04", "2006-06", "2006-04..2006-06", "April to June 2006"),
        ("2006/07-Q4", "2007-01", "2007-03", "2007-01..2007-03", "January to March 2007"),
        ("2005-04..2006-03", "2005-04", "2006-03", "2005/06", "2005/06"),
    ],
)
def test_parse_period(text: str, start: str, end: str, written: str, words: str) -> None:
    """Each notation is read as its months, and written and said in one way."""
    period = Period.parse(text)
    assert (str(period.start), str(period.end), str(period), period.words) == (start, end, written, words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2006",
        "2006-00",
        "2006-13",
        "2006-7",
        "2005/07",
        "2005/2006",
        "2006/07-Q0",
        "2006/07-Q5",
        "2006-07..2006-04",
        "2006-04..",
        "..2006-04",
        "July 2006",
        "0001-01",
        "1899-12",
        "2200-01",
        "9999-12",
        "0000/01",
        "9999/00",
        "٢٠٠٦-٠٧",
    ],
)
def test_parse_period_refuses(text: str) -> None:
    """Anything else, and years that no data are of, is a ValueError, and nothing but one."""
    with pytest.raises(ValueError, match=r"expected|before"):
        Period.parse(text)


@pytest.mark.parametrize(
    "text, short",
    [
        ("2006-07", "Jul 2006"),
        ("2006-04..2006-09", "Apr–Sep 2006"),
        ("2006/07-Q4", "Jan–Mar 2007"),
        ("2005/06", "2005/06"),
        ("2005-04..2006-01", "Apr–Jan 2005/06"),
        ("2005-11..2006-05", "Nov 2005–May 2006"),
        ("2005-04..2007-03", "Apr 2005–Mar 2007"),
    ],
)
def test_short_period(text: str, short: str) -> None:
    """In few letters a period still says its months, unless it is a whole financial year."""
    assert Period.parse(text).short == short


@pytest.mark.parametrize("text", ["2006-00", "2006-13", "200-01", "2006-1", "1899-12", "2200-01", "2006/07"])
def test_parse_month_refuses(text: str) -> None:
    """A month is a year from 1900 to 2199 and a month from 01 to 12."""
    with pytest.raises(ValueError, match="expected a month like 2006-07"):
        Month.parse(text)


@pytest.mark.parametrize(
    "month,year",
    [("2006-03", "2005/06"), ("2006-04", "2006/07"), ("2006-12", "2006/07"), ("2007-01", "2006/07")],
)
def test_financial_year_begins_in_april(month: str, year: str) -> None:
    """March belongs to the year that ends, April to the one that begins."""
    assert str(Period.year_of(Month.parse(month))) == year


@pytest.mark.parametrize(
    "month,period",
    [("2006-07", "2006-04..2006-07"), ("2006-04", "2006-04"), ("2006-03", "2005/06"), ("2007-01", "2006-04..2007-01")],
)
def test_year_to_date(month: str, period: str) -> None:
    """The year to date runs from April to the month."""
    assert str(Period.year_to_date(Month.parse(month))) == period


@pytest.mark.parametrize(
    "period,year,same",
    [
        ("2006-04..2006-07", "2003/04", "2003-04..2003-07"),
        ("2007-01..2007-03", "2003/04", "2004-01..2004-03"),
        ("2006-01", "2003/04", "2004-01"),
        ("2006/07", "2003/04", "2003/04"),
        ("2003-05", "2003/04", "2003-05"),
        ("2002-05", "2003/04", "2003-05"),
        ("2005-08..2006-07", "2003/04", "2003-08..2004-07"),
    ],
)
def test_same_months_in(period: str, year: str, same: str) -> None:
    """The same calendar months, from the one that lies in the baseline year on."""
    assert str(Period.parse(period).same_months_in(Period.parse(year))) == same


def test_ending() -> None:
    """The twelve months that end with July 2006 begin with August 2005."""
    assert str(Period.ending(Month.parse("2006-07"), 12)) == "2005-08..2006-07"


def test_last_day() -> None:
    """A leap February has 29 days, another 28."""
    assert Month.parse("2004-02").last_day == date(2004, 2, 29)
    assert Month.parse("2006-02").last_day == date(2006, 2, 28)


@pytest.mark.parametrize(
    "text,quarter,year",
    [
        ("2006-04..2006-06", True, False),
        ("2006-05..2006-07", False, False),
        ("2006-04..2007-03", False, True),
        ("2006-01..2006-12", False, False),
    ],
)
def test_alignment(text: str, quarter: bool, year: bool) -> None:
    """Three months are a quarter, and twelve a year, only from April, July, October and January on."""
    period = Period.parse(text)
    assert (period.is_quarter, period.is_financial_year) == (quarter, year)


def test_months_and_membership() -> None:
    """A period holds each of its months, both ends included, and no other."""
    period = Period.parse("2005-12..2006-02")
    assert [str(month) for month in period.months()] == ["2005-12", "2006-01", "2006-02"]
    assert Month.parse("2005-12") in period
    assert Month.parse("2006-02") in period
    assert Month.parse("2006-03") not in period


def test_order() -> None:
    """Periods sort by start, then by end."""
    texts = ["2006-04..2006-07", "2005/06", "2006-04", "2006-03"]
    assert [str(period) for period in sorted(map(Period.parse, texts))] == [
        "2005/06",
        "2006-03",
        "2006-04",
        "2006-04..2006-07",
    ]


class _Dated(BaseModel):
    month: Month
    period: Period


def test_pydantic_reads_and_writes_periods() -> None:
    """A record reads both from text and writes them back as they were."""
    record = _Dated.model_validate({"month": "2006-07", "period": "2005/06"})
    assert record.month == Month.of(2006, 7)
    assert record.model_dump_json() == '{"month":"2006-07","period":"2005/06"}'


def test_pydantic_says_what_a_period_is() -> None:
    """A number is no period."""
    with pytest.raises(ValidationError, match="200607 is not a period; expected a month like 2006-07"):
        _Dated.model_validate({"month": 200607, "period": "2005/06"})
