"""Text from the data in templates and in headings: readers see just its characters."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

from cspsite.pages.environment import environment, markdown_text, size
from cspsite.pages.page import Page, menu_text
from tests import hostile
from tests.markup import parse
from tests.rendering import front_matter, html_of

SPECIALS = st.sampled_from(list("<>&\"'`*_[](){}!#|\\/:;=.-+~^$%@ 1aé–☃\t"))
TITLES = st.one_of(st.text(alphabet=SPECIALS, min_size=1), st.text(min_size=1)).filter(lambda text: text.strip())


def _seen(text: str) -> str:
    return " ".join(text.split())


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TITLES)
@example(hostile.TEXT)
@example("1. first")
@example("- item")
@example("# heading #")
@example("    code")
@example("a {#id}")
@example("&amp;")
def test_heading_is_its_characters(title: str) -> None:
    """Any title comes out of Python-Markdown as one heading with the same text, in which nothing is an element."""
    visible = "".join(c for c in title if c.isprintable() or c.isspace())
    if not visible.strip():
        return
    tree = parse(html_of(f"# {markdown_text(visible)}\n"))
    heading = tree.one("h1")
    assert {one.tag for one in heading.walk()} <= {"a"}
    assert _seen(heading.text).removesuffix("¶").rstrip() == _seen(visible)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(TITLES)
@example("🚓 Patrols")
@example("a\u2028b\x85c\x07d")
@example("Fire & Rescue: 'x' #1")
def test_title_and_description_are_their_characters(title: str) -> None:
    """Any title comes out of a page's front matter as escaped text of one line, with what can be printed of it."""
    wanted = " ".join("".join(c if c.isprintable() else " " for c in title).split())
    found = front_matter(Page("x/", title, title, "", "").file())
    assert parse(str(found["title"])).text == " ".join(wanted.split())
    assert found["description"] == found["title"] == str(menu_text(title))


def test_pages_can_be_written_as_utf_8() -> None:
    """A title with a sign beyond the basic plane is written, not refused."""
    content = Page("x/", "🚓 Patrols", "", "", "").file().content
    assert isinstance(content, str)
    assert "🚓 Patrols".encode() in content.encode()


def test_templates_escape() -> None:
    """A value in a template is text, also in an attribute."""
    made = environment().from_string('<a title="{{ x }}">{{ x }}</a>').render(x='"><script>')
    link = parse(made).one("a")
    assert (link.text, link.attributes["title"], len(link.children)) == ('"><script>', '"><script>', 1)


def test_unknown_name_in_a_template_is_an_error() -> None:
    """A template that names what it was not given fails, and does not leave a gap."""
    with pytest.raises(UndefinedError):
        environment().from_string("{{ forgotten }}").render()


@pytest.mark.parametrize(
    "search, toc, wanted",
    [
        (1, True, {}),
        (0.5, True, {"search": {"boost": 0.5}}),
        (0, True, {"search": {"exclude": True}}),
        (1, False, {"hide": ["toc"]}),
    ],
)
def test_front_matter_says_how_a_page_is_found(search: float, toc: bool, wanted: dict[str, object]) -> None:
    """A page says whether search finds it, late or not at all, and whether it has a table of contents."""
    page = Page("x/", "Title", "Words", "", "", search=search, toc=toc)
    assert front_matter(page.file()) == {"title": "Title", "description": "Words", **wanted}


@pytest.mark.parametrize(
    "number, words",
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1 KB"), (86_872, "87 KB"), (999_499, "999 KB"), (999_500, "1.0 MB")],
)
def test_size_of_a_file(number: int, words: str) -> None:
    """A size is in bytes, KB or MB, in one line."""
    assert size(number) == words.replace(" ", "\N{NO-BREAK SPACE}")
