"""Where a target should be, on its rolling chart: the guide, the axis that reaches the target, and the table."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest

from cspsite.charts.chart import Chart
from cspsite.charts.course import Course
from cspsite.charts.drawing import draw
from cspsite.charts.plotly import figure
from cspsite.charts.rolling import rolling
from cspsite.model import Trajectory
from cspsite.periods import Month, Period
from tests.chart_data import JULY, basis_of, drawn, target
from tests.drawings import having, parsed, texts

#: From 120 at the end of March 2005 to 10% less at the end of March 2008: a third of a count a month.
COURSE: Course = [(Month.parse("2005-03") + i, 120 - Fraction(i, 3)) for i in range(37)]
COUNTS = [10] * 28


def rolling_of(course: Course | None, aim: Any = None, **more: Any) -> Chart:
    """Return the rolling twelve months of 10 a month from April 2004 to July 2006."""
    return drawn(rolling(basis_of("2004-04", COUNTS, **more), aim or target(), JULY, course=course))


def test_axis_reaches_the_target() -> None:
    """The periods go on from July 2006 to the target's end, where the subject has neither numbers nor labels."""
    chart = rolling_of(COURSE)
    assert chart.periods[-1] == Period.ending(Month.parse("2008-03"), 12)
    (line,) = chart.lines
    assert line.last == 16
    assert line.values[17:] == (None,) * 20
    assert set(line.labels[17:]) == {""}
    assert not any(note.mark == "gap" for note in chart.notes)


def test_dates_reach_the_target() -> None:
    """There is a tick each April and at the target's end; labels are as many as have room, the end's among them."""
    drawing = draw(rolling_of(COURSE))  # 37 months from March 2005: a year is 12 steps, and Aprils begin at step 1
    frame = drawing.frame
    assert drawing.ticks == pytest.approx([frame.x(step) for step in (1, 13, 25, 36)])
    labels = [text.text for text in drawing.axes if re.fullmatch(r"[A-Z][a-z]{2} \d{4}", text.text)]
    assert labels == ["Apr 2005", "Apr 2006", "Apr 2007", "Mar 2008"]


def test_dates_of_a_longer_axis() -> None:
    """Where years are too narrow for a label each, every other April has one, and a tick still all."""
    early = [(Month.parse("2004-03") + i, 120 - Fraction(i, 4)) for i in range(49)]
    drawing = draw(drawn(rolling(basis_of("2003-04", [10] * 40), target(), JULY, course=early)))
    assert len(drawing.ticks) == 5
    labels = [text.text for text in drawing.axes if re.fullmatch(r"[A-Z][a-z]{2} \d{4}", text.text)]
    assert labels == ["Apr 2004", "Apr 2006", "Mar 2008"]


def test_trajectory_by_hand() -> None:
    """The guide begins at 120, is 120 - 16/3 = 114.7 at July 2006, and ends at 108."""
    (guide,) = rolling_of(COURSE).guides
    assert (guide.style, guide.label) == ("trajectory", "Where it should be")
    assert (guide.values[0], guide.values[-1]) == (120, 108)
    assert guide.values[16] == pytest.approx(114.6667, abs=1e-4)
    assert (guide.labels[0], guide.labels[16], guide.labels[-1]) == ("120", "115", "108")


def test_table_has_the_level_of_each_row() -> None:
    """The table has a column for where the target should be, and no rows of the future."""
    chart = rolling_of(COURSE)
    assert chart.table.headers == ("Twelve months", "Offences", "Where it should be")
    assert chart.table.rows[-1] == ("August 2005 to July 2006", "120", "115")
    assert len(chart.table.rows) == 17


def test_months_before_the_start_have_no_level() -> None:
    """Before the trajectory begins there is no guide, and the table says so with a dash."""
    chart = rolling_of(COURSE[6:])
    assert chart.guides[0].values[:7] == (None, None, None, None, None, None, 118)
    assert [row[2] for row in chart.table.rows][:7] == ["–"] * 6 + ["118"]


