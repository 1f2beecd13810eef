"""A filled-in form to a report: what it says, what it says that has no place, and what its sender should know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cspsite.changes.likeness import ratio
from cspsite.days import month, without_days
from cspsite.errors import UsageError
from cspsite.lines import Key
from cspsite.model import Action, OtherIssue, PreparedBy, Report, Update
from cspsite.periods import Month
from cspsite.quote import Quoter
from cspsite.report_text import Notes, normal
from cspsite.skeleton import Skeleton, skeleton
from cspsite.word import labels, tags
from cspsite.word.colours import status_of
from cspsite.word.document import Document
from cspsite.word.draft import Draft, RowDraft
from cspsite.word.errors import Unreadable
from cspsite.word.identity import Identity, identity_of, is_own_margin, other_day, strange_lines
from cspsite.word.markdown_out import markdown_of
from cspsite.word.matching import Key as Pair
from cspsite.word.matching import Match, Matcher, is_same, letters
from cspsite.word.package import opened
from cspsite.word.pieces import text_line
from cspsite.word.prose import Piece
from cspsite.word.reading import document_of, refuse_what_is_no_form
from cspsite.word.rows import words_of
from cspsite.word.sheet import anchor_of, sheet_of
from cspsite.word.sources import Sources, tokens_of
from cspsite.word.walk import draft_of
from cspsite.words import day_words

#: Where in a report's file the words stand that have no place in it.
END: Key = ("end",)
_NOT_PLACED = "From the Word form, and not published: words that have no place in the report. Move or delete them."


@dataclass(frozen=True, slots=True)
class Filled:
    """A report from a form; `notes` keep what has no place in it, and `said` are sentences for its sender."""

    report: Report
    notes: Notes
    said: tuple[str, ...]


def read_form(
    content: bytes, name: str, quoter: Quoter, group: str | None = None, meeting: str | None = None
) -> Filled:
    """The report that a file of that name holds.

    `group` and `meeting` are needed only where the form does not tell. Raises UsageError, with what to do, for what
    is no form of the partnership's.
    """
    data = quoter.data
    try:
        document = document_of(opened(content), tags.Figures(tokens_of(data)))
        refuse_what_is_no_form(document)
        draft = draft_of(document)
        if not (draft.is_form or draft.rows):
            raise Unreadable(
                "it is not the form: it has neither its boxes nor its table of actions; "
                "copy its words into the form that `cspsite to-word` writes"
            )
    except Unreadable as error:
        raise UsageError(f"{name} cannot be read: {error}") from None
    identity = identity_of(draft, data, group, meeting)
    reading = _Reading(quoter, draft, identity)
    report = reading.report()
    reading.beside(document)
    return Filled(report, reading.notes(), tuple(reading.said))


@dataclass
class _Reading:
    """Puts the parts of a draft together."""

    quoter: Quoter
    draft: Draft
    identity: Identity
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        id, meeting = self.identity.group_id, self.identity.meeting
        self.data = self.quoter.data
        self.expected: Skeleton = skeleton(self.data, id, meeting)
        self.existing = self.data.reports.get((id, meeting.date))
        self.sheet = sheet_of(self.data, id, meeting)
        self.sources = Sources(self.sheet, self.quoter)
        headings: dict[Pair, str] = {line.update.key: line.update.heading for line in self.sheet.lines}
        self.headings = headings
        self.same: list[str] = []

    def say(self, words: str) -> None:
        """Something that the sender should know, once."""
        if words and words not in self.said:
            self.said.append(words)

    def report(self) -> Report:
        """The report; what is left over is in the draft."""
        self.say(other_day(self.identity))
        for line in strange_lines(self.draft, self.data, self.identity.group):
            self.draft.leave("the head of the form", text_line(line))
        for text in self.draft.targets:
            if not any(ratio(text, words) >= 0.8 for words in self.targets()):
                self.draft.leave("a line that names a target", text_line(text))
        for _, text in self.draft.days:
            if letters(without_days(text)):
                self.draft.leave("the meeting's date", text_line(text))
        if self.draft.telephones:
            self.say("a telephone number or e-mail address is not kept: a report is published")
        facts = self.draft.facts
        made = Report(
            data_to=self.data_to(facts.get("data_to", "")),
            classification=self.sources.line(facts.get("classification", ""), ("classification",))
            or self.sheet.report.classification,
            prepared_by=self.person(),
            illustrative=self.sources.line(facts.get("illustrative", ""), ("illustrative",)) or None,
            group=self.identity.group_id,
            meeting=self.identity.meeting.date,
            achievements=self.items("achievements"),
            barriers=self.items("barriers"),
            updates=self.updates(),
            other_issues=self.issues(),
        )
        self.say(_unchanged(self.same))
        return normal(made)

    def data_to(self, text: str) -> Month:
        """The last month of the figures: the form's own, else the meeting's."""
        own = self.identity.meeting.data_to
        found = month(text)
        if text and found is None:
            self.say(f"“{text}” is no month; figures are taken to go to {own.words}, as the meeting's do")
            self.draft.leave("the last month of the figures", text_line(text))
        return own if found is None or self.identity.made_for else found

    def person(self) -> PreparedBy:
        """Who completed the form."""
        facts = {name: self.draft.facts.get(name, "") for name in tags.PERSON}
        given = {name: self.sources.line(text, ("prepared_by", name)) or None for name, text in facts.items()}
        return PreparedBy(name=given["name"], role=given["role"], organisation=given["organisation"])

    def items(self, section: str) -> tuple[str, ...]:
        """The achievements or barriers."""
        found = []
        for i, pieces in enumerate(self.draft.given(section)):
            found.append(self.sources.markdown(pieces, (section, i)))
            if self.is_old(pieces, (section, i)):
                self.same.append(f"{section[:-1]} {i + 1}")
        return tuple(found)

    def is_old(self, pieces: Sequence[Piece], place: tuple[str | int, ...]) -> bool:
        """Whether a box of a new report says what the last one said."""
        return self.existing is None and self.sources.has(pieces, place)

    def updates(self) -> tuple[Update, ...]:
        """The updates, in the order of the form's rows."""
        matcher = Matcher(self.identity.group, self.headings)
        found: dict[Pair, RowDraft] = {}
        for match in matcher.matches(self.draft.rows):
            self.say(match.said if match.key else "")
            if match.key is None:
                self.unplaced(match)
                continue
            self.reworded(match.row, match.key)
            if match.key in found:
                self.say(f"“{match.row.action or anchor_text(match.key)}” stands twice; what both say is together")
                found[match.key].add(match.row)
            else:
                found[match.key] = match.row
        made = [self.update(key, row) for key, row in found.items()]
        self.absent(set(found))
        return tuple(update for update in made if update is not None)

    def targets(self, id: str | None = None) -> list[str]:
        """How a target is worded, in one place or the other; without an id all of them."""
        known = [target for target in self.identity.group.targets if id in (None, target.id)]
        return [words for target in known for words in (target.wording, target.short)]

    def reworded(self, row: RowDraft, key: Pair) -> None:
        """Keep what a row calls its action or its target, where the group's file has other words."""
        action = self.identity.group.action(key[0])
        title = action.title if action else key[0]
        if row.action and not any(is_same(row.action, words) for words in (title, self.headings.get(key, title))):
            self.draft.leave(f"the first column, where group.yml has “{title}”", text_line(row.action))
        known = self.targets(key[1]) if key[1] else []
        if row.target and not any(is_same(row.target, words) for words in known):
            wanted = f"“{known[-1]}”" if known else "no target"
            self.draft.leave(f"the local target of “{title}”, where group.yml has {wanted}", text_line(row.target))

    def unplaced(self, match: Match) -> None:
        """A row whose action is not known: what it says is kept, if it says anything."""
        if match.row.has_words or match.row.action or match.row.target:
            self.draft.leave(f"the action table, where {match.said}", *words_of(match.row))

    def absent(self, found: set[Pair]) -> None:
        """The open actions that the form has no row for."""
        for row in self.expected.rows:
            if row.key not in found:
                about = f" (target: {row.target.short})" if row.target else ""
                self.say(f"the form has no row for “{row.action.title}”{about}")

    def update(self, key: Pair, row: RowDraft) -> Update | None:
        """An update; an empty row that the report there is has no update for is none."""
        status, said = status_of(row.status, row.colours)
        action = self.identity.group.action(key[0])
        title = action.title if action else self.headings.get(key, key[0])
        self.say(f"{title}: {said}" if said else "")
        if said and (status is None or len(row.status) > labels.MOST_QUOTED):
            self.draft.leave(f"the status of “{title}”", text_line(row.status))
        if row.extra:
            self.draft.leave(f"a column beside “{title}”", *row.extra)
        if action:
            self.closed(action)
        anchor = anchor_text(key)
        made = Update(
            action=key[0],
            target=key[1],
            heading=self.headings.get(key, title),
            status=status,
            **{part: self.sources.markdown(pieces, (anchor, part)) for part, pieces in row.parts.items()},
        )
        self.same += (
            [title] if row.parts["progress"] and self.is_old(row.parts["progress"], (anchor, "progress")) else []
        )
        is_new = self.existing is not None and self.existing.update(*key) is None
        return None if is_new and not (status or row.has_words) else made

    def closed(self, action: Action) -> None:
        """Say of an old form's action that it is closed since."""
        if action.state == "closed" and action.closed and action.closed < self.identity.meeting.date:
            self.say(f"“{action.title}” was closed on {day_words(action.closed)}; what the form says of it is kept")

    def issues(self) -> tuple[OtherIssue, ...]:
        """The other issues that say anything."""
        found: list[OtherIssue] = []
        for draft in self.draft.issues:
            i = len(found)
            text = self.sources.markdown(draft.pieces, ("other_issues", i))
            title, recipient = (
                self.sources.line(draft.title, ("title", i)),
                self.sources.line(draft.recipient, ("for", i)),
            )
            if title or text or recipient:
                found.append(OtherIssue(title=title or "Other issue", recipient=recipient or None, text=text))
                self.same += [f"the issue “{title}”"] if text and self.is_old(draft.pieces, ("other_issues", i)) else []
        return tuple(found)

    def beside(self, document: Document) -> None:
        """What the document holds beside its words."""
        if document.inserted or document.deleted:
            self.say("tracked changes: what was inserted is taken, what was deleted is left out")
        for words in document.deleted:
            self.say(f"deleted in a tracked change, and left out: “{words}”")
        for remark in document.remarks:
            self.say(remark)
        for where, texts in (("a comment", document.comments), ("hidden words", document.hidden)):
            for text in texts:
                self.draft.leave(where, text_line(text))
        for text in document.margins:
            if not is_own_margin(text, self.data, self.identity.group):
                self.draft.leave("the top or the foot of the page", text_line(text))

    def notes(self) -> Notes:
        """What is left over, for the end of the report's file; each is told."""
        if not self.draft.left:
            return {}
        rows = [_NOT_PLACED]
        for left in self.draft.left:
            text = markdown_of(left.pieces)
            rows.append(f"{left.where[:1].upper()}{left.where[1:]}:\n{text}")
            words = labels.quoted(" ".join(piece.text for piece in left.pieces))
            self.say(f"kept at the end of the file, as it has no place in the report: {left.where}: {words}")
        return {END: "\n\n".join(rows)}


def anchor_text(key: Pair) -> str:
    """`action.target`, or `action`."""
    return anchor_of(Update(action=key[0], target=key[1]))


def _unchanged(same: list[str]) -> str:
    return f"word for word as in the last report: {'; '.join(same)}" if same else ""
