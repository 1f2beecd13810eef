"""The static drawing: well-formed, named for screen readers, right in its coordinates, and free of colours."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.charts.chart import Axis, Band, Chart, Note, Reference
from cspsite.charts.control import control
from cspsite.charts.control_words import Level
from cspsite.charts.drawing import draw
from cspsite.charts.plotly import figure
from cspsite.charts.rolling import rolling
from cspsite.charts.scale import scale
from cspsite.charts.svg import svg
from cspsite.charts.trend import trend
from cspsite.charts.years import years
from cspsite.periods import Month, Period
from tests.chart_data import JULY, PER_POPULATION, basis_of, drawn, target
from tests.drawings import SVG, having, labels_keep_clear, line_chart, parsed, texts

HOSTILE = '<b onload="x">Burglary</b> & "more"'


def test_coordinates_by_hand() -> None:
    """Four months of 0, 50, missing and 100 stand where a calculation by hand puts them.

    The scale goes to 100. Left edge 12 + 3 letters x 11.5 = 46.5; `Jul 2006` beside the last number has 8 letters, so
    the right edge is 600 - 16 - 8 x 11.5 = 492, and a step is 445.5 / 4 = 111.375 wide; middles at 46.5 + 55.6875 =
    102.1875, 213.5625, (324.9375) and 436.3125.
    Heights: the floor 282 for 0, the top 40 for 100, and halfway, 161, for 50.
    """
    (line,) = having(parsed(line_chart(0, 50, None, 100)), "csp-line")
    assert line.get("d") == "M102.2,282.0L213.6,161.0M436.3,40.0"


def test_a_gap_splits_the_line() -> None:
    """A missing month is no line from its neighbours to each other: there are two beginnings."""
    (line,) = having(parsed(line_chart(5, 6, None, 7, 8)), "csp-line")
    assert re.findall("[ML]", line.get("d", "")) == ["M", "L", "M", "L"]


def test_a_month_between_gaps_is_a_point() -> None:
    """A number with none on either side would be no line at all: it is a point."""
    points = having(parsed(line_chart(5, None, 6, None, 7, 8)), "csp-point")
    circles = "".join(point.get("d", "") for point in points)
    assert circles.count("M") == 2


def test_it_has_a_name_and_a_description() -> None:
    """A screen reader gets an image with the title and the finding; the ids come from the chart's id."""
    root = parsed(line_chart(1, 2))
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "trend-x-title trend-x-desc")
    assert (title.get("id"), title.text) == ("trend-x-title", "Burglary: A month")
    assert (desc.get("id"), desc.text) == ("trend-x-desc", "It rose.")


def test_it_is_as_wide_as_its_container() -> None:
    """The drawing has a viewBox and no size of its own."""
    root = parsed(line_chart(1, 2))
    assert root.get("viewBox", "").startswith("0 0 600 ")
    assert (root.get("width"), root.get("height")) == (None, None)


def test_colours_are_the_style_sheets() -> None:
    """No element has a colour, a style or a font of its own."""
    basis = basis_of("2004-04", [100] * 28, "e" * 28)
    for chart in (trend(basis, "burglary", JULY), years(basis, "burglary", JULY)):
        for element in parsed(drawn(chart)).iter():
            assert not {"style", "fill", "stroke", "color", "font-size"} & set(element.attrib)


def test_no_blank_lines() -> None:
    """A blank line would end the drawing where it stands in Markdown."""
    assert "\n\n" not in svg(line_chart(1, 2))


def test_the_axis_starts_at_zero() -> None:
    """Counts of 90 to 100 stand on a scale from zero."""
    assert texts(parsed(line_chart(90, 100)))[1:6] == ["0", "25", "50", "75", "100"]


@pytest.mark.parametrize(
    "highest, whole, labels",
    [
        (348, True, ["0", "100", "200", "300", "400"]),
        (3, True, ["0", "1", "2", "3"]),
        (0, True, ["0", "1"]),
        (0.9, False, ["0", "0.25", "0.50", "0.75", "1.00"]),
        (12.9, False, ["0", "5", "10", "15"]),
        (2_400_000, True, ["0", "1m", "2m", "3m"]),
    ],
)
def test_ticks_are_round(highest: float, whole: bool, labels: list[str]) -> None:
    """Steps are 1, 2, 2.5 or 5 times a power of ten, and whole things are counted in whole steps."""
    assert list(scale(highest, whole).labels) == labels


