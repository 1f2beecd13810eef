"""The web form for a group's next report: every box, with last time's words and what the figures say beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from cspsite.form import PARTS
from cspsite.model import STATUSES, Group, Meeting
from cspsite.pages import addresses
from cspsite.pages.chart_view import ChartView, trend_view
from cspsite.pages.evidence_view import EvidenceView, evidence_view
from cspsite.pages.form_data import form_data, is_active, next_reports
from cspsite.pages.page import Page
from cspsite.pages.site import Illustration, Site, render
from cspsite.pages.told import Told, tell
from cspsite.quote import Context
from cspsite.skeleton import Row, Skeleton

#: How many years a chart goes back, as on a report's page.
_YEARS = 5
_NAME_SHOWN = "The site shows your name with the report."
_NAME_HIDDEN = (
    "The site shows your role and organisation, but not your name. The report's file keeps it: leave it out if nobody "
    "who sees the repository should read it."
)
_HINTS = {
    "progress": "What has been done, and what came of it.",
    "plans": "What will be done, by whom and by when.",
    "remedial_action": (
        "For Red and Amber: what will be done about it. End with two lines: “Owner:” and the organisation or role that "
        "does it, then “Due:” and the day, such as 8 January 2007."
    ),
}


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the form: the name of its field, its label, how high it is, and last time's words as they read."""

    name: str
    label: str
    rows: int
    words: Markup = field(default_factory=Markup)
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside an update: its target's chart and what the figures suggest.

    `above` is the anchor of the update that shows them already.
    """

    above: str = ""
    view: ChartView | None = None
    evidence: EvidenceView | None = None


@dataclass(frozen=True, slots=True)
class FormUpdate:
    """One update of the form, with where the report that last spoke of it is."""

    number: int
    row: Row
    boxes: list[Box]
    beside: Beside
    last_address: str

    @property
    def anchor(self) -> str:
        """The id of its section."""
        return _anchor(self.number)


def pages(site: Site) -> Iterator[Page]:
    """One page for each group that still reports, and one more for each later meeting that it can report to."""
    for id, group in site.data.groups.items():
        reports = next_reports(site, id)
        forms = [_Form(site, report, _address(id, reports, report)) for report in reports]
        for form in forms:
            others = [(other.report.meeting, other.address) for other in forms if other is not form]
            yield _page(group, form.address, form.markdown(others))
        if not forms and is_active(site, id):
            yield _page(group, addresses.update(id), _without_meeting(site, id))


def _address(id: str, reports: list[Skeleton], report: Skeleton) -> str:
    """Where the form of a report is: the first is the group's next update."""
    return addresses.update(id, None if report is reports[0] else report.meeting.date)


def _page(group: Group, address: str, markdown: str) -> Page:
    """The page; the search leaves it out, as it repeats the last report."""
    return Page(
        address=address,
        title=f"{group.name}: write the next update",
        description=f"The form for the next report of {group.name}, with its last words and its figures.",
        markdown=markdown,
        source="",
        search=0,
        toc=False,
    )


def _without_meeting(site: Site, id: str) -> str:
    """The page while no meeting is entered that the group could report to."""
    return render(
        "update_without_meeting.md.j2",
        addresses.update(id),
        group=site.data.groups[id],
        group_address=addresses.group(id),
        last=next(iter(site.data.reports_of(id)), None),
    )


