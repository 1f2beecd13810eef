"""What is read from a printed document, and what is put into it: its bookmarks, and what it says of itself."""

from __future__ import annotations

import io
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject

from cspsite import __version__
from cspsite.pack.cover import Cover

#: How deep bookmarks go: the title, a paper, its parts, and the rows of the form; what is below a paper is folded.
_DEEPEST = 4
_OPEN = 2
#: Tags of Chromium's that only PDF 2.0 knows, and what they are to a reader of an older document.
_ROLES = {"/Strong": "/Span", "/Em": "/Span"}


def sheets(pdf: bytes) -> dict[str, int]:
    """The sheets, from 1, of every place in the document that a link within it leads to, by the places' ids."""
    reader = PdfReader(io.BytesIO(pdf))
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages, 1) if page.indirect_reference}
    root: Any = reader.trailer["/Root"]
    places: Any = root.get("/Dests", DictionaryObject()).get_object()
    return {str(name).removeprefix("/"): _sheet(place.get_object(), numbers) for name, place in places.items()}


def _sheet(place: Any, numbers: dict[int, int]) -> int:
    page = place[0] if isinstance(place, list) else place["/D"][0]
    return numbers[page.idnum]


def length(pdf: bytes) -> int:
    """How many sheets a document has."""
    return len(PdfReader(io.BytesIO(pdf)).pages)


def finished(pdf: bytes, cover: Cover) -> bytes:
    """The document with bookmarks as deep as are of use, shown at its side, and with what it says of itself."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    root: Any = writer.root_object
    if "/Outlines" in root:
        _prune(root["/Outlines"], 0)
    root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    root["/StructTreeRoot"][NameObject("/RoleMap")] = DictionaryObject(
        {NameObject(own): NameObject(known) for own, known in _ROLES.items()}
    )
    for page in writer.pages:
        page[NameObject("/Tabs")] = NameObject("/S")
    writer.add_metadata({"/Title": cover.title, "/Author": cover.partnership, "/Subject": cover.made, "/Creator": _BY})
    writer.xmp_metadata = _xmp(cover)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


_BY = f"cspsite {__version__}"


def _prune(item: Any, depth: int) -> int:
    """Take away what is too deep below a bookmark, and fold what is below a paper; gives how many are left below."""
    count, child = 0, item.get("/First")
    if depth == _DEEPEST:
        for name in ("/First", "/Last", "/Count"):
            item.pop(name, None)
        return 0
    while child is not None:
        child = child.get_object()
        _prune(child, depth + 1)
        count += 1
        child = child.get("/Next")
    if count:
        item[NameObject("/Count")] = NumberObject(count if depth < _OPEN else -count)
    return count


def _xmp(cover: Cover) -> bytes:
    made = Environment(loader=PackageLoader("cspsite.pack"), autoescape=True, undefined=StrictUndefined)
    return made.get_template("metadata.xml.j2").render(cover=cover, by=_BY).encode()
