"""The command `schema`: JSON Schemas of the data's YAML files, for editors and other programs."""

from __future__ import annotations

import json
from pathlib import Path

import click

from cspsite.errors import UsageError
from cspsite.schema import NAMES, as_text, files, schema


@click.command("schema")
@click.argument("out", required=False, type=click.Path(path_type=Path))
@click.option("--of", "name", type=click.Choice(NAMES), help="Print the schema of this kind of file only.")
def schemas(out: Path | None, name: str | None) -> None:
    """Print the JSON Schemas of the data's YAML files, or write them to the folder OUT, over those that are there."""
    if out is not None and name is not None:
        raise UsageError("name a folder, or one schema to print with --of")
    if out is None:
        all_of_them = json.dumps({one: schema(one) for one in NAMES}, indent=2, ensure_ascii=False) + "\n"
        click.echo(as_text(name) if name else all_of_them, nl=False)
        return
    out.mkdir(parents=True, exist_ok=True)
    for file, text in files():
        (out / file).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{len(NAMES)} schemas written to {out}", err=True)
