"""Counts that cannot be, are unlikely, come from nowhere, or do not add up."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from statistics import median

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.figures import reference_age
from cspsite.findings import Finding
from cspsite.model import Indicator, Observation

#: How many typical deviations from its neighbours' median a count may lie, and how many neighbours on a side.
_FAR, _NEIGHBOURS = 5, 6


def check(subject: Subject) -> Iterator[Finding]:
    """Every indicator's definition and counts, and every denominator."""
    for id, indicator in subject.data.indicators.items():
        yield from _provenance(subject, id, indicator)
        yield from _components(subject, id, indicator)
        yield from _times(subject, id)
        yield from _outliers(subject, id)
    yield from _denominators(subject)


def _provenance(subject: Subject, id: str, indicator: Indicator) -> Iterator[Finding]:
    if indicator.components and not subject.data.observations.get(id):
        return
    path = paths.indicator(id)
    if indicator.source is None:
        yield subject.finding("source-missing", path, ("source",), f"no source for {indicator.name}", "who recorded it")
    if indicator.extracted is None and subject.data.observations.get(id):
        found = f"no extract date for {indicator.name}"
        yield subject.finding("extract-date-missing", path, ("extracted",), found, "extracted: 2006-08-14, say")


def _components(subject: Subject, id: str, indicator: Indicator) -> Iterator[Finding]:
    path = paths.indicator(id)
    parts = [part for part in indicator.components if part in subject.data.indicators]
    if _contains_itself(subject, id):
        yield subject.finding("components-unfit", path, ("components",), f"{id} within itself", "other indicators")
        return
    for part in parts:
        if subject.data.indicators[part].frequency != indicator.frequency:
            found = f"{part} by {subject.data.indicators[part].frequency}"
            yield subject.finding("components-unfit", path, ("components",), found, f"counts by {indicator.frequency}")
            return
    if len(parts) == len(indicator.components) and parts:
        yield from _sums(subject, id, parts)


def _contains_itself(subject: Subject, id: str) -> bool:
    reached, waiting = set[str](), [id]
    while waiting:
        indicator = subject.data.indicators.get(waiting.pop())
        for part in indicator.components if indicator else ():
            if part == id:
                return True
            if part not in reached:
                reached.add(part)
                waiting.append(part)
    return False


def _sums(subject: Subject, id: str, parts: list[str]) -> Iterator[Finding]:
    for i, observation in enumerate(subject.data.observations.get(id, ())):
        totals = [subject.figures.series[part].total(observation.period).count for part in parts]
        known = [count for count in totals if count is not None]
        if observation.count is not None and len(known) == len(totals) and sum(known) != observation.count:
            found = f"{observation.period.words}: {observation.count}"
            expected = " + ".join(map(str, known)) + f" = {sum(known)} ({', '.join(parts)})"
            yield subject.finding("components-differ", paths.series(id), (i,), found, expected)


def _times(subject: Subject, id: str) -> Iterator[Finding]:
    path = paths.series(id)
    latest = max((meeting.data_to for meeting in subject.data.meetings), default=None)
    after: list[int] = []
    for i, observation in enumerate(subject.data.observations.get(id, ())):
        if observation.period.end.last_day >= subject.today:
            found = f"{observation.period.words}, on {subject.today}"
            yield subject.finding("period-in-future", path, (i,), found, "complete periods only")
        elif latest and observation.period.end > latest:
            after.append(i)
    if after:
        first = subject.data.observations[id][after[0]].period.words
        found = first if len(after) == 1 else f"{len(after)} periods from {first}"
        yield subject.finding("period-after-data", path, (after[0],), found, f"up to {latest}, the last meeting's data")


def _outliers(subject: Subject, id: str) -> Iterator[Finding]:
    rows = [(i, o) for i, o in enumerate(subject.data.observations.get(id, ())) if o.count is not None]
    for n, (i, observation) in enumerate(rows):
        near = rows[max(n - _NEIGHBOURS, 0) : n] + rows[n + 1 : n + 1 + _NEIGHBOURS]
        if len(near) >= _NEIGHBOURS and "checked" not in observation.note.lower():
            usual = _usual(observation, [other for _, other in near])
            if usual is not None:
                low, high = usual
                found = f"{observation.period.words}: {observation.count}"
                advice = "Check it; if it is right, write 'checked' and the reason in its note."
                yield subject.finding("count-outlier", paths.series(id), (i,), found, f"about {low} to {high}", advice)


def _usual(observation: Observation, near: Sequence[Observation]) -> tuple[int, int] | None:
    """The range that the neighbours make usual, when the count lies outside it; else None.

    A typical deviation is 1.4826 median absolute deviations, or the square root of the median if that is more.
    """
    counts = [other.count for other in near if other.count is not None]
    middle = median(counts)
    spread = max(1.4826 * median(abs(count - middle) for count in counts), math.sqrt(middle), 1)
    low, high = max(math.ceil(middle - _FAR * spread), 0), math.floor(middle + _FAR * spread)
    assert observation.count is not None
    return None if low <= observation.count <= high else (low, high)


def _denominators(subject: Subject) -> Iterator[Finding]:
    limit = subject.data.partnership.rules.denominator_max_age_months
    if not subject.data.meetings:
        return
    last = subject.data.meetings[-1]
    for id, values in subject.data.denominator_values.items():
        if not values or id not in subject.data.denominators:
            continue
        age = reference_age(values[-1], last.data_to.last_day)
        if age > limit:
            found = f"{values[-1].reference_date}, {age} months before the data of {last.date}"
            key = (len(values) - 1,)
            yield subject.finding(
                "denominator-old", paths.denominator_values(id), key, found, f"at most {limit} months"
            )
