"""A table to be downloaded: what each column means, and its rows as CSV and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cspsite.exports.csv_text import Cell, csv_text
from cspsite.exports.source import Source

Type = Literal["string", "integer", "number", "boolean", "date"]
Value = str | int | float | bool | None
Row = Sequence[Value]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it means, and what may stand in it.

    `unit` says in what it is, where that is not plain from its meaning. `allowed` is every value there can be, empty
    for any. A column that is not `required` is empty where there is nothing to say.
    """

    name: str
    meaning: str
    type: Type = "string"
    unit: str = ""
    allowed: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Columns that name a row of another table, by its columns `to`; without them by those of the same names."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...] = ()

    @property
    def theirs(self) -> tuple[str, ...]:
        """The columns of the other table."""
        return self.to or self.columns


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one source: no two rows have the same `key`."""

    name: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Source], Iterator[Row]]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A table with the rows that it has of one source."""

    table: Table
    rows: tuple[Row, ...]

    def csv(self) -> str:
        """The table as CSV; what is true is `yes`, what is false `no`."""
        return csv_text([column.name for column in self.table.columns], (list(map(_cell, row)) for row in self.rows))

    def json(self, about: dict[str, object]) -> str:
        """The table as JSON: what is said `about` the data, the columns, and the rows, each as an object."""
        names = [column.name for column in self.table.columns]
        told = {
            "name": self.table.name,
            "title": self.table.title,
            "description": self.table.meaning,
            **about,
            "columns": {column.name: column.meaning for column in self.table.columns},
        }
        head = json.dumps(told, indent=1, ensure_ascii=False).removesuffix("\n}")
        rows = ",\n".join(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in self.rows)
        return f'{head},\n "rows": [\n{rows}\n ]\n}}\n' if rows else f'{head},\n "rows": []\n}}\n'


def _cell(value: Value) -> Cell:
    return ("yes" if value else "no") if isinstance(value, bool) else value


def day_cell(day: date | None) -> str | None:
    """A day as files have it; None where there is none."""
    return day.isoformat() if day else None


#: What every table of things that may be illustrative ends with.
ILLUSTRATIVE = Column(
    "illustrative",
    "whether it is illustrative: made up to show how the site works, not observed",
    "boolean",
    required=True,
)
MEETING = Column("meeting", "the day of the meeting", "date", required=True)
GROUP = Column("group", "the id of the delivery group", required=True)
#: The tables that most others point to.
TO_MEETING = Link(("meeting",), "meetings")
TO_GROUP = Link(("group",), "groups")
#: By its own id alone, because a row without a target would fail a key of group and target.
TO_TARGET = Link(("target",), "targets")
