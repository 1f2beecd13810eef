"""Whose form it is, and for which meeting: by its boxes, else by the words of its head, else as it was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cspsite.changes.likeness import ratio
from cspsite.days import days, without_days
from cspsite.errors import UsageError
from cspsite.model import Data, Group, Meeting
from cspsite.proposal import group_of, meeting_of
from cspsite.word import labels, tags
from cspsite.word.draft import Draft
from cspsite.word.matching import LIKE
from cspsite.words import day_words

_PARTNERSHIP = re.compile(
    r"(?P<whole>(?P<area>(?:[A-Z][\w'’.&-]*\s+(?:(?:and|of|upon|on|the|in|with|&)\s+)*)+)"
    r"(?:Community Safety|Crime (?:and|&) Disorder(?: Reduction)?|Crime Reduction|Safer Communities)\s+Partnership)"
)
#: Names are looked for in the beginning of a line; what is longer is no heading.
_LINE = 300
_MARGIN = re.compile(r"\bpage\b(\s+\d+)?(\s+of\s+\d+)?|^\s*\d+\s*$|\bofficial(?:[ -]sensitive)?\b", re.IGNORECASE)
_OWN = ("community safety partnership", "delivery group", "report to the", "meeting", "group", "of", "the")


@dataclass(frozen=True, slots=True)
class Identity:
    """The group and the meeting; `made_for` is the day that the form was made for, where it is another."""

    group_id: str
    group: Group
    meeting: Meeting
    made_for: date | None = None


def identity_of(draft: Draft, data: Data, group: str | None, meeting: str | None) -> Identity:
    """Whose form it is; raises UsageError where it is another partnership's, or does not tell."""
    _refuse_others(draft, data)
    id = _group(draft, data, group)
    day = meeting or _day(draft)
    made_for = next((date.fromisoformat(tag) for tag, _ in draft.days if _is_day(tag)), None)
    found = meeting_of(data, day)
    return Identity(id, group_of(data, id), found, made_for if made_for != found.date else None)


def _refuse_others(draft: Draft, data: Data) -> None:
    """Another partnership's form, by the box with its name or by a name in its head."""
    own = data.partnership.name
    boxed = draft.facts.get("partnership", "")
    named = (
        [boxed] if boxed else [match["whole"] for line in draft.head for match in _PARTNERSHIP.finditer(line[:_LINE])]
    )
    for name in named:
        if labels.plain(name) != labels.plain(own) and ratio(name, own) < 0.9:
            raise UsageError(
                f"this is the form of {name}, and these are the data of {own}; "
                "send it to that partnership, or take the form that `cspsite to-word` writes"
            )


def _group(draft: Draft, data: Data, given: str | None) -> str:
    tagged = tags.groups(data.groups).get(draft.group, "")
    if draft.group and not tagged and given is None:
        raise UsageError(
            f"the form is of a group {draft.group!r} that there is not; "
            f"the groups are: {', '.join(data.groups)}; say which with --group"
        )
    if given is not None:
        group_of(data, given)
        if tagged and tagged != given:
            raise UsageError(f"the form is that of {tagged}, not of {given}; leave --group out, or take the other form")
        return given
    return tagged or _named(draft, data)


def _named(draft: Draft, data: Data) -> str:
    """The one group whose name stands in the head."""
    found = {
        id: max((_like(line, group.name) for line in draft.head), default=0.0) for id, group in data.groups.items()
    }
    best = max(found.values(), default=0)
    named = [id for id, likeness in found.items() if likeness == best]
    if best < LIKE or len(named) > 1:
        raise UsageError(
            "the form does not say which delivery group it is from; "
            f"say so with --group, which is one of: {', '.join(data.groups)}"
        )
    return named[0]


def _like(line: str, name: str) -> float:
    """How like a group's name a line is, whatever the form says around it."""
    words, wanted = (" ".join(re.findall(r"\w+", text.casefold())) for text in (line[:_LINE], name))
    if f" {wanted} " in f" {words} ":
        return 1
    return ratio(words.replace("delivery group", ""), wanted)


def _day(draft: Draft) -> str:
    """The meeting's day: as it reads in its boxes, else in the head."""
    texts = [text for _, text in reversed(draft.days)]
    texts += [line for line in draft.head if not labels.labelled(line)[0]]
    found = [day for text in texts for day in days(text)]
    if found:
        return found[0].isoformat()
    tagged = next((tag for tag, _ in draft.days if _is_day(tag)), "")
    if tagged:
        return tagged
    raise UsageError("the form does not say for which meeting it is; say so with --meeting, such as 2006-09-11")


def _is_day(tag: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", tag)) and any(days(tag))


def strange_lines(draft: Draft, data: Data, group: Group) -> Iterator[str]:
    """The lines of the head that are neither the form's own nor what the group's file says."""
    for line in draft.head:
        key, rest = labels.labelled(line)
        if key:
            known = {
                "objective": [group.objective],
                "chair": [group.chair],
                "target": [words for target in group.targets for words in (target.wording, target.short)],
            }[key]
            if any(ratio(rest, words) >= 0.8 for words in known):
                continue
        elif not _bare(line, data, group):
            continue
        yield line


def _bare(line: str, data: Data, group: Group) -> str:
    """A line without the names and dates that belong into the head."""
    words = labels.plain(without_days(line))
    partnership = data.partnership
    for name in (partnership.name, partnership.board, group.name, *_OWN):
        words = re.sub(rf"(?<!\w){re.escape(labels.plain(name))}(?!\w)", " ", words)
    return "".join(sign for sign in words if sign.isalnum())


def is_own_margin(text: str, data: Data, group: Group) -> bool:
    """Whether the foot of a page says only which form it is, how many pages it has, and how it is classified."""
    return not _bare(_MARGIN.sub(" ", text), data, group)


def other_day(identity: Identity) -> str:
    """What to say where the form was made for another meeting."""
    if identity.made_for is None:
        return ""
    return (
        f"the form was made for the meeting of {day_words(identity.made_for)}, "
        f"and is read as the report to that of {day_words(identity.meeting.date)}, the date that it bears"
    )
