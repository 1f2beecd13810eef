"""Every link, anchor and asset of the built site leads somewhere, and every page says what it is."""

from __future__ import annotations

import itertools
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.markup import Element
from tests.site.conftest import BASE

HOST = "https://example.org"
EDIT = "https://github.com/example/cspsite/edit/main/"
HISTORY = "groups/safer-nights-out/actions/taxi-marshals/"
#: Where each page's words are kept; the others are lists made from many files, which nobody can edit in one place.
SOURCES = {
    "": "data/partnership.yml",
    "meetings/": "data/partnership.yml",
    "meetings/2006-09-11/": "data/partnership.yml",
    "meetings/2006-11-13/": "data/partnership.yml",
    "glossary/": "data/glossary.yml",
    "groups/keeping-our-eyes-open/": "data/groups/keeping-our-eyes-open/group.yml",
    "groups/keeping-our-eyes-open/reports/2006-09-11/": "data/groups/keeping-our-eyes-open/reports/2006-09-11.md",
    "groups/safer-nights-out/": "data/groups/safer-nights-out/group.yml",
    HISTORY: "data/groups/safer-nights-out/group.yml",
    "groups/safer-nights-out/reports/2006-11-13/": "data/groups/safer-nights-out/reports/2006-11-13.md",
    "indicators/domestic-burglary/": "data/indicators/domestic-burglary.yml",
    "methods/": "docs/methods.md",
    "groups/": None,
    "indicators/": None,
    "data/": None,
}


def _ids(document: Element) -> Counter[str]:
    return Counter(one.attributes["id"] for one in document.walk() if one.attributes.get("id"))


def _pages(documents: dict[str, Element]) -> dict[str, Element]:
    return {address: page for address, page in documents.items() if address != "404.html"}


def test_no_link_is_broken(site: Path, documents: dict[str, Element]) -> None:
    """Every link, picture, style and script within the site exists, and every fragment is an id of its page."""
    ids = {address: _ids(document) for address, document in documents.items()}
    broken = []
    for address, document in documents.items():
        for one in document.walk():
            for name in ("href", "src", "data-library"):
                value = one.attributes.get(name)
                where = urlsplit(urljoin(f"{HOST}{BASE}{address}", value or ""))
                if value is None or f"{where.scheme}://{where.netloc}" != HOST:
                    continue
                path = unquote(where.path).removeprefix(BASE)
                file = site / path / "index.html" if path.endswith("/") or not path else site / path
                fragment = unquote(where.fragment)
                if (
                    not where.path.startswith(BASE)
                    or not file.is_file()
                    or (fragment and fragment not in ids.get(path.removesuffix("index.html"), ()))
                ):
                    broken.append((address, value))
    assert broken == []


def test_ids_are_unique(documents: dict[str, Element]) -> None:
    """No page has one id twice, and every label or description that an element names is there."""
    for address, document in documents.items():
        ids = _ids(document)
        assert [one for one, times in ids.items() if times > 1] == [], address
        for one in document.walk():
            for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
                assert all(id in ids for id in one.attributes.get(name, "").split()), (address, one.attributes)


def test_every_page_says_what_it_is(documents: dict[str, Element]) -> None:
    """Every page has one h1, a language, and a title and a description that no other page has."""
    titles, descriptions = Counter[str](), Counter[str]()
    for address, document in _pages(documents).items():
        assert len(document.all("h1")) == 1, address
        assert document.one("html").attributes["lang"] == "en-GB"
        titles[str(document.one("head").one("title").children[0])] += 1
        descriptions[document.one("meta", name="description").attributes["content"]] += 1
    assert [one for one, times in titles.items() if times > 1] == []
    assert [one for one, times in descriptions.items() if times > 1] == []


def test_headings_step_down_by_one(documents: dict[str, Element]) -> None:
    """No page skips a level of heading, so that a screen reader's outline is whole."""
    for address, document in _pages(documents).items():
        levels = [
            int(one.tag[1]) for one in document.one("article").walk() if one.tag in ("h1", "h2", "h3", "h4", "h5")
        ]
        assert levels[0] == 1, address
        steps = [after - before for before, after in itertools.pairwise(levels)]
        assert max(steps, default=0) <= 1, (address, levels)


@pytest.mark.parametrize("address, source", SOURCES.items())
def test_edit_button_leads_to_the_source(documents: dict[str, Element], address: str, source: str | None) -> None:
    """The edit button leads to the file that holds the page's words; a page made from many files has none."""
    buttons = [one.attributes["href"] for one in documents[address].all("a", rel="edit")]
    assert buttons == ([f"{EDIT}{source}"] if source else [])


