"""A value of a record as people read it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

from cspsite.model import Disclosure, Measure, NewLimits, Point, Record, Trajectory
from cspsite.numbers import given
from cspsite.periods import Month, Period
from cspsite.words import day_words

_SHAPES = {
    "straight": "a straight line",
    "profiled": "month by month as in the baseline year",
    "points": "through points",
}


def shown(value: object) -> str | None:
    """The value in words; None where there is none."""
    if value is None or value in ("", (), frozenset()):
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, Decimal):
        return given(value)
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, Month | Period):
        return value.words
    return _of_many(value)


def _of_many(value: object) -> str:
    if isinstance(value, tuple | frozenset):
        items = sorted(map(str, value)) if isinstance(value, frozenset) else [shown(item) or "" for item in value]
        return ", ".join(items)
    if isinstance(value, Measure):
        return f"per {value.scale:,} {value.per}" if value.scale else f"per {value.per}"
    if isinstance(value, Disclosure):
        return f"counts below {value.threshold} are withheld"
    if isinstance(value, NewLimits):
        return f"since {value.since.words} ({value.reason})"
    if isinstance(value, Point):
        return _point(value)
    if isinstance(value, Trajectory):
        through = f": {shown(value.points)}" if value.points else ""
        return f"{_SHAPES[value.shape]}{through}"
    return _of_fields(value)


def _point(point: Point) -> str:
    change = [] if point.change is None else [f"{given(point.change)}%"]
    value = [] if point.value is None else [given(point.value)]
    return f"{' and '.join(change + value) or 'no value'} by {point.to.words}"


def _of_fields(value: object) -> str:
    """`value 100,000, source Office for National Statistics`: any other record; anything else as it is written."""
    names: list[str] = []
    if isinstance(value, Record):
        names = list(type(value).model_fields)
    elif is_dataclass(value):
        names = [field.name for field in fields(value)]
    else:
        return str(value)
    pairs = [(name.replace("_", " "), shown(getattr(value, name))) for name in names]
    return ", ".join(f"{name} {words}" for name, words in pairs if words is not None)
