"""What a member reads of what changed: the page between two meetings, and the sentence on other pages."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.builders import MINIMAL, PARTNERSHIP, REPORT, Files, edited, tree
from tests.markup import Element
from tests.rendering import files, page

SECOND = "groups/homes/reports/2006-11-13.md"
PAGE = "meetings/2006-11-13/changes/index.md"
MEETINGS = edited(
    PARTNERSHIP,
    "  - {date: 2006-09-11, data_to: 2006-07}\n",
    "  - {date: 2006-09-11, data_to: 2006-07}\n  - {date: 2006-11-13, data_to: 2006-07}\n",
)


def second(*changes: tuple[str, str]) -> Files:
    """Return two meetings, the second with the first one's report, changed."""
    text = MINIMAL[REPORT]
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {**MEETINGS, SECOND: text}


def pages(*changes: Files) -> Mapping[str, Element]:
    """Return the pages of the minimal partnership with changes."""
    return {path: page(file) for path, file in files(tree(*changes)).items() if path.endswith(".md")}


_LONGER = (
    "There were {{ burglary.count }} burglaries.",
    "There were {{ burglary.count }} burglaries on every door of the estate.",
)
RED = second(("**Status:** Green", "**Status:** Red"))


def test_first_meeting_has_no_page_of_changes() -> None:
    """With one meeting there is nothing to compare, and no page or sentence says that nothing changed."""
    made = pages()
    assert [path for path in made if "changes" in path] == []
    assert "Nothing has changed" not in made["index.md"].text


def test_worsened_status_is_told_first() -> None:
    """The page begins with the summary, then tells the status with what it was and is."""
    found = pages(RED)[PAGE]
    assert "1 status worsened" in found.one("div", "csp-latest").text
    assert found.one("h2").text.startswith("Statuses")
    assert "Green before, Red now" in found.one("ul", "csp-changes").text


@pytest.mark.parametrize("path", ["index.md", "meetings/2006-11-13/index.md"])
def test_summary_leads_there(path: str) -> None:
    """The home page and the meeting's carry the sentence, which leads to the page of changes; there is no git here."""
    links = {link.text: link.attributes["href"] for link in pages(RED)[path].all("a")}
    assert links["1 status worsened; others may not be on record"].endswith("changes/")


def test_equal_reports_have_changed_nothing() -> None:
    """Where a report says the same as the one before, and there is no history, the page says so and lists nothing."""
    found = pages(second())[PAGE]
    assert found.one("div", "csp-latest").text.endswith("The reports say the same; other changes may not be on record.")
    assert found.all("h2") == []


def test_missing_report_is_told() -> None:
    """A group that does not report to the second meeting is told, never silently left out."""
    assert "Safer Homes" in pages(MEETINGS)[PAGE].text
    assert "missing" in pages(MEETINGS)[PAGE].one("div", "csp-latest").text


def parts(found: Element) -> list[str]:
    """Return the headings, paragraphs and items of an element, in order."""
    shown = [one for one in found.walk() if one.tag in ("h3", "h4", "h5", "p", "li")]
    return [f"{one.tag} {one.text}" for one in shown if not (one.tag == "li" and one.all("p"))]


def test_reworded_text_is_marked_without_colour() -> None:
    """What was taken out and put in is marked as such, and says so aloud; a note says how it is marked."""
    found = pages(second(_LONGER))[PAGE]
    assert [one.text for one in found.all("ins")] == ["put in: on every door of the estate;"]
    assert found.all("del") == []
    assert "put in is underlined" in found.one("p", "csp-note").text


_ACTION = (
    "The action “Fit new locks” for “Reduce burglary by 10% per 1,000 population by 31 March 2008” "
    "in the report to 13 November 2006"
)
_PLANS = "Fit more locks."


@pytest.mark.parametrize(
    "plans, expected",
    [
        # nothing of it stayed: as it was, and as it is, each with its heading
        ("Ask every household.", ["h5 Plans before", "p Fit more locks.", "h5 Plans now", "p Ask every household."]),
        (
            "- Ask every household.\n- Patrol:\n  1. by day\n  2. by night",
            [
                "h5 Plans before",
                "p Fit more locks.",
                "h5 Plans now",
                "p Ask every household.",
                "p Patrol:",
                "p by day",
                "p by night",
            ],
        ),
        ("", ["h5 Plans: taken away", "p Fit more locks."]),
        # two of three words stayed
        ("Fit new locks.", ["h5 Plans", "p Fit taken out: more; put in: new; locks."]),
        ("Fit more locks.\n\nAsk.", ["h5 Plans", "p Fit more locks.", "p put in: Ask.;"]),
    ],
)
def test_text_keeps_its_paragraphs_and_lists(plans: str, expected: list[str]) -> None:
    """Below the name of the action a text stands as it was and as it is, or with marks, in its paragraphs and items."""
    found = pages(second((_PLANS, plans)))[PAGE]
    assert parts(found.one("div", "csp-changes")) == [f"h4 {_ACTION}", *expected]


def test_lists_are_lists() -> None:
    """Items are items of lists within lists, and numbered ones begin with their number."""
    found = pages(second((_PLANS, "- Ask:\n\n  all of them\n\n  3. by day\n- Walk")))[PAGE]
    outer = found.one("div", "csp-changes__now").all("ul")[0]
    assert [item.text for item in outer.children if isinstance(item, Element)] == ["Ask: all of them by day", "Walk"]
    assert outer.one("ol").attributes["start"] == "3"


def test_added_text_of_several_items_keeps_them() -> None:
    """An achievement that is a list is told as one, below the words that say whose it is."""
    many = ("- Every lock was fitted.", "- Every door has\n\n  - a lock\n  - a chain")
    found = pages(second(many))[PAGE].one("ul", "csp-changes")
    assert found.text == "Safer Homes reports an achievement: Every door has a lock a chain"
    assert [item.text for item in found.one("ul").all("li")] == ["a lock", "a chain"]


def test_hostile_words_stay_words() -> None:
    """Nothing that an officer wrote is read as HTML on the page of changes."""
    bad = second(("Fit more locks.", "Fit <script>alert(1)</script> locks."))
    assert pages(bad)[PAGE].all("script") == []
