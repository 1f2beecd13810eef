"""The commands `to-word` and `from-word`, with real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import builders
from tests.test_cli import run, save
from tests.word_forms import BURGLARY, OldForm

_TWO = builders.edited(
    builders.PARTNERSHIP, "data_to: 2006-07}\n", "data_to: 2006-07}\n  - {date: 2006-11-13, data_to: 2006-07}\n"
)
_REPORT = "groups/homes/reports/2006-11-13.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder with a report to the first of two meetings."""
    return save(tmp_path / "data", _TWO)


def files(folder: Path) -> set[str]:
    """Return the paths of all files in a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_there_and_back(folder: Path, tmp_path: Path) -> None:
    """The form for the next meeting, sent back as it is, is a report of the last one's words."""
    form = tmp_path / "form.docx"
    ran = run("to-word", "homes", "2006-11-13", "--data", folder, "--out", form)
    assert (ran.exit_code, ran.stdout) == (0, "")
    ran = run("from-word", form, "--data", folder)
    assert ran.exit_code == 0
    assert "- word for word as in the last report: achievement 1; barrier 1; Fit new locks" in ran.stderr
    last = (folder / builders.REPORT).read_text("utf-8")
    assert (folder / _REPORT).read_text("utf-8") == last.replace(
        "Fit more locks.\n", "Fit more locks.\n\n#### Remedial action\n"
    )


def test_the_form_is_written_here(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --out the form is named after its group and meeting, and is not overwritten."""
    monkeypatch.chdir(tmp_path)
    assert run("to-word", "homes", "2006-09-11", "--data", folder).exit_code == 0
    assert (tmp_path / "homes-2006-09-11.docx").read_bytes().startswith(b"PK")
    ran = run("to-word", "homes", "2006-09-11", "--data", folder)
    assert ran.exit_code == 2
    assert "homes-2006-09-11.docx is there already, and is not overwritten" in ran.stderr


def test_a_report_that_is_there_is_not_overwritten(folder: Path, tmp_path: Path) -> None:
    """The form of a report that is there can be read onto standard output or to another file only."""
    form = tmp_path / "form.docx"
    run("to-word", "homes", "2006-09-11", "--data", folder, "--out", form)
    before = (folder / builders.REPORT).read_bytes()
    ran = run("from-word", form, "--data", folder)
    assert (ran.exit_code, (folder / builders.REPORT).read_bytes()) == (2, before)
    ran = run("from-word", form, "--data", folder, "--stdout")
    assert ran.stdout == before.decode().replace("Fit more locks.\n", "Fit more locks.\n\n#### Remedial action\n")
    other = tmp_path / "new" / "report.md"
    assert run("from-word", form, "--data", folder, "--out", other).exit_code == 0
    assert other.read_text("utf-8") == ran.stdout


def test_what_has_no_place_is_told_and_kept(folder: Path, tmp_path: Path) -> None:
    """An unknown row is said on standard error and stands at the end of the file, where it is not published."""
    form = tmp_path / "old.docx"
    form.write_bytes(OldForm([("Fit new locks", BURGLARY, "Amber", "Ten."), ("Paint", "", "Red", "Blue.")]).content)
    ran = run("from-word", form, "--data", folder, "--meeting", "2006-11-13")
    assert ran.exit_code == 0
    assert "no action of the group is called “Paint”: “Paint | Red Blue.”" in ran.stderr
    assert (folder / _REPORT).read_text("utf-8").endswith("Paint | Red\n\nBlue. -->\n")
    checked = run("check", "--data", folder)
    assert "Blue" not in checked.stdout


def test_findings_that_stop_publication_are_exit_1(folder: Path, tmp_path: Path) -> None:
    """A report with an error is written, so that it can be put right; the command says so by its exit status."""
    form = tmp_path / "old.docx"
    row = ("Fit new locks", BURGLARY, "Amber", "There were {{ burglary.cuont }}.")
    form.write_bytes(OldForm([row]).content)
    ran = run("from-word", form, "--data", folder, "--meeting", "2006-11-13")
    assert ran.exit_code == 1
    assert "- Fit new locks\n    - Code that names no figure. Found: " in ran.stderr
    assert (
        "1 thing must be put right; 3 more would be good to\n\nMust be put right\n\nSafer Homes: report" in ran.stderr
    )
    assert (folder / _REPORT).is_file()


@pytest.mark.parametrize(
    "content,options,message",
    [
        (b"%PDF", [], "form.docx cannot be read: it is a PDF; send the Word document that it was made from"),
        (None, [], "form.docx cannot be opened: No such file or directory"),
        (OldForm([]).content[:-500], [], "it is damaged or was not copied as a whole"),
        (OldForm([]).content, ["--group", "nobody"], "there is no group 'nobody'; the groups are: homes"),
        (OldForm([]).content, ["--meeting", "2007-01-01"], "partnership.yml has no meeting on 2007-01-01"),
    ],
)
def test_bad_input_writes_nothing(
    folder: Path, tmp_path: Path, content: bytes | None, options: list[str], message: str
) -> None:
    """Whatever is wrong with the file, its sender is told, the exit status is 2, and no file is made."""
    form = tmp_path / "form.docx"
    if content is not None:
        form.write_bytes(content)
    before = files(folder)
    ran = run("from-word", form, "--data", folder, *options)
    assert ran.exit_code == 2
    assert message in " ".join(ran.stderr.split()).replace(f"{tmp_path.as_posix()}/", "")
    assert files(folder) == before


@pytest.mark.parametrize(
    "arguments,message",
    [
        (["home", "2006-09-11"], "there is no group 'home'; did you mean homes?"),
        (["homes", "2006-09-12"], "partnership.yml has no meeting on 2006-09-12"),
    ],
)
def test_forms_that_cannot_be_made(folder: Path, tmp_path: Path, arguments: list[str], message: str) -> None:
    """A group or a meeting that there is not has no form."""
    ran = run("to-word", *arguments, "--data", folder, "--out", tmp_path / "x.docx")
    assert ran.exit_code == 2
    assert message in ran.stderr
    assert not (tmp_path / "x.docx").exists()


def test_no_form_of_a_group_whose_file_is_wrong(folder: Path, tmp_path: Path) -> None:
    """Where the group's file has an error, actions may be missing, so no form is made."""
    file = folder / builders.GROUP
    file.write_text(file.read_text("utf-8").replace("    due: 2007-03-31\n", "    due: soon\n"), "utf-8")
    ran = run("to-word", "homes", "2006-09-11", "--data", folder, "--out", tmp_path / "x.docx")
    assert ran.exit_code == 2
    assert "group.yml has errors, so that actions may be missing: run `cspsite check`" in ran.stderr
