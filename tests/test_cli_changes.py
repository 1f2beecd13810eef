"""The command `changes`: versions in git, and the files as they are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.builders import COUNTS, GROUP, MINIMAL, REPORT, edited
from tests.repositories import commit, git, repository
from tests.test_cli import run

RED = edited(REPORT, "**Status:** Green", "**Status:** Red")


def under(folder: str, files: Mapping[str, str]) -> dict[str, str | None]:
    """Return files with a folder before their paths."""
    return {f"{folder}/{path}": content for path, content in files.items()}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the data folder of a repository whose second commit made a Green status Red."""
    root = repository(tmp_path / "partnership")
    commit(root, "2006-09-01 12:00 +0100", under("data", MINIMAL), "The first report")
    git(root, "tag", "meeting/2006-09-11")
    commit(root, "2006-11-01 12:00 +0000", under("data", RED), "It is Red")
    return root / "data"


def test_versions_of_git_are_compared(data: Path) -> None:
    """Between two revisions the flip of a status is told, with exit status 0 whatever changed."""
    found = run("changes", "meeting/2006-09-11", "HEAD", "--data", data)
    assert found.exit_code == 0
    assert found.stdout.startswith("1 status worsened\n")


def test_without_head_the_files_are_compared(data: Path) -> None:
    """Without HEAD the files as they are now are compared, committed or not."""
    (data / COUNTS).write_text(MINIMAL[COUNTS].replace("2006-07,95,,", "2006-07,90,,"), "utf-8")
    assert run("changes", "HEAD", "HEAD", "--data", data).stdout == "Nothing has changed\n"
    assert "1 figure restated" in run("changes", "HEAD", "--data", data).stdout


@pytest.fixture
def late(tmp_path: Path) -> Path:
    """Return the data folder of a repository that begins after the meeting, with one warning from the start."""
    root = repository(tmp_path / "late")
    warned = {**MINIMAL, **edited(GROUP, "    owner: Council\n", "")}
    commit(root, "2006-12-01 12:00 +0000", under("data", warned), "Begun")
    return root / "data"


def test_a_short_history_is_no_change(late: Path) -> None:
    """That nobody knows what a meeting had is found in the files as they are, and is not what has changed."""
    assert run("changes", "HEAD", "--data", late).stdout == "Nothing has changed\n"


def test_check_of_a_change(late: Path) -> None:
    """With --since only what an earlier version did not have is told, and decides the exit status."""
    before = run("check", "--since", "HEAD", "--data", late, "--format", "markdown")
    assert before.stdout == "## Nothing stops publication, and nothing is missing\n"
    assert (before.exit_code, before.stderr) == (0, "nothing to put right\n")
    (late / REPORT).write_text(MINIMAL[REPORT].replace("Green", "Ambre"), "utf-8")
    after = run("check", "--since", "HEAD", "--data", late)
    assert after.exit_code == 1
    assert [row for row in after.stdout.splitlines() if "[" in row] == [
        f"{late}/{REPORT}:19: error: Unknown status word [unknown-status]"
    ]


def test_check_since_a_version_that_is_not_there(late: Path) -> None:
    """A version that git does not know is wrong usage, or a slip of the pen would look like a clean bill."""
    assert run("check", "--since", "nowhere", "--data", late).exit_code == 2


@pytest.mark.parametrize("form,begin", [("markdown", "## 1 status worsened"), ("json", "{")])
def test_formats(data: Path, form: str, begin: str) -> None:
    """The same review comes as Markdown and as JSON."""
    found = run("changes", "HEAD~1", "--format", form, "--data", data)
    assert found.stdout.startswith(begin)
    if form == "json":
        assert json.loads(found.stdout)["headline"] == "1 status worsened"


def test_head_with_errors_ends_with_status_1(data: Path) -> None:
    """A head that cannot be published ends with exit status 1; a base that could not does not."""
    (data / COUNTS).write_text(MINIMAL[COUNTS].replace("2006-07,95,,", "2006-07,-95,,"), "utf-8")
    assert run("changes", "HEAD", "--data", data).exit_code == 1
    commit(data.parent, "2006-11-02 12:00 +0000", {}, "Broken")
    (data / COUNTS).write_text(MINIMAL[COUNTS], "utf-8")
    assert run("changes", "HEAD", "--data", data).exit_code == 0


def test_unknown_version_is_wrong_usage(data: Path) -> None:
    """A name that git does not know ends with exit status 2 and the nearest that it does."""
    found = run("changes", "meeting/2006-09-12", "--data", data)
    assert found.exit_code == 2
    assert "meeting/2006-09-11" in found.stderr


def test_folder_without_git_is_wrong_usage(tmp_path: Path) -> None:
    """Outside a repository the reason is said, never `nothing has changed`."""
    folder = tmp_path / "data"
    folder.mkdir()
    found = run("changes", "HEAD", "--data", folder)
    assert found.exit_code == 2
    assert "there are no earlier versions to compare with" in found.stderr
