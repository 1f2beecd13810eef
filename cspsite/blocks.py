"""What may stand between braces in a hand-written page: figures, workings, names, charts and their tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cspsite.errors import TokenError
from cspsite.findings import nearest
from cspsite.model import Rules
from cspsite.tokens import Token, parse_token

#: Every kind of chart that a page can show of an indicator, with what it shows; the first is meant where none is named.
KINDS: Mapping[str, str] = {
    "trend": "the counts over time, with the latest months highlighted",
    "years": "the counts of whole financial years",
    "control": "the control chart: the counts with their mean and limits, and what is more than chance",
    "target": "twelve months at a time against the first target on the indicator, in the target's measure",
}
_FIRST = re.compile(r"\s*(chart|table|working|name|rule)(?=\s|$)\s*", re.DOTALL)
_ID = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A chart of an indicator, or the table of that chart."""

    form: Literal["chart", "table"]
    indicator: str
    kind: str


@dataclass(frozen=True, slots=True)
class Working:
    """How a figure is made, as text."""

    token: Token

    @property
    def indicator(self) -> str:
        """The indicator that the figure is of."""
        return self.token.indicator


@dataclass(frozen=True, slots=True)
class Name:
    """What an indicator is called, as a link to its page."""

    indicator: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A number of the partnership's own rules."""

    name: str
    indicator: str = ""


def parse_block(inside: str) -> Token | Working | Exhibit | Name | Rule:
    """Read what stands between the braces; raises TokenError when it is nothing that a page can show.

    The token is `parse_token`'s. An indicator is not looked up here, nor is a figure's name.
    """
    match = _FIRST.match(inside)
    if match is None:
        return parse_token(inside)
    rest = inside[match.end() :].strip()
    if match[1] == "working":
        return _working(rest)
    if match[1] == "name":
        return _name(rest)
    if match[1] == "rule":
        return _rule(rest)
    return _exhibit("chart" if match[1] == "chart" else "table", rest)


def _working(rest: str) -> Working:
    try:
        token = parse_token(rest)
    except TokenError as error:
        if not error.found.startswith("{{"):
            raise
        expected = "{{ working indicator.figure }}, such as {{ working domestic-burglary.count }}"
        raise _wrong(f"working {rest}", expected, "Write the figure's code after the word working.") from None
    if token.option or token.decimals is not None:
        raise _wrong(f"working {rest}", "a working without | options", "Take out what follows the bar.")
    return Working(token)


def _name(rest: str) -> Name:
    if not _ID.fullmatch(rest):
        expected = "an indicator: {{ name domestic-burglary }}"
        raise _wrong(f"name {rest}", expected, "Write the indicator's id after the word name.")
    return Name(rest)


def _rule(rest: str) -> Rule:
    if rest not in Rules.model_fields:
        close = nearest(rest, Rules.model_fields)
        advice = f"Did you mean {{{{ rule {close} }}}}?" if close else "Name one of the partnership's rules."
        raise _wrong(f"rule {rest}", "one of " + ", ".join(Rules.model_fields), advice)
    return Rule(rest)


def _exhibit(form: Literal["chart", "table"], rest: str) -> Exhibit:
    words = rest.split()
    if not 1 <= len(words) <= 2 or not _ID.fullmatch(words[0]):
        example = f"{{{{ {form} domestic-burglary }}}} or {{{{ {form} domestic-burglary years }}}}"
        advice = f"Write an indicator's id after the word {form}, and then a kind of chart or nothing."
        raise _wrong(f"{form} {rest}", f"an indicator and a kind: {example}", advice)
    kind = words[1] if len(words) == 2 else next(iter(KINDS))
    if kind not in KINDS:
        close = nearest(kind, KINDS)
        known = ", ".join(KINDS)
        advice = f"Did you mean {{{{ {form} {words[0]} {close} }}}}?" if close else f"Name a kind of chart: {known}."
        raise _wrong(f"{form} {rest}", f"one of {known}", advice)
    return Exhibit(form, words[0], kind)


def _wrong(body: str, expected: str, advice: str) -> TokenError:
    return TokenError("token-wrong", f"{{{{ {' '.join(body.split())} }}}}", expected, advice)
