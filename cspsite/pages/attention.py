"""The rows of a meeting's action tables, and those that need attention first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cspsite.pages import addresses
from cspsite.pages.site import Site
from cspsite.statuses import NOT_REPORTED, Standing

_FIRST = ("Red", NOT_REPORTED)


@dataclass(frozen=True, slots=True)
class Row:
    """Where one action stands, and where it is told in full."""

    standing: Standing
    address: str
    overdue: bool = False


def rows(site: Site, group: str, day: date) -> list[Row]:
    """A group's action table at a meeting; without a report, the rows lead to the group's page."""
    home = addresses.report(group, day) if site.report(group, day) else addresses.group(group)
    return [
        Row(standing, f"{home}#{anchor(standing) if site.report(group, day) else 'actions'}", _overdue(standing, day))
        for standing in site.standings(group, day)
    ]


def _overdue(standing: Standing, day: date) -> bool:
    """Whether the action should have been done before the meeting, and is not closed."""
    action = standing.action
    return action.due is not None and action.due < day and action.state == "open"


def anchor(standing: Standing) -> str:
    """The id of an action's section on its report's page; ids have no two hyphens together, so it is its own."""
    return f"update-{standing.action.id}" + (f"--{standing.target.id}" if standing.target else "")


def exceptions(all_rows: Iterable[Row]) -> list[Row]:
    """Red first, then what was not reported, then what is overdue."""
    rank = {status: i for i, status in enumerate(_FIRST)}
    found = [row for row in all_rows if row.overdue or row.standing.status in rank]
    return sorted(found, key=lambda row: rank.get(row.standing.status, len(rank)))
