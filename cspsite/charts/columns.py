"""What charts are made from: each series as plain columns, taken out of pandas once."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from cspsite.figures import Figures, Rate, Request
from cspsite.markers import shown
from cspsite.model import Data, Measure
from cspsite.numbers import digits
from cspsite.periods import Month, Period
from cspsite.quote import Quoter
from cspsite.series import Series

_MISSING = frozenset("x")
_BREAK = frozenset("b")


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of equal length in order of time, from the first number on; None is missing.

    `values` are what a chart draws, and `labels` those values as text with their markers: counts, or rates,
    and then `rates` holds the denominator of each. `step` is how many months lie between two rows.
    `withheld` is whether there is nothing to draw because every number is withheld.
    """

    step: int
    periods: tuple[Period, ...] = ()
    words: tuple[str, ...] = ()
    values: tuple[float | None, ...] = ()
    labels: tuple[str, ...] = ()
    markers: tuple[frozenset[str], ...] = ()
    count_labels: tuple[str, ...] = ()
    rates: tuple[Rate | None, ...] = ()
    withheld: bool = False

    def until(self, month: Month, rows: int | None = None) -> Columns:
        """The rows that end by `month`, missing ones where the series ends before; the last `rows` of them."""
        if not self.periods:
            return self
        number = (month - self.periods[0].end) // self.step + 1
        if number <= 0:
            return Columns(self.step)
        longer = self._extended(number - len(self.periods))
        return longer._part(max(number - rows, 0) if rows else 0, number)

    def _part(self, start: int, end: int) -> Columns:
        columns = (
            self.periods,
            self.words,
            self.values,
            self.labels,
            self.markers,
            self.count_labels,
            self.rates,
        )
        return Columns(self.step, *(column[start:end] for column in columns))  # type: ignore[arg-type]

    def _extended(self, rows: int) -> Columns:
        if rows <= 0:
            return self
        more = tuple(self.periods[-1].shifted(self.step * (n + 1)) for n in range(rows))
        return Columns(
            self.step,
            self.periods + more,
            self.words + tuple(period.words for period in more),
            self.values + (None,) * rows,
            self.labels + ("[x]",) * rows,
            self.markers + (_MISSING,) * rows,
            self.count_labels + ("[x]",) * rows,
            self.rates + (None,) * rows if self.rates else (),
        )


class Basis:
    """One version of the data, with every series as columns; each is made once."""

    def __init__(self, quoter: Quoter) -> None:
        self.quoter = quoter
        self.figures: Figures = quoter.figures
        self.data: Data = quoter.data
        self._made: dict[tuple[str, str, Measure | None], Columns] = {}

    def counts(self, indicator: str) -> Columns:
        """The counts as they were observed, a row a period; raises KeyError for an unknown indicator."""
        key = ("counts", indicator, None)
        if key not in self._made:
            series = self.figures.series[indicator]
            rows = series.observations()
            found = _columns(series.step, [(row.period, row.count, row.markers) for row in rows])
            self._made[key] = found
        return self._made[key]

    def years(self, indicator: str) -> Columns:
        """The counts of financial years, from the first complete one; raises KeyError as `counts` does."""
        key = ("years", indicator, None)
        if key not in self._made:
            self._made[key] = _columns(12, _year_rows(self.figures.series[indicator]))
        return self._made[key]

    def twelve_months(self, indicator: str, measure: Measure | None) -> Columns:
        """Sums of twelve months, or their rates, a row for each month (or quarter) that they end with.

        Each rate has the denominator that `Figures.rate` gives for its twelve months.
        """
        key = ("twelve months", indicator, measure)
        if key not in self._made:
            series = self.figures.series[indicator]
            rows = _twelve_month_rows(series)
            rates = [self._rate(measure, period) for period, _, _ in rows] if measure else []
            decimals = self.quoter.decimals(self.data.indicators[indicator])
            self._made[key] = _columns(series.step, rows, rates, decimals)
        return self._made[key]

    def _rate(self, measure: Measure, period: Period) -> Rate | None:
        return self.figures.rate(measure.per, self.quoter.scale(measure), period)

    def request(
        self, indicator: str, name: str, period: Period, baseline: Period, measure: Measure | None = None
    ) -> Request:
        """A request for a figure with the partnership's own decimals and scale."""
        decimals = self.quoter.decimals(self.data.indicators[indicator])
        per, scale = (measure.per, self.quoter.scale(measure)) if measure else (None, 1)
        return Request(indicator, name, period, baseline, per, scale, decimals)


_Row = tuple[Period, int | None, frozenset[str]]


def _year_rows(series: Series) -> list[_Row]:
    span = series.span
    if span is None:
        return []
    first, last = Period.year_of(span.start).start.year, Period.year_of(span.end).start.year
    return [_total_row(series, Period.financial_year(year)) for year in range(first, last + 1)]


def _twelve_month_rows(series: Series) -> list[_Row]:
    """Rolling sums; a float holds every sum below 2**53 exactly. A year may have a total where a count is withheld."""
    number = 12 // series.step
    sums = series.frame["count"].rolling(number, min_periods=number).sum().tolist()
    rows = series.observations()
    markers = [row.markers for row in rows]
    found = [
        (
            Period.ending(row.period.end, 12),
            None if math.isnan(total) else int(total),
            frozenset[str]().union(*markers[max(i - number + 1, 0) : i + 1]),
        )
        for i, (row, total) in enumerate(zip(rows, sums, strict=True))
    ]
    hidden = {Period.financial_year(year) for year in series.years}
    return [_total_row(series, row[0]) if row[0] in hidden else row for row in found]


def _total_row(series: Series, period: Period) -> _Row:
    total = series.total(period)
    return period, total.count, total.markers


def _columns(step: int, rows: list[_Row], rates: list[Rate | None] | None = None, decimals: int = 0) -> Columns:
    """Rows to columns, from the first number on; with `rates`, the values are per denominator."""
    counts = [_label(None if count is None else Fraction(count), 0, markers) for _, count, markers in rows]
    exact = [_value(count, rates[i] if rates else None, bool(rates)) for i, (_, count, _) in enumerate(rows)]
    labels = [_label(value, decimals, row[2]) for value, row in zip(exact, rows, strict=True)] if rates else counts
    start = next((i for i, value in enumerate(exact) if value is not None), len(rows))
    whole = Columns(
        step,
        tuple(period for period, _, _ in rows),
        tuple(period.words for period, _, _ in rows),
        tuple(None if value is None else float(value) for value in exact),
        tuple(labels),
        tuple(markers for _, _, markers in rows),
        tuple(counts),
        tuple(rates or ()),
    )
    if rows and start == len(rows):
        return Columns(step, withheld=any("c" in markers for _, _, markers in rows))
    return whole._part(start, len(rows))


def _value(count: int | None, rate: Rate | None, is_rate: bool) -> Fraction | None:
    if count is None or (is_rate and rate is None):
        return None
    return Fraction(count * rate.scale, rate.estimate.value) if rate else Fraction(count)


def _label(value: Fraction | None, decimals: int, markers: frozenset[str]) -> str:
    if value is None:
        return shown((markers & frozenset("cxz") or _MISSING) | markers & _BREAK)
    return f"{digits(value, decimals)} {shown(markers)}".strip()
