"""Which published figures are shown otherwise than before: those of reports that are in both versions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cspsite.changes.link import Link
from cspsite.changes.reports import report_pairs
from cspsite.changes.restated import Move
from cspsite.changes.sides import Side
from cspsite.changes.subject import Subject, of_indicator, of_report
from cspsite.errors import TokenError
from cspsite.evidence import marked
from cspsite.figure import Figure
from cspsite.model import Report, Target
from cspsite.periods import Month, Period
from cspsite.quote import IN_REPORTS, STANDARD, Context, Quotation, passages
from cspsite.tokens import find_tokens
from cspsite.words import describe

#: Earlier and later than any count.
_FIRST, _LAST = Month.of(1, 1), Month.of(9999, 12)
#: A figure as a report has it: what stands in the braces, and the id of the target that it is about, if any.
Asked = tuple[str, str | None]


#: Whether a figure may have moved: by its indicator's new id, what stands in the braces, and the report.
Concerns = Callable[[str, str, Report], bool]


def everything(_indicator: str, _inside: str, _report: Report) -> bool:
    """That any figure may have moved."""
    return True


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
    None looks at all. Only figures that rest on one of the `periods` can have moved.
    """

    def __init__(self, link: Link, periods: Iterable[Period], indicators: Iterable[str] | None = None) -> None:
        self._link = link
        self._periods = frozenset(periods)
        self._looked_at = None if indicators is None else frozenset(self._totals(indicators))
        self._firsts: dict[str, Month | None] = {}

    @classmethod
    def by_counts(cls, link: Link, indicators: Iterable[str]) -> Moves:
        """Those that the counts of indicators moved, given by their new ids."""
        ids = list(indicators)
        return cls(link, (period for id in ids for period in link.counts_between(id)), ids)

    @classmethod
    def by_estimates(cls, link: Link, days: Iterable[date]) -> Moves:
        """Those that the estimates for some days moved: an estimate is for its financial year and those after it."""
        starts = {Period.year_of(Month.containing(day)).start for day in days}
        return cls(link, (Period(start, _LAST) for start in starts))

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
            if before and after and (self._reaches(before) or self._reaches(after)):
                sides = Side.of(self._link.old, before), Side.of(self._link.new, after)
                yield from InBoth(self._link, *sides, self.concerns).moved()

    def _reaches(self, report: Report) -> bool:
        """Whether a figure of a report can rest on a period that differs."""
        if self._first is None:
            return False
        return self._first <= report.data_to or any("@" in text for text in report.texts)

    def concerns(self, indicator: str, inside: str, report: Report) -> bool:
        """Whether a report's figure of an indicator, given by its new id, can rest on a period that differs."""
        if self._looked_at is None:
            return True
        if indicator not in self._looked_at:
            return False
        first = self._first_of(self._link.counts_between(indicator), indicator)
        return "@" in inside or (first is not None and first <= report.data_to)

    @cached_property
    def _first(self) -> Month | None:
        return self._first_of(self._periods, "")

    def _first_of(self, periods: Collection[Period], id: str) -> Month | None:
        """The first month from which on reports can show a difference: any, where a baseline year differs."""
        if id not in self._firsts:
            years = self._link.old.baselines | self._link.new.baselines
            in_baseline = any(_overlap(period, year) for period in periods for year in years)
            starts = [_FIRST] if in_baseline else [period.start for period in periods]
            self._firsts[id] = min(starts, default=None)
        return self._firsts[id]


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
    """A report that is in both versions.

    `concerns` says which figures may have moved.
    """

    link: Link
    old: Side
    new: Side
    concerns: Concerns

    def moved(self) -> Iterator[_Moved]:
        """Each figure that both show, otherwise."""
        for _, then, now in self.then_and_now():
            yield self._move(then.figure, now.figure)

    def then_and_now(self) -> Iterator[tuple[Asked, Quotation, Quotation]]:
        """Each figure that both show otherwise: how the new version asks for it, and what the old and the new show."""
        for asked, now in self._shown(self.new).items():
            then = self._then.get(asked) if self._may_differ(now.figure) else None
            if then and self._comparable(then.figure, now.figure) and then.figure.shown != now.figure.shown:
                yield asked, then, now

    @cached_property
    def _then(self) -> Mapping[Asked, Quotation]:
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

    def _shown(self, side: Side) -> dict[Asked, Quotation]:
        """The figures that a report shows: those of its group's targets, and those that its prose quotes."""
        found: dict[Asked, Quotation] = {}
        assert side.report is not None
        for inside, context in self._asked(side):
            if not self.concerns(self._indicator(side, inside), inside, side.report):
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
        if not (self.link.old.withholds or self.link.new.withholds):
            return False
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
