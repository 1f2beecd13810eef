"""The site's own search."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def _search(page: Page, words: str) -> None:
    """Ask for all words at once: while one is being typed, Material's search warns of queries that are half of one."""
    page.locator(".md-search__input").fill(words)
    page.keyboard.press("End")


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("single assessment project vulnerable victims", "groups/keeping-our-eyes-open/"),
        ("taxi ranks marshals", "groups/safer-nights-out/"),
        ("domestic burglary", "indicators/domestic-burglary/"),
        ("recordable racist offences", "indicators/recordable-racist-offences/"),
        ("CCTV", "glossary/"),
        ("how figures are made rounding", "methods/"),
    ],
)
def test_search_finds(desktop: Page, wanted: str, words: str) -> None:
    """A reader finds an action by its words, an indicator by its name, an acronym and a method."""
    desktop.goto("data/")
    _search(desktop, words)
    links = desktop.locator(".md-search-result__link")
    expect(links.first).to_be_visible()
    found = links.evaluate_all("all => all.map(one => one.href)")
    assert [one for one in found[:10] if f"/partnership/{wanted}" in one], found


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
