"""What the year, and a target at its end, would come to if things went on as they are: a forecast, never a fact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from cspsite.figure import Figure, Request, Result, Source, Term, lacking, markers_of, small_base
from cspsite.formulas.aim import Aim
from cspsite.numbers import digits, equals, rounded, shortest, worked
from cspsite.periods import Period
from cspsite.series import Total

#: How many complete years make the share of some months usual, and how many are looked at.
ENOUGH, AT_MOST = 2, 3
_FORECAST = frozenset("f")
_NOT = frozenset("z")


@dataclass(frozen=True, slots=True)
class _Year:
    """A financial year as it would be: its count, how that was worked out, and the counts so far.

    `markers` are those of all counts that it rests on, with that of a forecast unless the year is over.
    """

    period: Period
    so_far: Term
    count: Fraction
    working: str
    markers: frozenset[str]

    @property
    def quotient(self) -> Fraction:
        """The count divided by the denominator, if there is one."""
        return self.count / self.so_far.exposure


def make(source: Source, request: Request) -> Figure:
    """The projected count of the financial year, or its change on the baseline year in the request's measure."""
    year = _counted(source, request) if request.name == "projection" else _year(source, request)
    result = year if isinstance(year, Result) else _of_year(source, request, year)
    terms = () if isinstance(year, Result) else (year.so_far,)
    return result.figure(
        request, Period.year_of(request.period.end), terms, source.data.indicators[request.indicator].unit
    )


def at_target(source: Source, request: Request) -> Figure:
    """Where a target would be at its end, if the change since its start went on at the same pace."""
    aim = Aim(source, request)
    result = replace(aim.refused() or _carried_on(aim), unit=aim.unit)
    return result.figure(request, aim.period, (aim.latest, aim.then), aim.noun)


def method(figure: Figure) -> str:
    """How a projection was made, for people: by the usual share of the months, by days, or not at all."""
    if "usual share" in figure.working:
        return "by the usual share of these months in the year"
    return "by days" if "days" in figure.working else "the year is complete"


def _of_year(source: Source, request: Request, year: _Year) -> Result:
    if request.name == "projection":
        return Result(year.markers, year.count, year.working)
    base = source.term(request, request.baseline)
    if refused := lacking(request, year.so_far, base) or small_base(source, base):
        return replace(refused, markers=refused.markers | year.so_far.total.markers)
    return _change(year, base)


def _change(year: _Year, base: Term) -> Result:
    value = (year.quotient / (base.quotient or Fraction(1)) - 1) * 100
    count = digits(year.count, 1)
    left, right = count, base.ratio
    if base.rate:
        left, right = f"({count} ÷ {digits(year.so_far.exposure, 0)})", f"({base.ratio})"
    by_hand = (rounded(year.count, 1) / year.so_far.exposure / (base.quotient or Fraction(1)) - 1) * 100
    working = f"{left} ÷ {right} − 1 {worked(value, by_hand)}%, where {count} is {year.working}"
    return Result(year.markers | markers_of(base), value, working)


def _year(source: Source, request: Request) -> _Year | Result:
    """The year of the request's period, its count the figure `projection`, in the request's measure."""
    so_far = source.term(request, request.period)
    if missing := lacking(request, so_far):
        return missing
    count = source.get(replace(request, name="projection", per=None, scale=1, target=None, at=None))
    if count.value is None:
        return Result(count.markers, reason=count.reason)
    return _Year(count.period, so_far, count.value, count.working, count.markers)


def _counted(source: Source, request: Request) -> _Year | Result:
    """The year of the request's period, by the usual share of its months in the year where history allows."""
    period, whole = request.period, Period.year_of(request.period.end)
    so_far = source.term(request, period)
    if missing := lacking(request, so_far):
        return missing
    if period.start != whole.start:
        return Result(_NOT, reason=f"a projection needs the counts of {whole.words} from its first month on")
    count = so_far.total.count or 0
    if period == whole:
        return _Year(whole, so_far, Fraction(count), f"{count:,} in the whole year", so_far.total.markers)
    return _by_share(source, request, so_far) or _by_days(so_far, whole)


