"""What reports say in words: tokens, percentages typed by hand, acronyms, and figures that talk past the target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.errors import TokenError
from cspsite.findings import Finding, Place
from cspsite.model import Group, Report
from cspsite.numbers import rounded
from cspsite.quote import Passage, Quotation, passages
from cspsite.tokens import TOKEN, find_tokens

_PERCENTAGE = re.compile(r"\d+(?:\.\d+)?\s?(?:%|per\s?cent\b)")
_ACRONYM = re.compile(r"(?<![\w#{.&-])[A-Z][A-Z&]*[A-Z](?=s?(?![\w}]))")
_NO_ACRONYMS = {"OFFICIAL"}
#: How many months the newest figure of an indicator may end before the report's data.
_FRESH = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Every passage of every report, and the words of groups and indicators."""
    for report in subject.data.reports.values():
        group = subject.data.groups.get(report.group)
        path = paths.report(report.group, report.meeting)
        for passage in passages(report, group):
            yield from _Passage(subject, path, report, passage).findings()
        titles = [(("other_issues", i), issue.title) for i, issue in enumerate(report.other_issues)]
        words = [(passage.key, TOKEN.sub("", passage.text)) for passage in passages(report, group)]
        yield from _acronyms(subject, path, [*words, *titles])
    for id, group in subject.data.groups.items():
        yield from _acronyms(subject, paths.group(id), _words_of_group(group))
    for id, indicator in subject.data.indicators.items():
        words = [(("name",), indicator.name), (("definition",), indicator.definition)]
        yield from _acronyms(subject, paths.indicator(id), words)


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
    seen = _NO_ACRONYMS | set(subject.data.glossary)
    for key, text in words:
        for match in _ACRONYM.finditer(text):
            if match[0] not in seen:
                seen.add(match[0])
                place = subject.later(subject.lines.place(path, *key), text, match.start())
                yield Finding("acronym-unknown", place, match[0], "an acronym of glossary.yml")


class _Passage:
    """The checks of one passage of prose."""

    def __init__(self, subject: Subject, path: str, report: Report, passage: Passage) -> None:
        self.subject = subject
        self.report = report
        self.passage = passage
        self.start = subject.lines.place(path, *passage.key)

    def place(self, offset: int) -> Place:
        return self.subject.later(self.start, self.passage.text, offset)

    def findings(self) -> Iterator[Finding]:
        quoted: list[Quotation] = []
        for offset, inside in find_tokens(self.passage.text):
            try:
                quotation = self.subject.quoter.quote(inside, self.passage.context)
            except TokenError as error:
                if self.subject.unreadable(paths.indicator(inside.strip().partition(".")[0])):
                    continue
                yield Finding(error.code, self.place(offset), error.found, error.expected, error.advice)
                continue
            quoted.append(quotation)
            if quotation.figure.value is None:
                found = f"{{{{ {inside.strip()} }}}}: {quotation.figure.reason}"
                yield Finding("figure-not-available", self.place(offset), found, "a figure")
        yield from self.typed()
        by_indicator: dict[str, list[Quotation]] = {}
        for quotation in quoted:
            by_indicator.setdefault(quotation.token.indicator, []).append(quotation)
        for rule in (self.old, self.disagree, self.other_measure):
            yield from rule(by_indicator)
        yield from self.decimals(quoted)

    def typed(self) -> Iterator[Finding]:
        text = TOKEN.sub(lambda match: re.sub(r"[^\n]", "\0", match[0]), self.passage.text)
        for match in _PERCENTAGE.finditer(text):
            yield Finding("percentage-typed", self.place(match.start()), match[0], "a {{ … }} token")
        if (offset := text.find("{{")) >= 0:
            yield Finding("token-wrong", self.place(offset), text[offset : offset + 40], "{{ … }} closed with }}")

    def old(self, quoted: Mapping[str, list[Quotation]]) -> Iterator[Finding]:
        for indicator, quotations in quoted.items():
            newest = max((q.figure.request.period for q in quotations), key=lambda period: period.end)
            age = self.report.data_to - newest.end
            if age > _FRESH:
                found = f"{indicator} for {newest.words}, {age} months before {self.report.data_to.words}"
                yield Finding("figure-old", self.start, found, f"figures to {self.report.data_to.words}")

    def disagree(self, quoted: Mapping[str, list[Quotation]]) -> Iterator[Finding]:
        for indicator, quotations in quoted.items():
            shown = [
                (q.figure.request.name, q.figure.shown, rounded(q.figure.value, q.figure.decimals))
                for q in quotations
                if q.figure.unit == "percent" and q.figure.value is not None
            ]
            up, down = [f for f in shown if f[2] > 0], [f for f in shown if f[2] < 0]
            if up and down:
                found = f"{indicator}: {up[0][0]} {up[0][1]}, {down[0][0]} {down[0][1]}"
                yield Finding("figures-disagree", self.start, found, "one comparison that decides")

    def other_measure(self, quoted: Mapping[str, list[Quotation]]) -> Iterator[Finding]:
        target = self.passage.context.target
        if target is None or target.measure is None:
            return
        wanted = target.measure.per
        used = {q.figure.request.per for q in quoted.get(target.indicator, [])} - {None}
        if used and wanted not in used:
            found = f"{target.indicator} per {', '.join(sorted(filter(None, used)))}"
            yield Finding("other-measure", self.start, found, f"per {wanted}, as the target is measured")

    def decimals(self, quoted: list[Quotation]) -> Iterator[Finding]:
        places = [q.figure.decimals for q in quoted if q.figure.unit == "percent" and q.figure.value is not None]
        if len(set(places)) > 1:
            found = ", ".join(map(str, places)) + " decimals"
            yield Finding("decimals-mixed", self.start, found, "the same number of decimals")
