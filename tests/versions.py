"""A small partnership with something of everything, to make other versions of."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from cspsite.changes.compare import changes
from cspsite.model import Data, Record, Report
from cspsite.periods import Month, Period
from tests.builders import COUNTS, MINIMAL, PARTNERSHIP, REPORT, data_of

FIRST, SECOND = date(2006, 9, 11), date(2006, 11, 13)
STREETS = "groups/streets/group.yml"
LATER = "groups/homes/reports/2006-11-13.md"
ANNUAL = "indicators/fires.yml"

_GROUP: Mapping[str, object] = {
    "name": "Safer Streets",
    "objective": "Calm evenings in the centre of the town",
    "chair": "Police",
    "starts": "2006-10-01",
    "targets": [
        {"id": "fires", "wording": "Hold deliberate fires where they are", "indicator": "fires", "kind": "hold"},
    ],
    "actions": [
        {"id": "lights", "title": "Light the underpass", "targets": ["fires"], "due": "2007-06-30"},
        {"id": "patrols", "title": "Walk the market place at closing time", "state": "closed", "closed": "2006-10-02"},
    ],
}
_FIRES: Mapping[str, object] = {
    "name": "Deliberate fires",
    "definition": "Fires that the brigade records as set on purpose.",
    "unit": "fires",
    "polarity": "lower_is_better",
    "frequency": "year",
}
_LATER = (
    MINIMAL[REPORT]
    .replace("2006-07", "2006-09")
    .replace("Every lock was fitted.", "Half the estate has window locks.")
    .replace("There were {{ burglary.count }} burglaries.", "Work began on the second estate.")
    + """
### Keys that went astray

*For:* the Council

Three sets of keys have not been returned.
"""
)
_MORE = "2006-08,96,p,\n2006-09,94,p,not all crimes are coded yet\n"

#: One group with two reports, another with none; two indicators, of which one has no counts.
FILES: Mapping[str, str] = {
    PARTNERSHIP: MINIMAL[PARTNERSHIP].replace(
        "  - {date: 2006-09-11, data_to: 2006-07}\n",
        "  - {date: 2006-09-11, data_to: 2006-07, decisions: [Go on with the locks]}\n"
        "  - {date: 2006-11-13, data_to: 2006-09}\n",
    ),
    COUNTS: MINIMAL[COUNTS] + _MORE,
    STREETS: json.dumps(_GROUP),
    ANNUAL: json.dumps(_FIRES),
    LATER: _LATER,
}
BASE = data_of(FILES)


def version(*edits: tuple[str, str, str]) -> Data:
    """Return the partnership with edits of its files: path, what stands there once, and what to put instead."""
    files = {**MINIMAL, **FILES}
    for path, old, new in edits:
        assert files[path].count(old) == 1, f"{old!r} stands {files[path].count(old)} times in {path}"
        files[path] = files[path].replace(old, new)
    return data_of(files)


def told(old: Data, new: Data) -> list[tuple[str, str, str | None, str | None]]:
    """Return each change's kind, the id of its subject, old and new."""
    return [(each.kind, each.subject.id, each.old, each.new) for each in changes(old, new)]


@dataclass(frozen=True)
class Place:
    """A record of the base: how to put another one in its place, and which subjects a change of it may have."""

    name: str
    record: Record
    put: Callable[[Data, Any], Data]
    subjects: frozenset[tuple[str, str]]


def places(data: Data) -> Iterator[Place]:
    """Every record that has fields of its own, but for those within a field."""
    whole = frozenset({("partnership", "")})
    yield Place("partnership", data.partnership, lambda d, new: replace(d, partnership=new), whole)
    for name in ("codes", "strategy", "licence", "form", "rules", "publication"):
        yield Place(name, getattr(data.partnership, name), _in_partnership(name), whole)
    for i, meeting in enumerate(data.partnership.meetings):
        yield Place(f"meeting {i}", meeting, _meeting(i), frozenset({("meeting", str(meeting.date))}))
    for id, group in data.groups.items():
        yield Place(f"group {id}", group, _by_id("groups", id), frozenset({("group", id)}))
        for field, sort in (("targets", "target"), ("actions", "action")):
            for i, part in enumerate(getattr(group, field)):
                yield Place(f"{sort} {part.id}", part, _part(id, field, i), frozenset({(sort, part.id)}))
    for id, indicator in data.indicators.items():
        yield Place(f"indicator {id}", indicator, _by_id("indicators", id), frozenset({("indicator", id)}))
    for id, denominator in data.denominators.items():
        yield Place(f"denominator {id}", denominator, _by_id("denominators", id), frozenset({("denominator", id)}))
    for key, report in data.reports.items():
        yield from _in_report(key, report)


