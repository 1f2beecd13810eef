"""What `git log` prints, as records."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cspsite.revisions import Touched, commits_of

HEAD = "\x1eabc1234567\x1f{parents}\x1f{seconds}\x1fSubject\n"


def test_nothing() -> None:
    """No output is no commit."""
    assert commits_of("") == []


def test_files_of_each_commit() -> None:
    """Each commit has its own files, by their paths before and after; a path is never taken for a status."""
    first = HEAD.format(parents="def", seconds=0) + "\0\nM\0a\0A\0\x1eb\0D\0R100\0R100\0c\0d\0R090\0e\0f\0"
    second = HEAD.format(parents="", seconds=0) + "\0\nT\0g\0"
    found = commits_of(first + second)
    assert [commit.touched for commit in found] == [
        (
            Touched("a", "a"),
            Touched("", "\x1eb"),
            Touched("R100", ""),
            Touched("c", "d", is_same=True),
            Touched("e", "f"),
        ),
        (Touched("g", "g"),),
    ]
    assert [commit.has_parents for commit in found] == [True, False]


def test_commits_without_files() -> None:
    """A log without the names of files is a commit a part."""
    found = commits_of("\0".join([HEAD.format(parents="", seconds=1), HEAD.format(parents="", seconds=2)]))
    assert [commit.revision.date.second for commit in found] == [1, 2]


@pytest.mark.parametrize(
    "seconds, moment",
    [
        ("1157961600", datetime(2006, 9, 11, 8, tzinfo=UTC)),
        ("", datetime(1970, 1, 1, tzinfo=UTC)),
        ("999999999999999", datetime(9999, 1, 1, tzinfo=UTC)),
    ],
)
def test_dates(seconds: str, moment: datetime) -> None:
    """A date that no calendar has, or none at all, is a date all the same: a bad commit stops nothing."""
    assert commits_of(HEAD.format(parents="", seconds=seconds))[0].revision.date == moment
