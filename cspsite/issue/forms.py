"""The folder of all groups' forms: what should stand in it, what does, and whether the two are the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from enum import Enum
from pathlib import Path

from cspsite import paths
from cspsite.issue.blank import blank
from cspsite.issue.template import chooser, last_report, template
from cspsite.model import Data

CHOOSER = "config.yml"
_PATTERN = "update-*.yml"


class State(Enum):
    """How a form stands to the data."""

    MISSING = "there is no such form: run `cspsite issue-forms`"
    WRONG = "not as the data have it: run `cspsite issue-forms`"
    OLD = "right, but without the reports that have come since: run `cspsite issue-forms`"
    LEFT = "of a group that owes no report: run `cspsite issue-forms`"

    @property
    def is_wrong(self) -> bool:
        """Whether what somebody sends with it may be misplaced."""
        return self is not State.OLD


def forms(data: Data, present: Collection[str]) -> dict[str, str]:
    """Each file's text by its name: a form for every group that owes a report, and the chooser's."""
    found = {CHOOSER: chooser()}
    for id in data.groups:
        if (form := blank(data, present, id)) is not None:
            found[name_of(id)] = template(form)
    return found


def name_of(group_id: str) -> str:
    """The name of a group's file."""
    return f"update-{group_id}.yml"


def read_forms(folder: Path) -> dict[str, str]:
    """The files that stand in a folder and are ours, by name."""
    files = [*sorted(folder.glob(_PATTERN)), folder / CHOOSER]
    return {file.name: file.read_bytes().decode("utf-8", "replace") for file in files if file.is_file()}


def write_forms(folder: Path, there: Mapping[str, str], wanted: Mapping[str, str]) -> Iterator[str]:
    """Write the files that are otherwise, remove those that are left over, and say of each what was done."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in wanted.items():
        if there.get(name) != text:
            (folder / name).write_bytes(text.encode())
            yield f"{folder / name} written"
    for name in there:
        if name not in wanted:
            (folder / name).unlink()
            yield f"{folder / name} removed"


def compared(
    data: Data, present: Collection[str], there: Mapping[str, str], wanted: Mapping[str, str]
) -> dict[str, State]:
    """Every file that is not as it should be, and how it stands."""
    states = {name: State.LEFT for name in there if name not in wanted}
    groups = {name_of(id): id for id in data.groups}
    for name, text in wanted.items():
        if name not in there:
            states[name] = State.MISSING
        elif there[name] != text:
            old = name in groups and there[name] == _as_of(data, present, groups[name], last_report(there[name]))
            states[name] = State.OLD if old else State.WRONG
    return states


def _as_of(data: Data, present: Collection[str], id: str, day: str) -> str:
    """The group's form as it was before the reports that came after that day's."""
    later = [key for key in data.reports if key[0] == id and (day == "none" or str(key[1]) > day)]
    without = replace(data, reports={key: report for key, report in data.reports.items() if key not in later})
    gone = {paths.report(group, meeting) for group, meeting in later}
    form = blank(without, [path for path in present if path not in gone], id)
    return template(form) if form else ""
