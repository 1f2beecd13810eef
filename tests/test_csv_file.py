"""CSV to rows with their lines; what a spreadsheet does to a file is found."""

from __future__ import annotations

import pytest

from cspsite.csv_file import once_a_kind, read_csv
from cspsite.findings import Finding, Place

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
        ("a,b\n2006-04,2,033\n", "count-thousands-comma", 2, 0),
        ("a,b\n2006-04,1,234,567\n", "count-thousands-comma", 2, 0),
        ("a,b\n2006-04,2,33\n", "csv-ragged", 2, 0),
        ('a,b\n1,2\n"1"x,2\n3,4\n', "csv-ragged", 3, 1),
        ('a,b\n1,2\n1,"open\n3,4\n', "csv-ragged", 4, 1),
    ],
)
def test_what_is_no_row(text: str, code: str, line: int, read: int) -> None:
    """A row that cannot be read safely is one finding at its line; those around it are read where they can be."""
    rows, findings = read_csv("p", text, _COLUMNS)
    assert [(finding.code, finding.place.line) for finding in findings] == [(code, line)]
    assert len(rows) == read


@pytest.mark.parametrize(
    "given,left",
    [
        ([("period-impossible", "01/04/2006"), ("period-impossible", "01/05/2006")], ["01/04/2006 (1 more like it)"]),
        ([("period-impossible", "2006-13"), ("period-impossible", "2006-14")], ["2006-13", "2006-14"]),
        ([("period-impossible", "01/04/2006"), ("not-a-date", "01/05/2006")], ["01/04/2006", "01/05/2006"]),
        ([("csv-ragged", "5 columns"), ("csv-ragged", "6 columns")], ["5 columns (1 more like it)"]),
        ([("period-excel", "Apr-06"), ("period-excel", "May-06")], ["2 months such as Apr-06"]),
        ([("count-negative", "-1"), ("count-negative", "-2")], ["-1", "-2"]),
    ],
)
def test_once_a_kind(given: list[tuple[str, str]], left: list[str]) -> None:
    """What a program or a habit does to many rows is said once, slips of the pen one by one."""
    findings = [Finding(code, Place("p", i), found, "e") for i, (code, found) in enumerate(given, 2)]
    assert [finding.found for finding in once_a_kind(findings)] == left
