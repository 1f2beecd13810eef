"""What goes beside a chart's subject: guides, flags, breaks and markers, the same in both drawings and in the table."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import plotly.graph_objects as go
import pytest

from cspsite.charts.chart import Break, Chart, Flag, FlagKind, Guide, Note, Style
from cspsite.charts.columns import Basis
from cspsite.charts.control import control
from cspsite.charts.control_words import Level
from cspsite.charts.drawing import draw
from cspsite.charts.labels import apart
from cspsite.charts.plotly import figure
from cspsite.charts.rolling import rolling
from cspsite.charts.scale import scale_of
from cspsite.charts.trend import trend
from cspsite.charts.years import years
from cspsite.figures import Figures
from cspsite.markers import IN_FILES, INSTEAD, MARKERS
from cspsite.periods import Month
from cspsite.quote import Quoter
from tests.chart_data import JULY, basis_of, data_of, drawn, target
from tests.drawings import having, labels_keep_clear, line_chart, parsed, texts


def guide(*values: float | None, style: Style = "centre", label: str = "Mean 75") -> Guide:
    """Return a guide of such numbers."""
    labels = tuple("" if value is None else f"{value:g}" for value in values)
    return Guide("Mean", values, labels, label, style)


def paths(chart: Chart, name: str) -> list[str]:
    """Return the `d` of every path of a class."""
    return [element.get("d", "") for element in having(parsed(chart), name)]


def test_a_centre_stands_level_over_each_period() -> None:
    """Means of 50 and then 75 are two levels with a riser where the third month begins.

    The longest text at the right is `Jul 2006` of 8 letters: right edge 600 - 16 - 92 = 492, left edge 46.5, so a step
    is 445.5 / 4 = 111.375 wide and the third begins at 269.25. Heights 161 for 50 of 100, and 282 - 0.75 x 242 = 100.5.
    """
    chart = replace(line_chart(0, 50, None, 100), guides=(guide(50, 50, 75, 75),))
    assert paths(chart, "csp-guide-centre") == ["M46.5,161.0H269.2V100.5H492.0"]


def test_limits_do_not_run_across_a_break() -> None:
    """A break has no riser: the level ends and another begins.

    The label of the break takes a row of 28 above the plot: 214 are left, so 50 stands at 175 and 75 at 121.5.
    """
    chart = replace(line_chart(0, 50, 75, 100), guides=(guide(50, 50, 75, 75),), breaks=(Break(2, "series break"),))
    assert paths(chart, "csp-guide") == ["M46.5,175.0H269.2M269.2,121.5H492.0"]


def test_a_trajectory_goes_straight() -> None:
    """A trajectory joins the middles of its months, and has a ring where it begins.

    It is labelled in the plot, so the right edge is that of `Jul 2006`, 492, and a step is 111.375: middles at
    213.5625, 324.9375 and 436.3125. Heights 282 - 2.42 x the value.
    """
    aim = guide(None, 100, 90, 80, style="trajectory", label="Straight line")
    chart = replace(line_chart(0, 50, 75, 100), guides=(aim,))
    assert paths(chart, "csp-guide-trajectory") == ["M213.6,40.0L324.9,64.2L436.3,88.4"]
    (start,) = having(parsed(chart), "csp-guide-start")
    assert (start.get("cx"), start.get("cy")) == ("213.6", "40.0")


def test_the_scale_holds_every_guide() -> None:
    """An upper limit of 130 above counts of at most 100 is still within the plot."""
    chart = replace(line_chart(0, 50, 75, 100), guides=(guide(130, 130, 130, 130, style="limit"),))
    assert scale_of(chart).top == 150


@pytest.mark.parametrize(
    "more",
    [
        {"guides": (guide(1, 2, 3),)},
        {"guides": (replace(guide(1, 2, 3, 4), labels=("1",)),)},
        {"flags": (Flag(2, "concern", "high"),)},
        {"flags": (Flag(4, "concern", "high"),)},
        {"breaks": (Break(0, "series break"),)},
        {"breaks": (Break(4, "series break"),)},
        {"kind": "columns", "guides": (guide(1, 2, 3, 4),)},
    ],
    ids=["short guide", "short labels", "flag without number", "flag after", "break first", "break after", "columns"],
)
def test_a_chart_refuses_what_has_no_place(more: dict[str, Any]) -> None:
    """Guides need a number a period, a flag a number, and a break two periods that it stands between."""
    with pytest.raises(ValueError, match="trend-x"):
        replace(line_chart(0, 50, None, 100), **more)


@pytest.mark.parametrize(
    "wanted, found",
    [
        # 12.5 above and below the middle of 102.5
        ([(100.0, 1), (105.0, 1)], [90.0, 115.0]),
        ([(105.0, 1), (100.0, 1)], [115.0, 90.0]),
        # 37.5 apart about 105
        ([(100.0, 2), (110.0, 1)], [86.25, 123.75]),
        # three about 105 would reach down to 142.5, which a fourth at 156 leaves room for, and one at 140 does not:
        # then the first is at (100 + 105 − 25 + 110 − 50 + 140 − 75)/4 = 76.25
        ([(100.0, 1), (105.0, 1), (110.0, 1), (140.0, 1)], [76.25, 101.25, 126.25, 151.25]),
        ([(100.0, 1), (105.0, 1), (110.0, 1), (156.0, 1)], [80.0, 105.0, 130.0, 156.0]),
        ([(5.0, 1), (20.0, 1)], [12.5, 37.5]),
        ([(275.0, 1), (280.0, 1)], [257.0, 282.0]),
        ([(20.0, 1), (200.0, 1)], [20.0, 200.0]),
    ],
    ids=[
        "up and down",
        "in their order",
        "two rows",
        "all four",
        "three",
        "down from the ceiling",
        "up from the floor",
        "left alone",
    ],
)
def test_labels_are_moved_apart(wanted: list[tuple[float, int]], found: list[float]) -> None:
    """Middles of rows of 25 stand 25 apart, half as much more for each further row.

    They stay about where they want to be; none stands above the ceiling at 0 or under the floor at 282.
    """
    assert apart(wanted) == found


@pytest.mark.parametrize("months", [2, 3, 13, 40, 60, 240])
@pytest.mark.parametrize("spread", [0, 1, 3, 40])
def test_labels_of_guides_keep_clear(months: int, spread: int) -> None:
    """However close mean, limits and the last count are, their labels do not overlap; nor do those of breaks."""
    counts = [100 + (7 * i * i + 3 * i) % 11 * spread // 5 for i in range(months)]
    marks = "".join("b" if i and i % 17 == 0 else "-" for i in range(months))
    basis = basis_of(str(Month.parse("2006-07") + (1 - months)), counts, marks)
    labels_keep_clear(drawn(control(basis, "burglary", JULY, last_rows=240)))


@pytest.mark.parametrize("level, spread", [(60, 0), (90, 1), (100, 3), (105, 1), (120, 3)])
def test_label_of_the_target_keeps_clear(level: int, spread: int) -> None:
    """The target is named at the end of its line, and covers neither the last number nor mean and limits."""
    counts = [100 + (7 * i * i + 3 * i) % 11 * spread // 5 for i in range(40)]
    aim = Level(Fraction(level), date(2008, 3, 31))
    chart = drawn(control(basis_of("2003-04", counts), "burglary", JULY, level=aim))
    labels_keep_clear(chart)
    right = draw(chart).frame.right
    named = [one for one in having(parsed(chart), "csp-label") if one.text in (f"Target {level}", "by Mar 2008")]
    assert [float(one.get("x", "0")) > right for one in named] == [True, True]


@pytest.mark.parametrize("share", [Fraction(-15, 100), Fraction(0), Fraction(30, 100)])
@pytest.mark.parametrize("slope", [-1, 0, 2])
def test_label_of_a_trajectory_keeps_clear(share: Fraction, slope: int) -> None:
    """The trajectory's label covers neither the last number nor the labels of baseline and target."""
    basis = basis_of("2004-04", [100 + slope * i for i in range(28)])
    aim = target("reach_value", value=int(1200 * (1 + share)))
    start = Month.parse("2005-03")
    course = [(start + i, 1200 * (1 + share * i / 36)) for i in range(37)]
    labels_keep_clear(drawn(rolling(basis, aim, JULY, course=course)))


