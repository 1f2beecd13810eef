"""What an officer has sent in the boxes of a form to the report that it makes, with a remark on all that is odd."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cspsite import paths
from cspsite.box_text import line_text
from cspsite.errors import UsageError
from cspsite.form import PARTS, SECTIONS, given
from cspsite.issue.blank import meetings_asked
from cspsite.issue.body import Answers, answers
from cspsite.issue.fields import ITEMS, PERSON, UPDATE
from cspsite.load import Loaded
from cspsite.model import STATUSES, Data, Group, Meeting, OtherIssue, PreparedBy, Report, Status, Update
from cspsite.outline import Outline
from cspsite.skeleton import Row, skeleton
from cspsite.words import day_words

#: GitHub takes no longer text of an issue.
LONGEST = 65_536
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BULLET = re.compile(r"([-*+]|\d{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the form that its sender and the reviewer should know.

    `kept` are words that no box of a report has room for. `doubtful`: the report may not say what was meant.
    """

    words: str
    kept: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A report from an issue, with the remarks on it."""

    report: Report
    group: Group
    meeting: Meeting
    remarks: tuple[Remark, ...]


def sent(loaded: Loaded, data: Data, body: str) -> Sent:
    """The report in the text of an issue; raises UsageError, with a sentence for its sender, where there is none."""
    if len(body) > LONGEST:
        raise UsageError(f"the issue is {len(body):,} characters long, and is read up to {LONGEST:,}: shorten it")
    first = answers(body)
    group_id = _group(loaded, data, first)
    group = data.groups[group_id]
    meeting, remarks = _meeting(loaded, data, group_id, first.box("meeting"))
    rows = skeleton(data, group_id, meeting).rows
    read = answers(body, [row.anchor for row in rows])
    filling = _Filling(group, meeting, read, rows)
    report = skeleton(data, group_id, meeting).report.model_copy(
        update={
            "prepared_by": _person(read),
            **{section: tuple(_items(read, section)) for section in ITEMS},
            "updates": tuple(filling.updates()),
            "other_issues": tuple(_issues(read)),
        }
    )
    return Sent(report, group, meeting, (*remarks, *_aside(read), *filling.remarks))


def _person(read: Answers) -> PreparedBy:
    named = {part: given(line_text(read.box("prepared_by", part))) or None for part in PERSON}
    return PreparedBy(name=named["name"], role=named["role"], organisation=named["organisation"])


def _group(loaded: Loaded, data: Data, read: Answers) -> str:
    """Whose report it is."""
    if not read.group:
        raise UsageError(
            "the issue is not as one of the forms makes it: it has no heading such as "
            "`### Meeting of Safer Homes (safer-homes)`. Open a new issue, choose your group's form, and fill it in"
        )
    if read.group not in data.groups:
        known = ", ".join(group.name for group in data.groups.values()) or "none"
        raise UsageError(
            f"the form is for the group {read.group!r}, and this partnership has no such group; its groups are: "
            f"{known}. Open a new issue and choose one of their forms"
        )
    if paths.group(read.group) in loaded.broken:
        raise UsageError(
            f"the file {paths.group(read.group)} has errors, so that actions may be missing. When they are put right, "
            "edit this issue, whose words are not lost"
        )
    return read.group


def _meeting(loaded: Loaded, data: Data, group_id: str, answer: str) -> tuple[Meeting, list[Remark]]:
    """The meeting that was chosen, if it waits for the group's report; the only one that does where none was."""
    present = {*loaded.texts, *loaded.broken}
    open_to = meetings_asked(data, present, group_id)
    days = dict.fromkeys(_DAY.findall(answer))
    if not days and len(open_to) == 1:
        day = day_words(open_to[0].date)
        return open_to[0], [
            Remark(f"No meeting was chosen. The report is for that of {day}, the only one without one.")
        ]
    if len(days) != 1:
        raise UsageError(
            f"the issue does not say which meeting it is for. Edit it: under its first heading, write "
            f"{_days(open_to) or 'the day of the meeting, such as 2007-01-08'}"
        )
    day = next(iter(days))
    meeting = next((one for one in data.meetings if str(one.date) == day), None)
    if meeting is None:
        raise UsageError(
            f"there is no meeting on {day} in {paths.PARTNERSHIP}. {_instead(open_to)}or ask the partnership officer "
            "to add the meeting there, and then edit this issue, whose words are not lost"
        )
    path = paths.report(group_id, meeting.date)
    if path in present:
        raise UsageError(
            f"there is a report to the meeting of {day_words(meeting.date)} already, and it is not overwritten. To "
            f"change it, open the file {path} in the data folder on GitHub and select the pencil. If this is a report "
            f"to another meeting, edit the issue: under its first heading, write {_days(open_to) or 'its day'}"
        )
    more = answer.partition("\n")[2].strip()
    return meeting, [Remark("These words stand below the meeting, and are not in the report:", more)] if more else []


