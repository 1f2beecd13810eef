"""The site by keyboard: everything is come to in the order of reading, is seen when it is, and lets go again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import Reader

pytestmark = pytest.mark.browser

LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
REPORT = "groups/keeping-our-eyes-open/reports/2006-09-11/"
PHONE = Reader(width=375, height=667)
#: More stops than any page has: a walk that comes to these is caught.
MANY = 400
#: What is seen of a stop once the browser has scrolled to it and drawn it.
STOP = "() => new Promise((t) => requestAnimationFrame(() => requestAnimationFrame(() => t(window.look.stop()))))"
WALKS = [
    pytest.param("", Reader(), id="home"),
    pytest.param("", Reader(width=375, height=667, colours="dark"), id="home on a phone, dark"),
    pytest.param(REPORT, Reader(colours="dark"), id="report, dark"),
    pytest.param("indicators/domestic-burglary/", PHONE, id="indicator on a phone"),
    pytest.param("meetings/2006-11-13/", Reader(), id="meeting"),
    pytest.param("meetings/2006-11-13/papers/", PHONE, id="papers on a phone"),
    pytest.param("groups/keeping-our-eyes-open/update/", PHONE, id="form on a phone"),
    pytest.param("contribute/", Reader(colours="dark"), id="hand-written page, dark"),
]


def walk(page: Page) -> list[dict[str, Any]]:
    """Go through a page with the Tab key until it lets go; say of each stop what a reader sees of it."""
    stops: list[dict[str, Any]] = []
    page.evaluate(f"window.look = {LOOK}")
    for _ in range(MANY):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        for _ in range(3 if stop and not stop["shown"] else 0):  # what the form finds may be pushing its boxes down
            page.wait_for_timeout(200)
            stop = page.evaluate(STOP)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"caught: {[one['name'] for one in stops[-6:]]}")


@pytest.mark.parametrize("path, reader", WALKS)
def test_walk(opened: Callable[[Reader], Page], path: str, reader: Reader) -> None:
    """With the Tab key one comes to everything once, in the order of reading, and sees where one is (2.1.2 to 2.4.11).

    What has the focus is in the window, under nothing, and has a rim of 2 pixels or more with a contrast of 3 to 1.
    """
    page = opened(reader)
    page.goto(path)
    expected = page.evaluate(f"{LOOK}.stops()")
    stops = walk(page)
    assert [one["name"] for one in stops if not one["follows"]] == [], "out of order"
    assert [one["name"] for one in stops if not one["shown"]] == [], "out of sight, or covered"
    assert [(one["name"], one["rim"]) for one in stops if one["width"] < 2 or one["rim"] < 3] == [], (
        "no rim that is seen"
    )
    assert [one["name"] for one in stops if not one["name"]] == [], "without a name"
    assert expected - len(stops) <= 1, "not come to"  # of the two choices of colours only the chosen one is a stop


def test_skip_link(desktop: Page) -> None:
    """The first stop leads to the page's heading, which takes the focus; the next stop is within the page's words."""
    desktop.goto(REPORT)
    desktop.keyboard.press("Tab")
    link = desktop.locator(".md-skip")
    expect(link).to_be_focused()
    expect(link).to_have_css("opacity", "1")
    desktop.keyboard.press("Enter")
    expect(desktop.locator("h1")).to_be_focused()
    desktop.keyboard.press("Tab")
    assert desktop.evaluate("() => Boolean(document.activeElement.closest('article'))")


def test_menu_of_a_phone(phone: Page) -> None:
    """The menu opens with Enter or Space, and has the focus; Escape and its button close it, and give it back."""
    phone.goto(REPORT)
    button = phone.get_by_role("button", name="Menu", exact=True)
    menu = phone.get_by_role("dialog", name="Menu")
    close = phone.get_by_role("button", name="Close the menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    for key, shut in (("Enter", "Escape"), ("Space", "Enter")):
        button.focus()
        phone.keyboard.press(key)
        expect(close).to_be_focused()
        expect(menu.get_by_role("link", name="Meetings")).to_be_visible()
        expect(button).to_have_attribute("aria-expanded", "true")
        for _ in range(phone.locator(".csp-nav a").count() + 3):
            phone.keyboard.press("Shift+Tab")
            assert phone.evaluate("() => !document.activeElement.closest('article, .md-header, footer')")
        close.focus()
        phone.keyboard.press(shut)
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(menu).to_have_count(0)
    phone.keyboard.press("Enter")
    menu.get_by_role("link", name="Indicators").press("Enter")
    expect(phone.locator("h1")).to_contain_text("Indicators")


def test_menu_without_scripts(browser: Browser, address: str) -> None:
    """Without a script a phone's menu is a check box that a keyboard comes to; search and colours are not there."""
    size = {"width": 375, "height": 667}
    with browser.new_context(base_url=address, viewport=size, java_script_enabled=False) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto("")
        assert not any(one.is_visible() for one in page.locator(".md-search, .md-option, [for=__search]").all())
        link = page.locator(".csp-nav").get_by_role("link", name="Meetings")
        expect(link).not_to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(link).to_be_visible()
        expect(page.get_by_role("checkbox", name="Menu")).to_be_checked()


def test_search_of_a_phone(phone: Page) -> None:
    """The search opens from its button; Tab goes on to what was found; Escape closes it, and focus returns."""
    phone.goto("")
    button = phone.get_by_role("button", name="Search", exact=True)
    field = phone.get_by_role("textbox", name="Search")
    button.focus()
    expect(field).to_have_count(0)
    phone.keyboard.press("Enter")
    expect(field).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    phone.keyboard.type("burglary")
    first = phone.locator(".md-search-result__link").first
    expect(first).to_be_visible()
    expect(phone.locator(".md-search-result__meta[role=status]")).to_contain_text("found")
    for _ in range(4):
        phone.keyboard.press("Tab")
        if first.evaluate("one => one === document.activeElement"):
            break
    expect(first).to_be_focused()
    phone.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_search_on_a_desk(desktop: Page) -> None:
    """A search that is left gives the focus back with Escape, and closes when Tab goes past it."""
    desktop.goto(REPORT)
    status = desktop.locator("#__search")
    before = desktop.locator("article a[href]").nth(3)
    before.focus()
    desktop.keyboard.press("s")
    field = desktop.get_by_role("textbox", name="Search")
    expect(field).to_be_focused()
    expect(status).to_be_checked()
    desktop.keyboard.press("Escape")
    expect(before).to_be_focused()
    field.focus()
    expect(status).to_be_checked()
    for _ in range(3):
        desktop.keyboard.press("Tab")
    expect(status).not_to_be_checked()
    assert desktop.evaluate(
        "() => !document.activeElement.closest('.md-search') && document.activeElement !== document.body"
    )


def test_colours_are_chosen_by_keyboard(desktop: Page) -> None:
    """The two choices are named after their colours, and the chosen one is the one that is there."""
    desktop.goto("")
    light, dark = (desktop.get_by_role("radio", name=f"{name} colours") for name in ("Light", "Dark"))
    expect(light).to_be_checked()
    light.focus()
    desktop.keyboard.press("ArrowDown")
    expect(dark).to_be_checked()
    expect(dark).to_be_focused()
    expect(desktop.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert desktop.get_by_role("radiogroup", name="Colours of this site").count() == 1
