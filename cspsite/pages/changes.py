"""What changed from one meeting to the next: a page for members who never open git, and a sentence for others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cspsite.changes.change import Change, FieldChange, Rank, label
from cspsite.changes.kinds import WordingChanged
from cspsite.changes.parts import SAID
from cspsite.changes.passages import passages, reworded
from cspsite.changes.restated import Moving
from cspsite.changes.summary import at_a_glance, in_short
from cspsite.charts.sentence import raised
from cspsite.model import Meeting
from cspsite.pages import addresses
from cspsite.pages.page import Page
from cspsite.pages.passages import Part, parts
from cspsite.pages.site import Site, render
from cspsite.print_changes import HEADINGS
from cspsite.revisions import Revision
from cspsite.words import day_words

#: What is said where git does not tell what changed, and the reports say nothing of it.
_SAME = "The reports say the same; other changes may not be on record"


@dataclass(frozen=True, slots=True)
class Row:
    """One change in words; `said` is a text of several paragraphs or items that they end with.

    `moves` are the published figures that moved with it.
    """

    words: str
    said: Sequence[Part] = ()
    moves: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text that changed: with the marks of both versions where most of it stayed; else as it was, and as it is."""

    name: str
    before: Sequence[Part]
    now: Sequence[Part]
    marked: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Block:
    """Changes of other kinds than wording in `rows`; or the texts of one thing together, named once above them."""

    about: str = ""
    rows: Sequence[Row] = ()
    texts: Sequence[Text] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one kind under their heading; of groups and wording, under each group's name."""

    heading: str
    anchor: str
    groups: list[tuple[str, list[Block]]]


@dataclass(frozen=True, slots=True)
class _Version:
    """Which version in git a meeting had."""

    day: str
    revision: Revision


@dataclass(frozen=True, slots=True)
class Since:
    """The sentence of what changed since the meeting before, with the page that tells it in full.

    `glance` is the same for who has ten seconds; `unknown` says why the two cannot tell all, in words.
    """

    before: Meeting
    summary: str
    glance: str
    address: str
    unknown: list[str]


def pages(site: Site) -> Iterator[Page]:
    """One page for each meeting that has one before it."""
    for meeting in site.data.meetings:
        if found := since(site, meeting):
            yield _page(site, meeting, found)


def since(site: Site, meeting: Meeting) -> Since | None:
    """What changed since the meeting before; None where there is none before."""
    before = site.preceding(meeting)
    if before is None:
        return None
    changes, unknown = site.changes_at(meeting), site.past.unknown(before, meeting)
    summary, glance = in_short(changes), at_a_glance(changes)
    if unknown:
        summary, glance = (f"{told}; others may not be on record" if changes else _SAME for told in (summary, glance))
    return Since(before, summary, glance, addresses.changes(meeting.date), unknown)


def _page(site: Site, meeting: Meeting, found: Since) -> Page:
    day, before = day_words(meeting.date), day_words(found.before.date)
    address, both = found.address, (found.before, meeting)
    sections = _sections(site.changes_at(meeting))
    markdown = render(
        "changes.md.j2",
        address,
        meeting=meeting,
        before=found.before,
        meeting_address=addresses.meeting(meeting.date),
        before_address=addresses.meeting(found.before.date),
        summary=found.summary,
        unknown=found.unknown,
        versions=[_Version(day_words(one.date), revision) for one in both if (revision := site.past.revision(one))],
        sections=sections,
        has_marks=any(
            text.marked for section in sections for _, own in section.groups for b in own for text in b.texts
        ),
        illustrations=site.illustrations(
            ("the partnership", site.data.partnership),
            ("this meeting", meeting),
            (f"the meeting of {before}", found.before),
            *site.report_records(site.data.groups, meeting.date),
        ),
    )
    return Page(
        address=address,
        title=f"What changed at the meeting of {day}",
        description=f"What changed between the meetings of {before} and {day}: statuses, actions, reports and wording.",
        markdown=markdown,
        source="",
        search=0,  # its words are those of the reports, which the search finds
    )


def _sections(changes: list[Change]) -> list[Section]:
    return [_section(rank, list(found)) for rank, found in groupby(changes, key=lambda change: change.rank)]


def _section(rank: Rank, changes: list[Change]) -> Section:
    named = groupby(changes, key=lambda change: change.subject.group_name)
    groups = [(name, blocks_of(own)) for name, own in named]
    return Section(HEADINGS[rank], rank.name.lower(), groups)


def blocks_of(changes: Iterable[Change]) -> list[Block]:
    """Changes as they are told in lists; the texts of one thing together, below its name."""
    together = groupby(changes, key=lambda change: raised(change.subject.words) if _is_text(change) else "")
    return [
        Block(about, texts=[_text(change) for change in found if isinstance(change, FieldChange)])
        if about
        else Block(rows=[_row(change) for change in found])
        for about, found in together
    ]


def _is_text(change: Change) -> bool:
    return isinstance(change, FieldChange) and change.rank is Rank.WORDING


def _text(change: FieldChange) -> Text:
    is_plain = not (isinstance(change, WordingChanged) and change.is_prose)
    found = reworded(change.old or "", change.new or "", is_plain=is_plain)
    name = raised(label(change.field).removeprefix("the "))
    return Text(name, parts(found.before), parts(found.now), parts(found.marked))


def _row(change: Change) -> Row:
    said = passages(change.new or change.old or "") if isinstance(change, SAID) else ()
    if len(said) > 1:
        return Row(raised(change.lead), parts(said))
    return Row(change.words, moves=[move.words for move in change.moves] if isinstance(change, Moving) else ())
