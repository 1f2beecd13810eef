"""Whether each report is whole: every action, every status, plans, remedial action, and a meeting that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.findings import Finding, nearest
from cspsite.model import Group, Report, Update
from cspsite.statuses import expected_updates

_RISK = re.compile(
    r"\b(concerns?|shortfalls?|risks?|could not|cannot|challeng\w+|delays?|difficult\w*)\b", re.IGNORECASE
)
_OTHER_GROUP = re.compile(r"\bDelivery Group\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """Every report, and every report that is not there."""
    for report in subject.data.reports.values():
        group = subject.data.groups.get(report.group)
        yield from _Reported(subject, report, group).findings()
    yield from _missing(subject)


def _missing(subject: Subject) -> Iterator[Finding]:
    for meeting in subject.data.meetings:
        for id, group in subject.data.groups.items():
            path = paths.report(id, meeting.date)
            if meeting.date <= subject.today and group.active_on(meeting.date) and path not in subject.texts:
                found = f"no report to the meeting of {meeting.date}"
                yield subject.finding("report-missing", paths.group(id), (), found, path)


class _Reported:
    """The checks of one report."""

    def __init__(self, subject: Subject, report: Report, group: Group | None) -> None:
        self.subject = subject
        self.report = report
        self.group = group
        self.path = paths.report(report.group, report.meeting)

    def finding(self, code: str, key: tuple[str | int, ...], found: str, expected: str, advice: str = "") -> Finding:
        return self.subject.finding(code, self.path, key, found, expected, advice)

    def findings(self) -> Iterator[Finding]:
        yield from self.facts()
        yield from self.boxes()
        for i, update in enumerate(self.report.updates):
            yield from self.named(i, update)
            yield from self.complete(i, update)
        if self.group and not self.subject.unreadable(paths.group(self.report.group)):
            yield from self.absent(self.group)
        yield from self.issues()

    def facts(self) -> Iterator[Finding]:
        report, meeting = self.report, self.subject.data.meeting(self.report.meeting)
        if report.classification != "OFFICIAL":
            yield self.finding("not-official", ("classification",), report.classification, "OFFICIAL")
        if meeting is None:
            if not self.subject.unreadable(paths.PARTNERSHIP):
                days = [str(m.date) for m in self.subject.data.meetings]
                yield self.finding("unknown-meeting", (), str(report.meeting), "one of " + ", ".join(days))
        elif meeting.data_to != report.data_to:
            yield self.finding(
                "data-to-differs", ("data_to",), str(report.data_to), f"{meeting.data_to}, the meeting's"
            )

    def boxes(self) -> Iterator[Finding]:
        form = self.subject.data.partnership.form
        for name, wanted in (("achievements", form.achievements), ("barriers", form.barriers)):
            given = len(getattr(self.report, name))
            if given < wanted:
                yield self.finding(f"{name}-missing", (name,), f"{given} of {wanted} {name}", f"{wanted} {name}")
        if not self.report.barriers and form.barriers:
            yield from self.risks()

    def risks(self) -> Iterator[Finding]:
        for i, update in enumerate(self.report.updates):
            if match := _RISK.search(update.progress):
                place = self.subject.lines.place(self.path, "updates", i, "progress")
                place = self.subject.later(place, update.progress, match.start())
                yield Finding(
                    "risk-not-a-barrier",
                    place,
                    f"“{match[0]}” in the update on {self.name(update)}",
                    "a barrier",
                )

    def name(self, update: Update) -> str:
        """The action by its title, as a reader of the finding knows it."""
        action = self.group.action(update.action) if self.group else None
        title = action.title if action else update.heading
        return f"{title} ({update.target})" if update.target else title

    def named(self, i: int, update: Update) -> Iterator[Finding]:
        """Whether the update names an action of the group, and a target that it serves, once."""
        key = ("updates", i)
        if update.key in [earlier.key for earlier in self.report.updates[:i]] and update.action:
            yield self.finding("update-twice", key, self.anchor(update.action, update.target), "one update")
        if self.group is None or not update.action or self.subject.unreadable(paths.group(self.report.group)):
            return
        action = self.group.action(update.action)
        if action is None:
            known = [known.id for known in self.group.actions]
            close = nearest(update.action, known)
            advice = f"Did you mean {close}?" if close else ""
            yield self.finding("unknown-action", key, update.action, "one of " + ", ".join(known), advice)
        elif (update.target is not None or action.targets) and update.target not in action.targets:
            expected = " or ".join(self.anchor(action.id, target) for target in action.targets or (None,))
            yield self.finding("action-not-for-target", key, self.anchor(update.action, update.target), expected)

    @staticmethod
    def anchor(action: str, target: str | None) -> str:
        return f"{{#{action}.{target}}}" if target else f"{{#{action}}}"

    def complete(self, i: int, update: Update) -> Iterator[Finding]:
        key, name = ("updates", i), self.name(update)
        if update.status is None:
            yield self.finding("status-missing", (*key, "status"), name, "Red, Amber or Green")
        elif update.target and self.without_figures(update.target):
            found = f"{update.status} for {name}, with no figure"
            yield self.finding("status-without-figures", (*key, "status"), found, "figures for the target")
        if not update.progress:
            yield self.finding("no-progress", (*key, "progress"), name, "#### Progress with some words")
        if not update.plans:
            plans = f"#### Plans for the {self.subject.data.partnership.form.plans_for}"
            yield self.finding("no-plans", (*key, "plans"), name, plans)
        if update.status in ("Red", "Amber") and not update.remedial_action:
            found = f"{update.status} for {name}"
            yield self.finding("no-remedial-action", (*key, "remedial_action"), found, "#### Remedial action")

    def without_figures(self, target_id: str) -> bool:
        target = self.group.target(target_id) if self.group else None
        series = self.subject.figures.series.get(target.indicator) if target else None
        return series is not None and series.is_empty

    def absent(self, group: Group) -> Iterator[Finding]:
        given = {update.key for update in self.report.updates}
        for action, target in expected_updates(group, self.report.meeting):
            if (action.id, target) not in given and (target is None or group.target(target)):
                name = f"{action.title} ({target})" if target else action.title
                expected = f"### … {self.anchor(action.id, target)}"
                yield self.finding("update-missing", ("updates",), name, expected)

    def issues(self) -> Iterator[Finding]:
        for i, issue in enumerate(self.report.other_issues):
            if issue.recipient is None and _OTHER_GROUP.search(issue.text):
                yield self.finding("issue-without-recipient", ("other_issues", i), issue.title, "**For:** and a name")
