"""The tables that can be downloaded: their rows by hand, their addresses, and their package, archive and documents."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping

import pytest

from cspsite.exports.table import Made
from cspsite.exports.tables import DICTIONARY, TABLES
from tests import builders
from tests.builders import COUNTS, GROUP, INDICATOR, MINIMAL, PARTNERSHIP, REPORT, edited
from tests.rendering import files, page, site
from tests.versions import FILES as VERSIONS

Row = dict[str, str]


def made(*changes: Mapping[str, str | bytes | None]) -> dict[str, bytes]:
    """Return every file below data/ of the small partnership with changes."""
    found = {path: file.content for path, file in files(builders.tree(*changes)).items() if path.startswith("data/")}
    return {path: content if isinstance(content, bytes) else content.encode() for path, content in found.items()}


def rows(found: Mapping[str, bytes], table: str) -> list[Row]:
    """Return the rows of a table's CSV file."""
    return list(csv.DictReader(io.StringIO(found[f"data/{table}.csv"].decode(), newline="")))


def one(found: Mapping[str, bytes], table: str, **wanted: str) -> Row:
    """Return the only row that has those values."""
    (row,) = (row for row in rows(found, table) if wanted.items() <= row.items())
    return row


@pytest.fixture(scope="module")
def small() -> dict[str, bytes]:
    """Return the files of the small partnership."""
    return made()


def test_every_table_is_there_as_csv_and_json(small: dict[str, bytes]) -> None:
    """Each table stands at data/<name>.csv and .json, with the same rows, and true and false as words or as such."""
    for table in TABLES:
        told = json.loads(small[f"data/{table.name}.json"])
        assert list(told["columns"]) == [column.name for column in table.columns]
        booleans = {column.name for column in table.columns if column.type == "boolean"}
        flat = [
            {
                key: ("yes" if value else "no") if key in booleans else "" if value is None else str(value)
                for key, value in row.items()
            }
            for row in told["rows"]
        ]
        assert flat == rows(small, table.name), table.name


def test_json_says_whose_data_they_are(small: dict[str, bytes]) -> None:
    """Beside its rows a JSON file names the partnership, the licence, the sources and what is illustrative."""
    told = json.loads(small["data/statuses.json"])
    assert told["partnership"] == "Anytown Community Safety Partnership"
    assert told["licence"] == {"name": "Open Licence", "url": "https://example.org/licence", "attribution": "Anytown"}
    assert told["sources"] == ["Anytown Police", "Office for National Statistics"]
    assert told["illustrative"] is None


def test_a_status_by_hand(small: dict[str, bytes]) -> None:
    """Locks were reported Green on 11 September 2006, due by the end of March."""
    (row,) = rows(small, "statuses")
    assert row | {"suggested": "", "suggested_because": ""} == {
        "meeting": "2006-09-11",
        "group": "homes",
        "action": "locks",
        "target": "burglary",
        "status": "Green",
        "reported": "yes",
        "report_received": "yes",
        "suggested": "",
        "suggested_because": "",
        "suggested_illustrative": "no",
        "differs": "no",
        "owner": "Council",
        "due": "2007-03-31",
        "overdue": "no",
        "remedy_owner": "",
        "remedy_due": "",
        "data_to": "2006-07",
        "illustrative": "no",
    }


def test_who_does_a_remedy_is_in_both_downloads() -> None:
    """Owner and day of a remedial action have columns and keys of their own; a day that cannot be read is none."""
    words = "Buy.\n\n**Owner:** Police\n**Due:** "
    for typed, day in (("8 January 2007", "2007-01-08"), ("soon", None)):
        change = {REPORT: MINIMAL[REPORT].replace("## Other", f"#### Remedial action\n\n{words}{typed}\n\n## Other")}
        row = one(made(change), "statuses")
        assert (row["remedy_owner"], row["remedy_due"]) == ("Police", day or "")
        document = json.loads(files(builders.tree(change))["groups/homes/reports/2006-09-11/report.json"].content)
        told = document["updates"][0]
        assert (told["remedial_action"], told["remedy_owner"], told["remedy_due"]) == (words + typed, "Police", day)


def test_a_figure_by_hand(small: dict[str, bytes]) -> None:
    """April to July 2006 had 95 + 96 + 94 + 95 = 380 burglaries, a year before 400: 380 ÷ 400 − 1 = −5%."""
    row = one(small, "figures", figure="change.last_year")
    assert {key: value for key, value in row.items() if value} == {
        "meeting": "2006-09-11",
        "data_to": "2006-07",
        "group": "homes",
        "target": "burglary",
        "indicator": "burglary",
        "figure": "change.last_year",
        "unit": "percent",
        "value": "-5",
        "shown": "−5.0%",
        "period": "2006-04..2006-07",
        "comparator": "2005-04..2005-07",
        "count": "380",
        "count_then": "400",
        "working": "380 ÷ 400 − 1 = −5%",
        "illustrative": "no",
    }


