"""The kinds of value that the fields of records hold: ids, texts, days, numbers; each refuses what could be misread."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

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


def _address(value: object) -> object:
    if not isinstance(value, str) or not re.search(_ADDRESS, value):
        raise ValueError(f"{value!r} is no address to write to; expected one that begins with https:// or mailto:")
    return value


def _as_json(pattern: str, example: str, **more: str) -> WithJsonSchema:
    """How a text is described to editors, which say `example` where it does not fit the pattern."""
    return WithJsonSchema({"type": "string", **more, "pattern": pattern, "patternErrorMessage": f"expected {example}"})


_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_ADDRESS = r"^(https://|mailto:)\S+$"
_PLACE = r"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$"

Id = Annotated[
    str, StringConstraints(pattern=_ID), _as_json(_ID, "an id: lower-case letters, digits and single hyphens")
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), _as_json(r"\S", "some words")]
Day = Annotated[date, BeforeValidator(_day), _as_json(_DATE, "a date like 2006-09-11", format="date")]
Whole = Annotated[int, BeforeValidator(_whole)]
Number = Annotated[Decimal, BeforeValidator(_number, json_schema_input_type=float)]
Yes = Annotated[bool, BeforeValidator(_yes)]
Address = Annotated[
    str, BeforeValidator(_address), _as_json(_ADDRESS, "an address that begins with https:// or mailto:")
]
Zone = Annotated[str, BeforeValidator(_zone), _as_json(_PLACE, "a time zone like Europe/London")]
