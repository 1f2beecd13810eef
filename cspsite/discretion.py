"""What is left out of every version of the data before anything is published of it: officers' names, and numbers.

Names are those of the people who completed reports (`prepared_by`). Where the partnership's rules do not show them,
they are left out of their own box, and of all words: as first and last name, as initial and last name, and as a title
with a last name. A last name alone is not looked for, as it can be a street or a colour. See decision 21.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import cache, cached_property
from typing import TypeVar

from cspsite import personal
from cspsite.findings import Finding
from cspsite.model import Data, DenominatorValue, Observation, PreparedBy, Record

T = TypeVar("T")
NAME_MASK = "[name not shown]"
#: Fields that point to something by its id, which is no text.
_IDS = frozenset({"id", "action", "target", "targets", "indicator", "components", "per", "group", "url"})
_TITLES = {
    *(
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "rev",
        "revd",
        "sir",
        "dame",
        "lord",
        "lady",
        "cllr",
        "councillor",
    ),
    *(
        "pc",
        "ps",
        "pcso",
        "wpc",
        "dc",
        "ds",
        "di",
        "dci",
        "dsupt",
        "sgt",
        "sergeant",
        "insp",
        "inspector",
        "ch",
        "chief",
    ),
    *(
        "supt",
        "superintendent",
        "cdr",
        "commander",
        "con",
        "const",
        "constable",
        "det",
        "detective",
        "acc",
        "dcc",
        "cc",
    ),
    *("acting", "temporary", "temp"),
}
_TITLE = "|".join(sorted((f"{one.capitalize()}|{one.upper()}" for one in _TITLES if len(one) > 1), key=len)[::-1])
#: What may stand between two words of a name: spaces, line ends, and the signs of emphasis.
_GAP = r"(?:&nbsp;|[\s*_])+"
#: What people type where there is no name.
_NOBODY = {
    *(
        "none",
        "nil",
        "not",
        "given",
        "known",
        "unknown",
        "vacant",
        "vacancy",
        "various",
        "tbc",
        "to",
        "be",
        "confirmed",
    ),
    *("anonymous", "anybody", "nobody"),
}
#: A single word that is shorter is no name that could be told from other words.
_SHORTEST = 3
#: A word of a name: letters, with apostrophes and hyphens between.
_NAME = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_SEVERAL = re.compile(r"\s*(?:[,;/&()]|\band\b)\s*")


class Discretion:
    """What is left out of the data of today, and of every earlier version, by the rules of today."""

    def __init__(self, today: Data) -> None:
        self._shows_names = today.partnership.publication.officers_names
        self._names = frozenset() if self._shows_names else names_in(today)
        self._made: dict[tuple[int, frozenset[str]], tuple[object, object]] = {}
        self._today = today

    @cached_property
    def now(self) -> Data:
        """The data of today, as they may be published."""
        return self.data(self._today)

    def data(self, version: Data) -> Data:
        """A version of the data as it may be published; what has nothing to leave out is the same record."""
        names = self._names if self._shows_names else self._names | names_in(version)
        changed = {
            field.name: new
            for field in fields(version)
            if (new := self._kept(old := getattr(version, field.name), names)) is not old
        }
        return replace(version, **changed) if changed else version

    def text(self, words: str) -> str:
        """Words that stand beside the data, such as those of a commit."""
        return _masked(words, self._names)

    def finding(self, finding: Finding) -> Finding:
        """A finding without what may not be published of what was found."""
        found, expected, advice = map(self.text, (finding.found, finding.expected, finding.advice))
        if found.casefold() in self._parts:  # a single word, such as a name in capitals that is taken for a short form
            found = NAME_MASK
        return replace(finding, found=found, expected=expected, advice=advice)

    @cached_property
    def _parts(self) -> frozenset[str]:
        """Every word of a name that is long enough to tell whose it is."""
        words = (word for name in self._names for word in _person(name))
        return frozenset(word.casefold() for word in words if len(word) >= _SHORTEST)

    def _kept(self, value: T, names: frozenset[str]) -> T:
        """A record, a text or many of them, without what is left out; each record is looked at once."""
        if isinstance(value, Mapping):
            made = {key: self._kept(item, names) for key, item in value.items()}
            return made if any(made[key] is not item for key, item in value.items()) else value  # type: ignore[return-value]
        if not isinstance(value, Record):
            return _without(value, names, self._shows_names)
        key = (id(value), names)
        if key not in self._made:
            self._made[key] = value, _without(value, names, self._shows_names)  # the record is kept, and so its id
        return self._made[key][1]  # type: ignore[return-value]


def names_in(data: Data) -> frozenset[str]:
    """The names of those who completed reports, but for what is also a role, an organisation or a group.

    After a comma a name may go on with whom somebody works for: there a chair and an owner are no names either.
    """
    reports = [report.prepared_by for report in data.reports.values()]
    known = {_plain(words) for words in _no_names(data, reports)}
    employers = known | {_plain(words) for words in _employers(data)}
    found: set[str] = set()
    for name in dict.fromkeys(by.name for by in reports if by.name):
        first, *others = (" ".join(part.split()) for part in _SEVERAL.split(name))
        found |= {first} if _plain(first) not in known else set()
        found |= {part for part in others if _plain(part) not in employers}
    return frozenset(name for name in found if _person(name))


def _no_names(data: Data, reports: Iterable[PreparedBy]) -> Iterator[str]:
    """Words that belong to the partnership, whoever typed them as a name."""
    yield from (data.partnership.name, data.partnership.area, data.partnership.board)
    yield from (group.name for group in data.groups.values())
    for by in reports:
        yield from (by.role or "", by.organisation or "")


def _employers(data: Data) -> Iterator[str]:
    for group in data.groups.values():
        yield from (group.chair, *(action.owner or "" for action in group.actions))


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _without(value: T, names: frozenset[str], shows_names: bool) -> T:
    """A value without names and personal details; the same value where it has none."""
    made: object = value
    if isinstance(value, str):
        made = _masked(value, names)
    elif isinstance(value, tuple):
        kept = tuple(_without(item, names, shows_names) for item in value)
        made = kept if any(new is not old for new, old in zip(kept, value, strict=True)) else value
    elif isinstance(value, Record):
        changed = _changed(((n, getattr(value, n)) for n in type(value).model_fields), names, shows_names)
        if isinstance(value, PreparedBy) and value.name and not shows_names:
            changed["name"] = None
        made = value.model_copy(update=changed) if changed else value
    elif isinstance(value, Observation | DenominatorValue):
        noted = "note" if isinstance(value, Observation) else "source"
        changed = _changed([(noted, getattr(value, noted))], names, shows_names)
        made = replace(value, **changed) if changed else value  # type: ignore[arg-type]
    return made  # type: ignore[return-value]


def _changed(parts: Iterable[tuple[str, object]], names: frozenset[str], shows_names: bool) -> dict[str, object]:
    """The named parts that have something to leave out, without it."""
    found = ((name, old, _without(old, names, shows_names)) for name, old in parts if name not in _IDS)
    return {name: new for name, old, new in found if new is not old}


def _masked(text: str, names: frozenset[str]) -> str:
    """The text without names and personal details; the very same object where there are none."""
    made = _finder(names).masked(personal.masked(text)) if names else personal.masked(text)
    return text if made == text else made


class _Finder:
    """Finds names in words: quickly where no last name is in them at all."""

    def __init__(self, names: frozenset[str]) -> None:
        people = [person for name in sorted(names) if (person := _person(name))]
        self.lasts = {piece for *_, last in people for piece in (*_cases(_longest(last)), _longest(last).lower())}
        whole = "|".join(form for person in people for form in _forms(person))
        last = "|".join(_word(person[-1]) for person in people)
        title = rf"(?:{_TITLE})\.?{_GAP}"
        self.pattern = re.compile(
            rf"(?<!\w)(?:(?P<title>(?:{title})*)(?:{whole})|(?P<rank>(?:{title})+)(?:{last}))(?!\w)"
            if people
            else r"(?!)"
        )

    def masked(self, text: str) -> str:
        """The text with a mask in place of each name; a title before it stays."""
        if not any(last in text for last in self.lasts):
            return text
        return self.pattern.sub(lambda found: f"{found['title'] or found['rank'] or ''}{NAME_MASK}", text)


@cache
def _finder(names: frozenset[str]) -> _Finder:
    return _Finder(names)


def _person(name: str) -> list[str]:
    """The words of a name without its titles; none where these are no name: words of roles only, or of nobody.

    A single word is a name only with a capital, and if it is long enough to be told apart.
    """
    words = [word.strip(".") for word in name.split()]
    while words and words[0].casefold() in _TITLES:
        words = words[1:]
    if not words or not all(map(_NAME.fullmatch, words)):
        return []
    alone = words[0] if len(words) == 1 else ""
    if alone and (len(alone) < _SHORTEST or alone[0].islower()):
        return []
    return [] if all(word.casefold() in personal.ROLES | _NOBODY for word in words) else words


def _forms(person: list[str]) -> Iterator[str]:
    """Patterns of a name: in full, first and last, initial and last, last before first, and as in an address."""
    yield _GAP.join(rf"{_word(word)}\.?" for word in person[:-1]) + (_GAP if person[1:] else "") + _word(person[-1])
    if len(person) > 1:
        first, last = _word(person[0]), _word(person[-1])
        yield rf"{first}{_GAP}(?:[^\W\d_]\.?{_GAP})?{last}"
        yield rf"{re.escape(person[-1].upper())}{_GAP}{first}"
        if min(len(person[0]), len(person[-1])) >= _SHORTEST:
            yield rf"(?i:{first}{_GAP}{last})"
        yield rf"{re.escape(person[0][0].upper())}\.?[\s*_]*{last}"
        yield rf"{last},{_GAP}{first}"
        yield rf"(?i:{re.escape(person[0])}[._-]{re.escape(person[-1])})"


def _word(word: str) -> str:
    """A pattern of one word of a name: as it is typed, or with a capital, or in capitals; either kind of apostrophe."""
    return "(?:" + "|".join(re.sub("['’]", "['’]", re.escape(case)) for case in _cases(word)) + ")"


def _cases(word: str) -> list[str]:
    return list(dict.fromkeys((word, word[:1].upper() + word[1:], word.upper())))


def _longest(word: str) -> str:
    """The longest piece of a last name that has no apostrophe, which both ways to type it have."""
    return max(re.split("['’]", word), key=len)
