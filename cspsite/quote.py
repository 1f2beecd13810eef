"""A token in a report to the figure it quotes: periods, baselines and denominators come from the report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from cspsite.errors import TokenError
from cspsite.figures import NAMES, Figure, Figures, Request, default_period
from cspsite.findings import nearest
from cspsite.model import Data, Group, Indicator, Measure, Report, Target, Update
from cspsite.numbers import article, counted, digits
from cspsite.periods import Month, Period
from cspsite.tokens import TOKEN, Token, find_tokens, parse_token

#: The figures that are shown for every target, where its measure allows.
STANDARD = (
    "count",
    "count.last_year",
    "change.last_year",
    "count.baseline",
    "change.baseline",
    "rate",
    "rate.baseline",
    "rate_change.baseline",
    "rolling_12",
    "rolling_12_change",
)

#: A pace is of a single month, and so small that it has these places at least.
_PLACES_OF_PACE = 2

#: Those of them that a report shows beside its chart; the indicator's page has them all.
IN_REPORTS = (*STANDARD[:5], "rate_change.baseline")


@dataclass(frozen=True, slots=True)
class Context:
    """Where a figure is quoted: to which month the data go, in which group, on which target, if any."""

    data_to: Month
    group: Group | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A figure as prose quotes it: the token, the figure, and the words that stand in the text.

    `then` is what stood there when the board saw it, where that was otherwise.
    """

    token: Token
    figure: Figure
    text: str
    then: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a report's prose: its key in the report (see `Lines`), its words, and the target it is about."""

    key: tuple[str | int, ...]
    text: str
    context: Context
    update: Update | None = None


class Quoter:
    """Looks figures up for one version of the data."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.data: Data = figures.data

    def quote(self, inside: str, context: Context) -> Quotation:
        """The figure that the inside of a `{{ … }}` names; raises TokenError where it names none."""
        token = parse_token(inside)
        figure = self.figures.get(self.request(token, context))
        return Quotation(token, figure, wording(figure, token.option))

    def filled(self, text: str, context: Context) -> str:
        """A text in its Markdown, with each figure that it quotes as it is printed; what names none stays as it is."""
        return TOKEN.sub(lambda token: self._printed(token, context), text)

    def _printed(self, token: re.Match[str], context: Context) -> str:
        try:
            return self.quote(token[1], context).text
        except TokenError:
            return token[0]

    def request(self, token: Token, context: Context) -> Request:
        """The token with everything filled in that it leaves to its context; raises TokenError."""
        indicator = self._indicator(token)
        target = self._target(token.indicator, context)
        measure = self._measure(token, indicator, target)
        return Request(
            indicator=token.indicator,
            name=token.figure,
            period=token.period or default_period(indicator, context.data_to),
            baseline=self._baseline(target),
            per=measure.per if measure else None,
            scale=self.scale(measure) if measure else 1,
            decimals=self._places(token, indicator),
            target=self._aimed(token, target),
            at=None if token.period or NAMES[token.figure].of != "target" else context.data_to,
        )

    def _aimed(self, token: Token, target: Target | None) -> Target | None:
        """The target that a figure is about, for those that need one."""
        if NAMES[token.figure].of != "target":
            return None
        if target is None or target.indicator != token.indicator:
            found = f"{token.indicator}.{token.figure}"
            raise TokenError("token-wrong", found, "a figure of an indicator that a target here is about")
        return target

    def _indicator(self, token: Token) -> Indicator:
        indicator = self.data.indicators.get(token.indicator)
        if indicator is None:
            raise _unknown(
                f"{token.indicator}.{token.figure}", token.indicator, list(self.data.indicators), token.figure
            )
        if token.figure not in NAMES:
            close = nearest(token.figure, NAMES)
            advice = f"Did you mean {token.indicator}.{close}?" if close else ""
            raise TokenError(
                "unknown-figure", f"{token.indicator}.{token.figure}", "one of " + ", ".join(NAMES), advice
            )
        return indicator

    def _places(self, token: Token, indicator: Indicator) -> int:
        if token.decimals is not None:
            return token.decimals
        return max(self.decimals(indicator), _PLACES_OF_PACE if token.figure == "pace" else 0)

    def decimals(self, indicator: Indicator) -> int:
        """Places shown unless a token says otherwise."""
        return self.data.partnership.rules.decimals if indicator.decimals is None else indicator.decimals

    def baseline(self, indicator: str, context: Context) -> Period:
        """The baseline year: of the target on the indicator or on what it is a part of, else of the strategy."""
        return self._baseline(self._target(indicator, context))

    def _baseline(self, target: Target | None) -> Period:
        return (target and target.baseline) or self.data.partnership.strategy.baseline

    def scale(self, measure: Measure) -> int:
        """Per how many: the measure's own, else the denominator's usual one."""
        definition = self.data.denominators.get(measure.per)
        return measure.scale or (definition.scale if definition else 1)

    def _target(self, indicator: str, context: Context) -> Target | None:
        targets = context.group.targets if context.group else ()
        for target in (context.target, *targets) if context.target else targets:
            whole = self.data.indicators.get(target.indicator)
            if target.indicator == indicator or (whole and indicator in whole.components):
                return target
        return None

    def _measure(self, token: Token, indicator: Indicator, target: Target | None) -> Measure | None:
        of = NAMES[token.figure].of
        if of == "counts":
            if token.per:
                expected = "per … only with a rate, a ratio or a target's figure"
                raise TokenError("token-wrong", f"{token.figure} per {token.per}", expected)
            return None
        own = target.measure if of != "rate" and target else (target and target.measure) or indicator.measure
        if token.per and (own is None or own.per != token.per):
            if token.per not in self.data.denominators:
                raise _unknown(f"per {token.per}", token.per, list(self.data.denominators), "", "per ")
            return Measure(per=token.per)
        if own is None and of == "rate":
            found = f"{token.indicator}.{token.figure}"
            raise TokenError("token-wrong", found, f"{token.figure} per a denominator, such as per population")
        return own

    def of_target(self, target: Target, context: Context, names: tuple[str, ...] = STANDARD) -> list[Figure]:
        """The named figures of a target at a report's date; none for an indicator that is not known."""
        return self.standard(target.indicator, context, names) if target.indicator in self.data.indicators else []

    def standard(self, id: str, context: Context, names: tuple[str, ...] = STANDARD) -> list[Figure]:
        """The named figures of an indicator, in the measure of the context's target, else in its own."""
        indicator = self.data.indicators[id]
        target = self._target(id, context)
        if not ((target and target.measure) or indicator.measure):
            names = tuple(name for name in names if not name.startswith("rate"))
        if indicator.frequency == "year":
            names = tuple(name for name in names if not name.startswith("rolling"))
        return [self.figures.get(self.request(Token(id, name), context)) for name in names]

    def quotations(self, passage: Passage) -> list[Quotation]:
        """Every figure that a passage quotes, in its order; tokens that name none are left out."""
        found = []
        for _, inside in find_tokens(passage.text):
            try:
                found.append(self.quote(inside, passage.context))
            except TokenError:
                continue
        return found


