"""Revisions, and the files that each changed: what `git log` says, as records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

#: How `git log -z` is to print a commit: hash, parents, date and message, after a character that no status begins with.
FORMAT = "--format=%x1e%H%x1f%P%x1f%ct%x1f%B"
#: The last moment, in seconds since 1970, that has a day in every time zone: the year 9999 begins.
_LATEST = 253_370_764_800


@dataclass(frozen=True, slots=True)
class Revision:
    """One version: `date` is when it was committed, aware; `name` is what it was asked for by, such as a tag."""

    commit: str
    short: str
    date: datetime
    subject: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Touched:
    """A file that a commit changed: its path before and after, empty where there was or is none.

    `is_same` is whether it only moved.
    """

    old: str
    new: str
    is_same: bool = False


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of the log, with the files that it changed."""

    revision: Revision
    has_parents: bool
    touched: tuple[Touched, ...]


def commits_of(log: str) -> list[Commit]:
    """The commits that `git log -z` printed in `FORMAT`, with or without `--name-status`, in its order."""
    commits, head, touched = list[Commit](), "", list[Touched]()
    parts = iter([*log.split("\0"), ""])
    for part in parts:
        status = part.lstrip("\n")
        if status and not status.startswith("\x1e"):
            touched.append(_touched(status, parts))
            continue
        if head:
            commits.append(_commit(head, touched))
        head, touched = status, []
    return commits


def _touched(status: str, parts: Iterator[str]) -> Touched:
    path = next(parts)
    if status.startswith("R"):
        return Touched(path, next(parts), is_same=status == "R100")
    return Touched("" if status == "A" else path, "" if status == "D" else path)


def _commit(head: str, touched: list[Touched]) -> Commit:
    commit, parents, seconds, message = head.removeprefix("\x1e").split("\x1f", 3)
    moment = datetime.fromtimestamp(min(int(seconds or 0), _LATEST), UTC)
    return Commit(Revision(commit, commit[:7], moment, _subject(message)), bool(parents), tuple(touched))


def _subject(message: str) -> str:
    """A message's first paragraph; of a merged pull request its title, which stands in the next."""
    first, *rest = [" ".join(part.split()) for part in message.split("\n\n") if part.strip()] or [""]
    return rest[0] if rest and first.startswith("Merge ") else first
