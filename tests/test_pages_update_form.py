"""The page of the web form: for which meeting and groups there is one, and what stands on it."""

from __future__ import annotations

import json

import pytest

from cspsite.pages.form_data import is_active, next_meetings
from cspsite.pages.navigation import navigation
from cspsite.tree import Tree
from tests import builders
from tests.markup import Element
from tests.rendering import files, page, site

ADDRESS = "groups/homes/update/"
SECOND = "groups/homes/reports/2006-11-13.md"
_MEETING = "  - {date: 2006-09-11, data_to: 2006-07}\n"


def _meetings(*days: str) -> builders.Files:
    rows = "".join(f"  - {{date: {day}, data_to: 2006-07}}\n" for day in days)
    return builders.edited(builders.PARTNERSHIP, _MEETING, rows or "  []\n")


def _group(facts: str) -> builders.Files:
    return builders.edited(builders.GROUP, "chair: Fire service", f"chair: Fire service\n{facts}")


NEXT = _meetings("2006-09-11", "2006-11-13", "2007-01-15")
NO_REPORT: builders.Files = {builders.REPORT: None}
LATEST: builders.Files = {builders.REPORT: None, SECOND: builders.MINIMAL[builders.REPORT]}

#: Another group, which has reported to the second meeting, or to all but the last.
_BUSES = builders.MINIMAL[builders.GROUP].replace("Safer Homes", "Safer Buses")
OTHER: builders.Files = {
    "groups/buses/group.yml": _BUSES,
    "groups/buses/reports/2006-11-13.md": builders.MINIMAL[builders.REPORT],
}
_DAYS = ("2006-09-11", "2006-11-13", "2006-12-04", "2006-12-11", "2007-01-15")
MISSED: builders.Files = {
    **_meetings(*_DAYS),
    "groups/buses/group.yml": _BUSES,
    **{f"groups/buses/reports/{day}.md": builders.MINIMAL[builders.REPORT] for day in _DAYS[:-1]},
}


@pytest.mark.parametrize(
    "fact, changes, days",
    [
        ("the first after the last report", [NEXT], ["2006-11-13"]),
        ("none, when all have been reported to", [], []),
        ("the first of all, without a report", [NEXT, NO_REPORT], ["2006-09-11"]),
        ("none before the latest report, though one has none", [NEXT, LATEST], ["2007-01-15"]),
        ("the first since the group began", [NEXT, NO_REPORT, _group("starts: 2006-10-01")], ["2006-11-13"]),
        ("none, without meetings", [_meetings(), NO_REPORT], []),
        ("also the one after a meeting that others reported to", [NEXT, OTHER], ["2006-11-13", "2007-01-15"]),
        ("not one after the group's end", [NEXT, OTHER, _group("ends: 2006-12-01")], ["2006-11-13"]),
        ("the last three, where many were missed", [MISSED], ["2006-12-04", "2006-12-11", "2007-01-15"]),
    ],
)
def test_the_meetings_that_forms_are_for(fact: str, changes: list[builders.Files], days: list[str]) -> None:
    """The form is for the next meeting that the group owes a report to; one that was missed hides no later one."""
    assert [str(one.date) for one in next_meetings(site(builders.tree(*changes)), "homes")] == days, fact


@pytest.mark.parametrize(
    "ends, active", [("2006-11-12", False), ("2006-11-13", True), ("2006-09-10", False), ("2007-05-01", True)]
)
def test_a_group_that_has_ended_has_no_form(ends: str, active: bool) -> None:
    """A group that ends before the meeting has no form, no link to one, and none in the menu."""
    tree = builders.tree(NEXT, _group(f"ends: {ends}"))
    assert is_active(site(tree), "homes") is active
    assert (f"{ADDRESS}index.md" in files(tree)) is active
    links = [one.attributes["href"] for one in _page(tree, "groups/homes/").all("a")]
    assert any(link.endswith("/update/") for link in links) is active


def _page(tree: Tree, address: str) -> Element:
    return page(files(tree)[f"{address}index.md"])


def _form(tree: Tree) -> Element:
    return _page(tree, ADDRESS).one("form", "csp-write")


def test_every_box_of_the_form_is_there() -> None:
    """The form has a field for each fact, each box, each part of each update, and one issue."""
    actions = "  - {id: doors, title: Fit doors, start: 2007-06-01}\n  - {id: bells, title: Fit bells}\n"
    more = {builders.GROUP: builders.MINIMAL[builders.GROUP] + actions}
    boxes = builders.edited(builders.PARTNERSHIP, _MEETING, _MEETING + "  - {date: 2006-11-13, data_to: 2006-07}\n")
    boxes = {builders.PARTNERSHIP: boxes[builders.PARTNERSHIP].replace("achievements: 1", "achievements: 2")}
    form = _form(builders.tree(more, boxes))
    names = [one.attributes["name"] for tag in ("input", "textarea") for one in form.all(tag)]
    assert sorted(set(names)) == sorted(
        [
            *(f"prepared_by.{name}" for name in ("name", "role", "organisation")),
            *("classification", "achievements.0", "achievements.1", "barriers.0"),
            *(f"updates.{i}.{part}" for i in (0, 1) for part in ("status", "progress", "plans", "remedial_action")),
            *(f"other_issues.0.{part}" for part in ("title", "recipient", "text")),
        ]
    )


