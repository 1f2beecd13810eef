"""The tables of hand-written pages as ours are: with a caption, and with heads that say what they are the head of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from cspsite.pages.environment import environment
from cspsite.slots import front_matter

_BLOCKS = MarkdownIt("commonmark").enable("table").disable(["inline", "reference"])
_INLINE = MarkdownIt("commonmark")
#: What may stand in a cell, from left to right: an escaped sign, code, whose bars end no cell, and a bar, which does.
_CELL = re.compile(r"\\.|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|(?P<bar>\|)")
#: A line right above a table that gives its caption.
_CAPTION = re.compile(r"Table: +(\S.*)")
_PAGE = re.compile(r'href="(?!/)([^":#?]+\.md)(?=[#"])')


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table on its way to HTML; `is_named` says that its caption is its own, and not that of its heading."""

    caption: str
    is_named: bool
    headers: list[Markup]
    rows: list[list[Markup]]


def with_tables(markdown: str, address: Callable[[str], str] = str) -> str:
    """The page with each of its tables as HTML; `address` gives where the Markdown file that a cell links to stands.

    A line `Table: …` in a paragraph of its own right above a table is its caption; without one it has that of the
    heading above it, for screen readers only. A table within a list or a quotation stays as it is.
    """
    front = front_matter(markdown)
    tokens = _BLOCKS.parse("\n" * markdown.count("\n", 0, front) + markdown[front:])
    rows = markdown.split("\n")
    starts = [*accumulate((len(row) + 1 for row in rows), initial=0)]
    text, at = "", 0
    for first, last, table in _tables(tokens, rows, address):
        text += markdown[at : starts[first]] + _html(table)
        at = min(starts[last], len(markdown))
    return text + markdown[at:]


def _tables(
    tokens: list[Token], rows: list[str], address: Callable[[str], str]
) -> Iterator[tuple[int, int, WrittenTable]]:
    """Each table with its first row and the one after its last, the caption's own line among them."""
    heading, above = "", (0, "")
    for i, token in enumerate(tokens):
        if token.level or not token.map:
            continue
        first, last = token.map
        if token.type == "heading_open":
            heading = _plain(tokens[i + 1].content)
        if token.type == "table_open":
            named = _CAPTION.fullmatch(above[1])
            headers, *body = [_cells(row, address) for row in (rows[first], *rows[first + 2 : last]) if row.strip()]
            caption = _plain(named[1]) if named else heading or "Table"
            body = [[*row, *[Markup("")] * len(headers)][: len(headers)] for row in body]
            yield above[0] if named else first, last, WrittenTable(caption, bool(named), headers, body)
        above = (first, tokens[i + 1].content) if token.type == "paragraph_open" else (0, "")


def _cells(row: str, address: Callable[[str], str]) -> list[Markup]:
    """The cells of one row as HTML; a bar in code is no end of a cell, and a bar after a backslash is only a bar."""
    row = row.strip()
    bars = [match.start() for match in _CELL.finditer(row) if match["bar"]]
    ends = [*bars, len(row)]
    cells = [row[start:end] for start, end in zip([0, *(bar + 1 for bar in bars)], ends, strict=True)]
    cells = cells[1 if row.startswith("|") else 0 : -1 if bars and bars[-1] == len(row) - 1 else None]
    return [_rendered(cell.strip().replace("\\|", "|"), address) for cell in cells]


def _rendered(cell: str, address: Callable[[str], str]) -> Markup:
    html = cast(str, _INLINE.renderInline(cell))
    html = _PAGE.sub(lambda match: f'href="{address(match[1])}', html)
    return Markup(html)  # noqa: S704 - a hand-written page's own words, which may hold HTML as the rest of it


def _plain(written: str) -> str:
    """The words of a heading or caption, without the signs of Markdown."""
    written = re.sub(r"\s*\{[#.:][^}]*\}\s*$", "", written.strip())
    return Markup(_INLINE.renderInline(written)).striptags()  # noqa: S704 - only its words are kept


def _html(table: WrittenTable) -> str:
    """The table as a block between paragraphs."""
    html = environment().get_template("written_table.html.j2").render(table=table)
    return "\n" + "\n".join(row for row in html.splitlines() if row.strip()) + "\n\n"
