"""The evidence on a target as pages hold it: what the figures suggest, in sentences, beside what was reported."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cspsite.control_limits import SHORT
from cspsite.evidence import CANNOT, COURSE, Evidence, Travel, allowed_age
from cspsite.evidence_words import compared, onwards, verdict, where
from cspsite.figure import Figure
from cspsite.markers import MARKERS
from cspsite.model import Target
from cspsite.pages.site import Site
from cspsite.quote import Context
from cspsite.variation import Variation, variation

_MARKER = re.compile(rf"\[([{''.join(MARKERS)}])\]")


@dataclass(frozen=True, slots=True)
class TravelRow:
    """Which way an indicator has gone since earlier months; `ratio` is that of the two, in words."""

    since: str
    travel: Travel
    ratio: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What stands beside a target: the suggestion, the verdict on each reported status, and what they rest on.

    `denominators` are the ids of those that it was assessed per; `latest` is the period that the variation is of, and
    `untold` says why there is none where a season may be taken for a change.
    """

    suggested: str
    verdicts: list[str]
    where: list[str]
    onwards: list[str]
    travels: list[TravelRow]
    variation: Variation | None
    latest: str
    untold: str
    figures: list[Figure]
    denominators: list[str | None]

    @property
    def markers(self) -> list[str]:
        """The markers that the sentences show."""
        told = [words for row in self.travels for words in (row.travel.words, row.ratio)]
        return sorted({marker for words in (*self.where, *self.onwards, *told) for marker in _MARKER.findall(words)})


def evidence_view(site: Site, target: Target, context: Context, statuses: Iterable[str] = ()) -> EvidenceView | None:
    """The evidence at the context's month beside the statuses reported; None where the indicator is not known."""
    evidence = site.assessor.assess(target, context)
    if evidence is None:
        return None
    indicator = site.data.indicators[target.indicator]
    special, latest = _variation(site, target, context)
    untold = SHORT if not special and _is_short(site, target, context) else ""
    travels = _travels(evidence)
    return EvidenceView(
        suggested=evidence.suggested,
        verdicts=[words for status in dict.fromkeys(statuses) if (words := verdict(status, evidence))],
        where=where(evidence, indicator),
        onwards=onwards(evidence),
        travels=travels,
        variation=special,
        latest=latest,
        untold=untold,
        figures=_figures(evidence, [row.travel.ratio for row in travels]),
        denominators=_denominators(evidence),
    )


def _denominators(evidence: Evidence) -> list[str | None]:
    """Those of the target's own measure and of the others; none where nothing was assessed."""
    if evidence.suggested == CANNOT:
        return []
    return [one.actual.request.per for one in (evidence.own, *evidence.others)]


def _figures(evidence: Evidence, ratios: list[Figure]) -> list[Figure]:
    """Every figure that the sentences speak of: the target's course where it has one, other measures, and ratios.

    A level has no other figure that tells where it is; the change of a target in per cent stands in the report's own.
    """
    own = evidence.own.figures
    if own["gap"].value is None:
        return ratios
    level = [evidence.own.actual] if evidence.own.aim.is_level else []
    others = [figure for one in evidence.others for figure in (one.actual, one.figures["expected"])]
    return [*level, *(own[name] for name in COURSE), *others, *ratios]


def _travels(evidence: Evidence) -> list[TravelRow]:
    """Since the year before, and since the baseline year where that is another."""
    found = [("On last year", evidence.since_last_year), ("On the baseline", evidence.since_baseline)]
    rows = [TravelRow(since, travel, compared(travel)) for since, travel in found if travel.ratio.value is not None]
    return rows[:1] if len({row.travel.ratio.comparator for row in rows}) == 1 else rows


def _variation(site: Site, target: Target, context: Context) -> tuple[Variation | None, str]:
    """What the latest count is, and of when; nothing where it is older than the partnership's rule allows."""
    indicator = site.data.indicators[target.indicator]
    chart = site.figures.control_chart(target.indicator, context.data_to)
    if chart is None or chart.latest is None:
        return None, ""
    latest = chart.periods[chart.latest]
    if context.data_to - latest.end > allowed_age(site.data.partnership.rules, indicator):
        return None, ""
    return variation(chart, indicator.polarity), latest.words


def _is_short(site: Site, target: Target, context: Context) -> bool:
    """Whether the control chart says nothing of the latest count because of a season that there may be."""
    chart = site.figures.control_chart(target.indicator, context.data_to)
    if chart is None:
        return site.figures.no_limits(target.indicator, context.data_to) == SHORT
    return chart.latest is not None and chart.stretch_of(chart.latest).short
