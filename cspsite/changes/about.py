"""Whom changes are about in two versions, and the changes of one record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from cspsite.changes.change import Change
from cspsite.changes.fields import Same, kind_of, nested
from cspsite.changes.shown import shown
from cspsite.changes.subject import Subject
from cspsite.model import Record

C = TypeVar("C", bound=Change)


@dataclass(frozen=True, slots=True)
class About:
    """Whom changes are about, as it is called now and as it was called before."""

    subject: Subject
    was: Subject

    def tell(self, kind: type[C], **values: Any) -> C:
        """A change of that kind."""
        return kind(subject=self.subject, formerly=None if self.was == self.subject else self.was, **values)


def about(old: Subject | None, new: Subject | None) -> About:
    """Whom changes are about; one of the two may not be there."""
    subject = new or old
    assert subject is not None
    return About(subject, old or subject)


def differing(old: Record, new: Record, whom: About, same: Same | None = None) -> Iterator[Change]:
    """A change for each field of two records of one type that differs, but for those that are told elsewhere."""
    if old is new:  # most records are one in memory, because most files are the same in both versions
        return
    for name in type(new).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        kind = kind_of(type(new), name)
        if before == after or kind is None or (same and same(name, before, after)):
            continue
        if isinstance(after, Record) and nested(after):
            yield from differing(before, after, whom)
        else:
            yield whom.tell(kind, field=name, old=shown(before), new=shown(after))
