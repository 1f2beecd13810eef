"""A report's Markdown to its record: facts at the top, the form's headings, and the words under them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import get_args

from cspsite.findings import Finding, Place, nearest
from cspsite.form import PARTS, SECTIONS, given, meant, named
from cspsite.lines import Key, Lines
from cspsite.model import FrontMatter, OtherIssue, Report, Status, Update
from cspsite.outline import Outline, Section, torn_comment, without_comments
from cspsite.validate import record_of
from cspsite.yaml_file import read_yaml

_STATUS = re.compile(r"\*{0,2}Status:?\*{0,2}:?\s*(.*)", re.IGNORECASE)
_RECIPIENT = re.compile(r"\*{0,2}For:\*{0,2}\s*(.*)", re.IGNORECASE)
_NOT_UNDERLINED = "Leave a line empty between the words and the line of signs below them, which makes them a heading."


def read_report(path: str, text: str, group: str, meeting: date, lines: Lines) -> tuple[Report | None, list[Finding]]:
    """The report, or None when its front matter cannot be read; with every finding about its form."""
    rows = text.split("\n")
    closing = next((i for i, row in enumerate(rows[1:], 1) if row.rstrip() == "---"), 0)
    if rows[0].rstrip() != "---" or not closing:
        found = rows[0][:40] or "nothing"
        return None, [Finding("front-matter", Place(path), found, "--- on the first line, and again after the facts")]
    facts = read_yaml(path, "\n".join(rows[1:closing]), first_line=2)
    lines.add(path, facts.lines)
    front, findings = record_of(FrontMatter, facts, path, lines)
    outline = Outline(without_comments(rows, closing))
    if never := _never_closed(path, rows, closing, outline):
        return None, [*findings, never]
    body = _Body(path, outline, closing + 1)
    body.read()
    lines.add(path, body.lines)
    findings += body.findings
    if front is None:
        return None, findings
    report = Report(
        **{name: getattr(front, name) for name in FrontMatter.model_fields},
        group=group,
        meeting=meeting,
        achievements=tuple(body.items["achievements"]),
        barriers=tuple(body.items["barriers"]),
        updates=tuple(body.updates),
        other_issues=tuple(body.issues),
    )
    return report, findings


def _never_closed(path: str, rows: list[str], closing: int, outline: Outline) -> Finding | None:
    """A comment or a code block without its end, which would swallow headings and the words under them."""
    torn, start, expected = torn_comment(rows, closing), outline.never_closed(), "its end, further down"
    if torn:
        start, expected = torn[0], f"its end, above line {torn[1] + 1}"
    if start is None:
        return None
    return Finding("never-closed", Place(path, start + 1), rows[start].strip()[:40], expected)


class _Body:
    """Reads the headings below the front matter, section by section.

    A heading that is not as the form has it is a finding, and is read as what it was most probably meant to be.
    """

    def __init__(self, path: str, outline: Outline, first: int) -> None:
        self.path = path
        self.outline = outline
        self.first = first
        self.findings: list[Finding] = []
        self.lines: dict[Key, int] = {}
        self.items: dict[str, list[str]] = {"achievements": [], "barriers": []}
        self.updates: list[Update] = []
        self.issues: list[OtherIssue] = []
        self.part = ""
        self.seen: dict[str, int] = {}
        self.strange = 0

    def note(self, code: str, line: int, found: str, expected: str, advice: str = "") -> None:
        """Keep a finding; `line` counts from 0."""
        self.findings.append(Finding(code, Place(self.path, line + 1), found, expected, advice))

    def read(self) -> None:
        """Walk through the sections in order, noting what is unknown, missing, twice or astray."""
        sections = self.sections()
        exact = {named(section.title, SECTIONS) for section in sections if section.level == 2}
        self.refuse_text(self.first, sections[0].line if sections else len(self.outline.rows), "Achievements")
        for section, following in zip(sections, [*sections[1:], None], strict=False):
            self.heading(section, following, exact | set(self.seen))
        self.absent()

    def sections(self) -> list[Section]:
        """The headings, each with its end; words that a line below them makes a heading are words."""
        kept = [heading for heading in self.outline.headings() if self.is_heading(heading)]
        ends = [heading.line for heading in kept[1:]] + [len(self.outline.rows)]
        return [replace(heading, end=end) for heading, end in zip(kept, ends, strict=False)]

    def is_heading(self, heading: Section) -> bool:
        """Whether a heading is meant as one; an underlined line of words is not."""
        if not heading.underlined or named(heading.title, [*SECTIONS, *PARTS]):
            return True
        self.note("unknown-heading", heading.line, heading.written, "words, not a heading", _NOT_UNDERLINED)
        return False

    def heading(self, section: Section, following: Section | None, taken: set[str]) -> None:
        """Read one section: as the form has it, else as it was most probably meant."""
        top, below = named(section.title, SECTIONS), named(section.title, PARTS)
        if section.level == 2 and top:
            self.top(top, section)
        elif section.level == 4 and self.part == "updates" and below:
            self.part_of_update(below, section)
        elif top and top not in taken and not section.anchor:
            self.unknown(section, SECTIONS, top)
            self.top(top, section)
        elif below and self.updates and self.part == "updates" and not section.anchor:
            self.unknown(section, PARTS, below)
            self.part_of_update(below, section)
        elif section.level == 3 and section.anchor and "updates" not in taken:
            self.note("heading-missing", section.line, "no heading ## Updates", "## Updates above it")
            self.begin("updates", section)
            self.update(section)
        elif section.level == 3 and self.part in ("updates", "other_issues"):
            self.update(section) if self.part == "updates" else self.issue(section)
        elif section.level <= 2:
            self.strange_top(section, following, taken)
        elif self.part:
            self.strange_part(section)

    def strange_top(self, section: Section, following: Section | None, taken: set[str]) -> None:
        """A heading of a section that is none of the form's: the one it is like, or the one its contents show."""
        key = meant(section.title, {key: name for key, name in SECTIONS.items() if key not in taken})
        if following and following.level == 3 and following.anchor and "updates" not in taken:
            key = "updates"
        key = key if section.level == 2 else ""
        self.unknown(section, SECTIONS, key)
        if key:
            self.top(key, section)
        else:
            self.part = ""
            self.strange += section.level == 2

    def strange_part(self, section: Section) -> None:
        """A heading within a section that is none of the form's."""
        if self.part != "updates":
            self.unknown(section, SECTIONS)
            return
        key = meant(section.title, PARTS) if section.level == 4 and self.updates else ""
        self.unknown(section, PARTS, key)
        if key:
            self.part_of_update(key, section)

    def unknown(self, section: Section, names: Mapping[str, str], key: str = "") -> None:
        """A finding for a heading that is none of the form's."""
        mark = "##" if names is SECTIONS else "####"
        close = names[key] if key else nearest(section.title, names.values())
        advice = f"Did you mean {mark} {close}?" if close else ""
        expected = "one of " + ", ".join(f"{mark} {name}" for name in names.values())
        self.note("unknown-heading", section.line, section.written, expected, advice)

    def absent(self) -> None:
        """A finding for each section that is not there, but for those that unknown headings may stand for."""
        gone = [title for key, title in SECTIONS.items() if key not in self.seen]
        if len(gone) == len(SECTIONS) and not self.strange:
            expected = ", ".join(f"## {title}" for title in gone)
            self.note("heading-missing", self.first - 1, "none of the form's headings", expected)
            return
        for title in gone[self.strange :]:
            self.note("heading-missing", self.first - 1, f"no heading ## {title}", f"## {title}")

    def begin(self, key: str, section: Section) -> None:
        """Remember that a section or part is there; twice is a finding."""
        if key in self.seen:
            found = f"{section.title} again"
            self.note("heading-twice", section.line, found, f"once (line {self.seen[key]})")
        self.seen.setdefault(key, section.line + 1)
        if key in SECTIONS:
            self.part = key
            self.lines[(key,)] = section.line + 1

    def top(self, key: str, section: Section) -> None:
        """Read what stands right under a section of the form."""
        self.begin(key, section)
        if key not in self.items:
            wanted = "### and the action" if key == "updates" else "### and a title"
            self.refuse_text(section.first, section.end, wanted)
            return
        for line, item in self.outline.items(section.first, section.end):
            if given(item):
                self.lines[(key, len(self.items[key]))] = line + 1
                self.items[key].append(item)

    def refuse_text(self, first: int, end: int, wanted: str) -> None:
        """A finding for words that no box of the form has room for."""
        line, text = self.outline.text(first, end)
        if text:
            self.note("text-outside-heading", line, text[:60].split("\n")[0], f"text under {wanted}")

    def update(self, section: Section) -> None:
        """Read the heading and the status of an update."""
        self.seen = {key: line for key, line in self.seen.items() if key in SECTIONS}
        line, text = self.outline.text(section.first, section.end)
        head, _, rest = text.partition("\n")
        match = _STATUS.fullmatch(head.strip())
        if match and rest.strip():
            self.refuse_text(line + 1, section.end, "#### Progress")
        elif text and not match:
            self.refuse_text(line, section.end, "#### Progress")
        if not section.anchor:
            found = f"### {section.title}"
            self.note("update-without-id", section.line, found, f"### {section.title} {{#action.target}}")
        action, _, target = section.anchor.partition(".")
        key = ("updates", len(self.updates))
        self.lines |= {key: section.line + 1, (*key, "status"): line + 1 if match else section.line + 1}
        status = self.status(match[1], line) if match else None
        self.updates.append(Update(action=action, target=target or None, heading=section.title, status=status))

    def status(self, word: str, line: int) -> Status | None:
        """The status that a word names; an unknown word is a finding."""
        word = given(word.strip().strip("*").strip())
        known: tuple[Status, ...] = get_args(Status)
        for status in known:
            if word.casefold() == status.casefold():
                return status
        if word:
            self.note("unknown-status", line, word, "Red, Amber or Green", _status_advice(word, known))
        return None

    def part_of_update(self, part: str, section: Section) -> None:
        """Read the words of one part of the last update."""
        if not self.updates:
            found = f"#### {section.title}"
            self.note("text-outside-heading", section.line, found, "### and the action above it")
            return
        self.begin(part, section)
        line, text = self.outline.text(section.first, section.end)
        text = given(text)
        self.lines[("updates", len(self.updates) - 1, part)] = (line if text else section.line) + 1
        self.updates[-1] = self.updates[-1].model_copy(update={part: text})

    def issue(self, section: Section) -> None:
        """Read one other issue, with its recipient."""
        line, text = self.outline.text(section.first, section.end)
        match = _RECIPIENT.fullmatch(text.partition("\n")[0].strip())
        recipient = (given(match[1].strip()) or None) if match else None
        key = ("other_issues", len(self.issues))
        self.lines |= {key: section.line + 1, (*key, "recipient"): line + 1}
        if match:
            line, text = self.outline.text(line + 1, section.end)
        self.lines[(*key, "text")] = line + 1
        self.issues.append(OtherIssue(title=section.title, recipient=recipient, text=given(text)))


def _status_advice(word: str, known: tuple[Status, ...]) -> str:
    """The status that is meant: the first of several words, or the one that a misspelt word is like."""
    first = re.split(r"\W", word, maxsplit=1)[0].title()
    if first in known:
        return f"Write only {first} there; the rest belongs under Progress."
    close = nearest(word.title(), known)
    return f"Did you mean {close}?" if close else ""
