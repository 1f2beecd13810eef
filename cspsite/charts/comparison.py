"""A period's count beside the counts it is compared with: what a chart's bands and finding say."""

from __future__ import annotations

from dataclasses import dataclass

from cspsite.charts.columns import Basis
from cspsite.figures import Figure
from cspsite.periods import Period


@dataclass(frozen=True, slots=True)
class Comparator:
    """An earlier period's count, and the percentage change from it."""

    count: Figure
    change: Figure


@dataclass(frozen=True, slots=True)
class Comparison:
    """A period's count, and the earlier ones, newest first: last year's, the baseline year's if another."""

    now: Figure
    others: tuple[Comparator, ...]


def compare(basis: Basis, indicator: str, period: Period, baseline: Period) -> Comparison:
    """A period against last year and the baseline year; raises KeyError for an unknown indicator."""
    made = [_comparator(basis, indicator, period, baseline, name) for name in ("last_year", "baseline")]
    others = {other.count.period: other for other in made if other.count.period < period}
    now = basis.figures.get(basis.request(indicator, "count", period, baseline))
    return Comparison(now, tuple(others[key] for key in sorted(others, reverse=True)))


def _comparator(basis: Basis, indicator: str, period: Period, baseline: Period, name: str) -> Comparator:
    figures = [
        basis.figures.get(basis.request(indicator, f"{what}.{name}", period, baseline)) for what in ("count", "change")
    ]
    return Comparator(*figures)
