"""The XML within a Word document: read without a document type, and so without entities, and within limits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from cspsite.word.errors import Unreadable

NAMESPACES: Mapping[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
#: The names that "Strict Open XML" has for the same.
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": NAMESPACES["w"],
    "http://purl.oclc.org/ooxml/officeDocument/relationships": NAMESPACES["r"],
    "http://purl.oclc.org/ooxml/officeDocument/math": NAMESPACES["m"],
}
#: Far more than a form has; what has more is no form.
MOST_ELEMENTS = 400_000
DEEPEST = 200
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

for _prefix in ("w", "r"):
    ElementTree.register_namespace(_prefix, NAMESPACES[_prefix])


def name(prefixed: str) -> str:
    """The full name of `w:p`."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def local(element: Element) -> str:
    """The name of a Word element without its namespace; the full name where it is not one of Word's own."""
    return element.tag.removeprefix(f"{{{NAMESPACES['w']}}}")


def value(element: Element | None, attribute: str = "w:val", default: str = "") -> str:
    """An attribute of an element that may not be there."""
    return default if element is None else element.get(name(attribute), default)


def child(element: Element | None, *path: str) -> Element | None:
    """The first element below by a path such as `w:pPr`, `w:numPr`."""
    for step in path:
        element = None if element is None else element.find(name(step))
    return element


def is_on(properties: Element | None, prefixed: str) -> bool:
    """Whether a property such as `w:b` is there and not switched off."""
    found = child(properties, prefixed)
    return found is not None and value(found, default="true").lower() not in ("0", "false", "off", "none")


def whole(text: str, otherwise: int, most: int) -> int:
    """The whole number that an attribute gives, and no more than `most`."""
    return min(int(text), most) if re.fullmatch("[0-9]{1,9}", text) else otherwise


def chosen(part: Element) -> Element:
    """Of two ways to show one thing the first; the element itself where there is only one."""
    found = child(part, "mc:Choice")
    found = child(part, "mc:Fallback") if found is None else found
    return part if found is None else found


def element(prefixed: str, attributes: Mapping[str, str] | None = None, *children: Element) -> Element:
    """An element with attributes such as `{"w:val": "1"}` and what it holds."""
    made = Element(name(prefixed), {name(key): legal(text) for key, text in (attributes or {}).items()})
    made.extend(children)
    return made


def text_element(prefixed: str, text: str) -> Element:
    """An element that holds words, with their spaces."""
    made = element(prefixed, {"xml:space": "preserve"})
    made.text = legal(text)
    return made


def legal(text: str) -> str:
    """The text without signs that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def written(root: Element) -> bytes:
    """The part's bytes, the same each time."""
    content: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return content


def parsed(content: bytes, part: str) -> Element:
    """The root of a part; raises Unreadable where it is broken, declares a document type, or is past the limits."""
    reader = _Reader(part)
    try:
        return reader.read(content)
    except expat.ExpatError:
        raise Unreadable(
            f"the document is damaged ({part} cannot be read); open it in Word, choose Save as, and send the copy"
        ) from None


class _Reader:
    """Builds a tree from what expat finds, and stops at once at what no form has."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.builder = TreeBuilder()
        self.elements = self.depth = 0
        self.names: dict[str, str] = {}

    def read(self, content: bytes) -> Element:
        """The root of the part; raises Unreadable and expat's errors."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self.refuse
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.builder.data
        parser.Parse(content, True)
        return self.builder.close()

    def refuse(self, *_: object) -> None:
        """Word writes no document type: whoever put one in wants entities to be expanded, or files to be fetched."""
        raise Unreadable(
            f"the document was tampered with ({self.part} declares a document type), and is not read; "
            "copy its words into the form and send that"
        )

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins, if there are not too many already."""
        self.elements += 1
        self.depth += 1
        if self.elements > MOST_ELEMENTS or self.depth > DEEPEST:
            raise Unreadable(
                "the document is far larger than the form, and is not read; copy its words into the form and send that"
            )
        self.builder.start(self.name(tag), {self.name(key): text for key, text in attributes.items()})

    def end(self, tag: str) -> None:
        """The last element that began ends."""
        self.depth -= 1
        self.builder.end(self.name(tag))

    def name(self, given: str) -> str:
        """The name as `{namespace}local`, with Word's usual namespaces for those of its strict form."""
        if given not in self.names:
            space, is_named, local = given.rpartition("}")
            self.names[given] = f"{{{_STRICT.get(space, space)}}}{local}" if is_named else given
        return self.names[given]
