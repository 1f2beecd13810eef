"""What a control chart says of its latest number."""

from __future__ import annotations

import pytest

from cspsite.control_chart import ControlChart, Stretch
from cspsite.control_limits import Limits
from cspsite.model import Polarity
from cspsite.periods import Month, Period
from cspsite.special_causes import Cause, Side, Signal
from cspsite.variation import signal_words, variation, variation_at

LIMITS = Limits.around(10, 2, 24)
START = Month.parse("2005-04")


def chart(
    signals: list[Signal | None], missing_at_end: int = 0, limits: Limits | None = LIMITS, *, seasonal: bool = False
) -> ControlChart:
    """Return a chart with these signals, all of its values 10, and some missing after them."""
    length = len(signals) + missing_at_end
    known = None if limits is None else limits.mean
    return ControlChart(
        periods=tuple(Period.month(START + i) for i in range(length)),
        values=(10.0,) * len(signals) + (None,) * missing_at_end,
        centre=(known,) * length,
        lower=(known,) * length,
        upper=(known,) * length,
        signals=(*signals, *(None,) * missing_at_end),
        stretches=(Stretch(Period(START, START + (length - 1)), limits, seasonal=seasonal),),
    )


@pytest.mark.parametrize("polarity", ["lower_is_better", "higher_is_better", "neutral"])
def test_common_cause(polarity: Polarity) -> None:
    """A latest point without a signal is of common cause, whatever was special before."""
    made = variation(chart([Signal("outside", "above"), None]), polarity)
    assert made is not None
    assert (made.kind, made.signal, made.words) == ("common", None, "Common cause: no significant change")


@pytest.mark.parametrize("cause", ["outside", "trend", "two_of_three", "shift"])
@pytest.mark.parametrize(
    "side,polarity,kind",
    [
        ("above", "lower_is_better", "concerning"),
        ("below", "lower_is_better", "improving"),
        ("above", "higher_is_better", "improving"),
        ("below", "higher_is_better", "concerning"),
        ("above", "neutral", "neither"),
        ("below", "neutral", "neither"),
    ],
)
def test_kind(cause: Cause, side: Side, polarity: Polarity, kind: str) -> None:
    """The better direction makes a special cause an improvement or a concern; without one it is neither."""
    made = variation(chart([None, Signal(cause, side)]), polarity)
    assert made is not None
    assert (made.kind, made.signal) == (kind, Signal(cause, side))


@pytest.mark.parametrize(
    "signal,polarity,words",
    [
        (
            Signal("shift", "above"),
            "lower_is_better",
            "Special cause, concerning: higher — 7 or more points above the mean",
        ),
        (
            Signal("outside", "below"),
            "lower_is_better",
            "Special cause, improving: lower — below the lower limit",
        ),
        (
            Signal("trend", "below"),
            "higher_is_better",
            "Special cause, concerning: falling — 7 or more points, each below the one before",
        ),
        (
            Signal("two_of_three", "above"),
            "neutral",
            "Special cause, neither better nor worse: higher — 2 of 3 points near the upper limit",
        ),
    ],
)
def test_words(signal: Signal, polarity: Polarity, words: str) -> None:
    """The words name the meaning, the direction and the rule."""
    made = variation(chart([signal]), polarity)
    assert made is not None
    assert made.words == words


@pytest.mark.parametrize("seasonal", [True, False])
@pytest.mark.parametrize("cause", ["outside", "trend", "two_of_three", "shift"])
def test_words_of_either_side(cause: Cause, seasonal: bool) -> None:
    """The words of one side are those of the other, turned round."""
    above, below = (signal_words(Signal(cause, side), seasonal=seasonal) for side in ("above", "below"))
    for up, down in (("higher", "lower"), ("rising", "falling"), ("above", "below"), ("upper", "lower")):
        above = above.replace(up, down)
    assert above == below


def test_words_of_a_season() -> None:
    """In a season a point is told against its usual level, because there is no one mean."""
    assert signal_words(Signal("shift", "above"), seasonal=True) == "higher — 7 or more points above their usual level"
    assert signal_words(Signal("outside", "above"), seasonal=True) == "higher — above the upper limit"
    made = variation(chart([Signal("shift", "above")], seasonal=True), "lower_is_better")
    assert made is not None
    assert made.words == "Special cause, concerning: higher — 7 or more points above their usual level"


def test_variation_of_an_earlier_point() -> None:
    """Any period can be asked for; one without a number has no variation."""
    made = chart([Signal("shift", "below"), None], missing_at_end=1)
    told = [variation_at(made, place, "lower_is_better") for place in range(3)]
    assert [each and each.kind for each in told] == ["improving", "common", None]


def test_missing_months_at_the_end() -> None:
    """The latest number counts, not the missing ones after it."""
    made = variation(chart([None, Signal("shift", "above")], missing_at_end=2), "lower_is_better")
    assert made is not None
    assert made.kind == "concerning"


def test_no_limits_no_variation() -> None:
    """Where the latest number has no limits, it cannot be told to be of common cause."""
    assert variation(chart([None], limits=None), "lower_is_better") is None
