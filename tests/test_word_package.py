"""Files that are no form: each is refused in words that tell its sender what to do, before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

import pytest

from cspsite.errors import UsageError
from cspsite.word import package, xml
from cspsite.word.errors import Unreadable
from cspsite.word.package import opened, packed
from cspsite.word.xml import parsed
from tests.word_forms import BURGLARY, OldForm, read

LOCKS = ("Fit new locks", BURGLARY, "Amber", "Ten were fitted.")
_AS_DOCX = "open it in Word, choose Save as, Word document (.docx), and send that"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file of some parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def with_part(name: str, content: str | bytes) -> bytes:
    """Return an old form with a part put in, or put in another's place."""
    with zipfile.ZipFile(io.BytesIO(OldForm([LOCKS]).content)) as archive:
        parts: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    return zipped({**parts, name: content})


def encrypted() -> bytes:
    """Return a zip file whose first entry says that it has a password."""
    content = bytearray(zipped({"[Content_Types].xml": _TYPES, "word/document.xml": "<x/>"}))
    for start in (content.find(b"PK\x03\x04") + 6, content.find(b"PK\x01\x02") + 8):
        content[start] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    "content,message",
    [
        (b"", "it is empty; send the form again"),
        (b"Dear all, here is the update.", f"it is not a Word document: {_AS_DOCX}"),
        (b"%PDF-1.7 ...", "it is a PDF; send the Word document that it was made from"),
        (b"{\\rtf1 hello}", f"it is Rich Text; {_AS_DOCX}"),
        (b"\x89PNG\r\n\x1a\n", "it is a picture; send the Word document itself, not a picture of it"),
        (b"\xff\xd8\xff\xe0 JFIF", "it is a picture; send the Word document itself, not a picture of it"),
        (b"\xef\xbb\xbf<html>form</html>", f"it is a web page or XML; {_AS_DOCX}"),
        (_OLE + b"WordDocument", f"it is an old Word document (.doc): {_AS_DOCX}"),
        (
            _OLE + "EncryptedPackage".encode("utf-16-le"),
            "it has a password; open it in Word, remove the password (File, Info, Protect Document), and send it",
        ),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
            f"it is an OpenDocument file (.odt): {_AS_DOCX}",
        ),
        (
            zipped({"[Content_Types].xml": _TYPES, "xl/workbook.xml": "<x/>"}),
            "it is a spreadsheet; copy its words into the form and send that",
        ),
        (
            zipped({"[Content_Types].xml": _TYPES, "ppt/presentation.xml": "<x/>"}),
            "it is a presentation; copy its words into the form and send that",
        ),
        (
            zipped({"form.docx": b"x"}),
            "it is a zip file and not a Word document; take the document out of it and send that",
        ),
        (
            OldForm([LOCKS]).content[:-2000],
            "it is damaged or was not copied as a whole; open it in Word, choose Save as, and send the copy",
        ),
        (encrypted(), "it has a password; remove it and send the document again"),
        (
            with_part("word/vbaProject.bin", b"x"),
            "it carries macros (programs), and is not read; save it without them, as a Word document (.docx)",
        ),
        (
            zipped({"[Content_Types].xml": _TYPES.replace("/>", "><x a='x.macroEnabled.main+xml'/></Types>")}),
            "it carries macros (programs), and is not read; save it without them, as a Word document (.docx)",
        ),
        (zipped({"[Content_Types].xml": _TYPES, "x.xml": "<x/>"}), f"this is not a Word document: {_AS_DOCX}"),
    ],
)
def test_other_files(content: bytes, message: str) -> None:
    """What people send instead of the form is told by name, and what to do about it."""
    with pytest.raises(UsageError) as error:
        read(content)
    assert str(error.value) == f"form.docx cannot be read: {message}"


_BOMB = "it would unpack to far more than a form holds, and is not read; copy its words into a new form and send that"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(with_part("word/media.xml", b"\0" * 5_000_000), id="ratio"),
        pytest.param(with_part("word/styles.xml", bytes(range(256)) * 62_500), id="part"),
        pytest.param(zipped({f"{i}.xml": "<x/>" for i in range(1001)}), id="entries"),
    ],
)
def test_zip_bombs(content: bytes) -> None:
    """An archive that unpacks to more than any form is not unpacked."""
    with pytest.raises(UsageError, match=_BOMB):
        read(content)


def test_parts_that_together_are_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many parts below the limit of one are stopped by the limit of all."""
    monkeypatch.setattr(package, "MOST_UNPACKED", 10_000)
    with pytest.raises(Unreadable, match="far more than a form holds"):
        opened(zipped({"[Content_Types].xml": _TYPES, **{f"{i}.xml": "x" * 4_000 for i in range(3)}}))


def test_a_lie_about_the_size() -> None:
    """What the archive says of a part's size is not believed: what comes out is counted."""
    content = with_part("word/media.xml", b"\0" * 5_000_000)
    assert content.count((5_000_000).to_bytes(4, "little")) == 2
    with pytest.raises(UsageError, match=r"damaged|far more"):
        read(content.replace((5_000_000).to_bytes(4, "little"), (50).to_bytes(4, "little")))


