"""How the tests come by a browser where none is found: installed, else a failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cspsite.browser import OVERRIDE, BrowserError
from scripts import browser
from tests.test_browser import bare_machine, program

ROOT = Path(__file__).parent.parent


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder on PATH of a machine without a browser, where nothing can be downloaded."""
    return bare_machine(tmp_path, monkeypatch)


def test_override_of_a_missing_file_is_an_error(tmp_path: Path) -> None:
    """A CSPSITE_BROWSER that is not there ends the script with 1 and a message, and installs nothing."""
    missing = tmp_path / "nowhere"
    ran = subprocess.run(
        [sys.executable, "-m", "scripts.browser"],
        cwd=ROOT,
        env={**os.environ, OVERRIDE: str(missing)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == f"CSPSITE_BROWSER is {missing}, which is not an executable file.\n"


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
    with pytest.raises(BrowserError, match=r"apt-get: needs root \(apt-get install chromium\)"):
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
    with pytest.raises(BrowserError, match=r"Playwright's installer: stopped after 0\.01 s"):
        browser.ensure_browser()
