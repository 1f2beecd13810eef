"""From one meeting to a later one: what their reports say otherwise, and what else changed in the data meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cspsite.changes.between import between
from cspsite.changes.change import Change
from cspsite.changes.compare import PARTS, compared, in_order
from cspsite.changes.link import Link, turned
from cspsite.changes.presence import MeetingAdded
from cspsite.changes.receipt import ReportAfterMeeting, ReportMissing
from cspsite.changes.reports import reports
from cspsite.changes.status import StatusChanged
from cspsite.changes.version import Version


def since(then: Version, later: Version, present: Version, before: date, after: date) -> list[Change]:
    """Every change from the meeting `before` to the meeting `after`, what matters first.

    Reports are compared as they stand at `present`. All else is compared as the two meetings had it, in the versions
    `then` and `later`: definitions, targets, actions, counts, and what reports to earlier meetings were corrected in.
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
        link = Link(self.then, self.later)
        yield from (_flagged(link, change) for change in reported)
        for change in compared(link, PARTS | {"reports": self.reports}):
            if _about(change) not in told and (left := self.left(change)):
                yield left

    def reports(self, link: Link) -> Iterator[Change]:
        """Changes of reports; of statuses only where a group has no report to the meeting before to compare with."""
        groups = self.later.data.groups
        return reports(link, [id for id in groups if (id, self.before) not in self.present.data.reports])

    def left(self, change: Change) -> Change | None:
        """The change, if the reports as they stand now do not tell of it already."""
        subject = change.subject
        if isinstance(change, MeetingAdded) or subject.sort == "meeting" or subject.meeting != self.after:
            return None if isinstance(change, MeetingAdded) and subject.meeting == self.after else change
        if isinstance(change, ReportMissing):
            return ReportAfterMeeting(subject=subject, formerly=change.formerly)
        return change if isinstance(change, StatusChanged) else None


def _about(change: Change) -> tuple[object, ...]:
    subject = change.subject
    return (change.kind, subject.sort, subject.group, subject.id, subject.target, subject.meeting)


def _flagged(link: Link, change: Change) -> Change:
    """The change of a status with whether its target was redefined in between; any other change as it is."""
    if not isinstance(change, StatusChanged):
        return change
    id, target = change.subject.group, change.subject.target
    former = turned(link.groups.renamed).get(id, id)
    old, new = link.old.data.groups.get(former), link.new.data.groups.get(id)
    was = turned(link.members(former, id).targets.renamed).get(target, target)
    both = (old.target(was) if old else None), (new.target(target) if new else None)
    redefined = both[0] is not None and both[1] is not None and link.redefined(both[0], both[1])
    return replace(change, redefined=True) if redefined else change
