"""A file of the site: a page with its place in the navigation, or a download."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site at `path`; `content` is text, or bytes for what is not text.

    `source` is the file in the data folder that the edit button leads to, empty where there is none.
    """

    path: str
    content: str | bytes
    source: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is a file: its address, its words for menus and search engines, and its Markdown.

    `address` is the page's folder, such as `groups/x/`; it is empty for the home page, which needs no title but the
    site's. `search` says how the site's search treats it: 1 as usual, more to come first, less to come later, 0 to be
    left out; `tags` are words that it is found by before all others. `menu` says whether the menu shows it while
    another page is open. `is_indexed` says whether search engines may list it. `dataset` tells them what data it leads
    to, in the words of schema.org.
    """

    address: str
    title: str
    description: str
    markdown: str
    source: str
    search: float = 1
    toc: bool = True
    menu: bool = True
    is_indexed: bool = True
    tags: tuple[str, ...] = ()
    dataset: Mapping[str, object] | None = None

    def file(self) -> File:
        """The page as a Markdown file with front matter."""
        return File(f"{self.address}index.md", f"---\n{self._front_matter()}---\n\n{self.markdown}", self.source)

    def _front_matter(self) -> str:
        rows = {"title": _quoted(self.title)} if self.title else {}
        rows["description"] = _quoted(self.description)
        if self.search == 0:
            rows["search"] = "{exclude: true}"
        elif self.search != 1:
            rows["search"] = f"{{boost: {self.search:.9f}}}"  # in YAML, 1e-05 would be text
        if self.tags:
            rows["tags"] = json.dumps(self.tags, ensure_ascii=False)
        if not self.toc:
            rows["hide"] = "[toc]"
        if not self.menu:
            rows["menu"] = "when_open"
        if not self.is_indexed:
            rows["robots"] = "noindex"
        if self.dataset:
            rows["dataset"] = json.dumps(self.dataset)
        return "".join(f"{key}: {value}\n" for key, value in rows.items())


def menu_text(text: str) -> Markup:
    """`text` for titles and menus, in one line, and escaped: themes put these into a page as they are."""
    plain = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    return escape(" ".join(plain.split()))


def _quoted(text: str) -> str:
    """Text as YAML takes it in double quotes; titles and descriptions are escaped, as in `menu_text`."""
    return json.dumps(menu_text(text), ensure_ascii=False)


def up(address: str) -> str:
    """The way from a page to the site's root: `../../` for `groups/x/`, empty for the home page."""
    return "../" * address.count("/")
