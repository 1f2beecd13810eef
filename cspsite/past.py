"""What each meeting had before it, from the versions in git, beside the data as they are now."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

from cspsite import paths
from cspsite.changes.basis import Basis
from cspsite.changes.between import between
from cspsite.changes.change import Change
from cspsite.changes.compare import redefinitions
from cspsite.changes.link import Link
from cspsite.changes.moves import Asked, Concerns, InBoth, Moves, everything
from cspsite.changes.reports import report_pairs, within
from cspsite.changes.restatements import Published, Restatement, restatements
from cspsite.changes.sides import Side
from cspsite.changes.since import since
from cspsite.changes.version import Version
from cspsite.disclosure import limits
from cspsite.discretion import Discretion
from cspsite.figures import Figures
from cspsite.findings import Finding
from cspsite.history import History, NoHistory
from cspsite.lines import Lines
from cspsite.load import Shelf, load
from cspsite.markers import shown
from cspsite.model import Data, Meeting, Report
from cspsite.revisions import Revision
from cspsite.tokens import find_tokens
from cspsite.words import day_words, listed

#: A report's group and meeting.
ReportKey = tuple[str, date]
#: Of how many versions the figures are kept.
_KEPT = 3
#: Why there is no history where nobody gave one.
NOT_GIVEN = NoHistory("no earlier versions were looked for")


@dataclass(frozen=True)
class Seen:
    """What a meeting had before it; `unread` names the files of that version that cannot be read as a whole now.

    `revision` is None for a meeting that is still to come: it has the data as they are now.
    """

    revision: Revision | None
    data: Data
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class SeenReport:
    """A report as its meeting had it, beside how it stands now.

    `figures` are those that the meeting saw otherwise, with their markers, by how the report asks for them now;
    `changes` are those of its words and facts since, `redefined` those of what its figures measure, and of the rules
    by which they are told. Where the meeting did not have it, `received` is when it came.
    """

    was_there: bool
    figures: Mapping[Asked, str] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    redefined: tuple[Change, ...] = ()
    received: date | None = None

    def then(self, inside: str, target: str | None) -> str:
        """What the meeting saw for a figure; empty where it is the same, or was not there.

        `inside` is what stands in the braces, `target` the id of the target that it is about.
        """
        return self.figures.get((inside.strip(), target), "")


class Past:
    """The versions of one data folder that its meetings had; each is read once, and its files are shared.

    Of every version there is only what may be published, by the rules of today (see `discretion`).
    What stands on the shelf, such as the files of today, is not read again.
    """

    def __init__(
        self,
        discretion: Discretion,
        figures: Figures,
        history: History | NoHistory,
        today: date,
        shelf: Shelf | None = None,
    ) -> None:
        self._discretion = discretion
        self._data = data = discretion.now
        self._figures = figures = figures.beside(data)
        self._history = history
        self._today = today
        self._zone = ZoneInfo(data.partnership.time_zone)
        self._now = Version(data, figures=figures)
        self._shelf = shelf or Shelf()
        self._seen: dict[date, Seen | NoHistory] = {}
        self._versions: dict[date, Version] = {}
        self._reports: dict[date, Mapping[ReportKey, SeenReport]] = {}

    @property
    def today(self) -> date:
        """The day that tells what has been from what is to come."""
        return self._today

    def seen(self, meeting: Meeting) -> Seen | NoHistory:
        """What a meeting had before it."""
        if meeting.date not in self._seen:
            self._seen[meeting.date] = self._look(meeting)
        return self._seen[meeting.date]

    def _look(self, meeting: Meeting) -> Seen | NoHistory:
        if isinstance(self._history, NoHistory):
            return self._history
        if meeting.date >= self._today:
            return Seen(None, self._data)
        revision = self._history.at_meeting(meeting.date, self._zone)
        tree = revision if isinstance(revision, NoHistory) else self._history.tree(revision)
        if isinstance(revision, NoHistory) or isinstance(tree, NoHistory):
            return tree if isinstance(tree, NoHistory) else NOT_GIVEN
        loaded = load(tree, self._shelf)
        gc.freeze()  # what was read stays: without this, each collection of garbage walks through all versions
        if loaded.data is None:
            return NoHistory(f"version {revision.name or revision.short} has no {paths.PARTNERSHIP} that can be read")
        return Seen(self._dated(revision), self._discretion.data(loaded.data), tuple(sorted(loaded.broken)))

    def _dated(self, revision: Revision) -> Revision:
        """A version with its moment as the partnership's clocks had it, and what may be published of its subject."""
        subject = self._discretion.text(revision.subject)
        return replace(revision, date=revision.date.astimezone(self._zone), subject=subject)

    def revision(self, meeting: Meeting) -> Revision | None:
        """Which version a meeting had; None where that is not known, and for one that is still to come."""
        seen = self.seen(meeting)
        return seen.revision if isinstance(seen, Seen) else None

    def changes(self, before: Meeting, after: Meeting) -> list[Change]:
        """Every change from one meeting to a later one, what matters first.

        Where git does not tell what both of them had, only what their reports say otherwise.
        """
        then, later = self.seen(before), self.seen(after)
        if isinstance(then, NoHistory) or isinstance(later, NoHistory):
            return between(self._now, before.date, after.date)
        both = self._version(before.date, then), self._version(after.date, later)
        found = since(*both, self._now, before.date, after.date)
        self._told(before.date, then)  # now, while its version is at hand
        return found

    def _version(self, day: date, seen: Seen) -> Version:
        """What a meeting had, with its figures; only those of the last few that were asked for are kept."""
        if day not in self._versions:
            while len(self._versions) >= _KEPT:
                del self._versions[next(iter(self._versions))]
            figures = self._figures if seen.revision is None else None
            self._versions[day] = Version(seen.data, day, figures, seen.unread)
        return self._versions[day]

    def unknown(self, *meetings: Meeting) -> list[str]:
        """Why it cannot be told what some of the meetings had, or all that they had, each reason once, in words."""
        found = [(meeting, self.seen(meeting)) for meeting in meetings]
        reasons = {seen.reason: None for _, seen in found if isinstance(seen, NoHistory)}
        unread = [
            f"of what the meeting of {day_words(meeting.date)} had, {listed(seen.unread)} cannot be read as a whole now"
            for meeting, seen in found
            if isinstance(seen, Seen) and seen.unread
        ]
        return [*reasons, *unread]

    def report(self, report: Report) -> SeenReport | None:
        """A report as its meeting had it; None where that is not known, and for a meeting that is still to come."""
        meeting = self._data.meeting(report.meeting)
        seen = self.seen(meeting) if meeting else NOT_GIVEN
        if isinstance(seen, NoHistory) or seen.revision is None:
            return None
        if paths.report(report.group, report.meeting) in seen.unread:
            return None
        found = self._told(report.meeting, seen).get((report.group, report.meeting))
        return found or SeenReport(was_there=False, received=self._received(report))

    def _told(self, day: date, seen: Seen) -> Mapping[ReportKey, SeenReport]:
        """The reports to one meeting that it had, by their group and meeting as they are now."""
        if day not in self._reports:
            link = Link(self._version(day, seen), self._now)
            pairs = ((pair.old, pair.new) for pair in report_pairs(link) if pair.new and pair.new[1] == day)
            had = [(old, new) for old, new in pairs if old in seen.data.reports and new in self._data.reports]
            moves = Moves.by_counts(link, self._data.indicators)
            concerns = moves.concerns if link.only_counts_differ else everything
            redefined = redefinitions(link)
            self._reports[day] = {new: _as_seen(link, (old, new), concerns, redefined) for old, new in had if old}
        return self._reports[day]

    def _received(self, report: Report) -> date | None:
        """The day on which a report's file first stood on the main line."""
        path = paths.report(report.group, report.meeting)
        revisions = self._history.revisions_of(path) if isinstance(self._history, History) else []
        if isinstance(revisions, NoHistory) or not revisions:
            return None
        return revisions[-1].date.astimezone(self._zone).date()

    def restatements(self, indicator: str) -> list[Restatement] | NoHistory:
        """Every count of an indicator that was published otherwise before, newest first."""
        if isinstance(self._contents, NoHistory):
            return self._contents
        known = self._data.indicators[indicator]
        published = Published(
            known.frequency, self._now.withheld_years(indicator), limits(self._data).get(indicator, 0)
        )
        versions = self._contents.get(paths.series(indicator), [])
        return restatements([(self._dated(revision), content) for revision, content in versions], published)

    @property
    def begins(self) -> date | None:
        """The day on which the history begins, as far as it is here; None without one."""
        day = self._history.begins(self._zone) if isinstance(self._history, History) else None
        return None if isinstance(day, NoHistory) else day

    @property
    def ends(self) -> date | None:
        """The day of the version that is here; None without a history."""
        day = self._history.ends(self._zone) if isinstance(self._history, History) else None
        return None if isinstance(day, NoHistory) else day

    @property
    def is_shallow(self) -> bool:
        """Whether there is more history elsewhere than here."""
        return isinstance(self._history, History) and self._history.shallow

    @cached_property
    def _contents(self) -> Mapping[str, list[tuple[Revision, bytes]]] | NoHistory:
        if isinstance(self._history, NoHistory):
            return self._history
        return self._history.contents_of(map(paths.series, self._data.indicators))

    def findings(self, lines: Lines) -> Iterator[Finding]:
        """A finding for each reason why it is not known what meetings had before them."""
        if self._history is NOT_GIVEN:
            return
        unknown: dict[str, list[int]] = {}
        for i, meeting in enumerate(self._data.partnership.meetings):
            if meeting.date < self._today and (reason := self._reason(meeting)):
                unknown.setdefault(reason, []).append(i)
        for reason, places in unknown.items():
            days = [day_words(self._data.partnership.meetings[i].date) for i in places]
            found = f"what the meeting{'s' * (len(days) > 1)} of {listed(days)} had is not known: {reason}"
            place = lines.place(paths.PARTNERSHIP, "meetings", places[0], "date")
            yield Finding(
                "history-shallow" if self.is_shallow else "history-missing", place, found, "the whole history in git"
            )

    def _reason(self, meeting: Meeting) -> str:
        """Why there is no version that a meeting had; empty where there is one."""
        if isinstance(self._history, NoHistory):
            return self._history.reason
        found = self._history.at_meeting(meeting.date, self._zone)
        return found.reason if isinstance(found, NoHistory) else ""


def _as_seen(link: Link, keys: tuple[ReportKey, ReportKey], concerns: Concerns, redefined: list[Change]) -> SeenReport:
    """A report that is in both versions, with each figure that the older one shows otherwise."""
    old, new = keys
    sides = Side.of(link.old, link.old.data.reports[old]), Side.of(link.new, link.new.data.reports[new])
    found = InBoth(link, *sides, concerns).then_and_now()
    figures = {asked: f"{then.text} {shown(then.figure.markers)}".strip() for asked, then, _ in found}
    basis = _basis(link.new.data, link.new.data.reports[new])
    other = tuple(change for change in redefined if basis.is_told_otherwise_by(change))
    return SeenReport(True, figures, tuple(within(link, old, new)), other)


def _basis(data: Data, report: Report) -> Basis:
    """What the figures of a report rest on: those of its group's targets, and those that its words quote."""
    quoted = (inside.partition(".")[0].strip() for text in report.texts for _, inside in find_tokens(text))
    known = data.groups.get(report.group)
    return Basis.of(data, report.group, known.targets if known else (), {id for id in quoted if id in data.indicators})
