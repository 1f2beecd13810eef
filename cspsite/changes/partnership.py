"""The partnership in two versions: its own facts, its meetings, its glossary."""

from __future__ import annotations

from collections.abc import Iterator

from cspsite.changes import kinds, parts, presence
from cspsite.changes.about import about, differing
from cspsite.changes.change import Change
from cspsite.changes.link import Link, by_day
from cspsite.changes.lists import reordered, texts
from cspsite.changes.subject import PARTNERSHIP, of_entry, of_meeting


def partnership(link: Link) -> Iterator[Change]:
    """Every change of the partnership's own facts and of its meetings."""
    old, new = link.old.data.partnership, link.new.data.partnership
    yield from differing(old, new, about(PARTNERSHIP, PARTNERSHIP))
    yield from _meetings(link)


def _meetings(link: Link) -> Iterator[Change]:
    old, new, pairs = by_day(link.old), by_day(link.new), link.meetings
    for one, other in pairs.both:
        before, after = old[one], new[other]
        whom = about(of_meeting(before.date), of_meeting(after.date))
        yield from differing(before, after, whom)
        decisions = parts.DecisionAdded, parts.DecisionRemoved
        yield from texts(whom, "decision", (before.decisions, after.decisions), decisions, str.__eq__)
    for key in pairs.come:
        yield about(None, of_meeting(key[0])).tell(presence.MeetingAdded, new=of_meeting(key[0]).name)
    for key in pairs.gone:
        yield about(of_meeting(key[0]), None).tell(presence.MeetingRemoved, old=of_meeting(key[0]).name)
    names = [str(day) for day, _ in old], [str(day) for day, _ in new]
    yield from reordered(about(PARTNERSHIP, PARTNERSHIP), "meetings", pairs, list(new), names)


def glossary(link: Link) -> Iterator[Change]:
    """Every entry that was added, removed or changed."""
    old, new = link.old.data.glossary, link.new.data.glossary
    for acronym in sorted({*old, *new}):
        before, after, whom = old.get(acronym), new.get(acronym), about(of_entry(acronym), None)
        if before == after:
            continue
        if before is None or after is None:
            kind = presence.EntryAdded if before is None else presence.EntryRemoved
            yield whom.tell(kind, old=before, new=after)
        else:
            yield whom.tell(kinds.EntryChanged, field="meaning", old=before, new=after)
