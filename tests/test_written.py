"""Hand-written pages: what stands between braces is filled in as in reports, and what cannot be is a finding."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.pages.site import Site
from cspsite.pages.written import fill, problems
from tests import builders, hostile
from tests.markup import Element, parse
from tests.rendering import html_of, site
from tests.test_cli import UNCOUNTED

#: The same partnership with illustrative counts.
ILLUSTRATIVE = builders.edited(
    builders.INDICATOR, "name: Burglary\n", "name: Burglary\nillustrative: Made up as an example.\n"
)


@pytest.fixture(scope="module")
def minimal() -> Site:
    """Return the minimal partnership, with an indicator without counts."""
    return site(builders.tree(UNCOUNTED))


def _shown(written: str, on: Site, name: str = "methods.md") -> Element:
    """Return the page as a reader's browser has it."""
    return parse(html_of(fill(on, name, written)))


def _found(written: str, on: Site, broken: frozenset[str] = frozenset()) -> list[tuple[str, int, str]]:
    return [(one.code, one.place.line, one.found) for one in problems(on, "methods.md", written, broken=broken)]


def test_figure_leads_to_its_working(minimal: Site) -> None:
    """A figure reads as in a report: a link to its working, which stands at the end of the page."""
    page = _shown("# Methods\n\nThere were {{ burglary.count }} of them.\n", minimal)
    link = page.one("a", "csp-figure")
    assert (link.text, link.attributes["href"]) == ("380", "#working-page-1")  # 95 + 96 + 94 + 95
    workings = page.one("details", "csp-workings")
    assert workings.one("summary").text == "How the 1 figure on this page is made"
    assert "95 + 96 + 94 + 95 = 380" in workings.one("li", id="working-page-1").text
    assert page.text.index("of them") < page.text.index("95 + 96")


def test_figure_is_that_of_the_target(minimal: Site) -> None:
    """A figure stands where the first target on its indicator does: per its denominator, against its baseline."""
    page = _shown("{{ burglary.rate | words }}, {{ burglary.change.baseline }}", minimal)
    # 380 ÷ 100,000 × 1,000; and 380 ÷ 400 − 1, the strategy's baseline being 2005/06
    assert [one.text for one in page.all("a", "csp-figure")] == ["3.8 per 1,000 population", "−5.0%"]


def test_figures_of_two_indicators_stand_where_each_does() -> None:
    """On one page each figure has the target, and so the baseline, of its own indicator."""
    arson = builders.MINIMAL[builders.INDICATOR].replace("Burglary", "Arson")
    group = builders.MINIMAL[builders.GROUP].replace("id: burglary", "id: arson").replace("indicator: burglary", "x")
    group = group.replace("    x\n", "    indicator: arson\n    baseline: 2004/05\n").replace("[burglary]", "[arson]")
    counts = builders.series_csv("2004-04", [*[50] * 12, *[60] * 12, *[75] * 4])
    files = {"indicators/arson.yml": arson, "indicators/arson.csv": counts, "groups/fire/group.yml": group}
    page = _shown("{{ arson.change.baseline }}, {{ burglary.change.baseline }}", site(builders.tree(files)))
    # 300 ÷ 200 − 1 of April to July 2004; 380 ÷ 400 − 1 of April to July 2005
    assert [one.text for one in page.all("a", "csp-figure")] == ["+50.0%", "−5.0%"]


def test_working_is_text(minimal: Site) -> None:
    """A working stands in the words as text, signs and all, and leads nowhere."""
    page = _shown("So {{ working burglary.change.last_year }}.", minimal)
    assert page.one("p").text == "So 380 ÷ 400 − 1 = −5%."
    assert page.all("a") == []


@pytest.mark.parametrize(
    "row, inside, wanted",
    [
        ("2006-05,96,e p,", "burglary.count", ("95 + 96 + 94 + 95 = 380 [e] [p]", "[e] estimated, [p] provisional")),
        ("2006-05,,x,", "burglary.count", ("April to July 2006: no count for May 2006 [x]", None)),
        ("2006-05,96,,", "burglary.count", ("95 + 96 + 94 + 95 = 380", None)),
        (
            "2006-05,96,e,",
            "burglary.change.last_year @ 2006-04",
            ("95 ÷ 100 − 1 = −5%", None),  # it does not rest on May
        ),
    ],
)
def test_working_shows_its_markers(row: str, inside: str, wanted: tuple[str, str | None]) -> None:
    """After a working stand the markers of the counts behind it, with their names; none that it names itself."""
    on = site(builders.tree(builders.edited(builders.COUNTS, "2006-05,96,,", row)))
    page = _shown(f"{{{{ working {inside} }}}}", on)
    assert page.one("p").text == wanted[0]
    assert [one.attributes["title"] for one in page.all("abbr")] == ([wanted[1]] if wanted[1] else [])