def test_plotly_has_the_numbers_of_the_guides() -> None:
    """Each guide is a line of plotly.js with just its numbers, its style, and a text for each of them."""
    limit = guide(60, 60, None, 70, style="limit", label="Limit 70")
    aim = guide(None, 90, 80, 70, style="trajectory", label="Straight line")
    made = figure(replace(line_chart(0, 50, 75, 100), guides=(limit, aim)))
    go.Figure(made)
    assert [trace["y"] for trace in made["data"][1:]] == [[60, 60, None, 70], [None, 90, 80, 70]]
    assert [trace["line"]["dash"] for trace in made["data"][1:]] == ["7px,4px", "13px,4px,2px,4px"]
    assert [trace["line"]["shape"] for trace in made["data"][1:]] == ["hvh", "linear"]
    assert made["data"][1]["customdata"] == [
        "April 2006<br>Mean: 60",
        "May 2006<br>Mean: 60",
        "",
        "July 2006<br>Mean: 70",
    ]
    assert {"Limit 70", "Straight line"} <= {note["text"] for note in made["layout"]["annotations"]}


@pytest.mark.parametrize(
    "kind, corners, symbol",
    [("concern", 4, "square"), ("improvement", 4, "diamond"), ("special", 3, "triangle-up")],
)
def test_flags_differ_by_shape(kind: FlagKind, corners: int, symbol: str) -> None:
    """Each kind has a shape of its own in both drawings, and its words in the hover text."""
    chart = replace(line_chart(1, 2, 3, 4), flags=(Flag(1, kind, "high & <b>odd</b>"),))
    (path,) = paths(chart, f"csp-flag-{kind}")
    assert len(re.findall("[ML]", path)) == corners
    trace = figure(chart)["data"][0]
    assert trace["marker"]["symbol"] == ["circle", symbol, "circle", "circle"]
    assert trace["customdata"][1] == "May 2006<br>Offences: 2<br>high &amp; &lt;b&gt;odd&lt;/b&gt;"


