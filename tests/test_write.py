"""`cspsite write`: the whole site as files, for any generator, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files
from mkdocs.structure.pages import Page

from tests import builders
from tests.markup import parse
from tests.rendering import ROOT, configured, html_of, plain_docs
from tests.test_cli import ERROR, run, save


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder with nothing wrong in it."""
    return save(tmp_path / "data")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a folder of hand-written pages that quote nothing, beside the data folder."""
    return plain_docs(tmp_path / "docs")


def _files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_write_writes_what_the_hook_hands_to_mkdocs(tmp_path: Path) -> None:
    """The files are byte for byte those that MkDocs is given, hand-written pages filled in."""
    out = tmp_path / "out"
    config = configured()
    assert config.site_url
    known = ("--site-url", config.site_url, "--proposals", "https://github.com/example/cspsite/new/main/data")
    ran = run("write", out, "--data", builders.DATA, "--docs", ROOT / "docs", *known)
    assert ran.exit_code == 0
    files = config.plugins.on_files(get_files(config), config=config)
    made = {file.src_uri: file.content_bytes for file in files if file.src_dir != config.docs_dir}
    own = {file.src_uri: _read(file, config) for file in files.documentation_pages() if file.src_uri not in made}
    assert set(own) == {"contribute.md", "methods.md", "findings.md", "changelog.md"}
    assert _files(out) == made | own
    assert ran.stderr == f"{len(_files(out))} files written to {out}\n"
    assert ran.stdout == ""


def _read(file: File, config: MkDocsConfig) -> bytes:
    """Return a page's source as MkDocs reads it."""
    source = config.plugins.on_page_read_source(page=Page(None, file, config), config=config)
    return (file.content_string if source is None else source).encode()


def test_write_fills_in_hand_written_pages(tmp_path: Path, folder: Path, docs: Path) -> None:
    """A hand-written page is written with its figures and charts; one without any is written byte for byte."""
    plain = b"# Plain\r\n\r\n`{{ burglary.count }}`\r\n"
    (docs / "findings.md").write_bytes(plain)
    (docs / "methods.md").write_text("# Mine\n\nThere were {{ burglary.count }}.\n\n{{ chart burglary }}\n", "utf-8")
    out = tmp_path / "out"
    assert run("write", out, "--data", folder, "--docs", docs).exit_code == 0
    assert (out / "findings.md").read_bytes() == plain
    page = parse(html_of((out / "methods.md").read_text("utf-8")))
    assert page.one("a", "csp-figure").text == "380"
    assert len(page.all("figure", "csp-exhibit")) == 1


def test_write_takes_the_pages_beside_the_data(tmp_path: Path, folder: Path, docs: Path) -> None:
    """Without --docs the hand-written pages are those of the folder docs beside the data folder."""
    (docs / "methods.md").write_text("# Beside\n", "utf-8")
    assert run("write", tmp_path / "out", "--data", folder).exit_code == 0
    assert (tmp_path / "out/methods.md").read_text("utf-8") == "# Beside\n"


def test_write_writes_nothing_with_a_wrong_token(tmp_path: Path, folder: Path, docs: Path) -> None:
    """While a hand-written page quotes what there is not, nothing is written, and every slip is named."""
    (docs / "methods.md").write_text("{{ no.count }} {{ 7*7 }}\n", "utf-8")
    out = tmp_path / "out"
    ran = run("write", out, "--data", folder, "--docs", docs)
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert f"{docs.as_posix()}/methods.md:1: error: " in ran.stderr
    assert "no.count" in ran.stderr
    assert "7*7" in ran.stderr
    assert not out.exists()


def test_write_names_every_page_of_the_menu(tmp_path: Path) -> None:
    """Every page in the menu is written."""
    out = tmp_path / "out"
    run("write", out, "--data", builders.DATA, "--docs", ROOT / "docs")

    def paths(entry: object) -> list[str]:
        if isinstance(entry, str):
            return [entry]
        items = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else []
        return [path for item in items for path in paths(item)]

    assert [path for path in paths(configured().nav) if not (out / path).is_file()] == []


def test_write_makes_the_folders_on_the_way(tmp_path: Path, folder: Path, docs: Path) -> None:
    """OUT may lie in folders that are not there yet."""
    out = tmp_path / "a" / "b"
    assert run("write", out, "--data", folder, "--docs", docs).exit_code == 0
    assert (out / "groups/homes/reports/2006-09-11/index.md").is_file()


def test_write_takes_an_empty_folder(tmp_path: Path, folder: Path, docs: Path) -> None:
    """OUT may be there, if it is empty."""
    out = tmp_path / "out"
    out.mkdir()
    assert run("write", out, "--data", folder, "--docs", docs).exit_code == 0
    assert (out / "index.md").is_file()


def test_write_overwrites_nothing(tmp_path: Path, folder: Path, docs: Path) -> None:
    """A folder with anything in it is refused, and left as it is."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.md").write_text("mine", "utf-8")
    ran = run("write", out, "--data", folder, "--docs", docs)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "is there already; name a new or an empty folder" in ran.stderr
    assert _files(out) == {"index.md": b"mine"}


def test_write_refuses_a_file(tmp_path: Path, folder: Path, docs: Path) -> None:
    """A file is refused as OUT, and left as it is."""
    out = tmp_path / "out"
    out.write_text("mine", "utf-8")
    assert run("write", out, "--data", folder, "--docs", docs).exit_code == 2
    assert out.read_text("utf-8") == "mine"


def test_write_writes_nothing_with_an_error(tmp_path: Path, folder: Path, docs: Path) -> None:
    """While a finding is an error nothing is written, and every error is named on standard error."""
    out = tmp_path / "out"
    ran = run("write", out, "--data", save(folder, ERROR), "--docs", docs)
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "indicators/burglary.yml" in ran.stderr
    assert not out.exists()


def test_write_without_docs(tmp_path: Path, folder: Path) -> None:
    """Where the folder of hand-written pages is missing, that is wrong usage, and nothing is written."""
    out = tmp_path / "out"
    ran = run("write", out, "--data", folder, "--docs", tmp_path / "none")
    assert ran.exit_code == 2
    assert str(tmp_path / "none") in ran.stderr
    assert not out.exists()


def test_write_names_the_sites_address_in_feeds(tmp_path: Path, folder: Path, docs: Path) -> None:
    """With --site-url the feeds' links are whole addresses below it; without, they lead from the feed's own place."""
    for given, wanted in ((["--site-url", "https://example.org/here"], "https://example.org/here/"), ([], "../")):
        out = tmp_path / f"out{len(given)}"
        assert run("write", out, "--data", folder, "--docs", docs, *given).exit_code == 0
        written = (out / "feeds/meetings.xml").read_text("utf-8")
        assert f'<link rel="alternate" type="text/html" href="{wanted}meetings/"/>' in written


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://example.org/", "https://", "https://example.org/?a=b", "javascript:x"]
)
def test_write_refuses_what_is_no_address(tmp_path: Path, folder: Path, docs: Path, url: str) -> None:
    """What is not a whole web address is refused as the site's, and nothing is written."""
    out = tmp_path / "out"
    ran = run("write", out, "--data", folder, "--docs", docs, "--site-url", url)
    assert ran.exit_code == 2
    assert "give a whole address such as https://example.org/partnership/" in ran.stderr
    assert not out.exists()
