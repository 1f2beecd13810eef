"""What every page of the site is made of, as a screen reader meets it: headings, tables, links, statuses, language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.markup import Element

#: Words that say nothing when a link is heard by itself.
EMPTY = {"csv", "json", "svg", "png", "pdf", "here", "more", "read more", "link", "download", "details", "see", "this"}
SHAPES = {"Red": "■", "Amber": "▲", "Green": "●", "Not reported": "○", "Cannot be assessed": "◇"}


def _words(element: Element) -> str:
    return " ".join(element.text.split())


def _name(link: Element) -> str:
    """Return what a screen reader calls a link: its label, its words, or its title."""
    return link.attributes.get("aria-label") or _words(link) or link.attributes.get("title", "")


def _contents(documents: dict[str, Element]) -> Iterator[tuple[str, Element]]:
    for path, page in documents.items():
        yield path, page.one("article")


def test_language(documents: dict[str, Element]) -> None:
    """Every page says that it is in British English (WCAG 2.2, 3.1.1)."""
    assert {page.one("html").attributes["lang"] for page in documents.values()} == {"en-GB"}


def test_titles(documents: dict[str, Element]) -> None:
    """Every page has a title of its own, which ends with the site's name (2.4.2)."""
    titles = [_words_of_title(page) for page in documents.values()]
    assert len(set(titles)) == len(titles)
    assert [title for title in titles if not title.endswith("Milton Keynes Community Safety Partnership")] == []


def _words_of_title(page: Element) -> str:
    return " ".join(str(part) for part in page.one("head").one("title").children)


