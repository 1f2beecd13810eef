"""From what became of an issue to a branch and a pull request, with nobody's work overwritten."""

from __future__ import annotations

import json
from typing import Any

import pytest

from scripts.propose_update import BOT, BOT_EMAIL, act
from tests.github import FakeGitHub

_ALIKE = "update-homes-2006-11-13-issue-"
_BRANCH = f"{_ALIKE}12"
_PATH = "data/groups/homes/reports/2006-11-13.md"
_AUTHOR = {"name": "ada-example", "email": "4711+ada-example@users.noreply.github.com"}


def result(text: str = "One", **more: object) -> str:
    """Return what `cspsite from-issue` prints of issue 12."""
    wanted = {
        "branch": _BRANCH,
        "alike": _ALIKE,
        "path": _PATH,
        "text": text,
        "message": "Safer Homes: report\n\nSent in with issue #12.\n\nIssue: #12",
        "author": _AUTHOR,
        "title": "Safer Homes: report",
        "body": "Closes #12.",
        "draft": False,
        "changes": f"It changes {text}.",
    }
    return json.dumps({"issue": 12, "answer": f"Checked {text}.", "pull_request": wanted | more})


def test_a_new_update() -> None:
    """A branch with the report on top of main, by its sender; a pull request; what there is to say, at both."""
    git = FakeGitHub()
    main = git.branches["main"]
    assert act(git, result()) == _BRANCH
    assert git.files(_BRANCH) == {"data/partnership.yml": "name: Anytown", _PATH: "One"}
    commit = git.commits[git.branches[_BRANCH]]
    assert (commit["parents"], commit["author"]) == ([main], _AUTHOR)
    assert commit["committer"] == {"name": BOT, "email": BOT_EMAIL}
    assert [(pull["number"], pull["head"], pull["base"], pull["draft"]) for pull in git.pulls] == [
        (100, _BRANCH, "main", False)
    ]
    assert git.said(12) == {"answer": "This update is pull request #100.\n\nChecked One."}
    assert git.said(100) == {"findings": "Checked One.", "changes": "It changes One."}
    assert git.branches["main"] == main


def test_an_edit_changes_the_same_branch_and_comments() -> None:
    """An edited issue adds a commit to its branch; no second pull request, no second comment."""
    git = FakeGitHub()
    act(git, result())
    first = git.branches[_BRANCH]
    assert act(git, result("Two")) == _BRANCH
    assert git.files(_BRANCH)[_PATH] == "Two"
    assert git.commits[git.branches[_BRANCH]]["parents"] == [first]
    assert len(git.pulls) == 1
    assert len(git.comments) == 3
    assert git.said(100) == {"findings": "Checked Two.", "changes": "It changes Two."}


def test_the_same_again_changes_nothing() -> None:
    """GitHub tells of a new issue more than once; the second time the branch stays as it is."""
    git = FakeGitHub()
    act(git, result())
    head = git.branches[_BRANCH]
    act(git, result())
    assert (git.branches[_BRANCH], len(git.pulls), len(git.comments)) == (head, 1, 3)


def test_somebody_elses_work_is_not_overwritten() -> None:
    """Where a reviewer has changed the branch, an edit of the issue stays out of it and is told."""
    git = FakeGitHub()
    act(git, result())
    theirs = git.put(_BRANCH, {_PATH: "Mended"}, "Issue: #12")
    assert act(git, result("Two")) == ""
    assert git.branches[_BRANCH] == theirs
    assert git.said(12)["answer"].startswith("**This edit is not in pull request #100**, because somebody else has")
    assert git.said(12)["answer"].endswith("\n\nChecked Two.")
    assert git.said(100) == {"findings": "Checked One.", "changes": "It changes One."}


def test_a_branch_of_another_issue_with_our_name_is_not_overwritten() -> None:
    """A commit that was made here, but for another issue, is not this issue's to change."""
    git = FakeGitHub()
    act(git, result(message="x\n\nIssue: #121"))
    head = git.branches[_BRANCH]
    act(git, result("Two"))
    assert git.branches[_BRANCH] == head


