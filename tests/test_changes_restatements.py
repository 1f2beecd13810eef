"""Counts that were published otherwise before: period, what they were, what they are."""

from __future__ import annotations

import pytest

from cspsite.changes.restatements import GONE, Published, Restatement, restatements
from cspsite.model import Frequency
from cspsite.periods import Period
from cspsite.revisions import commits_of

_HEAD = "period,count,marker,note\n"
_REVISIONS = [
    one.revision for one in commits_of("\x1ec\x1f\x1f0\x1fThird\0\x1eb\x1f\x1f0\x1fSecond\0\x1ea\x1f\x1f0\x1fFirst\0")
]


def restated(*versions: str, frequency: Frequency = "month") -> list[Restatement]:
    """Return what was restated in versions of a file's rows, the oldest given first."""
    contents = [(_HEAD + rows).encode() for rows in reversed(versions)]
    return restatements([*zip(_REVISIONS[-len(contents) :], contents, strict=True)], Published(frequency))


def told(found: list[Restatement]) -> list[tuple[str, str, str, str]]:
    """Return the commit, the period, and both counts of each."""
    return [(one.revision.subject, str(one.period), one.old, one.new) for one in found]


@pytest.mark.parametrize(
    "old,new,expected",
    [
        ("2006-04,3,,\n", "2006-04,3,,\n2006-05,4,,\n", []),
        ("2006-04,3,,\n", "2006-04,4,,\n", [("Second", "2006-04", "3", "4")]),
        ("2006-04,3,p,\n", "2006-04,3,,\n", []),
        ("2006-04,3,p,\n", "2006-04,0,r,\n", [("Second", "2006-04", "3 [p]", "0 [r]")]),
        ("2006-04,,x,\n", "2006-04,7,,\n", [("Second", "2006-04", "[x]", "7")]),
        ("2006-04,3,,\n2006-05,4,,\n", "2006-04,3,,\n", [("Second", "2006-05", "4", GONE)]),
        ("2006-04,three,,\n2006-05,4,,\n", "2006-04,3,,\n2006-05,5,,\n", [("Second", "2006-05", "4", "5")]),
        ("2006-05,4,,\n", "2006-04,3,,\n2006-05,4,,\n", []),
    ],
)
def test_one_version_after_another(old: str, new: str, expected: list[tuple[str, str, str, str]]) -> None:
    """A count that is another, or has no row any more, is told; rows that came, and what cannot be read, are not."""
    assert told(restated(old, new)) == expected


def test_the_newest_comes_first() -> None:
    """A count that was restated twice is told twice, each time with its own commit."""
    assert told(restated("2006-04,1,,\n", "2006-04,2,,\n", "2006-04,3,,\n")) == [
        ("Third", "2006-04", "2", "3"),
        ("Second", "2006-04", "1", "2"),
    ]


def test_a_quarter_is_a_quarter() -> None:
    """A restated quarter is told as a quarter."""
    (found,) = restated("2006/07-Q1,3,,\n", "2006/07-Q1,4,,\n", frequency="quarter")
    assert (found.period, found.old, found.new) == (Period.parse("2006/07-Q1"), "3", "4")
