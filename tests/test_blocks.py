"""What stands between the braces of a hand-written page: a figure, a working, a chart or a table, and nothing else."""

from __future__ import annotations

import pytest

from cspsite.blocks import KINDS, Exhibit, Working, parse_block
from cspsite.errors import TokenError
from cspsite.pages.written import VIEWS
from cspsite.tokens import Token


@pytest.mark.parametrize(
    "inside, wanted",
    [
        (" burglary.count ", Token("burglary", "count")),
        ("burglary.count | words", Token("burglary", "count", option="words")),
        (" working burglary.count ", Working(Token("burglary", "count"))),
        ("working\n  burglary.rate per population", Working(Token("burglary", "rate", None, "population"))),
        (" chart burglary ", Exhibit("chart", "burglary", "trend")),
        ("chart burglary years", Exhibit("chart", "burglary", "years")),
        ("table\tburglary   target", Exhibit("table", "burglary", "target")),
        ("chart.count", Token("chart", "count")),
        ("working.count", Token("working", "count")),
        ("table table", Exhibit("table", "table", "trend")),
    ],
)
def test_parse_block(inside: str, wanted: Token | Working | Exhibit) -> None:
    """The first word tells a chart, a table or a working from a figure; an indicator may have such a word as its id."""
    assert parse_block(inside) == wanted


@pytest.mark.parametrize(
    "inside, found",
    [
        ("", "{{  }}"),
        ("graph burglary", "{{ graph burglary }}"),
        ("chart", "{{ chart }}"),
        ("chart burglary years years", "{{ chart burglary years years }}"),
        ("chart burglary pie", "{{ chart burglary pie }}"),
        ("chart burglary.count", "{{ chart burglary.count }}"),
        ("chart <b>", "{{ chart <b> }}"),
        ("table burglary | words", "{{ table burglary | words }}"),
        ("working", "{{ working }}"),
        ("working burglary", "{{ working burglary }}"),
        ("working burglary.count @ July", "@ July"),
        ("working burglary.count | words", "{{ working burglary.count | words }}"),
        ("working burglary.rate | 2 decimals", "{{ working burglary.rate | 2 decimals }}"),
        ("Chart burglary", "{{ Chart burglary }}"),
    ],
)
def test_what_is_no_block(inside: str, found: str) -> None:
    """Anything else is refused as a wrong token, with what was written."""
    with pytest.raises(TokenError) as caught:
        parse_block(inside)
    assert (caught.value.code, caught.value.found) == ("token-wrong", found)


def test_kind_that_is_mistyped_is_told_the_nearest() -> None:
    """A kind of chart that there is not is told all kinds, and the nearest."""
    with pytest.raises(TokenError) as caught:
        parse_block("chart burglary year")
    assert caught.value.expected == "one of " + ", ".join(KINDS)
    assert caught.value.advice == "Did you mean {{ chart burglary years }}?"


def test_every_kind_has_a_chart() -> None:
    """Each kind that can be named is drawn, and no other."""
    assert list(VIEWS) == list(KINDS)
