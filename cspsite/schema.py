"""JSON Schemas of the YAML files, made of the records that read them, so that editors complete and check as we do."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal

from cspsite.field_words import words_of
from cspsite.model import Denominator, FrontMatter, Group, Indicator, Partnership, Record
from cspsite.validate import inner_record

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Object = dict[str, Json]

#: draft-07 is what editors know best
_DRAFT = "http://json-schema.org/draft-07/schema#"
#: What each schema is about, and the record of each file; a glossary is no record.
_RECORDS: Mapping[str, tuple[str, type[Record]]] = {
    "partnership": ("partnership.yml", Partnership),
    "group": ("groups/<group>/group.yml", Group),
    "indicator": ("indicators/<indicator>.yml", Indicator),
    "denominator": ("denominators/<denominator>.yml", Denominator),
    "report": ("the facts at the top of groups/<group>/reports/<meeting>.md", FrontMatter),
}
_GLOSSARY: Object = {
    "$schema": _DRAFT,
    "title": "glossary.yml",
    "description": "Acronyms, and what each stands for.",
    "type": ["object", "null"],
    "additionalProperties": {"type": "string", "pattern": r"\S", "description": "What it stands for, in words."},
}
NAMES = (*_RECORDS, "glossary")
#: What pydantic calls a bound of a value that is checked before.
_BOUNDS = {"ge": "minimum", "le": "maximum"}


def schema(name: str) -> Object:
    """The schema of that name, which is one of NAMES."""
    if name == "glossary":
        return _GLOSSARY
    title, record = _RECORDS[name]
    known = {found.__name__: found for found in _within(record)}
    made: Object = record.model_json_schema(mode="validation")
    parts = made.pop("$defs", {})
    made = _record(made, record)
    if isinstance(parts, dict):
        made["$defs"] = {part: _record(plan, known[part]) for part, plan in parts.items() if isinstance(plan, dict)}
    return {"$schema": _DRAFT, **made, "title": title}


def as_text(name: str) -> str:
    """The schema as a file."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


def files() -> Iterator[tuple[str, str]]:
    """The name and the text of every schema's file."""
    for name in NAMES:
        yield f"{name}.json", as_text(name)


def _within(record: type[Record]) -> Iterator[type[Record]]:
    """Every record that stands within a record."""
    for field in record.model_fields.values():
        inner = inner_record(field.annotation)
        if inner is not None and issubclass(inner, Record):
            yield inner
            yield from _within(inner)


def _record(plan: Object, record: type[Record]) -> Object:
    """A record's plan with the sentence of each of its keys."""
    fields, described = plan.get("properties"), str(plan.get("description", ""))
    properties: Object = {
        name: _field(record, name, field)
        for name, field in (fields.items() if isinstance(fields, dict) else ())
        if isinstance(field, dict)
    }
    return {**plan, "description": described.partition("\n\n")[0], "properties": properties}


def _field(record: type[Record], name: str, plan: Object) -> Object:
    """A key's plan, with its sentence and, where it is a single value, what it is when left out."""
    made = _plain({key: part for key, part in plan.items() if key != "default"})
    if "$ref" in made:  # draft-07 reads nothing beside it
        made = {"allOf": [made]}
    default = record.model_fields[name].default
    if isinstance(default, Decimal):
        default = int(default) if default == int(default) else float(default)
    known: Object = {"default": default} if isinstance(default, str | int | float) else {}
    return {"description": words_of(record, name), **made, **known}


def _plain(plan: Object) -> Object:
    """A value's plan without the titles that only repeat its name, its bounds as JSON Schema calls them."""
    made: Object = {}
    for name, part in plan.items():
        if isinstance(part, list):
            made[name] = [_plain(one) if isinstance(one, dict) else one for one in part]
        elif name != "title":
            made[_BOUNDS.get(name, name)] = _plain(part) if isinstance(part, dict) else part
    return made
