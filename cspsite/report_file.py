"""A report's Markdown to its record: facts at the top, the form's headings, and the words under them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from markdown_it import MarkdownIt
from markdown_it.token import Token

from cspsite.findings import Finding, Place, nearest
from cspsite.lines import Key, Lines
from cspsite.model import FrontMatter, OtherIssue, Report, Status, Update
from cspsite.validate import record_of
from cspsite.yaml_file import read_yaml

SECTIONS = {
    "achievements": "Achievements",
    "barriers": "Barriers",
    "updates": "Updates",
    "other_issues": "Other issues",
}
PARTS = {
    "progress": "Progress",
    "plans": "Plans for the next two months",
    "remedial_action": "Remedial action",
}

_PATTERNS = {
    "achievements": re.compile(r"achievements?", re.IGNORECASE),
    "barriers": re.compile(r"barriers?", re.IGNORECASE),
    "updates": re.compile(r"updates?", re.IGNORECASE),
    "other_issues": re.compile(r"other issues?( .*)?", re.IGNORECASE),
    "progress": re.compile(r"progress( to date)?", re.IGNORECASE),
    "plans": re.compile(r"plans?( for .*)?", re.IGNORECASE),
    "remedial_action": re.compile(r"remedial actions?", re.IGNORECASE),
}
_ANCHOR = re.compile(r"\s*\{#([^}\s]*)\}\s*$")
_STATUS = re.compile(r"\*{0,2}Status:?\*{0,2}:?\s*(.*)", re.IGNORECASE)
_RECIPIENT = re.compile(r"\*{0,2}For:\*{0,2}\s*(.*)", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLOCKS = MarkdownIt("commonmark").disable("inline")


@dataclass(frozen=True)
class _Section:
    """A heading and what stands under it before the next heading; lines count from 0."""

    level: int
    title: str
    anchor: str
    line: int
    first: int
    end: int


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
    body = _Body(path, _without_comments(rows, closing), closing + 1)
    if (start := body.never_closed()) is not None:
        opening = body.rows[start].strip()[:40]
        return None, [*findings, Finding("never-closed", Place(path, start + 1), opening, "its end, further down")]
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


def _without_comments(rows: list[str], closing: int) -> list[str]:
    """The rows with comments blanked out, and the front matter too, so that line numbers stay."""
    text = "\n".join([""] * (closing + 1) + rows[closing + 1 :])
    return _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text).split("\n")


class _Body:
    """Reads the headings below the front matter, section by section."""

    def __init__(self, path: str, rows: list[str], first: int) -> None:
        self.path = path
        self.rows = rows
        self.first = first
        self.tokens = _BLOCKS.parse("\n".join(rows))
        self.findings: list[Finding] = []
        self.lines: dict[Key, int] = {}
        self.items: dict[str, list[str]] = {"achievements": [], "barriers": []}
        self.updates: list[Update] = []
        self.issues: list[OtherIssue] = []

    def note(self, code: str, line: int, found: str, expected: str, advice: str = "") -> None:
        self.findings.append(Finding(code, Place(self.path, line + 1), found, expected, advice))

    def never_closed(self) -> int | None:
        """The row of a comment or code block that has no end, and so would swallow every heading after it."""
        for token in self.tokens:
            start, end = self.lines_of(token)
            if token.type == "fence" and (end - 1 == start or not self.rows[end - 1].strip().startswith(token.markup)):
                return start
            if token.type == "html_block" and "<!--" in token.content and "-->" not in token.content:
                return start + token.content.count("\n", 0, token.content.index("<!--"))
        return None

    def read(self) -> None:
        """Walk through the sections in order, noting what is unknown, missing, twice or astray."""
        sections = list(self.sections())
        self.refuse_text(self.first, sections[0].line if sections else len(self.rows), "Achievements")
        part, seen = "", dict[str, int]()
        for section in sections:
            if section.level <= 2:
                part = self.known(section, SECTIONS) if section.level == 2 else self.unknown(section, SECTIONS)
                self.count(part, section, seen)
                self.top(part, section)
            elif section.level == 3 and part == "updates":
                self.update(section)
                seen = {key: line for key, line in seen.items() if key in SECTIONS}
            elif section.level == 3 and part == "other_issues":
                self.issue(section)
            elif section.level == 4 and part == "updates":
                self.part_of_update(section, seen)
            elif part:
                self.unknown(section, PARTS if part == "updates" else SECTIONS)
        for key, title in SECTIONS.items():
            if key not in seen:
                self.note("heading-missing", self.first - 1, f"no heading ## {title}", f"## {title}")

    def sections(self) -> Iterator[_Section]:
        opened = [i for i, token in enumerate(self.tokens) if token.type == "heading_open" and token.level == 0]
        ends = [self.lines_of(self.tokens[i])[0] for i in opened[1:]] + [len(self.rows)]
        for i, end in zip(opened, ends, strict=False):
            line, first = self.lines_of(self.tokens[i])
            title = self.tokens[i + 1].content.strip()
            anchor = _ANCHOR.search(title)
            yield _Section(
                level=int(self.tokens[i].tag[1]),
                title=_ANCHOR.sub("", title),
                anchor=anchor[1] if anchor else "",
                line=line,
                first=first,
                end=end,
            )

    @staticmethod
    def lines_of(token: Token) -> tuple[int, int]:
        start, end = token.map or (0, 0)
        return start, end

    def known(self, section: _Section, names: dict[str, str]) -> str:
        for key in names:
            if _PATTERNS[key].fullmatch(section.title):
                return key
        return self.unknown(section, names)

    def unknown(self, section: _Section, names: dict[str, str]) -> str:
        found = f"{'#' * section.level} {section.title}"
        mark = "##" if names is SECTIONS else "####"
        close = nearest(section.title, names.values())
        advice = f"Did you mean {mark} {close}?" if close else ""
        expected = "one of " + ", ".join(f"{mark} {name}" for name in names.values())
        self.note("unknown-heading", section.line, found, expected, advice)
        return ""

    def count(self, key: str, section: _Section, seen: dict[str, int]) -> None:
        if key in seen:
            self.note("heading-twice", section.line, f"{section.title} again", f"once (line {seen[key]})")
        elif key:
            seen[key] = section.line + 1

    def top(self, part: str, section: _Section) -> None:
        if part in self.items:
            for line, item in self.list_items(section.first, section.end):
                self.lines[(part, len(self.items[part]))] = line + 1
                self.items[part].append(item)
        elif part:
            wanted = "### and the action" if part == "updates" else "### and a title"
            self.refuse_text(section.first, section.end, wanted)
        if part:
            self.lines[(part,)] = section.line + 1

    def list_items(self, first: int, end: int) -> Iterator[tuple[int, str]]:
        """Each list item, and each paragraph that stands outside a list."""
        for token in self.tokens:
            start, stop = self.lines_of(token)
            if not (token.map and first <= start < end):
                continue
            if token.type == "list_item_open" and token.level == 1:
                yield start, _dedented(self.rows[start:stop])
            elif token.level == 0 and token.type not in ("bullet_list_open", "ordered_list_open"):
                yield start, "\n".join(self.rows[start:stop]).strip()

    def refuse_text(self, first: int, end: int, wanted: str) -> None:
        line, text = self.text(first, end)
        if text:
            self.note("text-outside-heading", line, text[:60].split("\n")[0], f"text under {wanted}")

    def text(self, first: int, end: int) -> tuple[int, str]:
        """The words between two rows, and the row they begin on."""
        while first < end and not self.rows[first].strip():
            first += 1
        return first, "\n".join(self.rows[first:end]).strip()

    def update(self, section: _Section) -> None:
        line, text = self.text(section.first, section.end)
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
        word = word.strip().strip("*").strip()
        known: tuple[Status, ...] = get_args(Status)
        for status in known:
            if word.casefold() == status.casefold():
                return status
        if word:
            close = nearest(word.title(), known)
            advice = f"Did you mean {close}?" if close else ""
            self.note("unknown-status", line, word, "Red, Amber or Green", advice)
        return None

    def part_of_update(self, section: _Section, seen: dict[str, int]) -> None:
        if not self.updates:
            found = f"#### {section.title}"
            self.note("text-outside-heading", section.line, found, "### and the action above it")
            return
        part = self.known(section, PARTS)
        self.count(part, section, seen)
        if part:
            line, text = self.text(section.first, section.end)
            self.lines[("updates", len(self.updates) - 1, part)] = (line if text else section.line) + 1
            self.updates[-1] = self.updates[-1].model_copy(update={part: text})

    def issue(self, section: _Section) -> None:
        line, text = self.text(section.first, section.end)
        match = _RECIPIENT.fullmatch(text.partition("\n")[0].strip())
        recipient = (match[1].strip() or None) if match else None
        if match:
            line, text = self.text(line + 1, section.end)
        key = ("other_issues", len(self.issues))
        self.lines |= {key: section.line + 1, (*key, "text"): line + 1}
        self.issues.append(OtherIssue(title=section.title, recipient=recipient, text=text))


def _dedented(rows: list[str]) -> str:
    """A list item's words without its bullet and indentation."""
    marker = re.match(r"\s*([-*+]|\d+[.)])\s*", rows[0])
    width = len(marker[0]) if marker else 0
    rest = [row[min(width, len(row) - len(row.lstrip())) :] for row in rows[1:]]
    return "\n".join([rows[0][width:], *rest]).strip()
