"""Indicator pages: charts, figures, counts, caveats and downloads; and the list of all indicators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from textwrap import shorten

from cspsite import paths
from cspsite.assurance import Assurance, assurance
from cspsite.changes.restatements import Restatement
from cspsite.charts.spark import Spark
from cspsite.disclosure import public_notes
from cspsite.exports import series as export
from cspsite.figures import Figure
from cspsite.history import NoHistory
from cspsite.model import Indicator, Target
from cspsite.pages import addresses
from cspsite.pages.chart_view import ChartView, control_view, rolling_view, sparkline, trend_view, years_view
from cspsite.pages.evidence_view import EvidenceView, evidence_view
from cspsite.pages.page import File, Page
from cspsite.pages.site import Site, render
from cspsite.quotable import quotable
from cspsite.quote import Context
from cspsite.variation import Variation, variation

#: How many characters of a page's description search engines show at most.
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator in the list of all; its figures are the count and its changes on last year and the baseline."""

    indicator: Indicator
    illustrative: bool
    address: str
    period: str
    spark: Spark
    figures: list[Figure]


def pages(site: Site) -> Iterator[Page | File]:
    """One page an indicator with its downloads, and the list."""
    yield _list(site)
    for id, indicator in site.data.indicators.items():
        made = _Indicated(site, id, indicator)
        yield made.page()
        yield from made.downloads()
        for _, _, view in made.charts:
            yield from view.files()


def _list(site: Site) -> Page:
    found = [_row(site, id, indicator) for id, indicator in site.data.indicators.items()]
    markers = {marker for row in found for figure in row.figures for marker in figure.markers}
    return Page(
        address=addresses.INDICATORS,
        title="Indicators",
        description="Every indicator of the partnership with its latest count and how it has changed.",
        markdown=render(
            "indicators.md.j2",
            addresses.INDICATORS,
            rows=sorted(found, key=lambda row: row.indicator.name),
            data_to=site.data_to.words,
            markers=sorted(markers),
        ),
        source="",
        toc=False,
    )


def _row(site: Site, id: str, indicator: Indicator) -> IndicatorRow:
    context = site.context_of(id, site.data_to)
    figures = site.at_a_glance(id, context)
    return IndicatorRow(
        indicator=indicator,
        illustrative=site.is_illustrative(id),
        address=addresses.indicator(id),
        period=figures[0].period.words,
        spark=sparkline(site, id, context.data_to),
        figures=figures,
    )


@dataclass(frozen=True, slots=True)
class Controlled:
    """What a control chart says: of the latest count, and whether a target's level can be expected to be met."""

    variation: Variation
    assurance: Assurance


