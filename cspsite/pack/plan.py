"""What a meeting's papers are to be, as far as the data say: all that is needed besides the pages themselves.

It is small, so that a site can be built without the data in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cspsite.model import Group, Meeting, Report
from cspsite.pack.cover import Cover, cover
from cspsite.pack.note import Note, note
from cspsite.pages import addresses
from cspsite.pages.papers import Section, sections
from cspsite.pages.site import Site
from cspsite.statuses import Standing


@dataclass(frozen=True)
class Absence:
    """A group that sent no report, with what it was to report on, and the last report that it did send."""

    group: Group
    standings: list[Standing]
    last: Report | None


@dataclass(frozen=True)
class Plan:
    """The papers of a meeting before they are put together; `absences` are by the ids of groups.

    `targets` has the page of each target by the address of its part of its group's page: pages lead to either.
    """

    cover: Cover
    sections: tuple[Section, ...]
    absences: dict[str, Absence]
    note: Note
    targets: dict[str, str]


def plan(site: Site, meeting: Meeting, made: str) -> Plan:
    """What the papers of a meeting are to be; `made` says from which version."""
    found = (*sections(site, meeting),)
    groups = [one.group for one in found if one.group]
    return Plan(
        cover=cover(site, meeting, len(groups), made),
        sections=found,
        absences=dict(_absences(site, meeting, found)),
        note=note(site, groups),
        targets=dict(_targets(site, groups)),
    )


def _targets(site: Site, groups: list[str]) -> Iterator[tuple[str, str]]:
    for id in groups:
        for target in site.data.groups[id].targets:
            yield addresses.target(id, target.id), addresses.target_history(id, target.id)


def _absences(site: Site, meeting: Meeting, found: tuple[Section, ...]) -> Iterator[tuple[str, Absence]]:
    for id in (one.group for one in found if one.kind == "missing"):
        last = next((one for one in site.data.reports_of(id) if one.meeting < meeting.date), None)
        yield id, Absence(site.data.groups[id], site.standings(id, meeting.date), last)
