"""The rows of a meeting's action tables, those that need attention first, and those that figures speak against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cspsite.evidence import CAVEATS, Evidence, said
from cspsite.evidence_words import verdict
from cspsite.pages import addresses
from cspsite.pages.site import Site
from cspsite.statuses import NOT_REPORTED, Standing

_FIRST = ("Red", NOT_REPORTED)


@dataclass(frozen=True, slots=True)
class Row:
    """Where one action stands, where it is told in full, and what the figures say of its target at that time.

    `evidence` is None where the action serves no target.
    """

    standing: Standing
    address: str
    overdue: bool
    evidence: Evidence | None

    @property
    def differs(self) -> bool:
        """Whether the figures suggest another status than the reported one."""
        return self.evidence is not None and self.evidence.differs_from(self.standing.status)

    @property
    def verdict(self) -> str:
        """The two in a sentence; empty where there is no evidence or no status."""
        return verdict(self.standing.status, self.evidence) if self.evidence else ""

    @property
    def reason(self) -> str:
        """Where the target is and should be: `−7.7% [e] per 1,000 households against −6.7% expected`."""
        return said(self.evidence.own) if self.differs and self.evidence else ""

    @property
    def markers(self) -> frozenset[str]:
        """The markers that the reason shows."""
        return self.evidence.own.actual.markers & CAVEATS if self.differs and self.evidence else frozenset()


def rows(site: Site, group: str, day: date) -> list[Row]:
    """A group's action table at a meeting; without a report, the rows lead to the group's page."""
    has_report = site.report(group, day) is not None
    home = addresses.report(group, day) if has_report else addresses.group(group)
    return [
        Row(
            standing,
            f"{home}#{anchor(standing) if has_report else 'actions'}",
            _overdue(standing, day),
            site.evidence_on(group, standing.target, day),
        )
        for standing in site.standings(group, day)
    ]


def _overdue(standing: Standing, day: date) -> bool:
    """Whether the action should have been done before the meeting, and is not closed."""
    action = standing.action
    return action.due is not None and action.due < day and action.state == "open"


def anchor(standing: Standing) -> str:
    """The id of an action's section on its report's page; ids have no two hyphens together, so it is its own."""
    return f"update-{standing.action.id}" + (f"--{standing.target.id}" if standing.target else "")


def differing(all_rows: Iterable[Row]) -> list[Row]:
    """Those whose status is another than the figures suggest."""
    return [row for row in all_rows if row.differs]


def exceptions(all_rows: Iterable[Row]) -> list[Row]:
    """Red first, then what was not reported, then what is overdue."""
    rank = {status: i for i, status in enumerate(_FIRST)}
    found = [row for row in all_rows if row.overdue or row.standing.status in rank]
    return sorted(found, key=lambda row: rank.get(row.standing.status, len(rank)))
