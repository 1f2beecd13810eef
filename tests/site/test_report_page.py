"""The page of the report of 11 September 2006, as a reader has it before them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.markup import Element
from tests.site.conftest import Reader

pytestmark = pytest.mark.browser

REPORT = "groups/keeping-our-eyes-open/reports/2006-09-11/"

#: The nine percentages that the report prints: the sentence around each, as printed, and the calculation behind it.
PRINTED = [
    ("have increased between April and July this year by ", "35.9", " per cent", "348 ÷ 256 − 1 = 35.9375%"),
    ("domestic burglaries show a net ", "4%", " reduction in absolute numbers", "348 ÷ 363 − 1 ≈ −4.1322%"),
    ("This is equivalent to a ", "6.43%", " reduction per", "(348 ÷ 218,500) ÷ (363 ÷ 213,260) − 1 ≈ −6.4313%"),
    ("theft of motor vehicle has shown a ", "21.2", " % fall", "(222 ÷ 218,500) ÷ (275 ÷ 213,260) − 1 ≈ −21.2087%"),
    (
        "Theft from Motor vehicle has shown a ",
        "29%",
        " increase per",
        "(1,092 ÷ 218,500) ÷ (826 ÷ 213,260) − 1 ≈ +29.0329%",
    ),
    ("Vehicle interference has shown a ", "10.4%", " fall per", "(156 ÷ 218,500) ÷ (170 ÷ 213,260) − 1 ≈ −10.4360%"),
    (
        "Overall vehicle crime is showing a ",
        "12.88",
        " % increase",
        "(1,470 ÷ 218,500) ÷ (1,271 ÷ 213,260) − 1 ≈ +12.8833%",
    ),
    ("This is a year to date fall of ", "53%", " against the baseline year.", "75 ÷ 160 − 1 = −53.125%"),
    ("for the period April to July 2006 up ", "14%", " on the same period", "9,519 ÷ 8,350 − 1 = +14%"),
]
_SIGN = re.compile(r"(?<=[=≈] )\+")


def _link(page: Page, before: str, figure: str) -> Locator:
    paragraph = page.locator("article p").filter(has_text=before + figure)
    return paragraph.get_by_role("link", name=re.compile(rf"^{re.escape(figure)}: .*, how it is made$"))


@pytest.fixture(scope="module")
def report(documents: dict[str, Element]) -> Element:
    """Return the report's page as a tree."""
    return documents[REPORT].one("article")


@pytest.fixture(scope="module")
def prose(browser: Browser, address: str) -> str:
    """Return the report's text as the browser shows it."""
    with browser.new_page(base_url=address) as page:
        page.goto(REPORT)
        return " ".join(page.locator("article").inner_text().split())


@pytest.mark.parametrize("before, figure, after", [row[:3] for row in PRINTED])
def test_printed_figure_is_read(prose: str, before: str, figure: str, after: str) -> None:
    """The report's own sentence stands on the page with the figure that it prints."""
    assert before + figure + after in prose


@pytest.mark.parametrize("scripts", [True, False])
def test_figures_lead_to_their_workings(opened: Callable[[Reader], Page], scripts: bool) -> None:
    """Each printed figure is a link that opens its working, also in a browser that runs no scripts."""
    page = opened(Reader(scripts=scripts))
    page.goto(REPORT)
    for before, figure, _, working in PRINTED:
        link = _link(page, before, figure)
        target = page.locator(f"[id='{(link.get_attribute('href') or '').removeprefix('#')}']")
        page.locator("details[open]").evaluate_all("all => all.forEach(one => { one.open = false })")
        expect(target).not_to_be_visible()
        link.click()
        expect(target).to_be_visible()
        expect(target).to_be_in_viewport()
        shown = " ".join(target.inner_text().split())
        assert shown.startswith(f"{figure} "), shown
        assert _SIGN.sub("", working) in _SIGN.sub("", shown), shown


