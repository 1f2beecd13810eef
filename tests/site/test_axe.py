"""Every kind of page looked at by axe, for WCAG 2.2 AA and its good practice: nothing is excluded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cspsite.demo import write_demo
from tests.site.conftest import Reader, build

pytestmark = pytest.mark.browser

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: What axe finds wrong, with rule, place and reason; and the rules that it leaves to people to decide.
LOOK = """async (tags) => {
  const found = await axe.run({runOnly: tags, resultTypes: ['violations', 'incomplete']});
  const told = (rule) => rule.nodes.map((node) =>
    `${rule.id}: ${location.pathname}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`);
  return {wrong: found.violations.flatMap(told), undecided: found.incomplete.map((rule) => rule.id)};
}"""
GROUP = "groups/keeping-our-eyes-open/"
INDICATOR = "indicators/domestic-burglary/"
KINDS = {
    "home": "",
    "meetings": "meetings/",
    "meeting": "meetings/2006-11-13/",
    "changes": "meetings/2006-11-13/changes/",
    "papers": "meetings/2006-11-13/papers/",
    "groups": "groups/",
    "group": GROUP,
    "report": f"{GROUP}reports/2006-09-11/",
    "action": f"{GROUP}actions/tactical-tasking/",
    "target": f"{GROUP}targets/vehicle-crime/",
    "form": f"{GROUP}update/",
    "another group's form": "groups/safer-nights-out/update/",
    "indicators": "indicators/",
    "indicator": INDICATOR,
    "data": "data/",
    "glossary": "glossary/",
    "methods": "methods/",
    "contribute": "contribute/",
    "findings": "findings/",
    "changelog": "changelog/",
    "accessibility statement": "accessibility/",
    "not found": "404.html",
}
#: A form of the invented partnership, which has a meeting to come whatever the repository's own data hold.
FORM = "groups/safer-streets/update/"
SCHEMES = [Reader(colours="light"), Reader(colours="dark")]
PHONES = [Reader(width=375, height=667, colours="light"), Reader(width=375, height=667, colours="dark")]


def _nothing_wrong(page: Page) -> set[str]:
    """Fail with all that axe finds wrong with a page as it stands, unfolded; return the rules it cannot decide."""
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    page.evaluate(AXE)
    seen: dict[str, list[str]] = page.evaluate(LOOK, TAGS)
    assert not seen["wrong"], "\n".join(["axe finds:", *seen["wrong"]])
    return set(seen["undecided"])


def _named(reader: Reader) -> str:
    return f"{reader.colours}-{reader.width}"


readers = pytest.mark.parametrize("reader", SCHEMES + PHONES, ids=_named)
schemes = pytest.mark.parametrize("reader", SCHEMES, ids=_named)
phones = pytest.mark.parametrize("reader", PHONES, ids=_named)


@readers
@pytest.mark.parametrize("kind", KINDS)
def test_kind_of_page(opened: Callable[[Reader], Page], kind: str, reader: Reader) -> None:
    """In light and dark, on a desk and on a phone, axe finds nothing wrong with any kind of page.

    All that it cannot decide is contrast over pictures and in what scrolls, which `test_every_page` measures.
    """
    page = opened(reader)
    page.goto(KINDS[kind])
    undecided = _nothing_wrong(page)
    assert undecided <= {"color-contrast"}


@schemes
def test_charts_that_are_explored(opened: Callable[[Reader], Page], reader: Reader) -> None:
    """The charts of an indicator may be drawn by Plotly too."""
    page = opened(reader)
    page.goto(INDICATOR)
    buttons = page.locator(".csp-exhibit__button")
    buttons.evaluate_all("all => all.forEach(one => one.click())")
    expect(page.locator(".csp-exhibit__live .main-svg:first-child")).to_have_count(buttons.count(), timeout=20_000)
    _nothing_wrong(page)


@phones
def test_menu_that_is_open(opened: Callable[[Reader], Page], reader: Reader) -> None:
    """A phone's menu may be open."""
    page = opened(reader)
    page.goto(INDICATOR)
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.locator(".csp-nav").get_by_role("link", name="Meetings")).to_be_in_viewport()
    _nothing_wrong(page)


@readers
def test_search_that_is_open(opened: Callable[[Reader], Page], reader: Reader) -> None:
    """The search may be open, with what it found."""
    page = opened(reader)
    page.goto("")
    page.keyboard.press("s")
    page.keyboard.type("burglary")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    _nothing_wrong(page)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Return where the site of the invented partnership is served."""
    root = tmp_path_factory.mktemp("axe") / "demo"
    write_demo(root)
    built = build(root / "built", root)
    assert built.returncode == 0, built.stdout + built.stderr
    return serve(root / "built")


@pytest.fixture(params=SCHEMES + PHONES, ids=_named)
def form(request: pytest.FixtureRequest, browser: Browser, demo: str) -> Iterator[Page]:
    """Return the web form in which an officer writes a report."""
    reader: Reader = request.param
    size = {"width": reader.width, "height": reader.height}
    with browser.new_context(base_url=demo, viewport=size, color_scheme=reader.colours) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(FORM)
        expect(page.locator(".csp-write")).to_be_visible()
        yield page


def test_web_form(form: Page) -> None:
    """Axe finds nothing wrong with the web form, with what it says of a mistake beside its box and at its head."""
    form.locator("[name='updates.0.progress']").fill("Ring 01632 960194.")
    form.get_by_role("button", name="Propose on GitHub").click()
    expect(form.locator(".csp-write__problem")).to_be_focused()
    _nothing_wrong(form)
