"""Readers with settings of their own: larger text, wider spacing, zoom, forced colours, less motion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.test_axe import KINDS

pytestmark = pytest.mark.browser

LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
REPORT_PAGE = KINDS["report"]
#: The spacing of WCAG 2.2, 1.4.12.
SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
SPACING += "p { margin-bottom: 2em !important; }"
#: Words that are cut off: in a box that hides what is longer than itself, and nowhere else on the page in full.
CUT = """() => {
  const text = document.querySelector('article').innerText;
  const isClamped = (one) => getComputedStyle(one).webkitLineClamp !== 'none';
  const isOften = (one) => isClamped(one) && text.split(one.innerText.trim()).length > 2;
  const isLonger = (one) => one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2;
  return [...document.querySelectorAll('article *, footer *')].filter((one) => one.checkVisibility()
    && ['hidden', 'clip'].includes(getComputedStyle(one).overflowY) && one.innerText?.trim()
    && !one.closest('.csp-unseen, thead') && isLonger(one) && !isOften(one)
  ).map((one) => `${one.tagName}.${one.className}: ${one.innerText.slice(0, 40)}`);
}"""
EDGE = """(one) => getComputedStyle(one).borderTopStyle === 'none' ? 0
  : parseFloat(getComputedStyle(one).borderTopWidth)"""
SIZE = "(one) => parseFloat(getComputedStyle(one).fontSize)"
SIDEWAYS = "() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """Return a window of a reader who asks for less motion."""
    with browser.new_context(base_url=address, reduced_motion="reduce") as context:
        yield context.new_page()


def _seen(page: Page) -> list[str]:
    """Return what sticks out or is cut off."""
    over: int = page.evaluate(SIDEWAYS)
    found: list[str] = [*page.evaluate(f"{LOOK}.wide()"), *page.evaluate(CUT)]
    return [*found, *([f"{over} pixels sideways"] if over else [])]


@pytest.mark.parametrize("kind", KINDS)
def test_larger_and_wider_text(reader: Page, kind: str) -> None:
    """Nothing sticks out or is cut off at 200% and 400% zoom, with text twice as large, or set wider.

    These are 640 and 320 pixels across (WCAG 2.2, 1.4.10), twice the size of letters (1.4.4), and 1.4.12's spacing.
    """
    reader.set_viewport_size({"width": 640, "height": 450})
    reader.goto(KINDS[kind])
    reader.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    found = {"zoom of 200%": _seen(reader)}
    size = reader.locator("article h1").evaluate(SIZE)  # of a window with as many letters across as the last
    reader.set_viewport_size({"width": 320, "height": 225})
    found["zoom of 400%"] = _seen(reader)
    reader.add_style_tag(content=SPACING)
    found["wider on a phone"] = _seen(reader)
    reader.set_viewport_size({"width": 1280, "height": 900})
    found["wider"] = _seen(reader)
    devtools = reader.context.new_cdp_session(reader)
    devtools.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    try:
        reader.reload()
        reader.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        found["twice as large"] = _seen(reader)
        larger = reader.locator("article h1").evaluate(SIZE)
    finally:
        devtools.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    assert {how: what for how, what in found.items() if what} == {}
    assert larger == pytest.approx(2 * size)


def test_less_motion(reader: Page) -> None:
    """For a reader who asks for less motion nothing moves, fades or scrolls smoothly."""
    reader.set_viewport_size({"width": 1280, "height": 900})
    for path in ("", REPORT_PAGE, "groups/keeping-our-eyes-open/update/"):
        reader.goto(path)
        moving = reader.evaluate(
            """() => [...document.querySelectorAll('*')].flatMap((one) => ['', '::before', '::after'].map((part) => {
                 const style = getComputedStyle(one, part || null);
                 const times = `${style.transitionDuration},${style.animationDuration}`.split(',').map(parseFloat);
                 return Math.max(...times) === 0 && style.scrollBehavior === 'auto'
                   ? '' : `${one.tagName}.${one.className}${part}`;
               })).filter(Boolean)"""
        )
        assert moving == []


def test_forced_colours(browser: Browser, address: str) -> None:
    """With forced colours every box has an edge, every status its shape, and signs have the reader's colours."""
    with browser.new_context(base_url=address, forced_colors="active", color_scheme="dark") as context:
        page = context.new_page()
        page.goto(REPORT_PAGE)
        for css in (".csp-update", ".csp-form", ".csp-boxes", ".csp-suggested", ".csp-exhibit__button", ".md-header"):
            assert page.locator(css).first.evaluate(EDGE) >= 1, css
        ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        arrow = "one => getComputedStyle(one, '::after').backgroundColor"
        assert page.locator("article summary").first.evaluate(arrow) != ground
        assert page.locator("article .csp-status").evaluate_all(
            "all => all.every(one => /[■▲●○◇]/.test(one.innerText))"
        )
        assert page.evaluate(f"{LOOK}.faint(4.5)") == []
