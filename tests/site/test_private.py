"""Private by construction: no cookie, no request elsewhere, and nothing kept but what the reader chose or typed."""

from __future__ import annotations

from fnmatch import fnmatch

import pytest
from playwright.sync_api import Browser

from tests.markup import Element
from tests.site.conftest import BASE, Watch

pytestmark = pytest.mark.browser

#: What the browser may keep, by the end of its name, and why; docs/decisions/0021 has the same list.
KEPT = {
    "/partnership/.__palette": "the colours that the reader chose",
    "cspsite.update.*": "the draft of a report that the officer is writing",
}


def test_nothing_is_kept_and_nobody_else_is_asked(
    browser: Browser, address: str, documents: dict[str, Element]
) -> None:
    """Every page, unfolded and scrolled, sets no cookie, keeps nothing that is not listed, and asks only the site."""
    watch = Watch(address)
    kept: dict[str, list[str]] = {}
    with browser.new_context(base_url=address) as context:
        page = watch.on(context.new_page())
        for path in documents:
            page.goto(path)
            page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
            page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
            found = page.evaluate(
                "async () => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage),"
                " ...(await indexedDB.databases()).map(one => one.name), ...(await caches.keys()),"
                " ...(await navigator.serviceWorker.getRegistrations()).map(one => one.scope)].filter(Boolean)"
            )
            kept[path] = [name for name in found if not any(fnmatch(name, f"*{known}") for known in KEPT)]
        cookies = context.cookies()
    assert {path: names for path, names in kept.items() if names} == {}
    assert cookies == []
    assert watch.problems == []
    assert {one for one in watch.requests if not one.startswith(address)} <= {
        one for one in watch.requests if one.startswith(("data:", "blob:"))
    }


def test_choice_of_colours_is_all_that_is_kept(browser: Browser, address: str) -> None:
    """A reader who switches the colours finds that choice kept in the browser, and nothing beside it."""
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto("")
        page.get_by_title("Switch to dark colours").click()
        page.goto("data/")
        assert page.evaluate("Object.keys(localStorage)") == [f"{BASE}.__palette"]
        assert context.cookies() == []
