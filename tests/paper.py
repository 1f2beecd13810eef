"""What is printed, as a test reads it: the words of each sheet, and by its tags what stands on which."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject

#: What is read as one, besides rows of tables and pictures, which have tags of their own; of boxes the short ones.
WHOLE = ":is(.csp-update, .csp-issue):not(.csp-long), .csp-exhibit, .csp-assessed, .csp-boxes dl > div"
WHOLE += ", .csp-exceptions > li"
#: Gives what is read as one a tag of its own, which changes nothing of how it looks.
_MARK = """(css) => document.querySelectorAll(css).forEach((one, n) => {
  one.setAttribute('role', 'figure');
  one.setAttribute('aria-label', `whole ${n}: ${one.textContent.trim().slice(0, 40)}`);
})"""
_HEADINGS = ("/H1", "/H2", "/H3", "/H4")


@dataclass(frozen=True)
class Tag:
    """One element of a document's tree, with the sheets, from 1, that its words stand on, in order.

    What it draws around them does not count: a frame at the edge of a sheet is drawn on the next as well, out of sight.
    """

    name: str
    alternative: str
    attributes: str
    children: tuple[Tag, ...]
    sheets: tuple[int, ...]

    def all(self, *names: str) -> Iterator[Tag]:
        """Yield every tag below of these names."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.all(*names)


@dataclass(frozen=True)
class Paper:
    """A document in PDF: the words of each sheet, and its tree of tags."""

    reader: PdfReader
    texts: tuple[str, ...] = field(repr=False)
    tags: Tag = field(repr=False)

    def sheets_with(self, words: str) -> list[int]:
        """Return the numbers of the sheets, from 1, on which these words stand together."""
        return [number for number, text in enumerate(self.texts, 1) if tight(words) in tight(text)]

    def cut(self) -> list[Tag]:
        """Return what is read as one, and stands on more than one sheet."""
        heads = {id(row) for row in self.tags.all("/TR") if not [*row.all("/TD")]}  # repeated on each sheet
        wholes = (tag for tag in self.tags.all("/TR", "/Figure") if id(tag) not in heads)
        return [tag for tag in wholes if len(set(tag.sheets)) > 1]

    def alone(self) -> list[int]:
        """Return the sheets at whose end a heading stands, with nothing of what it is the heading of."""
        found = []
        flow = [*_flow(self.tags)]
        for (name, sheet), (_, after) in pairwise(flow):
            if name in _HEADINGS and after != sheet:
                found.append(sheet)
        return found


def _flow(tag: Tag) -> Iterator[tuple[str, int]]:
    """Yield headings and all else in order, each with its last or first sheet."""
    for child in tag.children:
        if child.name in _HEADINGS and child.sheets:
            yield child.name, child.sheets[-1]
        elif child.children:
            yield from _flow(child)
        elif child.sheets:
            yield child.name, child.sheets[0]


def tight(words: str) -> str:
    """Return words without any space: where lines break is the printer's matter."""
    return "".join(words.split())


def paper(pdf: bytes) -> Paper:
    """Read what was printed."""
    reader = PdfReader(io.BytesIO(pdf))
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages, 1) if page.indirect_reference}
    root: Any = reader.trailer["/Root"]
    tags = _tag(root["/StructTreeRoot"], numbers, 0)
    return Paper(reader, tuple(page.extract_text() for page in reader.pages), tags)


def _tag(element: DictionaryObject, numbers: dict[int, int], sheet: int) -> Tag:
    """Read an element and all below it; `sheet` is that of what it stands in."""
    own = _sheet(element, numbers) or sheet
    kids: Any = element.get("/K", ArrayObject())
    kids = kids.get_object()
    children, lines = list[Tag](), list[int]()
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        node = kid.get_object()
        if isinstance(node, NumberObject):
            lines.append(own)
        elif "/S" in node:
            children.append(_tag(node, numbers, own))
        elif "/MCID" in node:
            lines.append(_sheet(node, numbers) or own)
    words = [sheet for child in children for sheet in child.sheets]
    name, alternative, attributes = (str(element.get(key, "")) for key in ("/S", "/Alt", "/A"))
    return Tag(name, alternative, attributes, (*children,), (*(words or lines),))


def _sheet(element: DictionaryObject, numbers: dict[int, int]) -> int:
    page = element.raw_get("/Pg") if "/Pg" in element else None
    return numbers[page.idnum] if isinstance(page, IndirectObject) else 0


def printed(page: Page) -> Paper:
    """Print a page as a reader does, on the paper and with the margins that its own style asks for."""
    page.evaluate(_MARK, WHOLE)
    return paper(page.pdf(prefer_css_page_size=True, tagged=True))
