"""Whether a level will be met by a process that goes on as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from cspsite.assurance import assurance
from cspsite.control_chart import ControlChart, Stretch
from cspsite.control_limits import Limits
from cspsite.model import Polarity
from cspsite.periods import Month, Period

START = Month.parse("2005-04")
MET, MISSED, CHANCE = "consistently met", "consistently missed", "hit and miss"


def chart(*limits: tuple[float, float] | None, points: int = 24, months: int = 1) -> ControlChart:
    """Return a chart with one stretch of one period for each pair of limits."""
    return seasonal(*([pair] for pair in limits), points=points, months=months)


def seasonal(*stretches: Sequence[tuple[float, float] | None], points: int = 24, months: int = 1) -> ControlChart:
    """Return a chart whose stretches have limits that change from period to period."""
    rows = [pair for stretch in stretches for pair in stretch]
    periods = [Period(START + months * i, START + (months * (i + 1) - 1)) for i in range(len(rows))]
    made, first = [], 0
    for stretch in stretches:
        after = first + len(stretch)
        around = Limits.around(0, 1, points) if stretch[0] else None
        made.append(Stretch(Period(periods[first].start, periods[after - 1].end), around))
        first = after
    return ControlChart(
        periods=tuple(periods),
        values=(1.0,) * len(rows),
        centre=tuple(pair and sum(pair) / 2 for pair in rows),
        lower=tuple(pair and pair[0] for pair in rows),
        upper=tuple(pair and pair[1] for pair in rows),
        signals=(None,) * len(rows),
        stretches=tuple(made),
    )


@pytest.mark.parametrize(
    "polarity,limits,kind",
    [
        # NHSRplotthedots, test-ptd_calculate_assurance_type.R: a target of 4
        ("higher_is_better", (1, 3), MISSED),
        ("higher_is_better", (5, 7), MET),
        ("higher_is_better", (1, 5), CHANCE),
        ("lower_is_better", (1, 3), MET),
        ("lower_is_better", (5, 7), MISSED),
        ("lower_is_better", (1, 5), CHANCE),
        # a level on a limit is not outside it
        ("lower_is_better", (1, 4), CHANCE),
        ("lower_is_better", (4, 7), CHANCE),
        ("higher_is_better", (1, 4), CHANCE),
        ("higher_is_better", (4, 7), CHANCE),
        # limits below 0 keep their numbers
        ("lower_is_better", (-3, 3.9), MET),
    ],
)
def test_kind(polarity: Polarity, limits: tuple[float, float], kind: str) -> None:
    """A level of 4 is met or missed consistently only where it lies outside the limits."""
    assert assurance(chart(limits), 4, polarity).kind == kind


@pytest.mark.parametrize("last,kind", [((1, 5), CHANCE), ((1, 3), MET), ((5, 7), MISSED)])
def test_the_last_stretch_decides(last: tuple[float, float], kind: str) -> None:
    """After new limits only theirs count (the same test of NHSRplotthedots, rebase)."""
    assert assurance(chart((1, 3), (5, 7), (1, 5), last), 4, "lower_is_better").kind == kind


@pytest.mark.parametrize(
    "level,polarity,kind",
    [
        (16, "lower_is_better", MET),
        (15, "lower_is_better", CHANCE),
        (9, "lower_is_better", CHANCE),
        (3, "lower_is_better", CHANCE),
        (2, "lower_is_better", CHANCE),
        (1, "lower_is_better", MISSED),
        (16, "higher_is_better", MISSED),
        (1, "higher_is_better", MET),
    ],
)
def test_every_month_of_a_season(level: float, polarity: Polarity, kind: str) -> None:
    """With limits of 2 to 8 in winter and 10 to 15 in summer, consistently is what holds in both."""
    assert assurance(seasonal([(2, 8), (10, 15)]), level, polarity).kind == kind


@pytest.mark.parametrize(
    "level,polarity,limits,words",
    [
        (None, "lower_is_better", (1, 3), "No assurance: there is no level to meet"),
        (4, "neutral", (1, 3), "No assurance: neither direction is better"),
        (4, "lower_is_better", None, "No assurance: there are too few counts one after another for limits"),
    ],
)
def test_none(level: float | None, polarity: Polarity, limits: tuple[float, float] | None, words: str) -> None:
    """Without a level, a better direction, or limits of the last stretch there is no assurance, and words say why."""
    made = assurance(chart((1, 3), limits), level, polarity)
    assert (made.kind, made.words) == ("none", words)


def test_a_level_of_nought() -> None:
    """0 is a level: above limits of 1 to 3 nothing meets it."""
    assert assurance(chart((1, 3)), 0, "lower_is_better").kind == MISSED


@pytest.mark.parametrize(
    "limits,points,months,words",
    [
        ((1, 3), 24, 1, "Consistently met: as things are, every month can be expected to meet the level"),
        (
            (1, 3),
            11,
            1,
            "Consistently met, on trial limits: as things are, every month can be expected to meet the level",
        ),
        ((5, 7), 12, 3, "Consistently missed: as things are, no quarter can be expected to meet the level"),
        ((1, 5), 24, 1, "Hit and miss: whether a month meets the level is a matter of chance"),
    ],
)
def test_words(limits: tuple[float, float], points: int, months: int, words: str) -> None:
    """The words say what can be expected of a month or quarter, and whether the limits are on trial."""
    assert assurance(chart(limits, points=points, months=months), 4, "lower_is_better").words == words


def test_in_a_season_it_is_not_chance_alone() -> None:
    """Between the limits of some months and beyond those of others, the time of year decides too."""
    made = seasonal([(2, 8), (10, 15)])
    made = replace(made, stretches=(replace(made.stretches[0], seasonal=True),))
    words = "Hit and miss: whether a month meets the level is a matter of the time of year, or of chance"
    assert assurance(made, 9, "lower_is_better").words == words
