"""What needs attention, on the home page and on the meeting's: for which reason, with owner, remedy and day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from tests import builders, hostile, many_groups
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, REPORT, Files, edited
from tests.markup import Element
from tests.rendering import files, files_of, page, site

HOME, MEETING = "index.md", "meetings/2006-11-13/index.md"
SECOND = "groups/homes/reports/2006-11-13.md"
MEETINGS = edited(
    PARTNERSHIP,
    "  - {date: 2006-09-11, data_to: 2006-07}\n",
    "  - {date: 2006-09-11, data_to: 2006-07}\n"
    "  - {date: 2006-11-13, data_to: 2006-07, papers_due: 2006-11-06}\n"
    "  - {date: 2007-01-15, data_to: 2006-07}\n",
)
LATE = {GROUP: MINIMAL[GROUP].replace("due: 2007-03-31", "due: 2006-11-12")}
LATER = "meetings/2007-01-15/index.md"


def second(status: str, remedy: str = "") -> Files:
    """Return the meetings, with a report to the second that has one status and one remedial action."""
    words = f"#### Remedial action\n\n{remedy}\n\n## Other issues" if remedy else "## Other issues"
    text = MINIMAL[REPORT].replace("**Status:** Green\n", f"**Status:** {status}\n" if status else "")
    return {**MEETINGS, SECOND: text.replace("## Other issues", words)}


def shown(path: str, *changes: Files) -> Element:
    """Return a page of the minimal partnership with changes."""
    return page(files(builders.tree(*changes))[path])


def listed(tree: Element) -> list[tuple[str, str]]:
    """Return the reason and the action of each row of what needs attention."""
    found, reason = [], ""
    for row in (row for table in tree.all("table", "csp-exceptions") for row in table.all("tr")):
        if heads := row.all("th", scope="rowgroup"):
            reason = f"{heads[0].text} {row.one('td').text}"
        elif row.all("td"):
            found.append((reason, (row.all("th") or row.all("td"))[0].text))
    return found


def cells(tree: Element, number: int = 0) -> Mapping[str, str]:
    """Return what stands in a row of what needs attention, by the heads of its columns."""
    rows = [row for row in tree.one("table", "csp-exceptions").all("tr") if len(row.all("td")) == 4]
    return {one.attributes["data-label"]: one.text for one in rows[number].all("td")}


_ROW = "Fit new locks Reduce burglary by 10% per 1,000 population by 31 March 2008 Safer Homes"


@pytest.mark.parametrize("path", [HOME, MEETING])
@pytest.mark.parametrize(
    "changes, expected",
    [
        ([second("Red")], [("Red 1", _ROW)]),
        ([second("Amber")], [("Worse than at the meeting before 1", _ROW)]),
        ([second("")], [("Not reported 1", _ROW)]),
        ([second("Green"), LATE], [("Overdue 1", _ROW)]),
        # Amber at both meetings is no worse, but the figures say Green: 380 of 400, where 382 were expected
        (
            [second("Amber"), edited(REPORT, "**Status:** Green", "**Status:** Amber")],
            [("The figures suggest another status 1", _ROW)],
        ),
        # of several reasons the most urgent is told, and the row stands once
        ([second("Red"), LATE], [("Red 1", _ROW)]),
        (
            [MEETINGS, {REPORT: None}],
            [("Not reported 1", "No report received from Safer Homes Without a status: Fit new locks")],
        ),
        ([second("Green")], []),
    ],
    ids=["red", "worse", "not reported", "overdue", "differs", "red and overdue", "nothing reported", "nothing"],
)
def test_reasons(path: str, changes: list[Files], expected: list[tuple[str, str]]) -> None:
    """Each action that needs attention stands once, under the most urgent of its reasons."""
    assert listed(shown(path, *changes)) == expected


#: 130 in each month from April to July 2006 are 520, 30% more than the 400 of the baseline.
HIGH = {builders.COUNTS: re.sub(r"(2006-0[4-7]),\d+", r"\1,130", MINIMAL[builders.COUNTS])}
_LATE_GROUP = {"groups/alleys/group.yml": MINIMAL[GROUP].replace("Safer Homes", "Safer Alleys")}
_RED = "The figures suggest ■ Red: +30.0% per 1,000 population against −4.4% expected"


@pytest.mark.parametrize(
    "before, last",
    [
        (
            {"groups/alleys/reports/2006-09-11.md": MINIMAL[REPORT]},
            "● Green, 11 September 2006: report of Safer Alleys",
        ),
        ({}, ""),
    ],
)
def test_red_by_the_figures_without_a_report(before: Files, last: str) -> None:
    """A target that is Red by the figures stands among what needs attention also where no report came, with owner."""
    tree = shown(HOME, second("Red"), HIGH, _LATE_GROUP, before)
    what = _ROW.removeprefix("Fit new locks ").replace("Safer Homes", "Fit new locks Safer Alleys")
    missing = "No report received from Safer Alleys Without a status: Fit new locks"
    assert listed(tree) == [
        ("Red 1", _ROW),
        ("Not reported, but Red by the figures 1", what),
        ("Not reported 1", missing),
    ]
    assert cells(tree, 1) == {
        "Status": f"○ Not reported {_RED} {f'Last reported: {last}' if last else 'Never reported before'}",
        "Remedial action": "Nothing was reported",
        "Owner": "Council",
        "Due": "Action: 31 March 2007",
    }


def test_red_by_the_figures_without_a_status() -> None:
    """An update without a status hides no Red either, and stands once; one other action with a status is enough."""
    assert [reason for reason, _ in listed(shown(HOME, second(""), HIGH))] == ["Not reported, but Red by the figures 1"]
    two = {GROUP: f"{MINIMAL[GROUP]}  - {{id: doors, title: Fit new doors, targets: [burglary]}}\n"}
    found = listed(shown(HOME, second("Red"), HIGH, two))
    assert [reason for reason, _ in found] == ["Red 1", "Not reported 1"]


def test_target_of_several_actions_is_told_once() -> None:
    """A target whose actions are all silent is one row, with each owner and each day; without owners its chair's."""
    doors = "  - {id: doors, title: Fit new doors, targets: [burglary], owner: Police, due: 2006-11-01}\n"
    empty = MINIMAL[REPORT].partition("### Locks")[0] + "## Other issues\n"
    given = {**second(""), SECOND: empty}
    found = cells(shown(HOME, given, HIGH, {GROUP: MINIMAL[GROUP] + doors}))
    assert (found["Owner"], found["Due"]) == (
        "Council; Police",
        "Action: 31 March 2007 Action: 1 November 2006 12 days overdue at the meeting",
    )
    bare = {GROUP: MINIMAL[GROUP].replace("    owner: Council\n    due: 2007-03-31\n", "")}
    found = cells(shown(HOME, given, HIGH, bare))
    assert (found["Owner"], found["Due"]) == ("Fire service", "None given")


