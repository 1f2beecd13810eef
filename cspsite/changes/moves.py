"""Which published figures are shown otherwise than before: those of reports that are in both versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cspsite.changes.link import Link
from cspsite.changes.reports import report_pairs
from cspsite.changes.restated import Move
from cspsite.changes.sides import Side
from cspsite.changes.subject import Subject, of_indicator, of_report
from cspsite.changes.version import Version
from cspsite.errors import TokenError
from cspsite.evidence import marked
from cspsite.figure import Figure
from cspsite.model import Report, Target
from cspsite.periods import Month, Period
from cspsite.quote import IN_REPORTS, STANDARD, Context, Quotation, passages
from cspsite.tokens import find_tokens
from cspsite.words import describe

#: A figure as a report has it: what stands in the braces, and the id of the target that it is about, if any.
_Asked = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class _Moved:
    """A move, with the new id of its indicator and what its figures rest on: periods, and estimates by their days."""

    move: Move
    indicator: str
    periods: frozenset[Period]
    estimates: frozenset[tuple[str, date]]


class Moves:
    """The figures that moved between two versions; they are looked for once.

    `indicators` are the new ids of those whose counts differ: only figures of them, and of their totals, are looked at.
    None looks at all. No figure that rests on earlier months than `first` only has moved.
    """

    def __init__(self, link: Link, first: Month | None, indicators: Iterable[str] | None = None) -> None:
        self._link = link
        self._first = first
        self._looked_at = None if indicators is None else frozenset(self._totals(indicators))

    @classmethod
    def by_counts(cls, link: Link, indicators: Iterable[str]) -> Moves:
        """Those that the counts of indicators moved, given by their new ids."""
        ids = list(indicators)
        starts = [period.start for id in ids for period in link.counts_between(id)]
        return cls(link, min(starts, default=None), ids)

    @classmethod
    def by_estimates(cls, link: Link, days: Iterable[date]) -> Moves:
        """Those that the estimates for some days moved: an estimate is for its financial year and those after it."""
        return cls(link, Period.year_of(Month.containing(first)).start if (first := min(days, default=None)) else None)

    def of_counts(self, indicator: str, periods: Iterable[Period]) -> tuple[Move, ...]:
        """The figures that rest on an indicator's counts of any of the periods; `indicator` is its new id."""
        wanted, totals = list(periods), self._totals([indicator])
        return _sorted(
            moved.move
            for moved in self._all
            if moved.indicator in totals and any(_within(period, moved.periods) for period in wanted)
        )

    def of_estimate(self, denominator: str, day: date) -> tuple[Move, ...]:
        """The figures that rest on a denominator's estimate for a day; `denominator` is its new id."""
        return _sorted(moved.move for moved in self._all if (denominator, day) in moved.estimates)

    def _totals(self, of: Iterable[str]) -> set[str]:
        """Indicators with all that they are a part of."""
        found, indicators = set(of), self._link.new.data.indicators
        while more := {id for id, known in indicators.items() if found & {*known.components}} - found:
            found |= more
        return found

    @cached_property
    def _all(self) -> tuple[_Moved, ...]:
        return tuple(dict.fromkeys(self._found()))

    def _found(self) -> Iterator[_Moved]:
        for old, new in report_pairs(self._link):
            before = self._link.old.data.reports.get(old) if old else None
            after = self._link.new.data.reports.get(new) if new else None
            if before and after and (self._reaches(self._link.old, before) or self._reaches(self._link.new, after)):
                sides = Side.of(self._link.old, before), Side.of(self._link.new, after)
                yield from InBoth(self._link, *sides, self._looked_at).moved()

    def _reaches(self, version: Version, report: Report) -> bool:
        """Whether a figure of a report can rest on the first month that differs, or on a later one."""
        if self._first is None:
            return False
        if self._first <= max(report.data_to, version.last_baseline):
            return True
        group = version.data.groups.get(report.group)
        return any("@" in passage.text for passage in passages(report, group))


def _sorted(moves: Iterable[Move]) -> tuple[Move, ...]:
    """Moves in an order that is the same from both sides."""
    return tuple(sorted(dict.fromkeys(moves), key=_place))


def _place(move: Move) -> tuple[list[str], list[str], str, str, list[str]]:
    reports, indicators = (move.report.id, move.report_then.id), (move.indicator.id, move.indicator_then.id)
    return sorted(reports), sorted(indicators), move.name, move.when, sorted((move.old, move.new))


def _within(period: Period, periods: frozenset[Period]) -> bool:
    return any(longer.start <= period.start and period.end <= longer.end for longer in periods)


