"""The series of an indicator or a denominator as CSV and JSON for people who work with data."""

from __future__ import annotations

import json

from cspsite.exports.csv_text import csv_text
from cspsite.model import Denominator, DenominatorValue, Indicator, Licence, Observation
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


def estimates(values: tuple[DenominatorValue, ...]) -> list[dict[str, str | int | None]]:
    """One row an estimate with the keys of `DENOMINATOR_COLUMNS`."""
    return [
        {
            "reference_date": value.reference_date.isoformat(),
            "value": value.value,
            "published": value.published.isoformat() if value.published else None,
            "source": value.source,
        }
        for value in values
    ]


def denominator_csv(found: list[dict[str, str | int | None]]) -> str:
    """The estimates of a denominator, as `as_csv` has counts."""
    return csv_text(list(DENOMINATOR_COLUMNS), [list(row.values()) for row in found])


def denominator_json(
    id: str, definition: Denominator | None, found: list[dict[str, str | int | None]], licence: Licence
) -> str:
    """What the denominator is, where that is known, its licence and its estimates; a day not known is null."""
    content = {
        "id": id,
        **(definition.model_dump(mode="json") if definition else {}),
        "licence": licence.model_dump(mode="json"),
        "estimates": found,
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def as_json(id: str, indicator: Indicator, found: list[dict[str, str | int | None]], licence: Licence) -> str:
    """The indicator's definition, its licence and its rows; counts are numbers or null."""
    content = {
        "id": id,
        **indicator.model_dump(mode="json"),
        "licence": licence.model_dump(mode="json"),
        "observations": [{**row, "illustrative": row["illustrative"] == "yes"} for row in found],
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"
