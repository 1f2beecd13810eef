"""What the figures of a target rest on, beside counts: with another basis they do not measure the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cspsite.changes.change import Change
from cspsite.changes.kinds import (
    DenominatorRedefined,
    IndicatorRedefined,
    IndicatorRuleChanged,
    RulesChanged,
    StrategyChanged,
    TargetRedefined,
)
from cspsite.model import Data, Target


def of_strategy(target: Target) -> frozenset[str]:
    """The dates of the strategy that stand in for those which a target does not have."""
    lacking = {"baseline": target.baseline is None, "start": target.start is None}
    lacking["end"] = target.end is None and target.kind == "hold"
    return frozenset(field for field, lacks in lacking.items() if lacks)


def with_parts(data: Data, indicators: Iterable[str]) -> frozenset[str]:
    """Indicators with all that they are sums of."""
    found = set(indicators)
    while more := {part for id in found if id in data.indicators for part in data.indicators[id].components} - found:
        found |= more
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Basis:
    """Targets of a group with the indicators and denominators that they rest on, and the dates of the strategy."""

    group: str
    targets: frozenset[str]
    indicators: frozenset[str]
    denominators: frozenset[str]
    dates: frozenset[str]

    @classmethod
    def of(cls, data: Data, group: str, targets: Iterable[Target], others: Iterable[str] = ()) -> Basis:
        """The basis of a group's targets, and of other indicators that its figures are of."""
        targets, others = list(targets), list(others)
        indicators = with_parts(data, [*(target.indicator for target in targets), *others])
        measures = [target.measure for target in targets]
        measures += [data.indicators[id].measure for id in indicators if id in data.indicators]
        dates = [of_strategy(target) for target in targets]
        return cls(
            group,
            frozenset(target.id for target in targets),
            indicators,
            frozenset(measure.per for measure in measures if measure),
            frozenset({"baseline"} if others else ()).union(*dates),
        )

    def is_other_by(self, change: Change) -> bool:
        """Whether a change redefines what the figures measure: those before and after it are not comparable."""
        subject = change.subject
        if isinstance(change, TargetRedefined):
            return subject.group == self.group and subject.id in self.targets
        if isinstance(change, IndicatorRedefined):
            return subject.id in self.indicators
        if isinstance(change, DenominatorRedefined):
            return subject.id in self.denominators
        return isinstance(change, StrategyChanged) and change.field in self.dates

    def is_told_otherwise_by(self, change: Change) -> bool:
        """Whether a change redefines them, or has them judged, published or rounded by another rule."""
        judged = isinstance(change, IndicatorRuleChanged) and change.subject.id in self.indicators
        return judged or isinstance(change, RulesChanged) or self.is_other_by(change)
