"""The chart that moves: valid for plotly.js, the same bands and levels, and no way out of the site."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from cspsite.charts.chart import Axis, Chart
from cspsite.charts.colours import COLOURS
from cspsite.charts.columns import Basis
from cspsite.charts.control import control
from cspsite.charts.plotly import CONFIG, figure, figure_json
from cspsite.charts.rolling import rolling
from cspsite.charts.trend import trend
from cspsite.charts.years import years
from cspsite.periods import Month
from cspsite.quote import Context, Quoter
from tests.chart_data import JULY, basis_of, drawn, target


def every_chart(quoter: Quoter) -> list[Chart]:
    """Return all charts of the repository's data."""
    basis = Basis(quoter)
    found = []
    for group in quoter.data.groups.values():
        for aim in group.targets:
            context = Context(Month.parse("2006-07"), group, aim)
            made = (
                trend(basis, aim.indicator, context),
                control(basis, aim.indicator, context),
                rolling(basis, aim, context),
                years(basis, aim.indicator, context),
            )
            found += [chart for chart in made if isinstance(chart, Chart)]
    return found


def test_every_kind_is_valid(seed_quoter: Quoter) -> None:
    """Plotly's own validation takes every chart of the repository's data."""
    charts = every_chart(seed_quoter)
    assert {chart.id.split("-")[0] for chart in charts} == {"trend", "control", "rolling", "years"}
    for chart in charts:
        go.Figure(figure(chart))


def test_the_json_is_what_the_script_hands_on(seed_quoter: Quoter) -> None:
    """The JSON holds data, layout and the configuration, and missing numbers are null."""
    chart = drawn(years(basis_of("2003-04", [160, None, 75], frequency="year"), "burglary", JULY))
    made = json.loads(figure_json(chart))
    assert set(made) == {"data", "layout", "config"}
    assert made["data"][0]["y"] == [160, None, 75]
    assert made["config"] == dict(CONFIG)


@pytest.mark.parametrize(
    "setting, value",
    [("displaylogo", False), ("showSendToCloud", False), ("plotlyServerURL", ""), ("showEditInChartStudio", False)],
)
def test_no_button_sends_the_chart_away(setting: str, value: Any) -> None:
    """The button that uploads a chart to a hosted service, on by default, is off, and has no address."""
    assert CONFIG[setting] == value


def test_no_address_in_the_figure(seed_quoter: Quoter) -> None:
    """No chart names another host."""
    for chart in every_chart(seed_quoter):
        assert "http" not in figure_json(chart)


def test_gaps_stay_gaps() -> None:
    """A missing month is null, and the line is not drawn across it."""
    chart = drawn(trend(basis_of("2006-04", [5, None, 6, 7]), "burglary", JULY))
    (trace,) = figure(chart)["data"]
    assert (trace["y"], trace["connectgaps"]) == ([5, None, 6, 7], False)


def test_hover_says_period_number_and_marker() -> None:
    """The pointer shows the period in words, the number with its marker, and what the marker means."""
    chart = drawn(trend(basis_of("2006-04", [5, 6, 7, 8], "---p"), "burglary", JULY))
    (trace,) = figure(chart)["data"]
    assert trace["hovertemplate"] == "%{customdata}<extra></extra>"
    assert trace["customdata"][3] == "July 2006<br>Offences: 8 [p]<br>[p] provisional"
    assert trace["marker"]["color"] == ["#12436D", "#12436D", "#12436D", "#FFFFFF"]


def test_names_are_not_markup() -> None:
    """A name from the data with markup in it is shown, not obeyed."""
    chart = drawn(trend(basis_of("2006-04", [5, 6, 7, 8], name="<a href='x'>Y</a>"), "burglary", JULY))
    made = json.dumps(figure(replace(chart, axis=Axis("<b>Offences"))))
    assert "<a href" not in made
    assert "<b>Offences" not in made
    assert "&lt;b&gt;Offences" in made


def test_bands_reach_half_a_month_beyond_their_points() -> None:
    """April to July 2006, the last four of 28 months, is highlighted from half a step before to half a step after."""
    chart = drawn(trend(basis_of("2004-04", [5] * 28), "burglary", JULY))
    band = figure(chart)["layout"]["shapes"][-1]
    assert (band["type"], band["x0"], band["x1"]) == ("rect", 23.5, 27.5)


def test_levels_stand_at_their_values() -> None:
    """The target of 10% less than 12 x 10 = 120 is a line at 108 of an axis to a little over 150, with its words."""
    chart = drawn(rolling(basis_of("2004-04", [10] * 28), target(), JULY))
    layout = figure(chart)["layout"]
    assert layout["yaxis"]["tickvals"][-1] == 150
    lowest, highest = layout["yaxis"]["range"]
    assert (lowest, round(highest)) == (0, 152)
    assert [shape["y0"] * highest for shape in layout["shapes"]][:2] == pytest.approx([120, 108], abs=0.01)
    assert "<b>Target 108</b><br>by Mar 2008" in [note["text"] for note in layout["annotations"]]


def test_every_colour_has_its_variable(seed_quoter: Quoter) -> None:
    """Each colour in a figure can be replaced by the style sheet's."""
    for chart in every_chart(seed_quoter):
        text = figure_json(chart)
        used = {text[i : i + 7] for i in range(len(text)) if text[i] == "#"}
        assert used <= set(COLOURS)
