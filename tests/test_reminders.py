"""The issues that remind groups of the reports they owe."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from cspsite.errors import UsageError
from cspsite.model import Group, Meeting
from cspsite.owed import Owed
from cspsite.periods import Month
from cspsite.reminders import Reminder, bodies_of, to_open
from tests.builders import PARTNERSHIP, edited
from tests.test_cli import run, save

_MEETING = Meeting(date=date(2006, 11, 13), data_to=Month.parse("2006-09"), papers_due=date(2006, 11, 6))
_MARKER = "<!-- cspsite: the report of homes to 2006-11-13 -->"


def one(name: str = "Safer Homes", contact: str | None = None) -> Owed:
    """Return a report that is owed."""
    return Owed("homes", Group(name=name, objective="None", chair="Fire service", contact=contact), _MEETING)


def opened(on: str, *bodies: str, address: str = "", page: str = "") -> list[Reminder]:
    """Return the reminders to open on a day, beside issues with those texts."""
    return to_open([one()], date.fromisoformat(on), bodies, address, {"homes": page})


@pytest.mark.parametrize(
    "on,number",
    [("2006-10-26", 0), ("2006-10-27", 1), ("2006-11-06", 1), ("2006-11-13", 1), ("2006-11-14", 0)],
)
def test_when_a_reminder_is_due(on: str, number: int) -> None:
    """A group is reminded from ten days before its papers are due until the meeting's day, and not after it."""
    assert len(opened(on)) == number


def test_a_reminder() -> None:
    """An issue says who owes what by when, how to send it, where it will be; and carries its marker."""
    page = "https://o.github.io/r/groups/homes/update/"
    assert opened("2006-10-27", address="https://github.com/o/r", page=page) == [
        Reminder(
            "Report due: Safer Homes, meeting of 13 November 2006",
            "The report of Safer Homes (Fire service) to the meeting of 13 November 2006 "
            "is due on 6 November 2006 (in 10 days).\n\n"
            "Any of these ways will do, the shortest first:\n\n"
            f"- [Fill in the form on the site]({page}): it needs no account until you send it.\n"
            "- [Fill in the group's form on GitHub](https://github.com/o/r/issues/new?template=update-homes.yml).\n"
            "- [All ways, step by step](https://github.com/o/r/blob/HEAD/docs/contribute.md).\n\n"
            "It will be the file `data/groups/homes/reports/2006-11-13.md`. Close this issue when it is there.\n\n"
            f"{_MARKER}",
        )
    ]


def test_none_is_opened_twice() -> None:
    """An issue with the marker stops another, whatever else became of its text; one on another meeting does not."""
    assert opened("2006-10-28", "Something else", f"Edited since.\r\n\r\n{_MARKER}\r\n") == []
    assert len(opened("2006-10-28", _MARKER.replace("2006-11-13", "2006-09-11"))) == 1


def test_a_name_is_no_more_than_its_words() -> None:
    """A group's name calls nobody and is no markup; a title is one line."""
    (made,) = to_open([one("A\n@team <b>", "x @all")], date(2006, 11, 1), [])
    assert made.title == "Report due: A @team <b>, meeting of 13 November 2006"
    assert "@" not in made.body
    assert "<b>" not in made.body


def test_issues_are_read_line_by_line() -> None:
    """Each line is an object with a body, which may be null."""
    assert bodies_of('{"body": "a\\nb"}\n\n{"title": "t", "body": null}\n') == ["a\nb", ""]


@pytest.mark.parametrize("line", ["words", "[1]", "{}", '{"body": "x"'])
def test_other_lines_are_refused(line: str) -> None:
    """What is no list of issues stops the command, or every reminder would be opened once more."""
    with pytest.raises(UsageError, match="line 2 of the issues is no object with a body"):
        bodies_of(f'{{"body": "a"}}\n{line}\n')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder with a second meeting, to which nobody has reported."""
    meeting = "  - {date: 2006-11-13, data_to: 2006-07, papers_due: 2006-11-06}\n"
    return save(tmp_path / "data", edited(PARTNERSHIP, "data_to: 2006-07}\n", "data_to: 2006-07}\n" + meeting))


def test_due_prints_what_is_owed(folder: Path) -> None:
    """The list goes to standard output, with exit status 0 though something is overdue."""
    ran = run("due", "--data", folder, "--on", "2006-11-08")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout == (
        "Safer Homes: report to the meeting of 13 November 2006, overdue since 6 November 2006 (by 2 days)\n"
        f"    {folder}/groups/homes/reports/2006-11-13.md\n"
    )


def test_a_report_with_errors_is_there(folder: Path) -> None:
    """A report that cannot be read is not owed: its findings say what is wrong with it."""
    save(folder, {"groups/homes/reports/2006-11-13.md": b"\xff\xfe", PARTNERSHIP: (folder / PARTNERSHIP).read_text()})
    assert run("due", "--data", folder, "--on", "2006-11-08").stdout == "No report is owed.\n"


def test_due_without_a_next_meeting(folder: Path) -> None:
    """Where no meeting is ahead, standard error says so."""
    ran = run("due", "--data", folder, "--on", "2006-11-14")
    assert ran.exit_code == 0
    assert "names no meeting on or after 14 November 2006: add the next one" in ran.stderr


@pytest.mark.parametrize("day", ["13/11/2006", "2006-11-31", "20061113", "tomorrow"])
def test_due_on_no_date(folder: Path, day: str) -> None:
    """What is no date is wrong usage."""
    ran = run("due", "--data", folder, "--on", day)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert f"Error: '{day}' is not a date; write it as 2006-11-03\n" in ran.stderr


def test_remind_writes_what_is_to_be_opened(folder: Path, tmp_path: Path) -> None:
    """Each issue is a file as GitHub takes it; with those in the list of issues, none is written again."""
    issues, out, again = tmp_path / "issues.jsonl", tmp_path / "out", tmp_path / "again"
    issues.write_text("")
    ran = run("remind", issues, out, "--data", folder, "--on", "2006-11-01")
    assert (ran.exit_code, ran.stderr) == (0, "Report due: Safer Homes, meeting of 13 November 2006\n")
    (written,) = sorted(out.iterdir())
    issue = json.loads(written.read_text("utf-8"))
    assert sorted(issue) == ["body", "title"]
    issues.write_text(json.dumps(issue) + "\n")
    run("remind", issues, again, "--data", folder, "--on", "2006-11-02")
    assert not again.exists()
