"""What each meeting had before it: from git where git knows, said plainly where it does not."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from cspsite.changes.status import StatusChanged
from cspsite.demo import write_demo
from cspsite.findings import Finding
from cspsite.history import History, NoHistory
from cspsite.model import Meeting
from cspsite.past import NOT_GIVEN, Past, Seen
from cspsite.publication import Publication, read
from cspsite.quote import Context, Quoter
from cspsite.tree import read_folder
from tests.builders import MINIMAL, TODAY, records, tree
from tests.repositories import commit, git, repository

FIRST, SECOND, THIRD, FOURTH = date(2024, 9, 9), date(2024, 11, 11), date(2025, 1, 13), date(2025, 3, 10)
#: The findings that the history makes.
CODES = {"history-missing", "history-shallow"}
AFTER = date(2025, 4, 1)
HOMES, STREETS = "safer-homes", "safer-streets"


def published(folder: Path, today: date = AFTER) -> Publication:
    """Return the data of a repository with their past."""
    return read(read_folder(folder / "data"), today, History.of(folder / "data"))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the demonstration's folder."""
    folder = tmp_path_factory.mktemp("past") / "demo"
    write_demo(folder)
    return folder


@pytest.fixture(scope="module")
def publication(demo: Path) -> Publication:
    """Return the demonstration with its past."""
    return published(demo)


@pytest.fixture
def past(publication: Publication) -> Past:
    """Return the demonstration's past."""
    assert publication.past is not None
    return publication.past


def meeting(publication: Publication, day: date) -> Meeting:
    """Return a meeting, which must be there."""
    found = records(publication.loaded).meeting(day)
    assert found is not None
    return found


def told(publication: Publication, before: date, after: date) -> list[tuple[str, str]]:
    """Return kind and id of every change from one meeting to a later one, but for wording and counts that came."""
    assert publication.past is not None
    found = publication.past.changes(meeting(publication, before), meeting(publication, after))
    left = ("wording-changed", "counts-added")
    return [(change.kind, change.subject.id) for change in found if change.kind not in left]


def test_between_the_first_two_meetings(publication: Publication) -> None:
    """Three statuses changed, and the board did not have the report that was merged two days after it met."""
    assert told(publication, FIRST, SECOND) == [
        ("status-changed", "cocooning"),
        ("status-changed", "car-parks"),
        ("status-changed", "youth-workers"),
        ("report-after-meeting", "safer-streets/2024-11-11"),
    ]


def test_between_the_second_and_the_third(publication: Publication) -> None:
    """What no report says is told from the versions: a redefined target, a restated month, a closed action."""
    assert told(publication, SECOND, THIRD) == [
        ("status-changed", "car-parks"),
        ("status-changed", "cocooning"),
        ("target-redefined", "burglary"),
        ("figure-restated", "vehicle-crime"),
        ("report-late", "safer-streets/2024-11-11"),
        ("action-closed", "locks"),
        ("achievement-added", "safer-homes/2025-01-13"),
        ("barrier-added", "safer-homes/2025-01-13"),
        ("barrier-added", "safer-homes/2025-01-13"),
        ("barrier-removed", "safer-homes/2025-01-13"),
        ("issue-added", "safer-homes/2025-01-13"),
        ("achievement-added", "safer-streets/2025-01-13"),
        ("action-changed", "youth-workers"),
        ("indicator-renamed", "anti-social-behaviour"),
        ("indicator-renamed", "anti-social-behaviour"),
        ("count-note-changed", "vehicle-crime"),
    ]


def test_a_status_whose_target_was_redefined_is_flagged(publication: Publication, past: Past) -> None:
    """Red became Amber after the burglary target was redefined: the two do not measure the same, and it is said."""
    found = past.changes(meeting(publication, SECOND), meeting(publication, THIRD))
    words = {change.subject.id: change.words for change in found if change.kind == "status-changed"}
    flag = "The target was redefined in between: the two statuses do not measure the same."
    assert {id: flag in told for id, told in words.items()} == {"car-parks": False, "cocooning": True}


