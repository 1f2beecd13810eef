"""Records that come and go: one class for each kind."""

from __future__ import annotations

from dataclasses import dataclass

from cspsite.changes.change import Change, Presence, Rank


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAdded(Presence):
    """A delivery group that was not there before."""

    kind = "group-added"
    rank = Rank.GROUPS
    counted = ("group", "groups", "added")
    sentence = "{subject} was added."

    def _opposite(self) -> type[Change]:
        return GroupRetired if self.over else GroupVanished


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupVanished(Presence):
    """A delivery group that is gone without having come to its end."""

    kind = "group-vanished"
    rank = Rank.VANISHED
    counted = ("group", "groups", "vanished")
    sentence = "{subject} vanished: it is gone without having ended."

    def _opposite(self) -> type[Change]:
        return GroupAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRetired(Presence):
    """A delivery group that is gone after it had come to its end."""

    kind = "group-retired"
    rank = Rank.GROUPS
    counted = ("group", "groups", "retired")
    sentence = "{subject} is gone; it had ended."

    def _opposite(self) -> type[Change]:
        return GroupAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetAdded(Presence):
    """A target that was not there before."""

    kind = "target-added"
    rank = Rank.GROUPS
    counted = ("target", "targets", "added")
    sentence = "{group} has a new target: “{new}”."

    def _opposite(self) -> type[Change]:
        return TargetRetired if self.over else TargetVanished


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetVanished(Presence):
    """A target that is gone without having come to its end."""

    kind = "target-vanished"
    rank = Rank.VANISHED
    counted = ("target", "targets", "vanished")
    sentence = "{subject} of {group} vanished: it is gone before its end."

    def _opposite(self) -> type[Change]:
        return TargetAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRetired(Presence):
    """A target that is gone after it had come to its end."""

    kind = "target-retired"
    rank = Rank.GROUPS
    counted = ("target", "targets", "retired")
    sentence = "{subject} of {group} is gone; it had come to its end."

    def _opposite(self) -> type[Change]:
        return TargetAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionAdded(Presence):
    """An action that was not there before."""

    kind = "action-added"
    rank = Rank.GROUPS
    counted = ("action", "actions", "added")
    sentence = "{group} has a new action: “{new}”."

    def _opposite(self) -> type[Change]:
        return ActionRetired if self.over else ActionVanished


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionVanished(Presence):
    """An action that is gone without having come to its end."""

    kind = "action-vanished"
    rank = Rank.VANISHED
    counted = ("action", "actions", "vanished")
    sentence = "{subject} of {group} vanished: it is gone without having been closed."

    def _opposite(self) -> type[Change]:
        return ActionAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRetired(Presence):
    """An action that is gone after it had come to its end."""

    kind = "action-retired"
    rank = Rank.GROUPS
    counted = ("action", "actions", "retired")
    sentence = "{subject} of {group} is gone; it had been closed."

    def _opposite(self) -> type[Change]:
        return ActionAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorAdded(Presence):
    """An indicator that was not there before."""

    kind = "indicator-added"
    rank = Rank.REST
    counted = ("indicator", "indicators", "added")
    sentence = "{subject} was added."

    def _opposite(self) -> type[Change]:
        return IndicatorRetired if self.over else IndicatorVanished


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorVanished(Presence):
    """An indicator that is gone without having come to its end."""

    kind = "indicator-vanished"
    rank = Rank.VANISHED
    counted = ("indicator", "indicators", "vanished")
    sentence = "{subject} vanished: it is gone, though a target rested on it."

    def _opposite(self) -> type[Change]:
        return IndicatorAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRetired(Presence):
    """An indicator that is gone after it had come to its end."""

    kind = "indicator-retired"
    rank = Rank.REST
    counted = ("indicator", "indicators", "retired")
    sentence = "{subject} is gone; no target rested on it."

    def _opposite(self) -> type[Change]:
        return IndicatorAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class DenominatorAdded(Change):
    """A denominator that was not there before."""

    kind = "denominator-added"
    rank = Rank.REST
    counted = ("denominator", "denominators", "added")
    sentence = "{subject} was added."

    def _opposite(self) -> type[Change]:
        return DenominatorRemoved


@dataclass(frozen=True, slots=True, kw_only=True)
class DenominatorRemoved(Change):
    """A denominator that is gone."""

    kind = "denominator-removed"
    rank = Rank.VANISHED
    counted = ("denominator", "denominators", "removed")
    sentence = "{subject} was removed."

    def _opposite(self) -> type[Change]:
        return DenominatorAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAdded(Change):
    """A meeting that was not there before."""

    kind = "meeting-added"
    rank = Rank.REST
    counted = ("meeting", "meetings", "added")
    sentence = "{subject} was added."

    def _opposite(self) -> type[Change]:
        return MeetingRemoved


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRemoved(Change):
    """A meeting that is gone."""

    kind = "meeting-removed"
    rank = Rank.VANISHED
    counted = ("meeting", "meetings", "removed")
    sentence = "{subject} was removed."

    def _opposite(self) -> type[Change]:
        return MeetingAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryAdded(Change):
    """An acronym that the glossary now explains."""

    kind = "glossary-entry-added"
    rank = Rank.REST
    counted = ("glossary entry", "glossary entries", "added")
    sentence = "The glossary now explains {name}: {new}."

    def _opposite(self) -> type[Change]:
        return EntryRemoved


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRemoved(Change):
    """An acronym that the glossary no longer explains."""

    kind = "glossary-entry-removed"
    rank = Rank.REST
    counted = ("glossary entry", "glossary entries", "removed")
    sentence = "The glossary no longer explains {name} ({old})."

    def _opposite(self) -> type[Change]:
        return EntryAdded
