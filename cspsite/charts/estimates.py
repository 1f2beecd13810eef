"""The estimates that divide a chart's rates: which of them divides which rows, and where a line has a step by them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cspsite.charts.chart import Break, Note
from cspsite.charts.columns import Columns
from cspsite.figures import Rate
from cspsite.model import DenominatorValue
from cspsite.periods import Month
from cspsite.words import day_words

_MONTHS = frozenset(Month.of(2000, month).words.split()[0].lower() for month in range(1, 13))
_YEAR = 12


def new_estimates(columns: Columns) -> tuple[Break, ...]:
    """A break before each row from which on the denominator's estimate does not just follow the one before.

    That is where it is of another source, or where a year was passed over, so that the growth of years falls on one
    month. One estimate after the other, year by year, is how rates are made, and no break. Lines run across it: the
    counts are alike.
    """
    changes = _changes(columns)
    before = next(changes, (0, None))[1]
    found = []
    for row, rate in changes:
        if before and not _follows(before.estimate, rate.estimate):
            found.append(Break(row, f"new estimate of {rate.noun}", parts=False))
        before = rate
    return tuple(found)


def estimate_notes(columns: Columns, new: tuple[Break, ...]) -> tuple[Note, ...]:
    """What the line of each of the `new` estimates says, and which estimate divides which rows."""
    words = [
        f"{rate.estimate.value:,} {rate.noun} ({day_words(rate.estimate.reference_date)})"
        + (f" from {columns.periods[row].end.words}" if place else "")
        for place, (row, rate) in enumerate(_changes(columns))
    ]
    named = dict.fromkeys(one.label for one in new)
    divided = (Note("Divided by " + ", then ".join(words)),) if words else ()
    return (*(Note(label, "break") for label in named), *divided)


def _changes(columns: Columns) -> Iterator[tuple[int, Rate]]:
    """Each row that is divided by another estimate than the row before."""
    before: Rate | None = None
    for row, rate in enumerate(columns.rates):
        if rate and rate != before:
            yield row, rate
            before = rate


def _follows(before: DenominatorValue, after: DenominatorValue) -> bool:
    """Whether an estimate is the next of its series: at most a year later, and of the same source."""
    months = Month.containing(after.reference_date) - Month.containing(before.reference_date)
    return months <= _YEAR and _source(before.source) == _source(after.source)


def _source(text: str) -> list[str]:
    """The words of a source without what tells one year's estimates from the next: numbers and months."""
    return [word for word in re.findall(r"[^\W\d_]+", text.lower()) if word not in _MONTHS]
