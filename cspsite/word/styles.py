"""What a Word document's styles and list definitions say of a paragraph: heading, item of a list, bold, italic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal
from xml.etree.ElementTree import Element

from cspsite.word.xml import child, is_on, name, value, whole

_HEADING = re.compile(r"(heading|title|überschrift)\b", re.IGNORECASE)
Marker = Literal["bullet", "number"]


class Styles:
    """The document's styles, by id."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.iter(name("w:style"))
        self._styles = {value(style, "w:styleId"): style for style in found}

    def chain(self, id: str) -> Iterator[Element]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while id in self._styles and id not in seen:
            seen.add(id)
            yield self._styles[id]
            id = value(child(self._styles[id], "w:basedOn"))

    def named(self, id: str) -> str:
        """What people call a style; its id where it has no name."""
        return value(child(self._styles.get(id), "w:name")) or id

    def is_heading(self, id: str) -> bool:
        """Whether a paragraph of that style is a heading."""
        return any(_HEADING.match(value(child(style, "w:name"))) for style in self.chain(id)) or bool(
            _HEADING.match(id)
        )

    def numbering(self, id: str) -> Element | None:
        """The list that paragraphs of that style belong to."""
        found = (child(style, "w:pPr", "w:numPr") for style in self.chain(id))
        return next((numbering for numbering in found if numbering is not None), None)

    def looks(self, id: str, prefixed: str) -> bool:
        """Whether a character style makes words bold or italic."""
        return any(is_on(child(style, "w:rPr"), prefixed) for style in self.chain(id))


class Lists:
    """The document's lists: what marks an item, and its number."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else list(root)
        self._abstract = {value(one, "w:abstractNumId"): one for one in found if one.tag == name("w:abstractNum")}
        self._lists = {value(one, "w:numId"): one for one in found if one.tag == name("w:num")}
        self._counts: dict[str, dict[int, int]] = {}

    def item(self, id: str, level: int) -> tuple[Marker | None, int]:
        """What marks the next item of a list at a level, and its number; no marker where it is no list."""
        if id not in self._lists:
            return None, 1
        form = value(child(self._level(id, level), "w:numFmt"), default="decimal")
        if form == "none":
            return None, 1
        if form == "bullet":
            return "bullet", 1
        counts = self._counts.setdefault(id, {})
        counts[level] = counts.get(level, self._start(id, level) - 1) + 1
        self._counts[id] = {depth: count for depth, count in counts.items() if depth <= level}
        return "number", counts[level]

    def _level(self, id: str, level: int) -> Element | None:
        own = self._override(id, level, "w:lvl")
        if own is not None:
            return own
        abstract = self._abstract.get(value(child(self._lists[id], "w:abstractNumId")))
        levels = [] if abstract is None else abstract.findall(name("w:lvl"))
        return next((one for one in levels if value(one, "w:ilvl") == str(level)), None)

    def _override(self, id: str, level: int, prefixed: str) -> Element | None:
        for override in self._lists[id].findall(name("w:lvlOverride")):
            if value(override, "w:ilvl") == str(level):
                return child(override, prefixed)
        return None

    def _start(self, id: str, level: int) -> int:
        given = value(self._override(id, level, "w:startOverride")) or value(child(self._level(id, level), "w:start"))
        return whole(given, 1, 32_767)
