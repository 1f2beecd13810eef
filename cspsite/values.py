"""The kinds of value that the fields of records hold: ids, texts, days, numbers; each refuses what could be misread."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, StringConstraints

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise ValueError(f"{value!r} is not a date; expected a date like 2006-09-11")


def _whole(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{value!r} is not a whole number; expected a whole number")
    return value


def _number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError(f"{value!r} is not a number; expected a number such as 15 or 2.5")
    return Decimal(value)


def _yes(value: object) -> object:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false; expected true or false")
    return value


def _zone(value: object) -> object:
    with suppress(TypeError, ValueError, KeyError, OSError):  # what ZoneInfo raises for other things than its names
        return ZoneInfo(value).key  # type: ignore[arg-type]
    raise ValueError(f"{value!r} is not a time zone; expected a time zone like Europe/London")


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Day = Annotated[date, BeforeValidator(_day)]
Whole = Annotated[int, BeforeValidator(_whole)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Yes = Annotated[bool, BeforeValidator(_yes)]
Zone = Annotated[str, BeforeValidator(_zone)]
