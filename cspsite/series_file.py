"""CSV rows to observations of an indicator, and to the values of a denominator."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from cspsite.csv_file import Row, read_csv
from cspsite.findings import Finding, Place
from cspsite.lines import Key
from cspsite.markers import IN_FILES, INSTEAD
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
    last: Period | None = None
    for row in rows:
        place = Place(path, row.line)
        observation = _observation(row, place, frequency, findings)
        if observation is None:
            continue
        period = observation.period
        if period in by_period:
            first = by_period[period][1]
            findings.append(Finding("period-twice", place, f"{row.cells['period']} again", f"once (line {first})"))
            continue
        if last and period < last:
            findings.append(Finding("period-order", place, f"{period} after {last}", "the oldest first"))
        by_period[period] = (observation, row.line)
        last = period
    series = sorted(by_period.values(), key=lambda pair: pair[0].period)
    unread = {finding.place.line for finding in findings if finding.code not in _READ_ALL_THE_SAME}
    findings += _gaps(path, series, unread)
    return tuple(pair[0] for pair in series), {(i,): pair[1] for i, pair in enumerate(series)}, findings


_READ_ALL_THE_SAME = {"csv-blank-row", "period-twice", "period-order", "period-excel"}


def _gaps(path: str, series: list[tuple[Observation, int]], unread: set[int]) -> Iterable[Finding]:
    """A finding for each hole in the series, unless rows that could not be read stand in it."""
    for (before, line_before), (after, line) in pairwise(series):
        first, last = before.period.end + 1, after.period.start + -1
        if first <= last and not any(line_before < n < line for n in unread):
            missing = Period(first, last)
            yield Finding("period-gap", Place(path, line), f"no row for {missing.words}", "one row for each period")


def _observation(row: Row, place: Place, frequency: Frequency, findings: list[Finding]) -> Observation | None:
    period = _period(row.cells["period"], place, frequency, findings)
    markers = frozenset(row.cells["marker"].replace("[", " ").replace("]", " ").split())
    if unknown := markers - IN_FILES:
        findings.append(Finding("unknown-marker", place, " ".join(sorted(unknown)), "p, r, e, x, c or b"))
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
    return tuple(pair[0] for pair in ordered), {(i,): pair[1] for i, pair in enumerate(ordered)}, findings


def _date(text: str, place: Place, findings: list[Finding]) -> date | None:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    findings.append(Finding("not-a-date", place, text or "no date", "a date like 2006-06-30"))
    return None
