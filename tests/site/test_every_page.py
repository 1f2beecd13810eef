"""Every page of the site, opened in a browser: nothing goes wrong, nothing is cut off, everything can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.markup import Element
from tests.site.conftest import Reader, Watch

pytestmark = pytest.mark.browser

LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
REPORT = "groups/keeping-our-eyes-open/reports/2006-09-11/"
KINDS = ["", "meetings/", "meetings/2006-11-13/", "groups/", "groups/safer-nights-out/", REPORT]
KINDS += ["groups/keeping-our-eyes-open/actions/tactical-tasking/"]
KINDS += ["groups/keeping-our-eyes-open/targets/vehicle-crime/"]
KINDS += ["indicators/", "indicators/domestic-burglary/", "data/", "glossary/", "methods/", "contribute/"]


@dataclass
class Visit:
    """What was seen of one page: the browser's complaints, what sticks out at a width, what is too faint."""

    problems: list[str]
    wide: dict[int, list[str]] = field(default_factory=dict)
    faint: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def visits(browser: Browser, address: str, documents: dict[str, Element]) -> dict[str, Visit]:
    """Return what a browser saw of every page."""
    watch = Watch(address)
    with browser.new_context(base_url=address, color_scheme="light", reduced_motion="reduce") as context:
        page = watch.on(context.new_page())
        return {path: _visit(page, path, watch) for path in documents}


def _visit(page: Page, path: str, watch: Watch) -> Visit:
    watch.problems.clear()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(path)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    seen = Visit([])
    for scheme in ("default", "slate"):
        page.locator("body").evaluate("(body, it) => body.setAttribute('data-md-color-scheme', it)", scheme)
        seen.faint[scheme] = page.evaluate(f"{LOOK}.faint(4.5)")
    for width in (375, 320):
        page.set_viewport_size({"width": width, "height": 667})
        seen.wide[width] = page.evaluate(f"{LOOK}.wide()")
    seen.problems = list(watch.problems)
    return seen


def test_browser_has_nothing_to_complain_of(visits: dict[str, Visit]) -> None:
    """No page has an error in the console, a script that fails, a file that is missing or a request elsewhere."""
    assert {path: one.problems for path, one in visits.items() if one.problems} == {}


@pytest.mark.parametrize("width", [375, 320])
def test_no_page_scrolls_sideways(visits: dict[str, Visit], width: int) -> None:
    """On a phone nothing sticks out at the side, with everything unfolded; wide tables scroll by themselves."""
    assert {path: one.wide[width] for path, one in visits.items() if one.wide[width]} == {}


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_everything_can_be_read(visits: dict[str, Visit], scheme: str) -> None:
    """In light and in dark colours every word has a contrast of 4.5 to 1 or more (WCAG 2.2, 1.4.3)."""
    assert {path: one.faint[scheme] for path, one in visits.items() if one.faint[scheme]} == {}


def test_dark_scheme_is_dark(dark: Page) -> None:
    """A reader whose system asks for dark colours has a dark page, and status words that can be read on it."""
    dark.goto(REPORT)
    ground = dark.locator("body").evaluate("one => getComputedStyle(one).backgroundColor.match(/\\d+/g).map(Number)")
    assert max(ground) < 64
    assert dark.evaluate(f"{LOOK}.faint(4.5)") == []
    colours = dark.locator(".csp-key .csp-status").evaluate_all("all => all.map(one => getComputedStyle(one).color)")
    assert len(set(colours)) == 4


