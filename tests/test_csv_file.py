"""CSV to rows with their lines; what a spreadsheet does to a file is found."""

from __future__ import annotations

import pytest

from cspsite.csv_file import read_csv

_COLUMNS = ("a", "b")


@pytest.mark.parametrize(
    "text,rows",
    [
        ("a,b\n1,2\n", [(2, "1", "2")]),
        ("a,b\n1,2", [(2, "1", "2")]),
        (" a , b \n 1 , 2 \n", [(2, "1", "2")]),
        ('a,b\n"1,5",2\n', [(2, "1,5", "2")]),
        ('a,b\n1,"two\nlines"\n3,4\n', [(2, "1", "two\nlines"), (4, "3", "4")]),
        ('a,b\n1,"say ""no"""\n', [(2, "1", 'say "no"')]),
        ("a,b\n", []),
        ("a,b\n1,\n", [(2, "1", "")]),
    ],
)
def test_rows(text: str, rows: list[tuple[int, str, str]]) -> None:
    """A row is its cells without surrounding spaces, and the line on which it begins."""
    found, findings = read_csv("p", text, _COLUMNS)
    assert [(row.line, row.cells["a"], row.cells["b"]) for row in found] == rows
    assert findings == []


@pytest.mark.parametrize(
    "text,code,line,read",
    [
        ("", "csv-columns", 1, 0),
        ("b,a\n1,2\n", "csv-columns", 1, 0),
        ("a,b,c\n1,2,3\n", "csv-columns", 1, 0),
        ("a;b\n1;2\n", "csv-separator", 1, 0),
        ("a\tb\n1\t2\n", "csv-separator", 1, 0),
        ("a,b\n1,2\n1\n3,4\n", "csv-ragged", 3, 2),
        ("a,b\n1,2\n1,2,3\n3,4\n", "csv-ragged", 3, 2),
        ("a,b\n1,2\n\n3,4\n", "csv-blank-row", 3, 2),
        ("a,b\n1,2\n , \n3,4\n", "csv-blank-row", 3, 2),
        ('a,b\n1,2\n"1"x,2\n3,4\n', "csv-ragged", 3, 1),
        ('a,b\n1,2\n1,"open\n3,4\n', "csv-ragged", 4, 1),
    ],
)
def test_what_is_no_row(text: str, code: str, line: int, read: int) -> None:
    """A row that cannot be read safely is one finding at its line; those around it are read where they can be."""
    rows, findings = read_csv("p", text, _COLUMNS)
    assert [(finding.code, finding.place.line) for finding in findings] == [(code, line)]
    assert len(rows) == read
