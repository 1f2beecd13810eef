"""Hands the pages of cspsite to MkDocs: checks first, then the menu, then the files.

MkDocs keeps the source and the HTML of every page until the last is built. Both wait in a temporary folder here, so
that the memory a build takes hardly grows with the pages.
"""

from __future__ import annotations

import logging
from collections.abc import MutableMapping
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any
from weakref import finalize

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
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


class _Made:
    """The files made for one build, in a folder that goes when the next build begins or the program ends."""

    def __init__(self) -> None:
        self.folder = Path(mkdtemp(prefix="cspsite-"))
        finalize(self, rmtree, self.folder, ignore_errors=True)
        self.files: list[File] = []

    def path(self, *parts: str) -> Path:
        """A path in the folder, where a file can be written."""
        path = self.folder.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


_made = _Made()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data, once a build; errors end it, with every one of them named."""
    global _made  # noqa: PLW0603 - a hook is a module, and MkDocs makes a new config for each build
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
    _made = _Made()
    for made in site_files(site):
        content = made.content if isinstance(made.content, bytes) else made.content.encode()
        _made.path("source", made.path).write_bytes(content)
        file = File(made.path, str(_made.folder / "source"), config.site_dir, config.use_directory_urls)
        file.edit_uri = f"../data/{made.source}" if made.source else None
        _made.files.append(file)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the made files to the hand-written ones."""
    for file in _made.files:
        files.append(file)
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put a page's HTML aside until it is built, and let go of its Markdown."""
    _made.path("html", page.file.src_uri).write_text(html, encoding="utf-8")
    page.markdown = ""
    return ""


@event_priority(100)  # before the search, which reads the page
def on_page_context(
    context: MutableMapping[str, Any], page: Page, config: MkDocsConfig, nav: object
) -> MutableMapping[str, Any]:
    """Take a page's HTML out again."""
    page.content = _made.path("html", page.file.src_uri).read_text(encoding="utf-8")
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let go of a page that is built."""
    page.content = ""
    return output
