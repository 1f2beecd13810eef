"""Indicators and denominators in two versions: their definitions, and which came or are gone."""

from __future__ import annotations

from collections.abc import Iterator

from cspsite.changes import kinds, presence
from cspsite.changes.about import about, differing
from cspsite.changes.change import Change
from cspsite.changes.link import Link
from cspsite.changes.subject import of_denominator, of_indicator
from cspsite.changes.version import Version


def indicators(link: Link) -> Iterator[Change]:
    """Every change of an indicator's definition, and every indicator that came or is gone."""
    old, new = link.old.data.indicators, link.new.data.indicators
    for one, other in link.indicators.both:
        whom = about(of_indicator(one, old[one]), of_indicator(other, new[other]))
        if one != other:
            yield whom.tell(kinds.IndicatorRenamed, field="id", old=one, new=other)
        yield from differing(old[one], new[other], whom, link.same)
    for id in link.indicators.gone:
        over = not _is_used(link.old, id)
        gone = presence.IndicatorRetired if over else presence.IndicatorVanished
        yield about(of_indicator(id, old[id]), None).tell(gone, old=old[id].name, over=over)
    for id in link.indicators.come:
        whom, over = about(None, of_indicator(id, new[id])), not _is_used(link.new, id)
        yield whom.tell(presence.IndicatorAdded, new=new[id].name, over=over)


def _is_used(version: Version, indicator: str) -> bool:
    """Whether a target rests on an indicator, or another indicator is its sum."""
    targets = (target for group in version.data.groups.values() for target in group.targets)
    parts = (part for known in version.data.indicators.values() for part in known.components)
    return indicator in parts or any(target.indicator == indicator for target in targets)


def denominators(link: Link) -> Iterator[Change]:
    """Every change of a denominator's definition, and every denominator that came or is gone."""
    old, new = link.old.data.denominators, link.new.data.denominators
    for one, other in link.denominators.both:
        whom = about(of_denominator(one, old[one]), of_denominator(other, new[other]))
        if one != other:
            yield whom.tell(kinds.DenominatorRenamed, field="id", old=one, new=other)
        yield from differing(old[one], new[other], whom)
    for id in link.denominators.gone:
        yield about(of_denominator(id, old[id]), None).tell(presence.DenominatorRemoved, old=old[id].name)
    for id in link.denominators.come:
        yield about(None, of_denominator(id, new[id])).tell(presence.DenominatorAdded, new=new[id].name)
