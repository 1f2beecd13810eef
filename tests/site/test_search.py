"""The site's own search."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cspsite.demo import write_demo
from tests.markup import Element
from tests.site.conftest import build

pytestmark = pytest.mark.browser

#: The pages that are found, without the sections of each that are listed below it.
_RESULTS = ".md-search-result__item > .md-search-result__link"


def _leads_to(address: str) -> re.Pattern[str]:
    """Return what a link to a page of the site ends with; the search adds what was searched for."""
    return re.compile(rf"/partnership/{re.escape(address)}(\?|#|$)")


def _search(page: Page, words: str) -> None:
    """Ask for all words at once: while one is being typed, Material's search warns of queries that are half of one."""
    page.locator(".md-search__input").fill(words)
    page.keyboard.press("End")


#: What somebody types on the repository's own site, and the page that comes first.
OWN = [
    (
        "single assessment project vulnerable victims",
        "groups/keeping-our-eyes-open/actions/vulnerable-victims-project/",
    ),
    ("taxi ranks marshals", "groups/safer-nights-out/actions/taxi-marshals/"),
    ("satellite navigation", "groups/keeping-our-eyes-open/reports/2006-11-13/"),
    ("supply of illegal drugs communities", "groups/keeping-our-eyes-open/targets/drug-supply/"),
    ("domestic burglary", "indicators/domestic-burglary/"),
    ("racist offences", "indicators/recordable-racist-offences/"),
    ("safer nights out", "groups/safer-nights-out/"),
    ("TTG", "groups/keeping-our-eyes-open/actions/tactical-tasking/"),
    ("PCT", "glossary/"),
    ("Primary Care Trust", "glossary/"),
    ("how figures are made rounding", "methods/"),
    ("CSV", "data/"),
    ("DAT", "groups/keeping-our-eyes-open/actions/dat-fletcher-house/"),
    ("theft of motor vehicle", "indicators/theft-of-motor-vehicle/"),
    ("theft from motor vehicle", "indicators/theft-from-motor-vehicle/"),
    ("domestic burglaries", "indicators/domestic-burglary/"),
    ("thefts from motor vehicles", "indicators/theft-from-motor-vehicle/"),
    ("racist offence", "indicators/recordable-racist-offences/"),
    ("complaint about noise", "indicators/late-night-noise-complaints/"),
    ("taxi marshal", "groups/safer-nights-out/actions/taxi-marshals/"),
]
#: The same on the invented site, where three meetings are over.
DEMO = [
    ("ASB", "indicators/anti-social-behaviour/"),
    ("vehicle crime", "indicators/vehicle-crime/"),
    ("locks", "groups/safer-homes/actions/locks/"),
    ("neighbours visited", "groups/safer-homes/actions/cocooning/"),
    ("youth workers parks", "groups/safer-streets/actions/youth-workers/"),
    ("safer homes", "groups/safer-homes/"),
    ("closed circuit television", "glossary/"),
]


def test_action_is_found_by_what_its_acronym_stands_for(desktop: Page) -> None:
    """Who types an acronym in full has the glossary, and right after it the action that is called by the acronym."""
    desktop.goto("methods/")
    _search(desktop, "Drug Action Team")
    for place, wanted in enumerate(["glossary/", "groups/keeping-our-eyes-open/actions/dat-fletcher-house/"]):
        expect(desktop.locator(_RESULTS).nth(place)).to_have_attribute("href", _leads_to(wanted))


@pytest.mark.parametrize("words, wanted", OWN, ids=[words for words, _ in OWN])
def test_search_finds_first(desktop: Page, words: str, wanted: str) -> None:
    """A reader finds an action, the latest words on it, a target, an indicator, an acronym or a method at the top."""
    desktop.goto("methods/")
    _search(desktop, words)
    expect(desktop.locator(_RESULTS).first).to_have_attribute("href", _leads_to(wanted))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str], browser: Browser) -> Iterator[Page]:
    """Return a window on the invented site with its four meetings."""
    root = tmp_path_factory.mktemp("search") / "demo"
    write_demo(root)
    built = build(root / "site", root)
    assert built.returncode == 0, built.stdout + built.stderr
    with browser.new_context(base_url=serve(root / "site")) as context:
        yield context.new_page()


@pytest.mark.parametrize("words, wanted", DEMO, ids=[words for words, _ in DEMO])
def test_old_reports_do_not_drown_the_current_ones(demo: Page, words: str, wanted: str) -> None:
    """With three old reports on everything, what stands now still comes first, and no old report before a new one."""
    demo.goto("methods/")
    _search(demo, words)
    expect(demo.locator(_RESULTS).first).to_have_attribute("href", _leads_to(wanted))
    found = demo.locator(_RESULTS).evaluate_all("all => all.map(one => one.href)")
    latest = ("safer-homes/reports/2025-03-10/", "safer-streets/reports/2025-01-13/")
    old = ["/reports/" in one and not any(day in one for day in latest) for one in found]
    assert old == sorted(old), found


def test_search_index_stays_small(desktop: Page) -> None:
    """The index, which is fetched when somebody searches, has no more than 12 KB a page on average."""
    desktop.goto("")
    index = desktop.request.get("search/search_index.json").body()
    pages = {one["location"].partition("#")[0] for one in json.loads(index)["docs"]}
    assert len(index) / len(pages) < 12_000


#: Paragraphs, lists and code of several lines, which the search keeps apart itself.
_APART = re.compile(r"</?(?:p|li|ul|ol|pre)>")


def test_blocks_do_not_run_together(desktop: Page, documents: dict[str, Element]) -> None:
    """No letter or digit is followed at once by a capital but within a word of the page, such as GitHub."""
    desktop.goto("")
    found = set()
    for one in json.loads(desktop.request.get("search/search_index.json").body())["docs"]:
        address = one["location"].partition("#")[0]
        words = unescape(re.sub("<[^>]+>", "", _APART.sub("\n", one["text"])))
        runs = set(re.findall(r"\w*[a-z0-9][A-Z]\w*", words))
        found |= {(address, run) for run in runs if not any(run in text for text in _texts(documents[address]))}
    assert found == set()


def _texts(page: Element) -> list[str]:
    """Return every piece of text with no element within it."""
    return [child for element in page.walk() for child in element.children if isinstance(child, str)]


def test_other_form_of_a_word_is_found_and_not_called_missing(desktop: Page) -> None:
    """Who asks for burglaries finds the indicator Domestic burglary too, and is not told that the word is missing."""
    desktop.goto("")
    _search(desktop, "burglaries")
    results = desktop.locator(_RESULTS)
    expect(results.first).to_be_visible()
    addresses = results.evaluate_all("all => all.map(one => one.href)")[:3]
    assert any(_leads_to("indicators/domestic-burglary/").search(one) for one in addresses), addresses
    expect(desktop.locator(".md-search-result__terms")).to_have_count(0)


def test_result_of_a_search_leads_to_its_page(desktop: Page) -> None:
    """The first result for an indicator's name is its page."""
    desktop.goto("")
    _search(desktop, "Late-night noise complaints")
    desktop.locator(".md-search-result__link").first.click()
    expect(desktop).to_have_url(re.compile("late-night-noise"))


def test_search_leaves_out_what_scripts_need(desktop: Page) -> None:
    """The numbers that a chart's script needs are not found as words."""
    desktop.goto("")
    index = desktop.request.get("search/search_index.json").text()
    assert "hovertemplate" not in index
    assert "scatter" not in index
