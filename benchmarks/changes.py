"""What the past costs: `python -m benchmarks.changes DATA` makes all that pages tell of it.

Prints how many there are of each part and the CPU seconds as JSON. In a process of its own, so that its memory is
that of one site with all its versions.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from cspsite.history import History, NoHistory
from cspsite.pages import changes, site_of
from cspsite.pages.site import Site
from cspsite.publication import read
from cspsite.tree import read_folder

R = TypeVar("R")
_TODAY = date(2025, 1, 1)


def main(folder: Path) -> dict[str, tuple[int, float]]:
    """How many there are of each part and the CPU seconds that they took, git's own among them."""
    spent: dict[str, tuple[int, float]] = {}

    def timed(name: str, part: Callable[[], R], number: Callable[[R], int]) -> R:
        start = _spent()
        made = part()
        spent[name] = (number(made), _spent() - start)
        return made

    site = site_of(read(read_folder(folder), _TODAY, History.of(folder)))
    meetings = site.data.meetings
    timed("versions read", lambda: [site.past.seen(meeting) for meeting in meetings], len)
    timed("meetings compared", lambda: [site.changes_at(meeting) for meeting in meetings[1:]], len)
    timed("pages of changes", lambda: [page.file() for page in changes.pages(site)], len)
    timed("reports as the board saw them", lambda: _seen(site), int)
    timed("indicators' revisions", lambda: _revisions(site), int)
    return spent


def _seen(site: Site) -> int:
    return sum(site.past.report(report) is not None for report in site.data.reports.values())


def _revisions(site: Site) -> int:
    found = [site.past.restatements(id) for id in site.data.indicators]
    return sum(not isinstance(one, NoHistory) for one in found)


def _spent() -> float:
    """CPU seconds of this process, and of the git commands that it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
