"""Where a hand-written page has braces to fill in: in words, and neither in code nor in comments."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.slots import WrittenPage


def _insides(text: str) -> list[str | None]:
    return [slot.inside and slot.inside.strip() for slot in WrittenPage(text).slots]


@pytest.mark.parametrize(
    "text, found",
    [
        ("no braces", []),
        ("a {{ b.c }} and {{d.e}}", ["b.c", "d.e"]),
        ("over {{ two\nlines }}", ["two\nlines"]),
        ("- item {{ a.b }}\n\n  more {{ c.d }}\n> {{ e.f }}", ["a.b", "c.d", "e.f"]),
        ("| a | b |\n| - | - |\n| {{ a.b | words }} | {{ c.d }} |\n", ["a.b | words", "c.d"]),
        ("**{{ a.b }}** _{{ c.d }}_", ["a.b", "c.d"]),
        ("<p>{{ a.b }}</p>", ["a.b"]),
        # code shows what it holds
        ("`{{ a.b }}` {{ c.d }}", ["c.d"]),
        ("``{{ a.b }} ` {{ c.d }}`` {{ e.f }}", ["e.f"]),
        ("```\n{{ a.b }}\n```\n\n{{ c.d }}", ["c.d"]),
        ("~~~~\n```\n{{ a.b }}\n~~~~\n{{ c.d }}", ["c.d"]),
        ("- x\n\n  ```\n  {{ a.b }}\n  ```\n", []),
        ("words\n\n    {{ a.b }}\n", []),
        ("<code>{{ a.b }}</code> {{ c.d }}", ["c.d"]),
        ("<pre>\n{{ a.b }}\n</pre>\n", []),
        ("| a | b |\n| - | - |\n| `{{ a.b | words }}` | {{ c.d }} |\n", ["c.d"]),
        # a backtick that opens nothing hides nothing
        ("a ` b {{ a.b }}", ["a.b"]),
        ("a ` b\n\n{{ a.b }} c ` d", ["a.b"]),
        (r"\`{{ a.b }}\`", ["a.b"]),
        # comments
        ("<!-- {{ a.b }} -->\n\n{{ c.d }}", ["c.d"]),
        ("a <!-- {{ a.b }} --> {{ c.d }}", ["c.d"]),
        ("<!--\n\n{{ a.b }}\n\n-->\n\n{{ c.d }}", ["c.d"]),
        ("`<!--` {{ a.b }} `-->`", ["a.b"]),
        # escaped braces are braces
        (r"\{{ a.b }}", []),
        # open and single
        ("a {{ b.c", [None]),
        ("a {{ b.c\n\nd }} {{ e.f }}", [None, "e.f"]),
        ("a { b.c } d", [None]),
        ("## Head {#id}\n\n{: .note }", []),
    ],
)
def test_slots(text: str, found: list[str | None]) -> None:
    """Braces in words are slots; in fences, code spans, indented code and comments they are what they are."""
    assert _insides(text) == found


@pytest.mark.parametrize(
    "text, where",
    [
        ("{{ a.b }}", "paragraph"),
        ("# H\n{{ a.b }}\n\nmore", "paragraph"),
        ("  {{ a.b }}  \n", "paragraph"),
        ("A {{ a.b }}", "prose"),
        ("{{ a.b }}.", "prose"),
        ("{{ a.b }}\nmore", "prose"),
        ("- {{ a.b }}", "prose"),
        ("> {{ a.b }}", "prose"),
        ("<div>\n{{ a.b }}\n</div>", "prose"),
        ("# A {{ a.b }}", "heading"),
        ("{{ a.b }}\n===", "heading"),
        ("---\ntitle: x {{ a.b }}\n---\n\nwords", "front matter"),
    ],
)
def test_where_a_slot_stands(text: str, where: str) -> None:
    """A slot stands by itself in a paragraph, within words, in a heading or in the facts at the top."""
    (slot,) = WrittenPage(text).slots
    assert slot.where == where


def test_line_of_a_slot_counts_the_front_matter() -> None:
    """Lines are those of the file: front matter, headings and blocks of code before a slot count."""
    text = "---\na: b\n---\n\n# H\n\n```\nx\n```\n\nwords\nand {{ a.b }}\n"
    (slot,) = WrittenPage(text).slots
    assert slot.line == 12
    assert text[slot.start : slot.end] == slot.written == "{{ a.b }}"


@pytest.mark.parametrize(
    "text, before",
    [
        ("---\na: b\n---\n\n# Head\n\nwords", "---\na: b\n---\n\n# Head\n"),
        ("# Head\nwords", "# Head\n"),
        ("Head\n====\n\nwords", "Head\n====\n"),
        ("words\n\n## Later\n", "words\n\n## Later\n"),
        ("```\n# code\n```\n\n# Head", "```\n# code\n```\n\n# Head"),
        ("---\na: b\n---\nwords", "---\na: b\n---\n"),
        ("words", ""),
    ],
)
def test_after_heading(text: str, before: str) -> None:
    """The first heading's end is where its row ends; without a heading, where the front matter does."""
    assert text[: WrittenPage(text).after_heading] == before


@pytest.mark.parametrize(
    "text, never",
    [
        ("a\n\n```\n{{ a.b }}\n", (3, "```")),
        ("---\na: b\n---\n\n<!-- x\n\nmore", (5, "<!-- x")),
        ("```\na\n```\n", None),
        ("`<!--` and `-->`", None),
    ],
)
def test_never_closed(text: str, never: tuple[int, str] | None) -> None:
    """A fence or a comment without an end is told with its line, because nothing after it would be filled in."""
    assert WrittenPage(text).never_closed() == never


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(alphabet=st.sampled_from(list("{} `~\\<>!-#|\n\tab.:=")), max_size=60))
def test_any_text_has_slots_in_order(text: str) -> None:
    """Whatever is written, slots follow each other, overlap nowhere, and are what stands there."""
    slots = WrittenPage(text).slots
    ends = [0, *(slot.end for slot in slots)]
    for slot, end in zip(slots, ends, strict=False):
        assert end <= slot.start < slot.end <= len(text)
        assert text[slot.start : slot.end] == slot.written
        assert slot.written.startswith("{")
