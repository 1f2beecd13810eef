"""The command `cspsite`: results on standard output, messages on standard error, 0 done, 1 findings, 2 wrong usage."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cspsite import __version__, print_figures, print_findings
from cspsite.clock import today
from cspsite.errors import UsageError
from cspsite.findings import blocking
from cspsite.publication import Publication, read
from cspsite.quote import Quoter
from cspsite.tree import read_folder

_data = click.option(
    "--data",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The folder that holds the partnership's data.",
)


class _Commands(click.Group):
    """Commands whose UsageError is a plain sentence with exit status 2."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a UsageError ends it with its own sentence."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise click.UsageError(str(error)) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cspsite")
def main() -> None:
    """Check, compute and publish the reports of a Community Safety Partnership."""


@main.command()
@_data
@click.option("--format", "form", type=click.Choice(list(print_findings.FORMATS)), default="text", show_default=True)
def check(folder: Path, form: str) -> None:
    """Check everything in the data folder and print what is to be put right.

    Exit status 1 if anything stops publication, that is if any finding is an error.
    """
    publication = _read(folder)
    click.echo(print_findings.FORMATS[form](publication.findings, publication.folder))
    if form != "text":
        click.echo(print_findings.summary(publication.findings), err=True)
    sys.exit(1 if blocking(publication.findings) else 0)


@main.command()
@click.argument("group")
@click.argument("meeting")
@_data
@click.option("--format", "form", type=click.Choice(list(print_figures.FORMATS)), default="text", show_default=True)
def figures(group: str, meeting: str, folder: Path, form: str) -> None:
    """Print every figure of a report with its working.

    GROUP is the delivery group's id, MEETING the meeting's date, such as 2006-09-11.
    """
    publication = _read(folder)
    data = publication.loaded.data
    if data is None or publication.figures is None:
        raise UsageError(f"{folder}/partnership.yml cannot be read; run `cspsite check`")
    known = {(id, str(day)): report for (id, day), report in data.reports.items()}
    report = known.get((group, meeting))
    if report is None or group not in data.groups:
        given = "; ".join(" ".join(key) for key in sorted(known)) or "none"
        raise UsageError(f"there is no report of {group} to {meeting}; the reports are: {given}")
    lines = list(print_figures.report_lines(Quoter(publication.figures), data.groups[group], report))
    click.echo(print_figures.FORMATS[form](lines))


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
@_data
@click.option(
    "--docs",
    type=click.Path(path_type=Path),
    default=Path("docs"),
    show_default=True,
    help="The hand-written pages.",
)
def write(out: Path, folder: Path, docs: Path) -> None:
    """Write all pages, downloads and assets to the new folder OUT, for any site generator.

    Nothing is written while a finding is an error.
    """
    from cspsite.pages import write_site  # noqa: PLC0415 - a check need not wait for pages to load

    publication = _read(folder)
    if blocking(publication.findings):
        click.echo(
            print_findings.as_text([f for f in publication.findings if f.severity == "error"], publication.folder),
            err=True,
        )
        sys.exit(1)
    count = write_site(publication, docs, out)
    click.echo(f"{count} files written to {out}", err=True)


def _read(folder: Path) -> Publication:
    return read(read_folder(folder), today())
