"""Estimates that rates are worked out with: how old, how new, how far from the one before, and when published."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.figures import reference_age
from cspsite.findings import Finding
from cspsite.model import DenominatorValue
from cspsite.periods import Period

#: By how much of itself an estimate may change in a year, and by which factor at all.
_A_YEAR, _AT_ALL = Fraction(1, 5), Fraction(3, 2)


def check(subject: Subject) -> Iterator[Finding]:
    """Every denominator that can be read."""
    for id, values in subject.data.denominator_values.items():
        if values and not subject.doubtful_denominator(id):
            yield from _ages(subject, id)
            yield from _dates(subject, id, values)
            yield from _jumps(subject, id, values)


def _ages(subject: Subject, id: str) -> Iterator[Finding]:
    """Each estimate that is too old for a period it is used for, once, for the period it is oldest for."""
    limit = subject.data.partnership.rules.denominator_max_age_months
    values = subject.data.denominator_values[id]
    oldest: dict[int, tuple[int, str]] = {}
    for period, words in _uses(subject, id):
        rate = subject.figures.rate(id, 1, period)
        if rate:
            row = values.index(rate.estimate)
            age = reference_age(rate.estimate, period.end.last_day)
            oldest[row] = max(oldest.get(row, (0, "")), (age, words))
    for row, (age, words) in oldest.items():
        if age > limit:
            found = f"{values[row].reference_date}, {age} months before {words}"
            path = paths.denominator_values(id)
            yield subject.finding("denominator-old", path, (row,), found, f"at most {limit} months")


def _uses(subject: Subject, id: str) -> Iterator[tuple[Period, str]]:
    """The periods that the denominator is used for: the latest data, and the baseline years of its targets."""
    for meeting in subject.meetings[-1:]:
        yield Period.month(meeting.data_to), f"the data of {meeting.date}"
    for group in subject.data.groups.values():
        for target in group.targets:
            if target.measure and target.measure.per == id:
                year = target.baseline or subject.data.partnership.strategy.baseline
                yield year, f"the end of {year.words}"


def _dates(subject: Subject, id: str, values: Sequence[DenominatorValue]) -> Iterator[Finding]:
    path = paths.denominator_values(id)
    for i, value in enumerate(values):
        if value.reference_date > subject.today:
            found = f"{value.reference_date}, on {subject.today}"
            yield subject.finding("period-in-future", path, (i,), found, "estimates for days that have been")
    blank = [i for i, value in enumerate(values) if value.published is None]
    if blank:
        number = f"{len(blank)} estimate{'' if len(blank) == 1 else 's'}"
        found = f"{number} without a day of publication"
        yield subject.finding("publication-date-missing", path, (blank[0],), found, "a date like 2006-08-24")


def _jumps(subject: Subject, id: str, values: Sequence[DenominatorValue]) -> Iterator[Finding]:
    """Each estimate far from the last one that is to be trusted: the one before, unless that stands alone."""
    trusted = values[0]
    for i, value in enumerate(values[1:], 1):
        low, high = _usual(trusted, value.reference_date)
        if low <= value.value <= high:
            trusted = value
            continue
        if "checked" not in value.source.lower():
            found = f"{value.value:,} after {trusted.value:,} ({trusted.reference_date})"
            expected = f"about {low:,} to {high:,}"
            yield subject.finding("denominator-jump", paths.denominator_values(id), (i,), found, expected)
        following = values[i + 1] if i + 1 < len(values) else value
        low, high = _usual(value, following.reference_date)
        if low <= following.value <= high:
            trusted = value


def _usual(before: DenominatorValue, day: date) -> tuple[int, int]:
    """The range of an estimate for a later day; less than a year counts as one."""
    years = max(Fraction(reference_age(before, day), 12), Fraction(1))
    change = _A_YEAR * years
    low = max(before.value * (1 - change), before.value / _AT_ALL)
    high = min(before.value * (1 + change), before.value * _AT_ALL)
    return math.ceil(low), math.floor(high)
