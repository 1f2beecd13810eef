"""Actions and targets over time: what each meeting heard of them, and why it heard nothing."""

from __future__ import annotations

from datetime import date

import pytest

from cspsite.pages.strips import Entry, GroupHistory, Strip, TargetEntry
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, REPORT, Files, edited, tree
from tests.rendering import site

MEETING = "  - {date: 2006-09-11, data_to: 2006-07}\n"
MAY, JULY, SEPTEMBER, DECEMBER = (date(2006, month, 11) for month in (5, 7, 9, 12))
#: Four meetings; the last one is after the tests' own day, and has had no papers yet.
MEETINGS = edited(
    PARTNERSHIP,
    MEETING,
    "".join(f"  - {{date: {day}, data_to: 2006-{day.month - 2:02}}}\n" for day in (MAY, JULY, SEPTEMBER, DECEMBER)),
)


def report(day: date, status: str = "Green", key: str = "locks.burglary", more: str = "") -> Files:
    """Return a group's report to a meeting with one update, or with more."""
    text = MINIMAL[REPORT].replace("data_to: 2006-07", f"data_to: 2006-0{day.month - 2}")
    text = text.replace("**Status:** Green", f"**Status:** {status}" if status else "")
    text = text.replace("{#locks.burglary}", f"{{#{key}}}").replace("## Other issues", f"{more}## Other issues")
    return {f"groups/homes/reports/{day}.md": text}


def group(old: str, new: str) -> Files:
    """Return the group with something else in it."""
    return edited(GROUP, old, new)


def history(*changes: Files) -> GroupHistory:
    """Return the history of the minimal partnership's group, with four meetings and some changes."""
    made = site(tree(MEETINGS, *changes))
    return GroupHistory(made, "homes", made.data.groups["homes"])


def strips(found: GroupHistory, number: int = 0) -> list[Strip]:
    """Return the strips of one of the group's actions."""
    return found.strips(found.group.actions[number])


def told(entries: tuple[Entry, ...]) -> list[tuple[date, tuple[str, ...], str]]:
    """Return the day, the statuses and the note of each."""
    return [(entry.day, entry.statuses, entry.note) for entry in entries]


ALL = (report(MAY, "Red"), report(JULY, "Amber"), report(SEPTEMBER, "Green"))


def test_every_meeting_has_its_entry_oldest_first() -> None:
    """An action's strip has the status at each meeting that had papers, oldest first, and none that is to come."""
    (found,) = strips(history(*ALL))
    assert told(found.entries) == [(MAY, ("Red",), ""), (JULY, ("Amber",), ""), (SEPTEMBER, ("Green",), "")]
    assert (found.target_id, found.is_former) == ("burglary", False)


def test_entry_leads_to_its_update() -> None:
    """Each entry leads to the report, at the update, and has its words with the figures of that report."""
    (found,) = strips(history(*ALL))
    assert [entry.address for entry in found.entries[:2]] == [
        "groups/homes/reports/2006-05-11/#update-locks--burglary",
        "groups/homes/reports/2006-07-11/#update-locks--burglary",
    ]
    words = [dict(entry.rows[0].parts)["Progress to date"].striptags() for entry in found.entries]
    # of the financial year: March 97 (the year 2005/06: 1,200), then 95 + 96 = 191, then 191 + 94 + 95 = 380
    assert words == [f"There were {count} burglaries." for count in ("1,200", "191", "380")]


@pytest.mark.parametrize(
    "changes, wanted",
    [
        ((report(MAY), report(SEPTEMBER)), (("Not reported",), "No report received")),
        ((report(MAY), report(JULY, ""), report(SEPTEMBER)), (("Not reported",), "Update without a status")),
        (
            (
                report(MAY),
                report(JULY, key="doors"),
                report(SEPTEMBER),
                group("actions:\n", "actions:\n  - {id: doors, title: Doors}\n"),
            ),
            (("Not reported",), "No update in the report"),
        ),
        (
            (report(SEPTEMBER), group("due: 2007-03-31", "due: 2007-03-31\n    start: 2006-08-01")),
            ((), "Not begun"),
        ),
        (
            (
                report(MAY),
                report(SEPTEMBER, key="doors"),
                group("due: 2007-03-31", "state: closed\n    closed: 2006-06-30\n  - {id: doors, title: Doors}"),
            ),
            ((), "Closed"),
        ),
    ],
    ids=["no report", "no status", "no update", "not begun", "closed"],
)
def test_meeting_that_heard_nothing_says_why(changes: tuple[Files, ...], wanted: tuple[tuple[str, ...], str]) -> None:
    """Where a meeting has no status of an action, the entry says why, in words."""
    found = history(*changes)
    (strip,) = strips(found, next(i for i, action in enumerate(found.group.actions) if action.id == "locks"))
    july = next(entry for entry in strip.entries if entry.day == JULY)
    assert (july.statuses, july.note) == wanted


def test_missing_report_leads_to_its_meeting() -> None:
    """Where no report was received, the entry leads to the meeting's page, which says so."""
    (found,) = strips(history(report(SEPTEMBER)))
    assert [entry.address for entry in found.entries[:2]] == [
        "meetings/2006-05-11/#group-homes",
        "meetings/2006-07-11/#group-homes",
    ]


def test_update_that_a_closed_action_has_is_told() -> None:
    """A report after an action was closed may still have an update on it, which is shown."""
    (found,) = strips(history(report(SEPTEMBER), group("due: 2007-03-31", "state: closed\n    closed: 2006-06-30")))
    assert told(found.entries)[-1] == (SEPTEMBER, ("Green",), "")


