"""What the commands of `cspsite` have in common: their options, and how they read the data."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

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


def _checked_url(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """A whole web address, or nothing; raises BadParameter for anything else."""
    parts = urlsplit(value)
    if value and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise click.BadParameter("give a whole address such as https://example.org/partnership/")
    return value


def _checked_folder(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """A whole web address that ends with a slash, or nothing."""
    checked = _checked_url(context, parameter, value)
    return f"{checked.rstrip('/')}/" if checked else ""


site_url_option = click.option(
    "--site-url",
    "url",
    default="",
    callback=_checked_url,
    help="Where the site will stand, such as https://example.org/partnership/; its addresses are then named in full.",
)

proposals_option = click.option(
    "--proposals",
    default="",
    callback=_checked_folder,
    help="Where GitHub takes new files of the data folder, such as https://github.com/o/r/new/main/data/; "
    "the forms for updates then lead there.",
)


def read_publication(folder: Path) -> Publication:
    """The data folder as it is now, with its past; raises UsageError when there is none."""
    return read_today(read_folder(folder), History.of(folder))
