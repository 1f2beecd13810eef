"""Lines where a rate's denominator begins anew, and none where one yearly estimate follows another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cspsite.charts.chart import Chart
from cspsite.charts.columns import Basis
from cspsite.charts.drawing import draw
from cspsite.charts.plotly import figure
from cspsite.charts.rolling import rolling
from cspsite.exports.chart import as_csv
from cspsite.figures import Figures
from cspsite.model import DenominatorValue
from cspsite.quote import Quoter
from tests.chart_data import JULY, PER_POPULATION, data_of, drawn, target
from tests.drawings import parsed, texts

NEW = "new estimate of population"


def rate_chart(*estimates: tuple[str, str], marks: str = "") -> Chart:
    """Return rolling rates from March 2004 to July 2006; an estimate is a day and its source, and 1,000 people."""
    values = tuple(DenominatorValue(date.fromisoformat(day), 1000, None, source) for day, source in estimates)
    data = replace(data_of("2003-04", [100] * 40, marks), denominator_values={"population": values})
    return drawn(rolling(Basis(Quoter(Figures(data))), target(measure=PER_POPULATION), JULY))


def steps(chart: Chart) -> list[tuple[str, str]]:
    """Return the last month of the first row after each break, with what the break is called."""
    return [(str(chart.periods[one.step].end), one.label) for one in chart.breaks]


@pytest.mark.parametrize(
    "estimates, wanted",
    [
        # one estimate a year divides each year's rates: nothing out of the ordinary
        ([("2003-06-30", "ONS"), ("2004-06-30", "ONS"), ("2005-06-30", "ONS"), ("2006-06-30", "ONS")], []),
        # no estimate for 2004: two years' growth falls on April 2005
        ([("2003-06-30", "ONS"), ("2005-06-30", "ONS"), ("2006-06-30", "ONS")], ["2005-04"]),
        # from mid-2005 on another body estimates, or the same one after a census
        ([("2003-06-30", "ONS"), ("2004-06-30", "ONS"), ("2005-06-30", "The council")], ["2005-04"]),
        ([("2004-06-30", "ONS"), ("2005-06-30", "ONS, rebased to the census")], ["2005-04"]),
        # the years and days within a source are no other source
        (
            [
                ("2003-06-30", "ONS mid-2003 estimates, published 9 September 2004"),
                ("2004-06-30", "ONS mid-2004 estimates; published 25 August 2005"),
            ],
            [],
        ),
        # there is nothing to compare the first one with, also where rates begin later than counts
        ([("2005-06-30", "ONS")], []),
        # it is no break of what is not shown
        ([("2001-06-30", "ONS"), ("2003-06-30", "ONS"), ("2007-06-30", "The council")], []),
    ],
    ids=["every year", "a year passed over", "another source", "rebased", "another day", "one alone", "outside"],
)
def test_break_of_the_denominator(estimates: list[tuple[str, str]], wanted: list[str]) -> None:
    """A rate has a break where its estimate is of another source or passes over a year, in the month it begins with."""
    assert steps(rate_chart(*estimates)) == [(month, NEW) for month in wanted]


def test_break_is_drawn_and_told() -> None:
    """The picture, the live chart and the CSV name it; the line runs on across it, as the counts are alike.

    The twelve months to April 2005 are the fourteenth row.
    """
    chart = rate_chart(("2003-06-30", "ONS"), ("2005-06-30", "ONS"))
    assert NEW in texts(parsed(chart))
    assert draw(chart).breaks == (draw(chart).frame.edge(13),)
    assert draw(chart).keys == ()
    assert draw(chart).traces[0].path.count("M") == 1
    made = figure(chart)
    assert NEW in [note["text"] for note in made["layout"]["annotations"]]
    assert made["data"][0]["customdata"][13].endswith(f"<br>{NEW}")
    assert [row.rsplit(",", 1)[1] for row in as_csv(chart).split("\r\n") if NEW in row] == [NEW]
    assert [note.text for note in chart.notes if not note.mark] == [
        "Divided by 1,000 population (30 June 2003), then 1,000 population (30 June 2005) from April 2005"
    ]


def test_break_of_the_denominator_beside_one_of_the_series() -> None:
    """Both have their own names, in the order of time; the line stops at that of the series alone."""
    chart = rate_chart(("2003-06-30", "ONS"), ("2005-06-30", "ONS"), marks="-" * 30 + "b")  # October 2005
    assert steps(chart) == [("2005-04", NEW), ("2005-10", "[b] series break")]
    assert {NEW, "[b] series break"} <= set(texts(parsed(chart)))
    assert draw(chart).keys == ()
    assert draw(chart).traces[0].path.count("M") == 2


def test_many_new_estimates_are_named_once_at_least() -> None:
    """Where lines stand too close for all their names, the first has its name and none is left to a key below."""
    years = [(f"200{year}-06-30", body) for year, body in ((3, "ONS"), (4, "Council"), (5, "ONS"), (6, "Council"))]
    chart = rate_chart(*years)
    assert [month for month, _ in steps(chart)] == ["2004-04", "2005-04", "2006-04"]
    assert texts(parsed(chart)).count(NEW) >= 1
    assert draw(chart).keys == ()
