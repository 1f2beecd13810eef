"""A report's record to its Markdown: what `report_file` reads, written one way only.

Every way in ends here, and the web form writes the very same (`pages/assets/report_text.js`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from cspsite.box_text import box_text, line_text
from cspsite.form import PARTS, SECTIONS
from cspsite.lines import Key
from cspsite.model import FrontMatter, OtherIssue, PreparedBy, Report, Update

#: What YAML takes as it stands, also between braces, and no reader takes for anything but text.
BARE = re.compile("[A-Za-z][A-Za-z0-9.'&()/-]*(?: [A-Za-z0-9.'&()/-]+)*")
NOT_BARE = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}

#: Words for whoever fills the report in, by the place they stand at, such as ("updates", 0, "progress"); not published.
#: The note at () stands above the first heading, that at ("end",) below everything else.
Notes = Mapping[Key, str]


def report_text(report: Report, plans_for: str, notes: Notes | None = None) -> str:
    """The report's file. `plans_for` is the form's, such as `next two months`.

    Reading it back gives the report as `normal` has it.
    """
    return "\n".join(_rows(normal(report), plans_for, notes or {}))


def normal(report: Report) -> Report:
    """The report with each text as its box can hold it, and without boxes that hold nothing."""
    return report.model_copy(
        update={
            "classification": line_text(report.classification),
            "prepared_by": _normal_person(report.prepared_by),
            "achievements": tuple(filter(None, map(box_text, report.achievements))),
            "barriers": tuple(filter(None, map(box_text, report.barriers))),
            "updates": tuple(map(_normal_update, report.updates)),
            "other_issues": tuple(filter(_is_given, map(_normal_issue, report.other_issues))),
        }
    )


def _normal_person(person: PreparedBy) -> PreparedBy:
    named = {name: line_text(getattr(person, name) or "") or None for name in PreparedBy.model_fields}
    return PreparedBy(name=named["name"], role=named["role"], organisation=named["organisation"])


def _normal_update(update: Update) -> Update:
    texts = {part: box_text(getattr(update, part)) for part in PARTS}
    return update.model_copy(update={"heading": line_text(update.heading) or update.action, **texts})


def _normal_issue(issue: OtherIssue) -> OtherIssue:
    text = box_text(issue.text)
    title = line_text(issue.title) or ("Other issue" if text else "")
    return OtherIssue(title=title, recipient=line_text(issue.recipient or "") or None, text=text)


def _is_given(issue: OtherIssue) -> bool:
    return bool(issue.title)


def _rows(report: Report, plans_for: str, notes: Notes) -> Iterator[str]:
    """The lines of the file."""
    yield from _facts(report)
    yield from _comment(notes.get((), ""))
    for key in ("achievements", "barriers"):
        yield from _heading(f"## {SECTIONS[key]}", notes, (key,))
        yield from _items(getattr(report, key))
    yield from _heading(f"## {SECTIONS['updates']}", notes, ("updates",))
    for i, update in enumerate(report.updates):
        yield from _update(update, plans_for, notes, ("updates", i))
    yield from _heading(f"## {SECTIONS['other_issues']}", notes, ("other_issues",))
    for issue in report.other_issues:
        yield from _issue(issue)
    yield from _comment(notes.get(("end",), ""))


def _facts(report: FrontMatter) -> Iterator[str]:
    yield "---"
    yield f"data_to: {report.data_to}"
    yield f"classification: {_scalar(report.classification)}"
    named = [(name, getattr(report.prepared_by, name)) for name in PreparedBy.model_fields]
    pairs = [f"{name}: {_scalar(value)}" for name, value in named if value]
    yield f"prepared_by: {{{', '.join(pairs) or 'name: , role: , organisation: '}}}"
    if report.illustrative:
        yield f"illustrative: {_scalar(report.illustrative)}"
    yield from ("---", "")


def _heading(words: str, notes: Notes, place: Key) -> Iterator[str]:
    yield from (words, "")
    yield from _comment(notes.get(place, ""))


def _comment(words: str) -> Iterator[str]:
    """Words that are not published; nothing where there are none."""
    if words:
        kept = words.replace("-->", "--&gt;").replace("<!--", "&lt;!--")
        yield from (f"<!-- {kept} -->", "")


def _items(texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        first, *rest = text.split("\n")
        yield f"- {first}"
        yield from (f"  {row}" if row else "" for row in rest)
    if texts:
        yield ""


def _update(update: Update, plans_for: str, notes: Notes, place: Key) -> Iterator[str]:
    anchor = f"{update.action}.{update.target}" if update.target else update.action
    yield from _heading(f"### {update.heading} {{#{anchor}}}", notes, place)
    yield from (f"**Status:** {update.status or ''}".rstrip(" "), "")
    for part, title in PARTS.items():
        written = f"Plans for the {plans_for}" if part == "plans" else title
        yield from _heading(f"#### {written}", notes, (*place, part))
        yield from _paragraphs(getattr(update, part))


def _issue(issue: OtherIssue) -> Iterator[str]:
    yield from (f"### {issue.title}", "")
    if issue.recipient:
        yield from (f"**For:** {issue.recipient}", "")
    yield from _paragraphs(issue.text)


def _paragraphs(text: str) -> Iterator[str]:
    if text:
        yield from (*text.split("\n"), "")


def _scalar(text: str) -> str:
    """A text as YAML reads it in one way only."""
    plain = BARE.fullmatch(text) and text.lower() not in NOT_BARE
    return text if plain else json.dumps(text, ensure_ascii=False)