def test_working_opens_again(desktop: Page) -> None:
    """A working that the reader has closed opens again at the second click on its figure."""
    desktop.goto(REPORT)
    before, figure, *_ = PRINTED[0]
    link = _link(desktop, before, figure)
    link.click()
    details = desktop.locator("details.csp-workings[open]")
    details.locator("summary").click()
    expect(details).to_have_count(0)
    link.click()
    expect(details).to_have_count(1)


def test_address_of_a_working_opens_it(desktop: Page) -> None:
    """The address of a working, sent to somebody else, opens it."""
    desktop.goto(f"{REPORT}#working-update-tactical-tasking--domestic-burglary-1")
    expect(desktop.locator("#working-update-tactical-tasking--domestic-burglary-1")).to_be_in_viewport()


def test_sections_stand_in_the_order_of_the_form(report: Element) -> None:
    """The page has the form's three parts in the form's order."""
    assert [one.text.removesuffix(" ¶").removesuffix("¶") for one in report.all("h2")] == [
        "Best achievements and most challenging barriers",
        "Progress towards agreed actions",
        "Other issues that may impact on future delivery",
    ]


def test_head_of_the_form(report: Element) -> None:
    """The head names partnership, board, group, objective, five targets, chair, author and meeting, in order."""
    head = report.one("div", "csp-form").text
    wanted = [
        "Milton Keynes Community Safety Partnership",
        "Partnership Management Group meeting 11 September 2006",
        "Delivery group Keeping Our Eyes Open",
        "Strategic objective Maintenance and improvement of existing achievements",
        "Target 1 To reduce domestic burglary by 15% per thousand households",
        "Target 2 To reduce vehicle crime by 15% per thousand households",
        "Target 3 To reduce recordable racist offences by 15% per thousand population",
        "Target 4 To substantially increase the number of drug-misusing offenders who enter treatment programmes",
        "Target 5 Reduce the supply of illegal drugs to communities in Milton Keynes.",
        "Chair Bucks Fire and Rescue",
        "Completed by Insp Robin Vitiello",
        "Report for meeting of 11 September 2006",
    ]
    places = [head.find(words) for words in wanted]
    assert -1 not in places, head
    assert places == sorted(places)


def test_boxes_of_the_form(report: Element) -> None:
    """The one achievement stands in its box, and the three boxes left empty say so."""
    boxes = [(one.one("dt").text, one.one("dd").text) for one in report.one("div", "csp-boxes").one("dl").all("div")]
    assert boxes == [
        ("Achievement 1", "Revolving doors scheme. Workers now in place and project commencing."),
        ("Achievement 2", "None given"),
        ("Barrier 1", "None given"),
        ("Barrier 2", "None given"),
    ]


def test_rows_of_the_form(report: Element) -> None:
    """The eight rows stand in the form's order, each with its local target and its status."""
    rows = []
    for update in report.all("div", "csp-update"):
        facts = update.one("dl", "csp-update__facts")
        names = [one.text for one in facts.all("dt")]
        found = dict(zip(names, [one.text for one in facts.all("dd")], strict=True))
        rows.append((found["Action"][:36], found["Local target"], found["Status"]))
    assert rows == [
        (
            "Continue to develop Intelligence led",
            "Reduce domestic burglary by 15% per thousand households by 31st March 2008",
            "▲ Amber",
        ),
        ("Single assessment project to reduce ", "None given", "▲ Amber"),
        (
            "Continue to develop Intelligence led",
            "Reduce vehicle crime by 15% per thousand population by 31st March 2008",
            "■ Red",
        ),
        ("Renewal of and extension to MK CCTV ", "None given", "○ Not reported"),
        (
            "Continue to work on initiatives with",
            "Reduce recordable racist offences by 15% per 100,000 population by 31st March 2008",
            "■ Red",
        ),
        ("Continuity funding for ARHG", "None given", "● Green"),
        (
            "Work through DAT and the new facilit",
            "Substantially increase the number of drug-misusing offenders who enter treatment programmes",
            "▲ Amber",
        ),
        (
            "Continue to develop intelligence sou",
            "Reduce the supply of illegal drugs to communities in Milton Keynes.",
            "● Green",
        ),
    ]


