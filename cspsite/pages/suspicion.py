"""Targets that nobody reported on at a meeting, and that are Red by the figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cspsite.evidence import CAVEATS, Evidence, said
from cspsite.model import Target
from cspsite.pages import addresses
from cspsite.pages.attention import Row
from cspsite.pages.last_reported import LastReported, last_reported
from cspsite.pages.site import Site
from cspsite.statuses import NOT_REPORTED


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A target that the figures suggest to be Red, with the `rows` of its actions, none of which has a status.

    `owners` are those of the actions, without any the group's chair. `last` is None where nothing was reported before.
    """

    target: Target
    address: str
    group: str
    owners: str
    evidence: Evidence
    last: LastReported | None
    rows: tuple[Row, ...]

    @property
    def reason(self) -> str:
        """Where the target is and should be."""
        return said(self.evidence.own)

    @property
    def markers(self) -> frozenset[str]:
        """The markers that the reason shows."""
        return self.evidence.own.actual.markers & CAVEATS


def suspicions(site: Site, day: date, rows: Iterable[Row]) -> list[Suspicion]:
    """The targets of all rows at a meeting that are Red by the figures, and of which no action has a status."""
    by_target: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row.standing.target:
            by_target.setdefault((row.standing.group, row.standing.target.id), []).append(row)
    found = [_suspicion(site, day, own) for own in by_target.values()]
    return [one for one in found if one]


def _suspicion(site: Site, day: date, rows: list[Row]) -> Suspicion | None:
    id, target, evidence = rows[0].standing.group, rows[0].standing.target, rows[0].evidence
    is_silent = all(row.standing.status == NOT_REPORTED for row in rows)
    if not (target and evidence and is_silent and evidence.suggested == "Red"):
        return None
    group = site.data.groups[id]
    owners = dict.fromkeys(row.standing.action.owner for row in rows if row.standing.action.owner)
    return Suspicion(
        target=target,
        address=addresses.target(id, target.id),
        group=group.name,
        owners="; ".join(owners) or group.chair,
        evidence=evidence,
        last=last_reported(site, id, target, day),
        rows=tuple(rows),
    )
