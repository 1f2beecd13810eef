"""The steps of cspsite one after another in a process of their own: `python -m benchmarks.steps DATA`.

Prints the CPU seconds of each as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from cspsite.check import check
from cspsite.discretion import Discretion
from cspsite.figures import Figures
from cspsite.load import load
from cspsite.model import Data
from cspsite.pages import site_files, site_of
from cspsite.past import NOT_GIVEN, Past
from cspsite.publication import Publication
from cspsite.quote import Quoter, passages
from cspsite.tree import read_folder

R = TypeVar("R")
_TODAY = date(2025, 1, 1)


def compute(data: Data) -> Figures:
    """Every figure that a report quotes; each is computed once, so check and pages find it made."""
    figures = Figures(data)
    quoter = Quoter(figures)
    for (group, _), report in data.reports.items():
        for passage in passages(report, data.groups.get(group)):
            quoter.quotations(passage)
    return figures


def main(folder: Path) -> dict[str, float]:
    """The CPU seconds of each step."""
    spent: dict[str, float] = {}

    def timed(name: str, step: Callable[[], R]) -> R:
        start = time.process_time()
        result = step()
        spent[name] = time.process_time() - start
        return result

    loaded = timed("load", lambda: load(read_folder(folder)))
    data = loaded.data
    assert data is not None, loaded.findings
    figures = timed("compute", lambda: compute(data))
    findings = timed("check", lambda: tuple(check(loaded, figures, _TODAY)))
    discretion = Discretion(data)
    publication = Publication(
        loaded, figures, discretion, Past(discretion, figures, NOT_GIVEN, _TODAY), findings, str(folder)
    )
    timed("pages", lambda: sum(1 for _ in site_files(site_of(publication))))
    return spent


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
