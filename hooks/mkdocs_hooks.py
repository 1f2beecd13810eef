"""Hands the pages of cspsite to MkDocs: checks first, then the menu, then the files, hand-written ones filled in.

MkDocs keeps the source and the HTML of every page until the last is built. Both wait in a temporary folder here, so
that the memory a build takes hardly grows with the pages.
"""

from __future__ import annotations

import logging
import re
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any
from weakref import finalize

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from cspsite import print_findings
from cspsite.clock import read_today
from cspsite.findings import Finding, Severity
from cspsite.history import History, NoHistory
from cspsite.pack.built import Unframed
from cspsite.pack.cover import made_from
from cspsite.pack.document import papers_page
from cspsite.pack.plan import Plan, plan
from cspsite.pages import addresses, menu, site_files, site_of
from cspsite.pages.page import menu_text
from cspsite.pages.papers import is_on_one_page
from cspsite.pages.running import running
from cspsite.pages.searched import searched
from cspsite.pages.site import Site
from cspsite.pages.written import finished, problems
from cspsite.tree import Tree, read_folder

#: The sign beside a heading that leads to it is for a pointer: the list of the page's headings leads there by keyboard.
#: Else a screen reader would read it as a part of each heading, and the keyboard stop at it.
_PERMALINK = '<a class="headerlink"'
_QUIET = f'{_PERMALINK} aria-hidden="true" tabindex="-1"'

_Context = MutableMapping[str, Any]

_log = logging.getLogger("mkdocs.hooks.cspsite")


class _Made:
    """The files made for one build, in a folder that goes when the next build begins or the program ends."""

    def __init__(self) -> None:
        self.folder = Path(mkdtemp(prefix="cspsite-"))
        finalize(self, rmtree, self.folder, ignore_errors=True)
        self.files: list[File] = []
        self.site: Site | None = None
        self.filled: dict[str, str] = {}
        self.papers: dict[str, Plan] = {}
        self.day = ""

    def path(self, *parts: str) -> Path:
        """A path in the folder, where a file can be written."""
        path = self.folder.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def html(self, address: str) -> str:
        """What a page says, by its address, before the theme is around it."""
        return self.path("html", f"{address}index.md").read_text(encoding="utf-8")


_made = _Made()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data, once a build; errors end it, with every one of them named."""
    global _made  # noqa: PLW0603 - a hook is a module, and MkDocs makes a new config for each build
    folder = Path(config.config_file_path).parent / "data"
    tree, history = read_folder(folder), History.of(folder)
    publication = read_today(tree, history)
    errors = [finding for finding in publication.findings if finding.severity is Severity.ERROR]
    if errors:
        raise PluginError(f"the data cannot be published\n{print_findings.as_text(errors, 'data')}")
    _log.info("data: %s, listed on the data page", print_findings.summary(publication.findings))
    site = site_of(publication, config.site_url or "", _proposals(config))
    config.nav = menu(site)
    config.site_name = menu_text(site.data.partnership.name)
    config.extra["licence"] = site.data.partnership.licence
    _made = _Made()
    _made.site = site
    _made.day = str(site.past.ends or "")
    _made.papers = _papers(site, tree, history)
    for made in site_files(site):
        content = made.content if isinstance(made.content, bytes) else made.content.encode()
        _made.path("source", made.path).write_bytes(content)
        file = File(made.path, str(_made.folder / "source"), config.site_dir, config.use_directory_urls)
        file.edit_uri = f"../data/{made.source}" if made.source else None
        _made.files.append(file)
    return config


def _papers(site: Site, tree: Tree, history: History | NoHistory) -> dict[str, Plan]:
    """What the papers of the last year's meetings are to be, by the addresses of their pages."""
    meetings = [meeting for meeting in site.data.meetings if is_on_one_page(site, meeting)]
    made = made_from(tree, history, site.data.partnership.time_zone)
    return {addresses.papers(meeting.date): plan(site, meeting, made) for meeting in meetings}


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the theme write names into style: they run along the top of each sheet of paper."""
    env.filters["running"] = running
    return env


def _proposals(config: MkDocsConfig) -> str:
    """Where GitHub takes new files of the data folder; empty where the repository is elsewhere, or cannot be edited."""
    repository, edit = config.repo_url or "", config.edit_uri or ""
    docs = f"{Path(config.docs_dir).name}/"
    if not re.match(r"https://github\.[\w.-]+/", repository) or not re.fullmatch(rf"edit/.+/{re.escape(docs)}", edit):
        return ""
    return f"{repository.rstrip('/')}/new/{edit.removeprefix('edit/').removesuffix(docs)}data/"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Fill in the hand-written pages, then add the made files; errors end the build, with every one of them named."""
    site, _made.site = _made.site, None  # pages are built without the data in memory
    written = files.documentation_pages()
    if site is not None:
        _check(site, written, Path(config.docs_dir).name)
        _made.filled = {file.src_uri: finished(site, file.src_uri, file.content_string) for file in written}
    for file in _made.files:
        files.append(file)
    return files


def _check(site: Site, written: Sequence[File], root: str) -> None:
    """End the build where a page quotes what there is not; what is not available yet is only told."""
    found: list[Finding] = []
    for file in written:
        found += problems(site, file.src_uri, file.content_string, root)
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    if errors:
        raise PluginError(f"the hand-written pages cannot be published\n{print_findings.as_text(errors, 'data')}")
    if found:
        _log.info("%s", print_findings.as_text(found, "data"))


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The words of a hand-written page, filled in; None for the made ones, which are read as they are.

    Every page is as new as its version: any of them may change with any file. Without git it is as new as its build.
    """
    page.update_date = _made.day or page.update_date
    return _made.filled.get(page.file.src_uri)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put a page's HTML aside until it is built, and let go of its Markdown."""
    _made.path("html", page.file.src_uri).write_text(html.replace(_PERMALINK, _QUIET), encoding="utf-8")
    page.markdown = ""
    return ""


@event_priority(100)  # before the search, which reads the page
def _for_the_search(context: _Context, page: Page, config: MkDocsConfig, nav: object) -> _Context:
    """Take a page's HTML out again, with its blocks apart."""
    page.content = searched(_made.path("html", page.file.src_uri).read_text(encoding="utf-8"))
    return context


@event_priority(-100)  # after it
def _for_readers(context: _Context, page: Page, config: MkDocsConfig, nav: object) -> _Context:
    """Take it out as it is; a meeting's papers are put together from that of their pages."""
    papers = _made.papers.get(page.url)
    if papers:
        made = papers_page(papers, Unframed(_made.html), config.site_url or "")
        page.content, context["papers_style"] = made.article, made.style
    else:
        page.content = _made.path("html", page.file.src_uri).read_text(encoding="utf-8")
    return context


on_page_context = CombinedEvent(_for_the_search, _for_readers)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let go of a page that is built."""
    page.content = ""
    return output