class _Form:
    """The form of one report on its way to its page."""

    def __init__(self, site: Site, report: Skeleton, address: str) -> None:
        self.site = site
        self.report = report
        self.address = address

    def markdown(self, others: list[tuple[Meeting, str]]) -> str:
        """The page with the form; `others` are the meetings with forms of their own, and where these are."""
        report = self.report
        return render(
            "update.md.j2",
            self.address,
            group=report.group,
            group_address=addresses.group(report.id),
            meeting=report.meeting,
            others=others,
            last=report.previous,
            last_address=addresses.report(report.id, report.previous.meeting) if report.previous else "",
            form=self.site.data.partnership.form,
            name_hint=_NAME_SHOWN if self.site.data.partnership.publication.officers_names else _NAME_HIDDEN,
            data=form_data(self.site, report),
            statuses=STATUSES,
            achievements=self.boxes("achievements", "Achievement"),
            barriers=self.boxes("barriers", "Barrier"),
            updates=self.updates(),
            issues=self.issues(),
            scripts=addresses.FORM_SCRIPTS,
            illustrations=self.illustrations(),
        )

    def told(self, day: date | None) -> Told | None:
        """The group's report to the meeting on a day, as it reads."""
        report = self.site.report(self.report.id, day) if day else None
        return tell(self.site, report) if report else None

    @property
    def last(self) -> Told | None:
        """The last report as it reads."""
        return self.told(self.report.previous.meeting) if self.report.previous else None

    def updates(self) -> list[FormUpdate]:
        """Every action that is under way, for each of its targets; a target's figures stand with the first of them."""
        shown: dict[str, str] = {}
        found = []
        for number, row in enumerate(self.report.rows):
            beside = self.beside(row, shown)
            if row.target:
                shown.setdefault(row.target.id, _anchor(number))
            address = addresses.report(self.report.id, row.said_on) if row.said_on else ""
            found.append(FormUpdate(number, row, self.parts(number, row), beside, address))
        return found

    def beside(self, row: Row, shown: dict[str, str]) -> Beside:
        """What the figures say of an update's target."""
        target = row.target
        if target is None or not self.site.indicator_of(target):
            return Beside()
        if target.id in shown:
            return Beside(shown[target.id])
        context = Context(self.report.meeting.data_to, self.report.group, target)
        view = trend_view(self.site, target.indicator, context, name=target.id, last_years=_YEARS)
        return Beside("", view, evidence_view(self.site, target, context))

    def parts(self, number: int, row: Row) -> list[Box]:
        """The boxes of one update."""
        said = self.said(row)
        plans = f"Plans for the {self.site.data.partnership.form.plans_for}"
        labels = {**PARTS, "plans": plans}
        return [
            Box(
                f"updates.{number}.{part}",
                label,
                7 if part == "progress" else 4,
                said.get(part, Markup()),
                _HINTS[part],
            )
            for part, label in labels.items()
        ]

    def said(self, row: Row) -> dict[str, Markup]:
        """What was last said of an action, as it reads there, by the part that it belongs to."""
        told = self.told(row.said_on)
        for other in told.rows if told else ():
            if other.standing.action.id == row.action.id and other.standing.target == row.target:
                return dict(zip(PARTS, (words for _, words in other.parts), strict=False))
        return {}

    def boxes(self, name: str, label: str) -> list[Box]:
        """The boxes for achievements or barriers: as many as the form has or the last report filled, one at least."""
        words = [box.words for box in self.last.boxes if box.name.startswith(label)] if self.last else []
        wanted: int = getattr(self.site.data.partnership.form, name)
        words += [Markup()] * (max(wanted, 1) - len(words))
        return [Box(f"{name}.{i}", f"{label} {i + 1}", 3, said) for i, said in enumerate(words)]

    def issues(self) -> list[Box]:
        """A box for each other issue of the last report, and one at least."""
        words = [issue.words for issue in self.last.issues] if self.last else []
        return [Box(f"other_issues.{i}", f"Issue {i + 1}", 4, said) for i, said in enumerate(words or [Markup()])]

    def illustrations(self) -> list[Illustration]:
        """Everything illustrative that the page shows."""
        return self.site.illustrations(
            ("the last report", self.report.previous),
            ("this group", self.report.group),
            ("this meeting", self.report.meeting),
            *self.site.indicator_records(dict.fromkeys(target.indicator for target in self.report.group.targets)),
        )


def _anchor(number: int) -> str:
    return f"update-{number + 1}"
