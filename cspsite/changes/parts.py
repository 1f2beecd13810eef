"""Parts of reports and meetings that come and go: one class for each kind."""

from __future__ import annotations

from dataclasses import dataclass

from cspsite.changes.change import Change, Rank


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionAdded(Change):
    """A decision of a meeting."""

    kind = "decision-added"
    rank = Rank.REST
    counted = ("decision", "decisions", "added")
    sentence = "{subject} decided: {new}"

    def _opposite(self) -> type[Change]:
        return DecisionRemoved


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRemoved(Change):
    """A decision that a meeting no longer has."""

    kind = "decision-removed"
    rank = Rank.VANISHED
    counted = ("decision", "decisions", "removed")
    sentence = "{subject} no longer has this decision: {old}"

    def _opposite(self) -> type[Change]:
        return DecisionAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class AchievementAdded(Change):
    """An achievement that a report did not have."""

    kind = "achievement-added"
    rank = Rank.GROUPS
    counted = ("achievement", "achievements", "added")
    sentence = "{group} reports an achievement: {new}"

    def _opposite(self) -> type[Change]:
        return AchievementRemoved


@dataclass(frozen=True, slots=True, kw_only=True)
class AchievementRemoved(Change):
    """An achievement that a report no longer has."""

    kind = "achievement-removed"
    rank = Rank.GROUPS
    counted = ("achievement", "achievements", "removed")
    sentence = "{group} no longer reports this achievement: {old}"

    def _opposite(self) -> type[Change]:
        return AchievementAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierAdded(Change):
    """A barrier that a report did not have."""

    kind = "barrier-added"
    rank = Rank.GROUPS
    counted = ("barrier", "barriers", "added")
    sentence = "{group} reports a barrier: {new}"

    def _opposite(self) -> type[Change]:
        return BarrierRemoved


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierRemoved(Change):
    """A barrier that a report no longer has."""

    kind = "barrier-removed"
    rank = Rank.GROUPS
    counted = ("barrier", "barriers", "removed")
    sentence = "{group} no longer reports this barrier: {old}"

    def _opposite(self) -> type[Change]:
        return BarrierAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueAdded(Change):
    """An issue that a report did not have."""

    kind = "issue-added"
    rank = Rank.GROUPS
    counted = ("issue", "issues", "added")
    sentence = "{group} reports an issue: {new}"

    def _opposite(self) -> type[Change]:
        return IssueRemoved


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRemoved(Change):
    """An issue that a report no longer has."""

    kind = "issue-removed"
    rank = Rank.GROUPS
    counted = ("issue", "issues", "removed")
    sentence = "{group} no longer reports this issue: {old}"

    def _opposite(self) -> type[Change]:
        return IssueAdded


#: Those that end with a text in Markdown.
SAID = (AchievementAdded, AchievementRemoved, BarrierAdded, BarrierRemoved, IssueAdded, IssueRemoved)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateAdded(Change):
    """An update that a report did not have; `new` is its status."""

    kind = "update-added"
    rank = Rank.GROUPS
    counted = ("update", "updates", "added")
    sentence = "There is now an update on {subject}: {new}."

    def _opposite(self) -> type[Change]:
        return UpdateRemoved


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRemoved(Change):
    """An update that a report no longer has; `old` was its status."""

    kind = "update-removed"
    rank = Rank.VANISHED
    counted = ("update", "updates", "removed")
    sentence = "There is no longer an update on {subject}; it was {old}."

    def _opposite(self) -> type[Change]:
        return UpdateAdded
