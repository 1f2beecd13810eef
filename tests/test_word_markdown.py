"""Markdown to words with their form, and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.word.markdown_in import prose_of
from cspsite.word.markdown_out import markdown_of, runs_text
from cspsite.word.prose import BREAK, Line, Run, Table, tidy


@pytest.mark.parametrize(
    "markdown",
    [
        "A **bold *both* x** and *slanted* [link](https://example.org/a_b) and `co*de`.",
        "One\\\ntwo",
        "- a\n- b\n\n  more\n\n  - c\n- d",
        "3. x\n4. y\n1) z",
        "> q\n>\n> r",
        "| a | b |\n| --- | --- |\n| **1** | x \\| y |",
        "words\n\n    code\n      more",
        "{{ burglary.count }} of **{{ burglary.rate | words }}**",
        "\\# no heading\n\n\\- no item\n\n1\\. no number",
        "a < b & c > d, snake_case, 5 * 3",
    ],
)
def test_what_is_written_plainly_stays_so(markdown: str) -> None:
    """Markdown as the reader writes it is written the same way again."""
    assert markdown_of(prose_of(markdown)) == markdown


@pytest.mark.parametrize(
    "markdown,written",
    [
        ("__bold__ and _slanted_", "**bold** and *slanted*"),
        ("* star\n+ plus", "- star\n- plus"),
        ("two\nlines", "two lines"),
        ("# Title", "**Title**"),
        ("&lt;b&gt; &amp;amp;", "\\<b\\> \\&amp;"),
        ("![alt](x.png)", "![alt](x.png)"),
    ],
)
def test_other_ways_to_write_the_same(markdown: str, written: str) -> None:
    """What can be written in several ways comes back in one; a picture is only the words of it."""
    assert markdown_of(prose_of(markdown)) == written
    assert prose_of(markdown_of(prose_of(markdown))) == prose_of(markdown)


@pytest.mark.parametrize(
    "runs,markdown",
    [
        ([Run("a"), Run(" b ", bold=True), Run("c")], "a **b** c"),
        ([Run("x", bold=True), Run("y")], "**x**y"),
        ([Run("*")], "\\*"),
        ([Run("- no item")], "\\- no item"),
        ([Run("2006. No number")], "2006\\. No number"),
        ([Run("5*3*2")], "5\\*3\\*2"),
        ([Run("[x](y)")], "\\[x\\](y)"),
        ([Run("a"), BREAK, Run("# b")], "a\\\n\\# b"),
        ([Run("a b", href="https://example.org/(x)")], "[a b](<https://example.org/(x)>)"),
        ([Run("`")], "`"),
        ([Run("x`y", code=True)], "``x`y``"),
    ],
)
def test_runs(runs: list[Run], markdown: str) -> None:
    """Only what would be read otherwise is escaped, and spaces stand outside of the signs for bold."""
    assert runs_text(tidy(runs)) == markdown


def test_a_look_that_markdown_cannot_tell_is_left_out() -> None:
    """Words come first: where signs would not be read as bold, the words stand without them."""
    assert runs_text(tidy([Run("a"), Run("(", bold=True), Run("b")])) == "a(b"
    assert runs_text(tidy([Run("1"), Run(".", italic=True)])) == "1\\."


_FIGURE = Run("{{ burglary.count }}", False, False, False, "", "burglary.count")
_runs = st.lists(
    st.builds(
        Run,
        st.text(st.sampled_from("ab *_`[]()<>&|#-+.1\\!{}:/\u00a0é"), min_size=1, max_size=6),
        bold=st.booleans(),
        italic=st.booleans(),
    )
    | st.just(BREAK)
    | st.just(_FIGURE),
    min_size=1,
    max_size=5,
).map(tidy)


def plain(text: str) -> str:
    """Return the letters and signs, without white space."""
    return "".join(text.split())


@settings(max_examples=400, deadline=None)
@given(st.lists(_runs.filter(bool), min_size=1, max_size=3))
def test_words_are_never_lost(paragraphs: list[tuple[Run, ...]]) -> None:
    """Whatever is typed, the Markdown of it reads as the same words."""
    prose = tuple(Line(runs) for runs in paragraphs)
    read = prose_of(markdown_of(prose))
    assert [plain(piece.text) for piece in read] == [plain(line.text) for line in prose]


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from("ab *_`[]()<>&|#-+.1\\!\n{}:"), max_size=40))
def test_reading_what_was_written_changes_nothing_more(markdown: str) -> None:
    """Once written by us, Markdown is written so again."""
    once = markdown_of(prose_of(markdown))
    assert [plain(piece.text) for piece in prose_of(once)] == [plain(piece.text) for piece in prose_of(markdown)]


def test_a_table_keeps_its_cells() -> None:
    """Rows that are too short are filled up, and a bar is no border."""
    table = Table((((Run("a"),), (Run("b"),)), ((Run("1|2"),),)))
    assert markdown_of([table]) == "| a | b |\n| --- | --- |\n| 1\\|2 |  |"
