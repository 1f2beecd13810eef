"""The evidence on a target as pages hold it: what the figures suggest, in sentences, beside what was reported."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cspsite.evidence import CANNOT, COURSE, Evidence, Travel
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

    `denominators` are the ids of those that it was assessed per.
    """

    suggested: str
    verdicts: list[str]
    where: list[str]
    onwards: list[str]
    travels: list[TravelRow]
    variation: Variation | None
    figures: list[Figure]
    denominators: list[str | None]

    @property
    def markers(self) -> list[str]:
        """The markers that the sentences show."""
        return sorted({marker for words in (*self.where, *self.onwards) for marker in _MARKER.findall(words)})


def evidence_view(site: Site, target: Target, context: Context, statuses: Iterable[str] = ()) -> EvidenceView | None:
    """The evidence at the context's month beside the statuses reported; None where the indicator is not known."""
    evidence = site.assessor.assess(target, context)
    if evidence is None:
        return None
    indicator = site.data.indicators[target.indicator]
    return EvidenceView(
        suggested=evidence.suggested,
        verdicts=[words for status in dict.fromkeys(statuses) if (words := verdict(status, evidence))],
        where=where(evidence, indicator),
        onwards=onwards(evidence),
        travels=_travels(evidence),
        variation=_variation(site, target, context),
        figures=_figures(evidence),
        denominators=_denominators(evidence),
    )


def _denominators(evidence: Evidence) -> list[str | None]:
    """Those of the target's own measure and of the others; none where nothing was assessed."""
    if evidence.suggested == CANNOT:
        return []
    return [one.actual.request.per for one in (evidence.own, *evidence.others)]


def _figures(evidence: Evidence) -> list[Figure]:
    """The figures of the target's course; none where it has no gap."""
    own = evidence.own.figures
    return [] if own["gap"].value is None else [own[name] for name in COURSE]


def _travels(evidence: Evidence) -> list[TravelRow]:
    """Since the year before, and since the baseline year where that is another."""
    found = [("On last year", evidence.since_last_year), ("On the baseline", evidence.since_baseline)]
    rows = [TravelRow(since, travel, compared(travel)) for since, travel in found if travel.ratio.value is not None]
    return rows[:1] if len({row.travel.ratio.comparator for row in rows}) == 1 else rows


def _variation(site: Site, target: Target, context: Context) -> Variation | None:
    chart = site.figures.control_chart(target.indicator, context.data_to)
    return variation(chart, site.data.indicators[target.indicator].polarity) if chart else None