def _by_share(source: Source, request: Request, so_far: Term) -> _Year | None:
    whole, series = Period.year_of(so_far.total.period.end), source.series[request.indicator]
    before = range(-12 * AT_MOST, 0, 12)
    pairs = [(series.total(so_far.total.period.shifted(n)), series.total(whole.shifted(n))) for n in before]
    usual = [(part.count, year) for part, year in pairs if part.count is not None and year.count is not None]
    count, some = so_far.total.count or 0, sum(part for part, _ in usual)
    if len(usual) < ENOUGH or some == 0:
        return None
    all_of_it = sum(year.count or 0 for _, year in usual)
    value = Fraction(count * all_of_it, some)
    share = digits(Fraction(100 * some, all_of_it), 1)
    working = (
        f"{count:,} ÷ ({some:,} ÷ {all_of_it:,}) {equals(value, 1)} "
        f"({share}% is the usual share of {_months(so_far.total.period)}, {_years(usual)})"
    )
    return _Year(whole, so_far, value, working, _forecast(so_far.total, *(year for _, year in usual)))


def _by_days(so_far: Term, whole: Period) -> _Year:
    count, gone, days = so_far.total.count or 0, _days(so_far.total.period), _days(whole)
    value = Fraction(count * days, gone)
    working = f"{count:,} × {days} ÷ {gone} days {equals(value, 1)} (by days: no share of two complete years is known)"
    return _Year(whole, so_far, value, working, _forecast(so_far.total))


def _years(usual: list[tuple[int, Total]]) -> str:
    """`2003/04 to 2005/06`; two years as `2003/04 and 2005/06`, as one between them may not be complete."""
    joined = " to " if len(usual) == AT_MOST else " and "
    return joined.join((str(usual[0][1].period), str(usual[-1][1].period)))


def _forecast(*totals: Total) -> frozenset[str]:
    return _FORECAST.union(*(total.markers for total in totals))


def _months(period: Period) -> str:
    """`April to July`, of whatever year."""
    first, last = (month.words.partition(" ")[0] for month in (period.start, period.end))
    return first if period.length == 1 else f"{first} to {last}"


def _days(period: Period) -> int:
    return (period.end.last_day - (period.start + (-1)).last_day).days


def _carried_on(aim: Aim) -> Result:
    course, year = aim.course, _year(aim.source, aim.request)
    if isinstance(year, Result):
        return year
    base = aim.source.term(aim.request, aim.request.baseline)
    if not aim.is_level and (refused := lacking(aim.request, base) or small_base(aim.source, base)):
        return refused
    if course.last < year.period.start:
        return Result(_NOT, reason=f"the target ended in {course.last.words}")
    gone, now = course.gone(year.period.end), _position(aim, year, base)
    if gone == 0:
        return Result(_NOT, reason=f"the target begins in {course.first.words}")
    value = (course.begin + (now - course.begin) * Fraction(course.months, gone)) * aim.times
    markers = year.markers | markers_of(base) | (_FORECAST if gone < course.months else frozenset())
    least, working = Fraction(0 if aim.is_level else -100), _way(aim, now, gone, value, year)
    if value < least:
        return Result(markers, least, f"{working}; but no count is below 0")
    return Result(markers, value, working)


def _way(aim: Aim, now: Fraction, gone: int, value: Fraction, year: _Year) -> str:
    course, percent = aim.course, "" if aim.is_level else "%"
    begin, end = rounded(course.begin * aim.times, 4), rounded(now * aim.times, 4)
    by_hand, shown = begin + (end - begin) * Fraction(course.months, gone), shortest(end) + percent
    carried = f"{shown} × {course.months} ÷ {gone} months"
    if begin:
        carried = f"{shortest(begin)} + ({shown} − {shortest(begin)}) × {course.months} ÷ {gone} months"
    return f"{carried} {worked(value, by_hand)}{percent}, where {shown} is that of {year.period.words}: {year.working}"


def _position(aim: Aim, year: _Year, base: Term) -> Fraction:
    """Where the target would stand at the end of the year."""
    if aim.is_level:
        return year.quotient * (year.so_far.rate.scale if year.so_far.rate else 1)
    return year.quotient / (base.quotient or Fraction(1)) - 1