def test_a_rate_has_its_denominator(small: dict[str, bytes]) -> None:
    """380 burglaries of 100,000 people are 3.8 per 1,000, by the estimate of 30 June 2005."""
    row = one(small, "figures", figure="rate")
    assert (row["value"], row["shown"], row["per"], row["scale"]) == ("3.8", "3.8", "population", "1000")
    assert (row["denominator"], row["denominator_date"]) == ("100000", "2005-06-30")


def test_a_figure_is_not_rounded() -> None:
    """Of 3 counts that come to 381, the change on 400 is −4.75%, shown as −4.8%; a rise keeps its plus."""
    found = made({COUNTS: MINIMAL[COUNTS].replace("2006-07,95,,", "2006-07,96,,")})
    row = one(found, "figures", figure="change.last_year")
    assert (row["value"], row["shown"]) == ("-4.75", "−4.8%")
    found = made({COUNTS: MINIMAL[COUNTS].replace("2006-07,95,,", "2006-07,119,p,")})
    row = one(found, "figures", figure="change.last_year")
    assert (row["value"], row["shown"], row["markers"]) == ("1", "+1.0%", "p")


def test_missing_is_never_zero() -> None:
    """A month that is not known leaves the count and its figures empty, with the reason."""
    found = made({COUNTS: MINIMAL[COUNTS].replace("2006-07,95,,", "2006-07,,x,not received")})
    assert one(found, "series", period="2006-07")["count"] == ""
    row = one(found, "figures", figure="count")
    assert (row["value"], row["shown"], row["markers"]) == ("", "[x]", "x")
    assert row["reason"]


def test_earlier_meetings_have_what_stood_on_their_reports() -> None:
    """Of the latest meeting there is every figure, of others what stands beside a target; the newest come first."""
    found = made(VERSIONS)
    days = [row["meeting"] for row in rows(found, "figures")]
    assert days == sorted(days, reverse=True)
    earlier = {row["figure"] for row in rows(found, "figures") if row["meeting"] == "2006-09-11"}
    latest = {row["figure"] for row in rows(found, "figures") if row["meeting"] == "2006-11-13"}
    assert "interval" in latest - earlier
    assert {"count", "change.last_year", "rate_change.baseline", "actual", "gap"} <= earlier


def test_words_have_their_figures_and_no_comments() -> None:
    """A quoted figure stands as it is printed; a note to oneself is not published."""
    report = MINIMAL[REPORT].replace("Fit more locks.", "Fit more locks. <!-- ask first -->")
    found = made({REPORT: report})
    told = {(row["part"], row["number"]): row["text"] for row in rows(found, "report_words")}
    assert told == {
        ("achievement", "1"): "Every lock was fitted.",
        ("barrier", "1"): "The locks come late.",
        ("progress", "1"): "There were 380 burglaries.",
        ("plans", "1"): "Fit more locks.",
    }


def test_a_missing_report_has_a_row() -> None:
    """A group that sent nothing to a meeting stands among the reports, without one."""
    found = made(VERSIONS, {builders.REPORT.replace("09-11", "11-13"): None})
    days = {(row["meeting"], row["received"]) for row in rows(found, "reports") if row["group"] == "homes"}
    assert days == {("2006-09-11", "yes")}
    found = made(VERSIONS)
    assert one(found, "reports", meeting="2006-11-13", group="streets")["received"] == "no"
    assert one(found, "statuses", meeting="2006-11-13", group="streets")["status"] == "Not reported"


def test_report_is_a_document() -> None:
    """A report's document has the whole form; `for` and empty parts are null where there is nothing."""
    found = files(builders.tree())["groups/homes/reports/2006-09-11/report.json"].content
    told = json.loads(found)
    assert told["prepared_by"] == {"role": "Officer"}
    assert told["achievements"] == ["Every lock was fitted."]
    assert told["updates"] == [
        {
            "action": "locks",
            "target": "burglary",
            "heading": "Locks",
            "status": "Green",
            "progress": "There were 380 burglaries.",
            "plans": "Fit more locks.",
            "remedial_action": None,
            "remedy_owner": None,
            "remedy_due": None,
        }
    ]
    assert told["licence"]["name"] == "Open Licence"


HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", 'say "=1"', "a,b", "two\nlines", "=HYPERLINK(1)\n=2"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_no_formula(text: str) -> None:
    """Whatever somebody writes into an owner's box comes back as text, led by an apostrophe where it is a formula."""
    owner = json.dumps(text, ensure_ascii=False)
    found = made({GROUP: MINIMAL[GROUP].replace("owner: Council", f"owner: {owner}")})
    for table in ("statuses", "actions"):
        (row,) = rows(found, table)
        assert row["owner"] == (f"'{text}" if text[0] in "=+-@＝" else text)


