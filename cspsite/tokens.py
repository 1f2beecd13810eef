"""`{{ indicator.figure @ period per denominator | option }}`: how prose quotes a figure; a look-up, no expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cspsite.errors import TokenError
from cspsite.periods import Period

TOKEN = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
#: Braces that are single on a side, though what stands between them looks like a token.
SINGLE = re.compile(r"(?<!\{)\{\s*[\w-]+\.[\w.]+[^{}\n]*\}+")
OPTIONS = ("words", "unsigned", "number")

BODY = re.compile(
    r"(?P<indicator>[\w-]+)\.(?P<figure>[\w.]+)"
    r"(\s*@\s*(?P<period>\S+))?"
    r"(\s+per\s+(?P<per>[\w-]+))?"
)
DECIMALS = re.compile(r"([0-6]) decimals?")


@dataclass(frozen=True, slots=True)
class Token:
    """A figure quoted in prose: which, over which period, per what, and how it is written.

    `period`, `per` and `decimals` are None where the token leaves them to the report.
    """

    indicator: str
    figure: str
    period: Period | None = None
    per: str | None = None
    option: str = ""
    decimals: int | None = None


def find_tokens(text: str) -> Iterator[tuple[int, str]]:
    """The place in `text` and the inside of each `{{ … }}`."""
    for match in TOKEN.finditer(text):
        yield match.start(), match[1]


@cache
def parse_token(inside: str) -> Token:
    """Read what stands between the braces; raises TokenError when it is not a token."""
    body, *options = (part.strip() for part in inside.split("|"))
    match = BODY.fullmatch(body)
    if not match:
        raise TokenError(
            "token-wrong",
            f"{{{{ {body} }}}}",
            "{{ indicator.figure }}, such as {{ domestic-burglary.count }}",
        )
    period = None
    if match["period"]:
        try:
            period = Period.parse(match["period"])
        except ValueError as error:
            raise TokenError("token-wrong", f"@ {match['period']}", str(error).rpartition("expected ")[2]) from None
    option, decimals = "", None
    for given in options:
        if given in OPTIONS and not option:
            option = given
        elif (places := DECIMALS.fullmatch(given)) and decimals is None:
            decimals = int(places[1])
        else:
            raise TokenError("token-wrong", f"| {given}", "one of | words, | unsigned, | number; and | 2 decimals")
    return Token(match["indicator"], match["figure"], period, match["per"], option, decimals)