def passages(report: Report, group: Group | None) -> list[Passage]:
    """All prose of a report, in the order of the form."""
    plain = Context(report.data_to, group)
    found = [Passage(("achievements", i), text, plain) for i, text in enumerate(report.achievements)]
    found += [Passage(("barriers", i), text, plain) for i, text in enumerate(report.barriers)]
    for i, update in enumerate(report.updates):
        context = Context(report.data_to, group, group.target(update.target) if group else None)
        for part in ("progress", "plans", "remedial_action"):
            found.append(Passage(("updates", i, part), getattr(update, part), context, update))
    found += [Passage(("other_issues", i, "text"), issue.text, plain) for i, issue in enumerate(report.other_issues)]
    return [passage for passage in found if passage.text]


def wording(figure: Figure, option: str) -> str:
    """How a figure is written in prose: plainly, in words, without its sign, or as bare digits."""
    if figure.value is not None and option == "words":
        return figure.words or _in_words(figure, digits(abs(figure.value), figure.decimals))
    if figure.value is None or not option or figure.unit == "interval":
        return figure.shown
    size = digits(abs(figure.value), figure.decimals)
    return size + figure.after if option == "unsigned" else size


def _in_words(figure: Figure, size: str) -> str:
    rate = figure.terms[0].rate if figure.terms else None
    if figure.unit == "months":
        return size + figure.after
    if figure.unit in ("count", "level"):
        return counted(digits(figure.value or Fraction(0), figure.decimals), figure.noun)
    if figure.unit == "rate":
        return f"{size} {rate.words}" if rate else size
    if not any(digit in "123456789" for digit in size):
        return "no change"
    if figure.unit == "difference":
        return f"{size} {'fewer' if (figure.value or 0) < 0 else 'more'}"
    return f"{article(size)} {size}% {'fall' if (figure.value or 0) < 0 else 'rise'}"


def _unknown(found: str, word: str, known: list[str], rest: str, before: str = "") -> TokenError:
    close = nearest(word, known)
    dotted = f".{rest}" if rest else ""
    advice = f"Did you mean {before}{close}{dotted}?" if close else ""
    return TokenError("unknown-figure", found, "one of " + (", ".join(known) or "none yet"), advice)
