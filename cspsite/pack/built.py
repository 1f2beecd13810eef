"""The built site in its folder: the article of each page, the style sheets, and where the site stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from cspsite.errors import UsageError
from cspsite.pack.markup import Element, read

#: What addresses of the site are joined with, to find where a link leads; nothing is asked of it.
_ORIGIN = "https://pack.invalid/"


@dataclass(frozen=True)
class BuiltPage:
    """One page of the built site; `url` is the whole address that it gives for itself, empty where it gives none."""

    address: str
    article: Element
    url: str
    styles: tuple[str, ...]


class Pages(Protocol):
    """Where pages of the site are found by their addresses."""

    def page(self, address: str) -> BuiltPage:
        """A page by its address, such as `meetings/2006-11-13/`."""


@dataclass(frozen=True)
class Unframed:
    """A site that is just being built: `html` gives what a page says, by its address, before the theme is around it."""

    html: Callable[[str], str]

    def page(self, address: str) -> BuiltPage:
        """A page by its address; nobody asks one of these where it stands, or how it looks."""
        return BuiltPage(address, Element("article", children=read(self.html(address)).children), "", ())


@dataclass(frozen=True)
class BuiltSite:
    """The folder that the site was built into."""

    folder: Path

    def page(self, address: str) -> BuiltPage:
        """A page by its address, such as `meetings/2006-11-13/`; raises UsageError where there is none."""
        file = self.folder / address / "index.html"
        if not file.is_file():
            raise UsageError(f"{self.folder} has no page {address}; build the site anew with `make site`")
        tree = read(file.read_text("utf-8"))
        article = tree.first("article")
        if article is None:
            raise UsageError(f"{file} has no article; build the site with `make site`")
        links = [one.attributes for one in tree.walk() if one.tag == "link"]
        own = [link["href"] for link in links if link.get("rel") == "canonical" and link.get("href")]
        styles = [site_path(address, link.get("href", "")) for link in links if link.get("rel") == "stylesheet"]
        return BuiltPage(address, article, own[0] if own else "", (*filter(None, styles),))

    @cached_property
    def oldest(self) -> float:
        """When the first of its pages was built."""
        return min((file.stat().st_mtime for file in self.folder.rglob("index.html")), default=0.0)


def built_site(folder: Path, data: Path) -> BuiltSite:
    """The site in a folder; raises UsageError where there is none, and where the data are newer."""
    if not (folder / "index.html").is_file():
        raise UsageError(f"there is no built site in {folder}; run `make site`, or give its folder with --site")
    site = BuiltSite(folder)
    newer = [file for file in sorted(data.rglob("*")) if file.is_file() and file.stat().st_mtime > site.oldest]
    if newer:
        raise UsageError(f"{newer[0]} is newer than the site in {folder}; build the site anew with `make site`")
    return site


def root_of(page: BuiltPage) -> str:
    """Where the site stands, by what a page says of itself; empty where that cannot be told."""
    return page.url.removesuffix(page.address) if page.url.endswith(f"/{page.address}") else ""


def site_path(address: str, link: str) -> str | None:
    """Where a link on a page leads within the site, empty for its home; None for one that leads elsewhere."""
    whole = urljoin(_ORIGIN + address, link)
    return whole.removeprefix(_ORIGIN) if whole.startswith(_ORIGIN) else None


def is_elsewhere(link: str) -> bool:
    """Whether a link leads to another site, or to somebody's mail."""
    return urlsplit(link).scheme in ("http", "https", "mailto")
