"""What stands within a paragraph of a Word document, as runs; and what is beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from cspsite.word import tags
from cspsite.word.document import Span
from cspsite.word.markdown_in import address
from cspsite.word.prose import Run
from cspsite.word.styles import Styles
from cspsite.word.xml import child, chosen, is_on, local, name, value

_ADDRESS = re.compile(r'HYPERLINK\s+"([^"]*)"')
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
#: What a box shows while nobody has typed into it, where a program has forgotten that it does.
PLACEHOLDER = "Type here"
PLACEHOLDERS = {PLACEHOLDER, "Click or tap here to enter text.", "Click here to enter text.", "Choose an item."}
_OPAQUE = {"drawing", "pict", "object"}
_PASSED = {"instrText", "delInstrText", "pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr", "sectPr"}


@dataclass
class Beside:
    """What is found beside the words, for the whole document."""

    comments: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    inserted: bool = False
    remarks: list[str] = field(default_factory=list)

    def remark(self, words: str) -> None:
        """Something that is said once."""
        if words not in self.remarks:
            self.remarks.append(words)


class Inline:
    """Reads the runs of paragraphs; `notes` are the words of footnotes by id, `links` the addresses by id."""

    def __init__(self, styles: Styles, links: dict[str, str], notes: dict[str, str], figures: tags.Figures) -> None:
        self.styles = styles
        self.links = links
        self.notes = notes
        self.figures = figures
        self.beside = Beside()
        self.frames: list[Element] = []
        self._fields: list[str] = []

    def spans(self, parent: Element, box: str, look: Run | None = None) -> list[Span]:
        """The runs below an element; text boxes that are met are put into `frames`."""
        found: list[Span] = []
        marks: dict[str, tuple[str, int]] = {}
        for part in parent:
            if local(part) == "bookmarkStart":
                marks[value(part, "w:id")] = (value(part, "w:name"), len(found))
            elif local(part) == "bookmarkEnd":
                bookmark, start = marks.get(value(part, "w:id"), ("", len(found)))
                found[start:] = self._figure(bookmark, found[start:])
            else:
                found += self._part(part, box, look or Run(""))
        return found

    def _figure(self, bookmark: str, spans: list[Span]) -> list[Span]:
        """The words within a bookmark; as they were written around a figure, they are that figure."""
        shown = "".join(span.run.text for span in spans)
        token = self.figures.token(bookmark, shown)
        return [replace(spans[0], run=replace(spans[0].run, text=shown, token=token))] if token else spans

    def _part(self, part: Element, box: str, look: Run) -> list[Span]:
        kind = local(part)
        if kind == "r":
            return self._run(part, box, look)
        if kind == "sdt":
            return self._control(part, box, look)
        if kind in ("del", "moveFrom"):
            self.take_out(part)
            return []
        if kind in ("ins", "moveTo"):
            self.beside.inserted = True
        if kind == "hyperlink":
            look = replace(look, href=self._link(self.links.get(value(part, "r:id"), "")))
        if kind == "fldSimple" and (found := _ADDRESS.search(value(part, "w:instr"))):
            look = replace(look, href=self._link(found[1]))
        if part.tag == name("mc:AlternateContent"):
            return self.spans(chosen(part), box, look)
        if part.tag == name("m:t"):
            return [Span(replace(look, text=part.text or ""), box)]
        return [] if kind in _PASSED else self.spans(part, box, look)

    def _link(self, given: str) -> str:
        """An address that a report may link to; of others only the words are kept, and that is said."""
        found = address(given)
        if given and not found:
            self.beside.remark(f"the link to “{given}” is not kept, only its words: a report links to web pages")
        return found

    def take_out(self, part: Element) -> None:
        """Words that a tracked change takes out."""
        texts = (" " if local(one) == "p" else one.text for one in part.iter() if local(one) in ("p", "t", "delText"))
        words = " ".join("".join(text or "" for text in texts).split())
        if words:
            self.beside.deleted.append(words)

    def _control(self, part: Element, box: str, look: Run) -> list[Span]:
        """A content control within a paragraph: a box of one line."""
        tag, content = value(child(part, "w:sdtPr", "w:tag")), child(part, "w:sdtContent")
        if content is None or is_on(child(part, "w:sdtPr"), "w:showingPlcHdr"):
            return []
        found = self.spans(content, tag if tags.box_of(tag) else box, look)
        return [] if "".join(span.run.text for span in found).strip() in PLACEHOLDERS else found

    def _run(self, part: Element, box: str, look: Run) -> list[Span]:
        properties = child(part, "w:rPr")
        own = replace(self._look(properties, look), href=look.href or (self._fields[-1] if self._fields else ""))
        found: list[Span] = []
        for piece in part:
            found += self._piece(piece, box, own)
        if is_on(properties, "w:vanish"):
            words = "".join(span.run.text for span in found).strip()
            self.beside.hidden += [words] if words else []
            return []
        if found and (is_on(properties, "w:strike") or is_on(properties, "w:dstrike")):
            words = " ".join("".join(span.run.text for span in found).split())
            self.beside.remark(f"“{words}” is struck through, and is kept; delete it if it is not meant")
        return found

    def _look(self, properties: Element | None, look: Run) -> Run:
        style = value(child(properties, "w:rStyle"))
        bold = _switched(properties, "w:b", self.styles.looks(style, "w:b"))
        italic = _switched(properties, "w:i", self.styles.looks(style, "w:i"))
        is_code = style == "CodeText"
        return replace(look, bold=look.bold or bold, italic=look.italic or italic, code=look.code or is_code)

    def _piece(self, piece: Element, box: str, look: Run) -> list[Span]:
        """A piece of a run: text, a break, a sign, a note's reference, a drawing."""
        kind = local(piece)
        if kind == "t":
            return [Span(replace(look, text=(piece.text or "").replace("\n", " ")), box)]
        if kind in _SIGNS:
            is_page = kind == "br" and value(piece, "w:type") in ("page", "column")
            return [] if is_page else [Span(replace(look, text=_SIGNS[kind]), box)]
        if kind == "sym":
            return [Span(replace(look, text=_symbol(piece)), box)]
        if kind in ("footnoteReference", "endnoteReference"):
            words = self.notes.get(f"{kind[:-9]} {value(piece, 'w:id')}", "")
            return [Span(replace(look, text=f" ({words})"), box)] if words else []
        if kind in _OPAQUE or kind in _PASSED or kind in ("fldChar", "delText"):
            self._aside(piece, kind)
            return []
        inside = chosen(piece) if piece.tag == name("mc:AlternateContent") else piece
        return [span for one in inside for span in self._piece(one, box, look)]

    def _aside(self, piece: Element, kind: str) -> None:
        """A piece that is no words of the text."""
        if kind in ("fldChar", "instrText"):
            self._field(piece, kind)
        elif kind == "delText":
            self.beside.deleted.append(piece.text or "")
        elif kind in _OPAQUE:
            self._drawing(piece)

    def _field(self, piece: Element, kind: str) -> None:
        """A field begins, tells what it is, or ends; only its result is words."""
        if kind == "instrText":
            if self._fields and (found := _ADDRESS.search(piece.text or "")):
                self._fields[-1] = self._link(found[1])
        elif value(piece, "w:fldCharType") == "begin":
            self._fields.append("")
        elif value(piece, "w:fldCharType") == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, piece: Element) -> None:
        """A text box, whose words are read after the paragraph, or a picture, which is said."""
        frames = list(piece.iter(name("w:txbxContent")))
        self.frames += frames
        if not frames:
            what = "an embedded file" if local(piece) == "object" else "a picture"
            self.beside.remark(
                f"there is {what} in the document, which a report cannot hold; say in words what it shows"
            )


def _switched(properties: Element | None, prefixed: str, otherwise: bool) -> bool:
    return otherwise if child(properties, prefixed) is None else is_on(properties, prefixed)


def _symbol(piece: Element) -> str:
    """A sign of a symbol font: a bullet or an arrow, mostly; those of private use are a bullet."""
    code = value(piece, "w:char")
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "•" if "\ue000" <= sign <= "\uf8ff" else sign
