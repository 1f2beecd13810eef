"""Dates and months as people write them."""

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
_ISO = r"\b([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\b"
_WORDS = rf"\b([0-9]{{1,2}})\s*(?:st|nd|rd|th)?\s*(?:of\s+)?({_NAMES})\b\.?,?\s*([0-9]{{4}}|[0-9]{{2}}\b)"
_DIGITS = r"\b([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})\b"
_FORMS = tuple(re.compile(form, re.IGNORECASE) for form in (_ISO, _WORDS, _DIGITS))
_BEFORE = r"\s*(?:(?:by|on)\s+)?(?:the\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?:the\s+)?)?"
#: A day with nothing else but what goes before it: year, month, day in digits; day, month in words; day, month, year.
ALONE = tuple(re.compile(rf"{_BEFORE}{form}[\s.]*", re.IGNORECASE) for form in (_ISO, _WORDS, _DIGITS))
_MONTH = re.compile(rf"\b({_NAMES})\b\.?,?\s*(\d{{4}})", re.IGNORECASE)


def days(text: str) -> Iterator[date]:
    """Every date in a text; days come before months, as in Britain."""
    for form in _FORMS:
        for match in form.finditer(text):
            yield from _day(match)


def only_day(text: str) -> date | None:
    """The day that a text is, with nothing else but words such as `by` or the day of the week before it."""
    match = next(filter(None, (form.fullmatch(text) for form in ALONE)), None)
    return next(_day(match), None) if match else None


def without_days(text: str) -> str:
    """The text without its dates."""
    for form in _FORMS:
        text = form.sub(" ", text)
    return text


def month(text: str) -> Month | None:
    """The month that a text names: `July 2006` or `2006-07`."""
    with suppress(ValueError):
        return Month.parse(text)
    found = _MONTH.search(text)
    return Month.of(int(found[2]), _MONTHS[found[1].casefold()]) if found and int(found[2]) in YEARS else None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(match: re.Match[str]) -> Iterator[date]:
    """The day that one of the forms found, if the calendar has it."""
    first, second, third = match.groups()
    year, day = (first, third) if len(first) == 4 else (third, first)
    with suppress(ValueError):
        yield date(_year(year), _MONTHS.get(second.casefold()) or int(second), int(day))
