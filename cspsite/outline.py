"""A Markdown document to its headings, the rows below each, and what would swallow a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

_ANCHOR = re.compile(r"\s*\{#([^}\s]*)\}\s*$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OPEN = "<!--"
# a line such as `[Staffing]: frozen` is words, not the definition of a link that nobody sees
_BLOCKS = MarkdownIt("commonmark").disable(["inline", "reference"])


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it before the next heading; lines count from 0.

    `underlined`: it is a heading because of the line of signs below it.
    """

    level: int
    title: str
    anchor: str
    line: int
    first: int
    end: int
    underlined: bool

    @property
    def written(self) -> str:
        """The heading as it stands in the file."""
        first = self.title.split("\n")[0][:60]
        return f"{first}, underlined" if self.underlined else f"{'#' * self.level} {self.title}"


def without_comments(rows: list[str], closing: int) -> list[str]:
    """The rows with comments blanked out, and the front matter too, so that line numbers stay."""
    text = "\n".join([""] * (closing + 1) + rows[closing + 1 :])
    return _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text).split("\n")


def torn_comment(rows: list[str], closing: int) -> tuple[int, int] | None:
    """The row of a comment within which another begins, so that its own end is missing, and the row of that other."""
    text = "\n".join([""] * (closing + 1) + rows[closing + 1 :])
    for match in _COMMENT.finditer(text):
        inner = text.find(_OPEN, match.start() + len(_OPEN), match.end())
        if inner >= 0:
            return text.count("\n", 0, match.start()), text.count("\n", 0, inner)
    return None


class Outline:
    """The blocks of a document, given by its rows."""

    def __init__(self, rows: list[str]) -> None:
        self.rows = rows
        self._tokens = _BLOCKS.parse("\n".join(rows))

    def never_closed(self) -> int | None:
        """The row of a comment or code block that has no end, and so would swallow every heading after it."""
        for token in self._tokens:
            start, end = _span(token)
            if token.type == "fence" and (end - 1 == start or not self.rows[end - 1].strip().startswith(token.markup)):
                return start
            if token.type == "html_block" and "<!--" in token.content and "-->" not in token.content:
                return start + token.content.count("\n", 0, token.content.index("<!--"))
        return None

    def headings(self) -> Iterator[Section]:
        """Every heading that stands in no list or quotation; each ends where the document does."""
        for i, token in enumerate(self._tokens):
            if token.type == "heading_open" and token.level == 0:
                line, first = _span(token)
                title = self._tokens[i + 1].content.strip()
                anchor = _ANCHOR.search(title)
                yield Section(
                    level=int(token.tag[1]),
                    title=_ANCHOR.sub("", title),
                    anchor=anchor[1] if anchor else "",
                    line=line,
                    first=first,
                    end=len(self.rows),
                    underlined=token.markup in ("-", "="),
                )

    def items(self, first: int, end: int) -> Iterator[tuple[int, str]]:
        """Each list item, and each paragraph that stands outside a list, with its row."""
        for token in self._tokens:
            start, stop = _span(token)
            if not (token.map and first <= start < end):
                continue
            if token.type == "list_item_open" and token.level == 1:
                yield start, _dedented(self.rows[start:stop])
            elif token.level == 0 and token.type not in ("bullet_list_open", "ordered_list_open"):
                yield start, "\n".join(self.rows[start:stop]).strip()

    def text(self, first: int, end: int) -> tuple[int, str]:
        """The words between two rows, and the row they begin on."""
        while first < end and not self.rows[first].strip():
            first += 1
        return first, "\n".join(self.rows[first:end]).strip()


def _span(token: Token) -> tuple[int, int]:
    start, end = token.map or (0, 0)
    return start, end


def _dedented(rows: list[str]) -> str:
    """A list item's words without its bullet and indentation."""
    marker = re.match(r"\s*([-*+]|\d+[.)])\s*", rows[0])
    width = len(marker[0]) if marker else 0
    rest = [row[min(width, len(row) - len(row.lstrip())) :] for row in rows[1:]]
    return "\n".join([rows[0][width:], *rest]).strip()
