"""The control chart as it is described: mean and limits, special causes, what limits rest on, and its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import plotly.graph_objects as go
import pytest

from cspsite.charts.chart import Break, Chart, NoChart
from cspsite.charts.columns import Basis
from cspsite.charts.control import control
from cspsite.charts.control_words import Level
from cspsite.charts.drawing import draw
from cspsite.charts.plotly import figure
from cspsite.model import NewLimits
from cspsite.periods import Month
from cspsite.quote import Context, Quoter
from tests.chart_data import JULY, basis_of, drawn
from tests.drawings import having, parsed, texts

#: April 2004 to July 2006. Mean 11; every moving range is 2; limits 11 - 2.66 x 2 = 5.68 and 11 + 5.32 = 16.32.
STEADY = [10, 12] * 14
#: The same with 30 in July 2006: the mean is (11 x 28 + 18) / 28 = 11.643. The moving range of 20 is dropped, as the
#: mean of all 27 is (26 x 2 + 20) / 27 = 2.667 and 3.267 x 2.667 = 8.7; so the limits are 11.643 -+ 5.32 = 6.32, 16.96.
LEAP = [*STEADY[:-1], 30]

_FLAGS = ("concern", "improvement", "special")


def control_of(counts: Sequence[int | None], marks: str = "", start: str = "2004-04", **more: Any) -> Chart:
    """Return the control chart of counts at July 2006."""
    return drawn(control(basis_of(start, counts, marks, **more), "burglary", JULY))


def test_mean_and_limits_by_hand() -> None:
    """The guides are the mean and both limits, with their names, at every month."""
    chart = control_of(STEADY)
    assert [(guide.name, guide.style, guide.label) for guide in chart.guides] == [
        ("Mean", "centre", "Mean 11.0"),
        ("Upper limit", "limit", "Limit 16.3"),
        ("Lower limit", "limit", "Limit 5.7"),
    ]
    for guide, wanted in zip(chart.guides, (11, 16.32, 5.68), strict=True):
        assert guide.values == pytest.approx((wanted,) * 28)
    assert chart.flags == ()
    assert chart.id == "control-burglary"


def test_sentence_of_common_cause() -> None:
    """The latest count within its limits is of common cause, in numbers and words."""
    assert control_of(STEADY).finding == (
        "12 in July 2006 lies within the limits of 5.7 to 16.3: common cause, no significant change."
    )


@pytest.mark.parametrize(
    "polarity, kind, word",
    [
        ("lower_is_better", "concern", "concerning"),
        ("higher_is_better", "improvement", "improving"),
        ("neutral", "special", "neither better nor worse"),
    ],
)
def test_special_cause_is_flagged_by_what_is_better(polarity: str, kind: str, word: str) -> None:
    """A count above the upper limit is flagged, told in the table, and worse or better as the indicator has it."""
    chart = control_of(LEAP, polarity=polarity)
    said = f"{word}: higher — above the upper limit"
    assert [(flag.step, flag.kind, flag.words) for flag in chart.flags] == [(27, kind, f"Special cause, {said}")]
    assert chart.finding == f"30 in July 2006 lies above the upper limit of 17.0. Special cause, {said}."
    assert [note.mark for note in chart.notes if note.text.startswith("special cause")] == [kind]
    assert chart.table.rows[-2:] == (
        ("June 2006", "10", "11.6", "6.3 to 17.0", "no"),
        ("July 2006", "30", "11.6", "6.3 to 17.0", said),
    )


def test_low_counts_mirror_high_ones() -> None:
    """Counts turned upside down are flagged the other way: below the lower limit, 40 less what was above."""
    chart = control_of([40 - count for count in LEAP])
    assert [(flag.step, flag.kind) for flag in chart.flags] == [(27, "improvement")]
    assert chart.finding == (
        "10 in July 2006 lies below the lower limit of 23.0. Special cause, improving: lower — below the lower limit."
    )


def test_table_has_a_row_a_month() -> None:
    """The table has five columns: month, count, mean, limits, and special cause in words."""
    chart = control_of(STEADY)
    assert chart.table.headers == ("Month", "Offences", "Mean", "Limits", "Special cause")
    assert chart.table.rows[0] == ("April 2004", "10", "11.0", "5.7 to 16.3", "no")
    assert len(chart.table.rows) == 28


def test_lower_limit_below_zero_is_not_drawn() -> None:
    """Counts of 0 and 4 have the limits 2 -+ 2.66 x 4: no count can be as low as -8.64, and a note says so."""
    chart = control_of([0, 4] * 14)
    assert [guide.label for guide in chart.guides] == ["Mean 2.0", "Limit 12.6"]
    assert chart.table.rows[-1] == ("July 2006", "4", "2.0", "up to 12.6", "no")
    assert chart.finding.startswith("4 in July 2006 lies below the upper limit of 12.6: common cause")
    assert "A lower limit below 0, where no count can be, is not drawn" in [note.text for note in chart.notes]


def test_few_counts_have_trial_limits() -> None:
    """Limits of fewer than twelve counts are called trial limits, in the sentence and in a note."""
    chart = control_of([10, 12] * 4, start="2005-12")
    assert "lies within the trial limits of 5.7 to 16.3" in chart.finding
    assert "Mean and limits are of 8 counts, December 2005 to July 2006; trial limits, until there are 12" in [
        note.text for note in chart.notes
    ]


def test_new_limits_are_drawn_and_explained() -> None:
    """From the month that the analyst names there are other limits, with an upright line, and a note why.

    Counts of 20 and 22 from April 2005 on: mean 21, limits 21 -+ 5.32, of 16 counts.
    """
    reason = NewLimits(since=Month.parse("2005-04"), reason="new recording system")
    chart = control_of([10, 12] * 6 + [20, 22] * 8, new_limits=(reason,))
    assert chart.breaks == (Break(12, "new limits", parts=False),)
    assert chart.guides[0].values[11:13] == (11, 21)
    assert chart.guides[1].label == "Limit 26.3"
    assert chart.flags == ()
    assert [note.text for note in chart.notes][:2] == [
        "Mean and limits are of 12 counts, 2004/05",
        "New limits from April 2005 (new recording system): of 16 counts, April 2005 to July 2006",
    ]
    assert "new limits" in texts(parsed(chart))


def test_a_series_break_has_new_limits() -> None:
    """A series break parts line and limits, once, and is the reason for new limits."""
    chart = control_of([10, 12] * 6 + [20, 22] * 8, "-" * 12 + "b")
    assert chart.breaks == (Break(12, "[b] series break"),)
    notes = [note.text for note in chart.notes]
    assert "New limits from April 2005 (series break): of 16 counts, April 2005 to July 2006" in notes
    assert "[b] series break" in notes


def test_a_season_is_no_special_cause() -> None:
    """A count is compared with the same month of other years, and a note says so.

    Every month has 0, 3 and 1 more than ten times its number, in some order, in three complete years; the mean of the
    Aprils is (10 + 13 + 11) / 3 = 11.3.
    """
    counts = [10 * (i % 12 + 1) + (0, 3, 1)[(i % 12 + i // 12) % 3] for i in range(40)]
    chart = control_of(counts, start="2003-04")
    assert chart.flags == ()
    assert chart.table.headers[2] == "Usual count"
    assert chart.table.rows[0][2] == "11.3"
    assert "Each month is compared with the same month of other years, because the series has a season" in [
        note.text for note in chart.notes
    ]


def test_screening_is_said() -> None:
    """A note says how many changes the limits leave out, and there is none where they leave out nothing.

    Of 10 and 12 in turn to 30 there is one change of 20 at the end, and two of 18 and 20 where it comes back to 10.
    """
    size = "from one month to the next, more than three times as large as these changes are on average"
    for counts, wanted in (
        (STEADY, []),
        (LEAP, [f"Limits leave out one leap {size}"]),
        ([*STEADY[:-3], 30, 10, 12], [f"Limits leave out 2 leaps {size}"]),
    ):
        assert [note.text for note in control_of(counts).notes if "leave out" in note.text] == wanted


@pytest.mark.parametrize(
    "value, polarity, words",
    [
        (
            20,
            "lower_is_better",
            "Consistently met: as things are, every month can be expected to meet the target of 20",
        ),
        (5, "lower_is_better", "Consistently missed: as things are, no month can be expected to meet the target of 5"),
        (Fraction(21, 2), "lower_is_better", "Hit and miss: whether a month meets the target of 10.5 a month is"),
        (20, "higher_is_better", "Consistently missed: "),
    ],
)
def test_target_is_drawn_and_assured(value: int | Fraction, polarity: str, words: str) -> None:
    """A target's level is a line with its day, and the sentence says whether chance lets it be met."""
    basis = basis_of("2004-04", STEADY, polarity=polarity)
    chart = drawn(control(basis, "burglary", JULY, level=Level(Fraction(value), date(2008, 3, 31))))
    (level,) = chart.references
    shown = "10.5" if value == Fraction(21, 2) else str(value)
    assert (level.value, level.label) == (value, f"Target: {shown} a month by 31 March 2008")
    assert f"no significant change. {words}" in chart.finding


