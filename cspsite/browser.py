"""The Chromium on this machine, for paper and for tests; `scripts/browser.py` installs one where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from cspsite.errors import UsageError

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


class BrowserError(UsageError):
    """There is no browser, and what was tried to get one."""


def find_browser() -> str | None:
    """Return the path of a Chromium on this machine, or None; Playwright may still have one of its own.

    CSPSITE_BROWSER goes before everything else; BrowserError when it names no executable file.
    """
    chosen = os.environ.get(OVERRIDE)
    if chosen:
        return _executable(chosen)
    on_path = filter(None, map(shutil.which, NAMES))
    in_places = (str(place) for place in _places(os.environ) if _is_executable(place))
    return next(on_path, None) or next(in_places, None)


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
