"""Facts that do not go together: ends before starts, and keys that a kind or a state asks for or excludes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.findings import Finding
from cspsite.model import Action, Group, Kind, Meeting, Target
from cspsite.periods import Month, Period

_Key = tuple[str | int, ...]

#: The numbers that each kind of target goes by.
_NUMBERS: dict[Kind, tuple[str, ...]] = {
    "reduce_by_percent": ("change",),
    "increase_by_percent": ("change",),
    "reach_value": ("value",),
    "hold": (),
    "directional": ("change", "value"),
}
_A_YEAR = "a period of twelve months, such as 2003/04"


def check(subject: Subject) -> Iterator[Finding]:
    """The partnership's strategy and meetings, and every group."""
    yield from _strategy(_Facts(subject, paths.PARTNERSHIP, ("strategy",)), subject)
    for i, meeting in enumerate(subject.data.partnership.meetings):
        yield from _meeting(_Facts(subject, paths.PARTNERSHIP, ("meetings", i)), meeting)
    for id, group in subject.data.groups.items():
        yield from _group(subject, paths.group(id), group)


class _Facts:
    """The findings about one record of a file."""

    def __init__(self, subject: Subject, path: str, key: _Key) -> None:
        self.subject = subject
        self.path = path
        self.key = key

    def wrong(self, name: str, value: object, expected: str) -> Finding:
        """A value that does not go with the others."""
        return self.subject.finding("wrong-value", self.path, (*self.key, name), f"{name}: {value}", expected)

    def missing(self, name: str, expected: str) -> Finding:
        """A key that the others ask for."""
        advice = f"Add a line {name}: …"
        return self.subject.finding("missing-key", self.path, self.key, f"no {name}", expected, advice)

    def order(self, first: date | None, name: str, second: date | None, words: str) -> Iterator[Finding]:
        """A finding when the second day, which `name` gives, is before the first."""
        if first and second and second < first:
            yield self.wrong(name, second, f"{words}, {first}")

    def year(self, baseline: Period | None) -> Iterator[Finding]:
        """A finding when a baseline is not twelve months long."""
        if baseline and baseline.length != 12:
            yield self.wrong("baseline", baseline.words, _A_YEAR)


def _strategy(facts: _Facts, subject: Subject) -> Iterator[Finding]:
    strategy = subject.data.partnership.strategy
    yield from facts.order(strategy.start, "end", strategy.end, "not before the start")
    yield from facts.year(strategy.baseline)


def _meeting(facts: _Facts, meeting: Meeting) -> Iterator[Finding]:
    own = Month.containing(meeting.date)
    if meeting.data_to >= own:
        yield facts.wrong("data_to", meeting.data_to, f"a month before the meeting's own, {own}")
    if meeting.papers_due and meeting.papers_due > meeting.date:
        yield facts.wrong("papers_due", meeting.papers_due, f"not after the meeting, {meeting.date}")


def _group(subject: Subject, path: str, group: Group) -> Iterator[Finding]:
    yield from _Facts(subject, path, ()).order(group.starts, "ends", group.ends, "not before it starts")
    for i, target in enumerate(group.targets):
        yield from _target(_Facts(subject, path, ("targets", i)), target)
    for i, action in enumerate(group.actions):
        yield from _action(_Facts(subject, path, ("actions", i)), action)


def _target(facts: _Facts, target: Target) -> Iterator[Finding]:
    if target.start and target.end and target.end <= target.start:
        yield facts.wrong("end", target.end, f"after its start, {target.start}")
    yield from facts.year(target.baseline)
    if target.kind == "directional" and target.direction is None:
        yield facts.missing("direction", "direction: increase or decrease")
    for name, given in (("change", target.change), ("value", target.value)):
        if given is not None and name not in _NUMBERS[target.kind]:
            yield facts.wrong(name, given, f"no {name} for kind: {target.kind}")


def _action(facts: _Facts, action: Action) -> Iterator[Finding]:
    yield from facts.order(action.start, "due", action.due, "not before its start")
    if action.state == "closed" and action.closed is None:
        yield facts.missing("closed", "the day on which it was closed")
    if action.state == "open" and action.closed is not None:
        yield facts.wrong("closed", action.closed, "state: closed, or no such day")
