"""Charts as readers have them: a picture with its numbers at once, and one to explore when they ask for it."""

from __future__ import annotations

import csv
import json
import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.markup import Element
from tests.site.conftest import Reader, Watch

pytestmark = pytest.mark.browser

REPORT = "groups/keeping-our-eyes-open/reports/2006-09-11/"
BURGLARY = "indicators/domestic-burglary/"
LIBRARY = "assets/plotly.min.js"


def _exhibit(page: Page, id: str) -> Locator:
    return page.locator(f"figure#{id}")


def _explore(page: Page, id: str = "trend-domestic-burglary") -> Locator:
    exhibit = _exhibit(page, id)
    exhibit.get_by_role("button", name="Explore this chart").click()
    expect(exhibit.locator(".csp-exhibit__live .main-svg").first).to_be_visible(timeout=20_000)
    return exhibit


def test_every_picture_says_what_it_shows(documents: dict[str, Element]) -> None:
    """Each chart is an image with a name, and a description that is the sentence beside it."""
    number = 0
    for address, document in documents.items():
        for exhibit in document.all("figure", "csp-exhibit"):
            picture = exhibit.one("svg", "csp-chart")
            named = [exhibit.one(id=id) for id in picture.attributes["aria-labelledby"].split()]
            assert picture.attributes["role"] == "img"
            assert [one.tag for one in named] == ["title", "desc"]
            assert "".join(map(str, named[1].children)) == exhibit.one("p", "csp-exhibit__finding").text, address
            number += 1
    assert number >= 20


def test_sparklines_are_hidden_from_screen_readers(documents: dict[str, Element]) -> None:
    """The tiny pictures in tables say nothing that the words beside them do not."""
    found = [one for page in documents.values() for one in page.all("svg", "csp-spark")]
    assert found
    assert {one.attributes["aria-hidden"] for one in found} == {"true"}


@pytest.mark.parametrize("id", ["domestic-burglary", "vehicle-crime", "all-crime", "violence-town-centre"])
def test_table_beside_a_chart_has_the_numbers_of_the_download(
    site: Path, documents: dict[str, Element], id: str
) -> None:
    """The chart's table shows just the counts and markers of the CSV that the page offers."""
    page = documents[f"indicators/{id}/"]
    table = page.one("figure", id=f"trend-{id}").one("table")
    names = [cell.text for cell in table.one("thead").all("th")][1:-1]  # the last has the report's months together
    shown = [
        (f"{row.one('th').text} {name}", cell.text)
        for row in table.one("tbody").all("tr")
        for name, cell in zip(names, row.all("td")[:-1], strict=True)
        if cell.text != "–"
    ]
    with (site / f"indicators/{id}/{id}.csv").open(encoding="utf-8", newline="") as file:
        wanted = [
            (_month(row["period"]), " ".join([f"{int(row['count']):,}", *_brackets(row["markers"])]))
            for row in csv.DictReader(file)
        ]
    assert shown == wanted


def _month(period: str) -> str:
    """Return the financial year and the month's name: `2006/07 Apr` of 2006-04, `2005/06 Mar` of 2006-03."""
    year, month = map(int, period.split("-"))
    first = year - (month < 4)
    return f"{first}/{(first + 1) % 100:02d} {date(year, month, 1):%b}"


def _brackets(markers: str) -> list[str]:
    return [f"[{one}]" for one in markers.split()]


@pytest.mark.parametrize("id", ["domestic-burglary", "drug-supply-offences", "late-night-noise-complaints"])
def test_downloads_agree(site: Path, id: str) -> None:
    """The JSON has the same periods, counts and markers as the CSV; a missing count is null, never 0."""
    folder = site / f"indicators/{id}"
    with (folder / f"{id}.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            (row["period"], int(row["count"]) if row["count"] else None, row["markers"]) for row in csv.DictReader(file)
        ]
    found = json.loads((folder / f"{id}.json").read_text("utf-8"))["observations"]
    assert [(one["period"], one["count"], one["markers"]) for one in found] == rows


