"""From files to everything that pages are made of: loaded, computed and checked, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cspsite.check import check
from cspsite.figures import Figures
from cspsite.findings import Finding
from cspsite.load import Loaded, load
from cspsite.tree import Tree


@dataclass(frozen=True)
class Publication:
    """One version of the data with its figures and findings; `figures` is None when there are no data.

    `folder` is the data folder's own path, to be put before the paths of findings.
    """

    loaded: Loaded
    figures: Figures | None
    findings: tuple[Finding, ...]
    folder: str


def read(tree: Tree, today: date) -> Publication:
    """Load, compute and check; `today` decides what lies in the future."""
    return published(load(tree), tree.name, today)


def published(loaded: Loaded, folder: str, today: date) -> Publication:
    """Compute and check what was loaded from a folder."""
    figures = Figures(loaded.data) if loaded.data else None
    return Publication(loaded, figures, tuple(check(loaded, figures, today)), folder)
