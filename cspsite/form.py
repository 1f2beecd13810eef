"""The form's headings as people write them, and what counts as an empty box."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping

SECTIONS: Mapping[str, str] = {
    "achievements": "Achievements",
    "barriers": "Barriers",
    "updates": "Updates",
    "other_issues": "Other issues",
}
PARTS: Mapping[str, str] = {
    "progress": "Progress",
    "plans": "Plans for the next two months",
    "remedial_action": "Remedial action",
}

_PATTERNS = {
    "achievements": re.compile(r"achievements?", re.IGNORECASE),
    "barriers": re.compile(r"barriers?", re.IGNORECASE),
    "updates": re.compile(r"updates?", re.IGNORECASE),
    "other_issues": re.compile(r"other issues?( .*)?", re.IGNORECASE),
    "progress": re.compile(r"progress( to date)?", re.IGNORECASE),
    "plans": re.compile(r"plans?( for .*)?", re.IGNORECASE),
    "remedial_action": re.compile(r"remedial actions?", re.IGNORECASE),
}
PLACEHOLDER = re.compile(r"([-*+]|\d+[.)])?\s*([-–—…?]|\.{3}|\*{0,2}(tbc|tba|n/a)\*{0,2}\.?)?", re.IGNORECASE)
_LIKE = 0.65


def named(title: str, names: Collection[str]) -> str:
    """The key of the form's heading that a title is, or an empty string."""
    return next((key for key in names if _PATTERNS[key].fullmatch(title)), "")


def meant(title: str, names: Mapping[str, str]) -> str:
    """The key of the one heading that a title is like, or an empty string where none or several are."""
    likeness = {
        key: difflib.SequenceMatcher(None, title.casefold(), name.casefold()).ratio() for key, name in names.items()
    }
    close = [key for key, ratio in likeness.items() if ratio >= _LIKE]
    return close[0] if len(close) == 1 else ""


def given(text: str) -> str:
    """The words of a box; nothing where they are only dashes, dots, `TBC` or `n/a`."""
    lines = text.split("\n")
    return "" if all(PLACEHOLDER.fullmatch(line.strip()) for line in lines) else text
