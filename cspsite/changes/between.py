"""Two meetings of one version: what each group's report says otherwise than its report to the earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cspsite.changes import kinds, parts, presence, receipt
from cspsite.changes.about import about
from cspsite.changes.change import Change
from cspsite.changes.compare import in_order
from cspsite.changes.link import Link
from cspsite.changes.lists import texts
from cspsite.changes.reports import issues
from cspsite.changes.shown import shown
from cspsite.changes.sides import Side, changed_statuses, numbered_updates, update_pairs
from cspsite.changes.subject import Subject, of_action, of_group, of_report, of_update
from cspsite.changes.version import Version
from cspsite.model import Action, Data, Group, OtherIssue
from cspsite.statuses import NOT_REPORTED

#: The texts of an update that a board reads.
_TEXTS = ("progress", "plans", "remedial_action")
_ACHIEVEMENT = parts.AchievementAdded, parts.AchievementRemoved
_BARRIER = parts.BarrierAdded, parts.BarrierRemoved


def between_meetings(data: Data, before: date, after: date) -> list[Change]:
    """What changed from one meeting to a later one, as both stand in this version, what matters first.

    Texts are compared as they are read, with the figures that they quote. An achievement that only the earlier report
    has is not told as gone, and neither is another order.
    """
    return between(Version(data), before, after)


def between(version: Version, before: date, after: date) -> list[Change]:
    """The same of a version that other comparisons use too."""
    link = Link(version, version)
    groups = version.data.groups.items()
    return in_order(change for id, group in groups for change in _Meetings(link, id, group, before, after).changes())


@dataclass(frozen=True)
class _Meetings:
    """One group at two meetings."""

    link: Link
    id: str
    group: Group
    before: date
    after: date

    def changes(self) -> Iterator[Change]:
        """Whether the group and its report are there, its actions, and then what the two reports say otherwise."""
        yield from self.presence()
        yield from self.actions()
        old, new = self.sides
        if old.report and new.report:
            yield from changed_statuses(self.link, old, new)
            yield from self.gone(old, new)
            yield from self.boxes(old, new)
            yield from self.wording(old, new)

    @property
    def sides(self) -> tuple[Side, Side]:
        """The group's reports to the two meetings."""
        reports, version = self.link.new.data.reports, self.link.new
        sides = (Side(version, self.id, self.group, day, reports.get((self.id, day))) for day in self._days)
        old, new = sides
        return old, new

    @property
    def _days(self) -> tuple[date, date]:
        return self.before, self.after

    def since(self, day: date | None) -> bool:
        """Whether a day lies after the earlier meeting, and not after the later one."""
        return day is not None and self.before < day <= self.after

    def presence(self) -> Iterator[Change]:
        """Whether the group began or ended, and whether its report to the later meeting is missing."""
        whom = about(None, of_group(self.id, self.group))
        if self.since(self.group.starts):
            yield whom.tell(presence.GroupAdded, new=self.group.name)
        if self.since(self.group.ends):
            yield whom.tell(kinds.GroupEnded, new=shown(self.group.ends))
        old, new = self.sides
        report = about(None, of_report(self.id, self.group, self.after))
        if new.report is None and self.group.active_on(self.after):
            yield report.tell(receipt.ReportMissing)
        elif new.report and old.report is None:
            yield report.tell(receipt.ReportReceived)

    def actions(self) -> Iterator[Change]:
        """Each action that began or was closed in between."""
        for action in self.group.actions:
            whom = about(None, of_action(self.id, self.group, action))
            if self.since(action.start):
                yield whom.tell(presence.ActionAdded, new=action.title)
            if self.closed(action):
                yield whom.tell(kinds.ActionClosed, old="open", new=f"closed on {shown(action.closed)}")

    def closed(self, action: Action) -> bool:
        """Whether an action was closed in between."""
        return action.state == "closed" and self.since(action.closed)

    def gone(self, old: Side, new: Side) -> Iterator[Change]:
        """Updates that only the earlier report has, though nothing says that their action is closed."""
        earlier, expected = numbered_updates(old.updates), new.statuses()
        for key in update_pairs(self.link, old, new).gone:
            update, action = earlier[key], self.group.action(key[0])
            whom = about(of_update(self.id, self.group, update.key, self.before), None)
            if action is None:
                yield whom.tell(presence.ActionVanished, old=update.heading or update.action)
            elif action.state == "open" and update.key not in expected:
                yield whom.tell(parts.UpdateRemoved, old=update.status or NOT_REPORTED)

    def boxes(self, old: Side, new: Side) -> Iterator[Change]:
        """Achievements, barriers and other issues."""
        if old.report is None or new.report is None:
            return
        whom = about(*self.subjects)
        then, now = _Read(old), _Read(new)
        found = [
            *texts(whom, "achievement", (then.achievements, now.achievements), _ACHIEVEMENT, _same),
            *texts(whom, "barrier", (then.barriers, now.barriers), _BARRIER, _same),
            *issues(self.link, whom, then.issues, now.issues),
        ]
        untold = kinds.OrderChanged, parts.AchievementRemoved
        yield from (change for change in found if not isinstance(change, untold))

    @property
    def subjects(self) -> tuple[Subject, Subject]:
        """The two reports."""
        old, new = (of_report(self.id, self.group, day) for day in self._days)
        return old, new

    def wording(self, old: Side, new: Side) -> Iterator[Change]:
        """Progress, plans and remedial actions, as they are read."""
        earlier, later = numbered_updates(old.updates), numbered_updates(new.updates)
        then, now = _Read(old), _Read(new)
        for one, other in update_pairs(self.link, old, new).both:
            key = later[other].key
            whom = about(*(of_update(self.id, self.group, key, day) for day in self._days))
            for field in _TEXTS:
                before = then.text(getattr(earlier[one], field), key[1])
                after = now.text(getattr(later[other], field), key[1])
                if before != after:
                    yield whom.tell(kinds.WordingChanged, field=field, old=shown(before), new=shown(after))


def _same(old: str, new: str) -> bool:
    return old == new


class _Read:
    """A report's texts as they are read: with the figures that they quote."""

    def __init__(self, side: Side) -> None:
        assert side.report is not None
        self._version = side.version
        self._report = side.report
        self._group = side.group

    @cached_property
    def achievements(self) -> list[str]:
        """The achievements."""
        return [self.text(text) for text in self._report.achievements]

    @cached_property
    def barriers(self) -> list[str]:
        """The barriers."""
        return [self.text(text) for text in self._report.barriers]

    @cached_property
    def issues(self) -> list[OtherIssue]:
        """The other issues."""
        issues = self._report.other_issues
        return [OtherIssue(title=each.title, recipient=each.recipient, text=self.text(each.text)) for each in issues]

    def text(self, text: str, target: str | None = None) -> str:
        """A text with its figures."""
        return self._version.read(text, self._report, self._group, target)