def test_illustrative_rows_say_so() -> None:
    """Where an indicator is illustrative its counts and figures say so, where a report is its statuses and words do."""
    found = made(edited(INDICATOR, "name: Burglary", "name: Burglary\nillustrative: Invented."))
    assert {row["illustrative"] for table in ("series", "figures") for row in rows(found, table)} == {"yes"}
    assert {row["illustrative"] for row in rows(found, "statuses")} == {"no"}
    found = made(edited(REPORT, "classification:", "illustrative: Invented.\nclassification:"))
    tables = ("statuses", "reports", "report_words")
    assert {row["illustrative"] for table in tables for row in rows(found, table)} == {"yes"}


def test_package_knows_every_file(small: dict[str, bytes]) -> None:
    """The package gives each file's size and hash, the licence, the sources and the partnership, and no person."""
    told = json.loads(small["data/datapackage.json"])
    for resource in told["resources"]:
        content = small[f"data/{resource['path']}"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
    assert [resource["path"] for resource in told["resources"]] == [f"{table.name}.csv" for table in TABLES]
    assert told["version"] == "2006-09-11"
    assert told["licenses"] == [
        {"name": "Open-Licence", "path": "https://example.org/licence", "title": "Open Licence"}
    ]
    assert told["contributors"] == [{"title": "Anytown Community Safety Partnership", "roles": ["publisher"]}]
    assert "created" not in told


def test_archive_is_the_package_and_always_the_same(small: dict[str, bytes]) -> None:
    """The archive holds the package with its files, byte for byte, and the same data make the same archive."""
    packed = zipfile.ZipFile(io.BytesIO(small["data/datapackage.zip"]))
    assert packed.namelist() == [*(f"{table.name}.csv" for table in TABLES), "datapackage.json"]
    assert all(packed.read(name) == small[f"data/{name}"] for name in packed.namelist())
    assert made()["data/datapackage.zip"] == small["data/datapackage.zip"]


def test_dictionary_has_every_column(small: dict[str, bytes]) -> None:
    """The dictionary says of every column of every table, its own too, what it means."""
    found = [(row["table"], row["column"]) for row in rows(small, "dictionary")]
    assert found == [(table.name, column.name) for table in TABLES for column in table.columns]
    assert all(row["meaning"] for row in rows(small, "dictionary"))


def test_tables_point_to_tables() -> None:
    """Each link leads to columns that the other table has, and keys are columns of their own table."""
    known = {table.name: {column.name for column in table.columns} for table in TABLES}
    for table in TABLES:
        assert {*table.key} <= known[table.name]
        for link in table.links:
            assert {*link.columns} <= known[table.name]
            assert {*link.theirs} <= known[link.table]


def test_addresses_stay() -> None:
    """Files that others link to keep their names: take none of these away."""
    wanted = "statuses figures series reports report_words meetings decisions groups targets actions indicators"
    assert {*wanted.split(), "denominators", "figure_names", "markers", "dictionary"} <= {
        table.name for table in TABLES
    }


def test_table_without_rows_has_its_names() -> None:
    """A table without rows is a line of names, and an empty list."""
    empty = Made(DICTIONARY, ())
    assert empty.csv() == "table,column,type,unit,meaning,allowed,required,key\r\n"
    assert json.loads(empty.json({}))["rows"] == []


def test_data_page_lists_every_table(small: dict[str, bytes]) -> None:
    """The page leads to both files of each table with their sizes, and explains each column."""
    shown = page(files(builders.tree())["data/index.md"])
    for table in TABLES:
        size = len(small[f"data/{table.name}.csv"])
        words = f"{size} bytes" if size < 1000 else f"{(size + 500) // 1000} KB"
        assert f"{table.title}, CSV ({words})" in shown.text.replace("\N{NO-BREAK SPACE}", " ")
        listed = next(one for one in shown.all("details") if one.attributes.get("id") == f"columns-{table.name}")
        assert all(column.meaning in listed.text for column in table.columns)


def test_data_page_says_how_to_cite() -> None:
    """The page gives a citation with the partnership, the meeting and the licence."""
    shown = page(files(builders.tree())["data/index.md"]).text
    wanted = "progress reports, data of the meeting of 11 September 2006, Open Licence."
    assert f"write: Anytown Community Safety Partnership, {wanted}" in shown


def test_partnership_without_meetings_has_empty_tables() -> None:
    """Before the first meeting every table is there, and those of meetings have no rows."""
    bare = {
        REPORT: None,
        PARTNERSHIP: MINIMAL[PARTNERSHIP].replace("meetings:\n  - {date: 2006-09-11, data_to: 2006-07}\n", ""),
    }
    found = made(bare)
    assert [rows(found, name) for name in ("meetings", "statuses", "figures", "reports")] == [[], [], [], []]
    assert "version" not in json.loads(found["data/datapackage.json"])
    assert site(builders.tree(bare)).source.latest is None
