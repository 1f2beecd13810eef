"""Figures without a sign beside a word for the opposite direction: `a 14.3% fall` that is a rise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cspsite.check.passage import Quoted, Read
from cspsite.findings import Finding
from cspsite.numbers import rounded

#: How many characters a word may stand away from its figure.
NEAR = 60
_FALL = "falls?|fell|fallen|falling|reductions?|reduced?|decreas(?:e[sd]?|ing)|drop(?:s|ped)?|down|fewer|lower|less"
_RISE = "rises?|rose|risen|rising|increas(?:e[sd]?|ing)|up|more|higher|grew|grown|growth"
WORD = re.compile(rf"(?<![\w-])(?:(?P<fall>{_FALL})|(?P<rise>{_RISE}))(?![\w-])", re.IGNORECASE)
#: Words that only look like directions: how near a number is, and verbs that have nothing to do with it.
OTHER = re.compile(
    r"\b(?:up|down) to\b|\b(?:more|less|fewer|higher|lower) than(?=\s+(?:about\s+|around\s+|some\s+|an?\s+)?\0)"
    r"|\bmore or less\b|\bonce more\b|\b(?:set|follow(?:ed)?|made|make|taken|take|brought|drawn|signed|ended) up\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[.!?](?=[\s)\"'”’]|$)|\n\s*\n|\n(?=[-*+] )")


def check(read: Read) -> Iterator[Finding]:
    """Each percentage or difference quoted without its sign, against the nearest word for a direction."""
    unsigned = [quoted for quoted in read.sure if quoted.quotation.token.option in ("number", "unsigned")]
    text = OTHER.sub(lambda match: re.sub(r"[^\n]", "_", match[0]), read.text) if unsigned else ""
    for quoted in unsigned:
        figure = quoted.quotation.figure
        if figure.value is None:
            continue
        size = rounded(figure.value, figure.decimals)
        word = _nearest(text, quoted)
        if figure.unit in ("percent", "difference") and size and word and (word.lastgroup == "rise") != (size > 0):
            found = f"{figure.shown} beside “{word[0]}”"
            expected = "a word for a rise" if size > 0 else "a word for a fall"
            yield Finding("figure-contradicts-words", read.place(quoted.start), found, expected)


def _nearest(text: str, quoted: Quoted) -> re.Match[str] | None:
    """The direction word nearest to a figure within its sentence."""
    ends = [match.end() for match in SENTENCE.finditer(text)]
    first = max((end for end in ends if end <= quoted.start), default=0)
    last = min((end for end in ends if end > quoted.end), default=len(text))
    words = [(_distance(match, quoted), match) for match in WORD.finditer(text, first, last)]
    distance, word = min(words, key=lambda pair: pair[0], default=(NEAR + 1, None))
    return word if distance <= NEAR else None


def _distance(match: re.Match[str], quoted: Quoted) -> int:
    return quoted.start - match.end() if match.end() <= quoted.start else match.start() - quoted.end
