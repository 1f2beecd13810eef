"""The commands `to-word` and `from-word`: the partnership's form as a Word document, and back to a report."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cspsite import paths, plain_findings
from cspsite.cli_options import data_option, read_publication
from cspsite.clock import today
from cspsite.errors import UsageError
from cspsite.findings import blocking
from cspsite.lines import Lines
from cspsite.model import Report
from cspsite.proposal import Proposal, data_of, meeting_of, propose, write_new, write_new_bytes
from cspsite.quote import Quoter
from cspsite.report_file import read_report
from cspsite.tree import read_folder

out_option = click.option(
    "--out", type=click.Path(path_type=Path), help="Where to write it; a file that is there is not overwritten."
)


@click.command("to-word")
@click.argument("group")
@click.argument("meeting")
@data_option
@out_option
def to_word(group: str, meeting: str, folder: Path, out: Path | None) -> None:
    """Write the form for a group's report to a meeting as a Word document, to be filled in and sent back.

    GROUP is the delivery group's id, MEETING the meeting's date, such as 2006-11-13. The form holds the report if
    there is one, else the words of the last one. Without --out it is written here, as GROUP-MEETING.docx.
    """
    from cspsite.word.form_out import form  # noqa: PLC0415 - the other commands need not wait for Word
    from cspsite.word.sheet import sheet_of  # noqa: PLC0415

    publication = read_publication(folder)
    data = data_of(publication)
    sheet = sheet_of(data, group, meeting_of(data, meeting))
    file = paths.group(group)
    if publication.figures is None or file in publication.loaded.broken:
        raise UsageError(f"{publication.folder}/{file} has errors, so that actions may be missing: run `cspsite check`")
    content = form(sheet, group, Quoter(publication.figures))
    written = write_new_bytes(out or Path(f"{group}-{meeting}.docx"), content)
    click.echo(f"{written} written; fill it in with Word, then read it back with `cspsite from-word`", err=True)


@click.command("from-word")
@click.argument("document", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--group", help="The delivery group's id, where the form does not name the group.")
@click.option("--meeting", help="The meeting's date, such as 2006-11-13, where the form does not give it.")
@data_option
@out_option
@click.option("--stdout", is_flag=True, help="Print the report instead of writing its file.")
def from_word(
    document: Path, group: str | None, meeting: str | None, folder: Path, out: Path | None, stdout: bool
) -> None:
    """Read a filled-in form, and write it as a report into the data folder.

    FILE is a Word document (.docx), on the form that `cspsite to-word` writes or on an old one. What has no place in
    the report is told, and kept at the end of its file. No file is overwritten. Exit status 1 if the report has
    anything that stops publication; it is written all the same, so that it can be put right.
    """
    from cspsite.word.form_in import read_form  # noqa: PLC0415 - the other commands need not wait for Word

    tree = read_folder(folder)
    publication = read_publication(folder)
    data = data_of(publication)
    assert publication.figures is not None, "data have figures"
    filled = read_form(_content(document), document.name, Quoter(publication.figures), group, meeting)
    proposal = propose(tree, filled.report, today(data.partnership.time_zone), filled.notes)
    if _unread(proposal, filled.report):
        raise UsageError(f"{document} would give a report that reads otherwise than the form, so nothing is written")
    written = "" if stdout else str(write_new(out, proposal.text) if out else proposal.write(folder))
    for words in filled.said:
        click.echo(f"- {words}", err=True)
    version = plain_findings.Version(proposal.new.loaded, proposal.new.folder)
    click.echo(plain_findings.as_text(proposal.findings, version), err=True)
    if stdout:
        click.echo(proposal.text, nl=False)
    else:
        click.echo(f"{written} written", err=True)
    sys.exit(1 if blocking(proposal.findings) else 0)


def _content(document: Path) -> bytes:
    """The file's bytes; raises UsageError where it cannot be opened."""
    from cspsite.word.package import MOST_BYTES  # noqa: PLC0415 - as above

    try:
        with document.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{document} cannot be opened: {error.strerror}") from None


def _unread(proposal: Proposal, report: Report) -> bool:
    """Whether the report's file would be read as another report than the one that it is made of."""
    read, findings = read_report(proposal.path, proposal.text, report.group, report.meeting, Lines())
    return read != report or bool(findings)
