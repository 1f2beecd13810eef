"""Rolling twelve months of a target's indicator in the target's own measure, beside the level it aims at."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from cspsite.charts import sentence
from cspsite.charts.chart import Chart, Line, NoChart, Note, Reference, Table
from cspsite.charts.columns import Basis, Columns
from cspsite.charts.course import Course, with_course
from cspsite.charts.described import aim_rows, axis, breaks, no_counts, notes, source
from cspsite.charts.estimates import estimate_notes, new_estimates
from cspsite.charts.sentence import Levels
from cspsite.figures import Figure, Rate
from cspsite.model import Indicator, Target
from cspsite.periods import Month, Period
from cspsite.quote import Context
from cspsite.words import day_words


def rolling(
    basis: Basis, target: Target, context: Context, *, course: Course | None = None, last_years: int | None = None
) -> Chart | NoChart:
    """The twelve months to each month (or quarter) up to `context.data_to`, `rolling-<target>`.

    A rate where the target has a measure, else a count. References are the baseline year's level and, where the
    target has a number, the level aimed at: the baseline's changed by its percentage, its value, or the level held.
    With a `course`, from the start of its trajectory to its end, the axis goes on to that end (at most 36 months),
    the course is a guide, and the table says the level of each row. `last_years` shows that many years only.
    """
    known = basis.data.indicators.get(target.indicator)
    if known is None:
        return NoChart(target.short, "its indicator is not known")
    columns = basis.twelve_months(target.indicator, target.measure)
    columns = columns.until(context.data_to, 12 * last_years // columns.step if last_years else None)
    if not columns.periods:
        return NoChart(known.name, _nothing(basis, target, context.data_to))
    levels = _levels(basis, target, columns.periods[-1])
    unit = axis(known, _rate(columns)).label
    broken, new = breaks(columns, basis.counts(target.indicator)), new_estimates(columns)
    chart = Chart(
        id=f"rolling-{target.id}",
        kind="line",
        title=f"{known.name}: {_windows(columns.step)}",
        subtitle=f"{unit}, {_each(columns)}",
        source=source(known),
        finding=sentence.of_levels(known, levels),
        axis=axis(known, _rate(columns)),
        step=columns.step,
        periods=columns.periods,
        lines=(Line(known.name, columns.values, columns.labels, columns.markers),),
        table=_table(known, columns),
        references=_references(levels),
        breaks=tuple(sorted((*broken, *new), key=lambda one: one.step)),
        notes=(*notes(columns, broken), *_mixed(columns), *estimate_notes(columns, new), *_rests(levels, course)),
    )
    return with_course(chart, target, course or (), levels.baseline.decimals)


def _mixed(columns: Columns) -> tuple[Note, ...]:
    """What a sum is that has a series break within it."""
    if not any("b" in markers for markers in columns.markers):
        return ()
    return (Note("Twelve months marked [b] have a series break among them: what they add up may not be alike"),)


def _rests(levels: Levels, course: Course | None) -> tuple[Note, ...]:
    """Why a line above its course may yet be on it: a change is assessed on other months than are drawn."""
    if not course or levels.target.change_wanted is None or not levels.baseline.value:
        return ()
    words = "this financial year's months against the same months of the baseline year"
    return (Note(f"What the figures suggest rests on {words}; the chart shows twelve months at a time"),)


def _levels(basis: Basis, target: Target, period: Period) -> Levels:
    baseline = target.baseline or basis.data.partnership.strategy.baseline
    name = "rate" if target.measure else "count"
    now, before = (
        basis.figures.get(basis.request(target.indicator, name, of, baseline, target.measure))
        for of in (period, baseline)
    )
    return Levels(target, now, before, _wanted(target, before))


def _wanted(target: Target, baseline: Figure) -> Figure | None:
    """The level aimed at, as a figure of the baseline's unit."""
    if target.kind == "reach_value":
        return replace(baseline, value=None if target.value is None else Fraction(target.value))
    if target.change_wanted is None or baseline.value is None or baseline.period.length != 12:
        return None
    return replace(baseline, value=baseline.value * (1 + target.change_wanted))


def _references(levels: Levels) -> tuple[Reference, ...]:
    target, before, wanted = levels.target, levels.baseline, levels.wanted
    if target.kind == "hold" and wanted is not None and wanted.value is not None:
        until = f" until {day_words(target.end)}" if target.end else ""
        label = f"Target: hold at {before.shown}{until}"
        return (Reference(float(wanted.value), label, True, ("Target", f"hold at {before.shown}")),)
    found: list[Reference] = []
    if before.value is not None and before.period.length == 12:
        name, year = f"Baseline {before.shown}", before.period.words
        found.append(Reference(float(before.value), f"Baseline {year}: {before.shown}", rows=(name, year)))
    if wanted is not None and wanted.value is not None:
        by = f" by {day_words(target.end)}" if target.end else ""
        rows = aim_rows(wanted.shown, target.end)
        found.append(Reference(float(wanted.value), f"Target: {wanted.shown}{by}", True, rows))
    return tuple(found)


def _nothing(basis: Basis, target: Target, data_to: Month) -> str:
    counted = basis.twelve_months(target.indicator, None).until(data_to)
    if counted.periods and target.measure:
        return f"no value of {target.measure.per} is known to divide by"
    return no_counts(basis.counts(target.indicator), data_to, "no twelve months are")


def _windows(step: int) -> str:
    return "financial years" if step == 12 else "rolling twelve months"


def _each(columns: Columns) -> str:
    """Which twelve months: `twelve months to each month, March 2004 to July 2006`."""
    if columns.step == 12:
        return f"financial years {columns.words[0]} to {columns.words[-1]}"
    first, last = columns.periods[0].end.words, columns.periods[-1].end.words
    return f"twelve months to each {'month' if columns.step == 1 else 'quarter'}, {first} to {last}"


def _rate(columns: Columns) -> Rate | None:
    return next((rate for rate in columns.rates if rate), None)


def _table(indicator: Indicator, columns: Columns) -> Table:
    unit, rate = sentence.raised(indicator.unit), _rate(columns)
    caption = f"{indicator.name}: {_each(columns)}"
    if rate is None:
        return Table(caption, ("Twelve months", unit), tuple(zip(columns.words, columns.labels, strict=True)))
    estimates = (f"{row.estimate.value:,}" if row else "[x]" for row in columns.rates)
    rows = zip(columns.words, columns.count_labels, estimates, columns.labels, strict=True)
    headers = ("Twelve months", unit, sentence.raised(rate.noun), sentence.raised(rate.words))
    return Table(caption, headers, tuple(rows))
