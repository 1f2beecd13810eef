"""Ids that point nowhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.findings import Finding, nearest
from cspsite.model import Group, Indicator

_Key = tuple[str | int, ...]


def check(subject: Subject) -> Iterator[Finding]:
    """Every id in indicators and groups must name something that is there."""
    for id, indicator in subject.data.indicators.items():
        yield from _of_indicator(subject, paths.indicator(id), indicator)
    for id, group in subject.data.groups.items():
        yield from _of_group(subject, paths.group(id), group)


def _of_indicator(subject: Subject, path: str, indicator: Indicator) -> Iterator[Finding]:
    for i, component in enumerate(indicator.components):
        yield from _points(subject, path, ("components", i), component, subject.data.indicators, paths.indicator)
    if indicator.measure:
        yield from _denominator(subject, path, ("measure", "per"), indicator.measure.per)


def _of_group(subject: Subject, path: str, group: Group) -> Iterator[Finding]:
    for i, target in enumerate(group.targets):
        key = ("targets", i)
        yield from _points(
            subject, path, (*key, "indicator"), target.indicator, subject.data.indicators, paths.indicator
        )
        if target.measure:
            yield from _denominator(subject, path, (*key, "measure", "per"), target.measure.per)
    known = [target.id for target in group.targets]
    if subject.unreadable(path):
        return
    for i, action in enumerate(group.actions):
        for j, id in enumerate(action.targets):
            if id not in known:
                yield _unknown(subject, path, ("actions", i, "targets", j), id, known)


def _denominator(subject: Subject, path: str, key: _Key, id: str) -> Iterator[Finding]:
    return _points(subject, path, key, id, subject.data.denominators, paths.denominator)


def _points(
    subject: Subject, path: str, key: _Key, id: str, known: Collection[str], file: Callable[[str], str]
) -> Iterator[Finding]:
    if id not in known and not subject.unreadable(file(id)):
        yield _unknown(subject, path, key, id, known)


def _unknown(subject: Subject, path: str, key: _Key, id: str, known: Collection[str]) -> Finding:
    close = nearest(id, known)
    advice = f"Did you mean {close}?" if close else ""
    return subject.finding("unknown-id", path, key, id, "one of " + (", ".join(known) or "none yet"), advice)
