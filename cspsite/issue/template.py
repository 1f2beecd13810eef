"""A group's form as the YAML file that GitHub makes a page of."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from cspsite.issue.blank import Blank
from cspsite.issue.fields import (
    LABEL,
    TITLE,
    Box,
    issue_boxes,
    item_boxes,
    meeting_box,
    person_boxes,
    short,
    update_boxes,
)
from cspsite.markdown_text import plain
from cspsite.model import STATUSES, Meeting
from cspsite.numbers import counted
from cspsite.remedy import ASKED
from cspsite.skeleton import Row
from cspsite.words import day_words

#: GitHub shows no form whose description is longer, and says nothing.
_DESCRIPTION = 200
#: How much of the last report stands above a box.
_PREVIOUS = 600
_NO_FIGURES = (
    "Do not type counts or percentages: copy the code of a figure, such as `{{ burglary.count }}`, "
    "from the site's page on the indicator, where it says *Quote this figure*."
)
_HEAD = "# Written by `cspsite issue-forms` from data/, and not by hand: run `make forms` when the data have changed.\n"
_SINCE = "# The last report in it: "

_BULLET = re.compile(r"^ *[-*+] +", re.MULTILINE)

_Field = dict[str, object]


def template(blank: Blank) -> str:
    """The file's text: the group's form as GitHub's form schema has it."""
    name = short(blank.group.name)
    content = {
        "name": f"Update: {name}",
        "description": f"Send the report of {name} to the board's next meeting."[:_DESCRIPTION],
        "title": f"{TITLE}{name}",
        "labels": [LABEL],
        "body": list(_body(blank)),
    }
    said = f"{_SINCE}{blank.previous.meeting if blank.previous else 'none'}\n"
    return f"{_HEAD}{said}{yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100_000)}"


def last_report(text: str) -> str:
    """Which day's report is the last that a form's file rests on; `none`, or empty where the file does not say."""
    return next((row.removeprefix(_SINCE) for row in text.split("\n")[:5] if row.startswith(_SINCE)), "")


def chooser() -> str:
    """The file that says which issues there can be: those of the forms, and any other."""
    return f"{_HEAD}{yaml.dump({'blank_issues_enabled': True})}"


def _body(blank: Blank) -> Iterator[_Field]:
    yield _words(_introduction(blank))
    yield _meeting(blank, meeting_box(blank.id, blank.group.name))
    yield from (_input(box) for box in person_boxes())
    for section in ("achievements", "barriers"):
        yield from _items(blank, section)
    yield _words("\n".join(["## Actions", "", *_meanings()]))
    for number, row in enumerate(blank.rows, 1):
        yield from _row(blank, number, row)
    yield _words("\n".join(["## Other issues", "", *_other_issues(blank)]))
    for box in issue_boxes(blank.issues):
        yield _area(box) if box.key[-1] == "text" else _input(box)


def _introduction(blank: Blank) -> str:
    return "\n\n".join(
        [
            f"## {plain(blank.group.name)}: {plain(blank.group.objective)}",
            "Fill in what you know, and leave a box empty where there is nothing to say. "
            "Then select *Create* below. Within minutes a pull request is made of it, and you are told here "
            "what must be put right; to change something later, edit the issue.",
            "**What you send can be read by everybody who can see this repository.** "
            "Name nobody who is a victim or a suspect, no address, no telephone number.",
            _NO_FIGURES,
        ]
    )


def _meeting(blank: Blank, box: Box) -> _Field:
    """Which meeting; where none is planned, the day is typed."""
    if not blank.meetings:
        asked = "No meeting without a report is planned. Type the day of the meeting, such as 2007-01-08."
        return _field("input", box, {"description": asked}, required=True)
    options = [f"{day_words(meeting.date)} ({meeting.date})" for meeting in blank.meetings]
    return _field("dropdown", box, {"description": _due(blank.meetings), "options": options}, required=True)


