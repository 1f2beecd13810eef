"""A chart's table and data: every number that is drawn, named, and nothing that a spreadsheet works out."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from cspsite.charts.chart import Axis, Band, Break, Chart, Flag, Guide, Reference
from cspsite.charts.control import control
from cspsite.charts.control_words import Level
from cspsite.charts.rolling import rolling
from cspsite.charts.trend import trend
from cspsite.charts.years import years
from cspsite.exports.chart import COLUMNS, as_csv, as_json
from cspsite.periods import Period
from tests.chart_data import JULY, PER_POPULATION, basis_of, drawn, target
from tests.chart_kinds import KINDS
from tests.drawings import line_chart


def _rows(chart: Chart) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(chart), newline="")))


def test_a_chart_by_hand() -> None:
    """Two months, a mean, a target and a band: five kinds of rows, in that order."""
    chart = replace(
        line_chart(5, None, 7.5, marks="e--"),
        guides=(Guide("Mean", (None, None, 6), ("", "", "6.0"), "Mean 6.0", "centre"),),
        references=(Reference(4, "Target: 4", True), Reference(9, "Baseline: 9")),
        bands=(Band(Period.parse("2006-04..2006-05"), "2006: 5"),),
        breaks=(Break(2, "series break"),),
        flags=(Flag(2, "concern", "high"),),
        axis=Axis("Offences", unit="offences"),
    )
    assert as_csv(chart) == (
        "period,start,end,series,kind,value,unit,per,label,markers,note\r\n"
        "2006-04,2006-04-01,2006-04-30,Burglary,count,5,offences,,5,e,\r\n"
        "2006-05,2006-05-01,2006-05-31,Burglary,count,,offences,,[x],,\r\n"
        "2006-06,2006-06-01,2006-06-30,Burglary,count,7.5,offences,,7.5,,series break; high\r\n"
        "2006-06,2006-06-01,2006-06-30,Mean,centre,6,offences,,6.0,,\r\n"
        ",,,Burglary,target,4,offences,,Target: 4,,\r\n"
        ",,,Burglary,level,9,offences,,Baseline: 9,,\r\n"
        "2006-04..2006-05,2006-04-01,2006-05-31,Burglary,band,,,,2006: 5,,\r\n"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_are_the_charts(kind: str) -> None:
    """Table and data have the subject's numbers, one a period that the chart has come to, and its labels."""
    chart = KINDS[kind]()
    (line, *_) = chart.lines
    told = [i for i, label in enumerate(line.labels) if label]
    rows = [row for row in _rows(chart) if row["kind"] in ("count", "value")]
    assert [float(row["value"]) if row["value"] else None for row in rows] == [line.values[i] for i in told]
    assert [row["label"] for row in rows] == [line.labels[i] for i in told]
    found = json.loads(as_json(chart))
    assert found["lines"][0]["values"] == list(line.values)
    assert [guide["values"] for guide in found["guides"]] == [list(guide.values) for guide in chart.guides]
    assert (found["finding"], found["source"], found["axis"]) == (chart.finding, chart.source, chart.axis.label)
    assert len(found["periods"]) == len(chart.periods)


def test_every_column_is_explained() -> None:
    """The head of the table is the dictionary of its columns."""
    assert list(_rows(line_chart(1))[0]) == list(COLUMNS)
    assert all(COLUMNS.values())


def test_a_quarter_is_named_as_in_its_file() -> None:
    """April to June 2006 is 2006/07-Q1, as in the downloads of series."""
    chart = drawn(trend(basis_of("2006-04", [5, 6], frequency="quarter"), "burglary", JULY))
    assert [row["period"] for row in _rows(chart) if row["kind"] == "count"] == ["2006/07-Q1"]


def test_a_rate_says_what_it_is_of() -> None:
    """A rate is a value, of offences per 1,000 people, as are its levels; a count of twelve months is a count."""
    basis = basis_of("2003-04", [100] * 40)
    rate, count = (drawn(rolling(basis, one, JULY)) for one in (target(measure=PER_POPULATION), target()))
    assert {(row["kind"], row["unit"], row["per"]) for row in _rows(rate)} == {
        (kind, "offences", "1000 population") for kind in ("value", "level", "target")
    }
    assert {(row["kind"], row["unit"], row["per"]) for row in _rows(count)} == {
        (kind, "offences", "") for kind in ("count", "level", "target")
    }
    found = json.loads(as_json(rate))
    assert (found["axis"], found["unit"], found["per"]) == (
        "Offences per 1,000 population",
        "offences",
        "1000 population",
    )


def test_twelve_months_are_written_in_one_way() -> None:
    """Twelve months at a time are from..to, also those that are a financial year; whole years by themselves are not."""
    basis = basis_of("2003-04", [100] * 40)
    windows = [row["period"] for row in _rows(drawn(rolling(basis, target(), JULY))) if row["period"]]
    assert windows[:2] == ["2003-04..2004-03", "2003-05..2004-04"]
    assert [row["period"] for row in _rows(drawn(years(basis, "burglary", JULY))) if row["kind"] == "count"] == [
        "2003/04",
        "2004/05",
        "2005/06",
    ]


def test_a_name_is_no_formula() -> None:
    """An indicator whose name a spreadsheet would work out is text to it."""
    chart = drawn(trend(basis_of("2006-04", [5, 6, 7, 8], name="=1+1"), "burglary", JULY))
    assert {row["series"] for row in _rows(chart)} == {"'=1+1"}


def test_a_special_cause_is_told() -> None:
    """Why a number is flagged stands beside it, and the target by its whole name."""
    basis = basis_of("2003-04", [*[10, 12] * 19, 40, 41])
    chart = drawn(control(basis, "burglary", JULY, level=Level(Fraction(9), date(2008, 3, 31))))
    rows = _rows(chart)
    assert next(row["note"] for row in rows if row["period"] == "2006-07").startswith("Special cause, concerning")
    assert [row["label"] for row in rows if row["kind"] == "target"] == ["Target: 9 a month by 31 March 2008"]
