"""YAML to plain values with their lines; nothing is read as something else than was meant."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from cspsite.yaml_file import Value, read_yaml


@pytest.mark.parametrize(
    "text,value",
    [
        ("Amber", "Amber"),
        ("348", 348),
        ("-5", -5),
        ("0", 0),
        ("2.50", Decimal("2.50")),
        ("2006-09-11", date(2006, 9, 11)),
        ("2003/04", "2003/04"),
        ("2006-07", "2006-07"),
        ("2006/07-Q1", "2006/07-Q1"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("'no'", "no"),
        ('"2006-09-11"', "2006-09-11"),
        ('"010"', "010"),
        ("E06000042", "E06000042"),
        ("15%", "15%"),
        ("Nothing on", "Nothing on"),
        ("[a, 1, {b: 2}]", ["a", 1, {"b": 2}]),
        ("|\n two\n lines\n", "two\nlines\n"),
        (">-\n one\n line\n", "one line"),
        ("", None),
        ("# a comment", None),
    ],
)
def test_plain_values(text: str, value: Value) -> None:
    """What can be read in one way only is read so: numbers exactly, dates as dates, all else as text."""
    document = read_yaml("p", text)
    assert (document.value, document.findings) == (value, [])
    assert type(document.value) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        *["yes", "No", "NO", "on", "OFF", "y", "n", "010", "-07", "1e3", "1E+3", "1.5e3", "12:30", "1:30:00", "1_000"],
        *["0x1F", "0o17", "0b1", ".5", "5.", "+5", ".inf", "-.INF", ".nan", "1234567890123456789"],
    ],
)
def test_ambiguous_values(text: str) -> None:
    """What YAML readers disagree on is refused, and the advice shows it in quotes."""
    (finding,) = read_yaml("p", f"key: {text}").findings
    assert (finding.code, finding.found, finding.place.line) == ("yaml-ambiguous", text, 1)
    assert f'"{text}"' in finding.to_do


@pytest.mark.parametrize("text", ["2006-02-30", "2006-13-01", "2006-9-11", "2006-09-11T10:00", "11/09/2006", "9/11/06"])
def test_dates_that_are_not(text: str) -> None:
    """A date that does not exist, or that is written in another way, is refused."""
    assert [finding.code for finding in read_yaml("p", f"key: {text}").findings] == ["not-a-date"]


def test_lines_of_keys() -> None:
    """Each key and list item has its line, counted from where the text begins in the file."""
    text = "a: 1\nb:\n  - c: 2\n    d: 3\n  - c: 4\n"
    assert read_yaml("p", text, first_line=2).lines == {
        (): 2,
        ("a",): 2,
        ("b",): 3,
        ("b", 0): 4,
        ("b", 0, "c"): 4,
        ("b", 0, "d"): 5,
        ("b", 1): 6,
        ("b", 1, "c"): 6,
    }


@pytest.mark.parametrize(
    "text,line",
    [("a: 1\n\tb: 2\n", 2), ("a:\n  \t- b\n", 2)],
)
def test_tabs(text: str, line: int) -> None:
    """A tab in the indentation is found where it stands."""
    (finding,) = read_yaml("p", text).findings
    assert (finding.code, finding.place.line) == ("yaml-tab", line)


def test_tab_between_words_is_a_space() -> None:
    """A tab that indents nothing does no harm."""
    assert read_yaml("p", "a: b # c\td\n").findings == []


def test_first_of_two_keys_is_kept() -> None:
    """A repeated key never replaces the first in silence."""
    document = read_yaml("p", "a: 1\nb: 2\na: 3\n")
    assert document.value == {"a": 1, "b": 2}
    assert [(f.code, f.place.line) for f in document.findings] == [("yaml-duplicate-key", 3)]


def test_every_problem_is_found() -> None:
    """One slip does not hide another."""
    document = read_yaml("p", "a: no\nb: 010\nc: 2006-02-30\na: 1\n")
    assert [(f.code, f.place.line) for f in document.findings] == [
        ("yaml-ambiguous", 1),
        ("yaml-ambiguous", 2),
        ("not-a-date", 3),
        ("yaml-duplicate-key", 4),
    ]


def test_alias_is_found_where_it_stands() -> None:
    """The finding is at the alias, not at what it points to."""
    (finding,) = read_yaml("p", "a: &x [1]\nb:\n  c: *x\n").findings
    assert (finding.code, finding.place.line) == ("yaml-feature", 3)


def test_many_items_are_not_deep() -> None:
    """A long list is read whole, however it is written."""
    document = read_yaml("p", "- {a: [1]}\n" * 2000)
    assert document.findings == []
    assert document.value == [{"a": [1]}] * 2000
