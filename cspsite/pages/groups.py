"""Group pages: objective, targets with their charts, actions with their status over time, reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cspsite import paths
from cspsite.figures import Figure
from cspsite.model import Action, Group, Indicator, Target
from cspsite.pages import addresses
from cspsite.pages.chart_view import ChartView, rolling_view
from cspsite.pages.evidence_view import EvidenceView, evidence_view
from cspsite.pages.form_data import is_active
from cspsite.pages.page import Page
from cspsite.pages.site import Illustration, Site, render
from cspsite.pages.strips import Entry, GroupHistory, TargetEntry
from cspsite.periods import Month, Period
from cspsite.quote import Context
from cspsite.statuses import NOT_REPORTED, tally
from cspsite.words import day_words

#: How many meetings the table of actions goes back.
_MEETINGS = 6


@dataclass(frozen=True, slots=True)
class TargetPart:
    """A target with its evidence, and what the last meetings heard of it, oldest first."""

    record: Target
    indicator: Indicator | None
    address: str
    measure: str
    baseline: Period
    statuses: list[str]
    view: ChartView
    beside: EvidenceView | None
    figures: list[Figure]
    lately: list[TargetEntry]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action, for one of its targets, with what the last meetings heard of it, newest first."""

    record: Action
    target: Target | None
    lately: list[Entry]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in the group's list."""

    day: date
    address: str
    tally: dict[str, int]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in the list of all."""

    group: Group
    address: str
    day: date | None
    report_address: str
    report_illustrative: bool
    tally: dict[str, int]


def pages(site: Site) -> Iterator[Page]:
    """One page a group, and the list."""
    yield _list(site)
    for id, group in site.data.groups.items():
        yield _Grouped(site, id, group).page()


def _list(site: Site) -> Page:
    found = []
    for id, group in site.data.groups.items():
        report = next(iter(site.data.reports_of(id)), None)
        address = addresses.report(id, report.meeting) if report else ""
        counts = tally(site.standings(id, report.meeting)) if report else {}
        day, invented = (report.meeting, bool(report.illustrative)) if report else (None, False)
        found.append(GroupRow(group, addresses.group(id), day, address, invented, counts))
    return Page(
        address=addresses.GROUPS,
        title="Delivery groups",
        description="The delivery groups of the partnership, their objectives, chairs and latest reports.",
        markdown=render("groups.md.j2", addresses.GROUPS, rows=found),
        source="",
        toc=False,
    )


class _Grouped:
    """One group on its way to its page."""

    def __init__(self, site: Site, id: str, group: Group) -> None:
        self.site = site
        self.id = id
        self.group = group
        self.reports = site.data.reports_of(id)
        self.latest = self.reports[0] if self.reports else None
        self.address = addresses.group(id)
        self.history = GroupHistory(site, id, group)

    def page(self) -> Page:
        """The page."""
        targets = [self.target(target) for target in self.group.targets]
        markdown = render(
            "group.md.j2",
            self.address,
            id=self.id,
            group=self.group,
            targets=targets,
            meetings=[
                (day, addresses.report(self.id, day) if self.site.report(self.id, day) else "") for day in self.days()
            ],
            actions=self.actions(),
            reports=[
                ReportRow(
                    r.meeting,
                    addresses.report(self.id, r.meeting),
                    tally(self.site.standings(self.id, r.meeting)),
                )
                for r in self.reports
            ],
            illustrations=self.illustrations(targets),
            form_address=addresses.update(self.id) if is_active(self.site, self.id) else "",
        )
        return Page(
            address=self.address,
            title=self.group.name,
            description=f"The {self.group.name} delivery group: objective, targets with figures, actions, reports.",
            markdown=markdown,
            source=paths.group(self.id),
            search=2,  # before its reports, which have its name too
        )

    def days(self) -> list[date]:
        """The last meetings that the group was due to report to, or reported to, newest first."""
        return [*self.history.days[-_MEETINGS:]][::-1]

    def data_to(self) -> Month:
        """The last month of the group's latest report, else of the latest meeting, else of the strategy's start."""
        if self.latest:
            return self.latest.data_to
        meeting = self.site.latest
        return meeting.data_to if meeting else Month.containing(self.site.data.partnership.strategy.start)

    def target(self, target: Target) -> TargetPart:
        """A target with its chart and figures at the latest report."""
        context = Context(self.data_to(), self.group, target)
        latest = self.site.standings(self.id, self.latest.meeting) if self.latest else []
        statuses = [s.status for s in latest if s.target and s.target.id == target.id]
        evidence = self.site.assessor.assess(target, context)
        view = rolling_view(self.site, target, context, target.id, course=evidence.levels if evidence else None)
        beside = evidence_view(self.site, target, context, statuses)
        return TargetPart(
            record=target,
            indicator=self.site.indicator_of(target),
            address=addresses.indicator(target.indicator),
            measure=self.measure(target),
            baseline=self.site.quoter.baseline(target.indicator, context),
            statuses=statuses or [NOT_REPORTED],
            view=view,
            beside=beside,
            figures=[*self.site.quoter.of_target(target, context), *(beside.figures if beside else ())]
            if view.chart
            else [],
            lately=self.history.of_target(target)[-_MEETINGS:],
        )

    def measure(self, target: Target) -> str:
        """`per 1,000 households`, or `as a count`."""
        if target.measure is None:
            return "as a count"
        definition = self.site.data.denominators.get(target.measure.per)
        return f"per {self.site.quoter.scale(target.measure):,} {definition.noun if definition else target.measure.per}"

    def actions(self) -> list[ActionRow]:
        """Every action, for each of its targets, with its statuses."""
        strips = (strip for action in self.group.actions for strip in self.history.strips(action))
        return [
            ActionRow(strip.action, strip.target, [*strip.entries[-_MEETINGS:]][::-1])
            for strip in strips
            if not strip.is_former
        ]

    def illustrations(self, targets: list[TargetPart]) -> list[Illustration]:
        """Everything illustrative that the page shows."""
        figures = [figure for target in targets for figure in target.figures]
        assessed = [per for target in targets if target.beside for per in target.beside.denominators]
        return self.site.illustrations(
            ("this group", self.group),
            *((f"the report of {day_words(report.meeting)}", report) for report in self.reports),
            *self.site.meeting_records(self.days()),
            *self.site.indicator_records(dict.fromkeys(target.record.indicator for target in targets)),
            *self.site.denominator_records((*(figure.request.per for figure in figures), *assessed)),
        )
