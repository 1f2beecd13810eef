"""The icons beside words: hidden from screen readers, without colours of their own, each of another shape."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

from cspsite.pages.environment import environment

ICONS: Any = environment().get_template("icons.html.j2").module
VARIATION = [(kind, side) for kind in ("improving", "concerning", "neither") for side in ("above", "below")]
ASSURANCE = ("consistently met", "consistently missed", "hit and miss")


def drawn(markup: Any) -> ElementTree.Element:
    """Return an icon as XML."""
    return ElementTree.fromstring(str(markup).strip())  # noqa: S314 - our own drawing


def shape(markup: Any) -> tuple[tuple[str, str], ...]:
    """Return what an icon looks like without its colours: which parts are filled, and their paths."""
    return tuple((part.get("class", ""), part.get("d", "")) for part in drawn(markup))


EVERY = [
    ICONS.variation_icon("common"),
    *(ICONS.variation_icon(kind, side) for kind, side in VARIATION),
    *(ICONS.assurance_icon(kind) for kind in ASSURANCE),
    *(ICONS.travel_icon(way) for way in ("up", "down", "level")),
]


@pytest.mark.parametrize("icon", EVERY)
def test_icons_say_nothing_themselves(icon: Any) -> None:
    """An icon is hidden from screen readers and cannot be focused: words stand beside it."""
    root = drawn(icon)
    assert (root.get("aria-hidden"), root.get("focusable")) == ("true", "false")
    assert "".join(root.itertext()).strip() == ""


@pytest.mark.parametrize("icon", EVERY)
def test_icons_have_no_colours_of_their_own(icon: Any) -> None:
    """Colours come from the style sheet, for light, dark, print and forced colours."""
    for element in drawn(icon).iter():
        assert not {"style", "fill", "stroke", "color"} & set(element.attrib)


def test_icons_differ_in_greyscale() -> None:
    """No two icons have the same shape."""
    shapes = [shape(icon) for icon in EVERY]
    assert len(set(shapes)) == len(shapes) == 13


@pytest.mark.parametrize(
    "word, better, name", [("better", "better", "csp-icon--better"), ("worse", "worse", "csp-icon--worse")]
)
def test_travel_is_coloured_by_what_is_better(word: str, better: str, name: str) -> None:
    """An arrow upwards is better or worse as the indicator has it."""
    assert name in drawn(ICONS.travel_icon("up", better)).get("class", "").split()


def test_no_clear_change_is_neither() -> None:
    """An arrow without a better direction has no colour of better or worse."""
    assert drawn(ICONS.travel_icon("level", "no clear change")).get("class") == "csp-icon csp-icon--travel"


def test_no_assurance_has_no_icon() -> None:
    """Where nothing can be said of a level there is no picture."""
    assert str(ICONS.assurance_icon("none")).strip() == ""
