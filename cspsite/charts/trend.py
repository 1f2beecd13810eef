"""The counts of an indicator over time, with the report's months beside the same months of earlier years."""

from __future__ import annotations

from dataclasses import replace

from cspsite.charts import sentence
from cspsite.charts.chart import Band, Chart, Line, NoChart, Table
from cspsite.charts.columns import Basis, Columns
from cspsite.charts.comparison import Comparison, compare
from cspsite.charts.described import axis, breaks, each, no_counts, notes, source, span, table
from cspsite.charts.years import years
from cspsite.figures import default_period
from cspsite.periods import Period
from cspsite.quote import Context


def trend(basis: Basis, indicator: str, context: Context, *, last_years: int | None = None) -> Chart | NoChart:
    """Counts a month (or quarter) up to `context.data_to`, `trend-<indicator>`; a yearly indicator's `years`.

    Bands are the report's period, the same months of last year and of the baseline year, with their totals.
    `last_years` shows that many years only. Raises KeyError for an unknown indicator.
    """
    known = basis.data.indicators[indicator]
    if known.frequency == "year":
        return years(basis, indicator, context)
    rows = 12 * last_years // basis.counts(indicator).step if last_years else None
    columns = basis.counts(indicator).until(context.data_to, rows)
    if not columns.periods:
        return NoChart(known.name, no_counts(basis.counts(indicator), context.data_to))
    broken = breaks(columns)
    period = default_period(known, context.data_to)
    comparison = compare(basis, indicator, period, basis.quoter.baseline(indicator, context))
    subtitle = f"{sentence.raised(known.unit)} a {each(columns)}, {span(columns).words}"
    months = table(known.name, subtitle, sentence.raised(known.unit), columns)
    return Chart(
        id=f"trend-{indicator}",
        kind="line",
        title=known.name,
        subtitle=subtitle,
        source=source(known),
        finding=sentence.of_comparison(known, comparison),
        axis=axis(known),
        step=columns.step,
        periods=columns.periods,
        lines=(Line(known.name, columns.values, columns.labels, columns.markers),),
        table=_with_totals(months, basis, indicator, period, columns),
        bands=_bands(comparison, columns),
        breaks=broken,
        notes=notes(columns, broken),
    )


def _bands(comparison: Comparison, columns: Columns) -> tuple[Band, ...]:
    """The report's period and the same months of earlier years, each by its months and year with its total."""
    own = comparison.now
    counts = [*(other.count for other in reversed(comparison.others)), own]
    bands = [Band(one.period, f"{one.period.short}: {sentence.said(one)}", emphasis=one is own) for one in counts]
    return tuple(band for band in bands if _is_shown(band.period, columns))


def _is_shown(period: Period, columns: Columns) -> bool:
    shown = span(columns)
    return period.start in shown or period.end in shown


def _with_totals(months: Table, basis: Basis, indicator: str, own: Period, columns: Columns) -> Table:
    """The table of months with the totals of the report's months as its last column, as bands and sentence say them.

    A single month or quarter has a column already.
    """
    if own.length == columns.step:
        return months
    name = "Whole year" if own.length == 12 else own.short_months
    periods = [own.same_months_in(Period.parse(row[0])) for row in months.rows]
    totals = [
        sentence.said(basis.figures.get(basis.request(indicator, "count", period, period)))
        if _is_shown(period, columns)
        else "–"
        for period in periods
    ]
    rows = tuple((*row, total) for row, total in zip(months.rows, totals, strict=True))
    return replace(months, headers=(*months.headers, name), rows=rows)
