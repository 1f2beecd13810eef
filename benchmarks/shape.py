"""How large a partnership is: how many groups, meetings, indicators and months make how many pages."""

from __future__ import annotations

from dataclasses import dataclass

#: Targets of one group, each with an indicator of its own where there are enough.
TARGETS = 4
#: Actions of one group; each has a page of its history, and so has each target.
ACTIONS = 7
#: Pages of a group that do not grow in number: its own, and the form for its next report.
_OWN_PAGES = 2
#: Home, data, glossary, accessibility statement, and the lists of meetings, groups and indicators.
_SINGLE_PAGES = 7
#: How many pages there are for each group: of its targets' indicators, its reports, its histories and its own.
_PAGES_A_GROUP = 100
#: Months of counts before those that the first report uses: a baseline year, and the year after it.
_BEFORE = 30


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a partnership; every group reports to every meeting, and meetings are two months apart.

    `months` is how long each series is, up to the data of the last meeting.
    """

    groups: int
    meetings: int
    indicators: int
    months: int

    @property
    def pages(self) -> int:
        """How many pages are made of it, without the hand-written ones."""
        reports, changes = self.groups * self.meetings, self.meetings - 1
        histories = self.groups * (TARGETS + ACTIONS)
        own = self.groups * _OWN_PAGES
        meetings = 2 * self.meetings  # each has its own page, and that of its papers
        return _SINGLE_PAGES + own + histories + meetings + changes + reports + self.indicators


def of_pages(pages: int) -> Shape:
    """The partnership that makes just so many pages, at least 30: more pages are more groups, then more indicators."""
    groups = max(1, round(pages / _PAGES_A_GROUP))
    meetings = (pages + 1 - _SINGLE_PAGES - groups * (_OWN_PAGES + TARGETS + ACTIONS + TARGETS)) // (groups + 3)
    if meetings < 1:
        raise ValueError(f"{pages} pages are too few for {groups} groups with {TARGETS} indicators each")
    without = Shape(groups, meetings, 0, 2 * meetings + _BEFORE)
    return Shape(groups, meetings, pages - without.pages, without.months)
