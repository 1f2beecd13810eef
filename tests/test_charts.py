"""What each kind of chart describes: its numbers, bands, references, notes and its one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cspsite.charts.chart import Axis, Band, Chart, Line, NoChart, Table
from cspsite.charts.columns import Basis
from cspsite.charts.rolling import rolling
from cspsite.charts.sentence import things
from cspsite.charts.trend import trend
from cspsite.charts.years import years
from cspsite.model import Indicator, Measure
from cspsite.periods import Month, Period
from cspsite.quote import Context, Quoter
from tests.chart_data import JULY, PER_POPULATION, basis_of, drawn, target
from tests.drawings import parsed, texts

#: April 2004 to July 2006, so that April to July of three years come to 4 x 100, 4 x 100 and 4 x 150.
STEADY = [100] * 24 + [150] * 4


def trend_of(counts: Sequence[int | None], marks: str = "", start: str = "2004-04", **more: Any) -> Chart:
    """Return the trend of counts at July 2006."""
    return drawn(trend(basis_of(start, counts, marks, **more), "burglary", JULY))


def rolling_of(counts: Sequence[int | None], aim: Any, context: Context = JULY) -> Chart:
    """Return the rolling twelve months of counts from April 2004 on."""
    return drawn(rolling(basis_of("2004-04", counts), aim, context))


def test_trend_of_the_report(seed_quoter: Quoter) -> None:
    """The real report's burglary sentence is written from its own figures."""
    data = seed_quoter.data
    group = data.groups["keeping-our-eyes-open"]
    context = Context(Month.parse("2006-07"), group, group.target("domestic-burglary"))
    chart = drawn(trend(Basis(seed_quoter), "domestic-burglary", context))
    assert chart.finding == (
        "There were 348 domestic burglary offences in April to July 2006: 35.9% more than in the same months of 2005"
        " (256) and 4.1% fewer than in those of 2003 (363)."
    )
    assert [(band.period.words, band.label, band.emphasis) for band in chart.bands] == [
        ("April to July 2003", "Apr–Jul 2003: 363", False),
        ("April to July 2005", "Apr–Jul 2005: 256", False),
        ("April to July 2006", "Apr–Jul 2006: 348", True),
    ]
    assert chart.table.headers[-1] == "Apr–Jul"
    assert [(row[0], row[-1]) for row in chart.table.rows if row[0] != "2004/05"] == [
        ("2003/04", "363"),
        ("2005/06", "256"),
        ("2006/07", "348"),
    ]


def test_trend_ends_with_the_month_of_the_report() -> None:
    """Counts after `data_to` are not drawn."""
    chart = trend_of([*STEADY, 999, 999])
    assert chart.periods[-1] == Period.parse("2006-07")
    assert chart.subtitle == "Offences a month, April 2004 to July 2006"


def test_trend_of_the_last_years() -> None:
    """A trend may be limited to its last years; bands that lie before are left out, the sentence keeps them."""
    chart = drawn(trend(basis_of("2004-04", STEADY), "burglary", JULY, last_years=1))
    assert (chart.periods[0], len(chart.periods)) == (Period.parse("2005-08"), 12)
    assert [band.label for band in chart.bands] == ["Apr–Jul 2006: 600"]
    assert "the same months of 2005 (400)" in chart.finding


def test_trend_shows_that_counts_are_late() -> None:
    """A series that ends before `data_to` ends in a gap, and the sentence says why."""
    chart = trend_of([100] * 20)
    assert chart.lines[0].values[20:] == (None,) * 8
    assert (
        chart.finding == "There is no count of burglary offences for April to July 2006: counts end in November 2005."
    )
    assert chart.bands[-1].label == "Apr–Jul 2006: [x]"


@pytest.mark.parametrize(
    "last_year, now, words",
    [
        (
            100,
            150,
            "There were 600 burglary offences in April to July 2006: 50.0% more than in the same months of 2005 (400)",
        ),
        (100, 90, "10.0% fewer than in the same months of 2005 (400)"),
        (100, 100, ": the same number as in the same months of 2005 and"),
        (10, 12, "8 more than in the same months of 2005 (40, too few for a percentage)"),
        (0, 3, "12 more than in the same months of 2005, which had none"),
        (None, 100, "; there is no count for April to July 2005 to compare with."),
        (100, 0, "There were no burglary offences in April to July 2006: 100.0% fewer"),
        (100, None, "There is no count of burglary offences for April to July 2006: counts end in March 2006."),
    ],
    ids=["rise", "fall", "no change", "small base", "zero base", "missing base", "none now", "missing now"],
)
def test_finding(last_year: int | None, now: int | None, words: str) -> None:
    """The sentence says a percentage only where there is one, and otherwise what there is instead."""
    chart = trend_of([100] * 12 + [last_year] * 4 + [100] * 8 + [now] * 4)
    assert words in chart.finding
    assert chart.finding.endswith(".")


