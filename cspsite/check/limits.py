"""New limits of a control chart that begin where no chart can begin anew."""

from __future__ import annotations

from collections.abc import Iterator

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.findings import Finding
from cspsite.model import Indicator


def check(subject: Subject) -> Iterator[Finding]:
    """Every `new_limits` of every indicator whose counts can be read."""
    for id, indicator in subject.data.indicators.items():
        if not subject.doubtful(id):
            yield from _of_indicator(subject, id, indicator)


def _of_indicator(subject: Subject, id: str, indicator: Indicator) -> Iterator[Finding]:
    span = subject.figures.series[id].span
    for i, entry in enumerate(indicator.new_limits):
        found = f"since: {entry.since}"
        if indicator.frequency == "year":
            found, expected = f"{found}, for counts by the year", "counts by the month or quarter"
        elif span is None or not span.start < entry.since <= span.end:
            expected = f"a month after {span.start}, up to {span.end}" if span else "counts"
        else:
            continue
        yield subject.finding("limits-unused", paths.indicator(id), ("new_limits", i, "since"), found, expected)
