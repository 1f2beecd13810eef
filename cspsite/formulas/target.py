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
from cspsite.numbers import counted, digits, equals, rounded, shortest, worked
from cspsite.periods import Month

_NOT = frozenset("z")
#: The figures that are positions of the target, or differences of such.
_POSITIONS = ("actual", "expected", "gap", "pace")
#: Places of the numbers in a working.
_PLACES = 4


def make(source: Source, request: Request) -> Figure:
    """A figure of the request's target, at the end of its period."""
    aim = Aim(source, request)
    result = (None if request.name == "actual" else aim.refused()) or FORMULAS[request.name](aim)
    is_level = aim.is_level and request.name in _POSITIONS
    if is_level and not result.unit:
        result = replace(result, unit=aim.unit)
    terms = () if request.name == "months_left" else (aim.latest, aim.then)
    return result.figure(request, aim.period, terms, aim.noun if is_level else aim.indicator.unit)


def _actual(aim: Aim) -> Result:
    if missing := lacking(aim.request, aim.latest, aim.then):
        return missing
    if not aim.is_level:
        return change(aim.source, aim.latest, aim.then)
    rate, value = aim.latest.rate, aim.level(aim.latest) or Fraction(0)
    times = f" × {rate.scale:,} {equals(value)}" if rate else ""
    return Result(markers_of(aim.latest), value, aim.latest.ratio + times, unit=None if rate else "count")


def _expected(aim: Aim) -> Result:
    month = aim.period.end
    if aim.target.trajectory.shape == "profiled" and not aim.is_level and month < aim.course.last:
        return _profiled(aim)
    value = aim.course.at(month) * aim.times
    markers = markers_of(aim.then) if aim.is_level else markers_of()
    return Result(markers, value, f"{_line(aim, month)} {worked(value, _by_hand(aim, month))}{_percent(aim)}")


def _line(aim: Aim, month: Month) -> str:
    """The way between two knots in figures: `−15% × 16 ÷ 36 months`."""
    (before, low), (after, high) = aim.course.around(month)
    if before == after:
        return "at the start" if month <= before else "at the end"
    start = "" if low == 0 else f"{_position(aim, low)} + "
    way = f"{start}{_position(aim, high - low, bare=bool(start))} × {month - before} ÷ {after - before} months"
    return way if len(aim.course.knots) == 2 else f"from {before.words} to {after.words}: {way}"


def _by_hand(aim: Aim, month: Month) -> Fraction:
    """What the numbers of that line give."""
    (before, low), (after, high) = aim.course.around(month)
    part = Fraction(month - before, after - before) if after != before else Fraction(0)
    return low * aim.times if part == 0 else _round(low * aim.times) + _round((high - low) * aim.times) * part


def _round(value: Fraction) -> Fraction:
    return rounded(value, _PLACES)


def _position(aim: Aim, position: Fraction, *, bare: bool = False) -> str:
    value = position * aim.times
    text = shortest(value) + _percent(aim)
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
    shares = [(term.total.count or 0, 1 + aim.course.at(row.end)) for row, term in rows]
    wanted, by_hand = (
        sum((count * share for count, share in each), Fraction(0))
        for each in (shares, [(count, _round(share)) for count, share in shares])
    )
    value, by_hand = ((count / base - 1) * 100 for count in (wanted, by_hand))
    parts = " + ".join(f"{count:,} × {shortest(share)}" for count, share in shares)
    return Result(markers_of(*terms), value, f"({parts}) ÷ {digits(base, 0)} − 1 {worked(value, by_hand)}%")


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
        times = now.exposure / now.rate.scale
        value, by_hand = found.value * times, _round(found.value) * times
        way = f"{shortest(found.value)} × {digits(now.exposure, 0)} ÷ {now.rate.scale:,}"
        return Result(markers_of(now, then), value, f"{way} {worked(value, by_hand)}")
    base = (then.total.count or 0) * now.exposure / then.exposure
    value, by_hand = (base * (1 + change / 100) for change in (found.value, _round(found.value)))
    people = f" × {digits(now.exposure, 0)} ÷ {digits(then.exposure, 0)}" if now.rate else ""
    working = f"{then.total.count:,} × (1 {_signed(found.value)}%){people} {worked(value, by_hand)}"
    return Result(markers_of(now, then), value, working)


