"""Where a link on a page leads in the pack: to the paper that has what it names, else to the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cspsite.pack.article import Way
from cspsite.pack.built import is_elsewhere, site_path


@dataclass(frozen=True)
class Links:
    """The papers by the addresses of their pages, the ids in each, the papers of groups, and the way to the site.

    `site` is the site's whole address, which a document of its own needs to lead there; empty where that is not known.
    `up` is the way to its home for papers that are a page of it. Without either, words stand without a link.
    `one_place` says of addresses that lead to the same thing as another which to take: one name leads to one place.
    """

    papers: Mapping[str, str]
    ids: Mapping[str, frozenset[str]]
    groups: Mapping[str, str]
    site: str
    up: str = ""
    one_place: Mapping[str, str] = field(default_factory=dict)

    def to(self, page: str, link: str) -> Way:
        """Where a link on a page leads from the pack."""
        if is_elsewhere(link):
            return Way(link)
        path = site_path(page, link) if link else None
        if path is None:
            return Way("")
        address, _, fragment = path.partition("#")
        if address in self.papers:
            return Way(f"#{self._within(self.papers[address], fragment)}")
        return self.on_site(self.one_place.get(path, path))

    def on_site(self, path: str) -> Way:
        """The way to a page of the site, or to a part of it."""
        root = self.up or self.site
        return Way(f"{root}{path}" if root else "", f"{self.site}{path}" if self.site else "")

    def _within(self, paper: str, fragment: str) -> str:
        """The id in the pack of a part of a paper; of the paper itself where the pack leaves that part out."""
        if fragment in self.ids[paper]:
            return f"{paper}-{fragment}"
        return self.groups.get(fragment.removeprefix("group-"), paper) if fragment.startswith("group-") else paper