def test_the_last_point_is_labelled() -> None:
    """The last number stands beside its point; there is no legend to look up."""
    root = parsed(line_chart(1, 2, 91))
    assert [element.text for element in having(root, "csp-value")] == ["91"]
    assert len(having(root, "csp-point-last")) == 1


def test_marked_months_are_hollow_and_explained() -> None:
    """Provisional months have hollow points, and a line below says what that means."""
    root = parsed(replace(line_chart(1, 2, 3, 4, marks="--pp"), notes=(Note("[p] provisional", "hollow"),)))
    hollow = [element for element in having(root, "csp-point-marked") if element.get("d")]
    assert hollow[0].get("d", "").count("M") == 1
    assert "csp-point-marked" in having(root, "csp-point-last")[0].get("class", "")
    assert texts(root)[-1] == "[p] provisional"


def test_bands_and_levels_are_labelled() -> None:
    """Every band and every level has its label in the drawing."""
    chart = replace(
        line_chart(1, 2, 3, 4),
        bands=(Band(Period.parse("2006-04..2006-05"), "three"), Band(Period.parse("2006-07"), "four", True)),
        references=(Reference(2.5, "Target: 2.5", True), Reference(3.5, "Baseline: 3.5")),
    )
    root = parsed(chart)
    assert len(having(root, "csp-band")) == len(having(root, "csp-ref")) == 2
    assert {"three", "four"} <= set(texts(root))
    for level in chart.references:
        assert level.label in " ".join(texts(root))


@pytest.mark.parametrize(
    "period, label, side",
    [
        # six of forty months are narrower than the label: at either end it keeps to the edge of its band
        ("2006-04..2006-09", "Apr–Sep 2006: 543 [e]", "start"),
        ("2007-12..2008-05", "Dec–May 2007/08: 543 [e]", "middle"),
        ("2009-02..2009-07", "Feb–Jul 2009: 1,234,567 [e] [r]", "end"),
        ("2006-04..2006-09", "543", "middle"),
    ],
    ids=["first", "middle", "last", "short"],
)
def test_a_label_keeps_to_its_band(period: str, label: str, side: str) -> None:
    """Text of any size stands over its band: about its middle, or from one of its edges where the drawing ends."""
    chart = replace(line_chart(*range(1, 41)), bands=(Band(Period.parse(period), label),))
    drawing = draw(chart)
    (placed,) = [row for one in drawing.labels for row in one.rows if row.text == label]
    (band,) = drawing.bands
    at = {"start": band.x, "middle": band.x + band.width / 2, "end": band.x + band.width}[side]
    assert placed.anchor == side
    assert placed.x == pytest.approx(at, abs=band.width / 2 if side == "middle" else 0.1)


def test_a_band_covers_its_months() -> None:
    """April and May of four months from April on are the left half of the plot: 12 + 11.5 = 23.5 to half way.

    The right edge is 600 - 16 - 8 x 11.5 = 492, so half the plot is (492 - 23.5) / 2 = 234.25 wide.
    """
    chart = replace(line_chart(1, 2, 3, 4), bands=(Band(Period.parse("2006-04..2006-05"), "3"),))
    (band,) = having(parsed(chart), "csp-band")
    assert (band.get("x"), band.get("width")) == ("23.5", "234.2")


def test_a_missing_year_is_said_and_no_column() -> None:
    """A year without a count has [x] where its column would be, and no column of height zero."""
    root = parsed(drawn(years(basis_of("2003-04", [160, None, 75], frequency="year"), "burglary", JULY)))
    (columns,) = having(root, "csp-column")
    assert columns.get("d", "").count("M") == 2
    assert [element.text for element in having(root, "csp-value")] == ["160", "[x]", "75"]


@pytest.mark.parametrize("years_long", [1, 3, 10, 20])
def test_labels_keep_clear_of_each_other(years_long: int) -> None:
    """At the size of text used on a phone, no two labels of a chart overlap, and none leaves the drawing."""
    months = 12 * years_long
    counts = [1000 + i * 13 % 70 for i in range(months)]
    basis = basis_of(str(Month.parse("2006-07") + (1 - months)), counts)
    charts = [trend(basis, "burglary", JULY), rolling(basis, target(measure=PER_POPULATION), JULY)]
    for chart in charts:
        labels_keep_clear(drawn(chart))