def _days(meetings: list[Meeting]) -> str:
    return " or ".join(str(meeting.date) for meeting in meetings)


def _instead(meetings: list[Meeting]) -> str:
    return (
        f"Edit the issue and write {_days(meetings)} under its first heading, " if meetings else "Write another day, "
    )


def _items(read: Answers, section: str) -> Iterator[str]:
    """Each achievement or barrier: one a box, but a box that is a list has one in each of its items."""
    numbers = sorted(int(key[1]) for key in read.boxes if key[0] == section)
    for number in [*(n for n in numbers if n), 0]:
        text = read.box(section, number)
        rows = text.split("\n")
        items = [item for _, item in Outline(rows).items(0, len(rows))]
        is_list = all(_BULLET.match(row) or row[:1] in ("", " ") for row in rows)
        yield from items if number == 0 or is_list else [text]


def _issues(read: Answers) -> Iterator[OtherIssue]:
    for number in dict.fromkeys(int(key[1]) for key in read.boxes if key[0] == "other_issues"):
        title, recipient, text = (read.box("other_issues", number, part) for part in ("title", "recipient", "text"))
        if given(title.strip()) or given(text.strip()) or given(recipient.strip()):
            yield OtherIssue(title=title or "Other issue", recipient=recipient or None, text=text)


def _aside(read: Answers) -> Iterator[Remark]:
    """What stands in no box, or in one that may not be its own."""
    if read.before:
        yield Remark("These words stand above the form's first heading, and are not in the report:", read.before)
    for label in read.copied[:5]:
        yield Remark(
            f"The heading “{label}” stands in the issue once more, or out of its order. It was read as words of the "
            "box above it: see that everything is where it belongs.",
            doubtful=True,
        )
    missing = [SECTIONS[section] for section in ITEMS if not any(key[0] == section for key in read.boxes)]
    if missing:
        yield Remark(f"The issue has no boxes for {' and '.join(missing).lower()}.")


class _Filling:
    """Puts what was sent into the updates of a report, and remarks on what does not fit."""

    def __init__(self, group: Group, meeting: Meeting, read: Answers, rows: tuple[Row, ...]) -> None:
        self.group = group
        self.meeting = meeting
        self.read = read
        self.rows = rows
        self.remarks: list[Remark] = []

    def updates(self) -> Iterator[Update]:
        """An update for every action that is open, then for those others of which the issue says something."""
        expected = [row.anchor for row in self.rows]
        for row in self.rows:
            if row.anchor not in self.read.anchors:
                self.remarks.append(
                    Remark(f"The form has no boxes for “{row.heading}”: it stands in the report with nothing under it.")
                )
            yield self.filled(row.update, row.anchor)
        for anchor in self.read.anchors:
            if anchor not in expected and any(self.read.box("updates", anchor, part) for part in UPDATE):
                yield self.other(anchor)

    def filled(self, update: Update, anchor: str) -> Update:
        """The update with what stands in its boxes."""
        texts = {part: self.read.box("updates", anchor, part) for part in PARTS}
        return update.model_copy(update={"status": self.status(update, anchor), **texts})

    def status(self, update: Update, anchor: str) -> Status | None:
        """The status that was chosen, or was typed into the issue later."""
        answer = self.read.box("updates", anchor, "status").strip()
        first, _, rest = answer.partition("\n")
        word = first.partition(":")[0].strip(" *").casefold()
        found = next((status for status in STATUSES if status.casefold() == word), None)
        if rest.strip() or (found is None and given(answer) and answer != "None"):
            said = "is none of Red, Amber and Green" if found is None else "has more words below it"
            words = f"The status of “{update.heading}” {said}. What stands there is not in the report:"
            self.remarks.append(Remark(words, rest.strip() if found else answer, doubtful=True))
        return found

    def other(self, anchor: str) -> Update:
        """What the issue says of an action that no report to this meeting has to be about."""
        id, _, target = anchor.partition(".")
        action, heading = self.group.action(id), self.read.named.get(anchor, anchor)
        if action is None:
            said = "is not among the group's actions any more, or never was"
        elif action.state == "closed":
            said = f"was closed{f' on {day_words(action.closed)}' if action.closed else ''}"
        elif action.start and action.start > self.meeting.date:
            said = f"begins on {day_words(action.start)} only"
        else:
            said = "does not serve that target any more"
        self.remarks.append(
            Remark(f"“{heading}” {said}. What was sent about it is in the report: take it out if it is not wanted.")
        )
        return self.filled(Update(action=id, target=target or None, heading=heading), anchor)
