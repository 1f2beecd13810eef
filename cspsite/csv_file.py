"""CSV to rows of known columns, each with its line; what a spreadsheet does to a file is a finding."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from cspsite.findings import Finding, Place


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
            if not any(cell.strip() for cell in cells):
                findings.append(Finding("csv-blank-row", place, "a blank row", "a row of data"))
            elif len(cells) != len(columns):
                columns_found = f"{len(cells)} columns: {','.join(cells)[:60]}"
                findings.append(Finding("csv-ragged", place, columns_found, f"{len(columns)} columns: {expected}"))
            else:
                stripped = (cell.strip() for cell in cells)
                rows.append(Row(place.line, dict(zip(columns, stripped, strict=True))))
    except csv.Error as error:
        findings.append(Finding("csv-ragged", Place(path, reader.line_num), str(error), "rows of CSV"))
    return rows, findings
