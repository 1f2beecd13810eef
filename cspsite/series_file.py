"""CSV rows to observations of an indicator, and to the values of a denominator."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from cspsite.csv_file import Row, once_a_kind, read_csv
from cspsite.findings import Finding, Place
from cspsite.lines import Key
from cspsite.markers import IN_FILES, INSTEAD, letters
from cspsite.model import MONTHS_OF, DenominatorValue, Frequency, Observation
from cspsite.periods import Month, Period

SERIES_COLUMNS = ("period", "count", "marker", "note")
DENOMINATOR_COLUMNS = ("reference_date", "value", "published", "source")

_EXCEL_MONTH = re.compile(r"([A-Z][a-z]{2})[- ](\d{2}|\d{4})")
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_THOUSANDS = re.compile(r"-?\d{1,3}(,\d{3})+")
_DECIMAL = re.compile(r"-?\d*\.\d+")
_EXAMPLES: dict[Frequency, str] = {
    "month": "a month like 2006-04",
    "quarter": "a quarter like 2006/07-Q1",
    "year": "a financial year like 2006/07",
}

_Read = tuple[tuple[Observation, ...], dict[Key, int], list[Finding]]


def read_series(path: str, text: str, frequency: Frequency) -> _Read:
    """The observations in order of time, the line of each as key `(i,)`, and the findings."""
    rows, findings = read_csv(path, text, SERIES_COLUMNS)
    by_period: dict[Period, tuple[Observation, int]] = {}
    for row in rows:
        place = Place(path, row.line)
        observation = _sound(*row.cells.values(), frequency) or _observation(row, place, frequency, findings)
        if observation is None:
            continue
        period = observation.period
        if period in by_period:
            first = by_period[period][1]
            findings.append(Finding("period-twice", place, f"{row.cells['period']} again", f"once (line {first})"))
            continue
        by_period[period] = (observation, row.line)
    series = sorted(by_period.values(), key=lambda pair: pair[0].period)
    unread = {finding.place.line for finding in findings if finding.code not in _READ_ALL_THE_SAME}
    findings += list(_misplaced(path, list(by_period.values()))) or _gaps(path, series, unread)
    lines: dict[Key, int] = {(i,): pair[1] for i, pair in enumerate(series)}
    return tuple(pair[0] for pair in series), lines, list(once_a_kind(findings))


_READ_ALL_THE_SAME = {"csv-blank-row", "period-excel"}


def _misplaced(path: str, rows: list[tuple[Observation, int]]) -> Iterator[Finding]:
    """A finding for each row that has to move, or to change its period, for the others to be in order of time."""
    periods = [observation.period for observation, _ in rows]
    kept = _longest_in_order(periods)
    for i, (observation, line) in enumerate(rows):
        if i not in kept:
            before = max((k for k in kept if k < i), default=None)
            around = "in the first row" if before is None else f"after {periods[before]}"
            yield Finding("period-order", Place(path, line), f"{observation.period} {around}", "the oldest first")


def _longest_in_order(periods: list[Period]) -> set[int]:
    """The indices of a longest rising subsequence: of several the one that spans least time, else the earliest rows."""
    months = [period.start.ordinal for period in periods]
    forwards = _rising(months)
    backwards = [len(months) - 1 - i for i in reversed(_rising([-month for month in reversed(months)]))]
    if not months or _span(months, backwards) <= _span(months, forwards):
        return set(backwards)
    return set(forwards)


def _span(months: list[int], kept: list[int]) -> int:
    return months[kept[-1]] - months[kept[0]]


def _rising(numbers: list[int]) -> list[int]:
    """The indices of a longest rising subsequence that ends as low as possible."""
    ends, last, before = list[int](), list[int](), list[int | None]()
    for i, number in enumerate(numbers):
        at = bisect_left(ends, number)
        before.append(last[at - 1] if at else None)
        ends[at : at + 1], last[at : at + 1] = [number], [i]
    kept, step = list[int](), last[-1] if last else None
    while step is not None:
        kept.append(step)
        step = before[step]
    return kept[::-1]


def _gaps(path: str, series: list[tuple[Observation, int]], unread: set[int]) -> Iterator[Finding]:
    """A finding for each hole in the series, unless rows that could not be read stand in it."""
    for (before, line_before), (after, line) in pairwise(series):
        first, last = before.period.end + 1, after.period.start + -1
        if first <= last and not any(line_before < n < line for n in unread):
            missing = Period(first, last)
            yield Finding("period-gap", Place(path, line), f"no row for {missing.words}", "one row for each period")


@cache
def _sound(period: str, count: str, marker: str, note: str, frequency: Frequency) -> Observation | None:
    """A row of which there is nothing to say; the versions of a file have most rows in common, each once in memory."""
    findings: list[Finding] = []
    row = Row(0, dict(zip(SERIES_COLUMNS, (period, count, marker, note), strict=True)))
    read = _observation(row, Place(""), frequency, findings)
    return None if findings else read


def _observation(row: Row, place: Place, frequency: Frequency, findings: list[Finding]) -> Observation | None:
    period = _period(row.cells["period"], place, frequency, findings)
    markers = letters(row.cells["marker"].replace("[", " ").replace("]", " "))
    if unknown := markers - IN_FILES:
        findings.append(Finding("unknown-marker", place, " ".join(sorted(unknown)), "p, r, e, u, x, c, z or b"))
        return None
    count: int | None = None
    if row.cells["count"]:
        count = read_count(row.cells["count"], place, findings)
        if count is None:
            return None
        if instead := markers & INSTEAD:
            found = f"{count} with marker {' '.join(sorted(instead))}"
            findings.append(Finding("count-with-marker", place, found, "either a count or the marker"))
            return None
    elif not markers & INSTEAD:
        findings.append(Finding("count-missing", place, "no count", "a whole number, or marker x"))
        return None
    return Observation(period, count, markers, row.cells["note"]) if period else None


def _period(text: str, place: Place, frequency: Frequency, findings: list[Finding]) -> Period | None:
    match = _EXCEL_MONTH.fullmatch(text)
    if match and match[1] in _NAMES:
        year = int(match[2])
        if len(match[2]) == 2:
            year += 1900 if year >= 70 else 2000
        month = Month.of(year, _NAMES.index(match[1]) + 1)
        findings.append(Finding("period-excel", place, text, str(month), f"Nothing to do: read as {month}."))
        text = str(month)
    try:
        period = Period.parse(text)
    except ValueError:
        advice = ""
        if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", text):
            advice = "Day and month could be either way round: write the month as 2006-04."
        found = text or "no period"
        findings.append(Finding("period-impossible", place, found, _EXAMPLES[frequency], advice))
        return None
    if not _fits(period, frequency):
        findings.append(Finding("period-wrong-frequency", place, text, _EXAMPLES[frequency]))
        return None
    return period


def _fits(period: Period, frequency: Frequency) -> bool:
    aligned = {"month": True, "quarter": period.is_quarter, "year": period.is_financial_year}
    return period.length == MONTHS_OF[frequency] and aligned[frequency]


def read_count(text: str, place: Place, findings: list[Finding]) -> int | None:
    """A whole number of 0 or more; anything else is a finding and None."""
    if text.isascii() and text.isdigit() and len(text) <= 12:
        return int(text)
    code = "count-not-a-number"
    if _THOUSANDS.fullmatch(text):
        code = "count-thousands-comma"
    elif _DECIMAL.fullmatch(text):
        code = "count-fractional"
    elif re.fullmatch(r"[-\u2212]\d+", text):
        code = "count-negative"
    findings.append(Finding(code, place, text[:60], "a whole number of 0 or more"))
    return None


def read_denominator_values(path: str, text: str) -> tuple[tuple[DenominatorValue, ...], dict[Key, int], list[Finding]]:
    """The estimates, oldest first, the line of each as key `(i,)`, and the findings."""
    rows, findings = read_csv(path, text, DENOMINATOR_COLUMNS)
    values: dict[date, tuple[DenominatorValue, int]] = {}
    for row in rows:
        place = Place(path, row.line)
        reference = _date(row.cells["reference_date"], place, findings)
        published = _date(row.cells["published"], place, findings) if row.cells["published"] else None
        count = read_count(row.cells["value"], place, findings)
        if reference is None or count is None:
            continue
        if count == 0:
            findings.append(Finding("count-not-a-number", place, "0", "more than 0: rates are divided by it"))
        elif reference in values:
            first = values[reference][1]
            findings.append(Finding("period-twice", place, f"{reference} again", f"once (line {first})"))
        else:
            values[reference] = (DenominatorValue(reference, count, published, row.cells["source"]), row.line)
    ordered = [values[reference] for reference in sorted(values)]
    lines: dict[Key, int] = {(i,): pair[1] for i, pair in enumerate(ordered)}
    return tuple(pair[0] for pair in ordered), lines, list(once_a_kind(findings))


def _date(text: str, place: Place, findings: list[Finding]) -> date | None:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    findings.append(Finding("not-a-date", place, text or "no date", "a date like 2006-06-30"))
    return None
