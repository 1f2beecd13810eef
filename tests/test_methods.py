"""The methods page says what the code does: its formulas, its numbers, its words, and examples from the data."""

from __future__ import annotations

import ast
import inspect
import re
from html import unescape
from pathlib import Path

import pytest

from cspsite import control_limits, evidence, figure, season, special_causes
from cspsite.evidence import CANNOT
from cspsite.figure_names import NAMES
from cspsite.formulas import aim, projection, target
from cspsite.markers import MARKERS
from cspsite.pages import site_of
from cspsite.pages.written import fill, problems
from cspsite.publication import read
from cspsite.tree import read_folder
from tests.builders import COUNTS, DATA, GROUP, MINIMAL, REPORT, TODAY, tree

PAGE = (Path(__file__).parent.parent / "docs" / "methods.md").read_text(encoding="utf-8")
SITE = site_of(read(read_folder(DATA), TODAY))


def section(anchor: str) -> str:
    """Return the text of one section."""
    return PAGE.split(f"{{#{anchor}}}\n")[1].split("\n## ")[0]


#: Which figures each section is about.
SECTIONS = {
    "counts": ("count", "count.last_year", "count.baseline", "difference.last_year", "difference.baseline"),
    "change": ("change.last_year", "change.baseline"),
    "rates": ("rate", "rate.last_year", "rate.baseline"),
    "rate-change": ("rate_change.last_year", "rate_change.baseline"),
    "twelve-months": ("rolling_12", "rolling_12.last_year"),
    "chance": ("interval", "rate_interval", "ratio.last_year", "ratio.baseline"),
    "trajectory": ("expected", "actual", "gap", "expected_count", "gap_count", "months_left", "pace", "goal"),
    "projection": ("projection", "projection_change", "projection.target"),
    "control": ("mean", "upper_limit", "lower_limit"),
}


@pytest.mark.parametrize("anchor,name", [(anchor, name) for anchor, names in SECTIONS.items() for name in names])
def test_every_formula_stands_in_its_section(anchor: str, name: str) -> None:
    """Each figure's formula is in the section that explains it, as the code holds it, with its worked example."""
    assert NAMES[name].formula in section(anchor)
    assert re.search(rf"\{{\{{ working example\.{re.escape(name)}( per \w+)? \}}\}}", section(anchor))


def test_every_figure_has_its_section() -> None:
    """No figure is left out; the change between two years of twelve months is a percentage change like any other."""
    assert sorted([*(name for names in SECTIONS.values() for name in names), "rolling_12_change"]) == sorted(NAMES)
    assert "is a percentage change like any other: {{ working example.rolling_12_change }}" in section("twelve-months")


def test_the_examples_are_filled_from_the_data() -> None:
    """Every token of the page names a figure that there is, and none is left unfilled."""
    assert problems(SITE, "methods.md", PAGE) == []
    assert "{{" not in fill(SITE, "methods.md", PAGE)


def test_an_example_is_the_figure_of_today() -> None:
    """April to September 2006 has 512 burglaries against 386: the page shows the working of the latest meeting."""
    assert "512 ÷ 386 − 1 ≈ 32.6425%" in fill(SITE, "methods.md", PAGE)


def test_markers_are_those_of_the_code() -> None:
    """The table of markers has each with its name and meaning."""
    rows = re.findall(r"^\| \[(\w)\] \| (.+?) \| (.+?) \|$", section("markers"), re.MULTILINE)
    assert rows == [(letter, *words) for letter, words in MARKERS.items()]


#: A section, what it says, and the number in the code; `{}` stands for the number.
NUMBERS = [
    ("control", "Limits of fewer than {} points", control_limits.SETTLED),
    ("control", "mean + {} × mean moving range", control_limits.REACH),
    ("control", "Moving ranges of {} times their mean", control_limits.OUTLYING),
    ("control", "**trend**: {} points", special_causes.RUN),
    ("control", "**shift**: {} points", special_causes.RUN),
    ("control", "Friedman's test at {}%", round(100 * season.LEVEL)),
]


#: A section, what it says with the partnership's own rule, and with another partnership's.
RULES = [
    ("change", "small_base: 20", "Where it is under 20 a few offences"),
    ("chance", "small_base: 20", "A base under 20 gives"),
    ("evidence", "small_base: 20", "the base is under 20"),
    ("evidence", "tolerance: 7.5", "behind by up to 7.5 percentage points"),
    ("evidence", "figures_max_age_months: 2", "more than 2 months before the report's last month"),
    ("control", "screen_moving_ranges: false", "here it is on: no"),
]


@pytest.mark.parametrize("anchor,rule,words", RULES)
def test_rules_are_the_partnerships_own(anchor: str, rule: str, words: str) -> None:
    """Where the page names a rule that a partnership sets, it is this partnership's."""
    given = tree({"partnership.yml": MINIMAL["partnership.yml"] + f"rules: {{{rule}}}\n"})
    filled = fill(site_of(read(given, TODAY)), "methods.md", PAGE)
    assert words in filled.split(f"{{#{anchor}}}\n")[1].split("\n## ")[0]


def test_any_partnership_has_its_own_examples() -> None:
    """The page is filled from other data too, and is no finding where they have fewer figures."""
    site = site_of(read(tree(), TODAY))
    assert problems(site, "methods.md", PAGE) == []
    assert "95 + 96 + 94 + 95 = 380" in unescape(fill(site, "methods.md", PAGE))


