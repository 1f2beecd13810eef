"""What reports say in words: every passage's figures, and acronyms that nobody can look up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cspsite import paths
from cspsite.check import comparisons, directions, lengths, typed
from cspsite.check.passage import Read
from cspsite.check.subject import Subject
from cspsite.findings import Finding
from cspsite.model import Group, Report
from cspsite.quote import passages
from cspsite.tokens import TOKEN

ACRONYM = re.compile(r"(?<![\w#{.&-])[A-Z][A-Z&]*[A-Z](?=s?(?![\w}]))")
NO_ACRONYMS = {"OFFICIAL"}


def check(subject: Subject) -> Iterator[Finding]:
    """Every passage of every report, and the words of groups and indicators."""
    for report in subject.data.reports.values():
        yield from _report(subject, report)
    for id, group in subject.data.groups.items():
        yield from _acronyms(subject, paths.group(id), _words_of_group(group))
    for id, indicator in subject.data.indicators.items():
        words: _Words = [(("name",), indicator.name), (("definition",), indicator.definition)]
        yield from _acronyms(subject, paths.indicator(id), words)


def _report(subject: Subject, report: Report) -> Iterator[Finding]:
    path = paths.report(report.group, report.meeting)
    found = passages(report, subject.data.groups.get(report.group))
    for passage in found:
        read = Read(subject, path, report, passage)
        yield from read.tokens()
        for rule in (lengths.check, typed.check, directions.check, comparisons.check):
            yield from rule(read)
    for key, words in _headings(report):
        yield from typed.in_heading(subject.lines.place(path, *key), words)
    titles: _Words = [(("other_issues", i), issue.title) for i, issue in enumerate(report.other_issues)]
    yield from _acronyms(subject, path, [*((one.key, TOKEN.sub("", one.text)) for one in found), *titles])


def _headings(report: Report) -> _Words:
    found: _Words = [(("updates", i), update.heading) for i, update in enumerate(report.updates)]
    for i, issue in enumerate(report.other_issues):
        found += [(("other_issues", i), issue.title), (("other_issues", i, "recipient"), issue.recipient or "")]
    return found


_Words = list[tuple[tuple[str | int, ...], str]]


def _words_of_group(group: Group) -> _Words:
    words: _Words = [(("objective",), group.objective), (("chair",), group.chair)]
    for i, target in enumerate(group.targets):
        words += [
            (("targets", i, "wording"), target.wording),
            (("targets", i, "local_target"), target.local_target or ""),
        ]
    return words + [(("actions", i, "title"), action.title) for i, action in enumerate(group.actions)]


def _acronyms(subject: Subject, path: str, words: _Words) -> Iterator[Finding]:
    """Each acronym that the glossary does not have, once a file."""
    if subject.unreadable(paths.GLOSSARY):
        return
    seen = NO_ACRONYMS | set(subject.data.glossary)
    for key, text in words:
        for match in ACRONYM.finditer(text):
            if match[0] not in seen:
                seen.add(match[0])
                place = subject.later(subject.lines.place(path, *key), text, match.start())
                yield Finding("acronym-unknown", place, match[0], "an acronym of glossary.yml")
