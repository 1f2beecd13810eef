"""Every figure that can be quoted of an indicator, with the token that quotes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cspsite.errors import TokenError
from cspsite.figures import NAMES, Figure
from cspsite.quote import Context, Quoter


@dataclass(frozen=True, slots=True)
class Quotable:
    """A figure that can be quoted: its token, how it reads, and how it reads with `| words`.

    A figure that is not available reads as a marker; its `reason` says why.
    """

    token: str
    figure: Figure
    text: str
    words: str


def quotable(quoter: Quoter, indicator: str, context: Context) -> list[Quotable]:
    """The figures of an indicator that a token without period or denominator names, in the order of the list.

    Those that the indicator cannot have, such as a rate without a measure, are left out.
    """
    return list(_found(quoter, indicator, context))


def _found(quoter: Quoter, indicator: str, context: Context) -> Iterator[Quotable]:
    for name in NAMES:
        body = f"{indicator}.{name}"
        try:
            plain = quoter.quote(body, context)
            worded = quoter.quote(f"{body} | words", context)
        except TokenError:
            continue
        yield Quotable(f"{{{{ {body} }}}}", plain.figure, plain.text, worded.text)
