"""The note on how to read a meeting's papers: only what these papers need, and no more than fills a sheet or two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cspsite.evidence import of_rule
from cspsite.markers import told
from cspsite.model import Indicator
from cspsite.pages import addresses
from cspsite.pages.site import Site
from cspsite.words import day_words


@dataclass(frozen=True)
class Source:
    """Where the counts of an indicator, or the estimates of a denominator, are from; `address` is its page."""

    name: str
    source: str
    address: str
    is_illustrative: bool


@dataclass(frozen=True)
class Note:
    """The rule in words, where figures are from, and the markers and short forms to be explained."""

    rule: str
    small_base: int
    sources: tuple[Source, ...]
    markers: tuple[str, ...]
    short_forms: tuple[tuple[str, str], ...]

    def to(self, text: str) -> Note:
        """The note to papers whose words are `text`, with the markers and short forms that stand in it."""
        short_forms = (*(one for one in self.short_forms if _stands(one[0], text)),)
        return replace(self, markers=(*sorted(told(text)),), short_forms=short_forms)


def note(site: Site, groups: Iterable[str]) -> Note:
    """The note to papers of these groups, with every short form that there is."""
    rules = site.data.partnership.rules
    targets = [target for id in groups for target in site.data.groups[id].targets]
    per = [target.measure.per for target in targets if target.measure]
    return Note(
        rule=of_rule(rules.tolerance),
        small_base=rules.small_base,
        sources=(*_counts(site, (target.indicator for target in targets)), *_estimates(site, per)),
        markers=(),
        short_forms=tuple(sorted(site.data.glossary.items())),
    )


def _stands(short: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", text) is not None


def _counts(site: Site, ids: Iterable[str]) -> Iterator[Source]:
    for id in dict.fromkeys(ids):
        indicator = site.data.indicators.get(id)
        if indicator:
            yield Source(indicator.name, _source(indicator), addresses.indicator(id), site.is_illustrative(id))


def _source(indicator: Indicator) -> str:
    own = indicator.source or ("that of its parts" if indicator.components else "not stated")
    return f"{own}, taken on {day_words(indicator.extracted)}" if indicator.extracted else own


def _estimates(site: Site, ids: Iterable[str]) -> Iterator[Source]:
    for id in dict.fromkeys(ids):
        record = site.data.denominators.get(id)
        if record:
            named = dict.fromkeys(value.source for value in site.data.denominator_values.get(id, ()))
            source = "; ".join(filter(None, named)) or "not stated"
            yield Source(record.name, source, addresses.DATA, bool(record.illustrative))
