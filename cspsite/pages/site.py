"""What all pages share: the data with their figures, the latest meeting, and how to link from one page to another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cspsite.changes.change import Change
from cspsite.changes.status import StatusChanged
from cspsite.charts.columns import Basis
from cspsite.charts.control_words import Level
from cspsite.evidence import Assessor, Evidence
from cspsite.exports.source import Source
from cspsite.figures import Figure, Figures
from cspsite.findings import Finding
from cspsite.model import Data, Group, Indicator, Marked, Meeting, Report, Target
from cspsite.pages.environment import environment
from cspsite.pages.page import up
from cspsite.past import Past
from cspsite.periods import Month
from cspsite.quote import Context, Quoter
from cspsite.statuses import Standing, standings
from cspsite.tokens import Token
from cspsite.words import day_words

#: How many meetings back what readers still look for is kept at hand: about a year.
RECENT = 6


@dataclass(frozen=True, slots=True)
class Illustration:
    """Something on a page that is illustrative, and the sentence that says why."""

    name: str
    reason: str


class Site:
    """One version of the data on its way to pages.

    `url` is where the site will stand, `proposals` where GitHub takes new files of the data folder; empty if not known.
    """

    def __init__(
        self,
        data: Data,
        figures: Figures,
        past: Past,
        findings: tuple[Finding, ...],
        url: str = "",
        proposals: str = "",
    ) -> None:
        self.data = data
        self.past = past
        self.figures = figures
        self.findings = findings
        self.url = f"{url.rstrip('/')}/" if url else ""
        self.proposals = proposals
        self.quoter = Quoter(figures)
        self.basis = Basis(self.quoter)
        self.assessor = Assessor(self.quoter)
        self._changes: dict[date, list[Change]] = {}
        self._worsened: dict[date, Mapping[tuple[str, str, str], StatusChanged]] = {}

    @cached_property
    def latest(self) -> Meeting | None:
        """The last meeting to which any group has reported; before there is a report, the first of all."""
        reported = {day for _, day in self.data.reports}
        meetings = self.data.meetings
        return next((m for m in reversed(meetings) if m.date in reported), meetings[0] if meetings else None)

    def has_been(self, meeting: Meeting) -> bool:
        """Whether a meeting's day has passed, on the day that the checks go by too."""
        return meeting.date < self.past.today

    def is_awaited(self, meeting: Meeting) -> bool:
        """Whether a meeting's papers are still to come: it has not been, and nobody has reported to it or later."""
        return not self.has_been(meeting) and all(day < meeting.date for _, day in self.data.reports)

    @cached_property
    def source(self) -> Source:
        """The data as downloads see them."""
        return Source(self.data, self.quoter, self.assessor, self.latest)

    @cached_property
    def data_to(self) -> Month:
        """The last month of the latest meeting, else of the strategy's start."""
        return self.latest.data_to if self.latest else Month.containing(self.data.partnership.strategy.start)

    def reported_after(self, day: date) -> int:
        """How many meetings after that day have had reports."""
        return sum(meeting.date > day for meeting in self.source.reported())

    def following(self, meeting: Meeting) -> Meeting | None:
        """The meeting after that one."""
        return next((other for other in self.data.meetings if other.date > meeting.date), None)

    def preceding(self, meeting: Meeting) -> Meeting | None:
        """The meeting before that one."""
        return next((other for other in reversed(self.data.meetings) if other.date < meeting.date), None)

    def changes_at(self, meeting: Meeting) -> list[Change]:
        """What changed since the meeting before; nothing at the first."""
        before = self.preceding(meeting)
        if before is None:
            return []
        if meeting.date not in self._changes:
            self._changes[meeting.date] = self.past.changes(before, meeting)
        return self._changes[meeting.date]

    def worsened_at(self, day: date) -> Mapping[tuple[str, str, str], StatusChanged]:
        """The statuses that are worse than at the meeting before, by the ids of group, action and target."""
        if day not in self._worsened:
            meeting = self.data.meeting(day)
            changed = (one for one in self.changes_at(meeting) if isinstance(one, StatusChanged)) if meeting else ()
            self._worsened[day] = {
                (one.subject.group, one.subject.id, one.subject.target): one
                for one in changed
                if one.way == "worsened" and one.subject.meeting == day
            }
        return self._worsened[day]

    def report(self, group: str, day: date) -> Report | None:
        """A group's report to a meeting."""
        return self.data.reports.get((group, day))

    def findings_in(self, path: str) -> list[Finding]:
        """What the checks found in one file of the data folder."""
        return self._findings.get(path, [])

    @cached_property
    def _findings(self) -> dict[str, list[Finding]]:
        by_path: dict[str, list[Finding]] = {}
        for finding in self.findings:
            by_path.setdefault(finding.place.path, []).append(finding)
        return by_path

    def standings(self, group: str, day: date) -> list[Standing]:
        """Where every action of a group stands at a meeting; nothing when it did not exist then, and did not report."""
        record = self.data.groups[group]
        report = self.report(group, day)
        return standings(group, record, day, report) if report or record.active_on(day) else []

    def context_of(self, indicator: str, data_to: Month) -> Context:
        """Where an indicator's figures stand by themselves: with the first target on it, if there is one."""
        for group in self.data.groups.values():
            for target in group.targets:
                if target.indicator == indicator:
                    return Context(data_to, group, target)
        return Context(data_to)

    def id_of(self, group: Group | None) -> str:
        """The id of one of the groups; empty for another."""
        return next((id for id, other in self.data.groups.items() if other is group), "")

    def at_a_glance(self, indicator: str, context: Context) -> list[Figure]:
        """The count, and its changes on last year and on the baseline, both in the target's own measure."""
        change = "rate_change" if context.target and context.target.measure else "change"
        names = ("count", f"{change}.last_year", f"{change}.baseline")
        return [self.figures.get(self.quoter.request(Token(indicator, name), context)) for name in names]

    def evidence_on(self, group: str, target: Target | None, day: date) -> Evidence | None:
        """What the figures say of a target at a meeting: to the month of the group's report, else of the meeting."""
        report, meeting = self.report(group, day), self.data.meeting(day)
        source = report or meeting
        if target is None or source is None:
            return None
        return self.assessor.assess(target, Context(source.data_to, self.data.groups[group], target))

    def level_of(self, indicator: str, context: Context) -> Level | None:
        """What the context's target comes to in a month or quarter; None where it names no number, or there is none."""
        if context.target is None:
            return None
        goal = self.figures.get(self.quoter.request(Token(indicator, "goal"), context))
        return None if goal.value is None else Level(goal.value, context.target.end)

    def indicator_of(self, target: Target) -> Indicator | None:
        """The indicator that a target is about."""
        return self.data.indicators.get(target.indicator)

    def tags_of(self, *texts: str) -> tuple[str, ...]:
        """What else the search finds the texts by: acronyms of what they spell out, meanings of acronyms they have."""
        text = " ".join(" ".join(texts).split())
        found = (_tags(acronym, " ".join(meaning.split()), text) for acronym, meaning in self.data.glossary.items())
        return tuple(tag for tags in found for tag in tags)

    def illustrations(self, *records: tuple[str, Marked | None]) -> list[Illustration]:
        """Those of the named records that are illustrative, each once."""
        found = {(name, record.illustrative) for name, record in records if record and record.illustrative}
        order = [name for name, _ in records]
        return sorted((Illustration(name, why) for name, why in found), key=lambda one: order.index(one.name))

    def indicator_records(self, ids: Iterable[str]) -> list[tuple[str, Marked | None]]:
        """Indicators by name, with their components and the denominators that they are measured per."""
        found: list[tuple[str, Marked | None]] = []
        for id in ids:
            indicator = self.data.indicators.get(id)
            if indicator:
                found.append((indicator.name, indicator))
                found += self.indicator_records(part for part in indicator.components if part != id)
        return found

    def is_illustrative(self, indicator: str) -> bool:
        """Whether an indicator's counts are illustrative: by its own word, or by that of a component."""
        return self.source.is_illustrative(indicator)

    def report_records(self, groups: Iterable[str], day: date) -> list[tuple[str, Marked | None]]:
        """The reports of groups to a meeting, by name."""
        return [(f"the report of {self.data.groups[id].name}", self.report(id, day)) for id in groups]

    def meeting_records(self, days: Iterable[date]) -> list[tuple[str, Marked | None]]:
        """Meetings, by name."""
        return [(f"the meeting of {day_words(day)}", self.data.meeting(day)) for day in days]

    def denominator_records(self, ids: Iterable[str | None]) -> list[tuple[str, Marked | None]]:
        """Denominators by name."""
        found = [self.data.denominators.get(id) for id in dict.fromkeys(ids) if id]
        return [(record.name, record) for record in found if record]


def _tags(acronym: str, meaning: str, text: str) -> Iterator[str]:
    """The acronym where a text has its meaning, in whatever letters, and the meaning where it has the acronym."""
    if re.search(rf"\b{re.escape(meaning)}(?:s|es)?\b", text, re.IGNORECASE):
        yield acronym
    if re.search(rf"(?<!\w){re.escape(acronym)}(?!\w)", text):
        yield meaning


def linker(address: str) -> Callable[[str], str]:
    """A function that gives the relative address of any other page or file, as seen from the page at `address`."""
    root = up(address)
    return lambda other: (root + other) or "./"


def render(template: str, address: str, **values: object) -> str:
    """The Markdown of a page from its template; `link` leads to other pages."""
    return environment().get_template(template).render(link=linker(address), address=address, **values)
