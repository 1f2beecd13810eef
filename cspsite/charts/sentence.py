"""The one sentence that says what a chart shows, written from figures as they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cspsite.charts.comparison import Comparator, Comparison
from cspsite.figures import Figure, Rate
from cspsite.markers import shown
from cspsite.model import Indicator, Target
from cspsite.numbers import digits
from cspsite.periods import Period
from cspsite.words import day_words

_JOINING = frozenset({"of", "from", "in", "at", "to", "on", "by", "with", "for"})


@dataclass(frozen=True, slots=True)
class Levels:
    """A target's latest twelve months beside the levels that it is compared with.

    `now` and `baseline` are counts or rates; `wanted` is the level aimed at, None where the target names none.
    """

    target: Target
    now: Figure
    baseline: Figure
    wanted: Figure | None


def of_comparison(indicator: Indicator, comparison: Comparison) -> str:
    """`There were 348 domestic burglary offences in April to July 2006: 35.9% more than in …`."""
    now = comparison.now
    if now.value is None:
        return f"There is no count of {things(indicator)} for {now.period.words}: {reason(now)}."
    begin = _there_were(now, things(indicator), f"in {now.period.words}")
    known = [other for other in comparison.others if other.count.value is not None]
    clauses = [_clause(now, other, known[:i]) for i, other in enumerate(known)]
    gone = [_no_count(other.count) for other in comparison.others if other.count.value is None]
    return begin + (": " + _joined(clauses) if clauses else "") + "".join(gone) + "."


def of_levels(indicator: Indicator, levels: Levels) -> str:
    """`In the twelve months to July 2006 there were 10.2 … per 1,000 households: below the 12.7 of …`."""
    now, rate = levels.now, levels.now.terms[0].rate
    when = twelve_months(now.period)
    what = things(indicator) + (f" {rate.words}" if rate else "")
    if now.value is None:
        return f"There is no figure of {things(indicator)} for {when}: {reason(now)}."
    clauses = [_against_baseline(levels), _against_wanted(levels)]
    return f"In {when} {_were(now, what)}: {clauses[0]}{clauses[1]}."


def things(indicator: Indicator) -> str:
    """What is counted, within a sentence: `domestic burglary offences`, `offences of theft from a car`."""
    name = lowered(indicator.name)
    if f" {indicator.unit.lower()} " in f" {name.lower()} ":
        return name
    if _JOINING & set(name.lower().split()):
        return f"{indicator.unit} of {name}"
    return f"{name} {indicator.unit}"


def lowered(name: str) -> str:
    """A name within a sentence: its capital goes, unless it begins with an acronym."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def raised(name: str) -> str:
    """A name at the beginning of a line."""
    return name[:1].upper() + name[1:]


def twelve_months(period: Period) -> str:
    """`2005/06`, or `the twelve months to July 2006`."""
    return str(period) if period.is_financial_year else f"the twelve months to {period.end.words}"


def said(figure: Figure) -> str:
    """A figure with the markers that stand beside its counts: `256 [e]`."""
    beside = figure.markers & frozenset("bepru") if figure.value is not None else frozenset[str]()
    return f"{figure.shown} {shown(beside)}".strip()


def reason(figure: Figure) -> str:
    """Why a figure has no value, its period not said again."""
    return next((term.total.reason for term in figure.terms if term.total.reason), figure.reason)


def per(rate: Rate | None) -> str:
    """` per 1,000 households`, or nothing."""
    return f" {rate.words}" if rate else ""


def _there_were(now: Figure, what: str, when: str) -> str:
    if now.value == 0:
        return f"There were no {what} {when}"
    if now.value == 1:
        return f"The number of {what} {when} was {said(now)}"
    return f"There were {said(now)} {what} {when}"


def _were(now: Figure, what: str) -> str:
    if now.shown == "1":
        return f"the number of {what} was {said(now)}"
    return f"there were no {what}" if now.value == 0 else f"there were {said(now)} {what}"


def _joined(clauses: list[str]) -> str:
    """`… and …`; a clause with a part of its own is closed before it."""
    return " and ".join(f"{one}," if ", which" in one else one for one in clauses).removesuffix(",")


def _clause(now: Figure, other: Comparator, before: list[Comparator]) -> str:
    same = _same_months(other.count.period, bool(before))
    difference = (now.value or Fraction(0)) - (other.count.value or Fraction(0))
    broken = " [b]" if "b" in other.change.markers else ""
    if difference == 0 and now.value == 0:
        return f"none{broken} in {same}"
    if difference == 0:
        alike = bool(before) and before[-1].count.value == now.value
        return f"as{broken} in {same}" if alike else f"the same number{broken} as in {same}"
    if other.count.value == 0:
        return f"{digits(difference, 0)}{broken} more than in {same}, which had none"
    way = "fewer" if difference < 0 else "more"
    if other.change.value is None:
        size = digits(abs(difference), 0)
        return f"{size}{broken} {way} than in {same} ({said(other.count)}, too few for a percentage)"
    size = digits(abs(other.change.value), other.change.decimals)
    if not size.strip("0."):
        return f"almost the same number{broken} as in {same} ({said(other.count)})"
    return f"{size}%{broken} {way} than in {same} ({said(other.count)})"


def _no_count(figure: Figure) -> str:
    why = reason(figure)
    because = "" if why.startswith("no count for") else f" ({why})"
    return f"; there is no count for {figure.period.words} to compare with{because}"


def _same_months(period: Period, again: bool) -> str:
    if period.length == 1 or period.start.year != period.end.year:
        return period.words
    return f"those of {period.start.year}" if again else f"the same months of {period.start.year}"


def _against_baseline(levels: Levels) -> str:
    baseline, name = levels.baseline, f"the baseline year {levels.baseline.period.words}"
    if baseline.value is None:
        return f"there is no figure for {name} ({reason(baseline)})"
    return f"{_way(levels.now, baseline)} the {said(baseline)} of {name}"


def _against_wanted(levels: Levels) -> str:
    target, wanted = levels.target, levels.wanted
    if target.kind == "directional":
        return "; the target names no level"
    if target.kind == "hold":
        return f"; the target is to hold that level{_by(target, ' until ')}"
    if wanted is None or wanted.value is None:
        return "; the target's level cannot be worked out"
    joined = " and " if levels.baseline.value is not None else "; it is "
    return f"{joined}{_way(levels.now, wanted)} the target of {wanted.shown}{_by(target)}"


def _by(target: Target, before: str = " by ") -> str:
    return before + day_words(target.end) if target.end else ""


def _way(now: Figure, level: Figure) -> str:
    if now.shown == level.shown:
        return "the same as" if now.value == level.value else "about the same as"
    return "below" if (now.value or 0) < (level.value or 0) else "above"