def test_finding_of_a_change_that_rounds_away() -> None:
    """4001 against 4000 is 0.025%: almost the same, not a rise by 0.0%."""
    chart = trend_of([1000] * 24 + [1000, 1000, 1000, 1001])
    assert "almost the same number as in the same months of 2005 (4,000)" in chart.finding


@pytest.mark.parametrize(
    "last_year, now, words",
    [
        (100, 150, "50.0% [b] more than in the same months of 2005 (400)"),
        (100, 100, "the same number [b] as in the same months of 2005"),
        (10, 12, "8 [b] more than in the same months of 2005 (40, too few for a percentage)"),
        (0, 3, "12 [b] more than in the same months of 2005, which had none"),
        (10000, 10001, "almost the same number [b] as in the same months of 2005 (40,000)"),
    ],
    ids=["rise", "no change", "small base", "zero base", "rounds away"],
)
def test_finding_across_a_series_break(last_year: int, now: int, words: str) -> None:
    """A comparison of months before and after a break carries [b], in whichever way it is said."""
    chart = trend_of([100] * 12 + [last_year] * 4 + [100] * 8 + [now] * 4, "-" * 20 + "b")
    assert words in chart.finding


def test_finding_says_that_a_number_is_of_low_reliability() -> None:
    """A count of low reliability keeps its marker in the sentence, as an estimate does."""
    assert "There were 600 [e] [u] burglary offences in April" in trend_of([150] * 28, "-" * 26 + "ue").finding


def test_finding_says_a_baseline_that_is_last_year_once() -> None:
    """When the baseline year is the year before, the comparison is not made twice."""
    chart = trend_of([100] * 16, start="2004-04", name="Burglary")
    early = drawn(trend(basis_of("2004-04", [100] * 16), "burglary", Context(Month.parse("2005-07"))))
    assert early.finding == (
        "There were 400 burglary offences in April to July 2005: the same number as in the same months of 2004."
    )
    assert len(early.bands) == 2
    assert chart.id == early.id == "trend-burglary"


@pytest.mark.parametrize(
    "start, months, until, labels, column",
    [
        # ten months of ten each; in March whole years, which are named as years
        ("2004-04", 34, "2007-01", ["Apr–Jan 2004/05: 100", "Apr–Jan 2005/06: 100", "Apr–Jan 2006/07: 100"], "Apr–Jan"),
        ("2004-04", 36, "2007-03", ["2004/05: 120", "2005/06: 120", "2006/07: 120"], "Whole year"),
        ("2004-04", 25, "2006-04", ["Apr 2004: 10", "Apr 2005: 10", "Apr 2006: 10"], "Mar"),
        # a series that begins within the months has no total of them
        ("2004-06", 14, "2005-07", ["Apr–Jul 2004: [x]", "Apr–Jul 2005: 40"], "Apr–Jul"),
    ],
    ids=["across new year", "whole years", "one month", "begins within"],
)
def test_bands_are_named_by_their_months(start: str, months: int, until: str, labels: list[str], column: str) -> None:
    """Nobody can take ten months for a year: bands have months and year, and the table has their totals in a column."""
    chart = drawn(trend(basis_of(start, [10] * months), "burglary", Context(Month.parse(until))))
    assert [band.label for band in chart.bands] == labels
    assert chart.table.headers[-1] == column
    if column != "Mar":
        assert [row[-1] for row in chart.table.rows] == [label.partition(": ")[2] for label in labels]


def test_total_of_months_that_are_not_shown() -> None:
    """A year whose months lie before those that are shown has a dash, as its months have."""
    chart = drawn(trend(basis_of("2004-04", STEADY), "burglary", JULY, last_years=1))
    assert [(row[0], row[-1]) for row in chart.table.rows] == [("2005/06", "–"), ("2006/07", "600")]


@pytest.mark.parametrize(
    "counts, words",
    [
        ([5] * 40, "the same number as in the same months of 2005 and as in those of 2004."),
        ([0] * 40, "There were no burglary offences in April to July 2006: none in the same months of 2005 and none"),
        ([0] * 39 + [1], "was 1: 1 more than in the same months of 2005, which had none, and 1 more than in those of"),
        ([0] * 39 + [1], "than in those of 2004, which had none."),
    ],
    ids=["flat", "zero", "one", "end"],
)
def test_odd_series_read_well(counts: list[int], words: str) -> None:
    """Nothing is said twice in one sentence, and clauses are closed."""
    assert words in drawn(trend(basis_of("2003-04", counts), "burglary", JULY)).finding


