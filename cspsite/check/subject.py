"""What the checks look at: the records, where they stand, their texts, their figures, and the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cspsite import paths
from cspsite.disclosure import limits, withholds
from cspsite.evidence import Assessor
from cspsite.figures import Figures
from cspsite.findings import CODES, Finding, Place
from cspsite.lines import Lines
from cspsite.model import Data, Meeting, Target
from cspsite.periods import Month, Period
from cspsite.quote import Quoter
from cspsite.series import Series, all_series

_NOTE = "What stands between <!-- and --> is a note, and is not published."


@dataclass(frozen=True)
class Subject:
    """One version of the data, as the checks see it; `today` is the day of the check.

    `errors` are the places that loading has an error for; `broken` are the files that hold them.
    """

    data: Data
    lines: Lines
    texts: Mapping[str, str]
    broken: frozenset[str]
    errors: Mapping[Place, frozenset[str]]
    figures: Figures
    quoter: Quoter
    today: date

    def finding(
        self, code: str, path: str, key: tuple[str | int, ...], found: str, expected: str, advice: str = ""
    ) -> Finding:
        """A finding at the line where `key` of the file `path` stands."""
        return Finding(code, self.lines.place(path, *key), found, expected, advice)

    def advice(self, code: str, path: str, key: tuple[str | int, ...]) -> str:
        """What to do about an empty box: where words stand under its heading in a note, that notes do not count."""
        below = self.texts.get(path, "").split("\n")[self.lines.place(path, *key).line :]
        first = next((row for row in below if row.strip()), "")
        return f"{CODES[code].advice} {_NOTE}" if first.lstrip().startswith("<!--") else ""

    def later(self, place: Place, text: str, offset: int) -> Place:
        """The line of the character `offset` of a text that begins at `place`."""
        return Place(place.path, place.line + text.count("\n", 0, offset))

    def unreadable(self, path: str) -> bool:
        """Whether a file has errors of its own, so that what is absent from its records says nothing."""
        return path in self.broken

    def doubtful(self, indicator: str) -> bool:
        """Whether an indicator's figures depend on a file with errors, or on components that cannot be added."""
        return indicator in self._doubtful

    @cached_property
    def _doubtful(self) -> frozenset[str]:
        known = self.data.indicators
        found = {id for id in known if self.unreadable(paths.indicator(id)) or self.unreadable(paths.series(id))}
        for id, indicator in known.items():
            if any(part not in known or known[part].frequency != indicator.frequency for part in indicator.components):
                found.add(id)
        while more := {id for id in known if id not in found and found & set(known[id].components)}:
            found |= more
        return frozenset(found)

    def doubtful_denominator(self, id: str) -> bool:
        """Whether a denominator is not there, or one of its files has errors."""
        files = (paths.denominator(id), paths.denominator_values(id))
        return id not in self.data.denominators or any(self.unreadable(path) for path in files)

    def without_estimate(self, target: Target) -> Iterator[Period]:
        """The baseline year and the latest month, where the target's denominator has no estimate for them."""
        if target.measure is None or self.doubtful_denominator(target.measure.per):
            return
        year = target.baseline or self.data.partnership.strategy.baseline
        latest = [Period.month(meeting.data_to) for meeting in self.meetings[-1:]]
        for period in (*([year] if year.length == 12 else []), *latest):
            if self.figures.rate(target.measure.per, 1, period) is None:
                yield period

    @cached_property
    def incomplete(self) -> frozenset[str]:
        """The denominators that lack an estimate which a target is measured by."""
        targets = [target for group in self.data.groups.values() for target in group.targets]
        return frozenset(
            target.measure.per for target in targets if target.measure and [*self.without_estimate(target)]
        )

    @cached_property
    def counted(self) -> Mapping[str, Series]:
        """All counts, the withheld ones too: to compare, never to print in a finding that is published."""
        return all_series(self.data) if withholds(self.data) else self.figures.series

    @cached_property
    def limits(self) -> Mapping[str, int]:
        """Below which number an indicator's counts are withheld; one without such a number is left out."""
        return limits(self.data)

    @cached_property
    def assessor(self) -> Assessor:
        """What the figures say of targets."""
        return Assessor(self.quoter)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings whose papers can use the month that they say, oldest first."""
        return tuple(meeting for meeting in self.data.meetings if meeting.data_to < Month.containing(meeting.date))
