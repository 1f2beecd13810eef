"""The evidence on a target in sentences: what the figures suggest, why, and what would follow."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from cspsite.charts.sentence import raised, things, twelve_months
from cspsite.evidence import CANNOT, CAVEATS, Assessment, Evidence, Travel, level, marked
from cspsite.figure import Figure, between
from cspsite.formulas.projection import method
from cspsite.markers import MARKERS, shown
from cspsite.model import STATUSES, Indicator, Target
from cspsite.numbers import counted, digits, given, rounded, singular
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
        return [f"The figures cannot tell whether the target is on course: {own.reason}.", *_direction(evidence)]
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
    return [_time_left(evidence.own), *_projected(evidence.own)]


def compared(travel: Travel) -> str:
    """`1.36 times April to July 2005 (95% interval 1.15 to 1.60) [e]`; empty where nothing can be compared."""
    ratio = travel.ratio
    if not travel.is_comparable or ratio.interval is None or ratio.comparator is None:
        return ""
    times = f"{ratio.shown} times {ratio.comparator.words} ({_interval(ratio, ratio.interval)})"
    return f"{times} {shown(ratio.markers & CAVEATS)}".strip()


def _interval(ratio: Figure, interval: Interval) -> str:
    return f"95% interval {between(interval, _places(interval, ratio.decimals))}"


def _places(interval: Interval, decimals: int) -> int:
    """As many decimals as the ratio has; more where a limit is so near 1 that it would be shown as 1."""
    limits = [Fraction(limit) for limit in (interval.lower, interval.upper) if math.isfinite(limit)]
    return next((n for n in range(decimals, 4) if all(rounded(limit, n) != 1 for limit in limits)), 4)


def _direction(evidence: Evidence) -> list[str]:
    """Which way a target without a number has gone, on the baseline where it can be compared, else on last year."""
    target = evidence.target
    wanted = {"increase": "higher", "decrease": "lower"}.get(target.direction or "")
    if target.kind != "directional" or wanted is None:
        return []
    for travel in (evidence.since_baseline, evidence.since_last_year):
        ratio = travel.ratio
        if travel.is_comparable and ratio.interval and ratio.comparator and ratio.comparator != ratio.period:
            went = f"against {ratio.comparator.words} {_went(ratio, wanted, evidence)}"
            times = f"({ratio.shown} times; {_interval(ratio, ratio.interval)})"
            marks = shown(ratio.markers & CAVEATS)
            return [f"The target is to {target.direction}: {went} {f'{times} {marks}'.strip()}."]
    return []


def _went(ratio: Figure, wanted: str, evidence: Evidence) -> str:
    """`the figures are higher, as wanted`; figures that do not go to the report's month are named."""
    at = evidence.own.figures["gap"].request.at
    of = f" of {ratio.period.words}" if at and ratio.period.end < at else ""
    if ratio.words not in ("higher", "lower"):
        return f"the figures{of} show {ratio.words}"
    judged = "as wanted" if ratio.words == wanted else "which is not the way wanted"
    return f"the figures{of} are {ratio.words}, {judged}"


def _is(target: Target, own: Assessment, indicator: Indicator) -> str:
    actual, what = own.actual, things(indicator) + ("" if own.per == "as a count" else f" {own.per}")
    value, when = actual.value or Fraction(0), actual.period
    if own.is_level:
        return f"In {twelve_months(when)} {_level_was(target, actual, indicator, what)}."
    then = f"in {_same_months(when)}{actual.request.baseline.words}, the baseline year"
    size = digits(abs(value), actual.decimals)
    if not size.strip("0."):
        return f"In {when.words} there were {'about ' if value else ''}as many {what} as {then}."
    return f"In {when.words} there were {size}% {'fewer' if value < 0 else 'more'} {what} than {then}."


def _level_was(target: Target, actual: Figure, indicator: Indicator, what: str) -> str:
    """How many there were; of a baseline year without any that is to be held, the count and not a rate."""
    if target.kind != "hold":
        return _there_were(_size(actual) if actual.value else "no", what)
    count, none = actual.terms[0].total.count or 0, _there_were("no", things(indicator))
    if count == 0:
        return f"{none}, as in the baseline year"
    return f"{_there_were(f'{count:,}', things(indicator))}; the baseline year had none"


