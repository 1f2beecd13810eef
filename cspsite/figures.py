"""Figures of one version of the data, by name; each is computed once, exactly, and rounded only when it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import replace
from datetime import date

from cspsite.control_chart import ControlChart, control_chart, no_limits
from cspsite.disclosure import disclosed
from cspsite.figure import Figure, Rate, Request, Source, Term, default_period
from cspsite.figure_names import NAMES, Unit
from cspsite.formulas import chance, control, counts, projection, target
from cspsite.model import Data, DenominatorValue
from cspsite.periods import Month, Period
from cspsite.series import Series, all_series

__all__ = ["NAMES", "Figure", "Figures", "Rate", "Request", "Term", "Unit", "default_period", "reference_age"]

Formula = Callable[[Source, Request], Figure]

_FORMULAS: Mapping[str, Formula] = {
    **dict.fromkeys(("interval", "rate_interval", "ratio"), chance.make),
    **dict.fromkeys(("mean", "upper_limit", "lower_limit"), control.make),
    **dict.fromkeys(("projection", "projection_change"), projection.make),
    "projection.target": projection.at_target,
    **dict.fromkeys(target.FORMULAS, target.make),
}


class Figures:
    """Computes figures from one version of the data; each is computed once."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.series: Mapping[str, Series] = disclosed(data, all_series(data))
        self._made: dict[Request, Figure] = {}
        self._terms: dict[tuple[str, Period, str | None, int], Term] = {}
        self._control: tuple[tuple[str, Month], ControlChart | None] | None = None

    def beside(self, data: Data) -> Figures:
        """The same figures beside data that have the same counts, definitions and rules, but may have other words."""
        if data is self.data:
            return self
        other = copy(self)
        other.data = data
        return other

    def get(self, request: Request) -> Figure:
        """The figure asked for; raises KeyError for an unknown indicator or name."""
        made = self._made.get(request)
        if made is None:
            made = self._made[request] = self._broken(_formula(request.name)(self, request))
        return made

    def _broken(self, figure: Figure) -> Figure:
        """The figure, marked b where the way of counting changed between the months that it compares, or only there.

        The first of them may be marked itself: all after it were counted as it was.
        """
        if len(figure.terms) < 2:
            return figure
        first = min(term.total.period.start for term in figure.terms)
        last = max(term.total.period.end for term in figure.terms)
        is_broken = any(first < month <= last for month in self.series[figure.request.indicator].breaks)
        if is_broken == ("b" in figure.markers):
            return figure
        return replace(figure, markers=figure.markers | {"b"} if is_broken else figure.markers - {"b"})

    def term(self, request: Request, period: Period) -> Term:
        """The request's count of a period, with the denominator where it is per one."""
        per = request.per if request.is_per else None
        key = (request.indicator, period, per, request.scale)
        if key not in self._terms:
            rate = self.rate(per, request.scale, period) if per else None
            self._terms[key] = Term(self.series[request.indicator].total(period), rate)
        return self._terms[key]

    def control_chart(self, indicator: str, until: Month) -> ControlChart | None:
        """The control chart of an indicator's counts up to a month; raises KeyError for an unknown indicator.

        Only the last one is kept: each report has charts of its own, and all of them together would be large.
        """
        key = (indicator, until)
        if self._control is None or self._control[0] != key:
            known, screened = self.data.indicators[indicator], self.data.partnership.rules.screen_moving_ranges
            self._control = key, control_chart(self.series[indicator], known, until, screened=screened)
        return self._control[1]

    def no_limits(self, indicator: str, until: Month) -> str:
        """Why an indicator has no control chart up to a month, where it has none; raises KeyError as that does."""
        known, screened = self.data.indicators[indicator], self.data.partnership.rules.screen_moving_ranges
        return no_limits(self.series[indicator], known, until, screened=screened)

    def rate(self, per: str, scale: int, period: Period) -> Rate | None:
        """The denominator for a period: the latest estimate for a date in its financial year or before."""
        latest = Period.year_of(period.end).end.last_day
        values = [value for value in self.data.denominator_values.get(per, ()) if value.reference_date <= latest]
        definition = self.data.denominators.get(per)
        if not values or definition is None:
            return None
        return Rate(definition.noun, scale, values[-1])


def _formula(name: str) -> Formula:
    """The formula of a name; raises KeyError for an unknown one."""
    if name not in NAMES:
        raise KeyError(name)
    return _FORMULAS.get(name) or _FORMULAS.get(name.partition(".")[0], counts.make)


def reference_age(value: DenominatorValue, day: date) -> int:
    """How many whole months before `day` an estimate's reference date lies."""
    return Month.containing(day) - Month.containing(value.reference_date)
