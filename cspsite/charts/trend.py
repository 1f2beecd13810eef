"""The counts of an indicator over time, with the report's months beside the same months of earlier years."""

from __future__ import annotations

from cspsite.charts import sentence
from cspsite.charts.chart import Axis, Band, Chart, Line, NoChart
from cspsite.charts.columns import Basis, Columns
from cspsite.charts.comparison import Comparison, compare
from cspsite.charts.described import breaks, each, no_counts, notes, source, span, table
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
    return Chart(
        id=f"trend-{indicator}",
        kind="line",
        title=known.name,
        subtitle=subtitle,
        source=source(known),
        finding=sentence.of_comparison(known, comparison),
        axis=Axis(sentence.raised(known.unit)),
        step=columns.step,
        periods=columns.periods,
        lines=(Line(known.name, columns.values, columns.labels, columns.markers),),
        table=table(known.name, subtitle, sentence.raised(known.unit), columns),
        bands=_bands(comparison, columns),
        breaks=broken,
        notes=notes(columns, broken),
    )


def _bands(comparison: Comparison, columns: Columns) -> tuple[Band, ...]:
    """The report's period by its name, and the earlier ones by their years, each with its total."""
    shown = span(columns)
    own = Band(comparison.now.period, f"{comparison.now.period.words}: {sentence.said(comparison.now)}", emphasis=True)
    others = [
        Band(other.count.period, f"{_year(other.count.period)}: {sentence.said(other.count)}")
        for other in reversed(comparison.others)
    ]
    return tuple(band for band in (*others, own) if band.period.start in shown or band.period.end in shown)


def _year(period: Period) -> str:
    return str(period.start.year) if period.start.year == period.end.year else str(Period.year_of(period.start))
