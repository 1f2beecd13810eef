"""Keys below a plot: the line that explains a drawn thing, and its sign, the same in every drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cspsite.charts.chart import FlagKind, Kind, Mark
from cspsite.charts.colours import CONCERN, GROUND, IMPROVEMENT, QUIET, SERIES, SPECIAL
from cspsite.charts.frame import Placed
from cspsite.charts.shapes import corners

_FLAGS: dict[Mark, tuple[FlagKind, str]] = {
    "concern": ("concern", CONCERN),
    "improvement": ("improvement", IMPROVEMENT),
    "special": ("special", SPECIAL),
}
#: How far right of a key's left edge the middle of its sign and the beginning of its words stand.
_SIGN, _WORDS = 8.0, 24.0


@dataclass(frozen=True, slots=True)
class Key:
    """A line below the plot that explains a drawn thing."""

    mark: Mark
    text: str
    x: float
    y: float

    def has_sign(self, kind: Kind) -> bool:
        """Whether it has a sign before its words: a gap has none, nor has a revised column."""
        return self.mark != "gap" and not (self.mark == "revised" and kind == "columns")

    def words(self, kind: Kind) -> Placed:
        """Its words where they stand."""
        return Placed(self.text, x=self.x + (_WORDS if self.has_sign(kind) else 0), y=self.y, anchor="start")


@dataclass(frozen=True, slots=True)
class KeyShape:
    """A part of a sign: two corners of a rectangle, circle or line, or all those of a path; no fill is empty."""

    kind: Literal["rect", "circle", "line", "path"]
    points: tuple[tuple[float, float], ...]
    edge: str
    width: float
    fill: str = ""


def key_shapes(key: Key, kind: Kind) -> list[KeyShape]:
    """The sign of a key, as the picture's template draws it."""
    if not key.has_sign(kind):
        return []
    x, y = key.x + _SIGN, key.y
    if key.mark in _FLAGS:
        flag, colour = _FLAGS[key.mark]
        return [KeyShape("path", corners(flag, x, y, 7), colour, 1.5, colour)]
    if key.mark == "break":
        return [KeyShape("line", ((x, y - 10), (x, y + 10)), QUIET, 2)]
    if key.mark == "revised":
        return [
            KeyShape("circle", around(x, y, 4), SERIES, 1.5, SERIES),
            KeyShape("circle", around(x, y, 8), SERIES, 1.5),
        ]
    if kind == "columns":
        return [KeyShape("rect", around(x, y, 8), SERIES, 2, GROUND)]
    return [KeyShape("circle", around(x, y, 6), SERIES, 1.5, GROUND)]


def around(x: float, y: float, reach: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """The corners of a square around a point, or of the circle in it."""
    return (x - reach, y - reach), (x + reach, y + reach)
