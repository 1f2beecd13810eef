"""The names of those who completed reports, as they stand in `prepared_by`, and where they stand in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cspsite.model import Data, PreparedBy
from cspsite.public_words import ROLES

#: What stands in place of a name where it would be published.
NAME_MASK = "[name not shown]"
_RANKS = """
acting temporary temp pc ps pcso wpc dc ds di dci dsupt sgt sergeant insp inspector ch chief supt superintendent
cdr commander con const constable det detective acc dcc cc
"""
_CIVIL = "mr mrs ms miss mx dr prof rev revd sir dame lord lady cllr councillor"
_TITLES = frozenset((*_CIVIL.split(), *_RANKS.split()))
_TITLE = "|".join(sorted((f"{one.capitalize()}|{one.upper()}" for one in _TITLES if len(one) > 1), key=len)[::-1])
#: What may stand between two words of a name: spaces, line ends, and the signs of emphasis.
_GAP = r"(?:&nbsp;|[\s*_])+"
#: What people type where there is no name.
_VACANT = """
none nil not given known unknown vacant vacancy various tbc to be confirmed anonymous anybody nobody
"""
_NOBODY = frozenset(_VACANT.split())
#: A single word that is shorter is no name that could be told from other words.
SHORTEST = 3
#: A word of a name: letters, with apostrophes and hyphens between.
_NAME = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_SEVERAL = re.compile(r"\s*(?:[,;/&()]|\band\b)\s*")


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
    return frozenset(name for name in found if person(name))


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


class Finder:
    """Finds names in words: quickly where no last name is in them at all. `people` are the words of each name."""

    def __init__(self, names: frozenset[str]) -> None:
        self.people = people = [words for name in sorted(names) if (words := person(name))]
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

    def blanked(self, text: str) -> str:
        """The text with spaces in place of each name that `masked` finds: nothing else moves."""
        return self.pattern.sub(lambda found: re.sub(r"\S", " ", found[0]), text)


@cache
def finder(names: frozenset[str]) -> Finder:
    """What finds these names; made once."""
    return Finder(names)


def person(name: str) -> list[str]:
    """The words of a name without its titles; none where these are no name: words of roles only, or of nobody.

    A single word is a name only with a capital, and if it is long enough to be told apart.
    """
    words = [word.strip(".") for word in name.split()]
    while words and words[0].casefold() in _TITLES:
        words = words[1:]
    if not words or not all(map(_NAME.fullmatch, words)):
        return []
    alone = words[0] if len(words) == 1 else ""
    if alone and (len(alone) < SHORTEST or alone[0].islower()):
        return []
    return [] if all(word.casefold() in ROLES | _NOBODY for word in words) else words


def _forms(person: list[str]) -> Iterator[str]:
    """Patterns of a name: in full, first and last, initial and last, last before first, and as in an address."""
    yield _GAP.join(rf"{_word(word)}\.?" for word in person[:-1]) + (_GAP if person[1:] else "") + _word(person[-1])
    if len(person) > 1:
        first, last = _word(person[0]), _word(person[-1])
        yield rf"{first}{_GAP}(?:[^\W\d_]\.?{_GAP})?{last}"
        yield rf"{re.escape(person[-1].upper())}{_GAP}{first}"
        if min(len(person[0]), len(person[-1])) >= SHORTEST:
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
