"""Plain values to records: every key that is wrong is a finding, and what is right is kept."""

from __future__ import annotations

import typing
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cspsite.findings import Finding, nearest
from cspsite.lines import Key, Lines
from cspsite.yaml_file import Document, Value

R = TypeVar("R", bound=BaseModel)


def record_of(record: type[R], document: Document, path: str, lines: Lines) -> tuple[R | None, list[Finding]]:
    """Make a record of a YAML document, with the findings of both; none twice for one line."""
    if any(finding.code in ("yaml-syntax", "yaml-tab") for finding in document.findings):
        return None, document.findings
    result, findings = validate(record, document.value, path, lines)
    said = {finding.place for finding in document.findings}
    return result, document.findings + [finding for finding in findings if finding.place not in said]


def validate(record: type[R], value: Value, path: str, lines: Lines, **known: object) -> tuple[R | None, list[Finding]]:
    """Make a record of `value`.

    `known` are fields that the file does not hold, such as the id. Where list items or optional keys are
    wrong, they are left out and the rest is read, so that one slip does not hide others.
    Returns None when too much is wrong.
    """
    if not isinstance(value, dict):
        expected = "keys and values: " + ", ".join(_required(record))
        found = "nothing" if value is None else f"a {_NAMES.get(type(value), 'single value')}"
        return None, [Finding("wrong-value", lines.place(path), found, expected)]
    try:
        return record.model_validate({**value, **known}), []
    except ValidationError as error:
        problems = [problem for problem in error.errors() if not _is_misspelt(error, problem)]
        findings = [_finding(record, value, problem, path, lines) for problem in problems]
        keys = [tuple(problem["loc"]) for problem in error.errors()]
        items = {(str(key[0]), key[1]) for key in keys if len(key) > 1 and isinstance(key[1], int)}
        names = {str(key[0]) for key in keys if key and key[:2] not in items}
        lines.without_items(path, items)
        kept = _without(value, items, names)
    try:
        return record.model_validate({**kept, **known}), findings
    except ValidationError:
        return None, findings


def _is_misspelt(error: ValidationError, problem: Any) -> bool:
    """Whether a missing key stands beside an unknown one that is most like it, which is finding enough."""
    *around, name = problem["loc"]
    beside = [other["loc"] for other in error.errors() if other["type"] == "extra_forbidden"]
    unknown = [str(key[-1]) for key in beside if list(key[:-1]) == around]
    return problem["type"] == "missing" and nearest(str(name), unknown) != ""


_NAMES: dict[type, str] = {list: "list", str: "text", int: "number", bool: "yes or no"}


def _required(record: type[BaseModel]) -> list[str]:
    return [name for name, field in record.model_fields.items() if field.is_required()]


def _finding(record: type[BaseModel], value: Value, problem: Any, path: str, lines: Lines) -> Finding:
    key: Key = tuple(problem["loc"])
    name = str(key[-1]) if key else ""
    place = lines.place(path, *key)
    if problem["type"] == "missing":
        return Finding("missing-key", place, f"no {name}", f"the key {name}", f"Add a line {name}: …")
    if problem["type"] == "extra_forbidden":
        known = _keys_at(record, key[:-1])
        close = nearest(name, known)
        advice = f"Did you mean {close}?" if close else ""
        return Finding("unknown-key", place, name, "one of " + ", ".join(known), advice)
    found = "nothing" if problem["input"] is None else str(problem["input"])
    expected = _pairs(record, key) if problem["type"] == "model_type" else _expected(problem)
    return Finding("wrong-value", place, f"{_label(value, key)}: {found[:80]}", expected)


def _pairs(record: type[BaseModel], key: Key) -> str:
    """The keys that are wanted where a single value stands, as they can be written in one line."""
    pairs = ", ".join(f"{name}: …" for name in _keys_at(record, key))
    return f"keys and values, such as {{{pairs}}}"


def _label(value: Value, key: Key) -> str:
    """`target burglary: change` or `meeting 2: data_to`: items by their id, else counted from 1."""
    items, names = list[str](), list[str]()
    for part in key:
        if isinstance(part, int):
            value = value[part] if isinstance(value, list) and part < len(value) else None
            id = value.get("id") if isinstance(value, dict) else None
            items.append(f"{names.pop().removesuffix('s')} {id if isinstance(id, str) else part + 1}")
        else:
            value = value.get(part) if isinstance(value, dict) else None
            names.append(part)
    return ": ".join([*items, *([".".join(names)] if names else [])])


def _expected(problem: Any) -> str:
    if problem["type"] == "literal_error":
        return "one of " + str(problem["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
    if problem["type"] == "string_pattern_mismatch" and "a-z0-9" in problem["ctx"]["pattern"]:
        return "an id: lower-case letters, digits and single hyphens"
    if problem["type"] == "value_error":
        return str(problem["ctx"]["error"]).rpartition("expected ")[2]
    message = str(problem["msg"]).removeprefix("Input should be ").removeprefix("String should ")
    return _EXPECTED.get(str(problem["type"]), message)


_EXPECTED = {
    "string_type": "text, in quotes where it looks like a number or a date",
    "string_too_short": "some words",
    "tuple_type": "a list",
}


def _keys_at(record: type[BaseModel], key: Key) -> list[str]:
    """The keys that the record at `key` within `record` may have."""
    for part in key:
        if isinstance(part, str):
            record = inner_record(record.model_fields[part].annotation) or record
    return list(record.model_fields)


def inner_record(annotation: Any) -> type[BaseModel] | None:
    """The record type within an annotation such as `tuple[Target, ...]` or `Measure | None`."""
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, BaseModel) else None
    return next((found for arg in typing.get_args(annotation) if (found := inner_record(arg))), None)


def _without(value: dict[str, Value], items: set[tuple[str, int]], names: set[str]) -> dict[str, Value]:
    """`value` without the list items and keys that are wrong."""
    return {
        name: [item for i, item in enumerate(part) if (name, i) not in items] if isinstance(part, list) else part
        for name, part in value.items()
        if name not in names
    }
