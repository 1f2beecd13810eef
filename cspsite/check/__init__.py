"""Records and figures to findings: every rule of the form, the targets, the counts and the prose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from cspsite.check import (
    consistency,
    counts,
    courses,
    denominators,
    evidence,
    groups,
    limits,
    names,
    privacy,
    prose,
    references,
    reports,
    statement,
)
from cspsite.check.subject import Subject
from cspsite.figures import Figures
from cspsite.findings import Finding, Place, Severity, ordered
from cspsite.load import Loaded
from cspsite.own_words import own_words
from cspsite.personal import PUBLIC
from cspsite.quote import Quoter

_CHECKS: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    references.check,
    consistency.check,
    groups.check,
    courses.check,
    reports.check,
    counts.check,
    limits.check,
    denominators.check,
    prose.check,
    statement.check,
    privacy.listed,
    names.check,
)


def check(loaded: Loaded, figures: Figures | None, today: date) -> list[Finding]:
    """All findings, of loading and of every check, sorted by file and line.

    `figures` are those of `loaded.data`, None when there are no data. `today` decides what lies in the future.
    A warning or notice at the very line of an error in reading it is left out: it mostly is the same mistake.
    """
    public = own_words(loaded.data) if loaded.data else PUBLIC
    findings = [*loaded.findings, *privacy.check(loaded.texts, public)]
    errors = _errors(findings)
    if loaded.data is not None and figures is not None:
        known = (loaded.data, loaded.lines, loaded.texts, loaded.broken)
        subject = Subject(*known, _errors(loaded.findings), figures, Quoter(figures), today)
        for rule in _CHECKS:
            findings += rule(subject)
        findings += evidence.check(subject, {place.path for place in _errors(findings)})
    return ordered(f for f in findings if f.severity is Severity.ERROR or f.place not in errors)


def _errors(findings: Iterable[Finding]) -> Mapping[Place, frozenset[str]]:
    """The codes of the errors at each place that has any."""
    places: dict[Place, set[str]] = {}
    for finding in findings:
        if finding.severity is Severity.ERROR:
            places.setdefault(finding.place, set()).add(finding.code)
    return {place: frozenset(codes) for place, codes in places.items()}
