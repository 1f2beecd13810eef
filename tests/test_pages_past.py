"""What a member reads of the past: what the board saw, what was revised since, and what nobody can tell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from cspsite.demo import write_demo
from cspsite.history import History
from cspsite.pages import site_of
from cspsite.publication import read
from cspsite.tree import read_folder
from tests.builders import tree
from tests.markup import Element
from tests.rendering import files, files_of, page
from tests.repositories import commit, git

STREETS = "groups/safer-streets/reports"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Element]:
    """Return the pages of the demonstration with its history."""
    folder = tmp_path_factory.mktemp("pages") / "demo"
    write_demo(folder)
    return pages_of(folder)


def pages_of(folder: Path) -> Mapping[str, Element]:
    """Return the pages of a repository in April 2025."""
    data = folder / "data"
    site = site_of(read(read_folder(data), date(2025, 4, 1), History.of(data)))
    return {path: page(file) for path, file in files_of(site).items() if path.endswith(".md")}


def seen(pages: Mapping[str, Element], path: str) -> Element:
    """Return what a report's page says of how the board saw it."""
    return pages[f"{path}/index.md"].one("div", "csp-seen")


def cells(table: Element) -> list[list[str]]:
    """Return the words of a table's cells, row by row."""
    return [[cell.text for cell in row.children if isinstance(cell, Element)] for row in table.one("tbody").all("tr")]


def test_figures_that_moved_are_told_with_what_the_board_saw(pages: Mapping[str, Element]) -> None:
    """Of the first report the count and both its changes moved: 219 became 238, and 7.2% fewer 0.8% more."""
    found = seen(pages, f"{STREETS}/2024-09-09")
    assert found.all("summary")[0].text == "3 figures have moved since the meeting of 9 September 2024, marked [r]"
    rows = cells(found.one("table"))
    assert [row[1:] for row in rows if "Count of the period" in row[0]] == [["219", "238 [r]"]]
    assert [row[1:] for row in rows if "months of the baseline year" in row[0]] == [["−7.2%", "+0.8% [r]"]]


def test_a_figure_in_prose_is_marked_and_its_working_says_what_was_seen(pages: Mapping[str, Element]) -> None:
    """Beside 238 stands [r], and the working of it ends with what the board saw."""
    found = pages[f"{STREETS}/2024-09-09/index.md"]
    (prose,) = [one for one in found.all("p") if "238" in one.text and "offences from April to July" in one.text]
    assert "238 [r] offences" in prose.text
    workings = [one.text for one in found.all("li") if one.attributes.get("id", "").startswith("working-")]
    assert [text for text in workings if text.endswith("the board saw 219")]


def test_a_late_report_says_so(pages: Mapping[str, Element]) -> None:
    """A report that was merged after its meeting says on which day it came."""
    assert seen(pages, f"{STREETS}/2024-11-11").text == (
        "The board did not have this report at the meeting of 11 November 2024: it came on 13 November 2024."
    )


def test_words_that_were_changed_after_the_meeting(pages: Mapping[str, Element]) -> None:
    """A report that was corrected after its meeting shows what was taken out and what was put in."""
    found = seen(pages, "groups/safer-homes/reports/2024-09-09")
    assert "1 change to this report after the meeting of 9 September 2024" in found.text
    change = found.one("details").one("div", "csp-changes__marked")
    assert change.text.startswith("Progress taken out: Most")
    assert "put in: Two" in change.text


def test_a_report_that_nobody_changed_says_nothing(pages: Mapping[str, Element]) -> None:
    """The latest report is as the board saw it, and its page does not speak of it."""
    assert pages["groups/safer-homes/reports/2025-03-10/index.md"].all("div", "csp-seen") == []


def test_revisions_of_an_indicator(pages: Mapping[str, Element]) -> None:
    """The indicator's page lists the restated month with day, old, new and the commit's subject."""
    (table,) = [
        one for one in pages["indicators/vehicle-crime/index.md"].all("table") if "published otherwise" in one.text
    ]
    assert cells(table) == [
        [
            "July 2024",
            "6 January 2025",
            "54",
            "73 [r]",
            "Counts to November 2024, July restated, and the meeting of 13 January",
        ]
    ]
    assert "The history begins on 2 September 2024." in pages["indicators/vehicle-crime/index.md"].text
    assert ("None of these counts was published otherwise since 2 September 2024, when the history begins.") in pages[
        "indicators/domestic-burglary/index.md"
    ].text


def test_revisions_in_a_shallow_clone(tmp_path: Path) -> None:
    """A clone without the older history does not say that nothing was revised; what it has of revisions, it tells."""
    write_demo(tmp_path / "demo")
    git(tmp_path, "clone", "--quiet", "--depth=2", (tmp_path / "demo").as_uri(), "shallow")
    told = pages_of(tmp_path / "shallow")["indicators/vehicle-crime/index.md"].text
    assert "None of these counts was published otherwise since 3 March 2025, when the history begins." in told
    assert "Whether any was before 3 March 2025 is not known: this copy of the repository is shallow" in told
    count = tmp_path / "shallow/data/indicators/vehicle-crime.csv"
    rows = count.read_text("utf-8").replace("2024-12,55,", "2024-12,57,")
    commit(tmp_path / "shallow", "2025-03-20 12:00 +0000", {"data/indicators/vehicle-crime.csv": rows})
    found = pages_of(tmp_path / "shallow")["indicators/vehicle-crime/index.md"]
    (table,) = [one for one in found.all("table") if "published otherwise" in one.text]
    assert cells(table) == [["December 2024", "20 March 2025", "55", "57", "Of 2025-03-20 12:00 +0000"]]
    assert "Whether any was before 3 March 2025 is not known" in found.text


