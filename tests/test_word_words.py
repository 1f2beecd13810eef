"""Single words of the form: colours, dates, labels and tags."""

from __future__ import annotations

from datetime import date

import pytest

from cspsite.days import days, month, without_days
from cspsite.periods import Month
from cspsite.word import labels, tags
from cspsite.word.colours import colour_of


@pytest.mark.parametrize(
    "colour,status",
    [
        ("FF0000", "Red"),
        ("C00000", "Red"),
        ("F4B0B0", "Red"),
        ("FFC000", "Amber"),
        ("ED7D31", "Amber"),
        ("FFFF00", "Amber"),
        ("00B050", "Green"),
        ("92D050", "Green"),
        ("green", "Green"),
        ("darkYellow", "Amber"),
        ("4472C4", None),
        ("FFFFFF", None),
        ("000000", None),
        ("D9D9D9", None),
        ("auto", None),
        ("", None),
    ],
)
def test_colours(colour: str, status: str | None) -> None:
    """Word's usual reds, oranges, yellows and greens are statuses; blue, grey, black and white are none."""
    assert colour_of(colour) == status


def test_days_and_what_is_left_without_them() -> None:
    """Every date in a text is found; one that no calendar has is none."""
    text = "from 11 September 2006 to 1/2/07, not 31.2.2006"
    assert list(days(text)) == [date(2006, 9, 11), date(2007, 2, 1)]
    assert without_days("Monday 11 September 2006").split() == ["Monday"]


@pytest.mark.parametrize(
    "text,found", [("July 2006", "2006-07"), ("2006-07", "2006-07"), ("end of Sept. 2006", "2006-09")]
)
def test_months(text: str, found: str) -> None:
    """A month is read in words and in digits."""
    assert month(text) == Month.parse(found)


@pytest.mark.parametrize("text", ["last month", "2006", "July"])
def test_no_months(text: str) -> None:
    """A month without a year is none."""
    assert month(text) is None


@pytest.mark.parametrize(
    "text,column",
    [
        ("ACTIONS", "action"),
        ("Local target", "target"),
        ("STATUS¹", "status"),
        ("RAG", "status"),
        ("SUMMARY OF (i) PROGRESS TO DATE, AND (ii) PLANS FOR NEXT 2 MONTHS.", "summary"),
        ("Plans for next 2 months", "plans"),
        ("Remedial action", "remedial_action"),
        ("Actions speak louder", ""),
    ],
)
def test_columns(text: str, column: str) -> None:
    """The words over the columns of the action table are known as they have been printed."""
    assert labels.column(text) == column


@pytest.mark.parametrize(
    "text,part",
    [
        ("Progress", ("progress", 8)),
        ("(ii) Plans for the autumn term", ("plans", 30)),
        ("Plans: we go on", ("plans", 7)),
        ("Plans for summer were agreed.", ("", 0)),
        ("Progress was made", ("", 0)),
    ],
)
def test_parts(text: str, part: tuple[str, int]) -> None:
    """A label is one by itself or before a colon; a sentence that begins with its word is none."""
    assert labels.part(text) == part


def test_tags_are_short_enough_for_word() -> None:
    """A long id is cut and ends in a digest, and is known again."""
    anchor = "continuing-to-develop-intelligence-led-policing.recordable-racist-offences"
    made = tags.update(anchor, "remedial_action")
    assert len(made) <= tags.LONGEST
    box = tags.box_of(made)
    assert box == tags.Box("updates", box.key if box else "", "remedial_action")
    assert tags.anchors([anchor])[box.key] == anchor
    assert tags.update("locks.burglary", "progress") == "updates.locks.burglary.progress"


def test_a_figure_is_known_by_its_bookmark_until_it_is_changed() -> None:
    """The bookmark tells the token, and whether what stands in it is what stood there first."""
    known = tags.Figures(["burglary.count"])
    bookmark = tags.figure("burglary.count", "380", 1)
    assert len(bookmark) <= 40  # Word's limit
    assert known.token(bookmark, "380") == "burglary.count"
    assert known.token(bookmark, "381") == ""
    assert known.token(tags.figure("nobody.knows", "380", 1), "380") == ""
