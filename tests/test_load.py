"""A tree of files to records: every kind of file, and what one broken file leaves of the others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cspsite import paths
from cspsite.errors import UsageError
from cspsite.load import Shelf, load
from cspsite.tree import Tree, read_folder
from tests.builders import COUNTS, GROUP, INDICATOR, MINIMAL, PARTNERSHIP, REPORT, data_of, edited, records, tree


def test_the_minimal_partnership() -> None:
    """Every kind of file becomes its record, under its id."""
    data = data_of()
    assert data.partnership.board == "Management Group"
    assert dict(data.glossary) == {"CCTV": "closed-circuit television"}
    assert [value.value for value in data.denominator_values["population"]] == [100_000]
    assert data.denominators["population"].noun == "population"
    assert data.indicators["burglary"].unit == "offences"
    assert [o.count for o in data.observations["burglary"]][-4:] == [95, 96, 94, 95]
    assert [action.id for action in data.groups["homes"].actions] == ["locks"]
    assert list(data.reports) == [("homes", date(2006, 9, 11))]


def test_without_a_partnership_there_are_no_data() -> None:
    """Nothing is made of data whose partnership.yml cannot be read; its text and its findings stay."""
    loaded = load(tree({PARTNERSHIP: "name: [\n"}))
    assert loaded.data is None
    assert loaded.broken == {PARTNERSHIP}
    assert loaded.texts[REPORT] == MINIMAL[REPORT]


@pytest.mark.parametrize(
    "path,content,kind",
    [
        (INDICATOR, b"name: [", "indicators"),
        (GROUP, b"name: no", "groups"),
        (REPORT, b"nothing", "reports"),
        (COUNTS, b"\xff", "observations"),
    ],
)
def test_a_broken_file_leaves_the_others(path: str, content: bytes, kind: str) -> None:
    """One broken file is named, and takes only its own record away."""
    loaded = load(tree({path: content}))
    assert loaded.broken == {path}
    assert loaded.data is not None
    kinds = ("denominators", "indicators", "observations", "groups", "reports")
    empty = [name for name in kinds if not any(getattr(loaded.data, name).values() or [()])]
    assert [name for name in kinds if not getattr(loaded.data, name)] == [kind], empty


@pytest.mark.parametrize(
    "path,kind",
    [
        ("partnership.yml", ("partnership", "", "")),
        ("glossary.yml", ("glossary", "", "")),
        ("denominators/population.yml", ("denominator", "population", "")),
        ("denominators/population.csv", ("denominator_values", "population", "")),
        ("indicators/all-crime.yml", ("indicator", "all-crime", "")),
        ("indicators/all-crime.csv", ("series", "all-crime", "")),
        ("groups/a/group.yml", ("group", "a", "")),
        ("groups/a/reports/2006-09-11.md", ("report", "a", "2006-09-11")),
        ("groups/a/reports/2006-09-11.docx", ("", "", "")),
        ("groups/a/b/group.yml", ("", "", "")),
        ("partnership.yaml", ("", "", "")),
        ("x/partnership.yml", ("", "", "")),
    ],
)
def test_kind_of(path: str, kind: tuple[str, str, str]) -> None:
    """A path says what a file is, for whom, and for a report, to which meeting."""
    assert paths.kind_of(path) == kind


@pytest.mark.parametrize(
    "path,back",
    [
        (paths.denominator("a"), ("denominator", "a", "")),
        (paths.denominator_values("a"), ("denominator_values", "a", "")),
        (paths.indicator("a"), ("indicator", "a", "")),
        (paths.series("a"), ("series", "a", "")),
        (paths.group("a"), ("group", "a", "")),
        (paths.report("a", date(2006, 9, 11)), ("report", "a", "2006-09-11")),
    ],
)
def test_paths_lead_back(path: str, back: tuple[str, str, str]) -> None:
    """The path that is written for a record is read as that record's."""
    assert paths.kind_of(path) == back


@pytest.mark.parametrize(
    "path,pattern",
    [
        ("groups/a/2006-09-11.md", "groups/<group>/reports/2006-09-11.md"),
        ("groups/a/reports/2006-09-11.docx", "groups/<group>/reports/2006-09-11.md"),
        ("a/group.yml", "groups/<group>/group.yml"),
        ("partnership.yaml", "partnership.yml"),
        ("glossary.csv", "glossary.yml"),
        ("denominators/population.xlsx", "denominators/<denominator>.csv"),
        ("denominators/uk/population.yml", "denominators/<denominator>.yml"),
        ("burglary.yml", "indicators/<indicator>.yml"),
        ("burglary.xlsx", "indicators/<indicator>.csv"),
    ],
)
def test_nearest_pattern(path: str, pattern: str) -> None:
    """A stray file is told where a file of its kind belongs."""
    assert paths.nearest_pattern(path) == pattern


def test_read_folder(tmp_path: Path) -> None:
    """A folder is its files by path, without what file managers leave behind."""
    (tmp_path / "groups/a").mkdir(parents=True)
    (tmp_path / "groups/a/group.yml").write_bytes(b"name: A\r\n")
    (tmp_path / ".DS_Store").write_bytes(b"x")
    assert read_folder(tmp_path) == Tree({"groups/a/group.yml": b"name: A\r\n"}, tmp_path.as_posix())


def test_no_folder(tmp_path: Path) -> None:
    """A folder that is not there is the caller's mistake, and the message says what to do."""
    with pytest.raises(UsageError, match=r"there is no folder .*data to read; run this where data/ is"):
        read_folder(tmp_path / "data")


def test_order_of_files_does_not_matter() -> None:
    """The same files in another order are the same data and findings."""
    files = tree().files
    backwards = Tree(dict(reversed(list(files.items()))))
    assert load(backwards).data == load(Tree(files)).data


def test_a_file_is_read_once_however_many_versions_have_it() -> None:
    """With a shelf, versions share the records of files that they have in common, and each is loaded as it stands."""
    shelf = Shelf()
    before, after = tree(), tree(edited(GROUP, "owner: Council", "owner: Police"), edited(COUNTS, "04,95,,", "04,90,,"))
    loaded = [load(each, shelf) for each in (before, after, before)]
    data = [records(each) for each in loaded]
    assert data == [records(load(each)) for each in (before, after, before)]
    assert [each.lines.place(GROUP, "actions", 0, "owner").line for each in loaded] == [16, 16, 16]
    assert data[0].indicators["burglary"] is data[1].indicators["burglary"]
    assert data[0].groups["homes"] is data[2].groups["homes"]
    assert data[0].groups["homes"] != data[1].groups["homes"]


def test_a_series_is_read_anew_where_its_indicator_is_counted_otherwise() -> None:
    """The same counts are wrong for an indicator by the quarter, also where they were read as months before."""
    shelf = Shelf()
    load(tree(), shelf)
    quarterly = tree(edited(INDICATOR, "frequency: month", "frequency: quarter"))
    assert load(quarterly, shelf).findings == load(quarterly).findings != ()
