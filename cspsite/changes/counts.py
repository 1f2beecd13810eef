"""Counts and estimates in two versions: what was revised, added and removed, and which figures moved with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

from cspsite.changes import restated
from cspsite.changes.about import About, about
from cspsite.changes.change import Change
from cspsite.changes.likeness import Pairs
from cspsite.changes.link import Link
from cspsite.changes.moves import Moves
from cspsite.changes.rows import shared
from cspsite.changes.shown import shown
from cspsite.changes.subject import of_denominator, of_indicator
from cspsite.markers import shown as markers_shown
from cspsite.model import DenominatorValue, Observation
from cspsite.periods import Period

R = TypeVar("R")

#: The fields of an observation that have a rule of their own; every other one is told as a note.
OWN = frozenset({"period", "count", "markers"})


def observations(link: Link) -> Iterator[Change]:
    """Every count that was revised, added or removed; of an indicator that came or is gone as a whole, none."""
    old, new = link.old.data.observations, link.new.data.observations
    differ = [*_differing(link.indicators, old, new)]
    moves = Moves.by_counts(link, [other for _, other, _, _ in differ if other])
    for one, other, before, after in differ:
        yield from _Counts(link, moves, one, other).changes(before, after)


def denominator_values(link: Link) -> Iterator[Change]:
    """Every estimate that was replaced, added or removed; of a denominator that came or is gone as a whole, none."""
    old, new = link.old.data.denominator_values, link.new.data.denominator_values
    differ = [*_differing(link.denominators, old, new)]
    days = {value.reference_date for *_, before, after in differ for value in {*(before or ())} ^ {*(after or ())}}
    moves = Moves.by_estimates(link, days)
    for one, other, before, after in differ:
        yield from _Estimates(link, moves, one, other).changes(before, after)


def _differing(
    pairs: Pairs[str], old: Mapping[str, Sequence[R]], new: Mapping[str, Sequence[R]]
) -> Iterator[tuple[str | None, str | None, Sequence[R] | None, Sequence[R] | None]]:
    """The ids and the rows of each file in both versions, where they differ and the file did not come or go whole."""
    for one, other in _files(pairs, old, new):
        before, after = old.get(one) if one else None, new.get(other) if other else None
        if before != after and not _as_a_whole(pairs, one, other):
            yield one, other, before, after


def _files(
    pairs: Pairs[str], old: Mapping[str, object], new: Mapping[str, object]
) -> Iterator[tuple[str | None, str | None]]:
    """The ids of each file in both versions, None where it is not there; also of files whose record is missing."""
    yield from pairs.both
    before = {id for id in old if id not in {one for one, _ in pairs.both}}
    after = {id for id in new if id not in {other for _, other in pairs.both}}
    for id in sorted(before | after):
        yield (id if id in before else None), (id if id in after else None)


def _as_a_whole(pairs: Pairs[str], old: str | None, new: str | None) -> bool:
    return (old is None and new in pairs.come) or (new is None and old in pairs.gone)


@dataclass(frozen=True)
class _Both:
    """One indicator or denominator, by its id in each version; None where that version has none."""

    link: Link
    moves: Moves
    old: str | None
    new: str | None


class _Counts(_Both):
    """The counts of one indicator."""

    @property
    def whom(self) -> About:
        """The indicator."""
        old, new = self.link.old.data.indicators, self.link.new.data.indicators
        return about(
            of_indicator(self.old, old.get(self.old)) if self.old else None,
            of_indicator(self.new, new.get(self.new)) if self.new else None,
        )

    def hidden(self, rows: Iterable[Observation]) -> frozenset[Period]:
        """The periods whose counts are not shown: those of years in which one of the versions withholds a count."""
        old = self.link.old.withheld_years(self.old) if self.old else frozenset()
        years = old | (self.link.new.withheld_years(self.new) if self.new else frozenset())
        return frozenset(row.period for row in rows if Period.year_of(row.period.start) in years)

    def changes(self, old: Sequence[Observation] | None, new: Sequence[Observation] | None) -> Iterator[Change]:
        """Every count that differs, then the runs that came and those that are gone."""
        same = shared(old or (), new or ())
        before, after = ({row.period: row for row in (rows or ())[same:]} for rows in (old, new))
        hidden = self.hidden([*before.values(), *after.values()])
        for period, row in before.items():
            if period in after and after[period] != row:
                yield from self.revised(row, after[period], hidden)
        for run in _runs([row for period, row in after.items() if period not in before]):
            period, counts = _listed(run, hidden)
            moves = self.moved(run, hidden)
            yield self.whom.tell(restated.CountsAdded, period=period, new=counts, moves=moves)
        for run in _runs([row for period, row in before.items() if period not in after]):
            period, counts = _listed(run, hidden)
            moves = self.moved(run, hidden)
            yield self.whom.tell(restated.CountsRemoved, period=period, old=counts, moves=moves)
        if not old and not new:
            yield self.whom.tell(restated.CountsRemoved if new is None else restated.CountsAdded, period=None)

    def revised(self, old: Observation, new: Observation, hidden: frozenset[Period]) -> Iterator[Change]:
        """What differs in one count, its markers and its note."""
        both = {"period": new.period, "old": counted_as(old, hidden), "new": counted_as(new, hidden)}
        if old.count != new.count:
            yield self.whom.tell(restated.FigureRestated, **both, moves=self.moved([new], hidden))
        elif old.markers != new.markers:
            yield self.whom.tell(restated.MarkerChanged, **both)
        for field in (field.name for field in fields(new) if field.name not in OWN):
            before, after = getattr(old, field), getattr(new, field)
            if before != after:
                told = (None, None) if new.period in hidden else (shown(before), shown(after))
                kind = restated.CountNoteChanged
                yield self.whom.tell(kind, field=field, period=new.period, old=told[0], new=told[1])

    def moved(self, rows: Sequence[Observation], hidden: frozenset[Period]) -> tuple[restated.Move, ...]:
        """The figures that moved with these counts; none that could give a withheld count away."""
        if self.new is None or any(row.period in hidden for row in rows):
            return ()
        return self.moves.of_counts(self.new, [row.period for row in rows])


def counted_as(observation: Observation, withheld: Collection[Period]) -> str:
    """`95 [p]`, `[x]`, or `[c]` for a count that is withheld."""
    if observation.period in withheld:
        return "[c]"
    count = "" if observation.count is None else f"{observation.count:,}"
    return f"{count} {markers_shown(observation.markers)}".strip() or "no count"


def _runs(rows: Sequence[Observation]) -> list[list[Observation]]:
    """Rows, in order of time, of which each but the first begins where the one before it ends."""
    runs: list[list[Observation]] = []
    for row in rows:
        if runs and row.period.start == runs[-1][-1].period.end + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _listed(run: Sequence[Observation], hidden: frozenset[Period]) -> tuple[Period, str]:
    """The period of a run, and its counts."""
    period = Period(run[0].period.start, run[-1].period.end)
    return period, ", ".join(counted_as(row, hidden) for row in run)


class _Estimates(_Both):
    """The estimates of one denominator."""

    @property
    def whom(self) -> About:
        """The denominator."""
        old, new = self.link.old.data.denominators, self.link.new.data.denominators
        return about(
            of_denominator(self.old, old.get(self.old)) if self.old else None,
            of_denominator(self.new, new.get(self.new)) if self.new else None,
        )

    def changes(
        self, old: Sequence[DenominatorValue] | None, new: Sequence[DenominatorValue] | None
    ) -> Iterator[Change]:
        """Every estimate that differs, came or is gone."""
        before, after = ({value.reference_date: value for value in values or ()} for values in (old, new))
        for day in sorted({*before, *after}):
            one, other = before.get(day), after.get(day)
            if one != other:
                moves = self.moves.of_estimate(self.new or "", day)
                yield self.whom.tell(_kind(one, other), day=day, old=_estimate(one), new=_estimate(other), moves=moves)
        if not old and not new:
            yield self.whom.tell(restated.EstimateRemoved if new is None else restated.EstimateAdded, day=None)


def _kind(old: DenominatorValue | None, new: DenominatorValue | None) -> type[restated.Moving]:
    if old is None:
        return restated.EstimateAdded
    return restated.EstimateReplaced if new else restated.EstimateRemoved


def _estimate(value: DenominatorValue | None) -> str | None:
    """`100,000 (published 24 August 2006, source ONS)`: the value, and every other field that it has."""
    if value is None:
        return None
    rest = [field.name for field in fields(value) if field.name not in ("reference_date", "value")]
    told = [f"{name.replace('_', ' ')} {words}" for name in rest if (words := shown(getattr(value, name)))]
    return f"{value.value:,}" + (f" ({', '.join(told)})" if told else "")
