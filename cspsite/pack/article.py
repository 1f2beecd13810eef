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
        "csp-papers",
        "csp-write",
    ]
)
_NO_PAPER = frozenset(["script", "style", "template", "noscript", "button", "input", "select", "textarea", "form"])
#: Attributes that name ids of the same page.
_NAMING = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
_PAINT = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
_LEVELS = {f"h{n}": n for n in range(1, 7)}
#: What each heading is in the pack, whose own title is the only one of the first level.
_BELOW = {f"h{n}": f"h{n + 1}" for n in range(1, 6)}
#: Boxes of a report, and the number of letters from which one fills more than half a sheet; such a one may be cut.
_BOXES = frozenset(["csp-update", "csp-issue"])
_LONG = 1700
#: What paper says instead of a link to a form, and the one attribute for scripts that says something without one too.
_INSTEAD = "data-paper"
_SPEAKING = "data-label"


@dataclass(frozen=True)
class Way:
    """Where a link leads from the pack: an address, empty where the words stand without a link.

    `whole` is the same with the site's own address before it, as paper has to say it; empty where that is not known,
    or where it leads to another paper.
    """

    to: str
    whole: str = ""


#: Says where a link of an article leads.
Leads = Callable[[str], Way]


@dataclass(frozen=True)
class Heading:
    """A heading with its level, its words, and the id by which it is found."""

    level: int
    text: str
    id: str


def on_paper(article: Element) -> Element:
    """An article without what is only for a screen, nor the parts that the pack has as papers of their own."""
    return _without_groups(article.kept(_is_for_paper))


def _is_for_paper(within: Element, one: Element) -> bool:
    if one.tag in _NO_PAPER or _LEFT_OUT & {*one.classes}:
        return False
    if "csp-evidence" in within.classes and "csp-workings" in one.classes:
        return False  # the workings of every figure of a target; those that a report quotes stand below its words
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
    """An article as it stands in the pack: its ids begin with the section's, its links lead where `leads` says.

    Its headings are a level lower.
    """

    def change(one: Element) -> Element:
        """One element as it stands in the pack."""
        scrolls = one.attributes.get("role") == "region"
        given = {name: value for name, value in one.attributes.items() if not _is_for_scripts(name, scrolls)}
        attributes = {name: _named(section, name, value) for name, value in given.items()}
        if _INSTEAD in one.attributes:
            one = replace(one, children=[*one.children, one.attributes[_INSTEAD]])
        if one.tag == "details" and "csp-illustrative" not in one.classes:
            attributes["open"] = ""
        if _BOXES & {*one.classes} and len(one.text) > _LONG:
            attributes["class"] += " csp-long"
        if one.tag == "figure":
            attributes["role"] = "group"  # else it is tagged as a picture without words, around the one that has them
        if one.tag != "a":
            return replace(one, tag=_BELOW.get(one.tag, one.tag), attributes=attributes)
        return _link(one, attributes, leads(attributes.pop("href", "")), section)

    return article.changed(change)


def _link(one: Element, attributes: dict[str, str], way: Way, section: str) -> Element:
    """A link that leads that way, or its words alone; one to another paper says so to whoever hears it."""
    if not way.to:
        return replace(one, tag="span", attributes=attributes)
    told = {"href": way.to}
    if way.whole:
        told["data-address"] = way.whole
    elif way.to.startswith("#") and not f"{way.to}-".startswith(f"#{section}-"):
        told["aria-label"] = f"{attributes.get('aria-label') or one.text}, in these papers"
    return replace(one, attributes=attributes | told)


def _is_for_scripts(name: str, scrolls: bool) -> bool:
    """Whether an attribute is for a script alone, or for a keyboard where nothing scrolls."""
    if name == "tabindex":
        return not scrolls
    return name.startswith(("data-", "on")) and name != _SPEAKING


def _named(section: str, name: str, value: str) -> str:
    """An attribute's value with the ids in it made the section's own."""
    if name == "id":
        return f"{section}-{value}"
    if name in _NAMING:
        return " ".join(f"{section}-{id}" for id in value.split())
    return _PAINT.sub(rf"url(#{section}-\1)", value)
