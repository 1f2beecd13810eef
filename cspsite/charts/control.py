"""The control chart of an indicator's counts: between its limits they vary by chance alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from cspsite.charts import control_words as words
from cspsite.charts import sentence
from cspsite.charts.chart import Break, Chart, Flag, FlagKind, Guide, Line, NoChart, Reference
from cspsite.charts.columns import Basis, Columns
from cspsite.charts.control_words import Level
from cspsite.charts.described import aim_rows, axis, breaks, each, no_counts, notes, source, span
from cspsite.control_chart import ControlChart
from cspsite.model import Indicator, Polarity
from cspsite.quote import Context
from cspsite.variation import VariationKind, variation_at
from cspsite.words import day_words

_FLAGS: Mapping[VariationKind, FlagKind] = {
    "concerning": "concern",
    "improving": "improvement",
    "neither": "special",
}


def control(
    basis: Basis, indicator: str, context: Context, *, level: Level | None = None, last_rows: int = 60
) -> Chart | NoChart:
    """Counts a month (or quarter) up to `context.data_to` with their mean and limits, `control-<indicator>`.

    Flags are special causes. `level` is drawn as a reference, and the sentence says whether chance lets it be met.
    Of a long series the last rows are shown; limits rest on all of a stretch. Raises KeyError for an unknown
    indicator.
    """
    known = basis.data.indicators[indicator]
    columns = basis.counts(indicator).until(context.data_to, last_rows)
    if not columns.periods:
        return NoChart(known.name, no_counts(basis.counts(indicator), context.data_to))
    chart = basis.figures.control_chart(indicator, context.data_to)
    if chart is None:
        return NoChart(known.name, basis.figures.no_limits(indicator, context.data_to))
    made = _described(f"control-{indicator}", chart, columns, known, level)
    screened = basis.data.partnership.rules.screen_moving_ranges
    return replace(made, notes=(*made.notes, *words.limit_notes(chart, columns, screened=screened)))


def _described(id: str, chart: ControlChart, columns: Columns, known: Indicator, level: Level | None) -> Chart:
    """The chart, with notes on what is drawn alone."""
    rows = _rows(chart, columns)
    guides = _guides(chart, rows)
    flags = _flags(chart, rows, known.polarity)
    broken = _breaks(chart, columns)
    unit = sentence.raised(known.unit)
    return Chart(
        id=id,
        kind="line",
        title=f"{known.name}: control chart",
        subtitle=f"{unit} a {each(columns)} with their mean and limits, {span(columns).words}",
        source=source(known),
        finding=words.finding(chart, columns, known, level),
        axis=axis(known),
        step=columns.step,
        periods=columns.periods,
        lines=(Line(known.name, columns.values, columns.labels, columns.markers),),
        table=words.table(known, columns, guides, flags),
        references=_references(level, columns),
        guides=guides,
        flags=flags,
        breaks=broken,
        notes=(*words.flag_notes(flags), *notes(columns, broken)),
    )


def _rows(chart: ControlChart, columns: Columns) -> list[int | None]:
    """For each row of the columns its place in the control chart; None after its end."""
    places = {period: place for place, period in enumerate(chart.periods)}
    return [places.get(period) for period in columns.periods]


def _guides(chart: ControlChart, rows: Sequence[int | None]) -> tuple[Guide, ...]:
    mean = ("Usual count", "Usual") if chart.seasonal else ("Mean", "Mean")
    found = (
        _guide(*mean, "centre", chart.centre, rows),
        _guide("Upper limit", "Limit", "limit", chart.upper, rows),
        _guide("Lower limit", "Limit", "limit", [None if one is None or one < 0 else one for one in chart.lower], rows),
    )
    return tuple(guide for guide in found if guide.last is not None)


def _guide(
    name: str,
    short: str,
    style: Literal["centre", "limit"],
    numbers: Sequence[float | None],
    rows: Sequence[int | None],
) -> Guide:
    """A guide over the rows; after the end of the series it has none."""
    values = tuple(None if place is None else numbers[place] for place in rows)
    labels = tuple("" if value is None else words.shown(value) for value in values)
    last = next((label for label in reversed(labels) if label), "")
    return Guide(name, values, labels, f"{short} {last}", style)


def _flags(chart: ControlChart, rows: Sequence[int | None], polarity: Polarity) -> tuple[Flag, ...]:
    found = []
    for step, place in enumerate(rows):
        told = None if place is None else variation_at(chart, place, polarity)
        if told is not None and told.kind != "common":
            found.append(Flag(step, _FLAGS[told.kind], told.words))
    return tuple(found)


def _breaks(chart: ControlChart, columns: Columns) -> tuple[Break, ...]:
    """Series breaks, and where limits begin anew for another reason."""
    broken = breaks(columns)
    begin = {stretch.period.start for stretch in chart.stretches[1:]}
    steps = [step for step, period in enumerate(columns.periods) if step and period.start in begin]
    anew = [Break(step, "new limits", parts=False) for step in steps if step not in {one.step for one in broken}]
    return tuple(sorted((*broken, *anew), key=lambda one: one.step))


def _references(level: Level | None, columns: Columns) -> tuple[Reference, ...]:
    if level is None:
        return ()
    by = f" by {day_words(level.by)}" if level.by else ""
    label = f"Target: {level.shown} a {each(columns)}{by}"
    return (Reference(float(level.value), label, True, aim_rows(level.shown, level.by)),)
