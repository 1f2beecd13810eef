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


def test_reworded_text_is_marked_without_colour() -> None:
    """What was taken out and put in is marked as such, and says so aloud."""
    found = pages(second(_LONGER))[PAGE]
    assert [one.text for one in found.all("ins")] == ["put in: on every door of the estate;"]
    assert found.all("del") == []


def test_other_text_is_shown_as_a_whole() -> None:
    """Where little stays the same, the old text stands before the new one, not word by word."""
    found = pages(second(("Fit more locks.", "Ask every household about its doors.")))[PAGE]
    assert found.one("del").text == "taken out: Fit more locks.;"
    assert found.one("ins").text == "put in: Ask every household about its doors.;"


def test_hostile_words_stay_words() -> None:
    """Nothing that an officer wrote is read as HTML on the page of changes."""
    bad = second(("Fit more locks.", "Fit <script>alert(1)</script> locks."))
    assert pages(bad)[PAGE].all("script") == []
