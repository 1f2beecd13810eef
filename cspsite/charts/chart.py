"""What a chart shows, before anyone draws it: numbers, names and one sentence; no colours, no pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cspsite.periods import Month, Period

Kind = Literal["line", "columns"]
Style = Literal["centre", "limit", "trajectory"]
FlagKind = Literal["concern", "improvement", "special"]
Mark = Literal["hollow", "revised", "gap", "break", "concern", "improvement", "special", ""]

#: Markers of a number that is not yet, or not quite, a sure count: its point or column is drawn hollow.
HOLLOW = frozenset("epu")
#: The marker of a number that was another when it was first published: its point has a ring around it.
REVISED = "r"


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers, one for each period of the chart, in the unit of its axis; None where there is none.

    `labels` are the numbers as people read them.
    """

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]

    @property
    def last(self) -> int | None:
        """Where its last number stands; None when it has no number."""
        known = (i for i in range(len(self.values) - 1, -1, -1) if self.values[i] is not None)
        return next(known, None)


@dataclass(frozen=True, slots=True)
class Line(Row):
    """Numbers that were counted; None is missing, and a label has the number's markers: `91`, `90 [e]`, `[x]`.

    `emphasis` tells the chart's subject from its context.
    """

    markers: tuple[frozenset[str], ...]
    emphasis: bool = True


@dataclass(frozen=True, slots=True)
class Guide(Row):
    """Numbers that go beside the subject: a line without points, with its `label` at its end.

    A centre and its limits stand level over each period, a trajectory goes straight from number to number. `name`
    says what each number is.
    """

    label: str
    style: Style


@dataclass(frozen=True, slots=True)
class Band:
    """Highlighted periods with their total or name; `emphasis` marks the report's own."""

    period: Period
    label: str
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A level to compare with, in the unit of the axis; `emphasis` marks the level that is aimed at.

    `rows` are its label as it stands at the end of its line; without them it is `label`, in two rows.
    """

    value: float
    label: str
    emphasis: bool = False
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """A number of the subject that means something: at which step, of what kind, and what in words."""

    step: int
    kind: FlagKind
    words: str


@dataclass(frozen=True, slots=True)
class Break:
    """A change before the number at `step`, which is never the first; lines that it `parts` do not run across it."""

    step: int
    label: str
    parts: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """An explanation; `mark` names the drawn thing that has it as its label, and is empty where nothing is drawn."""

    text: str
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """The vertical axis, which starts at zero: its label, and whether it counts whole things only.

    `unit` is what is counted (`offences`), and `per` what the count is divided by (`1000 households`), "" for a count.
    """

    label: str
    whole: bool = True
    unit: str = ""
    per: str = ""


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
    `flags` are of the first line, which is the chart's subject. Raises ValueError when a line or guide has more or
    fewer numbers than there are periods, when columns have several lines or guides, when a flag stands where the
    subject has no number, or a break before the first period or after the last.
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
    guides: tuple[Guide, ...] = ()
    flags: tuple[Flag, ...] = ()
    breaks: tuple[Break, ...] = ()
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        number = len(self.periods)
        if not number or not self.lines or (self.kind == "columns" and len(self.lines) + len(self.guides) > 1):
            raise ValueError(f"{self.id}: a chart has periods and a line; columns have one line, and no guide")
        rows: tuple[Row, ...] = (*self.lines, *self.guides)
        for row in rows:
            if {len(row.values), len(row.labels)} != {number}:
                raise ValueError(f"{self.id}: {row.name} needs {number} numbers, one a period")
        if any(len(line.markers) != number for line in self.lines):
            raise ValueError(f"{self.id}: each line needs {number} sets of markers, one a period")
        self._check_steps()

    def _check_steps(self) -> None:
        values = self.lines[0].values
        if any(not 0 <= flag.step < len(values) or values[flag.step] is None for flag in self.flags):
            raise ValueError(f"{self.id}: a flag stands at a number of {self.lines[0].name}")
        if any(not 0 < one.step < len(values) for one in self.breaks):
            raise ValueError(f"{self.id}: a break stands between two periods")

    @property
    def parted(self) -> frozenset[int]:
        """The steps that no line runs to from the step before."""
        return frozenset(one.step for one in self.breaks if one.parts)

    @property
    def first(self) -> Month:
        """The month that the horizontal axis begins with; twelve-month windows stand at their last month."""
        return self.periods[0].end + (1 - self.step)

    @property
    def is_longer(self) -> bool:
        """Whether its axis goes on where its subject has not come to."""
        return not self.lines[0].labels[-1]

    def named(self, at: int) -> str:
        """A period in few letters: `Jul 2006`, `Jul–Sep 2006`, `to Jul 2006` of twelve months, `2005/06`."""
        period = self.periods[at]
        if period.length > self.step:
            return f"to {period.end.short}"
        return period.short

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
