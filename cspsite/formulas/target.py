"""Where a target should be, how far from there it is, and the pace that it needs.

Straight line: change wanted × months gone ÷ months in all. Profiled ("target profiling"): each baseline month changed
by where the target should be at its end, added up, which keeps the season.
"""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

from cspsite.figure import Figure, Request, Result, Source, lacking, markers_of
from cspsite.formulas.aim import Aim
from cspsite.formulas.counts import change
from cspsite.model import MONTHS_OF
from cspsite.numbers import digits, equals
from cspsite.periods import Month

_NOT = frozenset("z")


def make(source: Source, request: Request) -> Figure:
    """A figure of the request's target, at the end of its period."""
    aim = Aim(source, request)
    result = (None if request.name == "actual" else aim.refused()) or FORMULAS[request.name](aim)
    if request.name in ("actual", "expected", "gap", "pace") and aim.unit and not result.unit:
        result = replace(result, unit=aim.unit)
    terms = () if request.name == "months_left" else (aim.latest, aim.then)
    return result.figure(request, aim.period, terms, aim.noun if aim.is_level else aim.indicator.unit)


def _actual(aim: Aim) -> Result:
    if missing := lacking(aim.request, aim.latest, aim.then):
        return missing
    if not aim.is_level:
        return change(aim.source, aim.latest, aim.then)
    rate, value = aim.latest.rate, aim.level(aim.latest) or Fraction(0)
    times = f" × {rate.scale:,} {equals(value)}" if rate else ""
    return Result(markers_of(aim.latest), value, aim.latest.ratio + times, unit=None if rate else "count")


def _expected(aim: Aim) -> Result:
    if aim.target.trajectory.shape == "profiled" and not aim.is_level:
        return _profiled(aim)
    month = aim.period.end
    value = aim.course.at(month) * aim.times
    markers = markers_of(aim.then) if aim.is_level else frozenset[str]()
    return Result(markers, value, f"{_line(aim, month)} {equals(value)}{_percent(aim)}")


def _line(aim: Aim, month: Month) -> str:
    """The way between two knots in figures: `−15% × 16 ÷ 36 months`."""
    (before, low), (after, high) = aim.course.around(month)
    if before == after:
        return "at the start" if month <= before else "at the end"
    start = "" if low == 0 else f"{_position(aim, low)} + "
    way = f"{start}{_position(aim, high - low, bare=bool(start))} × {month - before} ÷ {after - before} months"
    return way if len(aim.course.knots) == 2 else f"from {before.words} to {after.words}: {way}"


def _position(aim: Aim, position: Fraction, *, bare: bool = False) -> str:
    value = position * aim.times
    text = digits(value, 0 if value.denominator == 1 else 2) + _percent(aim)
    return f"({text})" if bare and value < 0 else text


def _percent(aim: Aim) -> str:
    return "" if aim.is_level else "%"


def _profiled(aim: Aim) -> Result:
    rows = aim.rows()
    terms = [term for _, term in rows]
    if missing := lacking(aim.request, *terms):
        return missing
    base = sum(Fraction(term.total.count or 0) for term in terms)
    if base == 0:
        return Result(_NOT, reason=f"the baseline's months have no season: all are 0 ({aim.then.total.period.words})")
    wanted = sum((term.total.count or 0) * (1 + aim.course.at(row.end)) for row, term in rows)
    value = (wanted / base - 1) * 100
    parts = " + ".join(f"{term.total.count} × {digits(1 + aim.course.at(row.end), 4)}" for row, term in rows)
    return Result(markers_of(*terms), value, f"({parts}) ÷ {digits(base, 0)} − 1 {equals(value)}%")


def _count(aim: Aim) -> Result:
    """The count that would have been on course, at today's denominator."""
    found = _expected(aim)
    if found.value is None:
        return found
    if missing := lacking(aim.request, aim.latest, aim.then):
        return missing
    now, then = aim.latest, aim.then
    if aim.is_level:
        if now.rate is None:
            return replace(found, markers=markers_of(now, then))
        value = found.value * now.exposure / now.rate.scale
        way = f"{digits(found.value, 4)} × {digits(now.exposure, 0)} ÷ {now.rate.scale:,}"
        return Result(markers_of(now, then), value, f"{way} {equals(value)}")
    share = 1 + found.value / 100
    value = (then.total.count or 0) * share * now.exposure / then.exposure
    people = f" × {digits(now.exposure, 0)} ÷ {digits(then.exposure, 0)}" if now.rate else ""
    working = f"{then.total.count:,} × (1 {_signed(found.value)}%){people} {equals(value)}"
    return Result(markers_of(now, then), value, working)


def _signed(value: Fraction) -> str:
    return f"{'−' if value < 0 else '+'} {digits(abs(value), 4)}"