def test_square_and_diamond_are_told_apart() -> None:
    """The square stands on a side, the diamond on a corner."""
    square, diamond = (
        paths(replace(line_chart(1, 2), flags=(Flag(0, kind, ""),)), "csp-flag")[0]
        for kind in ("concern", "improvement")
    )
    lowest = {}
    for name, path in (("square", square), ("diamond", diamond)):
        corners = [tuple(map(float, corner.split(","))) for corner in re.findall(r"[\d.]+,[\d.]+", path)]
        lowest[name] = sum(y == max(corner[1] for corner in corners) for _, y in corners)
    assert lowest == {"square": 2, "diamond": 1}


def test_a_flagged_last_number_is_drawn_once() -> None:
    """The shape of the flag takes the place of the last point's circle; its number stays."""
    root = parsed(replace(line_chart(1, 2, 3), flags=(Flag(2, "concern", "high"),)))
    assert having(root, "csp-point-last") == []
    assert [element.text for element in having(root, "csp-value")] == ["3"]
    assert len(having(root, "csp-flag-concern")) == 1


def test_a_flag_of_an_estimate_is_hollow() -> None:
    """A flagged number that is estimated keeps the flag's shape and is hollow, in both drawings."""
    chart = replace(line_chart(1, 2, 3, marks="-e-"), flags=(Flag(1, "concern", ""), Flag(2, "concern", "")))
    hollow = [
        element.get("class", "")
        for element in having(parsed(chart), "csp-flag")
        if "csp-flag-marked" in element.get("class", "")
    ]
    assert len(hollow) == 1
    marker = figure(chart)["data"][0]["marker"]
    assert marker["color"] == ["#12436D", "#FFFFFF", "#C44A0C"]
    assert marker["line"]["color"] == ["#12436D", "#C44A0C", "#C44A0C"]


