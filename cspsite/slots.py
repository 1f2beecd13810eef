"""Where a hand-written page has something to fill in: every `{{ … }}` that stands in no code and in no comment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

from markdown_it import MarkdownIt

from cspsite.outline import Outline
from cspsite.tokens import SINGLE

Where = Literal["paragraph", "prose", "heading", "front matter"]

_FRONT = re.compile(r"---[ \t]*\n(?:.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# a line such as `[Staffing]: frozen` is words, not the definition of a link that nobody sees
_BLOCKS = MarkdownIt("commonmark").enable("table").disable(["inline", "reference"])
#: What is read as it stands, from left to right: an escaped sign, code, a comment; then what may be a slot.
_SCAN = re.compile(
    r"\\."
    r"|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?-->"
    r"|<(?P<tag>code|pre|script|style)\b.*?</(?P=tag)\s*>"
    r"|\{\{(?P<inside>.*?)\}\}"
    rf"|\{{\{{|(?P<single>{SINGLE.pattern})",
    re.DOTALL | re.IGNORECASE,
)


def front_matter(text: str) -> int:
    """The character after a page's front matter; 0 where it has none."""
    front = _FRONT.match(text)
    return front.end() if front else 0


@dataclass(frozen=True, slots=True)
class Slot:
    """A place between braces, from the character `start` up to `end`; `line` counts from 1.

    `inside` is what stands between them, None where they are single or never close; `written` is the whole.
    `where` it stands: by itself in a `paragraph`, within `prose`, in a `heading` or in the `front matter`.
    """

    start: int
    end: int
    line: int
    written: str
    inside: str | None
    where: Where


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of the page that are words: from the character `start` up to `end`."""

    start: int
    end: int
    where: Where


class WrittenPage:
    """A hand-written page as text, with or without front matter; line ends are plain."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._front = front_matter(text)
        blank = "\n" * text.count("\n", 0, self._front)
        self._body = blank + text[self._front :]

    @cached_property
    def slots(self) -> list[Slot]:
        """Every slot in the order of the page."""
        if "{" not in self.text:
            return []
        return [slot for part in self._parts() for slot in self._in(part)]

    @cached_property
    def after_heading(self) -> int:
        """The character after the page's first heading; without one, that after the front matter."""
        for token in _BLOCKS.parse(self._body):
            if token.type == "heading_open" and token.level == 0 and token.map:
                return self._starts[token.map[1]]
        return self._front

    def never_closed(self) -> tuple[int, str] | None:
        """The line of a comment or code block that never ends, and what begins it."""
        outline = Outline(self._body.split("\n"))
        row = outline.never_closed()
        return None if row is None else (row + 1, outline.rows[row].strip()[:40])

    @cached_property
    def _starts(self) -> list[int]:
        """The character that each row begins with, and the one after the last."""
        rows = self.text.split("\n")
        return [min(start, len(self.text)) for start in accumulate((len(row) + 1 for row in rows), initial=0)]

    def _parts(self) -> Iterator[_Part]:
        if self._front:
            yield _Part(0, self._front, "front matter")
        before, seen = "", set[tuple[int, int]]()
        for token in _BLOCKS.parse(self._body):
            if token.type in ("inline", "html_block") and token.map:
                first, end = token.map
                if (first, end) not in seen:  # the cells of one row share it
                    seen.add((first, end))
                    yield _Part(self._starts[first], self._starts[end], _WHERE.get(before, "prose"))
            before = f"{token.type} {token.level}" if token.type == "paragraph_open" else token.type

    def _in(self, part: _Part) -> Iterator[Slot]:
        text = self.text[part.start : part.end]
        for match in _SCAN.finditer(text):
            if not match[0].startswith("{"):
                continue
            start = part.start + match.start()
            alone = part.where == "paragraph" and match[0] == text.strip()
            where = "prose" if part.where == "paragraph" and not alone else part.where
            line = self.text.count("\n", 0, start) + 1
            yield Slot(start, part.start + match.end(), line, match[0], match["inside"], where)


#: Where words stand, by the token before them.
_WHERE: dict[str, Where] = {"paragraph_open 0": "paragraph", "heading_open": "heading"}
