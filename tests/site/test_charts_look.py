"""How charts look in a browser: words that can be read, apart from each other, in every scheme, on paper and live."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from cspsite.demo import write_demo
from tests.markup import Element, parse
from tests.site.conftest import Watch, build

pytestmark = pytest.mark.browser

INDICATOR = "indicators/domestic-burglary/"
TREND, CONTROL = "#trend-domestic-burglary", "#control-domestic-burglary"
TARGET = "#rolling-keeping-our-eyes-open--domestic-burglary"

#: Texts of charts that cover each other or leave the page, and the smallest text in pixels.
CROWDED = """() => {
  const wrong = [], sizes = [];
  for (const chart of document.querySelectorAll("figure svg.csp-chart")) {
    const scale = chart.getBoundingClientRect().width / 600;
    const texts = [...chart.querySelectorAll("text")].map((one) => [one.textContent, one.getBoundingClientRect()]);
    for (const one of chart.querySelectorAll("text")) sizes.push(parseFloat(getComputedStyle(one).fontSize) * scale);
    texts.forEach(([words, box], i) => {
      if (box.left < -1 || box.right > document.documentElement.clientWidth + 1) wrong.push(`${words} leaves the page`);
      for (const [other, beside] of texts.slice(i + 1)) {
        const across = Math.min(box.right, beside.right) - Math.max(box.left, beside.left);
        const down = Math.min(box.bottom, beside.bottom) - Math.max(box.top, beside.top);
        if (across > 1 && down > 2) wrong.push(`${chart.closest("figure").id}: ${words} / ${other}`);
      }
    });
  }
  return [wrong, Math.min(...sizes, 99)];
}"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the invented partnership's site."""
    root = tmp_path_factory.mktemp("charts") / "demo"
    write_demo(root)
    built = build(root / "out", root)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "out"


def _with_charts(folder: Path) -> Iterator[str]:
    for page in sorted(folder.rglob("index.html")):
        document: Element = parse(page.read_text("utf-8"))
        if document.all("figure", "csp-exhibit"):
            yield page.relative_to(folder).as_posix().removesuffix("index.html")


@pytest.mark.parametrize("of", ["site", "demo"])
def test_words_of_charts_keep_clear(
    request: pytest.FixtureRequest, browser: Browser, serve: Callable[[Path], str], of: str
) -> None:
    """On every page with charts no two texts of a chart overlap, on a desk and on a phone, and none is under 12 px.

    At 320 px, where letters that are set wider must keep to the page too, they are 10.8.
    """
    folder: Path = request.getfixturevalue(of)
    pages = list(_with_charts(folder))
    assert len(pages) >= 8
    with browser.new_context(base_url=serve(folder)) as context:
        page = context.new_page()
        for address in pages:
            page.goto(address)
            for width in (1280, 768, 375, 320):
                page.set_viewport_size(ViewportSize(width=width, height=700))
                wrong, smallest = page.evaluate(CROWDED)
                assert wrong == [], (address, width)
                assert smallest >= (12 if width > 320 else 10.7), (address, width)


Looks = dict[str, Any]


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Return a function that opens an indicator's page for a reader with such wishes."""
    contexts: list[BrowserContext] = []
    watch = Watch(address)

    def make(**wishes: Any) -> Page:
        context = browser.new_context(base_url=address, reduced_motion="reduce", **wishes)
        contexts.append(context)
        page = watch.on(context.new_page())
        page.goto(INDICATOR)
        return page

    yield make
    for context in contexts:
        context.close()
    assert watch.problems == []


def _style(page: Page, selector: str, *names: str) -> list[str]:
    found: list[str] = page.locator(selector).first.evaluate(
        "(one, names) => names.map((name) => getComputedStyle(one)[name])", list(names)
    )
    return found


def _explore(page: Page, chart: str) -> None:
    page.locator(f"{chart} .csp-exhibit__button").click()
    expect(page.locator(f"{chart} .csp-exhibit__live .main-svg").first).to_be_visible(timeout=20_000)


@pytest.mark.parametrize(
    "wishes, line, text, ground",
    [
        ({"color_scheme": "light"}, "rgb(18, 67, 109)", "rgb(31, 31, 31)", "rgb(255, 255, 255)"),
        ({"color_scheme": "dark"}, "rgb(140, 196, 240)", "rgb(240, 241, 244)", "rgb(30, 33, 41)"),
        ({"contrast": "more"}, "rgb(10, 42, 71)", "rgb(0, 0, 0)", "rgb(255, 255, 255)"),
        ({"forced_colors": "active"}, "rgb(0, 0, 0)", "rgb(0, 0, 0)", "rgb(255, 255, 255)"),
        (
            {"forced_colors": "active", "color_scheme": "dark"},
            "rgb(255, 255, 255)",
            "rgb(255, 255, 255)",
            "rgb(0, 0, 0)",
        ),
    ],
    ids=["light", "dark", "more contrast", "forced colours", "forced colours in the dark"],
)
def test_picture_and_live_chart_have_the_readers_colours(
    seen: Callable[..., Page], wishes: Looks, line: str, text: str, ground: str
) -> None:
    """Line, words and ground are those of the scheme, alike in both; what differs by colour differs by shape too."""
    page = seen(**wishes)
    assert _style(page, f"{TREND} .csp-line", "stroke") == [line]
    assert _style(page, f"{TREND} .csp-value", "fill", "fontWeight") == [text, "700"]
    assert _style(page, f"{TREND} .csp-point-marked", "fill") == [ground]
    assert _style(page, f"{TREND} .csp-band", "stroke", "fill")[0] != ground
    assert _style(page, f"{CONTROL} .csp-ref-target", "strokeDasharray") == ["9px, 5px"]
    assert _style(page, f"{CONTROL} .csp-guide-limit", "strokeDasharray") == ["7px, 4px"]
    if "forced_colors" in wishes:
        assert _style(page, ".csp-flag-concern", "stroke") == _style(page, ".csp-flag-improvement", "stroke") == [line]
    _explore(page, TREND)
    live = f"{TREND} .csp-exhibit__live"
    assert _style(page, f"{live} .scatterlayer path.js-line", "stroke") == [line]
    assert _style(page, f"{live} .annotation-text b, {live} .annotation-text [style*='bold']", "fill") == [text]