def test_keys_explain_each_shape() -> None:
    """Below the plot stands each shape with what it means."""
    notes = (Note("worse", "concern"), Note("better", "improvement"), Note("neither", "special"), Note("x", "break"))
    chart = replace(line_chart(1, 2), notes=notes)
    assert texts(parsed(chart))[-4:] == ["worse", "better", "neither", "x"]
    assert [len(paths(chart, f"csp-flag-{kind}")) for kind in ("concern", "improvement", "special")] == [1, 1, 1]
    assert len(paths(chart, "csp-break")) == 1


def test_a_break_parts_the_line() -> None:
    """No line runs from before a series break to after it; an upright line with a label stands between.

    The break before the third of four months stands in the middle of the plot: the left edge is 12 + 11.5 = 23.5, the
    right one 600 - 16 - 8 x 11.5 = 492, their middle 257.75. Its top is 4 above that of the plot, 40 + 28.
    """
    chart = replace(line_chart(1, 2, 3, 4), breaks=(Break(2, "series break"),))
    assert re.findall("[ML]", paths(chart, "csp-line")[0]) == ["M", "L", "M", "L"]
    assert paths(chart, "csp-break") == ["M257.8,64.0V282"]
    assert "series break" in texts(parsed(chart))


def test_new_limits_do_not_part_the_line() -> None:
    """Where only limits begin anew the counts stay comparable: the line runs on."""
    chart = replace(line_chart(1, 2, 3, 4), breaks=(Break(2, "new limits", parts=False),))
    assert re.findall("[ML]", paths(chart, "csp-line")[0]) == ["M", "L", "L", "L"]
    assert figure(chart)["data"][0]["y"] == [1, 2, 3, 4]


def test_a_number_between_two_breaks_is_a_point() -> None:
    """A number that no line reaches is a point, as it is between two gaps."""
    chart = replace(line_chart(1, 2, 3, 4, 5), breaks=(Break(1, "b"), Break(2, "b")))
    circles = "".join(point.get("d", "") for point in having(parsed(chart), "csp-point"))
    assert circles.count("M") == 2  # the first, alone before the break, and the second, between the two


def test_a_break_parts_the_line_of_plotly() -> None:
    """Half a step before the break stands a null with no text: every list is as long as the others."""
    chart = replace(
        line_chart(1, 2, 3, 4, marks="-e--"),
        breaks=(Break(2, "series break"),),
        flags=(Flag(3, "special", "odd"),),
        guides=(guide(2, 2, 3, 3),),
    )
    made = figure(chart)
    go.Figure(made)
    line, mean = made["data"]
    assert (line["y"], mean["y"]) == ([1, 2, None, 3, 4], [2, 2, None, 3, 3])
    assert line["x"] == mean["x"] == [0, 1, 1.5, 2, 3]
    assert line["customdata"][2] == mean["customdata"][2] == ""
    assert {len(line["marker"][name]) for name in ("symbol", "color", "size")} == {5}
    assert made["layout"]["shapes"][0]["x0"] == 1.5
    assert "series break" in [note["text"] for note in made["layout"]["annotations"]]


def test_many_breaks_are_no_tower() -> None:
    """Breaks month after month have three rows of labels at most; all of their lines are there."""
    chart = replace(line_chart(*range(1, 41)), breaks=tuple(Break(step, "series break") for step in range(1, 40)))
    assert paths(chart, "csp-break")[0].count("V") == 39
    assert having(parsed(chart), "csp-break")[0].get("d", "").startswith("M")
    tops = {element.get("y") for element in having(parsed(chart), "csp-label") if element.text == "series break"}
    assert len(tops) == 3