def test_line_goes_where_there_is_no_example() -> None:
    """Without counts the first line with an example says so, and the others are gone; every other line stays."""
    nothing = {builders.COUNTS: None, builders.REPORT: None}
    written = (
        "# A\n\nIt is {{ example.count }}\nnow. So {{ working example.count }}, and\n{{ example.rate }}.\n\n"
        "{{ chart example }}\n\nB.\n"
    )
    on = site(builders.tree(nothing))
    assert problems(on, "methods.md", written) == []
    assert [one.text for one in _shown(written, on).all("p") if one.text] == [
        "There is no example yet: the data hold no counts.",
        "B.",
    ]


def test_code_stays_as_it_is(minimal: Site) -> None:
    """In code braces are shown, so that a page can explain them; a page with nothing else is left untouched."""
    written = "# Send\n\n`{{ burglary.count }}`\n\n```markdown\n{{ chart burglary }} {{\n```\n\n<!-- {{ no.no }} -->\n"
    assert fill(minimal, "contribute.md", written) == written
    assert problems(minimal, "contribute.md", written) == []


def test_figure_in_bold_in_a_list_and_in_a_table(minimal: Site) -> None:
    """A figure may stand in bold, in a list and in a table, where its bars do not part cells."""
    page = _shown(
        "- **{{ burglary.count }}**\n\n| a | b |\n| --- | --- |\n| {{ burglary.count | words }} | c |\n", minimal
    )
    assert page.one("ul").one("strong").one("a").text == "380"
    assert [one.text for one in page.one("table").all("td")] == ["380 offences", "c"]


def test_chart_is_a_block(minimal: Site) -> None:
    """A chart in a paragraph of its own is drawn, with its table and the way to the library from this page."""
    page = _shown("# A\n\nBefore.\n\n{{ chart burglary }}\n\nAfter.\n", minimal)
    exhibit = page.one("figure", "csp-exhibit")
    assert exhibit.one("svg", "csp-chart").attributes["role"] == "img"
    assert exhibit.one("button", "csp-exhibit__button").attributes["data-library"] == "../assets/plotly.min.js"
    assert page.all("p")[0].text == "Before."
    assert page.all("p")[-1].text == "After."
    assert "{{" not in page.text


@pytest.mark.parametrize(
    "name, library",
    [
        ("index.md", "assets/plotly.min.js"),
        ("a/index.md", "../assets/plotly.min.js"),
        ("a/b.md", "../../assets/plotly.min.js"),
    ],
)
def test_way_to_the_library_is_from_the_page(minimal: Site, name: str, library: str) -> None:
    """Addresses are relative to the folder that a page becomes."""
    page = _shown("{{ chart burglary }}", minimal, name)
    assert page.one("button", "csp-exhibit__button").attributes["data-library"] == library


def test_table_is_that_of_the_chart(minimal: Site) -> None:
    """The table of a chart stands without its picture, with the numbers and the source."""
    page = _shown("{{ table burglary years }}", minimal)
    assert page.all("svg") == []
    (row,) = page.one("tbody").all("tr")
    assert row.text == "2005/06 1,200"  # the twelve counts of that year
    assert "Source: Anytown Police" in page.text


def test_charts_of_one_kind_share_no_id(minimal: Site) -> None:
    """Two charts of one kind, of one indicator, and a heading of that name have ids of their own."""
    page = _shown(
        "# Trend burglary\n\n{{ chart burglary }}\n\n{{ chart burglary trend }}\n\n"
        "{{ chart burglary years }}\n\n{{ chart burglary years }}\n\n{{ chart burglary target }}\n\n"
        "{{ chart burglary target }}\n",
        minimal,
    )
    ids = [one.attributes["id"] for one in page.walk() if "id" in one.attributes]
    assert len(page.all("figure", "csp-exhibit")) == 6
    assert [one for one in ids if ids.count(one) > 1] == []


