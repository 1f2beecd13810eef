"""Partnerships with something missing: their pages still come out, and say what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from cspsite.pages import menu
from cspsite.pages.navigation import WRITTEN
from cspsite.pages.page import File
from tests import builders
from tests.markup import Element
from tests.rendering import files, files_of, page, site

#: A day between the meetings of 11 September and of 13 November.
BETWEEN = date(2006, 10, 2)
MEETING = "  - {date: 2006-09-11, data_to: 2006-07}\n"
NO_MEETINGS: builders.Files = {
    builders.PARTNERSHIP: builders.MINIMAL[builders.PARTNERSHIP].replace("meetings:\n" + MEETING, ""),
    builders.REPORT: None,
}
NOTHING: builders.Files = {
    **dict.fromkeys(builders.MINIMAL, None),
    builders.PARTNERSHIP: NO_MEETINGS[builders.PARTNERSHIP],
    builders.GLOSSARY: "{}\n",
}
NO_REPORT: builders.Files = {builders.REPORT: None}
NO_GROUP: builders.Files = {builders.GROUP: None}
NO_COUNTS: builders.Files = {builders.COUNTS: None}
NO_INDICATOR: builders.Files = {builders.COUNTS: None, builders.INDICATOR: None}
NO_TARGETS: builders.Files = {
    builders.GROUP: "name: Safer Homes\nobjective: Fewer burglaries\nchair: Fire service\n",
    builders.REPORT: None,
}
LATER = builders.edited(builders.GROUP, "chair: Fire service", "chair: Fire service\nstarts: 2007-01-01")
UNKNOWN_DAY: builders.Files = {
    builders.REPORT: None,
    "groups/homes/reports/2006-09-12.md": builders.MINIMAL[builders.REPORT],
}
TWO = builders.edited(builders.PARTNERSHIP, MEETING, MEETING + "  - {date: 2006-11-13, data_to: 2006-09}\n")
TARGET = "Reduce burglary by 10% per 1,000 population by 31 March 2008"
YEARLY: builders.Files = {
    **builders.edited(builders.INDICATOR, "frequency: month", "frequency: year"),
    builders.COUNTS: "period,count,marker,note\n2004/05,,x,not known\n2005/06,1200,,\n",
}

ALL: Mapping[str, builders.Files] = {
    "whole": {},
    "no meetings": NO_MEETINGS,
    "nothing": NOTHING,
    "no report": NO_REPORT,
    "no group": NO_GROUP,
    "no counts": NO_COUNTS,
    "no indicator": NO_INDICATOR,
    "no targets": NO_TARGETS,
    "a group that begins later": LATER,
    "a report to no meeting": UNKNOWN_DAY,
    "a meeting to come": TWO,
    "yearly counts": YEARLY,
}


def _pages(made: Mapping[str, File]) -> dict[str, Element]:
    return {path: page(file) for path, file in made.items() if path.endswith(".md")}


@pytest.fixture(scope="module", params=list(ALL.values()), ids=list(ALL))
def made(request: pytest.FixtureRequest) -> dict[str, File]:
    """Return the files of each of the partnerships."""
    return files(builders.tree(request.param))


def test_pages_have_headings_and_no_holes(made: dict[str, File]) -> None:
    """Each page has one h1, and none shows a None, an empty cell or what a template left over."""
    for path, tree in _pages(made).items():
        assert len(tree.all("h1")) == 1, path
        assert not re.search(r"\bNone\b(?! (given|received|of them))|Undefined|\{%|\bnan\b|\binf\b", tree.text), path
        assert [one.text for one in tree.all("dt") + tree.all("caption") + tree.all("summary") if not one.text] == []


def test_links_lead_to_pages_that_are_made(made: dict[str, File]) -> None:
    """Every link between the made pages leads to a made file, and every fragment to an id of that page."""
    trees = _pages(made)
    ids = {path: {one.attributes.get("id") for one in tree.walk()} for path, tree in trees.items()}
    for path, tree in trees.items():
        for link in tree.all("a"):
            address, _, fragment = link.attributes["href"].partition("#")
            if address.startswith("https:"):
                continue
            target = _resolved(path, address)
            if target.replace("/index.md", ".md") in WRITTEN:
                continue
            assert target in made, (path, link.attributes["href"])
            assert not fragment or fragment in ids[target], (path, link.attributes["href"])


def _resolved(path: str, address: str) -> str:
    parts = path.split("/")[:-1]
    for step in address.split("/"):
        if step == "..":
            parts.pop()
        elif step not in ("", "."):
            parts.append(step)
    whole = "/".join(parts)
    return (
        whole
        if whole.endswith((".csv", ".json", ".svg", ".xml", ".zip"))
        else f"{whole}/index.md".lstrip("/")
        if address
        else path
    )


@pytest.mark.parametrize(
    "changes, path, words",
    [
        (NO_MEETINGS, "index.md", "No meeting has been entered yet."),
        (NOTHING, "index.md", "No meeting has been entered yet."),
        (NO_REPORT, "index.md", "No report received"),
        (NO_REPORT, "meetings/2006-09-11/index.md", "No report received from Safer Homes"),
        (NO_REPORT, "meetings/2006-09-11/index.md", "Reports received 0 of 1"),
        (NO_REPORT, "groups/homes/index.md", "No report received yet"),
        (NO_REPORT, "meetings/2006-09-11/index.md", "Not reported"),
        (NO_COUNTS, "indicators/burglary/index.md", "There are no counts of this indicator."),
        (NO_COUNTS, "groups/homes/reports/2006-09-11/index.md", "No chart: there are no counts"),
        (TWO, "index.md", "Next meeting: 13 November 2006"),
        ({}, "index.md", "No later meeting has been entered yet."),
        (LATER, "meetings/2006-09-11/index.md", "Reports received 0 of 0"),
        (YEARLY, "indicators/burglary/index.md", "1,200"),
        ({}, "groups/homes/reports/2006-09-11/index.md", "Other issues that may impact on future delivery¶ None given"),
    ],
)
def test_page_says_what_is_missing(changes: builders.Files, path: str, words: str) -> None:
    """A page says in words what is not there."""
    assert words in page(files_of(site(builders.tree(changes), BETWEEN))[path]).text


def test_report_of_a_group_that_begins_later_has_its_rows() -> None:
    """A report from before its group's first day still shows its updates."""
    tree = page(files(builders.tree(LATER))["groups/homes/reports/2006-09-11/index.md"])
    assert "Fit more locks." in tree.text


