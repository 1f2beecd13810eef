"""The demonstration: four meetings of an invented partnership, and what happened between them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cspsite.demo import write_demo
from cspsite.errors import UsageError
from cspsite.figures import Figures, Request
from cspsite.findings import blocking
from cspsite.history import History, Revision
from cspsite.load import load
from cspsite.model import Action, Data, Observation
from cspsite.periods import Month, Period
from cspsite.quote import Quoter, passages
from cspsite.tree import Tree
from tests import builders
from tests.repositories import git
from tests.test_cli import run

MEETINGS = [date(2024, 9, 9), date(2024, 11, 11), date(2025, 1, 13), date(2025, 3, 10)]
HOMES, STREETS = "safer-homes", "safer-streets"


@dataclass(frozen=True)
class Seen:
    """What a meeting had before it."""

    revision: Revision
    tree: Tree
    data: Data


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the demonstration's folder."""
    folder = tmp_path_factory.mktemp("demo") / "a demo"
    write_demo(folder)
    return folder


@pytest.fixture(scope="module")
def history(demo: Path) -> History:
    """Return the history of the demonstration's data."""
    found = History.of(demo / "data")
    assert isinstance(found, History)
    return found


@pytest.fixture(scope="module")
def seen(history: History) -> Mapping[date, Seen]:
    """Return what each meeting had before it."""
    found = dict[date, Seen]()
    for day in MEETINGS:
        revision = history.at_meeting(day, ZoneInfo("Europe/London"))
        assert isinstance(revision, Revision)
        tree = history.tree(revision)
        assert isinstance(tree, Tree)
        found[day] = Seen(revision, tree, builders.records(load(tree)))
    return found


def statuses(data: Data, group: str, key: tuple[str, str]) -> list[str | None]:
    """Return the status of an action at each of the four meetings; None where there is no report or no update."""
    reports = [data.reports.get((group, day)) for day in MEETINGS]
    updates = [report.update(*key) if report else None for report in reports]
    return [update.status if update else None for update in updates]


def counted(data: Data, indicator: str, month: Month) -> Observation:
    """Return the count of a month."""
    return next(one for one in data.observations[indicator] if one.period == Period.month(month))


def action(data: Data, group: str, id: str) -> Action | None:
    """Return an action of a group."""
    return data.groups[group].action(id)


def test_meetings(seen: Mapping[date, Seen]) -> None:
    """Three meetings have a tag; the second has none, and the last commit before it counts."""
    assert [each.revision.name for each in seen.values()] == [
        "meeting/2024-09-09", "", "meeting/2025-01-13", "meeting/2025-03-10",
    ]  # fmt: skip
    assert seen[MEETINGS[1]].revision.date == datetime(2024, 11, 7, 16, 30, tzinfo=UTC)
    assert [len(each.data.meetings) for each in seen.values()] == [1, 2, 3, 4]


def test_commits_are_dated_before_their_meeting(demo: Path) -> None:
    """Authors and committers have the same dates, all before the last meeting."""
    dates = [line.split() for line in git(demo, "log", "--all", "--format=%at %ct").splitlines()]
    assert len(dates) == 14
    assert all(written == committed for written, committed in dates)
    assert max(int(written) for written, _ in dates) < datetime(2025, 3, 10, tzinfo=UTC).timestamp()


@pytest.mark.parametrize("day", MEETINGS, ids=str)
def test_each_version_can_be_published(seen: Mapping[date, Seen], day: date) -> None:
    """Each version passes the checks without an error, and every figure that it quotes can be given."""
    assert not blocking(builders.checked(seen[day].tree, day))
    data = seen[day].data
    quoter = Quoter(Figures(data))
    quoted = [
        quotation.figure.value
        for (group, _), report in data.reports.items()
        for passage in passages(report, data.groups[group])
        for quotation in quoter.quotations(passage)
    ]
    assert quoted
    assert None not in quoted


