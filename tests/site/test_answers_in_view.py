"""What a reader sees of home and meeting pages before scrolling: on a desk and on a phone, of small and large ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cspsite.demo import write_demo
from tests import many_groups
from tests.rendering import write_checkout
from tests.site.conftest import build

pytestmark = pytest.mark.browser

LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
DESK, PHONE = (1280, 800), (375, 667)
#: Each answer with the part of the window that it takes, from the top to the bottom.
ANSWERS = """() => Object.fromEntries([...document.querySelectorAll(".csp-answers dl > div")].map((one) => {
  const box = one.getBoundingClientRect();
  return [one.querySelector("dt").innerText.replace(/\\s+/g, " "), [box.top, box.bottom]];
}))"""
COUNTS = ["■ Red", "▲ Amber", "● Green", "○ Not reported"]
#: The last questions of a page, by whether its meeting has had papers.
ASKED = {True: ["What is Red", "Reports received", "Due next"], False: ["Statuses", "Reports received", "Due next"]}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str], address: str) -> Mapping[str, str]:
    """Return where the site of the repository, that of the invented partnership and that of many groups are served."""
    demo = tmp_path_factory.mktemp("first") / "demo"
    write_demo(demo)
    many = write_checkout(tmp_path_factory.mktemp("many"), many_groups.files())
    found = {"own": address}
    for name, root in (("demo", demo), ("many", many)):
        # the one of many groups is built on a day before its last meeting: 1 December 2006
        day = {"SOURCE_DATE_EPOCH": "1164931200"} if name == "many" else {}
        built = build(root / "built", root, **day)
        assert built.returncode == 0, built.stdout + built.stderr
        found[name] = serve(root / "built")
    return found


#: The pages of each site, and whether the meeting that they are about has had papers.
PAGES = [
    ("own", "", True),
    ("own", "meetings/2006-11-13/", True),
    ("own", "meetings/2006-09-11/", True),
    ("own", "meetings/2007-01-15/", True),
    ("demo", "", True),
    ("demo", "meetings/2025-03-10/", True),
    ("demo", "meetings/2024-09-09/", True),
    ("many", "", True),
    ("many", "meetings/2006-11-13/", True),
    ("many", "meetings/2007-01-15/", False),
]


@pytest.mark.parametrize("width, height", [DESK, PHONE])
def test_nothing_to_scroll_past(browser: Browser, places: Mapping[str, str], width: int, height: int) -> None:
    """Every first answer stands whole below the site's head and above the fold, on each home and meeting page."""
    with browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce") as context:
        page = context.new_page()
        for site, path, has_papers in PAGES:
            page.goto(places[site] + path)
            boxes: dict[str, tuple[float, float]] = page.evaluate(ANSWERS)
            asked = [name for name in boxes if not name.startswith(("Changed since", "What changed"))]
            assert asked == (COUNTS if has_papers else []) + ASKED[has_papers], (site, path)
            assert len(boxes) == len(asked) + 1, (site, path)
            head = page.locator(".md-header").bounding_box()
            assert head is not None
            outside = {
                name: box for name, box in boxes.items() if box[0] < head["y"] + head["height"] or box[1] > height
            }
            assert outside == {}, (site, path)
            assert page.evaluate(f"{LOOK}.wide()") == [], (site, path)


#: The reports whose statuses are looked at: with one that is Red, with none, and with one under a long name.
REPORTS = [
    ("own", "groups/keeping-our-eyes-open/reports/2006-11-13/"),
    ("demo", "groups/safer-homes/reports/2025-03-10/"),
    ("many", "groups/group-00/reports/2006-11-13/"),
]
#: How far down the counts, the way to the table and the first that is Red end; where the table and a chart begin.
STATUSES = """() => {
  const end = (css) => document.querySelector(css)?.getBoundingClientRect().bottom ?? 0;
  const begin = (css) => document.querySelector(css)?.getBoundingClientRect().top ?? Infinity;
  const first = [".csp-answers__counts", ".csp-answers__all", ".csp-answers__tiles li a, .csp-answers__tiles dd"];
  return [first.map(end), [begin("#statuses"), begin(".csp-update"), begin(".csp-exhibit")]];
}"""


