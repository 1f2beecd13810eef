"""Variation: whether the latest number of a control chart differs from the others by more than chance.

Published in: NHS England, Making Data Count (variation icons).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cspsite.control_chart import ControlChart
from cspsite.model import Polarity
from cspsite.special_causes import Cause, Side, Signal

VariationKind = Literal["common", "improving", "concerning", "neither"]

_BETTER: Mapping[Polarity, Side] = {"lower_is_better": "below", "higher_is_better": "above"}
_WORDS: Mapping[tuple[Cause, Side], str] = {
    ("outside", "above"): "higher — above the upper limit",
    ("outside", "below"): "lower — below the lower limit",
    ("trend", "above"): "rising — 7 or more points, each above the one before",
    ("trend", "below"): "falling — 7 or more points, each below the one before",
    ("two_of_three", "above"): "higher — 2 of 3 points near the upper limit",
    ("two_of_three", "below"): "lower — 2 of 3 points near the lower limit",
    ("shift", "above"): "higher — 7 or more points above the mean",
    ("shift", "below"): "lower — 7 or more points below the mean",
}
#: What is judged in a season is how far each point lies from what is usual in its month.
_SEASONAL_WORDS: Mapping[tuple[Cause, Side], str] = {
    ("trend", "above"): "rising — 7 or more points, each higher against its usual level than the one before",
    ("trend", "below"): "falling — 7 or more points, each lower against its usual level than the one before",
    ("shift", "above"): "higher — 7 or more points above their usual level",
    ("shift", "below"): "lower — 7 or more points below their usual level",
}


@dataclass(frozen=True, slots=True)
class Variation:
    """What the latest number is: of common cause, or special and improving, concerning or (neutral) neither."""

    kind: VariationKind
    signal: Signal | None
    words: str


def variation(chart: ControlChart, polarity: Polarity) -> Variation | None:
    """The variation of the latest period that has a number; None where its stretch has no limits to tell by."""
    return None if chart.latest is None else variation_at(chart, chart.latest, polarity)


def variation_at(chart: ControlChart, place: int, polarity: Polarity) -> Variation | None:
    """The variation of the period at a place; None where it has no number, or its stretch no limits."""
    if chart.values[place] is None or chart.centre[place] is None:
        return None
    signal = chart.signals[place]
    if signal is None:
        return Variation("common", None, "Common cause: no significant change")
    kind = _kind(signal, polarity)
    what = "neither better nor worse" if kind == "neither" else kind
    words = signal_words(signal, seasonal=chart.stretch_of(place).seasonal)
    return Variation(kind, signal, f"Special cause, {what}: {words}")


def signal_words(signal: Signal, *, seasonal: bool) -> str:
    """`higher — 7 or more points above the mean`: which way a point is special, and by which rule."""
    key = (signal.cause, signal.side)
    return _SEASONAL_WORDS.get(key, _WORDS[key]) if seasonal else _WORDS[key]


def _kind(signal: Signal, polarity: Polarity) -> VariationKind:
    if polarity == "neutral":
        return "neither"
    return "improving" if signal.side == _BETTER[polarity] else "concerning"
