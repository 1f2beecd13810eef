"""Last names that stand alone in words: which are found, and what only looks like one."""

from __future__ import annotations

import pytest

from cspsite.pages import site_of
from cspsite.publication import read
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, REPORT, TODAY, Files, checked, tree

NAMED = "name-in-words"


def said(words: str, name: str = "Insp Zebedee Quillfeather") -> Files:
    """Return a report that was completed by `name`, with these words among its plans."""
    return {REPORT: MINIMAL[REPORT].replace("A Person", name).replace("Fit more locks.", words)}


def found(files: Files) -> list[tuple[str, int]]:
    """Return where last names are found."""
    return [(one.place.path, one.place.line) for one in checked(tree(files)) if one.code == NAMED]


ALONE = [
    "Quillfeather will fit more.",
    "We asked Quillfeather.",
    "We asked QUILLFEATHER.",
    "We asked **Quillfeather** about it.",
    "It is Quillfeather's task (Quillfeather).",
    "It was put off. Quillfeather will see to it.",
    "It was put off. Ask Quillfeather.",
    "The Neighbourhood Officer Quillfeather came.",
    "- Ask Quillfeather",
    "We asked Quillfeather\n\nNobody else came.",
    "Ann Quillfeather came.",
]


@pytest.mark.parametrize("words", ALONE)
def test_last_names_alone(words: str) -> None:
    """A last name that stands by itself is found, however it is marked."""
    assert found(said(words)) == [(REPORT, 27)]


NONE = [
    ("Insp Zebedee Quillfeather", "Insp Quillfeather, Z Quillfeather and Zebedee Quillfeather.", "left out anyway"),
    ("Insp Zebedee Quillfeather", "In Quillfeather Road.", "a street"),
    ("Insp Zebedee Quillfeather", "On the Quillfeather estate.", "a place"),
    ("Insp Zebedee Quillfeather", "The Quillfeather is open.", "a house"),
    ("Insp Zebedee Quillfeather", "Talks at Great Quillfeather.", "a village"),
    ("Insp Zebedee Quillfeather", "Talks in Quillfeather-on-Sea.", "a town"),
    ("Insp Zebedee Quillfeather", "A quillfeather was found.", "a word"),
    ("Insp Zebedee Green", "Green is the status.", "a colour"),
    ("Ann Young", "Young people came.", "a common word"),
    ("Ann Anytown", "People of Anytown came.", "the area"),
    ("Ann Homes", "Homes were broken into.", "a word of a group's name"),
    ("Ann Ng", "Ask Ng.", "too short to tell"),
]


@pytest.mark.parametrize("name, words, what", NONE, ids=[what for *_, what in NONE])
def test_what_is_no_last_name(name: str, words: str, what: str) -> None:
    """What is left out already, and what can be something else, is not found."""
    assert found(said(words, name)) == []


def test_names_that_are_shown_are_not_found() -> None:
    """Where the partnership shows names, a last name is nothing to put right."""
    shown = MINIMAL[PARTNERSHIP] + "publication: {officers_names: true}\n"
    assert found({**said("Ask Quillfeather."), PARTNERSHIP: shown}) == []


def test_a_last_name_in_the_box_of_an_owner() -> None:
    """Owners, chairs and contacts are looked at too, at their own lines."""
    group = MINIMAL[GROUP].replace("owner: Council", "owner: Quillfeather").replace("Fire service", "Quillfeather")
    assert found({**said("Fit more."), GROUP: group}) == [(GROUP, 3), (GROUP, 16)]


def test_readers_are_not_told() -> None:
    """The site's list of findings leaves it out, as it would lead to the name; all others are there."""
    publication = read(tree(said("Quillfeather, and 5%.")), TODAY)
    assert {one.code for one in publication.findings} == {NAMED, "percentage-typed"}
    assert {one.code for one in site_of(publication).findings} == {"percentage-typed"}