def test_chart_to_explore_has_the_numbers_of_the_picture(documents: dict[str, Element]) -> None:
    """What a script would draw is what the table beside it says, for every chart of the site.

    On the page of all papers, which is paper, no chart is explored.
    """
    for path, document in documents.items():
        for exhibit in document.all("figure", "csp-exhibit") if not path.endswith("/papers/") else ():
            drawn = json.loads(exhibit.one("button", "csp-exhibit__button").attributes["data-figure"])["data"]
            shown = [re.match(r"[\d,.]+", cell) for cell in _numbers(exhibit)]
            wanted = [float(one[0].replace(",", "")) if one else None for one in shown]
            assert all(trace["mode"].startswith("lines") for trace in drawn[1:])  # guides, after the subject
            places = max((len(one[0].partition(".")[2]) for one in shown if one), default=0)
            # a text is empty where a line is broken, and where it has not come to yet
            counted = [number for number, said in zip(drawn[0]["y"], drawn[0]["customdata"], strict=True) if said]
            for number, words in zip(counted, wanted, strict=True):
                assert number == pytest.approx(words, abs=0.51 * 10**-places) if words is not None else number is None


def _numbers(exhibit: Element) -> list[str]:
    """Return the cells with the subject's numbers: all of a table of years by month, else the column of them."""
    heads = [head.text for head in exhibit.one("table").one("thead").all("th")]
    rows = [row.all("td") for row in exhibit.one("table").one("tbody").all("tr")]
    if heads[0] == "Financial year":
        single = 13 if "Apr" in heads else 5 if "Apr to Jun" in heads else 2
        return [cell.text for row in rows for cell in row[: single - 1] if cell.text != "–"]
    column = 0 if heads[-1] == "Special cause" else -2 if heads[-1] == "Where it should be" else -1
    return [row[column].text for row in rows]


def test_picture_stands_without_scripts(scriptless: Page) -> None:
    """Without scripts the picture and its table are there, and the button is not."""
    scriptless.goto(REPORT)
    exhibit = _exhibit(scriptless, "trend-domestic-burglary")
    assert exhibit.locator("svg.csp-chart").is_visible()
    assert [one.is_visible() for one in exhibit.locator("button").all()] == [False, False]
    assert [one.is_visible() for one in exhibit.get_by_role("link").all()] == [True, True, True]
    exhibit.locator("summary").click()
    assert exhibit.get_by_role("table").is_visible()


def test_library_is_loaded_only_when_asked_for(desktop: Page, watch: Watch, address: str) -> None:
    """The chart library comes from this site, after the click, and once for two charts; both are drawn."""
    desktop.goto(REPORT)
    desktop.wait_for_load_state("networkidle")
    assert not [one for one in watch.requests if "plotly" in one]
    _explore(desktop, "trend-domestic-burglary")
    _explore(desktop, "trend-vehicle-crime")
    assert [one for one in watch.requests if "plotly" in one] == [address + LIBRARY]


@pytest.fixture(scope="module")
def live_page(browser: Browser, address: str) -> Iterator[Page]:
    """Return the report with one chart that a reader has asked to explore."""
    watch = Watch(address)
    with browser.new_context(base_url=address, color_scheme="light", reduced_motion="reduce") as context:
        page = watch.on(context.new_page())
        page.goto(REPORT)
        _explore(page)
        yield page
    assert watch.problems == []


@pytest.fixture
def explored(live_page: Page) -> Iterator[Locator]:
    """Return the chart that a reader explores."""
    yield _exhibit(live_page, "trend-domestic-burglary")
    live_page.emulate_media(media="screen")


def test_explored_chart(explored: Locator) -> None:
    """The live chart takes the picture's place and draws every month; the focus goes to its slider."""
    expect(explored.locator("svg.csp-chart")).to_be_hidden()
    expect(explored.get_by_role("button", name="Explore this chart")).to_have_count(0)
    expect(explored.get_by_role("button", name=re.compile("^Back to the picture"))).to_be_visible()
    expect(explored.get_by_role("slider")).to_be_focused()
    assert explored.locator(".scatterlayer .point").count() == 40  # April 2003 to July 2006
    box = explored.locator(".csp-exhibit__live").bounding_box()
    assert box is not None
    assert box["height"] > 200


