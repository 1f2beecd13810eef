"""Hands the pages of cspsite to MkDocs: checks first, then the menu, then the files."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from cspsite import print_findings
from cspsite.clock import today
from cspsite.findings import Severity
from cspsite.pages import menu, site_files, site_of
from cspsite.pages.page import menu_text
from cspsite.publication import read
from cspsite.tree import read_folder

_log = logging.getLogger("mkdocs.hooks.cspsite")
_made: dict[str, File] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data, once a build; errors end it, with every one of them named."""
    folder = Path(config.config_file_path).parent / "data"
    publication = read(read_folder(folder), today())
    errors = [finding for finding in publication.findings if finding.severity is Severity.ERROR]
    if errors:
        raise PluginError(f"the data cannot be published\n{print_findings.as_text(errors, 'data')}")
    _log.info("data: %s, listed on the data page", print_findings.summary(publication.findings))
    site = site_of(publication)
    config.nav = menu(site)
    config.site_name = menu_text(site.data.partnership.name)
    config.extra["licence"] = site.data.partnership.licence
    _made.clear()
    for made in site_files(site):
        content = made.content if isinstance(made.content, bytes) else made.content.encode()
        file = File.generated(config, made.path, content=content)
        file.edit_uri = f"../data/{made.source}" if made.source else None
        _made[made.path] = file
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let go of a made page's file once it is read, and write its special characters as numbers.

    MkDocs keeps every page until the last is built; one character above 255 makes a string twice as large.
    """
    if page.file is _made.get(page.file.src_uri):
        page.file.content_bytes = b""
        return markdown.encode("ascii", "xmlcharrefreplace").decode("ascii")
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let go of a page's Markdown once it is HTML, for the same reason."""
    page.markdown = ""
    return html


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the made files to the hand-written ones."""
    for file in _made.values():
        files.append(file)
    return files