def test_report_without_its_group_has_no_page() -> None:
    """A report of a group that there is not has no page, and no place in the menu."""
    given = builders.tree(NO_GROUP)
    assert not [path for path in files(given) if path.startswith("groups/homes")]
    assert "groups/homes" not in str(menu(site(given)))


def test_latest_meeting_is_the_last_with_a_report() -> None:
    """The home page shows the meeting that was last reported to, not the one to come."""
    assert "Latest meeting: 11 September 2006" in page(files_of(site(builders.tree(TWO), BETWEEN))["index.md"]).text


ENDING = """\
#### Remedial action

To {{ burglary.rate }}.

## Other issues

### A

{{ burglary.change.last_year }}
"""
QUOTED = {
    builders.REPORT: builders.MINIMAL[builders.REPORT]
    .replace("- Every lock was fitted.", "- Only {{ burglary.count }} burglaries.")
    .replace("## Other issues\n", ENDING)
}


def test_figures_quoted_anywhere_have_their_workings() -> None:
    """A figure in an achievement, a remedial action or an issue leads to its working, on the meeting's page too."""
    made = files(builders.tree(QUOTED))
    test_links_lead_to_pages_that_are_made(made)
    pack = page(made["meetings/2006-09-11/index.md"])
    report = page(made["groups/homes/reports/2006-09-11/index.md"])
    for told in (pack, report):  # 380 ÷ 100,000 × 1,000
        quoted = [one.text for one in told.all("a", "csp-figure") if "#working-" in one.attributes["href"]]
        assert quoted == ["380", "380", "3.8", "−5.0%"]


def test_two_groups_with_the_same_ids_share_no_anchor() -> None:
    """On a page with two groups whose targets and actions have the same ids, every id stands once."""
    files_of_homes = {path: text for path, text in builders.files(QUOTED).items() if "homes" in path}
    other = {path.replace("homes", "streets"): text for path, text in files_of_homes.items()}
    for path, tree in _pages(files(builders.tree(QUOTED, other))).items():
        ids = [one.attributes["id"] for one in tree.walk() if "id" in one.attributes]
        assert [id for id in ids if ids.count(id) > 1] == [], path


@pytest.mark.parametrize(
    "id", ["targets", "attention", "meetings", "progress", "actions", "reports", "counts", "figures"]
)
def test_ids_of_the_data_do_not_collide_with_the_pages_own(id: str) -> None:
    """A group, a target or an action may have any id, also one that a page uses for a section of its own."""
    own = builders.MINIMAL[builders.GROUP].replace("id: burglary", f"id: {id}").replace("id: locks", f"id: {id}")
    moved = {
        f"groups/{id}/group.yml": own.replace("[burglary]", f"[{id}]"),
        f"groups/{id}/reports/2006-09-11.md": builders.MINIMAL[builders.REPORT].replace("locks.burglary", f"{id}.{id}"),
    }
    gone: builders.Files = {builders.GROUP: None, builders.REPORT: None}
    for path, tree in _pages(files(builders.tree(gone, moved))).items():
        ids = [one.attributes["id"] for one in tree.walk() if "id" in one.attributes]
        assert [one for one in ids if ids.count(one) > 1] == [], path


