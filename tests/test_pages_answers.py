"""The first answers on the home page and on each meeting's: status counts, what is Red, changed, missing and due."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from cspsite.demo import write_demo
from cspsite.owed import owed
from cspsite.tree import read_folder
from tests import builders, many_groups
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, REPORT, Files, edited
from tests.markup import Element
from tests.rendering import files, files_of, page, site
from tests.test_pages_exceptions import MEETINGS, second

HOME, FIRST, MEETING, LATER = (
    "index.md",
    *(f"meetings/{day}/index.md" for day in ("2006-09-11", "2006-11-13", "2007-01-15")),
)
ALLEYS = {"groups/alleys/group.yml": MINIMAL[GROUP].replace("Safer Homes", "Safer Alleys")}
Told = Mapping[str, str]


def shown(path: str, *changes: Files) -> Element:
    """Return the answers of a page of the minimal partnership with changes."""
    return page(files(builders.tree(*changes))[path]).one("div", "csp-answers")


def on(day: date, path: str, *changes: Files) -> Element:
    """Return the answers of a page that is made on a day."""
    return page(files_of(site(builders.tree(*changes), day))[path]).one("div", "csp-answers")


def told(answers: Element) -> Told:
    """Return each answer by its question, and how many have each status."""
    return {one.one("dt").text: one.one("dd").text for one in answers.all("div") if len(one.all("dt")) == 1}


@pytest.mark.parametrize(
    "path, changes, expected",
    [
        (
            HOME,
            [second("Red"), ALLEYS],
            {
                "■ Red": "1",
                "▲ Amber": "0",
                "● Green": "0",
                "○ Not reported": "1",
                # another group has an action of that title, for a target of that name
                "What is Red": "Fit new locks: Safer Homes",
                "Changed since 11 September 2006": ("1 status worsened, 1 report missing; others may not be on record"),
                "Reports received": "1 of 2 Missing: Safer Alleys: the missing report",
                "Due next": "Papers for the next meeting: no day is given, 15 January 2007; 2 reports due",
            },
        ),
        (
            FIRST,
            [second("Red")],
            {
                "■ Red": "0",
                "▲ Amber": "0",
                "● Green": "1",
                "○ Not reported": "0",
                "What is Red": "Nothing is Red",
                "What changed": "This is the first meeting",
                "Reports received": "1 of 1",
                # it has been held since, so that nothing of it is due any more
                "Due next": "6 November 2006: papers for the next meeting, 13 November 2006",
            },
        ),
        (
            LATER,
            [second("Red"), edited(GROUP, "2007-03-31", "2006-12-31")],
            {
                "Statuses": "Not reported yet: the papers are still to come",
                "What changed": "Nothing has been reported yet",
                "Reports received": "0 of 1 so far",
                "Due next": "Papers for this meeting: no day is given; 1 report and 1 action due",
            },
        ),
        (
            HOME,
            [{REPORT: None}],
            {
                "■ Red": "0",
                "▲ Amber": "0",
                "● Green": "0",
                "○ Not reported": "1",
                "What is Red": "Nothing was reported Red",
                "What changed": "This is the first meeting",
                "Reports received": "0 of 1 Missing: Safer Homes: the missing report",
                "Due next": "No later meeting has been entered yet",
            },
        ),
    ],
    ids=["home", "the first meeting", "a meeting to come", "no report at all"],
)
def test_answers(path: str, changes: list[Files], expected: Told) -> None:
    """Every question has its answer, also where that is that there is nothing."""
    assert told(shown(path, *changes)) == expected


def test_latest_meeting_is_named() -> None:
    """The home page says which meeting it is about; a meeting's own page says whose it is and when papers were due."""
    assert shown(HOME, second("Red")).one("p", "csp-answers__head").text == (
        "Latest meeting: 13 November 2006, Management Group. Figures to July 2006."
    )
    assert shown(MEETING, second("Red")).one("p", "csp-answers__head").text == (
        "Management Group. Figures to July 2006. Papers due 6 November 2006."
    )


def test_before_the_first_report_the_first_meeting_is_next() -> None:
    """Where a year of meetings is entered and nobody has reported, the home page is about the first of them."""
    head = on(date(2006, 9, 11), HOME, MEETINGS, {REPORT: None}).one("p", "csp-answers__head").text
    assert head == "Next meeting: 11 September 2006, Management Group. Figures to July 2006."