def test_a_revised_number_has_a_ring() -> None:
    """Each revised number has a ring around its point, one in both drawings."""
    chart = line_chart(1, 2, 3, 4, marks="-r-r")
    assert paths(chart, "csp-ring")[0].count("M") == 2
    rings = [one for one in figure(chart)["layout"]["shapes"] if one["type"] == "circle"]
    assert [("fillcolor" in one, one["line"]["color"]) for one in rings] == [(False, "#12436D")] * 2


def test_a_provisional_number_that_was_revised_stays_visible() -> None:
    """A number that is provisional and revised is hollow within its ring; the last that is neither is filled."""
    chart = line_chart(1, 2, 3)
    both = replace(chart.lines[0], markers=(frozenset("pr"), frozenset("p"), frozenset()))
    assert figure(replace(chart, lines=(both,)))["data"][0]["marker"]["color"] == ["#FFFFFF", "#FFFFFF", "#12436D"]


Maker = Callable[[Basis], Any]
MAKERS: dict[str, Maker] = {
    "trend": lambda basis: trend(basis, "burglary", JULY),
    "control": lambda basis: control(basis, "burglary", JULY),
    "rolling": lambda basis: rolling(basis, target(), JULY),
    "years": lambda basis: years(basis, "burglary", JULY),
}


@pytest.mark.parametrize("marker", sorted(IN_FILES))
@pytest.mark.parametrize("kind", MAKERS)
def test_every_marker_is_seen_and_explained(kind: str, marker: str) -> None:
    """A marker of the counts stands in the table and the hover text, and drawing and notes say what it means."""
    counts: list[int | None] = [100] * 40
    counts[30] = None if marker in INSTEAD else 100
    basis = basis_of("2003-04", counts, "-" * 30 + marker)
    chart = drawn(MAKERS[kind](basis))
    meaning = f"[{marker}] {MARKERS[marker][0]}"
    cells = {cell for row in chart.table.rows for cell in row[1:]}
    assert any(f"[{marker}]" in cell for cell in cells)
    assert [note.text for note in chart.notes].count(meaning) == 1
    said = " ".join(texts(parsed(chart)))
    assert f"[{marker}]" in said
    assert MARKERS[marker][0] in said
    if marker not in INSTEAD:
        hover = figure(chart)["data"][0]["customdata"]
        assert any(f"[{marker}]" in text and meaning in text for text in hover)


def test_a_break_in_a_missing_month_is_told() -> None:
    """A series break in a month without a count is drawn, and stands in the table beside the gap."""
    data = data_of("2006-01", [5, 6, 7, None, 8, 9, 8])
    rows = list(data.observations["burglary"])
    rows[3] = replace(rows[3], markers=frozenset("bx"))
    basis = Basis(Quoter(Figures(replace(data, observations={"burglary": tuple(rows)}))))
    marked = drawn(trend(basis, "burglary", JULY))
    assert marked.breaks == (Break(3, "[b] series break"),)
    assert marked.lines[0].labels[3] == "[b] [x]"
    assert Note("[b] series break", "break") in marked.notes


def test_rolling_sums_break_once() -> None:
    """The sums of twelve months that a break is part of are marked; the line is parted before the first of them.

    The break is in April 2005, the 13th month: the 2nd of the sums, which begin with the twelve months to March 2005.
    """
    chart = drawn(rolling(basis_of("2004-04", [10] * 28, "-" * 12 + "b"), target(), JULY))
    assert chart.breaks == (Break(1, "[b] series break"),)
    assert [label for label in chart.lines[0].labels if "[b]" in label] == ["120 [b]"] * 12


def test_a_plain_chart_is_drawn_as_before() -> None:
    """Without guides, flags, breaks and rings there is nothing of them in the drawing."""
    chart = drawn(trend(basis_of("2004-04", [100] * 28), "burglary", JULY))
    root = parsed(chart)
    for name in ("csp-guide", "csp-guide-start", "csp-flag", "csp-break", "csp-ring"):
        assert having(root, name) == []
    assert len(figure(chart)["data"]) == 1
