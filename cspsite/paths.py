"""Where each record's file is, relative to the data folder; and which record a path is for."""

from __future__ import annotations

import difflib
import re
from datetime import date

PARTNERSHIP = "partnership.yml"
GLOSSARY = "glossary.yml"
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_KINDS = {
    "denominator": re.compile(r"denominators/(?P<id>[^/]+)\.yml"),
    "denominator_values": re.compile(r"denominators/(?P<id>[^/]+)\.csv"),
    "indicator": re.compile(r"indicators/(?P<id>[^/]+)\.yml"),
    "series": re.compile(r"indicators/(?P<id>[^/]+)\.csv"),
    "group": re.compile(r"groups/(?P<id>[^/]+)/group\.yml"),
    "report": re.compile(r"groups/(?P<id>[^/]+)/reports/(?P<meeting>[^/]+)\.md"),
}


def kind_of(path: str) -> tuple[str, str, str]:
    """The kind of file, its id, and for a report the meeting: `("report", group, "2006-09-11")`.

    The kind is empty when no record has such a path.
    """
    if path in (PARTNERSHIP, GLOSSARY):
        return path.removesuffix(".yml"), "", ""
    for kind, pattern in _KINDS.items():
        if match := pattern.fullmatch(path):
            return kind, match["id"], match.groupdict().get("meeting", "")
    return "", "", ""


#: What each kind of file is called; the first that fits a stray file's name and folder is what it may be meant as.
_PATTERNS = (
    (re.compile(r"\d{4}-\d{1,2}-\d{1,2}|report|\.(md|docx?|odt)$"), "groups/<group>/reports/2006-09-11.md"),
    (re.compile(r"partnership\.ya?ml$"), PARTNERSHIP),
    (re.compile(r"glossary"), GLOSSARY),
    (re.compile(r"denominator.*\.ya?ml$"), "denominators/<denominator>.yml"),
    (re.compile(r"denominator"), "denominators/<denominator>.csv"),
    (re.compile(r"group"), "groups/<group>/group.yml"),
    (re.compile(r"\.ya?ml$"), "indicators/<indicator>.yml"),
    (re.compile(r"indicator|\.(csv|xlsx?|ods)$"), "indicators/<indicator>.csv"),
)


def nearest_pattern(path: str) -> str:
    """The path that a file at a place where nothing is read should probably have."""
    known = [pattern for _, pattern in _PATTERNS]
    like = max(known, key=lambda pattern: difflib.SequenceMatcher(None, path, pattern).ratio())
    return next((pattern for shape, pattern in _PATTERNS if shape.search(path.lower())), like)


def denominator(id: str) -> str:
    """A denominator's definition."""
    return f"denominators/{id}.yml"


def denominator_values(id: str) -> str:
    """A denominator's values."""
    return f"denominators/{id}.csv"


def indicator(id: str) -> str:
    """An indicator's definition."""
    return f"indicators/{id}.yml"


def series(id: str) -> str:
    """An indicator's counts."""
    return f"indicators/{id}.csv"


def group(id: str) -> str:
    """A delivery group's objective, targets and actions."""
    return f"groups/{id}/group.yml"


def report(group_id: str, meeting: date) -> str:
    """A delivery group's report to a meeting."""
    return f"groups/{group_id}/reports/{meeting.isoformat()}.md"
