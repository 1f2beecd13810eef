"""What was last reported of a target before a meeting to which its group has not reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cspsite.model import STATUSES, Target
from cspsite.pages import addresses
from cspsite.pages.site import Site


@dataclass(frozen=True, slots=True)
class LastReported:
    """How many actions for a target stood at each status in the group's last report before a meeting, and when."""

    tally: Mapping[str, int]
    day: date
    address: str


def last_reported(site: Site, group: str, target: Target, before: date) -> LastReported | None:
    """What the last report before a meeting said of a target; None where it said nothing, or there is none."""
    report = next((report for report in site.data.reports_of(group) if report.meeting < before), None)
    said = [update for update in report.updates if update.target == target.id and update.status] if report else []
    if report is None or not said:
        return None
    words = [str(update.status) for update in said]
    counted = {str(word): words.count(word) for word in STATUSES if word in words}
    return LastReported(counted, report.meeting, addresses.report(group, report.meeting))
