"""Where downloads get their rows: one version of the data as it may be published, with its figures and evidence."""

from __future__ import annotations

from dataclasses import dataclass

from cspsite.evidence import Assessor
from cspsite.figure import Figure
from cspsite.model import Data, Meeting
from cspsite.quote import Quoter


@dataclass(frozen=True, slots=True)
class Source:
    """The data with their figures and evidence; `latest` is the meeting that the site is about, if there is one."""

    data: Data
    quoter: Quoter
    assessor: Assessor
    latest: Meeting | None

    def is_illustrative(self, indicator: str) -> bool:
        """Whether an indicator's counts are illustrative: by its own word, or by that of a component."""
        known = self.data.indicators.get(indicator)
        if known is None:
            return False
        return bool(known.illustrative) or any(self.is_illustrative(id) for id in known.components if id != indicator)

    def rests_on_illustrative(self, figure: Figure) -> bool:
        """Whether a figure is made of illustrative counts, or divided by an illustrative estimate."""
        per = self.data.denominators.get(figure.request.per or "") if figure.request.is_per else None
        return self.is_illustrative(figure.request.indicator) or bool(per and per.illustrative)

    def reported(self) -> list[Meeting]:
        """The meetings that any group has reported to, newest first."""
        days = {day for _, day in self.data.reports}
        return [meeting for meeting in reversed(self.data.meetings) if meeting.date in days]
