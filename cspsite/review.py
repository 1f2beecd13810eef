"""What a change of the data does, for whoever reviews it: the changes, and the findings that are new or gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from cspsite import paths
from cspsite.changes.change import Change
from cspsite.changes.compare import PARTS, compared
from cspsite.changes.link import Link
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
    called: Callable[[str], str] = str
    if old.loaded.data is not None and new.loaded.data is not None:
        then = Version(old.loaded.data, figures=old.figures, unread=old.loaded.broken)
        link = Link(then, Version(new.loaded.data, figures=new.figures, unread=new.loaded.broken))
        found, called = compared(link, PARTS), partial(_path, link)
    before, after = [_key(one, called) for one in old.findings], [_key(one) for one in new.findings]
    return Review(
        tuple(found),
        _only(new.findings, after, before),
        _only(old.findings, before, after),
        blocking(new.findings),
        f"The data of the {' and of the '.join(unread)} cannot be read, so nothing can be compared" if unread else "",
    )


_Key = tuple[str, str, str, str]


def found_only(findings: Sequence[Finding], others: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings that the others do not have, whatever line they stand on."""
    return _only(findings, [_key(one) for one in findings], [_key(one) for one in others])


def _only(findings: Sequence[Finding], keys: Sequence[_Key], others: Sequence[_Key]) -> tuple[Finding, ...]:
    """Findings whose keys the other version does not have, or not as often."""
    left = Counter(others)
    found = []
    for finding, key in zip(findings, keys, strict=True):
        left[key] -= 1
        if left[key] < 0:
            found.append(finding)
    return tuple(found)


def _key(finding: Finding, called: Callable[[str], str] = str) -> _Key:
    """What makes a finding the same in two versions: not its line, and not what its file was called."""
    return (finding.code, called(finding.place.path), finding.found, finding.expected)


def _path(link: Link, path: str) -> str:
    """A file of the old version by the path that it has in the new one."""
    kind, id, meeting = paths.kind_of(path)
    if kind == "group":
        return paths.group(link.groups.renamed.get(id, id))
    if kind in ("indicator", "series"):
        return path.replace(f"/{id}.", f"/{link.indicators.renamed.get(id, id)}.")
    if kind != "report":
        return path
    days = {old[0].isoformat(): new[0].isoformat() for old, new in link.meetings.both}
    return f"groups/{link.groups.renamed.get(id, id)}/reports/{days.get(meeting, meeting)}.md"