def _there_were(size: str, what: str) -> str:
    return f"the number of {what} was 1" if size == "1" else f"there were {size} {what}"


def _size(figure: Figure) -> str:
    """A figure's digits; of one that would be rounded to nothing, that it is less than the least that is shown."""
    if figure.value and not rounded(figure.value, figure.decimals):
        return f"less than {digits(Fraction(1, 10**figure.decimals), figure.decimals)}"
    return figure.shown


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
        return f"The target is to hold the level of the baseline{f' until {end}' if end else ''}: it"
    way = _WAYS[target.trajectory.shape].format(f"{_goal(target, expected)} by {end}")
    return f"{way} there should be {_wanted(expected)} {_by_then(expected)}: the target"


def _by_then(expected: Figure) -> str:
    """`by now`; where the figures do not go to the report's month, the month that they go to."""
    at, end = expected.request.at, expected.period.end
    return "by now" if at is None or end >= at else f"by the end of {end.words}"


def _otherwise(other: Assessment) -> str:
    against = f"{other.actual.shown} against {other.figures['expected'].shown} expected"
    return f"{raised(other.per)} it would be {other.suggested}: {against}."


def _goal(target: Target, expected: Figure) -> str:
    if target.kind == "reach_value" and target.value is not None:
        return counted(given(target.value) if target.value or expected.request.per else "no", expected.noun)
    return f"{given(target.change or Decimal(0))}% {'fewer' if target.kind == 'reduce_by_percent' else 'more'}"


def _wanted(expected: Figure) -> str:
    if expected.unit == "level" and expected.value is not None:
        is_none = not expected.value and expected.request.per is None
        return counted("no" if is_none else level(expected), expected.noun)
    value = expected.value or Fraction(0)
    size = digits(abs(value), expected.decimals)
    if not size.strip("0."):
        return f"{'about ' if value else ''}as many as in the baseline year"
    return f"{size}% {'fewer' if value < 0 else 'more'}"


def _rests_on(figure: Figure) -> list[str]:
    names = {marker: name for marker, (name, _) in MARKERS.items()} | {"u": "of low reliability"}
    *most, last = [f"{names[marker]} [{marker}]" for marker in sorted(figure.markers & set("epru"))] or [""]
    marks = f"{', '.join(most)} or {last}" if most else last
    return [f"Some of the counts behind this are {marks}."] if marks else []


def _time_left(own: Assessment) -> str:
    left, pace = own.figures["months_left"], own.figures["pace"]
    if left.value is None or left.value == 0 or pace.value is None:
        return f"{raised(pace.reason)}."
    months = "1 month is left" if left.value == 1 else f"{left.shown} are left"
    what = "the level of twelve months" if own.is_level else "the target"
    return f"{months}; from here {what} needs {pace.words}."


def _projected(own: Assessment) -> list[str]:
    """What the year, and the target, would end with; of a year that is over only the target is a projection."""
    year, end = own.figures["projection"], own.figures["projection.target"]
    if year.value is None:
        return []
    count = f"{marked(year)} {singular(year.noun) if year.shown == '1' else year.noun}"
    if "f" in year.markers:
        found = f"If things go on as they are, {year.period.words} would end with {count} ({method(year)})"
        joined = ", and the target with"
    else:
        found, joined = f"{year.period.words} ended with {count}", "; at its end the target would stand at"
    found += _on_baseline(own)
    if end.value is not None and own.figures["months_left"].value:
        stand = f"{_size(end)} {shown(end.markers & CAVEATS)}".strip()
        found += f"{joined} {stand}{f' {end.noun}' if own.is_level else ''} (at the pace since its start)"
    return [f"{found}."]


def _on_baseline(own: Assessment) -> str:
    """The change of that year; one in a rate says so, as the count before it is none."""
    change = own.figures["projection_change"]
    if change.value is None:
        return ""
    of_rate = own.per != "as a count"
    return f", {'that is ' if of_rate else ''}{marked(change)}{f' {own.per}' if of_rate else ''} on the baseline year"
