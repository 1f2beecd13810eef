"""What the quoted figures of a passage leave open, or say against each other, the target or the words around them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from cspsite.check.passage import Quoted, Read
from cspsite.findings import Finding
from cspsite.numbers import rounded
from cspsite.periods import Month
from cspsite.tokens import find_tokens

#: How many months the newest figure of an indicator may end before the report's data.
FRESH = 2
_MONTHS = list(calendar.month_name)
SINCE = re.compile(rf"\bsince\s+({'|'.join(_MONTHS[1:])})(?:\s+(\d{{4}}))?\b", re.IGNORECASE)


def check(read: Read) -> Iterator[Finding]:
    """Every rule on the figures of one passage, when all of them can be relied upon."""
    if not read.quoted or len(read.sure) != sum(1 for _ in find_tokens(read.passage.text)) or "{{" in read.text:
        return
    for rule in (_old, _disagree, _other_measure, _without_base, _other_period, _decimals):
        yield from rule(read)


def _old(read: Read) -> Iterator[Finding]:
    for indicator, all_quoted in read.by_indicator.items():
        newest = max((quoted.quotation.figure.request.period for quoted in all_quoted), key=lambda period: period.end)
        age = read.report.data_to - newest.end
        if age > FRESH:
            found = f"{indicator} for {newest.words}, {age} months before {read.report.data_to.words}"
            yield Finding("figure-old", read.start, found, f"figures to {read.report.data_to.words}")


def _disagree(read: Read) -> Iterator[Finding]:
    for indicator, all_quoted in read.by_indicator.items():
        shown = [
            (figure.request.name, figure.shown, rounded(figure.value, figure.decimals))
            for figure in (quoted.quotation.figure for quoted in all_quoted)
            if figure.unit == "percent" and figure.value is not None
        ]
        up, down = [f for f in shown if f[2] > 0], [f for f in shown if f[2] < 0]
        if up and down:
            found = f"{indicator}: {up[0][0]} {up[0][1]}, {down[0][0]} {down[0][1]}"
            yield Finding("figures-disagree", read.start, found, "one comparison that decides")


def _other_measure(read: Read) -> Iterator[Finding]:
    target = read.passage.context.target
    if target is None or target.measure is None:
        return
    requests = [quoted.quotation.figure.request for quoted in read.quoted]
    used = {request.per for request in requests if request.indicator == target.indicator} - {None}
    if used and target.measure.per not in used:
        found = f"{target.indicator} per {', '.join(sorted(filter(None, used)))}"
        yield Finding("other-measure", read.start, found, f"per {target.measure.per}, as the target is measured")


def _without_base(read: Read) -> Iterator[Finding]:
    """Percentage changes whose first count or rate the passage does not give, nor a difference that leads to it."""
    for indicator, all_quoted in read.by_indicator.items():
        bare = {
            quoted.quotation.token.figure: quoted for quoted in reversed(all_quoted) if _is_bare(quoted, all_quoted)
        }
        for name, quoted in bare.items():
            base = quoted.quotation.figure.comparator
            expected = f"the figure of {base.words if base else 'the period before'}"
            yield Finding("base-not-quoted", read.place(quoted.start), f"{name} of {indicator}", expected)


def _is_bare(quoted: Quoted, all_quoted: list[Quoted]) -> bool:
    figure = quoted.quotation.figure
    if figure.unit != "percent" or figure.value is None:
        return False
    units = ("rate",) if figure.request.name.startswith("rate") else ("count", "difference")
    others = [other.quotation.figure for other in all_quoted]
    return not any(
        other.unit in units
        and figure.comparator in (other.comparator, None if other.unit == "difference" else other.period)
        for other in others
    )


def _other_period(read: Read) -> Iterator[Finding]:
    """`since March 2006` among figures that begin in other months."""
    begins = [quoted.quotation.figure.period.start for quoted in read.quoted]
    for match in SINCE.finditer(read.text) if begins else ():
        month = _MONTHS.index(match[1].capitalize())
        same = [begin for begin in begins if begin.month == month and match[2] in (None, str(begin.year))]
        if not same:
            words = " ".join(match[0].split())
            found = f"{words}, with figures from {_listed(begins)}"
            expected = f"figures from {words.partition(' ')[2]}"
            yield Finding("period-differs", read.place(match.start()), found, expected)


def _listed(months: list[Month]) -> str:
    return ", ".join(month.words for month in dict.fromkeys(months))


def _decimals(read: Read) -> Iterator[Finding]:
    figures = [quoted.quotation.figure for quoted in read.sure]
    places = [figure.decimals for figure in figures if figure.unit == "percent"]
    if len(set(places)) > 1:
        found = ", ".join(map(str, places)) + " decimals"
        yield Finding("decimals-mixed", read.start, found, "the same number of decimals")
