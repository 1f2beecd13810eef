"""The control chart of one indicator: its stretches with their limits, and its special causes.

What it says in words stands in `variation` (is the latest point special?) and `assurance` (will a level be met?).
Why a seasonal series has limits that follow the year: docs/decisions/0010.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import sqrt
from operator import itemgetter

from cspsite.control_limits import FEW, RARE, SHORT, Limits, are_rare, limits, mean_moving_range
from cspsite.model import Indicator, NewLimits, Observation
from cspsite.periods import YEAR_STARTS, Month, Period
from cspsite.season import YEARS, complete_years, is_seasonal, may_explain, usual_year
from cspsite.series import Series
from cspsite.special_causes import Signal, special_causes

_Row = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Periods that share their limits, first to last; `reason` says why they begin anew, "" for the first stretch.

    `limits` are of the counts; in a seasonal stretch they are of the deviations from the usual count of the month,
    so that their mean is 0. None where a stretch is too short to have any (see `control_limits.limits`), where its
    counts are too `rare`, and where what looks like change may be a season that it is too `short` to show.
    """

    period: Period
    limits: Limits | None
    reason: str = ""
    seasonal: bool = False
    rare: bool = False
    short: bool = False

    @property
    def without(self) -> str:
        """Why it has no limits, where it has none."""
        return "" if self.limits else RARE if self.rare else SHORT if self.short else FEW

    @property
    def trial(self) -> bool:
        """Whether its limits rest on fewer than twelve points."""
        return self.limits is not None and self.limits.trial


@dataclass(frozen=True, slots=True)
class ControlChart:
    """Counts with their centre, limits and signals: one each a period, in order of time; None where there is none.

    `centre`, `lower` and `upper` are counts, and change from month to month in a seasonal stretch. `lower` is the
    number as computed, also below 0. `seasonal` says whether any stretch is.
    """

    periods: tuple[Period, ...]
    values: tuple[float | None, ...]
    centre: tuple[float | None, ...]
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]
    signals: tuple[Signal | None, ...]
    stretches: tuple[Stretch, ...]
    seasonal: bool = False

    @property
    def latest(self) -> int | None:
        """The place of the latest period that has a number."""
        return next((i for i in reversed(range(len(self.values))) if self.values[i] is not None), None)

    def stretch_of(self, place: int) -> Stretch:
        """The stretch that the period at `place` belongs to."""
        return next(stretch for stretch in self.stretches if self.periods[place].start in stretch.period)


def control_chart(series: Series, indicator: Indicator, until: Month, *, screened: bool) -> ControlChart | None:
    """The chart of all counts up to `until`; None for yearly counts, and where no stretch has limits.

    A new stretch begins at every series break (marker b) and at every entry of the indicator's `new_limits`. Rules
    for special causes hold within a stretch. `screened` leaves outlying moving ranges out of the limits.
    """
    rows = _until(series.observations(), until)
    parts = [] if indicator.frequency == "year" else _parts(rows, indicator, screened=screened)
    if all(part.stretch.limits is None for part in parts):
        return None
    return ControlChart(
        periods=tuple(row.period for row in rows),
        values=tuple(chain.from_iterable(part.values for part in parts)),
        centre=tuple(chain.from_iterable(part.centre for part in parts)),
        lower=tuple(chain.from_iterable(part.lower for part in parts)),
        upper=tuple(chain.from_iterable(part.upper for part in parts)),
        signals=tuple(chain.from_iterable(part.signals for part in parts)),
        stretches=tuple(part.stretch for part in parts),
        seasonal=any(part.stretch.seasonal for part in parts),
    )


def no_limits(series: Series, indicator: Indicator, until: Month, *, screened: bool) -> str:
    """Why there is no control chart up to `until`, where there is none: what its last stretch has no limits for."""
    if indicator.frequency == "year":
        return "limits need counts by month or by quarter"
    parts = _parts(_until(series.observations(), until), indicator, screened=screened)
    return parts[-1].stretch.without if parts else FEW