def test_illustrative_figures_are_called_so() -> None:
    """A page that shows illustrative counts says so right after its first heading; another says nothing."""
    made_up = site(builders.tree(ILLUSTRATIVE))
    for inside in ("burglary.count", "working burglary.count", "chart burglary", "table burglary years"):
        page = _shown(f"# A\n\nWords.\n\n## B\n\n{{{{ {inside} }}}}\n", made_up)
        (notice,) = page.all("details", "csp-illustrative")
        assert notice.one("dd").text == "Made up as an example."
        assert page.text.index("Illustrative") < page.text.index("Words.")
    assert _shown("# A\n\nWords.\n", made_up).all("details") == []


def test_honest_figures_have_no_notice(minimal: Site) -> None:
    """Where nothing on the page is illustrative there is no notice."""
    assert _shown("# A\n\n{{ burglary.count }}\n", minimal).all("details", "csp-illustrative") == []


def test_front_matter_stays_first() -> None:
    """The facts at the top of a file stay at its top."""
    made_up = site(builders.tree(ILLUSTRATIVE))
    written = "---\ndescription: x\n---\n\n# A\n\n{{ burglary.count }}\n"
    assert fill(made_up, "methods.md", written).startswith("---\ndescription: x\n---\n\n# A\n")


@pytest.mark.parametrize(
    "written, found",
    [
        ("a {{ burglary.cuont }}", ("unknown-figure", 1, "burglary.cuont")),
        ("# A\n\na\n{{ burglery.count }}", ("unknown-figure", 4, "burglery.count")),
        ("{{ chart burglery }}", ("unknown-figure", 1, "chart burglery")),
        ("{{ working burglery.count }}", ("unknown-figure", 1, "burglery.count")),
        ("{{ chart burglary pie }}", ("token-wrong", 1, "{{ chart burglary pie }}")),
        ("See {{ chart burglary }}", ("token-wrong", 1, "{{ chart burglary }}")),
        ("- {{ table burglary }}", ("token-wrong", 1, "{{ table burglary }}")),
        ("{{ 7*7 }}", ("token-wrong", 1, "{{ 7*7 }}")),
        ("{{ burglary.count per population }}", ("token-wrong", 1, "count per population")),
        ("---\na: b\n---\n\n# A {{ burglary.count }}", ("token-wrong", 5, "{{ burglary.count }}")),
        ("---\na: b {{ burglary.count }}\n---\n", ("token-wrong", 2, "{{ burglary.count }}")),
        ("a\n{{ burglary.count\n\nb", ("token-wrong", 2, "{{ burglary.count")),
        ("a { burglary.count }", ("token-wrong", 1, "{ burglary.count }")),
        ("a\n\n```\n{{ burglary.count }}", ("never-closed", 3, "```")),
        ("{{ arson.count }}", ("figure-not-available", 1, "{{ arson.count }}: ")),
        ("{{ working arson.count }}", ("figure-not-available", 1, "{{ working arson.count }}: ")),
        ("{{ chart arson }}", ("figure-not-available", 1, "{{ chart arson }}: ")),
        ("{{ chart arson target }}", ("figure-not-available", 1, "{{ chart arson target }}: no target is about Arson")),
    ],
)
def test_what_cannot_be_filled_in(minimal: Site, written: str, found: tuple[str, int, str]) -> None:
    """Each slip is one finding with its line; what is not available is one too, and no error."""
    ((code, line, said),) = _found(written, minimal)
    assert (code, line) == found[:2]
    assert said.startswith(found[2])


@pytest.mark.parametrize(
    "written, advice",
    [
        ("{{ burglery.count }}", "Did you mean burglary.count?"),
        ("{{ chart burglery years }}", "Did you mean chart burglary years?"),
        ("{{ table burglary yaers }}", "Did you mean {{ table burglary years }}?"),
        ("{{ rule nonsense }}", "Name one of the partnership's rules."),
        ("{{ rule tolerence }}", "Did you mean {{ rule tolerance }}?"),
        ("{{ chart burglary nokind }}", "Name a kind of chart: trend, years, control, target."),
        ("{{ chart }}", "Write an indicator's id after the word chart, and then a kind of chart or nothing."),
        ("{{ name nope }}", "Name an indicator by the id in its page's address."),
        ("{{ name a.b }}", "Write the indicator's id after the word name."),
        ("{{ working }}", "Write the figure's code after the word working."),
        ("{{ working burglary.count | words }}", "Take out what follows the bar."),
        ("See {{ chart burglary }}", "Put an empty line before and after it."),
        ("# {{ burglary.count }}", "Quote it in the words below a heading."),
        ("a { burglary.count }", "Double the braces."),
        ("a {{ burglary.count", "Close it; two braces that shall be seen are written \\{{."),
    ],
)
def test_finding_names_the_nearest(minimal: Site, written: str, advice: str) -> None:
    """A mistyped indicator or kind is told the one it is most like, and every slip what puts it right."""
    assert [one.advice for one in problems(minimal, "methods.md", written)] == [advice]


