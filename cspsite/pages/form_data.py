"""What the script of the web form is handed: the next report's rows, the rules, the figures, and last time's words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from cspsite import paths
from cspsite.form import PARTS
from cspsite.model import STATUSES, Meeting
from cspsite.owed import waiting
from cspsite.pages import addresses
from cspsite.pages.form_figures import FormFigure, form_figures, indicators_of
from cspsite.pages.form_rules import FormRules, form_rules
from cspsite.pages.site import Site
from cspsite.quote import Context
from cspsite.skeleton import Row, Skeleton, skeleton
from cspsite.words import day_words

#: For how many meetings a group has a form at most.
_FORMS = 3


@dataclass(frozen=True, slots=True)
class FormRow:
    """One update as the script writes and checks it.

    `name` is what findings call it, `suggested` the status that the figures suggest, empty where they suggest none.
    """

    action: str
    target: str | None
    heading: str
    name: str
    has_figures: bool
    has_owner: bool
    has_due: bool
    suggested: str


@dataclass(frozen=True, slots=True)
class FormData:
    """Everything that the form's script needs; `last` are the words of the last report by the box that they are for.

    `propose` is the address of GitHub's page for a new file among the group's reports, empty where nobody can send one.
    `elsewhere` are the meetings that have forms of their own.
    """

    group: str
    meeting: str
    elsewhere: list[str]
    meeting_words: str
    data_to: str
    month: int
    month_words: str
    file: str
    propose: str
    plans_for: str
    boxes: Mapping[str, int]
    characters: int | None
    rows: list[FormRow]
    rules: FormRules
    figures: Mapping[str, Mapping[str, FormFigure]]
    indicators: Mapping[str, str]
    last: Mapping[str, str]

    def as_json(self) -> str:
        """For an attribute of the page: plain ASCII, so that no sign is lost on the way."""
        return json.dumps(asdict(self), separators=(",", ":"))


def next_meetings(site: Site, id: str) -> list[Meeting]:
    """The meetings that the group has a form for, the first after its last report at the top.

    Where others have reported to one, its papers may be late or it may be over, so that the one after has a form too.
    """
    to_come, others = waiting(site.data, id).to_come, {day for _, day in site.data.reports}
    first_unheard = next((i for i, meeting in enumerate(to_come) if meeting.date not in others), len(to_come))
    return [*to_come[: first_unheard + 1][-_FORMS:]]


def form_address(site: Site, id: str, meeting: Meeting) -> str:
    """Where the form for a group's report to a meeting is; empty where there is none."""
    asked = next_meetings(site, id)
    if meeting not in asked:
        return ""
    return addresses.update(id, None if meeting == asked[0] else meeting.date)


def is_active(site: Site, id: str) -> bool:
    """Whether a group owes a report to a meeting, or has not ended by the last that is entered."""
    ends, meetings = site.data.groups[id].ends, site.data.meetings
    return bool(next_meetings(site, id)) or ends is None or not meetings or meetings[-1].date <= ends


def next_reports(site: Site, id: str) -> list[Skeleton]:
    """The reports that a group can write now, before anybody has written them; none where no meeting is entered."""
    return [skeleton(site.data, id, meeting) for meeting in next_meetings(site, id)]


def form_data(site: Site, report: Skeleton) -> FormData:
    """What the form of a report needs."""
    form, meeting, folder = site.data.partnership.form, report.meeting, paths.report(report.id, report.meeting.date)
    return FormData(
        group=report.id,
        meeting=meeting.date.isoformat(),
        elsewhere=[str(other.date) for other in next_meetings(site, report.id) if other != meeting],
        meeting_words=day_words(meeting.date),
        data_to=str(meeting.data_to),
        month=meeting.data_to.ordinal,
        month_words=meeting.data_to.words,
        file=folder.rpartition("/")[2],
        propose=site.proposals and f"{site.proposals}{folder.rpartition('/')[0]}",
        plans_for=form.plans_for,
        boxes={"achievements": form.achievements, "barriers": form.barriers},
        characters=form.characters,
        rows=[_row(site, report, row) for row in report.rows],
        rules=form_rules(site.data, report.group),
        figures=form_figures(site.quoter, report.group, meeting.data_to, report.previous),
        indicators={id: site.data.indicators[id].name for id in indicators_of(site.quoter, report.group)},
        last=_last(report),
    )


def _row(site: Site, report: Skeleton, row: Row) -> FormRow:
    target = row.target
    series = site.figures.series.get(target.indicator) if target else None
    context = Context(report.meeting.data_to, report.group, target)
    evidence = site.assessor.assess(target, context) if target else None
    return FormRow(
        action=row.action.id,
        target=target.id if target else None,
        heading=row.heading,
        name=f"{row.action.title} ({target.id})" if target else row.action.title,
        has_figures=series is None or not series.is_empty,
        has_owner=bool(row.action.owner),
        has_due=bool(row.action.due),
        suggested=evidence.suggested if evidence and evidence.suggested in STATUSES else "",
    )


def _last(report: Skeleton) -> dict[str, str]:
    """What each box held when it was last filled in, as it was typed."""
    found: dict[str, str] = {}
    for i, row in enumerate(report.rows):
        if row.previous:
            found |= {f"updates.{i}.{part}": getattr(row.previous, part) for part in PARTS}
    if before := report.previous:
        found |= {f"prepared_by.{name}": value or "" for name, value in before.prepared_by.model_dump().items()}
        for name in ("achievements", "barriers"):
            found |= {f"{name}.{i}": text for i, text in enumerate(getattr(before, name))}
        for i, issue in enumerate(before.other_issues):
            found |= {f"other_issues.{i}.title": issue.title, f"other_issues.{i}.text": issue.text}
            found[f"other_issues.{i}.recipient"] = issue.recipient or ""
    return {name: text for name, text in found.items() if text}
