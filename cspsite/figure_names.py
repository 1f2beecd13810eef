"""Every figure that can be asked for by name: its unit, what it is, and its formula in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Unit = Literal["count", "difference", "percent", "rate", "points", "level", "ratio", "months", "interval"]


class Name(NamedTuple):
    """One figure that can be asked for: its unit, what it is, and its formula in words.

    `of` is what it needs beside the indicator's counts: a denominator where there is one, a target, both, or nothing.
    """

    unit: Unit
    meaning: str
    formula: str
    of: Literal["counts", "rate", "measure", "target"] = "counts"


_CHANGE = "100 × (count now ÷ count then − 1)"
_RATE = "count ÷ denominator × scale"
_RATE_CHANGE = "100 × ((count now ÷ denominator now) ÷ (count then ÷ denominator then) − 1)"
_RATIO = "(count now ÷ denominator now) ÷ (count then ÷ denominator then)"

#: Every figure that can be asked for.
NAMES: Mapping[str, Name] = {
    "count": Name("count", "the count of the period", "the sum of the period's counts"),
    "count.last_year": Name("count", "the count of the same months a year before", "the sum of the period's counts"),
    "count.baseline": Name(
        "count", "the count of the same months of the baseline year", "the sum of the period's counts"
    ),
    "interval": Name(
        "interval",
        "between what chance alone could have put the count (95%)",
        "Byar's limits for a count of 10 or more, exact Poisson limits below",
    ),
    "difference.last_year": Name(
        "difference", "the count less that of the same months a year before", "count now − count then"
    ),
    "difference.baseline": Name(
        "difference", "the count less that of the same months of the baseline year", "count now − count then"
    ),
    "change.last_year": Name("percent", "the percentage change in the count on the same months a year before", _CHANGE),
    "change.baseline": Name(
        "percent", "the percentage change in the count on the same months of the baseline year", _CHANGE
    ),
    "rate": Name("rate", "the count per so many of a denominator", _RATE, "rate"),
    "rate.last_year": Name("rate", "the rate of the same months a year before", _RATE, "rate"),
    "rate.baseline": Name("rate", "the rate of the same months of the baseline year", _RATE, "rate"),
    "rate_interval": Name(
        "interval",
        "between what chance alone could have put the rate (95%)",
        "the limits of the count ÷ denominator × scale",
        "rate",
    ),
    "rate_change.last_year": Name(
        "percent", "the percentage change in the rate on the same months a year before", _RATE_CHANGE, "rate"
    ),
    "rate_change.baseline": Name(
        "percent", "the percentage change in the rate on the same months of the baseline year", _RATE_CHANGE, "rate"
    ),
    "ratio.last_year": Name(
        "ratio", "how many times as high as in the same months a year before, with its 95% interval", _RATIO, "measure"
    ),
    "ratio.baseline": Name(
        "ratio",
        "how many times as high as in the same months of the baseline year, with its 95% interval",
        _RATIO,
        "measure",
    ),
    "rolling_12": Name("count", "the count of the twelve months that end with the period", "the sum of twelve months"),
    "rolling_12.last_year": Name("count", "the count of the twelve months before those", "the sum of twelve months"),
    "rolling_12_change": Name("percent", "the percentage change between those two", _CHANGE),
    "mean": Name("level", "the mean of the control chart", "the sum of the counts ÷ how many there are"),
    "upper_limit": Name("level", "the upper limit of the control chart", "mean + 2.66 × mean moving range"),
    "lower_limit": Name("level", "the lower limit of the control chart", "mean − 2.66 × mean moving range"),
    "projection": Name(
        "count",
        "the count that the whole financial year would have",
        "count so far ÷ usual share of these months in the year; else × days of the year ÷ days so far",
    ),
    "projection_change": Name(
        "percent",
        "the percentage change of that year on the baseline year",
        "100 × (projected year ÷ baseline year − 1), in the target's measure",
        "measure",
    ),
    "actual": Name(
        "percent",
        "where the target is: its change on the baseline, or the level of twelve months",
        "100 × (now ÷ baseline − 1) in the target's measure; for a value to be reached, its count or rate",
        "target",
    ),
    "expected": Name(
        "percent",
        "where the target should be by now on the way from its baseline",
        "change wanted × months gone ÷ months in all",
        "target",
    ),
    "expected_count": Name(
        "level",
        "the count that would have been on course",
        "count of the baseline's months × (1 + where the target should be), at today's denominator",
        "target",
    ),
    "gap": Name("points", "how far the figure is from where it should be", "change so far − expected change", "target"),
    "gap_count": Name(
        "difference",
        "the count less the count that would have been on course",
        "count − count on course, as a whole number",
        "target",
    ),
    "goal": Name(
        "level",
        "the count that each month, quarter or year would have on average with the target reached",
        "baseline year's count × (1 + change wanted), at today's denominator, ÷ how many such periods a year has",
        "target",
    ),
    "months_left": Name("months", "the months left until the target's end", "months in all − months gone", "target"),
    "pace": Name(
        "points",
        "the change needed in each month from here",
        "(change wanted − change so far) ÷ months left",
        "target",
    ),
    "projection.target": Name(
        "percent",
        "where the target would be at its end if it went on as since its start",
        "projected year's change × months in all ÷ months gone by the end of the year",
        "target",
    ),
}