def _until(rows: list[Observation], month: Month) -> list[Observation]:
    """The rows that end by a month; they are all of one length, without holes."""
    return rows[: max((month - rows[0].period.end) // rows[0].period.length + 1, 0)] if rows else []


def _starts(rows: Sequence[Observation], new_limits: Sequence[NewLimits]) -> dict[int, str]:
    """The places where a stretch begins, in order, with the reason."""
    found = [(place, "series break") for place, row in enumerate(rows) if "b" in row.markers]
    found += [(place, new.reason) for new in new_limits for place, row in enumerate(rows) if new.since in row.period]
    reasons: dict[int, list[str]] = {0: []}
    for place, why in sorted((one for one in found if one[0]), key=itemgetter(0)):
        reasons.setdefault(place, []).append(why)
    return {place: "; ".join(why) for place, why in reasons.items()}


@dataclass(frozen=True, slots=True)
class _Part:
    """One stretch with its share of the chart's rows."""

    stretch: Stretch
    values: _Row
    centre: _Row
    lower: _Row
    upper: _Row
    signals: tuple[Signal | None, ...]


def _parts(rows: Sequence[Observation], indicator: Indicator, *, screened: bool) -> list[_Part]:
    """The stretches in order of time, each with its rows."""
    starts = _starts(rows, indicator.new_limits) if rows else {}
    ends = [*starts, len(rows)]
    return [_part(rows[first:after], starts[first], screened=screened) for first, after in pairwise(ends)]


def _part(rows: Sequence[Observation], reason: str, *, screened: bool) -> _Part:
    values = tuple(None if row.count is None else float(row.count) for row in rows)
    period = Period(rows[0].period.start, rows[-1].period.end)
    if are_rare(values):
        return _drawn(Stretch(period, None, reason, rare=True), values, values, (0.0,) * len(values))
    step = rows[0].period.length
    first, places = (period.start.month - YEAR_STARTS) % 12 // step, 12 // step
    if is_seasonal(values, first, places):
        year = usual_year(values, first, places)
        usual = tuple(year[(first + i) % places] for i in range(len(values)))
        deviations = tuple(None if value is None else value - mid for value, mid in zip(values, usual, strict=True))
        around = _of_deviations(deviations, len(complete_years(values, first, places)), screened=screened)
        return _drawn(Stretch(period, around, reason, seasonal=True), values, deviations, usual)
    part = _drawn(Stretch(period, limits(values, screened=screened), reason), values, values, (0.0,) * len(values))
    special = [signal is not None for signal in part.signals]
    if len(complete_years(values, first, places)) < YEARS and may_explain(values, special, places):
        return _drawn(Stretch(period, None, reason, short=True), values, values, (0.0,) * len(values))
    return part


def _of_deviations(deviations: _Row, years: int, *, screened: bool) -> Limits | None:
    """Limits around 0, wider by sqrt(n / (n - 1)): the mean of n years follows each of them by one part in n."""
    moving_range = mean_moving_range(deviations, screened=screened)
    if moving_range is None:
        return None
    points = sum(deviation is not None for deviation in deviations)
    return Limits.around(0.0, moving_range * sqrt(years / (years - 1)), points)


def _drawn(stretch: Stretch, values: _Row, judged: _Row, usual: tuple[float, ...]) -> _Part:
    """A stretch's rows: `judged` is what the rules and limits are of, `usual` what to add to make it a count."""
    around = stretch.limits
    if around is None:
        none = (None,) * len(values)
        return _Part(stretch, values, none, none, none, none)
    return _Part(
        stretch,
        values,
        tuple(around.mean + mid for mid in usual),
        tuple(around.lower + mid for mid in usual),
        tuple(around.upper + mid for mid in usual),
        special_causes(judged, around),
    )
