"""Reports that were received, came late, are missing or vanished: one class for each kind."""

from __future__ import annotations

from dataclasses import dataclass

from cspsite.changes.change import Change, Rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Change):
    """A report that came or is gone; `due` says that it was due in the version without it."""

    due: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReceived(Receipt):
    """A report that was not due before it was there."""

    kind = "report-received"
    rank = Rank.GROUPS
    counted = ("report", "reports", "received")
    sentence = "{subject} was received."

    def _opposite(self) -> type[Change]:
        return ReportVanished


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLate(Receipt):
    """A report that was missing before."""

    kind = "report-late"
    rank = Rank.REPORTS
    counted = ("report", "reports", "received late")
    sentence = "{subject} was received late: it was missing before."

    def _opposite(self) -> type[Change]:
        return ReportVanished


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAfterMeeting(Change):
    """A report that came after its own meeting: the board did not have it."""

    kind = "report-after-meeting"
    rank = Rank.REPORTS
    counted = ("report", "reports", "received after the meeting")
    sentence = "{subject} was not before the meeting: it came later."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportVanished(Receipt):
    """A report that was there and is gone."""

    kind = "report-vanished"
    rank = Rank.VANISHED
    counted = ("report", "reports", "vanished")
    sentence = "{subject} vanished: it was there before."

    def _opposite(self) -> type[Change]:
        return ReportLate if self.due else ReportReceived


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportMissing(Change):
    """A report that is due and not there."""

    kind = "report-missing"
    rank = Rank.REPORTS
    counted = ("report", "reports", "missing")
    sentence = "{subject} is missing."

    def _opposite(self) -> type[Change]:
        return ReportNotDue


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNotDue(Change):
    """A report that was missing and is no longer due."""

    kind = "report-not-due"
    rank = Rank.REPORTS
    counted = ("report", "reports", "no longer due")
    sentence = "{subject} is no longer due; it was missing."

    def _opposite(self) -> type[Change]:
        return ReportMissing
