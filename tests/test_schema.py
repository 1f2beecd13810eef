"""The JSON Schemas say what the records say: they take what is read, and refuse what is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
import yaml

from cspsite import demo, paths
from cspsite.field_words import FIELD_WORDS, words_of
from cspsite.load import load
from cspsite.model import FrontMatter, Group, Indicator, Record
from cspsite.periods import Month, Period
from cspsite.schema import NAMES, as_text, schema
from tests.builders import DATA, GLOSSARY, GROUP, INDICATOR, MINIMAL, PARTNERSHIP, POPULATION, REPORT, edited, tree
from tests.rendering import ROOT
from tests.test_bad_input import CASES
from tests.test_cli import run

_DEMO = Path(demo.__file__).parent / "demo_data/data"
#: What the loader says of a value, and not of the text around it.
_REFUSED = {"wrong-value", "unknown-key", "missing-key", "not-a-date"}


class _AsEditors(yaml.SafeLoader):
    """Reads YAML as editors do, for whom a date is a text."""


_AsEditors.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def kind(path: str) -> str:
    """Return the name of the schema of a file."""
    return paths.kind_of(path)[0]


def facts(path: str, text: str) -> str:
    """Return the YAML of a file: all of it, or the facts at the top of a report."""
    return text.split("\n---\n", maxsplit=1)[0] if path.endswith(".md") else text


def refused(path: str, text: str) -> list[str]:
    """Return what the file's schema has against a text, read as editors read it."""
    value = yaml.load(facts(path, text), _AsEditors)  # noqa: S506 - a safe loader without dates
    validator = jsonschema.Draft7Validator(schema(kind(path)), format_checker=jsonschema.FormatChecker())
    return [error.message for error in validator.iter_errors(value)]


def documents(folder: Path) -> list[Path]:
    """Return every file with YAML in it below a folder."""
    return sorted(path for path in folder.rglob("*") if path.suffix in (".yml", ".md"))


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_in_the_repository_are_up_to_date(name: str) -> None:
    """What `make schemas` would write is what is there."""
    assert (ROOT / "schemas" / f"{name}.json").read_text("utf-8") == as_text(name)


def test_no_other_schemas() -> None:
    """The folder holds nothing else."""
    assert sorted(path.name for path in (ROOT / "schemas").iterdir()) == sorted(f"{name}.json" for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_schemas(name: str) -> None:
    """Each is valid by the standard it names."""
    jsonschema.Draft7Validator.check_schema(schema(name))


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=f"{path.parent.name}/{path.name}") for root in (DATA, _DEMO) for path in documents(root)],
)
def test_the_data_fit(path: Path) -> None:
    """Every file with YAML of the repository's data and of the demonstration fits its schema."""
    root = DATA if path.is_relative_to(DATA) else _DEMO
    assert refused(path.relative_to(root).as_posix(), path.read_text("utf-8")) == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "report"])
