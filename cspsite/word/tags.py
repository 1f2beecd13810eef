"""The tags of the form's boxes, by which a box is known again wherever it was moved to in the document."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cspsite.form import PARTS

#: Word takes no longer tag for whole.
LONGEST = 64

PARTNERSHIP = "partnership"
DATA_TO = "data-to"
CLASSIFICATION = "classification"
ILLUSTRATIVE = "illustrative"
PERSON: Mapping[str, str] = {
    "name": "prepared-by.name",
    "role": "prepared-by.role",
    "organisation": "prepared-by.organisation",
}
_FIGURE = re.compile(r"_figure_([0-9a-f]{12})_([0-9a-f]{8})_\d+")
_ITEM = re.compile(r"(achievements|barriers)\.(\d+)")
_ISSUE = re.compile(r"other-issues\.(\d+)\.(title|for|text)")
_UPDATE = re.compile(r"updates\.(.+)\.(action|status|progress|plans|remedial-action)")

#: The boxes of an update besides its parts.
ACTION, STATUS = "action", "status"


@dataclass(frozen=True, slots=True)
class Box:
    """What a tag stands for: a section of the form, which of its boxes, and which part of that."""

    section: str
    key: str
    part: str = ""


def group(id: str) -> str:
    """The tag of the group's name."""
    return _cut(f"group.{id}")


def meeting(day: str) -> str:
    """The tag of the meeting's date."""
    return f"meeting.{day}"


def item(section: str, number: int) -> str:
    """The tag of an achievement or a barrier; numbers count from 1."""
    return f"{section}.{number}"


def issue(number: int, part: str) -> str:
    """The tag of a part of an other issue: its `title`, whom it is `for`, its `text`."""
    return f"other-issues.{number}.{part}"


def update(anchor: str, part: str) -> str:
    """The tag of a part of an update; `anchor` is `action.target`, or `action`."""
    ending = "." + part.replace("_", "-")
    return f"updates.{_cut(anchor, LONGEST - len('updates.') - len(ending))}{ending}"


def figure(token: str, shown: str, number: int) -> str:
    """The name of the bookmark around a figure: it tells the token, and whether what it showed was changed since.

    `number` makes it the document's only one of that name. Word hides bookmarks that begin so.
    """
    return f"_figure_{_digest(token)[:12]}_{_digest(shown)[:8]}_{number}"


def _cut(id: str, length: int = LONGEST) -> str:
    """An id that fits: a long one is cut, and ends in a digest of the whole."""
    return id if len(id) <= length else f"{id[: length - 9]}~{_digest(id)[:8]}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def box_of(tag: str) -> Box | None:
    """What a tag stands for; None where it is none of the form's boxes."""
    if found := _ITEM.fullmatch(tag):
        return Box(found[1], found[2])
    if found := _ISSUE.fullmatch(tag):
        return Box("other_issues", found[1], found[2])
    if found := _UPDATE.fullmatch(tag):
        return Box("updates", found[1], found[2].replace("-", "_"))
    if tag in (PARTNERSHIP, DATA_TO, CLASSIFICATION, ILLUSTRATIVE, *PERSON.values()):
        return Box("facts", tag)
    if tag.startswith(("group.", "meeting.")):
        return Box(*tag.split(".", 1))
    return None


def anchors(known: Iterable[str]) -> dict[str, str]:
    """The anchor of each update by what stands for it in tags."""
    length = {part: LONGEST - len(f"updates..{part}") for part in (ACTION, STATUS, *PARTS)}
    return {_cut(anchor, size): anchor for anchor in known for size in length.values()}


def groups(known: Iterable[str]) -> dict[str, str]:
    """The id of each group by what stands for it in tags."""
    return {group(id).removeprefix("group."): id for id in known}


class Figures:
    """Tells which token a figure's bookmark stands for, among the tokens that a form may have been filled with."""

    def __init__(self, tokens: Iterable[str]) -> None:
        self._known = {_digest(token)[:12]: token for token in tokens}

    def token(self, bookmark: str, shown: str) -> str:
        """The token; empty where it is not known, or where the figure's words were changed."""
        found = _FIGURE.fullmatch(bookmark)
        is_same = found is not None and _digest(shown)[:8] == found[2]
        return self._known.get(found[1], "") if found and is_same else ""