def test_all_is_marked_as_invented(demo: Path, seen: Mapping[date, Seen]) -> None:
    """The partnership and every record that can say so says that it is invented, and so does the README."""
    data = seen[MEETINGS[-1]].data
    marked = [data.partnership, *data.meetings, *data.denominators.values(), *data.indicators.values()]
    marked += [*data.groups.values(), *data.reports.values()]
    assert [record for record in marked if "invented" not in (record.illustrative or "")] == []
    assert "invented" in (demo / "README.md").read_text("utf-8").splitlines()[2]


def test_statuses_worsen_and_improve(seen: Mapping[date, Seen]) -> None:
    """Visits go from Amber to Red and back to Green; car parks from Green to Red, then there is no report."""
    data = seen[MEETINGS[-1]].data
    assert statuses(data, HOMES, ("cocooning", "burglary")) == ["Amber", "Red", "Amber", "Green"]
    assert statuses(data, HOMES, ("locks", "burglary")) == ["Amber", "Amber", None, None]
    assert statuses(data, STREETS, ("car-parks", "vehicle-crime")) == ["Green", "Amber", "Red", None]
    assert statuses(data, STREETS, ("youth-workers", "rowdy-behaviour")) == ["Amber", "Green", "Green", None]


def test_late_and_missing_reports(seen: Mapping[date, Seen], history: History) -> None:
    """The second meeting had no report from Safer Streets, which came two days after it; to the fourth none came."""
    late, missing = (STREETS, MEETINGS[1]), (STREETS, MEETINGS[3])
    assert [late in each.data.reports for each in seen.values()] == [False, False, True, True]
    assert missing not in seen[MEETINGS[3]].data.reports
    found = history.revisions_of(f"groups/{STREETS}/reports/2024-11-11.md")
    assert isinstance(found, list)
    assert found[-1].date == datetime(2024, 11, 13, 9, tzinfo=UTC)
    assert found[-1].subject == "Safer Streets: report to 11 November 2024"


def test_restated_month(seen: Mapping[date, Seen], history: History) -> None:
    """July's vehicle crime was 54 to two meetings and is 73, marked r, from the third on; git knows since when."""
    july = [counted(each.data, "vehicle-crime", Month.of(2024, 7)) for each in seen.values()]
    assert [one.count for one in july] == [54, 54, 73, 73]
    assert [one.markers for one in july] == [frozenset(), frozenset(), frozenset("r"), frozenset("r")]
    found = history.revisions_of("indicators/vehicle-crime.csv")
    assert isinstance(found, list)
    assert "July restated" in found[1].subject


def test_restated_month_moves_a_published_percentage(seen: Mapping[date, Seen]) -> None:
    """The first report's 7.2% fall, 219 offences against 236, is a rise of 0.8% today, with 238."""
    months, baseline = Period.parse("2024-04..2024-07"), Period.parse("2022/23")
    request = Request("vehicle-crime", "change.baseline", months, baseline)
    changes = [Figures(seen[day].data).get(request).value for day in (MEETINGS[0], MEETINGS[3])]
    assert changes == [100 * (Fraction(219, 236) - 1), 100 * (Fraction(238, 236) - 1)]


def test_redefined_target(seen: Mapping[date, Seen]) -> None:
    """The burglary target is per household to two meetings, per head from the third on; its words never change."""
    targets = [each.data.groups[HOMES].target("burglary") for each in seen.values()]
    assert [target.measure.per if target and target.measure else "" for target in targets] == [
        "households", "households", "population", "population",
    ]  # fmt: skip
    assert len({target.wording for target in targets if target}) == 1


def test_renamed_indicator(seen: Mapping[date, Seen], history: History) -> None:
    """Nuisance is called anti-social behaviour from the third meeting on, with the same counts and one history."""
    assert ["nuisance" in each.data.indicators for each in seen.values()] == [True, True, False, False]
    old = seen[MEETINGS[1]].data.observations["nuisance"]
    assert seen[MEETINGS[2]].data.observations["anti-social-behaviour"][: len(old)] == old
    found = history.revisions_of("indicators/anti-social-behaviour.csv")
    assert isinstance(found, list)
    assert found[-1].subject == "The partnership, its groups and its indicators"