def test_sparklines_have_the_readers_colours(browser: Browser, address: str) -> None:
    """The tiny pictures take the scheme's colour too, as the words beside them do."""
    for wishes, line in (
        ({"color_scheme": "light"}, "rgb(18, 67, 109)"),
        ({"color_scheme": "dark"}, "rgb(140, 196, 240)"),
        ({"forced_colors": "active", "color_scheme": "dark"}, "rgb(255, 255, 255)"),
    ):
        with browser.new_context(base_url=address, **wishes) as context:  # type: ignore[arg-type]
            page = context.new_page()
            page.goto("indicators/")
            assert _style(page, ".csp-spark .csp-line", "stroke") == [line]


Scheme = Literal["light", "dark"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_black_and_white(seen: Callable[..., Page], scheme: Scheme) -> None:
    """On paper, also from a dark screen, a chart has black lines that differ by dashes, and flags by shape."""
    page = seen(color_scheme=scheme)
    page.emulate_media(media="print")
    for selector in (f"{TREND} .csp-line", f"{CONTROL} .csp-ref-target", ".csp-flag-concern", ".csp-flag-improvement"):
        assert _style(page, selector, "stroke") == ["rgb(0, 0, 0)"]
    dashes = [_style(page, f"{CONTROL} {one}", "strokeDasharray")[0] for one in (".csp-ref-target", ".csp-guide-limit")]
    dashes += [_style(page, f"{TARGET} .csp-guide-trajectory", "strokeDasharray")[0]]
    assert len(set(dashes)) == 3
    assert page.locator(TREND).locator(".csp-exhibit__more").is_hidden()


#: The boxes of everything that has one of some names: left, top (in its figure), right and bottom.
SHAPES = """(figure, selector) => [...figure.querySelectorAll(selector)].map((one) => {
  const box = one.getBoundingClientRect(), top = figure.getBoundingClientRect().top;
  return [box.left, box.top - top, box.right, box.bottom - top];
})"""


def _around(boxes: list[list[float]]) -> list[float]:
    left, top, right, bottom = zip(*boxes, strict=True)
    return [min(left), min(top), max(right), max(bottom)]


def test_columns_and_gridlines_are_the_same_live(seen: Callable[..., Page]) -> None:
    """Columns are as wide and high live as in the picture, and gridlines reach as high, on a desk and on a phone."""
    for width in (1280, 375):
        page = seen(viewport=ViewportSize(width=width, height=800))
        figure = page.locator("#years-domestic-burglary")
        before = figure.evaluate(SHAPES, ".csp-chart .csp-column[d]"), figure.evaluate(SHAPES, ".csp-chart .csp-grid")
        _explore(page, "#years-domestic-burglary")
        after = figure.evaluate(SHAPES, ".barlayer .point path"), figure.evaluate(SHAPES, ".ygrid")
        for picture, live in zip(before, after, strict=True):
            assert _around(live) == pytest.approx(_around(picture), abs=1.6)


def test_live_chart_stands_where_the_picture_stood(seen: Callable[..., Page]) -> None:
    """Every word of the live chart is within 6 px of the picture's, its picture as high: nothing below it moves."""
    for width in (1280, 375):
        page = seen(viewport=ViewportSize(width=width, height=800))
        for chart in (TREND, CONTROL, TARGET, "#years-domestic-burglary"):
            where = """(figure, selector) => Object.fromEntries([...figure.querySelectorAll(selector)].map((one) => {
              const box = one.getBoundingClientRect(), top = figure.getBoundingClientRect().top;
              return [one.textContent, [box.x + box.width / 2, box.y + box.height / 2 - top]];
            }))"""
            figure = page.locator(chart)
            before = figure.evaluate(where, ".csp-chart text")
            height = figure.locator(".csp-exhibit__picture").bounding_box()
            _explore(page, chart)
            after = figure.evaluate(where, ".annotation-text, .annotation-text tspan")
            live = figure.locator(".csp-exhibit__live").bounding_box()
            assert height is not None
            assert live is not None
            assert abs(height["height"] - live["height"]) <= 1
            assert set(before) <= set(after)
            for words, (x, y) in before.items():
                assert abs(x - after[words][0]) < 6, (width, chart, words)
                assert abs(y - after[words][1]) < 6, (width, chart, words)


def test_live_chart_follows_the_reader(seen: Callable[..., Page]) -> None:
    """A live chart takes the new colours when the scheme is switched, and the new width when the window is."""
    page = seen(color_scheme="light", viewport=ViewportSize(width=1280, height=800))
    _explore(page, TREND)
    line = page.locator(f"{TREND} .scatterlayer path.js-line").first
    page.locator("label[title='Switch to dark colours'], label.md-header__button[for^='__palette']").first.click()
    expect(line).to_have_css("stroke", "rgb(140, 196, 240)")
    page.set_viewport_size(ViewportSize(width=375, height=800))
    expect(page.locator(f"{TREND} .main-svg").first).to_have_attribute("width", "343")
