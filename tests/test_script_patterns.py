"""Python's regular expressions for a browser: how each piece is written, and what is refused."""

from __future__ import annotations

import re

import pytest

from cspsite.pages.script_patterns import script_pattern

_SPACES = r"\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"


@pytest.mark.parametrize(
    "source, flags, wanted",
    [
        (r"(?P<year>[0-9]{4})", 0, r"(?<year>[0-9]{4})"),
        (r"\w[\w.-]", 0, r"[\p{L}\p{N}_][\p{L}\p{N}_.-]"),
        (r"\d\s\S", 0, rf"[\p{{Nd}}][{_SPACES}][^{_SPACES}]"),
        (r"\d", re.ASCII, "[0-9]"),
        (r"a.b", 0, r"a[^\n]b"),
        (r"a.b", re.DOTALL, r"a[\s\S]b"),
        (r"a$", 0, r"a(?=\n?(?![\s\S]))"),
        (r"\{\{x{2,3}{", 0, r"\{\{x{2,3}\{"),
        (r"\ \-\'\/\.", 0, r" -'\/\."),
        (r"[]^\-\].[]", 0, r"[\]^\-\].\[]"),
        (r"(?<!a)(?<=b)(?=c)(?!d)(?:e)(f)", 0, r"(?<!a)(?<=b)(?=c)(?!d)(?:e)(f)"),
    ],
)
def test_each_piece_is_written_for_a_browser(source: str, flags: int, wanted: str) -> None:
    """A piece that means the same in both languages stays; what a browser reads otherwise is written out."""
    assert script_pattern(re.compile(source, flags)).source == wanted


def test_flags_and_ends() -> None:
    """A pattern is always one of whole characters, without case where Python's is; a whole one has both its ends."""
    assert script_pattern(re.compile("a", re.IGNORECASE)).flags == "iu"
    assert script_pattern(re.compile("a|b"), whole=True).source == "^(?:a|b)$"


@pytest.mark.parametrize(
    "source, flags",
    [
        (r"(a)\1", 0),
        (r"(?P<a>b)(?P=a)", 0),
        (r"\Aa", 0),
        (r"a\Z", 0),
        (r"(?i:a)", 0),
        (r"(?>a)", 0),
        (r"a*+", 0),
        (r"a{2}+", 0),
        (r"[\S]", 0),
        ("^a", re.MULTILINE),
        ("a b", re.VERBOSE),
    ],
)
def test_nothing_is_guessed(source: str, flags: int) -> None:
    """What is not known to mean the same in a browser is an error, not a translation."""
    with pytest.raises(ValueError, match=r"translated|possessively"):
        script_pattern(re.compile(source, flags))
