"""What a change of the data does, for whoever reviews it: the changes, and the findings that are new or gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cspsite.changes.change import Change
from cspsite.changes.compare import compare
from cspsite.changes.summary import summary
from cspsite.changes.version import Version
from cspsite.findings import Finding, blocking
from cspsite.publication import Publication


@dataclass(frozen=True, slots=True)
class Review:
    """Two versions compared; `unread` says why there are no changes where one of them has no readable data."""

    changes: tuple[Change, ...]
    added: tuple[Finding, ...]
    resolved: tuple[Finding, ...]
    is_blocked: bool
    unread: str = ""

    @property
    def headline(self) -> str:
        """What changed, counted; or why that cannot be said."""
        return self.unread or summary(self.changes)


def review(old: Publication, new: Publication) -> Review:
    """The changes from one version to another, with the findings that only one of them has."""
    gone = {"base": old, "head": new}
    unread = [name for name, publication in gone.items() if publication.loaded.data is None]
    found: list[Change] = []
    if old.loaded.data is not None and new.loaded.data is not None:
        then = Version(old.loaded.data, figures=old.figures, unread=old.loaded.broken)
        found = compare(then, Version(new.loaded.data, figures=new.figures, unread=new.loaded.broken))
    return Review(
        tuple(found),
        found_only(new.findings, old.findings),
        found_only(old.findings, new.findings),
        blocking(new.findings),
        f"The data of the {' and of the '.join(unread)} cannot be read, so nothing can be compared" if unread else "",
    )


def found_only(findings: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings that the others do not have, whatever line they stand on."""
    left = Counter(map(_key, others))
    found = []
    for finding in findings:
        left[_key(finding)] -= 1
        if left[_key(finding)] < 0:
            found.append(finding)
    return tuple(found)


def _key(finding: Finding) -> tuple[str, str, str, str]:
    return (finding.code, finding.place.path, finding.found, finding.expected)
