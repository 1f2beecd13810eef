"""The list of what can be quoted of an indicator: every figure that it can have, with the token that quotes it."""

from __future__ import annotations

import pytest

from cspsite.figures import NAMES, Figures
from cspsite.periods import Month
from cspsite.quotable import quotable
from cspsite.quote import Context, Quoter
from cspsite.tokens import find_tokens
from tests import builders
from tests.rendering import files, page

JULY = Month.parse("2006-07")
#: Counts that begin in the financial year, so that there is nothing to compare them with.
YOUNG = {builders.COUNTS: builders.series_csv("2006-04", [95, 96, 94, 95])}
#: The same indicator without a rate, and without a target.
BARE = builders.edited(builders.INDICATOR, "measure: {per: population}\n", "") | builders.edited(
    builders.GROUP, "    measure: {per: population}\n", ""
)
PATH = "indicators/burglary/index.md"


def _listed(*changes: builders.Files) -> dict[str, tuple[str, str]]:
    """Return how each token of the minimal indicator reads, plainly and in words."""
    data = builders.data_of(*changes)
    group = data.groups["homes"]
    context = Context(JULY, group, group.targets[0])
    return {one.token: (one.text, one.words) for one in quotable(Quoter(Figures(data)), "burglary", context)}


@pytest.mark.parametrize(
    "token, text, words",
    [
        ("{{ burglary.count }}", "380", "380 offences"),  # 95 + 96 + 94 + 95
        ("{{ burglary.change.last_year }}", "−5.0%", "a 5.0% fall"),  # 380 ÷ 400 − 1
        ("{{ burglary.difference.last_year }}", "−20", "20 fewer"),  # 380 − 400
        ("{{ burglary.rate }}", "3.8", "3.8 per 1,000 population"),  # 380 ÷ 100,000 × 1,000
    ],
)
def test_figure_is_listed_as_it_reads(token: str, text: str, words: str) -> None:
    """Each token stands with the text and the words that a report would show in its place."""
    assert _listed()[token] == (text, words)


def test_list_is_every_figure_in_its_order() -> None:
    """An indicator with a measure and a target has every figure that there is, in the order of the list."""
    assert list(_listed()) == [f"{{{{ burglary.{name} }}}}" for name in NAMES]


def test_rate_without_a_denominator_is_left_out() -> None:
    """Where neither indicator nor target has a denominator, no rate is listed, and everything else is."""
    gone = {token for token in _listed() if token not in _listed(BARE)}
    assert gone == {f"{{{{ burglary.{name} }}}}" for name, known in NAMES.items() if known.of == "rate"}
    assert "{{ burglary.rate }}" in gone


def test_figure_that_is_not_available_is_listed() -> None:
    """A figure with nothing to compare it with is listed with its marker."""
    assert _listed(YOUNG)["{{ burglary.change.last_year }}"] == ("[x]", "[x]")


def test_page_lists_what_can_be_quoted() -> None:
    """The indicator's page shows each token with its value, its words and its working, or the reason for a marker."""
    section = page(files(builders.tree(YOUNG))[PATH]).one("table", "csp-quotable")
    rows = {row.one("code", "csp-token").text: row for row in section.one("tbody").all("tr")}
    assert list(rows) == list(_listed(YOUNG))
    count = [cell.text for cell in rows["{{ burglary.count }}"].all("td")]
    assert count[0] == "380 380 offences"
    assert "95 + 96 + 94 + 95 = 380" in count[1]
    change = [cell.text for cell in rows["{{ burglary.change.last_year }}"].all("td")]
    assert change[0] == "[x]"
    assert "no figure: April to July 2005: counts begin in April 2006" in change[1]


def test_token_on_the_page_is_what_a_report_takes() -> None:
    """What a reader copies is a token, braces and all, and nothing else."""
    for code in page(files(builders.tree())[PATH]).all("code", "csp-token"):
        ((start, inside),) = find_tokens(code.text)
        assert (start, f"{{{{{inside}}}}}") == (0, code.text)


def test_page_without_counts_says_so() -> None:
    """An indicator without counts has no table of markers, but a sentence."""
    nothing = {builders.COUNTS: "period,count,marker,note\n"}
    shown = page(files(builders.tree(nothing))[PATH])
    assert shown.all("code", "csp-token") == []
    assert "There are no counts of this indicator, so none of its figures can be quoted yet." in shown.text


def test_page_says_whose_target_it_is() -> None:
    """Where two groups have a target on the indicator, the page says whose figures it shows; with one it does not."""
    other = {"groups/streets/group.yml": builders.MINIMAL[builders.GROUP].replace("Safer Homes", "Safer Streets")}
    said = "The target's figures are those of Safer Homes"
    assert said in page(files(builders.tree(other))[PATH]).text
    assert said not in page(files(builders.tree())[PATH]).text
