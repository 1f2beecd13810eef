"""A whole partnership as a data folder: everything that `cspsite` reads, of any size, the same at every run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import yaml

from benchmarks import groups, indicators, reports
from benchmarks.calendar import baseline, data_to, meetings, years
from benchmarks.shape import Shape
from cspsite import paths
from cspsite.tree import Tree

_DENOMINATORS = {"population": 218500, "households": 89300}


def tree(shape: Shape) -> Tree:
    """The files of the data folder."""
    made = chain(
        _common(shape), _denominators(shape), indicators.files(shape), groups.files(shape), reports.files(shape)
    )
    return Tree({path: text.encode() for path, text in made})


def write(shape: Shape, folder: Path) -> None:
    """Write the data folder."""
    for path, content in tree(shape).files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _common(shape: Shape) -> Iterator[tuple[str, str]]:
    record = {
        "name": "Anytown Community Safety Partnership",
        "area": "Anytown",
        "board": "Partnership Management Group",
        "strategy": {"start": "2005-04-01", "end": "2026-03-31", "baseline": str(baseline(shape))},
        "licence": {"name": "Open Licence", "url": "https://example.org/licence", "attribution": "Anytown"},
        "meetings": [{"date": day.isoformat(), "data_to": str(data_to(day))} for day in meetings(shape)],
    }
    yield paths.PARTNERSHIP, _plain(record)
    yield paths.GLOSSARY, "CCTV: closed-circuit television\n"


def _denominators(shape: Shape) -> Iterator[tuple[str, str]]:
    """An estimate for the middle of every year that is counted."""
    for id, first in _DENOMINATORS.items():
        yield paths.denominator(id), _plain({"name": id.capitalize(), "noun": id, "scale": 1000})
        rows = [f"{year.start.year}-06-30,{first + 1500 * i},,Estimates" for i, year in enumerate(years(shape))]
        yield paths.denominator_values(id), "\n".join(["reference_date,value,published,source", *rows]) + "\n"


def _plain(record: object) -> str:
    return yaml.safe_dump(record, sort_keys=False, width=110).replace("'", "")
