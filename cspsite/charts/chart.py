"""What a chart shows, before anyone draws it: numbers, names and one sentence; no colours, no pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cspsite.periods import Month, Period

Kind = Literal["line", "columns"]
Mark = Literal["hollow", "gap", "band", ""]

#: Markers of a number that is not yet, or not quite, a count: its point or column is drawn hollow.
HOLLOW = frozenset("ep")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of numbers, one for each period of the chart; None is missing.

    `labels` are the numbers as people read them, with their markers: `91`, `90 [e]`, `[x]`.
    `emphasis` tells the chart's subject from its context.
    """

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    markers: tuple[frozenset[str], ...]
    emphasis: bool = True

    @property
    def last(self) -> int | None:
        """Where its last number stands; None when it has no number."""
        known = (i for i in range(len(self.values) - 1, -1, -1) if self.values[i] is not None)
        return next(known, None)


@dataclass(frozen=True, slots=True)
class Band:
    """Highlighted periods with their total or name; `emphasis` marks the report's own."""

    period: Period
    label: str
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A level to compare with, in the unit of the axis; `emphasis` marks the level that is aimed at."""

    value: float
    label: str
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """An explanation; `mark` names the drawn thing it explains, and is empty where nothing is drawn."""

    text: str
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """The vertical axis, which starts at zero: its unit, and whether it counts whole things only."""

    label: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """The chart's numbers as text, newest last; the first cell of each row is its header."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of any kind; `step` is how many months lie between one of its periods and the next.

    `id` is unique among the charts of one version, save that two groups may have targets of the same id:
    a page that shows both takes `dataclasses.replace(chart, id=…)`. `finding` is the chart's text alternative.
    Raises ValueError when a line has more or fewer numbers than there are periods, or columns several lines.
    """

    id: str
    kind: Kind
    title: str
    subtitle: str
    source: str
    finding: str
    axis: Axis
    step: int
    periods: tuple[Period, ...]
    lines: tuple[Line, ...]
    table: Table
    bands: tuple[Band, ...] = ()
    references: tuple[Reference, ...] = ()
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        if not self.periods or not self.lines or (self.kind == "columns" and len(self.lines) > 1):
            raise ValueError(f"{self.id}: a chart has periods and a line; columns have one line")
        for line in self.lines:
            if {len(line.values), len(line.labels), len(line.markers)} != {len(self.periods)}:
                raise ValueError(f"{self.id}: {line.name} needs {len(self.periods)} numbers, one a period")

    @property
    def first(self) -> Month:
        """The month that the horizontal axis begins with; twelve-month windows stand at their last month."""
        return self.periods[0].end + (1 - self.step)

    def place(self, period: Period) -> tuple[float, float] | None:
        """Where a period begins and ends, counted in steps from the left; None where it lies outside."""
        start = max((period.start - self.first) / self.step, 0.0)
        end = min((period.end - self.first + 1) / self.step, float(len(self.periods)))
        return (start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class NoChart:
    """Instead of a chart: what it would have shown, and why there is none (`there are no counts`)."""

    title: str
    reason: str

    @property
    def words(self) -> str:
        """For people: `No chart: there are no counts`."""
        return f"No chart: {self.reason}"
