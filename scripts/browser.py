"""Find the Chromium that the tests look at pages with, or install one.

Run from the repository's folder as `python -m scripts.browser`, so that it finds the package there.
Prints the executable's path on standard output and everything else on standard error.
Exits 1 when there is no browser and none can be installed: a missing browser fails the tests.
"""

import os
import shutil
import subprocess
import sys

from cspsite.browser import OVERRIDE, BrowserError, find_browser

PLAYWRIGHT_SECONDS = 180
APT_SECONDS = 900


def ensure_browser() -> str:
    """Return the path of a Chromium, installing one where there is none; BrowserError when that fails."""
    found = _found()
    if found:
        return found
    tried = []
    for name, install in (("Playwright's installer", _playwright_install), ("apt-get", _apt_install)):
        _say(f"No Chromium or Chrome here: trying {name}.")
        outcome = install()
        found = _found()
        if found:
            return found
        _say(f"{name}: {outcome}.")
        tried.append(f"  {name}: {outcome}")
    raise BrowserError(
        "\n".join(
            [
                "No Chromium or Chrome was found, and none could be installed.",
                *tried,
                f"Install Chromium or Chrome, or set {OVERRIDE} to the path of its executable.",
            ]
        )
    )


def _found() -> str | None:
    """Return the path of a Chromium on this machine, or of Playwright's own, or None."""
    return find_browser() or _playwrights_own()


def _playwrights_own() -> str | None:
    """Return the Chromium that Playwright has downloaded before, or None.

    Playwright is asked in a process of its own: it may not be there, and it starts only once in a process.
    """
    asked = subprocess.run([sys.executable, "-c", _ASK_PLAYWRIGHT], check=False, capture_output=True, text=True)
    path = asked.stdout.strip()
    return path if asked.returncode == 0 and os.access(path, os.X_OK) else None


_ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def _playwright_install() -> str:
    return _run([sys.executable, "-m", "playwright", "install", "chromium"], PLAYWRIGHT_SECONDS)


def _apt_install() -> str:
    if not shutil.which("apt-get"):
        return "is not on this machine"
    if os.geteuid() != 0:
        return "needs root (apt-get install chromium)"
    update = _run(["apt-get", "update"], APT_SECONDS)
    install = _run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], APT_SECONDS)
    return install if update == "done" else f"{install} (apt-get update {update})"


def _run(command: list[str], seconds: int) -> str:
    """Run a command with its output on standard error, and say how it ended."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(command, check=True, timeout=seconds, env=environ, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    except subprocess.TimeoutExpired:
        return f"stopped after {seconds} s"
    except subprocess.CalledProcessError as error:
        return f"ended with exit status {error.returncode}"
    except OSError as error:
        return f"could not be run ({error.strerror})"
    return "done"


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def main() -> int:
    """Print the browser's path, and return the exit status."""
    try:
        print(ensure_browser())
    except BrowserError as error:
        _say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
