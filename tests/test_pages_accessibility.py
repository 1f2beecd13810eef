"""The accessibility statement: the parts that the law asks for, what the partnership says, and what it has not."""

from __future__ import annotations

import pytest

from cspsite.pages.accessibility import PROBLEMS
from tests import builders
from tests.markup import Element
from tests.rendering import files, page

SAID = "accessibility: {contact: Community Safety Office, prepared: 2006-01-10, reviewed: 2006-10-01}\n"
OPEN = "has not been given yet"
#: The parts of the model statement, in its order.
PARTS = [
    "Accessibility statement",
    "How accessible this website is",
    "Feedback and contact",
    "Enforcement procedure",
    "Technical information about this website’s accessibility",
    "Compliance status",
    "Non-accessible content",
    "Non-compliance with the accessibility regulations",
    "Disproportionate burden",
    "Content that is not within the scope of the accessibility regulations",
    "How we tested this website",
    "What we are doing to improve accessibility",
    "Preparation of this accessibility statement",
]


def _statement(said: str = SAID) -> Element:
    """Return the statement of the minimal partnership with what it says of its own."""
    made = files(builders.tree(builders.edited(builders.PARTNERSHIP, SAID, said)))
    return page(made["accessibility/index.md"])


def test_parts() -> None:
    """The statement has the parts of the model statement, in its order."""
    heads = [one.text.removesuffix("¶") for one in _statement().walk() if one.tag in ("h1", "h2", "h3")]
    assert heads == PARTS


@pytest.mark.parametrize(
    "words",
    [
        "This accessibility statement applies to the website of the Anytown Community Safety Partnership",
        "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018",
        "Whom to contact: Community Safety Office",
        "This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard",
        "The content listed below is non-accessible for the following reasons.",
        "The Equality and Human Rights Commission (EHRC) is responsible for enforcing",
        "This statement was prepared on: 10 January 2006. It was last reviewed on: 1 October 2006.",
        "Nobody has tried the website with a screen reader",
    ],
)
def test_what_it_says(words: str) -> None:
    """The sentences that the regulations fix are there, with the partnership's own name, contact and days."""
    assert words in " ".join(_statement().text.split())


def test_nothing_is_made_up() -> None:
    """What the partnership has not said is said to be open: the contact, who tested it, and both days."""
    text = " ".join(_statement("").text.split())
    assert f"Whom to contact: A contact {OPEN}" in text
    assert f"prepared on: A date {OPEN}. It was last reviewed on: A date {OPEN}." in text
    assert f"Whether anybody else has tested this website {OPEN}." in text
    assert text.count(OPEN) == 4


def test_all_that_can_be_said() -> None:
    """The address to write to, the days until an answer, who tested, and further problems stand where they belong."""
    more = "url: mailto:office@anytown.example, reply_days: 10, tested: 2006-09-20, tested_by: the Council’s web team"
    found = _statement(SAID.replace("}", f", {more}, problems: [Maps are pictures. Ask for them in words.]}}"))
    text = " ".join(found.text.split())
    [link] = [one for one in found.all("a") if one.attributes["href"] == "mailto:office@anytown.example"]
    assert link.text == "Write to Community Safety Office about accessibility"
    assert "We will answer within 10 days." in text
    assert "last tested on 20 September 2006. The test was carried out by the Council’s web team." in text
    assert text.count("Maps are pictures. Ask for them in words.") == 2
    assert all(one.short in text and one.long in text for one in PROBLEMS)
    assert OPEN not in text


def test_enforcement_in_northern_ireland() -> None:
    """In Northern Ireland another commission enforces the regulations."""
    text = _statement(SAID.replace("}", ", northern_ireland: true}")).text
    assert "Equality Commission for Northern Ireland (ECNI) is responsible for enforcing" in text
    assert "EHRC" not in text
