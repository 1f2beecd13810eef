"""Which counts are withheld, so that nobody can be identified: the small ones, and what would give them away.

An indicator's limit is its own threshold or that of a total it is a part of, whichever is higher; its counts from
1 to below the limit are small. Withheld are every small count; the next count of its financial year that is not
small, if the year is complete so far (see `protected`); and every total of a withheld count. A year that holds
withheld counts has a published total only if `protected` gives one or, for a sum, if all its parts have one.

Why nobody can undo it, not even one who knows this program: a total is published only where its parts' published
counts add up to it, so it tells nothing more than they do. That leaves single years of counts without parts. Take a
small count there, and any number v from 1 to below the limit. If the year's total is published, put v in place of
the count, 1 in place of every other small one, and what is left over in place of the other withheld count: there is
enough for that to stay as large as the limit, so that the same counts are small, the same are withheld, and no
published number moves. (Where no other count was withheld, the total is such that the small ones can make up for
each other.) If the total is not published, put v, ones and 0: that keeps it unpublished. So v could be true.

Statistical disclosure control by cell suppression: Willenborg and de Waal, Elements of Statistical Disclosure
Control (2001). That a decision to withhold must itself tell nothing: Kenthapadi, Mishra and Nissim, Simulatable
Auditing (2005).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from cspsite.model import Data, Observation
from cspsite.periods import Month, Period
from cspsite.series import Series

#: Counts in order of time; None where there is none.
_Counts = Sequence[int | None]


def disclosed(data: Data, counted: Mapping[str, Series]) -> Mapping[str, Series]:
    """The series as they may be published: a withheld count is missing and marked c. `counted` are all counts."""
    if not withholds(data):
        return counted
    family = _Family(data, counted)
    return {id: _published(series, family.released(id)) for id, series in counted.items()}


def withholds(data: Data) -> bool:
    """Whether any count may have to be withheld: there is a threshold, or a count that its file withholds."""
    return any(indicator.disclosure for indicator in data.indicators.values()) or any(
        "c" in row.markers for rows in data.observations.values() for row in rows
    )


def limits(data: Data) -> Mapping[str, int]:
    """Below which number each indicator's counts are small; one without a limit is left out.

    What is confidential of a total is so of its parts: the highest threshold of an indicator and of all totals of it.
    """
    found = {id: known.disclosure.threshold for id, known in data.indicators.items() if known.disclosure}
    waiting = list(found)
    while waiting:
        total = waiting.pop()
        for part in data.indicators[total].components:
            if part in data.indicators and found.get(part, 0) < found[total]:
                found[part] = found[total]
                waiting.append(part)
    return found


def small(count: int | None, limit: int) -> bool:
    """Whether a count is from 1 to below the limit."""
    return count is not None and 1 <= count < limit


def public_notes(observations: Iterable[Observation], series: Series) -> dict[str, str]:
    """The notes of an indicator's counts by period, but for those of withheld counts: a note may tell its count."""
    published = {row.period for row in series.observations() if row.count is not None}
    open_rows = (row for row in observations if row.count is None or row.period in published)
    return {str(row.period): row.note for row in open_rows if row.note}


@dataclass(frozen=True, slots=True)
class Protected:
    """What is published of one year's counts: all but those at the places `withheld`; and the total, if any."""

    withheld: frozenset[int] = frozenset()
    total: int | None = None


def protected(counts: _Counts, limit: int) -> Protected:
    """What is published of the counts of one financial year, in order of time, of an indicator without parts.

    The next count after the first small one that is not small is withheld too, whatever it is: the choice must not
    depend on it. It is left alone where the year lacks a count by then, and so can have no total.
    """
    places = {n for n, count in enumerate(counts) if small(count, limit)}
    if not places:
        return Protected(total=_sum(counts))
    beside = next((n for n in range(min(places), len(counts)) if n not in places), None)
    if beside is not None and None not in counts[: beside + 1]:
        places.add(beside)
    return Protected(frozenset(places), _sum(counts) if _is_safe(counts, places, limit) else None)


def _is_safe(counts: _Counts, places: set[int], limit: int) -> bool:
    """Whether the year's total leaves every withheld count in the dark; it depends on published numbers only.

    What is withheld must have room for a largest small count, a count as large as the limit, and ones. If it goes on
    to the end of the year, all of it may be small; then the others must be able to make up for a smallest one.
    """
    if None in counts:
        return False
    number, largest = len(places), limit - 1
    rest = sum(counts[n] or 0 for n in places)
    if rest < largest + limit + (number - 2):
        return False
    may_all_be_small = min(places) + number == len(counts) and rest <= largest * number
    return not may_all_be_small or rest <= 1 + largest * (number - 1)


