"""What a meeting's papers consist of, in their order: the meeting, each group, what changed, how to read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cspsite.model import Meeting
from cspsite.pages import addresses
from cspsite.pages.site import Site
from cspsite.statuses import tally
from cspsite.words import day_words

Kind = Literal["meeting", "report", "missing", "changes", "note"]


@dataclass(frozen=True)
class Section:
    """One paper: `name` runs along its sheets and stands on the cover; `address` is its page, empty where it has none.

    `group` is the id of the group that it is about. `statuses` says how many of a report's actions stand at which.
    """

    id: str
    kind: Kind
    name: str
    address: str = ""
    group: str = ""
    statuses: tuple[tuple[str, int], ...] = ()


def sections(site: Site, meeting: Meeting) -> list[Section]:
    """The papers of a meeting; a group has one whether or not it has reported."""
    found = [Section("", "meeting", "The meeting at a glance", addresses.meeting(meeting.date))]
    found += _groups(site, meeting)
    before = site.preceding(meeting)
    if before:
        name = f"What changed since {day_words(before.date)}"
        found.append(Section("", "changes", name, addresses.changes(meeting.date)))
    found.append(Section("", "note", "How to read these papers"))
    return [
        Section(f"p{n}", one.kind, one.name, one.address, one.group, one.statuses) for n, one in enumerate(found, 1)
    ]


def _groups(site: Site, meeting: Meeting) -> Iterator[Section]:
    """A section for each group that was to report or has; in the order of the site."""
    for id, group in site.data.groups.items():
        if site.report(id, meeting.date):
            counts = tally(site.standings(id, meeting.date))
            address = addresses.report(id, meeting.date)
            yield Section("", "report", group.name, address, id, tuple(counts.items()))
        elif group.active_on(meeting.date):
            yield Section("", "missing", group.name, "", id)