def test_finding_names_the_file(minimal: Site) -> None:
    """A finding's place is the page in its own folder, not in the data."""
    (found,) = problems(minimal, "methods.md", "{{ a.b }}", root="my/docs")
    assert found.place.file("data") == "my/docs/methods.md"


def test_all_slips_are_found_in_order(minimal: Site) -> None:
    """One slip hides no other, and they are told in the order of the lines."""
    written = "{{ arson.count }}\n\n{{ no.count }}\n\n{{ x }}\n\n{{ burglary.count }}\n\n{{ chart no }}\n"
    assert [one[:2] for one in _found(written, minimal)] == [
        ("figure-not-available", 1),
        ("unknown-figure", 3),
        ("token-wrong", 5),
        ("unknown-figure", 9),
    ]


@pytest.mark.parametrize(
    "broken, told",
    [
        ("indicators/lost.yml", False),
        ("groups/homes/group.yml", False),
        ("denominators/population.csv", False),
        ("partnership.yml", False),
        ("indicators/burglary.yml", True),
        ("groups/homes/reports/2006-09-11.md", True),
        ("glossary.yml", True),
    ],
)
def test_broken_file_is_told_once(minimal: Site, broken: str, told: bool) -> None:
    """Where a figure may be missing because a file of the data has errors, only that file is told of."""
    assert bool(_found("{{ lost.count }}", minimal, frozenset([broken]))) == told


def test_broken_file_excuses_no_wrong_token(minimal: Site) -> None:
    """What cannot be read is wrong whatever the data are."""
    assert _found("{{ 7*7 }}", minimal, frozenset(["partnership.yml"])) == [("token-wrong", 1, "{{ 7*7 }}")]


def test_what_names_nothing_stays_as_it_is(minimal: Site) -> None:
    """A slip is shown as it was typed, and what is right on the same page is filled in."""
    page = _shown("A {{ no.count }} b {{ burglary.count }}", minimal)
    assert page.one("p").text == "A {{ no.count }} b 380"


def test_hostile_names_are_text() -> None:
    """Whatever the data's words are, on a hand-written page they are text, and make no element of their own."""
    nasty = site(builders.tree(hostile.FILES))
    for inside in ("burglary.count | words", "burglary.rate | words", "burglary.count @ 2006-09 | words"):
        page = _shown(f"# A\n\nThere {{{{ {inside} }}}} are.\n", nasty)
        assert {one.tag for one in page.one("p").walk()} <= {"a", "abbr"}
        assert page.all("script") == page.all("img") == page.all("b") == []
    words = _shown("There {{ burglary.count | words }} are.", nasty).one("a", "csp-figure").text
    assert words == "380 " + " ".join(hostile.TEXT.split())


def test_hostile_charts_are_text() -> None:
    """A chart, a table and a working of hostile words make no element that runs or fetches anything."""
    nasty = site(builders.tree(hostile.FILES))
    page = _shown(
        "{{ chart burglary }}\n\n{{ table burglary years }}\n\n{{ chart burglary target }}\n\n"
        "{{ working burglary.rate }}\n",
        nasty,
    )
    assert len(page.all("figure", "csp-exhibit")) == 2
    for one in page.walk():
        assert one.tag not in ("script", "img", "iframe", "b", "em")
        assert not [name for name in one.attributes if name.startswith("on")]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            [
                "{{ burglary.count }}",
                "{{ chart burglary }}",
                "{{",
                "}}",
                "`",
                "\n\n",
                "\n",
                "# ",
                "- ",
                "    ",
                "|",
                "a ",
            ]
        ),
        max_size=12,
    )
)
def test_what_has_no_problem_is_filled_in(pieces: list[str]) -> None:
    """Where nothing is found wrong, no braces are left outside code, and what was filled in needs no filling."""
    written = "".join(pieces)
    if problems(_SITE, "methods.md", written):
        return
    filled = fill(_SITE, "methods.md", written)
    assert problems(_SITE, "methods.md", re.sub(r"<(figure|details)\b.*?</\1>", "", filled, flags=re.DOTALL)) == []


_SITE = site(builders.tree())
