"""From one meeting to a later one: what their reports say otherwise, and what else changed in the data meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import takewhile

from cspsite.changes.basis import with_parts
from cspsite.changes.between import between
from cspsite.changes.change import Change
from cspsite.changes.compare import PARTS, compared, in_order
from cspsite.changes.link import Link
from cspsite.changes.presence import MeetingAdded
from cspsite.changes.present import Present
from cspsite.changes.receipt import ReportAfterMeeting, ReportMissing
from cspsite.changes.reports import reports
from cspsite.changes.rows import shared
from cspsite.changes.status import StatusChanged, Suggestion
from cspsite.changes.version import Version
from cspsite.model import Observation, Report, Target
from cspsite.periods import Month


def since(then: Version, later: Version, present: Version, before: date, after: date) -> list[Change]:
    """Every change from the meeting `before` to the meeting `after`, what matters first, by the names of `present`.

    Reports are compared as they stand at `present`. All else is compared as the two meetings had it, in the versions
    `then` and `later`: definitions, targets, actions, counts, what the figures suggested beside a status, and what
    reports to earlier meetings were corrected in.
    """
    return in_order(_Since(then, later, present, before, after).changes())


@dataclass(frozen=True)
class _Since:
    """Two meetings, with what each had before it, and what there is now."""

    then: Version
    later: Version
    present: Version
    before: date
    after: date

    def changes(self) -> Iterator[Change]:
        """What the reports say otherwise, then what else changed."""
        reported = between(self.present, self.before, self.after)
        told = {_about(change) for change in reported}
        yield from (self.seen(change) if isinstance(change, StatusChanged) else change for change in reported)
        for change in map(self.names.told, compared(self.link, PARTS | {"reports": self.reports})):
            if _about(change) not in told and (left := self.left(change)):
                yield left

    @cached_property
    def link(self) -> Link:
        """What in the earlier version is what in the later one."""
        return Link(self.then, self.later)

    @cached_property
    def names(self) -> Present:
        """What all of it is called now."""
        return Present(self.link, Link(self.later, self.present))

    def reports(self, link: Link) -> Iterator[Change]:
        """Changes of reports; of statuses only where a group has no report to the meeting before to compare with."""
        known = self.present.data.reports
        return reports(link, [id for id in self.later.data.groups if (self.names.group(id), self.before) not in known])

    def left(self, change: Change) -> Change | None:
        """The change, if the reports as they stand now do not tell of it already."""
        subject = change.subject
        if isinstance(change, MeetingAdded) or subject.sort == "meeting" or subject.meeting != self.after:
            return None if isinstance(change, MeetingAdded) and subject.meeting == self.after else change
        if isinstance(change, ReportMissing):
            return ReportAfterMeeting(subject=subject, formerly=change.formerly)
        return change if isinstance(change, StatusChanged) else None

    def seen(self, change: StatusChanged) -> StatusChanged:
        """The change of a status, with what the figures suggested as each meeting had them.

        Where a count is withheld it stays with what they suggest as they stand now: see `Version.withheld_years`.
        """
        named = self.names.then(change.subject.group, change.subject.target)
        then, later = _Served.of(self.then, *named[0]), _Served.of(self.later, *named[1])
        redefined = bool(then.target and later.target and self.link.redefined(then.target, later.target))
        if then.withholds or later.withholds:
            return replace(change, redefined=redefined)
        today = _Served.of(self.present, change.subject.group, change.subject.target)
        old, new = (self.present.data.reports[change.subject.group, day] for day in (self.before, self.after))
        before = then.suggestion(old, today, change.before)
        return replace(change, redefined=redefined, before=before, after=later.suggestion(new, today, change.after))


@dataclass(frozen=True)
class _Served:
    """The target that a status is about, as one version has it; None where it has none."""

    version: Version
    group: str
    target: Target | None

    @classmethod
    def of(cls, version: Version, group: str, target: str) -> _Served:
        """The target of a group, by the ids that both have in the version."""
        known = version.data.groups.get(group)
        return cls(version, group, known.target(target) if known else None)

    @property
    def withholds(self) -> bool:
        """Whether the version withholds a count of the target's indicator."""
        return self.target is not None and bool(self.version.withheld_years(self.target.indicator))

    def suggestion(self, report: Report, other: _Served, known: Suggestion | None) -> Suggestion | None:
        """What the figures of the version suggest of the target to the month of a report.

        It is the `known` one of the other version, where both rest on the same: most do, and figures take time.
        """
        if self.target is None:
            return None
        if self.rests_on_the_same(other, report.data_to):
            return known
        named = report.model_copy(update={"group": self.group})
        return self.version.suggestion(self.version.data.groups[self.group], self.target, named)

    def rests_on_the_same(self, other: _Served, month: Month) -> bool:
        """Whether the figures of the target rest on the same in the other version; the markers of counts may differ."""
        if self.target is None or self.target != other.target:
            return False
        one, two = self.version.data, other.version.data
        strategies = one.partnership.strategy, two.partnership.strategy
        if strategies[0] != strategies[1] or one.partnership.rules != two.partnership.rules:
            return False
        if one.denominators != two.denominators or one.denominator_values != two.denominator_values:
            return False
        until = max(month, (self.target.baseline or strategies[0].baseline).end)
        return all(
            one.indicators.get(id) == two.indicators.get(id)
            and _counted_alike(one.observations.get(id, ()), two.observations.get(id, ()), until)
            for id in with_parts(one, [self.target.indicator])
        )


def _counted_alike(old: Sequence[Observation], new: Sequence[Observation], until: Month) -> bool:
    """Whether two series have the same counts to a month, row by row."""
    same = shared(old, new)
    then, later = ([(row.period, row.count) for row in _until(until, rows[same:])] for rows in (old, new))
    return then == later


def _until(month: Month, rows: Sequence[Observation]) -> Iterator[Observation]:
    """The rows that begin no later than a month; they are in the order of time."""
    return takewhile(lambda row: row.period.start <= month, rows)


def _about(change: Change) -> tuple[object, ...]:
    subject = change.subject
    return (change.kind, subject.sort, subject.group, subject.id, subject.target, subject.meeting)
