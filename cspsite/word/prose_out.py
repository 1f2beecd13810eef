"""Words with their form to Word: paragraphs, lists, tables, links, and figures that remember what they quote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element

from cspsite.word import tags
from cspsite.word.prose import BREAK, Line, Piece, Run, Runs, Table
from cspsite.word.xml import element, text_element

#: The text of a figure as its reader sees it, by what stands between its braces; the braces where there is none.
Shown = Callable[[str], str]

#: How deep lists go in Word; what is deeper stands at the last level.
DEEPEST = 8
BULLETS = "1"
_STYLES = {"quote": "Quote", "code": "Code", "continued": "ListContinue"}


@dataclass
class NumberedList:
    """A numbered list of the document: at which level it stands, its first number and its last so far."""

    id: str
    level: int
    start: int
    last: int


class Writer:
    """Makes Word's elements for one document: it numbers controls and lists, and keeps the addresses of links."""

    def __init__(self) -> None:
        self.links: dict[str, str] = {}
        self.lists: list[NumberedList] = []
        self._controls = self._marks = 0
        self._open: dict[int, NumberedList] = {}

    def prose(self, pieces: Sequence[Piece], shown: Shown) -> list[Element]:
        """The paragraphs and tables of a box; one empty paragraph where there is nothing."""
        self._open = {}
        found: list[Element] = []
        for piece in pieces:
            if isinstance(piece, Table):
                found += [self._table(piece, shown), element("w:p")]
            else:
                found.append(element("w:p", None, *self._properties(piece), *self.runs(piece.runs, shown)))
        return found or [element("w:p")]

    def _properties(self, line: Line) -> list[Element]:
        """What makes a paragraph an item of a list, a quotation and the like."""
        level = min(line.level, DEEPEST)
        self._open = {depth: own for depth, own in self._open.items() if depth <= level}
        if line.kind in ("bullet", "number"):
            id = BULLETS if line.kind == "bullet" else self._list(line, level)
            numbering = element(
                "w:numPr", None, element("w:ilvl", {"w:val": str(level)}), element("w:numId", {"w:val": id})
            )
            return [element("w:pPr", None, element("w:pStyle", {"w:val": "ListParagraph"}), numbering)]
        if line.kind not in ("continued", "code"):
            self._open = {}
        style = _STYLES.get(line.kind)
        if style is None:
            return []
        inset = [element("w:ind", {"w:left": str(360 * (level + 1))})] if line.kind == "continued" else []
        return [element("w:pPr", None, element("w:pStyle", {"w:val": style}), *inset)]

    def _list(self, line: Line, level: int) -> str:
        """The id of the numbered list that the line goes on with, else of a new one that begins with its number."""
        own = self._open.get(level)
        if own is None or own.last + 1 != line.number:
            own = NumberedList(str(len(self.lists) + 2), level, line.number, line.number)
            self.lists.append(own)
        own.last = line.number
        self._open[level] = own
        return own.id

    def runs(self, runs: Runs, shown: Shown) -> list[Element]:
        """The runs of a paragraph; those of one link together."""
        found: list[Element] = []
        for href, same in groupby(runs, key=lambda run: run.href):
            made = [part for run in same for part in self._run(run, shown)]
            found += [self._link(href, made)] if href else made
        return found

    def _link(self, href: str, runs: list[Element]) -> Element:
        id = self.links.setdefault(href, f"link{len(self.links) + 1}")
        return element("w:hyperlink", {"r:id": id}, *runs)

    def _run(self, run: Run, shown: Shown) -> list[Element]:
        if run.token:
            return self._figure(run, shown(run.token))
        if run == BREAK:
            return [element("w:r", None, element("w:br"))]
        rows = run.text.split("\n")
        broken = [part for i, row in enumerate(rows) for part in ([element("w:br")] if i else []) + [_words(row)]]
        return [element("w:r", None, *_look(run), *broken)]

    def _figure(self, run: Run, text: str) -> list[Element]:
        """A figure's text between the marks that remember what it quotes."""
        self._marks += 1
        id = str(self._marks)
        start = element("w:bookmarkStart", {"w:id": id, "w:name": tags.figure(run.token, text, self._marks)})
        return [start, element("w:r", None, *_look(run), _words(text)), element("w:bookmarkEnd", {"w:id": id})]

    def _table(self, table: Table, shown: Shown) -> Element:
        width = max(map(len, table.rows), default=1)
        grid = element("w:tblGrid", None, *[element("w:gridCol", {"w:w": str(4600 // width)}) for _ in range(width)])
        properties = element(
            "w:tblPr",
            None,
            element("w:tblStyle", {"w:val": "FormTable"}),
            element("w:tblW", {"w:w": "5000", "w:type": "pct"}),
            element("w:tblLook", {"w:val": "0020", "w:firstRow": "1"}),
        )
        rows = [
            element("w:tr", None, *([_head()] if i == 0 else []), *[self._cell(cell, shown) for cell in row])
            for i, row in enumerate(table.rows)
        ]
        return element("w:tbl", None, properties, grid, *rows)

    def _cell(self, runs: Runs, shown: Shown) -> Element:
        return element("w:tc", None, element("w:p", None, *self.runs(runs, shown)))

    def control(self, tag: str, label: str, *content: Element, properties: Sequence[Element] = ()) -> Element:
        """A content control around runs or paragraphs."""
        self._controls += 1
        return element(
            "w:sdt",
            None,
            element(
                "w:sdtPr",
                None,
                element("w:alias", {"w:val": label[: tags.LONGEST]}),
                element("w:tag", {"w:val": tag}),
                element("w:id", {"w:val": str(self._controls)}),
                *properties,
            ),
            element("w:sdtContent", None, *content),
        )


def _head() -> Element:
    """What makes a table's row its head, which is repeated on each page."""
    return element("w:trPr", None, element("w:cantSplit"), element("w:tblHeader"))


def _look(run: Run) -> list[Element]:
    """How a run looks."""
    style = "CodeText" if run.code else "Hyperlink" if run.href else "Figure" if run.token else ""
    looks = [
        *([element("w:rStyle", {"w:val": style})] if style else []),
        *([element("w:b")] if run.bold else []),
        *([element("w:i")] if run.italic else []),
    ]
    return [element("w:rPr", None, *looks)] if looks else []


def _words(text: str) -> Element:
    return text_element("w:t", text)
