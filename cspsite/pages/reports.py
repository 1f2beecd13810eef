"""A report's page: the whole form, in its order, with each target's chart and each figure's working."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from cspsite import paths
from cspsite.evidence import of_rule
from cspsite.figures import Figure, Request
from cspsite.markers import shown
from cspsite.model import Group, Report, Target
from cspsite.pages import addresses
from cspsite.pages.attention import Row, anchor, rows
from cspsite.pages.changes import Block, blocks_of
from cspsite.pages.chart_view import ChartView, rolling_view, trend_view
from cspsite.pages.evidence_view import EvidenceView, evidence_view
from cspsite.pages.page import File, Page
from cspsite.pages.report_statuses import statuses
from cspsite.pages.site import RECENT, Illustration, Site, render
from cspsite.pages.told import tell
from cspsite.quote import IN_REPORTS, Context
from cspsite.words import day_words

#: How much a report counts in the search beside the group's next one: less than a word of text does beside one of a
#: title, so that current pages come first, and then the newest of the earlier reports.
_LATER = 0.001
#: How many years a report's charts go back: a strategy and its baseline; the indicator's page has them all.
_YEARS = 5


@dataclass(frozen=True)
class Evidence:
    """What stands beside a target: its charts, what the figures suggest, its figures, and where there is more.

    `view` shows its counts, `goal` how far it is from what it aims at, where that is a number. Where a row above shows
    it already, `above` is that row's anchor. `then` has what the board saw otherwise.
    """

    above: str = ""
    view: ChartView | None = None
    goal: ChartView | None = None
    beside: EvidenceView | None = None
    figures: tuple[Figure, ...] = ()
    name: str = ""
    address: str = ""
    then: Mapping[Request, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A figure of the report, as it stands now, and as the board saw it."""

    name: str
    figure: Figure
    now: str
    then: str


@dataclass(frozen=True, slots=True)
class SeenView:
    """How the board saw the report: whether it had it at all, which figures have moved since, and what else changed.

    `received` is the day on which a report came that the meeting did not have; `unknown` is why nothing is known.
    `partly` is why not all is known. `redefined` is what was redefined since of what the report's figures measure.
    """

    late: bool = False
    received: date | None = None
    moved: Sequence[MovedRow] = ()
    changes: Sequence[Block] = ()
    redefined: Sequence[Block] = ()
    unknown: str = ""
    partly: str = ""


def pages(site: Site) -> Iterator[Page | File]:
    """One page for each report of a known group, with the files of its charts."""
    for (group, _), report in site.data.reports.items():
        if group in site.data.groups:
            made = _Reported(site, report, site.data.groups[group])
            yield made.page()
            yield from made.files()


