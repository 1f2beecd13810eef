"""Charts as pages hold them: the description, its still picture, its files, and what brings it to life."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from cspsite.charts import plotly, svg
from cspsite.charts.chart import Chart, NoChart
from cspsite.charts.colours import COLOURS
from cspsite.charts.control import control
from cspsite.charts.control_words import Level
from cspsite.charts.course import Course
from cspsite.charts.picture import picture
from cspsite.charts.rolling import rolling
from cspsite.charts.spark import Spark, spark
from cspsite.charts.trend import trend
from cspsite.charts.years import years
from cspsite.exports import chart as export
from cspsite.model import Target
from cspsite.pages import addresses
from cspsite.pages.page import File
from cspsite.pages.site import Site
from cspsite.periods import Month
from cspsite.quote import Context


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart with its SVG and its Plotly figure as JSON; or, without a chart, the reason in words.

    `at` is where its files stand, without their endings; it is empty where the chart has none.
    """

    chart: Chart | None
    svg: Markup = field(default_factory=Markup)
    figure: str = ""
    reason: str = ""
    at: str = ""

    @property
    def name(self) -> str:
        """What tells it from every other chart of its page."""
        return f"{self.chart.title}, {self.chart.subtitle}" if self.chart else ""

    def files(self) -> Iterator[File]:
        """The chart as a table, as data and as a picture."""
        if self.chart and self.at:
            yield File(f"{self.at}.csv", export.as_csv(self.chart))
            yield File(f"{self.at}.json", export.as_json(self.chart))
            yield File(f"{self.at}.svg", picture(self.chart))


def trend_view(
    site: Site, indicator: str, context: Context, name: str = "", last_years: int | None = None, at: str = ""
) -> ChartView:
    """Counts over time with the report's months highlighted; `name` tells it from others on its page.

    Its files stand `at`; without that they are those of the indicator's page, if it is the same chart.
    """
    chart = trend(site.basis, indicator, context, last_years=last_years)
    own = "years" if isinstance(chart, Chart) and chart.kind == "columns" else "trend"
    files = at or ("" if last_years else _at(site, indicator, context, own))
    return _view(site, chart, [indicator], name and f"trend-{name}", files)


def control_view(site: Site, indicator: str, context: Context, level: Level | None = None, name: str = "") -> ChartView:
    """Counts with their mean and limits, and a target's level a period; `name` tells it from others on its page."""
    chart = control(site.basis, indicator, context, level=level)
    return _view(site, chart, [indicator], name and f"control-{name}", _at(site, indicator, context, "control"))


def rolling_view(
    site: Site,
    target: Target,
    context: Context,
    name: str,
    *,
    course: Course | None = None,
    last_years: int | None = None,
    at: str = "",
) -> ChartView:
    """Rolling twelve months in a target's measure; counts by year where the indicator is yearly.

    `course` is where the target should be, in the unit of the axis. `name` tells the chart from others on its page.
    Its files stand `at`; without that they are those of the indicator's page, if it is the same chart.
    """
    indicator = site.indicator_of(target)
    if indicator and indicator.frequency == "year":
        chart, own = years(site.basis, target.indicator, context), "years"
    else:
        chart, own = (
            rolling(site.basis, target, context, course=course, last_years=last_years),
            f"target-{site.id_of(context.group)}--{target.id}",
        )
    return _view(site, chart, [target.indicator], f"rolling-{name}", at or _at(site, target.indicator, context, own))


def years_view(site: Site, indicator: str, context: Context, name: str = "") -> ChartView:
    """Counts of whole financial years; `name` tells it from others on its page."""
    chart = years(site.basis, indicator, context)
    return _view(site, chart, [indicator], name and f"years-{name}", _at(site, indicator, context, "years"))


def sparkline(site: Site, indicator: str, data_to: Month) -> Spark:
    """The last thirteen counts as a tiny picture, and in words."""
    return spark(site.basis.counts(indicator).until(data_to))


def _at(site: Site, indicator: str, context: Context, name: str) -> str:
    """Where the indicator's page has the same chart; nothing where it has that of another month or baseline."""
    shown = context if name.startswith("target-") else site.context_of(indicator, site.data_to)
    same = site.quoter.baseline(indicator, context) == site.quoter.baseline(indicator, shown)
    return addresses.chart(indicator, name) if same and context.data_to == site.data_to else ""


def _view(site: Site, chart: Chart | NoChart, indicators: list[str], id: str, at: str) -> ChartView:
    if isinstance(chart, NoChart):
        return ChartView(None, reason=f"{chart.words} ({chart.title}).")
    if site.illustrations(*site.indicator_records(indicators)):
        chart = replace(chart, source=f"{chart.source}. Illustrative: not observed.")
    if id:
        chart = replace(chart, id=id)
    return ChartView(chart, svg.svg(chart), _themed(plotly.figure_json(chart)), at=at)


def _themed(figure: str) -> str:
    """The figure with the style sheet's names for its colours, which the script looks up."""
    for colour, variable in COLOURS.items():
        figure = figure.replace(f'"{colour}"', f'"var({variable})"')
    return figure
