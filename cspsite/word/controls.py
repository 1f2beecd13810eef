"""The boxes of the form as Word's content controls, and the paragraphs and tables around them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from xml.etree.ElementTree import Element

from cspsite.model import STATUSES, Status
from cspsite.remedy import apart
from cspsite.word import labels, tags
from cspsite.word.inline import PLACEHOLDER
from cspsite.word.markdown_in import prose_of
from cspsite.word.prose import Line, Prose, Run, tidy
from cspsite.word.prose_out import Shown, Writer
from cspsite.word.xml import element, text_element

_SHADE = "E7ECF4"
Content = Element | Sequence[Element]


class Controls(Writer):
    """Makes the boxes of one document."""

    def line(self, tag: str, label: str, text: str, *, is_locked: bool = False) -> Element:
        """A box of one line of plain words."""
        kind = [element("w:text")]
        if is_locked:
            return self.control(
                tag, label, _run(text), properties=[element("w:lock", {"w:val": "sdtContentLocked"}), *kind]
            )
        return self._filled(tag, label, text, kind)

    def status(self, anchor: str, status: Status | None) -> Element:
        """A box that offers the status words."""
        words = [labels.NO_STATUS, *STATUSES]
        items = [
            element("w:listItem", {"w:displayText": word, "w:value": "" if word == labels.NO_STATUS else word})
            for word in words
        ]
        kind = [element("w:dropDownList", None, *items)]
        return self._filled(tags.update(anchor, tags.STATUS), "Status", status or "", kind, labels.NO_STATUS)

    def _filled(self, tag: str, label: str, text: str, kind: list[Element], otherwise: str = PLACEHOLDER) -> Element:
        """A box within a line, with its words, or with what to do while it has none."""
        if text:
            return self.control(tag, label, _run(text), properties=kind)
        empty = element("w:showingPlcHdr")
        return self.control(tag, label, _run(otherwise, "PlaceholderText"), properties=[empty, *kind])

    def box(self, tag: str, label: str, markdown: str, shown: Shown) -> list[Element]:
        """A box of paragraphs, lists and tables, and what must follow it in a cell."""
        pieces = _seen(markdown)
        if not pieces:
            inside = element("w:p", None, _run(PLACEHOLDER, "PlaceholderText"))
            return [self.control(tag, label, inside, properties=[element("w:showingPlcHdr")])]
        return [self.control(tag, label, *self.prose(pieces, shown))]


def _seen(markdown: str) -> Prose:
    """A box's lines and tables; the signs themselves where they show nothing, such as a quotation of nothing."""
    found, typed = prose_of(apart(markdown)), tidy([Run(markdown)])
    shows = any(any(piece.runs if isinstance(piece, Line) else chain(*piece.rows)) for piece in found)
    return found if shows or not typed else (Line(typed),)


def _run(text: str, style: str = "") -> Element:
    look = [element("w:rPr", None, element("w:rStyle", {"w:val": style}))] if style else []
    return element("w:r", None, *look, text_element("w:t", text))


def paragraph(style: str, *words: str | Element) -> Element:
    """A paragraph of words and boxes."""
    runs = [_run(part) if isinstance(part, str) else part for part in words if part != ""]
    return element("w:p", None, element("w:pPr", None, element("w:pStyle", {"w:val": style})), *runs)


def row(
    cells: Sequence[Content],
    widths: Sequence[int],
    *,
    spans: Sequence[int] = (),
    is_head: bool = False,
    is_shaded: bool = False,
    may_split: bool = False,
) -> Element:
    """A row of a table; unless it may be split, it stands on one page. A head is repeated on each page."""
    properties = [] if may_split else [element("w:cantSplit")]
    if is_head:
        properties.append(element("w:tblHeader"))
    made = element("w:tr", None, *([element("w:trPr", None, *properties)] if properties else []))
    for i, cell in enumerate(cells):
        blocks = [cell] if isinstance(cell, Element) else list(cell)
        look = [element("w:tcW", {"w:w": str(widths[i]), "w:type": "dxa"})]
        if spans and spans[i] > 1:
            look.append(element("w:gridSpan", {"w:val": str(spans[i])}))
        if is_head or is_shaded:
            look.append(element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": _SHADE}))
        made.append(element("w:tc", None, element("w:tcPr", None, *look), *blocks))
    return made


def table(title: str, widths: Sequence[int], rows: Sequence[Element], *, has_head: bool = False) -> Element:
    """A table with its title for those who do not see it; its first row or its first column is its head."""
    look = {"w:firstRow": "1" if has_head else "0", "w:lastRow": "0", "w:firstColumn": "0" if has_head else "1"}
    return element(
        "w:tbl",
        None,
        element(
            "w:tblPr",
            None,
            element("w:tblStyle", {"w:val": "FormTable"}),
            element("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}),
            element("w:tblLayout", {"w:type": "fixed"}),
            element(
                "w:tblLook",
                {
                    "w:val": "0620" if has_head else "0680",
                    **look,
                    "w:lastColumn": "0",
                    "w:noHBand": "1",
                    "w:noVBand": "1",
                },
            ),
            element("w:tblCaption", {"w:val": title}),
        ),
        element("w:tblGrid", None, *[element("w:gridCol", {"w:w": str(width)}) for width in widths]),
        *rows,
    )
