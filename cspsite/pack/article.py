"""A page's article made ready for paper: what is for a screen left out, what is folded opened, ids made its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cspsite.pack.markup import Element

#: What one selects, types into or plays with, and what the pack says in another place or leaves to the site.
_LEFT_OUT = frozenset(
    [
        "headerlink",
        "md-content__button",
        "csp-copy",
        "csp-checks",
        "csp-exhibit__live",
        "csp-exhibit__more",
        "csp-exhibit__table",
        "csp-footnote",
        "csp-form__write",
        "csp-paper",
        "csp-write",
    ]
)
_NO_PAPER = frozenset(["script", "style", "template", "noscript", "button", "input", "select", "textarea", "form"])
#: Attributes that name ids of the same page.
_NAMING = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
_PAINT = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
_LEVELS = {f"h{n}": n for n in range(1, 7)}

#: Where a link leads from the pack: an address, or nothing where the words stand without a link.
Leads = Callable[[str], str]


@dataclass(frozen=True)
class Heading:
    """A heading with its level, its words, and the id by which it is found."""

    level: int
    text: str
    id: str


def on_paper(article: Element) -> Element:
    """An article without what is only for a screen, nor the parts that the pack has as papers of their own."""
    return _without_groups(article.kept(_is_for_paper))


def _is_for_paper(one: Element) -> bool:
    if one.tag in _NO_PAPER or _LEFT_OUT & {*one.classes}:
        return False
    return "hidden" not in one.attributes


def _without_groups(article: Element) -> Element:
    """A meeting's article without what it repeats of each group's report: from a heading to the next of its level."""
    children, skipped = list[Element | str](), False
    for child in article.children:
        if isinstance(child, Element):
            is_group = child.id.startswith("group-")
            skipped = is_group or (skipped and child.tag != "h2")
        if not skipped:
            children.append(child)
    return replace(article, children=children)


def headings(article: Element) -> Iterator[Heading]:
    """Its headings in order."""
    for one in article.walk():
        if one.tag in _LEVELS:
            yield Heading(_LEVELS[one.tag], one.text, one.id)


def ids(article: Element) -> frozenset[str]:
    """Every id in it."""
    return frozenset(one.id for one in article.walk() if one.id)


def in_pack(article: Element, section: str, leads: Leads) -> Element:
    """An article as it stands in the pack: its ids begin with the section's, its links lead where `leads` says."""

    def change(one: Element) -> Element:
        """One element as it stands in the pack."""
        given = {name: value for name, value in one.attributes.items() if not _is_for_screens(name)}
        attributes = {name: _named(section, name, value) for name, value in given.items()}
        if one.tag == "details":
            attributes["open"] = ""
        if one.tag == "figure":
            attributes["role"] = "group"  # else it is tagged as a picture without words, around the one that has them
        if one.tag != "a":
            return replace(one, attributes=attributes)
        to = leads(attributes.pop("href", ""))
        return replace(one, tag="a" if to else "span", attributes=attributes | ({"href": to} if to else {}))

    return article.changed(change)


def _is_for_screens(name: str) -> bool:
    return name == "tabindex" or (name.startswith(("data-", "on")) and name != "data-paper")


def _named(section: str, name: str, value: str) -> str:
    """An attribute's value with the ids in it made the section's own."""
    if name == "id":
        return f"{section}-{value}"
    if name in _NAMING:
        return " ".join(f"{section}-{id}" for id in value.split())
    return _PAINT.sub(rf"url(#{section}-\1)", value)