def test_a_status_stands_beside_what_the_meetings_saw(publication: Publication, past: Past) -> None:
    """The figures of November are those that the board had then, not those that were restated and redefined later.

    Before July was restated from 54 to 73 the car parks stood at (368 - 19) / 358 - 1 = -2.5%; burglaries were per
    household. The evidence of January is that of January.
    """
    found = past.changes(meeting(publication, SECOND), meeting(publication, THIRD))
    seen = {
        change.subject.id: (change.before and change.before.because, change.after and change.after.because)
        for change in found
        if isinstance(change, StatusChanged)
    }
    assert seen == {
        "car-parks": ("−2.5% against −5.0% expected", "+1.3% [r] against −5.6% expected"),
        "cocooning": (
            "+1.3% per 1,000 households against −6.0% expected",
            "−3.5% per 1,000 population against −6.7% expected",
        ),
    }


def test_a_target_that_only_one_meeting_had_has_evidence_of_that_one(demo: Path, tmp_path: Path) -> None:
    """Where the version of a meeting has no such target, only the other one's figures are told."""
    folder = tmp_path / "no target"
    shutil.copytree(demo, folder)
    path = "data/groups/safer-homes/group.yml"
    text = (folder / path).read_text("utf-8")
    without = text[: text.index("targets:")] + text[text.index("actions:") :].replace("    targets: [burglary]\n", "")
    commit(folder, "2025-03-31 12:00 +0100", {path: without})
    git(folder, "tag", "--force", "meeting/2025-01-13")
    commit(folder, "2025-03-31 13:00 +0100", {path: text})
    publication = published(folder)
    assert publication.past is not None
    change, *_ = publication.past.changes(meeting(publication, THIRD), meeting(publication, FOURTH))
    assert change.words.split(": ", 1)[1] == (
        "Amber before, Green now. The figures suggest Green now (−8.6% per 1,000 population against −7.3% expected)."
    )


def _other_names(text: str) -> str:
    names = {"[burglary]": "[houses]", "id: burglary": "id: houses", "cocooning": "visits", ".burglary}": ".houses}"}
    for old, new in {**names, "name: Safer Homes": "name: Anyford Homes"}.items():
        text = text.replace(old, new)
    return text


def test_a_rename_tells_nothing_twice(publication: Publication, demo: Path, tmp_path: Path) -> None:
    """Once a group, its target and an action have other names, earlier pages tell the same changes by those names."""
    folder = tmp_path / "renamed"
    shutil.copytree(demo, folder)
    old = folder / "data/groups" / HOMES
    files = {file.relative_to(old): file.read_text("utf-8") for file in old.rglob("*.*")}
    gone = {f"data/groups/{HOMES}/{path}": None for path in files}
    came = {f"data/groups/homes/{path}": _other_names(text) for path, text in files.items()}
    commit(folder, "2025-03-31 12:00 +0100", {**gone, **came})
    renamed = published(folder)
    for before, after in ((FIRST, SECOND), (SECOND, THIRD), (THIRD, FOURTH)):
        expected = [(kind, _other_id(id)) for kind, id in told(publication, before, after)]
        assert sorted(told(renamed, before, after)) == sorted(expected)
    assert renamed.past is not None
    found = renamed.past.changes(meeting(renamed, SECOND), meeting(renamed, THIRD))
    homes = [change for change in found if change.subject.group == "homes"]
    assert {change.subject.group_name for change in homes} == {"Anyford Homes"}
    assert [change.redefined for change in homes if isinstance(change, StatusChanged)] == [True]


def _other_id(id: str) -> str:
    return {"burglary": "houses", "cocooning": "visits"}.get(id, id.replace(HOMES, "homes"))


def test_a_meeting_that_moved_and_a_renamed_indicator_tell_nothing_twice(
    publication: Publication, demo: Path, tmp_path: Path
) -> None:
    """Once a meeting is on another day and an indicator has another id, the pages before tell the same changes."""
    folder, moved = tmp_path / "moved", date(2025, 1, 20)
    shutil.copytree(demo, folder)
    texts = {file.relative_to(folder): file.read_text("utf-8") for file in (folder / "data").rglob("*.*")}
    files: dict[str, str | None] = {}
    for path, text in texts.items():
        other = str(path).replace("2025-01-13", "2025-01-20").replace("vehicle-crime.", "cars.")
        names = text.replace("2025-01-13", "2025-01-20").replace("{{ vehicle-crime.", "{{ cars.")
        files |= {str(path): None, other: names.replace("indicator: vehicle-crime", "indicator: cars")}
    commit(folder, "2025-03-31 12:00 +0100", files)
    later = published(folder)

    def now(id: str) -> str:
        """Return an id as it is now."""
        return "cars" if id == "vehicle-crime" else id.replace("2025-01-13", "2025-01-20")

    for before, after in ((FIRST, SECOND), (SECOND, THIRD), (THIRD, FOURTH)):
        days = (moved if day == THIRD else day for day in (before, after))
        assert told(later, *days) == [(kind, now(id)) for kind, id in told(publication, before, after)]


