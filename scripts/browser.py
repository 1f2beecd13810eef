"""Find the Chromium that the tests look at pages with, or install one.

Prints the executable's path on standard output and everything else on standard error.
Exits 1 when there is no browser and none can be installed: a missing browser fails the tests.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

OVERRIDE = "CSPSITE_BROWSER"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/snap/bin/chromium",
    "/opt/google/chrome/chrome",
)
WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PLACES = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
PLAYWRIGHT_SECONDS = 180
APT_SECONDS = 900


class BrowserError(Exception):
    """There is no browser, and what was tried to get one."""


def find_browser() -> str | None:
    """Return the path of a Chromium on this machine, or None.

    CSPSITE_BROWSER goes before everything else; BrowserError when it names no executable file.
    """
    chosen = os.environ.get(OVERRIDE)
    if chosen:
        return _executable(chosen)
    on_path = filter(None, map(shutil.which, NAMES))
    in_places = (str(place) for place in _places(os.environ) if _is_executable(place))
    return next(on_path, None) or next(in_places, None) or _playwrights_own()


def ensure_browser() -> str:
    """Return the path of a Chromium, installing one where there is none; BrowserError when that fails."""
    found = find_browser()
    if found:
        return found
    tried = []
    for name, install in (("Playwright's installer", _playwright_install), ("apt-get", _apt_install)):
        _say(f"No Chromium or Chrome here: trying {name}.")
        outcome = install()
        found = find_browser()
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


def _executable(path: str) -> str:
    if not _is_executable(Path(path)):
        raise BrowserError(f"{OVERRIDE} is {path}, which is not an executable file.")
    return path


def _is_executable(path: Path) -> bool:
    return path.is_file() and os.access(path, os.X_OK)


def _places(environ: Mapping[str, str]) -> Iterator[Path]:
    yield from map(Path, PLACES)
    for root in filter(None, map(environ.get, WINDOWS_ROOTS)):
        yield from (Path(root, place) for place in WINDOWS_PLACES)


def _playwrights_own() -> str | None:
    """Return the Chromium that Playwright has downloaded before, or None.

    Playwright is asked in a process of its own: it may not be there, and it starts only once in a process.
    """
    asked = subprocess.run([sys.executable, "-c", _ASK_PLAYWRIGHT], check=False, capture_output=True, text=True)
    path = asked.stdout.strip()
    return path if asked.returncode == 0 and _is_executable(Path(path)) else None


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
