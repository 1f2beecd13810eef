"""What needs attention at a meeting: under each reason, what it is about, who owns it, what is done, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from cspsite.markers import told
from cspsite.model import Action, Meeting
from cspsite.owed import Owed, missing
from cspsite.pages import addresses
from cspsite.pages.attention import REASONS, Row, anchor, reason, rows
from cspsite.pages.brief import Brief
from cspsite.pages.form_data import form_address
from cspsite.pages.site import Site
from cspsite.pages.suspicion import Suspicion, suspicions
from cspsite.pages.told import tell
from cspsite.statuses import whole_tally


@dataclass(frozen=True, slots=True)
class Item:
    """An action that needs attention, with the beginning of its remedial action; None where the report gives none.

    `owner` and `due` are those of the remedial action, empty where the report does not say them.
    """

    row: Row
    group: str
    remedial: Brief | None
    owner: str
    due: str

    @property
    def needs_remedy(self) -> bool:
        """Whether a remedial action has to be given: for Red and Amber."""
        return self.row.standing.status in ("Red", "Amber")


@dataclass(frozen=True, slots=True)
class Absence:
    """A report that was not received: where its group and the form for it are, and the actions without a status."""

    owed: Owed
    address: str
    form_address: str
    actions: Sequence[tuple[Action, str]]


@dataclass(frozen=True, slots=True)
class Section:
    """What needs attention for one reason."""

    id: str
    heading: str
    suspected: Sequence[Suspicion]
    absences: Sequence[Absence]
    items: Sequence[Item]

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.suspected) + len(self.absences) + len(self.items)


class Exceptions:
    """What a meeting's papers say, and what of it needs attention.

    A report that was not received is one thing, not as many as its group has actions. At a meeting whose papers are
    still to come nothing needs attention but the actions that were overdue at the meeting before.
    """

    def __init__(self, site: Site, meeting: Meeting) -> None:
        self.site = site
        self.meeting = meeting
        self.is_awaited = site.is_awaited(meeting)
        self.groups = [id for id, group in site.data.groups.items() if group.active_on(meeting.date)]

    @cached_property
    def rows(self) -> dict[str, list[Row]]:
        """The action table of each group that owed a report."""
        return {id: rows(self.site, id, self.meeting.date) for id in self.groups}

    @property
    def tally(self) -> dict[str, int]:
        """How many actions have each status, also those that none has."""
        return whole_tally(row.standing for own in self.rows.values() for row in own)

    @cached_property
    def missing(self) -> list[Absence]:
        """The reports that are not there."""
        return [self._absence(owed) for owed in missing(self.site.data, self.meeting)]

    @cached_property
    def suspected(self) -> list[Suspicion]:
        """What is Red by the figures, and nobody reported on; nothing while the papers are still to come."""
        every = (row for own in self.rows.values() for row in own)
        return [] if self.is_awaited else suspicions(self.site, self.meeting.date, every)

    @cached_property
    def sections(self) -> list[Section]:
        """What needs attention, by the most urgent reason of each; reasons that nothing has are left out."""
        absent = {absence.owed.id for absence in self.missing}
        items: dict[str, list[Item]] = {name: [] for name in REASONS}
        told = [row for one in self.suspected for row in one.rows]
        for id, own in self.rows.items():
            for row in (row for row in own if row not in told):
                if why := self._overdue(row) if id in absent else reason(row):
                    items[why].append(self._item(id, row))
        found = [
            Section(
                name,
                heading,
                self.suspected if name == "suspected" else (),
                self.missing if name == "missing" and not self.is_awaited else (),
                items[name],
            )
            for name, heading in REASONS.items()
        ]
        return [section for section in found if section.number]

    @property
    def items(self) -> list[Item]:
        """Every action that needs attention."""
        return [item for section in self.sections for item in section.items]

    @property
    def red(self) -> list[Row]:
        """The rows that were reported Red."""
        return [row for own in self.rows.values() for row in own if row.standing.status == "Red"]

    def name(self, group: str) -> str:
        """What a group is called."""
        return self.site.data.groups[group].name

    @property
    def differing(self) -> list[Row]:
        """The rows whose status is another than the figures suggest."""
        return [item.row for item in self.items if item.row.differs]

    @property
    def markers(self) -> frozenset[str]:
        """The markers that stand in what is told."""
        said = (item.remedial.text for item in self.items if item.remedial)
        figures = [row.markers for row in self.differing] + [one.markers for one in self.suspected]
        return frozenset().union(*figures, *map(told, said))

    def _overdue(self, row: Row) -> str:
        """Of actions without a report, only that they are overdue is told apart from the report."""
        due, before = row.standing.action.due, self.site.preceding(self.meeting) if self.is_awaited else None
        is_old = not self.is_awaited or (before is not None and due is not None and due < before.date)
        return "overdue" if row.overdue and is_old else ""

    def _item(self, id: str, row: Row) -> Item:
        """An action with what its report says is done about it, in short."""
        report, place = self.site.report(id, self.meeting.date), anchor(row.standing)
        rows = tell(self.site, report).rows if report else []
        told = next((one for one in rows if one.anchor == place and one.remedy), None)
        owner, due = (told.remedy.owner, told.remedy.due) if told and told.remedy else ("", "")
        return Item(row, self.name(id), told.remedial if told else None, owner, due)

    def _absence(self, owed: Owed) -> Absence:
        actions = dict.fromkeys(_named(self.rows.get(owed.id, ()), owed.id))
        form = form_address(self.site, owed.id, owed.meeting)
        return Absence(owed, addresses.group(owed.id), form, [*actions])


def _named(own: Iterable[Row], id: str) -> Iterable[tuple[Action, str]]:
    """Actions, with the pages that tell of them at every meeting."""
    return ((row.standing.action, addresses.action(id, row.standing.action.id)) for row in own)
