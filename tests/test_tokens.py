"""Tokens in prose: a look-up with a period, a denominator and options, and nothing else."""

from __future__ import annotations

import pytest

from cspsite.errors import TokenError
from cspsite.periods import Period
from cspsite.tokens import Token, find_tokens, parse_token

_AT = Period.parse("2005/06")


@pytest.mark.parametrize(
    "inside,token",
    [
        ("burglary.count", Token("burglary", "count")),
        ("  burglary.count  ", Token("burglary", "count")),
        ("domestic-burglary.change.last_year", Token("domestic-burglary", "change.last_year")),
        ("burglary.count @ 2005/06", Token("burglary", "count", _AT)),
        ("burglary.count @2005-04..2006-03", Token("burglary", "count", _AT)),
        ("burglary.rate per population", Token("burglary", "rate", None, "population")),
        ("burglary.rate @ 2005/06 per population", Token("burglary", "rate", _AT, "population")),
        ("burglary.rate\n  per population", Token("burglary", "rate", None, "population")),
        ("burglary.count | words", Token("burglary", "count", option="words")),
        ("burglary.rate | 2 decimals", Token("burglary", "rate", decimals=2)),
        ("burglary.rate | 1 decimal", Token("burglary", "rate", decimals=1)),
        ("burglary.rate | 0 decimals | unsigned", Token("burglary", "rate", option="unsigned", decimals=0)),
        (
            "a.rate_change.baseline @ 2005/06 per population | number | 2 decimals",
            Token("a", "rate_change.baseline", _AT, "population", "number", 2),
        ),
    ],
)
def test_parse_token(inside: str, token: Token) -> None:
    """Spaces and lines do not matter; period, denominator and options may be left out."""
    assert parse_token(inside) == token


@pytest.mark.parametrize(
    "inside,found",
    [
        ("", "{{  }}"),
        ("burglary", "{{ burglary }}"),
        ("burglary.", "{{ burglary. }}"),
        (".count", "{{ .count }}"),
        ("burglary.count()", "{{ burglary.count() }}"),
        ("burglary.count * 2", "{{ burglary.count * 2 }}"),
        ("__import__('os').system", "{{ __import__('os').system }}"),
        ("burglary.count per a per b", "{{ burglary.count per a per b }}"),
        ("burglary.count @ July", "@ July"),
        ("burglary.count @ 2005/07", "@ 2005/07"),
        ("burglary.count @ 2006-07..2006-04", "@ 2006-07..2006-04"),
        ("burglary.count | loud", "| loud"),
        ("burglary.count |", "| "),
        ("burglary.count | words | number", "| number"),
        ("burglary.count | 1 decimals | 2 decimals", "| 2 decimals"),
        ("burglary.count | 7 decimals", "| 7 decimals"),
        ("burglary.count | -1 decimals", "| -1 decimals"),
    ],
)
def test_what_is_no_token(inside: str, found: str) -> None:
    """Anything that is no look-up is refused, and the part that is wrong is named."""
    with pytest.raises(TokenError) as caught:
        parse_token(inside)
    assert (caught.value.code, caught.value.found) == ("token-wrong", found)


@pytest.mark.parametrize(
    "text,found",
    [
        ("no tokens", []),
        ("a {{ b.c }} d {{e.f}}", [(2, " b.c "), (14, "e.f")]),
        ("over {{ two\nlines }}", [(5, " two\nlines ")]),
        ("open {{ b.c", []),
        ("{{}}", [(0, "")]),
        ("{ {b.c} }", []),
    ],
)
def test_find_tokens(text: str, found: list[tuple[int, str]]) -> None:
    """A token is what stands between two pairs of braces, with its place in the text."""
    assert list(find_tokens(text)) == found
