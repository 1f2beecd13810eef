"""A report's figures with their workings, as text and JSON."""

from __future__ import annotations

import json
from datetime import date

from cspsite.figures import Figures
from cspsite.print_figures import Line, as_json, as_text, report_lines
from cspsite.quote import Quoter
from tests import builders


def lines(*changes: builders.Files) -> list[Line]:
    """Return the lines of the minimal partnership's report."""
    data = builders.data_of(*changes)
    report = data.reports["homes", date(2006, 9, 11)]
    return list(report_lines(Quoter(Figures(data)), data.groups["homes"], report))


def test_quoted_figures_come_first() -> None:
    """The one figure that the report quotes comes first, under its update; then those of its target."""
    found = lines()
    assert [(one.section, one.where, one.text) for one in found[:1]] == [("Quoted in the report", "Locks", "380")]
    assert {one.section for one in found[1:]} == {"For each target"}
    target = "Reduce burglary by 10% per 1,000 population by 31 March 2008"
    assert {one.where for one in found[1:]} == {target, f"{target}: the figures suggest Green"}


def test_text_has_a_heading_a_place() -> None:
    """Each section and each place is named once, above its figures."""
    text = as_text(lines())
    assert text.count("QUOTED IN THE REPORT") == 1
    assert text.count("\nLocks\n") == 1
    assert "      380  burglary.count, April to July 2006\n            95 + 96 + 94 + 95 = 380" in text


def test_text_names_the_estimate() -> None:
    """Under a rate stand the estimate that it used, its day, and the day it was published."""
    assert ("100,000 population (30 June 2005, published 24 August 2006) for April to July 2006") in as_text(lines())


def test_text_says_why_there_is_no_figure() -> None:
    """A figure that cannot be made is [x], with the reason instead of a sum."""
    missing = {builders.COUNTS: builders.MINIMAL[builders.COUNTS].replace("2006-05,96,,", "2006-05,,x,not received")}
    text = as_text(lines(missing))
    assert "      [x]  burglary.count, April to July 2006\n            no figure: " in text
    assert "May 2006" in text


def test_text_explains_markers() -> None:
    """A figure that rests on an estimated month says so."""
    marked = {builders.COUNTS: builders.MINIMAL[builders.COUNTS].replace("2006-05,96,,", "2006-05,96,e,")}
    assert "            rests on figures marked [e] estimated" in as_text(lines(marked))


def test_json_of_a_missing_figure_is_null() -> None:
    """In JSON a figure that cannot be made is null with a reason, and its count is null, never 0."""
    missing = {builders.COUNTS: builders.MINIMAL[builders.COUNTS].replace("2006-05,96,,", "2006-05,,x,not received")}
    found = json.loads(as_json(lines(missing)))[0]
    assert (found["value"], found["working"], found["markers"]) == (None, "", ["x"])
    assert "May 2006" in found["reason"]
    assert found["terms"][0]["count"] is None


def test_json_of_a_count() -> None:
    """In JSON a count is a whole number over 1, with its period, its meaning and its sum."""
    found = json.loads(as_json(lines()))[0]
    assert found["value"] == {"numerator": 380, "denominator": 1}
    assert (found["period"], found["unit"], found["shown"]) == ("2006-04..2006-07", "count", "380")
    assert found["meaning"] == "the count of the period"
    assert found["working"] == "95 + 96 + 94 + 95 = 380"


def test_report_without_figures_prints_its_targets() -> None:
    """A report that quotes nothing still has the figures of its targets."""
    plain = builders.edited(builders.REPORT, "There were {{ burglary.count }} burglaries.", "Fewer.")
    assert {one.section for one in lines(plain)} == {"For each target"}
