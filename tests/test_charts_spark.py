"""The tiny pictures beside targets and indicators, and what they say to who does not see them."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from cspsite.charts.columns import Columns
from cspsite.charts.spark import spark
from tests.drawings import having


def columns(*counts: int | None, step: int = 1) -> Columns:
    """Return a series of counts."""
    labels = tuple("[x]" if count is None else str(count) for count in counts)
    return Columns(step, values=counts, labels=labels)


def test_picture_by_hand() -> None:
    """Three counts stand 30 units apart from 17 on; the lowest, 60, at the floor of 21, the highest, 100, at 3."""
    root = ElementTree.fromstring(spark(columns(60, 100, 80)).picture)  # noqa: S314 - our own drawing
    line, point = having(root, "csp-line")[0], having(root, "csp-point")[0]
    # 90 units from 2 on: 2 + 30 / 2 = 17; 80 is half way up: 21 - 18 / 2 = 12
    assert line.get("d") == "M17.0,21.0L47.0,3.0L77.0,12.0"
    assert (point.get("d") or "").startswith("M74.5,12.0")
    assert root.get("aria-hidden") == "true"


def test_equal_counts_are_a_line_half_way_up() -> None:
    """Where nothing moves the line is flat, and neither at the floor nor at the top."""
    root = ElementTree.fromstring(spark(columns(7, 7, 7)).picture)  # noqa: S314 - our own drawing
    assert having(root, "csp-line")[0].get("d") == "M17.0,12.0L47.0,12.0L77.0,12.0"


@pytest.mark.parametrize(
    "series,words",
    [
        (columns(65, 91, 81), "From 65 to 81 in 2 months; highest 91"),
        (columns(65, 50, 91, 81), "From 65 to 81 in 3 months; lowest 50, highest 91"),
        (columns(65, 70, 81), "From 65 to 81 in 2 months"),
        (columns(7, 7, 7), "From 7 to 7 in 2 months"),
        (columns(None, 65, None, 60, 81, None), "From 65 to 81 in 3 months; lowest 60"),
        (columns(*range(40)), "From 27 to 39 in 12 months"),
        (columns(1, 2, 3, step=3), "From 1 to 3 in 2 quarters"),
        (columns(3, 2, 1, step=12), "From 3 to 1 in 2 years"),
    ],
)
def test_words(series: Columns, words: str) -> None:
    """The first and the last count that are known, how far apart, and what lies outside them; thirteen periods."""
    assert spark(series).words == words


@pytest.mark.parametrize("counts", [(), (None,), (5,), (5, None, 6)])
def test_fewer_than_three_counts_are_no_picture(counts: tuple[int | None, ...]) -> None:
    """A point by itself, or a line between two, shows no course."""
    found = spark(columns(*counts))
    assert (found.picture, found.words, found.counts) == ("", "", len([one for one in counts if one is not None]))
