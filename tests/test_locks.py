"""What is installed: the locks in requirements/ and the ranges in pyproject.toml."""

import re
import tomllib
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
SITE = ROOT / "requirements/site.txt"
PACK = ROOT / "requirements/pack.txt"
TEST = ROOT / "requirements/test.txt"
PYPROJECT = ROOT / "pyproject.toml"

each_lock = pytest.mark.parametrize("path", [SITE, PACK, TEST], ids=lambda path: path.stem)


class Locked(NamedTuple):
    """One requirement of a lock."""

    version: str
    marker: str
    hashes: frozenset[str]


@each_lock
def test_locks_name_no_index_and_no_path(path: Path) -> None:
    """A lock holds requirements and hashes, and no index's address, no path and no other option."""
    foreign = [
        line
        for line in path.read_text("utf-8").splitlines()
        if not re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; [^/\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line)
        and not re.fullmatch(r"#[^/\\:]*:?|#    make lock", line)
    ]
    assert foreign == []


@each_lock
def test_every_requirement_has_a_hash(path: Path) -> None:
    """Every requirement of a lock has a hash."""
    unhashed = [name for name, entries in read(path).items() if not all(entry.hashes for entry in entries)]
    assert unhashed == []


def test_tests_run_on_what_the_site_is_built_with() -> None:
    """Each lock has every requirement of the one before, at the same version and with the same hashes."""
    for smaller, larger in pairwise((read(SITE), read(PACK), read(TEST))):
        assert {name: larger.get(name) for name in smaller} == smaller


@pytest.mark.parametrize(
    "path,extras",
    [(SITE, []), (PACK, ["pack"]), (TEST, ["pack", "test"])],
    ids=["site", "pack", "test"],
)
def test_locked_versions_are_in_range(path: Path, extras: list[str]) -> None:
    """Every dependency that pyproject.toml names is in the lock, at versions within its range."""
    locked = read(path)
    wanted = list(project()["dependencies"])
    for extra in extras:
        wanted += project()["optional-dependencies"][extra]
    outside = [
        text
        for text, requirement in ((text, Requirement(text)) for text in wanted)
        if not locked.get(canonicalize_name(requirement.name))
        or not all(
            Version(entry.version) in requirement.specifier for entry in locked[canonicalize_name(requirement.name)]
        )
    ]
    assert outside == []


def test_the_build_backend_is_locked() -> None:
    """The build backend is in both locks at the one version that [build-system] allows."""
    document = tomllib.loads(PYPROJECT.read_text("utf-8"))
    (backend,) = document["build-system"]["requires"]
    assert document["dependency-groups"]["build"] == [backend]
    requirement = Requirement(backend)
    for path in (SITE, TEST):
        (entry,) = read(path)[canonicalize_name(requirement.name)]
        assert requirement.specifier == Requirement(f"x=={entry.version}").specifier


def test_every_dependency_has_its_reason() -> None:
    """Above each dependency in pyproject.toml stands a comment that says what it is for."""
    lines = [line.strip() for line in PYPROJECT.read_text("utf-8").splitlines()]
    named = {text for texts in all_dependencies() for text in texts}
    unexplained = [line for above, line in pairwise(lines) if line.strip('",') in named and not above.startswith("# ")]
    assert len(named) == len({line for line in lines if line.strip('",') in named})
    assert unexplained == []


def test_every_dependency_is_bounded() -> None:
    """Each dependency is exact or has a lower and an upper bound."""
    unbounded = [
        text
        for texts in all_dependencies()
        for text in texts
        if not {spec.operator for spec in Requirement(text).specifier} & {"=="}
        and {spec.operator for spec in Requirement(text).specifier} != {">=", "<"}
    ]
    assert unbounded == []


def test_the_locks_tool_is_pinned() -> None:
    """`make lock` uses one exact version of uv."""
    assert re.search(r"^UV +:= uv==\d+\.\d+\.\d+$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def read(path: Path) -> dict[str, set[Locked]]:
    """Return the entries of a lock by name; several where the version depends on the Python."""
    found: dict[str, set[Locked]] = defaultdict(set)
    logical = path.read_text("utf-8").replace("\\\n", " ")
    for line in filter(lambda line: line and not line.startswith("#"), logical.splitlines()):
        requirement = Requirement(line.split("--hash=")[0].strip())
        (exact,) = requirement.specifier
        hashes = frozenset(re.findall(r"--hash=(\S+)", line))
        found[canonicalize_name(requirement.name)].add(Locked(exact.version, str(requirement.marker or ""), hashes))
    return dict(found)


def project() -> dict[str, Any]:
    """Return the [project] table of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
    return table


def all_dependencies() -> list[list[str]]:
    """Return the lists of dependencies of the package and of its extras."""
    return [project()["dependencies"], *project()["optional-dependencies"].values()]