def test_neutral_indicators_have_no_assurance() -> None:
    """Where neither direction is better the level is drawn, and nothing is said of meeting it."""
    basis = basis_of("2004-04", STEADY, polarity="neutral")
    chart = drawn(control(basis, "burglary", JULY, level=Level(Fraction(20))))
    assert chart.references[0].label == "Target: 20 a month"
    assert chart.finding.endswith("no significant change.")


def test_a_long_series_shows_its_last_rows() -> None:
    """Twenty years of months show the last five; the limits are those of all 240 counts."""
    counts = [10, 11, 12, 11, 10] * 48
    basis = basis_of("1986-08", counts)
    short, whole = (drawn(control(basis, "burglary", JULY, last_rows=rows)) for rows in (60, 240))
    assert (len(short.periods), len(whole.periods)) == (60, 240)
    assert short.guides[0].values == whole.guides[0].values[-60:]
    assert short.finding == whole.finding
    assert "Mean and limits are of 240 counts, August 1986 to July 2006" in [note.text for note in short.notes]


def test_late_counts_are_told_of_their_own_month() -> None:
    """When the last months are missing the sentence is about the latest count there is, and gaps have no limits."""
    chart = control_of([*STEADY[:20], *[None] * 8])
    assert chart.finding.startswith("12 in November 2005 lies within the limits")
    late = control_of(STEADY[:20])
    assert late.table.rows[-1] == ("July 2006", "[x]", "–", "–", "–")


