"""The cover: how many reports, which classification, and from which version the papers are made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cspsite.demo import write_demo
from cspsite.pack.cover import cover, made_from
from tests import builders
from tests.rendering import site

_DAY = date(2025, 3, 10)


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
    (version,) = [made_from(folder, "Europe/London", _DAY)]
    assert version.startswith("Made on 10 March 2025 from version ")
    assert version.endswith(" of 5 March 2025.")
    (folder / "glossary.yml").write_text("CCTV: other\n", "utf-8")
    assert made_from(folder, "Europe/London", _DAY) == f"{version[:-1]} and changes that are not committed."


def test_no_version(tmp_path: Path) -> None:
    """Without git the papers say that nobody knows which version they are made from."""
    assert made_from(tmp_path, "Europe/London", _DAY) == (
        "Made on 10 March 2025; which version of the data they are made from is not known: "
        "the data are in no git repository."
    )
