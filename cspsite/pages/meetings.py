"""Meeting pages: every group's report in its order, exceptions first; and the list of all meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cspsite.evidence import CANNOT, of_rule
from cspsite.model import Group, Meeting
from cspsite.pages import addresses
from cspsite.pages.attention import Row, differing, exceptions, rows
from cspsite.pages.changes import since
from cspsite.pages.page import Page
from cspsite.pages.site import Illustration, Site, render
from cspsite.pages.told import Told, tell
from cspsite.statuses import tally
from cspsite.words import day_words


@dataclass(frozen=True, slots=True)
class GroupPart:
    """What a meeting's page says of one group; `told` is None when no report was received."""

    id: str
    name: str
    address: str
    report_address: str
    told: Told | None
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting in the list of all."""

    meeting: Meeting
    address: str
    received: int
    expected: int
    tally: dict[str, int]


def pages(site: Site) -> Iterator[Page]:
    """One page a meeting, and the list."""
    yield _list(site)
    for meeting in site.data.meetings:
        yield _page(site, meeting)


def active(site: Site, day: date) -> dict[str, Group]:
    """The groups that a meeting on that day has reports from, or should have."""
    return {id: group for id, group in site.data.groups.items() if group.active_on(day)}


def meeting_row(site: Site, meeting: Meeting) -> MeetingRow:
    """How many reports a meeting has had of those due, and their statuses."""
    ids = active(site, meeting.date)
    received = sum(site.report(id, meeting.date) is not None for id in ids)
    counts = tally(standing for id in ids for standing in site.standings(id, meeting.date))
    return MeetingRow(meeting, addresses.meeting(meeting.date), received, len(ids), counts)


def _list(site: Site) -> Page:
    return Page(
        address=addresses.MEETINGS,
        title="Meetings",
        description=f"All meetings of the {site.data.partnership.board}, with the statuses reported to each.",
        markdown=render(
            "meetings.md.j2",
            addresses.MEETINGS,
            partnership=site.data.partnership,
            rows=[meeting_row(site, meeting) for meeting in reversed(site.data.meetings)],
            illustrations=site.illustrations(("the partnership", site.data.partnership)),
        ),
        source="partnership.yml",
        toc=False,
    )


def _page(site: Site, meeting: Meeting) -> Page:
    address = addresses.meeting(meeting.date)
    parts = [_part(site, id, group, meeting.date) for id, group in active(site, meeting.date).items()]
    flat = [row for part in parts for row in part.rows]
    differ = differing(flat)
    day = day_words(meeting.date)
    markdown = render(
        "meeting.md.j2",
        address,
        partnership=site.data.partnership,
        meeting=meeting,
        tally=tally(row.standing for row in flat),
        since=since(site, meeting),
        exceptions=exceptions(flat),
        differing=differ,
        rule=of_rule(site.data.partnership.rules.tolerance),
        markers=sorted({marker for row in differ for marker in row.markers}),
        groups=parts,
        illustrations=_illustrations(site, meeting, parts),
    )
    return Page(
        address=address,
        title=f"Meeting of {day}",
        description=f"What every delivery group reported to the meeting of {day}: statuses, progress and plans.",
        markdown=markdown,
        source="partnership.yml",
        search=0,  # its words are those of the reports, which the search finds
    )


def _illustrations(site: Site, meeting: Meeting, parts: list[GroupPart]) -> list[Illustration]:
    figures = [quotation.figure for part in parts if part.told for quotation in part.told.quotations()]
    assessed = [row.evidence for part in parts for row in part.rows if row.evidence]
    figures += [found.own.actual for found in assessed if found.suggested != CANNOT]
    return site.illustrations(
        ("the partnership", site.data.partnership),
        ("this meeting", meeting),
        *((part.name, site.data.groups[part.id]) for part in parts),
        *site.report_records((part.id for part in parts), meeting.date),
        *site.indicator_records(dict.fromkeys(figure.request.indicator for figure in figures)),
        *site.denominator_records(figure.request.per for figure in figures),
    )


def _part(site: Site, id: str, group: Group, day: date) -> GroupPart:
    report = site.report(id, day)
    return GroupPart(
        id=id,
        name=group.name,
        address=addresses.group(id),
        report_address=addresses.report(id, day),
        told=tell(site, report) if report else None,
        rows=rows(site, id, day),
    )
