"""The methods page says what the code does: its formulas, its numbers, its words, and examples from the data."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from cspsite import control_limits, season, special_causes
from cspsite.evidence import CANNOT
from cspsite.figure_names import NAMES
from cspsite.formulas import projection
from cspsite.markers import MARKERS
from cspsite.pages import site_of
from cspsite.pages.written import fill, problems
from cspsite.publication import read
from cspsite.tree import read_folder
from tests.builders import COUNTS, DATA, MINIMAL, REPORT, TODAY, tree

PAGE = (Path(__file__).parent.parent / "docs" / "methods.md").read_text(encoding="utf-8")
SITE = site_of(read(read_folder(DATA), TODAY))


def section(anchor: str) -> str:
    """Return the text of one section."""
    return PAGE.split(f"{{#{anchor}}}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("name", NAMES)
def test_every_formula_stands_there(name: str) -> None:
    """Each figure's formula is on the page, as the code holds it."""
    assert NAMES[name].formula in PAGE


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_has_a_worked_example(name: str) -> None:
    """Each figure is worked out on the page, from the data."""
    assert re.search(rf"\{{\{{ working example\.{re.escape(name)}( per \w+)? \}}\}}", PAGE)


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
    ("evidence", "small_base: 20", "where the base is under 20"),
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
    """Without any counts the page says so instead, and can still be published."""
    empty = {COUNTS: None, REPORT: MINIMAL[REPORT].replace("{{ burglary.count }}", "no")}
    site = site_of(read(tree(empty), TODAY))
    assert problems(site, "methods.md", PAGE) == []
    assert "no example: there are no figures yet" in fill(site, "methods.md", PAGE)


@pytest.mark.parametrize("anchor,words,number", NUMBERS)
def test_numbers_are_those_of_the_code(anchor: str, words: str, number: object) -> None:
    """Where the page names a limit, it is the one that the code uses."""
    assert words.format(number) in section(anchor)


def test_counted_words_are_those_of_the_code() -> None:
    """At least three years show a season; the usual share is that of two or three years."""
    assert (season.YEARS, projection.ENOUGH, projection.AT_MOST) == (3, 2, 3)
    assert "at least three years" in section("control")
    assert "up to three complete years before, at least two" in section("projection")


def test_special_causes_stand_in_their_order() -> None:
    """The four rules are told in the order in which the code looks for them."""
    order = [PAGE.index(f"**{words}**") for words in ("outside", "trend", "2 of 3", "shift")]
    assert order == sorted(order)


def test_every_suggestion_is_explained() -> None:
    """Green, Amber, Red and what cannot be assessed have their rule."""
    said = section("evidence").lower()
    assert all(f"**{word.lower()}**" in said for word in ("Green", "Amber", "Red", CANNOT))
