"""What a report's page answers first: how many actions have each status, and what is done about those that are Red."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cspsite.pages.attention import Row
from cspsite.pages.brief import Brief
from cspsite.pages.told import Remedial, Told
from cspsite.statuses import whole_tally

#: How many that are Red are told with their owner and remedial action; the table has all.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One action's status, under the heading that its part of the page has, where it is told in full."""

    title: str
    anchor: str
    row: Row
    remedial: Brief | None
    remedy: Remedial | None


@dataclass(frozen=True, slots=True)
class Statuses:
    """The status of every action in the order of the form; `tally` has every status, those that none has too."""

    rows: Sequence[StatusRow]
    tally: Mapping[str, int]

    @property
    def actions(self) -> int:
        """How many actions there are: one has a status for each target that it serves."""
        return len({one.row.standing.action.id for one in self.rows})

    @property
    def red(self) -> Sequence[StatusRow]:
        """The first that are Red."""
        return self._red[:_NAMED]

    @property
    def more_red(self) -> int:
        """How many are Red beside those."""
        return len(self._red[_NAMED:])

    @property
    def _red(self) -> list[StatusRow]:
        return [one for one in self.rows if one.row.standing.status == "Red"]


def statuses(told: Told, rows: Mapping[str, Row]) -> Statuses:
    """The statuses of a report as it is told; `rows` has where each action stands, by its anchor."""
    found = [StatusRow(one.title, one.anchor, rows[one.anchor], one.remedial, one.remedy) for one in told.rows]
    return Statuses(found, whole_tally(row.standing for row in told.rows))