def test_closed_and_vanished_actions(seen: Mapping[date, Seen]) -> None:
    """The locks are closed before the third meeting; marking property is gone at the fourth, never closed."""
    locks = [action(each.data, HOMES, "locks") for each in seen.values()]
    assert [one.state if one else "" for one in locks] == ["open", "open", "closed", "closed"]
    marking = [action(each.data, HOMES, "property-marking") for each in seen.values()]
    assert [one.state if one else "" for one in marking] == ["open", "open", "open", ""]


def test_words(seen: Mapping[date, Seen]) -> None:
    """A report is corrected after its meeting, an action gets another title, and the third report adds a barrier."""
    told = [each.data.reports[HOMES, MEETINGS[0]].update("cocooning", "burglary") for each in seen.values()]
    assert [update.progress if update else "" for update in told] == [
        "Most neighbours were visited, but often a week late.",
        *["Two neighbours in three were visited, most of them four days late."] * 3,
    ]
    titles = [action(each.data, STREETS, "youth-workers") for each in seen.values()]
    assert [title.title.split()[3] if title else "" for title in titles] == ["two", "two", "three", "three"]
    reports = [seen[MEETINGS[3]].data.reports[HOMES, day] for day in MEETINGS]
    assert [len(report.barriers) for report in reports] == [1, 1, 2, 1]


def test_replaced_estimate(seen: Mapping[date, Seen]) -> None:
    """The estimate of households for 30 June 2023 is another from the fourth meeting on."""
    estimates = [each.data.denominator_values["households"][-1] for each in seen.values()]
    assert {estimate.reference_date for estimate in estimates} == {date(2023, 6, 30)}
    assert [estimate.value for estimate in estimates] == [52400, 52400, 52400, 52900]


def test_same_commits_every_time(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The repository has the same commits and tags wherever, whenever and by whomever it is written."""
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Somebody Else")
    write_demo(tmp_path / "again")
    assert git(tmp_path / "again", "show-ref") == git(demo, "show-ref")


def test_nothing_is_left_uncommitted(demo: Path) -> None:
    """The last version is checked out, and nothing else."""
    assert git(demo, "status", "--porcelain") == ""
    assert git(demo, "fsck", "--strict") == ""


def test_site_of_the_demonstration(demo: Path, tmp_path: Path) -> None:
    """MkDocs builds its site with nothing to warn of, with the partnership's name."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(command, cwd=demo, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "Anyford Community Safety Partnership" in (tmp_path / "site/index.html").read_text("utf-8")


def test_command(tmp_path: Path) -> None:
    """The command takes a new or an empty folder, and says how many commits it wrote."""
    (tmp_path / "empty").mkdir()
    ran = run("demo", tmp_path / "empty")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert ran.stderr.startswith(f"14 commits written to {tmp_path / 'empty'}")


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_command_overwrites_nothing(tmp_path: Path, kind: str) -> None:
    """A folder that holds anything, and a file, are refused and left as they are."""
    there = tmp_path / "there" / "notes.txt"
    there.parent.mkdir()
    there.write_text("mine", "utf-8")
    ran = run("demo", there if kind == "file" else there.parent)
    assert ran.exit_code == 2
    assert "is there already; give a new folder" in ran.stderr
    assert [path.name for path in there.parent.iterdir()] == ["notes.txt"]
    assert there.read_text("utf-8") == "mine"


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git there is no demonstration, in a plain sentence."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git is not installed"):
        write_demo(tmp_path / "demo")


def test_no_site_beside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where cspsite is not installed in place, the command says what it needs, and writes nothing."""
    monkeypatch.setattr("cspsite.demo._SITE", tmp_path)
    with pytest.raises(UsageError, match=r"mkdocs\.yml and hooks/ are not beside cspsite"):
        write_demo(tmp_path / "demo")
    assert not (tmp_path / "demo").exists()
