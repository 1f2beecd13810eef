"""The real site, built once and served on this machine, and a browser to look at it with."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    Response,
    ViewportSize,
    sync_playwright,
)

from scripts.browser import ensure_browser
from tests.markup import Element, parse
from tests.rendering import ROOT

#: The site stands in a folder of its host, as it does on GitHub Pages, so that no link may begin with a slash.
BASE = "/partnership/"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass
class Watch:
    """What a browser complains of or asks other hosts for; anything in `problems` fails the test."""

    origin: str
    requests: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def on(self, page: Page) -> Page:
        """Listen to a page, and give it back."""
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)
        page.on("pageerror", lambda error: self.problems.append(f"page error: {error}"))
        page.on("console", self._console)
        page.on("dialog", self._dialog)
        return page

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"{response.status}: {response.url}")

    def _console(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.problems.append(f"console: {said.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # given up because the reader has gone on to the next page
            self.problems.append(f"failed: {request.url}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.problems.append(f"another host: {request.url}")


class _Quiet(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(BASE) if path.startswith(BASE) else "none"
        return super().translate_path("/" + inside)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no error."""


def build(out: Path, root: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """Build the site of a checkout, strictly, in an environment with `more` in it."""
    environ = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": f"https://example.org{BASE}",
        **more,
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(out)]
    return subprocess.run(command, cwd=root, env=environ, check=False, capture_output=True, text=True)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built strictly from the repository's own data."""
    out = tmp_path_factory.mktemp("site")
    built = build(out)
    assert built.returncode == 0, built.stdout + built.stderr
    return out


@pytest.fixture(scope="session")
def documents(site: Path) -> dict[str, Element]:
    """Return every HTML page by its address within the site, as a tree."""
    pages = sorted(site.rglob("*.html"))
    return {re.sub(r"index\.html$", "", p.relative_to(site).as_posix()): parse(p.read_text("utf-8")) for p in pages}


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder on this machine and gives its address."""
    servers = []

    def start(folder: Path) -> str:
        server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}{BASE}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    """Return where the site is served."""
    return serve(site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return one Chromium for all tests."""
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=ensure_browser(), args=FLAGS)
        yield made
        made.close()


@pytest.fixture
def watch(address: str) -> Iterator[Watch]:
    """Return what the test's browser asked for; its complaints fail the test when it ends."""
    made = Watch(address)
    yield made
    assert made.problems == []


@dataclass(frozen=True)
class Reader:
    """How somebody reads: how wide the window is, in which colours, with or without scripts."""

    width: int = 1280
    height: int = 900
    colours: Literal["light", "dark"] = "light"
    scripts: bool = True


@pytest.fixture(scope="session")
def contexts(browser: Browser, address: str) -> Callable[[Reader], BrowserContext]:
    """Return a function that gives each kind of reader one browser of their own, with its cache."""

    @cache
    def made(reader: Reader) -> BrowserContext:
        context = browser.new_context(
            base_url=address,
            viewport=ViewportSize(width=reader.width, height=reader.height),
            color_scheme=reader.colours,
            java_script_enabled=reader.scripts,
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        return context

    return made


@pytest.fixture
def opened(contexts: Callable[[Reader], BrowserContext], watch: Watch) -> Iterator[Callable[[Reader], Page]]:
    """Return a function that opens a window for a reader; the site's memory of it is wiped afterwards."""
    pages: list[Page] = []

    def make(reader: Reader) -> Page:
        pages.append(watch.on(contexts(reader).new_page()))
        return pages[-1]

    yield make
    for page in pages:
        page.evaluate("() => { try { localStorage.clear() } catch { } }")
        page.close()


@pytest.fixture
def desktop(opened: Callable[[Reader], Page]) -> Page:
    """Return a window on a desk."""
    return opened(Reader())


@pytest.fixture
def phone(opened: Callable[[Reader], Page]) -> Page:
    """Return a phone's window."""
    return opened(Reader(width=375, height=667))


@pytest.fixture
def dark(opened: Callable[[Reader], Page]) -> Page:
    """Return a window of a reader who asks for dark colours."""
    return opened(Reader(colours="dark"))


@pytest.fixture
def scriptless(opened: Callable[[Reader], Page]) -> Page:
    """Return a window in which no script runs."""
    return opened(Reader(scripts=False))
