"""An indicator's counts in order of time, ready to be added up over any period.

Missing is never zero, and neither is a withheld count (marker c): see `disclosure`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from cspsite.markers import joined, letters, shown
from cspsite.model import MONTHS_OF, Data, Frequency, Observation
from cspsite.periods import Month, Period

#: How many withheld periods a reason names one by one.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a period's counts, or why there is none.

    `parts` are what was added: counts, and totals of financial years that hold withheld counts.
    """

    period: Period
    count: int | None
    parts: tuple[int, ...] = ()
    markers: frozenset[str] = frozenset()
    reason: str = ""


@dataclass(frozen=True)
class Series:
    """Counts of one indicator.

    `frame` has one row for each period from the first to the last, indexed by the ordinal of the period's
    first month, with the columns `count` (Int64, missing is NA) and `markers` (space-separated letters).
    `step` is how many months a row covers. `years` are the totals, by the calendar year in which they begin, of the
    financial years that hold withheld counts and whose total is published all the same.
    """

    frame: pd.DataFrame
    step: int
    years: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def _counts(self) -> list[int | None]:
        return [None if pd.isna(count) else int(count) for count in self.frame["count"].tolist()]

    @cached_property
    def _markers(self) -> list[str]:
        return [str(markers) for markers in self.frame["markers"].tolist()]

    @cached_property
    def span(self) -> Period | None:
        """From the first to the last period that was counted, its count withheld or not."""
        rows = zip(self._counts, self._markers, strict=True)
        known = [i for i, (count, markers) in enumerate(rows) if count is not None or "c" in markers]
        if not known:
            return None
        first, after = (self._first + step * self.step for step in (known[0], known[-1] + 1))
        return Period(Month(first), Month(after - 1))

    @cached_property
    def _first(self) -> int:
        """The month that the frame begins with; it must have a row."""
        return int(self.frame.index[0])

    @cached_property
    def breaks(self) -> tuple[Month, ...]:
        """The months from which on the way of counting is another."""
        return tuple(
            Month(int(start)) for start, markers in zip(self.frame.index, self._markers, strict=True) if "b" in markers
        )

    @property
    def is_empty(self) -> bool:
        """Whether no period was counted."""
        return self.span is None

    def observations(self) -> list[Observation]:
        """Every period in order of time, the missing ones too."""
        return list(self._observations)

    @cached_property
    def _observations(self) -> list[Observation]:
        starts = [int(start) for start in self.frame.index]
        return [
            Observation(Period(Month(start), Month(start + self.step - 1)), count, letters(markers))
            for start, count, markers in zip(starts, self._counts, self._markers, strict=True)
        ]

    def total(self, period: Period) -> Total:
        """The sum over `period`; without a count when any part of it is missing or withheld.

        A financial year with withheld counts is added by its published total, where the whole of it lies within.
        """
        if self.is_empty:
            return Total(period, None, markers=frozenset("x"), reason="there are no counts")
        first, rest = divmod(period.start.ordinal - self._first, self.step)
        number, left = divmod(period.length, self.step)
        if rest or left:
            unit = {3: "quarters", 12: "financial years"}[self.step]
            return Total(period, None, markers=frozenset("z"), reason=f"it is counted in whole {unit} only")
        counts = self._counts[first : first + number] if first >= 0 else []
        known = tuple(count for count in counts if count is not None)
        if len(known) == number:
            markers = joined(map(letters, self._markers[first : first + number]))
            return Total(period, sum(known), known, markers)
        return self._tiled(period, [*self._tiles(first, number)])

    def _tiles(self, first: int, number: int) -> Iterator[_Tile]:
        """The rows of a period, but one tile for each year within it that only its total is published of."""
        row, end = first, first + number
        while row < end:
            period = Period(self._month(row), self._month(row + 1) + -1)
            year = Period.year_of(period.start)
            rows = 12 // self.step
            if year.start == period.start and row + rows <= end and year.start.year in self.years:
                markers = joined(map(letters, self._markers[row : row + rows])) - {"c"}
                yield _Tile(year, self.years[year.start.year], markers)
                row += rows
                continue
            inside = 0 <= row < len(self._counts)
            markers = letters(self._markers[row] if inside else "x")
            yield _Tile(period, self._counts[row] if inside else None, markers)
            row += 1

    def _tiled(self, period: Period, tiles: list[_Tile]) -> Total:
        parts = tuple(tile.count for tile in tiles if tile.count is not None)
        markers = joined(tile.markers for tile in tiles)
        gone = [tile for tile in tiles if tile.count is None]
        if not gone:
            return Total(period, sum(parts), parts, markers)
        if all("c" in tile.markers and "x" not in tile.markers for tile in gone):
            return Total(period, None, parts, markers, _withheld([tile.period for tile in gone]))
        explained = all(tile.markers & set("cz") and "x" not in tile.markers for tile in gone)
        return Total(period, None, parts, markers if explained else markers | {"x"}, self._why_missing(period, gone))

    def _why_missing(self, period: Period, gone: list[_Tile]) -> str:
        span = self.span
        assert span is not None
        if period.start < span.start:
            return f"counts begin in {span.start.words}"
        if period.end > span.end:
            return f"counts end in {span.end.words}"
        return "no count for " + ", ".join(f"{tile.period.words} {shown(tile.markers)}".strip() for tile in gone)

    def _month(self, row: int) -> Month:
        """The first month of a row, also before and after the frame."""
        return Month(self._first + row * self.step)


