"""The forms on GitHub: as the data have them, as GitHub takes them, and with what an officer needs beside each box."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from cspsite.cli import main
from cspsite.issue.blank import meetings_asked
from cspsite.issue.fields import heading_of
from cspsite.issue.forms import State, compared, forms
from cspsite.load import Loaded
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, REPORT, Files, edited
from tests.issues import NEXT, TWO, boxes, form, loaded
from tests.test_cli import save
from tests.test_workflows import FORMS, ROOT

_FORM = "update-homes.yml"
each_form = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)


def test_the_forms_are_as_the_data_have_them() -> None:
    """Byte for byte, but for reports that have come since: `make forms` writes them anew."""
    ran = CliRunner().invoke(main, ["issue-forms", "--check", "--data", str(ROOT / "data")])
    assert ran.exit_code == 0, ran.output


def test_every_group_of_the_repository_has_its_form() -> None:
    """There is a form for each group."""
    assert [path.stem for path in FORMS] == [f"update-{path.name}" for path in sorted((ROOT / "data/groups").iterdir())]


@each_form
def test_github_takes_the_form(path: Path) -> None:
    """What GitHub asks for beyond its schema: ids and labels that differ, choices that are words, lengths it shows."""
    assert_taken(yaml.safe_load(path.read_text("utf-8")))


def assert_taken(content: dict[str, Any]) -> None:
    """Hold a form to what GitHub's documentation of common errors says, and to the length of descriptions it shows."""
    assert 3 <= len(content["description"]) <= 200
    fields = boxes(content)
    for taken in ([field["id"] for field in fields], [field["attributes"]["label"] for field in fields]):
        assert len(taken) == len(set(taken))
    labels = [field["attributes"]["label"].lower() for field in fields]
    assert [label for label in labels if "password" in label] == []
    for field in fields:
        options = field["attributes"].get("options", ["-"])
        assert all(isinstance(option, str) and option.lower() != "none" for option in options)
        assert len(options) == len(set(options)) > 0
        assert all(value.strip() for value in field["attributes"].values() if isinstance(value, str))


_HOSTILE = "Yes: 'no' – # \"on\" (x) &amp; <b> [a](http://b) @all\n\n  Password " + "long " * 80


def test_github_takes_hostile_names() -> None:
    """Names of groups and actions with every sign of YAML and Markdown, and long ones, make a form that it takes."""
    text = (
        MINIMAL[GROUP]
        .replace("Fit new locks", json.dumps(_HOSTILE))
        .replace("Safer Homes", json.dumps("on: " + _HOSTILE))
    )
    report = MINIMAL[REPORT].replace("There were {{ burglary.count }} burglaries.", _HOSTILE)
    content = form({GROUP: text, REPORT: report})
    assert_taken(content)
    assert "<b>" not in str([field["attributes"].get("description") for field in boxes(content)])


@each_form
def test_every_label_says_what_it_is_of(path: Path) -> None:
    """Each label of a form is read as the place in a report that its box's id names."""
    for field in boxes(yaml.safe_load(path.read_text("utf-8"))):
        heading = heading_of(field["attributes"]["label"])
        assert heading
        assert "_".join(str(part).replace(".", "_") for part in heading.key) == field["id"]


def test_a_form_asks_for_what_the_report_holds() -> None:
    """One meeting to choose, the person, the partnership's boxes, four for each open action, three other issues."""
    assert [field["id"] for field in boxes(form())] == [
        "meeting",
        *("prepared_by_name", "prepared_by_role", "prepared_by_organisation"),
        *("achievements_1", "achievements_0", "barriers_1", "barriers_0"),
        *(f"updates_locks_burglary_{part}" for part in ("status", "progress", "plans", "remedial_action")),
        *(f"other_issues_{n}_{part}" for n in (1, 2, 3) for part in ("title", "recipient", "text")),
    ]


def test_an_action_for_two_targets_has_boxes_for_each() -> None:
    """The same action for another target has labels of its own."""
    target = "  - {id: arson, wording: Hold arson, indicator: burglary, kind: hold}\nactions:"
    text = MINIMAL[GROUP].replace("actions:", target).replace("targets: [burglary]", "targets: [burglary, arson]")
    labels = [field["attributes"]["label"] for field in boxes(form({GROUP: text}))]
    assert [label for label in labels if label.startswith("Status")] == [
        "Status – Locks (locks.burglary)",
        "Status – Fit new locks: Burglary (locks.arson)",
    ]


def _described(content: dict[str, Any], id: str) -> str:
    return next(str(field["attributes"].get("description", "")) for field in boxes(content) if field["id"] == id)


def test_the_last_report_stands_beside_the_boxes() -> None:
    """What the last report said stands above each box as words, codes of figures too."""
    content = form()
    assert _described(content, "achievements_1") == "On 11 September 2006: Every lock was fitted."
    assert _described(content, "updates_locks_burglary_progress") == (
        "On 11 September 2006: There were &#123;&#123; burglary.count &#125;&#125; burglaries."
    )
    words = "\n".join(field["attributes"]["value"] for field in content["body"] if field["type"] == "markdown")
    assert "- In the report of 11 September 2006: **Green**" in words
    assert "- Owner: Council\n- Due: 31 March 2007" in words


