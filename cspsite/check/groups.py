"""What targets and actions leave open, or say against themselves."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.figures import Request
from cspsite.findings import Finding
from cspsite.model import Action, Indicator, Measure, Target
from cspsite.numbers import digits
from cspsite.periods import Period

_PER = re.compile(r"per (thousand|[\d,]+) ([a-z]+)", re.IGNORECASE)
_BY = re.compile(r"by (\d+(?:\.\d+)?) ?%")
_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]+) (\d{4})")
_MONTHS = list(calendar.month_name)
_Key = tuple[str | int, ...]


def check(subject: Subject) -> Iterator[Finding]:
    """Every target and action of every group."""
    for id, group in subject.data.groups.items():
        path = paths.group(id)
        for i, target in enumerate(group.targets):
            yield from _Targeted(subject, path, ("targets", i), target).findings()
        for i, action in enumerate(group.actions):
            yield from _of_action(subject, path, ("actions", i), action)


def _of_action(subject: Subject, path: str, key: _Key, action: Action) -> Iterator[Finding]:
    if action.state == "closed":
        return
    if not action.targets:
        yield subject.finding("action-without-target", path, (*key, "targets"), action.title, "the targets it serves")
    if not action.owner:
        yield subject.finding("action-without-owner", path, (*key, "owner"), action.title, "an owner")
    if not action.due:
        yield subject.finding("action-without-due-date", path, (*key, "due"), action.title, "a due date")


class _Targeted:
    """The checks of one target."""

    def __init__(self, subject: Subject, path: str, key: _Key, target: Target) -> None:
        self.subject = subject
        self.path = path
        self.key = key
        self.target = target
        self.indicator: Indicator | None = subject.data.indicators.get(target.indicator)

    def finding(self, code: str, key: str, found: str, expected: str) -> Finding:
        """A finding at one key of the target."""
        return self.subject.finding(code, self.path, (*self.key, key), found, expected)

    def findings(self) -> Iterator[Finding]:
        """Everything about the target."""
        target = self.target
        if target.change_wanted is None and target.value is None:
            yield self.finding("target-without-number", "kind", target.short, "a number to reach")
        if target.end is None:
            end = "end" if self.subject.lines.has(self.path, *self.key, "end") else "wording"
            yield self.finding("target-without-date", end, target.short, "an end date")
        yield from self.wordings()
        if self.indicator:
            yield from self.against_indicator(self.indicator)

    def against_indicator(self, indicator: Indicator) -> Iterator[Finding]:
        """The target beside its indicator's direction and counts."""
        target = self.target
        if indicator.polarity == "neutral":
            found = f"{target.short} ({target.indicator} is neutral)"
            yield self.finding("target-against-neutral", "indicator", found, "a direction that is better")
        if wrong := self.wrong_side(indicator):
            yield self.finding("target-wrong-side", "kind", *wrong)
        if self.subject.doubtful(target.indicator):
            return
        if self.subject.figures.series[target.indicator].is_empty:
            yield self.finding("target-without-data", "indicator", f"no counts of {indicator.name}", "counts")
            return
        yield from self.baseline()
        yield from self.denominators()

    @property
    def baseline_year(self) -> Period:
        """The target's own baseline year, else the strategy's."""
        return self.target.baseline or self.subject.data.partnership.strategy.baseline

    def baseline(self) -> Iterator[Finding]:
        """A finding when the baseline year is not fully counted."""
        year = self.baseline_year
        if year.length != 12:
            return
        total = self.subject.counted[self.target.indicator].total(year)
        if total.count is None:
            yield self.finding("baseline-missing", "baseline", f"{year.words}: {total.reason}", "counts for all of it")

    def denominators(self) -> Iterator[Finding]:
        """A finding for each period that has no estimate to divide by."""
        for period in self.subject.without_estimate(self.target):
            per = self.target.measure.per if self.target.measure else ""
            yield self.finding(
                "denominator-missing", "measure", f"no {per} for {period.words}", f"an estimate of {per}"
            )

    def wrong_side(self, indicator: Indicator) -> tuple[str, str] | None:
        """What was found and what was expected, when reaching the target would be a change for the worse."""
        target, wanted = self.target, self.target.change_wanted
        if target.change is not None and target.change <= 0 and target.kind != "hold":
            return f"change: {target.change}", "more than 0; the kind says in which direction"
        if wanted is not None and wanted < -1:
            return f"reduce by {target.change}%", "at most 100%"
        better = {"lower_is_better": -1, "higher_is_better": 1, "neutral": 0}[indicator.polarity]
        direction = {"reduce_by_percent": -1, "increase_by_percent": 1}.get(target.kind, 0)
        if target.kind == "directional":
            direction = {"increase": 1, "decrease": -1}.get(target.direction or "", 0)
        if direction * better < 0:
            return (
                f"{target.kind} {target.direction or ''}".strip(),
                f"the better direction ({indicator.polarity})",
            )
        return self.value_on_wrong_side(better)

    def value_on_wrong_side(self, better: int) -> tuple[str, str] | None:
        """What `wrong_side` gives, for a value that is to be reached."""
        if self.target.value is None or self.target.kind != "reach_value":
            return None
        now = self.baseline_value(self.target.measure)
        if now is None or (Fraction(self.target.value) - now) * better >= 0:
            return None
        side = "below" if better < 0 else "above"
        return (
            f"value: {self.target.value}",
            f"{side} the baseline of {digits(now, 1)} ({self.baseline_year.words})",
        )

    def baseline_value(self, measure: Measure | None) -> Fraction | None:
        """The baseline year's count or rate; None where it cannot be given."""
        if self.baseline_year.length != 12 or self.subject.doubtful(self.target.indicator):
            return None
        if measure and self.subject.doubtful_denominator(measure.per):
            return None
        request = Request(
            indicator=self.target.indicator,
            name="rate" if measure else "count",
            period=self.baseline_year,
            baseline=self.baseline_year,
            per=measure.per if measure else None,
            scale=self.subject.quoter.scale(measure) if measure else 1,
        )
        return self.subject.figures.get(request).value

    def wordings(self) -> Iterator[Finding]:
        """Whether the strategy's words, the action table's words and the structured target say the same."""
        target = self.target
        if target.local_target:
            for pattern in (_PER, _BY, _DATE):
                one, other = pattern.search(target.wording), pattern.search(target.local_target)
                if one and other and _plain(one[0]) != _plain(other[0]):
                    yield self.finding(
                        "target-wordings-differ", "local_target", f"{one[0]} / {other[0]}", "one wording"
                    )
        yield from self.structure()

    def structure(self) -> Iterator[Finding]:
        """Whether the words say what the measure, the change and the end say."""
        words, target = self.target.short, self.target
        known = target.measure is None or target.measure.per in self.subject.data.denominators
        if known and (match := _PER.search(words)) and (said := _plain(match[0])) != (held := self.measure_words()):
            yield self.finding("target-wording-measure", "measure", f"measure: {held}", said)
        if (match := _BY.search(words)) and target.change is not None and Fraction(match[1]) != Fraction(target.change):
            yield self.finding("target-wording-measure", "change", f"change: {target.change}", match[0])
        if (match := _DATE.search(words)) and target.end and _day(match) not in (None, target.end):
            yield self.finding("target-wording-measure", "end", f"end: {target.end}", match[0])

    def measure_words(self) -> str:
        """The measure as a wording would have it: `per 1000 households`."""
        measure = self.target.measure
        if measure is None:
            return "the count"
        definition = self.subject.data.denominators.get(measure.per)
        return f"per {self.subject.quoter.scale(measure)} {definition.noun if definition else measure.per}"


def _plain(words: str) -> str:
    return words.lower().replace("thousand", "1000").replace(",", "")


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[3]), _MONTHS.index(match[2]), int(match[1]))
    except ValueError:
        return None
