"""The thin adapter to MkDocs: errors end a build, warnings do not, and a rebuild reads the data anew."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from tests import builders
from tests.markup import parse
from tests.rendering import ROOT, configured, handed, plain_docs
from tests.site.conftest import build
from tests.test_cli import ERROR, UNCOUNTED, WARNING, save
from tests.test_pages_update_form import NEXT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout of this project with the minimal partnership's data."""
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    plain_docs(tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    save(tmp_path / "data")
    return tmp_path


def _start(checkout: Path) -> MkDocsConfig:
    return configured(checkout / "mkdocs.yml")


def _made(config: MkDocsConfig) -> dict[str, str]:
    return {path: content.decode() for path, content in handed(config).items() if path.endswith((".md", ".csv"))}


def _said(checkout: Path) -> str:
    """Return what a build that must end with an error in the hand-written pages says."""
    config = _start(checkout)
    with pytest.raises(PluginError) as raised:
        config.plugins.on_files(get_files(config), config=config)
    return str(raised.value)


def test_hand_written_page_is_filled_in(checkout: Path) -> None:
    """A hand-written page of the built site has figures, their workings and charts in place of its braces."""
    page = "---\ndescription: Mine.\n---\n\n# Mine\n\nThere were {{ burglary.count }}.\n\n{{ chart burglary }}\n"
    (checkout / "docs/methods.md").write_text(page, "utf-8")
    built = build(checkout / "built", checkout)
    assert (built.returncode, built.stderr) == (0, "")
    shown = parse((checkout / "built/methods/index.html").read_text("utf-8"))
    assert shown.one("article").one("a", "csp-figure").text == "380"
    assert len(shown.all("figure", "csp-exhibit")) == 1
    assert shown.one("meta", name="description").attributes["content"] == "Mine."
    assert shown.one("a", "md-content__button").attributes["href"].endswith("/docs/methods.md")


def test_errors_in_hand_written_pages_are_named_all(checkout: Path) -> None:
    """Every wrong token of every hand-written page is named, with file and line; what is only missing is not."""
    save(checkout / "data", UNCOUNTED)
    (checkout / "docs/methods.md").write_text("# A\n\n{{ burglary.cuont }}\n\n{{ arson.count }}\n", "utf-8")
    (checkout / "docs/findings.md").write_text("# B\n\nSee {{ chart burglary }}\n", "utf-8")
    said = _said(checkout)
    assert "docs/methods.md:3: error: " in said
    assert "docs/findings.md:3: error: " in said
    assert "arson" not in said.replace("expected", "")


def test_build_with_a_wrong_token_ends_with_a_message(checkout: Path) -> None:
    """A wrong token in a hand-written page ends the build with exit status 1, without a traceback; no site is left."""
    (checkout / "docs/methods.md").write_text("# A\n\n{{ burglary.cuont }}\n", "utf-8")
    built = build(checkout / "built", checkout)
    assert built.returncode == 1
    assert "docs/methods.md:3: error: " in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr
    assert not (checkout / "built" / "index.html").exists()


def test_page_in_a_folder_of_docs_is_checked(checkout: Path) -> None:
    """A hand-written page that the menu does not know is checked as well, wherever below docs/ it is."""
    (checkout / "docs/more").mkdir()
    (checkout / "docs/more/own.md").write_text("{{ no.count }}", "utf-8")
    assert "docs/more/own.md:1: error: " in _said(checkout)


def test_page_that_is_not_published_is_not_checked(checkout: Path) -> None:
    """What mkdocs.yml leaves out, as the map for developers, may have any braces."""
    (checkout / "docs/developers.md").write_text("{{ no.count }}", "utf-8")
    config = _start(checkout)
    assert config.plugins.on_files(get_files(config), config=config)


def test_figure_that_is_not_available_ends_no_strict_build(checkout: Path) -> None:
    """A figure of an indicator without counts is shown as a marker, also in a strict build."""
    save(checkout / "data", UNCOUNTED)
    (checkout / "docs/methods.md").write_text("# A\n\nSo {{ arson.count }}.\n", "utf-8")
    built = build(checkout / "built", checkout)
    assert (built.returncode, built.stderr) == (0, "")
    assert parse((checkout / "built/methods/index.html").read_text("utf-8")).one("article").all("a", "csp-figure")


def test_edited_page_is_filled_in_anew(checkout: Path) -> None:
    """A live preview shows an edited page, and goes on when a wrong token has been put right."""
    page = checkout / "docs/methods.md"
    for written, wanted in (("{{ burglary.count }}", "380"), ("{{ burglary.count @ 2006-04 }}", "95")):
        page.write_text("# A\n\n{{ no.count }}\n", "utf-8")
        assert "no.count" in _said(checkout)
        page.write_text(f"# A\n\n{written}\n", "utf-8")
        config = _start(checkout)
        files = config.plugins.on_files(get_files(config), config=config)
        file = files.src_uris["methods.md"]
        source = config.plugins.on_page_read_source(page=Page("A", file, config), config=config)
        assert source is not None
        assert f">{wanted}</a>" in source


def test_build_with_an_error_ends_with_a_message(checkout: Path) -> None:
    """An error in the data ends the build with exit status 1 and the finding, without a traceback; no site is left."""
    save(checkout / "data", ERROR)
    built = build(checkout / "built", checkout)
    said = built.stdout + built.stderr
    assert built.returncode == 1
    assert "the data cannot be published" in said
    assert "data/indicators/burglary.yml:" in said
    assert "Traceback" not in said
    assert not (checkout / "built" / "index.html").exists()


def test_build_without_a_data_folder_ends_with_a_message(checkout: Path) -> None:
    """Where there is no data folder the build ends with a message that names it, without a traceback."""
    shutil.rmtree(checkout / "data")
    built = build(checkout / "built", checkout)
    said = built.stdout + built.stderr
    assert built.returncode == 1
    assert f"{checkout}/data" in said
    assert "Traceback" not in said


def test_strict_build_with_warnings_is_done(checkout: Path) -> None:
    """Warnings about the data do not end a strict build."""
    save(checkout / "data", WARNING)
    built = build(checkout / "built", checkout)
    assert (built.returncode, built.stderr) == (0, "")
    assert "Action with no owner" in (checkout / "built/data/index.html").read_text("utf-8")


def test_errors_are_named_all(checkout: Path) -> None:
    """The message names every error, and no warning."""
    save(checkout / "data", ERROR, builders.edited(builders.REPORT, "Green", "Greenish"), WARNING)
    with pytest.raises(PluginError) as raised:
        _start(checkout)
    assert "fortnight" in str(raised.value)
    assert "Greenish" in str(raised.value)
    assert "warning" not in str(raised.value)


def test_rebuild_reads_the_data_anew(checkout: Path) -> None:
    """The second build of a live preview has the changed data, and nothing twice."""
    first = _made(_start(checkout))
    save(checkout / "data", builders.edited(builders.GROUP, "name: Safer Homes", "name: Safer Streets"))
    config = _start(checkout)
    second = _made(config)
    assert set(second) == set(first)
    assert "Safer Streets" in second["groups/homes/index.md"]
    assert not [path for path, text in second.items() if "Safer Homes" in text]
    assert "Safer Streets" in str(config.nav)


def test_rebuild_after_an_error_is_put_right(checkout: Path) -> None:
    """A live preview goes on when an error has been put right."""
    save(checkout / "data", ERROR)
    with pytest.raises(PluginError):
        _start(checkout)
    save(checkout / "data")
    assert "index.md" in _made(_start(checkout))


def test_removed_report_is_gone(checkout: Path) -> None:
    """A report that was taken away has no page in the next build."""
    path = "groups/homes/reports/2006-09-11/index.md"
    assert path in _made(_start(checkout))
    (checkout / "data" / builders.REPORT).unlink()
    assert path not in _made(_start(checkout))


def test_name_of_the_site_is_the_partnerships(checkout: Path) -> None:
    """The site has the partnership's name, whatever mkdocs.yml says."""
    assert _start(checkout).site_name == "Anytown Community Safety Partnership"


@pytest.mark.parametrize(
    "repo_url, edit_uri, where",
    [
        ("https://github.com/a/b", "edit/main/docs/", "https://github.com/a/b/new/main/data/"),
        ("https://github.com/a/b/", "edit/release/2/docs/", "https://github.com/a/b/new/release/2/data/"),
        ("https://github.com/a/b", "edit/main/web/docs/", "https://github.com/a/b/new/main/web/data/"),
        ("https://github.example.gov.uk/a/b", "edit/main/docs/", "https://github.example.gov.uk/a/b/new/main/data/"),
        ("https://gitlab.com/a/b", "edit/main/docs/", ""),
        ("https://github.com/a/b", "blob/main/docs/", ""),
        ("https://github.com/a/b", "", ""),
        ("", "edit/main/docs/", ""),
        ("javascript://github.com/a/b", "edit/main/docs/", ""),
    ],
)
def test_where_a_report_is_proposed(checkout: Path, repo_url: str, edit_uri: str, where: str) -> None:
    """The form leads to GitHub's page for a new file below data/, on the branch that the site's pages are edited on."""
    config = (checkout / "mkdocs.yml").read_text("utf-8")
    config = re.sub("^repo_url: .*$", f"repo_url: '{repo_url}'", config, flags=re.MULTILINE)
    config = re.sub("^edit_uri: .*$", f"edit_uri: '{edit_uri}'", config, flags=re.MULTILINE)
    (checkout / "mkdocs.yml").write_text(config, "utf-8")
    save(checkout / "data", NEXT)
    page = parse(_made(_start(checkout))["groups/homes/update/index.md"])
    form = json.loads(page.one("form", "csp-write").attributes["data-form"])
    assert form["propose"] == (where and f"{where}groups/homes/reports")
    assert any("data-send" in one.attributes and one.text == "Propose on GitHub" for one in page.all("button")) == bool(
        where
    )
