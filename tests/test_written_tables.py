"""Tables of hand-written pages: their captions and heads, what their cells hold, and which stay as they are."""

from __future__ import annotations

import pytest

from cspsite.pages.site import Site
from cspsite.pages.written import finished
from cspsite.pages.written_tables import with_tables
from tests import builders
from tests.markup import Element, parse
from tests.rendering import html_of, site

TABLE = "| marker | meaning |\n| --- | --- |\n| [p] | provisional |\n"


def _shown(markdown: str) -> Element:
    """Return the page as a reader's browser has it."""
    return parse(html_of(with_tables(markdown)))


def _rows(page: Element) -> list[list[tuple[str, str]]]:
    """Return each row's cells, as tag and words."""
    cells = [[cell for cell in row.children if isinstance(cell, Element)] for row in page.all("tr")]
    return [[(cell.tag, cell.text) for cell in row] for row in cells]


def test_heads_say_what_they_are_the_head_of() -> None:
    """The first row holds the heads of the columns, the first column those of the rows."""
    page = _shown(f"# Marks\n\n{TABLE}")
    assert _rows(page) == [[("th", "marker"), ("th", "meaning")], [("th", "[p]"), ("td", "provisional")]]
    assert [one.attributes["scope"] for one in page.all("th")] == ["col", "col", "row"]
    assert page.one("td").attributes["data-label"] == "meaning"


@pytest.mark.parametrize(
    "above, caption, is_seen",
    [
        pytest.param("# Marks\n\nTable: What *marks* mean\n\n", "What marks mean", True, id="its own"),
        pytest.param("# Marks\n\nTable: What marks mean\n", "What marks mean", True, id="its own, right above"),
        pytest.param("# Marks\n\nSome words.\n\n", "Marks", False, id="the heading's"),
        pytest.param("# Marks\n\n## Of `counts` {#x}\n\n", "Of counts", False, id="the nearest heading's"),
        pytest.param("# Marks\n\nTable: Of old\n\nSome words.\n\n", "Marks", False, id="not one further up"),
        pytest.param("", "Table", False, id="none"),
        pytest.param("---\ntitle: T\n---\n\n# Marks\n\n", "Marks", False, id="below front matter"),
    ],
)
def test_caption(above: str, caption: str, is_seen: bool) -> None:
    """A line `Table: …` right above is the caption and seen as such; else screen readers are told the heading."""
    page = _shown(f"{above}{TABLE}\nWords after it.\n")
    found = page.one("caption")
    assert found.text == caption
    assert ("csp-unseen" not in found.attributes.get("class", "")) == is_seen
    assert page.text.count("Table: ") == above.count("Table: Of old")
    assert "Words after it." in page.text


@pytest.mark.parametrize(
    "cell, html",
    [
        pytest.param("`a | b`", "<code>a | b</code>", id="a bar in code"),
        pytest.param("`a \\| b`", "<code>a | b</code>", id="an escaped bar in code"),
        pytest.param("a \\| b", "a | b", id="an escaped bar"),
        pytest.param("**bold** and `code`", "<strong>bold</strong> and <code>code</code>", id="bold and code"),
        pytest.param("[on GitHub](#issue)", '<a href="#issue">on GitHub</a>', id="a link on the page"),
        pytest.param('<a href="#working-page-1">348</a>', '<a href="#working-page-1">348</a>', id="a figure"),
        pytest.param("a < b & c", "a &lt; b &amp; c", id="signs of HTML"),
    ],
)
def test_cell(cell: str, html: str) -> None:
    """A cell holds what it held in Markdown; a bar within code does not end it."""
    written = with_tables(f"# Marks\n\n| a | b |\n| --- | --- |\n| x | {cell} |\n")
    assert f'<td data-label="b"><span>{html}</span></td>' in written


def test_link_to_another_page() -> None:
    """A link to another hand-written page leads to its address on the site, as one outside a table does."""
    minimal: Site = site(builders.tree())
    written = finished(minimal, "methods.md", "| a | b |\n| --- | --- |\n| x | [send it](contribute.md#word) |\n")
    assert '<a href="../contribute/#word">send it</a>' in written


def test_rows_are_as_long_as_the_first() -> None:
    """A cell that is missing is empty, and one too many is left out."""
    page = _shown("| a | b | c |\n| --- | --- | --- |\n| x |\n| 1 | 2 | 3 | 4 |\n")
    assert [[words for _, words in row] for row in _rows(page)] == [["a", "b", "c"], ["x", "", ""], ["1", "2", "3"]]


def test_head_without_words_is_no_head() -> None:
    """A column that has no name has an empty cell above it, and no head that says nothing."""
    page = _shown("| a | |\n| --- | --- |\n| x | y |\n")
    assert _rows(page)[0] == [("th", "a"), ("td", "")]


@pytest.mark.parametrize(
    "markdown",
    [
        pytest.param("# No table\n\na | b\n", id="words with a bar"),
        pytest.param(f"```\n{TABLE}```\n", id="code"),
        pytest.param("- one\n\n    | a | b |\n    | --- | --- |\n    | x | y |\n", id="within a list"),
        pytest.param("Table: of contents\n\nWords.\n", id="a caption without a table"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_table_stays_as_it_is(markdown: str) -> None:
    """A page without a table of its own is the same, byte for byte."""
    assert with_tables(markdown) == markdown
