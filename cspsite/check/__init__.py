"""Records and figures to findings: every rule of the form, the targets, the counts and the prose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from cspsite.check import counts, groups, privacy, prose, references, reports
from cspsite.check.subject import Subject
from cspsite.figures import Figures
from cspsite.findings import Finding, ordered
from cspsite.load import Loaded
from cspsite.quote import Quoter

_CHECKS: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    references.check,
    groups.check,
    reports.check,
    counts.check,
    prose.check,
)


def check(loaded: Loaded, figures: Figures | None, today: date) -> list[Finding]:
    """All findings, of loading and of every check, sorted by file and line.

    `figures` are those of `loaded.data`, None when there are no data. `today` decides what lies in the future.
    """
    findings = [*loaded.findings, *privacy.check(loaded.texts)]
    if loaded.data is not None and figures is not None:
        subject = Subject(loaded.data, loaded.lines, loaded.texts, loaded.broken, figures, Quoter(figures), today)
        for rule in _CHECKS:
            findings += rule(subject)
    return ordered(findings)
