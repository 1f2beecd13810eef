"""Why a YAML text cannot be read, and on which line, in words that need no knowledge of YAML."""

from __future__ import annotations

import re

import yaml

from cspsite.findings import Finding, Place

EXPECTED = "key: value, one a line"

_TIGHT = re.compile(r"\s*(?:- )*[\w-]+:[^\s/]")
_TWICE_IN_BRACES = re.compile(r"[{,]\s*[\w-]+:\s[^,{}\[\]'\"]*:\s")
_TWICE = re.compile(r"\s*(?:- )*[\w-]+:\s.*:(?:\s|$)")
#: What the parser says of a problem: the problem in plain words, and whether it begins where the parser began.
_PLAIN = (
    ("':'", "no colon", True),
    ("end of stream", "a quote that is left open", True),
    ("',' or", "a bracket that is left open", True),
    ("node content", "a bracket that is left open", True),
    ("start any token", "a sign that needs quotes", False),
    ("sequence entries", "a list on the line of its key", False),
    ("mapping values", "indentation that differs from the line above", False),
    ("'-' indicator", "indentation that differs from the line above", False),
    ("expected key", "indentation that differs from the line above", False),
    ("block end", "indentation that differs from the line above", False),
)


def syntax_finding(path: str, text: str, first_line: int, error: yaml.YAMLError) -> Finding:
    """The finding of a text that cannot be parsed, at the line that most probably holds the slip."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Finding("yaml-syntax", Place(path, first_line), "a sign that cannot be read", EXPECTED)
    rows = text.split("\n")
    at, words = _problem(rows, error, error.problem_mark.line)
    shown = rows[at].strip()[:60]
    return Finding("yaml-syntax", Place(path, first_line + at), f"{words} in “{shown}”", EXPECTED)


def _problem(rows: list[str], error: yaml.MarkedYAMLError, line: int) -> tuple[int, str]:
    """The row with the slip, and what it is."""
    begun = error.context_mark.line if error.context_mark else line
    said = str(error.problem)
    plain, from_start = next(((words, start) for part, words, start in _PLAIN if part in said), (said, False))
    at = min(begun if from_start else line, len(rows) - 1)
    while at and not rows[at].strip():
        at -= 1
    for tight in (at, max(at - 1, 0)):
        if _TIGHT.match(rows[tight]) and plain.startswith(("no colon", "indentation")):
            return tight, "no space after the colon"
    if "mapping values" in said and at and rows[at - 1].strip() and ":" not in rows[at - 1]:
        return at - 1, "no colon"
    if "mapping values" in said and _TWICE.match(rows[at]):
        return at, "a second colon, in words without quotes,"
    if plain.startswith("a bracket") and _TWICE_IN_BRACES.search(rows[at]):
        return at, "a second colon, in words without quotes,"
    if plain.startswith("indentation") and begun == at and re.search("['\"]", rows[at]):
        return at, "a quote that ends too early"
    return at, plain