def test_a_correction_after_the_meeting_is_told(publication: Publication, past: Past) -> None:
    """The first report's words were corrected after its meeting: the next page of changes tells it, word by word."""
    found = past.changes(meeting(publication, FIRST), meeting(publication, SECOND))
    corrected = [change for change in found if change.subject.meeting == FIRST]
    assert [(change.kind, change.old, change.new) for change in corrected] == [
        (
            "wording-changed",
            "Most neighbours were visited, but often a week late.",
            "Two neighbours in three were visited, most of them four days late.",
        )
    ]


def test_a_vanished_action(publication: Publication) -> None:
    """An action that is gone without having been closed is told, and so is the report that did not come."""
    found = told(publication, THIRD, FOURTH)
    assert ("action-vanished", "property-marking") in found
    assert ("report-missing", "safer-streets/2025-03-10") in found


def test_figures_that_moved_since_the_meeting(publication: Publication, past: Past) -> None:
    """The first report's 219 offences, 7.2% fewer than 236, are 238 and 0.8% more today: it knows what the board saw.

    54 of July became 73: 219 - 54 + 73 = 238, and 238 / 236 - 1 = +0.8%.
    """
    report = records(publication.loaded).reports[STREETS, FIRST]
    seen = past.report(report)
    assert seen is not None
    assert publication.figures is not None
    quoter, group = Quoter(publication.figures), records(publication.loaded).groups[STREETS]
    context = Context(report.data_to, group, group.target("vehicle-crime"))
    tokens = ("vehicle-crime.count", "vehicle-crime.change.baseline | words", "vehicle-crime.count.baseline")
    now = {inside: quoter.quote(inside, context) for inside in tokens}
    shown = {inside: (one.text, seen.then(inside, "vehicle-crime")) for inside, one in now.items()}
    assert shown == {
        "vehicle-crime.count": ("238", "219"),
        "vehicle-crime.change.baseline | words": ("a 0.8% rise", "a 7.2% fall"),
        "vehicle-crime.count.baseline": ("236", ""),
    }


def test_a_redefined_target_has_no_figure_of_then(publication: Publication, past: Past) -> None:
    """Where the target was redefined since, what the board saw is not set beside today's figure as if it were equal."""
    report = records(publication.loaded).reports[HOMES, FIRST]
    seen = past.report(report)
    assert seen is not None
    assert (seen.was_there, seen.figures) == (True, {})


def test_a_report_that_came_after_its_meeting(publication: Publication, past: Past) -> None:
    """Safer Streets' second report was merged on 13 November, two days after its meeting."""
    seen = past.report(records(publication.loaded).reports[STREETS, SECOND])
    assert seen is not None
    assert (seen.was_there, seen.received) == (False, date(2024, 11, 13))


def test_restatements(publication: Publication, past: Past) -> None:
    """July's vehicle crime was 54 and has been 73 since 6 January 2025; rows that only came are no restatement."""
    found = past.restatements("vehicle-crime")
    assert not isinstance(found, NoHistory)
    assert [(str(one.period), one.old, one.new, one.revision.subject) for one in found] == [
        ("2024-07", "54", "73 [r]", "Counts to November 2024, July restated, and the meeting of 13 January")
    ]
    assert past.restatements("anti-social-behaviour") == []


def test_nothing_is_found_where_all_is_known(publication: Publication) -> None:
    """With a version for each meeting, check has nothing to say of the history."""
    assert history_findings(publication) == []


def history_findings(publication: Publication) -> list[Finding]:
    """Return what check says of the history."""
    return [finding for finding in publication.findings if finding.code.startswith("history-")]


