"""What of a partnership's own words is nobody's personal detail, though it may look like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cspsite import personal
from cspsite.model import Data
from cspsite.public_words import ROLES, SHORT_FORMS, SUBJECTS, PublicWords

#: Initials of a name that are shorter could be those of a person.
_SHORTEST = 3


def own_words(data: Data) -> PublicWords:
    """The general words, beside the glossary's short forms, the names of the groups, and what was listed by hand.

    Of what is listed, that counts which cannot be anybody's own: see `personal.is_sure`.
    """
    acronyms = {"".join(re.findall(r"\w", acronym)) for acronym in data.glossary}
    names = {form for name in _names(data) for form in _forms(name)}
    return PublicWords(
        mailboxes=ROLES | SUBJECTS | {acronym.casefold() for acronym in acronyms if acronym} | names,
        short_forms=SHORT_FORMS | acronyms,
        texts=frozenset(
            personal.listed(text) for text in data.partnership.publication.not_personal if not personal.is_sure(text)
        ),
    )


def _names(data: Data) -> Iterator[str]:
    yield from (data.partnership.name, data.partnership.area, data.partnership.board)
    for id, group in data.groups.items():
        yield from (id, group.name)


def _forms(name: str) -> Iterator[str]:
    """A name as it stands in an address: its words as one, and its initials."""
    words = re.findall(r"[^\W_]+", name.casefold())
    yield "".join(words)
    if len(words) >= _SHORTEST:
        yield "".join(word[0] for word in words)
