"""The HTML of a built page as a small tree, from which an article is taken out and written again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape

from markupsafe import Markup, escape

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
#: What holds text that is no HTML, with what ends it; the pack takes nothing over from it.
_RAW = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in ("script", "style")}


@dataclass(frozen=True)
class Element:
    """One element; `children` are elements and text, in order. An attribute without a value has an empty one."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The names in its class attribute."""
        return self.attributes.get("class", "").split()

    @property
    def id(self) -> str:
        """Its id, or nothing."""
        return self.attributes.get("id", "")

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the document."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def first(self, tag: str) -> Element | None:
        """The first element below with that tag."""
        return next((one for one in self.walk() if one.tag == tag and one is not self), None)

    @property
    def text(self) -> str:
        """All its words, in one line."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in _RAW:
                yield from child._pieces()
                yield "" if child.tag in _INLINE else " "

    def kept(self, keep: Callable[[Element, Element], bool]) -> Element:
        """This element without those below that are not to be kept; `keep` is asked of each within its parent."""
        children = [
            child if isinstance(child, str) else child.kept(keep)
            for child in self.children
            if isinstance(child, str) or keep(self, child)
        ]
        return replace(self, children=children)

    def changed(self, change: Callable[[Element], Element]) -> Element:
        """This element and all below it, each as `change` makes it; what is below first."""
        children = [child if isinstance(child, str) else child.changed(change) for child in self.children]
        return change(replace(self, children=children))

    @property
    def html(self) -> Markup:
        """The element as HTML: every text and every value escaped."""
        written: list[str] = []
        self._write(written)
        return Markup("".join(written))  # noqa: S704 - every name, value and text is escaped on the way

    def _write(self, written: list[str]) -> None:
        attributes = "".join(f' {escape(name)}="{escape(value)}"' for name, value in self.attributes.items())
        written.append(f"<{escape(self.tag)}{attributes}>")
        for child in self.children:
            if isinstance(child, str):
                written.append(escape(child))
            else:
                child._write(written)
        if self.tag not in _VOID:
            written.append(f"</{escape(self.tag)}>")


_INLINE = frozenset(["a", "abbr", "b", "code", "del", "em", "i", "ins", "span", "strong", "sub", "sup", "text"])


#: A comment or declaration, or a tag: its slash if it ends an element, its name, and its attributes.
_TAG = re.compile(r"""<!--.*?-->|<[!?][^>]*>|<(/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>""", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


def read(html: str) -> Element:
    """The tree of a page, below an element without a tag; never raises.

    It takes half the time of Python's own parser: the papers of a year are put together at every build.
    """
    reader, at = _Reader(), 0
    while found := _TAG.search(html, at):
        reader.text(html[at : found.start()])
        end, name, attributes = found.groups()
        at = found.end()
        if end:
            reader.ends(name.lower())
        elif name:
            reader.begins(name.lower(), attributes)
            at = reader.past_raw(name.lower(), html, at)
    reader.text(html[at:])
    return reader.open[0]


class _Reader:
    """Builds the tree; `open` are the elements that have begun and not ended, the outermost first."""

    def __init__(self) -> None:
        self.open = [Element("")]

    def begins(self, tag: str, attributes: str) -> None:
        """An element begins; one that holds nothing, or says so as in SVG, ends at once."""
        made = Element(tag, {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(attributes)})
        self.open[-1].children.append(made)
        if tag not in _VOID and not attributes.endswith("/"):
            self.open.append(made)

    def ends(self, tag: str) -> None:
        """An element ends, with all that are open within it; an end without a beginning is passed over."""
        if self.open[-1].tag == tag:
            self.open.pop()
        elif any(one.tag == tag for one in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def text(self, text: str) -> None:
        """Text within the innermost open element."""
        if text:
            self.open[-1].children.append(unescape(text))

    def past_raw(self, tag: str, html: str, at: int) -> int:
        """Where to read on: past the text of a script or a style, which is no HTML."""
        if tag not in _RAW:
            return at
        found = _RAW[tag].search(html, at)
        end = found.start() if found else len(html)
        if end > at:
            self.open[-1].children.append(html[at:end])
        return end
