"""What changed from one meeting to the next: a page for members who never open git, and a sentence for others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from cspsite.changes.change import Change, Rank
from cspsite.changes.summary import summary
from cspsite.changes.wording import Piece
from cspsite.charts.sentence import raised
from cspsite.model import Meeting
from cspsite.pages import addresses
from cspsite.pages.page import Page
from cspsite.pages.site import Site, render
from cspsite.print_changes import HEADINGS, pieces_of
from cspsite.words import day_words


@dataclass(frozen=True, slots=True)
class Row:
    """One change: in words, and for a text that was reworded, word by word."""

    words: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one kind under their heading; of groups and wording, under each group's name."""

    heading: str
    anchor: str
    groups: list[tuple[str, list[Row]]]


@dataclass(frozen=True, slots=True)
class Since:
    """The sentence of what changed since the meeting before, with the page that tells it in full."""

    before: Meeting
    summary: str
    address: str


def pages(site: Site) -> Iterator[Page]:
    """One page for each meeting that has one before it."""
    for meeting in site.data.meetings:
        if found := since(site, meeting):
            yield _page(site, meeting, found)


def since(site: Site, meeting: Meeting) -> Since | None:
    """What changed since the meeting before; None where there is none before."""
    before = site.preceding(meeting)
    if before is None:
        return None
    return Since(before, summary(site.changes_at(meeting)), addresses.changes(meeting.date))


def _page(site: Site, meeting: Meeting, found: Since) -> Page:
    day, before = day_words(meeting.date), day_words(found.before.date)
    address = found.address
    markdown = render(
        "changes.md.j2",
        address,
        meeting=meeting,
        before=found.before,
        meeting_address=addresses.meeting(meeting.date),
        before_address=addresses.meeting(found.before.date),
        summary=found.summary,
        sections=_sections(site.changes_at(meeting)),
        illustrations=site.illustrations(
            ("the partnership", site.data.partnership),
            ("this meeting", meeting),
            (f"the meeting of {before}", found.before),
            *site.report_records(site.data.groups, meeting.date),
        ),
    )
    return Page(
        address=address,
        title=f"What changed at the meeting of {day}",
        description=f"What changed between the meetings of {before} and {day}: statuses, actions, reports and wording.",
        markdown=markdown,
        source="",
        search=0,  # its words are those of the reports, which the search finds
    )


def _sections(changes: list[Change]) -> list[Section]:
    return [_section(rank, list(found)) for rank, found in groupby(changes, key=lambda change: change.rank)]


def _section(rank: Rank, changes: list[Change]) -> Section:
    named = groupby(changes, key=lambda change: change.subject.group_name)
    groups = [(name, [_row(change) for change in own]) for name, own in named]
    return Section(HEADINGS[rank], rank.name.lower(), groups)


def _row(change: Change) -> Row:
    pieces = pieces_of(change)
    return Row(raised(change.subject.words) if pieces else change.words, pieces)
