"""Contributors' Markdown as readers see it: figures that lead to their workings, text, and plain marks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.figures import Figures
from cspsite.pages.prose import Workings, render
from cspsite.periods import Month
from cspsite.quote import Context, Quoter
from tests import builders
from tests.markup import Element, parse

DATA = builders.data_of()
CONTEXT = Context(Month.containing(date(2006, 7, 1)), DATA.groups["homes"], DATA.groups["homes"].targets[0])


@pytest.fixture
def workings() -> Workings:
    """Return the place where a passage's figures are noted."""
    return _workings()


def _workings() -> Workings:
    return Workings(Quoter(Figures(DATA)), CONTEXT, "row")


def _read(text: str, workings: Workings) -> Element:
    return parse(render(text, workings))


def test_token_is_a_figure_that_leads_to_its_working(workings: Workings) -> None:
    """A token reads as its figure, a link to the passage's first working, with the sum in its title."""
    link = _read("There were {{ burglary.count }} of them.", workings).one("a")
    assert link.text == "380"  # 95 + 96 + 94 + 95
    assert link.attributes["href"] == "#working-row-1"
    assert link.attributes["title"] == "95 + 96 + 94 + 95 = 380"


#: A token, and what a screen reader calls the link that it becomes.
LINKS = [
    ("burglary.count", "380: Burglary, April to July 2006, how it is made"),
    ("burglary.change.last_year | words", "a 5.0% fall: Burglary, April to July 2006, how it is made"),
    ("burglary.count @ 2001/02", "[x]: not available, Burglary, 2001/02, how it is made"),
]


@pytest.mark.parametrize("token, name", LINKS)
def test_link_of_a_figure_makes_sense_alone(workings: Workings, token: str, name: str) -> None:
    """Somebody who hears only the links of a page hears of what each number is, and what a marker means."""
    link = _read(f"There were {{{{ {token} }}}} of them.", workings).one("a")
    assert link.attributes["aria-label"] == name


def test_same_figure_twice_has_one_working(workings: Workings) -> None:
    """A figure that is quoted twice leads to one working; another figure has its own."""
    read = _read("{{ burglary.count }}, {{ burglary.rate }}, {{ burglary.count }}", workings)
    assert [one.attributes["href"] for one in read.all("a")] == ["#working-row-1", "#working-row-2", "#working-row-1"]
    assert len(workings.quotations) == 2


def test_figure_in_other_words_has_its_own_working(workings: Workings) -> None:
    """A figure that is quoted in two wordings has a working for each, headed as it was quoted."""
    _read("{{ burglary.change.last_year }} or {{ burglary.change.last_year | words }}", workings)
    assert [one.text for one in workings.quotations] == ["−5.0%", "a 5.0% fall"]  # 380 ÷ 400 − 1 = −5%


def test_token_in_bold_in_a_list_and_in_a_table(workings: Workings) -> None:
    """A figure may stand in bold, in a list and in a table, where its bars do not part cells."""
    text = "- **{{ burglary.count }}**\n\n| a |\n| --- |\n| {{ burglary.count }} |\n"
    assert [one.text for one in _read(text, workings).all("a")] == ["380", "380"]


@pytest.mark.parametrize("token", ["{{ nothing.count }}", "{{ 7*7 }}", "{{ burglary.no }}", "{{}}", "{{ <b>x</b> }}"])
def test_token_that_names_no_figure_stays_as_it_is(workings: Workings, token: str) -> None:
    """What names no figure is shown as it was typed; nothing is worked out."""
    read = _read(f"A {token} b", workings)
    assert (read.text, read.all("a"), read.all("b")) == (f"A {token} b", [], [])


def test_token_in_code_is_not_a_figure(workings: Workings) -> None:
    """In code a token is shown, so that a page can explain it."""
    assert _read("`{{ burglary.count }}`", workings).one("code").text == "{{ burglary.count }}"


@pytest.mark.parametrize(
    "typed, tags",
    [
        ("<script>hit()</script>", {"p"}),
        ("a <b onclick=hit()>b</b>", {"p"}),
        ("<div>\n\n<img src=x onerror=hit()>\n\n</div>", {"p"}),
        ("[x](javascript:hit())", {"p"}),
        ("[x](JaVaScRiPt:hit())", {"p"}),
        ("[x](&#106;avascript:hit())", {"p"}),
        ("[x](vbscript:hit())", {"p"}),
        ("[x](data:text/html,hit)", {"p"}),
        ("<javascript:hit()>", {"p"}),
        ("[x]: javascript:hit()\n\n[x]", {"p"}),
        ("![x](https://evil.example/x.png)", {"p", "a"}),
        ("![x](x.png 'onerror=hit()')", {"p", "a"}),
        ("<!-- hidden -->", {"p"}),
        ("*a* **b** `c`", {"p", "em", "strong", "code"}),
        ("[x](https://example.org/a)", {"p", "a"}),
    ],
)
def test_only_plain_marks_become_elements(workings: Workings, typed: str, tags: set[str]) -> None:
    """HTML, scripts and pictures are text; emphasis and links to pages are what they are."""
    assert {one.tag for one in _read(typed, workings).walk()} == tags


def test_html_is_shown_as_it_was_typed(workings: Workings) -> None:
    """A reader sees the HTML that somebody typed as its characters."""
    typed = 'A <script>hit("x")</script> & <b>c</b> &lt;'
    assert _read(typed, workings).text == 'A <script>hit("x")</script> & <b>c</b> <'


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(alphabet=st.sampled_from(list("<>&\"'`*_[](){}!#|\\/:;=.-+ \n\tabjs0é%@~^")), max_size=60))
def test_any_text_is_harmless(typed: str) -> None:
    """Whatever is typed, no element but Markdown's own comes of it, and no attribute but a link's and a list's."""
    allowed = {"p", "em", "strong", "code", "pre", "a", "ul", "ol", "li", "blockquote", "hr", "br", "table"}
    allowed |= {"thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6"}
    for one in _read(typed, _workings()).walk():
        assert one.tag in allowed
        assert set(one.attributes) <= {"href", "title", "start", "class", "style"}
        assert not one.attributes.get("href", "").lower().startswith(("javascript", "data", "vbscript"))


def test_empty_passage_is_nothing(workings: Workings) -> None:
    """Where nothing was written there is no paragraph."""
    assert render("", workings) == ""
