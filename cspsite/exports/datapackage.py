"""The tables as a Frictionless Data Package: what each file holds, so that a program can read and check it.

Specification: https://datapackage.org (Data Package, Data Resource, Table Schema, version 2).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

from cspsite.exports.source import Source
from cspsite.exports.table import Column, Link, Table
from cspsite.model import Partnership

#: What the tables look like otherwise than their JSON.
_APOSTROPHE = (
    "In CSV files an apostrophe leads text that a spreadsheet would take for a formula; it is no part of the text"
)
Json = Mapping[str, object]
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def resource(table: Table, content: bytes) -> Json:
    """A table's CSV file: its bytes and their hash, and every column with its type and what may stand in it."""
    return {
        "name": table.name.replace("_", "-"),
        "type": "table",
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.meaning,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **({"foreignKeys": [_link(link) for link in table.links]} if table.links else {}),
        },
    }


def _field(column: Column) -> Json:
    found: dict[str, object] = {"name": column.name, "type": column.type, "description": column.meaning}
    if column.unit:
        found["unit"] = column.unit
    if column.type == "boolean":
        found |= {"trueValues": ["yes"], "falseValues": ["no"]}
    limits = ({"required": True} if column.required else {}) | (
        {"enum": list(column.allowed)} if column.allowed else {}
    )
    return found | ({"constraints": limits} if limits else {})


def _link(link: Link) -> Json:
    there = {"resource": link.table.replace("_", "-"), "fields": list(link.theirs)}
    return {"fields": list(link.columns), "reference": there}


def package(source: Source, resources: Iterable[Json], url: str = "") -> str:
    """The descriptor; its version is the day of the latest meeting, and no clock is asked.

    `url` is where the site stands, empty if that is not known.
    """
    partnership = source.data.partnership
    licence, name = partnership.licence, partnership.name
    told: dict[str, object] = {
        "$schema": _PROFILE,
        "name": slug(name),
        "title": f"{name}: progress reports",
        "description": description(partnership),
    }
    if url:
        told["homepage"] = url
    if source.latest:
        told["version"] = source.latest.date.isoformat()
    told |= {
        "licenses": [{"name": slug(licence.name, lower=False), "path": licence.url, "title": licence.name}],
        "sources": [{"title": title} for title in sources(source)],
        "contributors": [{"title": name, "roles": ["publisher"]}],
        "keywords": ["community safety", partnership.area],
        "resources": list(resources),
    }
    if not told["sources"]:
        del told["sources"]
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def description(partnership: Partnership) -> str:
    """What the data are, in sentences: what has to be said of them, and what of them is illustrative."""
    told = f"Counts, figures, statuses and reports of the {partnership.name}."
    parts = (told, partnership.licence.attribution, partnership.illustrative, _APOSTROPHE)
    return " ".join(f"{part.rstrip('. ')}." for part in parts if part)


def sources(source: Source) -> list[str]:
    """Who counted what the data hold, each once, in the order of the alphabet."""
    found = {one.source for one in source.data.indicators.values() if one.source}
    found |= {value.source for values in source.data.denominator_values.values() for value in values if value.source}
    return sorted(found)


def slug(words: str, *, lower: bool = True) -> str:
    """Words as a name of letters, digits, full stops and hyphens; `data` where nothing is left."""
    made = re.sub(r"[^A-Za-z0-9.]+", "-", words.lower() if lower else words).strip("-.")
    return made or "data"
