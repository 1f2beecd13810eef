"""Actions and targets over time: what each meeting heard of them, from a group's first meeting to its last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cspsite.changes.basis import Basis
from cspsite.charts.sentence import raised
from cspsite.evidence import Evidence, said
from cspsite.model import Action, Group, Target
from cspsite.pages import addresses
from cspsite.pages.site import Site
from cspsite.pages.told import Row, tell
from cspsite.statuses import MEANINGS, NOT_REPORTED, expected_updates

NO_REPORT = "No report received"
NO_UPDATE = "No update in the report"
NO_STATUS = "Update without a status"
LATE = "Report received after the meeting"
NOT_BEGUN = "Not begun"
CLOSED = "Closed"
ELSEWHERE = "Not for this target then"

#: An action's id, and that of the target it is reported for, if there is one.
Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """What one meeting heard of an action, for one of its targets.

    `statuses` has one word, none where no status was due, and several where a report has several updates on it.
    `note` says why there is no status, or that the board did not have it at the meeting. `address` is where it is
    told, `report` the page of the report, both empty where there is none; `rows` are the report's rows on it.
    """

    day: date
    statuses: tuple[str, ...]
    note: str = ""
    address: str = ""
    report: str = ""
    rows: tuple[Row, ...] = ()

    @property
    def worst(self) -> str:
        """The worst of its statuses; empty without one."""
        return next((word for word in MEANINGS if word in self.statuses), "")


@dataclass(frozen=True, slots=True)
class Strip:
    """An action for one of its targets, at every meeting, oldest first; `is_former` where it serves that no longer."""

    action: Action
    target_id: str | None
    target: Target | None
    is_former: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """What one meeting heard of a target: each action that served it, and what the figures suggest to that time.

    `redefined` is where it is told that the target, or what it rests on, was redefined since the meeting before.
    """

    day: date
    parts: tuple[tuple[Action, Entry], ...]
    evidence: Evidence | None
    redefined: str = ""

    @property
    def tally(self) -> dict[str, int]:
        """How many of the actions stood at each status, worst first."""
        words = [word for _, entry in self.parts for word in entry.statuses]
        return {word: words.count(word) for word in MEANINGS if word in words}

    @property
    def worst(self) -> str:
        """The worst of the statuses; empty without one."""
        return next(iter(self.tally), "")

    @property
    def note(self) -> str:
        """Why there is no status, where that is the same of all actions."""
        notes = {entry.note for _, entry in self.parts}
        return "No action served this target" if not self.parts else notes.pop() if len(notes) == 1 else ""

    @property
    def reason(self) -> str:
        """Where the target was and should have been, or why the figures cannot tell; empty without evidence."""
        if self.evidence is None:
            return ""
        own = self.evidence.own
        return f"{raised(own.reason)}." if own.reason else said(own)

    @property
    def address(self) -> str:
        """Where the worst of it is told; empty where nothing is."""
        told = sorted((entry for _, entry in self.parts), key=lambda entry: entry.worst != self.worst)
        return next((entry.address for entry in told if entry.address), "")


class GroupHistory:
    """A group's actions and targets at every meeting that has had papers."""

    def __init__(self, site: Site, id: str, group: Group) -> None:
        self.site = site
        self.id = id
        self.group = group

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The meetings that the group was due to report to, and those it reported to, oldest first; none to come."""
        held = {meeting.date for meeting in self.site.data.meetings if not self.site.is_awaited(meeting)}
        reported = {report.meeting for report in self.site.data.reports_of(self.id)}
        return tuple(sorted({day for day in held if self.group.active_on(day)} | reported))

    @cached_property
    def _rows(self) -> dict[date, dict[Key, list[Row]]]:
        """The rows of each report, those without an update too."""
        found: dict[date, dict[Key, list[Row]]] = {}
        for report in self.site.data.reports_of(self.id):
            own = found.setdefault(report.meeting, {})
            for row in tell(self.site, report).rows:
                own.setdefault(_key(row), []).append(row)
        return found

    def _is_late(self, day: date) -> bool:
        """Whether the meeting did not have the group's report; no, where it is not known what it had."""
        report = self.site.report(self.id, day)
        seen = tell(self.site, report).seen if report else None
        return seen is not None and not seen.was_there

    @cached_property
    def _due(self) -> dict[date, set[Key]]:
        return {day: {(action.id, target) for action, target in expected_updates(self.group, day)} for day in self.days}

    @cached_property
    def _last(self) -> dict[Key, date]:
        """The last report with an update on each action, for each target that it was reported for."""
        told = [(key, day) for day in sorted(self._rows) for key, rows in self._rows[day].items() if _updated(rows)]
        return dict(told)

    def strips(self, action: Action) -> list[Strip]:
        """An action for each of its targets, then for those that it was reported for and serves no longer."""
        now: list[str | None] = [*action.targets] or [None]
        former = [target for id, target in self._last if id == action.id and target not in now]
        return [
            Strip(action, target, self.group.target(target), target in former, tuple(self._entries(action, target)))
            for target in (*now, *former)
        ]

    def serving(self, target: Target) -> list[Strip]:
        """The actions that serve a target, or did, at every meeting."""
        return [strip for action in self.group.actions for strip in self.strips(action) if strip.target_id == target.id]

    def of_target(self, target: Target) -> list[TargetEntry]:
        """A target at every meeting, oldest first."""
        serving = self.serving(target)
        return [
            TargetEntry(
                day,
                tuple((strip.action, strip.entries[i]) for strip in serving if strip.entries[i].statuses),
                self.site.evidence_on(self.id, target, day),
                self._redefined(target, day),
            )
            for i, day in enumerate(self.days)
        ]

    def _redefined(self, target: Target, day: date) -> str:
        meeting, basis = self.site.data.meeting(day), Basis.of(self.site.data, self.id, [target])
        changes = self.site.changes_at(meeting) if meeting else []
        return f"{addresses.changes(day)}#redefined" if any(map(basis.is_other_by, changes)) else ""

    def _entries(self, action: Action, target: str | None) -> Iterator[Entry]:
        key = (action.id, target)
        for day in self.days:
            rows = self._rows.get(day, {}).get(key, [])
            report = addresses.report(self.id, day) if day in self._rows else ""
            if _updated(rows):
                yield self._told(day, report, rows)
            elif not self._was_due(day, key) or self._was_for_another(day, action):
                yield Entry(day, (), _absence(action, day))
            elif report:
                address = f"{report}#{rows[0].anchor}" if rows else report
                yield Entry(day, (NOT_REPORTED,), NO_UPDATE, address, report)
            else:
                yield Entry(day, (NOT_REPORTED,), NO_REPORT, f"{addresses.meeting(day)}#group-{self.id}")

    def _told(self, day: date, report: str, rows: list[Row]) -> Entry:
        statuses = tuple(row.standing.status for row in rows)
        note = NO_STATUS if NOT_REPORTED in statuses else LATE if self._is_late(day) else ""
        return Entry(day, statuses, note, f"{report}#{rows[0].anchor}", report, tuple(rows))

    def _was_due(self, day: date, key: Key) -> bool:
        """Whether an update was due; for a target that the action serves no longer, until the last one came."""
        return key in self._due[day] or (key in self._last and day <= self._last[key] and not self._is_now(key))

    def _is_now(self, key: Key) -> bool:
        action = self.group.action(key[0])
        return action is not None and key[1] in (action.targets or (None,))

    def _was_for_another(self, day: date, action: Action) -> bool:
        """Whether that day's report has the action for a target that it serves no longer."""
        return any(
            id == action.id and _updated(rows) and not self._is_now((id, target))
            for (id, target), rows in self._rows.get(day, {}).items()
        )


def _key(row: Row) -> Key:
    standing = row.standing
    if standing.update:
        return standing.update.key
    return standing.action.id, standing.target.id if standing.target else None


def _updated(rows: list[Row]) -> bool:
    """Whether any of the rows has an update."""
    return any(row.standing.update for row in rows)


def _absence(action: Action, day: date) -> str:
    """Why no update on an action was due."""
    if action.start and day < action.start:
        return NOT_BEGUN
    if action.state == "closed" and (action.closed is None or action.closed < day):
        return CLOSED
    return ELSEWHERE
