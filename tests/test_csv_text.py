"""Tables as CSV: what a program reads back, and nothing that a spreadsheet works out."""

from __future__ import annotations

import csv
import io

import pytest

from cspsite.exports.csv_text import Cell, Printed, csv_text, safe


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "-1|cmd",
        "- point",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1+1",
        "\u00a0=1",
        "＝1",
        "＋1",
        "－1",
        "＠A1",
    ],
)
def test_formula_is_text(text: str) -> None:
    """Text that begins as a formula does, also after spaces, is led by an apostrophe and else as it was."""
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["", "a=1", "91 [p]", "[x]", "2006/07", " a", -1, 1.5, 0, None])
def test_other_cells_stay(cell: Cell) -> None:
    """Words and numbers, also a number below zero, stay as they are."""
    assert safe(cell) == cell


def test_a_table_by_hand() -> None:
    """Lines end with CR LF, None is empty, zero is 0, and a cell with a comma or quotation marks is quoted."""
    made = csv_text(["month", "count"], [["April", 0], ['a, "b"', None], ["c", 1.5]])
    assert made == 'month,count\r\nApril,0\r\n"a, ""b""",\r\nc,1.5\r\n'


def test_head_is_safe_too() -> None:
    """A column's name is no formula either."""
    assert next(csv.reader(io.StringIO(csv_text(["=A1", "b"], [])))) == ["'=A1", "b"]


@pytest.mark.parametrize("text", ["+35.9%", "-6", "+1,234", "+1.2 percentage points", "−6.4%", "[x]"])
def test_printed_figure_keeps_its_sign(text: str) -> None:
    """A figure as it is printed stays as it is, with its plus or minus."""
    assert safe(Printed(text)) == text


@pytest.mark.parametrize("text", ["+A1", "+1+1", "+1%0", "-1|cmd", "=1", "+1\n=2", "+١", "＋1", "@1"])
def test_nothing_else_passes_for_a_printed_figure(text: str) -> None:
    """What is more than a number with a sign is led by an apostrophe, printed or not."""
    assert safe(Printed(text)) == f"'{text}"


def test_text_with_line_ends_quotes_and_commas_comes_back() -> None:
    """A cell of several lines, of quotation marks or of a lone CR comes back as it was."""
    cells = ["one\ntwo", 'say "no"', "a,b", "a\rb", "=1\n+2", " "]
    (read,) = list(csv.reader(io.StringIO(csv_text(["a"] * 6, [cells]), newline="")))[1:]
    assert read == ["one\ntwo", 'say "no"', "a,b", "a\rb", "'=1\n+2", " "]
