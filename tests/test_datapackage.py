"""The data package, held to by the Frictionless framework: valid as it is written, and not once a row is broken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from frictionless import Package, system

from cspsite.demo import write_demo
from cspsite.history import History
from cspsite.pages import site_of
from cspsite.pages.site import Site
from cspsite.publication import read
from cspsite.tree import Tree, read_folder
from tests import builders, hostile
from tests.rendering import files_of
from tests.test_disclosed_site import ONE, publication
from tests.versions import FILES

PACKAGE = "data/datapackage.json"


def written(site: Site, out: Path) -> Path:
    """Write what a site has below data/, and return the package's descriptor."""
    for path, file in files_of(site).items():
        if path.startswith("data/") and not path.endswith(".md"):
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(file.content if isinstance(file.content, bytes) else file.content.encode())
    return out / PACKAGE


def problems(descriptor: Path) -> list[tuple[str, str]]:
    """Return what the framework finds wrong with a package: the table and the kind of error."""
    with system.use_context(trusted=True):
        report = Package(str(descriptor)).validate()
    found = [("", error.type) for error in report.errors]
    return found + [(task.name, error.type) for task in report.tasks for error in task.errors]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the demonstration as a site."""
    folder = tmp_path_factory.mktemp("package") / "demo"
    write_demo(folder)
    data = folder / "data"
    return site_of(read(read_folder(data), date(2025, 4, 1), History.of(data)))


def _sites() -> Iterator[tuple[str, Tree]]:
    yield "the repository's own", read_folder(builders.DATA)
    yield "the smallest", builders.tree()
    yield "two meetings, one report missing", builders.tree(FILES)
    yield "every text hostile", builders.tree(hostile.FILES)
    yield "no reports", builders.tree({builders.REPORT: None})


@pytest.mark.parametrize("tree", [tree for _, tree in _sites()], ids=[name for name, _ in _sites()])
def test_package_is_valid(tree: Tree, tmp_path: Path) -> None:
    """The framework finds nothing wrong with the package: sizes, hashes, types, values, keys and links."""
    assert problems(written(site_of(read(tree, builders.TODAY)), tmp_path)) == []


def test_package_of_the_demonstration_is_valid(demo: Site, tmp_path: Path) -> None:
    """Four meetings with history, a restatement and a missing report make a valid package."""
    assert problems(written(demo, tmp_path)) == []


def test_package_with_withheld_counts_is_valid(tmp_path: Path) -> None:
    """Withheld counts are empty cells, which a count may be."""
    assert problems(written(site_of(publication(ONE)), tmp_path)) == []


#: A file, what stands in it, what to put in its place, and what the framework calls that.
BROKEN = [
    ("statuses", ",Green,", ",Blue,", "constraint-error"),
    ("statuses", "2006-09-11,homes", "11/09/2006,homes", "type-error"),
    ("statuses", ",yes,", ",true,", "type-error"),
    ("series", ",100,", ",about 100,", "type-error"),
    ("series", "burglary,2005-04,", ",2005-04,", "constraint-error"),
    ("series", "burglary,2005-05,", "burglary,2005-04,", "primary-key"),
    ("statuses", "homes,locks", "homes,bolts", "foreign-key"),
    ("statuses", "homes,locks,burglary", "homes,locks,robbery", "foreign-key"),
    ("figures", ",homes,burglary,", ",homes,robbery,", "foreign-key"),
    ("report_words", ",locks,", ",bolts,", "foreign-key"),
    ("figures", ",population,", ",people,", "foreign-key"),
    ("targets", "burglary,reduce_by_percent", "robbery,reduce_by_percent", "foreign-key"),
    ("figures", "meeting,data_to", "day,data_to", "incorrect-label"),
    ("figures", ",no\r\n", ",no,more\r\n", "extra-cell"),
    ("meetings", "2006-07", "2006-08", "hash-count"),
]


@pytest.mark.parametrize("table, old, new, kind", BROKEN, ids=[f"{table}: {new!r}" for table, _, new, _ in BROKEN])
def test_a_broken_row_is_found(table: str, old: str, new: str, kind: str, tmp_path: Path) -> None:
    """A value that is none, a key twice, a link to nothing, another column or another file make it invalid."""
    descriptor = written(site_of(read(builders.tree(), builders.TODAY)), tmp_path)
    file = descriptor.parent / f"{table}.csv"
    content = file.read_bytes().decode()
    assert old in content
    file.write_bytes(content.replace(old, new, 1).encode())
    assert kind in {found for _, found in problems(descriptor)}
