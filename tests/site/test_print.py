"""What the browser's own Print makes of each kind of page: whole, legible, with names and numbers on each sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.paper import printed, tight
from tests.site.conftest import Reader

pytestmark = pytest.mark.browser

LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
NAME = "Milton Keynes Community Safety Partnership"
REPORT = "groups/keeping-our-eyes-open/reports/2006-09-11/"
#: Each kind of page, the title along its top, and the most sheets that it may fill.
KINDS = [
    ("", "Home", 3),
    ("meetings/2006-11-13/", "Meeting of 13 November 2006", 10),
    ("meetings/2006-11-13/changes/", "What changed", 6),
    (REPORT, "11 September 2006", 11),
    ("groups/keeping-our-eyes-open/", "Keeping Our Eyes Open", 8),
    ("indicators/domestic-burglary/", "Domestic burglary", 12),
    ("data/", "Data", 15),  # the dictionary has a row for each column of fifteen tables
    ("methods/", "How figures are made", 10),
]


@pytest.mark.parametrize("path, title, most", KINDS, ids=[row[0] or "home" for row in KINDS])
def test_printed_page(dark: Page, path: str, title: str, most: int) -> None:
    """Printed from a dark screen a page is A4, numbered, named from the second sheet on, cuts nothing, says whence.

    The home page and the meeting's say where all papers of the meeting are.
    """
    dark.goto(path)
    made = printed(dark)
    count = len(made.texts)
    assert 1 < count <= most
    for number, (text, sheet) in enumerate(zip(made.texts, made.reader.pages, strict=True), 1):
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (595, 842)
        assert tight(f"Page {number} of {count}") in tight(text)
        assert NAME in text
        assert (tight(f"{title}Page{number}of") in tight(text)) is (number > 1)
    assert made.cut() == []
    assert made.alone() == []
    assert made.sheets_with("rite the update") == []
    assert made.sheets_with(f"Printed from https://example.org/partnership/{path}.") == [count]
    papers = "on one page, to print: https://example.org/partnership/meetings/2006-11-13/papers/"
    assert bool(made.sheets_with(papers)) is (path in ("", "meetings/2006-11-13/"))


def test_words_of_charts_are_on_paper_once(dark: Page) -> None:
    """What is copied from a chart in print, or searched there, is each of its labels once: the rim is no text."""
    dark.goto("indicators/domestic-burglary/")
    words = tight(" ".join(printed(dark).texts))
    for label in ("Limit 88.7", "Target 10.9", "Apr–Sep 2003: 543 [e]", "new estimate of households"):
        assert (label, words.count(tight(label))) == (label, 1)


@pytest.fixture
def paper(opened: Callable[[Reader], Page]) -> Page:
    """Return the report as it is printed by a reader who has dark colours on the screen."""
    page = opened(Reader(width=794, height=1123, colours="dark"))
    page.goto(REPORT)
    page.emulate_media(media="print")
    return page


def test_paper_has_the_whole_form(paper: Page) -> None:
    """On paper stand the head, every row with its status and words, the charts and the other issues."""
    for css, number in (
        (".csp-form", 1),
        (".csp-update", 8),
        # five rows serve a target, and have beside the reported status what the figures suggest
        (".csp-update__facts .csp-status:not(.csp-suggested)", 8),
        (".csp-update__facts .csp-suggested", 5),
        (".csp-issue", 4),
        ("svg.csp-chart", 5),  # the counts of three targets, and the way to the number that two of them name
        (".csp-illustrative summary", 1),
        (".csp-exhibit__finding", 5),
    ):
        found = paper.locator(f"article {css}")
        assert found.count() == number, css
        assert all(one.is_visible() for one in found.all()), css


def test_paper_has_no_buttons_and_no_menu(paper: Page) -> None:
    """On paper stands nothing that one can only select: no menu, no search, no edit button, no chart to explore."""
    for css in (".md-header", ".md-sidebar", ".md-footer nav", ".md-content__button", ".csp-exhibit__button"):
        assert not any(one.is_visible() for one in paper.locator(css).all()), css


def test_paper_is_black_on_white(paper: Page) -> None:
    """Paper is white with dark words, whatever the screen was."""
    expect(paper.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    assert paper.evaluate(f"{LOOK}.faint(4.5)") == []


def test_paper_has_what_was_reported(browser: Browser, address: str) -> None:
    """A history that is printed has the words of every meeting, folded or not."""
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("groups/keeping-our-eyes-open/actions/tactical-tasking/")
        page.emulate_media(media="print")
        words = page.locator("details.csp-then h3")
        assert words.count() > page.locator("details.csp-then[open] h3").count()
        assert all(one.is_visible() for one in words.all())


def test_paper_has_the_workings_of_what_is_quoted(paper: Page) -> None:
    """The working of each quoted figure stands open on paper; those of all figures, and tables of charts, do not."""
    workings = paper.locator(".csp-update__words .csp-workings li, .csp-issue .csp-workings li")
    assert workings.count() == 13
    assert all(one.is_visible() for one in workings.all())
    for css in (".csp-evidence > .csp-workings", ".csp-exhibit__table"):
        assert not any(one.is_visible() for one in paper.locator(css).all()), css
