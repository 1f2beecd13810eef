"""Personal details that must not stand on a public site, wherever in the files they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cspsite import paths, personal
from cspsite.check.subject import Subject
from cspsite.findings import Finding, Place
from cspsite.own_words import own_words
from cspsite.personal import PUBLIC
from cspsite.public_words import PublicWords

_LIST = ("publication", "not_personal")
_NOBODYS = "a text that is nobody's, such as a reference"
_SURE = (
    "Take it out: an e-mail address, a mobile or foreign number or a National Insurance number is always somebody's."
)


def check(texts: Mapping[str, str], public: PublicWords = PUBLIC) -> Iterator[Finding]:
    """Every personal detail in every file; the finding names the kind and shows only its beginning."""
    for path, text in texts.items():
        for code, match in personal.details(text, public):
            line = text.count("\n", 0, match.start()) + 1
            yield Finding(code, Place(path, line), personal.beginning(match[0]), "no personal details")


def listed(subject: Subject) -> Iterator[Finding]:
    """Every text listed as nobody's that can be somebody's own, or that nothing in the files would need."""
    texts = subject.data.partnership.publication.not_personal
    public = replace(own_words(subject.data), texts=frozenset())
    for i, text in enumerate(texts):
        key, found = (*_LIST, i), personal.beginning(text)
        if personal.is_sure(text):
            yield subject.finding("wrong-value", paths.PARTNERSHIP, key, f"not_personal: {found}", _NOBODYS, _SURE)
        elif not _stands(subject.texts, personal.listed(text), public, [*map(personal.listed, texts)]):
            yield subject.finding("not-personal-unused", paths.PARTNERSHIP, key, found, "a text that would be found")


def _stands(texts: Mapping[str, str], wanted: str, public: PublicWords, listed: list[str]) -> bool:
    """Whether a text is found as a detail, beside where it is listed."""
    first = wanted.partition(" ")[0]
    found = [
        path
        for path, text in texts.items()
        if first in personal.plain(text)
        for _, match in personal.details(text, public)
        if personal.listed(match[0]) == wanted
    ]
    return any(path != paths.PARTNERSHIP for path in found) or len(found) > listed.count(wanted)
