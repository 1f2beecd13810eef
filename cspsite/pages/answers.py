"""What a page about a meeting answers first: which meeting, what is Red, what changed, what is missing, what is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cspsite.model import Action, Meeting
from cspsite.owed import missing
from cspsite.pages import addresses
from cspsite.pages.attention import Row
from cspsite.pages.changes import Since, since
from cspsite.pages.exceptions import Absence, Exceptions
from cspsite.pages.form_data import form_address
from cspsite.pages.papers import WayToPapers, way
from cspsite.pages.site import Site
from cspsite.pages.suspicion import Suspicion

#: How many names an answer has; a list further down has all.
_NAMED = 2


@dataclass(frozen=True, slots=True)
class DueReport:
    """A report that a meeting waits for; `form_address` is where it can be written, empty where it cannot."""

    group: str
    form_address: str


@dataclass(frozen=True, slots=True)
class DueAction:
    """An open action that is to be done by a meeting."""

    action: Action
    group: str
    address: str


@dataclass(frozen=True, slots=True)
class Due:
    """What is due by a meeting: its papers, and the actions whose day comes after the meeting before.

    `is_awaited` says that nobody has reported to it yet.
    """

    meeting: Meeting
    address: str
    is_awaited: bool
    reports: Sequence[DueReport]
    actions: Sequence[DueAction]


@dataclass(frozen=True, slots=True)
class Red:
    """An action that is Red; `which` says for which target, or of which group, where its title alone does not tell."""

    row: Row
    which: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """The first answers of a page about a meeting.

    `tally` has every status, those that no action has too, and `actions` says of how many actions they are. `due` is
    what comes next: the meeting itself where its papers are awaited, else the one after; None where none is entered.
    `overdue` is of the last meeting that has been without any report, after the latest that has one. `red` are the
    first that are Red, each action once, and `more_red` says how many there are beside; so with `missing`. `suspected`
    are the first that nobody reported on and of which the figures suggest Red.
    """

    meeting: Meeting
    address: str
    board: str
    is_awaited: bool
    tally: dict[str, int]
    actions: int
    red: Sequence[Red]
    more_red: int
    suspected: Sequence[Suspicion]
    since: Since | None
    expected: int
    absences: int
    missing: Sequence[Absence]
    overdue: Due | None
    due: Due | None
    papers: WayToPapers | None

    @property
    def more_missing(self) -> int:
        """How many reports are missing beside those that are named."""
        return self.absences - len(self.missing)


def answers(site: Site, found: Exceptions) -> Answers:
    """The first answers about a meeting."""
    meeting = found.meeting
    missed, following = _next(site, found)
    red = {(row.standing.group, row.standing.action.id): row for row in reversed(found.red)}
    named = [*red.values()][::-1]
    return Answers(
        meeting=meeting,
        address=addresses.meeting(meeting.date),
        board=site.data.partnership.board,
        is_awaited=found.is_awaited,
        tally=found.tally,
        actions=len({(row.standing.group, row.standing.action.id) for own in found.rows.values() for row in own}),
        red=[Red(row, _which(row, found)) for row in named[:_NAMED]],
        more_red=len(named[_NAMED:]),
        suspected=found.suspected[:_NAMED],
        since=None if found.is_awaited else since(site, meeting),
        expected=len(found.groups),
        absences=len(found.missing),
        missing=found.missing[:_NAMED],
        overdue=due(site, missed) if missed else None,
        due=due(site, following) if following else None,
        papers=way(site, meeting),
    )


def _which(row: Row, found: Exceptions) -> str:
    """For which target an action is Red, else of which group it is; empty where no other row has its title."""
    standing, title = row.standing, row.standing.action.title
    alike = [one.standing for own in found.rows.values() for one in own if one.standing.action.title == title]
    own = [one for one in alike if (one.group, one.action.id) == (standing.group, standing.action.id)]
    red = [one for one in own if one.status == "Red"]
    if len(red) > 1:
        every = "both its targets" if len(own) == 2 else f"all its {len(own)} targets"
        return every if len(red) == len(own) else f"{len(red)} of its {len(own)} targets"
    named = [one.target.short for one in alike if one.target]
    if standing.target and len(alike) > 1 and named.count(standing.target.short) == 1:
        return standing.target.short
    return found.name(standing.group) if len(alike) > 1 else ""


def _next(site: Site, found: Exceptions) -> tuple[Meeting | None, Meeting | None]:
    """The last meeting that has been since the latest with a report, and the one that comes next."""
    if found.is_awaited:
        return None, found.meeting
    if found.meeting != site.latest:
        return None, site.following(found.meeting)
    after = [meeting for meeting in site.data.meetings if meeting.date > found.meeting.date]
    missed = [meeting for meeting in after if site.has_been(meeting)]
    return missed[-1] if missed else None, next((meeting for meeting in after if meeting not in missed), None)


def due(site: Site, meeting: Meeting) -> Due:
    """What is due by a meeting."""
    before = site.preceding(meeting)
    since = before.date if before else date.min
    reports = [DueReport(one.group.name, form_address(site, one.id, meeting)) for one in missing(site.data, meeting)]
    actions = [
        DueAction(action, group.name, addresses.action(id, action.id))
        for id, group in site.data.groups.items()
        for action in group.actions
        if action.state == "open" and action.due and since < action.due <= meeting.date
    ]
    by_day = sorted(actions, key=lambda one: one.action.due or date.max)
    return Due(meeting, addresses.meeting(meeting.date), site.is_awaited(meeting), reports, by_day)
