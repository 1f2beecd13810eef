"""The command `new-report`: the file of a report that is still to be written."""

from __future__ import annotations

from pathlib import Path

import click

from cspsite import paths
from cspsite.cli_options import data_option, read_publication
from cspsite.errors import UsageError
from cspsite.numbers import counted
from cspsite.proposal import data_of, meeting_of, write_new
from cspsite.publication import Publication
from cspsite.quote import Quoter
from cspsite.report_notes import notes
from cspsite.report_text import report_text
from cspsite.skeleton import Skeleton, skeleton


@click.command("new-report")
@click.argument("group")
@click.argument("meeting")
@data_option
@click.option("--stdout", is_flag=True, help="Print the report instead of writing its file.")
def new_report(group: str, meeting: str, folder: Path, stdout: bool) -> None:
    """Write a report that is still to be filled in: every open action, with what was last said of it beside it.

    GROUP is the delivery group's id, MEETING the meeting's date, such as 2006-11-13. No file is overwritten.
    """
    publication = read_publication(folder)
    found, text = _report(publication, group, meeting)
    if stdout:
        click.echo(text, nl=False)
        return
    written = write_new(folder / paths.report(found.id, found.meeting.date), text)
    click.echo(f"{written} written, with {counted(str(len(found.rows)), 'updates')} to fill in", err=True)


def _report(publication: Publication, group: str, meeting: str) -> tuple[Skeleton, str]:
    """What the report is about, and its text."""
    data = data_of(publication)
    found = skeleton(data, group, meeting_of(data, meeting))
    file = paths.group(group)
    if publication.figures is None or file in publication.loaded.broken:
        raise UsageError(f"{publication.folder}/{file} has errors, so that actions may be missing: run `cspsite check`")
    beside = notes(found, Quoter(publication.figures))
    return found, report_text(found.report, data.partnership.form.plans_for, beside)
