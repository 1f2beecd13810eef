"""Where the reported status of a target is another than the partnership's own rule makes of the figures."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.evidence import said
from cspsite.findings import Finding
from cspsite.model import Group, Report, Update
from cspsite.quote import Context


def check(subject: Subject, wrong: Collection[str]) -> Iterator[Finding]:
    """Every status of every report, beside what the figures of its time suggest.

    `wrong` are the files with errors: nothing is said of what rests upon them.
    """
    if any(path == paths.PARTNERSHIP or path.startswith("denominators/") for path in wrong):
        return
    for report in subject.data.reports.values():
        group = subject.data.groups.get(report.group)
        if group and not {paths.group(report.group), paths.report(report.group, report.meeting)} & set(wrong):
            for i, update in enumerate(report.updates):
                yield from _of_update(subject, report, group, i, update)


def _of_update(subject: Subject, report: Report, group: Group, i: int, update: Update) -> Iterator[Finding]:
    target, action = group.target(update.target), group.action(update.action)
    if update.status is None or target is None or action is None or subject.doubtful(target.indicator):
        return
    found = subject.assessor.assess(target, Context(report.data_to, group, target))
    if found and found.differs_from(update.status):
        path = paths.report(report.group, report.meeting)
        words = f"{update.status} for {action.title} ({target.id})"
        expected = f"{found.suggested}, as the figures suggest: {said(found.own)}"
        yield subject.finding("status-differs", path, ("updates", i, "status"), words, expected)