@dataclass(frozen=True, slots=True)
class _Tile:
    """A row of a series, or a financial year of it, as a part of a longer period."""

    period: Period
    count: int | None
    markers: frozenset[str]


def _withheld(periods: list[Period]) -> str:
    """`May and June 2006 are withheld, so that nobody can be identified`; of many only how many they are."""
    why = "withheld, so that nobody can be identified"
    if len(periods) > _NAMED:
        unit = {1: "months", 3: "quarters", 12: "financial years"}[periods[0].length]
        return f"{len(periods)} {unit} are {why}"
    *before, last = [period.words for period in periods]
    if not before:
        return f"{last} is {why}"
    years = {period.start.year for period in periods}
    if len(years) == 1 and periods[0].length < 12:
        before = [words.removesuffix(f" {periods[0].end.year}") for words in before]
    return f"{', '.join(before)} and {last} are {why}"


def all_series(data: Data) -> Mapping[str, Series]:
    """The series of every indicator; one with components and no counts of its own is their sum."""
    return _AllSeries(data)


class _AllSeries(Mapping[str, Series]):
    """Series by indicator, each made when it is first asked for: of an older version, few are."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self._series: dict[str, Series] = {}

    def __getitem__(self, id: str) -> Series:
        if id not in self._data.indicators:
            raise KeyError(id)
        return _make(self._data, id, self._series, ())

    def __iter__(self) -> Iterator[str]:
        return iter(self._data.indicators)

    def __len__(self) -> int:
        return len(self._data.indicators)


def _make(data: Data, id: str, made: dict[str, Series], above: tuple[str, ...]) -> Series:
    if id in made:
        return made[id]
    indicator = data.indicators.get(id)
    frequency: Frequency = indicator.frequency if indicator else "month"
    step = MONTHS_OF[frequency]
    if data.observations.get(id) or indicator is None or not indicator.components or id in above:
        series = Series(_frame(data.observations.get(id, ()), step), step)
    else:
        series = summed([_make(data, part, made, (*above, id)) for part in indicator.components], step)
    if id not in above:
        made[id] = series
    return series


def summed(parts: Iterable[Series], step: int) -> Series:
    """The sum of series, period by period; missing wherever one of them is."""
    frames = [part.frame if part.step == step else _frame((), step) for part in parts]
    starts = [int(start) for frame in frames for start in (*frame.index[:1], *frame.index[-1:])]
    index = pd.RangeIndex(min(starts), max(starts) + 1, step) if starts else frames[0].index
    counts = pd.concat([frame["count"].reindex(index) for frame in frames], axis=1)
    markers = pd.concat([frame["markers"].reindex(index, fill_value="x") for frame in frames], axis=1)
    frame = pd.DataFrame(
        {
            "count": counts.sum(axis=1, min_count=len(frames)).astype("Int64"),
            "markers": [" ".join(sorted(set(" ".join(row).split()))) for row in markers.itertuples(index=False)],
        },
        index=index,
    )
    return Series(frame, step)


def _frame(observations: Iterable[Observation], step: int) -> pd.DataFrame:
    """One row a period; periods between the first and the last that have no row are missing, marked x."""
    rows = list(observations)
    index = pd.Index([row.period.start.ordinal for row in rows], dtype="int64")
    frame = pd.DataFrame(
        {
            "count": pd.array([row.count for row in rows], dtype="Int64"),
            "markers": pd.Series([" ".join(sorted(row.markers)) for row in rows], dtype="object", index=index),
        },
        index=index,
    )
    if rows and len(rows) * step != index[-1] - index[0] + step:
        frame = frame.reindex(range(index[0], index[-1] + 1, step))
        frame["markers"] = frame["markers"].where(frame["markers"].notna(), "x")
    return frame
