"""Lines and points as the `d` of SVG paths, in units of a drawing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cspsite.charts.chart import FlagKind
from cspsite.charts.frame import Frame

#: The corners of a flag's shape, in its radius from the point; y grows downwards.
_CORNERS: dict[FlagKind, tuple[tuple[float, float], ...]] = {
    "concern": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "improvement": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "special": ((0, -1.3), (1.25, 0.9), (-1.25, 0.9)),
}


def polyline(values: Sequence[float | None], frame: Frame, parted: Collection[int] = ()) -> str:
    """A line that is broken wherever a value is missing, and begins anew at each of the steps `parted`."""
    parts = []
    letter = "M"
    for step, value in enumerate(values):
        if value is None:
            letter = "M"
            continue
        if step in parted:
            letter = "M"
        parts.append(f"{letter}{frame.x(step):.1f},{frame.y(value):.1f}")
        letter = "L"
    return "".join(parts)


def stairs(values: Sequence[float | None], frame: Frame, parted: Collection[int] = ()) -> str:
    """A level over the width of each step, with a riser where it changes, broken as a `polyline` is."""
    parts = []
    before: float | None = None
    for step, value in enumerate(values):
        if value is not None:
            y = f"{frame.y(value):.1f}"
            if before is None or step in parted:
                parts.append(f"M{frame.edge(step):.1f},{y}")
            elif before != value:
                parts.append(f"H{frame.edge(step):.1f}V{y}")
            if step + 1 == len(values) or values[step + 1] is None or step + 1 in parted:
                parts.append(f"H{frame.edge(step + 1):.1f}")
        before = value
    return "".join(parts)


def circle(x: float, y: float, radius: float) -> str:
    """A circle about a point."""
    turn = f"a{radius:.1f},{radius:.1f} 0 1,0 "
    return f"M{x - radius:.1f},{y:.1f}{turn}{2 * radius:.1f},0{turn}{-2 * radius:.1f},0z"


def flag_shape(kind: FlagKind, x: float, y: float, radius: float) -> str:
    """The shape of a flag: a square for concern, a diamond for improvement, a triangle for what is neither."""
    return "M" + "L".join(f"{across:.1f},{down:.1f}" for across, down in corners(kind, x, y, radius)) + "z"


def corners(kind: FlagKind, x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    """The corners of a flag's shape."""
    return tuple((x + radius * across, y + radius * down) for across, down in _CORNERS[kind])


def alone(values: Sequence[float | None], parted: Collection[int] = ()) -> set[int]:
    """Steps with a value that no line reaches from either side: a line cannot show them, a point can."""
    last = len(values) - 1
    return {
        step
        for step, value in enumerate(values)
        if value is not None
        and (step == 0 or values[step - 1] is None or step in parted)
        and (step == last or values[step + 1] is None or step + 1 in parted)
    }
