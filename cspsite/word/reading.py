"""A package's parts to its document: paragraphs, tables, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from cspsite.word import tags
from cspsite.word.document import Block, Cell, Document, Grid, Paragraph, Row, Span
from cspsite.word.errors import Unreadable
from cspsite.word.inline import PLACEHOLDERS, Inline
from cspsite.word.package import Package
from cspsite.word.prose import Kind
from cspsite.word.styles import Lists, Styles
from cspsite.word.xml import child, chosen, is_on, local, name, value, whole

#: A form of two pages has some 10,000; what has more than this is no form, and would be parsed for long.
MOST_SIGNS = 100_000
MOST_IN_A_PARAGRAPH = 10_000
MOST_PARAGRAPHS = 3_000
#: Word has nine levels of lists, and 63 columns.
_DEEPEST, _WIDEST = 8, 63
_PASSED_BY = {"ins", "moveTo", "customXml", "smartTag", "sdtContent"}
_NO_CONTENT = {"pPr", "rPr", "sdtPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtEndPr"}
_CONTINUED = re.compile(r"list continue", re.IGNORECASE)
_QUOTED = re.compile(r"(intense )?quot(e|ations)", re.IGNORECASE)
_CODED = re.compile(r"(html )?(code|preformatted.*)", re.IGNORECASE)
_NOTES = (("/footnotes", "w:footnote", "footnote"), ("/endnotes", "w:endnote", "endnote"))


def document_of(package: Package, figures: tags.Figures) -> Document:
    """The document; raises Unreadable where it is damaged."""
    body = child(package.root(package.main), "w:body")
    if body is None:
        raise Unreadable("it is not a Word document; open it in Word, choose Save as, Word document (.docx)")
    reader = _Reader(package, figures)
    reader.read_notes(package)
    found = tuple(reader.blocks(body, ""))
    beside = reader.inline.beside
    return Document(
        blocks=found,
        margins=tuple(_margins(package)),
        comments=tuple(_comments(package)),
        hidden=tuple(beside.hidden),
        deleted=tuple(beside.deleted),
        inserted=beside.inserted,
        remarks=tuple(beside.remarks),
    )


def refuse_what_is_no_form(document: Document) -> None:
    """Raises Unreadable for a document that is far too long, or holds no words."""
    inside = [len(words) for words in _all_texts(document.blocks)]
    beside = [*document.margins, *document.comments, *document.hidden]
    sizes = [*inside, *(len(words) for words in beside)]
    longest, signs = max(sizes, default=0), sum(sizes)
    if longest > MOST_IN_A_PARAGRAPH and signs <= MOST_SIGNS:
        raise Unreadable(
            f"a paragraph or comment in it has {longest:,} characters, and {MOST_IN_A_PARAGRAPH:,} are read; "
            "break it up with the Enter key, or put long texts elsewhere and link to them"
        )
    if signs > MOST_SIGNS:
        raise Unreadable(
            f"it has {signs:,} characters, and a form has a few thousand; put long texts elsewhere and link to them"
        )
    if len(inside) > MOST_PARAGRAPHS:
        raise Unreadable(
            f"it has {len(inside):,} paragraphs and cells, and a form has a few hundred; "
            "delete the rows that are not needed, and send it again"
        )
    if not any(inside):
        what = "only pictures, perhaps of a page" if document.remarks else "no words"
        raise Unreadable(f"it holds {what}; type the words into the form and send that")


def _all_texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _all_texts(cell.blocks)


class _Reader:
    """Reads blocks one after the other; a paragraph whose end a tracked change takes out goes on in the next."""

    def __init__(self, package: Package, figures: tags.Figures) -> None:
        self.styles = Styles(package.beside("/styles"))
        self.lists = Lists(package.beside("/numbering"))
        links = {id: link.target for id, link in package.links(package.main).items() if link.is_outside}
        self.inline = Inline(self.styles, links, {}, figures)
        self._held: list[Span] = []

    def read_notes(self, package: Package) -> None:
        """Keep the words of footnotes and endnotes for where they are referred to."""
        for kind, prefixed, key in _NOTES:
            root = package.beside(kind)
            for note in [] if root is None else root.iter(name(prefixed)):
                if not value(note, "w:type"):
                    words = " ".join(_all_texts(tuple(self.blocks(note, ""))))
                    self.inline.notes[f"{key} {value(note, 'w:id')}"] = " ".join(words.split())

    def blocks(self, parent: Element, box: str) -> Iterator[Block]:
        """The paragraphs and tables below an element."""
        for part in parent:
            kind = local(part)
            if kind == "p":
                yield from self._paragraph(part, box)
            elif kind == "tbl":
                yield self._grid(part, box)
            elif kind == "sdt":
                yield from self._control(part, box)
            elif kind in ("del", "moveFrom"):
                self.inline.take_out(part)
            elif kind == "altChunk":
                self.inline.beside.remark("there is an embedded file in the document, whose words cannot be read")
            elif kind not in _NO_CONTENT:
                if kind in ("ins", "moveTo"):
                    self.inline.beside.inserted = True
                yield from self.blocks(chosen(part), box)

    def _control(self, part: Element, box: str) -> Iterator[Block]:
        """A content control around paragraphs; it is empty while it shows what to type."""
        tag, content = value(child(part, "w:sdtPr", "w:tag")), child(part, "w:sdtContent")
        box = tag if tags.box_of(tag) else box
        if content is None:
            return
        if is_on(child(part, "w:sdtPr"), "w:showingPlcHdr"):
            yield Paragraph((), box=box)
            return
        yield from self.blocks(content, box)

    def _paragraph(self, part: Element, box: str) -> Iterator[Block]:
        properties = child(part, "w:pPr")
        spans = self._held + self.inline.spans(part, box)
        self._held = []
        frames, self.inline.frames = self.inline.frames, []
        mark = child(properties, "w:rPr")
        if child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None:
            self._held = spans
        elif "".join(span.run.text for span in spans).strip() in PLACEHOLDERS:
            yield Paragraph((), box=box)
        else:
            yield self._formed(properties, tuple(spans), box)
        for frame in frames:
            yield from self.blocks(frame, box)

    def _formed(self, properties: Element | None, spans: tuple[Span, ...], box: str) -> Paragraph:
        """A paragraph with what its style and its list make of it."""
        style = value(child(properties, "w:pStyle"))
        called = self.styles.named(style)
        if self.styles.is_heading(style):
            return Paragraph(spans, is_heading=True, box=box)
        marker, level, number = self._item(properties, style, bool(spans))
        kind: Kind = marker or "paragraph"
        if marker is None and _CONTINUED.match(called):
            inset = value(child(properties, "w:ind"), "w:left") or value(child(properties, "w:ind"), "w:start")
            kind, level = "continued", max(whole(inset, 0, 7200) // 360 - 1, 0)
        elif marker is None and (_QUOTED.match(called) or _CODED.fullmatch(called)):
            kind = "quote" if _QUOTED.match(called) else "code"
        return Paragraph(spans, kind, level, number, box=box)

    def _item(self, properties: Element | None, style: str, has_words: bool) -> tuple[Kind | None, int, int]:
        """What marks a paragraph as an item of a list, how deep it stands, and its number."""
        numbering = child(properties, "w:numPr")
        inherited = self.styles.numbering(style)
        numbering = inherited if numbering is None else numbering
        id = value(child(numbering, "w:numId")) or value(child(inherited, "w:numId"))
        level = value(child(numbering, "w:ilvl"), default="0")
        if not id or id == "0" or not has_words:
            return None, 0, 1
        depth = whole(level, 0, _DEEPEST)
        marker, number = self.lists.item(id, depth)
        return marker, depth if marker else 0, number

    def _grid(self, part: Element, box: str) -> Grid:
        return Grid(tuple(self._rows(part, box)), box)

    def _rows(self, parent: Element, box: str) -> Iterator[Row]:
        """The rows of a table; those that a tracked change takes out are not there."""
        for part in parent:
            kind = local(part)
            if kind == "tr":
                if child(part, "w:trPr", "w:del") is not None:
                    self.inline.take_out(part)
                else:
                    yield Row(tuple(self._cells(part, box)))
            elif kind == "sdt":
                tag = value(child(part, "w:sdtPr", "w:tag"))
                yield from self._rows(_content(part), tag if tags.box_of(tag) else box)
            elif kind not in _NO_CONTENT:
                yield from self._rows(part, box)

    def _cells(self, parent: Element, box: str) -> Iterator[Cell]:
        before = child(parent, "w:trPr", "w:gridBefore")
        column = whole(value(before), 0, _WIDEST)
        for part, own in _cell_parts(parent, box):
            properties = child(part, "w:tcPr")
            if child(properties, "w:cellDel") is not None:
                self.inline.take_out(part)
                continue
            span = max(whole(value(child(properties, "w:gridSpan")), 1, _WIDEST), 1)
            merge = child(properties, "w:vMerge")
            is_merged = merge is not None and value(merge, default="continue") == "continue"
            yield Cell(tuple(self.blocks(part, own)), column, span, is_merged, tuple(_colours(part)))
            column += span


def _cell_parts(parent: Element, box: str) -> Iterator[tuple[Element, str]]:
    """The cells of a row, those within content controls too, with the box that each stands in."""
    for part in parent:
        if local(part) == "tc":
            yield part, box
        elif local(part) == "sdt":
            tag = value(child(part, "w:sdtPr", "w:tag"))
            yield from _cell_parts(_content(part), tag if tags.box_of(tag) else box)
        elif local(part) not in _NO_CONTENT:
            yield from _cell_parts(part, box)


def _content(part: Element) -> Element:
    found = child(part, "w:sdtContent")
    return part if found is None else found


def _colours(cell: Element) -> Iterator[str]:
    """The colours of a cell: its own, then those behind its words, as Word has them."""
    shade = child(cell, "w:tcPr", "w:shd")
    yield from filter(None, [value(shade, "w:fill")])
    for part in cell.iter():
        if part.tag == name("w:shd") and part is not shade:
            yield value(part, "w:fill")
        elif part.tag == name("w:highlight"):
            yield value(part)


def _comments(package: Package) -> Iterator[str]:
    """The words of each comment beside the text."""
    root = package.beside("/comments")
    for comment in [] if root is None else root.iter(name("w:comment")):
        words = _plain(comment)
        if words:
            yield words


def _margins(package: Package) -> Iterator[str]:
    """The words of each header and footer."""
    for link in package.links(package.main).values():
        if link.kind.endswith(("/header", "/footer")) and link.target in package.parts:
            root = package.root(link.target)
            yield from filter(None, (_plain(one) for one in root.iter(name("w:p"))))


def _plain(parent: Element) -> str:
    """The words below an element, without their form."""
    own = [parent] if local(parent) == "p" else list(parent.iter(name("w:p")))
    return " ".join(" ".join("".join(_pieces(one)) for one in own).split())


def _pieces(paragraph: Element) -> Iterator[str]:
    for one in paragraph.iter():
        if local(one) == "t":
            yield one.text or ""
        elif local(one) in ("tab", "br"):
            yield " "
