"""The markers that stand beside a number, as the Government Analysis Function's guidance names them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

MARKERS: dict[str, tuple[str, str]] = {
    "b": ("series break", "the way of counting changed here"),
    "c": ("confidential", "withheld so that nobody can be identified"),
    "e": ("estimated", "not a count; an estimate"),
    "f": ("forecast", "not known yet; what it would be if things went on as they are"),
    "p": ("provisional", "may still be revised"),
    "r": ("revised", "changed since it was first published"),
    "u": ("low reliability", "too small a base, or too uncertain, to rely on"),
    "x": ("not available", "not known or not recorded"),
    "z": ("not applicable", "cannot be worked out, such as a percentage of zero"),
}

#: Markers that may stand in a CSV file; a forecast is made by the software alone.
IN_FILES = frozenset("bcepruxz")
#: Markers that stand instead of a count in a file.
INSTEAD = frozenset("cxz")


@cache
def letters(text: str) -> frozenset[str]:
    """The markers of a text with spaces between them."""
    return _same(frozenset(text.split()))


def joined(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """All markers of some sets."""
    return _same(frozenset[str]().union(*sets))


@cache
def _same(markers: frozenset[str]) -> frozenset[str]:
    """One object for equal sets: nearly all counts have none, and thousands of empty sets fill the memory."""
    return markers


def told(text: str) -> frozenset[str]:
    """The markers that stand in square brackets in a text."""
    return frozenset(re.findall(rf"\[([{''.join(MARKERS)}])\]", text))


def shown(markers: frozenset[str]) -> str:
    """`[e] [p]`: markers in square brackets, in alphabetical order."""
    return " ".join(f"[{marker}]" for marker in sorted(markers))


def explained(markers: frozenset[str]) -> str:
    """`[e] estimated, [p] provisional`: markers with their names."""
    return ", ".join(f"[{marker}] {MARKERS[marker][0]}" for marker in sorted(markers))
