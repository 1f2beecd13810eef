"""The indicators of a partnership: their definitions and their counts, without chance."""

from __future__ import annotations

import math
from collections.abc import Iterator

import yaml

from benchmarks.calendar import months, years
from benchmarks.shape import Shape
from cspsite import paths
from cspsite.model import Frequency

_PLACES = ("on estates", "in parks", "in the town centre", "near schools", "at stations", "in villages", "at night")
_THINGS = ("burglary", "criminal damage", "theft of bicycles", "shop theft", "arson", "fly tipping", "assault")


def indicator_id(number: int) -> str:
    """An indicator's id, by its number from 0."""
    return f"indicator-{number:04d}"


def name(number: int) -> str:
    """An indicator's name."""
    thing = _THINGS[number % len(_THINGS)].capitalize()
    return f"{thing} {_PLACES[number // len(_THINGS) % len(_PLACES)]} {number}"


def frequency(number: int) -> Frequency:
    """One indicator of eight is counted by the year."""
    return "year" if number % 8 == 7 else "month"


def _components(number: int) -> list[str]:
    """One indicator of eight is the sum of the two before it."""
    return [indicator_id(number - 2), indicator_id(number - 1)] if number % 8 == 3 else []


def files(shape: Shape) -> Iterator[tuple[str, str]]:
    """The definition of every indicator, and its counts unless it is a sum."""
    for number in range(shape.indicators):
        yield paths.indicator(indicator_id(number)), _definition(number)
        if not _components(number):
            yield paths.series(indicator_id(number)), _counts(shape, number)


def _definition(number: int) -> str:
    record: dict[str, object] = {
        "name": name(number),
        "definition": f"{name(number)} as recorded by the police, attempts too, by the month of the record.",
        "unit": "offences",
        "source": "Anyshire Police, recorded crime",
        "extracted": "2024-11-01",
        "polarity": "lower_is_better",
        "frequency": frequency(number),
        "measure": {"per": ("population", "households")[number % 2]},
    }
    if components := _components(number):
        record["components"] = components
    return yaml.safe_dump(record, sort_keys=False, width=110).replace("'", "")


def _counts(shape: Shape, number: int) -> str:
    rows = ["period,count,marker,note"]
    if frequency(number) == "year":
        rows += [f"{year},{12 * _count(number, i)},," for i, year in enumerate(years(shape))]
    else:
        counted = months(shape)
        rows += [f"{month},{_count(number, i)},{_marker(i, len(counted))}," for i, month in enumerate(counted)]
    return "\n".join(rows) + "\n"


def _count(number: int, step: int) -> int:
    """A level, a slow fall, a yearly wave and a little scatter."""
    level = 90 + number * 37 % 200
    wave = math.sin((step + number) * math.pi / 6)
    scatter = (step * step * 7 + step * 11 + number * 13) % 17 - 8
    return round(level * (1 - step / 2000) + level * 0.1 * wave) + scatter


def _marker(step: int, steps: int) -> str:
    """The last two months are provisional."""
    return "p" if step >= steps - 2 else ""
