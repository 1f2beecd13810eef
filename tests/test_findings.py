"""Findings as values: ordered, deduplicated, with the nearest known word."""

from __future__ import annotations

import pytest

from cspsite.findings import CODES, Finding, Place, blocking, nearest, ordered
from cspsite.lines import Lines


def finding(code: str, path: str = "a", line: int = 1, found: str = "f", advice: str = "") -> Finding:
    """Return a finding of that code and place."""
    return Finding(code, Place(path, line), found, "e", advice)


def test_order() -> None:
    """By file, line, then errors before warnings before notices; each once."""
    given = [
        finding("percentage-typed", "b"),
        finding("no-plans", "b"),
        finding("token-wrong", "b"),
        finding("no-plans", "a", 9),
        finding("no-plans", "a", 10),
        finding("no-plans", "a", 9),
    ]
    assert [(f.place.path, f.place.line, f.code) for f in ordered(given)] == [
        ("a", 9, "no-plans"),
        ("a", 10, "no-plans"),
        ("b", 1, "token-wrong"),
        ("b", 1, "no-plans"),
        ("b", 1, "percentage-typed"),
    ]


@pytest.mark.parametrize(
    "codes,blocks",
    [([], False), (["no-plans", "percentage-typed"], False), (["no-plans", "yaml-tab"], True)],
)
def test_only_errors_block(codes: list[str], blocks: bool) -> None:
    """Warnings and notices are published with the data; one error is not."""
    assert blocking(finding(code) for code in codes) is blocks


def test_own_advice_goes_first() -> None:
    """A finding's own advice replaces the general one of its code."""
    assert finding("no-plans", advice="Ask Ann.").to_do == "Ask Ann."
    assert finding("no-plans").to_do == CODES["no-plans"].advice


@pytest.mark.parametrize(
    "word,near",
    [("burglry", "burglary"), ("Burglary", "burglary"), ("vehicle", "vehicle-crime"), ("zzz", ""), ("", "")],
)
def test_nearest(word: str, near: str) -> None:
    """A slip of the pen finds its word, and a strange word none."""
    assert nearest(word, ["burglary", "vehicle-crime"]) == near


def test_codes_are_kebab_case_with_words() -> None:
    """Each code is words with hyphens, with a title without a full stop and advice with one."""
    for code, kind in CODES.items():
        assert code.replace("-", "").isalpha()
        assert code == code.lower()
        assert not kind.title.endswith(".")
        assert kind.advice.endswith(".")


def test_place_is_the_nearest_thing_around() -> None:
    """A key without a line of its own is placed at what holds it, or else at the first line."""
    lines = Lines()
    lines.add("p", {(): 2, ("a",): 3, ("a", 0): 4})
    keys: list[tuple[str | int, ...]] = [("a", 0, "b"), ("a", 1), ("c", 0), ()]
    assert [lines.place("p", *key).line for key in keys] == [4, 3, 2, 2]
    assert lines.place("other", "a") == Place("other", 1)


def test_what_stands_in_a_file() -> None:
    """Only a key with a line of its own is in the file."""
    lines = Lines()
    lines.add("p", {("a",): 3})
    assert (lines.has("p", "a"), lines.has("p", "a", 0), lines.has("other", "a")) == (True, False, False)
