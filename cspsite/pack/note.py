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

#: What evidence says in few words, with any of the words by which it is told that it says so.
_TERMS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        "95% interval",
        ("95% interval",),
        "how far chance alone may have moved the figure; with few counts it is wide",
    ),
    (
        "no clear change",
        ("no clear change",),
        "chance alone could have made the difference: the interval holds 1.00 times, which is as many as before",
    ),
    (
        "percentage points",
        ("percentage point",),
        "what lies between two percentages: from 5% to 7% are 2 percentage points",
    ),
    (
        "where it should be",
        ("should be", "on course"),
        "on the way from the baseline to the target; on a straight line each month brings the same part of the change",
    ),
    (
        "common cause",
        ("common cause",),
        "the latest count lies within what these counts have always varied by",
    ),
    (
        "special cause",
        ("special cause",),
        "something has changed: a count beyond the limits, or a run that chance hardly makes",
    ),
    (
        "if things go on as they are",
        ("if things go on as they are",),
        "a sum, and no promise: from the usual share of these months in the year, or at the pace since the start",
    ),
)


@dataclass(frozen=True)
class Source:
    """Where the counts of an indicator, or the estimates of a denominator, are from; `address` is its page."""

    name: str
    source: str
    address: str
    is_illustrative: bool


@dataclass(frozen=True)
class Note:
    """The rule in words, where figures are from, and the terms, markers and short forms to be explained."""

    rule: str
    small_base: int
    sources: tuple[Source, ...]
    terms: tuple[tuple[str, str], ...]
    markers: tuple[str, ...]
    short_forms: tuple[tuple[str, str], ...]

    def to(self, text: str) -> Note:
        """The note to papers whose words are `text`, with the terms, markers and short forms that stand in it."""
        short_forms = (*(one for one in self.short_forms if _stands(one[0], text)),)
        return replace(self, terms=(*_terms(text),), markers=(*sorted(told(text)),), short_forms=short_forms)


def note(site: Site, groups: Iterable[str]) -> Note:
    """The note to papers of these groups, with every short form that there is."""
    rules = site.data.partnership.rules
    targets = [target for id in groups for target in site.data.groups[id].targets]
    per = [target.measure.per for target in targets if target.measure]
    return Note(
        rule=of_rule(rules.tolerance),
        small_base=rules.small_base,
        sources=(*_counts(site, (target.indicator for target in targets)), *_estimates(site, per)),
        terms=(),
        markers=(),
        short_forms=tuple(sorted(site.data.glossary.items())),
    )


def _terms(text: str) -> Iterator[tuple[str, str]]:
    words = " ".join(text.casefold().split())
    return ((term, meaning) for term, said, meaning in _TERMS if any(one in words for one in said))


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
