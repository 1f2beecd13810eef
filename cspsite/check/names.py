"""Last names of those who completed reports, where they stand alone in words, so that no rule leaves them out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.findings import Finding, Place
from cspsite.model import Data, Group, Report
from cspsite.officers import SHORTEST, Finder, finder, names_in
from cspsite.public_words import ROLES
from cspsite.quote import passages

#: A word that could be a name.
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: What stands before or after a name of a place, and of no person that is named by the last name alone.
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?)[\s*_]+$")
_CAPITAL = re.compile(r"(?<![.:!?*•‐-―-])\s(?P<word>[A-Z][\w'’]*)[\s*_]+$")
_AFTER = re.compile(
    r"[*_]*(?:[ \xa0]+[A-Z]|[-‐-―][^\W_]|\s+(?:street|road|lane|avenue|ward|estate|park|house|area|team)s?\b)"
)
_BACK = 40
#: Last names that are other words far more often, at the start of a sentence above all.
_COMMON = """
amber april august baker bank banks best bishop black blue board bond bridge brown case cash chair chance child
children church city close constable cook council court cross day east field fields fire friday gold good gray green
grey hall hill house june king knight lane large law little long major many march marshall may month moore more new
north officer old page park parks people police power price read red road sergeant short silver small south spring
street summer summers sunday town way week west white will winter wood woods work works year young
"""


def check(subject: Subject) -> Iterator[Finding]:
    """Each place where a last name stands alone; the finding does not repeat the name."""
    names = frozenset() if subject.data.partnership.publication.officers_names else names_in(subject.data)
    if not names:
        return
    found = finder(names)
    wanted = _lasts(found, subject.data)
    for place, text in _texts(subject):
        for offset in _alone(text, wanted, found):
            yield Finding("name-in-words", subject.later(place, text, offset), "a last name", "a role")


def _alone(text: str, wanted: frozenset[str], found: Finder) -> Iterator[int]:
    """Where last names stand that are no part of a whole name, nor of a place's."""
    if wanted.isdisjoint(_WORD.findall(text)):
        return
    text = found.blanked(text)
    for match in _WORD.finditer(text):
        if match[0] in wanted and not _is_place(
            text[max(0, match.start() - _BACK) : match.start()], text[match.end() :]
        ):
            yield match.start()


def _is_place(before: str, after: str) -> bool:
    """Whether what stands around a word makes it a place's name; a role before it makes it a person's."""
    capital = _CAPITAL.search(before)
    named = capital is not None and capital["word"].casefold() not in ROLES
    return named or _ARTICLE.search(before) is not None or _AFTER.match(after) is not None


def _lasts(found: Finder, data: Data) -> frozenset[str]:
    """The last names that are no words of the partnership's own, nor common ones, as they stand in words."""
    lasts = {words[-1] for words in found.people if len(words) > 1 and len(words[-1]) >= SHORTEST}
    own = {word.casefold() for words in _own(data) for word in _WORD.findall(found.blanked(words))}
    common = frozenset(_COMMON.split())
    kept = {last for last in lasts if last.casefold() not in own | common}
    return frozenset(case for last in kept for case in (last.capitalize(), last[:1].upper() + last[1:], last.upper()))


def _own(data: Data) -> Iterator[str]:
    """What has names of its own in it: the area, the groups, their targets and actions, roles and organisations."""
    yield from (data.partnership.name, data.partnership.area, data.partnership.board, *data.glossary.values())
    yield from (indicator.name for indicator in data.indicators.values())
    for group in data.groups.values():
        yield from (group.name, group.objective)
        yield from (target.wording for target in group.targets)
        yield from (action.title for action in group.actions)
    for report in data.reports.values():
        yield from (report.prepared_by.role or "", report.prepared_by.organisation or "")


def _texts(subject: Subject) -> Iterator[tuple[Place, str]]:
    """The words that are published, with the place where each begins."""
    for report in subject.data.reports.values():
        path = paths.report(report.group, report.meeting)
        for key, text in _of_report(report):
            yield subject.lines.place(path, *key), text
    for id, group in subject.data.groups.items():
        for key, text in _of_group(group):
            yield subject.lines.place(paths.group(id), *key), text


_Words = Iterator[tuple[tuple[str | int, ...], str]]


def _of_report(report: Report) -> _Words:
    yield from ((passage.key, passage.text) for passage in passages(report, None))
    for i, issue in enumerate(report.other_issues):
        yield ("other_issues", i), issue.title
        yield ("other_issues", i, "recipient"), issue.recipient or ""


def _of_group(group: Group) -> _Words:
    yield from ((("chair",), group.chair), (("contact",), group.contact or ""))
    yield from ((("actions", i, "owner"), action.owner or "") for i, action in enumerate(group.actions))
