"""Downloads: CSV that spreadsheets and programs read, JSON that is JSON."""

from __future__ import annotations

import csv
import io
import json

import pytest

from cspsite.pages.page import File
from tests import builders
from tests.rendering import files, page

CSV = "indicators/burglary/burglary.csv"
JSON = "indicators/burglary/burglary.json"


def _text(made: dict[str, File], path: str) -> str:
    content = made[path].content
    return content if isinstance(content, str) else content.decode()


def _rows(made: dict[str, File], path: str = CSV) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_text(made, path), newline="")))


def _counts(rows: str) -> dict[str, str]:
    return {builders.COUNTS: "period,count,marker,note\n" + rows}


def test_csv_has_a_row_a_period() -> None:
    """The first and the last month stand in the CSV with their first and last day."""
    rows = _rows(files(builders.tree()))
    assert len(rows) == 16
    assert rows[0] == {
        "period": "2005-04",
        "start": "2005-04-01",
        "end": "2005-04-30",
        "count": "100",
        "markers": "",
        "note": "",
        "illustrative": "no",
    }
    assert (rows[-1]["period"], rows[-1]["end"], rows[-1]["count"]) == ("2006-07", "2006-07-31", "95")


def test_missing_count_is_empty_and_zero_is_zero() -> None:
    """A count that is not known is an empty cell and null; none at all is 0."""
    made = files(builders.tree(_counts("2006-05,,x,not received\n2006-06,0,,\n2006-07,3,p r,\n")))
    assert [(one["count"], one["markers"]) for one in _rows(made)] == [("", "x"), ("0", ""), ("3", "p r")]
    found = json.loads(_text(made, JSON))["observations"]
    assert [one["count"] for one in found] == [None, 0, 3]


