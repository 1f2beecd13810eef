"""Which group owes which report, and by when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cspsite import paths
from cspsite.model import Data, Group, Meeting

#: How many days ahead papers may be due for a meeting after the next one to be told already.
WITHIN = 28


@dataclass(frozen=True, slots=True)
class Owed:
    """A report that is not there: whose it is, to which meeting, and by which day it is due."""

    id: str
    group: Group
    meeting: Meeting

    @property
    def by(self) -> date:
        """The day the papers are due; where the meeting has none, its own."""
        return self.meeting.papers_due or self.meeting.date

    @property
    def path(self) -> str:
        """Where its file belongs in the data folder."""
        return paths.report(self.id, self.meeting.date)

    def days_left(self, on: date) -> int:
        """How many days there are until it is due; below 0 it is overdue."""
        return (self.by - on).days


@dataclass(frozen=True, slots=True)
class Waiting:
    """The meetings that have no report of a group which existed then.

    `to_come` are those after its last report, the first to be held first; `missed` those before it, the latest first.
    """

    to_come: tuple[Meeting, ...]
    missed: tuple[Meeting, ...]


def waiting(data: Data, id: str, present: Collection[str] = ()) -> Waiting:
    """Which meetings wait for a report of a group.

    `present` are the paths of all files in the data folder, whether they can be read or not: a report that cannot be
    read is no missing one. Those that could be read count anyway.
    """
    reported = {day for owner, day in data.reports if owner == id}
    reported |= {one.date for one in data.meetings if paths.report(id, one.date) in present}
    last = max(reported, default=date.min)
    missed = [one for one in data.meetings if _lacks(data, one, id, present)]
    return Waiting(
        tuple(one for one in missed if one.date > last),
        tuple(one for one in reversed(missed) if one.date < last),
    )


def missing(data: Data, meeting: Meeting, present: Collection[str] = ()) -> list[Owed]:
    """The reports that a meeting has not, in the order of the groups; `present` is as in `waiting`."""
    return [Owed(id, group, meeting) for id, group in data.groups.items() if _lacks(data, meeting, id, present)]


def _lacks(data: Data, meeting: Meeting, id: str, present: Collection[str]) -> bool:
    """Whether a group existed at a meeting, and its report is not there."""
    is_there = (id, meeting.date) in data.reports or paths.report(id, meeting.date) in present
    return data.groups[id].active_on(meeting.date) and not is_there


def owed(data: Data, present: Collection[str], on: date, within: int = WITHIN) -> list[Owed]:
    """The reports that are not there on a day, the first to be due first.

    They are those to the next meeting, those to later ones whose papers are due `within` so many days, and those to
    the last meeting held, unless the group has reported to a later one. Reports missed longer ago are findings, and
    nobody waits for them. `present` is as in `waiting`.
    """
    meetings, found = [*_meetings(data, on, within)], []
    for id, group in data.groups.items():
        known = waiting(data, id, present)
        open_to = [*known.to_come, *(meeting for meeting in known.missed if meeting.date >= on)]
        found += [Owed(id, group, meeting) for meeting in meetings if meeting in open_to]
    return sorted(found, key=lambda one: (one.by, one.meeting.date, one.id))


def _meetings(data: Data, on: date, within: int) -> Iterator[Meeting]:
    """The last meeting held, the next one, and those whose papers are due soon."""
    held = [meeting for meeting in data.meetings if meeting.date < on]
    ahead = [meeting for meeting in data.meetings if meeting.date >= on]
    yield from held[-1:]
    yield from ahead[:1]
    last = on + timedelta(days=within)
    yield from (meeting for meeting in ahead[1:] if (meeting.papers_due or meeting.date) <= last)
