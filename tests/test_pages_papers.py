"""Which papers a meeting has, in which order, and the page that leads to them."""

from __future__ import annotations

from datetime import date

import pytest

from cspsite.model import Data
from cspsite.pages.papers import WayToPapers, sections, way
from tests import builders
from tests.builders import Files
from tests.rendering import files, front_matter, page, site

_SECOND = "meetings:\n  - {date: 2006-11-13, data_to: 2006-09}\n"
_OTHER = {
    "groups/arson/group.yml": "name: Fire Setting\nobjective: Fewer fires\nchair: Fire service\n",
    "groups/old/group.yml": "name: Old\nobjective: Gone\nchair: Council\nends: 2006-01-31\n",
}


def test_order() -> None:
    """The meeting, then each group with its statuses or that it sent nothing, then what changed, then the note."""
    made = site(builders.tree(_OTHER, builders.edited(builders.PARTNERSHIP, "meetings:\n", _SECOND)))
    meeting = made.data.meeting(date(2006, 9, 11))
    later = made.data.meeting(date(2006, 11, 13))
    assert meeting
    assert later
    assert [(one.id, one.kind, one.name) for one in sections(made, meeting)] == [
        ("p1", "meeting", "The meeting at a glance"),
        ("p2", "missing", "Fire Setting"),
        ("p3", "report", "Safer Homes"),
        ("p4", "note", "How to read these papers"),
    ]
    assert sections(made, meeting)[2].statuses == (("Green", 1),)
    assert [(one.id, one.kind, one.name) for one in sections(made, later)] == [
        ("p1", "meeting", "The meeting at a glance"),
        ("p2", "missing", "Fire Setting"),
        ("p3", "missing", "Safer Homes"),
        ("p4", "changes", "What changed since 11 September 2006"),
        ("p5", "note", "How to read these papers"),
    ]


def test_addresses(seed: Data) -> None:
    """Each section that is a page of the site names it."""
    made = site(builders.tree())
    meeting = made.data.meetings[0]
    assert [one.address for one in sections(made, meeting)] == [
        "meetings/2006-09-11/",
        "groups/homes/reports/2006-09-11/",
        "",
    ]


#: Meetings and reports, two months apart, after the first one.
_DAYS = ["2006-11-13", "2007-01-15", "2007-03-12", "2007-05-14", "2007-07-09", "2007-09-10"]


def _followed(reports: int) -> list[Files]:
    """Return the changes by which so many meetings follow the first, each with a report."""
    later = "".join(f"  - {{date: {day}, data_to: 2006-07}}\n" for day in _DAYS[:reports])
    first = "  - {date: 2006-09-11, data_to: 2006-07}\n"
    report = builders.MINIMAL[builders.REPORT]
    sent = {f"groups/homes/reports/{day}.md": report for day in _DAYS[:reports]}
    return [builders.edited(builders.PARTNERSHIP, first, first + later), sent]


@pytest.mark.parametrize("after, together", [(0, True), (5, True), (6, False)])
def test_papers_stand_on_one_page_for_a_year(after: int, together: bool) -> None:
    """Those of the last six meetings with reports are put together; an older page lists them, at the same address."""
    made = site(builders.tree(*_followed(after)))
    assert way(made, made.data.meetings[0]) == WayToPapers("meetings/2006-09-11/papers/", "", together)
    words = f"All papers of this meeting{' on one page' if together else ''}, to print"
    written = files(builders.tree(*_followed(after)))
    [link] = page(written["meetings/2006-09-11/index.md"]).one("p", "csp-papers").all("a")
    assert (link.text, link.attributes["href"]) == (words, "../../meetings/2006-09-11/papers/")


def test_meeting_that_nobody_has_reported_to() -> None:
    """Without a report there are no papers: no page, and no link to one."""
    tree = builders.tree({builders.REPORT: None})
    made, written = site(tree), files(tree)
    assert way(made, made.data.meetings[0]) is None
    assert [path for path in written if path.endswith("papers/index.md")] == []
    assert page(written["meetings/2006-09-11/index.md"]).all("p", "csp-papers") == []
    assert page(written["index.md"]).all("p", "csp-papers") == []


def test_page_lists_the_papers() -> None:
    """Before they are put together, and in other generators, the page leads to each paper and names who sent none."""
    text = files(builders.tree(_OTHER))["meetings/2006-09-11/papers/index.md"]
    shown = page(text)
    assert [(one.text, one.all("a")[0].attributes["href"] if one.all("a") else "") for one in shown.all("li")] == [
        ("The meeting at a glance", "../../../meetings/2006-09-11/"),
        ("Fire Setting: no report received", ""),
        ("Safer Homes", "../../../groups/homes/reports/2006-09-11/"),
    ]
    assert front_matter(text)["robots"] == "noindex"
    assert front_matter(text)["search"] == {"exclude": True}


def test_home_page_leads_to_the_papers_of_the_latest_meeting() -> None:
    """The home page has a link to them whose words say which they are."""
    [link] = page(files(builders.tree())["index.md"]).one("p", "csp-papers").all("a")
    assert (link.text, link.attributes["href"]) == (
        "All papers of the latest meeting on one page, to print",
        "meetings/2006-09-11/papers/",
    )
