"""Meeting pages: every group's report in short, exceptions first; and the list of all meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from cspsite.model import Group, Meeting, Report
from cspsite.pages import addresses
from cspsite.pages.attention import Row, exceptions, rows
from cspsite.pages.page import Page
from cspsite.pages.prose import Workings
from cspsite.pages.prose import render as render_prose
from cspsite.pages.site import Illustration, Site, render
from cspsite.quote import Context
from cspsite.statuses import Standing, tally
from cspsite.words import day_words


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action in a meeting's table, with its remedial action."""

    standing: Standing
    address: str
    remedial: Markup


@dataclass
class GroupPart:
    """What a meeting's page says of one group; `report` is None when none was received."""

    id: str
    name: str
    address: str
    report: Report | None
    report_address: str
    boxes: list[tuple[str, Markup]] = field(default_factory=list)
    rows: list[ActionRow] = field(default_factory=list)


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


def _active(site: Site, day: date) -> dict[str, Group]:
    return {id: group for id, group in site.data.groups.items() if group.active_on(day)}


def _list(site: Site) -> Page:
    found = []
    for meeting in reversed(site.data.meetings):
        ids = _active(site, meeting.date)
        received = sum(site.report(id, meeting.date) is not None for id in ids)
        counts = tally(standing for id in ids for standing in site.standings(id, meeting.date))
        found.append(MeetingRow(meeting, addresses.meeting(meeting.date), received, len(ids), counts))
    return Page(
        address=addresses.MEETINGS,
        title="Meetings",
        description=f"All meetings of the {site.data.partnership.board}, with the statuses reported to each.",
        markdown=render("meetings.md.j2", addresses.MEETINGS, partnership=site.data.partnership, rows=found),
        source="partnership.yml",
        toc=False,
    )


def _page(site: Site, meeting: Meeting) -> Page:
    address = addresses.meeting(meeting.date)
    ids = _active(site, meeting.date)
    all_rows: dict[str, list[Row]] = {id: rows(site, id, meeting.date) for id in ids}
    flat = [row for found in all_rows.values() for row in found]
    day = day_words(meeting.date)
    markdown = render(
        "meeting.md.j2",
        address,
        partnership=site.data.partnership,
        meeting=meeting,
        tally=tally(row.standing for row in flat),
        exceptions=exceptions(flat),
        groups=[_part(site, id, group, meeting, all_rows[id]) for id, group in ids.items()],
        illustrations=_illustrations(site, meeting, ids),
    )
    return Page(
        address=address,
        title=f"Meeting of {day}",
        short=day,
        description=f"What every delivery group reported to the meeting of {day}: statuses, achievements, barriers.",
        markdown=markdown,
        source="partnership.yml",
        search=1 if meeting == site.latest else 0.5,
    )


def _illustrations(site: Site, meeting: Meeting, ids: dict[str, Group]) -> list[Illustration]:
    reports = [(f"the report of {group.name}", site.report(id, meeting.date)) for id, group in ids.items()]
    groups = [(group.name, group) for group in ids.values()]
    indicators = dict.fromkeys(target.indicator for group in ids.values() for target in group.targets)
    return site.illustrations(("this meeting", meeting), *groups, *reports, *site.indicator_records(indicators))


def _part(site: Site, id: str, group: Group, meeting: Meeting, found: list[Row]) -> GroupPart:
    report = site.report(id, meeting.date)
    home = addresses.report(id, meeting.date)
    part = GroupPart(id, group.name, addresses.group(id), report, home)
    if report is None:
        return part
    plain = Workings(site.quoter, Context(report.data_to, group), "boxes")
    for name, items in (("Achievement", report.achievements), ("Barrier", report.barriers)):
        part.boxes += [(f"{name} {i}", render_prose(item, plain)) for i, item in enumerate(items, 1)]
        if not items:
            part.boxes.append((f"{name}s", Markup("")))
    for row in found:
        context = Context(report.data_to, group, row.standing.target)
        words = row.standing.update.remedial_action if row.standing.update else ""
        remedial = render_prose(words, Workings(site.quoter, context, "remedial"))
        part.rows.append(ActionRow(row.standing, row.address, remedial))
    return part
