"""Records that have other values than before: one class for each kind of change."""

from __future__ import annotations

from dataclasses import dataclass

from cspsite.changes.change import Change, FieldChange, Rank, label, sentence

_NOT_COMPARED = "Figures before and after are not compared as if they were equal."


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRedefined(FieldChange):
    """What a target measures, wants or runs for is another: figures before and after are not comparable."""

    kind = "target-redefined"
    rank = Rank.REDEFINED
    counted = ("target", "targets", "redefined")
    closing = f"This redefines the target. {_NOT_COMPARED}"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRedefined(FieldChange):
    """What an indicator counts is another: figures before and after are not comparable."""

    kind = "indicator-redefined"
    rank = Rank.REDEFINED
    counted = ("indicator", "indicators", "redefined")
    closing = f"This redefines the indicator. {_NOT_COMPARED}"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRuleChanged(FieldChange):
    """An indicator is judged, sourced or published by another rule; its counts mean what they meant."""

    kind = "indicator-rule-changed"
    rank = Rank.REDEFINED
    counted = ("indicator", "indicators", "with other rules")


@dataclass(frozen=True, slots=True, kw_only=True)
class DenominatorRedefined(FieldChange):
    """What rates are per is another."""

    kind = "denominator-redefined"
    rank = Rank.REDEFINED
    counted = ("denominator", "denominators", "redefined")
    closing = f"This redefines the denominator. {_NOT_COMPARED}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesChanged(FieldChange):
    """One of the partnership's rules for figures is another."""

    kind = "rules-changed"
    rank = Rank.REDEFINED
    counted = ("rule", "rules", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyChanged(FieldChange):
    """The strategy's years, or the year that figures are compared with, are others."""

    kind = "strategy-changed"
    rank = Rank.REDEFINED
    counted = ("date of the strategy", "dates of the strategy", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetReworded(FieldChange):
    """A target is worded in other words; what it measures is told apart."""

    kind = "target-reworded"
    rank = Rank.GROUPS
    counted = ("target", "targets", "reworded")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRenamed(FieldChange):
    """A target has another id or name, and is the same target."""

    kind = "target-renamed"
    rank = Rank.GROUPS
    counted = ("target", "targets", "renamed")
    closing = "It is the same target."


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRenamed(FieldChange):
    """An action has another id or name, and is the same action."""

    kind = "action-renamed"
    rank = Rank.GROUPS
    counted = ("action", "actions", "renamed")
    closing = "It is the same action."


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRenamed(FieldChange):
    """A group has another id or name, and is the same group."""

    kind = "group-renamed"
    rank = Rank.GROUPS
    counted = ("group", "groups", "renamed")
    closing = "It is the same group."


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRenamed(FieldChange):
    """An indicator has another id or name, and is the same indicator."""

    kind = "indicator-renamed"
    rank = Rank.REST
    counted = ("indicator", "indicators", "renamed")
    closing = "It is the same indicator."


@dataclass(frozen=True, slots=True, kw_only=True)
class DenominatorRenamed(FieldChange):
    """A denominator has another id or name, and is the same denominator."""

    kind = "denominator-renamed"
    rank = Rank.REST
    counted = ("denominator", "denominators", "renamed")
    closing = "It is the same denominator."


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionMoved(FieldChange):
    """An action serves other targets."""

    kind = "action-moved"
    rank = Rank.GROUPS
    counted = ("action", "actions", "moved to another target")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetOfOtherGroup(FieldChange):
    """A target went from one group to another, and is the same target."""

    kind = "target-of-other-group"
    rank = Rank.GROUPS
    counted = ("target", "targets", "moved to another group")
    closing = "It is the same target."


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionOfOtherGroup(FieldChange):
    """An action went from one group to another, and is the same action."""

    kind = "action-of-other-group"
    rank = Rank.GROUPS
    counted = ("action", "actions", "moved to another group")
    closing = "It is the same action."


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionChanged(FieldChange):
    """A detail of an action is another."""

    kind = "action-changed"
    rank = Rank.GROUPS
    counted = ("action", "actions", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChanged(FieldChange):
    """A detail of a group is another."""

    kind = "group-changed"
    rank = Rank.GROUPS
    counted = ("group", "groups", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChanged(FieldChange):
    """A detail of a report is another."""

    kind = "report-changed"
    rank = Rank.GROUPS
    counted = ("report", "reports", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueChanged(FieldChange):
    """An issue is for somebody else."""

    kind = "issue-changed"
    rank = Rank.GROUPS
    counted = ("issue", "issues", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorChanged(FieldChange):
    """A detail of an indicator is another."""

    kind = "indicator-changed"
    rank = Rank.REST
    counted = ("indicator", "indicators", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChanged(FieldChange):
    """A detail of a meeting is another."""

    kind = "meeting-changed"
    rank = Rank.REST
    counted = ("meeting", "meetings", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipChanged(FieldChange):
    """A fact of the partnership is another."""

    kind = "partnership-changed"
    rank = Rank.REST
    counted = ("fact of the partnership", "facts of the partnership", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceChanged(FieldChange):
    """A term of the licence is another."""

    kind = "licence-changed"
    rank = Rank.REST
    counted = ("term of the licence", "terms of the licence", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormChanged(FieldChange):
    """The form has other boxes or another heading."""

    kind = "form-changed"
    rank = Rank.REST
    counted = ("part of the form", "parts of the form", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMoved(FieldChange):
    """A meeting is on another day."""

    kind = "meeting-moved"
    rank = Rank.REST
    counted = ("meeting", "meetings", "moved")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChanged(FieldChange):
    """The glossary explains an acronym in another way."""

    kind = "glossary-entry-changed"
    rank = Rank.REST
    counted = ("glossary entry", "glossary entries", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class IllustrativeChanged(FieldChange):
    """What is said to be illustrative is another."""

    kind = "illustrative-changed"
    rank = Rank.REST
    counted = ("illustrative note", "illustrative notes", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderChanged(FieldChange):
    """The same things stand in another order."""

    kind = "order-changed"
    rank = Rank.WORDING
    counted = ("list", "lists", "put in another order")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingChanged(FieldChange):
    """A text is in other words."""

    kind = "wording-changed"
    rank = Rank.WORDING
    counted = ("text", "texts", "reworded")

    @property
    def is_prose(self) -> bool:
        """Whether it is Markdown, and not one line of plain words."""
        return self.field not in ("objective", "heading", "title")

    @property
    def words(self) -> str:
        """Which text was reworded, added or taken away."""
        done = "added" if not self.old else "reworded" if self.new else "taken away"
        return sentence(f"{label(self.field)} of {self.subject.words}: {done}")

    @property
    def thing(self) -> object:
        """Every text counts."""
        return self.subject, self.field, self.old, self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionClosed(Change):
    """An action was closed; `new` says when."""

    kind = "action-closed"
    rank = Rank.GROUPS
    counted = ("action", "actions", "closed")
    sentence = "{subject} of {group} was {new}."

    def _opposite(self) -> type[Change]:
        return ActionReopened


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionReopened(Change):
    """An action that was closed is open again; `old` says when it was closed."""

    kind = "action-reopened"
    rank = Rank.GROUPS
    counted = ("action", "actions", "reopened")
    sentence = "{subject} of {group} is open again; it was {old}."

    def _opposite(self) -> type[Change]:
        return ActionClosed


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEnded(Change):
    """A group was given a last day."""

    kind = "group-ended"
    rank = Rank.GROUPS
    counted = ("group", "groups", "ended")
    sentence = "{subject} ends on {new}."

    def _opposite(self) -> type[Change]:
        return GroupContinued


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupContinued(Change):
    """A group no longer has a last day."""

    kind = "group-continued"
    rank = Rank.GROUPS
    counted = ("group", "groups", "continued")
    sentence = "{subject} no longer ends on {old}."

    def _opposite(self) -> type[Change]:
        return GroupEnded
