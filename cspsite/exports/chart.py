"""A chart as CSV and JSON: every number that it shows, with its period, what it is and what is said of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from cspsite.charts.chart import Chart, Guide, Line, Row
from cspsite.exports.csv_text import Cell, csv_text
from cspsite.exports.series import period_name
from cspsite.periods import Period

COLUMNS = {
    "period": "the period: 2006-04, 2006/07-Q1, 2006/07, or 2005-08..2006-07 of others, as are all that twelve months "
    "at a time are of, whole years too; empty for a level of them all",
    "start": "the first day of the period",
    "end": "the last day of the period",
    "series": "what the number is of: the indicator's name, Mean, Upper limit, Where it should be",
    "kind": "count for the chart's subject, value where it is a rate; centre, limit or trajectory; level or target of "
    "all periods; band",
    "value": "the number as it is drawn; empty where there is none, which is never zero, and for a band",
    "unit": "what the number counts, such as offences",
    "per": "what the count is divided by, such as 1000 households; empty for a count",
    "label": "the number as people read it, with its markers; a level or a band by its name",
    "markers": "letters that say more about the number, with spaces between; see the list of markers",
    "note": "why a number is flagged, and where a series breaks",
}


def as_csv(chart: Chart) -> str:
    """A row for each number of each line and guide, then one for each level and band, as `COLUMNS`."""
    return csv_text(list(COLUMNS), _rows(chart))


def as_json(chart: Chart) -> str:
    """The chart's words, and its numbers by series; missing numbers are null."""
    content = {
        "id": chart.id,
        "kind": chart.kind,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "finding": chart.finding,
        "source": chart.source,
        "axis": chart.axis.label,
        "unit": chart.axis.unit,
        "per": chart.axis.per,
        "periods": [_period(period, chart) | {"words": period.words} for period in chart.periods],
        "lines": [_line(line) for line in chart.lines],
        "guides": [_numbers(guide) | {"style": guide.style} for guide in chart.guides],
        "levels": [{"value": one.value, "label": one.label, "target": one.emphasis} for one in chart.references],
        "bands": [_period(one.period, chart) | {"label": one.label, "own": one.emphasis} for one in chart.bands],
        "flags": [{"step": one.step, "kind": one.kind, "words": one.words} for one in chart.flags],
        "breaks": [{"step": one.step, "label": one.label} for one in chart.breaks],
        "notes": [note.text for note in chart.notes],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _rows(chart: Chart) -> Iterator[Sequence[Cell]]:
    unit, subject = (chart.axis.unit, chart.axis.per), "value" if chart.axis.per else "count"
    notes = _notes(chart)
    for line in chart.lines:
        own = notes if line is chart.lines[0] else {}
        for step, period in enumerate(chart.periods):
            if line.labels[step]:
                markers = " ".join(sorted(line.markers[step]))
                number = (line.name, subject, _exact(line.values[step]), *unit, line.labels[step], markers)
                yield (*_period(period, chart).values(), *number, own.get(step, ""))
    for guide in chart.guides:
        for step, period in enumerate(chart.periods):
            if guide.values[step] is not None:
                number = (guide.name, guide.style, _exact(guide.values[step]), *unit, guide.labels[step], "")
                yield (*_period(period, chart).values(), *number, "")
    for level in chart.references:
        kind = "target" if level.emphasis else "level"
        yield ("", "", "", chart.lines[0].name, kind, _exact(level.value), *unit, level.label, "", "")
    for band in chart.bands:
        yield (*_period(band.period, chart).values(), chart.lines[0].name, "band", None, "", "", band.label, "", "")


def _notes(chart: Chart) -> dict[int, str]:
    """By step of the subject: breaks before it, and why it is flagged."""
    found: dict[int, list[str]] = {}
    for step, words in (*((one.step, one.label) for one in chart.breaks), *((f.step, f.words) for f in chart.flags)):
        found.setdefault(step, []).append(words)
    return {step: "; ".join(words) for step, words in found.items()}


def _period(period: Period, chart: Chart) -> dict[str, str]:
    """The period as files of series have it; twelve months at a time all alike, also those that are a whole year."""
    window = period.length > chart.step and period.length == 12
    name = f"{period.start}..{period.end}" if window else period_name(period)
    return {"period": name, "start": f"{period.start}-01", "end": period.end.last_day.isoformat()}


def _line(line: Line) -> dict[str, Any]:
    return _numbers(line) | {"markers": [sorted(one) for one in line.markers], "subject": line.emphasis}


def _numbers(row: Row | Guide) -> dict[str, Any]:
    return {"name": row.name, "values": [_exact(one) for one in row.values], "labels": list(row.labels)}


def _exact(value: float | None) -> float | int | None:
    """A whole number without a point."""
    return int(value) if value is not None and value == int(value) else value
