"""CSV to rows of known columns, each with its line; what a spreadsheet does to a file is a finding."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cspsite.findings import Finding, Place

#: What is wrong with many rows of a file at once, if it is wrong with one: how a spreadsheet or a person writes.
_HABITS = {
    *("csv-blank-row", "csv-ragged", "period-excel", "period-order", "period-wrong-frequency"),
    *("count-thousands-comma", "count-fractional"),
}
_DAY_FIRST = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it stands on and its cells by column."""

    line: int
    cells: dict[str, str]


def read_csv(path: str, text: str, columns: tuple[str, ...]) -> tuple[list[Row], list[Finding]]:
    """The rows below the header `columns`; rows that cannot be read safely are findings, not rows."""
    expected = ",".join(columns)
    header = text.split("\n", 1)[0]
    for separator, name in ((";", "semicolons"), ("\t", "tabs")):
        if separator in header and "," not in header:
            return [], [Finding("csv-separator", Place(path), f"columns separated by {name}", expected)]
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[Row] = []
    findings: list[Finding] = []
    try:
        found = [cell.strip() for cell in next(reader, [])]
        if found != list(columns):
            return [], [Finding("csv-columns", Place(path), ",".join(found) or "an empty file", expected)]
        start = reader.line_num + 1
        for cells in reader:
            place = Place(path, start)
            start = reader.line_num + 1
            if finding := _unfit(cells, columns, place):
                findings.append(finding)
            else:
                stripped = (cell.strip() for cell in cells)
                rows.append(Row(place.line, dict(zip(columns, stripped, strict=True))))
    except csv.Error as error:
        findings.append(Finding("csv-ragged", Place(path, reader.line_num), str(error), "rows of CSV"))
    return rows, findings


def _unfit(cells: list[str], columns: tuple[str, ...], place: Place) -> Finding | None:
    """What is wrong with a row that does not have the columns."""
    if not any(cell.strip() for cell in cells):
        return Finding("csv-blank-row", place, "a blank row", "a row of data")
    more = len(cells) - len(columns)
    if more == 0:
        return None
    for i in range(len(columns) if more > 0 else 0):
        number = ",".join(cell.strip() for cell in cells[i : i + more + 1])
        if _THOUSANDS.fullmatch(number):
            return Finding("count-thousands-comma", place, number, "a whole number of 0 or more")
    found = f"{len(cells)} columns: {','.join(cells)[:60]}"
    return Finding("csv-ragged", place, found, f"{len(columns)} columns: {','.join(columns)}")


def once_a_kind(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of one file, with what is wrong with many rows in the same way said once, at the first of them."""
    kinds: dict[tuple[str, int], list[Finding]] = {}
    for i, finding in enumerate(findings):
        day_first = _DAY_FIRST.fullmatch(finding.found) is not None
        kind = -1 - day_first if day_first or finding.code in _HABITS else i
        kinds.setdefault((finding.code, kind), []).append(finding)
    for (code, _), alike in kinds.items():
        first, number = alike[0], len(alike)
        if number == 1:
            yield first
        elif code == "period-excel":
            found = f"{number} months such as {first.found}"
            yield Finding(code, first.place, found, f"months like {first.expected}")
        else:
            yield replace(first, found=f"{first.found} ({number - 1} more like it)")
