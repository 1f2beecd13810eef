"""The picture by itself: whole without a style sheet or another file, with its words and colours in it."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from cspsite.charts.chart import Axis, Note
from cspsite.charts.picture import look, picture
from tests.chart_kinds import KINDS
from tests.drawings import SVG, line_chart

CHART = replace(line_chart(1, 2, 3), source="Source: Anytown Police", notes=(Note("Limits are of 12 counts"),))
HOSTILE = '</title><script>alert(1)</script> & "more"'


def _texts(svg: str) -> list[str]:
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def test_it_says_what_it_is() -> None:
    """Title, subtitle, notes and source stand in the picture, above and below the drawing."""
    said = _texts(picture(CHART))
    assert said[:4] == ["Burglary", "A month", "Limits are of 12 counts", "Source: Anytown Police"]
    assert "3" in said[4:]


def test_it_has_a_name_and_a_description() -> None:
    """A program that reads it aloud finds a title and the chart's sentence."""
    root = ElementTree.fromstring(picture(CHART))  # noqa: S314 - our own drawing
    assert root.get("role") == "img"
    assert [root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")] == ["Burglary: A month", "It rose."]


@pytest.mark.parametrize("kind", KINDS)
def test_it_needs_nothing_else(kind: str) -> None:
    """No variable, no import, no address and no font of its own: every colour is written in."""
    svg = picture(KINDS[kind]())
    ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
    assert not re.search(r"var\(|@|url\(|href|script|paint-order", svg.replace("http://www.w3.org/2000/svg", ""))


@pytest.mark.parametrize("kind", KINDS)
def test_every_class_has_a_look(kind: str) -> None:
    """Each class of the drawing has a rule, and each kind of line a colour of its own."""
    svg = picture(KINDS[kind]())
    used = {name for names in re.findall(r'class="([^"]+)"', svg) for name in names.split()}
    assert used
    assert {name for name in used if f".{name}{{" not in look() and f".{name}," not in look()} == set()


def test_text_takes_its_rows() -> None:
    """A long title is broken into rows of at most 55 letters: 600 / (20 x 0.54), and the picture is higher by one."""
    long = "Offences of theft from the person, and of theft from motor vehicles, in the town centre"
    rows = _texts(picture(replace(CHART, title=long)))[:2]
    assert rows == ["Offences of theft from the person, and of theft from", "motor vehicles, in the town centre"]
    heights = [float(re.search(r'height="(\d+)"', picture(one))[1]) for one in (CHART, replace(CHART, title=long))]  # type: ignore[index]
    assert heights[1] - heights[0] == 26


def test_nothing_from_the_data_is_markup() -> None:
    """A name with markup in it is shown as it was written."""
    svg = picture(replace(CHART, title=HOSTILE, subtitle=HOSTILE, source=HOSTILE, axis=Axis(HOSTILE)))
    assert "<script" not in svg
    assert " ".join(_texts(svg)).count("<script>alert(1)</script>") == 4
