"""Every field of every record has a kind of change, and an edit of any of them shows."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from cspsite import model
from cspsite.changes.change import Change
from cspsite.changes.compare import PARTS, changes
from cspsite.changes.fields import FIELDS
from cspsite.changes.shown import shown
from cspsite.model import Data, DenominatorValue, Observation, Record
from tests.versions import BASE, Place, other_than, places

#: Records that are told as one value of the field that they stand in.
WHOLE = (model.Measure, model.Disclosure, model.NewLimits, model.Point, model.Trajectory)
#: Bases of other records.
BASES = (model.Record, model.Marked, model.FrontMatter)
#: Lists of records: what comes into them, and goes, is told of those records.
LISTS = {"meetings": "meeting", "targets": "target", "actions": "action", "updates": "action", "other_issues": "report"}
#: A report's own group and meeting are those of its key.
KEYS = {("Report", "group"), ("Report", "meeting")}

RECORDS = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Record)]
EDITS = [
    pytest.param(place, name, id=f"{place.name}: {name}")
    for place in places(BASE)
    for name in type(place.record).model_fields
    if (type(place.record).__name__, name) not in KEYS
]


def all_kinds(kind: type[Change] = Change) -> list[type[Change]]:
    """Return every class that is a kind of its own."""
    below = [each for child in kind.__subclasses__() for each in all_kinds(child)]
    return [kind, *below] if hasattr(kind, "kind") and isinstance(vars(kind).get("kind"), str) else below


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_field_has_its_kind(kind: type[Record]) -> None:
    """No field of a record can be forgotten: each has a kind, or a rule of its own, or is told with its record."""
    if kind not in (*WHOLE, *BASES):
        assert set(kind.model_fields) <= set(FIELDS[kind])


def test_every_part_of_the_data_is_compared() -> None:
    """Each part of the data has something that compares it."""
    assert set(PARTS) == {field.name for field in fields(Data)}


@pytest.mark.parametrize("place, name", EDITS)
def test_an_edit_of_any_field_shows(place: Place, name: str) -> None:
    """Another value in any field of any record is told as a change of that record; and back as its mirror."""
    field = type(place.record).model_fields[name]
    value = other_than(getattr(place.record, name), field.annotation)
    other = place.put(BASE, place.record.model_copy(update={name: value}))
    found = changes(BASE, other)
    subjects = {(each.sort, each.id) for change in found for each in (change.subject, change.formerly) if each}
    assert subjects & place.subjects or LISTS.get(name) in {sort for sort, _ in subjects}
    assert all(change.words.endswith((".", "”")) for change in found)
    assert by_words(changes(other, BASE)) == by_words(change.mirrored() for change in found)


def by_words(found: Any) -> list[Change]:
    """Return changes in an order that does not depend on which version is the old one."""
    return sorted(found, key=repr)


@pytest.mark.parametrize("field", [field.name for field in fields(Observation) if field.name != "period"])
@pytest.mark.parametrize("row", [0, 5, 17])
def test_an_edit_of_any_count_shows(row: int, field: str) -> None:
    """Another count, marker or note of any month is told, with its month."""
    rows = BASE.observations["burglary"]
    values: dict[str, Any] = {"count": 7, "markers": frozenset("e"), "note": "Counted again."}
    edited = replace(rows[row], **{field: values[field]})
    other = replace(BASE, observations={"burglary": (*rows[:row], edited, *rows[row + 1 :])})
    (change,) = changes(BASE, other)
    assert change.subject.id == "burglary"
    assert rows[row].period.words in change.words


@pytest.mark.parametrize("field", [field.name for field in fields(DenominatorValue)])
def test_an_edit_of_any_estimate_shows(field: str) -> None:
    """Another value, date or source of an estimate is told; another reference date is another estimate."""
    (value,) = BASE.denominator_values["population"]
    day = date(2006, 6, 30)
    values: dict[str, Any] = {"reference_date": day, "value": 90_000, "published": day, "source": "The council"}
    other = replace(BASE, denominator_values={"population": (replace(value, **{field: values[field]}),)})
    kinds = ["estimate-removed", "estimate-added"] if field == "reference_date" else ["estimate-replaced"]
    assert [change.kind for change in changes(BASE, other)] == kinds


@pytest.mark.parametrize("name", ["observations", "denominator_values"])
def test_an_empty_file_shows(name: str) -> None:
    """A file of counts or estimates that has no rows is told when it comes and when it is gone."""
    files: dict[str, Any] = {name: {**getattr(BASE, name), "stray": ()}}
    other = replace(BASE, **files)
    assert [change.subject.id for change in changes(BASE, other)] == ["stray"]
    assert [change.subject.id for change in changes(other, BASE)] == ["stray"]


@pytest.mark.parametrize("kind", WHOLE, ids=lambda kind: kind.__name__)
def test_values_that_differ_are_shown_differently(kind: type[Record]) -> None:
    """A record that is told as one value reads otherwise when any of its fields is another."""
    record = other_than(None, kind)
    assert isinstance(record, Record)
    for name, field in kind.model_fields.items():
        other = record.model_copy(update={name: other_than(getattr(record, name), field.annotation)})
        assert shown(other) != shown(record), name


def test_kinds_are_told_apart() -> None:
    """Each kind of change has a name of its own, in kebab-case."""
    names = [kind.kind for kind in all_kinds()]
    assert len(names) > 60
    assert all(name == name.lower() and " " not in name and "_" not in name for name in names)
