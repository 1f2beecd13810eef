"""The figures that can be quoted in the web form, as they are at present, for each target whose boxes quote them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from cspsite.errors import TokenError
from cspsite.figures import NAMES, Figure
from cspsite.model import Group, Report
from cspsite.numbers import rounded
from cspsite.pages.environment import titled
from cspsite.periods import Month, Period
from cspsite.quote import Context, Quoter, passages, wording
from cspsite.tokens import OPTIONS, Token, find_tokens, parse_token


@dataclass(frozen=True, slots=True)
class Span:
    """A period as a script compares it: its first and last month, counted, and its words."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class FormFigure:
    """One figure for the form's script: how it reads, and what the checks ask of it.

    `texts` are its words without an option, then with each of `tokens.OPTIONS`. `sign` is that of what is shown, None
    where there is no figure; `reason` then says why, and `empty` whether its indicator has no counts at all. `asked` is
    the period that was asked for, `period` the one that the figure is of.
    """

    name: str
    title: str
    texts: list[str]
    shown: str
    unit: str
    decimals: int
    per: str | None
    sign: int | None
    asked: Span
    period: Span
    against: Span | None
    reason: str
    empty: bool


#: Figures by what their token says without its option (see `key_of`).
Table = Mapping[str, FormFigure]


def key_of(token: Token) -> str:
    """What a token quotes, written one way only, whatever the option that words it."""
    period = f" @ {token.period}" if token.period else ""
    per = f" per {token.per}" if token.per else ""
    places = f" | {token.decimals}" if token.decimals is not None else ""
    return f"{token.indicator}.{token.figure}{period}{per}{places}"


def form_figures(quoter: Quoter, group: Group, data_to: Month, last: Report | None) -> dict[str, dict[str, FormFigure]]:
    """The figures of all the group's indicators, by the target whose boxes they stand in; empty for other boxes.

    A target's table holds only what differs from that of other boxes. Beside what a token without a period and a
    denominator names there is everything that the last report quotes.
    """
    tokens = [Token(id, name) for id in indicators_of(quoter, group) for name in NAMES] + _quoted(last)
    plain = dict(_table(quoter, Context(data_to, group), tokens))
    tables = {"": plain}
    for target in group.targets:
        own = _table(quoter, Context(data_to, group, target), tokens)
        tables[target.id] = {key: figure for key, figure in own if plain.get(key) != figure}
    return tables


def indicators_of(quoter: Quoter, group: Group) -> list[str]:
    """The indicators of the group's targets, each followed by those it is the sum of."""
    known = quoter.data.indicators
    ids = [target.indicator for target in group.targets if target.indicator in known]
    with_parts = [id for whole in ids for id in (whole, *known[whole].components)]
    return [id for id in dict.fromkeys(with_parts) if id in known]


def _quoted(last: Report | None) -> list[Token]:
    """Every token of the last report that can be read."""
    found = []
    for passage in passages(last, None) if last else ():
        for _, inside in find_tokens(passage.text):
            with suppress(TokenError):
                found.append(parse_token(inside))
    return found


def _table(quoter: Quoter, context: Context, tokens: Iterable[Token]) -> Iterator[tuple[str, FormFigure]]:
    """Those of the tokens that quote a figure there."""
    for token in tokens:
        with suppress(TokenError):
            yield key_of(token), _of(quoter, quoter.figures.get(quoter.request(token, context)))


def _of(quoter: Quoter, figure: Figure) -> FormFigure:
    against = figure.comparator
    sign = None
    if figure.value is not None:
        size = rounded(figure.value, figure.decimals)
        sign = (size > 0) - (size < 0)
    return FormFigure(
        name=figure.request.name,
        title=titled(figure),
        texts=[wording(figure, option) for option in ("", *OPTIONS)],
        shown=figure.shown,
        unit=figure.unit,
        decimals=figure.decimals,
        per=figure.request.per,
        sign=sign,
        asked=_span(figure.request.period),
        period=_span(figure.period),
        against=_span(against) if against else None,
        reason=figure.reason,
        empty=quoter.figures.series[figure.request.indicator].is_empty,
    )


def _span(period: Period) -> Span:
    return Span(period.start.ordinal, period.end.ordinal, period.words)