def test_explored_chart_has_a_name(explored: Locator) -> None:
    """A screen reader is told what the live chart shows."""
    live = explored.locator(".csp-exhibit__live")
    expect(live).to_have_role("img")
    expect(live).to_have_accessible_name(re.compile("^There were 348 domestic burglary offences in April to July"))


def test_explored_chart_shares_nothing(explored: Locator) -> None:
    """The live chart has no button that sends it anywhere, and no logo that leads elsewhere."""
    explored.locator(".csp-exhibit__live").hover()
    assert explored.locator(".modebar-btn").count() == 0
    assert explored.locator("a[href^='http']").count() == 0


def test_explored_chart_prints_as_its_picture(explored: Locator, live_page: Page) -> None:
    """On paper stands the picture, also where a reader has explored the chart."""
    live_page.emulate_media(media="print")
    expect(explored.locator("svg.csp-chart")).to_be_visible()
    expect(explored.locator(".csp-exhibit__live")).to_be_hidden()
    expect(explored.locator(".csp-exhibit__walk")).to_be_hidden()
    expect(explored.locator(".csp-exhibit__more")).to_be_hidden()


def test_explored_chart_answers_a_pointer(explored: Locator, live_page: Page) -> None:
    """Over a point the chart says its month and its count."""
    point = explored.locator(".scatterlayer .point").last.bounding_box()
    assert point is not None
    live_page.mouse.move(point["x"] + point["width"] / 2, point["y"] + point["height"] / 2)
    expect(explored.locator(".hoverlayer")).to_contain_text("July 2006")
    expect(explored.locator(".hoverlayer")).to_contain_text("91")


def test_chart_is_explored_by_keyboard(desktop: Page) -> None:
    """The button is reached with Tab and answers Enter; then arrows go from number to number, each said and shown."""
    desktop.goto(BURGLARY)
    exhibit = _exhibit(desktop, "trend-domestic-burglary")
    exhibit.locator("xpath=preceding::a[1]").focus()
    desktop.keyboard.press("Tab")
    expect(exhibit.locator(".csp-exhibit__button")).to_be_focused()
    desktop.keyboard.press("Enter")
    slider = exhibit.get_by_role("slider")
    expect(slider).to_be_focused(timeout=20_000)
    expect(slider).to_have_accessible_name(
        "Go from number to number: Domestic burglary, Offences a month, April 2003 to September 2006"
    )
    expect(exhibit.locator(".csp-exhibit__walk")).to_have_text("September 2006, Offences: 81 [e], [e] estimated")
    expect(exhibit.locator(".hoverlayer .hovertext")).to_have_count(0)
    for key, said in (
        ("ArrowLeft", "August 2006, Offences: 83 [e], [e] estimated"),
        ("ArrowLeft", "July 2006, Offences: 91"),
        ("Home", "April 2003, Offences: 93"),
        ("ArrowRight", "May 2003, Offences: 88"),
    ):
        desktop.keyboard.press(key)
        expect(slider).to_have_attribute("aria-valuetext", said)
        expect(exhibit.locator(".csp-exhibit__walk")).to_have_text(said)
        expect(exhibit.locator(".hoverlayer")).to_contain_text(said.split(",")[0])
    desktop.keyboard.press("Tab")
    expect(exhibit.get_by_role("link", name="CSV")).to_be_focused()
    expect(exhibit.locator(".hoverlayer .hovertext")).to_have_count(0)


SHIFTS = """new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted = (window.shifted || 0) + one.value;
}).observe({ type: "layout-shift", buffered: true });"""


def _late(route: Route) -> None:
    """Let what is asked for wait longer than the half second in which a browser lays a move to the reader."""
    time.sleep(0.9)
    route.continue_()


