"""What is sent for the first view of a page, and what may come later only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.first_view import first_view
from benchmarks.served import served

pytestmark = pytest.mark.browser

REPORT = "groups/keeping-our-eyes-open/reports/2006-09-11/"
#: What a reader on a slow line is sent for one page, compressed, with everything that comes with it.
KILOBYTES = 200


@pytest.fixture(scope="module")
def compressed(site: Path) -> Iterator[str]:
    """Return where the site is served compressed, as a host serves it."""
    with served(site) as address:
        yield address


@pytest.mark.parametrize("page", ["", REPORT, "indicators/domestic-burglary/", "meetings/2006-09-11/"])
def test_first_view(browser: Browser, compressed: str, page: str) -> None:
    """The first view of a page on a phone is under 200 KB in all, moves nothing about, and is sent without what waits.

    The chart library and the index of the search wait until a reader asks for them.
    """
    view = first_view(browser, compressed + page)
    assert (view.kilobytes < KILOBYTES, view.shift) == (True, 0), view.sent
    assert not {"plotly.min.js", "search_index.json"} & set(view.sent)


@pytest.mark.parametrize("asking", ["typing a key that opens the search", "coming with a question in the address"])
def test_index_of_the_search_comes_when_it_is_wanted(desktop: Page, asking: str) -> None:
    """The search finds something for a reader who opens it by key, and for one who follows a link with a question."""
    typed = "typing" in asking
    desktop.goto("data/" if typed else "data/?q=burglary")
    if typed:
        desktop.keyboard.press("/")
        desktop.locator(".md-search__input").fill("burglary")
    expect(desktop.locator(".md-search-result__link").first).to_be_attached()