def test_nothing_is_suspected_before_papers_come() -> None:
    """At a meeting that nobody has reported to, what is not reported is no sign."""
    assert listed(shown(LATER, second("Red"), HIGH)) == []


def test_urgent_comes_first() -> None:
    """Red comes before what is worse, that before what is missing, overdue, and judged otherwise by the figures."""
    tree = shown(MEETING, many_groups.files())
    heads = [row.text for row in tree.one("table", "csp-exceptions").all("tr", "csp-rowgroup")]
    # nine groups have reported: each 1 Red, 1 that went from Green to Amber, 1 without a status, and 2 Ambers that are
    # no worse; one action of all twelve was due in October, and is no more than Green; three reports are missing
    assert heads == [
        "Red 9",
        "Worse than at the meeting before 9",
        "Not reported 12",
        "Overdue 12",
        "The figures suggest another status 18",
    ]


def test_home_shows_the_first_of_each_reason() -> None:
    """The home page has six rows of a reason, and a link to the others on the meeting's page."""
    rows = listed(shown(HOME, many_groups.files()))
    assert [sum(reason.startswith("Red") for reason, _ in rows), rows[6]] == [
        7,
        ("Red 9", "3 more on the meeting’s page: Red"),
    ]
    tree = shown(HOME, many_groups.files())
    links = [one.attributes["href"] for one in tree.all("a") if "more on the meeting’s page" in one.text]
    assert [f"meetings/2006-11-13/#{id}" for id in ("red", "worse", "missing", "overdue", "differing")] == links


def test_row_has_owner_remedy_and_day() -> None:
    """Beside an action stand what its report does about it, who owns it, and when it is due."""
    tree = shown(HOME, second("Red", "The supplier brings them forward.\n\nThe board hears of it in January."), LATE)
    assert cells(tree) == {
        "Status": "■ Red Worse: was ● Green at the meeting before "
        "The figures suggest ● Green: −5.0% per 1,000 population against −4.4% expected",
        "Remedial action": "The supplier brings them forward. In full: what is done about Fit new locks, "
        "Reduce burglary by 10% per 1,000 population by 31 March 2008",
        "Owner": "Action: Council",
        "Due": "Action: 12 November 2006 1 day overdue at the meeting",
    }
    (whole,) = [one for one in tree.all("a") if one.text.startswith("In full")]
    assert whole.attributes["data-paper"] == ", in its report"  # a sheet of paper leads nowhere