def test_a_meeting_to_come_has_the_data_as_they_are(demo: Path) -> None:
    """On the day before, and on the day of a meeting that has no tag, its papers are what is in the folder."""
    folder = demo.parent / "to come"
    shutil.copytree(demo, folder)
    git(folder, "tag", "-d", "meeting/2025-03-10")
    (folder / "data/glossary.yml").write_text("CCTV: cameras\n", "utf-8")
    for today in (date(2025, 3, 9), FOURTH):
        publication = published(folder, today)
        assert publication.past is not None
        seen = publication.past.seen(meeting(publication, FOURTH))
        assert isinstance(seen, Seen)
        assert (seen.revision, seen.data.glossary) == (None, {"CCTV": "cameras"})
    after = published(folder, AFTER).past
    assert after is not None
    seen = after.seen(meeting(publication, FOURTH))
    assert isinstance(seen, Seen)
    assert seen.data.glossary != {"CCTV": "cameras"}


def test_a_version_that_cannot_be_read_as_a_whole_is_named(demo: Path, tmp_path: Path) -> None:
    """Where an older version has a key that the program no longer knows, what can be read is, and the file is named."""
    folder = tmp_path / "older"
    shutil.copytree(demo, folder)
    path = "data/groups/safer-streets/group.yml"
    text = (folder / path).read_text("utf-8")
    commit(folder, "2025-03-31 12:00 +0100", {path: text + "colour: blue\n"})
    git(folder, "tag", "--force", "meeting/2025-03-10")
    commit(folder, "2025-03-31 13:00 +0100", {path: text})
    publication = published(folder)
    assert publication.past is not None
    days = meeting(publication, THIRD), meeting(publication, FOURTH)
    assert publication.past.unknown(*days) == [
        "of what the meeting of 10 March 2025 had, groups/safer-streets/group.yml cannot be read as a whole now"
    ]
    assert told(publication, THIRD, FOURTH)[0] == ("status-changed", "cocooning")


def test_what_cannot_be_read_is_not_said_to_be_gone(demo: Path, tmp_path: Path) -> None:
    """A group and a report that the version of a meeting has, and that cannot be read, neither vanished nor came late.

    What the board saw of that report is not known; of the group's own report it is known, but for its figures.
    """
    folder = tmp_path / "unreadable"
    shutil.copytree(demo, folder)
    report, group = f"groups/{STREETS}/reports/2025-01-13.md", f"groups/{HOMES}/group.yml"
    texts = {f"data/{path}": (folder / "data" / path).read_text("utf-8") for path in (report, group)}
    commit(folder, "2025-03-31 12:00 +0100", {path: f"---\n{{\n{text}" for path, text in texts.items()})
    git(folder, "tag", "--force", "meeting/2025-01-13")
    commit(folder, "2025-03-31 13:00 +0100", texts)
    publication = published(folder)
    assert publication.past is not None
    for days in ((SECOND, THIRD), (THIRD, FOURTH)):
        kinds = [
            (kind, id) for kind, id in told(publication, *days) if kind.endswith(("vanished", "-meeting", "unread"))
        ]
        assert kinds == [("file-unread", group), ("file-unread", report)]
    reports = records(publication.loaded).reports
    assert publication.past.report(reports[STREETS, THIRD]) is None
    seen = publication.past.report(reports[HOMES, THIRD])
    assert seen is not None
    assert seen.was_there


def test_a_version_without_a_partnership_is_no_crash(demo: Path, tmp_path: Path) -> None:
    """A version whose partnership.yml is broken is said not to be readable; reports are compared all the same."""
    folder = tmp_path / "broken"
    shutil.copytree(demo, folder)
    text = (folder / "data/partnership.yml").read_text("utf-8")
    commit(folder, "2025-03-31 12:00 +0100", {"data/partnership.yml": "{"})
    git(folder, "tag", "--force", "meeting/2025-03-10")
    commit(folder, "2025-03-31 13:00 +0100", {"data/partnership.yml": text})
    publication = published(folder)
    assert publication.past is not None
    assert publication.past.unknown(meeting(publication, FOURTH)) == [
        "version meeting/2025-03-10 has no partnership.yml that can be read"
    ]
    assert told(publication, THIRD, FOURTH)[0] == ("status-changed", "cocooning")


