"""The command `pack`: a meeting's papers as one PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from cspsite.browser import find_browser
from cspsite.cli_options import data_option, read_publication, site_url_option
from cspsite.errors import UsageError
from cspsite.history import History
from cspsite.proposal import data_of, meeting_of
from cspsite.tree import read_folder
from cspsite.words import listed

if TYPE_CHECKING:
    from cspsite.pack.document import Document

#: What printing needs, and how to come by it.
_EXTRA = (
    "printing needs Playwright and pypdf: `make pack` installs them in a clone, "
    'else run: python -m pip install "cspsite[pack]"'
)

site_option = click.option(
    "--site",
    "built",
    type=click.Path(path_type=Path),
    default=Path("site"),
    show_default=True,
    help="The folder that the site was built into.",
)
out_option = click.option(
    "--out",
    type=click.Path(path_type=Path),
    show_default="papers-MEETING.pdf",
    help="Where to write the papers; a PDF that is there is replaced.",
)


@click.command()
@click.argument("meeting", required=False)
@data_option
@site_option
@out_option
@site_url_option
def pack(meeting: str | None, folder: Path, built: Path, out: Path | None, url: str) -> None:
    """Make one PDF of a meeting's papers from the built site.

    MEETING is the meeting's date, such as 2006-11-13; without it, the latest meeting that has a report. The PDF holds a
    cover, contents, the meeting at a glance, every group's report, what changed, and how to read it all. It is printed
    with the machine's own Chromium, Chrome or Edge; CSPSITE_BROWSER names another.
    """
    try:
        from cspsite.pack.pack import pack as packed  # noqa: PLC0415 - only this command needs what the extra brings
        from cspsite.pack.pdf import length  # noqa: PLC0415
        from cspsite.pack.printing import printer  # noqa: PLC0415
    except ModuleNotFoundError:
        raise UsageError(_EXTRA) from None
    made = _document(meeting, folder, built, url)
    file = _replaceable(out or Path(f"papers-{made.cover.meeting.date}.pdf"))
    with printer(find_browser(), built) as press:
        content = packed(made, press)
    _write(file, content)
    _say(made, f"{file} written: {length(content)} pages")
    click.echo(file)


def _document(meeting: str | None, folder: Path, built: Path, url: str) -> Document:
    """What is to be printed; raises UsageError for an unknown meeting, and for a site that is not of these data."""
    from cspsite.pack.built import built_site  # noqa: PLC0415 - the other commands need not wait for pages to load
    from cspsite.pack.cover import made_from  # noqa: PLC0415
    from cspsite.pack.document import document  # noqa: PLC0415
    from cspsite.pack.plan import plan  # noqa: PLC0415
    from cspsite.pages import site_of  # noqa: PLC0415

    publication = read_publication(folder)
    data = data_of(publication)
    site = site_of(publication)
    asked = meeting_of(data, meeting) if meeting else site.latest
    if asked is None:
        raise UsageError("partnership.yml has no meeting yet")
    made = made_from(read_folder(folder), History.of(folder), data.partnership.time_zone)
    return document(plan(site, asked, made), built_site(built, folder), f"{url.rstrip('/')}/" if url else "")


def _replaceable(file: Path) -> Path:
    """A file that may be written; raises UsageError where there is one that is no PDF."""
    if file.is_dir() or (file.exists() and not file.read_bytes().startswith(b"%PDF-")):
        raise UsageError(f"{file} is there already and is no PDF, so it is not overwritten")
    return file


def _write(file: Path, content: bytes) -> None:
    """Write the whole file or nothing; raises UsageError where that cannot be."""
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(file)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}") from None


def _say(made: Document, written: str) -> None:
    """Tell on standard error what was written, and what whoever sends it round should know."""
    click.echo(written, err=True)
    if made.missing:
        received = "has yet been" if made.cover.is_awaited else "was"
        click.echo(f"No report {received} received from {listed(made.missing)}; a page says so for each.", err=True)
    if not made.site:
        click.echo("Where the site stands is not known, so the papers lead nowhere: give --site-url.", err=True)
    elif urlsplit(made.site).hostname == "example.org":
        click.echo(f"Links lead to {made.site}: build the site with SITE_URL set, or give --site-url.", err=True)
