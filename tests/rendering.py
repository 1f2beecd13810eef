"""Pages without a browser: from files in memory through cspsite and Python-Markdown, as MkDocs would."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from markdown import Markdown  # type: ignore[import-untyped]  # publishes no types
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from cspsite.pages import site_files, site_of
from cspsite.pages.navigation import WRITTEN
from cspsite.pages.page import File
from cspsite.pages.site import Site
from cspsite.publication import read
from cspsite.tree import Tree
from tests import builders
from tests.builders import TODAY
from tests.markup import Element, parse

ROOT = Path(__file__).parent.parent
CONFIG = ROOT / "mkdocs.yml"


@cache
def _markdown() -> Markdown:
    config = load_config(str(CONFIG))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def configured(file: Path = CONFIG) -> MkDocsConfig:
    """Return MkDocs' configuration after its hooks have seen it, as at the start of each build."""
    config = load_config(str(file))
    return config.plugins.on_config(config)


def handed(config: MkDocsConfig) -> dict[str, bytes]:
    """Return every file that the hook hands to MkDocs, by its path."""
    return {file.src_uri: file.content_bytes for file in config.plugins.on_files(Files([]), config=config)}


def plain_docs(folder: Path) -> Path:
    """Write hand-written pages that quote nothing, for partnerships of which nothing is known, to a new folder."""
    folder.mkdir(parents=True)
    for name, title in WRITTEN.items():
        (folder / name).write_text(f"---\ndescription: {title}.\n---\n\n# {title}\n", "utf-8")
    return folder


def write_checkout(folder: Path, data: builders.Files) -> Path:
    """Write a checkout of this project with other data, over those of the minimal partnership, to a folder."""
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    plain_docs(folder / "docs")
    for path, text in builders.files(data).items():
        file = folder / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(text), "utf-8")
    return folder


def html_of(markdown: str) -> str:
    """Return what Python-Markdown makes of a page, with the extensions of mkdocs.yml."""
    made: str = _markdown().reset().convert(markdown)
    return made


def site(tree: Tree, today: date = TODAY) -> Site:
    """Return a tree of files as a site, read on the tests' own day or another."""
    return site_of(read(tree, today))


def files(tree: Tree) -> dict[str, File]:
    """Return every made file of the site by its path."""
    return files_of(site(tree))


def files_of(site: Site) -> dict[str, File]:
    """Return every made file of a site by its path."""
    return {file.path: file for file in site_files(site)}


def front_matter(file: File) -> dict[str, object]:
    """Return the facts at the top of a page."""
    found = yaml.safe_load(_text(file).split("---\n")[1])
    assert isinstance(found, dict)
    return found


def page(file: File) -> Element:
    """Return the content of a page as a reader's browser would have it."""
    return parse(html_of(_text(file).split("---\n", 2)[2]))


def _text(file: File) -> str:
    assert isinstance(file.content, str)
    return file.content
