"""Which group owes which report by when, as records and as printed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

import pytest

from cspsite.model import Data
from cspsite.owed import Owed, missing, owed, waiting
from cspsite.print_owed import as_json, as_markdown, as_text, when
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, data_of

#: Four meetings: the second has no day for its papers, the third and the fourth are a week apart.
_MEETINGS = """\
  - {date: 2006-11-13, data_to: 2006-07}
  - {date: 2007-01-08, data_to: 2006-07, papers_due: 2007-01-02}
  - {date: 2007-01-15, data_to: 2006-07, papers_due: 2007-01-05}
"""
_FILES = {
    PARTNERSHIP: MINIMAL[PARTNERSHIP].replace("data_to: 2006-07}\n", f"data_to: 2006-07}}\n{_MEETINGS}"),
    "groups/alleys/group.yml": MINIMAL[GROUP]
    .replace("Safer Homes", "Safer | Alleys")
    .replace("chair: Fire service", "chair: Police\nstarts: 2006-11-01\nends: 2007-01-08"),
}
FIRST, SECOND, THIRD = (f"groups/homes/reports/{day}.md" for day in ("2006-09-11", "2006-11-13", "2007-01-08"))


@pytest.fixture(scope="module")
def data() -> Data:
    """Return a partnership with two groups, of which the second exists for two meetings only."""
    return data_of(_FILES)


def told(found: Iterable[Owed]) -> list[str]:
    """Return group, meeting and due date of what is owed."""
    return [f"{one.id} {one.meeting.date} by {one.by}" for one in found]


@pytest.mark.parametrize(
    "on,present,expected",
    [
        # the next meeting, however far ahead; its papers are due on its own day where it names none
        ("2006-09-12", [FIRST], ["alleys 2006-11-13 by 2006-11-13", "homes 2006-11-13 by 2006-11-13"]),
        # on the day of a meeting it is still the next
        ("2006-11-13", [FIRST, SECOND], ["alleys 2006-11-13 by 2006-11-13"]),
        # the day after, what is missing of it is overdue; a later one is told from 28 days before its papers are due
        (
            "2006-12-07",
            [FIRST, SECOND],
            ["alleys 2006-11-13 by 2006-11-13", "alleys 2007-01-08 by 2007-01-02", "homes 2007-01-08 by 2007-01-02"],
        ),
        (
            "2006-12-08",
            [FIRST, SECOND, THIRD],
            ["alleys 2006-11-13 by 2006-11-13", "alleys 2007-01-08 by 2007-01-02", "homes 2007-01-15 by 2007-01-05"],
        ),
        # a group that has reported to a later meeting owes the earlier report to nobody
        ("2006-12-01", [FIRST, THIRD, SECOND.replace("homes", "alleys")], ["alleys 2007-01-08 by 2007-01-02"]),
        # only the last meeting held is waited for, and a group that has ended owes nothing
        ("2007-01-16", [FIRST], ["homes 2007-01-15 by 2007-01-05"]),
    ],
)
def test_what_is_owed(data: Data, on: str, present: list[str], expected: list[str]) -> None:
    """Owed are the reports to the last meeting held, the next one, and those whose papers are due soon."""
    assert told(owed(data, present, date.fromisoformat(on))) == expected


@pytest.mark.parametrize(
    "id,present,to_come,missed",
    [
        ("homes", [], "2006-11-13 2007-01-08 2007-01-15", ""),
        # what is there counts, whether it can be read or not
        ("homes", [SECOND], "2007-01-08 2007-01-15", ""),
        ("homes", [THIRD], "2007-01-15", "2006-11-13"),
        # a group owes no report to meetings before its first day or after its last
        ("alleys", [], "2006-11-13 2007-01-08", ""),
    ],
)
def test_meetings_that_wait(data: Data, id: str, present: list[str], to_come: str, missed: str) -> None:
    """Meetings without a report wait for it, those after a group's last report apart from those that it missed."""
    found = waiting(data, id, present)
    told = [" ".join(str(one.date) for one in meetings) for meetings in (found.to_come, found.missed)]
    assert told == [to_come, missed]


def test_missed_meetings_come_latest_first(data: Data) -> None:
    """Of several missed meetings the latest stands first; the first report of `homes` is among the records."""
    last = "groups/homes/reports/2007-01-15.md"
    assert [str(one.date) for one in waiting(data, "homes", [last]).missed] == ["2007-01-08", "2006-11-13"]


def test_missing_reports_of_a_meeting(data: Data) -> None:
    """A meeting misses the reports of those groups that existed then, whenever they have reported since."""
    second, last = data.meetings[1], data.meetings[3]
    assert told(missing(data, second, [THIRD])) == ["alleys 2006-11-13 by 2006-11-13", "homes 2006-11-13 by 2006-11-13"]
    assert told(missing(data, second, [SECOND])) == ["alleys 2006-11-13 by 2006-11-13"]
    assert told(missing(data, last)) == ["homes 2007-01-15 by 2007-01-05"]


def test_a_longer_view(data: Data) -> None:
    """With more days ahead, later meetings are told earlier."""
    on = date(2006, 9, 12)
    assert [one.meeting.date.isoformat() for one in owed(data, [FIRST], on, 112) if one.id == "homes"] == [
        "2006-11-13",
        "2007-01-08",  # its papers are due in 18 + 31 + 30 + 31 + 2 = 112 days
    ]


@pytest.mark.parametrize(
    "on,words",
    [
        ("2007-01-01", "due on 2 January 2007 (in 1 day)"),
        ("2006-12-23", "due on 2 January 2007 (in 10 days)"),
        ("2007-01-02", "due on 2 January 2007 (today)"),
        ("2007-01-03", "overdue since 2 January 2007 (by 1 day)"),
        ("2007-01-09", "overdue since 2 January 2007 (by 7 days)"),
    ],
)
def test_when(data: Data, on: str, words: str) -> None:
    """A report is due until the end of its day, and overdue from the next."""
    one = Owed("homes", data.groups["homes"], data.meetings[2])
    assert when(one, date.fromisoformat(on)) == words


def test_formats(data: Data) -> None:
    """Text, Markdown and JSON say the same; a name is no more than its words."""
    on = date(2006, 11, 16)
    found = owed(data, [FIRST, SECOND, THIRD], on)
    assert as_text(found, on, "data") == (
        "Safer | Alleys: report to the meeting of 13 November 2006, overdue since 13 November 2006 (by 3 days)\n"
        "    data/groups/alleys/reports/2006-11-13.md\n"
        "Safer | Alleys: report to the meeting of 8 January 2007, due on 2 January 2007 (in 47 days)\n"
        "    data/groups/alleys/reports/2007-01-08.md"
    )
    assert as_markdown(found[:1], on, "data") == (
        "| group | meeting | report | file |\n| --- | --- | --- | --- |\n"
        "| Safer &#124; Alleys | 13 November 2006 | overdue since 13 November 2006 (by 3 days) "
        "| `data/groups/alleys/reports/2006-11-13.md` |"
    )
    assert json.loads(as_json(found, on, "data"))[0] == {
        "group": "alleys",
        "name": "Safer | Alleys",
        "meeting": "2006-11-13",
        "due": "2006-11-13",
        "days_left": -3,
        "file": "data/groups/alleys/reports/2006-11-13.md",
    }


def test_nothing_owed() -> None:
    """Where everything is there, that is said."""
    on = date(2006, 9, 1)
    assert (as_text([], on, "data"), as_markdown([], on, "data")) == ("No report is owed.", "No report is owed.")
    assert json.loads(as_json([], on, "data")) == []
