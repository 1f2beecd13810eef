"""Figures and records to the files of the site: Markdown pages, downloads, style and script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files as resources
from pathlib import Path

from cspsite import schema
from cspsite.errors import UsageError
from cspsite.findings import Finding
from cspsite.pages import (
    accessibility,
    addresses,
    changes,
    data,
    feeds,
    glossary,
    groups,
    histories,
    home,
    indicators,
    meetings,
    navigation,
    papers,
    reports,
    update_form,
    written,
)
from cspsite.pages.page import File, Page
from cspsite.pages.site import Site
from cspsite.publication import Publication
from cspsite.text_file import read_text

__all__ = ["File", "docs_problems", "menu", "site_files", "site_of", "write_site"]


def site_of(publication: Publication, url: str = "", proposals: str = "") -> Site:
    """The data on their way to pages; raises UsageError when there are none.

    `url` is where the site will stand, such as `https://example.org/partnership/`; only feeds need it. `proposals` is
    the address below which GitHub takes new files of the data folder, empty where nobody can send any.
    """
    discretion, figures = publication.discretion, publication.figures
    if discretion is None or figures is None or publication.past is None:
        raise UsageError(f"{publication.folder}/partnership.yml cannot be read; run `cspsite check`")
    findings = tuple(discretion.findings(publication.findings))
    return Site(discretion.now, figures.beside(discretion.now), publication.past, findings, url, proposals)


def site_files(site: Site) -> Iterator[File]:
    """Every file of the site but the hand-written pages."""
    yield home.page(site).file()
    yield glossary.page(site).file()
    yield accessibility.page(site).file()
    for section in (meetings, changes, papers, groups, update_form, histories, reports, indicators, data, feeds):
        for made in section.pages(site):
            yield made.file() if isinstance(made, Page) else made
    yield from _assets()
    yield from (File(f"{addresses.SCHEMAS}{name}", text) for name, text in schema.files())


def menu(site: Site) -> list[navigation.Entry]:
    """The site's navigation, as MkDocs takes it."""
    return navigation.navigation(site)


def docs_problems(publication: Publication, docs: Path) -> list[Finding]:
    """What cannot be filled in on the hand-written pages of the folder `docs`; nothing while there are no data."""
    if publication.loaded.data is None or publication.figures is None:
        return []
    site, root = site_of(publication), docs.as_posix()
    found: list[Finding] = []
    for name in _written(docs):
        text, wrong = read_text(name, (docs / name).read_bytes())
        found += [replace(finding, place=replace(finding.place, root=root)) for finding in wrong]
        found += written.problems(site, name, text, root, publication.loaded.broken) if text is not None else []
    return found


def _written(docs: Path) -> list[str]:
    """The names of the hand-written pages that there are."""
    return [name for name in navigation.WRITTEN if (docs / name).is_file()]


def _assets() -> Iterator[File]:
    """Our style and script, and plotly.js from the installed package."""
    own = resources("cspsite.pages") / "assets"
    for address in (addresses.PRINT_STYLE, addresses.PAPERS_STYLE, addresses.SCRIPT, *addresses.FORM_SCRIPTS):
        yield File(address, (own / address.rpartition("/")[2]).read_text(encoding="utf-8"))
    sheets = (own / "cspsite.css", resources("cspsite.charts") / "look.css")
    yield File(addresses.STYLE, "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets))
    yield File(addresses.PLOTLY, (resources("plotly") / "package_data" / "plotly.min.js").read_bytes())


def write_site(publication: Publication, docs: Path, out: Path, url: str = "", proposals: str = "") -> int:
    """Write the hand-written pages of `docs`, filled in, and all made ones to the folder `out`; how many files.

    `url` and `proposals` are as in `site_of`.

    Raises UsageError when there is no folder `docs`, and when `out` exists and is not empty, so that nothing of
    anybody's is overwritten.
    """
    if not docs.is_dir():
        raise UsageError(f"there is no folder {docs} to read; run this where docs/ is, or give --docs")
    site = site_of(publication, url, proposals)
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(f"{out} is there already; name a new or an empty folder")
    out.mkdir(parents=True, exist_ok=True)
    own = [File(name, _filled(site, name, (docs / name).read_bytes())) for name in _written(docs)]
    files = [*own, *site_files(site)]
    for file in files:
        path = out / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content if isinstance(file.content, bytes) else file.content.encode())
    return len(files)


def _filled(site: Site, name: str, content: bytes) -> bytes:
    """A hand-written page, filled in and with its tables finished; where there is nothing, byte for byte as it is."""
    text, _ = read_text(name, content)
    filled = text if text is None else written.finished(site, name, text)
    return content if filled is None or filled == text else filled.encode()
