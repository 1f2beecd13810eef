"""Figures of one version of the data, by name; each is computed once, exactly, and rounded only when it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from cspsite.control_chart import ControlChart, control_chart
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
        self._control: dict[tuple[str, Month], ControlChart | None] = {}

    def get(self, request: Request) -> Figure:
        """The figure asked for; raises KeyError for an unknown indicator or name."""
        made = self._made.get(request)
        if made is None:
            made = self._made[request] = self._broken(_formula(request.name)(self, request))
        return made

    def _broken(self, figure: Figure) -> Figure:
        """The figure, marked b where the way of counting changed between the periods that it compares."""
        if len(figure.terms) < 2:
            return figure
        first = min(term.total.period.start for term in figure.terms)
        last = max(term.total.period.end for term in figure.terms)
        if any(first < month <= last for month in self.series[figure.request.indicator].breaks):
            return replace(figure, markers=figure.markers | {"b"})
        return figure

    def term(self, request: Request, period: Period) -> Term:
        """The request's count of a period, with the denominator where it is per one."""
        total = self.series[request.indicator].total(period)
        if request.per is None or not request.is_per:
            return Term(total)
        return Term(total, self.rate(request.per, request.scale, period))

    def control_chart(self, indicator: str, until: Month) -> ControlChart | None:
        """The control chart of an indicator's counts up to a month; raises KeyError for an unknown indicator."""
        key = (indicator, until)
        if key not in self._control:
            known, screened = self.data.indicators[indicator], self.data.partnership.rules.screen_moving_ranges
            self._control[key] = control_chart(self.series[indicator], known, until, screened=screened)
        return self._control[key]

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
