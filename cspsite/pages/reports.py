"""A report's page: the whole form, in its order, with each target's chart and each figure's working."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from cspsite import paths
from cspsite.figures import Figure
from cspsite.model import Group, Report, Target
from cspsite.pages import addresses
from cspsite.pages.chart_view import ChartView, trend_view
from cspsite.pages.page import Page
from cspsite.pages.prose import Workings, render
from cspsite.pages.site import Illustration, Site
from cspsite.pages.site import render as render_page
from cspsite.quote import Context
from cspsite.statuses import Standing, tally
from cspsite.words import day_words

#: How many meetings back reports are found by the site's search.
_SEARCHED = 6
#: How many years a report's charts go back: a strategy and its baseline; the indicator's page has them all.
_YEARS = 5


@dataclass(frozen=True)
class Evidence:
    """What stands beside a target: its chart, its standard figures, and where there is more."""

    view: ChartView
    figures: list[Figure]
    name: str
    address: str


@dataclass
class Row:
    """One row of the form's action table."""

    standing: Standing
    title: str
    anchor: str
    workings: Workings
    parts: list[tuple[str, Markup]] = field(default_factory=list)
    evidence: Evidence | None = None
    earlier: str = ""


def pages(site: Site) -> Iterator[Page]:
    """One page for each report of a known group."""
    for (group, _), report in site.data.reports.items():
        if group in site.data.groups:
            yield _Reported(site, report, site.data.groups[group]).page()


class _Reported:
    """One report on its way to its page."""

    def __init__(self, site: Site, report: Report, group: Group) -> None:
        self.site = site
        self.report = report
        self.group = group
        self.address = addresses.report(report.group, report.meeting)
        self.plain = Context(report.data_to, group)

    def page(self) -> Page:
        report, group = self.report, self.group
        day = day_words(report.meeting)
        rows, boxes, issues = self.rows(), self.boxes(), self.issues()
        quoted = [row.workings for row in rows] + [box[2] for box in boxes] + [issue[3] for issue in issues]
        markdown = render_page(
            "report.md.j2",
            self.address,
            partnership=self.site.data.partnership,
            group=group,
            report=report,
            group_address=addresses.group(report.group),
            meeting_address=addresses.meeting(report.meeting),
            has_meeting=self.site.data.meeting(report.meeting) is not None,
            tally=tally(row.standing for row in rows),
            boxes=boxes,
            rows=rows,
            issues=issues,
            findings=self.site.findings_in(paths.report(report.group, report.meeting)),
            illustrations=self.illustrations(rows, quoted),
        )
        return Page(
            address=self.address,
            title=f"{group.name}: report of {day}",
            short=day,
            description=f"Report of {group.name} to the meeting of {day}: statuses, progress and figures.",
            markdown=markdown,
            source=paths.report(report.group, report.meeting),
            search=self.search(),
        )

    def search(self) -> float:
        """Reports to the latest meeting as usual, those of the last year later, older ones not at all."""
        newer = sum(meeting.date > self.report.meeting for meeting in self.site.data.meetings)
        return 1 if newer == 0 else 0.5 if newer < _SEARCHED else 0

    def boxes(self) -> list[tuple[str, Markup, Workings]]:
        """Each achievement and barrier, and the form's boxes that were left empty."""
        form = self.site.data.partnership.form
        found = []
        for name, items, wanted in (
            ("Achievement", self.report.achievements, form.achievements),
            ("Barrier", self.report.barriers, form.barriers),
        ):
            for i in range(max(len(items), wanted)):
                workings = Workings(self.site.quoter, self.plain, f"{name.lower()}-{i + 1}")
                words = render(items[i], workings) if i < len(items) else Markup("")
                found.append((f"{name} {i + 1}", words, workings))
        return found

    def rows(self) -> list[Row]:
        shown: dict[str, str] = {}
        rows = []
        for standing in self.site.standings(self.report.group, self.report.meeting) or self.all_standings():
            row = self.row(standing)
            target = standing.target
            if target and target.id in shown:
                row.earlier = shown[target.id]
            elif target:
                row.evidence = self.evidence(target)
                shown[target.id] = row.anchor
            rows.append(row)
        return rows

    def all_standings(self) -> list[Standing]:
        """For a report from outside the group's dates: its updates all the same."""
        found = []
        for update in self.report.updates:
            if action := self.group.action(update.action):
                found.append(Standing(self.report.group, action, self.group.target(update.target), update))
        return found

    def row(self, standing: Standing) -> Row:
        action, target, update = standing.action, standing.target, standing.update
        anchor = f"{action.id}-{target.id}" if target else action.id
        workings = Workings(self.site.quoter, Context(self.report.data_to, self.group, target), anchor)
        title = update.heading if update else action.title
        row = Row(standing, title, anchor, workings)
        if update:
            plans = f"Plans for the {self.site.data.partnership.form.plans_for}"
            row.parts = [
                ("Progress to date", render(update.progress, workings)),
                (plans, render(update.plans, workings)),
            ]
            if update.remedial_action or update.status in ("Red", "Amber"):
                row.parts.append(("Remedial action", render(update.remedial_action, workings)))
        return row

    def evidence(self, target: Target) -> Evidence | None:
        indicator = self.site.indicator_of(target)
        if indicator is None:
            return None
        context = Context(self.report.data_to, self.group, target)
        view = trend_view(self.site, target.indicator, context, name=target.id, last_years=_YEARS)
        figures = self.site.quoter.of_target(target, context) if view.chart else []
        return Evidence(view, figures, indicator.name, addresses.indicator(target.indicator))

    def issues(self) -> list[tuple[str, str | None, Markup, Workings]]:
        found = []
        for i, issue in enumerate(self.report.other_issues, 1):
            workings = Workings(self.site.quoter, self.plain, f"issue-{i}")
            found.append((issue.title, issue.recipient, render(issue.text, workings), workings))
        return found

    def illustrations(self, rows: list[Row], quoted: list[Workings]) -> list[Illustration]:
        """Everything illustrative that the page shows: the report, the group, indicators and denominators."""
        figures = [quotation.figure for workings in quoted for quotation in workings.quotations]
        figures += [figure for row in rows if row.evidence for figure in row.evidence.figures]
        ids = [target.indicator for target in self.group.targets] + [figure.request.indicator for figure in figures]
        return self.site.illustrations(
            ("this report", self.report),
            ("this group", self.group),
            ("this meeting", self.site.data.meeting(self.report.meeting)),
            *self.site.indicator_records(dict.fromkeys(ids)),
            *self.site.denominator_records(figure.request.per for figure in figures),
        )
