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


def rows(site: Site, group: str, day: date) -> list[Row]:
    """A group's action table at a meeting; without a report, the rows lead to the group's page."""
    home = addresses.report(group, day) if site.report(group, day) else addresses.group(group)
    return [
        Row(standing, f"{home}#{anchor(standing) if site.report(group, day) else 'actions'}")
        for standing in site.standings(group, day)
    ]


def anchor(standing: Standing) -> str:
    """The id of an action's section on its report's page."""
    return f"{standing.action.id}-{standing.target.id}" if standing.target else standing.action.id


def exceptions(all_rows: Iterable[Row]) -> list[Row]:
    """Red first, then what was not reported."""
    found = [row for row in all_rows if row.standing.status in _FIRST]
    return sorted(found, key=lambda row: _FIRST.index(row.standing.status))