def test_data_without_counts_have_no_examples() -> None:
    """Without any counts the page says so once, shows no empty example, and can still be published."""
    empty = {COUNTS: None, REPORT: MINIMAL[REPORT].replace("{{ burglary.count }}", "no")}
    site = site_of(read(tree(empty), TODAY))
    assert problems(site, "methods.md", PAGE) == []
    filled = fill(site, "methods.md", PAGE)
    assert filled.count("There is no example yet: the data hold no counts.") == 1
    assert "example." not in filled.replace("an example.", "")
    assert "[u]; and 2 after 0" in filled  # what explains without an example stays


def test_lines_without_an_example_go_whole() -> None:
    """Without counts no sentence breaks off where an example should be: every line that has one is left out whole."""
    empty = {COUNTS: None, REPORT: MINIMAL[REPORT].replace("{{ burglary.count }}", "no")}
    filled = fill(site_of(read(tree(empty), TODAY)), "methods.md", PAGE).splitlines()
    own = [line for line in PAGE.splitlines() if not re.search(r"\{\{[^}]*\bexample\b", line)]
    ruled = [line for line in own if "{{" in line]  # these have the partnership's rules filled in
    assert len(ruled) == 6
    assert [line for line in own if line not in filled] == ruled
    assert len([line for line in filled if line and line not in own]) == len(ruled) + 1


def test_missing_example_is_said_where_it_is_missing() -> None:
    """Where no target is on an indicator, the page says so below each formula of targets, never twice in a row."""
    nobody = {GROUP: MINIMAL[GROUP].replace("indicator: burglary", "indicator: arson"), REPORT: None}
    filled = fill(site_of(read(tree(nobody), TODAY)), "methods.md", PAGE)
    assert filled.count("{#trajectory}") == 1
    told = filled.split("{#trajectory}")[1].split("\n## ")[0]
    assert told.count("*These data have no example of it.*") == 8  # a formula each, from where it should be to the goal
    assert "no example of it.*\n*These" not in filled


@pytest.mark.parametrize("anchor,words,number", NUMBERS)
def test_numbers_are_those_of_the_code(anchor: str, words: str, number: object) -> None:
    """Where the page names a limit, it is the one that the code uses."""
    assert words.format(number) in section(anchor)


def test_counted_words_are_those_of_the_code() -> None:
    """At least three years show a season; the usual share is that of two or three years."""
    assert (season.YEARS, projection.ENOUGH, projection.AT_MOST) == (3, 2, 3)
    assert "at least three complete years" in section("control")
    assert "up to three complete years before, at least two" in section("projection")


def test_special_causes_stand_in_their_order() -> None:
    """The four rules are told in the order in which the code looks for them."""
    order = [PAGE.index(f"**{words}**") for words in ("outside", "trend", "2 of 3", "shift")]
    assert order == sorted(order)


#: Each reason why a target has no figure or no status, as the code words it, with the page's words and their section.
REASONS = {
    "there are no counts": ("evidence", "there are no counts"),
    "{}: {}": ("evidence", "or not for those months"),
    "no {} for {}": ("evidence", "no denominator for them"),
    "the base of {} ({}) is under {}": ("evidence", "the base is under {{ rule small_base }}"),
    "no percentage can be taken of 0 ({})": ("change", "Where the count then is 0 there is no percentage"),
    "the target names no number": ("evidence", "it names no number"),
    "the target has no end date": ("evidence", "no end date"),
    "the target's dates are not in order": ("evidence", "dates that are not in order"),
    "the target's baseline is not a year": ("evidence", "its baseline is not a year"),
    "the target is on the wrong side of its baseline": ("evidence", "on the wrong side of its baseline"),
    "the way of counting changed after {} [b]": ("evidence", "the way of counting changed since the baseline [b]"),
    "the target begins in {}": ("evidence", "the target has not begun"),
    "the latest figures are of {}, {} old; the rule allows {}": ("evidence", "the figures are too old"),
    "the baseline's months have no season: all are 0 ({})": ("evidence", "baseline months are all 0"),
    "the target ended in {}": ("trajectory", "A target that has ended has no pace"),
    "a projection needs the counts of {} from its first month on": ("projection", "from its first month on"),
}


def _template(node: ast.expr | None) -> str:
    """Return a string of the code with `{}` for what is put into it; nothing where it is no string."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""


def _reasons() -> set[str]:
    """Return every reason that the code gives: of figures of targets, and of what the evidence refuses."""
    found = set()
    for module in (aim, figure, projection, target):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.keyword) and node.arg == "reason":
                found.add(_template(node.value))
    for node in ast.walk(ast.parse(inspect.getsource(evidence))):
        if isinstance(node, ast.FunctionDef) and node.name in ("refused", "too_small"):
            found |= {_template(one.value) for one in ast.walk(node) if isinstance(one, ast.Return)}
    return found - {""}


def test_every_reason_is_explained() -> None:
    """Each reason why a figure or a status cannot be given has its words on the page, in the section it belongs to."""
    assert _reasons() == set(REASONS)
    assert [words for anchor, words in REASONS.values() if words not in section(anchor)] == []


def test_every_suggestion_is_explained() -> None:
    """Green, Amber, Red and what cannot be assessed have their rule."""
    said = section("evidence").lower()
    assert all(f"**{word.lower()}**" in said for word in ("Green", "Amber", "Red", CANNOT))
