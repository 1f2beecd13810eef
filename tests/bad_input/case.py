"""One row of the table of bad input: a small change to a valid partnership, and every finding it makes."""

from __future__ import annotations

from typing import NamedTuple

from tests.builders import GROUP, REPORT, Files

#: Code, file, line, what was found, what was expected.
Row = tuple[str, str, int, str, str]


#: What follows where not one count can be read: the target, its status and the report's token have no figure.
NO_COUNTS: tuple[Row, ...] = (
    ("target-without-data", GROUP, 7, "no counts of Burglary", "counts"),
    (
        "status-without-figures",
        REPORT,
        19,
        "Green for Fit new locks (burglary), with no figure",
        "figures for the target",
    ),
    (
        "figure-not-available",
        REPORT,
        23,
        "{{ burglary.count }}: April to July 2006: there are no counts",
        "a figure",
    ),
)


class Case(NamedTuple):
    """What is true of the change, the change, and the findings, in order of file and line."""

    fact: str
    change: Files
    findings: tuple[Row, ...]


def case(fact: str, change: Files, *findings: Row) -> Case:
    """Make a row of the table."""
    return Case(fact, change, findings)
