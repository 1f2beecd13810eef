"""Markers stand in square brackets, as the Analysis Function's guidance has them."""

from __future__ import annotations

from cspsite.markers import IN_FILES, INSTEAD, MARKERS, explained, shown


def test_markers_are_those_of_the_guidance() -> None:
    """Each marker has the name that the guidance gives it."""
    assert {letter: name for letter, (name, _) in MARKERS.items()} == {
        "b": "series break",
        "c": "confidential",
        "e": "estimated",
        "f": "forecast",
        "p": "provisional",
        "r": "revised",
        "u": "low reliability",
        "x": "not available",
        "z": "not applicable",
    }


def test_where_markers_may_stand() -> None:
    """A forecast is worked out, so no file holds one; c, x and z stand instead of a count."""
    assert set(MARKERS) - IN_FILES == {"f"}
    assert {"c", "x", "z"} == INSTEAD


def test_markers_in_words() -> None:
    """Markers are shown in alphabetical order, with their names where there is room."""
    assert shown(frozenset("pe")) == "[e] [p]"
    assert explained(frozenset("pe")) == "[e] estimated, [p] provisional"
    assert shown(frozenset()) == ""
