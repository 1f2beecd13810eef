"""Every count of every indicator in one long table."""

from __future__ import annotations

from collections.abc import Iterator

from cspsite.disclosure import public_notes
from cspsite.exports import series as single
from cspsite.exports.source import Source
from cspsite.exports.table import ILLUSTRATIVE, Column, Link, Row, Table


def _rows(source: Source) -> Iterator[Row]:
    for id in source.data.indicators:
        series = source.quoter.figures.series[id]
        notes = public_notes(source.data.observations.get(id, ()), series)
        illustrative = source.is_illustrative(id)
        for row in single.rows(series, notes, illustrative):
            start, end, count, markers = row["start"], row["end"], row["count"], row["markers"]
            yield id, row["period"], start, end, count, markers or None, row["note"] or None, illustrative


SERIES = Table(
    "series",
    "Counts",
    "Every count of every indicator. The same stands in a file of its own for each indicator.",
    (
        Column("indicator", "the id of the indicator", required=True),
        Column("period", single.COLUMNS["period"], required=True),
        Column("start", single.COLUMNS["start"], "date", required=True),
        Column("end", single.COLUMNS["end"], "date", required=True),
        Column("count", single.COLUMNS["count"], "integer", "what the indicator's unit says"),
        Column("markers", single.COLUMNS["markers"]),
        Column("note", single.COLUMNS["note"]),
        ILLUSTRATIVE,
    ),
    ("indicator", "period"),
    _rows,
    (Link(("indicator",), "indicators"),),
)
