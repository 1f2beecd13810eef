"""The built site as the pack reads it, and when it is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cspsite.errors import UsageError
from cspsite.pack.built import BuiltSite, built_site, root_of

_PAGE = """<html><head><link rel="canonical" href="https://example.org/csp/a/b/">
<link rel="stylesheet" href="../../assets/x.css"><link rel="stylesheet" href="https://elsewhere.example/y.css">
<link rel="next" href="../c/"></head><body><nav>menu</nav><article><h1>A</h1></article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a built site of one page and a home page, with data beside it that are older."""
    for name, text in (("index.html", "home"), ("a/b/index.html", _PAGE)):
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        os.utime(file, (2000, 2000))
    (tmp_path / "data").mkdir()
    (tmp_path / "data/partnership.yml").write_text("", "utf-8")
    os.utime(tmp_path / "data/partnership.yml", (1000, 1000))
    return tmp_path


def test_page(folder: Path) -> None:
    """A page gives its article, its own style sheets, and where it says that it stands."""
    page = built_site(folder / "site", folder / "data").page("a/b/")
    assert page.article.html == "<article><h1>A</h1></article>"
    assert page.styles == ("assets/x.css",)
    assert root_of(page) == "https://example.org/csp/"


def test_page_that_is_not_there(folder: Path) -> None:
    """A page that the site lacks is named, with what to do."""
    with pytest.raises(UsageError, match=r"site has no page c/; build the site anew with `make site`$"):
        BuiltSite(folder / "site").page("c/")


def test_page_without_an_address(folder: Path) -> None:
    """Where a page does not say where it stands, nobody knows where the site does."""
    file = folder / "site/a/b/index.html"
    file.write_text("<article></article>", "utf-8")
    assert root_of(BuiltSite(folder / "site").page("a/b/")) == ""


def test_no_site(folder: Path) -> None:
    """A folder without a home page is no built site."""
    with pytest.raises(UsageError, match=r"^there is no built site in .*nowhere; run `make site`, or give its folder"):
        built_site(folder / "nowhere", folder / "data")


def test_data_that_are_newer(folder: Path) -> None:
    """Data that were edited after the site was built are named: the papers would be those of before."""
    os.utime(folder / "data/partnership.yml", (3000, 3000))
    with pytest.raises(UsageError, match=r"data/partnership\.yml is newer than the site in .*; build the site anew"):
        built_site(folder / "site", folder / "data")
