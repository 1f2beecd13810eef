"""The command `cspsite`: results on standard output, messages on standard error, 0 done, 1 findings, 2 wrong usage."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cspsite import __version__, plain_findings, print_changes, print_figures, print_findings
from cspsite.cli_due import due, remind
from cspsite.cli_issue import from_issue, issue_forms
from cspsite.cli_new_report import new_report
from cspsite.cli_options import data_option, docs_option, proposals_option, read_publication, site_url_option
from cspsite.cli_pack import pack
from cspsite.cli_schema import schemas
from cspsite.cli_word import from_word, to_word
from cspsite.clock import read_today
from cspsite.errors import UsageError
from cspsite.findings import Finding, Severity, blocking
from cspsite.history import History, NoHistory
from cspsite.publication import Publication
from cspsite.quote import Quoter
from cspsite.review import found_only, review
from cspsite.tree import read_folder


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
@data_option
@docs_option
@click.option("--format", "form", type=click.Choice([*print_findings.FORMATS, "markdown"]), default="text")
@click.option("--only", metavar="PATH", type=click.Path(path_type=Path), help="Tell only what is found in this file.")
@click.option("--since", metavar="BASE", help="Tell only what an earlier version did not have, as `changes` does.")
@click.option(
    "--link-base", metavar="URL", default="", help="In markdown, where the files are on the web: …/blob/<commit>."
)
def check(folder: Path, docs: Path | None, form: str, only: Path | None, since: str | None, link_base: str) -> None:
    """Check the data folder and what the hand-written pages quote, and print what is to be put right.

    The format is text (the default), json, github, or markdown, which is for whoever sent something in: in plain
    words, by the name of each action. Exit status 1 if anything that is told stops publication, that is if any
    finding is an error.
    """
    publication = read_publication(folder) if since is None else _without_past(folder)
    if docs is not None and not docs.is_dir():
        raise UsageError(f"there is no folder {docs} to read")
    findings = [*publication.findings, *_problems(publication, docs or folder.parent / "docs")]
    if since is not None:
        findings = list(found_only(findings, _at(_history(folder), since).findings))
    if only is not None:
        findings = _only(findings, only, publication.folder)
    if form == "markdown":
        version = plain_findings.Version(publication.loaded, publication.folder, link_base.rstrip("/"))
        click.echo(plain_findings.as_markdown(findings, version))
    else:
        click.echo(print_findings.FORMATS[form](findings, publication.folder))
    if form != "text":
        click.echo(print_findings.summary(findings), err=True)
    sys.exit(1 if blocking(findings) else 0)


@main.command()
@click.argument("group")
@click.argument("meeting")
@data_option
@click.option("--format", "form", type=click.Choice(list(print_figures.FORMATS)), default="text", show_default=True)
def figures(group: str, meeting: str, folder: Path, form: str) -> None:
    """Print every figure of a report with its working.

    GROUP is the delivery group's id, MEETING the meeting's date, such as 2006-09-11.
    """
    publication = read_publication(folder)
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
@click.argument("base")
@click.argument("head", required=False)
@data_option
@click.option("--format", "form", type=click.Choice(list(print_changes.FORMATS)), default="text", show_default=True)
def changes(base: str, head: str | None, folder: Path, form: str) -> None:
    """Print what changed in the data from the version BASE to HEAD, or to the files as they are now.

    BASE and HEAD are commits, branches or tags, such as meeting/2006-09-11. Exit status 1 if HEAD has findings that
    stop publication, whatever changed.
    """
    history = _history(folder)
    old, new = _at(history, base), _without_past(folder) if head is None else _at(history, head)
    found = review(old, new)
    click.echo(print_changes.FORMATS[form](found))
    sys.exit(1 if found.is_blocked else 0)


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
@data_option
@docs_option
@site_url_option
@proposals_option
def write(out: Path, folder: Path, docs: Path | None, url: str, proposals: str) -> None:
    """Write all pages, downloads, feeds and assets to the new folder OUT, for any site generator.

    Nothing is written while a finding is an error.
    """
    from cspsite.pages import write_site  # noqa: PLC0415 - a check need not wait for pages to load

    publication = read_publication(folder)
    docs = docs or folder.parent / "docs"
    errors = [f for f in (*publication.findings, *_problems(publication, docs)) if f.severity is Severity.ERROR]
    if errors:
        click.echo(print_findings.as_text(errors, publication.folder), err=True)
        sys.exit(1)
    count = write_site(publication, docs, out, url, proposals)
    click.echo(f"{count} files written to {out}", err=True)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def demo(folder: Path) -> None:
    """Write a git repository of an invented partnership with four meetings to the new folder DIR.

    It needs git, and cspsite installed in place: the site's configuration is copied from beside it.
    """
    from cspsite.demo import write_demo  # noqa: PLC0415 - the other commands need not wait for pages to load

    commits = write_demo(folder)
    click.echo(f"{commits} commits written to {folder}; its site: `python -m mkdocs build --strict` there", err=True)


main.add_command(new_report)
main.add_command(due)
main.add_command(remind)
main.add_command(schemas)
main.add_command(issue_forms)
main.add_command(from_issue)
main.add_command(to_word)
main.add_command(from_word)
main.add_command(pack)


def _only(findings: list[Finding], file: Path, folder: str) -> list[Finding]:
    """Those of one file; raises UsageError when there is no such file."""
    if not file.is_file():
        raise UsageError(f"there is no file {file} to check")
    return [finding for finding in findings if Path(finding.place.file(folder)).resolve() == file.resolve()]


def _history(folder: Path) -> History:
    """The earlier versions of the data; raises UsageError where there are none."""
    history = History.of(folder)
    if isinstance(history, NoHistory):
        raise UsageError(f"there are no earlier versions to compare with: {history.reason}")
    return history


def _without_past(folder: Path) -> Publication:
    """The data folder as it is now, without what is found about its history, which no earlier version has."""
    return read_today(read_folder(folder))


def _at(history: History, name: str) -> Publication:
    """The data of an earlier version."""
    tree = history.tree(history.revision(name))
    if isinstance(tree, NoHistory):
        raise UsageError(tree.reason)
    return read_today(tree)


def _problems(publication: Publication, docs: Path) -> list[Finding]:
    """What the hand-written pages quote that cannot be filled in; nothing where there is no such folder."""
    from cspsite.pages import docs_problems  # noqa: PLC0415 - the other commands need not wait for pages to load

    return docs_problems(publication, docs) if docs.is_dir() else []
