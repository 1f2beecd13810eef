"""`cspsite write`: the whole site as files, for any generator, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import builders
from tests.rendering import ROOT, configured, handed
from tests.test_cli import ERROR, run, save


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder with nothing wrong in it."""
    return save(tmp_path / "data")


def _files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_write_writes_what_the_hook_hands_to_mkdocs(tmp_path: Path) -> None:
    """The files are byte for byte those that MkDocs is given, and the hand-written pages."""
    out = tmp_path / "out"
    ran = run("write", out, "--data", builders.DATA, "--docs", ROOT / "docs")
    assert ran.exit_code == 0
    given = handed(configured())
    names = ("contribute.md", "methods.md", "findings.md", "changelog.md")
    assert _files(out) == given | {name: (ROOT / "docs" / name).read_bytes() for name in names}
    assert ran.stderr == f"{len(_files(out))} files written to {out}\n"
    assert ran.stdout == ""


def test_write_names_every_page_of_the_menu(tmp_path: Path) -> None:
    """Every page in the menu is written."""
    out = tmp_path / "out"
    run("write", out, "--data", builders.DATA, "--docs", ROOT / "docs")

    def paths(entry: object) -> list[str]:
        if isinstance(entry, str):
            return [entry]
        items = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else []
        return [path for item in items for path in paths(item)]

    assert [path for path in paths(configured().nav) if not (out / path).is_file()] == []


def test_write_makes_the_folders_on_the_way(tmp_path: Path, folder: Path) -> None:
    """OUT may lie in folders that are not there yet."""
    out = tmp_path / "a" / "b"
    assert run("write", out, "--data", folder, "--docs", ROOT / "docs").exit_code == 0
    assert (out / "groups/homes/reports/2006-09-11/index.md").is_file()


def test_write_takes_an_empty_folder(tmp_path: Path, folder: Path) -> None:
    """OUT may be there, if it is empty."""
    out = tmp_path / "out"
    out.mkdir()
    assert run("write", out, "--data", folder, "--docs", ROOT / "docs").exit_code == 0
    assert (out / "index.md").is_file()


def test_write_overwrites_nothing(tmp_path: Path, folder: Path) -> None:
    """A folder with anything in it is refused, and left as it is."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.md").write_text("mine", "utf-8")
    ran = run("write", out, "--data", folder, "--docs", ROOT / "docs")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "is there already; name a new or an empty folder" in ran.stderr
    assert _files(out) == {"index.md": b"mine"}


def test_write_refuses_a_file(tmp_path: Path, folder: Path) -> None:
    """A file is refused as OUT, and left as it is."""
    out = tmp_path / "out"
    out.write_text("mine", "utf-8")
    assert run("write", out, "--data", folder, "--docs", ROOT / "docs").exit_code == 2
    assert out.read_text("utf-8") == "mine"


def test_write_writes_nothing_with_an_error(tmp_path: Path, folder: Path) -> None:
    """While a finding is an error nothing is written, and every error is named on standard error."""
    out = tmp_path / "out"
    ran = run("write", out, "--data", save(folder, ERROR), "--docs", ROOT / "docs")
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "indicators/burglary.yml" in ran.stderr
    assert not out.exists()


def test_write_without_docs(tmp_path: Path, folder: Path) -> None:
    """Where the folder of hand-written pages is missing, that is wrong usage, and nothing is written."""
    out = tmp_path / "out"
    ran = run("write", out, "--data", folder, "--docs", tmp_path / "none")
    assert ran.exit_code == 2
    assert str(tmp_path / "none") in ran.stderr
    assert not out.exists()
