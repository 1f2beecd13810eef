"""The fixed texts of the site are plain: pages, forms and messages read at the age that a table gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from cspsite.findings import CODES
from cspsite.pages.site import Site
from cspsite.pages.written import finished
from cspsite.tree import read_folder
from tests import builders
from tests.markup import Element, parse
from tests.reading import age, grade, syllables
from tests.rendering import ROOT, files_of, html_of, page, site

#: The highest age at which a fixed text may read: in the United Kingdom, the first year of secondary school.
OLDEST = 12
#: What is new is told in one line each, to those who follow the software.
OLDER = {"changelog.md": 14}
_TEMPLATES = ROOT / "cspsite" / "pages" / "templates"
_BLOCKS = ("p", "li", "dd", "td")
_UNREAD = ("code", "pre", "figure", "details")
_INSIDE = {*_BLOCKS, "ul", "ol", "dl", "table", "details"}
_ENDS = re.compile(r"(?<=[.!?])\s+")


@pytest.mark.parametrize(
    "word, number",
    [
        ("table", 2),
        ("age", 1),
        ("people", 2),
        ("changes", 2),
        ("makes", 1),
        ("needed", 2),
        ("reported", 3),
        ("worked", 1),
        ("accessibility", 6),
        ("figure", 2),
        ("status", 2),
        ("three", 1),
        ("boxes", 2),
        ("pages", 2),
        ("the", 1),
        ("month's", 1),
        ("hand-written", 3),
    ],
)
def test_syllables(word: str, number: int) -> None:
    """A word has as many syllables as are spoken."""
    assert syllables(word) == number


def test_grade() -> None:
    """The grade is the published sum: six words of one syllable make 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45."""
    assert grade(["The cat sat on the mat."]) == pytest.approx(-1.45)
    # ten words in two sentences, with 12 + 9 syllables: 0.39 × 5 + 11.8 × 2.1 − 15.59 = 11.14
    assert grade(["Accessibility matters to all people.", "Nothing of it is decorative."]) == pytest.approx(11.14)


@cache
def _repository() -> Site:
    return site(read_folder(builders.DATA))


def _sentences(content: Element) -> Iterator[str]:
    """Yield each sentence of the paragraphs, points and cells of a page; what stands beside others counts as one."""
    for block in content.walk():
        if block.tag in _BLOCKS and not any(part.tag in _INSIDE for part in block.walk()):
            words = " ".join(block.text.split()).replace("(No. 2)", "(No 2)")
            yield from (sentence for sentence in _ENDS.split(words) if len(sentence.split()) > 2)


def _written(name: str) -> Element:
    path = ROOT / "docs" / name
    return parse(html_of(finished(_repository(), name, path.read_text("utf-8"))))


def _without_code(content: Element) -> Element:
    """A page without its code, tables of figures and what comes from the data."""
    for one in [content, *content.walk()]:
        one.children = ["it" if isinstance(part, Element) and part.tag in _UNREAD else part for part in one.children]
    return content


def _of_templates(*names: str) -> Iterator[str]:
    """Yield the sentences that stand in templates, with a word in the place of each that comes from the data."""
    for name in names:
        text = (_TEMPLATES / name).read_text("utf-8")
        text = re.sub(r"\{%.*?%\}", "", re.sub(r"\{\{.*?\}\}", "it", text, flags=re.DOTALL), flags=re.DOTALL)
        yield from _sentences(parse(text))


def _texts(name: str) -> list[str]:
    """Return the sentences of one row of the table."""
    if name == "accessibility statement":
        return list(_sentences(page(files_of(_repository())["accessibility/index.md"])))
    if name == "form for an update":
        return list(_of_templates("update.md.j2", "update_fields.html.j2", "update_without_meeting.md.j2"))
    if name == "pages made from data":
        made = sorted(path.name for path in _TEMPLATES.glob("*.j2") if not path.name.startswith(("update", "access")))
        return list(_of_templates(*made))
    if name == "advice of the checks":
        return [sentence for code in CODES.values() for sentence in _ENDS.split(code.advice)]
    return list(_sentences(_without_code(_written(name))))


def _table() -> dict[str, float]:
    """Return the ages that docs/developers.md gives."""
    text = (ROOT / "docs" / "developers.md").read_text("utf-8")
    rows = re.findall(r"^\| `?([\w. ]+?)`? \| (\d+\.\d) \|$", text.partition("## Reading age")[2], re.MULTILINE)
    return {name: float(number) for name, number in rows}


NAMES = [
    *("contribute.md", "methods.md", "findings.md", "changelog.md"),
    *("accessibility statement", "form for an update", "pages made from data", "advice of the checks"),
]


def test_table_has_every_text() -> None:
    """The table in the docs has a row for each fixed text, and no other."""
    assert list(_table()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_reading_age(name: str) -> None:
    """A text reads at the age that the table gives, give or take half a year, and none but the news above twelve."""
    measured = age(_texts(name))
    assert measured <= OLDER.get(name, OLDEST)
    assert measured == pytest.approx(_table()[name], abs=0.5)
