"""Markdown to words with their form: what a box of the report holds, as it goes into Word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from cspsite.prose_syntax import parser
from cspsite.word.prose import BREAK, Kind, Line, Piece, Prose, Run, Runs, Table, tidy

_PARSER = parser()


def prose_of(markdown: str) -> Prose:
    """The lines and tables of a box's Markdown."""
    walk = _Walk()
    for token in _PARSER.parse(markdown):
        walk.step(token)
    return tuple(walk.found)


def address(given: str) -> str:
    """An address as a link in Markdown has it; empty where a report may not link to it."""
    normal = _PARSER.normalizeLink(given)
    return normal if _PARSER.validateLink(normal) else ""


class _Walk:
    """Goes through the blocks of a document, and remembers in which lists and quotations it is."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self.numbers: list[int | None] = []
        self.quoted = 0
        self.at_marker = False
        self.bold = False
        self.rows: list[list[Runs]] | None = None

    def step(self, token: Token) -> None:
        """One token."""
        match token.type:
            case "bullet_list_open":
                self.numbers.append(None)
            case "ordered_list_open":
                self.numbers.append(int(token.attrGet("start") or 1) - 1)
            case "bullet_list_close" | "ordered_list_close":
                self.numbers.pop()
            case "list_item_open":
                self.item()
            case "blockquote_open" | "blockquote_close":
                self.quoted += 1 if token.type == "blockquote_open" else -1
            case "heading_open" | "heading_close":
                self.bold = token.type == "heading_open"
            case "inline":
                self.inline(tidy(_runs(token.children or [])))
            case "fence" | "code_block":
                self.code(token.content.rstrip("\n"))
            case _:
                self.table(token.type)

    def item(self) -> None:
        """A list's item begins."""
        number = self.numbers[-1]
        self.numbers[-1] = None if number is None else number + 1
        self.at_marker = True

    def table(self, kind: str) -> None:
        """A table, or a row of it, begins or ends."""
        if kind == "table_open":
            self.rows = []
        elif kind == "tr_open" and self.rows is not None:
            self.rows.append([])
        elif kind == "table_close" and self.rows:
            self.found.append(Table(tuple(map(tuple, self.rows))))
            self.rows = None

    def inline(self, runs: Runs) -> None:
        """The words of a paragraph or a cell."""
        if self.rows:
            self.rows[-1].append(runs)
        elif runs:
            self.add(tuple(replace(run, bold=True) for run in runs) if self.bold else runs)

    def code(self, text: str) -> None:
        """A piece of code, with its own lines."""
        if text.strip():
            self.found.append(Line((Run(text),), "code"))

    def add(self, runs: Runs) -> None:
        """A line at the place where the walk is."""
        number = self.numbers[-1] if self.numbers else None
        self.found.append(Line(runs, self.kind(number), max(len(self.numbers) - 1, 0), number or 1))
        self.at_marker = False

    def kind(self, number: int | None) -> Kind:
        """What the next line is."""
        if not self.numbers:
            return "quote" if self.quoted else "paragraph"
        if not self.at_marker:
            return "continued"
        return "bullet" if number is None else "number"


def _runs(tokens: Sequence[Token]) -> list[Run]:
    """The runs of a paragraph."""
    found: list[Run] = []
    look = Run("")
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                look = replace(look, bold=token.type == "strong_open")
            case "em_open" | "em_close":
                look = replace(look, italic=token.type == "em_open")
            case "link_open":
                look = replace(look, href=str(token.attrGet("href") or ""))
            case "link_close":
                look = replace(look, href="")
            case "softbreak":
                found.append(replace(look, text=" "))
            case "hardbreak":
                found.append(BREAK)
            case "figure":
                found.append(replace(look, text=f"{{{{{token.content}}}}}", token=token.content.strip()))
            case "code_inline":
                found.append(replace(look, text=token.content, code=True))
            case _:
                found.append(replace(look, text=token.content))
    return found
