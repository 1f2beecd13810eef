"""What pages say of themselves to search engines and to whoever shows a link to them."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from cspsite.history import History
from cspsite.pages import site_of
from cspsite.publication import read
from tests import builders
from tests.markup import Element
from tests.rendering import ROOT, front_matter
from tests.rendering import files_of as made_files
from tests.site.conftest import BASE

pytestmark = pytest.mark.browser

HOME = f"https://example.org{BASE}"
REPORT = "groups/keeping-our-eyes-open/reports/2006-09-11/"
NAME = "Milton Keynes Community Safety Partnership"


def head(page: Element) -> dict[str, str]:
    """Return what a page's head says, by the name of each fact."""
    metas = page.one("head").all("meta")
    named = {one.attributes.get("property") or one.attributes.get("name", ""): one.attributes for one in metas}
    return {name: one["content"] for name, one in named.items() if name}


def pages(documents: dict[str, Element]) -> dict[str, Element]:
    """Return the pages that have an address: all but the one for what is not found."""
    return {path: page for path, page in documents.items() if path != "404.html"}


def test_every_page_says_what_it_is(documents: dict[str, Element]) -> None:
    """Each page has a title and a description of its own, and the same in Open Graph, with its address."""
    for path, page in pages(documents).items():
        said, title = head(page), page.one("head").one("title").children[0]
        assert said["description"] == said["og:description"], path
        assert 20 <= len(said["description"]) <= 320, (path, said["description"])
        assert title == (NAME if path == "" else f"{said['og:title']} - {NAME}"), path
        assert said["og:url"] == HOME + path
        assert said["og:site_name"] == NAME
        assert (said["og:locale"], said["twitter:card"]) == ("en_GB", "summary_large_image")
        assert said["og:type"] == ("website" if path == "" else "article")
        assert said["og:image"] == f"{HOME}assets/card.png"
        assert "Red, Amber and Green" in said["og:image:alt"]


def test_picture_of_a_link_is_as_large_as_the_pages_say(site: Path, documents: dict[str, Element]) -> None:
    """The picture is a PNG whose own head has the width and height that every page gives, 1.91 to 1."""
    content = (site / "assets/card.png").read_bytes()
    said = head(documents[""])
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert [int.from_bytes(content[at : at + 4], "big") for at in (16, 20)] == [1200, 630]  # of the chunk IHDR
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert len(content) < 20_000


def test_no_two_pages_have_one_title(documents: dict[str, Element]) -> None:
    """Titles and addresses in the head tell any two pages apart."""
    titles = Counter(str(page.one("head").one("title").children[0]) for page in pages(documents).values())
    assert [title for title, number in titles.items() if number > 1] == []
    for path, page in pages(documents).items():
        (link,) = page.one("head").all("link", rel="canonical")
        assert link.attributes["href"] == HOME + path


def test_map_has_every_page_with_the_day_of_its_version(site: Path, documents: dict[str, Element]) -> None:
    """The site map lists old reports too, and its days are those of the last commit, not of the build.

    Papers, which are made of other pages' words, are not in it.
    """
    text = (site / "sitemap.xml").read_text("utf-8")
    listed = {HOME + path for path in pages(documents) if not path.endswith("/papers/")}
    assert {*re.findall("<loc>(.*)</loc>", text)} == listed
    history = History.of(ROOT / "data")
    if isinstance(history, History):
        publication = read(builders.tree(), builders.TODAY, history)
        assert {*re.findall("<lastmod>(.*)</lastmod>", text)} == {str(site_of(publication).past.ends)}


def test_papers_are_not_for_search_engines(documents: dict[str, Element]) -> None:
    """The papers alone say that nobody is to list them; every one of their words stands on another page."""
    told = {path: head(page).get("robots") for path, page in documents.items()}
    assert {path: said for path, said in told.items() if said} == {
        "meetings/2006-09-11/papers/": "noindex",
        "meetings/2006-11-13/papers/": "noindex",
    }


def test_robots_are_let_in_and_shown_the_map(site: Path) -> None:
    """Nothing is closed to search engines, and the site map is named."""
    assert (site / "robots.txt").read_text("utf-8") == f"User-agent: *\nDisallow:\n\nSitemap: {HOME}sitemap.xml"


def test_data_page_is_a_dataset(documents: dict[str, Element]) -> None:
    """The data page alone tells search engines that it has data: under which licence, and where each file is."""
    found = {path: page.one("head").all("script", type="application/ld+json") for path, page in documents.items()}
    assert [path for path, scripts in found.items() if scripts] == ["data/"]
    told = json.loads(str(found["data/"][0].children[0]))
    assert (told["@type"], told["name"]) == ("Dataset", f"{NAME}: progress reports")
    assert told["license"].startswith("https://www.nationalarchives.gov.uk/")
    assert f"{HOME}data/statuses.csv" in {one["contentUrl"] for one in told["distribution"]}


def test_dataset_is_known_only_where_the_site_is() -> None:
    """Without the site's address there are no whole addresses to give, and so no dataset."""
    assert "dataset" not in front_matter(made_files(site_of(read(builders.tree(), date(2006, 12, 1))))["data/index.md"])