def test_headings(documents: dict[str, Element]) -> None:
    """Every page has one heading of the first level, which comes first, and no level is left out (1.3.1)."""
    wrong = {}
    for path, content in _contents(documents):
        levels = [int(one.tag[1]) for one in content.walk() if one.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
        if levels[:1] != [1] or levels.count(1) != 1 or any(after > before + 1 for before, after in pairwise(levels)):
            wrong[path] = levels
    assert wrong == {}


def test_sign_beside_a_heading_is_no_part_of_it(documents: dict[str, Element]) -> None:
    """The link to a section is for a pointer: no screen reader reads it with the heading, no Tab stops at it."""
    signs = [one for _, content in _contents(documents) for one in content.all("a", "headerlink")]
    assert len(signs) > len(documents)
    assert {(one.attributes.get("aria-hidden"), one.attributes.get("tabindex")) for one in signs} == {("true", "-1")}


def test_tables(documents: dict[str, Element]) -> None:
    """Every table has a caption; each head says what it is the head of, and each row has one or stands below one."""
    wrong = []
    for path, content in _contents(documents):
        for table in content.all("table"):
            caption = [_words(one) for one in table.all("caption")]
            heads = [one.attributes.get("scope") for one in table.all("th")]
            rows = [_is_headed(body) for body in table.all("tbody")]
            if not any(caption) or not {*heads} <= {"col", "row", "rowgroup"} or "col" not in heads or not all(rows):
                wrong.append((path, caption, _words(table)[:40]))
    assert wrong == []


def _is_headed(body: Element) -> bool:
    """Whether a part of a table has a head for all its rows, or each row one of its own."""
    return bool(body.all("th", scope="rowgroup")) or all(row.all("th", scope="row") for row in body.all("tr"))


def test_what_scrolls_is_named(documents: dict[str, Element]) -> None:
    """Everything that takes the focus only because it scrolls is a region with a name (2.1.1, 4.1.2)."""
    regions = [one for _, content in _contents(documents) for one in content.all(tabindex="0")]
    assert [_words(one)[:40] for one in regions if one.attributes.get("role") != "region"] == []
    assert [_words(one)[:40] for one in regions if not one.attributes.get("aria-label")] == []


def test_links_make_sense_alone(documents: dict[str, Element]) -> None:
    """The name of each link says where it leads (2.4.4), with no sentence or row around it: no number, no marker."""
    names = {(path, _name(link)) for path, page in documents.items() for link in _links(page)}
    assert {(path, name) for path, name in names if _is_quiet(name)} == set()


@pytest.mark.parametrize(
    "name, is_quiet",
    [
        ("512", True),
        ("+32.6%", True),
        ("−9.2%", True),
        ("[x]", True),
        ("5.7 [e] [p]", True),
        ("CSV", True),
        ("512: Domestic burglary", False),
        ("[x]: not available, Racist offences", False),
        ("11 September 2006", False),
    ],
)
def test_name_that_says_nothing(name: str, is_quiet: bool) -> None:
    """A number, a marker and a type of file say nothing by themselves; a day and a name do."""
    assert _is_quiet(name) is is_quiet


def _links(page: Element) -> list[Element]:
    """Return the links of a page that are met one by one: not the signs beside headings."""
    return [one for one in page.all("a") if "href" in one.attributes and "headerlink" not in one.classes]


def _is_quiet(name: str) -> bool:
    """Whether a link's name says nothing by itself: no word of three letters, beside markers, or an empty one."""
    return not re.search(r"[^\W\d_]{3}", re.sub(r"\[\w\]", "", name)) or name.lower() in EMPTY


def test_label_of_a_link_begins_with_what_is_seen(documents: dict[str, Element]) -> None:
    """Somebody who speaks to the computer says what is seen, and the name begins with it (2.5.3)."""
    links = [link for page in documents.values() for link in _links(page) if "aria-label" in link.attributes]
    assert len(links) > len(documents)
    assert [_name(link) for link in links if not _name(link).startswith(_words(link))] == []


def test_links_of_one_name_lead_to_one_place(documents: dict[str, Element]) -> None:
    """Within a page's words two links with the same name lead to the same place.

    A figure that two passages quote leads to its working below each, which is the same and stands in its title.
    """
    wrong: dict[tuple[str, str], set[str]] = {}
    for path, content in _contents(documents):
        places: dict[str, set[str]] = {}
        for link in _links(content):
            is_figure = "csp-figure" in link.classes
            place = link.attributes["title" if is_figure else "href"]
            places.setdefault(_name(link).lower(), set()).add(place)
        wrong |= {(path, name): found for name, found in places.items() if len(found) > 1}
    assert wrong == {}


def test_abbreviations_are_told_without_a_pointer(documents: dict[str, Element]) -> None:
    """What a pointer is told of a marker stands on the page too, for a finger, a keyboard and paper."""
    untold = set()
    for path, content in _contents(documents):
        text = _words(content)
        for one in content.all("abbr"):
            told = one.attributes["title"]
            if not told.startswith("revised: the board saw ") and not all(part in text for part in told.split(", ")):
                untold.add((path, told))
    assert untold == set()


def test_status_is_a_word_and_a_shape(documents: dict[str, Element]) -> None:
    """A status is told by its word and a shape of its own, never by its colour alone (1.4.1); the shape is silent."""
    seen = set()
    for path, content in _contents(documents):
        for one in content.all("span", "csp-status"):
            [shape] = one.all("span")
            assert shape.attributes.get("aria-hidden") == "true", path
            seen.add((_words(one).removeprefix(shape.text).strip(), shape.text))
    assert seen == set(SHAPES.items())
    assert len(set(SHAPES.values())) == len(SHAPES)


@pytest.mark.parametrize(
    "name, address", [("Accessibility statement", "accessibility/"), ("Send an update", "contribute/")]
)
def test_help_is_always_in_the_same_place(documents: dict[str, Element], name: str, address: str) -> None:
    """At the foot of every page stand the accessibility statement and how to send an update, in this order (3.2.6)."""
    for path, page in documents.items():
        links = page.one("ul", "csp-foot").all("a")
        assert [_words(one) for one in links] == ["Accessibility statement", "Send an update"], path
        [link] = [one for one in links if _words(one) == name]
        assert link.attributes["href"].endswith(address) or path == address, path


def test_landmarks_are_told_apart(documents: dict[str, Element]) -> None:
    """Every page has one main part, one head and one foot, and each of its menus has a name of its own (1.3.1)."""
    for path, page in documents.items():
        assert [len(page.all(tag)) for tag in ("main", "header", "footer")] == [1, 1, 1], path
        outside = [one.attributes["aria-label"] for one in page.all("nav") if "md-nav--secondary" not in one.classes]
        top = [name for name in outside if name in ("Top of the page", "Sections of this site", "Menu", "Breadcrumb")]
        assert len(set(top)) == len(top) >= 3, path


def test_page_that_is_not_there(documents: dict[str, Element]) -> None:
    """Who comes to no page reads why, and finds a link to each section."""
    content = documents["404.html"].one("article")
    assert _words(content.one("h1")) == "Page not found"
    assert [_words(one) for one in content.one("ul").all("a")] == [
        *("Home", "Meetings", "Groups", "Indicators", "Data", "About"),
    ]
