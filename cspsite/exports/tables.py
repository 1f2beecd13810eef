"""All tables that can be downloaded, in the order in which they are listed, and the dictionary of their columns."""

from __future__ import annotations

from collections.abc import Iterator

from cspsite.exports.counts import SERIES
from cspsite.exports.figures import FIGURE_NAMES, FIGURES
from cspsite.exports.registers import (
    ACTIONS,
    DECISIONS,
    DENOMINATORS,
    GROUPS,
    INDICATORS,
    MARKER_TABLE,
    MEETINGS,
    TARGETS,
)
from cspsite.exports.reports import REPORT_WORDS, REPORTS
from cspsite.exports.source import Source
from cspsite.exports.statuses import STATUS_TABLE
from cspsite.exports.table import Column, Row, Table

_OF_DATA = (
    *(STATUS_TABLE, FIGURES, SERIES, REPORTS, REPORT_WORDS, MEETINGS, DECISIONS, GROUPS, TARGETS, ACTIONS),
    *(INDICATORS, DENOMINATORS, FIGURE_NAMES, MARKER_TABLE),
)


def _columns(_: Source) -> Iterator[Row]:
    for table in TABLES:
        for column in table.columns:
            allowed = " | ".join(column.allowed) or ("yes | no" if column.type == "boolean" else None)
            yield (
                *(table.name, column.name, column.type, column.unit or None, column.meaning),
                *(allowed, column.required, column.name in table.key),
            )


DICTIONARY = Table(
    "dictionary",
    "Data dictionary",
    "Every column of every table: what it means and what may stand in it.",
    (
        Column("table", "the name of the table, as its files are called", required=True),
        Column("column", "the name of the column", required=True),
        Column("type", "what stands in it", allowed=("string", "integer", "number", "boolean", "date"), required=True),
        Column("unit", "in what it is, where that is not plain from its meaning"),
        Column("meaning", "what it means", required=True),
        Column("allowed", "every value there can be, with | between; empty where there is no list of them"),
        Column("required", "whether there is always a value", "boolean", required=True),
        Column("key", "whether it is one of the columns that tell the table's rows apart", "boolean", required=True),
    ),
    ("table", "column"),
    _columns,
)
TABLES = (*_OF_DATA, DICTIONARY)
