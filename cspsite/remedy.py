"""A remedial action as its box has it: what will be done about it, and in two lines at its end by whom and by when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from cspsite.days import only_day
from cspsite.form import given
from cspsite.words import day_words

#: What the form says beside the box.
ASKED = (
    "Needed where the status is Red or Amber: what will be done about it. "
    "End with two lines of their own: **Owner:** and the organisation or role that does it; "
    "**Due:** and the day by which it is done, such as 8 January 2007."
)
_OWNER = r"\*{0,2}owners?(?::\*{0,2}|\*{0,2}:) *"
_DUE = r"\*{0,2}due(?: date| by)?(?::\*{0,2}|\*{0,2}:) *"
#: A row that says either, or one after the other, also as an item of a list.
ROWS = (
    re.compile(rf"(?:[-*+] +)?{_OWNER}(?P<owner>.*?)(?:[ .;,]+{_DUE}(?P<due>.*))?", re.IGNORECASE),
    re.compile(rf"(?:[-*+] +)?{_DUE}(?P<due>.*?)(?:[ .;,]+{_OWNER}(?P<owner>.*))?", re.IGNORECASE),
)
#: What around an owner or a day is no part of it; asterisks are none anywhere.
AROUND = " .;,\\"


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is done about a status; `owner` and `written`, the day as it was typed, are empty where none is given.

    `due` is None where there is no day, or none that can be read. `row` is where the day stands in the box, from 0.
    """

    words: str
    owner: str
    due: date | None
    written: str
    row: int

    @property
    def due_words(self) -> str:
        """The day as readers see it: as it was typed where it cannot be read."""
        return day_words(self.due) if self.due else self.written


def remedy(text: str) -> Remedy:
    """A box's text as what it says; the two lines may stand in either order, with empty ones between."""
    rows = text.split("\n")
    end, found = _lines(rows)
    owner, _ = found.get("owner", ("", 0))
    written, row = found.get("due", ("", 0))
    return Remedy("\n".join(rows[:end]).rstrip(" \\\n"), owner, only_day(written), written, row)


def apart(text: str) -> str:
    """The text with each of the two lines on a row of its own wherever Markdown is shown."""
    rows = text.split("\n")
    end, _ = _lines(rows)
    kept = [
        row if row.endswith(("\\", "  ")) or not (row and following) else f"{row}\\"
        for row, following in pairwise(rows)
    ]
    first = max(end - 1, 0)
    return "\n".join([*rows[:first], *kept[first:], rows[-1]]) if end < len(rows) else text


def paragraphs(text: str) -> str:
    """The text with each of the two lines as a paragraph of its own."""
    rows = text.split("\n")
    end, _ = _lines(rows)
    said = [row.rstrip(" \\") for row in rows[end:] if row.strip()]
    before = "\n".join(rows[:end]).rstrip(" \\\n")
    return "\n\n".join(filter(None, [before, *said])) if said else text


def _lines(rows: list[str]) -> tuple[int, Mapping[str, tuple[str, int]]]:
    """How many rows come before the two lines, and what each of them says, with its row."""
    end, found = len(rows), dict[str, tuple[str, int]]()
    while end:
        said = _said(rows[end - 1])
        if found.keys() & said.keys() or (rows[end - 1].strip() and not said):
            break
        end -= 1
        found |= {name: (words, end) for name, words in said.items()}
    return end, found


def _said(row: str) -> Mapping[str, str]:
    """The owner, the day, or both, that a row says; nothing where it is of other words."""
    match = next(filter(None, (form.fullmatch(row.strip(" \\")) for form in ROWS)), None)
    pairs = match.groupdict() if match else {}
    return {name: given(words.replace("*", "").strip(AROUND)) for name, words in pairs.items() if words is not None}