class _Indicated:
    """One indicator on its way to its page."""

    def __init__(self, site: Site, id: str, indicator: Indicator) -> None:
        self.site = site
        self.id = id
        self.indicator = indicator
        self.series = site.figures.series[id]
        self.context = site.context_of(id, site.data_to)
        self.address = addresses.indicator(id)
        self.level = site.level_of(id, self.context)
        self.notes = public_notes(site.data.observations.get(id, ()), self.series)

    def page(self) -> Page:
        """The page."""
        found = [] if self.series.is_empty else quotable(self.site.quoter, self.id, self.context)
        beside = self.beside()
        per = [one.figure.request.per for one in found] + [per for _, view in beside for per in view.denominators]
        shown = [replace(o, note=self.notes.get(str(o.period), "")) for o in reversed(self.series.observations())]
        markdown = render(
            "indicator.md.j2",
            self.address,
            indicator=self.indicator,
            components=self.links(self.indicator.components),
            totals=self.links(id for id, other in self.site.data.indicators.items() if self.id in other.components),
            targets=[(target.short, addresses.target(group, target.id)) for group, target in self.targets()],
            csv=addresses.download(self.id, "csv"),
            json=addresses.download(self.id, "json"),
            charts=self.charts,
            control=self.control(),
            beside=beside,
            quotable=found,
            quoted_for=self.quoted_for(),
            data_to=self.context.data_to.words,
            observations=shown,
            markers=sorted({marker for observation in shown for marker in observation.markers}),
            restated=self.restated(),
            begins=self.site.past.begins,
            is_shallow=self.site.past.is_shallow,
            illustrations=self.site.illustrations(
                *self.site.indicator_records([self.id]),
                *self.site.denominator_records(per),
            ),
        )
        return Page(
            address=self.address,
            title=self.indicator.name,
            description=self.description,
            markdown=markdown,
            source=paths.indicator(self.id),
            search=2,  # before the targets on it, whose names say much the same
            tags=self.site.tags_of(self.indicator.name, self.indicator.definition),
        )

    @property
    def description(self) -> str:
        """What the page is, for search engines: as much of the definition as they show."""
        told = f"{self.indicator.name}: trend, changes, counts and downloads. {self.indicator.definition}"
        return shorten(told, _SHOWN, placeholder=" …")

    def links(self, ids: Iterator[str] | tuple[str, ...]) -> list[tuple[str, str]]:
        """Names and addresses of the indicators that are known."""
        known = self.site.data.indicators
        return [(known[id].name, addresses.indicator(id)) for id in ids if id in known]

    def targets(self) -> list[tuple[str, Target]]:
        """Every target on the indicator, with its group."""
        groups = self.site.data.groups.items()
        return [(id, target) for id, group in groups for target in group.targets if target.indicator == self.id]

    def quoted_for(self) -> tuple[str, str] | None:
        """The first target on the indicator with its group's name, where another target is about it too."""
        found = self.targets()
        return (found[0][1].short, self.site.data.groups[found[0][0]].name) if len(found) > 1 else None

    @cached_property
    def charts(self) -> list[tuple[str, str, ChartView]]:
        """Heading, anchor and chart of everything that can be drawn; of a control chart else why there is none."""
        if self.series.is_empty:
            return []
        found = []
        if self.indicator.frequency != "year":
            found.append(("Trend", "trend", trend_view(self.site, self.id, self.context)))
            found.append(("Is it changing?", "control", control_view(self.site, self.id, self.context, self.level)))
            for group, target in self.targets():
                context = Context(self.context.data_to, self.site.data.groups[group], target)
                heading = self.heading(group, target)
                name = f"{group}--{target.id}"
                evidence = self.site.assessor.assess(target, context)
                course = evidence.levels if evidence else None
                found.append((heading, f"target-{name}", rolling_view(self.site, target, context, name, course=course)))
        found.append(("Whole years", "years", years_view(self.site, self.id, self.context)))
        drawn = any(view.chart for _, _, view in found)
        return [one for one in found if one[2].chart or (drawn and one[1] == "control")]

    def heading(self, group: str, target: Target) -> str:
        """Whose target a chart is against, and which where the group has several."""
        against = f"Against the target of {self.site.data.groups[group].name}"
        several = sum(id == group for id, _ in self.targets()) > 1
        return f"{against}: {target.short}" if several else against

    def control(self) -> Controlled | None:
        """What the control chart says of the latest count, and of a target."""
        chart = self.site.figures.control_chart(self.id, self.context.data_to)
        found = variation(chart, self.indicator.polarity) if chart else None
        if chart is None or found is None:
            return None
        level = self.level
        told = assurance(chart, float(level.value) if level else None, self.indicator.polarity)
        return Controlled(found, replace(told, words=told.words.replace("the level", self.level_words(), 1)))

    def level_words(self) -> str:
        """`the level of 81.3 a month that the target comes to`, and which target where there are several."""
        if self.level is None:
            return "the level"
        several = self.quoted_for()
        which = f"the first target on it ({several[0]}, {several[1]})" if several else "the target"
        return f"the level of {self.level.shown} a {self.indicator.frequency} that {which} comes to"

    def beside(self) -> list[tuple[str, EvidenceView]]:
        """Each target on the indicator, with what the figures suggest."""
        found = []
        for group, target in self.targets():
            context = Context(self.context.data_to, self.site.data.groups[group], target)
            if view := evidence_view(self.site, target, context):
                found.append((target.short, view))
        return found

    def restated(self) -> list[Restatement] | str:
        """Every count that was published otherwise before, newest first; or why that is not known, in words."""
        found = self.site.past.restatements(self.id)
        return found.reason if isinstance(found, NoHistory) else found

    def downloads(self) -> Iterator[File]:
        """The CSV and the JSON file."""
        found = export.rows(self.series, self.notes, self.site.is_illustrative(self.id))
        licence = self.site.data.partnership.licence
        yield File(addresses.download(self.id, "csv"), export.as_csv(found))
        yield File(addresses.download(self.id, "json"), export.as_json(self.id, self.indicator, found, licence))
