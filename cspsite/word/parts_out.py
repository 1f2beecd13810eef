"""A Word document's parts around its words: its title, its styles, its lists, its links and its footer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from cspsite.word.package import packed
from cspsite.word.prose_out import BULLETS, DEEPEST, NumberedList, Writer
from cspsite.word.xml import element, legal, text_element, written

_PARTS = Path(__file__).parent / "parts"
_CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_FIXED = ("styles", "settings", "numbering", "footer")
_SIGNS = ("•", "◦", "▪")

for _prefix, _address in _CORE.items():
    ElementTree.register_namespace(_prefix, _address)


def document(blocks: Sequence[Element], writer: Writer, title: str, subject: str) -> bytes:
    """The document's bytes; the same blocks make the same bytes. `writer` has made them."""
    body = element("w:body", None, *blocks, _section())
    parts = {
        "[Content_Types].xml": (_PARTS / "content-types.xml").read_bytes(),
        "_rels/.rels": (_PARTS / "package.rels").read_bytes(),
        "docProps/core.xml": _core(title, subject),
        "word/document.xml": written(element("w:document", None, body)),
        "word/_rels/document.xml.rels": _relationships(writer.links),
        "word/styles.xml": (_PARTS / "styles.xml").read_bytes(),
        "word/settings.xml": (_PARTS / "settings.xml").read_bytes(),
        "word/numbering.xml": written(_numbering(writer.lists)),
        "word/footer1.xml": written(_footer(title)),
    }
    return packed(parts)


def _section() -> Element:
    """The page: A4, with a footer."""
    margin = {f"w:{side}": "1000" for side in ("top", "right", "bottom", "left")}
    return element(
        "w:sectPr",
        None,
        element("w:footerReference", {"w:type": "default", "r:id": "rId4"}),
        element("w:pgSz", {"w:w": "11906", "w:h": "16838"}),
        element("w:pgMar", {**margin, "w:header": "500", "w:footer": "500", "w:gutter": "0"}),
    )


def _core(title: str, subject: str) -> bytes:
    """The document's properties: its title and language, and nothing of whoever made it."""
    root = Element(f"{{{_CORE['cp']}}}coreProperties")
    for name, text in (("title", title), ("subject", subject), ("language", "en-GB")):
        ElementTree.SubElement(root, f"{{{_CORE['dc']}}}{name}").text = legal(text)
    return written(root)


def _relationships(links: Mapping[str, str]) -> bytes:
    """Where the document points to: its other parts, and the addresses that its words link to."""
    root = Element("Relationships", {"xmlns": _PACKAGE})  # without a prefix: LibreOffice reads no other
    for i, kind in enumerate(_FIXED, 1):
        file = "footer1.xml" if kind == "footer" else f"{kind}.xml"
        _relationship(root, f"rId{i}", kind, file)
    for address, id in links.items():
        _relationship(root, id, "hyperlink", address).set("TargetMode", "External")
    return written(root)


def _relationship(root: Element, id: str, kind: str, target: str) -> Element:
    return ElementTree.SubElement(
        root, "Relationship", {"Id": id, "Type": f"{_OFFICE}/{kind}", "Target": legal(target)}
    )


def _numbering(lists: Sequence[NumberedList]) -> Element:
    """The document's lists: one with bullets, and one for each numbered list, which begins with its own number."""
    root = element("w:numbering")
    root.append(_abstract("0", [("bullet", _SIGNS[level % len(_SIGNS)]) for level in range(DEEPEST + 1)]))
    root.append(_abstract("1", [("decimal", f"%{level + 1}.") for level in range(DEEPEST + 1)]))
    root.append(element("w:num", {"w:numId": BULLETS}, element("w:abstractNumId", {"w:val": "0"})))
    for one in lists:
        start = element("w:startOverride", {"w:val": str(one.start)})
        override = element("w:lvlOverride", {"w:ilvl": str(one.level)}, start)
        root.append(element("w:num", {"w:numId": one.id}, element("w:abstractNumId", {"w:val": "1"}), override))
    return root


def _abstract(id: str, levels: list[tuple[str, str]]) -> Element:
    made = element("w:abstractNum", {"w:abstractNumId": id}, element("w:multiLevelType", {"w:val": "hybridMultilevel"}))
    for level, (form, sign) in enumerate(levels):
        inset = {"w:left": str(360 * (level + 1)), "w:hanging": "360"}
        made.append(
            element(
                "w:lvl",
                {"w:ilvl": str(level)},
                element("w:start", {"w:val": "1"}),
                element("w:numFmt", {"w:val": form}),
                element("w:lvlText", {"w:val": sign}),
                element("w:lvlJc", {"w:val": "left"}),
                element("w:pPr", None, element("w:ind", inset)),
            )
        )
    return made


def _footer(title: str) -> Element:
    """What stands below each page: which form it is, and which page of how many."""
    return element(
        "w:ftr",
        None,
        element(
            "w:p",
            None,
            element("w:pPr", None, element("w:pStyle", {"w:val": "Footer"})),
            _words(title),
            element("w:r", None, element("w:tab")),
            _words("Page "),
            _counted("PAGE"),
            _words(" of "),
            _counted("NUMPAGES"),
        ),
    )


def _words(text: str) -> Element:
    return element("w:r", None, text_element("w:t", text))


def _counted(field: str) -> Element:
    return element("w:fldSimple", {"w:instr": field}, _words("1"))
