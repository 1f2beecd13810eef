"""Meeting pages: every group's report in its order, exceptions first; and the list of all meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cspsite.evidence import CANNOT, of_rule
from cspsite.model import Group, Meeting
from cspsite.pages import addresses
from cspsite.pages.answers import answers
from cspsite.pages.attention import Row
from cspsite.pages.exceptions import Exceptions
from cspsite.pages.form_data import form_address
from cspsite.pages.matrix import Matrix
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
    form_address: str
    told: Told | None
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting in the list of all; `is_awaited` says that nobody has reported to it yet."""

    meeting: Meeting
    address: str
    is_awaited: bool
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
    return MeetingRow(meeting, addresses.meeting(meeting.date), site.is_awaited(meeting), received, len(ids), counts)


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
    found, matrix = Exceptions(site, meeting), Matrix(site, meeting)
    parts = [_part(site, id, found) for id in found.groups]
    day = day_words(meeting.date)
    markdown = render(
        "meeting.md.j2",
        address,
        meeting=meeting,
        answers=answers(site, found),
        exceptions=found,
        matrix=matrix,
        rule=of_rule(site.data.partnership.rules.tolerance),
        markers=sorted(found.markers | matrix.markers),
        groups=parts,
        illustrations=_illustrations(site, meeting, parts, matrix),
    )
    return Page(
        address=address,
        title=f"Meeting of {day}",
        description=f"What every delivery group reported to the meeting of {day}: statuses, progress and plans.",
        markdown=markdown,
        source="partnership.yml",
        search=0,  # its words are those of the reports, which the search finds
    )


def _illustrations(site: Site, meeting: Meeting, parts: list[GroupPart], matrix: Matrix) -> list[Illustration]:
    figures = [quotation.figure for part in parts if part.told for quotation in part.told.quotations()]
    assessed = [row.evidence for part in parts for row in part.rows if row.evidence]
    figures += [found.own.actual for found in assessed if found.suggested != CANNOT]
    figures += matrix.figures
    return site.illustrations(
        ("the partnership", site.data.partnership),
        ("this meeting", meeting),
        *((part.name, site.data.groups[part.id]) for part in parts),
        *site.report_records((part.id for part in parts), meeting.date),
        *site.indicator_records(dict.fromkeys(figure.request.indicator for figure in figures)),
        *site.denominator_records(figure.request.per for figure in figures),
    )


def _part(site: Site, id: str, found: Exceptions) -> GroupPart:
    day = found.meeting.date
    report = site.report(id, day)
    return GroupPart(
        id=id,
        name=site.data.groups[id].name,
        address=addresses.group(id),
        report_address=addresses.report(id, day),
        form_address=form_address(site, id, found.meeting),
        told=tell(site, report) if report else None,
        rows=found.rows[id],
    )
