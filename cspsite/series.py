"""An indicator's counts in order of time, ready to be added up over any period. Missing is never zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from cspsite.markers import shown
from cspsite.model import MONTHS_OF, Data, Frequency, Observation
from cspsite.periods import Month, Period


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a period's counts, or why there is none; `parts` are the counts that were added."""

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
    `step` is how many months a row covers.
    """

    frame: pd.DataFrame
    step: int

    @cached_property
    def _counts(self) -> list[int | None]:
        return [None if pd.isna(count) else int(count) for count in self.frame["count"].tolist()]

    @cached_property
    def _markers(self) -> list[str]:
        return [str(markers) for markers in self.frame["markers"].tolist()]

    @cached_property
    def span(self) -> Period | None:
        """From the first to the last period that has a count."""
        known = [i for i, count in enumerate(self._counts) if count is not None]
        if not known:
            return None
        first, after = (self._first + step * self.step for step in (known[0], known[-1] + 1))
        return Period(Month(first), Month(after - 1))

    @cached_property
    def _first(self) -> int:
        """The month that the frame begins with; it must have a row."""
        return int(self.frame.index[0])

    @property
    def is_empty(self) -> bool:
        """Whether no period has a count."""
        return self.span is None

    def observations(self) -> list[Observation]:
        """Every period in order of time, the missing ones too."""
        starts = [int(start) for start in self.frame.index]
        return [
            Observation(Period(Month(start), Month(start + self.step - 1)), count, frozenset(markers.split()))
            for start, count, markers in zip(starts, self._counts, self._markers, strict=True)
        ]

    def total(self, period: Period) -> Total:
        """The sum over `period`; without a count when any part of it is missing."""
        if self.is_empty:
            return Total(period, None, markers=frozenset("x"), reason="there are no counts")
        first, rest = divmod(period.start.ordinal - self._first, self.step)
        number, left = divmod(period.length, self.step)
        if rest or left:
            unit = {3: "quarters", 12: "financial years"}[self.step]
            return Total(period, None, markers=frozenset("z"), reason=f"it is counted in whole {unit} only")
        counts = self._counts[first : first + number] if first >= 0 else []
        markers = frozenset(" ".join(self._markers[max(first, 0) : max(first + number, 0)]).split())
        known = tuple(count for count in counts if count is not None)
        if len(known) < number:
            return Total(period, None, known, markers | {"x"}, self._why_missing(period))
        return Total(period, sum(known), known, markers)

    def _why_missing(self, period: Period) -> str:
        span = self.span
        assert span is not None
        if period.start < span.start:
            return f"counts begin in {span.start.words}"
        if period.end > span.end:
            return f"counts end in {span.end.words}"
        gone = [o for o in self.observations() if o.count is None and period.start <= o.period.start <= period.end]
        return "no count for " + ", ".join(f"{o.period.words} {shown(o.markers)}".strip() for o in gone)


def all_series(data: Data) -> Mapping[str, Series]:
    """The series of every indicator; one with components and no counts of its own is their sum."""
    made: dict[str, Series] = {}
    for id in data.indicators:
        _make(data, id, made, ())
    return made


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
    if rows:
        frame = frame.reindex(range(index[0], index[-1] + 1, step))
        frame["markers"] = frame["markers"].where(frame["markers"].notna(), "x")
    return frame
