"""The whole site of a partnership that does not show names: no byte of it names an officer, or has a number to ring."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import pytest

from cspsite.history import History
from cspsite.pages import write_site
from cspsite.publication import read
from cspsite.tree import read_folder
from tests.builders import COUNTS, GROUP, MINIMAL, PARTNERSHIP, REPORT
from tests.rendering import plain_docs
from tests.repositories import commit, repository

LATER = "groups/homes/reports/2006-11-13.md"
#: No other words of the site have these in them, in whatever case.
NAMES = ("quillfeather", "zebedee", "abernathy")
NUMBER = re.compile(r"07700[ -]?900|7946[ -]?0123")


def _files(names: bool) -> dict[str, str]:
    """Return a partnership of two meetings, in which names stand wherever somebody may have written one."""
    said = f"{{name: Insp Zebedee Quillfeather, role: Inspector, organisation: {'Anytown Police'}}}"
    report = MINIMAL[REPORT].replace("{name: A Person, role: Officer}", said)
    report = report.replace("Every lock was fitted.", "Zebedee Quillfeather had every lock fitted.")
    report = report.replace(
        "Fit more locks.", "Insp Quillfeather will fit 12 more locks, with **Zebedee Quillfeather**."
    )
    later = report.replace("2006-07", "2006-09").replace("had every lock fitted", "and Z Quillfeather fitted locks")
    meetings = "  - {date: 2006-09-11, data_to: 2006-07}\n  - {date: 2006-11-13, data_to: 2006-09}\n"
    meetings += "  - {date: 2007-01-15, data_to: 2006-09}\n"
    rule = f"publication: {{officers_names: {'true' if names else 'false'}}}\n"
    known = MINIMAL[PARTNERSHIP].replace("  - {date: 2006-09-11, data_to: 2006-07}\n", meetings) + rule
    group = MINIMAL[GROUP].replace("chair: Fire service", "chair: Fire service\ncontact: Station manager")
    return {**MINIMAL, PARTNERSHIP: known, GROUP: group, REPORT: report, LATER: later}


@pytest.fixture(scope="module", params=[False, True], ids=["names hidden", "names shown"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[bool, dict[str, bytes]]:
    """Return whether names are shown, and every file that is written of a site with a history."""
    folder = tmp_path_factory.mktemp("private")
    last = _files(request.param)
    # the first version names another officer, and gives numbers that were taken out since
    old = last[REPORT].replace("Insp Zebedee Quillfeather, role", "Sgt Maud Abernathy, role")
    old = old.replace("- The locks come late.", "- The locks come late: ring Maud Abernathy on 07700 900123.")
    first = {**last, REPORT: old, GROUP: last[GROUP].replace("Station manager", "020 7946 0123")}
    del first[LATER]
    repository(folder)
    data = {f"data/{path}": text for path, text in first.items()}
    commit(folder, "2006-09-01 12:00 +0100", data, "The report of Insp Zebedee Quillfeather")
    data = {f"data/{path}": text for path, text in last.items()}
    data |= {f"data/{COUNTS}": MINIMAL[COUNTS].replace("2006-04,95,,", "2006-04,96,,")}
    commit(folder, "2006-11-01 12:00 +0000", data, "Counts corrected for Insp Quillfeather, 07700 900123")
    publication = read(read_folder(folder / "data"), date(2006, 12, 1), History.of(folder / "data"))
    out = folder / "out"
    write_site(publication, plain_docs(folder / "docs"), out, "https://example.org/", "https://github.com/a/b/new/")
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    packed = zipfile.ZipFile(io.BytesIO(files.pop("data/datapackage.zip")))
    files |= {f"data/datapackage.zip/{name}": packed.read(name) for name in packed.namelist()}
    return request.param, {path: content for path, content in files.items() if not path.endswith("plotly.min.js")}


def _with(files: dict[str, bytes], pattern: re.Pattern[str]) -> list[str]:
    """Return the files in which a pattern is, in their paths too."""
    return [path for path, content in files.items() if pattern.search(f"{path}\n{content.decode()}".casefold())]


def test_names_stand_nowhere_unless_they_are_shown(written: tuple[bool, dict[str, bytes]]) -> None:
    """Pages, downloads, feeds, forms and what changed name nobody; where names are shown, both reports do."""
    shown, files = written
    found = _with(files, re.compile("|".join(NAMES)))
    if not shown:
        assert found == []
    else:
        assert {"groups/homes/reports/2006-09-11/index.md", "groups/homes/reports/2006-11-13/index.md"} <= {*found}


def test_roles_are_always_shown(written: tuple[bool, dict[str, bytes]]) -> None:
    """A report says by which role of which organisation it was completed, and by whom only where names are shown."""
    shown, files = written
    page = files["groups/homes/reports/2006-11-13/index.md"].decode()
    name = "Insp Zebedee Quillfeather, " if shown else ""
    assert f"<dt>Completed by</dt> <dd>{name}Inspector, Anytown Police</dd>" in page


def test_telephone_numbers_stand_nowhere(written: tuple[bool, dict[str, bytes]]) -> None:
    """A number that an earlier version had, or a commit's subject has, is on no page, not even among what changed."""
    _, files = written
    assert _with(files, NUMBER) == []
    changes = files["meetings/2006-11-13/changes/index.md"].decode()
    assert "[telephone number left out]" in changes


def test_the_history_is_there(written: tuple[bool, dict[str, bytes]]) -> None:
    """The site tells what was revised and why, so that what is left out of it was there to be left out."""
    _, files = written
    assert "Counts corrected for Insp" in files["indicators/burglary/index.md"].decode()
