"""A Word file as its parts: what is no Word document is refused by name, and nothing is unpacked beyond its limits."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from cspsite.word.errors import Unreadable
from cspsite.word.xml import name, parsed

#: A form has a few dozen parts of together less than a megabyte; pictures and fonts may make it larger.
MOST_BYTES = 20_000_000
MOST_PARTS = 1_000
MOST_UNPACKED = 60_000_000
MOST_IN_A_PART = 15_000_000
MOST_RATIO = 200
_ROOT = "_rels/.rels"
_DOCUMENT = "/officeDocument"
_FIXED = (1980, 1, 1, 0, 0, 0)

#: How files begin that people send instead, and what to tell them.
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "it is a PDF; send the Word document that it was made from"),
    (b"{\\rtf", "it is Rich Text; open it in Word, choose Save as, Word document (.docx), and send that"),
    (b"\x89PNG", "it is a picture; send the Word document itself, not a picture of it"),
    (b"\xff\xd8\xff", "it is a picture; send the Word document itself, not a picture of it"),
    (b"<", "it is a web page or XML; open it in Word, choose Save as, Word document (.docx), and send that"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_DOCX = "open it in Word, choose Save as, Word document (.docx), and send that"


@dataclass(frozen=True)
class Link:
    """Where a part points to: another part, or an address outside the document."""

    target: str
    is_outside: bool
    kind: str


@dataclass(frozen=True)
class Package:
    """The parts of a Word document, by name."""

    parts: Mapping[str, bytes]

    @cached_property
    def main(self) -> str:
        """The name of the part that holds the words; raises Unreadable where there is none."""
        links = self.links("") if _ROOT in self.parts else {}
        found = next((link.target for link in links.values() if link.kind.endswith(_DOCUMENT)), "word/document.xml")
        if found not in self.parts:
            raise Unreadable(f"this is not a Word document: {_AS_DOCX}")
        return found

    def root(self, part: str) -> Element:
        """The tree of a part."""
        return parsed(self.parts[part], part)

    def links(self, part: str) -> dict[str, Link]:
        """Where a part points to, by id; the empty name is the package's own."""
        folder, file = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        if listed not in self.parts:
            return {}
        return {found.get("Id", ""): _link(found, folder) for found in self.root(listed).iter(name("pr:Relationship"))}

    def beside(self, kind: str) -> Element | None:
        """The tree of the part that the document points to as `/numbering` or the like."""
        for link in self.links(self.main).values():
            if link.kind.endswith(kind) and link.target in self.parts and not link.is_outside:
                return self.root(link.target)
        return None


def _link(found: Element, folder: str) -> Link:
    target = found.get("Target", "")
    is_outside = found.get("TargetMode") == "External"
    if not is_outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Link(target, is_outside, found.get("Type", ""))


def opened(content: bytes) -> Package:
    """The package in a file's bytes; raises Unreadable, with what to do, for everything else."""
    if len(content) > MOST_BYTES:
        raise Unreadable(
            f"it has more than {MOST_BYTES // 1_000_000} MB; take the pictures out of the document and send it again"
        )
    _refuse_other_kinds(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_other_documents(archive)
            return Package(_unpacked(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        raise Unreadable(
            "it is damaged or was not copied as a whole; open it in Word, choose Save as, and send the copy"
        ) from None


def _refuse_other_kinds(content: bytes) -> None:
    if not content:
        raise Unreadable("it is empty; send the form again")
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Unreadable(
                "it has a password; open it in Word, remove the password (File, Info, Protect Document), and send it"
            )
        raise Unreadable(f"it is an old Word document (.doc): {_AS_DOCX}")
    for beginning, advice in _BEGINNINGS:
        if content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(beginning):
            raise Unreadable(advice)
    if not content.startswith(b"PK"):
        raise Unreadable(f"it is not a Word document: {_AS_DOCX}")


def _refuse_other_documents(archive: zipfile.ZipFile) -> None:
    """Zip files of another kind, and documents that carry programs."""
    names = archive.namelist()
    if len(names) > MOST_PARTS:
        raise Unreadable(_bomb())
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        raise Unreadable("it has a password; remove it and send the document again")
    if len(set(names)) < len(names):
        raise Unreadable("it holds a part twice, as Word never writes it, and is not read")
    if "mimetype" in names and "content.xml" in names:
        raise Unreadable(f"it is an OpenDocument file (.odt): {_AS_DOCX}")
    if "[Content_Types].xml" not in names:
        raise Unreadable("it is a zip file and not a Word document; take the document out of it and send that")
    if _has_macros(archive, names):
        raise Unreadable(
            "it carries macros (programs), and is not read; save it without them, as a Word document (.docx)"
        )
    for folder, kind in (("xl/", "a spreadsheet"), ("ppt/", "a presentation")):
        if any(part.startswith(folder) for part in names) and "word/document.xml" not in names:
            raise Unreadable(f"it is {kind}; copy its words into the form and send that")


def _has_macros(archive: zipfile.ZipFile, names: list[str]) -> bool:
    """Whether the document is of a kind that may carry programs, or carries some."""
    with archive.open("[Content_Types].xml") as part:
        kinds = part.read(1_000_000).lower()
    return b"macroenabled" in kinds or any("vbaproject" in part.lower() for part in names)


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The parts that are XML; never more bytes than the limits, whatever the archive says of their size."""
    found: dict[str, bytes] = {}
    left = MOST_UNPACKED
    for entry in archive.infolist():
        if not entry.filename.lower().endswith((".xml", ".rels")):
            continue
        with archive.open(entry) as part:
            content = part.read(min(MOST_IN_A_PART, left) + 1)
        left -= len(content)
        is_packed_tight = len(content) > 1_000_000 and len(content) > MOST_RATIO * max(entry.compress_size, 1)
        if left < 0 or len(content) > MOST_IN_A_PART or is_packed_tight:
            raise Unreadable(_bomb())
        found[entry.filename] = content
    return found


def _bomb() -> str:
    return (
        "it would unpack to far more than a form holds, and is not read; copy its words into a new form and send that"
    )


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The file's bytes: the same parts make the same bytes, whenever and wherever.

    Nothing is compressed, because libraries that do so differ.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part, content in parts.items():
            entry = zipfile.ZipInfo(part, _FIXED)
            entry.external_attr = 0o600 << 16
            entry.create_system = 0
            archive.writestr(entry, content)
    return made.getvalue()
