"""From files to everything that pages are made of: loaded, computed, checked, and set beside its past, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cspsite.check import check
from cspsite.figures import Figures
from cspsite.findings import Finding, ordered
from cspsite.history import History, NoHistory
from cspsite.load import Loaded, load
from cspsite.past import NOT_GIVEN, Past
from cspsite.tree import Tree


@dataclass(frozen=True)
class Publication:
    """One version of the data with its figures, its past and its findings; without data there are only findings.

    `folder` is the data folder's own path, to be put before the paths of findings.
    """

    loaded: Loaded
    figures: Figures | None
    past: Past | None
    findings: tuple[Finding, ...]
    folder: str


def read(tree: Tree, today: date, history: History | NoHistory = NOT_GIVEN) -> Publication:
    """Load, compute and check; `today` decides what lies in the future, `history` knows what meetings had."""
    return published(load(tree), tree.name, today, history)


def published(loaded: Loaded, folder: str, today: date, history: History | NoHistory = NOT_GIVEN) -> Publication:
    """Compute and check what was loaded from a folder."""
    if loaded.data is None:
        return Publication(loaded, None, None, tuple(check(loaded, None, today)), folder)
    figures = Figures(loaded.data)
    past = Past(loaded.data, figures, history, today)
    findings = ordered([*check(loaded, figures, today), *past.findings(loaded.lines)])
    return Publication(loaded, figures, past, tuple(findings), folder)
