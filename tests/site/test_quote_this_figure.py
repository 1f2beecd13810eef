"""The codes of an indicator's page, as an officer copies them into a report."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.markup import Element
from tests.site.conftest import Reader

pytestmark = pytest.mark.browser

BURGLARY = "indicators/domestic-burglary/"
COUNT = "{{ domestic-burglary.count }}"


def _button(page: Page, token: str = COUNT) -> Locator:
    """Return the button beside a token."""
    row = page.locator(".csp-quotable tbody tr").filter(has=page.locator(".csp-token").get_by_text(token, exact=True))
    return row.get_by_role("button")


@pytest.fixture
def officer(opened: Callable[[Reader], Page]) -> Page:
    """Return an indicator's page in a browser that lets a page copy."""
    page = opened(Reader())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(BURGLARY)
    return page


def test_every_token_has_a_button(officer: Page, documents: dict[str, Element]) -> None:
    """With a script each token has one button, whose name says what it copies."""
    tokens = [one.text for one in documents[BURGLARY].all("code", "csp-token")]
    names = officer.locator(".csp-copy").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert COUNT in tokens
    assert names == [f"Copy {token}" for token in tokens]


def test_token_is_copied_by_keyboard(officer: Page) -> None:
    """From the token's row the Tab key leads to the button, and Enter copies just the token."""
    officer.locator("#figures").focus()
    officer.keyboard.press("Tab")
    expect(_button(officer)).to_be_focused()
    officer.keyboard.press("Enter")
    expect(officer.get_by_role("status").filter(has_text="Copied")).to_have_text(f"Copied: {COUNT}")
    assert officer.evaluate("navigator.clipboard.readText()") == COUNT
    expect(_button(officer)).to_be_focused()
    expect(_button(officer)).to_have_text("Copied")


def test_button_can_be_used_again(officer: Page) -> None:
    """A while after copying the button offers to copy again, and another token can be copied at once."""
    other = "{{ domestic-burglary.change.last_year }}"
    _button(officer).click()
    _button(officer, other).click()
    expect(officer.get_by_role("status").filter(has_text="Copied")).to_have_text(f"Copied: {other}")
    assert officer.evaluate("navigator.clipboard.readText()") == other
    expect(_button(officer)).to_have_text("Copy", timeout=6_000)


def test_announcement_is_polite(officer: Page) -> None:
    """The place of the announcement is there, and empty, before there is anything to say."""
    place = officer.locator(".csp-announcer")
    expect(place).to_have_count(1)
    expect(place).to_have_attribute("aria-live", "polite")
    expect(place).to_have_text("")


def test_token_is_selected_where_nothing_can_be_copied(desktop: Page) -> None:
    """Where the browser lets no page copy, the token is selected, and the page says what to do."""
    desktop.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    desktop.goto(BURGLARY)
    _button(desktop).click()
    expect(desktop.locator(".csp-announcer")).to_contain_text("Selected")
    assert desktop.evaluate("getSelection().toString()") == COUNT


def test_button_is_large_enough(officer: Page) -> None:
    """A button is at least 24 pixels wide and high (WCAG 2.2, 2.5.8), also on a phone."""
    officer.set_viewport_size({"width": 375, "height": 667})
    for one in officer.locator(".csp-copy").all():
        box = one.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_without_a_script_there_is_no_button(scriptless: Page) -> None:
    """Without a script the tokens are there to be copied by hand, and no button that does nothing."""
    scriptless.goto(BURGLARY)
    expect(scriptless.locator(".csp-token").first).to_be_visible()
    expect(scriptless.locator(".csp-copy")).to_have_count(0)


def test_paper_has_no_button(officer: Page) -> None:
    """On paper the tokens stand without their buttons."""
    officer.emulate_media(media="print")
    expect(officer.locator(".csp-copy").first).not_to_be_visible()
    expect(officer.locator(".csp-token").first).to_be_visible()


def test_page_that_is_put_in_anew_has_one_button_each(officer: Page) -> None:
    """Where a page is swapped without being loaded anew, its tokens get buttons too, and none gets two."""
    number = officer.locator(".csp-token").count()
    officer.evaluate(
        """async () => {
            const table = document.querySelector(".csp-quotable");
            const copy = table.cloneNode(true);
            for (const one of copy.querySelectorAll(".csp-copy")) one.remove();
            for (const one of copy.querySelectorAll(".csp-token")) one.className = "csp-token";
            table.after(copy);
            const script = document.createElement("script");
            script.src = document.querySelector("script[src$='cspsite.js']").src;
            await new Promise((done) => { script.onload = done; document.body.append(script); });
        }"""
    )
    expect(officer.locator(".csp-copy")).to_have_count(2 * number)
    expect(officer.locator(".csp-announcer")).to_have_count(1)