def test_row_that_the_footnote_splits_is_whole(report: Element) -> None:
    """The paragraph that the printed form breaks off for its footnote runs on in one piece."""
    assert (
        "MK Community Mediation Service won a contract to continue intervention work with the older groups of "
        "young people in the Bletchley area."
    ) in report.text


def test_other_issues(report: Element) -> None:
    """The four other issues stand in the form's order."""
    after = False
    found = []
    for one in report.walk():
        after = after or one.attributes.get("id") == "other-issues"
        if after and one.tag == "h3":
            found.append(one.text.rstrip(" ¶"))
    assert found == [
        "Increase in recorded crime",
        "Youth Offending Team",
        "Neighbourhood Policing",
        "Growth of the City",
    ]


def test_status_key_gives_the_meanings_of_the_form(report: Element) -> None:
    """The footnote's three meanings stand on the page in its words."""
    key = report.one("dl", "csp-key").text
    assert "Red Overall target is unlikely to be achieved" in key
    assert "Amber Overall target is in some danger, requires remedial action" in key
    assert "Green Overall target is on course to be achieved" in key


def test_telephone_number_of_the_form_is_left_out(report: Element) -> None:
    """The author's telephone number, which the paper form has, is not published."""
    assert "960194" not in report.text.replace(" ", "")


SHAPES = {"Red": "■", "Amber": "▲", "Green": "●", "Not reported": "○", "Cannot be assessed": "◇"}


def test_status_is_word_shape_and_colour_everywhere(documents: dict[str, Element]) -> None:
    """On every page each status is its word, its own shape, hidden from screen readers, and its class of colour."""
    seen = set()
    for address, document in documents.items():
        for status in document.all("span", "csp-status"):
            shape, words = status.one("span"), str(status.children[-1]).strip()
            seen.add(words)
            assert (shape.text, shape.attributes) == (SHAPES[words], {"aria-hidden": "true"}), address
            assert f"csp-status--{words.lower().replace(' ', '-')}" in status.classes, address
    assert seen == set(SHAPES)


def test_colours_of_the_statuses_differ(desktop: Page) -> None:
    """No two statuses have the same colour on the page."""
    desktop.goto(REPORT)
    colours = desktop.locator(".csp-key .csp-status").evaluate_all("all => all.map(one => getComputedStyle(one).color)")
    assert len(set(colours)) == 4


def test_every_target_has_its_chart_or_the_reason_why_not(report: Element) -> None:
    """Under each of the five targets stand its counts and the way to its number, or why there are none."""
    found = {}
    for evidence in report.all("section", "csp-evidence"):
        title = evidence.attributes["aria-label"]
        charts = [one.one("figcaption").one("strong").text for one in evidence.all("figure")]
        found[title.removeprefix("Figures for the target: ")[:40]] = charts or [
            one.text for one in evidence.all("p", "csp-none")
        ]
    assert found == {
        "Reduce domestic burglary by 15% per thou": ["Domestic burglary", "Domestic burglary: rolling twelve months"],
        "Reduce vehicle crime by 15% per thousand": ["Vehicle crime", "Vehicle crime: rolling twelve months"],
        "Reduce recordable racist offences by 15%": ["No chart: there are no counts (Recordable racist offences)."],
        "Substantially increase the number of dru": [
            "No chart: there are no counts (Drug-misusing offenders entering treatment)."
        ],
        "Reduce the supply of illegal drugs to co": ["Drug supply offences"],
    }


def test_mistyped_address_is_forgiven(desktop: Page) -> None:
    """An address whose end is not one of the page's, nor even well written, opens the page all the same."""
    desktop.goto(f"{REPORT}#100%")
    expect(desktop.locator("h1")).to_be_visible()
