"""Assurance: whether a process that goes on as it is will meet a level.

Published in: NHS England, Making Data Count (assurance icons); NHSRplotthedots, `R/ptd_calculate_assurance_type.R`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cspsite.control_chart import ControlChart
from cspsite.model import Polarity

AssuranceKind = Literal["consistently met", "consistently missed", "hit and miss", "none"]

_WORDS: Mapping[AssuranceKind, str] = {
    "consistently met": "as things are, every {unit} can be expected to meet the level",
    "consistently missed": "as things are, no {unit} can be expected to meet the level",
    "hit and miss": "whether a {unit} meets the level is a matter of chance",
}
#: A level between the limits of some months may lie beyond those of others.
_SEASONAL = "whether a {unit} meets the level is a matter of the time of year, or of chance"


@dataclass(frozen=True, slots=True)
class Assurance:
    """Whether a level is met or missed by more than chance, or why that cannot be told, with words for a reader."""

    kind: AssuranceKind
    words: str


def assurance(chart: ControlChart, level: float | None, polarity: Polarity) -> Assurance:
    """Whether `level`, a count a period, lies outside the limits of the last stretch, and on which side.

    In a seasonal stretch it must do so in every month of the year. There is no assurance without a level, without a
    better direction, and where the last stretch has no limits yet.
    """
    if level is None:
        return _none("there is no level to meet")
    if polarity == "neutral":
        return _none("neither direction is better")
    last = chart.stretches[-1]
    if last.limits is None:
        return _none(last.without)
    kind = _kind(chart, level, higher_is_better=polarity == "higher_is_better")
    unit = "quarter" if chart.periods[-1].is_quarter else "month"
    on = ", on trial limits" if last.trial else ""
    words = _SEASONAL if kind == "hit and miss" and last.seasonal else _WORDS[kind]
    return Assurance(kind, f"{kind.capitalize()}{on}: {words.format(unit=unit)}")


def _none(why: str) -> Assurance:
    return Assurance("none", f"No assurance: {why}")


def _kind(chart: ControlChart, level: float, *, higher_is_better: bool) -> AssuranceKind:
    rows = [i for i, period in enumerate(chart.periods) if period.start in chart.stretches[-1].period]
    if level > max(upper for i in rows if (upper := chart.upper[i]) is not None):
        return "consistently missed" if higher_is_better else "consistently met"
    if level < min(lower for i in rows if (lower := chart.lower[i]) is not None):
        return "consistently met" if higher_is_better else "consistently missed"
    return "hit and miss"
