"""The evidence on a target in sentences: what the figures suggest, why, and what would follow."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from cspsite.charts.sentence import raised, things, twelve_months
from cspsite.evidence import CANNOT, Assessment, Evidence, Travel, marked
from cspsite.figure import Figure, between
from cspsite.formulas.projection import method
from cspsite.markers import MARKERS
from cspsite.model import STATUSES, Indicator, Target
from cspsite.numbers import digits, given, rounded
from cspsite.periods import Period
from cspsite.uncertainty import Interval
from cspsite.words import day_words

_WAYS = {
    "straight": "On the straight line to {}",
    "profiled": "On the way to {}, month by month as in the baseline year,",
    "points": "On the way through the agreed points to {}",
}


def verdict(status: str, evidence: Evidence) -> str:
    """`The report says Amber; the figures suggest Green.`; empty where no status was reported."""
    if status not in STATUSES:
        return ""
    if evidence.suggested == CANNOT:
        return f"The report says {status}; the figures can neither confirm nor contradict it."
    if evidence.differs_from(status):
        return f"The report says {status}; the figures suggest {evidence.suggested}."
    return f"The report says {status}, and the figures agree."


def where(evidence: Evidence, indicator: Indicator) -> list[str]:
    """Where the target is and where it should be, in its own measure and in others; or why that cannot be told."""
    own = evidence.own
    if evidence.suggested == CANNOT:
        return [f"The figures cannot tell whether the target is on course: {own.reason}."]
    return [
        _is(evidence.target, own, indicator),
        _should_be(evidence.target, own),
        *map(_otherwise, evidence.others),
        *_rests_on(own.figures["gap"]),
    ]


def onwards(evidence: Evidence) -> list[str]:
    """The time left with the pace needed, and what would come if things went on as they are."""
    if evidence.suggested == CANNOT:
        return []
    return [_time_left(evidence.target, evidence.own), *_projected(evidence.target, evidence.own)]


def compared(travel: Travel) -> str:
    """`1.36 times April to July 2005 (95% interval 1.15 to 1.60)`; empty where there is no ratio."""
    ratio = travel.ratio
    if ratio.value is None or ratio.interval is None or ratio.comparator is None:
        return ""
    times = f"{ratio.shown} times {ratio.comparator.words}"
    return f"{times} (95% interval {between(ratio.interval, _places(ratio.interval, ratio.decimals))})"


def _places(interval: Interval, decimals: int) -> int:
    """As many decimals as the ratio has; more where a limit is so near 1 that it would be shown as 1."""
    limits = [Fraction(limit) for limit in (interval.lower, interval.upper) if math.isfinite(limit)]
    return next((n for n in range(decimals, 4) if all(rounded(limit, n) != 1 for limit in limits)), 4)


def _is(target: Target, own: Assessment, indicator: Indicator) -> str:
    actual, what = own.actual, things(indicator) + ("" if own.per == "as a count" else f" {own.per}")
    value, when = actual.value or Fraction(0), actual.period
    if target.kind == "reach_value":
        return f"In {twelve_months(when)} {_there_were(actual, what)}."
    then = f"in {_same_months(when)}{actual.request.baseline.words}, the baseline year"
    size = digits(abs(value), actual.decimals)
    if not size.strip("0."):
        return f"In {when.words} there were {'about ' if value else ''}as many {what} as {then}."
    return f"In {when.words} there were {size}% {'fewer' if value < 0 else 'more'} {what} than {then}."


def _there_were(actual: Figure, what: str) -> str:
    if actual.shown == "1":
        return f"the number of {what} was 1"
    return f"there were {actual.shown if actual.value else 'no'} {what}"


def _same_months(period: Period) -> str:
    if period.is_financial_year:
        return ""
    return "the same month of " if period.length == 1 else "the same months of "


def _should_be(target: Target, own: Assessment) -> str:
    gap, count = own.figures["gap"], own.figures["gap_count"]
    fewer = f"; {count.words}" if count.value and gap.value else ""
    return f"{_course(target, own.figures['expected'])} is {gap.words}{fewer}."


def _course(target: Target, expected: Figure) -> str:
    end = day_words(target.end) if target.end else ""
    if target.kind == "hold":
        return f"The target is to hold the level of the baseline until {end}: it"
    way = _WAYS[target.trajectory.shape].format(f"{_goal(target, expected)} by {end}")
    return f"{way} there should be {_wanted(expected)} by now: the target"


def _otherwise(other: Assessment) -> str:
    against = f"{other.actual.shown} against {other.figures['expected'].shown} expected"
    return f"{raised(other.per)} it would be {other.suggested}: {against}."


def _goal(target: Target, expected: Figure) -> str:
    if target.kind == "reach_value" and target.value is not None:
        return f"{given(target.value) if target.value or expected.request.per else 'no'} {expected.noun}"
    return f"{given(target.change or Decimal(0))}% {'fewer' if target.kind == 'reduce_by_percent' else 'more'}"


def _wanted(expected: Figure) -> str:
    if expected.unit == "level" and expected.value is not None:
        return _level(expected, expected.value)
    value = expected.value or Fraction(0)
    size = digits(abs(value), expected.decimals)
    if not size.strip("0."):
        return f"{'about ' if value else ''}as many as in the baseline year"
    return f"{size}% {'fewer' if value < 0 else 'more'}"


def _level(expected: Figure, value: Fraction) -> str:
    """`10.7 per 1,000 population`, `no offences`; a count without a rest has no decimals."""
    if expected.request.per:
        return f"{expected.shown} {expected.noun}"
    return f"{digits(value, 0 if value.denominator == 1 else expected.decimals) if value else 'no'} {expected.noun}"


def _rests_on(figure: Figure) -> list[str]:
    *most, last = [f"{MARKERS[marker][0]} [{marker}]" for marker in sorted(figure.markers & set("epr"))] or [""]
    marks = f"{', '.join(most)} or {last}" if most else last
    return [f"Some of the counts behind this are {marks}."] if marks else []


def _time_left(target: Target, own: Assessment) -> str:
    left, pace = own.figures["months_left"], own.figures["pace"]
    if left.value is None or left.value == 0 or pace.value is None:
        return f"{raised(pace.reason)}."
    months = "1 month is left" if left.value == 1 else f"{left.shown} are left"
    what = "the level of twelve months" if target.kind == "reach_value" else "the target"
    return f"{months}; from here {what} needs {pace.words}."


def _projected(target: Target, own: Assessment) -> list[str]:
    """What the year, and the target, would end with; of a year that is over only the target is a projection."""
    year, end = own.figures["projection"], own.figures["projection.target"]
    if year.value is None:
        return []
    count = f"{marked(year)} {year.noun}" if year.shown != "1" else f"a count of {marked(year)}"
    if "f" in year.markers:
        found = f"If things go on as they are, {year.period.words} would end with {count} ({method(year)})"
        joined = ", and the target with"
    else:
        found, joined = f"{year.period.words} ended with {count}", "; at its end the target would stand at"
    found += _on_baseline(own)
    if end.value is not None and own.figures["months_left"].value:
        level = f"{marked(end)} {end.noun}" if target.kind == "reach_value" else marked(end)
        found += f"{joined} {level} (at the pace since its start)"
    return [f"{found}."]


def _on_baseline(own: Assessment) -> str:
    """The change of that year; one in a rate says so, as the count before it is none."""
    change = own.figures["projection_change"]
    if change.value is None:
        return ""
    of_rate = own.per != "as a count"
    return f", {'that is ' if of_rate else ''}{marked(change)}{f' {own.per}' if of_rate else ''} on the baseline year"
