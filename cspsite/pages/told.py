"""A report as it is told: its words as HTML, made once, for its own page and for its meeting's."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from weakref import WeakKeyDictionary

from markupsafe import Markup

from cspsite.form import PARTS
from cspsite.model import Group, Report, Update
from cspsite.pages.attention import anchor
from cspsite.pages.brief import Brief, brief
from cspsite.pages.environment import environment
from cspsite.pages.prose import Workings, render
from cspsite.pages.site import Site
from cspsite.past import SeenReport
from cspsite.quote import Context, Quotation
from cspsite.remedy import remedy
from cspsite.statuses import Standing


@dataclass(frozen=True, slots=True)
class Box:
    """An achievement or a barrier; without words it is a box that was left empty."""

    name: str
    words: Markup
    workings: Workings


@dataclass(frozen=True, slots=True)
class Issue:
    """An other issue."""

    title: str
    recipient: str | None
    words: Markup
    workings: Workings


@dataclass(frozen=True, slots=True)
class Remedial:
    """What is done about a status, and as plain words by whom and by when; each is empty where it is not given."""

    words: Markup
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the form's action table; `parts` are headings with their words, none without an update.

    The last of the parts may be the remedial action, with its owner and day; `remedy` has them one by one.
    """

    standing: Standing
    title: str
    anchor: str
    workings: Workings
    parts: list[tuple[str, Markup]] = field(default_factory=list)
    remedy: Remedial | None = None

    @property
    def remedial(self) -> Brief | None:
        """The beginning of its remedial action; None where the report gives none."""
        return brief(self.remedy.words) if self.remedy and self.remedy.words else None


@dataclass(frozen=True, slots=True)
class Told:
    """A whole report in its order; `seen` is how its meeting had it, where that is known."""

    boxes: list[Box]
    rows: list[Row]
    issues: list[Issue]
    seen: SeenReport | None = None

    def quotations(self) -> list[Quotation]:
        """Every figure that the report quotes, in its order."""
        parts: list[Box | Row | Issue] = [*self.boxes, *self.rows, *self.issues]
        return [quotation for part in parts for quotation in part.workings.quotations]


def tell(site: Site, report: Report) -> Told:
    """The report in HTML; links of its figures lead to workings on its own page."""
    told = _TOLD.setdefault(site, {})
    key = (report.group, report.meeting)
    if key not in told:
        told[key] = _Telling(site, report, site.data.groups[report.group]).whole()
    return told[key]


#: Reports that are told already; they go when their site does.
_TOLD: WeakKeyDictionary[Site, dict[tuple[str, date], Told]] = WeakKeyDictionary()


class _Telling:
    """One report on its way to HTML."""

    def __init__(self, site: Site, report: Report, group: Group) -> None:
        self.site = site
        self.report = report
        self.group = group
        self.plain = Context(report.data_to, group)
        self.seen = site.past.report(report)

    def whole(self) -> Told:
        """Every part of the report."""
        standings = self.site.standings(self.report.group, self.report.meeting)
        return Told(self.boxes(), [self.row(standing) for standing in standings], self.issues(), self.seen)

    def boxes(self) -> list[Box]:
        """Each achievement and barrier, and the form's boxes that were left empty."""
        form = self.site.data.partnership.form
        found = []
        for name, items, wanted in (
            ("Achievement", self.report.achievements, form.achievements),
            ("Barrier", self.report.barriers, form.barriers),
        ):
            for i in range(max(len(items), wanted)):
                workings = Workings(self.site.quoter, self.plain, f"{name.lower()}-{i + 1}", self.seen)
                words = render(items[i], workings) if i < len(items) else Markup("")
                found.append(Box(f"{name} {i + 1}", words, workings))
        return found

    def row(self, standing: Standing) -> Row:
        """One row, with the parts that its update has or should have."""
        update = standing.update
        context = Context(self.report.data_to, self.group, standing.target)
        workings = Workings(self.site.quoter, context, anchor(standing), self.seen)
        if update is None:
            return Row(standing, standing.action.title, anchor(standing), workings)
        plans = f"Plans for the {self.site.data.partnership.form.plans_for}"
        parts = [("Progress to date", render(update.progress, workings)), (plans, render(update.plans, workings))]
        done = None
        if update.remedial_action or update.status in ("Red", "Amber"):
            done, words = _remedial(update, workings)
            parts.append((PARTS["remedial_action"], words))
        return Row(standing, update.heading, anchor(standing), workings, parts, done)

    def issues(self) -> list[Issue]:
        """Each other issue."""
        found = []
        for i, issue in enumerate(self.report.other_issues, 1):
            workings = Workings(self.site.quoter, self.plain, f"issue-{i}", self.seen)
            found.append(Issue(issue.title, issue.recipient, render(issue.text, workings), workings))
        return found


def _remedial(update: Update, workings: Workings) -> tuple[Remedial, Markup]:
    """The remedial action of an update, and the whole of it with its owner and day below."""
    found = remedy(update.remedial_action)
    words, owner = render(found.words, workings), render(found.owner, workings)
    made = Remedial(words, owner.striptags(), found.due_words)
    if not (made.owner or made.due):
        return made, words
    template = environment().get_template("remedy.html.j2")
    return made, Markup(template.render(words=words, owner=owner, due=made.due))  # noqa: S704 - a template's
