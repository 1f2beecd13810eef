"""The command that writes a report to be filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from cspsite.load import load
from cspsite.tree import read_folder
from tests.builders import GROUP, PARTNERSHIP, checked, edited, records
from tests.test_cli import run, save

_MEETINGS = edited(PARTNERSHIP, "data_to: 2006-07}\n", "data_to: 2006-07}\n  - {date: 2006-11-13, data_to: 2006-07}\n")
_FILE = "groups/homes/reports/2006-11-13.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder with a second meeting, to which nobody has reported."""
    return save(tmp_path / "data", _MEETINGS)


def test_the_report_is_written(folder: Path) -> None:
    """The file stands where the report belongs; what is left to do is told on standard error."""
    ran = run("new-report", "homes", "2006-11-13", "--data", folder)
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert ran.stderr == f"{folder / _FILE} written, with 1 update to fill in\n"
    report = records(load(read_folder(folder))).reports_of("homes")[0]
    assert (str(report.meeting), str(report.data_to), report.achievements) == ("2006-11-13", "2006-07", ())


def test_what_is_written_has_no_errors(folder: Path) -> None:
    """The checks say only which boxes are empty."""
    run("new-report", "homes", "2006-11-13", "--data", folder)
    assert [finding.code for finding in checked(read_folder(folder))] == [
        "achievements-missing",
        "barriers-missing",
        "status-missing",
        "no-progress",
        "no-plans",
    ]


def test_the_report_is_printed(folder: Path) -> None:
    """With --stdout the very same text goes to standard output, and no file is written."""
    ran = run("new-report", "homes", "2006-11-13", "--data", folder, "--stdout")
    assert not (folder / _FILE).exists()
    run("new-report", "homes", "2006-11-13", "--data", folder)
    assert ran.stdout == (folder / _FILE).read_text("utf-8")


def test_nothing_is_overwritten(folder: Path) -> None:
    """A report that is there stays as it is."""
    before = (folder / "groups/homes/reports/2006-09-11.md").read_bytes()
    ran = run("new-report", "homes", "2006-09-11", "--data", folder)
    assert ran.exit_code == 2
    assert "2006-09-11.md is there already, and is not overwritten" in ran.stderr
    assert (folder / "groups/homes/reports/2006-09-11.md").read_bytes() == before


@pytest.mark.parametrize(
    "group,meeting,message",
    [
        ("home", "2006-11-13", "there is no group 'home'; did you mean homes? the groups are: homes"),
        (
            "homes",
            "2006-11-12",
            "partnership.yml has no meeting on 2006-11-12; the meetings are: 2006-09-11, 2006-11-13",
        ),
        ("../x", "2006-11-13", "there is no group '../x'; the groups are: homes"),
    ],
)
def test_what_there_is_not(folder: Path, group: str, meeting: str, message: str) -> None:
    """An unknown group or meeting is wrong usage, with those that there are; nothing is written."""
    ran = run("new-report", group, meeting, "--data", folder)
    assert ran.exit_code == 2
    assert f"Error: {message}\n" in ran.stderr
    assert not (folder / _FILE).exists()


def test_a_group_that_has_ended(folder: Path) -> None:
    """A group owes no report to a meeting after its end."""
    save(folder, _MEETINGS, edited(GROUP, "chair: Fire service\n", "chair: Fire service\nends: 2006-10-31\n"))
    ran = run("new-report", "homes", "2006-11-13", "--data", folder)
    assert ran.exit_code == 2
    assert "Safer Homes ended on 31 October 2006, and owes no report to the meeting of 13 November 2006" in ran.stderr


def test_a_group_with_errors(folder: Path) -> None:
    """No report is made of a group whose file has errors: an action could be missing from it."""
    save(folder, _MEETINGS, edited(GROUP, "title: Fit new locks", "tilte: Fit new locks"))
    ran = run("new-report", "homes", "2006-11-13", "--data", folder)
    assert ran.exit_code == 2
    assert "groups/homes/group.yml has errors, so that actions may be missing: run `cspsite check`" in ran.stderr
    assert not (folder / _FILE).exists()