#: The action serves another target than it did.
MOVED = {
    GROUP: MINIMAL[GROUP]
    .replace("targets: [burglary]", "targets: [again]")
    .replace("targets:\n", "targets:\n  - {id: again, wording: No home twice, indicator: burglary, kind: hold}\n", 1)
}


def test_update_for_a_former_target_is_told() -> None:
    """An action that was moved to another target has a strip for each, and loses no update."""
    reports = report(MAY, "Red"), report(JULY, "Amber"), report(SEPTEMBER, "Green", "locks.again")
    now, former = strips(history(MOVED, *reports))
    assert told(now.entries) == [
        (MAY, (), "Not for this target then"),
        (JULY, (), "Not for this target then"),
        (SEPTEMBER, ("Green",), ""),
    ]
    assert told(former.entries) == [
        (MAY, ("Red",), ""),
        (JULY, ("Amber",), ""),
        (SEPTEMBER, (), "Not for this target then"),
    ]
    assert (now.is_former, former.is_former) == (False, True)


def test_gap_before_a_move_is_told() -> None:
    """Until its last update for a former target, a meeting without one heard nothing of it."""
    _, former = strips(history(MOVED, report(JULY, "Amber"), report(SEPTEMBER, key="locks.again")))
    assert told(former.entries)[0] == (MAY, ("Not reported",), "No report received")


def test_update_twice_is_told_twice() -> None:
    """A report that has two updates on one action shows both statuses, and the words of both."""
    more = "### Once more {#locks.burglary}\n\n**Status:** Red\n\n#### Progress\n\nThe keys are lost.\n\n"
    (found,) = strips(history(report(SEPTEMBER, "Amber", more=more)))
    entry = found.entries[-1]
    assert (entry.statuses, entry.worst) == (("Amber", "Red"), "Red")
    assert "The keys are lost." in entry.rows[1].parts[0][1]


def test_report_to_no_meeting_is_told() -> None:
    """A report to a day that is no meeting of the board has its entry all the same."""
    (found,) = strips(history(report(SEPTEMBER), {"groups/homes/reports/2006-08-01.md": MINIMAL[REPORT]}))
    assert date(2006, 8, 1) in [entry.day for entry in found.entries]


def test_group_that_began_later_has_no_earlier_meeting() -> None:
    """Meetings before a group's first day are none of its history."""
    found = history(report(SEPTEMBER), group("chair: Fire service", "chair: Fire service\nstarts: 2006-07-01"))
    assert found.days == (JULY, SEPTEMBER)


def of_target(*changes: Files) -> list[TargetEntry]:
    """Return the history of the minimal partnership's target."""
    found = history(*changes)
    return found.of_target(found.group.targets[-1])


BOTH = group(
    "actions:\n", "actions:\n  - {id: doors, title: Doors, targets: [burglary], start: 2006-06-01, owner: Council}\n"
)


def test_target_has_the_status_of_each_action_that_serves_it() -> None:
    """At each meeting a target has the statuses of all actions under way for it, worst first."""
    more = "### Doors {#doors.burglary}\n\n**Status:** Red\n\n#### Progress\n\nNone.\n\n"
    entries = of_target(BOTH, report(MAY, "Green"), report(JULY, "Amber", more=more), report(SEPTEMBER))
    assert [entry.tally for entry in entries] == [
        {"Green": 1},
        {"Red": 1, "Amber": 1},
        {"Green": 1, "Not reported": 1},
    ]
    assert [entry.worst for entry in entries] == ["Green", "Red", "Green"]


def test_closed_action_is_not_among_those_that_serve() -> None:
    """At a meeting after an action was closed, its target has the statuses of the others only."""
    closed = group("due: 2007-03-31", "state: closed\n    closed: 2006-06-30")
    entries = of_target(closed, report(MAY), report(SEPTEMBER))
    assert [[action.id for action, _ in entry.parts] for entry in entries] == [["locks"], [], ["locks"]]
    assert entries[1].note == "No action served this target"


def test_target_leads_to_the_worst() -> None:
    """A target's entry leads to the update of the action that stands worst."""
    more = "### Doors {#doors.burglary}\n\n**Status:** Red\n\n#### Progress\n\nNone.\n\n"
    entries = of_target(BOTH, report(JULY, "Amber", more=more))
    assert entries[1].address == "groups/homes/reports/2006-07-11/#update-doors--burglary"


def test_target_has_the_evidence_of_each_meeting() -> None:
    """Beside the statuses stands what the figures suggest to the month of each report.

    The straight line falls by 10% in the 36 months from April 2005 on, so by 14 ÷ 36 of that (3.89%) to May 2006 and
    by 16 ÷ 36 (4.44%) to July. The counts fell by 1 − 191 ÷ 201 = 4.98% and by 1 − 380 ÷ 400 = 5%.
    """
    entries = of_target(*ALL)
    assert [entry.evidence.suggested if entry.evidence else "" for entry in entries[1:]] == ["Green", "Green"]
    assert entries[1].reason == "−5.0% per 1,000 population against −3.9% expected"
    assert entries[2].reason == "−5.0% per 1,000 population against −4.4% expected"


def test_target_that_no_action_served_says_so() -> None:
    """Where no action was under way for a target, its entry says that instead of a status."""
    entries = of_target(report(SEPTEMBER, key="locks"), group("    targets: [burglary]\n", ""))
    assert (entries[-1].worst, entries[-1].note) == ("", "No action served this target")
