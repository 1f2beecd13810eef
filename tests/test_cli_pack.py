"""The command `pack` where it cannot print: every refusal is one plain sentence, and exit status 2."""

from __future__ import annotations

import builtins
import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Error

from cspsite import browser
from cspsite.cli import main
from tests import builders
from tests.test_cli import save


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with data, which is where the command is run."""
    save(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(*arguments: str) -> str:
    """Run the command, which must end with 2 and print nothing, and return its last line."""
    ran = CliRunner().invoke(main, ["pack", *arguments])
    assert (ran.exit_code, ran.stdout) == (2, "")
    return ran.stderr.splitlines()[-1]


class Refusing:
    """A Playwright that starts no browser; the real one runs once in a process, and other tests have it."""

    def __enter__(self) -> Refusing:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind."""

    @property
    def chromium(self) -> Refusing:
        """The same, which launches nothing either."""
        return self

    def launch(self, executable_path: str | None) -> None:
        """Fail as Playwright does, in several lines."""
        raise Error("it ended at once\nCall log:\n  - more")


def built(folder: Path) -> None:
    """Write a site that has a home page, and the pages of the meeting."""
    for address in ("", "meetings/2006-09-11/", "groups/homes/reports/2006-09-11/"):
        file = folder / "site" / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("<article><h1>A</h1></article>", "utf-8")


def test_unknown_meeting(here: Path) -> None:
    """A meeting that there is not is refused with those that there are."""
    built(here)
    assert refused("2006-09-12") == (
        "Error: partnership.yml has no meeting on 2006-09-12; the meetings are: 2006-09-11"
    )


def test_no_meeting_at_all(here: Path) -> None:
    """A partnership without a meeting has no papers."""
    changed = builders.edited(builders.PARTNERSHIP, "meetings:\n  - {date: 2006-09-11, data_to: 2006-07}\n", "")
    save(here / "data", changed, {builders.REPORT: None})
    (here / "data" / builders.REPORT).unlink()
    built(here)
    assert refused() == "Error: partnership.yml has no meeting yet"


def test_missing_site(here: Path) -> None:
    """Without a built site the command says how to build one."""
    assert refused("2006-09-11") == (
        "Error: there is no built site in site; run `make site`, or give its folder with --site"
    )


def test_old_site(here: Path) -> None:
    """A site that is older than the data is refused."""
    built(here)
    file = here / "data" / builders.REPORT
    later = file.stat().st_mtime + 100
    os.utime(file, (later, later))
    assert refused("2006-09-11") == (
        f"Error: data/{builders.REPORT} is newer than the site in site; build the site anew with `make site`"
    )


def test_no_browser(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a browser the command says what to install."""
    built(here)
    monkeypatch.setattr("cspsite.cli_pack.find_browser", lambda: None)
    monkeypatch.setattr("cspsite.pack.printing.sync_playwright", Refusing)
    assert refused("2006-09-11") == (
        "Error: there is no Chromium, Chrome or Edge to print with: install one, or set CSPSITE_BROWSER to its program"
    )


def test_browser_that_is_named_and_missing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A CSPSITE_BROWSER that is no program is named."""
    built(here)
    monkeypatch.setenv(browser.OVERRIDE, str(here / "nowhere"))
    assert refused("2006-09-11") == f"Error: CSPSITE_BROWSER is {here / 'nowhere'}, which is not an executable file."


def test_browser_that_does_not_start(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is no browser is named."""
    built(here)
    program = here / "program"
    program.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(browser.OVERRIDE, str(program))
    monkeypatch.setattr("cspsite.pack.printing.sync_playwright", Refusing)
    assert refused("2006-09-11") == f"Error: {program} does not start: it ended at once"


def test_old_browser() -> None:
    """A Chromium from before names and numbers could stand in margins is refused."""
    from cspsite.errors import UsageError
    from cspsite.pack.printing import _refuse_old

    class Old:
        version = "130.0.6723.58"

    with pytest.raises(UsageError, match=r"^the browser is version 130\.0\.6723\.58; papers need Chromium 131 "):
        _refuse_old(Old())  # type: ignore[arg-type]


@pytest.mark.parametrize("library", ["playwright", "pypdf"])
def test_missing_extra(here: Path, monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    """Without one of the libraries that print, the command says how to install them."""
    real = builtins.__import__

    def lacking(name: str, *rest: object) -> object:
        if name.split(".", maxsplit=1)[0] == library:
            raise ModuleNotFoundError(name=name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", lacking)
    for module in ("pack", "pdf", "printing"):
        monkeypatch.delitem(__import__("sys").modules, f"cspsite.pack.{module}", raising=False)
    assert refused("2006-09-11") == (
        "Error: printing needs Playwright and pypdf: `make pack` installs them in a clone, "
        'else run: python -m pip install "cspsite[pack]"'
    )


def test_nothing_but_a_pdf_is_overwritten(here: Path) -> None:
    """A file that is no PDF is left as it is."""
    built(here)
    (here / "notes.txt").write_text("mine", "utf-8")
    assert refused("2006-09-11", "--out", "notes.txt") == (
        "Error: notes.txt is there already and is no PDF, so it is not overwritten"
    )
    assert (here / "notes.txt").read_text("utf-8") == "mine"