def test_equal_counts_have_equal_limits() -> None:
    """Counts that never change have limits on their mean, and nothing is special."""
    chart = control_of([5] * 28)
    assert [guide.label for guide in chart.guides] == ["Mean 5.0", "Limit 5.0", "Limit 5.0"]
    assert chart.flags == ()
    assert len(having(parsed(chart), "csp-guide")) == 3


@pytest.mark.parametrize(
    "counts, more, words",
    [
        ([], {}, "there are no counts"),
        ([None] * 28, {}, "there are no counts"),
        ([5], {}, "there are too few counts one after another for limits"),
        ([5, None] * 14, {}, "there are too few counts one after another for limits"),
        ([50, 60], {"frequency": "year"}, "limits need counts by month or by quarter"),
        ([0] * 28, {}, "more than half of the counts are 0: too rare for a control chart"),
        ([0, 0, 1] * 9 + [2], {}, "more than half of the counts are 0: too rare for a control chart"),
        ([0, None] * 14, {}, "more than half of the counts are 0: too rare for a control chart"),
    ],
    ids=["none", "missing", "one", "no neighbours", "years", "noughts", "rare", "noughts without neighbours"],
)
def test_no_chart_says_why(counts: list[int | None], more: dict[str, Any], words: str) -> None:
    """Without limits there is no chart but the reason for that."""
    made = control(basis_of("2004-04", counts, **more), "burglary", JULY)
    assert isinstance(made, NoChart)
    assert made.reason == words


