"""What a change is: one difference between two versions, as a value, with a sentence that tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import IntEnum
from typing import Any, ClassVar

from cspsite.changes.subject import Subject

NONE = "none"


class Rank(IntEnum):
    """In which order changes are told: what matters first, wording last."""

    STATUS = 0
    REDEFINED = 1
    VANISHED = 2
    RESTATED = 3
    REPORTS = 4
    GROUPS = 5
    REST = 6
    WORDING = 7


#: What stands where, seen from the other side.
_SWAPPED: Mapping[str, str] = {"old": "new", "new": "old", "before": "after", "after": "before"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference; each kind is a class of its own.

    `subject` is what it is about, as it is called now (or was, where it is gone); `formerly` the same as it was called
    before, where that differs. `old` and `new` are in words, None where there was or is nothing.
    """

    #: In kebab-case; where it is told; how a summary counts it: one, several, and what became of them.
    kind: ClassVar[str]
    rank: ClassVar[Rank]
    counted: ClassVar[tuple[str, str, str]]
    sentence: ClassVar[str] = ""

    subject: Subject
    formerly: Subject | None = None
    old: str | None = None
    new: str | None = None

    @property
    def words(self) -> str:
        """The change in a sentence, or a few."""
        return sentence(self._filled(self.old or NONE, self.new or NONE))

    @property
    def lead(self) -> str:
        """The sentence without the text that it ends with: `Safer Homes reports an achievement:`."""
        return self._filled("", "").rstrip()

    def _filled(self, old: str, new: str) -> str:
        """The sentence, with its beginning as it is written."""
        return self.sentence.format(
            subject=self.subject.words, name=self.subject.name, group=self.subject.group_name, old=old, new=new
        )

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands among others; the lower the earlier."""
        return self.rank, 0

    @property
    def thing(self) -> object:
        """What a summary counts once, however many changes there are of it."""
        return self.subject, self.old, self.new

    def mirrored(self) -> Change:
        """The same difference from the new version to the old one."""
        values: dict[str, Any] = {}
        for field in fields(self):
            value = getattr(self, _SWAPPED.get(field.name, field.name))
            values[field.name] = tuple(part.mirrored() for part in value) if field.name == "moves" else value
        values["subject"] = self.formerly or self.subject
        values["formerly"] = self.subject if self.formerly else None
        return self._opposite()(**values)

    def _opposite(self) -> type[Change]:
        """The class of the change back."""
        return type(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange(Change):
    """A field of a record that has another value: `field` is its name in the record."""

    field: str
    closing: ClassVar[str] = ""

    @property
    def words(self) -> str:
        """What was and is: `The owner of the action “Fit new locks”: Council before, Police now.`."""
        what = f"{label(self.field)} of {self.subject.words}"
        told = f"{what}: {self.old or NONE} before, {self.new or NONE} now"
        return sentence(f"{sentence(told)} {self.closing}" if self.closing else told)

    @property
    def thing(self) -> object:
        """A record counts once, however many of its fields changed; of the partnership, each fact counts."""
        return (self.subject, self.field) if self.subject.sort == "partnership" else self.subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence(Change):
    """Something that came or is gone; `over` says that it had come to its end: closed, ended, or no longer used."""

    over: bool = False


#: What a field is called, where that is not plain from its name.
_LABELS: Mapping[str, str] = {
    "id": "the id",
    "name": "the name",
    "change": "the change wanted",
    "value": "the value wanted",
    "due": "the due date",
    "closed": "the day of closing",
    "starts": "the first day",
    "ends": "the last day",
    "kind": "the kind",
    "plans": "the plans",
    "local_target": "the local wording",
    "extracted": "the day of extraction",
    "illustrative": "what is illustrative",
    "url": "the address",
    "new_limits": "the new control limits",
    "figures_max_age_months": "the greatest age of figures, in months,",
    "denominator_max_age_months": "the greatest age of denominators, in months,",
    "officers_names": "whether officers' names are shown",
    "not_personal": "the texts that only look like personal details",
    "small_base": "the smallest base of a percentage",
    "disclosure": "the rule for withholding counts",
}


def label(field: str) -> str:
    """What a field is called: `the due date`."""
    return _LABELS.get(field, f"the {field.replace('_', ' ')}")


def sentence(text: str) -> str:
    """Words as a sentence: a capital at the beginning, one full stop at the end."""
    begun = text[:1].upper() + text[1:]
    return begun if begun.endswith((".", "!", "?", ".”", "!”", "?”")) else f"{begun}."
