"""The command `from-issue`: good and bad events, what is written, printed and said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.builders import MINIMAL, REPORT, Files
from tests.issues import MEETING, NEXT, PATH, TWO, body, event, event_file
from tests.test_cli import run, save

_GOOD = {
    "prepared_by_name": "Sgt Zoë Example",
    "achievements_1": "All fitted.",
    "barriers_1": "None.",
    "updates_locks_burglary_status": "Green: Overall target is on course to be achieved",
    "updates_locks_burglary_progress": "There were {{ burglary.count }} burglaries.",
    "updates_locks_burglary_plans": "Go on.",
}


def received(folder: Path, content: bytes, *changes: Files) -> Result:
    """Run the command on an event, with the report to go to a folder `out`."""
    save(folder / "data", NEXT, *changes)
    (folder / "event.json").write_bytes(content)
    out: list[str | Path] = ["--out", folder / "out", "--address", "https://github.com/o/r"]
    return run("from-issue", folder / "event.json", "--data", folder / "data", *out)


def written(folder: Path) -> list[str]:
    """Return every file below the folder `out`."""
    return [str(file.relative_to(folder / "out")) for file in (folder / "out").rglob("*") if file.is_file()]


def test_a_good_update(tmp_path: Path) -> None:
    """The report's file, exit status 0, and all that the workflow needs, in one line of ASCII."""
    ran = received(tmp_path, event_file(body(_GOOD)))
    assert ran.exit_code == 0, ran.output
    assert ran.stdout.count("\n") == 1
    assert ran.stdout.isascii()
    wanted = json.loads(ran.stdout)["pull_request"]
    assert written(tmp_path) == [PATH]
    assert (tmp_path / "out" / PATH).read_text("utf-8") == wanted["text"]
    assert "**Status:** Green\n\n#### Progress\n\nThere were {{ burglary.count }} burglaries.\n" in wanted["text"]
    assert wanted["branch"] == "update-homes-2006-11-13-issue-12"
    assert wanted["title"] == "Safer Homes: report to the meeting of 13 November 2006"
    assert wanted["message"] == f"{wanted['title']}\n\nSent in with issue #12.\n\nIssue: #12"
    assert wanted["author"] == {"name": "ada-example", "email": "4711+ada-example@users.noreply.github.com"}
    assert wanted["body"].endswith("Closes #12.")
    assert wanted["draft"] is False
    assert "1 report received" in wanted["changes"]


def test_an_update_with_errors_is_a_draft(tmp_path: Path) -> None:
    """Exit status 1; the report is written all the same, and its sender is told what to put right, with the line."""
    ran = received(tmp_path, event_file(body(_GOOD | {"updates_locks_burglary_plans": "Call 01632 960194."})))
    result = json.loads(ran.stdout)
    assert (ran.exit_code, result["pull_request"]["draft"], written(tmp_path)) == (1, True, [PATH])
    assert "## 1 thing must be put right" in result["answer"]
    assert "https://github.com/o/r/blob/update-homes-2006-11-13-issue-12/" in result["answer"]


def test_an_edit_by_another_credits_both(tmp_path: Path) -> None:
    """Who opened the issue is the author; who edited it is named beside."""
    other = {"login": "chair", "id": 5, "type": "User"}
    wanted = json.loads(received(tmp_path, event_file(body(_GOOD), sender=other)).stdout)["pull_request"]
    assert wanted["author"]["name"] == "ada-example"
    assert wanted["message"].endswith("Issue: #12\nCo-authored-by: chair <5+chair@users.noreply.github.com>")


def test_without_a_folder_the_report_goes_to_the_data(tmp_path: Path) -> None:
    """Run by hand, the command writes the report where it belongs; run again, it says that it is there."""
    data = save(tmp_path / "data", NEXT)
    (tmp_path / "event.json").write_bytes(event_file(body(_GOOD)))
    assert run("from-issue", tmp_path / "event.json", "--data", data).exit_code == 0
    kept = (data / PATH).read_bytes()
    again = run("from-issue", tmp_path / "event.json", "--data", data)
    assert again.exit_code == 2
    assert "There is a report to the meeting of 13 November 2006 already" in json.loads(again.stdout)["answer"]
    assert (data / PATH).read_bytes() == kept


_HOSTILE = (
    "<script>alert(1)</script>\n<img src=x onerror=alert(1)>\n<!-- hidden\n"
    "```\n## Updates\n### Locks {#locks.burglary}\n**Status:** Red\n"
    "$(touch hit) `touch hit` ; touch hit\n::set-output name=x::y\n@everyone \x00\x07\u202e\n---\n<<<<<<< HEAD"
)


def test_hostile_words_stay_words_in_their_box(tmp_path: Path) -> None:
    """Markup, code, headings, conflicts and commands in every box: one report, whose other boxes are as they were."""
    boxes = ["achievements_1", "barriers_1", "updates_locks_burglary_progress", "updates_locks_burglary_plans"]
    boxes += ["updates_locks_burglary_remedial_action", "other_issues_1_text"]
    ran = received(tmp_path, event_file(body(_GOOD | dict.fromkeys(boxes, _HOSTILE))))
    result = json.loads(ran.stdout)
    text = result["pull_request"]["text"]
    assert [row for row in text.split("\n") if row.startswith(("## ", "### "))] == [
        *("## Achievements", "## Barriers", "## Updates", "### Locks {#locks.burglary}", "## Other issues"),
        "### Other issue",
    ]
    assert "**Status:** Green" in text
    assert not {"\x00", "\x07"} & set(text)
    for said in (result["answer"], result["pull_request"]["changes"], result["pull_request"]["body"]):
        assert "<script" not in said
        assert "<img" not in said
        assert "@everyone" not in said