def _measures(exhibit: Locator) -> list[object]:
    """Return how high a chart is, how much it holds, where its picture, files and table stand, and last its button."""
    found: list[object] = exhibit.evaluate(
        """one => [one.getBoundingClientRect().height, one.querySelectorAll('*').length,
          ...[".csp-exhibit__picture", "a", "summary", ".csp-exhibit__button"].map((css) => {
            const box = one.querySelector(css).getBoundingClientRect();
            return [box.x, box.y - one.getBoundingClientRect().y, box.width, box.height].map(Math.round);
          })]"""
    )
    return found


@pytest.mark.parametrize("width", [1280, 375])
def test_picture_is_put_back(opened: Callable[[Reader], Page], width: int) -> None:
    """The same button puts the picture back, by keyboard, keeps the focus, and leaves nothing of the slider.

    The library comes later than a browser forgives a page that moves: yet nothing does, and the chart can be explored
    again from its last number on. A screen reader hears that the picture is back.
    """
    page = opened(Reader())
    page.add_init_script(SHIFTS)
    page.set_viewport_size({"width": width, "height": 800})
    page.route(f"**/{LIBRARY}", _late)
    page.goto(BURGLARY)
    exhibit = _exhibit(page, "trend-domestic-burglary")
    exhibit.scroll_into_view_if_needed()
    before = _measures(exhibit)
    button = exhibit.locator(".csp-exhibit__button")
    button.focus()
    for _ in range(2):
        page.keyboard.press("Enter")
        expect(button).to_have_accessible_name(re.compile("^Loading the chart…|^Back"))
        expect(exhibit.get_by_role("slider")).to_be_focused(timeout=20_000)
        expect(exhibit.locator(".csp-exhibit__walk")).to_have_text("September 2006, Offences: 81 [e], [e] estimated")
        page.keyboard.press("Home")
        assert _measures(exhibit)[-1] == before[-1]
        page.keyboard.press("Shift+Tab")
        expect(button).to_be_focused()
        expect(button).to_have_accessible_name(
            re.compile("^Back to the picture ?: Domestic burglary, Offences a month")
        )
        page.keyboard.press("Enter")
        expect(button).to_have_accessible_name(re.compile("^Explore this chart ?: Domestic burglary, Offences a month"))
        expect(button).to_be_focused()
        expect(page.locator(".csp-announcer")).to_have_text("The picture is back.")
        expect(exhibit.locator("svg.csp-chart")).to_be_visible()
        expect(exhibit.locator(".csp-exhibit__live")).to_be_hidden()
        assert _measures(exhibit) == before
    assert page.evaluate("window.shifted || 0") < 0.0005  # the button's own words are of different widths


def test_chart_is_explored_in_dark_colours(dark: Page) -> None:
    """In the dark the live chart has the dark scheme's line, and nothing stays in the words of the style sheet."""
    dark.goto(REPORT)
    exhibit = _explore(dark)
    line = exhibit.locator(".scatterlayer path.js-line").first.evaluate("one => getComputedStyle(one).stroke")
    assert line == "rgb(140, 196, 240)"
    assert "var(--" not in exhibit.locator(".csp-exhibit__live").inner_html()


def test_library_that_does_not_come(opened: Callable[[Reader], Page], watch: Watch) -> None:
    """Where the library cannot be loaded the reader is told once, keeps the picture, and can try again."""
    page = opened(Reader())
    page.route(f"**/{LIBRARY}", lambda route: route.abort())
    page.goto(REPORT)
    exhibit = _exhibit(page, "trend-domestic-burglary")
    button = exhibit.get_by_role("button", name="Explore this chart")
    for _ in range(2):
        button.click()
        expect(exhibit.get_by_role("alert")).to_have_text(re.compile("could not be loaded"))
        expect(exhibit.get_by_role("alert")).to_have_count(1)
        expect(button).to_be_focused()
    expect(exhibit.locator("svg.csp-chart")).to_be_visible()
    expect(exhibit.locator(".csp-exhibit__live")).to_be_hidden()
    assert all(LIBRARY in one or "ERR_FAILED" in one for one in watch.problems)
    watch.problems.clear()
    page.unroute(f"**/{LIBRARY}")
    _explore(page)
    expect(exhibit.get_by_role("alert")).to_have_count(0)