@pytest.mark.parametrize(
    "day, head, statuses, due_next",
    [
        # the day of a meeting itself is still in time
        (
            "2007-01-15",
            "Latest meeting",
            "Not reported yet",
            "Papers for the next meeting: no day is given",
        ),
        ("2007-01-16", "Latest meeting with a report", "", "Overdue: 1 report to the meeting of 15 January 2007."),
    ],
)
def test_meeting_that_has_been_without_a_report(day: str, head: str, statuses: str, due_next: str) -> None:
    """From the day after a meeting what it has not received is missing, on its own page and on the home page."""
    today, given = date.fromisoformat(day), second("Green")
    home, own = on(today, HOME, given), on(today, LATER, given)
    assert home.one("p", "csp-answers__head").text.startswith(f"{head}: 13 November 2006")
    assert told(home)["Due next"].startswith(due_next)
    assert told(own).get("Statuses", "").startswith(statuses)
    assert told(own)["Reports received"] == (
        "0 of 1 so far" if statuses else "0 of 1 Missing: Safer Homes: the missing report"
    )
    owing = [one.meeting.date for one in owed(site(builders.tree(given)).data, (), today)]
    assert owing == [date(2007, 1, 15)]  # as `cspsite due` has it, before and after


def test_overdue_reports_do_not_hide_what_comes_next() -> None:
    """After a meeting without reports, the next one stands beside it, and the sections below tell of both."""
    more = {
        PARTNERSHIP: str(second("Green")[PARTNERSHIP]).replace(
            "  - {date: 2007-01-15, data_to: 2006-07}\n",
            "  - {date: 2007-01-15, data_to: 2006-07, papers_due: 2007-01-08}\n"
            "  - {date: 2007-03-12, data_to: 2006-07, papers_due: 2007-03-05}\n",
        )
    }
    whole = files_of(site(builders.tree({**second("Green"), **more}), date(2007, 2, 1)))
    home = page(whole[HOME])
    assert told(home.one("div", "csp-answers"))["Due next"] == (
        "Overdue: 1 report to the meeting of 15 January 2007. "
        "5 March 2007: papers for the next meeting, 12 March 2007; 1 report due"
    )
    assert "nobody has reported to it. Its papers were due by 8 January 2007. Next meeting: 12 March 2007" in home.text


@pytest.mark.parametrize(
    "changes, words",
    [
        ([], "1 status of 1 action"),
        ([ALLEYS], "2 statuses of 2 actions"),
        # the locks serve burglary and, nobody having said so, arson too
        ([lambda: _for_two("burglary, arson", {"locks.burglary": "Green"})], "2 statuses of 1 action"),
    ],
)
def test_counts_say_what_they_count(changes: list[Files | Callable[[], Files]], words: str) -> None:
    """Above the four counts stands of how many actions they are, which also names them for a screen reader."""
    answers = shown(HOME, second("Green"), *(one() if callable(one) else one for one in changes))
    group = answers.one("div", role="group")
    label = answers.one("p", id=group.attributes["aria-labelledby"])
    assert label.text == words
    assert len(group.one("dl", "csp-answers__counts").all("dt")) == 4


def test_many_are_counted() -> None:
    """Of nine that are Red and three that are missing two are named, and the others counted, with links to all."""
    answers = shown(HOME, many_groups.files())
    found = told(answers)
    assert (found["■ Red"], found["▲ Amber"], found["● Green"], found["○ Not reported"]) == ("9", "27", "27", "33")
    assert found["What is Red"].endswith("7 more that are Red")
    assert found["Reports received"].startswith("9 of 12 Missing: Safer Neighbourhoods")
    assert found["Reports received"].endswith("1 more that is missing")
    links = {one.text: one.attributes["href"] for one in answers.all("a")}
    assert (links["7 more that are Red"], links["1 more that is missing"]) == ("#attention", "#missing")
    # twelve reports, and of each group's eight actions all but the one that was due in October
    assert links["12 reports and 84 actions due"] == "#due"


_BURGLARY = MINIMAL[GROUP].partition("targets:\n")[2].partition("actions:")[0]
_ARSON = _BURGLARY.replace("id: burglary", "id: arson").replace("Reduce burglary", "Reduce arson")
_DOORS = "  - {id: doors, title: Fit new locks, targets: [arson]}\n"
_SECOND = "groups/homes/reports/2006-11-13.md"


def _for_two(served: str, statuses: Mapping[str, str], actions: str = "") -> Files:
    """Return a group with two targets, and its second report with these statuses by the ends of their headings."""
    group = MINIMAL[GROUP].replace("actions:", f"{_ARSON}actions:") + actions
    text = str(second("Green")[_SECOND]).partition("### Locks")[0]
    updates = [f"### Locks {{#{anchor}}}\n\n**Status:** {status}\n\n" for anchor, status in statuses.items()]
    report = f"{text}{''.join(updates)}## Other issues\n"
    return {GROUP: group.replace("targets: [burglary]", f"targets: [{served}]"), _SECOND: report}


