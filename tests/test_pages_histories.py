"""What a member reads of one action or target over time, and how to get there and back."""

from __future__ import annotations

import re

import pytest

from tests.builders import COUNTS, GROUP, MINIMAL, REPORT, Files, edited, tree
from tests.markup import Element
from tests.rendering import files, front_matter, page
from tests.test_pages_partnerships import test_links_lead_to_pages_that_are_made as links_lead
from tests.test_strips import ALL, BOTH, JULY, MAY, MEETINGS, MOVED, SEPTEMBER, group, report

ACTION = "groups/homes/actions/locks/index.md"
TARGET = "groups/homes/targets/burglary/index.md"
OWN = "groups/homes/index.md"
#: A report that has no update.
WITHOUT_UPDATE = re.sub(r"### Locks.*(?=## Other issues)", "", MINIMAL[REPORT], flags=re.DOTALL)


def shown(path: str, *changes: Files) -> Element:
    """Return a page of the minimal partnership with four meetings and some changes."""
    return page(files(tree(MEETINGS, *changes))[path])


def actions(found: Element) -> Element:
    """Return the first row of the table of actions on a group's page."""
    return found.one("div", "csp-scroll", **{"aria-label": "Actions and their statuses"}).all("tr")[1]


def boxes(found: Element) -> list[str]:
    """Return what each box of the page's only strip says."""
    return [box.text for box in found.one("ol", "csp-strip").all("li")]


def test_action_has_a_strip_of_its_statuses() -> None:
    """An action's page has a list of every meeting, oldest first, each with its word and its shape."""
    assert boxes(shown(ACTION, *ALL)) == ["11 May 2006 ■ Red", "11 July 2006 ▲ Amber", "11 September 2006 ● Green"]


def test_strip_says_what_it_is() -> None:
    """A screen reader is told what the list is, and that it is one, though it has no bullets."""
    strip = shown(ACTION, *ALL).one("ol", "csp-strip")
    assert strip.attributes["aria-label"] == "Status at each meeting, oldest first"
    assert strip.attributes["role"] == "list"
    assert {one.attributes["aria-hidden"] for one in strip.all("span") if one.text in "■▲●"} == {"true"}


def test_words_of_each_meeting_stand_below_newest_first() -> None:
    """What each report says of the action can be unfolded without a script, the newest first and open."""
    folded = shown(ACTION, *ALL).all("details", "csp-then")
    assert [one.one("summary").text for one in folded] == [
        "11 September 2006: ● Green",
        "11 July 2006: ▲ Amber",
        "11 May 2006: ■ Red",
    ]
    assert ["open" in one.attributes for one in folded] == [True, False, False]
    assert "There were 191 burglaries." in folded[1].text  # 95 in April and 96 in May
    assert [one.text for one in folded[2].all("h3")] == [
        "Progress to date",
        "Plans for the next two months",
        "Remedial action",
    ]


def test_figures_lead_to_their_workings() -> None:
    """A figure in the words of a report leads to its working on that report's page; every link leads somewhere."""
    made = files(tree(MEETINGS, MOVED, *ALL[:2], report(SEPTEMBER, key="locks.again")))
    links_lead(made)
    links = [link.attributes["href"] for link in page(made[ACTION]).all("a", "csp-figure")]
    assert links[-1] == "../../../../groups/homes/reports/2006-05-11/#working-update-locks--burglary-1"


def test_missing_report_is_told_in_the_strip() -> None:
    """A meeting to which no report came has its box, which says so."""
    assert boxes(shown(ACTION, report(SEPTEMBER)))[1] == "11 July 2006 ○ Not reported No report received"


def test_links_of_two_strips_are_told_apart() -> None:
    """Where an action has two strips, a link of each says which target it is about, for who hears it by itself."""
    found = shown(ACTION, MOVED, *ALL[:2], report(SEPTEMBER, key="locks.again"))
    links = [one.text for strip in found.all("ol", "csp-strip") for one in strip.all("a")]
    assert "11 September 2006 ● Green: No home twice" in links
    assert "11 May 2006 ■ Red: Reduce burglary by 10% per 1,000 population by 31 March 2008" in links


def test_markers_in_words_are_explained() -> None:
    """What a marker beside a figure in the words of a report means stands at the end of the action's page."""
    revised = edited(COUNTS, "2006-05,96,,", "2006-05,96,r,")
    assert "[r] revised" in shown(ACTION, *ALL, revised).all("p", "csp-note")[-1].text


def test_former_target_is_told() -> None:
    """An action that was moved to another target shows both, and what was said for the former one."""
    found = shown(ACTION, MOVED, *ALL[:2], report(SEPTEMBER, key="locks.again"))
    assert [one.text.rstrip("¶ ") for one in found.all("h2")] == [
        "For: No home twice",
        "Formerly for: Reduce burglary by 10% per 1,000 population by 31 March 2008",
    ]
    assert len(found.all("details", "csp-then")) == 3


