"""What the cover of a meeting's papers says, besides what is inside."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from cspsite.history import History, NoHistory
from cspsite.model import Meeting
from cspsite.pages.site import Site
from cspsite.tree import Tree
from cspsite.words import day_words


@dataclass(frozen=True)
class Cover:
    """Whose papers these are, for which meeting, how they are classified, and from which version they were made.

    `is_awaited` says that the meeting has not been and nobody has reported to it.
    """

    partnership: str
    board: str
    meeting: Meeting
    received: int
    expected: int
    is_awaited: bool
    classification: str
    made: str

    @property
    def title(self) -> str:
        """What the document is called."""
        return f"{self.partnership}: papers for the meeting of {day_words(self.meeting.date)}"


def cover(site: Site, meeting: Meeting, expected: int, made: str) -> Cover:
    """The cover of a meeting's papers, of which so many groups were to send one."""
    partnership = site.data.partnership
    reports = [report for (_, day), report in site.data.reports.items() if day == meeting.date]
    classes = "; ".join(dict.fromkeys(report.classification for report in reports))
    return Cover(
        partnership.name, partnership.board, meeting, len(reports), expected, site.is_awaited(meeting), classes, made
    )


def made_from(tree: Tree, history: History | NoHistory, zone: str) -> str:
    """From which version the papers of a data folder are made, in a sentence: its short name, and its day in a zone."""
    if isinstance(history, NoHistory):
        return f"Which version of the data these papers are made from is not known: {history.reason}."
    head = history.revision("HEAD")
    known = history.tree(head)
    edited = "" if isinstance(known, Tree) and known.files == tree.files else " and changes that are not committed"
    day = day_words(head.date.astimezone(ZoneInfo(zone)).date())
    return f"Made from version {head.commit[:7]} of {day}{edited}."
