"""The home page: the latest meeting, what needs attention, and every target at a glance."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from cspsite.charts.sentence import raised
from cspsite.evidence import Evidence, Travel, of_rule
from cspsite.figures import Figure
from cspsite.markers import told
from cspsite.model import Meeting, Target
from cspsite.pages import addresses
from cspsite.pages.attention import Row, differing, exceptions, rows
from cspsite.pages.changes import since
from cspsite.pages.chart_view import sparkline
from cspsite.pages.page import Page
from cspsite.pages.site import Site, render
from cspsite.quote import Context
from cspsite.statuses import NOT_REPORTED, tally


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target at a glance; its figures are the changes on last year and on the baseline, in its own measure."""

    target: Target
    address: str
    statuses: list[str]
    evidence: Evidence | None
    sparkline: Markup
    figures: list[Figure]

    @property
    def travel(self) -> Travel | None:
        """The direction that goes with the change on last year; None where it has no value, or is of other months."""
        if self.evidence is None or not self.figures:
            return None
        change, found = self.figures[0], self.evidence.since_last_year
        is_same = (change.period, change.comparator) == (found.ratio.period, found.ratio.comparator)
        return found if is_same and change.value is not None else None

    @property
    def reason(self) -> str:
        """Why the figures cannot tell whether the target is on course; empty where they can."""
        return raised(self.evidence.own.reason) if self.evidence else ""


@dataclass
class GroupTable:
    """A group's targets at a glance; without an address there is no report."""

    id: str
    name: str
    address: str
    report_address: str
    rows: list[TargetRow] = field(default_factory=list)


def page(site: Site) -> Page:
    """The home page, also before there is any meeting."""
    partnership = site.data.partnership
    meeting = site.latest
    values = _of_meeting(site, meeting) if meeting else {"illustrations": [], "meeting": None}
    return Page(
        address=addresses.HOME,
        title="",
        description=f"Progress reports of the {partnership.name}: targets, statuses and figures of the latest meeting.",
        markdown=render("home.md.j2", addresses.HOME, partnership=partnership, **values),
        source="partnership.yml",
        toc=False,
    )


def _of_meeting(site: Site, meeting: Meeting) -> dict[str, object]:
    ids = [id for id, group in site.data.groups.items() if group.active_on(meeting.date)]
    tables = [_table(site, id, meeting) for id in ids]
    all_rows: list[Row] = [row for id in ids for row in rows(site, id, meeting.date)]
    differ = differing(all_rows)
    targets = [row for table in tables for row in table.rows]
    figures = [figure for row in targets for figure in row.figures]
    older = [other for other in reversed(site.data.meetings) if other.date <= meeting.date]
    return {
        "meeting": meeting,
        "meeting_address": addresses.meeting(meeting.date),
        "tally": tally(row.standing for row in all_rows),
        "missing": [table.name for table in tables if not table.report_address],
        "since": since(site, meeting),
        "exceptions": exceptions(all_rows),
        "differing": differ,
        "groups": tables,
        "rule": of_rule(site.data.partnership.rules.tolerance),
        "markers": sorted(_markers(targets, differ)),
        "meetings": [(other, addresses.meeting(other.date)) for other in older[:6]],
        "following": site.following(meeting),
        "illustrations": site.illustrations(
            ("the partnership", site.data.partnership),
            ("this meeting", meeting),
            *((site.data.groups[id].name, site.data.groups[id]) for id in ids),
            *site.report_records(ids, meeting.date),
            *site.indicator_records(dict.fromkeys(figure.request.indicator for figure in figures)),
            *site.denominator_records(figure.request.per for figure in figures),
        ),
    }


def _markers(targets: list[TargetRow], differ: list[Row]) -> frozenset[str]:
    """Those of the figures, of the reasons why there is no suggestion, and of the list of what differs."""
    shown = [figure.markers for row in targets for figure in row.figures]
    reasons = [told(row.reason) for row in targets]
    return frozenset().union(*shown, *reasons, *(row.markers for row in differ))


def _table(site: Site, id: str, meeting: Meeting) -> GroupTable:
    group = site.data.groups[id]
    has_report = site.report(id, meeting.date) is not None
    report_address = addresses.report(id, meeting.date) if has_report else ""
    table = GroupTable(id, group.name, addresses.group(id), report_address)
    standings = site.standings(id, meeting.date)
    for target in group.targets:
        statuses = [s.status for s in standings if s.target and s.target.id == target.id]
        address = addresses.target(id, target.id)
        table.rows.append(target_row(site, target, Context(meeting.data_to, group, target), statuses, address))
    return table


def target_row(site: Site, target: Target, context: Context, statuses: list[str], address: str) -> TargetRow:
    """A target at a glance, at a report's date."""
    indicator = site.indicator_of(target)
    if indicator is None:
        return TargetRow(target, address, statuses or [NOT_REPORTED], None, Markup(""), [])
    figures = site.at_a_glance(target.indicator, context)[1:]
    line = sparkline(site, target.indicator, context.data_to)
    evidence = site.assessor.assess(target, context)
    return TargetRow(target, address, statuses or [NOT_REPORTED], evidence, line, figures)