def test_a_long_text_of_the_last_report_is_cut_at_a_word() -> None:
    """Of 900 letters in words of eight, the first 600 are shown without half a word, and a sign that there are more."""
    text = MINIMAL[REPORT].replace("Every lock was fitted.", "lockfast " * 100)
    shown = _described(form({REPORT: text}), "achievements_1").removeprefix("On 11 September 2006: ")
    assert shown == "lockfast " * 66 + "…"  # 66 × 9 = 594


def test_statuses_have_their_meanings() -> None:
    """A status is chosen with its meaning before one's eyes."""
    status = next(field for field in boxes(form()) if field["id"].endswith("_status"))
    assert status["attributes"]["options"] == [
        "Red: Overall target is unlikely to be achieved",
        "Amber: Overall target is in some danger, requires remedial action",
        "Green: Overall target is on course to be achieved",
    ]


def _meetings(*days: str) -> dict[str, str]:
    more = "".join(f"  - {{date: {day}, data_to: {day[:7]}}}\n" for day in days)
    return edited(PARTNERSHIP, "data_to: 2006-07}\n", f"data_to: 2006-07}}\n{more}")


@pytest.mark.parametrize(
    "changes,days",
    [
        ([NEXT], ["2006-11-13"]),
        ([_meetings("2006-11-13", "2007-01-08")], ["2006-11-13", "2007-01-08"]),
        ([_meetings("2006-05-08", "2006-07-10", "2006-11-13")], ["2006-11-13", "2006-07-10", "2006-05-08"]),
        ([NEXT, {REPORT: None}], ["2006-09-11", "2006-11-13"]),
        ([NEXT, edited(GROUP, "chair: Fire service", "chair: Fire service\nends: 2006-10-01")], []),
        ([NEXT, {"groups/homes/reports/2006-11-13.md": "not yet readable"}], []),
    ],
)
def test_meetings_that_wait_for_a_report(changes: list[Files], days: list[str]) -> None:
    """Those after the last report first, in order, then those missed, the latest first; a broken file is one there."""
    found = loaded(*changes)
    assert found.data
    assert [str(one.date) for one in meetings_asked(found.data, {*found.texts, *found.broken}, "homes")] == days


def test_without_a_meeting_its_day_is_typed() -> None:
    """Where no meeting waits for a report, the form has a box for its day, as an empty list is not taken."""
    text = MINIMAL[PARTNERSHIP]
    field = boxes(form({PARTNERSHIP: text}))[0]
    assert (field["type"], "options" in field["attributes"]) == ("input", False)


def test_a_group_that_has_ended_has_no_form() -> None:
    """Nothing is asked of a group that owes no report."""
    found = loaded(edited(GROUP, "chair: Fire service", "chair: Fire service\nends: 2006-10-01"))
    assert list(_forms(found)) == ["config.yml"]


def _forms(found: Loaded) -> dict[str, str]:
    assert found.data
    return forms(found.data, {*found.texts, *found.broken})


def _states(there: dict[str, str], found: Loaded) -> dict[str, State]:
    assert found.data
    present = {*found.texts, *found.broken}
    return compared(found.data, present, there, forms(found.data, present))


_LATER: Files = {"groups/homes/reports/2006-11-13.md": MINIMAL[REPORT].replace("Every lock", "No lock")}


@pytest.mark.parametrize(
    "changes,states",
    [
        ([], {}),
        ([_LATER], {_FORM: State.OLD}),
        ([TWO], {_FORM: State.WRONG}),
        ([TWO, _LATER], {_FORM: State.WRONG}),
        ([edited(REPORT, "Every lock", "No lock")], {_FORM: State.WRONG}),
        ([edited(GROUP, "chair: Fire service", "chair: Fire service\nends: 2006-10-01")], {_FORM: State.LEFT}),
    ],
)
def test_forms_and_data_are_compared(changes: list[Files], states: dict[str, State]) -> None:
    """A later report leaves a form old, which is not wrong; a change of anything else in it is."""
    assert _states(_forms(loaded()), loaded(*changes)) == states


def test_a_form_that_is_not_there_is_missed() -> None:
    """A group's form and the chooser have to be there."""
    assert _states({}, loaded()) == {"config.yml": State.MISSING, _FORM: State.MISSING}


def test_the_command_writes_removes_and_checks(tmp_path: Path) -> None:
    """Forms stand beside the data folder; one of a group that has gone is removed, anybody's own file stays."""
    save(tmp_path / "data", NEXT)
    folder = tmp_path / ".github/ISSUE_TEMPLATE"
    folder.mkdir(parents=True)
    (folder / "update-gone.yml").write_text("old", "utf-8")
    (folder / "bug.yml").write_text("mine", "utf-8")
    data = ["--data", str(tmp_path / "data")]
    assert CliRunner().invoke(main, ["issue-forms", "--check", *data]).exit_code == 1
    assert CliRunner().invoke(main, ["issue-forms", *data]).exit_code == 0
    assert sorted(file.name for file in folder.iterdir()) == ["bug.yml", "config.yml", _FORM]
    assert CliRunner().invoke(main, ["issue-forms", "--check", *data]).exit_code == 0
    again = CliRunner().invoke(main, ["issue-forms", *data])
    assert (again.exit_code, again.output) == (0, "")
