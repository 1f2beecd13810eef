"""The thin adapter to MkDocs: errors end a build, warnings do not, and a rebuild reads the data anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from tests import builders
from tests.rendering import ROOT, configured, handed
from tests.site.conftest import build
from tests.test_cli import ERROR, WARNING, save


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout of this project with the minimal partnership's data."""
    for name in ("docs", "hooks"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    save(tmp_path / "data")
    return tmp_path


def _start(checkout: Path) -> MkDocsConfig:
    return configured(checkout / "mkdocs.yml")


def _made(config: MkDocsConfig) -> dict[str, str]:
    return {path: content.decode() for path, content in handed(config).items() if path.endswith((".md", ".csv"))}


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