class _Reported:
    """One report on its way to its page."""

    def __init__(self, site: Site, report: Report, group: Group) -> None:
        self.site = site
        self.report = report
        self.group = group
        self.address = addresses.report(report.group, report.meeting)
        self.told = tell(site, report)

    def page(self) -> Page:
        """The page, found by the search as long as it is of the last year's."""
        report, group = self.report, self.group
        day = day_words(report.meeting)
        evidence, standing = self.beside, self.rows()
        markdown = render(
            "report.md.j2",
            self.address,
            partnership=self.site.data.partnership,
            group=group,
            report=report,
            group_address=addresses.group(report.group),
            meeting_address=addresses.meeting(report.meeting),
            has_meeting=self.site.data.meeting(report.meeting) is not None,
            statuses=statuses(self.told, standing),
            told=self.told,
            evidence=evidence,
            rule=of_rule(self.site.data.partnership.rules.tolerance),
            rows=standing,
            findings=self.site.findings_in(paths.report(report.group, report.meeting)),
            illustrations=self.illustrations(evidence),
            seen=self.seen(evidence),
        )
        return Page(
            address=self.address,
            title=f"{group.name}: report of {day}",
            description=f"Report of {group.name} to the meeting of {day}: statuses, progress and figures.",
            markdown=markdown,
            source=paths.report(report.group, report.meeting),
            search=self.search(),
        )

    def files(self) -> Iterator[File]:
        """Each target's chart as a table, as data and as a picture."""
        for one in self.beside.values():
            for view in (one.view, one.goal):
                if view:
                    yield from view.files()

    def rows(self) -> dict[str, Row]:
        """Where each action stands beside its evidence, by its anchor."""
        return {anchor(row.standing): row for row in rows(self.site, self.report.group, self.report.meeting)}

    def seen(self, evidence: dict[str, Evidence]) -> SeenView | None:
        """How the board saw the report, beside how it stands now; None where that is the same."""
        found, meeting = self.told.seen, self.site.data.meeting(self.report.meeting)
        if meeting is None:
            return None
        unknown = "; ".join(self.site.past.unknown(meeting))
        if found is None:
            return SeenView(unknown=unknown) if unknown else None
        moved = {q.figure.request: self.moved(q.figure, q.text, q.then) for q in self.told.quotations() if q.then}
        for one in evidence.values():
            told = {figure.request: figure for figure in one.figures if figure.request in one.then}
            moved |= {request: self.moved(figure, figure.shown, one.then[request]) for request, figure in told.items()}
        if found.was_there and not moved and not found.changes and not found.redefined and not unknown:
            return None
        blocks = blocks_of(found.changes), blocks_of(found.redefined)
        return SeenView(not found.was_there, found.received, [*moved.values()], *blocks, partly=unknown)

    def moved(self, figure: Figure, now: str, then: str) -> MovedRow:
        """A figure that has moved, with its indicator's name."""
        indicator = self.site.data.indicators[figure.request.indicator]
        return MovedRow(indicator.name, figure, f"{now} {shown(figure.markers)}".strip(), then)

    def search(self) -> float:
        """A group's latest report as usual, those of the last year after everything else, older ones not at all."""
        if self.report == self.site.data.reports_of(self.report.group)[0]:
            return 1
        return _LATER * 0.1**self.newer if self.newer < RECENT else 0

    @cached_property
    def newer(self) -> int:
        """How many meetings after the report's have had reports."""
        return self.site.reported_after(self.report.meeting)

    @cached_property
    def beside(self) -> dict[str, Evidence]:
        """The evidence beside each row that serves a target, by the row's anchor; a target's is shown once.

        Targets that no row serves come last, by `target-` and their id.
        """
        shown: dict[str, str] = {}
        found = {}
        for row in self.told.rows:
            target = row.standing.target
            if target and target.id in shown:
                found[row.anchor] = Evidence(above=shown[target.id])
            elif target and self.site.indicator_of(target):
                shown[target.id] = row.anchor
                found[row.anchor] = self.of_target(target)
        idle = (target for target in self.group.targets if target.id not in shown and self.site.indicator_of(target))
        return found | {f"target-{target.id}": self.of_target(target) for target in idle}

    def of_target(self, target: Target) -> Evidence:
        """A target's counts with the report's months highlighted, its way to what it aims at, and its figures."""
        context = Context(self.report.data_to, self.group, target)
        at = addresses.report_chart(self.report.group, self.report.meeting, target.id)
        view = trend_view(self.site, target.indicator, context, name=target.id, last_years=_YEARS, at=at)
        figures = self.site.quoter.of_target(target, context, IN_REPORTS) if view.chart else []
        statuses = [row.standing.status for row in self.told.rows if row.standing.target == target]
        beside = evidence_view(self.site, target, context, statuses)
        name = self.site.data.indicators[target.indicator].name
        every = (*figures, *(beside.figures if beside else ()))
        address = addresses.indicator(target.indicator)
        return Evidence("", view, self.goal(target, context), beside, every, name, address, self.then(target, figures))

    def goal(self, target: Target, context: Context) -> ChartView | None:
        """A target's way to what it aims at; None where that is no number, where counts are by the year, and later on.

        Each costs as much as all else of its target, so those of old reports are left to the indicator's page.
        """
        if self.newer >= RECENT:
            return None
        known, found = self.site.indicator_of(target), self.site.assessor.assess(target, context)
        if known is None or known.frequency == "year" or found is None or not found.levels:
            return None
        at = f"{addresses.report_chart(self.report.group, self.report.meeting, target.id)}--target"
        view = rolling_view(self.site, target, context, target.id, course=found.levels, last_years=_YEARS, at=at)
        return view if view.chart else None

    def then(self, target: Target, figures: Iterable[Figure]) -> dict[Request, str]:
        """What the board saw for each of a target's figures that it saw otherwise."""
        seen = self.told.seen
        told = (
            (figure.request, seen.then(f"{figure.request.indicator}.{figure.request.name}", target.id))
            for figure in figures
            if seen
        )
        return {request: then for request, then in told if then}

    def assessed(self, evidence: dict[str, Evidence]) -> list[str | None]:
        """The denominators that the sentences speak of."""
        return [per for one in evidence.values() if one.beside for per in one.beside.denominators]

    def illustrations(self, evidence: dict[str, Evidence]) -> list[Illustration]:
        """Everything illustrative that the page shows: the report, the group, indicators and denominators."""
        figures = [quotation.figure for quotation in self.told.quotations()]
        figures += [figure for beside in evidence.values() for figure in beside.figures]
        ids = [target.indicator for target in self.group.targets] + [figure.request.indicator for figure in figures]
        return self.site.illustrations(
            ("this report", self.report),
            ("this group", self.group),
            ("this meeting", self.site.data.meeting(self.report.meeting)),
            *self.site.indicator_records(dict.fromkeys(ids)),
            *self.site.denominator_records((*(figure.request.per for figure in figures), *self.assessed(evidence))),
        )
