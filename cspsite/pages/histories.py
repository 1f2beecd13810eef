"""A page for each action and each target: its status at every meeting, and what was written to each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cspsite import paths
from cspsite.evidence import CANNOT, CAVEATS, Evidence, of_rule
from cspsite.figures import Figure
from cspsite.markers import told
from cspsite.model import Action, Group, Target
from cspsite.pages import addresses
from cspsite.pages.page import Page
from cspsite.pages.site import Illustration, Site, render
from cspsite.pages.strips import Entry, GroupHistory
from cspsite.words import day_words


def pages(site: Site) -> Iterator[Page]:
    """The targets and then the actions of each group."""
    for id, group in site.data.groups.items():
        history = _Histories(site, id, group)
        for target in group.targets:
            yield history.of_target(target)
        for action in group.actions:
            yield history.of_action(action)


class _Histories:
    """One group's targets and actions on their way to pages."""

    def __init__(self, site: Site, id: str, group: Group) -> None:
        self.site = site
        self.id = id
        self.group = group
        self.found = GroupHistory(site, id, group)

    def of_action(self, action: Action) -> Page:
        """An action's page, with a strip for each target that it serves or was reported for."""
        address = addresses.action(self.id, action.id)
        strips = self.found.strips(action)
        entries = [entry for strip in strips for entry in strip.entries]
        markdown = render(
            "action.md.j2",
            address,
            id=self.id,
            group=self.group,
            action=action,
            strips=strips,
            markers=sorted(_marked(entries)),
            illustrations=self.illustrations(entries, _quoted(entries)),
        )
        return self._page(address, action.title, "action", markdown)

    def of_target(self, target: Target) -> Page:
        """A target's page: the actions that served it at each meeting, beside what the figures suggest."""
        address = addresses.target_history(self.id, target.id)
        found = self.found.of_target(target)
        entries = [entry for one in found for _, entry in one.parts]
        assessed = [one.evidence for one in found if one.evidence]
        figures = [evidence.own.actual for evidence in assessed if evidence.suggested != CANNOT]
        markdown = render(
            "target.md.j2",
            address,
            id=self.id,
            group=self.group,
            target=target,
            indicator=self.site.indicator_of(target),
            strips=self.found.serving(target),
            entries=found,
            rule=of_rule(self.site.data.partnership.rules.tolerance),
            markers=sorted(_markers(assessed) | _marked(entries)),
            illustrations=self.illustrations(entries, [*_quoted(entries), *figures], [target.indicator]),
        )
        return self._page(address, target.short, "target", markdown)

    def _page(self, address: str, name: str, sort: str, markdown: str) -> Page:
        return Page(
            address=address,
            title=f"{name}: history of the {sort}, {self.group.name}",
            description=f"The {sort} “{name}” of {self.group.name}: what was reported of it to every meeting.",
            markdown=markdown,
            source=paths.group(self.id),
            tags=self.site.tags_of(name),
            menu=False,
        )

    def illustrations(
        self, entries: list[Entry], figures: list[Figure], indicators: Iterable[str] = ()
    ) -> list[Illustration]:
        """Everything illustrative that a page shows: the group, meetings, reports, indicators and denominators."""
        days = self.found.days[::-1]
        told = {entry.day for entry in entries if entry.rows}
        ids = [*indicators, *(figure.request.indicator for figure in figures)]
        return self.site.illustrations(
            ("this group", self.group),
            *self.site.meeting_records(days),
            *((f"the report of {day_words(day)}", self.site.report(self.id, day)) for day in days if day in told),
            *self.site.indicator_records(dict.fromkeys(ids)),
            *self.site.denominator_records(figure.request.per for figure in figures),
        )


def _quoted(entries: list[Entry]) -> list[Figure]:
    """The figures that the words of the reports quote."""
    rows = (row for entry in entries for row in entry.rows)
    return [quotation.figure for row in rows for quotation in row.workings.quotations]


def _marked(entries: list[Entry]) -> frozenset[str]:
    """The markers that stand beside the figures in the words of the reports."""
    return frozenset().union(*(figure.markers for figure in _quoted(entries) if figure.value is not None))


def _markers(assessed: list[Evidence]) -> frozenset[str]:
    """Those that stand beside what the figures suggest: of where the target was, or of why that cannot be told."""
    shown = [one.own.actual.markers & CAVEATS for one in assessed if one.suggested != CANNOT]
    return frozenset().union(*shown, *(told(one.own.reason) for one in assessed))
