"""How a browser is found: the one that is named, else one on PATH, else one in a usual place."""

from __future__ import annotations

from pathlib import Path

import pytest

from cspsite import browser


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder on PATH of a machine without a browser."""
    return bare_machine(tmp_path, monkeypatch)


def test_override_goes_first(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CSPSITE_BROWSER is taken even where there is another browser on PATH."""
    program(bare / "chromium")
    monkeypatch.setenv(browser.OVERRIDE, str(program(tmp_path / "my-browser")))
    assert browser.find_browser() == str(tmp_path / "my-browser")


def test_override_that_cannot_be_run_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A CSPSITE_BROWSER that is a file but not executable is refused."""
    document = tmp_path / "document"
    document.write_text("not a browser", "utf-8")
    document.chmod(0o600)
    monkeypatch.setenv(browser.OVERRIDE, str(document))
    with pytest.raises(browser.BrowserError, match="not an executable file"):
        browser.find_browser()


@pytest.mark.parametrize("name", browser.NAMES)
def test_browser_on_path_is_found(bare: Path, name: str) -> None:
    """Chromium, Chrome and Edge are found on PATH by the names systems give them."""
    assert browser.find_browser() is None
    program(bare / name)
    assert browser.find_browser() == str(bare / name)


def test_browser_in_a_usual_place_is_found(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that is not on PATH is found where systems put it."""
    place = program(tmp_path / "Chromium.app/Contents/MacOS/Chromium")
    monkeypatch.setattr(browser, "PLACES", (str(tmp_path / "not here"), str(place)))
    assert browser.find_browser() == str(place)


@pytest.mark.parametrize("root", browser.WINDOWS_ROOTS)
def test_browser_of_windows_is_found(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: str) -> None:
    """On Windows a browser is found for all users, the 32-bit one too, and for one user."""
    chrome = program(tmp_path / "Google/Chrome/Application/chrome.exe")
    monkeypatch.setenv(root, str(tmp_path))
    assert browser.find_browser() == str(chrome)


def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make this a machine without a browser, where nothing can be downloaded; gives the only folder on PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setattr(browser, "PLACES", ())
    for name in (browser.OVERRIDE, *browser.WINDOWS_ROOTS):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    # a port on which nothing listens: the download is refused at once, whatever the network
    monkeypatch.setenv("PLAYWRIGHT_DOWNLOAD_HOST", "http://127.0.0.1:9")
    return folder


def program(path: Path, command: str = "true") -> Path:
    """Write an executable that runs one shell command."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{command}\n", "utf-8")
    path.chmod(0o755)
    return path