@pytest.mark.parametrize(
    "remedy, owner, day",
    [
        ("Buy.\n\n**Owner:** Police\n**Due:** 8 January 2007", "Police", "8 January 2007"),
        ("Buy.\n\nDue: soon", "Action: Council", "soon"),
        ("Buy.\n\nOwner: {{ burglary.count }} *homes*", "380 homes", "Action: 31 March 2007"),
    ],
)
def test_owner_and_day_of_the_remedy_come_first(remedy: str, owner: str, day: str) -> None:
    """Owner and day are those of the remedial action, which is told without them; else the action's, as such."""
    found = cells(shown(MEETING, second("Red", remedy)))
    assert (found["Remedial action"], found["Owner"], found["Due"]) == ("Buy.", owner, day)


def test_overdue_action_stays_overdue() -> None:
    """The day of a remedial action does not hide that the action itself is overdue."""
    found = cells(shown(MEETING, second("Red", "Buy.\n\nDue: 8 January 2007"), LATE))
    assert found["Due"] == "8 January 2007 Action: 12 November 2006 1 day overdue at the meeting"


def test_report_meeting_and_history_say_who_and_when() -> None:
    """A report, its meeting's page and the histories of action and target have owner and day below the words."""
    made = files(builders.tree(second("Red", "Buy.\n\n**Due:** 8/1/2007\n**Owner:** Police & fire")))
    told = "Remedial action Buy. Owner Police & fire Due 8 January 2007"
    paths = ("reports/2006-11-13/index.md", "actions/locks/index.md", "targets/burglary/index.md")
    for path in (MEETING, *(f"groups/homes/{path}" for path in paths)):
        assert told in page(made[path]).text, path


def test_what_is_not_given_is_said() -> None:
    """A Red without a remedial action, and an action without owner and day, say so."""
    bare = {GROUP: MINIMAL[GROUP].replace("    owner: Council\n    due: 2007-03-31\n", "")}
    found = cells(shown(MEETING, second("Red"), bare))
    assert (found["Remedial action"], found["Owner"], found["Due"]) == (
        "No remedial action given",
        "None given",
        "None given",
    )


def test_remedy_of_a_green_is_not_asked_for() -> None:
    """A Green that is overdue needs no remedial action, and is not blamed for having none."""
    assert cells(shown(MEETING, second("Green"), LATE))["Remedial action"] == "Not asked for"


def test_missing_report_leads_to_its_form() -> None:
    """A group without a report is told once, with its actions, its chair, the day of the papers and its form."""
    other = {"groups/alleys/group.yml": MINIMAL[GROUP].replace("Safer Homes", "Safer Alleys")}
    tree = shown(HOME, second("Green"), other)
    assert listed(tree) == [("Not reported 1", "No report received from Safer Alleys Without a status: Fit new locks")]
    assert cells(tree) == {
        "Status": "○ Not reported",
        "Remedial action": "Write the update of Safer Alleys",
        "Owner": "Fire service",
        "Due": "6 November 2006",
    }
    link = next(one for one in tree.all("a") if one.text == "Write the update of Safer Alleys")
    assert link.attributes["href"].startswith("groups/alleys/update/")


@pytest.mark.parametrize(
    "due, expected",
    [("2006-11-12", [("Overdue 1", _ROW)]), ("2006-11-13", []), ("2006-12-31", [])],
)
def test_meeting_to_come(due: str, expected: list[tuple[str, str]]) -> None:
    """Before anybody has reported nothing is missing, and what is due since the last meeting is not overdue yet."""
    given = {GROUP: MINIMAL[GROUP].replace("due: 2007-03-31", f"due: {due}")}
    tree = shown(LATER, second("Green"), given)
    assert listed(tree) == expected
    assert ("No report has been received yet, and no action is overdue." in tree.text) is (not expected)


def test_redefined_target_is_said_beside_what_is_worse(monkeypatch: pytest.MonkeyPatch) -> None:
    """A status that worsened while its target was redefined says that the two do not measure the same."""
    whole, day = site(builders.tree(second("Red"))), date(2006, 11, 13)
    worse = {key: replace(change, redefined=True) for key, change in whole.worsened_at(day).items()}
    monkeypatch.setattr(whole, "worsened_at", lambda _: worse)
    assert cells(page(files_of(whole)[HOME]))["Status"].startswith(
        "■ Red Worse: was ● Green at the meeting before; the target was redefined in between, so the two do not measure"
    )


def test_hostile_words_are_words() -> None:
    """What stands in a remedial action, a title, an owner or a name is shown as it was written."""
    tree = page(files(builders.tree(hostile.FILES))[HOME])
    assert cells(tree)["Remedial action"].startswith('<script>window.hit=1</script> "><img src=x onerror=window.hit=1>')
    assert cells(tree)["Owner"] == "Action: " + " ".join(hostile.TEXT.split())
    assert tree.all("script") == tree.all("img") == []
