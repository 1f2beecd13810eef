"""The rows that two versions of a series have in common."""

from __future__ import annotations

import pytest

from cspsite.changes.rows import shared
from cspsite.model import Observation
from cspsite.periods import Period

ROWS = [Observation(Period.parse(f"2006-0{month}"), 80 + month) for month in (4, 5, 6)]
ALIKE = Observation(ROWS[1].period, ROWS[1].count)


@pytest.mark.parametrize(
    "old, new, number",
    [
        ([], [], 0),
        ([], ROWS, 0),
        (ROWS, ROWS, 3),
        (ROWS[:2], ROWS, 2),
        (ROWS, ROWS[:1], 1),
        ([ROWS[0], ROWS[2]], ROWS, 1),
        ([ROWS[0], ALIKE], ROWS, 1),
    ],
)
def test_shared(old: list[Observation], new: list[Observation], number: int) -> None:
    """Rows are shared up to the first that is not the very same; an equal one may be told to be another."""
    assert shared(old, new) == number
