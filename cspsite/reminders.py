"""The issues that remind a group of the report it owes: one for each report, opened once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from cspsite.errors import UsageError
from cspsite.issue.forms import name_of
from cspsite.markdown_text import plain
from cspsite.owed import Owed
from cspsite.print_owed import when
from cspsite.words import day_words

#: How many days before its papers are due a group is reminded.
DAYS_BEFORE = 10


@dataclass(frozen=True, slots=True)
class Reminder:
    """An issue to open, as GitHub takes it."""

    title: str
    body: str


def to_open(
    owed: Sequence[Owed], on: date, bodies: Iterable[str], address: str = "", pages: Mapping[str, str] | None = None
) -> list[Reminder]:
    """The reminders that are due on a day and that no issue there is has been opened for.

    A reminder is due from ten days before the papers are until the meeting is over. `bodies` are the texts of the
    issues that were opened, of open and closed ones alike. `address` is the repository's on the web, `pages` are the
    addresses of the site's forms by group; what is not known is not linked to.
    """
    opened = "\n".join(bodies)
    due = [one for one in owed if one.days_left(on) <= DAYS_BEFORE and on <= one.meeting.date]
    wanted, known = [one for one in due if _marker(one) not in opened], pages or {}
    return [_reminder(one, on, list(_ways(one, address, known.get(one.id, "")))) for one in wanted]


def _marker(one: Owed) -> str:
    """By what a reminder is known again, whatever becomes of its title and of the group's name."""
    return f"<!-- cspsite: the report of {one.id} to {one.meeting.date} -->"


def _reminder(one: Owed, on: date, ways: Sequence[str]) -> Reminder:
    meeting, file = day_words(one.meeting.date), f"data/{one.path}"
    title = " ".join(f"Report due: {one.group.name}, meeting of {meeting}".split())
    chair = f"{one.group.chair}, {one.group.contact}" if one.group.contact else one.group.chair
    asked = f"The report of {plain(one.group.name)} ({plain(chair)}) to the meeting of {meeting} is {when(one, on)}."
    parts = [
        asked,
        *(["Any of these ways will do, the shortest first:", "\n".join(ways)] if ways else []),
        f"It will be the file `{file}`. Close this issue when it is there.",
        _marker(one),
    ]
    return Reminder(title, "\n\n".join(parts))


def _ways(one: Owed, address: str, page: str) -> Iterator[str]:
    """How to send it, the shortest way first."""
    if page:
        yield f"- [Fill in the form on the site]({page}): it needs no account until you send it."
    if address:
        yield f"- [Fill in the group's form on GitHub]({address}/issues/new?template={name_of(one.id)})."
        yield f"- [All ways, step by step]({address}/blob/HEAD/docs/contribute.md)."


def bodies_of(lines: str) -> list[str]:
    """The texts of issues from lines of JSON, an object with a `body` each; raises UsageError for other lines."""
    found = []
    for number, line in enumerate(lines.splitlines(), 1):
        if not line.strip():
            continue
        try:
            issue = json.loads(line)
        except ValueError:
            issue = None
        if not isinstance(issue, dict) or "body" not in issue:
            raise UsageError(f"line {number} of the issues is no object with a body: {line[:60]}")
        found.append(str(issue["body"] or ""))
    return found


def as_json(reminder: Reminder) -> str:
    """The issue as GitHub's interface takes it."""
    return json.dumps(asdict(reminder), ensure_ascii=False)
