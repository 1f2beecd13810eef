"""Two meetings of one version: a group's report beside the one before."""

from __future__ import annotations

from datetime import date

import pytest

from cspsite.changes.between import between_meetings
from cspsite.model import Data
from tests.builders import GROUP, MINIMAL, REPORT, data_of
from tests.versions import BASE, FILES, FIRST, LATER, SECOND, STREETS, version

Told = tuple[str, str, str | None, str | None]
LATER_ID = "homes/2006-11-13"


def told(data: Data, before: date = FIRST, after: date = SECOND) -> list[Told]:
    """Return each change's kind, the id of its subject, old and new."""
    return [(each.kind, each.subject.id, each.old, each.new) for each in between_meetings(data, before, after)]


def test_the_base() -> None:
    """What came between two meetings: a group, its missing report, an action closed, a box, an issue, and wording.

    The figures that a text quotes stand in it: 95 + 96 + 94 + 95 = 380.
    """
    assert told(BASE) == [
        ("report-missing", "streets/2006-11-13", None, None),
        ("achievement-added", LATER_ID, None, "Half the estate has window locks."),
        (
            "issue-added",
            LATER_ID,
            None,
            "Keys that went astray (for the Council): Three sets of keys have not been returned.",
        ),
        ("group-added", "streets", None, "Safer Streets"),
        ("action-closed", "patrols", "open", "closed on 2 October 2006"),
        ("wording-changed", "locks", "There were 380 burglaries.", "Work began on the second estate."),
    ]


CASES: list[tuple[str, tuple[str, str, str], Told]] = [
    ("worse", (LATER, "**Status:** Green", "**Status:** Red"), ("status-changed", "locks", "Green", "Red")),
    ("better", (REPORT, "**Status:** Green", "**Status:** Red"), ("status-changed", "locks", "Red", "Green")),
    ("not reported", (LATER, "**Status:** Green", "**Status:**"), ("status-changed", "locks", "Green", "Not reported")),
    ("new action", (GROUP, "    due:", "    start: 2006-10-01\n    due:"),
     ("action-added", "locks", None, "Fit new locks")),
    ("closed action", (GROUP, "    due:", "    state: closed\n    closed: 2006-11-01\n    due:"),
     ("action-closed", "locks", "open", "closed on 1 November 2006")),
    ("vanished action", (REPORT, "## Other", "### Bolts {#bolts}\n\n**Status:** Amber\n\n## Other"),
     ("action-vanished", "bolts", "Bolts", None)),
    ("moved action", (REPORT, "{#locks.burglary}", "{#locks}"), ("update-removed", "locks", "Green", None)),
    ("barrier gone", (LATER, "- The locks come late.", ""),
     ("barrier-removed", LATER_ID, "The locks come late.", None)),
    ("barrier reworded", (LATER, "- The locks come late.", "- The locks come too late."),
     ("wording-changed", LATER_ID, "The locks come late.", "The locks come too late.")),
    ("plans", (LATER, "Fit more locks.", "Fit all the locks."),
     ("wording-changed", "locks", "Fit more locks.", "Fit all the locks.")),
    ("group ends", (GROUP, "chair:", "ends: 2006-11-12\nchair:"), ("group-ended", "homes", None, "12 November 2006")),
]  # fmt: skip


@pytest.mark.parametrize("edit, expected", [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_differs_is_told(edit: tuple[str, str, str], expected: Told) -> None:
    """A report that says otherwise than the one before is told, and so is what happened to actions in between."""
    assert expected not in told(BASE)
    assert expected in told(version(edit))


@pytest.mark.parametrize(
    "closed, shown", [("2006-09-11", False), ("2006-09-12", True), ("2006-11-13", True), ("2006-11-14", False)]
)
def test_between_is_after_the_one_until_the_other(closed: str, shown: bool) -> None:
    """What happened on the day of the earlier meeting was known to it; on the day of the later one, to that."""
    data = version((STREETS, "2006-10-02", closed))
    assert ("action-closed" in [kind for kind, *_ in told(data)]) == shown


def test_a_figure_that_moved_is_a_text_that_changed() -> None:
    """The same words with the same token differ where the figure does: 570 to September, 380 to July."""
    data = version((LATER, "Work began on the second estate.", "There were {{ burglary.count }} burglaries."))
    assert ("wording-changed", "locks", "There were 380 burglaries.", "There were 570 burglaries.") in told(data)


def test_reports_that_say_the_same_have_no_changes() -> None:
    """Nothing is told between two reports of the same words without figures."""
    text = FILES[LATER]
    same = {**FILES, STREETS: None, REPORT: text.replace("2006-09", "2006-07")}
    assert told(data_of(same)) == []


def test_a_report_after_none() -> None:
    """A report to the later meeting only is received; its statuses have none to be compared with."""
    data = data_of({**FILES, REPORT: None, STREETS: None})
    assert told(data) == [("report-received", LATER_ID, None, None)]


def test_a_group_that_has_ended_owes_no_report() -> None:
    """A group that ended before the later meeting is not missed there."""
    ended = MINIMAL[GROUP].replace("chair:", "ends: 2006-10-31\nchair:")
    data = data_of({**FILES, LATER: None, STREETS: None, GROUP: ended})
    assert [kind for kind, *_ in told(data)] == ["group-ended"]
