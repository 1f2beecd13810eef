"""Charts as pages hold them: the description, its still picture, and what a script needs to bring it to life."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from markupsafe import Markup

from cspsite.charts import plotly, svg
from cspsite.charts.chart import Chart, NoChart
from cspsite.charts.colours import COLOURS
from cspsite.charts.control import control
from cspsite.charts.control_words import Level
from cspsite.charts.course import Course
from cspsite.charts.rolling import rolling
from cspsite.charts.trend import trend
from cspsite.charts.years import years
from cspsite.model import Target
from cspsite.pages.site import Site
from cspsite.periods import Month
from cspsite.quote import Context


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart with its SVG and its Plotly figure as JSON; or, without a chart, the reason in words."""

    chart: Chart | None
    svg: Markup = field(default_factory=Markup)
    figure: str = ""
    reason: str = ""


def trend_view(
    site: Site, indicator: str, context: Context, name: str = "", last_years: int | None = None
) -> ChartView:
    """Counts over time with the report's months highlighted; `name` tells it from others on its page."""
    chart = trend(site.basis, indicator, context, last_years=last_years)
    return _view(site, chart, [indicator], name and f"trend-{name}")


def control_view(site: Site, indicator: str, context: Context, level: Level | None = None, name: str = "") -> ChartView:
    """Counts with their mean and limits, and a target's level a period; `name` tells it from others on its page."""
    chart = control(site.basis, indicator, context, level=level)
    return _view(site, chart, [indicator], name and f"control-{name}")


def rolling_view(site: Site, target: Target, context: Context, name: str, course: Course | None = None) -> ChartView:
    """Rolling twelve months in a target's measure; counts by year where the indicator is yearly.

    `course` is where the target should be, in the unit of the axis. `name` tells the chart from others on its page.
    """
    indicator = site.indicator_of(target)
    if indicator and indicator.frequency == "year":
        chart = years(site.basis, target.indicator, context)
    else:
        chart = rolling(site.basis, target, context, course=course)
    return _view(site, chart, [target.indicator], f"rolling-{name}")


def years_view(site: Site, indicator: str, context: Context, name: str = "") -> ChartView:
    """Counts of whole financial years; `name` tells it from others on its page."""
    return _view(site, years(site.basis, indicator, context), [indicator], name and f"years-{name}")


def sparkline(site: Site, indicator: str, data_to: Month) -> Markup:
    """The last thirteen counts as a tiny picture."""
    return svg.sparkline(site.basis.counts(indicator).until(data_to).values)


def _view(site: Site, chart: Chart | NoChart, indicators: list[str], id: str) -> ChartView:
    if isinstance(chart, NoChart):
        return ChartView(None, reason=f"{chart.words} ({chart.title}).")
    if site.illustrations(*site.indicator_records(indicators)):
        chart = replace(chart, source=f"{chart.source}. Illustrative: not observed.")
    if id:
        chart = replace(chart, id=id)
    return ChartView(chart, svg.svg(chart), _themed(plotly.figure_json(chart)))


def _themed(figure: str) -> str:
    """The figure with the style sheet's names for its colours, which the script looks up."""
    for colour, variable in COLOURS.items():
        figure = figure.replace(f'"{colour}"', f'"var({variable})"')
    return figure
