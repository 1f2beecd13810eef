"""What is left out of every version of the data before anything is published of it: officers' names, and numbers.

Names are those of the people who completed reports (`officers`). Where the partnership's rules do not show them,
they are left out of their own box, and of all words: as first and last name, as initial and last name, and as a title
with a last name. A last name alone is not left out, as it can be a street or a colour. See decision 21.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TypeVar

from cspsite import officers, personal
from cspsite.findings import Finding
from cspsite.model import Data, DenominatorValue, Observation, PreparedBy, Record
from cspsite.own_words import own_words
from cspsite.public_words import PublicWords

T = TypeVar("T")
#: Fields that point to something by its id, which is no text.
_IDS = frozenset({"id", "action", "target", "targets", "indicator", "components", "per", "group", "url"})
#: Findings that are told to whoever checks, and to no reader: they would lead straight to what they are about.
_UNTOLD = frozenset({"name-in-words"})


@dataclass(frozen=True, slots=True)
class _Rule:
    """Which names are left out of a version, whether any is shown at all, and what only looks like a detail."""

    names: frozenset[str]
    shows_names: bool
    public: PublicWords


class Discretion:
    """What is left out of the data of today, and of every earlier version, by the rules of today."""

    def __init__(self, today: Data) -> None:
        shows_names = today.partnership.publication.officers_names
        names = frozenset[str]() if shows_names else officers.names_in(today)
        self._rule = _Rule(names, shows_names, own_words(today))
        self._made: dict[tuple[int, frozenset[str]], tuple[object, object]] = {}
        self._today = today

    @cached_property
    def now(self) -> Data:
        """The data of today, as they may be published."""
        return self.data(self._today)

    def data(self, version: Data) -> Data:
        """A version of the data as it may be published; what has nothing to leave out is the same record."""
        rule = self._rule
        if not rule.shows_names:
            rule = replace(rule, names=rule.names | officers.names_in(version))
        changed = {
            field.name: new
            for field in fields(version)
            if (new := self._kept(old := getattr(version, field.name), rule)) is not old
        }
        return replace(version, **changed) if changed else version

    def text(self, words: str) -> str:
        """Words that stand beside the data, such as those of a commit."""
        return _masked(words, self._rule)

    def findings(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """What readers are told of the findings."""
        return (self.finding(finding) for finding in findings if finding.code not in _UNTOLD)

    def finding(self, finding: Finding) -> Finding:
        """A finding without what may not be published of what was found."""
        found, expected, advice = map(self.text, (finding.found, finding.expected, finding.advice))
        if found.casefold() in self._parts:  # a single word, such as a name in capitals that is taken for a short form
            found = officers.NAME_MASK
        return replace(finding, found=found, expected=expected, advice=advice)

    @cached_property
    def _parts(self) -> frozenset[str]:
        """Every word of a name that is long enough to tell whose it is."""
        words = (word for name in self._rule.names for word in officers.person(name))
        return frozenset(word.casefold() for word in words if len(word) >= officers.SHORTEST)

    def _kept(self, value: T, rule: _Rule) -> T:
        """A record, a text or many of them, without what is left out; each record is looked at once."""
        if isinstance(value, Mapping):
            made = {key: self._kept(item, rule) for key, item in value.items()}
            return made if any(made[key] is not item for key, item in value.items()) else value  # type: ignore[return-value]
        if not isinstance(value, Record):
            return _without(value, rule)
        key = (id(value), rule.names)
        if key not in self._made:
            self._made[key] = value, _without(value, rule)  # the record is kept, and so its id
        return self._made[key][1]  # type: ignore[return-value]


def _without(value: T, rule: _Rule) -> T:
    """A value without names and personal details; the same value where it has none."""
    if isinstance(value, Observation) and not value.note:  # nearly all counts have no words
        return value
    made: object = value
    if isinstance(value, str):
        made = _masked(value, rule)
    elif isinstance(value, tuple):
        kept = tuple(_without(item, rule) for item in value)
        made = kept if any(new is not old for new, old in zip(kept, value, strict=True)) else value
    elif isinstance(value, Record):
        changed = _changed(((n, getattr(value, n)) for n in type(value).model_fields), rule)
        if isinstance(value, PreparedBy) and value.name and not rule.shows_names:
            changed["name"] = None
        made = value.model_copy(update=changed) if changed else value
    elif isinstance(value, Observation | DenominatorValue):
        noted = "note" if isinstance(value, Observation) else "source"
        changed = _changed([(noted, getattr(value, noted))], rule)
        made = replace(value, **changed) if changed else value  # type: ignore[arg-type]
    return made  # type: ignore[return-value]


def _changed(parts: Iterable[tuple[str, object]], rule: _Rule) -> dict[str, object]:
    """The named parts that have something to leave out, without it."""
    found = ((name, old, _without(old, rule)) for name, old in parts if name not in _IDS)
    return {name: new for name, old, new in found if new is not old}


def _masked(text: str, rule: _Rule) -> str:
    """The text without names and personal details; the very same object where there are none."""
    made = personal.masked(text, rule.public)
    made = officers.finder(rule.names).masked(made) if rule.names else made
    return text if made == text else made
