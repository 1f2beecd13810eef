"""Dates and months as people write them in a form."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from cspsite.periods import YEARS, Month

_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_WORDS = re.compile(
    rf"\b(\d{{1,2}})\s*(?:st|nd|rd|th)?\s*(?:of\s+)?({_NAMES})\b\.?,?\s*(\d{{4}}|\d{{2}}\b)", re.IGNORECASE
)
_DIGITS = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b")
_MONTH = re.compile(rf"\b({_NAMES})\b\.?,?\s*(\d{{4}})", re.IGNORECASE)


def days(text: str) -> Iterator[date]:
    """Every date in a text; days come before months, as in Britain."""
    for match in _ISO.finditer(text):
        yield from _day(int(match[1]), int(match[2]), int(match[3]))
    for match in _WORDS.finditer(text):
        yield from _day(_year(match[3]), _MONTHS[match[2].casefold()], int(match[1]))
    for match in _DIGITS.finditer(text):
        yield from _day(_year(match[3]), int(match[2]), int(match[1]))


def without_days(text: str) -> str:
    """The text without its dates."""
    for pattern in (_ISO, _WORDS, _DIGITS):
        text = pattern.sub(" ", text)
    return text


def month(text: str) -> Month | None:
    """The month that a text names: `July 2006` or `2006-07`."""
    with suppress(ValueError):
        return Month.parse(text)
    found = _MONTH.search(text)
    return Month.of(int(found[2]), _MONTHS[found[1].casefold()]) if found and int(found[2]) in YEARS else None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    with suppress(ValueError):
        yield date(year, month, day)
