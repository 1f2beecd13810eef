"""An indicator's series as CSV and JSON for people who work with data."""

from __future__ import annotations

import json

from cspsite.exports.csv_text import Cell, csv_text
from cspsite.model import DenominatorValue, Indicator, Licence, Observation
from cspsite.periods import Period
from cspsite.series import Series

COLUMNS = {
    "period": "the period as people write it: 2006-04, 2006/07-Q1 or 2006/07",
    "start": "the first day of the period",
    "end": "the last day of the period",
    "count": "how many were counted; empty where it is not known, which is never zero",
    "markers": "letters that say more about the count, with spaces between; see the list of markers",
    "note": "what the analyst says of this count",
    "illustrative": "yes where the indicator's counts are illustrative, not observed",
}
DENOMINATOR_COLUMNS = {
    "reference_date": "the day that the estimate is for",
    "value": "the estimate",
    "published": "the day it was published; empty where that is not known",
    "source": "where it comes from",
}


def rows(series: Series, notes: dict[str, str], illustrative: bool) -> list[dict[str, str | int | None]]:
    """One row a period with the keys of `COLUMNS`; `notes` are by period."""
    return [_row(observation, notes, illustrative) for observation in series.observations()]


def period_name(period: Period) -> str:
    """The period as files of series have it: a quarter as `2006/07-Q1`."""
    if not period.is_quarter:
        return str(period)
    year = period.year_of(period.start)
    return f"{year}-Q{(period.start - year.start) // 3 + 1}"


def _row(observation: Observation, notes: dict[str, str], illustrative: bool) -> dict[str, str | int | None]:
    period = observation.period
    return {
        "period": period_name(period),
        "start": f"{period.start}-01",
        "end": period.end.last_day.isoformat(),
        "count": observation.count,
        "markers": " ".join(sorted(observation.markers)),
        "note": notes.get(str(period), ""),
        "illustrative": "yes" if illustrative else "no",
    }


def as_csv(found: list[dict[str, str | int | None]]) -> str:
    """RFC 4180; text that a spreadsheet would take for a formula is led by an apostrophe."""
    return csv_text(list(COLUMNS), [list(row.values()) for row in found])


def denominator_csv(values: tuple[DenominatorValue, ...]) -> str:
    """The estimates of a denominator, as `DENOMINATOR_COLUMNS`."""
    cells: list[list[Cell]] = [
        [v.reference_date.isoformat(), v.value, v.published.isoformat() if v.published else "", v.source]
        for v in values
    ]
    return csv_text(list(DENOMINATOR_COLUMNS), cells)


def as_json(id: str, indicator: Indicator, found: list[dict[str, str | int | None]], licence: Licence) -> str:
    """The indicator's definition, its licence and its rows; counts are numbers or null."""
    content = {
        "id": id,
        **indicator.model_dump(mode="json"),
        "licence": licence.model_dump(mode="json"),
        "observations": [{**row, "illustrative": row["illustrative"] == "yes"} for row in found],
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"
