"""Tables as CSV: what a program reads back, and nothing that a spreadsheet works out."""

from __future__ import annotations

import csv
import io

import pytest

from cspsite.exports.csv_text import Cell, csv_text, safe


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "\u00a0=1", "＝1", "＠A1"],
)
def test_formula_is_text(text: str) -> None:
    """Text that begins as a formula does, also after spaces, is led by an apostrophe and else as it was."""
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["", "a=1", "91 [p]", "[x]", "2006/07", " a", -1, 1.5, 0, None])
def test_other_cells_stay(cell: Cell) -> None:
    """Words and numbers, also a number below zero, stay as they are."""
    assert safe(cell) == cell


def test_a_table_by_hand() -> None:
    """Lines end with LF, None is empty, zero is 0, and a cell with a comma or quotation marks is quoted."""
    made = csv_text(["month", "count"], [["April", 0], ['a, "b"', None], ["c", 1.5]])
    assert made == 'month,count\nApril,0\n"a, ""b""",\nc,1.5\n'


def test_head_is_safe_too() -> None:
    """A column's name is no formula either."""
    assert next(csv.reader(io.StringIO(csv_text(["=A1", "b"], [])))) == ["'=A1", "b"]
