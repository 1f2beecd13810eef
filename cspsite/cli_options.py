"""What the commands of `cspsite` have in common: their options, and how they read the data."""

from __future__ import annotations

from pathlib import Path

import click

from cspsite.clock import read_today
from cspsite.history import History
from cspsite.publication import Publication
from cspsite.tree import read_folder

data_option = click.option(
    "--data",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The folder that holds the partnership's data.",
)

docs_option = click.option(
    "--docs",
    type=click.Path(path_type=Path),
    show_default="docs, beside the data folder",
    help="The hand-written pages.",
)


def read_publication(folder: Path) -> Publication:
    """The data folder as it is now, with its past; raises UsageError when there is none."""
    return read_today(read_folder(folder), History.of(folder))
