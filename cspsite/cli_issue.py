"""The commands about issues on GitHub: `issue-forms` writes a form for each group, `from-issue` reads what is sent."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cspsite.cli_options import data_option, read_publication
from cspsite.clock import today
from cspsite.errors import UsageError
from cspsite.issue import forms
from cspsite.issue.event import LONGEST_EVENT, Event, read_event
from cspsite.issue.result import Result, as_json, is_doubtful, proposed, refused
from cspsite.issue.sent import sent
from cspsite.proposal import data_of, propose
from cspsite.publication import Publication
from cspsite.tree import read_folder


@click.command("issue-forms")
@data_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    show_default=".github/ISSUE_TEMPLATE, beside the data folder",
    help="The folder of the forms.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit status 1 where a form is not as the data have it.")
def issue_forms(folder: Path, out: Path | None, check: bool) -> None:
    """Write a form for each delivery group, with which its report can be sent as an issue on GitHub.

    Forms of groups that owe no report any more are removed. With --check, a form that only lacks reports which have
    come since it was written is not wrong, but is named.
    """
    publication = read_publication(folder)
    data, present = data_of(publication), {*publication.loaded.texts, *publication.loaded.broken}
    out = out or folder.parent / ".github/ISSUE_TEMPLATE"
    there, wanted = forms.read_forms(out), forms.forms(data, present)
    if check:
        states = forms.compared(data, present, there, wanted)
        for name, state in states.items():
            click.echo(f"{out / name}: {state.value}", err=True)
        sys.exit(1 if any(state.is_wrong for state in states.values()) else 0)
    for path in forms.write_forms(out, there, wanted):
        click.echo(path, err=True)


@click.command("from-issue")
@click.argument("event", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@data_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    show_default="the data folder",
    help="The folder to write the report below.",
)
@click.option("--address", default="", help="The repository's address on the web, for links.")
def from_issue(event: Path, folder: Path, out: Path | None, address: str) -> None:
    """Write the report that somebody has sent as an issue on GitHub, and print what becomes of it as JSON.

    EVENT is the file in which GitHub tells a workflow of an issue. Exit status 1 if the report cannot be published as
    it is, 2 if no report can be made of the issue; the JSON says why. No file is overwritten.
    """
    with event.open("rb") as opened:
        happened = read_event(opened.read(LONGEST_EVENT + 1))
    if not happened.is_update:
        raise UsageError(f"issue {happened.number} is no update: it has neither the label nor the title of one")
    publication = read_publication(folder)
    try:
        result, doubtful = _result(happened, publication, folder, out, address.rstrip("/"))
    except UsageError as error:
        click.echo(as_json(refused(happened, str(error))))
        raise
    click.echo(as_json(result))
    sys.exit(1 if doubtful else 0)


def _result(
    happened: Event, publication: Publication, folder: Path, out: Path | None, address: str
) -> tuple[Result, bool]:
    """The report's file is written, and then what becomes of it is said."""
    loaded = publication.loaded
    received = sent(loaded, data_of(publication), happened.body)
    proposal = propose(read_folder(folder), received.report, today(loaded.time_zone))
    written = proposal.write(out or folder)
    click.echo(f"{written} written", err=True)
    return proposed(happened, received, proposal, address), is_doubtful(received, proposal)
