"""What a group's next report is about, before anybody has written it."""

from __future__ import annotations

from datetime import date

import pytest

from cspsite.errors import UsageError
from cspsite.model import Data, Meeting
from cspsite.periods import Month
from cspsite.skeleton import Skeleton, skeleton
from tests.builders import GROUP, MINIMAL, REPORT, data_of

NEXT = Meeting(date=date(2006, 11, 13), data_to=Month.parse("2006-09"))
_AFTER = Meeting(date=date(2007, 1, 8), data_to=Month.parse("2006-11"))

#: Two targets and six actions, of which the last two have no row on 13 November 2006.
ACTIONS = """\
  - id: arson
    wording: Hold arson
    indicator: arson
    kind: hold
actions:
  - {id: patrols, title: Walk the estates., targets: [burglary, arson], due: 2006-10-31}
  - {id: locks, title: Fit new locks, targets: [burglary], due: 2007-03-31}
  - {id: leaflets, title: Print leaflets, state: closed, closed: 2006-11-13, due: 2006-09-30}
  - {id: lights, title: Light the underpass, targets: [lost]}
  - {id: gates, title: Gate the alleys, start: 2006-11-14}
  - {id: talks, title: Talk in schools, state: closed, closed: 2006-11-12}
"""


def group(*more: str) -> dict[str, str]:
    """Return the file of the group with those actions, and lines put before its targets."""
    head, _, _ = MINIMAL[GROUP].partition("actions:")
    return {GROUP: "".join(f"{line}\n" for line in more) + head + ACTIONS}


def later(day: str, *updates: str) -> dict[str, str]:
    """Return a report to the meeting on a day, on the updates of those anchors, each of which is called after it."""
    head, _, _ = MINIMAL[REPORT].partition("### Locks")
    told = "".join(f"### As of {day}: {anchor} {{#{anchor}}}\n\n**Status:** Red\n\n" for anchor in updates)
    return {f"groups/homes/reports/{day}.md": f"{head}{told}## Other issues\n"}


def made(data: Data, meeting: Meeting = NEXT) -> Skeleton:
    """Return the skeleton of the tests' group."""
    return skeleton(data, "homes", meeting)


def test_a_row_for_each_open_action_and_target() -> None:
    """An action has a row for each target that there is, unless it is closed before the meeting or begins after it."""
    assert [row.anchor for row in made(data_of(group())).rows] == [
        "locks.burglary",  # the last report is on this one, and so it comes first
        "patrols.burglary",
        "patrols.arson",
        "leaflets",
    ]


def test_headings() -> None:
    """An update is headed as last time; a new one as its action, with the indicator where there are several targets."""
    assert [row.heading for row in made(data_of(group())).rows] == [
        "Locks",
        "Walk the estates: Burglary",
        "Walk the estates: arson",
        "Print leaflets",
    ]


def test_what_was_last_said_of_each() -> None:
    """Each row has what the newest report before the meeting said of it, however long ago; none that came later."""
    data = data_of(
        group(), later("2006-11-13", "patrols.arson", "locks.burglary"), later("2007-01-08", "patrols.burglary")
    )
    assert [(row.anchor, str(row.said_on), row.heading) for row in made(data, _AFTER).rows] == [
        ("patrols.arson", "2006-11-13", "As of 2006-11-13: patrols.arson"),
        ("locks.burglary", "2006-11-13", "As of 2006-11-13: locks.burglary"),
        ("patrols.burglary", "None", "Walk the estates: Burglary"),
        ("gates", "None", "Gate the alleys"),
    ]
    assert [(row.anchor, str(row.said_on)) for row in made(data).rows] == [
        ("locks.burglary", "2006-09-11"),
        ("patrols.burglary", "None"),
        ("patrols.arson", "None"),
        ("leaflets", "None"),
    ]
    before = made(data).rows[0].previous
    assert before is not None
    assert (before.status, before.plans) == ("Green", "Fit more locks.")


def test_the_report_before() -> None:
    """Achievements, barriers and issues are those of the last report before the meeting; there may be none."""
    previous = made(data_of()).previous
    assert previous is not None
    assert (previous.meeting, previous.achievements) == (date(2006, 9, 11), ("Every lock was fitted.",))
    assert made(data_of({REPORT: None})).previous is None


def test_overdue() -> None:
    """An open action is overdue after its due date; a closed one never is."""
    assert [row.anchor for row in made(data_of(group())).overdue] == ["patrols.burglary", "patrols.arson"]
    last = Meeting(date=date(2006, 10, 31), data_to=Month.parse("2006-09"))
    assert made(data_of(group()), last).overdue == ()


def test_the_empty_report() -> None:
    """The report has the meeting's last month, and an empty update for each row."""
    found = made(data_of()).report
    assert (str(found.data_to), found.classification, found.group, found.meeting) == (
        "2006-09",
        "OFFICIAL",
        "homes",
        date(2006, 11, 13),
    )
    (update,) = found.updates
    assert update.model_dump() == {
        "action": "locks",
        "target": "burglary",
        "heading": "Locks",
        "status": None,
        "progress": "",
        "plans": "",
        "remedial_action": "",
    }


@pytest.mark.parametrize(
    "line,message",
    [
        (
            "ends: 2006-11-12",
            "Safer Homes ended on 12 November 2006, and owes no report to the meeting of 13 November 2006",
        ),
        (
            "starts: 2006-11-14",
            "Safer Homes begins on 14 November 2006, and owes no report to the meeting of 13 November 2006",
        ),
    ],
)
def test_a_group_that_owes_no_report(line: str, message: str) -> None:
    """A group that has ended, or not begun, has no skeleton."""
    with pytest.raises(UsageError) as error:
        made(data_of(group(line)))
    assert str(error.value) == message


@pytest.mark.parametrize("line", ["ends: 2006-11-13", "starts: 2006-11-13"])
def test_a_group_owes_a_report_on_its_first_and_last_day(line: str) -> None:
    """A group that begins or ends on the meeting's day owes a report."""
    assert made(data_of(group(line))).rows


def test_unknown_group() -> None:
    """A group that there is not is told with those that there are."""
    with pytest.raises(UsageError, match=r"there is no group 'home'; did you mean homes\?"):
        skeleton(data_of(), "home", NEXT)