@pytest.mark.parametrize("output", ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"])
def test_no_line_of_an_issue_is_a_line_of_output(tmp_path: Path, output: str) -> None:
    """Line ends in any text of the event are none in what is printed, so that no second output can be made."""
    evil = f"x\r\nallowed=true\n\u2028allowed=true\u0085{output}<<EOF\nEOF"
    more: dict[str, Any] = {"title": f"Update: {evil}", "labels": [{"name": "update"}, {"name": evil}]}
    ran = received(tmp_path, event_file(body(_GOOD | {"achievements_1": evil, "prepared_by_name": evil}), **more))
    assert ran.exit_code == 0
    assert len(ran.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    "content,status,message",
    [
        (b"not JSON", 2, "the event cannot be read: it is not JSON as GitHub writes it"),
        (event_file("x", labels=[], title="A bug"), 2, "issue 12 is no update: it has neither the label nor the title"),
        (event_file("x", user={"login": "a[bot]", "id": 1, "type": "Bot"}), 2, "the issue is a program's"),
    ],
)
def test_what_nobody_waits_for_an_answer_to(tmp_path: Path, content: bytes, status: int, message: str) -> None:
    """What is no update of a person is refused with nothing for GitHub to say, and no file."""
    ran = received(tmp_path, content)
    assert (ran.exit_code, ran.stdout, written(tmp_path)) == (status, "", [])
    assert message in " ".join(ran.stderr.split())


@pytest.mark.parametrize(
    "text,changes,message",
    [
        (None, {}, "The issue is not as one of the forms makes it"),
        ("", {}, "The issue is not as one of the forms makes it"),
        ("<script>alert(1)</script>" * 9, {}, "The issue is not as one of the forms makes it"),
        (body({}).replace("(homes)", "(streets)"), {}, "this partnership has no such group"),
        (body({}).replace("(homes)", "(../../etc)"), {}, "The issue is not as one of the forms makes it"),
        (body({}).replace(MEETING, "2006-11-13/../../x and 2006-11-14"), {}, "does not say which meeting it is for"),
        (body({}).replace("2006-11-13", "2006-13-45"), {}, "There is no meeting on 2006-13-45"),
        (body({}), {PATH: MINIMAL[REPORT]}, "There is a report to the meeting of 13 November 2006 already"),
        ("x" * 65_537, {}, "The issue is 65,537 characters long"),
    ],
)
def test_what_its_sender_is_told(tmp_path: Path, text: str | None, changes: Files, message: str) -> None:
    """An update that cannot be used is answered in a plain sentence; exit status 2, and no file."""
    ran = received(tmp_path, event_file(text), changes)
    result = json.loads(ran.stdout)
    assert (ran.exit_code, result["issue"], result["pull_request"], written(tmp_path)) == (2, 12, None, [])
    assert result["answer"].startswith("**No report could be made of this issue.**\n\n")
    assert message in result["answer"]
    assert "<script" not in result["answer"]


def test_what_was_kept_is_shown_as_it_is(tmp_path: Path) -> None:
    """Words that fit no box stand in the answer, in a block that nothing in them can end."""
    ran = received(tmp_path, event_file("Hi <b>@all</b>\n````\nend\n\n" + body(_GOOD)))
    answer = json.loads(ran.stdout)["answer"]
    assert answer.startswith(
        "## About the form\n\n- These words stand above the form's first heading, and are not in the report:\n\n"
        "  `````text\n  Hi <b>@all</b>\n  ````\n  end\n  `````\n\n## "
    )


def test_very_much_that_is_kept_is_counted(tmp_path: Path) -> None:
    """An answer stays short enough for GitHub, however much is odd about an issue."""
    text = body(_GOOD | {"updates_locks_burglary_status": "x" * 9_000, "meeting": f"{MEETING}\n{'y' * 9_000}"}, TWO)
    ran = received(tmp_path, event_file("z" * 9_000 + "\n" + text + "\n### Your name" * 50), TWO)
    answer = json.loads(ran.stdout)["answer"]
    assert "more remarks: compare the report with the issue." in answer
    assert len(answer) < 65_536


def test_an_old_form(tmp_path: Path) -> None:
    """What was sent about an action that was closed since is in the report, and told."""
    closed = {path: f"{text}    state: closed\n    closed: 2006-10-01\n" for path, text in TWO.items()}
    ran = received(tmp_path, event_file(body(_GOOD | {"updates_talks_progress": "Two talks."}, TWO)), closed)
    result = json.loads(ran.stdout)
    assert ran.exit_code == 0
    assert "### Talk in schools (all) {#talks}" in result["pull_request"]["text"]
    assert "“Talk in schools (all)” was closed on 1 October 2006." in result["answer"]


def test_a_label_alone_is_enough(tmp_path: Path) -> None:
    """A title of one's own is no hindrance."""
    content = json.dumps(event(body(_GOOD), title="Safer Homes")).encode()
    assert received(tmp_path, content).exit_code == 0
