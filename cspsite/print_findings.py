"""Findings as text for people, JSON for machines, and annotations for GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from cspsite.findings import Finding, Severity

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def as_text(findings: Sequence[Finding], folder: str) -> str:
    """One block a finding, worst first, then a line that counts them."""
    return "\n".join([*(_block(finding, folder) for finding in _worst_first(findings)), summary(findings)])


def _worst_first(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: list(Severity).index(finding.severity))


def _block(finding: Finding, folder: str) -> str:
    place = f"{finding.place.file(folder)}:{finding.place.line}"
    return (
        f"{place}: {finding.severity}: {finding.title} [{finding.code}]\n"
        f"    found:    {finding.found}\n"
        f"    expected: {finding.expected}\n"
        f"    to do:    {finding.to_do}"
    )


def summary(findings: Sequence[Finding]) -> str:
    """`2 errors, 71 warnings, 3 notices`, or that all is well."""
    counted = Counter(finding.severity for finding in findings)
    parts = [f"{counted[s]} {s}{'' if counted[s] == 1 else 's'}" for s in Severity if counted[s]]
    return ", ".join(parts) if parts else "nothing to put right"


def as_json(findings: Sequence[Finding], folder: str) -> str:
    """A list of objects with code, severity, title, file, line, found, expected and to_do."""
    return json.dumps([_object(finding, folder) for finding in findings], indent=2, ensure_ascii=False)


def _object(finding: Finding, folder: str) -> dict[str, str | int]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "title": finding.title,
        "file": finding.place.file(folder),
        "line": finding.place.line,
        "found": finding.found,
        "expected": finding.expected,
        "to_do": finding.to_do,
    }


def as_github(findings: Sequence[Finding], folder: str) -> str:
    """Workflow commands, which GitHub shows beside the line in a pull request; worst first, as it shows a few only."""
    return "\n".join(_annotation(finding, folder) for finding in _worst_first(findings))


def _annotation(finding: Finding, folder: str) -> str:
    file = _property(finding.place.file(folder))
    title = _property(f"{finding.title} [{finding.code}]")
    words = f"Found: {finding.found}\nExpected: {finding.expected}\nTo do: {finding.to_do}"
    return f"::{_GITHUB[finding.severity]} file={file},line={finding.place.line},title={title}::{_message(words)}"


def _message(text: str) -> str:
    """Escaped as GitHub's workflow commands ask for."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Finding], str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