@pytest.mark.parametrize("width, height", [DESK, PHONE])
def test_statuses_of_a_report_come_first(browser: Browser, places: Mapping[str, str], width: int, height: int) -> None:
    """A report's page shows unscrolled how many have each status and what is Red; the table stands before any chart."""
    with browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce") as context:
        page = context.new_page()
        for site, path in REPORTS:
            page.goto(places[site] + path)
            ends, begins = page.evaluate(STATUSES)
            assert min(ends) > 0, (site, ends)
            assert max(ends) <= height, (site, ends)
            assert max(ends) < begins[0] < begins[1] < begins[2], (site, ends, begins)
            assert page.evaluate(f"{LOOK}.wide()") == [], site


@pytest.fixture
def phone_of_many(browser: Browser, places: Mapping[str, str]) -> Page:
    """Return the home page of the partnership with many groups, on the narrowest phone."""
    page = browser.new_page(base_url=places["many"], viewport={"width": 320, "height": 568})
    page.goto("")
    return page


def test_many_groups_on_the_narrowest_phone(phone_of_many: Page) -> None:
    """At 320 pixels no table of twelve groups scrolls sideways, and each cell has its column's name."""
    page = phone_of_many
    assert page.evaluate(f"{LOOK}.wide()") == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    regions = page.locator(".csp-scroll")
    assert regions.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length") == 0
    names = page.locator(".csp-matrix tr:not(.csp-rowgroup) td").evaluate_all(
        "all => [...new Set(all.map(one => getComputedStyle(one, '::before').content))]"
    )
    assert names == ['"Status"', '"The figures suggest"', '"On last year"', '"On the baseline"', '"Last 13 periods"']
    page.close()


def test_paper_has_whole_names(phone_of_many: Page) -> None:
    """A name that is cut to one line on a phone is whole on paper, and no row is split between two pages."""
    page = phone_of_many
    names = [page.locator(f".csp-answers__{part}").first for part in ("name", "which")]
    cut = "one => one.scrollHeight > one.clientHeight + 1"
    assert all(name.evaluate(cut) for name in names)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    assert not any(name.evaluate(cut) for name in names)
    expect(page.locator(".csp-exceptions tr").nth(2)).to_have_css("break-inside", "avoid")
    page.close()


def test_illustrative_notice_is_one_line_that_opens(phone: Page) -> None:
    """On a phone the notice says in one line that figures are illustrative; it opens by keyboard and names them all."""
    phone.goto("")
    notice = phone.locator("details.csp-illustrative")
    summary = notice.locator("summary")
    box = summary.bounding_box()
    assert box is not None
    assert box["height"] < 40
    lead = summary.locator("strong")
    expect(lead).to_have_text("Illustrative, not observed:")
    place = lead.bounding_box()
    assert place is not None
    assert place["x"] + place["width"] <= box["x"] + box["width"]
    summary.focus()
    phone.keyboard.press("Enter")
    expect(notice.locator("dt").last).to_be_visible()
    opened = summary.bounding_box()
    assert opened is not None
    assert opened["height"] > box["height"] * 2


def test_answers_are_reached_by_keyboard_in_order(desktop: Page) -> None:
    """After the notice the keyboard comes to the meeting, what is Red, what changed and what is overdue, in order."""
    desktop.goto("")
    desktop.locator("details.csp-illustrative summary").focus()
    reached = []
    for _ in range(4):
        desktop.keyboard.press("Tab")
        reached.append(desktop.evaluate("document.activeElement.innerText.replace(/\\s+/g, ' ')"))
        assert desktop.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert reached[0] == "13 November 2006"
    assert reached[1].startswith("Continue to develop Intelligence led Policing")
    assert reached[2].startswith("2 statuses improved")
    assert reached[3:] == ["15 January 2007"]  # which has been without a report


def test_label_and_value_stand_apart(browser: Browser, places: Mapping[str, str]) -> None:
    """On a phone a cell of a card has what it is about on the left and its value beside it."""
    page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
    for path in ("", "data/"):
        page.goto(places["own"] + path)
        cells = "table.csp-stack td[data-label]:not(.csp-written td):not(table.csp-matrix td)"
        shown = page.eval_on_selector_all(cells, "all => [...new Set(all.map((one) => getComputedStyle(one).display))]")
        assert shown == ["grid"], path
    page.close()
