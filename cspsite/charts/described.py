"""What every chart says beside its drawing: its source, its table, and what its markers mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cspsite.charts.chart import HOLLOW, REVISED, Axis, Break, Mark, Note, Table
from cspsite.charts.columns import Columns
from cspsite.charts.sentence import lowered, per, raised
from cspsite.figures import Rate
from cspsite.markers import MARKERS, explained
from cspsite.model import Indicator
from cspsite.periods import Month, Period
from cspsite.words import day_words

#: The columns of a financial year in months and in quarters, by how many months each covers.
_COLUMNS = {
    1: tuple(Month.of(2000, month).words.split()[0][:3] for month in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)),
    3: ("Apr to Jun", "Jul to Sep", "Oct to Dec", "Jan to Mar"),
}

_EACH = {1: "month", 3: "quarter", 12: "financial year"}
_BREAK = "b"


def each(columns: Columns) -> str:
    """What a row covers: a month, a quarter or a financial year."""
    return _EACH[columns.step]


def span(columns: Columns) -> Period:
    """From the start of the first row to the end of the last."""
    return Period(columns.periods[0].start, columns.periods[-1].end)


def table(name: str, subtitle: str, unit: str, columns: Columns) -> Table:
    """The numbers as they are shown: a row for each financial year, with a column for each month or quarter."""
    caption = f"{name}: {lowered(subtitle)}"
    if columns.step not in _COLUMNS:
        return Table(caption, ("Financial year", unit), tuple(zip(columns.words, columns.labels, strict=True)))
    names = _COLUMNS[columns.step]
    rows: dict[Period, list[str]] = {}
    for period, label in zip(columns.periods, columns.labels, strict=True):
        year = Period.year_of(period.start)
        row = rows.setdefault(year, ["–"] * len(names))
        row[(period.start - year.start) // columns.step] = label
    return Table(caption, ("Financial year", *names), tuple((str(year), *row) for year, row in rows.items()))


def axis(indicator: Indicator, rate: Rate | None = None) -> Axis:
    """The axis of an indicator's counts, or of their rates."""
    label = f"{raised(indicator.unit)}{per(rate)}"
    return Axis(label, rate is None, indicator.unit, f"{rate.scale} {rate.noun}" if rate else "")


def source(indicator: Indicator) -> str:
    """Who recorded the counts, and when they were taken from there."""
    if not indicator.source:
        return "Source: not stated"
    taken = f", extracted {day_words(indicator.extracted)}" if indicator.extracted else ""
    return f"Source: {indicator.source}{taken}"


def notes(columns: Columns, broken: Sequence[Break] = ()) -> tuple[Note, ...]:
    """What the markers in the columns mean, and how each is drawn; `broken` are the breaks that are."""
    beside, instead = set[str](), set[str]()
    for markers, value in zip(columns.markers, columns.values, strict=True):
        (instead if value is None else beside).update(markers)
    if None in columns.values and not instead & set("cxz"):
        instead.add("x")
    hollow = frozenset(beside & HOLLOW)
    found = [Note(explained(hollow), "hollow")] if hollow else []
    found += [Note(_meaning(marker), "gap") for marker in sorted(instead & set("cxz"))]
    if _BREAK in instead:
        beside.add(_BREAK)
    drawn: dict[str, Mark] = {REVISED: "revised", _BREAK: "break" if broken else ""}
    others = sorted((beside - HOLLOW) & set(MARKERS))
    return (*found, *(Note(_meaning(marker), drawn.get(marker, "")) for marker in others))


def breaks(columns: Columns, observed: Columns | None = None) -> tuple[Break, ...]:
    """A break before each row from which on the way of counting is another.

    Rows that overlap, as rolling sums do, need the counts as they were `observed`: each begins where its last part is.
    """
    rows = observed or columns
    marked = {period.end for period, markers in zip(rows.periods, rows.markers, strict=True) if _BREAK in markers}
    ends = [period.end for period in columns.periods]
    return tuple(Break(row, _meaning(_BREAK)) for row in range(1, len(ends)) if ends[row] in marked)


def aim_rows(shown: str, by: date | None) -> tuple[str, ...]:
    """A target's label at the end of its line: `Target 10.9`, and in a second row `by Mar 2008`."""
    return (f"Target {shown}", *([f"by {Month.containing(by).short}"] if by else []))


def no_counts(columns: Columns, data_to: Month, whole: str = "") -> str:
    """Why nothing can be drawn: no counts at all, none so early, or none of a whole year."""
    if not columns.periods:
        gone = "every count is withheld, so that nobody can be identified"
        return gone if columns.withheld else "there are no counts"
    if columns.periods[0].end > data_to:
        return f"there are no counts up to {data_to.words}"
    return f"{whole} complete up to {data_to.words}"


def _meaning(marker: str) -> str:
    return f"[{marker}] {MARKERS[marker][0]}"
