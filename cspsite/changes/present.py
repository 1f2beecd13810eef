"""What the things of an earlier version are called now, so that they are told by one name beside those of today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from cspsite.changes.change import Change
from cspsite.changes.link import Link, turned
from cspsite.changes.restated import Move, Moving
from cspsite.changes.subject import (
    Subject,
    of_action,
    of_denominator,
    of_group,
    of_indicator,
    of_issue,
    of_meeting,
    of_report,
    of_target,
    of_update,
)
from cspsite.model import Group


class Present:
    """The names of today; `before` leads from one earlier version to another, `since` from that one to today's."""

    def __init__(self, before: Link, since: Link) -> None:
        self._before = before
        self._since = since

    def told(self, change: Change) -> Change:
        """A change between the two earlier versions, about things as they are called now."""
        named = replace(change, subject=self.subject(change.subject))
        return replace(named, moves=tuple(map(self._move, named.moves))) if isinstance(named, Moving) else named

    def _move(self, move: Move) -> Move:
        return replace(move, report=self.subject(move.report), indicator=self.subject(move.indicator))

    def group(self, id: str) -> str:
        """The id that a group has now."""
        later = self._later(id)
        return self._since.groups.renamed.get(later, later)

    def _later(self, id: str) -> str:
        """The id that a group had in the later of the two versions; of one that was gone by then, its own."""
        return id if id in self._since.old.data.groups else self._before.groups.renamed.get(id, id)

    def subject(self, subject: Subject) -> Subject:
        """A thing of either version as it is called now; one that there is no more as it was called then."""
        data = self._since.new.data
        if subject.sort == "meeting":
            return of_meeting(self._day(date.fromisoformat(subject.id)))
        if subject.sort == "indicator":
            id = self._since.indicators.renamed.get(subject.id, subject.id)
            return of_indicator(id, data.indicators[id]) if id in data.indicators else subject
        if subject.sort == "denominator":
            id = self._since.denominators.renamed.get(subject.id, subject.id)
            return of_denominator(id, data.denominators[id]) if id in data.denominators else subject
        id = self.group(subject.group)
        return self._of_group(subject, id, data.groups[id]) if id in data.groups else subject

    def _of_group(self, subject: Subject, id: str, group: Group) -> Subject:
        """A group, or something of a group, that there still is."""
        day = self._day(subject.meeting) if subject.meeting else None
        if subject.sort == "group":
            return of_group(id, group)
        if day and subject.sort == "report":
            return of_report(id, group, day)
        if day and subject.sort == "issue":
            return of_issue(of_report(id, group, day), subject.name)
        return self._member(replace(subject, group=id, group_name=group.name, meeting=day), group)

    def _member(self, subject: Subject, group: Group) -> Subject:
        """A target or an action of a group, which has its name of today already."""
        members = self._since.members(
            turned(self._since.groups.renamed).get(subject.group, subject.group), subject.group
        )
        if subject.sort == "target":
            target = group.target(members.targets.renamed.get(subject.id, subject.id))
            return of_target(subject.group, group, target) if target else subject
        action = group.action(members.actions.renamed.get(subject.id, subject.id))
        if action is None:
            return subject
        if subject.meeting is None:
            return of_action(subject.group, group, action)
        served = members.targets.renamed.get(subject.target, subject.target) or None
        return of_update(subject.group, group, (action.id, served), subject.meeting)

    def _day(self, day: date) -> date:
        return self._days.get(day, day)

    @cached_property
    def _days(self) -> Mapping[date, date]:
        """The day that each meeting which was moved is on now."""
        return {old[0]: new[0] for old, new in self._since.meetings.both if old != new}

    def then(self, group: str, target: str) -> tuple[tuple[str, str], tuple[str, str]]:
        """What a target of today, and its group, were called in the two versions: group's id, then target's."""
        later = _was(self._since, group, target)
        return _was(self._before, *later), later


def _was(link: Link, group: str, target: str) -> tuple[str, str]:
    former = turned(link.groups.renamed).get(group, group)
    return former, turned(link.members(former, group).targets.renamed).get(target, target)