def _due(meetings: tuple[Meeting, ...]) -> str:
    """When the papers of the next meeting are due, and to which month its figures go."""
    first = meetings[0]
    due = f"Papers for {day_words(first.date)} are due on {day_words(first.papers_due)}. " if first.papers_due else ""
    return f"{due}Its figures go to {first.data_to.words}."


def _items(blank: Blank, section: str) -> Iterator[_Field]:
    number: int = getattr(blank.form, section)
    *boxes, last = item_boxes(section, number)
    given: tuple[str, ...] = getattr(blank.previous, section) if blank.previous else ()
    for i, box in enumerate(boxes):
        yield _area(box, _before(blank, given[i] if i < len(given) else ""))
    asked = "Each on a line of its own that begins with a hyphen." if number else "One a line, beginning with a hyphen."
    yield _area(last, " ".join(filter(None, [asked, _before(blank, "\n- ".join(["", *given[number:]]))])))


def _meanings() -> list[str]:
    """What the three words mean, and how many actions there are."""
    return ["A status is your judgement of whether the target will be reached:", ""] + [
        f"- **{status}**: {meaning}." for status, meaning in STATUSES.items()
    ]


def _row(blank: Blank, number: int, row: Row) -> Iterator[_Field]:
    yield _words("\n".join([f"### {number} of {len(blank.rows)}: {plain(row.action.title)}", "", *_facts(row)]))
    status, *texts = update_boxes(row.anchor, row.heading, blank.form.plans_for)
    options = [f"{word}: {meaning}" for word, meaning in STATUSES.items()]
    yield _field("dropdown", status, {"options": options})
    for box in texts:
        part = str(box.key[-1])
        said = getattr(row.previous, part) if row.previous else ""
        before = f"On {day_words(row.said_on)}: {_cut(said)}" if said and row.said_on else ""
        yield _area(box, " ".join(filter(None, [ASKED if part == "remedial_action" else "", before])))


def _facts(row: Row) -> Iterator[str]:
    """What an update is about, and how it stood."""
    if row.target:
        yield f"- Target: {plain(row.target.short)}"
    if row.action.owner:
        yield f"- Owner: {plain(row.action.owner)}"
    if row.action.due:
        yield f"- Due: {day_words(row.action.due)}"
    if row.previous and row.said_on:
        yield f"- In the report of {day_words(row.said_on)}: **{row.previous.status or 'no status was given'}**"
    else:
        yield "- This is the first update on it."


def _other_issues(blank: Blank) -> Iterator[str]:
    yield f"Up to {counted(str(blank.issues), 'issues')} that may affect delivery, and whom each is for."
    if blank.previous and blank.previous.other_issues:
        titles = "; ".join(plain(issue.title) for issue in blank.previous.other_issues)
        yield from ("", f"In the report of {day_words(blank.previous.meeting)}: {titles}.")


def _before(blank: Blank, said: str) -> str:
    return f"On {day_words(blank.previous.meeting)}: {_cut(said)}" if blank.previous and said.strip("\n- ") else ""


def _cut(said: str) -> str:
    """The last report's words in one line; where they are many, as many whole ones as there is room for."""
    flat = " ".join(_BULLET.sub("• ", said).split())
    return plain(flat if len(flat) <= _PREVIOUS else f"{flat[:_PREVIOUS].rpartition(' ')[0]} …")


def _words(text: str) -> _Field:
    """Words between the boxes, which are not sent."""
    return {"type": "markdown", "attributes": {"value": text}}


def _input(box: Box) -> _Field:
    return _field("input", box, {})


def _area(box: Box, description: str = "") -> _Field:
    return _field("textarea", box, {"description": description} if description else {})


def _field(sort: str, box: Box, more: _Field, *, required: bool = False) -> _Field:
    content: _Field = {"type": sort, "id": box.id, "attributes": {"label": box.label, **more}}
    return {**content, "validations": {"required": True}} if required else content


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as blocks, which people can read."""

    def represent_text(self, text: str) -> yaml.ScalarNode:
        """One text."""
        return self.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _Dumper.represent_text)
