"""One version of the data, with what comparing it needs; shared by all comparisons that it is a side of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol, TypeVar

from cspsite.changes.status import Suggestion
from cspsite.disclosure import withholds
from cspsite.evidence import CANNOT, Assessor, Evidence, said
from cspsite.figures import Figures
from cspsite.model import Data, Group, Report, Target
from cspsite.periods import Month, Period
from cspsite.quote import Context, Quoter


class _Named(Protocol):
    """A record that has an id."""

    @property
    def id(self) -> str:
        """Its id."""


N = TypeVar("N", bound=_Named)


class Version:
    """One version; its figures are computed when they are first asked for.

    `day` is the day on which it stood: reports to meetings until then are due. Without one, those to a meeting are
    due once any group has reported to a later meeting. `unread` are the paths of the files that it has, and that cannot
    be read as a whole.
    """

    def __init__(
        self,
        data: Data,
        day: date | None = None,
        figures: Figures | None = None,
        unread: Collection[str] = (),
    ) -> None:
        self.data = data
        self.unread = frozenset(unread)
        reported = (meeting for _, meeting in data.reports)
        self.day = day or max(reported, default=date.min + timedelta(1)) - timedelta(1)
        self._figures = figures
        self._suggestions: dict[tuple[str, str, Month], Suggestion | None] = {}
        self._read: dict[tuple[str, str, Month, str | None], str] = {}

    @cached_property
    def quoter(self) -> Quoter:
        """Looks figures up."""
        return Quoter(self._figures or Figures(self.data))

    @cached_property
    def _assessor(self) -> Assessor:
        return Assessor(self.quoter)

    @cached_property
    def withholds(self) -> bool:
        """Whether any count may have to be withheld."""
        return withholds(self.data)

    def withheld_years(self, indicator: str) -> frozenset[Period]:
        """The financial years in which a count of an indicator, or of one that shares parts with it, is not published.

        What two versions publish of such a year is not set side by side: together they may tell what each withholds.
        """
        if not self.withholds or indicator not in self.data.indicators:
            return frozenset()
        known = self.quoter.figures.series
        rows = (row for id in self._families[indicator] if id in known for row in known[id].observations())
        return frozenset(Period.year_of(row.period.start) for row in rows if row.count is None and "c" in row.markers)

    @cached_property
    def _families(self) -> Mapping[str, frozenset[str]]:
        """Each indicator with all that are a part of it, that it is a part of, that share a part with it, and so on."""
        families = {id: frozenset([id]) for id in self.data.indicators}
        for id, indicator in self.data.indicators.items():
            for part in indicator.components:
                joined = families[id] | families.get(part, frozenset())
                families |= dict.fromkeys(joined, joined)
        return families

    @cached_property
    def baselines(self) -> frozenset[Period]:
        """The years that figures are compared with."""
        targets = (target.baseline for group in self.data.groups.values() for target in group.targets)
        return frozenset(year for year in (self.data.partnership.strategy.baseline, *targets) if year)

    def suggestion(self, group: Group, target: Target, report: Report) -> Suggestion | None:
        """What the figures suggest of a target at a report's date; None where its indicator is not known."""
        asked = report.group, target.id, report.data_to
        if asked not in self._suggestions:
            evidence = self._assessor.assess(target, Context(report.data_to, group, target))
            self._suggestions[asked] = _suggested(evidence) if evidence else None
        return self._suggestions[asked]

    def read(self, text: str, report: Report, group: Group | None, target: str | None) -> str:
        """A text of a report as it is read: with its figures; what names none stays as it stands.

        It is made once: each report is the later one of two, and then the earlier one of the next two.
        """
        if "{{" not in text:
            return text
        asked = text, report.group, report.data_to, target
        if asked not in self._read:
            aimed = group.target(target) if group and target else None
            context = Context(report.data_to, group, aimed)
            self._read[asked] = self.quoter.filled(text, context)
        return self._read[asked]

    def missing(self) -> set[tuple[str, date]]:
        """Group and meeting of each report that is due and not there."""
        days = [meeting.date for meeting in self.data.meetings if meeting.date <= self.day]
        due = {(id, day) for id, group in self.data.groups.items() for day in days if group.active_on(day)}
        return due - set(self.data.reports)

    def latest(self, group: str) -> Report | None:
        """The latest report of a group."""
        return self._latest.get(group)

    @cached_property
    def _latest(self) -> Mapping[str, Report]:
        ordered = sorted(self.data.reports.items(), key=lambda item: item[0][1])
        return {group: report for (group, _), report in ordered}


def _suggested(evidence: Evidence) -> Suggestion:
    because = evidence.own.reason if evidence.suggested == CANNOT else said(evidence.own)
    return Suggestion(evidence.suggested, because)


def numbered(records: Sequence[N]) -> Mapping[str, N]:
    """Records by their ids; a second one with the id of another is `id#2`, so that none is lost."""
    found: dict[str, N] = {}
    for record in records:
        key, n = record.id, 1
        while key in found:
            n += 1
            key = f"{record.id}#{n}"
        found[key] = record
    return found
