"""What every test may use: the repository's own data, loaded and checked once."""

from __future__ import annotations

from datetime import date

import pytest

from cspsite.figures import Figures
from cspsite.findings import Finding
from cspsite.load import Loaded, load
from cspsite.model import Data
from cspsite.quote import Quoter
from cspsite.tree import Tree, read_folder
from tests.builders import DATA, checked, records


@pytest.fixture(scope="session")
def seed_tree() -> Tree:
    """Return the files of the repository's data folder."""
    return read_folder(DATA)


@pytest.fixture(scope="session")
def seed_loaded(seed_tree: Tree) -> Loaded:
    """Return what the loader makes of the repository's data."""
    return load(seed_tree)


@pytest.fixture(scope="session")
def seed(seed_loaded: Loaded) -> Data:
    """Return the records of the repository's data."""
    return records(seed_loaded)


@pytest.fixture(scope="session")
def seed_quoter(seed: Data) -> Quoter:
    """Return what looks figures up in the repository's data."""
    return Quoter(Figures(seed))


@pytest.fixture(scope="session")
def seed_findings(seed_tree: Tree) -> list[Finding]:
    """Return every finding in the repository's data, on a day after its last meeting."""
    return checked(seed_tree, date(2006, 12, 1))


@pytest.fixture(scope="session")
def seed_lines(seed_loaded: Loaded) -> dict[str, list[str]]:
    """Return the lines of each file of the repository's data."""
    return {path: text.split("\n") for path, text in seed_loaded.texts.items()}
