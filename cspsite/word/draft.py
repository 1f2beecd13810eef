"""What was found in a filled-in form, before it is known which actions it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cspsite.form import PARTS
from cspsite.word.prose import Line, Piece, Run, tidy

#: How a sentence ends that is not at its end.
_GOES_ON = re.compile(r"[\w,’']$")


@dataclass
class RowDraft:
    """A row of the action table; `anchor` is what its boxes' tags say, `extra` what stands in columns of no name."""

    anchor: str = ""
    action: str = ""
    target: str = ""
    carried: str = ""
    status: str = ""
    colours: list[str] = field(default_factory=list)
    parts: dict[str, list[Piece]] = field(default_factory=lambda: {part: [] for part in PARTS})
    extra: list[Piece] = field(default_factory=list)

    @property
    def has_words(self) -> bool:
        """Whether anything was said in it."""
        return bool(self.status or self.extra or any(self.parts.values()))

    @property
    def pieces(self) -> list[Piece]:
        """All that was said in it."""
        return [piece for part in self.parts.values() for piece in part] + self.extra

    def add(self, other: RowDraft) -> None:
        """Put what another row says after what this one does."""
        self.status = " ".join(filter(None, [self.status, other.status]))
        self.colours = self.colours or other.colours
        self.extra += other.extra
        for part, pieces in other.parts.items():
            self.parts[part] = joined(self.parts[part], pieces)


def joined(above: list[Piece], below: list[Piece]) -> list[Piece]:
    """What stands above and below the end of a page; a sentence that is split there is whole again."""
    last, first = above[-1] if above else None, below[0] if below else None
    if not (isinstance(last, Line) and isinstance(first, Line) and last.kind == first.kind == "paragraph"):
        return above + below
    if not (_GOES_ON.search(last.text) and first.text[:1].islower()):
        return above + below
    return [*above[:-1], Line(tidy([*last.runs, Run(" "), *first.runs])), *below[1:]]


@dataclass
class IssueDraft:
    """An other issue."""

    title: str = ""
    recipient: str = ""
    pieces: list[Piece] = field(default_factory=list)


@dataclass
class Left:
    """What has no place in the form: where it stood, and its words."""

    where: str
    pieces: list[Piece]


@dataclass
class Draft:
    """All that a form says.

    `head` are the lines above its boxes, `targets` those that name one between the rows of the table, `days` the
    meeting's dates by tag and as they read.
    """

    facts: dict[str, str] = field(default_factory=dict)
    group: str = ""
    days: list[tuple[str, str]] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    items: dict[str, list[list[Piece]]] = field(default_factory=lambda: {"achievements": [], "barriers": []})
    rows: list[RowDraft] = field(default_factory=list)
    issues: list[IssueDraft] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    telephones: bool = False
    is_form: bool = False

    def leave(self, where: str, *pieces: Piece) -> None:
        """Keep what has no place."""
        kept = [piece for piece in pieces if piece.text.strip()]
        if kept and self.left and self.left[-1].where == where:
            self.left[-1].pieces += kept
        elif kept:
            self.left.append(Left(where, kept))

    def given(self, section: str) -> Iterator[list[Piece]]:
        """The achievements or barriers that hold anything."""
        return (pieces for pieces in self.items[section] if any(piece.text.strip() for piece in pieces))
