"""What in one version is what in another: the pairs of groups, targets, actions, indicators, denominators, meetings."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from cspsite.changes.about import about, differing
from cspsite.changes.basis import of_strategy
from cspsite.changes.kinds import DenominatorRedefined, IndicatorRedefined, TargetRedefined
from cspsite.changes.likeness import RENAMED, Pairs, alike, paired, ratio, share
from cspsite.changes.rows import shared
from cspsite.changes.subject import PARTNERSHIP
from cspsite.changes.version import Version, numbered
from cspsite.model import Action, Group, Indicator, Measure, Meeting, Target
from cspsite.periods import Period

#: How many of their counts two indicators with different ids must share to be one.
_SAME_COUNTS = 0.5
#: How far apart the days of a meeting that was moved may be: with the same figures, and with others.
_DAYS_APART, _DAYS_APART_AT_MOST = 92, 21
#: Whom changes are about that are only looked for.
_WHOEVER = about(PARTNERSHIP, PARTNERSHIP)
_QUOTED = re.compile(r"(?<=\{\{)(\s*)([a-z0-9-]+)(?=\.)")


P = TypeVar("P")

DayKey = tuple[date, int]
#: A group's id, and that of one of its targets or actions.
PartKey = tuple[str, str]


@dataclass(frozen=True)
class Members:
    """The pairs of the targets and the actions of one group, by their ids."""

    targets: Pairs[str]
    actions: Pairs[str]


def by_day(version: Version) -> Mapping[DayKey, Meeting]:
    """The meetings by day and, should there be several on one, by their number on that day."""
    found: dict[DayKey, Meeting] = {}
    for meeting in version.data.partnership.meetings:
        number = sum(day == meeting.date for day, _ in found)
        found[meeting.date, number] = meeting
    return found


class Link:
    """Which things of two versions are the same, whatever they are called. Both ways round it is the same."""

    def __init__(self, old: Version, new: Version) -> None:
        self.old = old
        self.new = new
        self._members: dict[tuple[str, str], Members] = {}
        self._counts: dict[str, frozenset[Period]] = {}

    @cached_property
    def indicators(self) -> Pairs[str]:
        """Indicators by id."""
        both = [{id: (id, known, side) for id, known in side.data.indicators.items()} for side in (self.old, self.new)]
        return paired(both[0], both[1], _like_indicators, 0.0001)

    @cached_property
    def denominators(self) -> Pairs[str]:
        """Denominators by id."""
        names = [{id: known.name for id, known in side.data.denominators.items()} for side in (self.old, self.new)]
        return paired(names[0], names[1], ratio, RENAMED)

    @cached_property
    def groups(self) -> Pairs[str]:
        """Groups by id."""
        return paired(self.old.data.groups, self.new.data.groups, _like_groups, RENAMED)

    @cached_property
    def meetings(self) -> Pairs[DayKey]:
        """Meetings by their keys."""
        return paired(by_day(self.old), by_day(self.new), _like_meetings, 0.0001)

    def members(self, old: str, new: str) -> Members:
        """The targets and actions of a group, by the ids that the group has in each version."""
        key = old, new
        if key not in self._members:
            before, after = self.old.data.groups.get(old), self.new.data.groups.get(new)
            self._members[key] = Members(self._targets(before, after), _actions(before, after))
        return self._members[key]

    def _targets(self, old: Group | None, new: Group | None) -> Pairs[str]:
        targets = numbered(old.targets if old else ()), numbered(new.targets if new else ())
        return paired(*targets, self._like_targets, RENAMED)

    def _like_targets(self, old: Target, new: Target) -> float:
        """The wordings' likeness; less of it will do where both are about the same indicator."""
        if old.wording == new.wording:
            return 1.0
        about = self.indicators.renamed.get(old.indicator, old.indicator) == new.indicator
        return 0.7 * ratio(old.wording, new.wording) + 0.3 * about

    @cached_property
    def moved_targets(self) -> Mapping[PartKey, PartKey]:
        """The targets that went from one group to another: by the group's id and their own, in each version."""
        gone, come = self._strays(lambda group: numbered(group.targets), lambda members: members.targets)
        return dict(paired(gone, come, self._like_targets, RENAMED).both)

    @cached_property
    def moved_actions(self) -> Mapping[PartKey, PartKey]:
        """The same of actions."""
        gone, come = self._strays(lambda group: numbered(group.actions), lambda members: members.actions)
        return dict(paired(gone, come, _like_actions, RENAMED).both)

    def _strays(
        self, parts: Callable[[Group], Mapping[str, P]], pairs: Callable[[Members], Pairs[str]]
    ) -> tuple[dict[PartKey, P], dict[PartKey, P]]:
        """What each group had and has no more, and what it has and had not."""
        old, new = self.old.data.groups, self.new.data.groups
        gone = {(id, key): part for id in self.groups.gone for key, part in parts(old[id]).items()}
        come = {(id, key): part for id in self.groups.come for key, part in parts(new[id]).items()}
        for one, other in self.groups.both:
            if old[one] != new[other]:
                members = pairs(self.members(one, other))
                gone |= {(one, key): parts(old[one])[key] for key in members.gone}
                come |= {(other, key): parts(new[other])[key] for key in members.come}
        return gone, come

    def same(self, field: str, old: object, new: object) -> bool:
        """Whether the values of a field differ only because what they name is called otherwise."""
        forwards, backwards = self._names(field)
        return _named(old, forwards) == new and _named(new, backwards) == old

    def _names(self, field: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        pairs = {"indicator": self.indicators, "components": self.indicators, "measure": self.denominators}.get(field)
        if pairs is None:
            return {}, {}
        return pairs.renamed, turned(pairs.renamed)

    def same_text(self, old: str, new: str) -> bool:
        """Whether two texts are the same but for the ids of renamed indicators in the figures that they quote."""
        if old == new:
            return True
        names = self.indicators.renamed
        return bool(names) and _quoted(old, names) == new and _quoted(new, turned(names)) == old

    @cached_property
    def redefined_indicators(self) -> frozenset[str]:
        """The new ids of indicators whose counts do not mean what they meant, or whose parts' do not."""
        found = {new for old, new in self.indicators.both if self._is_redefined(old, new)}
        indicators = self.new.data.indicators
        while more := {id for id, known in indicators.items() if found & {*known.components}} - found:
            found |= more
        return frozenset(found)

    def _is_redefined(self, old: str, new: str) -> bool:
        before, after = self.old.data.indicators[old], self.new.data.indicators[new]
        changes = differing(before, after, _WHOEVER, self.same)
        return any(isinstance(change, IndicatorRedefined) for change in changes)

    def counts_between(self, indicator: str) -> frozenset[Period]:
        """The periods whose counts differ, of an indicator or of what it is a sum of; `indicator` is its new id.

        One that has other markers and is the same number does not.
        """
        if indicator not in self._counts:
            known = self.new.data.indicators.get(indicator)
            parts = [part for part in known.components if part != indicator] if known else []
            former = turned(self.indicators.renamed).get(indicator, indicator)
            own = self._unlike(former, indicator)
            self._counts[indicator] = own.union(*(self.counts_between(part) for part in parts))
        return self._counts[indicator]

    def _unlike(self, old: str, new: str) -> frozenset[Period]:
        """The periods whose counts differ between an indicator of the old version and one of the new."""
        then, now = self.old.data.observations.get(old, ()), self.new.data.observations.get(new, ())
        same = shared(then, now)
        before = {row.period: row.count for row in then[same:]}
        after = {row.period: row.count for row in now[same:]}
        return frozenset(
            period
            for period in {*before, *after}
            if before.get(period) != after.get(period) or (period in before) != (period in after)
        )

    def estimates_between(self, denominator: str) -> bool:
        """Whether rates may differ although counts do not: its estimates differ, or how any denominator is defined."""
        if self._denominators_differ:
            return True
        old, new = self.old.data.denominator_values, self.new.data.denominator_values
        return old.get(denominator, ()) != new.get(denominator, ())

    @cached_property
    def _denominators_differ(self) -> bool:
        return self.old.data.denominators != self.new.data.denominators

    @cached_property
    def only_counts_differ(self) -> bool:
        """Whether indicators, denominators and estimates are all the same, whatever the counts are."""
        estimates = self.old.data.denominator_values == self.new.data.denominator_values
        return estimates and not self._denominators_differ and not self.indicators_differ

    @cached_property
    def indicators_differ(self) -> bool:
        """Whether indicators are named or defined otherwise, whatever their counts are."""
        return self.old.data.indicators != self.new.data.indicators

    def redefined(self, old: Target, new: Target) -> bool:
        """Whether figures of a target before and after are not comparable."""
        if new.indicator in self.redefined_indicators:
            return True
        then, now = self._redefined_denominators
        if _per(self.old, old) in then or _per(self.new, new) in now:
            return True
        if self._strategy_moved(of_strategy(old) & of_strategy(new)):
            return True
        changes = differing(old, new, _WHOEVER, self.same)
        return any(isinstance(change, TargetRedefined) for change in changes)

    @cached_property
    def _redefined_denominators(self) -> tuple[frozenset[str], frozenset[str]]:
        """The old and the new ids of denominators that are not what they were."""
        old, new = self.old.data.denominators, self.new.data.denominators
        pairs = [
            (one, other)
            for one, other in self.denominators.both
            if any(isinstance(change, DenominatorRedefined) for change in differing(old[one], new[other], _WHOEVER))
        ]
        return frozenset(one for one, _ in pairs), frozenset(other for _, other in pairs)

    def _strategy_moved(self, dates: Collection[str]) -> bool:
        """Whether any of the strategy's dates that stand in for a target's own is another."""
        old, new = (side.data.partnership.strategy for side in (self.old, self.new))
        return any(getattr(old, field) != getattr(new, field) for field in dates)


def _per(side: Version, target: Target) -> str | None:
    """The id of the denominator that a target of a version is measured by."""
    indicator = side.data.indicators.get(target.indicator)
    measure = target.measure or (indicator and indicator.measure)
    return measure.per if measure else None


def turned(names: Mapping[str, str]) -> Mapping[str, str]:
    """The same names the other way round."""
    return {new: old for old, new in names.items()}


def _named(value: object, names: Mapping[str, str]) -> object:
    """The value with other names in it."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(_named(item, names) for item in value)
    if isinstance(value, Measure):
        return Measure(per=names.get(value.per, value.per), scale=value.scale)
    return value


def _quoted(text: str, names: Mapping[str, str]) -> str:
    return _QUOTED.sub(lambda match: match[1] + names.get(match[2], match[2]), text)


def _actions(old: Group | None, new: Group | None) -> Pairs[str]:
    return paired(numbered(old.actions if old else ()), numbered(new.actions if new else ()), _like_actions, RENAMED)


def _like_actions(old: Action, new: Action) -> float:
    """The titles' likeness."""
    return ratio(old.title, new.title)


def _like_groups(old: Group, new: Group) -> float:
    """The likeness of the names, or of the targets and actions, by their ids or by their words."""
    return max(ratio(old.name, new.name), alike(_ids(old), _ids(new)), alike(_words(old), _words(new)))


def _ids(group: Group) -> set[tuple[str, str]]:
    return {("target", target.id) for target in group.targets} | {("action", action.id) for action in group.actions}


def _words(group: Group) -> set[tuple[str, str]]:
    return {("target", target.wording) for target in group.targets} | {("action", one.title) for one in group.actions}


def _like_indicators(old: tuple[str, Indicator, Version], new: tuple[str, Indicator, Version]) -> float:
    """The share of counts in common, if it is enough; without counts, the likeness of name and definition."""
    counts = [{(row.period, row.count) for row in side.data.observations.get(id, ())} for id, _, side in (old, new)]
    if counts[0] and counts[1]:
        common = share(*counts)
        return common if common >= _SAME_COUNTS and any(count for _, count in counts[0] & counts[1]) else 0.0
    likeness = (ratio(old[1].definition, new[1].definition) + ratio(old[1].name, new[1].name)) / 2
    return likeness if likeness >= RENAMED else 0.0


def _like_meetings(old: Meeting, new: Meeting) -> float:
    """How near the days are, if they are near enough."""
    apart = abs((old.date - new.date).days)
    allowed = _DAYS_APART if old.data_to == new.data_to else _DAYS_APART_AT_MOST
    return 1 - apart / 366 if apart <= allowed else 0.0