def _overlap(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


@dataclass(frozen=True)
class InBoth:
    """A report that is in both versions; of `looked_at` see `Moves`."""

    link: Link
    old: Side
    new: Side
    looked_at: frozenset[str] | None = None

    def moved(self) -> Iterator[_Moved]:
        """Each figure that both show, otherwise."""
        for (inside, target), now in self._shown(self.new).items():
            if then := self.then(inside, target, now.figure):
                yield self._move(then.figure, now.figure)

    def then(self, inside: str, target: str | None, now: Figure) -> Quotation | None:
        """What the old version showed for a figure of the new one; None where it is the same, or not comparable.

        `inside` is what stands in the braces, `target` the id of the target that it is about, both in the new version.
        """
        if not self._may_differ(now):
            return None
        then = self._then.get((inside.strip(), target))
        if then is None or not self._comparable(then.figure, now):
            return None
        return then if marked(then.figure) != marked(now) else None

    @cached_property
    def _then(self) -> Mapping[_Asked, Quotation]:
        """What the old version showed, by how the new one asks for it."""
        targets = self.link.members(self.old.id, self.new.id).targets.renamed
        return {
            (self._renamed(inside), targets.get(target, target) if target else None): found
            for (inside, target), found in self._shown(self.old).items()
        }

    def _may_differ(self, figure: Figure) -> bool:
        """Whether anything that a figure of the new version rests on was otherwise in the old one."""
        counts = self.link.counts_between(figure.request.indicator)
        if figure.request.per and self.link.estimates_between(figure.request.per):
            return True
        if self.link.indicators_differ and figure.value is None:
            return True
        if figure.value is None or figure.request.name not in STANDARD:
            return bool(counts)
        return any(_overlap(term.total.period, period) for term in figure.terms for period in counts)

    def _renamed(self, inside: str) -> str:
        """A token with the new id of its indicator."""
        id, dot, rest = inside.partition(".")
        return self.link.indicators.renamed.get(id, id) + dot + rest

    def _shown(self, side: Side) -> dict[_Asked, Quotation]:
        """The figures that a report shows: those of its group's targets, and those that its prose quotes."""
        found: dict[_Asked, Quotation] = {}
        for inside, context in self._asked(side):
            if self.looked_at is not None and self._indicator(side, inside) not in self.looked_at:
                continue
            with suppress(TokenError):
                asked = inside.strip(), context.target.id if context.target else None
                found[asked] = side.version.quoter.quote(inside, context)
        return found

    def _indicator(self, side: Side, inside: str) -> str:
        """The new id of the indicator that a token names."""
        id = inside.strip().partition(".")[0]
        return self.link.indicators.renamed.get(id, id) if side is self.old else id

    def _asked(self, side: Side) -> Iterator[tuple[str, Context]]:
        """What stands in the braces, and in which context."""
        assert side.report is not None
        for target in side.group.targets if side.group else ():
            if target.indicator in side.version.data.indicators:
                context = Context(side.report.data_to, side.group, target)
                yield from ((f"{target.indicator}.{name}", context) for name in IN_REPORTS)
        for passage in passages(side.report, side.group):
            yield from ((inside.strip(), passage.context) for _, inside in find_tokens(passage.text))

    def _comparable(self, old: Figure, new: Figure) -> bool:
        """Whether the two measure the same, of the same periods, and nothing was redefined in between."""
        asked = [(figure.request.name, figure.request.decimals, describe(figure)) for figure in (old, new)]
        if asked[0] != asked[1]:
            return False
        if new.request.indicator in self.link.redefined_indicators or self._hidden(old, new):
            return False
        then, now = (self._target(side, figure) for side, figure in ((self.old, old), (self.new, new)))
        return then is None or now is None or not self.link.redefined(then, now)

    def _hidden(self, old: Figure, new: Figure) -> bool:
        """Whether a figure rests on a year of which a version withholds a count."""
        sides = (self.link.old, old), (self.link.new, new)
        years = frozenset[Period]().union(*(version.withheld_years(one.request.indicator) for version, one in sides))
        return any(_overlap(term.total.period, year) for one in (old, new) for term in one.terms for year in years)

    def _target(self, side: Side, figure: Figure) -> Target | None:
        """The target of the group that is about the figure's indicator."""
        targets = side.group.targets if side.group else ()
        return next((target for target in targets if target.indicator == figure.request.indicator), None)

    def _move(self, old: Figure, new: Figure) -> _Moved:
        """The move with what it rests on."""
        terms = (*old.terms, *new.terms)
        return _Moved(
            Move(
                report=_report(self.new),
                report_then=_report(self.old),
                indicator=_named(self.new, new),
                indicator_then=_named(self.old, old),
                name=new.request.name,
                when=describe(new),
                old=marked(old),
                new=marked(new),
            ),
            new.request.indicator,
            frozenset(term.total.period for term in terms),
            frozenset(self._estimates(old, new)),
        )

    def _estimates(self, old: Figure, new: Figure) -> Iterator[tuple[str, date]]:
        """The estimates that either rests on, by the new id of the denominator and the day."""
        renamed = self.link.denominators.renamed
        for figure, names in ((old, renamed), (new, {})):
            per = figure.request.per or ""
            for term in figure.terms:
                if term.rate:
                    yield names.get(per, per), term.rate.estimate.reference_date


def _report(side: Side) -> Subject:
    return of_report(side.id, side.group, side.meeting)


def _named(side: Side, figure: Figure) -> Subject:
    id = figure.request.indicator
    return of_indicator(id, side.version.data.indicators[id])