def _signed(value: Fraction) -> str:
    return f"{'−' if value < 0 else '+'} {shortest(abs(value))}"


def _gap(aim: Aim) -> Result:
    found, position = _expected(aim), aim.position()
    if isinstance(position, Result):
        return position
    if found.value is None:
        return found
    value = position * aim.times - found.value
    now, wanted = _round(position * aim.times), _round(found.value)
    plus, percent = "+" if now > 0 and not aim.is_level else "", _percent(aim)
    right = f"({shortest(wanted)}{percent})" if wanted < 0 else f"{shortest(wanted)}{percent}"
    working = f"{plus}{shortest(now)}{percent} − {right} {worked(value, now - wanted)}"
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
    return f"{'less than ' if small else ''}{counted(size, aim.noun if aim.is_level else 'percentage points')}"


def _in_whole_numbers(gap: Fraction, aim: Aim) -> bool:
    """Whether it is a count without a rest."""
    return aim.is_level and aim.latest.rate is None and gap.denominator == 1


def _gap_count(aim: Aim) -> Result:
    found = _count(aim)
    if found.value is None:
        return found
    on_course = math.ceil(found.value) if aim.sense > 0 else math.floor(found.value)
    count = aim.latest.total.count or 0
    value = Fraction(count - on_course)
    working = f"{count:,} − {_whole(found.value, on_course)} = {digits(value, 0, signed=True)}"
    return Result(found.markers, value, working, words=_fewer(aim, value))


def _whole(value: Fraction, whole: int) -> str:
    """`351 (351.8, rounded down)`, or `320` where nothing is rounded; so many places that the rest is seen."""
    if value == whole:
        return f"{whole:,}"
    places = next((n for n in range(1, _PLACES) if rounded(value, n).denominator > 1), _PLACES)
    return f"{whole:,} ({digits(value, places)}, rounded {'down' if whole < value else 'up'})"


def _fewer(aim: Aim, gap: Fraction) -> str:
    """`27 fewer offences would have been on course`, `1 fewer offence would still have been on course`."""
    if gap == 0:
        return "exactly on course"
    size, _, unit = counted(digits(abs(gap), 0), aim.indicator.unit).partition(" ")
    way = "fewer" if gap > 0 else "more"
    still = "still " if gap * aim.sense > 0 else ""
    return f"{size} {way} {unit} would {still}have been on course"


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
    by_hand = _round(level) * aim.latest.exposure / (rate.scale if rate else 1) / parts
    return Result(markers_of(year), value, f"{shortest(level)}{people} ÷ {parts} {worked(value, by_hand, 1)}")


def _months_left(aim: Aim) -> Result:
    months, left = aim.course.months, aim.months_left
    return Result(value=Fraction(left), working=f"{months} − {months - left} = {left}")


def _pace(aim: Aim) -> Result:
    left, position = aim.months_left, aim.position()
    if isinstance(position, Result):
        return position
    if left == 0:
        return Result(_NOT, reason=f"the target ended in {aim.course.last.words}")
    value = (aim.course.goal - position) * aim.times / left
    now, goal = _round(position * aim.times), _round(aim.course.goal * aim.times)
    here, there = (shortest(one) + _percent(aim) for one in (now, goal))
    working = f"({there} − {f'({here})' if now < 0 else here}) ÷ {left} {worked(value, (goal - now) / left)}"
    return Result(markers_of(aim.latest, aim.then), value, working, words=_needed(aim, value))


def _needed(aim: Aim, pace: Fraction) -> str:
    """`−0.42 percentage points a month`; a pace that would be rounded to nothing is less than the least shown."""
    if pace * aim.sense < 0 or pace == 0:
        return "nothing more: what is wanted at its end is reached already, and has to be kept"
    unit, decimals = aim.noun if aim.is_level else "percentage points", aim.request.decimals
    if rounded(pace, decimals) == 0:
        least = digits(Fraction(1, 10**decimals), decimals)
        return f"a {'fall' if pace < 0 else 'rise'} of less than {counted(least, unit)} a month"
    return f"{digits(pace, decimals, signed=True)} {unit} a month"


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
