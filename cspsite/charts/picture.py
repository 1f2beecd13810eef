"""A chart as a picture by itself: the drawing with its title, its source and its colours, for papers and slides."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as resources

from markupsafe import Markup

from cspsite.charts.chart import Chart
from cspsite.charts.colours import COLOURS, GROUND, QUIET, TEXT
from cspsite.charts.drawing import draw
from cspsite.charts.frame import WIDTH
from cspsite.charts.svg import body, rendered

#: The room around the drawing.
_EDGE = 20
#: How wide a letter is about, as a share of how high the text is.
_LETTER = 0.54


@dataclass(frozen=True, slots=True)
class Row:
    """A row of text above or below the drawing."""

    text: str
    y: float
    size: int
    colour: str = TEXT
    bold: bool = False


def picture(chart: Chart) -> str:
    """An SVG document of its own, 640 across, in light colours: title, subtitle, drawing, notes and source."""
    above = [*_rows(chart.title, 20, bold=True), *_rows(chart.subtitle, 15, QUIET)]
    below = [row for text in _said(chart) for row in _rows(text, 13, QUIET)]
    height = draw(chart).height
    head = sum(_step(row) for row in above) + 8
    foot = sum(_step(row) for row in below) + 8
    rows = [*_placed(above, 8 - head), *_placed(below, height + 8)]
    box = {"left": -_EDGE, "top": -head - _EDGE, "width": WIDTH + 2 * _EDGE, "height": head + height + foot + 2 * _EDGE}
    return str(rendered("picture.svg.j2", chart=chart, rows=rows, look=look(), ground=GROUND, body=body(chart), **box))


@cache
def look() -> Markup:
    """The rules of `look.css` that hold everywhere, with the light colours in the place of their names."""
    text = (resources("cspsite.charts") / "look.css").read_text(encoding="utf-8").partition("\n@")[0]
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    for colour, variable in COLOURS.items():
        text = text.replace(f"var({variable})", colour)
    return Markup(re.sub(r"\s*([{};:,])\s*", r"\1", text).strip())  # noqa: S704 - our own style sheet


def _said(chart: Chart) -> list[str]:
    """What stands below the drawing: what the page says there, and the source."""
    return [*(note.text for note in chart.notes if not note.mark), chart.source]


def _rows(text: str, size: int, colour: str = TEXT, *, bold: bool = False) -> list[Row]:
    letters = int(WIDTH / (size * _LETTER))
    return [Row(row, 0, size, colour, bold) for row in textwrap.wrap(text, letters)]


def _step(row: Row) -> float:
    return row.size * 1.3


def _placed(rows: list[Row], top: float) -> Iterator[Row]:
    for row in rows:
        top += _step(row)
        yield Row(row.text, top - row.size * 0.3, row.size, row.colour, row.bold)
