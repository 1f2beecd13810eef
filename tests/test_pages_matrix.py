"""The table of every group's targets: status, what the figures suggest, direction and course, or what is missing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests import builders, many_groups
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, REPORT, Files, edited
from tests.markup import Element
from tests.rendering import files, page
from tests.test_pages_exceptions import MEETINGS, second

HOME, MEETING, LATER = "index.md", "meetings/2006-11-13/index.md", "meetings/2007-01-15/index.md"
ALLEYS = {"groups/alleys/group.yml": MINIMAL[GROUP].replace("Safer Homes", "Safer Alleys")}
_TARGET = "Reduce burglary by 10% per 1,000 population by 31 March 2008"


def shown(path: str, *changes: Files) -> Element:
    """Return a page of the minimal partnership with changes."""
    return page(files(builders.tree(*changes))[path])


def rows(tree: Element) -> list[tuple[str, ...]]:
    """Return the text of each row below the head: of a group its name and whether it has reported."""
    table = tree.one("table", "csp-matrix")
    return [
        tuple(cell.text for cell in row.all("th") + row.all("td"))
        for body in table.all("tbody")
        for row in body.all("tr")
    ]


@pytest.mark.parametrize("path", [HOME, MEETING])
def test_whole_table(path: str) -> None:
    """A group's heading leads to its report; below it each target has its status, direction and change."""
    assert rows(shown(path, second("Amber"))) == [
        ("Safer Homes", "Report of Safer Homes"),
        # 380 of 400 are 5.0% less; their ratio of 0.95 is no more than chance; the picture has the words beside it
        (
            _TARGET,
            "▲ Amber",
            "● Green",
            "−5.0% no clear change",
            "−5.0%",
            "From 100 to 95 in 12 months; lowest 94, highest 103",
        ),
    ]


def test_every_cell_has_its_heads() -> None:
    """For a screen reader each group's rows are a part of the table under a head of their own, in one table."""
    table = shown(HOME, many_groups.files()).one("table", "csp-matrix")
    assert [one.attributes["scope"] for one in table.one("thead").all("th")] == ["col"] * 6
    bodies = table.all("tbody")
    assert len(bodies) == many_groups.GROUPS
    assert all(len(one.all("th", scope="rowgroup")) == 1 for one in bodies)
    assert all(len(one.all("th", scope="row")) == many_groups.TARGETS for one in bodies)
    assert all(len(one.all("td")) == 1 + 5 * many_groups.TARGETS for one in bodies)


def test_missing_report_is_said_with_what_was_last_reported() -> None:
    """Without a report the group's heading says so and leads to its form; the last status stands with its meeting."""
    given = {"groups/alleys/reports/2006-09-11.md": MINIMAL[REPORT]}
    tree = shown(HOME, second("Amber"), ALLEYS, given)
    found = rows(tree)
    assert found[0] == ("Safer Alleys", "No report received: write the update of Safer Alleys")
    assert found[1][1] == "○ Not reported Last reported: ● Green, 11 September 2006: report of Safer Alleys"
    links = {one.text: one.attributes["href"] for one in tree.one("table", "csp-matrix").all("a")}
    assert links["write the update of Safer Alleys"].startswith("groups/alleys/update/")
    assert links["11 September 2006: report of Safer Alleys"].startswith("groups/alleys/reports/2006-09-11/")


def test_group_that_never_reported_has_no_last_status() -> None:
    """Where there is no earlier report, nothing is said of one."""
    assert rows(shown(HOME, second("Amber"), ALLEYS))[1][1] == "○ Not reported"


def test_group_that_can_write_no_report_has_no_link() -> None:
    """A group that has reported since has no form for the meeting that it missed."""
    late = {"groups/alleys/reports/2007-01-15.md": MINIMAL[REPORT]}
    assert rows(shown(MEETING, second("Amber"), ALLEYS, late))[0] == ("Safer Alleys", "No report received")


def test_several_actions_are_counted() -> None:
    """A target that two actions serve shows how many stand at each status, the worst first."""
    group = {GROUP: f"{MINIMAL[GROUP]}  - {{id: doors, title: Fit new doors, targets: [burglary]}}\n"}
    assert rows(shown(HOME, group))[1][1] == "1 ● Green 1 ○ Not reported"


def test_target_without_an_action_says_so() -> None:
    """A target that no action serves has no status that could be reported."""
    group = edited(GROUP, "    targets: [burglary]\n", "")
    report = edited(REPORT, "{#locks.burglary}", "{#locks}")
    assert rows(shown(HOME, group, report))[1][1] == "No action serves it"


def test_figures_of_another_month_are_named() -> None:
    """A report whose figures go to another month than the meeting's says to which."""
    meeting = edited(PARTNERSHIP, "data_to: 2006-07", "data_to: 2006-08")
    assert rows(shown(HOME, meeting))[0] == ("Safer Homes", "Report of Safer Homes; figures to July 2006")


NONE: Mapping[str, str | bytes | None] = {
    GROUP: "name: Safer Homes\nobjective: Fewer burglaries\nchair: Fire service\n",
    REPORT: None,
}


def test_partnership_without_targets() -> None:
    """Where no group has a target there is no table, and that is said; of several groups one may have none."""
    assert "No target has been set yet." in shown(HOME, NONE).text
    assert shown(HOME, NONE).all("table", "csp-matrix") == []
    found = rows(shown(HOME, NONE, {**ALLEYS, "groups/alleys/reports/2006-09-11.md": MINIMAL[REPORT]}))
    assert found[-1] == ("This group has no target",)
    assert found[-2] == ("Safer Homes", "No report received: write the update of Safer Homes")


def test_meeting_to_come_has_figures_and_no_status() -> None:
    """Before anybody has reported the figures are there already, and the last statuses are said to be the last."""
    found = rows(shown(LATER, second("Amber"), MEETINGS))
    assert found[1][1:3] == (
        "○ Not reported Last reported: ▲ Amber, 13 November 2006: report of Safer Homes",
        "● Green",
    )
