"""The HTML of a built page as a small tree, from which an article is taken out and written again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from markupsafe import Markup, escape

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
#: What holds text that is no HTML; the pack takes nothing over from it.
_RAW = frozenset(["script", "style"])


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

    def kept(self, keep: Callable[[Element], bool]) -> Element:
        """This element without those below that are not to be kept."""
        children = [
            child if isinstance(child, str) else child.kept(keep)
            for child in self.children
            if isinstance(child, str) or keep(child)
        ]
        return replace(self, children=children)

    def changed(self, change: Callable[[Element], Element]) -> Element:
        """This element and all below it, each as `change` makes it; what is below first."""
        children = [child if isinstance(child, str) else child.changed(change) for child in self.children]
        return change(replace(self, children=children))

    @property
    def html(self) -> Markup:
        """The element as HTML: every text and every value escaped."""
        return Markup("").join(self._written())

    def _written(self) -> Iterator[Markup]:
        attributes = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in self.attributes.items())
        yield Markup("<{}{}>").format(self.tag, attributes)
        for child in self.children:
            if isinstance(child, str):
                yield escape(child)
            else:
                yield from child._written()
        if self.tag not in _VOID:
            yield Markup("</{}>").format(self.tag)


_INLINE = frozenset(["a", "abbr", "b", "code", "del", "em", "i", "ins", "span", "strong", "sub", "sup", "text"])


class _Reader(HTMLParser):
    """Builds the tree; `open` are the elements that have begun and not ended, the outermost first."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; one that holds nothing ends at once."""
        self._begin(tag, attrs)
        if tag in _VOID:
            self.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins and ends, as in SVG."""
        self._begin(tag, attrs)
        self.open.pop()

    def _begin(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(made)
        self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        """An element ends, with all that are open within it; an end without a beginning is passed over."""
        if any(one.tag == tag for one in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Text within the innermost open element."""
        self.open[-1].children.append(data)


def read(html: str) -> Element:
    """The tree of a page, below an element without a tag; never raises."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.open[0]