def _gap(aim: Aim) -> Result:
    found, position = _expected(aim), aim.position()
    if isinstance(position, Result):
        return position
    if found.value is None:
        return found
    value = position * aim.times - found.value
    now, wanted = digits(position * aim.times, 2, signed=not aim.is_level), digits(found.value, 2)
    percent = _percent(aim)
    working = f"{now}{percent} − {f'({wanted}{percent})' if found.value < 0 else wanted + percent} {equals(value, 2)}"
    return Result(markers_of(aim.latest, aim.then), value, working, words=_ahead(aim, value))


def _ahead(aim: Aim, gap: Fraction) -> str:
    """`1.0 percentage points ahead`, or behind, of where the target should be; off it, where neither way is better."""
    if gap == 0:
        return "exactly on course"
    way = "off course" if aim.sense == 0 else "ahead" if gap * aim.sense > 0 else "behind"
    return f"{_size(abs(gap), aim)} {way}"


def _size(gap: Fraction, aim: Aim) -> str:
    """`1.0 percentage points`; one that would be rounded to nothing is less than the least that is shown."""
    decimals = 0 if _in_whole_numbers(gap, aim) else aim.request.decimals
    least = Fraction(1, 10**decimals)
    small = gap < least / 2
    size = digits(least if small else gap, decimals)
    unit = aim.noun if aim.is_level else "percentage point" if size == "1" else "percentage points"
    return f"{'less than ' if small else ''}{size} {unit}"


def _in_whole_numbers(gap: Fraction, aim: Aim) -> bool:
    """Whether it is a count without a rest; of one it is not, as the unit beside it is a plural."""
    return aim.is_level and aim.latest.rate is None and gap.denominator == 1 and gap != 1


def _gap_count(aim: Aim) -> Result:
    found = _count(aim)
    if found.value is None:
        return found
    on_course = math.ceil(found.value) if aim.sense > 0 else math.floor(found.value)
    count = aim.latest.total.count or 0
    value = Fraction(count - on_course)
    working = f"{count:,} − {on_course:,} ({digits(found.value, 1)} in whole numbers) = {digits(value, 0, signed=True)}"
    return Result(found.markers, value, working, words=_fewer(aim, value))


def _fewer(aim: Aim, gap: Fraction) -> str:
    """`27 fewer offences would have been on course`; of one the unit, which is a plural, is left out."""
    size = digits(abs(gap), 0)
    unit = "" if size == "1" else f" {aim.indicator.unit}"
    if gap == 0:
        return "exactly on course"
    way = "fewer" if gap > 0 else "more"
    still = "still " if gap * aim.sense > 0 else ""
    return f"{size} {way}{unit} would {still}have been on course"


def _goal(aim: Aim) -> Result:
    """The level at the end as a count of one observation's period."""
    year = aim.source.term(aim.request, aim.request.baseline)
    if missing := lacking(aim.request, aim.latest, year):
        return missing
    parts = 12 // MONTHS_OF[aim.indicator.frequency]
    level = (aim.level(year) or Fraction(0)) * (1 + aim.course.goal) if not aim.is_level else aim.course.goal
    rate = aim.latest.rate
    value = level * aim.latest.exposure / (rate.scale if rate else 1) / parts
    people = f" × {digits(aim.latest.exposure, 0)} ÷ {rate.scale:,}" if rate else ""
    shown = digits(level, 0 if level.denominator == 1 else 4)
    return Result(markers_of(year), value, f"{shown}{people} ÷ {parts} {equals(value, 1)}")


def _months_left(aim: Aim) -> Result:
    month = aim.request.period.end
    left = aim.course.months - aim.course.gone(month)
    return Result(value=Fraction(left), working=f"{aim.course.months} − {aim.course.gone(month)} = {left}")


def _pace(aim: Aim) -> Result:
    left, position = aim.course.months - aim.course.gone(aim.period.end), aim.position()
    if isinstance(position, Result):
        return position
    if left == 0:
        return Result(_NOT, reason=f"the target ended in {aim.course.last.words}")
    value = (aim.course.goal - position) * aim.times / left
    now, goal = (digits(one * aim.times, 2) + _percent(aim) for one in (position, aim.course.goal))
    working = f"({goal} − {f'({now})' if position < 0 else now}) ÷ {left} {equals(value)}"
    words = f"{digits(value, 2, signed=True)} {aim.noun if aim.is_level else 'percentage points'} a month"
    if value * aim.sense < 0 or value == 0:
        words = "nothing more: what is wanted at its end is reached already, and has to be kept"
    return Result(markers_of(aim.latest, aim.then), value, working, words=words)


FORMULAS = {
    "actual": _actual,
    "expected": _expected,
    "expected_count": _count,
    "gap": _gap,
    "gap_count": _gap_count,
    "goal": _goal,
    "months_left": _months_left,
    "pace": _pace,
}
