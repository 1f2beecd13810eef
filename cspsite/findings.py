"""A finding is a problem in the data: what, where, what was expected, and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from cspsite.findings_table import CODES, Code, Severity

__all__ = ["CODES", "Code", "Finding", "Place", "Severity", "blocking", "nearest", "ordered"]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file, counted from 1; `path` is relative to the folder `root`, where that is empty to the data."""

    path: str
    line: int = 1
    root: str = ""

    def file(self, data: str) -> str:
        """The whole path of the file, `data` being that of the data folder."""
        return f"{self.root or data}/{self.path}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, as a value; all are collected, none is raised."""

    code: str
    place: Place
    found: str
    expected: str
    advice: str = ""

    @property
    def severity(self) -> Severity:
        """How bad it is: fixed for each code."""
        return CODES[self.code].severity

    @property
    def title(self) -> str:
        """The short name of this kind of problem."""
        return CODES[self.code].title

    @property
    def to_do(self) -> str:
        """What puts it right: the finding's own advice, else the general one of its code."""
        return self.advice or CODES[self.code].advice


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by file, line, severity and code, each finding once."""
    return sorted(
        set(findings),
        key=lambda f: (f.place.root, f.place.path, f.place.line, _RANK[f.severity], f.code, f.found),
    )


def blocking(findings: Iterable[Finding]) -> bool:
    """Whether any finding is an error, which stops publication."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or an empty string when none is like it."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.55)
    return close[0] if close else ""
