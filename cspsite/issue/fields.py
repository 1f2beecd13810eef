"""The boxes of a group's form on GitHub: their labels, which an issue repeats as headings, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cspsite.form import PARTS, named
from cspsite.lines import Key

MEETING: Key = ("meeting",)
#: By this label, and by this beginning of its title, an issue is known as an update.
LABEL, TITLE = "update", "Update: "

PERSON: Mapping[str, str] = {"name": "Your name", "role": "Your role", "organisation": "Your organisation"}
ITEMS: Mapping[str, str] = {"achievements": "Achievement", "barriers": "Barrier"}
ISSUE: Mapping[str, str] = {"title": "title", "recipient": "for whom", "text": "text"}
UPDATE: Mapping[str, str] = {"status": "Status", **PARTS}

#: How much of a name stands in a label.
_NAME = 90
_SPACES = re.compile(r"\s+")
#: GitHub shows no form that has this word in a label, lest somebody gives one away.
_FORBIDDEN = re.compile("(pass)(word)", re.IGNORECASE)
_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_GROUP = re.compile(rf"Meeting of (?P<named>.+) \((?P<id>{_ID})\)")
_UPDATE = re.compile(
    r"(?P<part>Status|Progress|Plans(?: for .*?)?|Remedial action) – (?P<named>.+) "
    rf"\((?P<anchor>{_ID}(?:\.{_ID})?)\)"
)


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the form: what goes into it, and its label. `key` is the place in a report, where it has one."""

    key: Key
    label: str

    @property
    def id(self) -> str:
        """The box's id, by which an address can fill it in."""
        return "_".join(str(part).replace(".", "_") for part in self.key)


def meeting_box(group_id: str, name: str) -> Box:
    """Which meeting the report is for; its label says whose report it is."""
    return Box(MEETING, f"Meeting of {short(name)} ({group_id})")


def person_boxes() -> Iterator[Box]:
    """Who prepared the report."""
    yield from (Box(("prepared_by", part), label) for part, label in PERSON.items())


def item_boxes(section: str, number: int) -> Iterator[Box]:
    """As many boxes for achievements or barriers as the form has, and one for those beyond."""
    word = ITEMS[section]
    yield from (Box((section, n), f"{word} {n}") for n in range(1, number + 1))
    yield Box((section, 0), f"Further {word.lower()}s" if number else f"{word}s")


def update_boxes(anchor: str, heading: str, plans_for: str) -> Iterator[Box]:
    """The status and the three texts of one action, for one of its targets."""
    for part, words in UPDATE.items():
        label = f"Plans for the {short(plans_for)}" if part == "plans" else words
        yield Box(("updates", anchor, part), f"{label} – {short(heading)} ({anchor})")


def issue_boxes(number: int) -> Iterator[Box]:
    """So many other issues, each with its title, recipient and text."""
    for n in range(1, number + 1):
        yield from (Box(("other_issues", n, part), f"Other issue {n}: {words}") for part, words in ISSUE.items())


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of an issue that is one of the form's labels; `named` is whose name it says: a group's, an action's."""

    key: Key
    id: str = ""
    named: str = ""


def heading_of(label: str) -> Heading | None:
    """What a label is of, whichever form it comes from; None for other words."""
    return next((found for read in _READERS if (found := read(label))), None)


def _meeting(label: str) -> Heading | None:
    match = _GROUP.fullmatch(label)
    return Heading(MEETING, match["id"], match["named"]) if match else None


def _person(label: str) -> Heading | None:
    return next((Heading(("prepared_by", part)) for part, words in PERSON.items() if words == label), None)


def _item(label: str) -> Heading | None:
    for section, word in ITEMS.items():
        if label in (f"Further {word.lower()}s", f"{word}s"):
            return Heading((section, 0))
        if match := re.fullmatch(rf"{word} ([1-9]\d?)", label, re.ASCII):
            return Heading((section, int(match[1])))
    return None


def _update(label: str) -> Heading | None:
    match = _UPDATE.fullmatch(label)
    if match is None:
        return None
    part = "status" if match["part"] == UPDATE["status"] else named(match["part"], PARTS)
    return Heading(("updates", match["anchor"], part), match["anchor"], match["named"])


def _issue(label: str) -> Heading | None:
    match = re.fullmatch(r"Other issue ([1-9]\d?): (.+)", label, re.ASCII)
    part = next((part for part, words in ISSUE.items() if match and match[2] == words), "")
    return Heading(("other_issues", int(match[1]), part)) if match and part else None


_READERS: tuple[Callable[[str], Heading | None], ...] = (_meeting, _person, _item, _update, _issue)


def short(words: str) -> str:
    """Words in one line, not too many of them, and none that GitHub forbids."""
    flat = _FORBIDDEN.sub(r"\1 \2", _SPACES.sub(" ", words).strip())
    return flat if len(flat) <= _NAME else f"{flat[:_NAME].rstrip()}…"
