"""The vertical scale: from zero to a round number, with a few round steps."""

from __future__ import annotations

import math
from dataclasses import dataclass

from cspsite.charts.chart import Chart, Row

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_SHORT = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))


@dataclass(frozen=True, slots=True)
class Scale:
    """Ticks at 0, `step`, 2 `step` and so on to `top`, in the unit of the axis, with their `labels`.

    `highest` is the highest number that is drawn.
    """

    highest: float
    step: float
    ticks: tuple[float, ...]
    labels: tuple[str, ...]

    @property
    def top(self) -> float:
        """The highest tick, which no number lies above."""
        return self.ticks[-1]


def scale_of(chart: Chart) -> Scale:
    """The scale that holds every number, every guide and every reference of a chart."""
    rows: list[Row] = [*chart.lines, *chart.guides]
    known = [value for row in rows for value in row.values if value is not None]
    return scale(max([0.0, *known, *(reference.value for reference in chart.references)]), chart.axis.whole)


def scale(highest: float, whole: bool, about: int = 4) -> Scale:
    """Three to six steps of 1, 2, 2.5 or 5 times a power of ten; `whole` allows no step below one."""
    step = _step(highest / about, whole)
    number = max(1, math.ceil(highest / step - 1e-9))
    ticks = tuple(step * n for n in range(number + 1))
    places = next((places for places in range(20) if _is_whole(step * 10**places)), 20)
    return Scale(highest, step, ticks, tuple(_label(tick, places) for tick in ticks))


def _step(rough: float, whole: bool) -> float:
    if rough <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * nice for nice in _STEPS if power * nice >= rough * (1 - 1e-9))
    if whole and step != int(step):
        return float(math.ceil(step))
    return step


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) < 1e-6 * number


def _label(tick: float, places: int) -> str:
    if tick >= 1e15:
        return f"{tick:.0e}"
    for size, name in _SHORT:
        if tick >= size:
            return f"{tick / size:g}{name}"
    return f"{tick:,.{places}f}" if tick else "0"
