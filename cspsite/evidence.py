"""What the figures say of a target beside its reported status: where it is, and where it should be by now.

The rule is the partnership's own (`Rules.tolerance`): on or ahead of its course Green, behind by up to the tolerance
Amber, by more Red. As in the guide to the performance report of Safer Derbyshire.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Literal

from cspsite.figure import Figure
from cspsite.figure_names import NAMES
from cspsite.formulas.aim import Aim
from cspsite.markers import shown
from cspsite.model import MONTHS_OF, STATUSES, Indicator, Measure, Polarity, Rules, Target
from cspsite.numbers import counted, digits, given
from cspsite.periods import Month
from cspsite.quote import Context, Quoter
from cspsite.tokens import Token

CANNOT = "Cannot be assessed"
#: The figures of a target's course, as evidence has them.
COURSE = ("expected", "gap", "gap_count", "months_left", "pace", "projection", "projection_change", "projection.target")
#: The markers that stand beside a number which rests on such counts, or is a forecast.
CAVEATS = frozenset("befpru")

Better = Literal["better", "worse", ""]
Way = Literal["up", "down", "level"]


@dataclass(frozen=True, slots=True)
class Travel:
    """Which way an indicator has gone since earlier months, by the ratio of the two; `better` is by its polarity."""

    ratio: Figure
    polarity: Polarity

    @property
    def is_comparable(self) -> bool:
        """Whether there is a ratio, and both of its periods were counted in the same way."""
        return self.ratio.value is not None and "b" not in self.ratio.markers

    @property
    def way(self) -> Way:
        """Up or down only where that is more than chance."""
        words = self.ratio.words if self.is_comparable else ""
        return {"higher": "up", "lower": "down"}.get(words, "level")  # type: ignore[return-value]

    @property
    def better(self) -> Better:
        """Whether the way is the better one; empty where it is level, or neither way is better."""
        good = {"lower_is_better": "down", "higher_is_better": "up"}.get(self.polarity)
        return "" if self.way == "level" or good is None else "better" if self.way == good else "worse"

    @property
    def words(self) -> str:
        """`higher: worse`, `no clear change`; or why nothing can be said."""
        if self.ratio.value is None:
            missing = (term.total.reason for term in self.ratio.terms if term.total.reason)
            return f"cannot be compared: {next(missing, self.ratio.reason)}"
        if not self.is_comparable:
            return "cannot be compared: the way of counting changed [b]"
        return f"{self.ratio.words}: {self.better}" if self.better else self.ratio.words


class Assessment:
    """What the rule makes of a target in one measure: a status word, or that it cannot be assessed and why.

    `per` is the measure in words. Figures are looked up as they are asked for: a check needs few of them.
    """

    def __init__(self, assessed: _Assessed, per: str | None) -> None:
        self._assessed = assessed
        self._per = per
        self.per = assessed.measured(per)
        self._found: dict[str, Figure] = {}
        self.figures: Mapping[str, Figure] = _Course(self.figure)

    def figure(self, name: str) -> Figure:
        """A figure of the target in this measure, at the last month there is."""
        if name not in self._found:
            self._found[name] = self._assessed.figure(name, self._per)
        return self._found[name]

    @property
    def actual(self) -> Figure:
        """Where the target is."""
        return self.figure("actual")

    @cached_property
    def aim(self) -> Aim:
        """The target as its figures see it."""
        return Aim(self._assessed.quoter.figures, self.figure("gap").request)

    @property
    def is_level(self) -> bool:
        """Whether its figures are levels of twelve months: see `Aim`."""
        return self.aim.is_level

    @cached_property
    def reason(self) -> str:
        """Why the target cannot be assessed; empty where it can."""
        return self._assessed.refused(self.figure("gap"), self.aim)

    @cached_property
    def suggested(self) -> str:
        """Green, Amber or Red; or that it cannot be assessed."""
        return CANNOT if self.reason else self._assessed.rule(self.aim, self.figure("gap").value or Fraction(0))


class _Course(Mapping[str, Figure]):
    """The figures of `COURSE` by name, each looked up when it is asked for."""

    def __init__(self, look_up: Callable[[str], Figure]) -> None:
        self._look_up = look_up

    def __getitem__(self, name: str) -> Figure:
        if name not in COURSE:
            raise KeyError(name)
        return self._look_up(name)

    def __iter__(self) -> Iterator[str]:
        return iter(COURSE)

    def __len__(self) -> int:
        return len(COURSE)


class Evidence:
    """The assessment of a target in its own measure, in the others there are, and its direction of travel."""

    def __init__(self, assessed: _Assessed) -> None:
        self._assessed = assessed
        self.target = assessed.target
        self.own = Assessment(assessed, assessed.own)

    @property
    def suggested(self) -> str:
        """Green, Amber or Red; or that it cannot be assessed."""
        return self.own.suggested

    def differs_from(self, status: str) -> bool:
        """Whether a reported status is another than the figures suggest; never where they cannot."""
        return status in STATUSES and self.suggested in STATUSES and status != self.suggested

    @cached_property
    def others(self) -> tuple[Assessment, ...]:
        """What the rule would make of it per the other denominators, where it can be assessed; none of a level."""
        if self.own.is_level:
            return ()
        found = (Assessment(self._assessed, per) for per in self._assessed.others())
        return tuple(one for one in found if one.suggested != CANNOT)

    @cached_property
    def since_last_year(self) -> Travel:
        """Which way it has gone since the same months of last year."""
        return self._assessed.travel("ratio.last_year")

    @cached_property
    def since_baseline(self) -> Travel:
        """Which way it has gone since the same months of the baseline year."""
        return self._assessed.travel("ratio.baseline")

    @cached_property
    def levels(self) -> tuple[tuple[Month, Fraction], ...]:
        """Where twelve months should be at the end of each month, in the target's measure."""
        return self.own.aim.levels()


