"""Findings as text, JSON and workflow commands."""

from __future__ import annotations

import json

import pytest

from cspsite.findings import Finding, Place
from cspsite.print_findings import as_github, as_json, as_text, summary

ERROR = Finding(
    "unknown-status", Place("groups/a/reports/2006-09-11.md", 7), "Ambre", "Red, Amber or Green", "Did you mean Amber?"
)
WARNING = Finding("action-without-owner", Place("groups/a/group.yml", 3), "Locks", "an owner")
ELSEWHERE = Finding("token-wrong", Place("methods.md", 4, "my/docs"), "{{ x }}", "a figure")
NOTICE = Finding("byte-order-mark", Place("glossary.yml"), "a mark", "none")


def test_text_has_a_block_a_finding() -> None:
    """A block names file, line, severity, title and code; then what was found, what was expected, what to do."""
    assert as_text([ERROR], "data") == (
        f"data/groups/a/reports/2006-09-11.md:7: error: {ERROR.title} [unknown-status]\n"
        "    found:    Ambre\n"
        "    expected: Red, Amber or Green\n"
        "    to do:    Did you mean Amber?\n"
        "1 error"
    )


def test_file_outside_the_data_has_its_own_folder() -> None:
    """A finding about a hand-written page names that page's folder in text, JSON and for GitHub alike."""
    assert as_text([ELSEWHERE], "data").startswith("my/docs/methods.md:4: error: ")
    assert json.loads(as_json([ELSEWHERE], "data"))[0]["file"] == "my/docs/methods.md"
    assert as_github([ELSEWHERE], "data").startswith("::error file=my/docs/methods.md,line=4,")


def test_text_has_the_worst_first() -> None:
    """Errors stand before warnings, and these before notices, each in the order given."""
    rows = [row for row in as_text([NOTICE, WARNING, ERROR], "data").splitlines() if row.startswith("data/")]
    assert [row.split(": ")[1] for row in rows] == ["error", "warning", "notice"]


@pytest.mark.parametrize(
    "findings, words",
    [
        ([], "nothing to put right"),
        ([NOTICE], "1 notice"),
        ([WARNING, WARNING], "2 warnings"),
        ([NOTICE, ERROR, WARNING, ERROR], "2 errors, 1 warning, 1 notice"),
    ],
)
def test_summary_counts(findings: list[Finding], words: str) -> None:
    """The last line counts the findings of each severity, worst first."""
    assert summary(findings) == words
    assert as_text(findings, "data").splitlines()[-1] == words


def test_json_has_every_key() -> None:
    """JSON gives each finding with its file, its line as a number, and general advice where it has none of its own."""
    found = json.loads(as_json([WARNING], "data"))
    assert found == [
        {
            "code": "action-without-owner",
            "severity": "warning",
            "title": WARNING.title,
            "file": "data/groups/a/group.yml",
            "line": 3,
            "found": "Locks",
            "expected": "an owner",
            "to_do": WARNING.to_do,
        }
    ]
    assert WARNING.to_do


@pytest.mark.parametrize(
    "found, written",
    [
        ("50%", "50%25"),
        ("a\nb", "a%0Ab"),
        ("a\r\nb", "a%0D%0Ab"),
        ("%0A", "%250A"),
        ("a: b, c", "a: b, c"),
        ("::error::no", "::error::no"),
    ],
)
def test_github_message_is_escaped(found: str, written: str) -> None:
    """In a message per cent, CR and LF are escaped, as GitHub's toolkit does; colons and commas are not."""
    line = as_github([Finding("unknown-status", Place("a.md", 2), found, "x", "y")], "data")
    assert line.split("::", 2)[2] == f"Found: {written}%0AExpected: x%0ATo do: y"


@pytest.mark.parametrize(
    "path, written",
    [("a,b.md", "a%2Cb.md"), ("a:b.md", "a%3Ab.md"), ("a%b.md", "a%25b.md"), ("a\nb.md", "a%0Ab.md")],
)
def test_github_property_is_escaped(path: str, written: str) -> None:
    """In a file's name colons and commas are escaped too, so that they end no property."""
    line = as_github([Finding("file-name", Place(path, 1), "x", "y")], "data")
    assert line.startswith(f"::error file=data/{written},line=1,title=")


@pytest.mark.parametrize("finding, command", [(ERROR, "error"), (WARNING, "warning"), (NOTICE, "notice")])
def test_github_command_is_the_severity(finding: Finding, command: str) -> None:
    """An error, a warning and a notice are the workflow commands of those names, one line each."""
    (line,) = as_github([finding], "data").splitlines()
    assert line.startswith(f"::{command} file=data/{finding.place.path},line={finding.place.line},title=")
