"""A meeting's papers: which there are, in their order, and the page that leads to each of them.

Where the site is built by our hook, the papers themselves stand on that page for about a year (`cspsite.pack`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cspsite.model import Meeting
from cspsite.pages import addresses
from cspsite.pages.page import Page
from cspsite.pages.site import RECENT, Site, render
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


@dataclass(frozen=True, slots=True)
class WayToPapers:
    """Where a meeting's papers are; `is_one_page` is whether they stand there together.

    `whole` is their whole address, for paper; empty where nobody knows where the site will stand.
    """

    address: str
    whole: str
    is_one_page: bool


def way(site: Site, meeting: Meeting) -> WayToPapers | None:
    """The way to a meeting's papers; None while nobody has reported to it."""
    if not has_papers(site, meeting):
        return None
    address = addresses.papers(meeting.date)
    return WayToPapers(address, f"{site.url}{address}" if site.url else "", is_on_one_page(site, meeting))


def pages(site: Site) -> Iterator[Page]:
    """One page for each meeting that has had a report, so that its address stays."""
    yield from (_page(site, meeting) for meeting in site.data.meetings if has_papers(site, meeting))


def has_papers(site: Site, meeting: Meeting) -> bool:
    """Whether any group has reported to a meeting."""
    return any(site.report(id, meeting.date) for id in site.data.groups)


def is_on_one_page(site: Site, meeting: Meeting) -> bool:
    """Whether a meeting's papers are put together on their page: those of about the last year."""
    return has_papers(site, meeting) and site.reported_after(meeting.date) < RECENT


def _page(site: Site, meeting: Meeting) -> Page:
    address, day = addresses.papers(meeting.date), day_words(meeting.date)
    found = [one for one in sections(site, meeting) if one.kind != "note"]
    return Page(
        address=address,
        title=f"Papers for the meeting of {day}",
        description=f"All papers for the meeting of {day} in their order, to read and to print.",
        markdown=render(
            "papers.md.j2", address, meeting=meeting, meeting_address=addresses.meeting(meeting.date), sections=found
        ),
        source="",
        search=0,  # its words are those of the papers, which the search finds
        toc=False,
        is_indexed=False,
    )


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
