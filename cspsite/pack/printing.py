"""HTML to PDF with headless Chromium, which is given the built site's files and can ask for nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Error, Page, Route, sync_playwright

from cspsite.errors import UsageError

#: A name that stands for the built site while it is printed; whatever is asked of it is answered from its folder.
_HOST = "pack.invalid"
_DOCUMENT = "/"
#: The first Chromium that sets names and numbers into the margins of a sheet.
OLDEST = 131
_NO_BROWSER = "there is no Chromium, Chrome or Edge to print with: install one, or set CSPSITE_BROWSER to its program"


@contextmanager
def printer(executable: str | None, folder: Path) -> Iterator[Printer]:
    """A printer for the site in `folder`, with the browser at `executable`, or Playwright's own where that is None.

    Raises UsageError where the browser cannot be started, or is too old.
    """
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=executable)
        except Error as error:
            started = f"{executable} does not start: {error.message.splitlines()[0]}"
            raise UsageError(started if executable else _NO_BROWSER) from None
        with browser:
            _refuse_old(browser)
            yield Printer(browser, folder)


def _refuse_old(browser: Browser) -> None:
    if int(browser.version.split(".")[0]) < OLDEST:
        raise UsageError(f"the browser is version {browser.version}; papers need Chromium {OLDEST} or later")


class Printer:
    """A browser that prints documents which use the files of one folder; no script runs in it."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._folder = folder.resolve()
        self._context = browser.new_context(java_script_enabled=False, locale="en-GB", color_scheme="light")
        self._html = ""
        self._context.route("**/*", self._answer)

    def opened(self, html: str) -> Page:
        """A window with a document; raises UsageError for a style sheet or picture that the folder does not have."""
        self._html, self.lacking = html, list[str]()
        page = self._context.new_page()
        page.goto(f"https://{_HOST}{_DOCUMENT}", wait_until="load")
        if self.lacking:
            raise UsageError(f"{self._folder} has no {self.lacking[0]}; build the site anew with `make site`")
        return page

    def pdf(self, html: str) -> bytes:
        """A document on paper: tagged, with a bookmark for each heading, in the sizes of its own style."""
        page = self.opened(html)
        made = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
        page.close()
        return made

    def _answer(self, route: Route) -> None:
        asked = urlsplit(route.request.url)
        if asked.hostname != _HOST:
            route.abort()
        elif asked.path == _DOCUMENT:
            route.fulfill(body=self._html, content_type="text/html; charset=utf-8")
        else:
            self._give(route, unquote(asked.path).lstrip("/"))

    def _give(self, route: Route, path: str) -> None:
        file = (self._folder / path).resolve()
        if file.is_file() and file.is_relative_to(self._folder):
            route.fulfill(path=file)
        else:
            self.lacking.append(path)
            route.abort()