def test_light_scheme_is_light(desktop: Page) -> None:
    """A reader whose system asks for light colours has a white page."""
    desktop.goto("")
    expect(desktop.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")


def test_colours_can_be_switched(desktop: Page) -> None:
    """The button in the head makes the page dark, also for a reader whose system asks for light colours."""
    desktop.goto("")
    desktop.get_by_title("Switch to dark colours").click()
    expect(desktop.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("path", KINDS)
def test_page_is_whole_without_scripts(scriptless: Page, documents: dict[str, Element], path: str) -> None:
    """Without scripts each kind of page shows its heading and as many pictures, and no button that does nothing."""
    scriptless.goto(path)
    assert scriptless.locator("article h1").is_visible()
    pictures = scriptless.locator("article svg.csp-chart")
    assert pictures.count() == len(documents[path].one("article").all("svg", "csp-chart"))
    assert all(one.is_visible() for one in pictures.all())
    assert not any(one.is_visible() for one in scriptless.locator("article button").all())


def test_menu_works_on_a_phone(phone: Page) -> None:
    """On a phone the menu opens by its button and leads to the data page."""
    phone.goto("")
    phone.get_by_role("button", name="Menu", exact=True).click()
    phone.locator(".csp-nav").get_by_role("link", name="Data", exact=True).click()
    expect(phone.locator("h1")).to_contain_text("Data")


_SCROLLING = """() => [...document.querySelectorAll('.md-typeset *')].filter(one =>
  one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)
  && one.tabIndex < 0 && getComputedStyle(one).display !== 'inline').map(one => `${one.tagName} ${one.className}`)"""


@pytest.mark.parametrize("path", KINDS)
def test_what_scrolls_can_be_focused(browser: Browser, address: str, path: str) -> None:
    """On the narrowest phone every region that scrolls sideways is reached by keyboard; written tables need none."""
    with browser.new_context(base_url=address, viewport={"width": 320, "height": 667}) as context:
        page = context.new_page()
        page.goto(path)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        assert [one for one in page.evaluate(_SCROLLING) if not one.startswith(("CODE", "PRE"))] == []


def test_words_of_a_meeting_unfold_by_keyboard(scriptless: Page) -> None:
    """Without a script a reader with a keyboard reaches each box of a strip, and unfolds what was said then."""
    scriptless.goto("groups/keeping-our-eyes-open/actions/tactical-tasking/")
    assert all(box.get_attribute("href") for box in scriptless.locator("ol.csp-strip a").all())
    folded = scriptless.locator("details.csp-then:not([open])").first
    words = folded.locator("h3").first
    expect(words).to_be_hidden()
    folded.locator("summary").focus()
    named = scriptless.locator("details.csp-then").nth(1)
    scriptless.keyboard.press("Enter")
    expect(named.locator("h3").first).to_be_visible()


def test_colours_without_scripts(opened: Callable[[Reader], Page]) -> None:
    """Without scripts the colours are light, nothing offers to change them, and the statement says so."""
    page = opened(Reader(colours="dark", scripts=False))
    page.goto("accessibility/")
    assert page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
    expect(page.get_by_role("radiogroup", name="Colours of this site")).to_be_hidden()
    said = "So does the choice of colours: without JavaScript they are light, even if your device asks for dark"
    expect(page.get_by_text(said)).to_be_visible()


#: What else has icons once it is there: the search with what it found, the menu of a phone, the way back to the top.
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 375, "height": 667}
CONTROLS = {"Edit this page", "Back to top", "Link to this section", "Clear the search"}
ON_A_DESK = {*CONTROLS, "Go to repository", "Milton Keynes Community Safety Partnership"}
ON_A_PHONE = {*CONTROLS, "Menu", "Search"}


@pytest.mark.parametrize("window, controls", [(DESK, ON_A_DESK), (PHONE, ON_A_PHONE)], ids=["desk", "phone"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_icons_of_controls_can_be_seen(
    browser: Browser, address: str, window: ViewportSize, controls: set[str], colours: Literal["light", "dark"]
) -> None:
    """An icon that is a control, or a part of one, has a contrast of 3 to 1 or more (WCAG 2.2, 1.4.11)."""
    switch = "Switch to dark colours" if colours == "light" else "Switch to light colours"
    with browser.new_context(base_url=address, viewport=window, color_scheme=colours, reduced_motion="reduce") as one:
        page = one.new_page()
        page.goto("indicators/domestic-burglary/")
        seen = [*_icons(page), *_icons_further_down(page), *_icons_of_the_search(page), *_icons_of_the_menu(page)]
    assert {*controls, switch} <= {name for name, _ in seen}
    assert {(name, round(ratio, 2)) for name, ratio in seen if ratio < 3} == set()


def _icons(page: Page) -> list[tuple[str, float]]:
    """Return each icon that is seen, as the name of its control and the contrast."""
    found: list[dict[str, Any]] = page.evaluate(f"{LOOK}.icons()")
    return [(one["name"], one["ratio"]) for one in found]


def _icons_further_down(page: Page) -> list[tuple[str, float]]:
    """Return those that a reader sees who goes up again and points at a heading."""
    page.mouse.wheel(0, 3000)
    page.locator("#counts").scroll_into_view_if_needed()
    page.mouse.wheel(0, -200)
    page.locator("#counts").hover()
    expect(page.locator(".md-top")).to_be_visible()
    return _icons(page)


def _icons_of_the_search(page: Page) -> list[tuple[str, float]]:
    """Return those of the search with something found."""
    page.keyboard.press("/")
    page.locator(".md-search__input").fill("burglary")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    found = _icons(page)
    page.keyboard.press("Escape")
    return found


def _icons_of_the_menu(page: Page) -> list[tuple[str, float]]:
    """Return those of the menu, which a phone shows when asked."""
    button = page.get_by_role("button", name="Menu", exact=True)
    if button.is_visible():
        button.click()
        expect(page.locator(".csp-nav__close")).to_be_visible()
    return _icons(page)