def test_target_has_both_judgements() -> None:
    """A target's box has the status of each action, how many where there are several, and what the figures suggest."""
    more = "### Doors {#doors.burglary}\n\n**Status:** Red\n\n#### Progress\n\nNone came.\n\n"
    found = shown(TARGET, BOTH, report(MAY, "Green"), report(JULY, "Amber", more=more))
    assert boxes(found)[:2] == [
        "11 May 2006 ● Green The figures suggest: ▲ Amber",  # 97 ÷ 100 − 1: 3% fewer, against 3.3%
        "11 July 2006 1 ■ Red1 ▲ Amber The figures suggest: ● Green",
    ]
    july = found.all("details", "csp-then")[-2]
    assert [one.text for one in july.all("h3")] == ["Doors: ■ Red", "Fit new locks: ▲ Amber"]
    assert "None came." in july.text


@pytest.mark.parametrize("path", [ACTION, TARGET])
def test_history_is_found_by_its_name_and_not_in_other_pages_menus(path: str) -> None:
    """The search finds a history by its title, not by old words; the menu shows it only while it is open."""
    made = files(tree(MEETINGS, *ALL))[path]
    facts = front_matter(made)
    assert ("search" in facts, facts["menu"]) == (False, "when_open")
    old = [*page(made).all("details", "csp-then"), *page(made).all("ol", "csp-strip")]
    assert old
    assert all("data-search-exclude" in one.attributes for one in old)


def test_report_leads_to_both_histories() -> None:
    """Beside each update a report's page leads to the history of the action and of its target."""
    facts = shown("groups/homes/reports/2006-09-11/index.md", *ALL).one("dl", "csp-update__facts")
    links = [link.attributes["href"].removeprefix("../../../../") for link in facts.all("a")]
    assert links == ["groups/homes/actions/locks/", "groups/homes/targets/burglary/"]


def test_group_page_has_the_last_six_meetings() -> None:
    """A group's page has no more than six meetings of each action and target, and leads to the rest."""
    days = [f"2006-0{month}-{day}" for month in (5, 6, 7, 8) for day in ("01", "20")]
    listed = "".join(f"  - {{date: {day}, data_to: 2006-03}}\n" for day in days)
    meetings = edited("partnership.yml", "  - {date: 2006-09-11", f"{listed}  - {{date: 2006-09-11")
    found = page(files(tree(meetings))[OWN])
    assert len(found.one("ol", "csp-strip").all("li")) == 6
    row = actions(found)
    assert [cell.attributes["data-label"] for cell in row.all("td")[3:]] == [
        "11 September 2006", "20 August 2006", "1 August 2006", "20 July 2006", "1 July 2006", "20 June 2006",
    ]  # fmt: skip
    assert row.one("th").one("a").attributes["href"] == "../../groups/homes/actions/locks/"


def test_closed_action_says_since_when_in_words() -> None:
    """In the table of a group's page a meeting after an action was closed says so, and is no gap."""
    closed = group("due: 2007-03-31", "state: closed\n    closed: 2006-06-30")
    row = actions(shown(OWN, closed, report(MAY), {"groups/homes/reports/2006-09-11.md": WITHOUT_UPDATE}))
    assert [cell.text for cell in row.all("td")[3:]] == ["– Closed", "– Closed", "Fit new locks, 11 May 2006: ● Green"]


@pytest.mark.parametrize("path", [ACTION, TARGET])
def test_illustrative_report_is_named(path: str) -> None:
    """A page that tells what an illustrative report says names that report, and no other."""
    invented = {name: str(text).replace("data_to", "illustrative: Made up.\ndata_to") for name, text in ALL[1].items()}
    notice = shown(path, *ALL, invented).one("details", "csp-illustrative")
    assert [one.text for one in notice.all("dt")] == ["the report of 11 July 2006"]


def test_before_any_meeting_a_history_says_so() -> None:
    """Where no meeting has been held the page says that, and has no empty list."""
    none = edited("partnership.yml", "meetings:\n  - {date: 2006-09-11, data_to: 2006-07}\n", "")
    made = files(tree(none, {"groups/homes/reports/2006-09-11.md": None}))
    for path in (ACTION, TARGET):
        assert "No meeting has been held yet" in page(made[path]).text
        assert page(made[path]).all("ol") == []


def test_hostile_words_stay_words() -> None:
    """Nothing that an officer wrote is read as HTML on a history page."""
    bad = edited(GROUP, "title: Fit new locks", 'title: "<script>alert(1)</script> {{ 7*7 }} ]]> *x*"')
    more = "### <script>x</script> {#locks.burglary}\n\n**Status:** Red\n\n#### Progress\n\n<script>y</script>\n\n"
    for path in (ACTION, TARGET):
        found = shown(path, bad, report(JULY, more=more))
        assert found.all("script") == []
        assert "<script>y</script>" in found.text
        assert re.search(r"<script>alert\(1\)</script> \{\{ 7\*7 \}\} \]\]> \*x\*", found.text)
