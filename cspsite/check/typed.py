"""What prose types by hand instead of quoting it, and braces that quote nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cspsite.check.passage import Read
from cspsite.findings import Finding, Place
from cspsite.model import Data, Group
from cspsite.tokens import SINGLE

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
PERCENTAGE = re.compile(
    rf"(?:\d+(?:\.\d+)?\s?|(?<![\w-])(?:{_ONES}|{_TEENS}|(?:{_TENS})(?:[- ](?:{_ONES}))?)\s)"
    r"(?:%|pc\b|per\s?cent\b|percentage\s+points?\b)",
    re.IGNORECASE,
)
#: One of these is in every percentage, and in few passages: looking for them costs much less than the pattern.
_SIGNS = ("%", "pc", "cent")
#: What looks like a count and is a year.
YEAR = re.compile(r"(19|20)\d\d\s")
_DIGIT = re.compile(r"\d")
DOUBLE = re.compile(r"\{\{[^}]*\}*")
_QUOTED = "a {{ … }} token"


def check(read: Read) -> Iterator[Finding]:
    """Percentages, counts and braces of one passage."""
    lower = read.text.lower()
    percentages = PERCENTAGE.finditer(read.text) if any(sign in lower for sign in _SIGNS) else ()
    for match in percentages:
        yield Finding("percentage-typed", read.place(match.start()), match[0], _QUOTED)
    yield from _counts(read)
    if (offset := read.text.find("{{")) >= 0:
        found = read.text[offset : offset + 40].split("\n")[0]
        yield Finding("token-wrong", read.place(offset), found, "{{ … }} closed with }}")
    for match in SINGLE.finditer(read.text) if "{" in read.text else ():
        yield Finding("token-wrong", read.place(match.start()), match[0][:60], "{{ … }} with two braces on each side")


def _counts(read: Read) -> Iterator[Finding]:
    """Numbers before the unit of one of the group's indicators."""
    group = read.passage.context.group
    pattern = count_pattern(read.subject.data, group) if group and _DIGIT.search(read.text) else None
    for match in pattern.finditer(read.text) if pattern else ():
        if not YEAR.match(match[0]):
            yield Finding("count-typed", read.place(match.start()), " ".join(match[0].split()), _QUOTED)


def count_pattern(data: Data, group: Group) -> re.Pattern[str] | None:
    """A number before what the group's indicators, and those they are made of, count; None where it has none."""
    ids = {target.indicator for target in group.targets}
    ids |= {part for id in ids if id in data.indicators for part in data.indicators[id].components}
    units = sorted({data.indicators[id].unit for id in ids if id in data.indicators})
    named = "|".join(re.escape(unit.removesuffix("s")) + "s?" for unit in units)
    return re.compile(rf"(?<![\w.,/-])\d[\d,]*\s+(?:{named})\b", re.IGNORECASE) if units else None


def in_heading(place: Place, words: str) -> Iterator[Finding]:
    """Braces in a heading or beside **For:**, where nothing is looked up."""
    for pattern in (DOUBLE, SINGLE):
        if match := pattern.search(words):
            yield Finding("token-wrong", place, match[0][:60], "words only: a heading quotes no figure")
            return
