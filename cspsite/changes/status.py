"""A reported status that is another than before, with what the figures said then and say now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cspsite.changes.change import Change, Rank, sentence
from cspsite.evidence import CANNOT

Way = Literal["worsened", "improved", "changed otherwise"]

_WORSE = ("Green", "Amber", "Red")
_ORDER: tuple[Way, ...] = ("worsened", "improved", "changed otherwise")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the figures suggested of a target: Green, Amber or Red and by which figures; else why they could not tell.

    `because` is `−7.7% per 1,000 households against −6.7% expected`, or the reason.
    """

    status: str
    because: str

    def words(self, when: str) -> str:
        """`Green then (−7.7% per 1,000 households against −6.7% expected)`, or that they could not tell."""
        status = "nothing" if self.status == CANNOT else self.status
        return f"{status} {when} ({self.because})"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChanged(Change):
    """An action, for one of its targets, has another status.

    `before` and `after` are what the figures suggested and suggest beside it, None without a target. `redefined` says
    that the target was redefined in between: the two statuses do not measure the same.
    """

    kind = "status-changed"
    rank = Rank.STATUS

    before: Suggestion | None = None
    after: Suggestion | None = None
    redefined: bool = False
    counted = ("status", "statuses", "changed otherwise")

    @property
    def way(self) -> Way:
        """Worsened, improved, or neither: to or from *Not reported*."""
        if self.old not in _WORSE or self.new not in _WORSE:
            return "changed otherwise"
        return "worsened" if _WORSE.index(self.new) > _WORSE.index(self.old) else "improved"

    @property
    def place(self) -> tuple[int, int]:
        """Worsened before improved before others."""
        return self.rank, _ORDER.index(self.way)

    @property
    def thing(self) -> object:
        """Every status counts."""
        return self.subject, self.old, self.new

    @property
    def words(self) -> str:
        """What it was and is, what the figures say of it, and whether the two can be compared."""
        told = [f"{self.subject.words}: {self.old} before, {self.new} now"]
        suggested = [f"suggested {self.before.words('then')}"] if self.before else []
        suggested += [f"suggest {self.after.words('now')}"] if self.after else []
        if suggested:
            told.append(f"the figures {', and '.join(suggested)}")
        if self.redefined:
            told.append("the target was redefined in between: the two statuses do not measure the same")
        return " ".join(map(sentence, told))
