"""Hands the pages of cspsite to MkDocs: checks first, then the menu, then the files."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from cspsite import print_findings
from cspsite.clock import today
from cspsite.findings import Severity
from cspsite.pages import menu, site_files, site_of
from cspsite.pages.page import menu_text
from cspsite.publication import read
from cspsite.tree import read_folder

_log = logging.getLogger("mkdocs.hooks.cspsite")
_made: list[File] = []


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
        file = File.generated(config, made.path, content=made.content)
        file.edit_uri = f"../data/{made.source}" if made.source else None
        _made.append(file)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the made files to the hand-written ones."""
    for file in _made:
        files.append(file)
    return files
