"""The markers that stand beside a number, as the Government Analysis Function's guidance names them."""

from __future__ import annotations

MARKERS: dict[str, tuple[str, str]] = {
    "b": ("series break", "the way of counting changed here"),
    "c": ("confidential", "withheld so that nobody can be identified"),
    "e": ("estimated", "not a count; an estimate"),
    "p": ("provisional", "may still be revised"),
    "r": ("revised", "changed since it was first published"),
    "u": ("low reliability", "the base is too small for a percentage"),
    "x": ("not available", "not known or not recorded"),
    "z": ("not applicable", "cannot be worked out, such as a percentage of zero"),
}

#: Markers that may stand in a CSV file; the others are given by the software.
IN_FILES = frozenset("bceprx")
#: Markers that stand instead of a number.
INSTEAD = frozenset("cxzu")


def shown(markers: frozenset[str]) -> str:
    """`[e] [p]`: markers in square brackets, in alphabetical order."""
    return " ".join(f"[{marker}]" for marker in sorted(markers))


def explained(markers: frozenset[str]) -> str:
    """`[e] estimated, [p] provisional`: markers with their names."""
    return ", ".join(f"[{marker}] {MARKERS[marker][0]}" for marker in sorted(markers))