def _no_repository(demo: Path, folder: Path) -> None:
    shutil.copytree(demo / "data", folder / "data")


def _shallow(demo: Path, folder: Path) -> None:
    git(demo.parent, "clone", "--quiet", "--depth=2", "--no-tags", demo.as_uri(), str(folder))


def _begins_later(demo: Path, folder: Path) -> None:
    shutil.copytree(demo / "data", repository(folder) / "data")
    commit(folder, "2024-12-01 12:00 +0000", {})


@pytest.mark.parametrize(
    "make,code,found",
    [
        (
            _no_repository,
            "history-missing",
            "what the meetings of 9 September 2024, 11 November 2024, 13 January 2025 and 10 March 2025 had "
            "is not known: the data are in no git repository",
        ),
        (
            _shallow,
            "history-shallow",
            "what the meetings of 9 September 2024, 11 November 2024 and 13 January 2025 had is not known: "
            "this copy of the repository is shallow and begins on 3 March 2025, after the meeting; "
            "`git fetch --unshallow` gets the rest",
        ),
        (
            _begins_later,
            "history-missing",
            "what the meetings of 9 September 2024 and 11 November 2024 had is not known: "
            "the history begins on 1 December 2024, after the meeting",
        ),
    ],
)
def test_no_history_is_found(  # type: ignore[no-untyped-def]
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make, code: str, found: str
) -> None:
    """Without git, in a shallow clone, and where the history begins later, check says which meetings are not known."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = tmp_path / "without"
    make(demo, folder)
    (finding,) = history_findings(published(folder))
    assert (finding.code, finding.found, finding.place.path) == (code, found, "partnership.yml")


def test_nobody_asked_for_a_history() -> None:
    """Where no history is given, check says nothing of it, and pages say that none was looked for."""
    publication = read(tree(), TODAY)
    assert history_findings(publication) == []
    assert publication.past is not None
    assert publication.past.unknown(*records(publication.loaded).meetings) == [NOT_GIVEN.reason]


def _counts(**months: int) -> str:
    rows = "".join(f"{month.replace('_', '-')[1:]},{count},,\n" for month, count in months.items())
    return f"period,count,marker,note\n{rows}"


@pytest.fixture
def withheld(tmp_path: Path) -> Path:
    """Return a repository in which counts below five are withheld, and some were restated across that limit."""
    folder = repository(tmp_path / "withheld")
    indicator = MINIMAL["indicators/burglary.yml"] + "disclosure: {threshold: 5}\n"
    files = {f"data/{path}": text for path, text in MINIMAL.items()} | {"data/indicators/burglary.yml": indicator}
    first = _counts(_2005_04=50, _2005_05=51, _2006_04=4, _2006_05=60)
    later = _counts(_2005_04=50, _2005_05=52, _2006_04=6, _2006_05=61)
    commit(folder, "2006-09-01 12:00 +0100", files | {"data/indicators/burglary.csv": first})
    commit(folder, "2006-10-01 12:00 +0100", {"data/indicators/burglary.csv": later})
    return folder


def test_small_counts_are_not_told_as_restated_from(withheld: Path) -> None:
    """That 4 became 6 is told as a count that was withheld before; other counts of a year without any are told."""
    past = published(withheld, TODAY).past
    assert past is not None
    found = past.restatements("burglary")
    assert not isinstance(found, NoHistory)
    assert [(str(one.period), one.old, one.new) for one in found] == [
        ("2005-05", "51", "52"), ("2006-04", "[c]", "6"), ("2006-05", "60", "61"),
    ]  # fmt: skip


def test_days_are_those_of_the_partnership(withheld: Path) -> None:
    """What was committed at half past midnight in London, in summer time, is of that day, not of the day before."""
    rows = (withheld / "data/indicators/burglary.csv").read_text("utf-8").replace("2005-04,50", "2005-04,49")
    commit(withheld, "2006-10-08 00:30 +0100", {"data/indicators/burglary.csv": rows})
    past = published(withheld, TODAY).past
    assert past is not None
    found = past.restatements("burglary")
    assert not isinstance(found, NoHistory)
    assert found[0].revision.date.date() == date(2006, 10, 8)
