"""Markers stand in square brackets, as the Analysis Function's guidance has them."""

from __future__ import annotations

from cspsite.markers import IN_FILES, INSTEAD, MARKERS, explained, shown


def test_markers_are_those_of_the_guidance() -> None:
    """Break, confidential, estimated, provisional, revised, low reliability, not available, not applicable."""
    assert {letter: name for letter, (name, _) in MARKERS.items()} == {
        "b": "series break",
        "c": "confidential",
        "e": "estimated",
        "p": "provisional",
        "r": "revised",
        "u": "low reliability",
        "x": "not available",
        "z": "not applicable",
    }


def test_where_markers_may_stand() -> None:
    """Low reliability and not applicable are worked out, so no file holds them; c and x stand for a count."""
    assert set(MARKERS) - IN_FILES == {"u", "z"}
    assert {"c", "x"} == IN_FILES & INSTEAD


def test_markers_in_words() -> None:
    """Markers are shown in alphabetical order, with their names where there is room."""
    assert shown(frozenset("pe")) == "[e] [p]"
    assert explained(frozenset("pe")) == "[e] estimated, [p] provisional"
    assert shown(frozenset()) == ""