def test_downloads_are_told_apart(site: Path, documents: dict[str, Element]) -> None:
    """Each chart's links lead to files that are there, and no two on a page have the same name."""
    number = 0
    for address, document in documents.items():
        names = []
        for exhibit in document.all("figure", "csp-exhibit"):
            for link in exhibit.all("a"):
                names.append(link.text)
                assert "download" in link.attributes
                assert (site / address / link.attributes["href"]).resolve().is_file(), (
                    address,
                    link.attributes["href"],
                )
            names += [button.text for button in exhibit.all("button")]
        assert len(names) == len(set(names)), address
        number += len(names)
    assert number >= 200


def test_every_chart_of_a_report_has_files(site: Path) -> None:
    """A report's charts stand under the report, as CSV, JSON and SVG, by the names of its targets."""
    found = sorted(path.name for path in (site / REPORT / "charts").iterdir())
    own = ("domestic-burglary", "domestic-burglary--target", "vehicle-crime", "vehicle-crime--target")
    wanted = sorted((*own, "drug-supply"), key=lambda name: f"{name}.")
    assert found == [f"{name}.{ending}" for name in wanted for ending in ("csv", "json", "svg")]


def test_files_of_a_chart_have_its_numbers(site: Path, documents: dict[str, Element]) -> None:
    """The CSV of the report's chart has the numbers of its table: 40 months to July 2006, the last of them 91."""
    with (site / REPORT / "charts/domestic-burglary.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "count"]
    exhibit = documents[REPORT].one("figure", id="trend-domestic-burglary")
    assert [row["label"] for row in rows] == _numbers(exhibit)
    assert (len(rows), rows[-1]["period"], rows[-1]["value"]) == (40, "2006-07", "91")
    found = json.loads((site / REPORT / "charts/domestic-burglary.json").read_text("utf-8"))
    assert found["finding"] == exhibit.one("p", "csp-exhibit__finding").text


def test_png_is_the_picture(desktop: Page, watch: Watch, tmp_path: Path, site: Path) -> None:
    """The PNG is the SVG's file, twice as large, made here: nothing is asked of another host."""
    desktop.goto(REPORT)
    button = _exhibit(desktop, "trend-domestic-burglary").get_by_role("button", name="PNG")
    expect(button).to_have_accessible_name(re.compile("^PNG ?: Domestic burglary, Offences a month, April 2003"))
    with desktop.expect_download() as waiting:
        button.click()
    assert waiting.value.suggested_filename == "domestic-burglary.png"
    waiting.value.save_as(tmp_path / "chart.png")
    content = (tmp_path / "chart.png").read_bytes()
    svg = (site / REPORT / "charts/domestic-burglary.svg").read_text("utf-8")
    size = [int(one) for one in re.findall(r'(?:width|height)="(\d+)"', svg)[:2]]
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert [int.from_bytes(content[at : at + 4]) for at in (16, 20)] == [2 * one for one in size]
    assert len(content) > 20_000  # an empty one of this size has about 5,000
    assert not [one for one in watch.requests if "plotly" in one]


def test_png_that_cannot_be_made(opened: Callable[[Reader], Page], watch: Watch) -> None:
    """Where the SVG's file does not come the reader is told, and the button can be used again."""
    page = opened(Reader())
    page.route("**/*.svg", lambda route: route.abort())
    page.goto(REPORT)
    exhibit = _exhibit(page, "trend-domestic-burglary")
    button = exhibit.get_by_role("button", name="PNG")
    button.click()
    expect(exhibit.get_by_role("alert")).to_have_text(re.compile("PNG could not be made"))
    expect(button).to_be_focused()
    watch.problems.clear()


def test_page_from_a_folder_offers_no_png(browser: Browser, site: Path) -> None:
    """A page that is opened as a file may not read other files: there the PNG is not offered, all else works."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((site / REPORT / "index.html").as_uri())
        exhibit = _exhibit(page, "trend-domestic-burglary")
        expect(exhibit.locator(".csp-exhibit__button")).to_be_visible()
        expect(exhibit.locator(".csp-exhibit__png")).to_be_hidden()