def test_every_status_has_its_meaning() -> None:
    """A status is a radio button with its meaning, and the one that is chosen says that none is reported yet."""
    form = _form(builders.tree(NEXT))
    radios = [one for one in form.all("input") if one.attributes["name"] == "updates.0.status"]
    labels = {one.attributes["for"]: one.text for one in form.all("label")}
    assert [(one.attributes["value"], labels[one.attributes["id"]]) for one in radios] == [
        ("Red", "■ Red Overall target is unlikely to be achieved"),
        ("Amber", "▲ Amber Overall target is in some danger, requires remedial action"),
        ("Green", "● Green Overall target is on course to be achieved"),
        ("", "○ Not reported You can say it later"),
    ]
    assert [one.attributes["value"] for one in radios if "checked" in one.attributes] == [""]


def test_last_words_and_figures_stand_beside() -> None:
    """Beside an update stand the last report's words, the chart of its target and what its figures suggest."""
    form = _form(builders.tree(NEXT))
    assert "There were 380 burglaries." in [one.text for one in form.all("div", "csp-ask__words")]
    assert len(form.all("svg", "csp-chart")) == 1
    assert form.one("p", "csp-assessed__head").text == "The figures suggest: ● Green"
    data = json.loads(form.attributes["data-form"])
    assert data["last"]["updates.0.progress"] == "There were {{ burglary.count }} burglaries."
    assert data["figures"][""]["burglary.count"]["texts"][0] == "380"
    assert data["propose"] == ""


def test_without_a_meeting_the_page_says_what_to_do() -> None:
    """Where no meeting is entered that the group could report to, the page says to ask for it."""
    found = _page(builders.tree(), ADDRESS)
    text = found.text
    assert found.all("form", "csp-write") == []
    assert "its last report is to the meeting of 11 September 2006" in text
    assert "Ask whoever looks after the partnership's papers to add the next meeting" in text


def test_forms_for_several_meetings_lead_to_each_other() -> None:
    """Where a group has two forms, each is for its own meeting and leads to the other, and the menu has both."""
    tree = builders.tree(NEXT, OTHER)
    first, later = _page(tree, ADDRESS), _page(tree, f"{ADDRESS}2007-01-15/")
    assert [one.one("h1").text.rstrip("¶") for one in (first, later)] == [
        "Safer Homes: update for the meeting of 13 November 2006",
        "Safer Homes: update for the meeting of 15 January 2007",
    ]
    links = [[one.attributes["href"].removeprefix("../../../") for one in page.all("a")] for page in (first, later)]
    assert f"{ADDRESS}2007-01-15/" in links[0]
    assert f"../{ADDRESS}" in links[1]
    data = [json.loads(one.one("form", "csp-write").attributes["data-form"]) for one in (first, later)]
    assert [(one["meeting"], one["elsewhere"]) for one in data] == [
        ("2006-11-13", ["2007-01-15"]),
        ("2007-01-15", ["2006-11-13"]),
    ]
    menu = str(navigation(site(tree)))
    assert f"('For 15 January 2007'): '{ADDRESS}2007-01-15/index.md'" in menu


def test_form_is_not_searched() -> None:
    """The site's search leaves the form out, as it repeats the last report."""
    assert "search: {exclude: true}" in str(files(builders.tree(NEXT))[f"{ADDRESS}index.md"].content)


@pytest.mark.parametrize("shown", [False, True])
def test_form_says_whether_the_name_is_shown(shown: bool) -> None:
    """Beside the name's box stands what becomes of it, and the preview shows it only where the site will."""
    known = str(NEXT[builders.PARTNERSHIP])
    rule = {builders.PARTNERSHIP: f"{known}publication: {{officers_names: {str(shown).lower()}}}\n"}
    made = files(builders.tree(NEXT, rule))[f"{ADDRESS}index.md"]
    words = "The site shows your name" if shown else "The site shows your role and organisation, but not your name."
    assert words in page(made).text
    told = json.loads(page(made).one("form").attributes["data-form"])
    assert told["rules"]["published"] == (["name"] if shown else []) + ["role", "organisation"]
    assert ("prepared_by.name" in told["last"]) == shown