class Assessor:
    """Assesses the targets of one version of the data; each once a month."""

    def __init__(self, quoter: Quoter) -> None:
        self.quoter = quoter
        self._made: dict[tuple[Target, Month], Evidence | None] = {}

    def assess(self, target: Target, context: Context) -> Evidence | None:
        """The evidence on a target at the context's month; None where its indicator is not known."""
        key = (target, context.data_to)
        if key not in self._made:
            known = target.indicator in self.quoter.data.indicators
            self._made[key] = Evidence(_Assessed(self.quoter, target, context)) if known else None
        return self._made[key]


class _Assessed:
    """One target at one month, as its evidence sees it."""

    def __init__(self, quoter: Quoter, target: Target, context: Context) -> None:
        self.quoter = quoter
        self.target = target
        self.indicator = quoter.data.indicators[target.indicator]
        self.rules = quoter.data.partnership.rules
        self.data_to = context.data_to
        span = quoter.figures.series[target.indicator].span
        latest = min(context.data_to, span.end) if span else context.data_to
        self.context = Context(latest, context.group, target)

    @property
    def own(self) -> str | None:
        """The denominator of the target's own measure."""
        return self.target.measure.per if self.target.measure else None

    def others(self) -> list[str]:
        """The other denominators, where the target is about a rate."""
        if self.own is None:
            return []
        return [per for per in self.quoter.data.denominators if per != self.own]

    def travel(self, name: str) -> Travel:
        """The direction of travel by a ratio."""
        return Travel(self.figure(name, self.own), self.indicator.polarity)

    def figure(self, name: str, per: str | None) -> Figure:
        """A figure of the target at the last month there is."""
        token = Token(self.target.indicator, name, per=per if NAMES[name].of != "counts" else None)
        request = self.quoter.request(token, self.context)
        if request.target and request.at != self.data_to:
            request = replace(request, at=self.data_to)
        return self.quoter.figures.get(request)

    def measured(self, per: str | None) -> str:
        """`per 1,000 households`, or `as a count`."""
        if per is None:
            return "as a count"
        measure = self.target.measure
        definition = self.quoter.data.denominators.get(per)
        own = measure if measure and measure.per == per else Measure(per=per)
        return f"per {self.quoter.scale(own):,} {definition.noun if definition else per}"

    def refused(self, gap: Figure, aim: Aim) -> str:
        """Why the target cannot be assessed; empty where it can."""
        series = self.quoter.figures.series[self.target.indicator]
        if series.is_empty:
            return "there are no counts"
        if gap.value is None:
            return gap.reason
        if "b" in gap.markers:
            return f"the way of counting changed after {aim.then.total.period.words} [b]"
        age = self.data_to - gap.period.end
        allowed = allowed_age(self.rules, self.indicator)
        if age > allowed:
            old = "1 month" if age == 1 else f"{age} months"
            return f"the latest figures are of {gap.period.words}, {old} old; the rule allows {allowed}"
        if gap.period.end < aim.course.first:
            return f"the target begins in {aim.course.first.words}"
        if aim.on_wrong_side:
            return "the target is on the wrong side of its baseline"
        return self.too_small(aim)

    def too_small(self, aim: Aim) -> str:
        """Why the level that a value is reached from says too little; a percentage has the same rule of its own."""
        base = aim.then.total.count
        if not aim.is_level or base is None or base == 0 or base >= self.rules.small_base:
            return ""
        return f"the base of {base:,} ({aim.then.total.period.words}) is under {self.rules.small_base}"

    def rule(self, aim: Aim, gap: Fraction) -> str:
        """The partnership's rule on how far the target is behind its course."""
        behind = -gap * aim.sense if aim.sense else abs(gap)
        if behind <= 0:
            return "Green"
        points = behind
        if aim.is_level:
            scale = abs(aim.course.begin or aim.course.goal)
            if scale == 0:
                return "Red"
            points = 100 * behind / scale
        return "Amber" if points <= Fraction(self.rules.tolerance) else "Red"


