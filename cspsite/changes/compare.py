"""Two versions of the data to every change between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from cspsite.changes import counts, definitions, groups, partnership, reports
from cspsite.changes.change import Change, Rank
from cspsite.changes.link import Link
from cspsite.changes.unread import readable
from cspsite.changes.version import Version
from cspsite.model import Data

Compare = Callable[[Link], Iterator[Change]]

#: What compares each part of the data, in the order in which changes of one rank are told.
PARTS: dict[str, Compare] = {
    "groups": groups.groups,
    "reports": reports.reports,
    "indicators": definitions.indicators,
    "observations": counts.observations,
    "denominators": definitions.denominators,
    "denominator_values": counts.denominator_values,
    "partnership": partnership.partnership,
    "glossary": partnership.glossary,
}


def changes(old: Data, new: Data, days: tuple[date, date] | None = None) -> list[Change]:
    """Every difference between two versions, what matters first; none between equal ones.

    From `new` to `old` they are the same, each of them `mirrored`. `days` are those on which the versions stood: which
    reports were late or are missing depends on them (see `Version`).
    """
    then, now = days or (None, None)
    return compare(Version(old, then), Version(new, now))


def compare(old: Version, new: Version) -> list[Change]:
    """The same of versions that other comparisons use too."""
    return compared(Link(old, new), PARTS)


def compared(link: Link, parts: Mapping[str, Compare]) -> list[Change]:
    """The same of some parts, or by other rules for them."""
    if link.old.data == link.new.data and link.old.day == link.new.day:
        return []
    return in_order(readable(link, (change for part in parts.values() for change in part(link))))


def redefinitions(link: Link) -> list[Change]:
    """Only what measures another thing than before, and the rules by which figures are told."""
    parts = {name: PARTS[name] for name in ("groups", "indicators", "denominators", "partnership")}
    return [change for change in compared(link, parts) if change.rank is Rank.REDEFINED]


def in_order(found: Iterator[Change]) -> list[Change]:
    """What matters first: by rank, then by group; within a group as they were found."""
    return sorted(found, key=lambda change: (*change.place, *_group(change)))


def _group(change: Change) -> tuple[str, ...]:
    return (change.subject.group_name, change.subject.group) if change.rank >= Rank.GROUPS else ()
