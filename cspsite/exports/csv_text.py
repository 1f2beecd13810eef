"""A table as CSV that programs read, and in which a spreadsheet finds nothing to work out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

Cell = str | int | float | None

#: What a spreadsheet takes for the beginning of a formula, and what it may pass over before it (OWASP, CSV Injection).
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_LEADING = ("\t", "\r", "\n")
#: A number with its sign, which no spreadsheet can take for anything else.
_NUMBER = re.compile(r"[+-]\d[\d,]*(\.\d+)?(%| percentage points)?", re.ASCII)


class Printed(str):
    """A figure as it is printed, such as `+35.9%`: where it is a number, its sign is no beginning of a formula."""


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """RFC 4180 with CR LF: a line of names, then a line a row; None is an empty cell, and every text is `safe`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe(name) for name in header])
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def safe(cell: Cell) -> Cell:
    """The cell; text that a spreadsheet would take for a formula is led by an apostrophe."""
    if isinstance(cell, str) and (cell.startswith(_LEADING) or cell.lstrip().startswith(_FORMULA)):
        if isinstance(cell, Printed) and _NUMBER.fullmatch(cell):
            return str(cell)
        return f"'{cell}"
    return cell