@pytest.mark.parametrize("note", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("https://evil.example","x")'])
def test_note_is_no_formula(note: str) -> None:
    """A note that a spreadsheet would work out is led by an apostrophe."""
    quoted = '"' + note.replace('"', '""') + '"'
    made = files(builders.tree(_counts(f"2006-06,1,,{quoted}\n2006-07,1,,\n")))
    found = _rows(made)[0]["note"]
    assert found == "'" + note.strip() or found == "'" + note


def test_source_of_an_estimate_is_no_formula() -> None:
    """The source of a denominator, too, is text to a spreadsheet."""
    text = builders.MINIMAL[builders.ESTIMATES].replace("Office for National Statistics", "=1+1")
    rows = _rows(files(builders.tree({builders.ESTIMATES: text})), "data/denominators/population.csv")
    assert rows == [{"reference_date": "2005-06-30", "value": "100000", "published": "2006-08-24", "source": "'=1+1"}]


def test_denominator_as_json() -> None:
    """The JSON of a denominator says what it is, under which licence, and has each estimate with its day and source."""
    text = builders.MINIMAL[builders.ESTIMATES] + "2006-06-30,101000,,Council\n"
    found = json.loads(_text(files(builders.tree({builders.ESTIMATES: text})), "data/denominators/population.json"))
    assert found["id"] == "population"
    assert (found["name"], found["noun"], found["scale"]) == ("Population", "population", 1000)
    assert found["licence"]["name"] == "Open Licence"
    ons = "Office for National Statistics"
    assert found["estimates"] == [
        {"reference_date": "2005-06-30", "value": 100000, "published": "2006-08-24", "source": ons},
        {"reference_date": "2006-06-30", "value": 101000, "published": None, "source": "Council"},
    ]


def test_estimates_are_listed_by_their_days_in_words() -> None:
    """The data page has both files of each denominator, and says from which day to which its estimates are."""
    text = builders.MINIMAL[builders.ESTIMATES] + "2006-06-30,101000,,Council\n"
    shown = page(files(builders.tree({builders.ESTIMATES: text}))["data/index.md"])
    [row] = [one for one in shown.all("tr") if one.text.startswith("Population 2")]
    assert [cell.text for cell in row.all("td")][:3] == ["2", "30 June 2005", "30 June 2006"]
    assert [(one.text, one.attributes["href"]) for one in row.all("a")] == [
        ("Population, CSV", "../data/denominators/population.csv"),
        ("Population, JSON", "../data/denominators/population.json"),
    ]


def test_every_key_of_a_denominators_file_is_in_the_dictionary() -> None:
    """The dictionary on the data page names each column of the CSV, which are the keys of an estimate in the JSON."""
    made = files(builders.tree())
    table = page(made["data/index.md"]).one("details", id="columns-single")
    rows = [[cell.text for cell in row.all("th") + row.all("td")] for row in table.all("tr")]
    named = {column for column, file, _ in rows if file == "denominators"}
    [estimate] = json.loads(_text(made, "data/denominators/population.json"))["estimates"]
    assert named == set(estimate) == set(_rows(made, "data/denominators/population.csv")[0])


def test_note_with_commas_quotes_and_lines_is_one_cell() -> None:
    """A note keeps its commas and its quotation marks in one cell."""
    made = files(builders.tree(_counts('2006-07,1,,"a, ""b"", c"\n')))
    assert _rows(made)[0]["note"] == 'a, "b", c'


def test_csv_is_rfc_4180_without_a_byte_order_mark() -> None:
    """Every line ends with CR LF, and the file begins with its first column's name."""
    text = _text(files(builders.tree()), CSV)
    assert text.count("\n") == text.count("\r\n") == 17
    assert text.startswith("period,start,end,count,markers,note,illustrative\r\n")


def test_json_has_definition_licence_and_rows() -> None:
    """The JSON says what was counted, under which licence, and each count as a number."""
    found = json.loads(_text(files(builders.tree()), JSON))
    assert found["id"] == "burglary"
    assert found["definition"] == "Burglaries of homes."
    assert found["extracted"] == "2006-08-14"
    assert found["licence"]["name"] == "Open Licence"
    assert found["observations"][0]["count"] == 100
    assert found["observations"][0]["illustrative"] is False


QUARTERS = builders.edited(builders.INDICATOR, "frequency: month", "frequency: quarter")


def test_quarter_is_named_as_in_its_file() -> None:
    """A quarter stands as 2006/07-Q1, from April to June, with its note."""
    made = files(builders.tree(QUARTERS, _counts("2005/06-Q4,9,,\n2006/07-Q1,8,,a note\n")))
    found = _rows(made)
    assert [one["period"] for one in found] == ["2005/06-Q4", "2006/07-Q1"]
    assert (found[1]["start"], found[1]["end"], found[1]["note"]) == ("2006-04-01", "2006-06-30", "a note")


def test_year_is_named_as_in_its_file() -> None:
    """A financial year stands as 2005/06, from April to March, with its note."""
    years = builders.edited(builders.INDICATOR, "frequency: month", "frequency: year")
    found = _rows(files(builders.tree(years, _counts("2005/06,75,,a note\n"))))
    assert [(one["period"], one["start"], one["end"], one["note"]) for one in found] == [
        ("2005/06", "2005-04-01", "2006-03-31", "a note")
    ]


SUM = {
    "indicators/all.yml": "name: All\ndefinition: All of it.\nunit: offences\npolarity: neutral\nfrequency: month\n"
    "components: [burglary]\n"
}


def test_sum_of_illustrative_components_is_illustrative() -> None:
    """The counts of a sum are illustrative where those of a component are, also when the sum does not say so."""
    own = {builders.INDICATOR: builders.MINIMAL[builders.INDICATOR] + "illustrative: Invented.\n"}
    made = files(builders.tree(SUM, own))
    assert {one["illustrative"] for one in _rows(made, "indicators/all/all.csv")} == {"yes"}
    for path in ("indicators/index.md", "data/index.md"):
        assert _text(made, path).count("</a> (illustrative)") == 2, path


@pytest.mark.parametrize("more, told", [("", "no"), ("illustrative: Invented.\n", "yes")])
def test_a_suggestion_of_illustrative_figures_says_so(more: str, told: str) -> None:
    """A reported status is not illustrative for what the figures beside it rest on; what they suggest is."""
    own = {builders.INDICATOR: builders.MINIMAL[builders.INDICATOR] + more}
    (row,) = _rows(files(builders.tree(own)), "data/statuses.csv")
    assert (row["illustrative"], row["suggested_illustrative"]) == ("no", told)
