"""Text in GitHub's Markdown that is no more than its words."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cspsite.markdown_text import plain

_NOTHING = "\u2060"


@pytest.mark.parametrize(
    "text,written",
    [
        ("Fit new locks.", "Fit new locks."),
        ("a\n# b", "a &#35; b"),
        ("<b>", "&#60;b&#62;"),
        ("[x](y)", "&#91;x&#93;(y)"),
        ("a | b", "a &#124; b"),
        ("@team/all", f"&#64;{_NOTHING}team/all"),
        ("a@b", f"a&#64;{_NOTHING}b"),
        ("@", "&#64;"),
        ("see #12 or GH-3", f"see &#35;{_NOTHING}12 or GH-{_NOTHING}3"),
        ("https://example.org", f"https:{_NOTHING}//example.org"),
        ("WWW.example.org", f"W{_NOTHING}WW.example.org"),
        (" a ", " a "),
        ("  ", " "),
        ("", ""),
    ],
)
def test_plain(text: str, written: str) -> None:
    """Signs of markup are written as codes; a mention, a reference and an address are broken by a sign nobody sees."""
    assert plain(text) == written


@given(st.text(st.sampled_from("ab1 \n\t*_`~<>[]()!#@&;|\\:/.-+=\"'www")))
def test_a_reader_sees_the_characters(text: str) -> None:
    """Rendered, a text is one paragraph of just its words."""
    words = " ".join(text.split())
    rendered = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(f"x{plain(words)}x")
    assert html.unescape(rendered).replace(_NOTHING, "") == f"<p>x{words}x</p>\n"
