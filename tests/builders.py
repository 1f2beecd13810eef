"""A small valid partnership as files in memory, and ways to change, load and check it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from cspsite.check import check
from cspsite.figures import Figures
from cspsite.findings import Finding
from cspsite.load import Loaded, load
from cspsite.model import Data
from cspsite.tree import Tree

Files = Mapping[str, str | bytes | None]

TODAY = date(2006, 12, 1)
DATA = Path(__file__).parent.parent / "data"

PARTNERSHIP = "partnership.yml"
GLOSSARY = "glossary.yml"
POPULATION = "denominators/population.yml"
ESTIMATES = "denominators/population.csv"
INDICATOR = "indicators/burglary.yml"
COUNTS = "indicators/burglary.csv"
GROUP = "groups/homes/group.yml"
REPORT = "groups/homes/reports/2006-09-11.md"

#: The whole of a partnership that has nothing wrong with it, not even a notice.
MINIMAL: Mapping[str, str] = {
    PARTNERSHIP: """\
name: Anytown Community Safety Partnership
area: Anytown
board: Management Group
strategy: {start: 2005-04-01, end: 2008-03-31, baseline: 2005/06}
licence:
  name: Open Licence
  url: https://example.org/licence
  attribution: Anytown
meetings:
  - {date: 2006-09-11, data_to: 2006-07}
form: {achievements: 1, barriers: 1}
accessibility: {contact: Community Safety Office, prepared: 2006-01-10, reviewed: 2006-10-01}
""",
    GLOSSARY: "CCTV: closed-circuit television\n",
    POPULATION: "name: Population\nnoun: population\nscale: 1000\n",
    ESTIMATES: """\
reference_date,value,published,source
2005-06-30,100000,2006-08-24,Office for National Statistics
""",
    INDICATOR: """\
name: Burglary
definition: Burglaries of homes.
unit: offences
source: Anytown Police
extracted: 2006-08-14
polarity: lower_is_better
frequency: month
measure: {per: population}
""",
    COUNTS: """\
period,count,marker,note
2005-04,100,,
2005-05,101,,
2005-06,99,,
2005-07,100,,
2005-08,102,,
2005-09,98,,
2005-10,100,,
2005-11,101,,
2005-12,99,,
2006-01,100,,
2006-02,103,,
2006-03,97,,
2006-04,95,,
2006-05,96,,
2006-06,94,,
2006-07,95,,
""",
    GROUP: """\
name: Safer Homes
objective: Fewer burglaries
chair: Fire service
targets:
  - id: burglary
    wording: Reduce burglary by 10% per 1,000 population by 31 March 2008
    indicator: burglary
    kind: reduce_by_percent
    change: 10
    measure: {per: population}
    end: 2008-03-31
actions:
  - id: locks
    title: Fit new locks
    targets: [burglary]
    owner: Council
    due: 2007-03-31
""",
    REPORT: """\
---
data_to: 2006-07
classification: OFFICIAL
prepared_by: {name: A Person, role: Officer}
---

## Achievements

- Every lock was fitted.

## Barriers

- The locks come late.

## Updates

### Locks {#locks.burglary}

**Status:** Green

#### Progress

There were {{ burglary.count }} burglaries.

#### Plans for the next two months

Fit more locks.

## Other issues
""",
}


def files(*changes: Files) -> dict[str, str | bytes]:
    """Return the minimal partnership's files with `changes` put over them; None takes a file away."""
    merged: dict[str, str | bytes | None] = dict(MINIMAL)
    for change in changes:
        merged |= change
    return {path: content for path, content in merged.items() if content is not None}


def edited(path: str, old: str, new: str) -> dict[str, str]:
    """Return the minimal partnership's file with `old`, which must stand in it once, made `new`."""
    assert MINIMAL[path].count(old) == 1, f"{old!r} stands {MINIMAL[path].count(old)} times in {path}"
    return {path: MINIMAL[path].replace(old, new)}


def tree(*changes: Files) -> Tree:
    """Return the minimal partnership with `changes`, as the loader takes it."""
    pairs = files(*changes).items()
    return Tree({path: text.encode() if isinstance(text, str) else text for path, text in pairs})


def checked(given: Tree, today: date = TODAY) -> list[Finding]:
    """Load, compute and check a tree of files."""
    loaded = load(given)
    return check(loaded, Figures(loaded.data) if loaded.data else None, today)


def data_of(*changes: Files) -> Data:
    """Return the records of the minimal partnership with `changes`."""
    return records(load(tree(*changes)))


def records(loaded: Loaded) -> Data:
    """Return the records of what was loaded, which must be there."""
    assert loaded.data is not None, loaded.findings
    return loaded.data


def series_csv(first: str, counts: list[int | None]) -> str:
    """Write monthly counts from the month `first` on as a series' file; None is not available."""
    year, month = map(int, first.split("-"))
    rows = ["period,count,marker,note"]
    for n, count in enumerate(counts):
        ordinal = year * 12 + month - 1 + n
        known = "x" if count is None else ""
        rows.append(f"{ordinal // 12}-{ordinal % 12 + 1:02d},{'' if count is None else count},{known},")
    return "\n".join(rows) + "\n"
