"""What stands beside the empty boxes of a new report's file."""

from __future__ import annotations

from datetime import date

import pytest

from cspsite.figures import Figures
from cspsite.lines import Key
from cspsite.model import Data, Meeting
from cspsite.periods import Month
from cspsite.quote import Quoter
from cspsite.report_notes import notes
from cspsite.report_text import Notes
from cspsite.skeleton import skeleton
from tests.builders import COUNTS, GROUP, MINIMAL, REPORT, data_of, edited
from tests.test_skeleton import group

#: Counts go to July 2006, so that the figures at this meeting are those at the one before.
_NEXT = Meeting(date=date(2006, 11, 13), data_to=Month.parse("2006-07"), papers_due=date(2006, 11, 6))
_UNCOUNTED = "period,count,marker,note\n"


def made(data: Data, meeting: Meeting = _NEXT) -> Notes:
    """Return the notes of the tests' group."""
    return notes(skeleton(data, "homes", meeting), Quoter(Figures(data)))


def rows(found: Notes, *place: str | int) -> list[str]:
    """Return the lines of the note at a place."""
    key: Key = place
    return found[key].split("\n")


def test_what_is_due_stands_at_the_top() -> None:
    """The first note names the group, the meeting, the papers' day, the boxes, and what is past its due date."""
    assert rows(made(data_of(group())), *())[:-1] == [
        "Safer Homes: report to the meeting of 13 November 2006.",
        "The papers are due on 6 November 2006.",
        "To fill in: who prepared it, 1 achievement, 1 barrier, 4 updates.",
        "Past the due date and not closed, so say why, or by when it will be done:",
        "- Walk the estates. (due on 31 October 2006)",
    ]


def test_what_is_not_known_is_not_told() -> None:
    """Without a day for the papers, and with nothing overdue, there is no line about either."""
    meeting = Meeting(date=date(2006, 11, 13), data_to=Month.parse("2006-07"))
    assert rows(made(data_of(), meeting), *())[:-1] == [
        "Safer Homes: report to the meeting of 13 November 2006.",
        "To fill in: who prepared it, 1 achievement, 1 barrier, 1 update.",
    ]


def test_the_words_of_the_last_report_stand_beside_each_box() -> None:
    """Each box has what the last report said in it, and which report that was; an empty one has nothing."""
    issue = "## Other issues\n\n### Rain\n\n**For:** The council\n\nIt rained.\n"
    found = made(data_of({REPORT: MINIMAL[REPORT].replace("## Other issues\n", issue)}))
    last = "In the report of 11 September 2006:"
    assert rows(found, "achievements")[1:] == [last, "- Every lock was fitted."]
    assert rows(found, "barriers")[1:] == [last, "- The locks come late."]
    assert rows(found, "updates", 0, "progress") == [last, "There were {{ burglary.count }} burglaries."]
    assert rows(found, "updates", 0, "plans") == [last, "Fit more locks."]
    assert rows(found, "updates", 0, "remedial_action") == [
        "Needed where the status is Red or Amber: what will be done about it. End with two lines of their own: "
        "**Owner:** and the organisation or role that does it; **Due:** and the day by which it is done, such as "
        "8 January 2007."
    ]
    assert rows(found, "other_issues")[1:] == [last, "- Rain (for The council)", "It rained."]


def test_a_first_report() -> None:
    """Where nothing was reported before, no note speaks of a last report."""
    found = made(data_of({REPORT: None}))
    assert [place for place, words in found.items() if "In the report of" in words] == []
    assert "This is the first update on it." in rows(found, "updates", 0)
    assert ("updates", 0, "progress") not in found


def test_what_an_update_is_about() -> None:
    """Action, owner, target, due date and the last status stand below the heading."""
    assert rows(made(data_of()), "updates", 0)[:5] == [
        "Action: Fit new locks",
        "Owner: Council",
        "Target: Reduce burglary by 10% per 1,000 population by 31 March 2008",
        "Due: 31 March 2007",
        "In the report of 11 September 2006: Green.",
    ]


@pytest.mark.parametrize(
    "old,new,line",
    [
        ("due: 2007-03-31", "due: 2006-10-31", "Past its due date: 31 October 2006"),
        ("due: 2007-03-31", "due: 2006-11-13", "Due: 13 November 2006"),
        ("    due: 2007-03-31\n", "", None),
    ],
)
def test_due_dates(old: str, new: str, line: str | None) -> None:
    """A due date before the meeting is past; an action without one has no line about it."""
    found = rows(made(data_of(edited(GROUP, old, new))), "updates", 0)
    assert [row for row in found if "ue date" in row or row.startswith("Due")] == ([line] if line else [])


def test_a_status_that_was_not_given() -> None:
    """That the last report gave no status is told."""
    found = made(data_of(edited(REPORT, "**Status:** Green\n", "")))
    assert "In the report of 11 September 2006: no status was given." in rows(found, "updates", 0)


def test_figures_with_their_codes() -> None:
    """Each figure of the target that there is stands with its code; one that cannot be given is left out."""
    found = rows(made(data_of()), "updates", 0)
    start = found.index("Figures to quote, as they are with the counts to July 2006:") + 1
    shown = dict(row.split(" }}", 1) for row in found[start:-1])
    assert {code.removeprefix("{{ burglary."): text.strip() for code, text in shown.items()} == {
        "count": "380",  # 95 + 96 + 94 + 95
        "count.last_year": "400",  # 100 + 101 + 99 + 100
        "count.baseline": "400",
        "change.last_year": "−5.0%",
        "change.baseline": "−5.0%",
        "rate": "3.8",  # per 1,000 of 100,000
        "rate.baseline": "4.0",
        "rate_change.baseline": "−5.0%",
        "rolling_12": "1,180",  # 800 from August to March, and the 380
        "actual": "−5.0%",
        "expected": "−4.4%",  # 10% × 16 ÷ 36 months
        "gap": "−0.6 percentage points",
        "gap_count": "−2",  # 380 − 400 × (1 − 0.0444)
        "projection.target": "−7.9%",  # 380 × 365 ÷ 122 days is 5.26% below 1,200, in 24 of the 36 months
    }
    assert found[-1].startswith("All others, and how to write them in words: the site's page on Burglary")


def test_what_the_figures_suggest() -> None:
    """The evidence on the target stands above its figures, ending with the status that it suggests."""
    found = rows(made(data_of()), "updates", 0)
    assert found[found.index("Figures to quote, as they are with the counts to July 2006:") - 1] == (
        "The figures suggest Green."
    )


def test_a_target_without_figures() -> None:
    """Where no figure can be quoted, the note says that the status has to rest on something else."""
    found = rows(made(data_of({COUNTS: _UNCOUNTED})), "updates", 0)
    assert found[-1] == "No figure can be quoted for it: say on what the status rests."
    assert not any("suggest" in row for row in found)


def test_figures_are_listed_once_a_target() -> None:
    """A second action for the same target points to the first."""
    found = made(data_of(group()))
    assert [("Figures to quote" in found["updates", i], found["updates", i].split("\n")[-1][:11]) for i in (0, 1)] == [
        (True, "All others,"),
        (False, "Its figures"),
    ]