def test_a_strangers_comment_is_not_changed() -> None:
    """Only our own comments are written anew, whatever somebody else's begins with."""
    git = FakeGitHub()
    git.comments.append({"id": 0, "on": 12, "user": {"login": "eve"}, "body": "<!-- cspsite: answer -->\nMine"})
    act(git, result())
    assert git.below(12)[0]["body"] == "<!-- cspsite: answer -->\nMine"
    assert len(git.below(12)) == 2


def test_our_comment_is_found_below_many() -> None:
    """Below a hundred comments of others ours is still found."""
    git = FakeGitHub()
    git.comments += [{"id": n, "on": 12, "user": {"login": "ada"}, "body": "More"} for n in range(150)]
    act(git, result())
    act(git, result("Two"))
    assert len(git.below(12)) == 151


def test_drafts() -> None:
    """A report with errors is a draft; where the repository has no drafts it is proposed all the same."""
    git = FakeGitHub()
    act(git, result(draft=True))
    assert git.pulls[0]["draft"] is True
    plain = FakeGitHub(settings=["no-drafts"])
    act(plain, result(draft=True))
    assert plain.pulls[0]["draft"] is False


def test_without_the_right_to_open_pull_requests() -> None:
    """Where the settings forbid it, the report is on its branch, and its sender gets the link that opens it."""
    git = FakeGitHub(settings=["no-pull-requests"])
    assert act(git, result()) == ""
    assert git.files(_BRANCH)[_PATH] == "One"
    link = f"https://github.com/o/r/compare/main...{_BRANCH}?expand=1"
    assert f"[Open the pull request]({link})" in git.said(12)["answer"]


def test_another_meeting_closes_the_first_proposal() -> None:
    """When an edit names another meeting, the pull request for the first is closed."""
    git = FakeGitHub()
    act(git, result(branch="update-homes-2007-01-08-issue-12", alike="update-homes-2007-01-08-issue-"))
    act(git, result())
    assert [pull["state"] for pull in git.pulls] == ["closed", "open"]
    assert "Pull request #100, which was of this issue for another report, is closed." in git.said(12)["answer"]


def test_two_issues_with_the_same_report() -> None:
    """Two officers' proposals stay apart, and the second says that there is another."""
    git = FakeGitHub()
    git.put(f"{_ALIKE}7", {_PATH: "Theirs"}, "x")
    git.pulls.append({"number": 50, "state": "open", "head": f"{_ALIKE}7"})
    act(git, result())
    assert git.files(f"{_ALIKE}7")[_PATH] == "Theirs"
    assert [pull["state"] for pull in git.pulls] == ["open", "open"]
    assert "**Pull request #50 is about the same report:**" in git.said(12)["answer"]


def test_a_refusal_is_said_and_nothing_else_done() -> None:
    """An issue that no report can be made of gets its answer; no branch, no pull request."""
    git = FakeGitHub()
    assert act(git, json.dumps({"issue": 12, "answer": "No.", "pull_request": None})) == ""
    assert (list(git.branches), git.pulls, git.said(12)) == (["main"], [], {"answer": "No."})


_WRONG: list[dict[str, Any]] = [
    {"branch": "main"},
    {"branch": f"{_BRANCH}\nevil=1"},
    {"branch": "update-../x-issue-12", "alike": "update-../x-issue-"},
    {"branch": f"{_ALIKE}13"},
    {"path": ".github/workflows/check.yml"},
    {"path": "data/groups/../../.github/x/reports/2006-11-13.md"},
    {"path": f"{_PATH}\n"},
]


@pytest.mark.parametrize("wrong", _WRONG, ids=str)
def test_no_other_branch_or_file_is_written(wrong: dict[str, Any]) -> None:
    """Whatever the result says, only a report's file on a branch of its own issue is written."""
    git = FakeGitHub()
    with pytest.raises(ValueError, match="is not the"):
        act(git, result(**wrong))
    assert (list(git.branches), git.pulls, git.comments) == (["main"], [], [])
