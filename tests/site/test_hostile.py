"""The site of a partnership whose every text tries to be something else than text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import hostile
from tests.markup import Element, parse
from tests.rendering import write_checkout
from tests.site.conftest import Watch, build

pytestmark = pytest.mark.browser

REPORT = "groups/homes/reports/2006-09-11/"
#: A title is one line, and a comment in a report's heading is a note that is not published.
SEEN = " ".join(hostile.TEXT.split())
HEADING = " ".join(hostile.HEADING.replace("<!-- i -->", "").split())
#: What a hand-written page may quote.
QUOTED = """\
There were {{ burglary.count | words }}: {{ working burglary.rate }}.

{{ chart burglary }}

{{ table burglary years }}
"""
HEADINGS = {
    "": SEEN,
    "groups/homes/": SEEN,
    REPORT: f"{SEEN}: report of 11 September 2006",
    "indicators/burglary/": SEEN,
}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a checkout of this project with the hostile partnership's data."""
    root = write_checkout(tmp_path_factory.mktemp("checkout"), hostile.FILES)
    (root / "docs/methods.md").write_text(f"# Quoted\n\n{QUOTED}", "utf-8")
    return root


@pytest.fixture(scope="module")
def hostile_site(checkout: Path) -> Path:
    """Return the folder of the hostile partnership's site."""
    out = checkout / "built"
    built = build(out, checkout)
    assert built.returncode == 0, built.stdout + built.stderr
    return out


@pytest.fixture(scope="module")
def pages(hostile_site: Path) -> dict[str, Element]:
    """Return the made pages of the hostile partnership by their addresses."""
    found = sorted(hostile_site.rglob("index.html"))
    trees = {re.sub(r"index\.html$", "", p.relative_to(hostile_site).as_posix()): p for p in found}
    return {address: parse(path.read_text("utf-8")) for address, path in trees.items()}


def test_nothing_hostile_runs(
    browser: Browser, serve: Callable[[Path], str], hostile_site: Path, pages: dict[str, Element]
) -> None:
    """On no page does a browser run the hostile words, ask for their pictures, or hold a link to a script."""
    address = serve(hostile_site)
    watch = Watch(address)
    with browser.new_context(base_url=address) as context:
        page = watch.on(context.new_page())
        for path in pages:
            page.goto(path)
            assert page.evaluate("window.hit") is None, path
            assert _elements(page) == [], path
        _search(page)
    assert watch.problems == []


def _elements(page: Page) -> list[str]:
    """Return what no text may make: pictures, frames, handlers, links to scripts, scripts other than the site's."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("*")]
            .filter((one) => /^(IMG|IFRAME|OBJECT|EMBED)$/.test(one.tagName)
                || [...one.attributes].some(({ name }) => name.startsWith("on"))
                || [...one.attributes].some(({ value }) => /^\\s*(javascript|data):/i.test(value))
                || (one.tagName === "SCRIPT" && one.textContent.includes("hit")
                    && (one.type !== "application/ld+json" || one.textContent.includes("<"))))
            .map((one) => one.outerHTML.slice(0, 200))"""
    )
    return found


def _search(page: Page) -> None:
    page.goto("")
    page.locator(".md-search__input").click()
    page.keyboard.type("burglaries")  # stands under a hostile heading
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert page.evaluate("window.hit") is None
    assert _elements(page) == []


def test_heading_is_what_was_written(browser: Browser, serve: Callable[[Path], str], hostile_site: Path) -> None:
    """A page's heading and title show just the characters of the name."""
    with browser.new_page(base_url=serve(hostile_site)) as page:
        for path, heading in HEADINGS.items():
            page.goto(path)
            shown = page.locator("h1").text_content() or ""
            assert " ".join(shown.split()).rstrip(" ¶") == heading
            assert " ".join(page.title().split()).startswith(heading)


def test_menu_shows_what_was_written(pages: dict[str, Element]) -> None:
    """The menu and the breadcrumbs show just the characters of a group's and an indicator's name."""
    menu = [one.text for one in pages["groups/"].one("nav", "csp-nav").all("a")]
    assert SEEN in menu
    steps = [one.text for one in pages[REPORT].one("nav", "md-path").all("a")]
    assert steps == ["Home", "Groups", SEEN]


def test_description_is_what_was_written(pages: dict[str, Element]) -> None:
    """Search engines are given just the characters of the name."""
    given = pages["groups/homes/"].one("meta", name="description").attributes["content"]
    assert given.startswith(f"The {SEEN} delivery group")


@pytest.mark.parametrize(
    "address, times", [("", 5), ("groups/", 3), ("groups/homes/", 10), (REPORT, 15), ("indicators/burglary/", 6)]
)
def test_facts_are_what_was_written(pages: dict[str, Element], address: str, times: int) -> None:
    """Names, titles, owners and reasons stand on the pages with just their characters."""
    assert pages[address].one("article").text.count(SEEN) >= times


def test_headings_in_a_report_are_what_was_written(pages: dict[str, Element]) -> None:
    """The headings of an update and of an issue stand with just their characters."""
    headings = [one.text.rstrip(" ¶") for one in pages[REPORT].all("h3")]
    assert headings.count(HEADING) == 2


def test_glossary_is_what_was_written(pages: dict[str, Element]) -> None:
    """An acronym with angle brackets stands with just its characters."""
    assert "<B>" in [one.text for one in pages["glossary/"].all("dt")]


def test_search_index_holds_text_only(hostile_site: Path) -> None:
    """The search index has no hostile element in it, not even escaped once too little."""
    found = json.loads((hostile_site / "search/search_index.json").read_text("utf-8"))["docs"]
    for one in found:
        tree = parse(one["title"] + one["text"])
        assert {element.tag for element in tree.walk()} <= {
            "p",
            "h1",
            "ul",
            "ol",
            "li",
            "strong",
            "em",
            "code",
            "pre",
            "",
        }, one
    assert any("<script>window.hit" in html.unescape(one["title"]) for one in found)
