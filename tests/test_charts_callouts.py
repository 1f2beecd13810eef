"""Labels within the plot: beside what they name, clear of lines, levels, text and each other, or not at all."""

from __future__ import annotations

import pytest

from cspsite.charts.callouts import Callouts
from cspsite.charts.frame import FLOOR, TEXT, Box, Frame, Words
from cspsite.charts.labels import Label

#: Ten steps of 50 from 50 to 550, and 100 units from the floor at 282 up to 182: one a unit of height.
FRAME = Frame(50, 550, 182, 10, 100)
MEAN = (Words("Mean"),)


def _callouts(*values: float | None, levels: tuple[float, ...] = (), texts: tuple[Box, ...] = ()) -> Callouts:
    """Return callouts beside a line of such values, which may stand as high as 100 above the plot's top."""
    line = [None if value is None else FRAME.y(value) for value in values]
    return Callouts(FRAME, [line], levels=[FRAME.y(level) for level in levels], texts=list(texts))


def _height(label: Label | None) -> float:
    assert label is not None
    return label.rows[0].y


def test_a_label_stands_above_its_point() -> None:
    """Above a flat line at 50, which is at 232: 7 of room and 3 of gap, and half a row of 25: 209.5; no leader."""
    label = _callouts(*[50.0] * 10).near([MEAN], [(FRAME.x(5), FRAME.y(50))])
    assert label is not None
    assert (label.rows[0].x, label.rows[0].y, label.rows[0].anchor, label.leader) == (325, 209.5, "middle", None)


def test_a_label_goes_past_a_level() -> None:
    """A level at 60, 222 down, is in the way above: its room of 2 ends at 220, so the label ends 3 higher, at 217.

    Below nothing is in the way: 232 + 10 + 12.5 is nearer, so the label goes there.
    """
    assert _height(_callouts(*[50.0] * 10, levels=(60,)).near([MEAN], [(FRAME.x(5), FRAME.y(50))])) == 254.5


def test_a_label_keeps_clear_of_text() -> None:
    """With text below too the label goes above the level, to 217 - 12.5, with a leader down to the line."""
    below = Box(50, 236, 550, 282)
    callouts = _callouts(*[50.0] * 10, levels=(60,), texts=(below,))
    label = callouts.near([MEAN], [(FRAME.x(5), FRAME.y(50))])
    assert _height(label) == 204.5
    assert label is not None
    assert label.leader == (325, 217, 325, 225)


def test_there_is_no_label_without_room() -> None:
    """Where all is taken, or the nearest place is too far, there is none."""
    everything = Box(0, 0, 600, FLOOR)
    assert _callouts(*[50.0] * 10, texts=(everything,)).near([MEAN], [(325, 232)]) is None
    half = Box(0, 120, 600, FLOOR)
    assert _callouts(*[50.0] * 10, texts=(half,)).near([MEAN], [(325, 232)]) is None
    assert _callouts(*[50.0] * 10, texts=(half,)).near([MEAN], [(325, 232)], far=200) is None, "its leader would cross"


def test_two_labels_keep_clear_of_each_other() -> None:
    """The second label of the same point goes below, the third past the first."""
    callouts = _callouts(*[50.0] * 10)
    heights = [_height(callouts.near([MEAN], [(325, 232)])) for _ in range(2)]
    assert heights == [209.5, 254.5]


def test_a_steep_line_is_passed() -> None:
    """A label beside a line that rises beneath it stands above all of the line that it covers."""
    values = [10.0 * i for i in range(10)]
    label = _callouts(*values).near([(Words("a long name"),)], [(FRAME.x(5), FRAME.y(50))])
    assert label is not None
    row = label.rows[0]
    left, right = row.box.left, row.box.right
    covered = [FRAME.y(value) for i, value in enumerate(values) if left <= FRAME.x(i) <= right]
    assert row.box.bottom <= min(covered) or row.box.top >= max(covered)


@pytest.mark.parametrize("step, anchor", [(0, "start"), (5, "middle"), (9, "end")])
def test_a_label_begins_at_its_point_at_an_edge(step: int, anchor: str) -> None:
    """Text smaller than its room stays near its point: at the left edge it begins there, at the right it ends there."""
    label = _callouts(*[50.0] * 10).near([(Words("special cause"),)], [(FRAME.x(step), FRAME.y(50))])
    assert label is not None
    assert label.rows[0].anchor == anchor


def test_the_last_number_stands_right_of_its_point() -> None:
    """The label of a last number begins 13 right of it, its two rows about its height."""
    label = _callouts(50, 50, 50, *[None] * 7).beside((Words("50"), Words("Jun 2006")), (FRAME.x(2), FRAME.y(50)))
    assert [(row.x, row.y, row.anchor) for row in label.rows] == [(188, 232, "start")] * 2
    assert label.rows[1].down - label.rows[0].down == pytest.approx(1.15)
    assert TEXT == 25


def test_the_last_number_goes_where_the_way_is_free() -> None:
    """Where a level crosses the place right of the point, the label stands above or below."""
    label = _callouts(50, 50, 50, *[None] * 7, levels=(50,)).beside((Words("50"),), (FRAME.x(2), FRAME.y(50)))
    assert label.rows[0].y == 209.5


def test_a_leader_goes_across_no_other_line() -> None:
    """A label of the line at 90 (192 down) does not stand below that at 80 (202 down), but where that one has ended.

    Below both lines it would stand at 202 + 7 + 3, which is 20 from its line, five points on 10 from it; a later point
    costs 4, so that would be 30.
    """
    own, other = [FRAME.y(90)] * 10, [*[FRAME.y(80)] * 7, None, None, None]
    callouts = Callouts(FRAME, [own, other], texts=[Box(0, 0, 600, 190)])
    label = callouts.near([MEAN], [(FRAME.x(step), FRAME.y(90)) for step in (5, 4, 3, 2, 1, 8)])
    assert label is not None
    assert (label.rows[0].x, label.rows[0].y, label.leader) == (FRAME.x(8), 192 + 7 + 3 + 12.5, None)