def test_rolling_one_reads_well() -> None:
    """A single offence in twelve months is no plural."""
    chart = drawn(rolling(basis_of("2003-04", [0] * 39 + [1]), target(), JULY))
    assert chart.finding.startswith("In the twelve months to July 2006 the number of burglary offences was 1: above")


def test_trend_of_quarters() -> None:
    """A quarterly indicator is compared over its complete quarters."""
    chart = trend_of([60, 70, 50, 40, 80, 70, 50, 40, 100], frequency="quarter")
    assert chart.subtitle == "Offences a quarter, April 2004 to June 2006"
    assert "There were 100 burglary offences in April to June 2006: 25.0% more" in chart.finding


def test_markers_are_explained() -> None:
    """Each marker that is drawn is explained once, with the way it is drawn; points that are alike have one key."""
    chart = trend_of([*STEADY[:-3], None, 150, 150], "p" + "-" * 24 + "-e-")
    assert [(note.mark, note.text) for note in chart.notes] == [
        ("hollow", "[e] estimated, [p] provisional"),
        ("gap", "[x] not available"),
    ]
    assert chart.lines[0].labels[0] == "100 [p]"
    keys = [text for text in texts(parsed(chart)) if text.startswith("[e]") or text.startswith("[p]")]
    assert keys == ["[e] estimated, [p] provisional"]
    assert chart.table.rows[0][1] == "100 [p]"


def test_rolling_rates_by_hand() -> None:
    """Rates take the denominator of the financial year that the twelve months end in.

    Twelve months to March 2005: 12 x 10 = 120, per 1,000 of 1000 = 120. To April 2006: 11 x 10 + 30 = 140, per
    1,000 of 2000 = 70. The target is 10% below 120: 108.
    """
    chart = rolling_of([10] * 24 + [30], target(measure=PER_POPULATION), Context(Month.parse("2006-04")))
    line = chart.lines[0]
    assert (line.values[0], line.values[-1], line.labels[-1]) == (120.0, 70.0, "70.0")
    assert len(line.values) == 25 - 11
    assert [(level.value, level.label) for level in chart.references] == [
        (120.0, "Baseline 2004/05: 120.0"),
        (108.0, "Target: 108.0 by 31 March 2008"),
    ]
    assert chart.table.rows[-1] == ("May 2005 to April 2006", "140", "2,000", "70.0")
    assert chart.finding == (
        "In the twelve months to April 2006 there were 70.0 burglary offences per 1,000 population: below the 120.0 of"
        " the baseline year 2004/05 and below the target of 108.0 by 31 March 2008."
    )
    assert chart.notes[-1].text == (
        "Divided by 1,000 population (30 June 2004), then 2,000 population (30 June 2006) from April 2006"
    )


@pytest.mark.parametrize(
    "aim, labels",
    [
        (target("increase_by_percent"), ["Baseline 2004/05: 120", "Target: 132 by 31 March 2008"]),
        (target("reach_value", value=Decimal(400), end=None), ["Baseline 2004/05: 120", "Target: 400"]),
        (target("hold"), ["Target: hold at 120 until 31 March 2008"]),
        (target("directional", direction="decrease"), ["Baseline 2004/05: 120"]),
        (target(baseline=Period.parse("1999/00")), []),
    ],
    ids=["increase", "reach", "hold", "directional", "baseline missing"],
)
def test_rolling_references(aim: Any, labels: list[str]) -> None:
    """Each kind of target has its level: 120 x 1.1 = 132, the value itself, the level held, or none."""
    assert [level.label for level in rolling_of([10] * 28, aim).references] == labels


def test_rolling_agrees_with_the_figures(seed_quoter: Quoter) -> None:
    """Every rolling rate is the very figure that a report would quote for the same twelve months."""
    basis = Basis(seed_quoter)
    aim = seed_quoter.data.groups["keeping-our-eyes-open"].target("vehicle-crime")
    assert aim is not None
    chart = drawn(rolling(basis, aim, JULY))
    for period, label in zip(chart.periods, chart.lines[0].labels, strict=True):
        request = basis.request(aim.indicator, "rate", period, period, aim.measure)
        assert label.split(" ")[0] == seed_quoter.figures.get(request).shown


def test_rolling_keeps_gaps() -> None:
    """One missing month takes away the twelve sums that it would be part of, and no others."""
    chart = rolling_of([10] * 13 + [None] + [10] * 14, target())
    assert chart.lines[0].values == (120.0, 120.0, *[None] * 12, 120.0, 120.0, 120.0)


def test_years_of_months_are_whole() -> None:
    """A year that is not complete is not drawn: 24 months from April 2004 and four more make two columns."""
    chart = drawn(years(basis_of("2004-04", STEADY), "burglary", JULY))
    assert [str(period) for period in chart.periods] == ["2004/05", "2005/06"]
    assert chart.lines[0].values == (1200.0, 1200.0)
    assert chart.title == "Burglary: whole years"
    assert chart.table.caption == "Burglary, whole years: offences a financial year, 2004/05 to 2005/06"
    assert chart.bands == (Band(Period.parse("2004/05"), "baseline year"),)


