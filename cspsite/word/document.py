"""A Word document as it is read: paragraphs and tables in their order, and what stands beside the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cspsite.word.prose import Kind, Line, Run, Table, tidy


@dataclass(frozen=True, slots=True)
class Span:
    """A run, and the tag of the box that it stands in, if it does in one."""

    run: Run
    box: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `box` is the tag of the box around the whole of it."""

    spans: tuple[Span, ...]
    kind: Kind = "paragraph"
    level: int = 0
    number: int = 1
    is_heading: bool = False
    box: str = ""

    @property
    def text(self) -> str:
        """The words, in one line."""
        return " ".join("".join(span.run.text for span in self.spans).split())

    @property
    def segments(self) -> list[str]:
        """The words as tabs part them."""
        whole = "".join(span.run.text for span in self.spans)
        return [" ".join(part.split()) for part in whole.split("\t")]

    @property
    def boxes(self) -> list[str]:
        """The tags of the boxes in it, in their order."""
        return list(dict.fromkeys(span.box for span in self.spans if span.box))

    @property
    def is_bold(self) -> bool:
        """Whether all its words are bold."""
        words = [span.run for span in self.spans if span.run.text.strip()]
        return bool(words) and all(run.bold for run in words)

    def within(self, box: str) -> Paragraph:
        """Only what stands in that box; the empty tag is what stands in none."""
        return replace(self, spans=tuple(span for span in self.spans if span.box == box))

    @property
    def line(self) -> Line:
        """The words with their form."""
        return Line(tidy(span.run for span in self.spans), self.kind, self.level, self.number)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its first column counted from 0, how many it takes, whether it goes on with the one above."""

    blocks: tuple[Block, ...]
    column: int = 0
    span: int = 1
    is_merged: bool = False
    colours: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words, in one line."""
        return " ".join(filter(None, (paragraph.text for paragraph in paragraphs(self.blocks))))

    @property
    def boxes(self) -> list[str]:
        """The tags of the boxes in it, in their order."""
        found = [tag for one in paragraphs(self.blocks) for tag in ([one.box] if one.box else []) + one.boxes]
        return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]

    @property
    def texts(self) -> list[str]:
        """The words of each cell."""
        return [cell.text for cell in self.cells]

    @property
    def boxes(self) -> list[str]:
        """The tags of the boxes in it, in their order."""
        return list(dict.fromkeys(tag for cell in self.cells for tag in cell.boxes))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the document; `box` is the tag of the box around it."""

    rows: tuple[Row, ...]
    box: str = ""

    @property
    def table(self) -> Table:
        """The table with the words of each cell in one line."""
        width = max((cell.column + cell.span for row in self.rows for cell in row.cells), default=0)
        return Table(tuple(tuple(_cells(row, width)) for row in self.rows))


Block = Paragraph | Grid


def _cells(row: Row, width: int) -> Iterator[tuple[Run, ...]]:
    """A cell for each column; one that takes several is followed by empty ones."""
    by_column = {cell.column: cell for cell in row.cells}
    for column in range(width):
        cell = by_column.get(column)
        spans = [] if cell is None else [(one, span.run) for one in paragraphs(cell.blocks) for span in one.spans]
        runs: list[Run] = []
        for i, (owner, run) in enumerate(spans):
            if i and spans[i - 1][0] is not owner:
                runs.append(Run(" "))
            runs.append(Run(" ") if run.text == "\n" else run)
        yield tidy(runs)


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph, those within tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)


@dataclass(frozen=True, slots=True)
class Document:
    """What a Word document holds.

    `margins` are the words of its headers and footers, `comments` those beside the text, `hidden` those that are not
    shown, `deleted` those that tracked changes take out; `inserted` is whether tracked changes put any in, and
    `remarks` say what else there is that is no text.
    """

    blocks: tuple[Block, ...]
    margins: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    inserted: bool = False
    remarks: tuple[str, ...] = ()
