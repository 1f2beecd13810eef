"""Counts and estimates that came, went or were revised, with the published figures that moved with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cspsite.changes.change import Change, FieldChange, Rank, sentence
from cspsite.changes.subject import Subject
from cspsite.figure_names import NAMES
from cspsite.periods import Period
from cspsite.words import day_words

#: How many counts a sentence lists; of more it says only how many they are.
_LISTED = 6


@dataclass(frozen=True, slots=True)
class Move:
    """A figure of a report that is shown otherwise than before.

    `name` is the figure's, such as `change.last_year`, and `when` the periods that it is of. What its report and its
    indicator are called is told of both versions.
    """

    report: Subject
    report_then: Subject
    indicator: Subject
    indicator_then: Subject
    name: str
    when: str
    old: str
    new: str

    @property
    def words(self) -> str:
        """What the figure is, what it was and what it is."""
        what = f"{self.indicator.name}: {NAMES[self.name].meaning} ({self.when}) in {self.report.words}"
        return f"{what}: {self.old} then, {self.new} now"

    def mirrored(self) -> Move:
        """The same move from the new version to the old one."""
        reports, indicators = (self.report_then, self.report), (self.indicator_then, self.indicator)
        return Move(*reports, *indicators, self.name, self.when, self.new, self.old)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving(Change):
    """A change of counts or estimates; `moves` are the published figures that moved with it."""

    moves: tuple[Move, ...] = ()

    @property
    def moved(self) -> str:
        """`3 published figures move with it`; empty where none does."""
        if not self.moves:
            return ""
        return (
            "1 published figure moves with it"
            if len(self.moves) == 1
            else f"{len(self.moves)} published figures move with it"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRestated(Moving):
    """A count of a period is another; a count that is withheld is shown by its marker only."""

    kind = "figure-restated"
    rank = Rank.RESTATED
    counted = ("figure", "figures", "restated")

    period: Period

    @property
    def thing(self) -> object:
        """Every count counts."""
        return self.subject, self.period

    @property
    def words(self) -> str:
        """Which count, what it was and is, and how many published figures move with it."""
        how = (
            f"restated from {self.old} to {self.new}" if self.old != self.new else f"restated, and shown as {self.new}"
        )
        told = f"{self.subject.name} in {self.period.words}: {how}"
        return " ".join(sentence(part) for part in (told, self.moved) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerChanged(Change):
    """A count has other markers, and is the same number."""

    kind = "marker-changed"
    rank = Rank.REST
    counted = ("marker", "markers", "changed")

    period: Period

    @property
    def thing(self) -> object:
        """Every count counts."""
        return self.subject, self.period

    @property
    def words(self) -> str:
        """How the count was and is shown."""
        return sentence(f"{self.subject.name} in {self.period.words}: shown as {self.old} before, {self.new} now")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountNoteChanged(FieldChange):
    """What is said beside a count is another; the note of a withheld count is not shown."""

    kind = "count-note-changed"
    rank = Rank.WORDING
    counted = ("note on a count", "notes on counts", "changed")

    period: Period

    @property
    def thing(self) -> object:
        """Every note counts."""
        return self.subject, self.period, self.field

    @property
    def words(self) -> str:
        """What the note of which count was and is."""
        what = f"the {self.field} of {self.subject.name} in {self.period.words}"
        return sentence(f"{what}: {self.old or 'none'} before, {self.new or 'none'} now")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsAdded(Moving):
    """A run of periods that had no row of their own before; `new` lists their counts."""

    kind = "counts-added"
    rank = Rank.REST
    counted = ("indicator", "indicators", "with new counts")

    period: Period | None

    @property
    def words(self) -> str:
        """For which months counts were added."""
        when = (
            f"counts for {self.period.words} were added: {several(self.new)}"
            if self.period
            else "it now has a file of counts"
        )
        return sentence(f"{self.subject.name}: {when}")

    def _opposite(self) -> type[Change]:
        return CountsRemoved


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsRemoved(Moving):
    """A run of periods that have no row any more; `old` lists their counts."""

    kind = "counts-removed"
    rank = Rank.VANISHED
    counted = ("indicator", "indicators", "with counts removed")

    period: Period | None

    @property
    def words(self) -> str:
        """For which months counts are gone."""
        when = (
            f"counts for {self.period.words} are gone: {several(self.old)}"
            if self.period
            else "its file of counts is gone"
        )
        told = f"{self.subject.name}: {when}"
        return " ".join(sentence(part) for part in (told, self.moved) if part)

    def _opposite(self) -> type[Change]:
        return CountsAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateReplaced(Moving):
    """A denominator's estimate for a day is another, or from elsewhere."""

    kind = "estimate-replaced"
    rank = Rank.RESTATED
    counted = ("estimate behind the rates", "estimates behind the rates", "updated")

    day: date

    @property
    def thing(self) -> object:
        """Every estimate counts."""
        return self.subject, self.day

    @property
    def words(self) -> str:
        """For which day, what it was and is, and how many published figures move with it."""
        told = f"{self.subject.name} on {day_words(self.day)}: {self.old} before, {self.new} now"
        return " ".join(sentence(part) for part in (told, self.moved) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateAdded(Moving):
    """A denominator has an estimate for a day that it had none for."""

    kind = "estimate-added"
    rank = Rank.REST
    counted = ("estimate behind the rates", "estimates behind the rates", "added")

    day: date | None

    @property
    def words(self) -> str:
        """For which day, and what it is."""
        told = (
            f"an estimate for {day_words(self.day)} was added: {self.new}" if self.day else "it has a file of estimates"
        )
        told = f"{self.subject.name}: {told}"
        return " ".join(sentence(part) for part in (told, self.moved) if part)

    def _opposite(self) -> type[Change]:
        return EstimateRemoved


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateRemoved(Moving):
    """A denominator no longer has an estimate for a day."""

    kind = "estimate-removed"
    rank = Rank.VANISHED
    counted = ("estimate behind the rates", "estimates behind the rates", "removed")

    day: date | None

    @property
    def words(self) -> str:
        """For which day, and what it was."""
        told = (
            f"the estimate for {day_words(self.day)} is gone: {self.old}"
            if self.day
            else "its file of estimates is gone"
        )
        told = f"{self.subject.name}: {told}"
        return " ".join(sentence(part) for part in (told, self.moved) if part)

    def _opposite(self) -> type[Change]:
        return EstimateAdded


def several(listed: str | None) -> str:
    """A list as it is, or how many there are in it."""
    items = (listed or "").split(", ")
    return f"{len(items)} counts" if len(items) > _LISTED else ", ".join(items)