def test_nothing_from_the_data_is_markup() -> None:
    """A name with markup in it is shown as it was written."""
    chart = replace(line_chart(1, 2), title=HOSTILE, finding=HOSTILE, axis=Axis(HOSTILE))
    root = parsed(chart)
    desc = root.find(f"{SVG}desc")
    assert desc is not None
    assert desc.text == HOSTILE
    assert not list(root.iter("b"))


def test_the_drawing_and_plotly_have_the_tables_numbers() -> None:
    """Values, hover text and labels of both drawings are those of the table."""
    chart = drawn(trend(basis_of("2004-04", [*range(100, 128)], "p"), "burglary", JULY))
    shown = [cell for row in chart.table.rows for cell in row[1:-1] if cell != "–"]
    (trace,) = figure(chart)["data"]
    assert [f"{value:.0f}" for value in trace["y"]] == [text.split(" ")[0] for text in shown]
    assert [hover.split("<br>")[1].removeprefix("Offences: ") for hover in trace["customdata"]] == shown
    assert [element.text for element in having(parsed(chart), "csp-value")] == [shown[-1]]


COUNTS = st.lists(st.none() | st.sampled_from([0, 1, 49, 50]) | st.integers(0, 10**17), max_size=60)


@settings(max_examples=150, deadline=None)
@given(
    COUNTS,
    st.text("-eprb", max_size=60),
    st.sampled_from(["month", "quarter", "year"]),
    st.integers(-30, 90),
)
def test_any_counts_can_be_drawn(counts: list[int | None], marks: str, frequency: str, later: int) -> None:
    """Whatever was counted, missing, zero or huge, and whenever the report is: a chart or a reason, never an error."""
    pairs = zip(marks, counts, strict=False)
    marks = "".join("-" if count is None and mark != "b" else mark for mark, count in pairs)
    basis = basis_of("2003-04", counts, marks, frequency=frequency)
    context = replace(JULY, data_to=Month.parse("2003-04") + later)
    kinds = ("reduce_by_percent", "hold", "directional")
    charts = [trend(basis, "burglary", context), years(basis, "burglary", context)]
    course = [(context.data_to + i, Fraction(i)) for i in range(-20, 50)]
    charts += [rolling(basis, target(kind, PER_POPULATION), context, course=course) for kind in kinds]
    charts.append(control(basis, "burglary", context, level=Level(Fraction(7, 2))))
    for chart in charts:
        if isinstance(chart, Chart):
            parsed(chart)
            assert figure(chart)["data"]
            assert "inf" not in chart.finding
            assert "None" not in chart.finding


def test_what_a_marker_means_stands_in_the_plot() -> None:
    """Columns of like height that are all estimated say so above one of them, and need no key."""
    counts = [[80 + i % 3] * 12 for i in range(3)]
    chart = drawn(years(basis_of("2003-04", [count for year in counts for count in year], "e" * 36), "burglary", JULY))
    drawing = draw(chart)
    assert drawing.keys == ()
    assert [row.text for label in drawing.labels for row in label.rows].count("[e] estimated") == 1
    labels_keep_clear(chart)


def test_a_revised_count_shares_the_label_of_its_point() -> None:
    """Where there is no room for a label of its own, a mark is a row of another's that is about the same point.

    58 or so, then a leap to 73, revised, between limits near the line, and labels that take all room beside it.
    """
    counts = [
        58,
        60,
        57,
        61,
        63,
        59,
        62,
        60,
        56,
        57,
        55,
        59,
        57,
        58,
        57,
        59,
        60,
        58,
        60,
        59,
        55,
        56,
        54,
        57,
        55,
        56,
        54,
    ]
    basis = basis_of("2003-10", [*counts, 73, 66, 64, 60, 58, 55, 56], "-" * 27 + "r")
    chart = drawn(control(basis, "burglary", JULY, level=Level(Fraction(53), date(2008, 3, 31))))
    drawing = draw(chart)
    assert drawing.keys == ()
    (rows,) = [
        [row.text for row in label.rows] for label in drawing.labels if "[r] revised" in [r.text for r in label.rows]
    ]
    assert rows == ["special cause, concerning", "[r] revised"]


def test_a_number_with_a_marker_says_what_it_means() -> None:
    """A last number that is revised, as those before it, has the meaning below it where the plot has no other room."""
    course = [(Month.parse("2004-03") + i, 120 - Fraction(i, 4)) for i in range(49)]
    basis = basis_of("2003-04", [10] * 34 + [10] * 6, "-" * 34 + "r" * 6)
    drawing = draw(drawn(rolling(basis, target(), JULY, course=course)))
    assert drawing.keys == ()
