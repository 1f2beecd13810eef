"""How the tests come by a browser: found, else installed, else a failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import browser

SCRIPT = Path(__file__).parent.parent / "scripts/browser.py"


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder on PATH of a machine without a browser, where nothing can be downloaded."""
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


def test_override_goes_first(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CSPSITE_BROWSER is taken even where there is another browser on PATH."""
    program(bare / "chromium")
    monkeypatch.setenv(browser.OVERRIDE, str(program(tmp_path / "my-browser")))
    assert browser.find_browser() == str(tmp_path / "my-browser")


def test_override_of_a_missing_file_is_an_error(tmp_path: Path) -> None:
    """A CSPSITE_BROWSER that is not there ends the script with 1 and a message, and installs nothing."""
    missing = tmp_path / "nowhere"
    ran = subprocess.run(
        [sys.executable, SCRIPT],
        env={**os.environ, browser.OVERRIDE: str(missing)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == f"CSPSITE_BROWSER is {missing}, which is not an executable file.\n"


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


def test_no_browser_and_no_way_to_one_is_a_failure(bare: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Where none is found and none can be installed, the exit status is 1 and the message says what to do."""
    assert browser.main() == 1
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.endswith(
        "No Chromium or Chrome was found, and none could be installed.\n"
        "  Playwright's installer: ended with exit status 1\n"
        "  apt-get: is not on this machine\n"
        "Install Chromium or Chrome, or set CSPSITE_BROWSER to the path of its executable.\n"
    )


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="apt-get and root are of Unix")
def test_without_root_nothing_is_installed(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where apt-get would need root, it is not run, and the message says so."""
    program(bare / "apt-get", "/bin/cp /bin/true chromium")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(browser.BrowserError, match=r"apt-get: needs root \(apt-get install chromium\)"):
        browser.ensure_browser()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="apt-get and root are of Unix")
def test_root_on_debian_installs_chromium(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """As root on Debian the package is installed, and its path alone is on standard output."""
    program(bare / "apt-get", f'echo "apt-get $*"; [ "$1" = update ] || /bin/cp "$0" {bare}/chromium')
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert browser.main() == 0
    printed = capfd.readouterr()
    assert printed.out == f"{bare}/chromium\n"
    assert printed.err.endswith(
        "apt-get update\napt-get install -y --no-install-recommends chromium\n",
    )


def test_an_installer_that_hangs_is_stopped(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installer has a time limit, after which the next way is tried."""
    monkeypatch.setattr(browser, "PLAYWRIGHT_SECONDS", 0.01)
    with pytest.raises(browser.BrowserError, match=r"Playwright's installer: stopped after 0\.01 s"):
        browser.ensure_browser()


def program(path: Path, command: str = "true") -> Path:
    """Write an executable that runs one shell command."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{command}\n", "utf-8")
    path.chmod(0o755)
    return path