def protected_sum(
    counts: _Counts, limit: int, parts: Sequence[Protected], telling: frozenset[int] = frozenset()
) -> Protected:
    """What is published of the counts of one financial year of a total, when that is published of its `parts`.

    `telling` are the places where the total would tell a small count of a part that is not counted.
    """
    own = telling.union(n for n, count in enumerate(counts) if small(count, limit))
    withheld = own.union(*(part.withheld for part in parts))
    if not withheld:
        return Protected(total=_sum(counts))
    return Protected(withheld, None if None in counts else _sum([part.total for part in parts]))


def _sum(counts: _Counts) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


#: What is published of an indicator, by the calendar year in which each financial year begins.
_Years = Mapping[int, Protected]


class _Family:
    """All indicators with their parts, on the way to what is published of each."""

    def __init__(self, data: Data, counted: Mapping[str, Series]) -> None:
        self.data = data
        self.counted = counted
        self.limits = limits(data)
        self._made: dict[str, _Years] = {}
        self._counts: dict[str, Mapping[Month, int | None]] = {}

    def released(self, id: str, above: tuple[str, ...] = ()) -> _Years:
        """What is published of an indicator; `above` are totals of it, which cannot be its parts too."""
        if id not in self._made:
            self._made[id] = dict(self._release(id, (*above, id)))
        return self._made[id]

    def _release(self, id: str, above: tuple[str, ...]) -> Iterator[tuple[int, Protected]]:
        limit, parts = self.limits.get(id, 0), self._parts(id, above)
        for year, rows in _years(self.counted[id]):
            counts = [row.count if row else None for row in rows]
            confidential = frozenset(
                n for n, row in enumerate(rows) if row and row.count is None and "c" in row.markers
            )
            if any(year in part for part in parts):
                rest = frozenset(n for n, row in enumerate(rows) if row and self._tells_small(id, row))
                made = protected_sum(counts, limit, [part.get(year, Protected()) for part in parts], rest)
            else:
                made = protected(counts, max([limit, *(self.limits.get(part, 0) for part in self._fitting(id))]))
            if made.withheld or confidential or any(count is not None for count in counts):
                yield year, Protected(made.withheld | confidential, made.total)

    def _parts(self, id: str, above: tuple[str, ...]) -> list[_Years]:
        """What is published of each component: nothing of one that cannot be added."""
        known = self.data.indicators.get(id)
        return [
            self.released(part, above) if part not in above and self._fits(part, id) else {}
            for part in (known.components if known else ())
        ]

    def _fitting(self, total: str) -> list[str]:
        """The components that can be added."""
        known = self.data.indicators.get(total)
        return [part for part in (known.components if known else ()) if part != total and self._fits(part, total)]

    def _fits(self, part: str, total: str) -> bool:
        return part in self.counted and self.counted[part].step == self.counted[total].step

    def _tells_small(self, total: str, row: Observation) -> bool:
        """Whether a total's own count, less its parts' counts, leaves a small count for those that are not counted.

        Such a part is no secret of its own, but may be one in another total of it.
        """
        counts = {part: self._rows(part).get(row.period.start) for part in self._fitting(total)}
        limit = max((self.limits.get(part, 0) for part, count in counts.items() if count is None), default=0)
        if row.count is None or not limit:
            return False
        return small(row.count - sum(count or 0 for count in counts.values()), limit)

    def _rows(self, id: str) -> Mapping[Month, int | None]:
        """An indicator's counts by the months that they begin with."""
        if id not in self._counts:
            self._counts[id] = {row.period.start: row.count for row in self.counted[id].observations()}
        return self._counts[id]


def _years(series: Series) -> Iterator[tuple[int, list[Observation | None]]]:
    """Each financial year that has rows, with all its places; None where it has no row."""
    rows = {row.period.start: row for row in series.observations()}
    if rows:
        for first in range(_year(min(rows)), _year(max(rows)) + 1):
            start = Period.financial_year(first).start
            yield first, [rows.get(start + months) for months in range(0, 12, series.step)]


def _year(month: Month) -> int:
    return Period.year_of(month).start.year


def _published(series: Series, years: _Years) -> Series:
    """The series without the counts that are withheld, and with the totals of the years that they are in."""
    withheld = {
        Period.financial_year(year).start.ordinal + place * series.step
        for year, made in years.items()
        for place in made.withheld
    }
    gone = series.frame["count"].notna() & series.frame.index.isin(withheld)
    if not gone.any():
        return series
    markers = [
        " ".join(sorted({*markers.split(), "c"})) if hidden else markers
        for markers, hidden in zip(series.frame["markers"], gone, strict=True)
    ]
    frame = pd.DataFrame({"count": series.frame["count"].mask(gone), "markers": markers}, index=series.frame.index)
    totals = {year: made.total for year, made in years.items() if made.withheld and made.total is not None}
    return Series(frame, series.step, totals)
