"""One row of the table of bad input: a small change to a valid partnership, and every finding it makes."""

from __future__ import annotations

from typing import NamedTuple

from tests.builders import Files

#: Code, file, line, what was found, what was expected.
Row = tuple[str, str, int, str, str]


class Case(NamedTuple):
    """What is true of the change, the change, and the findings, in order of file and line."""

    fact: str
    change: Files
    findings: tuple[Row, ...]


def case(fact: str, change: Files, *findings: Row) -> Case:
    """Make a row of the table."""
    return Case(fact, change, findings)