def test_menu_is_newest_first() -> None:
    """In the menu the newest meeting comes first; a group's form follows its page, then its reports and histories."""
    whole = menu(site(builders.tree(TWO)))
    meetings = whole[1]["Meetings"]  # type: ignore[index]
    assert meetings[1:] == [
        {
            "13 November 2006": [
                "meetings/2006-11-13/index.md",
                {"What changed": "meetings/2006-11-13/changes/index.md"},
            ]
        },
        {"11 September 2006": ["meetings/2006-09-11/index.md", {"All papers": "meetings/2006-09-11/papers/index.md"}]},
    ]
    assert whole[2]["Groups"][1:] == [  # type: ignore[index]
        {
            "Safer Homes": [
                "groups/homes/index.md",
                {"Write the next update": "groups/homes/update/index.md"},
                {"11 September 2006": "groups/homes/reports/2006-09-11/index.md"},
                {TARGET: "groups/homes/targets/burglary/index.md"},
                {"Fit new locks": "groups/homes/actions/locks/index.md"},
            ]
        }
    ]


def test_every_page_is_in_the_menu() -> None:
    """A page that the menu does not have would end a strict build with a warning."""
    made = {path for path in files(builders.tree(TWO)) if path.endswith(".md")}
    assert made - set(_paths(menu(site(builders.tree(TWO))))) == set()


def _paths(entries: object) -> Iterator[str]:
    """Yield every path of a menu, at any depth."""
    if isinstance(entries, str):
        yield entries
    elif isinstance(entries, dict):
        yield from _paths(list(entries.values()))
    elif isinstance(entries, list):
        for entry in entries:
            yield from _paths(entry)


def test_closed_action_says_so() -> None:
    """A closed action stands in the group's table with the day on which it was closed."""
    ended = "due: 2007-03-31\n    state: closed\n    closed: 2006-10-01"
    closed = builders.edited(builders.GROUP, "due: 2007-03-31", ended)
    assert "Fit new locks (closed 1 October 2006)" in page(files(builders.tree(closed))["groups/homes/index.md"]).text


def test_findings_stand_on_the_data_page() -> None:
    """What the checks found stands on the data page under its file, and on the report's own page."""
    data = builders.edited(builders.REPORT, "Fit more locks.\n", "")
    made = files(builders.tree(data))
    listed = page(made["data/index.md"]).one("details", "csp-findings")
    assert listed.one("summary").text == "groups/homes/reports/2006-09-11.md: 1"
    assert "1 point to put right" in page(made["groups/homes/reports/2006-09-11/index.md"]).text


def test_nothing_found_is_said() -> None:
    """Where the checks found nothing the data page says so."""
    assert "The checks found nothing to put right." in page(files(builders.tree())["data/index.md"]).text


def test_small_base_shows_its_marker() -> None:
    """A change on fewer than 50 is [u] on the group's page, with what that means."""
    small = {builders.COUNTS: builders.series_csv("2005-04", [3] * 16)}
    text = page(files(builders.tree(small))["groups/homes/index.md"]).text
    assert "[u]" in text
    assert "under 50" in text or "too small" in text


def test_target_that_no_action_serves_has_its_chart() -> None:
    """A report shows every target of its group with its chart, also one that no action serves."""
    second = "targets:\n  - {id: idle, wording: Fewer still, indicator: burglary, kind: hold}\n"
    group = builders.MINIMAL[builders.GROUP].replace("targets:\n", second, 1)
    report = page(files(builders.tree({builders.GROUP: group}))["groups/homes/reports/2006-09-11/index.md"])
    shown = [one.attributes["id"] for one in report.all("figure", "csp-exhibit")]
    assert shown == ["trend-burglary", "rolling-burglary", "trend-idle", "rolling-idle"]


def test_report_shows_the_way_to_a_number() -> None:
    """Below a target's counts its report draws what it aims at, and where it should be; both charts are files too.

    By hand: the baseline year's 1,200 burglaries among 100,000 people are 12.0 per 1,000, less 10% are 10.8.
    """
    made = files(builders.tree())
    figure = page(made["groups/homes/reports/2006-09-11/index.md"]).one("figure", id="rolling-burglary")
    words = figure.one("svg", "csp-chart").text
    assert [one in words for one in ("Target 10.8", "by Mar 2008", "Baseline 12.0", "Where it should be")] == [True] * 4
    assert "groups/homes/reports/2006-09-11/charts/burglary--target.svg" in made


def test_report_has_no_way_where_there_is_no_number() -> None:
    """A target that names a direction only has the chart of its counts."""
    told = "kind: directional\n    direction: decrease\n"
    group = re.sub(r"kind: reduce_by_percent\n    change: 10\n", told, builders.MINIMAL[builders.GROUP])
    report = page(files(builders.tree({builders.GROUP: group}))["groups/homes/reports/2006-09-11/index.md"])
    assert [one.attributes["id"] for one in report.all("figure", "csp-exhibit")] == ["trend-burglary"]


def test_a_long_definition_is_cut_at_a_word() -> None:
    """A page's description has up to 200 signs, ends with a whole word, and says that there is more.

    By hand: 47 signs before the definition, 30 times five, and two for the mark.
    """
    long = builders.edited(builders.INDICATOR, "Burglaries of homes.", "word " * 60)
    content = files(builders.tree(long))["indicators/burglary/index.md"].content
    assert f'description: "Burglary: trend, changes, counts and downloads.{" word" * 30} …"\n' in str(content)
