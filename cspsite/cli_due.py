"""The commands about reports that are owed: `due` lists them, `remind` says which issues to open for them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from cspsite.cli_options import data_option, read_publication, site_url_option
from cspsite.clock import today
from cspsite.errors import UsageError
from cspsite.owed import WITHIN, Owed, owed
from cspsite.print_owed import FORMATS
from cspsite.proposal import data_of, write_new
from cspsite.reminders import as_json, bodies_of, to_open
from cspsite.words import day_words

on_option = click.option(
    "--on", "day", metavar="DATE", help="The day to ask about, such as 2006-11-03.  [default: today]"
)


@click.command()
@data_option
@on_option
@click.option(
    "--within",
    type=click.IntRange(min=0),
    default=WITHIN,
    show_default=True,
    help="After the next meeting, those whose papers are due within so many days.",
)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
def due(folder: Path, day: str | None, within: int, form: str) -> None:
    """Print which group owes which report by when: those overdue for the last meeting, and those to come."""
    on, found = _owed(folder, day, within)
    click.echo(FORMATS[form](found, on, folder.as_posix()))


@click.command()
@click.argument("issues", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@data_option
@on_option
@click.option("--address", default="", help="The repository's address on the web, for links.")
@site_url_option
def remind(issues: Path, out: Path, folder: Path, day: str | None, address: str, url: str) -> None:
    """Write the issues that remind groups of reports due within ten days to the folder OUT, a JSON file each.

    ISSUES names the issues that were opened before, open or closed: a JSON object with its body a line. None is
    written for a report that one of them is about already.
    """
    from cspsite.pages import addresses  # noqa: PLC0415 - the other commands need not wait for pages to load

    on, found = _owed(folder, day, WITHIN)
    opened = bodies_of(issues.read_text(encoding="utf-8"))
    pages = {one.id: f"{url.rstrip('/')}/{addresses.update(one.id)}" for one in found if url}
    for number, reminder in enumerate(to_open(found, on, opened, address, pages), 1):
        write_new(out / f"{number:03}.json", as_json(reminder))
        click.echo(reminder.title, err=True)


def _owed(folder: Path, day: str | None, within: int) -> tuple[date, list[Owed]]:
    """The day, and the reports that are owed on it."""
    publication = read_publication(folder)
    data, loaded = data_of(publication), publication.loaded
    on = _day(day) if day else today(loaded.time_zone)
    if all(meeting.date < on for meeting in data.meetings):
        click.echo(f"{folder}/partnership.yml names no meeting on or after {day_words(on)}: add the next one", err=True)
    return on, owed(data, {*loaded.texts, *loaded.broken}, on, within)


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise UsageError(f"{text!r} is not a date; write it as 2006-11-03") from None