def test_a_very_large_file() -> None:
    """A file of more than 20 MB is not looked into."""
    with pytest.raises(Unreadable, match="more than 20 MB; take the pictures out"):
        opened(b"PK" + b"\0" * package.MOST_BYTES)


def test_a_part_twice() -> None:
    """Two parts of one name could show one thing to Word and another to us."""
    content = zipped({"[Content_Types].xml": _TYPES, "word/a.xml": "<x/>", "word/b.xml": "<x/>"})
    with pytest.raises(Unreadable, match="it holds a part twice"):
        opened(content.replace(b"word/b.xml", b"word/a.xml"))


_LOL = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
_FILE = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [_LOL, _FILE, '<!DOCTYPE l SYSTEM "http://example.org/x.dtd">'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities(doctype: str, encoding: str) -> None:
    """A document type is refused in whatever encoding, before any entity is expanded or fetched."""
    document = f"{doctype}<w:document {_W}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
    with pytest.raises(
        UsageError, match=r"the document was tampered with \(word/document.xml declares a document type"
    ):
        read(with_part("word/document.xml", document.encode(encoding)))


def test_deep_and_wide_xml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elements within elements without end, or more of them than a form has, are not read."""
    with pytest.raises(Unreadable, match="far larger than the form"):
        parsed(b"<x>" * 300 + b"</x>" * 300, "x")
    monkeypatch.setattr(xml, "MOST_ELEMENTS", 10)
    with pytest.raises(Unreadable, match="far larger than the form"):
        parsed(b"<x>" + b"<y/>" * 10 + b"</x>", "x")


def test_broken_xml() -> None:
    """A part that is no XML is a damaged document."""
    with pytest.raises(UsageError, match=r"the document is damaged \(word/document.xml cannot be read\)"):
        read(with_part("word/document.xml", "<w:document>"))


def test_huge_text() -> None:
    """A book is no form."""
    form = OldForm([LOCKS])
    form.lines("long " * 100_000)
    with pytest.raises(UsageError, match=r"characters, and a form has a few thousand; put long texts elsewhere"):
        form.read()


def test_rows_without_end() -> None:
    """More rows than any form has are refused: each would be joined to the one above."""
    cells = "<w:tc><w:p><w:r><w:t>y</w:t></w:r></w:p></w:tc>" * 4
    form = OldForm([("Fit new locks", "", "Red", "Ten.")])
    form.xml(f"<w:tbl>{f'<w:tr>{cells}</w:tr>' * 800}</w:tbl>")
    with pytest.raises(UsageError, match="paragraphs and cells, and a form has a few hundred; delete the rows"):
        form.read()


def test_a_paragraph_that_would_be_parsed_for_hours() -> None:
    """A paragraph of brackets without end, in the text or in a comment, is refused before anything parses it."""
    message = "has 10,001 characters, and 10,000 are read; break it up with the Enter key"
    form = OldForm([("Fit new locks", "", "Red", "[" * 10_001)])
    with pytest.raises(UsageError, match=message):
        form.read()
    form = OldForm([("Fit new locks", "", "Red", "Ten.")])
    form.document.add_comment(form.document.paragraphs[1].runs, text="[" * 10_001)
    with pytest.raises(UsageError, match=message):
        form.read()


@pytest.mark.parametrize(
    "inside,message",
    [
        ("<w:r><w:drawing/></w:r>", "it holds only pictures, perhaps of a page; type the words into the form"),
        ("", "it holds no words; type the words into the form and send that"),
        ("<w:r><w:t>Dear all, all is well.</w:t></w:r>", "it is not the form: it has neither its boxes nor its table"),
    ],
)
def test_documents_that_are_no_form(inside: str, message: str) -> None:
    """A scan, an empty page and a letter are told apart."""
    body = f"<w:document {_W}><w:body><w:p>{inside}</w:p></w:body></w:document>"
    with pytest.raises(UsageError, match=message):
        read(with_part("word/document.xml", body))


def test_strict_open_xml() -> None:
    """Word's strict form has other names for the same, and is read."""
    with zipfile.ZipFile(io.BytesIO(OldForm([LOCKS]).content)) as archive:
        document = archive.read("word/document.xml").decode()
    own = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = document.replace(own, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert strict != document
    assert read(with_part("word/document.xml", strict)).report.updates[0].progress == "Ten were fitted."


def test_the_same_parts_make_the_same_bytes() -> None:
    """A package holds no time of day and nothing of the machine, and does not depend on a library's compression."""
    content = packed({"a.xml": b"<x/>"})
    assert zlib.crc32(content) == zlib.crc32(packed({"a.xml": b"<x/>"}))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (entry,) = archive.infolist()
    assert (entry.date_time, entry.compress_type, entry.create_system) == ((1980, 1, 1, 0, 0, 0), 0, 0)
