"""The rows of a meeting's action tables, and which of them need attention, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cspsite.changes.status import StatusChanged
from cspsite.evidence import CAVEATS, Evidence, said
from cspsite.evidence_words import verdict
from cspsite.pages import addresses
from cspsite.pages.site import Site
from cspsite.statuses import NOT_REPORTED, Standing


@dataclass(frozen=True, slots=True)
class Row:
    """Where one action stands at a meeting, where it is told in full, and what the figures say of its target then.

    `evidence` is None where the action serves no target, `worsened` where the status is no worse than at the meeting
    before.
    """

    standing: Standing
    day: date
    address: str
    evidence: Evidence | None
    worsened: StatusChanged | None

    @property
    def days_overdue(self) -> int:
        """How many days before the meeting the action should have been done; 0 where it is closed, or has the time."""
        return self.standing.days_overdue_on(self.day)

    @property
    def overdue(self) -> bool:
        """Whether the action should have been done before the meeting, and is not closed."""
        return self.days_overdue > 0

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
    has_report, worsened = site.report(group, day) is not None, site.worsened_at(day)
    home = addresses.report(group, day) if has_report else addresses.group(group)
    return [
        Row(
            standing,
            day,
            f"{home}#{anchor(standing) if has_report else 'actions'}",
            site.evidence_on(group, standing.target, day),
            worsened.get((group, standing.action.id, standing.target.id if standing.target else "")),
        )
        for standing in site.standings(group, day)
    ]


def anchor(standing: Standing) -> str:
    """The id of an action's section on its report's page; ids have no two hyphens together, so it is its own."""
    return f"update-{standing.action.id}" + (f"--{standing.target.id}" if standing.target else "")


#: Why a row needs attention, the most urgent first: an id, and a heading.
REASONS = {
    "red": "Red",
    "suspected": "Not reported, but Red by the figures",
    "worse": "Worse than at the meeting before",
    "missing": NOT_REPORTED,
    "overdue": "Overdue",
    "differing": "The figures suggest another status",
}


def reason(row: Row) -> str:
    """The most urgent of the reasons why a row needs attention by itself; empty where there is none.

    What nobody reported on, and the figures suggest to be Red, is told by target (`suspicion.py`).
    """
    is_so = {
        "red": row.standing.status == "Red",
        "worse": row.worsened is not None,
        "missing": row.standing.status == NOT_REPORTED,
        "overdue": row.overdue,
        "differing": row.differs,
    }
    return next((name for name in REASONS if is_so.get(name)), "")