def test_sources_exist(documents: dict[str, Element]) -> None:
    """Every page's edit button leads to a file that is in the repository."""
    root = Path(__file__).parents[2]
    for address, document in documents.items():
        for button in document.all("a", rel="edit"):
            assert (root / button.attributes["href"].removeprefix(EDIT)).is_file(), address


def test_breadcrumbs_lead_up(documents: dict[str, Element]) -> None:
    """A report's breadcrumbs are the home page, the groups and the group."""
    page = documents["groups/keeping-our-eyes-open/reports/2006-09-11/"]
    steps = [(one.text, one.attributes["href"]) for one in page.one("nav", "md-path").all("a")]
    assert steps == [("Home", "../../../.."), ("Groups", "../../../"), ("Keeping Our Eyes Open", "../../")]


def test_menu_has_the_sections(documents: dict[str, Element]) -> None:
    """Every page's menu has the six sections, in the order in which a reader wants them."""
    wanted = ["Home", "Meetings", "Groups", "Indicators", "Data", "About"]
    for address, document in documents.items():
        items = document.one("nav", "csp-nav").one("ul", "md-nav__list").children
        links = [one.all("a")[0].text for one in items if isinstance(one, Element)]
        assert links == wanted, address


def test_open_section_shows_its_pages(documents: dict[str, Element]) -> None:
    """The side menu of a page under About has every page of that section, the glossary too."""
    menu = documents["methods/"].one("nav", "csp-nav")
    wanted = ["Send an update", "How figures are made", "What the checks say", "What is new on this site"]
    wanted += ["Glossary", "Accessibility statement"]
    assert [link.text for one in menu.all("ul", "csp-nav__list--1") for link in one.all("a")] == wanted


def test_menu_is_newest_first(documents: dict[str, Element]) -> None:
    """The meetings stand in the menu with the newest first."""
    menu = documents["meetings/"].one("nav", "csp-nav").one("ul", "csp-nav__list")
    assert [one.text for one in menu.all("a")] == ["15 January 2007", "13 November 2006", "11 September 2006"]


def test_every_page_is_in_the_sitemap(site: Path, documents: dict[str, Element]) -> None:
    """Search engines are told of every page but those made of other pages' words."""
    listed = (site / "sitemap.xml").read_text("utf-8")
    missing = [one for one in _pages(documents) if f"<loc>{HOST}{BASE}{one}</loc>" not in listed]
    assert missing == ["meetings/2006-09-11/papers/", "meetings/2006-11-13/papers/"]


def test_every_page_names_the_feeds(documents: dict[str, Element]) -> None:
    """In the head of every page a feed reader finds the feed of meetings and that of changes, each by its name."""
    for address, document in documents.items():
        links = document.one("head").all("link", rel="alternate", type="application/atom+xml")
        found = [urljoin(f"{HOST}{BASE}{address}", link.attributes["href"]) for link in links]
        assert found == [f"{HOST}{BASE}feeds/{name}.xml" for name in ("meetings", "changes")], address
        assert [link.attributes["title"] for link in links] == [
            f"Milton Keynes Community Safety Partnership: {name}" for name in ("meetings", "what changed")
        ]


def test_list_of_meetings_offers_the_feeds(documents: dict[str, Element]) -> None:
    """On the list of meetings a reader sees where the feeds are."""
    links = [link.attributes["href"] for link in documents["meetings/"].one("article").all("a")]
    assert [link for link in links if link.endswith(".xml")] == ["../feeds/meetings.xml", "../feeds/changes.xml"]


def test_history_is_in_the_menu_while_it_is_open(documents: dict[str, Element]) -> None:
    """The menu shows a group's form and reports, and of the histories only the open one."""
    reports = ["Write the next update", "13 November 2006"]
    own = "Provide marshals at the taxi ranks on Friday and Saturday nights"
    for address, wanted in (("groups/safer-nights-out/", reports), (HISTORY, [*reports, own])):
        listed = documents[address].one("nav", "csp-nav").one("ul", "csp-nav__list--2")
        assert [link.text for link in listed.all("a")] == wanted


def test_nothing_but_the_site_is_published(site: Path) -> None:
    """No folder for developers and no file of the data folder is copied as it is."""
    published = {path.relative_to(site).parts[0] for path in site.rglob("*") if path.is_file()}
    assert published == {
        "404.html", "index.html", "sitemap.xml", "sitemap.xml.gz", "accessibility", "assets", "changelog", "contribute",
        "data", "feeds", "findings", "glossary", "groups", "indicators", "meetings", "methods", "robots.txt", "schemas",
        "search",
    }  # fmt: skip
