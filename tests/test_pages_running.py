"""Names along the top of a sheet: strings of CSS that no name can get out of."""

from __future__ import annotations

import pytest
from markupsafe import escape

from cspsite.pages.running import LONGEST, running


@pytest.mark.parametrize(
    "name, written",
    [
        ("Safer Homes", '"Safer Homes"'),
        ('a"b', r'"a\22 b"'),
        ("a\\b", r'"a\5c b"'),
        ("</style>", r'"\3c \2f style\3e "'),
        ("A & B", r'"A \26  B"'),
        ("two\n lines", '"two lines"'),
        ("Cŵn", r'"C\175 n"'),
        ("", '""'),
    ],
)
def test_written_as_css(name: str, written: str) -> None:
    """Each character that could end the string, or the style, is its number; it reads the same if it came escaped."""
    assert running(name) == written
    assert running(escape(name)) == written


def test_long_names_are_cut() -> None:
    """A name that has no room ends in an ellipsis (U+2026)."""
    assert running("x" * LONGEST) == f'"{"x" * LONGEST}"'
    assert running("x" * 300) == f'"{"x" * (LONGEST - 1)}\\2026 "'
