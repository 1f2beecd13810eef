"""The meetings of a partnership, and the months of its counts: fixed, so that every run has the same pages."""

from __future__ import annotations

from datetime import date

from benchmarks.shape import Shape
from cspsite.periods import Month, Period

_LAST_MEETING = Month.of(2024, 11)


def meetings(shape: Shape) -> list[date]:
    """The 11th of every second month up to November 2024, oldest first."""
    months = [_LAST_MEETING + (-2 * n) for n in range(shape.meetings)]
    return [date(month.year, month.month, 11) for month in reversed(months)]


def data_to(meeting: date) -> Month:
    """The last month that a meeting's papers use: two before its own."""
    return Month.containing(meeting) + (-2)


def months(shape: Shape) -> list[Month]:
    """The months that are counted, oldest first."""
    return list(Period.ending(_LAST_MEETING + (-2), shape.months).months())


def years(shape: Shape) -> list[Period]:
    """The financial years that are counted from the first month to the last, oldest first."""
    found = dict.fromkeys(Period.year_of(month) for month in months(shape))
    counted = months(shape)
    return [year for year in found if counted[0] <= year.start and year.end <= counted[-1]]


def baseline(shape: Shape) -> Period:
    """The financial year that targets are compared with: four before the last, if it is counted."""
    return years(shape)[-4:][0]
