"""The text of an issue to what stands in each box of its form, with every word in one of them or kept aside."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cspsite.issue.fields import ISSUE, ITEMS, MEETING, PERSON, UPDATE, Heading, heading_of
from cspsite.lines import Key

#: What GitHub writes for a box that was left empty.
_EMPTY = "_No response_"
#: The parts of a form, and those of one action and one issue, in their order.
_ORDER = (*MEETING, "prepared_by", *ITEMS, "updates", "other_issues")
_PARTS = (*PERSON, *UPDATE, *ISSUE)

_Rank = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Answers:
    """What stands in each box. `group` is the id that the form's first label gives, empty where there is none.

    `named` are the names that the labels give to actions, by their anchor. `before` is what stands above the first
    box. `copied` are labels that stand in the issue once more, or out of their order, and were read as words.
    """

    group: str
    boxes: Mapping[Key, str]
    named: Mapping[str, str]
    before: str
    copied: tuple[str, ...]

    @property
    def anchors(self) -> tuple[str, ...]:
        """The actions, each for one of its targets, that the form has boxes for, in its order."""
        return tuple(dict.fromkeys(str(key[1]) for key in self.boxes if key[0] == "updates"))

    def box(self, *key: str | int) -> str:
        """What stands in a box; nothing where the form does not have it."""
        return self.boxes.get(key, "")


class _Found(NamedTuple):
    """A label that a row of the issue is."""

    row: int
    heading: Heading


def answers(body: str, anchors: Sequence[str] = ()) -> Answers:
    """Read the text of an issue. `anchors` are the actions of the form in their order, as far as they are known.

    A heading begins a box only where the form has it: of labels that somebody has typed or pasted into a box, those
    are words which would tear the form's own order apart. Where a label stands twice and either could be meant, the
    first begins the box. Labels of another action begin boxes only where all of that action's are there.
    """
    rows = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = list(_labels(rows))
    begun = _in_order(_whole(found, anchors), anchors)
    ends = [one.row for one in begun[1:]] + [len(rows)]
    boxes = {one.heading.key: _given(rows[one.row + 1 : end]) for one, end in zip(begun, ends, strict=False)}
    meeting = next((one.heading.id for one in begun if one.heading.key == MEETING), "")
    named = {one.heading.id: one.heading.named for one in begun if one.heading.key[0] == "updates"}
    before = "\n".join(rows[: begun[0].row] if begun else rows).strip()
    copied = tuple(rows[one.row].removeprefix("### ").strip() for one in found if one not in begun)
    return Answers(meeting, boxes, named, before, copied)


def _labels(rows: Sequence[str]) -> Iterator[_Found]:
    for i, row in enumerate(rows):
        if row.startswith("### ") and (heading := heading_of(row[4:].strip())):
            yield _Found(i, heading)


def _whole(found: Sequence[_Found], anchors: Sequence[str]) -> list[_Found]:
    """The labels without those of other actions that are not all there, as they are in every form."""
    parts: dict[str, set[str]] = {}
    for _, heading in found:
        if heading.key[0] == "updates":
            parts.setdefault(heading.id, set()).add(str(heading.key[-1]))
    torn = {anchor for anchor, known in parts.items() if anchor not in anchors and len(known) < len(UPDATE)}
    return [one for one in found if one.heading.key[0] != "updates" or one.heading.id not in torn]


def _given(rows: Sequence[str]) -> str:
    """The words of a box, without the empty lines around them."""
    text = "\n".join(rows).strip("\n")
    return "" if text.strip() == _EMPTY else text


def _in_order(found: Sequence[_Found], anchors: Sequence[str]) -> list[_Found]:
    """The most labels that stand in the form's own order, the first where there is a choice.

    It is the longest rising run, looked for from the end.
    """
    ranks = _ranks(found, anchors)
    ends, last, follower = list[_Rank](), list[int](), dict[int, int]()
    for i in reversed(range(len(found))):
        falling = (-ranks[i][0], -ranks[i][1], -ranks[i][2], -ranks[i][3])
        at = bisect_left(ends, falling)
        if at:
            follower[i] = last[at - 1]
        ends[at : at + 1], last[at : at + 1] = [falling], [i]
    chosen, i = list[_Found](), last[-1] if last else -1
    while i >= 0:
        chosen.append(found[i])
        i = follower.get(i, -1)
    return chosen


def _ranks(found: Sequence[_Found], anchors: Sequence[str]) -> list[_Rank]:
    """Where each label belongs in the form; an action that is not known comes after the one it was found below."""
    place = {anchor: (i, 0) for i, anchor in enumerate(anchors)}
    above, ranks = -1, list[_Rank]()
    for _, heading in found:
        section, *rest = heading.key
        first, second = 0, 0
        if section == "updates":
            first, second = place.setdefault(heading.id, (above, len(place) + 1))
            above = first
        elif section in ITEMS:
            first = int(rest[0]) or 100
        elif section == "other_issues":
            first = int(rest[0])
        part = _PARTS.index(str(rest[-1])) if rest and isinstance(rest[-1], str) else 0
        ranks.append((_ORDER.index(str(section)), first, second, part))
    return ranks
