"""A report that somebody sends in, before it is in the data folder: its file, and what the checks say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from cspsite import paths
from cspsite.errors import UsageError
from cspsite.findings import Finding, nearest
from cspsite.model import Data, Group, Meeting, Report
from cspsite.publication import Publication, read
from cspsite.report_text import Notes, report_text
from cspsite.review import Review, review
from cspsite.tree import Tree


@dataclass(frozen=True)
class Proposal:
    """A report's file at `path` of the data folder; `old` is the data without it, `new` with it."""

    path: str
    text: str
    old: Publication
    new: Publication

    @property
    def replaces(self) -> bool:
        """Whether the data folder has such a file already."""
        return self.path in self.old.loaded.texts

    @property
    def findings(self) -> list[Finding]:
        """What the checks say of the file."""
        return [finding for finding in self.new.findings if finding.place.path == self.path]

    @cached_property
    def review(self) -> Review:
        """What the report changes in the data, with all findings that are new or gone."""
        return review(self.old, self.new)

    def write(self, folder: Path) -> Path:
        """Write the file below the data folder `folder`; raises UsageError when there is one already."""
        return write_new(folder / self.path, self.text)


def propose(tree: Tree, report: Report, today: date, notes: Notes | None = None) -> Proposal:
    """The proposal of a report: written, put among the other files, and everything checked.

    Raises UsageError where the data folder cannot be read.
    """
    old = read(tree, today)
    data = data_of(old)
    path = paths.report(report.group, report.meeting)
    text = report_text(report, data.partnership.form.plans_for, notes)
    return Proposal(path, text, old, read(Tree({**tree.files, path: text.encode()}, tree.name), today))


def data_of(publication: Publication) -> Data:
    """The data; raises UsageError when there are none."""
    if publication.loaded.data is None:
        raise UsageError(f"{publication.folder}/partnership.yml cannot be read; run `cspsite check`")
    return publication.loaded.data


def group_of(data: Data, id: str) -> Group:
    """The group of that id; raises UsageError with the ids that there are."""
    if id not in data.groups:
        close = nearest(id, data.groups)
        meant = f"did you mean {close}? " if close else ""
        raise UsageError(f"there is no group {id!r}; {meant}the groups are: {', '.join(data.groups) or 'none'}")
    return data.groups[id]


def meeting_of(data: Data, day: str) -> Meeting:
    """The meeting on a day such as `2006-09-11`; raises UsageError with the meetings that there are."""
    found = next((meeting for meeting in data.meetings if meeting.date.isoformat() == day), None)
    if found is None:
        known = ", ".join(meeting.date.isoformat() for meeting in data.meetings) or "none"
        raise UsageError(f"partnership.yml has no meeting on {day}; the meetings are: {known}")
    return found


def write_new(file: Path, text: str) -> Path:
    """Write a file that is not there yet; raises UsageError when it is."""
    return write_new_bytes(file, text.encode())


def write_new_bytes(file: Path, content: bytes) -> Path:
    """Write a file that is not there yet; raises UsageError when it is, or when it cannot be."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as opened:
            opened.write(content)
    except FileExistsError:
        raise UsageError(f"{file} is there already, and is not overwritten") from None
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}") from None
    return file