def test_the_data_fit_in_another_reader_of_yaml(name: str) -> None:
    """A validator with a YAML 1.2 reader of its own finds nothing either."""
    found = [str(path) for path in documents(DATA) if kind(path.relative_to(DATA).as_posix()) == name]
    assert found
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", f"{ROOT}/schemas/{name}.json", *found]
    ran = subprocess.run(command, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_files_name_their_schema(path: Path) -> None:
    """The first line of each file leads to its schema in the repository, so that it works in any copy of it."""
    first = path.read_text("utf-8").split("\n")[0]
    before, _, address = first.partition("=")
    assert before == "# yaml-language-server: $schema"
    wanted = ROOT / "schemas" / f"{kind(path.relative_to(DATA).as_posix())}.json"
    assert os.path.normpath(path.parent / address) == str(wanted)


def _made() -> Iterator[tuple[str, dict[str, str], str]]:
    """Yield each row of the tables of bad input that the loader refuses a value of: its fact, its change, the file."""
    for case in CASES:
        change = {path: text for path, text in case.change.items() if isinstance(text, str)}
        loaded = {one.place.path for one in load(tree(case.change)).findings if one.code in _REFUSED}
        yield from ((case.fact, change, path) for path in sorted(loaded) if kind(path) in NAMES)


#: What only the loader knows, by what its finding says was expected.
_UNSAID = {
    "a time zone like Europe/London": "which time zones there are",
    "the meeting's date as file name: 2006-09-11.md": "a file's name",
}


@pytest.mark.parametrize("fact,change,path", [pytest.param(*row, id=f"{row[0]} {row[2]}") for row in _made()])
def test_what_the_loader_refuses_is_refused(fact: str, change: dict[str, str], path: str) -> None:
    """A value of the tables of bad input that is a finding for the loader does not fit the schema either."""
    expected = [one.expected for one in load(tree(change)).findings if one.code in _REFUSED and one.place.path == path]
    if all(any(words in said for words in _UNSAID) for said in expected):
        return
    assert refused(path, change[path]), expected


def test_the_tables_have_such_values() -> None:
    """The test before this one has something to test."""
    assert len(list(_made())) >= 20


@pytest.mark.parametrize(
    "path,old,new",
    [
        (PARTNERSHIP, "data_to: 2006-07", "data_to: 2006-13"),
        (PARTNERSHIP, "data_to: 2006-07", "data_to: 1206-07"),
        (PARTNERSHIP, "date: 2006-09-11", "date: 2006-09-31"),
        (PARTNERSHIP, "date: 2006-09-11", "date: 2006-13-01"),
        (PARTNERSHIP, "date: 2006-09-11", "date: 11/09/2006"),
        (PARTNERSHIP, "baseline: 2005/06", "baseline: 2005/07"),
        (PARTNERSHIP, "baseline: 2005/06", "baseline: 2005-06-01"),
        (PARTNERSHIP, "achievements: 1", "achievements: -1"),
        (PARTNERSHIP, "achievements: 1", "achievements: 1.5"),
        (PARTNERSHIP, "achievements: 1", "achievements: true"),
        (PARTNERSHIP, "url: https:", "url: http:"),
        (PARTNERSHIP, "area: Anytown", "area: ' '"),
        (PARTNERSHIP, "area: Anytown", "area:"),
        (PARTNERSHIP, "area: Anytown", "area: Anytown\nrules: {decimals: 7}"),
        (PARTNERSHIP, "area: Anytown", "area: Anytown\nrules: {tolerance: '5'}"),
        (PARTNERSHIP, "area: Anytown", "area: Anytown\nrules: {tolerance: -1}"),
        (PARTNERSHIP, "area: Anytown", "area: Anytown\nrules: {screen_moving_ranges: 1}"),
        (PARTNERSHIP, "area: Anytown", "area: Anytown\nmotto: none"),
        (GROUP, "kind: reduce_by_percent", "kind: reduce"),
        (GROUP, "id: locks", "id: Locks"),
        (GROUP, "targets: [burglary]", "targets: burglary"),
        (GROUP, "change: 10", "change: '10'"),
        (GROUP, "wording: Reduce", "wordings: Reduce"),
        (INDICATOR, "frequency: month", "frequency: week"),
        (INDICATOR, "extracted: 2006-08-14", "extracted: 14 August"),
        (INDICATOR, "extracted: 2006-08-14", "disclosure: {threshold: 2}"),
        (POPULATION, "scale: 1000", "scale: 0"),
        (GLOSSARY, "closed-circuit television", "5"),
        (GLOSSARY, "closed-circuit television", ""),
        (REPORT, "data_to: 2006-07", "data_to: July 2006"),
        (REPORT, "prepared_by: {name: A Person, role: Officer}", "prepared_by: A Person"),
    ],
)
def test_loader_and_schema_refuse_alike(path: str, old: str, new: str) -> None:
    """Each of these is a finding for the loader, and does not fit the schema."""
    changed = edited(path, old, new)
    assert [one for one in load(tree(changed)).findings if one.code in _REFUSED]
    assert refused(path, changed[path])


@pytest.mark.parametrize(
    "path,old,new",
    [
        (PARTNERSHIP, "baseline: 2005/06", "baseline: 2006-04..2007-03"),
        (PARTNERSHIP, "baseline: 2005/06", "baseline: 1999/00"),
        (PARTNERSHIP, "area: Anytown", "area: Anytown\nrules: {tolerance: 2.5}"),
        (PARTNERSHIP, "date: 2006-09-11", "date: '2006-09-11'"),
        (GROUP, "    owner: Council\n", "    owner:\n"),
        (GROUP, "kind: reduce_by_percent", "kind: reduce_by_percent\n    baseline: 2005/06-Q4"),
        (REPORT, "prepared_by: {name: A Person, role: Officer}", "prepared_by: {name: , role: , organisation: }"),
        (GLOSSARY, MINIMAL[GLOSSARY], "# none yet\n"),
    ],
)
def test_loader_and_schema_take_alike(path: str, old: str, new: str) -> None:
    """Each of these is read without a finding, and fits the schema."""
    changed = edited(path, old, new)
    assert [one for one in load(tree(changed)).findings if one.code in _REFUSED] == []
    assert refused(path, changed[path]) == []


_PERIODS = ["2005/06", "1999/00", "2009/10", "2005/07", "2005/04", "1899/00", "2006/07-Q4", "2006/07-Q5"]


@pytest.mark.parametrize("text", [*_PERIODS, "2006-00", "2199-12", "2006-04..2006-07", "2006-04..2006-13"])
def test_patterns_of_periods(text: str) -> None:
    """A period's pattern fits just what is read as one; so does a month's."""
    for kind in (Month, Period):
        try:
            kind.parse(text)
            read = True
        except ValueError:
            read = False
        plan = {"type": "string", "pattern": kind.pattern}
        assert jsonschema.Draft7Validator(plan).is_valid(text) is read, kind


def _records(record: type[Record]) -> Iterator[type[Record]]:
    yield record
    for field in record.model_fields.values():
        for part in (field.annotation, *get_args(field.annotation)):
            if isinstance(part, type) and issubclass(part, Record):
                yield from _records(part)


@pytest.mark.parametrize("record", list(FIELD_WORDS), ids=lambda record: record.__name__)
def test_every_key_is_explained(record: type[Record]) -> None:
    """Each key of each record has a sentence, and no sentence is of a key that there is not."""
    assert [name for name in record.model_fields if not words_of(record, name).endswith(".")] == []
    assert set(FIELD_WORDS[record]) <= set(record.model_fields)


def test_editors_are_told_what_a_key_holds() -> None:
    """The sentence of a key stands in the schema, also beside a record of its own and in a list."""
    group = schema("group")
    told = json.dumps(group)
    assert all(words in told for words in FIELD_WORDS[Group].values())
    assert json.loads(told)["$defs"]["Target"]["properties"]["measure"]["description"] == words_of(Indicator, "measure")
    assert schema("report")["required"] == [name for name, f in FrontMatter.model_fields.items() if f.is_required()]


def test_the_command_prints_all_or_one() -> None:
    """Without a folder the schemas go to standard output: all of them by name, or the one asked for."""
    assert json.loads(run("schema").stdout) == {name: schema(name) for name in NAMES}
    assert run("schema", "--of", "group").stdout == as_text("group")


def test_the_command_writes_them(tmp_path: Path) -> None:
    """With a folder each is a file, written over the one that is there."""
    (tmp_path / "group.json").write_text("old", "utf-8")
    ran = run("schema", tmp_path)
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "", f"6 schemas written to {tmp_path}\n")
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {
        f"{name}.json": as_text(name) for name in NAMES
    }


def test_the_command_does_one_thing(tmp_path: Path) -> None:
    """A folder and --of together are wrong usage, as is an unknown name."""
    assert run("schema", tmp_path, "--of", "group").exit_code == 2
    assert run("schema", "--of", "groups").exit_code == 2
