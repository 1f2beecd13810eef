"""What the checks look at: the records, where they stand, their texts, their figures, and the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cspsite.figures import Figures
from cspsite.findings import Finding, Place
from cspsite.lines import Lines
from cspsite.model import Data
from cspsite.quote import Quoter


@dataclass(frozen=True)
class Subject:
    """One version of the data, as the checks see it; `today` is the day of the check."""

    data: Data
    lines: Lines
    texts: Mapping[str, str]
    broken: frozenset[str]
    figures: Figures
    quoter: Quoter
    today: date

    def finding(
        self, code: str, path: str, key: tuple[str | int, ...], found: str, expected: str, advice: str = ""
    ) -> Finding:
        """A finding at the line where `key` of the file `path` stands."""
        return Finding(code, self.lines.place(path, *key), found, expected, advice)

    def later(self, place: Place, text: str, offset: int) -> Place:
        """The line of the character `offset` of a text that begins at `place`."""
        return Place(place.path, place.line + text.count("\n", 0, offset))

    def unreadable(self, path: str) -> bool:
        """Whether a file is there, with errors of its own, so that its absence from the records says nothing."""
        return path in self.broken
