"""Labels in a drawing: what stands at the right edge of the plot, moved apart, and rows of text of every label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import fmean

from cspsite.charts.frame import BESIDE, FLOOR, LEADING, TEXT, WIDTH, Anchor, Box, Frame, Placed, Words

#: How far a label may stand from the end of its line before a leader joins the two.
_NEAR_ENOUGH = 9

#: A leader from a label to what it names, as x and y of both its ends.
Leader = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A label's rows of text where they stand, and a leader where it stands away from what it names."""

    rows: tuple[Placed, ...]
    leader: Leader | None = None


@dataclass(frozen=True, slots=True)
class End:
    """What is said at the end of a line: its rows of text, and how high up the line ends."""

    rows: tuple[Words, ...]
    y: float


def stack(ends: Sequence[End], frame: Frame, ceiling: float) -> list[Label]:
    """Labels right of the plot, below the ceiling, each as near to the end of its line as the others let it."""
    heights = apart([(end.y, len(end.rows)) for end in ends], ceiling=ceiling)
    return [_beside(end, frame, height) for end, height in zip(ends, heights, strict=True)]


def _beside(end: End, frame: Frame, height: float) -> Label:
    left, top = frame.right + BESIDE, height - TEXT * len(end.rows) / 2
    away = abs(height - end.y) > _NEAR_ENOUGH
    rows = placed(end.rows, Box(left, top, WIDTH, FLOOR), "start")
    return Label(rows, (frame.right, end.y, left - 3, height) if away else None)


def placed(rows: Sequence[Words], box: Box, side: Anchor) -> tuple[Placed, ...]:
    """Rows of text below each other from the top of a box, at one of its sides or about its middle."""
    x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[side]
    middle = box.top + TEXT * len(rows) / 2
    downs = [LEADING * (i - (len(rows) - 1) / 2) for i in range(len(rows))]
    return tuple(
        Placed(row.text, row.emphasis, row.is_number, row.tone, x, middle, side, down)
        for row, down in zip(rows, downs, strict=True)
    )


def apart(wanted: Sequence[tuple[float, int]], *, ceiling: float = 0.0) -> list[float]:
    """Heights of the middles of texts, moved up and down so far apart that each can be read, and no further.

    `wanted` are their heights with how many rows they have. None of them reaches above the `ceiling`, nor further down
    than the numbers of the vertical axis.
    """
    order = sorted((height, rows, i) for i, (height, rows) in enumerate(wanted))
    steps = [TEXT * (above[1] + below[1]) / 2 for above, below in pairwise(order)]
    down = list(accumulate(steps, initial=0.0))[: len(order)]
    nearest = _rising([one[0] - below for one, below in zip(order, down, strict=True)])
    found: dict[int, float] = {}
    bottom = ceiling
    for (_, rows, i), height, below in zip(order, nearest, down, strict=True):
        found[i] = max(height + below, bottom + TEXT * rows / 2)
        bottom = found[i] + TEXT * rows / 2
    top = FLOOR + TEXT / 2
    for _, rows, i in reversed(order):
        found[i] = min(found[i], top - TEXT * rows / 2)
        top = found[i] - TEXT * rows / 2
    return [found[i] for i in range(len(wanted))]


def _rising(values: Sequence[float]) -> list[float]:
    """The nearest values of which none is below the one before: those that fall take their mean."""
    pools: list[list[float]] = []
    for value in values:
        pools.append([value])
        while len(pools) > 1 and fmean(pools[-2]) > fmean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return [fmean(pool) for pool in pools for _ in pool]


def split(text: str) -> list[tuple[str, ...]]:
    """The text in one row, and in two that are about equally long."""
    spaces = [i for i, letter in enumerate(text) if letter == " "]
    if not spaces:
        return [(text,)]
    middle = min(spaces, key=lambda i: abs(len(text) - 2 * i))
    return [(text,), (text[:middle], text[middle + 1 :])]
