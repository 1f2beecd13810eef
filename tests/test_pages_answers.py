"""The first answers on the home page and on each meeting's: status counts, what is Red, changed, missing and due."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from cspsite.demo import write_demo
from cspsite.tree import read_folder
from tests import builders, many_groups
from tests.builders import GROUP, MINIMAL, REPORT, Files, edited
from tests.markup import Element
from tests.rendering import files, page
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


def told(answers: Element) -> Told:
    """Return each answer by its question, and how many have each status."""
    return {one.one("dt").text: one.one("dd").text for one in answers.all("div") if one.all("dt")}


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
                "What is Red": "Fit new locks",
                "Changed since 11 September 2006": ("1 status worsened, 1 report missing; others may not be on record"),
                "Reports received": "1 of 2 Missing: Safer Alleys",
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
                "Statuses": "Not reported yet: the papers are still to come",
                "What changed": "Nothing has been reported yet",
                "Reports received": "0 of 1 so far",
                "Due next": "Papers for the next meeting: no day is given, 11 September 2006; 1 report due",
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
    assert shown(HOME, second("Red")).one("p").text == (
        "Latest meeting: 13 November 2006, Management Group. Figures to July 2006."
    )
    assert shown(MEETING, second("Red")).one("p").text == (
        "Management Group. Figures to July 2006. Papers due 6 November 2006."
    )


def test_before_the_first_report_the_first_meeting_is_next() -> None:
    """Where a year of meetings is entered and nobody has reported, the home page is about the first of them."""
    head = shown(HOME, MEETINGS, {REPORT: None}).one("p").text
    assert head == "Next meeting: 11 September 2006, Management Group. Figures to July 2006."


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


def test_one_action_that_is_red_twice_is_named_once() -> None:
    """An action that is Red for two targets is one action; its two statuses are counted."""
    target = MINIMAL[GROUP].partition("targets:\n")[2].partition("actions:")[0]
    group = MINIMAL[GROUP].replace("actions:", f"{target.replace('id: burglary', 'id: arson')}actions:")
    group = group.replace("targets: [burglary]", "targets: [burglary, arson]")
    update = "### Locks {#locks.burglary}\n\n**Status:** Red\n"
    text = second("Red")["groups/homes/reports/2006-11-13.md"]
    twice = str(text).replace("## Updates\n", f"## Updates\n\n{update.replace('locks.burglary', 'locks.arson')}")
    found = told(shown(HOME, second("Red"), {GROUP: group, "groups/homes/reports/2006-11-13.md": twice}))
    assert (found["■ Red"], found["What is Red"]) == ("2", "Fit new locks")


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
    for path in (path for path in made if path == HOME or (path.startswith("meetings/2") and "changes" not in path)):
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
