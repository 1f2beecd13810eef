"""Findings in plain words for whoever sent something in: what must be put right, what would be good to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from cspsite.finding_names import Named, name_of
from cspsite.findings import Finding, Severity
from cspsite.load import Loaded
from cspsite.markdown_text import LONGEST, plain
from cspsite.numbers import counted

_HEADINGS: Mapping[Severity, str] = {
    Severity.ERROR: "Must be put right",
    Severity.WARNING: "Would be good to put right",
    Severity.NOTICE: "Worth knowing",
}
#: How many findings are told at once; where there are more, the whole is folded away below them.
_SHOWN = 12
#: How much is told of a text that somebody typed.
_WORDS = 160
#: The room that is kept for the line which says how many findings are left out.
_LEFT_OUT = 80
#: A target's id behind the title of an action that is for it.
_ID = re.compile(r"^ \([^() ]*\)")


class Told(NamedTuple):
    """A finding with the names of what it is about."""

    name: Named
    finding: Finding


class Row(NamedTuple):
    """A line of Markdown, and how many findings it tells."""

    text: str
    findings: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """The version of the data that findings are about, and where its files are on the web.

    `link_base` is the address that a file's path is put behind, such as `https://github.com/o/r/blob/1a2b3c`;
    without it the lines are named, not linked to.
    """

    loaded: Loaded
    folder: str
    link_base: str = ""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a heading, a document's name, a finding's title and other words are marked, and where a finding is."""

    heading: str
    document: str
    title: str
    words: Callable[[str], str]
    place: Callable[[Finding, Version], str]


def as_text(findings: Sequence[Finding], version: Version) -> str:
    """The same as in Markdown, to be read on a screen: all findings, each with its line."""
    head = headline(findings)
    return "\n".join([head, "", *(row.text for row in _rows(_told(findings, version), version, _TEXT))]).rstrip("\n")


def as_markdown(findings: Sequence[Finding], version: Version) -> str:
    """What is to be done in a sentence, then the findings by document and by what they are about, worst first.

    Where there are many, the first few are told and all are folded away below; what a comment has no room for is
    counted.
    """
    told = _told(findings, version)
    head, rows = f"## {headline(findings)}", list(_rows(told[:_SHOWN], version, _MARKDOWN))
    if len(told) <= _SHOWN:
        return "\n".join([head, "", *_within(rows, LONGEST - len(head))]).rstrip("\n")
    first = [head, "", *_within(rows, LONGEST // 2), f"These are {_SHOWN} of {len(told)}. All are below."]
    start = ["", "<details>", f"<summary>All {len(told)}</summary>", ""]
    room = LONGEST - sum(len(row) + 1 for row in [*first, *start]) - 200
    return "\n".join([*first, *start, *_within(list(_rows(told, version, _MARKDOWN)), room), "</details>"])


def headline(findings: Sequence[Finding]) -> str:
    """What is to be done, in a sentence."""
    count = Counter(finding.severity for finding in findings)
    must, may = count[Severity.ERROR], count[Severity.WARNING]
    if not must:
        stops = "Nothing stops publication"
        return f"{stops}; {_things(may)} would be good to put right" if may else f"{stops}, and nothing is missing"
    more = f"; {may} more would be good to" if may else ""
    return f"{_things(must)} must be put right{more}"


def _things(number: int) -> str:
    return counted(str(number), "things")


def _told(findings: Sequence[Finding], version: Version) -> list[Told]:
    return sorted((Told(name_of(finding, version.loaded), finding) for finding in findings), key=_order)


def _order(one: Told) -> tuple[int, Named, int]:
    severities, finding = list(Severity), one.finding
    name = one.name._replace(part="", title="")
    return severities.index(finding.severity), name, finding.place.line


def _rows(told: Sequence[Told], version: Version, look: _Look) -> Iterator[Row]:
    """The lines under their headings; what nobody has a name for stands right under its document."""
    for severity, alike in groupby(told, key=lambda one: one.finding.severity):
        yield from (Row(look.heading.format(_HEADINGS[severity])), Row(""))
        for document, within in groupby(alike, key=lambda one: one.name.document):
            yield from (Row(look.document.format(look.words(_short(document)))), Row(""))
            for part, findings in groupby(within, key=lambda one: one.name.part):
                if part:
                    yield Row(f"- {look.words(_short(part, 2 * _WORDS))}")
                yield from (Row(f"{'    ' if part else ''}- {_row(one, version, look)}", 1) for one in findings)
            yield Row("")


def _row(told: Told, version: Version, look: _Look) -> str:
    """One finding: what it is, what was found unless its heading says so already, what to do, and where."""
    finding = told.finding
    found = _found(finding.found, told.name.title)
    parts = [look.title.format(look.words(finding.title))]
    if found:
        parts.append(f"Found: {look.words(_sentence(found))}")
    if finding.severity is Severity.ERROR and finding.expected:
        parts.append(f"Expected: {look.words(_sentence(finding.expected))}")
    return " ".join([*parts, look.words(_short(finding.to_do, 2 * _WORDS)), look.place(finding, version)])


def _found(found: str, title: str) -> str:
    """What was found, without what the heading says already."""
    before, _, after = found.partition(title) if title and title in found else (found, "", "")
    if before not in ("", "Red for ", "Amber for ", "Green for "):
        return found
    after = _ID.sub("", after)
    more = after.strip(" ()")
    return more if " " in more and not after.startswith(",") else ""


def _link(finding: Finding, version: Version) -> str:
    """`([line 61](…))`, or the file and the line without an address."""
    file, line = finding.place.file(version.folder), finding.place.line
    if not version.link_base:
        return f"({plain(file)} line {line})"
    as_text = "?plain=1" if file.endswith(".md") else ""  # or GitHub shows the page, which has no lines
    return f"([line {line}]({version.link_base}/{quote(file)}{as_text}#L{line}))"


def _line(finding: Finding, _: Version) -> str:
    return f"(line {finding.place.line})"


_MARKDOWN = _Look("### {}", "**{}**", "**{}.**", plain, _link)
_TEXT = _Look("{}", "{}", "{}.", str, _line)


def _sentence(text: str) -> str:
    short = _short(text)
    return short if short.endswith((".", "!", "?", "…")) else f"{short}."


def _short(text: str, most: int = _WORDS) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def _within(rows: Sequence[Row], room: int) -> list[str]:
    """The lines that there is room for; where that is not all, how many findings are left out."""
    kept, used = list[Row](), 0
    for row in rows:
        used += len(row.text) + 1
        if used > room - _LEFT_OUT:
            left = sum(one.findings for one in rows[len(kept) :])
            return [*(one.text for one in kept), "", f"There are {left} more; `cspsite check` prints all.", ""]
        kept.append(row)
    return [row.text for row in kept]
