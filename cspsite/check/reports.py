"""Whether each report is whole: its facts, its boxes, a meeting that exists, and a report from every group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.check.updates import Updates
from cspsite.findings import Finding, nearest
from cspsite.model import Group, Report

OTHER_GROUP = re.compile(r"\bDelivery Group\b", re.IGNORECASE)
#: An item that says in words that there is none.
NONE = re.compile(
    r"(there (are|is|were|was) )?(none|nil|nothing|no (new |major |significant )?(achievements?|barriers?))"
    r"( (at|during|for|identified|in|known|new|reported|since|so far|this|to) ?[^.]{0,60})?[.!]?",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Every report, and every report that is not there."""
    for report in subject.data.reports.values():
        yield from _Reported(subject, report).findings()
    for id, group in subject.data.groups.items():
        yield from _missing(subject, id, group)


def _missing(subject: Subject, id: str, group: Group) -> Iterator[Finding]:
    """The meetings without a report, but for those that the group's stray files may be meant for."""
    due = [meeting.date for meeting in subject.data.meetings if meeting.date <= subject.today]
    present = {*subject.texts, *subject.broken}
    gone = [day for day in due if group.active_on(day) and paths.report(id, day) not in present]
    known = {paths.report(id, meeting.date) for meeting in subject.data.meetings}
    strays = [path for path in present - known if path.startswith(f"groups/{id}/") and path != paths.group(id)]
    strays += [
        other for other, day in subject.data.reports if other not in subject.data.groups and nearest(other, [id])
    ]
    for day in gone[: max(len(gone) - len(strays), 0)]:
        found = f"no report to the meeting of {day}"
        yield subject.finding("report-missing", paths.group(id), (), found, paths.report(id, day))


class _Reported:
    """The checks of one report."""

    def __init__(self, subject: Subject, report: Report) -> None:
        self.subject = subject
        self.report = report
        self.path = paths.report(report.group, report.meeting)

    def finding(self, code: str, key: tuple[str | int, ...], found: str, expected: str, advice: str = "") -> Finding:
        """A finding at one key of the report."""
        return self.subject.finding(code, self.path, key, found, expected, advice)

    def findings(self) -> Iterator[Finding]:
        """Everything about the report, in the order of the form."""
        yield from self.facts()
        updates = Updates(self.subject, self.report)
        if not self.subject.unreadable(paths.PARTNERSHIP):
            yield from self.boxes()
        if self.subject.data.partnership.form.barriers and all(map(NONE.fullmatch, self.report.barriers)):
            yield from updates.risks()
        yield from updates.findings()
        yield from self.issues()

    def facts(self) -> Iterator[Finding]:
        """Classification, meeting and last month."""
        report, meeting = self.report, self.subject.data.meeting(self.report.meeting)
        if report.classification != "OFFICIAL":
            yield self.finding("not-official", ("classification",), report.classification, "OFFICIAL")
        if meeting is None:
            if not self.subject.unreadable(paths.PARTNERSHIP):
                days = [str(m.date) for m in self.subject.data.meetings]
                yield self.finding("unknown-meeting", (), str(report.meeting), "one of " + ", ".join(days))
        elif meeting.data_to != report.data_to and meeting in self.subject.meetings:
            expected = f"{meeting.data_to}, the meeting's"
            yield self.finding("data-to-differs", ("data_to",), str(report.data_to), expected)

    def boxes(self) -> Iterator[Finding]:
        """Whether the boxes of the form are filled; one that says that there is none speaks for all."""
        form = self.subject.data.partnership.form
        for name, wanted in (("achievements", form.achievements), ("barriers", form.barriers)):
            items: tuple[str, ...] = getattr(self.report, name)
            if len(items) < wanted and self.subject.lines.has(self.path, name) and not any(map(NONE.fullmatch, items)):
                code, found = f"{name}-missing", f"{len(items)} of {wanted} {name}"
                advice = self.subject.advice(code, self.path, (name,))
                yield self.finding(code, (name,), found, f"{wanted} {name}", advice)

    def issues(self) -> Iterator[Finding]:
        """Other issues that name another group but no recipient."""
        for i, issue in enumerate(self.report.other_issues):
            if issue.recipient is None and OTHER_GROUP.search(issue.text):
                yield self.finding("issue-without-recipient", ("other_issues", i), issue.title, "**For:** and a name")
