"""The cover: how many reports, which classification, and from which version the papers are made."""

from __future__ import annotations

from pathlib import Path

from cspsite.demo import write_demo
from cspsite.history import History
from cspsite.pack.cover import cover, made_from
from cspsite.tree import read_folder
from tests import builders
from tests.rendering import site


def test_cover() -> None:
    """The cover tells whose papers these are, and each classification once."""
    made = site(builders.tree())
    found = cover(made, made.data.meetings[0], 2, "Made today.")
    assert (found.received, found.expected, found.classification) == (1, 2, "OFFICIAL")
    assert found.title == "Anytown Community Safety Partnership: papers for the meeting of 11 September 2006"


def test_version(tmp_path: Path) -> None:
    """The papers name the last commit and its day, and say so where the files are not those of it."""
    write_demo(tmp_path / "demo")
    folder = tmp_path / "demo/data"
    version = _version(folder)
    assert version.startswith("Made from version ")
    assert version.endswith(" of 5 March 2025.")
    (folder / "glossary.yml").write_text("CCTV: other\n", "utf-8")
    assert _version(folder) == f"{version[:-1]} and changes that are not committed."


def test_no_version(tmp_path: Path) -> None:
    """Without git the papers say that nobody knows which version they are made from."""
    assert _version(tmp_path) == (
        "Which version of the data these papers are made from is not known: the data are in no git repository."
    )


def _version(folder: Path) -> str:
    """Return what papers of a data folder say of their version."""
    return made_from(read_folder(folder), History.of(folder), "Europe/London")
