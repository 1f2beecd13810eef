"""Feeds, so that members can be told: of each meeting's papers, and of what changed since the meeting before.

They are Atom (RFC 4287). No date in them comes from a clock: they are those of meetings. See decision 13.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import groupby
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from cspsite.changes.change import Change, Rank
from cspsite.model import Meeting
from cspsite.owed import missing
from cspsite.pages import addresses
from cspsite.pages.attention import Row
from cspsite.pages.changes import Since, since
from cspsite.pages.environment import environment
from cspsite.pages.exceptions import Exceptions
from cspsite.pages.meetings import MeetingRow, active, meeting_row
from cspsite.pages.page import File
from cspsite.pages.site import Illustration, Site, linker
from cspsite.print_changes import HEADINGS
from cspsite.words import day_words

#: How many entries a feed has: the newest.
_MOST = 20
#: What ids are made from, beside a name that tells them apart; any other number would make other ids.
_NAMESPACE = UUID("6f0d3a52-7c1e-4b8e-9d55-1f2c8e0a64b7")
#: What no XML document can hold, not even escaped (XML 1.0, production 2).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: How many changes an entry lists under each heading.
_SHOWN = 20
#: The last kind of change that a feed lists; of those after it, it says how many there are.
_LAST = Rank.REPORTS


@dataclass(frozen=True, slots=True)
class Entry:
    """What every entry has: an id that stays, a title, when it was news, where it is told, and a summary in words."""

    id: str
    title: str
    updated: str
    address: str
    summary: str
    illustrations: list[Illustration]


@dataclass(frozen=True, slots=True)
class MeetingEntry(Entry):
    """A meeting that has had papers."""

    row: MeetingRow
    meeting: Meeting
    missing: list[str]
    exceptions: list[Row]
    since: Since | None


@dataclass(frozen=True, slots=True)
class ChangesEntry(Entry):
    """What changed at a meeting: what matters under its headings, and how many changes there are beside.

    `unknown` says why not all can be told, in words.
    """

    unknown: list[str] = field(default_factory=list)
    sections: list[tuple[str, list[Change]]] = field(default_factory=list)
    others: int = 0


def pages(site: Site) -> Iterator[File]:
    """The feed of meetings and that of changes."""
    held = [meeting for meeting in reversed(site.data.meetings) if _has_papers(site, meeting)][:_MOST]
    name, board = site.data.partnership.name, site.data.partnership.board
    yield _feed(
        site,
        addresses.MEETINGS_FEED,
        "meetings.xml.j2",
        f"{name}: meetings",
        f"Each meeting of the {board}, once its papers are published.",
        [_meeting(site, meeting) for meeting in held],
    )
    changes = [_changes(site, meeting, found) for meeting in held if (found := since(site, meeting))]
    yield _feed(
        site,
        addresses.CHANGES_FEED,
        "changes.xml.j2",
        f"{name}: what changed",
        f"What changed from one meeting of the {board} to the next.",
        changes,
    )


def _has_papers(site: Site, meeting: Meeting) -> bool:
    return any(day == meeting.date for _, day in site.data.reports)


def _feed(
    site: Site, address: str, template: str, title: str, subtitle: str, entries: list[MeetingEntry] | list[ChangesEntry]
) -> File:
    written = (
        environment()
        .get_template(template)
        .render(
            id=_id(site, address),
            title=title,
            subtitle=subtitle,
            updated=max(
                (entry.updated for entry in entries), default=_moment(site, site.data.partnership.strategy.start)
            ),
            itself=site.url + address if site.url else "",
            partnership=site.data.partnership,
            entries=entries,
            link=_linker(site, address),
        )
    )
    return File(address, _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", written))


def _linker(site: Site, address: str) -> Callable[[str], str]:
    """Whole addresses where the site's own is known; else the way from the feed."""
    return (lambda other: site.url + other) if site.url else linker(address)


def _id(site: Site, *names: str) -> str:
    """An id that does not change when the site moves, nor when an entry's words do."""
    return uuid5(_NAMESPACE, "\n".join((site.data.partnership.name, *names))).urn


def _moment(site: Site, day: date) -> str:
    """Noon where the partnership is, as RFC 3339 has it: a day has no hour, and noon is that day nearly everywhere."""
    noon = datetime.combine(day, time(12), ZoneInfo(site.data.partnership.time_zone))
    return noon.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _meeting(site: Site, meeting: Meeting) -> MeetingEntry:
    row = meeting_row(site, meeting)
    tally = ", ".join(f"{number} {word}" for word, number in row.tally.items()) or "No status yet"
    published = meeting.date if meeting.decisions else meeting.papers_due or meeting.date
    return MeetingEntry(
        id=_id(site, "meeting", meeting.date.isoformat()),
        title=f"Meeting of {day_words(meeting.date)}",
        updated=_moment(site, published),
        address=row.address,
        summary=f"{row.received} of {row.expected} reports received. {tally}.",
        illustrations=_illustrations(site, meeting),
        row=row,
        meeting=meeting,
        missing=[one.group.name for one in missing(site.data, meeting)],
        exceptions=[item.row for item in Exceptions(site, meeting).items],
        since=since(site, meeting),
    )


def _changes(site: Site, meeting: Meeting, found: Since) -> ChangesEntry:
    changes = site.changes_at(meeting)
    ranked = groupby((change for change in changes if change.rank <= _LAST), key=lambda change: change.rank)
    sections = [(HEADINGS[rank], list(own)[:_SHOWN]) for rank, own in ranked]
    return ChangesEntry(
        id=_id(site, "changes", meeting.date.isoformat()),
        title=f"What changed at the meeting of {day_words(meeting.date)}",
        updated=_moment(site, meeting.papers_due or meeting.date),
        address=found.address,
        summary=f"Since {day_words(found.before.date)}: {found.summary}.",
        illustrations=_illustrations(site, meeting, found.before),
        unknown=found.unknown,
        sections=sections,
        others=len(changes) - sum(len(shown) for _, shown in sections),
    )


def _illustrations(site: Site, *meetings: Meeting) -> list[Illustration]:
    days = [meeting.date for meeting in meetings]
    return site.illustrations(
        ("the partnership", site.data.partnership),
        *site.meeting_records(days),
        *(record for day in days for record in site.report_records(active(site, day), day)),
    )
