"""Months, and periods of whole months: the only time that figures know.

The financial year runs from April to March, as in the Home Office's recorded crime tables.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pydantic_core import core_schema

YEAR_STARTS = 4
#: The years that anything here can be about; others are slips of the pen, and not every one is a `date`.
YEARS = range(1900, 2200)
# taken out of `calendar` once: it makes a date and formats it each time that it is asked for a name
_NAMES, _SHORT_NAMES = tuple(calendar.month_name), tuple(calendar.month_abbr)
MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
YEAR = re.compile(r"(\d{4})/(\d{2})", re.ASCII)
QUARTER = re.compile(r"(\d{4}/\d{2})-Q([1-4])", re.ASCII)
#: A month and a financial year as a pattern that any validator knows; a year's second part is that of the next year.
_MONTHS = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])"
_YEARS = f"(19|20|21)({'|'.join(f'{year:02}/{(year + 1) % 100:02}' for year in range(100))})"


class _FromText:
    """Lets pydantic read a value by the class's own `parse`, and write it with `str`."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        def read(value: object) -> object:
            """The value itself, or what its text says; raises ValueError."""
            if isinstance(value, cls):
                return value
            if not isinstance(value, str):
                raise ValueError(f"{value!r} is not a period; expected {cls.example}")  # type: ignore[attr-defined]
            return cls.parse(value)  # type: ignore[attr-defined]

        return core_schema.no_info_plain_validator_function(read, serialization=core_schema.to_string_ser_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        known = {"pattern": cls.pattern, "patternErrorMessage": f"expected {cls.example}"}  # type: ignore[attr-defined]
        return {"type": "string", **known}


@dataclass(frozen=True, slots=True, order=True)
class Month(_FromText):
    """A calendar month, counted in months since the year 0."""

    ordinal: int

    example = "a month like 2006-07"
    pattern = f"^{_MONTHS}$"

    @classmethod
    def of(cls, year: int, month: int) -> Month:
        """The month `month` (1 to 12) of `year`."""
        return _month(year * 12 + month - 1)

    @classmethod
    @cache
    def parse(cls, text: str) -> Month:
        """Read `2006-07`; raises ValueError for anything else."""
        match = MONTH.fullmatch(text.strip())
        if not match or not 1 <= int(match[2]) <= 12 or int(match[1]) not in YEARS:
            raise ValueError(f"{text!r} is not a month; expected {cls.example}")
        return cls.of(int(match[1]), int(match[2]))

    @classmethod
    def containing(cls, day: date) -> Month:
        """The month that `day` falls in."""
        return cls.of(day.year, day.month)

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.ordinal // 12

    @property
    def month(self) -> int:
        """The month of the calendar year, 1 to 12."""
        return self.ordinal % 12 + 1

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    @property
    def words(self) -> str:
        """For people: `July 2006`."""
        return f"{_NAMES[self.month]} {self.year}"

    @property
    def short(self) -> str:
        """For axes and tables: `Jul 2006`."""
        return f"{_SHORT_NAMES[self.month]} {self.year}"

    def __add__(self, months: int) -> Month:
        return _month(self.ordinal + months)

    def __sub__(self, other: Month) -> int:
        return self.ordinal - other.ordinal

    def __hash__(self) -> int:
        return self.ordinal

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@cache
def _month(ordinal: int) -> Month:
    """A month made once: there are few, and everything else is counted by them."""
    return Month(ordinal)


@dataclass(frozen=True, slots=True, order=True)
class Period(_FromText):
    """Whole months from `start` to `end`, both included."""

    start: Month
    end: Month

    example = "a period like 2006-04, 2006-04..2006-07, 2006/07-Q1 or 2005/06"
    pattern = rf"^({_MONTHS}(\.\.{_MONTHS})?|{_YEARS}(-Q[1-4])?)$"

    @classmethod
    def month(cls, month: Month) -> Period:
        """A single month."""
        return cls(month, month)

    @classmethod
    @cache
    def financial_year(cls, first_calendar_year: int) -> Period:
        """April of the given year to March of the next."""
        start = Month.of(first_calendar_year, YEAR_STARTS)
        return cls(start, start + 11)

    @classmethod
    def year_of(cls, month: Month) -> Period:
        """The financial year that `month` falls in."""
        return cls.financial_year(month.year - (month.month < YEAR_STARTS))

    @classmethod
    def year_to_date(cls, month: Month) -> Period:
        """From the start of the financial year to `month`."""
        return cls(cls.year_of(month).start, month)

    @classmethod
    def ending(cls, month: Month, months: int) -> Period:
        """The `months` months that end with `month`."""
        return cls(month + (1 - months), month)

    @classmethod
    @cache
    def parse(cls, text: str) -> Period:
        """Read any notation of `example`; raises ValueError for anything else."""
        text = text.strip()
        if match := QUARTER.fullmatch(text):
            start = cls.parse(match[1]).start + 3 * (int(match[2]) - 1)
            return cls(start, start + 2)
        if match := YEAR.fullmatch(text):
            first = int(match[1])
            if first not in YEARS or (first + 1) % 100 != int(match[2]):
                raise ValueError(f"{text!r} is not a financial year; expected one like 2005/06")
            return cls.financial_year(first)
        first_text, dots, last_text = text.partition("..")
        try:
            start = Month.parse(first_text)
            end = Month.parse(last_text) if dots else start
        except ValueError:
            raise ValueError(f"{text!r} is not a period; expected {cls.example}") from None
        if end < start:
            raise ValueError(f"{text!r} ends before it starts")
        return cls(start, end)

    @property
    def length(self) -> int:
        """How many months."""
        return self.end - self.start + 1

    @property
    def is_financial_year(self) -> bool:
        """Whether it is exactly one April to March."""
        return self.end.ordinal - self.start.ordinal == 11 and self.start.month == YEAR_STARTS

    @property
    def is_quarter(self) -> bool:
        """Whether it is exactly one quarter of a financial year."""
        return self.length == 3 and (self.start.month - YEAR_STARTS) % 3 == 0

    @property
    def words(self) -> str:
        """For people: `April to July 2006`, `2005/06`, `April 2005 to July 2006`."""
        return _words(self)

    @property
    def short(self) -> str:
        """For labels and tables: `Jul 2006`, `Apr–Jul 2006`, `2005/06`, `Apr–Jan 2005/06`, `Nov 2005–May 2006`."""
        if self.length == 1 or self.is_financial_year:
            return self.start.short if self.length == 1 else str(self)
        if self.start.year == self.end.year:
            return f"{self.short_months} {self.end.year}"
        year = Period.year_of(self.start)
        return f"{self.short_months} {year}" if self.end in year else f"{self.start.short}–{self.end.short}"

    @property
    def short_months(self) -> str:
        """Its first and last month without their year: `Apr–Jul`, `Jul`."""
        first, last = _SHORT_NAMES[self.start.month], _SHORT_NAMES[self.end.month]
        return first if self.length == 1 else f"{first}–{last}"

    def shifted(self, months: int) -> Period:
        """The same length, `months` later (earlier when negative)."""
        return Period(self.start + months, self.end + months)

    def same_months_in(self, year: Period) -> Period:
        """The same calendar months, starting within `year` (a period of twelve months)."""
        years = (self.start - year.start) // 12
        return self.shifted(-12 * years)

    def months(self) -> Iterator[Month]:
        """Each month in order."""
        return map(_month, range(self.start.ordinal, self.end.ordinal + 1))

    def __contains__(self, month: Month) -> bool:
        return self.start.ordinal <= month.ordinal <= self.end.ordinal

    def __hash__(self) -> int:
        # a third of the time that the hash of two hashes takes: periods are in the key of every look-up
        return self.start.ordinal << 16 | self.end.ordinal

    def __str__(self) -> str:
        if self.length == 1:
            return str(self.start)
        if self.is_financial_year:
            return f"{self.start.year}/{self.end.year % 100:02d}"
        return f"{self.start}..{self.end}"


@cache
def _words(period: Period) -> str:
    """The words of a period, which every page says again."""
    if period.length == 1:
        return period.start.words
    if period.is_financial_year:
        return str(period)
    if period.start.year == period.end.year:
        return f"{_NAMES[period.start.month]} to {period.end.words}"
    return f"{period.start.words} to {period.end.words}"