def test_both_drawings_end_at_the_target() -> None:
    """SVG and Plotly have the guide's numbers to the target's end, and the latest count stands out."""
    chart = rolling_of(COURSE)
    root = parsed(chart)
    assert len(having(root, "csp-guide-trajectory")) == len(having(root, "csp-guide-start")) == 1
    assert len(having(root, "csp-point-last")) == 1
    assert "Where it should be" in " ".join(texts(root))
    subject, guide = figure(chart)["data"]
    assert (subject["x"][-1], subject["y"][-1], subject["customdata"][-1]) == (36, None, "")
    assert guide["y"] == list(chart.guides[0].values)
    assert guide["customdata"][-1] == "2007/08<br>Where it should be: 108"


@pytest.mark.parametrize(
    "shape, words",
    [
        ("straight", "a straight line to the target"),
        ("profiled", "a profiled way to the target"),
        ("points", "given points on the way to the target"),
    ],
)
def test_a_note_names_the_shape(shape: Any, words: str) -> None:
    """Below the chart stands what the way to the target is."""
    chart = rolling_of(COURSE, target(trajectory=Trajectory(shape=shape)))
    assert f"Where it should be: {words}" in [note.text for note in chart.notes]


def test_a_level_that_is_held_has_no_second_line() -> None:
    """A target to hold a level has its reference; the axis reaches its end all the same."""
    chart = rolling_of([(month, Fraction(120)) for month, _ in COURSE], target("hold"))
    assert chart.guides == ()
    assert chart.periods[-1].end == Month.parse("2008-03")
    assert chart.table.headers == ("Twelve months", "Offences")


def test_the_far_future_is_left_out() -> None:
    """A target in ten years has an axis of 36 months more, and the guide that far."""
    chart = rolling_of([(Month.parse("2005-03") + i, Fraction(120)) for i in range(121)])
    assert chart.periods[-1].end == JULY.data_to + 36
    assert chart.guides[0].last == len(chart.periods) - 1


def test_a_target_that_is_over_adds_nothing_to_the_axis() -> None:
    """A course that ended before the latest count leaves the axis as it is, and its guide ends where it ended."""
    chart = rolling_of(COURSE[:13])
    assert chart.periods[-1].end == JULY.data_to
    assert chart.guides[0].last == 12


def test_quarters_have_the_levels_at_their_ends() -> None:
    """Rolling quarters take the level at each quarter's last month: 120 - 3/3 = 119 at the end of June 2005."""
    basis = basis_of("2004-04", [30] * 9, frequency="quarter")
    chart = drawn(rolling(basis, target(), JULY, course=COURSE))
    assert chart.guides[0].values[:2] == (120, 119)
    assert chart.periods[-1].end == Month.parse("2008-03")


@pytest.mark.parametrize(
    "kind, more, noted",
    [
        ("reduce_by_percent", {}, True),
        ("increase_by_percent", {}, True),
        ("hold", {}, True),
        ("reach_value", {"value": 100}, False),
    ],
)
def test_the_course_of_a_change_says_what_it_is_assessed_on(kind: str, more: dict[str, Any], noted: bool) -> None:
    """Where the figures compare months of this year a note says so, not where they look at twelve months too."""
    words = (
        "What the figures suggest rests on this financial year's months against the same months of the baseline year;"
        " the chart shows twelve months at a time"
    )
    assert (words in [note.text for note in rolling_of(COURSE, target(kind, **more)).notes]) is noted
    assert words not in [note.text for note in rolling_of(None, target(kind, **more)).notes]


def test_holding_none_is_a_level() -> None:
    """To hold a baseline of 0 is assessed by the twelve months that the chart shows, so there is no such note."""
    basis = basis_of("2004-04", [0] * 12 + [1] * 16)
    chart = drawn(rolling(basis, target("hold"), JULY, course=COURSE))
    assert not any(note.text.startswith("What the figures suggest") for note in chart.notes)


@pytest.mark.parametrize("course", [None, []])
def test_without_a_course_the_chart_stays_as_it_is(course: Course | None) -> None:
    """There is no guide, no future and no column."""
    chart = rolling_of(course)
    assert (chart.guides, chart.periods[-1].end, len(chart.table.headers)) == ((), JULY.data_to, 2)
