"""Where a target should be, on its chart: a guide from the baseline to the target, and an axis that reaches it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from cspsite.charts.chart import Chart, Guide, Line, Note, Table
from cspsite.model import Shape, Target
from cspsite.numbers import digits
from cspsite.periods import Month

#: Levels at the ends of months, in the unit of a chart's axis.
Course = Sequence[tuple[Month, Fraction]]

#: How many months after the last count the axis goes on at most.
AHEAD = 36
#: What the levels of a course are, in the head of a table's column.
EXPECTED = "Where it should be"
_SHAPES: Mapping[Shape, str] = {
    "straight": "a straight line to the target",
    "profiled": "a profiled way to the target",
    "points": "given points on the way to the target",
}


def with_course(chart: Chart, target: Target, course: Course, decimals: int) -> Chart:
    """The chart on an axis to the end of `course`, with the course as a guide and as a column of the table.

    A course that holds one level has neither: the chart's reference says it. Months without a level have no guide.
    """
    if not course:
        return chart
    longer = _longer(chart, min(max(month for month, _ in course) - chart.periods[-1].end, AHEAD) // chart.step)
    if target.kind == "hold":
        return longer
    at = dict(course)
    levels = [at.get(period.end) for period in longer.periods]
    shown = tuple("" if level is None else digits(level, decimals) for level in levels)
    values = tuple(None if level is None else float(level) for level in levels)
    guide = Guide(EXPECTED, values, shown, EXPECTED, "trajectory")
    note = Note(f"{EXPECTED}: {_SHAPES[target.trajectory.shape]}")
    table = _table(chart.table, shown[: len(chart.periods)])
    return replace(longer, guides=(guide,), table=table, notes=(*longer.notes, note))


def _longer(chart: Chart, rows: int) -> Chart:
    """The chart with that many periods more, which have neither numbers nor labels."""
    if rows <= 0:
        return chart
    periods = chart.periods + tuple(chart.periods[-1].shifted(chart.step * (n + 1)) for n in range(rows))
    return replace(chart, periods=periods, lines=tuple(_padded(line, rows) for line in chart.lines))


def _padded(line: Line, rows: int) -> Line:
    markers = line.markers + (frozenset[str](),) * rows
    return replace(line, values=line.values + (None,) * rows, labels=line.labels + ("",) * rows, markers=markers)


def _table(table: Table, shown: Sequence[str]) -> Table:
    rows = tuple((*row, level or "–") for row, level in zip(table.rows, shown, strict=True))
    return replace(table, headers=(*table.headers, EXPECTED), rows=rows)
