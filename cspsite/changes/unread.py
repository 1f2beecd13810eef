"""Files that one of two versions has and cannot be read as a whole: nobody knows what came and went in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cspsite import paths
from cspsite.changes.change import Change, FieldChange, Rank, sentence
from cspsite.changes.link import Link
from cspsite.changes.subject import Subject, of_file

_READ, _UNREAD = "read", "not read"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileUnread(Change):
    """A file that can be read as a whole in one version only: what came or went in it is not told."""

    kind = "file-unread"
    rank = Rank.VANISHED
    counted = ("file", "files", "that cannot be read")

    @property
    def words(self) -> str:
        """Which file it is, in which version, and what that means."""
        which = "later" if self.new == _UNREAD else "earlier"
        told = f"in the {which} version {self.subject.words} cannot be read as a whole"
        return sentence(f"{told}: what it holds is not told as new or gone")


def readable(link: Link, found: Iterable[Change]) -> Iterator[Change]:
    """The changes but for what came and went in such files, and those files, each as a change of its own."""
    unread = link.old.unread | link.new.unread
    yield from (change for change in found if not (_comes_or_goes(change) and _files(change) & unread))
    for path in sorted(link.old.unread ^ link.new.unread):
        both = (_UNREAD, _READ) if path in link.old.unread else (_READ, _UNREAD)
        yield FileUnread(subject=of_file(path), old=both[0], new=both[1])


def _comes_or_goes(change: Change) -> bool:
    return not isinstance(change, FieldChange) and (change.old is None or change.new is None)


def _files(change: Change) -> set[str]:
    """The files that a change is told from."""
    return {path for subject in (change.subject, change.formerly) if subject for path in _of(subject)}


def _of(subject: Subject) -> Iterator[str]:
    if subject.sort in ("partnership", "meeting"):
        yield paths.PARTNERSHIP
    elif subject.sort == "glossary":
        yield paths.GLOSSARY
    elif subject.sort == "indicator":
        yield from (paths.indicator(subject.id), paths.series(subject.id))
    elif subject.sort == "denominator":
        yield from (paths.denominator(subject.id), paths.denominator_values(subject.id))
    elif subject.meeting:
        yield paths.report(subject.group, subject.meeting)
    else:
        yield paths.group(subject.group)
