"""What was restated of one indicator's counts, from one version of its file to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cspsite.changes.counts import counted_as
from cspsite.disclosure import small
from cspsite.model import Frequency, Observation
from cspsite.periods import Period
from cspsite.revisions import Revision
from cspsite.series_file import read_series

#: What a count that has no row any more is shown as.
GONE = "no row"


@dataclass(frozen=True, slots=True)
class Restatement:
    """One count that was published otherwise before a version: what it was, and what it was from then on."""

    revision: Revision
    period: Period
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Published:
    """What may be shown of an indicator's counts: none of the `hidden` years, and none from 1 to below `limit`."""

    frequency: Frequency
    hidden: frozenset[Period] = frozenset()
    limit: int = 0

    def shown(self, row: Observation | None) -> str:
        """The count as it may be shown."""
        if row is None:
            return GONE
        withheld = Period.year_of(row.period.start) in self.hidden or small(row.count, self.limit)
        return counted_as(row, {row.period} if withheld else ())


def restatements(versions: Sequence[tuple[Revision, bytes]], published: Published) -> list[Restatement]:
    """Every count that a version of the file gives otherwise than the one before it, newest first.

    `versions` are newest first too. Rows that were new are not restated. What cannot be read of a version is left out.
    """
    found: list[Restatement] = []
    texts = [content.decode("utf-8", "replace") for _, content in versions]
    for (revision, _), new, old in zip(versions, texts, texts[1:], strict=False):
        if not new.startswith(old):
            found += _between(revision, old, new, published)
    return found


def _between(revision: Revision, old: str, new: str, published: Published) -> Iterator[Restatement]:
    before, after = old.splitlines(), new.splitlines()
    same = {*before[1:]} & {*after[1:]}
    then, now = (_rows(lines, same, published.frequency) for lines in (before, after))
    for period, row in then.items():
        other = now.get(period)
        if other is None or other.count != row.count:
            yield Restatement(revision, period, published.shown(row), published.shown(other))


def _rows(lines: Sequence[str], same: set[str], frequency: Frequency) -> Mapping[Period, Observation]:
    """The counts of the rows that are not the same in both versions."""
    text = "\n".join([*lines[:1], *(line for line in lines[1:] if line not in same)])
    return {row.period: row for row in read_series("", f"{text}\n", frequency)[0]}