def test_a_new_stretch_too_short_for_limits_says_so() -> None:
    """Right after a series break there are counts without limits: the sentence and the table say so."""
    chart = control_of(STEADY, "-" * 27 + "b")
    few = "there are too few counts one after another for limits"
    assert chart.finding == f"12 [b] in July 2006 cannot be told from chance yet: {few}."
    assert chart.table.rows[-1] == ("July 2006", "12 [b]", "–", "–", "–")
    assert f"New limits from July 2006 (series break): none yet, {few}" in [note.text for note in chart.notes]
    parsed(chart)


def test_a_stretch_of_rare_counts_says_so() -> None:
    """Since a series break thirty noughts: they have no limits, so they are no improvement, and words say why."""
    chart = control_of([10, 12] * 6 + [0] * 30, "-" * 12 + "b", start="2003-02")
    rare = "more than half of the counts are 0: too rare for a control chart"
    assert chart.finding == f"0 in July 2006 cannot be told from chance: {rare}."
    assert chart.flags == ()
    assert chart.table.rows[-1] == ("July 2006", "0", "–", "–", "–")
    assert f"New limits from February 2004 (series break): none, {rare}" in [note.text for note in chart.notes]


def test_shown_rows_without_any_limits_are_drawn() -> None:
    """When only the months before those shown have limits there are no guides, and the table has dashes."""
    basis = basis_of("2004-04", STEADY, "-" * 27 + "b")
    chart = drawn(control(basis, "burglary", JULY, last_rows=1))
    assert chart.guides == ()
    assert chart.table.rows == (("July 2006", "12 [b]", "–", "–", "–"),)


def test_both_drawings_have_the_numbers_of_the_table(seed_quoter: Quoter) -> None:
    """For every indicator of the repository: counts, means and limits are those of the table, in SVG and Plotly."""
    basis = Basis(seed_quoter)
    made = [control(basis, id, Context(Month.parse("2006-07"))) for id in seed_quoter.data.indicators]
    charts = [chart for chart in made if isinstance(chart, Chart)]
    assert len(charts) >= 6
    for chart in charts:
        numbers = figure(chart)
        go.Figure(numbers)
        subject, *rows = numbers["data"]
        shown = [row[1].split(" ")[0].replace(",", "") for row in chart.table.rows]
        assert [f"{value:.0f}" for value in subject["y"]] == shown
        assert [f"{value:,.1f}" for value in rows[0]["y"]] == [row[2] for row in chart.table.rows]
        limits = [f"{low:,.1f} to {high:,.1f}" for high, low in zip(rows[1]["y"], rows[2]["y"], strict=True)]
        assert limits == [row[3] for row in chart.table.rows]
        root = parsed(chart)
        assert [element.text for element in having(root, "csp-value")] == [chart.lines[0].labels[-1]]
        assert all(guide.label in " ".join(texts(root)) for guide in chart.guides)
        corners = sum(element.get("d", "").count("z") for element in having(root, "csp-flag"))
        assert corners == len(chart.flags) + sum(key.mark in _FLAGS for key in draw(chart).keys)


def test_a_flat_series_lies_on_its_mean() -> None:
    """Limits that are one with the mean are no limits to lie within."""
    chart = control_of([5] * 28)
    assert chart.finding.startswith("5 in July 2006 lies on the mean of 5.0, from which no count differs: common cause")