def allowed_age(rules: Rules, indicator: Indicator) -> int:
    """How many months old the rule allows an indicator's figures to be; a quarter comes two later than a month."""
    return rules.figures_max_age_months + MONTHS_OF[indicator.frequency] - 1


def said(assessment: Assessment) -> str:
    """Where a target is and should be, with its markers: `−7.7% [e] per 1,000 households against −6.7% expected`."""
    actual, expected = assessment.actual, assessment.figures["expected"]
    if not assessment.is_level:
        of = assessment.per.removeprefix("as a count")
        return f"{f'{marked(actual)} {of}'.strip()} against {expected.shown} expected"
    now, unit, wanted = actual.shown, actual.noun, level(expected)
    if not expected.value:  # beside none at all a count tells more than a rate, which may be too small to be shown
        now, unit, wanted = f"{actual.terms[0].total.count:,}", assessment.aim.indicator.unit, "0"
    size, _, of = counted(now, unit).partition(" ")
    return f"{f'{size} {shown(actual.markers & CAVEATS)}'.strip()} {of} against {wanted} expected"


def level(figure: Figure) -> str:
    """`10.7`, `1,040`: the digits of a level; a count without a rest has no decimals."""
    value = figure.value or Fraction(0)
    whole = figure.request.per is None and value.denominator == 1
    return digits(value, 0 if whole else figure.decimals)


def marked(figure: Figure) -> str:
    """A figure with the markers of the counts that it rests on: `−7.7% [e]`."""
    return f"{figure.shown} {shown(figure.markers & CAVEATS)}".strip()


def of_rule(tolerance: Decimal) -> str:
    """The rule in words."""
    if tolerance == 0:
        return "on or ahead of course Green, behind it Red"
    points = "percentage point" if tolerance == 1 else "percentage points"
    return f"on or ahead of course Green, behind by up to {given(tolerance)} {points} Amber, by more Red"
