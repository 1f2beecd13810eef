"""From files to everything that pages are made of: loaded, computed, checked, and set beside its past, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cspsite.check import check
from cspsite.discretion import Discretion
from cspsite.figures import Figures
from cspsite.findings import Finding, ordered
from cspsite.history import History, NoHistory
from cspsite.load import Loaded, Shelf, load
from cspsite.past import NOT_GIVEN, Past
from cspsite.tree import Tree


@dataclass(frozen=True)
class Publication:
    """One version of the data with its figures, its past and its findings; without data there are only findings.

    `folder` is the data folder's own path, to be put before the paths of findings. `discretion` knows what of the data
    may be published: what is `loaded` is everything that the files hold.
    """

    loaded: Loaded
    figures: Figures | None
    discretion: Discretion | None
    past: Past | None
    findings: tuple[Finding, ...]
    folder: str


def read(tree: Tree, today: date, history: History | NoHistory = NOT_GIVEN) -> Publication:
    """Load, compute and check; `today` decides what lies in the future, `history` knows what meetings had."""
    return read_on(tree, lambda _: today, history)


def read_on(tree: Tree, today: Callable[[str], date], history: History | NoHistory = NOT_GIVEN) -> Publication:
    """The same, where `today` is asked for the day in the partnership's time zone."""
    shelf = Shelf()
    loaded = load(tree, shelf)
    day = today(loaded.time_zone)
    if loaded.data is None:
        return Publication(loaded, None, None, None, tuple(check(loaded, None, day)), tree.name)
    figures = Figures(loaded.data)
    discretion = Discretion(loaded.data)
    past = Past(discretion, figures, history, day, shelf)
    findings = ordered([*check(loaded, figures, day), *past.findings(loaded.lines)])
    return Publication(loaded, figures, discretion, past, tuple(findings), tree.name)
