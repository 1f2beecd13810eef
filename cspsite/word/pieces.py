"""Blocks of a document as the pieces of a box; a list typed by hand is a list, and a token typed so a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cspsite.errors import TokenError
from cspsite.tokens import TOKEN, parse_token
from cspsite.word.document import Block, Grid, Paragraph, Row, Span
from cspsite.word.prose import Line, Piece, Run, Runs, Table, tidy

_BULLET = re.compile(r"\s*[•·▪◦●‣∙○■□➢➤*–-][ \t\u00a0]+(?=\S)|\s*o\t(?=\S)")
_NUMBER = re.compile(r"\s*(\d{1,2})[.)][ \t\u00a0]+(?=\S)")


def pieces(blocks: Iterable[Block]) -> list[Piece]:
    """The lines and tables of a box, without empty ones."""
    found: list[Piece] = []
    for block in blocks:
        if isinstance(block, Grid):
            found += _nested(block)
        elif (line := line_of(block)).runs:
            found.append(line)
    return found


def _nested(grid: Grid) -> Iterator[Piece]:
    """A table; one of a single cell is only a frame around words."""
    if all(len(row.cells) == 1 for row in grid.rows):
        for row in grid.rows:
            yield from pieces(row.cells[0].blocks)
    elif grid.table.text.strip():
        yield with_tokens(grid.table)


def with_tokens(table: Table) -> Table:
    """The table with the tokens that were typed in it as figures."""
    return Table(tuple(tuple(_tokens(cell) for cell in row) for row in table.rows))


def line_of(paragraph: Paragraph) -> Line:
    """The line that a paragraph is; a typed bullet or number makes an item of it."""
    line = paragraph.line
    whole = "".join(span.run.text for span in paragraph.spans)
    if line.kind == "paragraph" and not paragraph.is_heading:
        if found := _BULLET.match(whole):
            line = replace(cut(paragraph, found.end()).line, kind="bullet")
        elif found := _NUMBER.match(whole):
            line = replace(cut(paragraph, found.end()).line, kind="number", number=int(found[1]))
    return replace(line, runs=_tokens(line.runs))


def cut(paragraph: Paragraph, signs: int) -> Paragraph:
    """The paragraph without its first signs."""
    kept: list[Span] = []
    for span in paragraph.spans:
        size = len(span.run.text)
        if signs >= size:
            signs -= size
            continue
        text = span.run.text[signs:]
        token = span.run.token if signs == 0 else ""
        kept.append(replace(span, run=replace(span.run, text=text, token=token)))
        signs = 0
    return replace(paragraph, spans=tuple(kept))


def _tokens(runs: Runs) -> Runs:
    """The runs, with each token that was typed as text a figure."""
    found: list[Run] = []
    for run in runs:
        if run.token or run.code or "{{" not in run.text:
            found.append(run)
            continue
        start = 0
        for match in TOKEN.finditer(run.text):
            if _is_token(match[1]):
                before = run.text[start : match.start()]
                found += [replace(run, text=before)] if before else []
                found.append(replace(run, text=match[0], token=match[1].strip()))
                start = match.end()
        found += [replace(run, text=run.text[start:])] if run.text[start:] else []
    return tidy(found)


def _is_token(inside: str) -> bool:
    try:
        parse_token(inside)
    except TokenError:
        return False
    return True


def by_box(paragraph: Paragraph) -> list[tuple[str, Paragraph]]:
    """What of a paragraph stands in which box, in its order; the empty tag is in none."""
    found: list[tuple[str, list[Span]]] = []
    for span in paragraph.spans:
        if found and found[-1][0] == span.box:
            found[-1][1].append(span)
        else:
            found.append((span.box, [span]))
    return [(box, replace(paragraph, spans=tuple(spans))) for box, spans in found]


def text_line(text: str) -> Line:
    """Plain words as a line."""
    return Line(tidy([Run(text)]))


def row_table(row: Row) -> Table:
    """A row as a table by itself."""
    return with_tokens(Grid((row,)).table)
