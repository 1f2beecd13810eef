"""Who does a remedial action and by when, read from the words of its box."""

from __future__ import annotations

from datetime import date

import pytest

from cspsite.prose_syntax import parser
from cspsite.remedy import Remedy, apart, remedy

DAY = date(2007, 1, 8)


@pytest.mark.parametrize(
    "text,words,owner,due",
    [
        ("Buy locks.\n\n**Owner:** Council, housing\n**Due:** 8 January 2007", "Buy locks.", "Council, housing", DAY),
        ("Buy locks.\n\nOwner: Council\nDue: 8 January 2007", "Buy locks.", "Council", DAY),
        ("Buy locks.\nDue: 2007-01-08\nowner: Council", "Buy locks.", "Council", DAY),
        ("Buy locks.\n\n**Owner**: Council\n\n**Due by:** 8/1/2007\n", "Buy locks.", "Council", DAY),
        (
            "- Buy locks.\n- Fit them.\n- Owner: Council\n- Due: 8 Jan. 2007",
            "- Buy locks.\n- Fit them.",
            "Council",
            DAY,
        ),
        ("Buy locks.\\\n**Owner:** Council\\\n**Due:** 8 January 2007", "Buy locks.", "Council", DAY),
        ("Buy locks.\n\n**Owner:** Council **Due:** 8 January 2007", "Buy locks.", "Council", DAY),
        ("Buy locks.\n\nDue: Monday 8 January 2007. Owner: Council.", "Buy locks.", "Council", DAY),
        ("Buy locks.\n\n**Due:** by 8th January 2007", "Buy locks.", "", DAY),
        ("Buy locks.\n\n**Owner:** Council", "Buy locks.", "Council", None),
        ("**Owner:** Council", "", "Council", None),
        ("**Owner: Council**\n**Due: 8 January 2007**", "", "Council", DAY),
        ("Buy locks.\n\n**Owner:** TBC\n**Due:** -", "Buy locks.", "", None),
        ("Buy locks.", "Buy locks.", "", None),
        ("", "", "", None),
        ("Owner: Council\n\nThen buy locks.", "Owner: Council\n\nThen buy locks.", "", None),
        ("The owner: Council", "The owner: Council", "", None),
        ("Owners of shops will pay.", "Owners of shops will pay.", "", None),
        ("Owner: Police\nOwner: Council", "Owner: Police", "Council", None),
    ],
)
def test_lines(text: str, words: str, owner: str, due: date | None) -> None:
    """The last lines say owner and day, in either order, with or without asterisks; all else is words."""
    found = remedy(text)
    assert (found.words, found.owner, found.due) == (words, owner, due)


@pytest.mark.parametrize(
    "written",
    ["soon", "January 2007", "8 January", "31 November 2006", "8 January 2007 or later", "8 January to 9 January 2007"],
)
def test_what_is_no_day_stays_as_it_was_typed(written: str) -> None:
    """A day that cannot be read, or has other words beside it, is kept in its own words, with its row."""
    assert remedy(f"Buy.\n\nDue: {written}") == Remedy("Buy.", "", None, written, 2)
    assert remedy(f"Buy.\n\nDue: {written}").due_words == written


def test_day_in_words() -> None:
    """A day reads the same however it was typed."""
    assert {remedy(f"Due: {typed}").due_words for typed in ("8/1/07", "2007-1-8", "on Mon, 8 Jan 2007")} == {
        "8 January 2007"
    }


@pytest.mark.parametrize(
    "text",
    ["Buy.\n**Owner:** Council\n**Due:** 8 January 2007", "Buy.\n\nDue: soon\nOwner: Council", "Owner: A\\\nDue: B"],
)
def test_lines_stand_apart(text: str) -> None:
    """Where Markdown is shown, each of the two lines begins on a row of its own, and says what it said."""
    shown = parser().render(apart(text))
    assert all(before.endswith(("<br />", "<p>", "</p>")) for before in _before_labels(shown))
    assert remedy(apart(text)) == remedy(text)


def _before_labels(shown: str) -> list[str]:
    flat = shown.replace("<strong>", "").replace("\n", "")
    return [flat[: flat.index(label)] for label in ("Owner", "Due")]


def test_words_are_left_as_they_are() -> None:
    """A box without the two lines is shown as it stands."""
    assert apart("One.\nTwo.") == "One.\nTwo."
