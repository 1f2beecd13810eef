"""Which numbers of a line are drawn as points, and as what: the same in every drawing."""

from __future__ import annotations

from dataclasses import dataclass

from cspsite.charts.chart import HOLLOW, REVISED, Chart, FlagKind, Line
from cspsite.charts.frame import Frame
from cspsite.charts.shapes import alone

#: From which width of a step on points that are not hollow are drawn too; on a denser line nobody sees them.
_ROOM_FOR_POINTS = 8
#: The radius of the last point, and how far a ring stands from its point, in units of the drawing.
_LAST, _AROUND = 6.0, 3.0


@dataclass(frozen=True, slots=True)
class Point:
    """A number that is drawn: at which step, how large, hollow or filled, ringed or not; a flag has its own shape."""

    step: int
    radius: float
    hollow: bool = False
    ringed: bool = False
    flag: FlagKind | None = None
    is_last: bool = False

    @property
    def ring(self) -> float:
        """The radius of the ring around it."""
        return self.radius + _AROUND


def points_of(chart: Chart, line: Line, frame: Frame) -> tuple[Point, ...]:
    """The last number, flags, hollow and ringed numbers; the others where there is room, or no line shows them."""
    flags = {flag.step: flag.kind for flag in chart.flags} if line is chart.lines[0] else {}
    hollow = {step for step, markers in enumerate(line.markers) if markers & HOLLOW and line.values[step] is not None}
    ringed = {step for step, markers in enumerate(line.markers) if REVISED in markers and line.values[step] is not None}
    known = {step for step, value in enumerate(line.values) if value is not None}
    others = known if hollow - {line.last} and frame.width > _ROOM_FOR_POINTS else alone(line.values, chart.parted)
    plain = min(5.0, max(2.5, frame.width * 0.28))
    found = []
    for step in sorted({*others, *flags, *hollow, *ringed, *({line.last} if known else ())} & known):
        is_last, flag = step == line.last, flags.get(step)
        radius = plain if step in hollow else plain * 0.8
        if flag:
            radius = 7.0 if is_last else min(6.5, max(3.8, frame.width * 0.5))
        elif is_last:
            radius = _LAST
        found.append(Point(step, radius, step in hollow, step in ringed, flag, is_last))
    return tuple(found)
