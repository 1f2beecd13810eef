"""The form's headings as people write them, and boxes with nothing in them."""

from __future__ import annotations

import pytest

from cspsite.form import PARTS, SECTIONS, given, meant, named


@pytest.mark.parametrize(
    "text",
    ["", "-", "–", "—", "…", "...", "TBC", "tbc.", "n/a", "N/A", "?", "- ", "* TBC", "1. …", "-\n-\n", "**TBC**"],
)
def test_placeholders(text: str) -> None:
    """A box with dashes, dots or a promise is empty."""
    assert given(text) == ""


@pytest.mark.parametrize("text", ["None", "- None", "TBC by March", "5", "n/a for noise", "-\n- Fit locks."])
def test_words(text: str) -> None:
    """A box with any words is given, as it stands."""
    assert given(text) == text


@pytest.mark.parametrize(
    "title,key",
    [
        ("Achievement", "achievements"),
        ("UPDATES", "updates"),
        ("Other issues that may impact", "other_issues"),
        ("X", ""),
    ],
)
def test_names(title: str, key: str) -> None:
    """Capitals, the singular and what follows a heading do not matter."""
    assert named(title, SECTIONS) == key


@pytest.mark.parametrize(
    "title,key",
    [("Updtes", "updates"), ("acheivements", "achievements"), ("Barieres", "barriers"), ("Our month", "")],
)
def test_what_is_meant(title: str, key: str) -> None:
    """A slip of the pen means the one heading it is like, and a strange title none."""
    assert meant(title, SECTIONS) == key


def test_parts_are_told_apart() -> None:
    """No part of an update is like another."""
    assert [meant(title, PARTS) for title in PARTS.values()] == list(PARTS)