def test_changes_name_the_versions_and_the_figures_that_moved(pages: Mapping[str, Element]) -> None:
    """The page of changes tells which versions it compares, and below a restated month which figures it moved."""
    found = pages["meetings/2025-01-13/changes/index.md"]
    assert "The meeting of 13 January 2025 had version meeting/2025-01-13, of 9 January 2025." in found.text
    (restated,) = [one for one in found.all("li") if one.text.startswith("Vehicle crime in July 2024: restated")]
    moves = [one.text for one in restated.all("li")]
    assert len(moves) == 3
    assert [move.rpartition(": ")[2] for move in moves if "the count of the period" in move] == [
        "219 then, 238 [r] now"
    ]


def test_home_page_says_at_a_glance_what_changed(pages: Mapping[str, Element]) -> None:
    """The first three kinds of what matters are counted, all else together: 1 report missing and the rest are 10."""
    tile = next(one for one in pages["index.md"].one("dl", "csp-answers__tiles").all("div") if "Changed" in one.text)
    assert tile.one("dt").text == "Changed since 13 January 2025"
    assert tile.one("dd").text == (
        "1 status improved, 1 action vanished, 1 estimate behind the rates updated, and 10 more changes"
    )


def test_without_a_history_pages_say_so() -> None:
    """A report says that it is not known what the board saw, and an indicator that revisions are not known."""
    made = {path: page(file) for path, file in files(tree()).items() if path.endswith(".md")}
    reason = "no earlier versions were looked for"
    assert seen(made, "groups/homes/reports/2006-09-11").text == (
        f"What the board saw at the meeting of 11 September 2006 is not known: {reason}. "
        "All figures are those of today."
    )
    assert f"published otherwise before is not known: {reason}." in made["indicators/burglary/index.md"].text


def test_a_summary_of_what_is_known_says_that_it_is_not_all(tmp_path: Path) -> None:
    """Where the versions of meetings are not there, no page gives the changes of the reports as all that changed."""
    write_demo(tmp_path / "demo")
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-tags", (tmp_path / "demo").as_uri(), "shallow")
    found = pages_of(tmp_path / "shallow")
    for path in ("index.md", "meetings/2025-03-10/index.md", "meetings/2025-03-10/changes/index.md"):
        assert "; others may not be on record" in found[path].text, path
    assert "Both meetings as the data stand now." in found["meetings/2025-03-10/changes/index.md"].text


def test_late_report_is_told_in_the_histories(pages: Mapping[str, Element]) -> None:
    """In the strips of an action and of its target the meeting that had no report at its time says so, and no other."""
    for path in ("actions/car-parks", "targets/vehicle-crime"):
        boxes = [box.text for box in pages[f"groups/safer-streets/{path}/index.md"].one("ol", "csp-strip").all("li")]
        late = [box for box in boxes if "Report received after the meeting" in box]
        assert [box[:26] for box in late] == ["11 November 2024 ▲ Amber R"]


def test_redefinition_is_told_in_the_history_of_its_target(pages: Mapping[str, Element]) -> None:
    """The meeting before which a target was redefined says so in its box, and leads to where it is told; no other."""
    found = pages["groups/safer-homes/targets/burglary/index.md"]
    boxes = found.one("ol", "csp-strip").all("li")
    assert ["Redefined" in box.text for box in boxes] == [False, False, True, False]
    link = boxes[2].one("a", "csp-strip__redefined").attributes["href"]
    assert link.endswith("meetings/2025-01-13/changes/#redefined")
    assert "the statuses on its two sides do not measure the same" in found.text
    assert "Redefined" not in pages["groups/safer-streets/targets/vehicle-crime/index.md"].text


def test_a_redefinition_is_told_on_the_reports_from_before_it(pages: Mapping[str, Element]) -> None:
    """Burglaries are per head now: the reports to which the board saw them per household say so, and no others do."""
    said = "What is measured, or how it is judged, has changed"
    reports = [f"groups/safer-homes/reports/{day}" for day in ("2024-09-09", "2024-11-11", "2025-01-13", "2025-03-10")]
    assert [said in pages[f"{path}/index.md"].text for path in reports] == [True, True, False, False]
    assert seen(pages, reports[1]).text == (
        f"{said} since the meeting of 11 November 2024. The figures on this page are worked out as they are now, and "
        "are not those that the board saw: The measure of the target “To reduce domestic burglary by 12% by 31 March "
        "2026”: per households before, per population now. This redefines the target. Figures before and after are "
        "not compared as if they were equal."
    )
    assert not [path for path, one in pages.items() if path.startswith("groups/safer-streets") and said in one.text]
