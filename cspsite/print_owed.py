"""The reports that are owed, as text for people, Markdown for a page or a comment, and JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from cspsite.markdown_text import plain
from cspsite.numbers import counted
from cspsite.owed import Owed
from cspsite.words import day_words

NOTHING = "No report is owed."


def as_text(owed: Sequence[Owed], on: date, folder: str) -> str:
    """Two lines a report: who owes it by when, and its file."""
    rows = [
        f"{one.group.name}: report to the meeting of {day_words(one.meeting.date)}, {when(one, on)}\n"
        f"    {folder}/{one.path}"
        for one in owed
    ]
    return "\n".join(rows or [NOTHING])


def when(one: Owed, on: date) -> str:
    """`due on 6 November 2006 (in 4 days)`, or `overdue since 6 November 2006 (by 3 days)`."""
    left = one.days_left(on)
    days = counted(str(abs(left)), "days")
    if left < 0:
        return f"overdue since {day_words(one.by)} (by {days})"
    return f"due on {day_words(one.by)} ({f'in {days}' if left else 'today'})"


def as_markdown(owed: Sequence[Owed], on: date, folder: str) -> str:
    """A table, a row a report."""
    rows = [
        f"| {plain(one.group.name)} | {day_words(one.meeting.date)} | {when(one, on)} | `{folder}/{one.path}` |"
        for one in owed
    ]
    head = ["| group | meeting | report | file |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, *rows] if rows else [NOTHING])


def as_json(owed: Sequence[Owed], on: date, folder: str) -> str:
    """A list of objects with group, name, meeting, due, days_left (below 0: overdue) and file."""
    return json.dumps([_object(one, on, folder) for one in owed], indent=2, ensure_ascii=False)


def _object(one: Owed, on: date, folder: str) -> dict[str, str | int]:
    return {
        "group": one.id,
        "name": one.group.name,
        "meeting": one.meeting.date.isoformat(),
        "due": one.by.isoformat(),
        "days_left": one.days_left(on),
        "file": f"{folder}/{one.path}",
    }


FORMATS: Mapping[str, Callable[[Sequence[Owed], date, str], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}
