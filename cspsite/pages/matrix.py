"""Every target of every group at a meeting: its status, what the figures suggest, its direction and its course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cspsite.charts.sentence import raised
from cspsite.charts.spark import Spark
from cspsite.evidence import Evidence, Travel
from cspsite.figures import Figure
from cspsite.markers import told
from cspsite.model import Meeting, Target
from cspsite.pages import addresses
from cspsite.pages.chart_view import sparkline
from cspsite.pages.form_data import form_address
from cspsite.pages.last_reported import LastReported, last_reported
from cspsite.pages.site import Site
from cspsite.periods import Month
from cspsite.quote import Context
from cspsite.statuses import tally


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target at a glance; its figures are the changes on last year and on the baseline, in its own measure.

    `tally` counts the statuses of the actions that serve it. `last` is what was last reported of it, where the group
    has not reported.
    """

    target: Target
    address: str
    tally: Mapping[str, int]
    last: LastReported | None
    evidence: Evidence | None
    spark: Spark
    figures: Sequence[Figure]

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

    @property
    def markers(self) -> frozenset[str]:
        """The markers that stand in the row."""
        return frozenset().union(
            told(self.reason), told(self.spark.words), *(figure.markers for figure in self.figures)
        )


@dataclass(frozen=True, slots=True)
class GroupPart:
    """A group's targets; without a report `report_address` is empty, and `form_address` where none can be written.

    `data_to` is the month of its figures, where that is another than the meeting's.
    """

    name: str
    address: str
    report_address: str
    form_address: str
    data_to: Month | None
    rows: Sequence[TargetRow]


class Matrix:
    """The groups of a meeting, with their targets."""

    def __init__(self, site: Site, meeting: Meeting) -> None:
        self.site = site
        self.meeting = meeting

    @cached_property
    def groups(self) -> list[GroupPart]:
        """Every group that owed the meeting a report, in their order."""
        return [self._group(id) for id, group in self.site.data.groups.items() if group.active_on(self.meeting.date)]

    @property
    def rows(self) -> list[TargetRow]:
        """Every target."""
        return [row for group in self.groups for row in group.rows]

    @property
    def figures(self) -> list[Figure]:
        """Every figure that stands in it."""
        return [figure for row in self.rows for figure in row.figures]

    @property
    def markers(self) -> frozenset[str]:
        """The markers that stand in it."""
        return frozenset().union(*(row.markers for row in self.rows))

    def _group(self, id: str) -> GroupPart:
        group, report = self.site.data.groups[id], self.site.report(id, self.meeting.date)
        month = report.data_to if report else self.meeting.data_to
        return GroupPart(
            name=group.name,
            address=addresses.group(id),
            report_address=addresses.report(id, report.meeting) if report else "",
            form_address="" if report else form_address(self.site, id, self.meeting),
            data_to=None if month == self.meeting.data_to else month,
            rows=[self._row(id, target, month) for target in group.targets],
        )

    def _row(self, id: str, target: Target, month: Month) -> TargetRow:
        context = Context(month, self.site.data.groups[id], target)
        is_known = self.site.indicator_of(target) is not None
        return TargetRow(
            target=target,
            address=addresses.target(id, target.id),
            tally=self._tally(id, target, self.meeting.date),
            last=None
            if self.site.report(id, self.meeting.date)
            else last_reported(self.site, id, target, self.meeting.date),
            evidence=self.site.assessor.assess(target, context),
            spark=sparkline(self.site, target.indicator, month) if is_known else Spark(),
            figures=self.site.at_a_glance(target.indicator, context)[1:] if is_known else [],
        )

    def _tally(self, id: str, target: Target, day: date) -> Mapping[str, int]:
        serving = (one for one in self.site.standings(id, day) if one.target and one.target.id == target.id)
        return tally(serving)
