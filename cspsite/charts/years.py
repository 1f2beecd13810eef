"""The counts of financial years, as columns: the chart of a yearly indicator, and of the whole years of others."""

from __future__ import annotations

from cspsite.charts import sentence
from cspsite.charts.chart import Band, Chart, Line, NoChart
from cspsite.charts.columns import Basis
from cspsite.charts.comparison import compare
from cspsite.charts.described import axis, breaks, no_counts, notes, source, table
from cspsite.periods import Month, Period
from cspsite.quote import Context


def years(basis: Basis, indicator: str, context: Context) -> Chart | NoChart:
    """Counts of the financial years that are complete at `context.data_to`, `years-<indicator>`.

    The title tells it from the trend of the same counts. The baseline year is a band; a year without a count is a gap.
    Raises KeyError for an unknown indicator.
    """
    known = basis.data.indicators[indicator]
    columns = basis.years(indicator).until(context.data_to)
    if not columns.periods:
        return NoChart(known.name, no_counts(basis.counts(indicator), context.data_to, "no financial year is"))
    baseline = basis.quoter.baseline(indicator, context)
    comparison = compare(basis, indicator, last_year(context.data_to), baseline)
    yearly = known.frequency == "year"
    subtitle = f"{sentence.raised(known.unit)} a financial year, {columns.words[0]} to {columns.words[-1]}"
    return Chart(
        id=f"years-{indicator}",
        kind="columns",
        title=known.name if yearly else f"{known.name}: whole years",
        subtitle=subtitle,
        source=source(known),
        finding=sentence.of_comparison(known, comparison),
        axis=axis(known),
        step=12,
        periods=columns.periods,
        lines=(Line(known.name, columns.values, columns.labels, columns.markers),),
        table=table(
            known.name if yearly else f"{known.name}, whole years", subtitle, sentence.raised(known.unit), columns
        ),
        bands=(Band(baseline, "baseline year"),) if baseline in columns.periods else (),
        breaks=breaks(columns),
        notes=notes(columns, breaks(columns)),
    )


def last_year(data_to: Month) -> Period:
    """The latest financial year that is complete."""
    year = Period.year_of(data_to)
    return year if year.end == data_to else year.shifted(-12)
