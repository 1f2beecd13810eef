"""What a report's page answers first: how many have each status, what is Red, and every action in one table."""

from __future__ import annotations

import pytest

from tests import builders, many_groups
from tests.builders import GROUP, MINIMAL, REPORT, Files
from tests.markup import Element
from tests.rendering import files, page
from tests.test_pages_exceptions import second

PAGE = "groups/homes/reports/2006-11-13/index.md"
_SHORT = "Reduce burglary by 10% per 1,000 population by 31 March 2008"
#: Nobody owns the action, and no day is given.
BARE: Files = {GROUP: MINIMAL[GROUP].replace("    owner: Council\n", "").replace("    due: 2007-03-31\n", "")}


def report(*changes: Files) -> Element:
    """Return the page of the second report, with changes."""
    return page(files(builders.tree(*changes))[PAGE])


def first(tree: Element) -> tuple[str, str]:
    """Return how many have each status, and what is said of those that are Red."""
    answers = tree.one("div", "csp-answers")
    return answers.one("dl", "csp-answers__counts").text, answers.one("dl", "csp-answers__tiles").text


@pytest.mark.parametrize(
    "changes, counts, red",
    [
        (
            second("Red", "Fire service to fit them by 1 May 2007."),
            "■ Red 1 ▲ Amber 0 ● Green 0 ○ Not reported 0",
            f"What is Red Locks: told below {_SHORT} Owner of the action: Council. Due: 31 March 2007 "
            "Remedial action: Fire service to fit them by 1 May 2007.",
        ),
        (
            # the whole of a long one stands where the action is told
            second("Red", "Fit them.\n\nAsk for more."),
            "■ Red 1 ▲ Amber 0 ● Green 0 ○ Not reported 0",
            f"What is Red Locks: told below {_SHORT} Owner of the action: Council. Due: 31 March 2007 "
            "Remedial action: Fit them. In full: what is done about Locks",
        ),
        (
            second("Red", "Fit them.\n\n**Owner:** Police\n**Due:** 8 January 2007"),
            "■ Red 1 ▲ Amber 0 ● Green 0 ○ Not reported 0",
            f"What is Red Locks: told below {_SHORT} Owner: Police. Due: 8 January 2007 Remedial action: Fit them.",
        ),
        (
            {**second("Red"), **BARE},
            "■ Red 1 ▲ Amber 0 ● Green 0 ○ Not reported 0",
            f"What is Red Locks: told below {_SHORT} Owner of the action: None given No remedial action given",
        ),
        (second("Green"), "■ Red 0 ▲ Amber 0 ● Green 1 ○ Not reported 0", "What is Red Nothing is Red"),
        (second(""), "■ Red 0 ▲ Amber 0 ● Green 0 ○ Not reported 1", "What is Red Nothing was reported Red"),
    ],
)  # fmt: skip
def test_what_is_red_comes_first(changes: Files, counts: str, red: str) -> None:
    """Before the head of the form stand the statuses, those that none has too, and each Red with owner and remedy."""
    tree = report(changes)
    assert first(tree) == (counts, red)
    places = [one for one in tree.walk() if {"csp-answers", "csp-form", "csp-statuses", "csp-update"} & {*one.classes}]
    assert [one.classes[-1].partition("--")[0] for one in places] == [
        "csp-answers",
        "csp-form",
        "csp-statuses",
        "csp-update",
    ]


def test_table_of_statuses() -> None:
    """Every action stands in one table in the order of the form, and leads to where it is told."""
    late = {GROUP: MINIMAL[GROUP].replace("due: 2007-03-31", "due: 2006-11-12")}
    tree = report(second("Red"), late)
    assert [one.attributes["href"] for one in tree.one("p", "csp-answers__all").all("a")] == ["#statuses"]
    (row,) = tree.one("div", id="statuses").one("tbody").all("tr")
    assert row.one("th").one("a").attributes["href"] == "#update-locks--burglary"
    assert {one.attributes["data-label"]: one.text for one in row.all("td")} == {
        "Local target": _SHORT,
        "Status": "■ Red The figures suggest ● Green",
        "Owner": "Action: Council",
        # the day before the meeting of 13 November
        "Due": "Action: 12 November 2006 1 day overdue at the meeting",
    }
    assert tree.one("h3", id="update-locks--burglary").text.startswith("Locks")


def test_more_than_three_are_counted() -> None:
    """Three that are Red are told with what is done; the others are counted, and stand in the table."""
    folder = "groups/group-00/reports/2006-11-13.md"
    red = str(many_groups.files()[folder]).replace("**Status:** Amber", "**Status:** Red")
    tree = page(files(builders.tree(many_groups.files(), {folder: red}))["groups/group-00/reports/2006-11-13/index.md"])
    counts, told = first(tree)
    # of the seven that are reported, one was Red and three were Amber
    assert counts == "■ Red 4 ▲ Amber 0 ● Green 3 ○ Not reported 1"
    assert (told.count("Remedial action:"), told.endswith("1 more that is Red")) == (3, True)
    assert len(tree.one("div", id="statuses").one("tbody").all("tr")) == 8


def test_report_without_actions_has_no_statuses() -> None:
    """Where a group has no action, and the report speaks of none, no statuses are shown."""
    text = MINIMAL[REPORT].partition("### Locks")[0] + "## Other issues\n"
    group = MINIMAL[GROUP].partition("actions:")[0]
    made = files(builders.tree({REPORT: text, GROUP: group}))
    tree = page(made["groups/homes/reports/2006-09-11/index.md"])
    assert (tree.all("div", "csp-answers"), tree.all("table", "csp-statuses")) == ([], [])


def test_owner_that_is_not_given() -> None:
    """Where no owner and no day are given, the table says so, and no cell is empty."""
    table = report(second("Amber"), BARE).one("table", "csp-statuses")
    cells = {one.attributes["data-label"]: one.text for one in table.all("td")}
    assert (cells["Owner"], cells["Due"]) == ("None given", "None given")
