"""The command line: results on standard output, messages on standard error, and an exit status that scripts can use."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cspsite.cli import main
from tests import builders
from tests.rendering import ROOT, plain_docs
from tests.repositories import commit, repository

ERROR = builders.edited(builders.INDICATOR, "frequency: month", "frequency: fortnight")
WARNING = builders.edited(builders.GROUP, "    owner: Council\n", "")
#: An indicator that nobody has counted yet.
UNCOUNTED = {"indicators/arson.yml": builders.MINIMAL[builders.INDICATOR].replace("Burglary", "Arson")}


@pytest.fixture(autouse=True)
def on_the_day_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the command believe that it is the tests' own day, on which the partnership has nothing wrong with it."""
    monkeypatch.setattr("cspsite.clock.today", lambda _zone: builders.TODAY)


def save(folder: Path, *changes: builders.Files) -> Path:
    """Write the minimal partnership with changes to a folder."""
    for path, content in builders.files(*changes).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def run(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder with nothing wrong in it, as it was on the day before its meeting."""
    saved = save(repository(tmp_path) / "data")
    commit(tmp_path, "2006-09-10 12:00 +0100", {})
    return saved


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_check_of_good_data_is_0(folder: Path, form: str) -> None:
    """Where there is nothing but warnings, the exit status is 0 in every format."""
    assert run("check", "--data", folder, "--format", form).exit_code == 0
    assert run("check", "--data", save(folder, WARNING), "--format", form).exit_code == 0


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_check_of_data_with_an_error_is_1(folder: Path, form: str) -> None:
    """Where a finding is an error, the exit status is 1 in every format."""
    assert run("check", "--data", save(folder, ERROR), "--format", form).exit_code == 1


def test_check_prints_findings_on_standard_output(folder: Path) -> None:
    """A finding's text names file, line, what was found, what was expected and what to do."""
    ran = run("check", "--data", save(folder, WARNING))
    assert f"{folder.as_posix()}/groups/homes/group.yml:13: warning: " in ran.stdout
    assert "[action-without-owner]" in ran.stdout
    for word in ("found:", "expected:", "to do:"):
        assert word in ran.stdout
    assert ran.stderr == ""


def test_check_as_json_is_json_alone(folder: Path) -> None:
    """Standard output in JSON is a list of findings; how many they are is said on standard error."""
    ran = run("check", "--data", save(folder, WARNING), "--format", "json")
    found = json.loads(ran.stdout)
    assert [(one["code"], one["severity"], one["line"]) for one in found] == [("action-without-owner", "warning", 13)]
    assert set(found[0]) == {"code", "severity", "title", "file", "line", "found", "expected", "to_do"}
    assert ran.stderr == "1 warning\n"


def test_check_of_nothing_wrong_as_json(folder: Path) -> None:
    """Without findings the JSON is an empty list, and standard error says that all is well."""
    ran = run("check", "--data", folder, "--format", "json")
    assert (json.loads(ran.stdout), ran.stderr) == ([], "nothing to put right\n")


def test_check_as_github_is_one_line_a_finding(folder: Path) -> None:
    """For GitHub each finding is one workflow command, whatever characters it has."""
    nasty = builders.edited(builders.GROUP, "owner: Council\n    due", "due")
    nasty[builders.GROUP] = nasty[builders.GROUP].replace("title: Fit new locks", 'title: "100%: a, b\\nc"')
    lines = run("check", "--data", save(folder, nasty), "--format", "github").stdout.splitlines()
    wanted = f"::warning file={folder.as_posix()}/groups/homes/group.yml,line=13,title="
    owner = next(one for one in lines if "action-without-owner" in one)
    assert owner.startswith(wanted)
    assert "100%25: a, b" in owner.split("::", 2)[2]
    assert all(one.startswith("::") for one in lines)


def test_check_says_where_there_is_no_history(tmp_path: Path) -> None:
    """Of data that are in no git repository, check says that nobody knows what the meeting had."""
    ran = run("check", "--data", save(tmp_path / "data"))
    assert "[history-missing]" in ran.stdout
    assert "what the meeting of 11 September 2006 had is not known: the data are in no git repository" in ran.stdout


def test_check_without_a_folder_is_2(tmp_path: Path) -> None:
    """Where there is no data folder, one sentence says so and the exit status is 2."""
    ran = run("check", "--data", tmp_path / "none")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert f"there is no folder {tmp_path}/none to read" in ran.stderr


def test_check_reads_the_pages_beside_the_data(folder: Path) -> None:
    """A hand-written page beside the data folder that quotes what there is not is an error, with its own path."""
    docs = plain_docs(folder.parent / "docs")
    (docs / "methods.md").write_text("# A\n\n{{ burglary.cuont }}\n", "utf-8")
    ran = run("check", "--data", folder, "--format", "github")
    assert ran.exit_code == 1
    assert ran.stdout.startswith(f"::error file={docs.as_posix()}/methods.md,line=3,title=")
    assert ran.stderr == "1 error\n"


def test_check_reads_the_pages_that_are_named(folder: Path, tmp_path: Path) -> None:
    """With --docs the hand-written pages are read from there; warnings about them block nothing."""
    plain_docs(folder.parent / "docs").joinpath("methods.md").write_text("{{ burglary.cuont }}", "utf-8")
    docs = plain_docs(tmp_path / "other")
    save(folder, UNCOUNTED)
    (docs / "methods.md").write_text("{{ arson.count }}", "utf-8")
    ran = run("check", "--data", folder, "--docs", docs, "--format", "json")
    assert ran.exit_code == 0
    found = [(one["code"], one["file"]) for one in json.loads(ran.stdout)]
    assert ("figure-not-available", f"{docs.as_posix()}/methods.md") in found
    assert "unknown-figure" not in [code for code, _ in found]


def test_check_without_hand_written_pages_is_no_problem(folder: Path) -> None:
    """Where no folder of hand-written pages is beside the data, there is nothing to say of it."""
    assert (run("check", "--data", folder).exit_code, folder.parent.joinpath("docs").exists()) == (0, False)


def test_check_of_pages_that_are_not_there_is_2(folder: Path, tmp_path: Path) -> None:
    """A folder of hand-written pages that is named and missing is wrong usage."""
    ran = run("check", "--data", folder, "--docs", tmp_path / "none")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert f"there is no folder {tmp_path}/none to read" in ran.stderr


def test_check_of_a_page_that_is_no_text(folder: Path) -> None:
    """A hand-written page that is not UTF-8 is a finding with its path, not a traceback."""
    docs = plain_docs(folder.parent / "docs")
    (docs / "methods.md").write_bytes(b"# A \xe9\n")
    ran = run("check", "--data", folder)
    assert ran.exit_code == 1
    assert f"{docs.as_posix()}/methods.md:1: error: " in ran.stdout
    assert "[encoding-wrong]" in ran.stdout


def test_pages_rest_on_data_that_can_be_read(folder: Path) -> None:
    """While a file of the data has errors, a page that quotes from it is no second error."""
    docs = plain_docs(folder.parent / "docs")
    (docs / "methods.md").write_text("{{ burglary.count }}", "utf-8")
    ran = run("check", "--data", save(folder, ERROR), "--format", "json")
    assert {one["file"] for one in json.loads(ran.stdout)} == {f"{folder.as_posix()}/indicators/burglary.yml"}


@pytest.mark.parametrize("wrong", [["check", "--format", "xml"], ["chekc"], ["figures"], ["check", "--no"]])
def test_wrong_usage_is_2(wrong: list[str]) -> None:
    """A command, an option or a format that there is not ends with exit status 2 and nothing on standard output."""
    ran = run(*wrong)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "Error:" in ran.stderr


def test_figures_prints_workings(folder: Path) -> None:
    """Each figure of a report is printed with its sum, those that it quotes first."""
    ran = run("figures", "homes", "2006-09-11", "--data", folder)
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert "QUOTED IN THE REPORT\n\nLocks" in ran.stdout
    assert "     380  burglary.count, April to July 2006\n            95 + 96 + 94 + 95 = 380" in ran.stdout
    assert ran.stdout.index("QUOTED IN THE REPORT") < ran.stdout.index("FOR EACH TARGET")


@pytest.mark.parametrize("group, meeting", [("home", "2006-09-11"), ("homes", "2006-09-12"), ("homes", "x")])
def test_figures_of_an_unknown_report_names_the_known(folder: Path, group: str, meeting: str) -> None:
    """A group or a meeting without a report is wrong usage, and the message names the reports that there are."""
    ran = run("figures", group, meeting, "--data", folder)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert f"there is no report of {group} to {meeting}; the reports are: homes 2006-09-11" in ran.stderr


@pytest.mark.parametrize("command", [["figures", "homes", "2006-09-11"], ["write", "out"]])
def test_unreadable_partnership(tmp_path: Path, command: list[str]) -> None:
    """Where partnership.yml cannot be read no command ends in a traceback, nor with exit status 0."""
    folder = save(tmp_path / "data", {builders.PARTNERSHIP: "name: [\n"})
    ran = run(*command, "--data", folder)
    assert ran.exit_code in (1, 2)
    assert ran.stdout == ""
    assert "partnership.yml" in ran.stderr
    assert not Path("out").exists()


#: The nine printed figures: the indicator, the figure's name, the text in the report, and the calculation by hand.
EXACT = [
    ("domestic-burglary", "change.last_year", "35.9", Fraction(348, 256) - 1),
    ("domestic-burglary", "change.baseline", "4%", Fraction(348, 363) - 1),
    ("domestic-burglary", "rate_change.baseline", "6.43%", Fraction(348 * 213260, 363 * 218500) - 1),
    ("theft-of-motor-vehicle", "rate_change.baseline", "21.2", Fraction(222 * 213260, 275 * 218500) - 1),
    ("theft-from-motor-vehicle", "rate_change.baseline", "29%", Fraction(1092 * 213260, 826 * 218500) - 1),
    ("vehicle-interference", "rate_change.baseline", "10.4%", Fraction(156 * 213260, 170 * 218500) - 1),
    ("vehicle-crime", "rate_change.baseline", "12.88", Fraction(1470 * 213260, 1271 * 218500) - 1),
    ("drug-supply-offences", "change.baseline", "53%", Fraction(75, 160) - 1),
    ("all-crime", "change.last_year", "14%", Fraction(9519, 8350) - 1),
]


@pytest.mark.parametrize("indicator, name, text, share", EXACT)
def test_figures_as_json_are_exact(indicator: str, name: str, text: str, share: Fraction) -> None:
    """JSON gives each printed figure of the report as the exact fraction, in percent, and as it is printed."""
    ran = run("figures", "keeping-our-eyes-open", "2006-09-11", "--data", builders.DATA, "--format", "json")
    quoted = [one for one in json.loads(ran.stdout) if one["section"] == "Quoted in the report"]
    (found,) = (one for one in quoted if (one["indicator"], one["figure"], one["text"]) == (indicator, name, text))
    value = found["value"]
    assert Fraction(value["numerator"], value["denominator"]) == share * 100
    assert found["unit"] == "percent"


def test_figures_as_json_say_what_they_rest_on() -> None:
    """JSON names the periods, counts and estimates behind a figure; one that cannot be made is null with its reason."""
    ran = run("figures", "keeping-our-eyes-open", "2006-09-11", "--data", builders.DATA, "--format", "json")
    found = json.loads(ran.stdout)
    rate = next(one for one in found if one["figure"] == "rate_change.baseline" and one["text"] == "6.43%")
    assert rate["terms"] == [
        {
            "period": "2006-04..2006-07",
            "count": 348,
            "denominator": 218500,
            "per": "per 1,000 population",
            "reference_date": "2005-06-30",
        },
        {
            "period": "2003-04..2003-07",
            "count": 363,
            "denominator": 213260,
            "per": "per 1,000 population",
            "reference_date": "2003-06-30",
        },
    ]
    missing = next(one for one in found if one["indicator"] == "recordable-racist-offences")
    assert missing["value"] is None
    assert missing["reason"]


def test_module_is_the_command(folder: Path) -> None:
    """`python -m cspsite` is the same command, and prints no traceback on an error."""
    command = [sys.executable, "-m", "cspsite", "check", "--data", str(save(folder, ERROR))]
    ran = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "fortnight" in ran.stdout


def test_help_names_every_command() -> None:
    """The help lists the commands with what they do."""
    shown = run("--help").stdout
    assert [name for name in ("check", "figures", "write") if f"\n  {name} " not in shown] == []
