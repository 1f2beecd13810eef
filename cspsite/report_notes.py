"""What stands beside the empty boxes of a new report's file: what was last said, the figures to quote, what is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cspsite.evidence import CANNOT, Assessor
from cspsite.evidence_words import where
from cspsite.form import PARTS
from cspsite.lines import Key
from cspsite.model import STATUSES, Form, Indicator, OtherIssue, Target
from cspsite.numbers import counted
from cspsite.quotable import quotable
from cspsite.quote import STANDARD, Context, Quoter
from cspsite.remedy import ASKED
from cspsite.report_text import Notes
from cspsite.skeleton import Row, Skeleton
from cspsite.words import day_words

#: The figures that are listed for a target where it has them; the indicator's page has all.
LISTED = (*STANDARD, "actual", "expected", "gap", "gap_count", "projection.target")
_NOT_PUBLISHED = (
    "What stands between these signs, here and below, is for you. It is not published: leave it or delete it."
)
_RECIPIENT = "Begin each with a heading ### of its own. A line **For:** below it says whom it is for."


def notes(skeleton: Skeleton, quoter: Quoter) -> Notes:
    """The notes for `report_text`; figures are those at the meeting's last month."""
    form = quoter.data.partnership.form
    found: dict[Key, str] = {
        (): _top(skeleton, form),
        ("achievements",): _items(skeleton, "achievements", form.achievements),
        ("barriers",): _items(skeleton, "barriers", form.barriers),
        ("updates",): _statuses(),
        ("other_issues",): _issues(skeleton),
    }
    figures = _Figures(skeleton, quoter)
    for i, row in enumerate(skeleton.rows):
        found["updates", i] = "\n".join([*_row(skeleton, row), *figures.of(row.target)])
        found |= {("updates", i, part): _part(row, part) for part in PARTS}
    return {place: words for place, words in found.items() if words}


def _top(skeleton: Skeleton, form: Form) -> str:
    """Whose report it is, what is due by when, and what there is to fill in."""
    meeting, rows = skeleton.meeting, len(skeleton.rows)
    boxes = [(form.achievements, "achievement"), (form.barriers, "barrier"), (rows, "update")]
    wanted = ", ".join(counted(str(number), f"{noun}s") for number, noun in boxes if number)
    said = [f"{skeleton.group.name}: report to the meeting of {day_words(meeting.date)}."]
    if meeting.papers_due:
        said.append(f"The papers are due on {day_words(meeting.papers_due)}.")
    if wanted:
        said.append(f"To fill in: who prepared it, {wanted}.")
    late = dict.fromkeys(f"- {row.action.title} ({_was_due(row.action.due)})" for row in skeleton.overdue)
    if late:
        said += ["Past the due date and not closed, so say why, or by when it will be done:", *late]
    return "\n".join([*said, _NOT_PUBLISHED])


def _was_due(day: date | None) -> str:
    return f"due on {day_words(day)}" if day else ""


def _items(skeleton: Skeleton, name: str, wanted: int) -> str:
    """How many items the form asks for, and the last report's."""
    asked = f"The form asks for {wanted}, each on a line that begins with a hyphen." if wanted else ""
    given: tuple[str, ...] = getattr(skeleton.previous, name) if skeleton.previous else ()
    return "\n".join(filter(None, [asked, *_before(skeleton, [f"- {item}" for item in given])]))


def _before(skeleton: Skeleton, rows: list[str]) -> list[str]:
    """What the last report said, under a line that says which it was."""
    previous = skeleton.previous
    return [f"In the report of {day_words(previous.meeting)}:", *rows] if previous and rows else []


def _statuses() -> str:
    """What the three words mean."""
    words = [f"{status}: {meaning}." for status, meaning in STATUSES.items()]
    return "\n".join(["Write one word after **Status:**", *words])


def _issues(skeleton: Skeleton) -> str:
    """How to write an issue, and the last report's."""
    issues = skeleton.previous.other_issues if skeleton.previous else ()
    return "\n".join([_RECIPIENT, *_before(skeleton, [_issue(issue) for issue in issues])])


def _issue(issue: OtherIssue) -> str:
    recipient = f" (for {issue.recipient})" if issue.recipient else ""
    return "\n".join(filter(None, [f"- {issue.title}{recipient}", issue.text]))


def _row(skeleton: Skeleton, row: Row) -> Iterator[str]:
    """What an update is about, when it is due, and the last status."""
    yield f"Action: {row.action.title}"
    if row.action.owner:
        yield f"Owner: {row.action.owner}"
    if row.target:
        yield f"Target: {row.target.short}"
    if row.action.due:
        past = row.overdue_on(skeleton.meeting.date)
        yield f"Past its due date: {day_words(row.action.due)}" if past else f"Due: {day_words(row.action.due)}"
    if row.previous and row.said_on:
        yield f"In the report of {day_words(row.said_on)}: {row.previous.status or 'no status was given'}."
    else:
        yield "This is the first update on it."


def _part(row: Row, part: str) -> str:
    """What the last update said under one heading."""
    before: str = getattr(row.previous, part) if row.previous else ""
    asked = ASKED if part == "remedial_action" else ""
    said = f"In the report of {day_words(row.said_on)}:\n{before}" if before and row.said_on else ""
    return "\n".join(filter(None, [asked, said]))


class _Figures:
    """The figures of each target that can be quoted, listed where the target is first met."""

    def __init__(self, skeleton: Skeleton, quoter: Quoter) -> None:
        self.quoter = quoter
        self.context = Context(skeleton.meeting.data_to, skeleton.group)
        self.assessor = Assessor(quoter)
        self.listed: set[str] = set()

    def of(self, target: Target | None) -> list[str]:
        """The lines about one target; where they stood before, a line that says so."""
        indicator = self.quoter.data.indicators.get(target.indicator) if target else None
        if target is None or indicator is None:
            return []
        if target.id in self.listed:
            return ["Its figures are listed at the first update on this target."]
        self.listed.add(target.id)
        context = Context(self.context.data_to, self.context.group, target)
        return [*self.evidence(target, indicator, context), *self.codes(target, indicator, context)]

    def evidence(self, target: Target, indicator: Indicator, context: Context) -> list[str]:
        """What the figures say of the target's course."""
        evidence = self.assessor.assess(target, context)
        if evidence is None:
            return []
        suggested = [] if evidence.suggested == CANNOT else [f"The figures suggest {evidence.suggested}."]
        return [*where(evidence, indicator), *suggested]

    def codes(self, target: Target, indicator: Indicator, context: Context) -> Iterator[str]:
        """Each figure with its code, and where the others are."""
        known = quotable(self.quoter, target.indicator, context)
        listed = [one for one in known if one.figure.request.name in LISTED and one.figure.value is not None]
        if {one.figure.request.name for one in listed} <= {"expected"}:  # which needs no counts
            yield "No figure can be quoted for it: say on what the status rests."
            return
        yield f"Figures to quote, as they are with the counts to {context.data_to.words}:"
        width = max(len(one.token) for one in listed)
        yield from (f"{one.token:{width}}  {one.text}" for one in listed)
        if indicator.components:
            yield f"The same for its parts: {', '.join(indicator.components)}."
        yield f"All others, and how to write them in words: the site's page on {indicator.name}, “Quote this figure”."
