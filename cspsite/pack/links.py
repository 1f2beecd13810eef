"""Where a link on a page leads in the pack: to the paper that has what it names, else to the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cspsite.pack.built import is_elsewhere, site_path


@dataclass(frozen=True)
class Links:
    """The papers by the addresses of their pages, the ids in each, the papers of groups, and where the site stands.

    `site` is empty where that is not known: then words that lead to the site stand without a link.
    """

    papers: Mapping[str, str]
    ids: Mapping[str, frozenset[str]]
    groups: Mapping[str, str]
    site: str

    def to(self, page: str, link: str) -> str:
        """The address in the pack of a link on a page; empty where it leads nowhere."""
        if is_elsewhere(link):
            return link
        path = site_path(page, link) if link else None
        if path is None:
            return ""
        address, _, fragment = path.partition("#")
        if address in self.papers:
            return f"#{self._within(self.papers[address], fragment)}"
        return f"{self.site}{path}" if self.site else ""

    def on_site(self, address: str) -> str:
        """The whole address of a page of the site; empty where that is not known."""
        return f"{self.site}{address}" if self.site else ""

    def _within(self, paper: str, fragment: str) -> str:
        """The id in the pack of a part of a paper; of the paper itself where the pack leaves that part out."""
        if fragment in self.ids[paper]:
            return f"{paper}-{fragment}"
        return self.groups.get(fragment.removeprefix("group-"), paper) if fragment.startswith("group-") else paper