def _in_report(key: tuple[str, date], report: Report) -> Iterator[Place]:
    own = frozenset({("report", f"{key[0]}/{key[1]}")})
    yield Place(f"report {key[1]}", report, _by_id("reports", key), own)
    for i, update in enumerate(report.updates):
        yield Place(f"update {key[1]}", update, _within(key, "updates", i), own | {("action", update.action)})
    for i, issue in enumerate(report.other_issues):
        yield Place(f"issue {key[1]}", issue, _within(key, "other_issues", i), own | {("issue", issue.title)})


def _in_partnership(name: str) -> Callable[[Data, Any], Data]:
    return lambda d, new: replace(d, partnership=d.partnership.model_copy(update={name: new}))


def _meeting(i: int) -> Callable[[Data, Any], Data]:
    return lambda d, new: _in_partnership("meetings")(d, put_at(d.partnership.meetings, i, new))


def _by_id(name: str, id: object) -> Callable[[Data, Any], Data]:
    def put(data: Data, new: object) -> Data:
        """Return the data with another record."""
        records: dict[str, Any] = {name: {**getattr(data, name), id: new}}
        return replace(data, **records)

    return put


def _part(id: str, field: str, i: int) -> Callable[[Data, Any], Data]:
    def put(data: Data, new: object) -> Data:
        """Return the data with another target or action."""
        group = data.groups[id]
        other = group.model_copy(update={field: put_at(getattr(group, field), i, new)})
        return replace(data, groups={**data.groups, id: other})

    return put


def _within(key: tuple[str, date], field: str, i: int) -> Callable[[Data, Any], Data]:
    def put(data: Data, new: object) -> Data:
        """Return the data with another update or issue."""
        report = data.reports[key]
        other = report.model_copy(update={field: put_at(getattr(report, field), i, new)})
        return replace(data, reports={**data.reports, key: other})

    return put


def put_at(items: tuple[Any, ...], i: int, new: object) -> tuple[Any, ...]:
    """Return the items with another one at a place."""
    return (*items[:i], new, *items[i + 1 :])


def other_than(value: object, annotation: object) -> object:
    """Return another value that a field of that type may have."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return other_than(value, args[0])
    if origin is Literal:
        return next(word for word in args if word != value)
    if origin in (Union, UnionType):
        (known,) = (each for each in args if each is not type(None))
        return other_than(value, known)
    if origin is tuple:
        return () if value else (other_than(None, args[0]),)
    return _OTHER[annotation](value) if annotation in _OTHER else _record(value, annotation)


def _record(value: object, annotation: object) -> object:
    """Return a record with another value in its last field that can have one."""
    assert isinstance(annotation, type)
    assert issubclass(annotation, Record)
    known = {name: getattr(value, name, field.default) for name, field in annotation.model_fields.items()}
    for name, field in annotation.model_fields.items():
        if field.is_required() and value is None:
            known[name] = other_than(None, field.annotation)
    last = [name for name in known if known[name] is None or not isinstance(known[name], tuple)][-1]
    if value is not None:
        known[last] = other_than(known[last], annotation.model_fields[last].annotation)
    return annotation.model_construct(**known)


_OTHER: Mapping[object, Callable[[Any], object]] = {
    str: lambda value: f"{value} too" if value else "another",
    int: lambda value: (value or 0) + 7,
    bool: lambda value: not value,
    Decimal: lambda value: (value or Decimal(0)) + Decimal("1.5"),
    date: lambda value: (value or FIRST) + timedelta(3),
    Month: lambda value: (value or Month.of(2006, 1)) + 1,
    Period: lambda value: (value or Period.financial_year(2003)).shifted(12),
}