def test_a_missing_year_is_a_gap() -> None:
    """A year without a count has no value and says [x]."""
    chart = drawn(years(basis_of("2003-04", [160, None, 75], frequency="year"), "burglary", JULY))
    assert chart.lines[0].values == (160.0, None, 75.0)
    assert chart.lines[0].labels == ("160", "[x]", "75")
    assert chart.table.rows[1] == ("2004/05", "[x]")
    assert chart.finding == (
        "There were 75 burglary offences in 2005/06; there is no count for 2004/05 to compare with."
    )


def test_the_trend_of_years_is_columns() -> None:
    """A yearly indicator has no line of months."""
    basis = basis_of("2003-04", [160, 100, 75], frequency="year")
    assert trend(basis, "burglary", JULY) == years(basis, "burglary", JULY)
    assert drawn(years(basis, "burglary", JULY)).title == "Burglary"


@pytest.mark.parametrize(
    "counts, start, words",
    [
        ([], "2006-04", "No chart: there are no counts"),
        ([None, None], "2006-04", "No chart: there are no counts"),
        ([5], "2006-08", "No chart: there are no counts up to July 2006"),
    ],
)
def test_no_chart_says_why(counts: list[int | None], start: str, words: str) -> None:
    """Without counts there is no chart but the reason for that."""
    made = trend(basis_of(start, counts), "burglary", JULY)
    assert isinstance(made, NoChart)
    assert made.words == words


def test_no_rolling_chart_without_twelve_months_or_denominator() -> None:
    """The rolling chart says whether months or the denominator are missing."""
    short = rolling(basis_of("2006-01", [5] * 7), target(), JULY)
    assert isinstance(short, NoChart)
    assert short.reason == "no twelve months are complete up to July 2006"
    bare = rolling(basis_of("2004-04", STEADY), target(measure=Measure(per="households")), JULY)
    assert isinstance(bare, NoChart)
    assert bare.reason == "no value of households is known to divide by"


@pytest.mark.parametrize(
    "name, unit, words",
    [
        ("Domestic burglary", "offences", "domestic burglary offences"),
        ("Drug supply offences", "offences", "drug supply offences"),
        ("Theft from motor vehicle", "offences", "offences of theft from motor vehicle"),
        ("ANPR", "hits", "ANPR hits"),
        ("Drug-misusing offenders entering treatment", "offenders", "drug-misusing offenders entering treatment"),
    ],
)
def test_what_is_counted_reads_well(name: str, unit: str, words: str) -> None:
    """The unit is not said twice, and an acronym keeps its capitals."""
    known = Indicator(name=name, unit=unit, definition="d", polarity="neutral", frequency="month")
    assert things(known) == words


def test_source_is_named_with_its_date() -> None:
    """The source line names who recorded the counts and when they were taken; without a source it says so."""
    counts: Any = {"extracted": date(2006, 8, 14)}
    assert trend_of(STEADY, **counts).source == "Source: Anytown Police, extracted 14 August 2006"
    assert trend_of(STEADY, source=None).source == "Source: not stated"


def test_a_chart_refuses_lines_of_another_length() -> None:
    """A line with fewer numbers than the chart has periods is an error of the program."""
    line = Line("Burglary", (1.0,), ("1",), (frozenset(),))
    periods = (Period.parse("2006-06"), Period.parse("2006-07"))
    with pytest.raises(ValueError, match="needs 2 numbers"):
        Chart("x", "line", "t", "s", "s", "f", Axis("Offences"), 1, periods, (line,), Table("c", (), ()))


def test_months_stand_in_rows_of_financial_years() -> None:
    """Each row of a monthly table is a financial year from April on; months outside the series are dashes."""
    chart = drawn(trend(basis_of("2005-03", [7, 8, 9]), "burglary", JULY))
    dashes = ("–",) * 11
    assert chart.table.headers[:3] == ("Financial year", "Apr", "May")
    assert [row[:-1] for row in chart.table.rows[:2]] == [
        ("2004/05", *dashes, "7"),
        ("2005/06", "8", "9", *("[x]",) * 10),
    ]


def test_counts_that_are_all_withheld_are_not_called_missing() -> None:
    """Where nothing is published the reason is that it is withheld, not that nobody counted."""
    basis = basis_of("2006-04", [2, 3, 4, 1], disclosure={"threshold": 5})
    found = trend(basis, "burglary", JULY)
    assert isinstance(found, NoChart)
    assert found.reason == "every count is withheld, so that nobody can be identified"