_SHORT = "per 1,000 population by 31 March 2008"


@pytest.mark.parametrize(
    "served, statuses, actions, red",
    [
        # an action that is Red for two targets is one action, and its two statuses are counted
        ("burglary, arson", {"locks.burglary": "Red", "locks.arson": "Red"}, "", "2 Fit new locks: both its targets"),
        (
            "burglary, arson",
            {"locks.burglary": "Green", "locks.arson": "Red"},
            "",
            f"1 Fit new locks: Reduce arson by 10% {_SHORT}",
        ),
        # two actions of one title, each for a target of its own
        (
            "burglary",
            {"locks.burglary": "Red", "doors.arson": "Green"},
            _DOORS,
            f"1 Fit new locks: Reduce burglary by 10% {_SHORT}",
        ),
        ("burglary", {"locks.burglary": "Red"}, "", "1 Fit new locks"),
    ],
)
def test_action_that_is_red_is_named_with_its_target(
    served: str, statuses: Mapping[str, str], actions: str, red: str
) -> None:
    """Where an action serves two targets, or two have one title, the first answer says for which target it is Red."""
    answers = shown(HOME, second("Green"), _for_two(served, statuses, actions))
    found = told(answers)
    assert f"{found['■ Red']} {found['What is Red']}" == red
    (link,) = [one for one in answers.all("a") if one.text.startswith("Fit new locks")]
    target = f": Reduce burglary by 10% {_SHORT}"
    assert link.attributes.get("aria-label") == (None if ":" in red else f"Fit new locks{target}")


def _due(path: str, *changes: Files) -> list[str]:
    items, after = [], False
    for one in page(files(builders.tree(*changes))[path]).walk():
        after = one.attributes.get("id") == "due" if one.tag == "h2" else after
        items += [one.text] if after and one.tag == "li" else []
    return items


def test_what_is_due_next() -> None:
    """Below stand the reports that the next meeting waits for, and the actions that are due by then, by their day."""
    more = f"{MINIMAL[GROUP]}  - {{id: doors, title: Fit new doors, due: 2006-12-01}}\n"
    given = {GROUP: more.replace("due: 2007-03-31", "due: 2007-01-15")}
    assert _due(HOME, second("Green"), given) == [
        "Write the update of Safer Homes",
        "1 December 2006: Fit new doors (Safer Homes)",
        "15 January 2007: Fit new locks, Council (Safer Homes)",
    ]
    assert _due(LATER, second("Green"), given) == _due(HOME, second("Green"), given)


def test_only_the_first_actions_are_due_on_the_home_page() -> None:
    """The home page lists six actions that are due, and leads to the meeting's page for the others."""
    assert len(_due(HOME, many_groups.files())) == 12 + 6 + 1
    assert _due(HOME, many_groups.files())[-1] == "78 more actions that are due by then"
    assert len(_due(LATER, many_groups.files())) == 12 + 84


def test_list_of_meetings_says_which_are_to_come() -> None:
    """In the list a meeting that nobody has reported to yet has no statuses, not so many that were not reported."""
    table = page(files(builders.tree(second("Amber")))["meetings/index.md"]).one("table")
    assert [row.all("td")[3].text for row in table.one("tbody").all("tr")] == [
        "Not reported yet",
        "1 ▲ Amber",
        "1 ● Green",
    ]


@pytest.mark.parametrize(
    "changes", [[], [second("Green")], [{REPORT: None}], [many_groups.files()]], ids=["one", "two", "none", "many"]
)
def test_links_of_answers_lead_somewhere(changes: list[Files]) -> None:
    """Each link of the answers is to a page that there is, or to a part of its own page."""
    made = files(builders.tree(*changes))
    for path in (path for path in made if path == HOME or re.fullmatch(r"meetings/[\d-]+/index\.md", path)):
        tree = page(made[path])
        ids = {one.attributes.get("id") for one in tree.walk()}
        for link in tree.one("div", "csp-answers").all("a"):
            if link.attributes["href"].startswith("#"):
                assert link.attributes["href"][1:] in ids, (path, link.text)


def test_silence_hides_no_red(tmp_path: Path) -> None:
    """Where a group sent nothing, the first answer does not say that nothing is Red, and names what the figures say."""
    write_demo(tmp_path)
    answers = told(page(files(read_folder(tmp_path / "data"))[HOME]).one("div", "csp-answers"))
    assert answers["What is Red"] == (
        "Nothing was reported Red Not reported, but Red by the figures: To reduce vehicle crime by 10% by 31 March 2026"
    )
