"""Counts that cannot be, are unlikely, come from nowhere, or do not add up."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from statistics import median

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.disclosure import small
from cspsite.findings import Finding
from cspsite.model import Indicator
from cspsite.periods import Period

#: How many typical deviations from its neighbours' median a count may lie, and how many neighbours on a side.
_FAR, _NEIGHBOURS = 5, 6
#: How many neighbours a short series must have, and how far from them a count must lie, for a digit to seem wrong.
_FEW, _AT_LEAST = 2, 20


def check(subject: Subject) -> Iterator[Finding]:
    """Every indicator's definition and counts."""
    for id, indicator in subject.data.indicators.items():
        yield from _provenance(subject, id, indicator)
        yield from _components(subject, id, indicator)
        yield from _times(subject, id)
        yield from _outliers(subject, id)
        yield from _below_threshold(subject, id)


def _provenance(subject: Subject, id: str, indicator: Indicator) -> Iterator[Finding]:
    path = paths.indicator(id)
    if subject.unreadable(path) or (indicator.components and not subject.data.observations.get(id)):
        return
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
    if len(parts) == len(indicator.components) and parts and not any(subject.doubtful(part) for part in parts):
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
        totals = [subject.counted[part].total(observation.period).count for part in parts]
        known = [count for count in totals if count is not None]
        if observation.count is not None and len(known) == len(totals) and sum(known) != observation.count:
            names = ", ".join(parts)
            number, expected = str(observation.count), " + ".join(map(str, known)) + f" = {sum(known)} ({names})"
            if _may_be_withheld(subject, (id, *parts), observation.period):
                number, expected = "[c]", f"the sum of its parts, [c] ({names})"
            found = f"{observation.period.words}: {number}"
            yield subject.finding("components-differ", paths.series(id), (i,), found, expected)


def _may_be_withheld(subject: Subject, ids: Sequence[str], period: Period) -> bool:
    """Whether a limit holds for any of the indicators, or any is withheld: a finding is published, and would tell."""
    published = subject.figures.series
    return any(id in subject.limits or published[id].total(period).count is None for id in ids)


def _times(subject: Subject, id: str) -> Iterator[Finding]:
    path = paths.series(id)
    sound = not subject.unreadable(paths.PARTNERSHIP) and len(subject.meetings) == len(subject.data.meetings)
    latest = max((meeting.data_to for meeting in subject.meetings), default=None) if sound else None
    after: list[int] = []
    for i, observation in enumerate(subject.data.observations.get(id, ())):
        if subject.lines.place(path, i) in subject.errors:
            continue
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
    """Counts far from those around them: of published counts only, as the finding is published and tells a count."""
    published = {o.period for o in subject.figures.series[id].observations() if o.count is not None}
    rows = [(i, o) for i, o in enumerate(subject.data.observations.get(id, ())) if o.period in published]
    for n, (i, observation) in enumerate(rows):
        near = rows[max(n - _NEIGHBOURS, 0) : n] + rows[n + 1 : n + 1 + _NEIGHBOURS]
        counts = [other.count for _, other in near if other.count is not None]
        assert observation.count is not None
        usual = _usual(observation.count, counts) if "checked" not in observation.note.lower() else None
        if usual is not None:
            low, high = usual
            found = f"{observation.period.words}: {observation.count}"
            advice = "Check it; if it is right, write 'checked' and the reason in its note."
            yield subject.finding("count-outlier", paths.series(id), (i,), found, f"about {low} to {high}", advice)


def _below_threshold(subject: Subject, id: str) -> Iterator[Finding]:
    """Counts that the site withholds and the repository does not; how many they are tells nothing about each."""
    limit = subject.limits.get(id, 0)
    rows = [i for i, o in enumerate(subject.data.observations.get(id, ())) if small(o.count, limit)]
    if rows:
        counts = "1 count" if len(rows) == 1 else f"{len(rows)} counts"
        found, expected = f"{counts} from 1 to {limit - 1}", "counts that may be public"
        yield subject.finding("counts-below-threshold", paths.series(id), (rows[0],), found, expected)


def _usual(count: int, near: Sequence[int]) -> tuple[int, int] | None:
    """The range that the neighbours make usual, when the count lies outside it; else None.

    A typical deviation is 1.4826 median absolute deviations, or the square root of the median if that is more.
    In a short series all is usual from a tenth of the smallest count to ten times the largest.
    """
    if len(near) >= _NEIGHBOURS:
        middle = median(near)
        spread = max(1.4826 * median(abs(other - middle) for other in near), math.sqrt(middle), 1)
        low, high = max(math.ceil(middle - _FAR * spread), 0), math.floor(middle + _FAR * spread)
    elif len(near) >= _FEW and (count - max(near) >= _AT_LEAST or min(near) - count >= _AT_LEAST):
        low, high = math.ceil(min(near) / 10), 10 * max(near)
    else:
        return None
    return None if low <= count <= high else (low, high)
