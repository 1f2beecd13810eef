"""The workflow that makes a pull request of an issue: whom it acts for, and its steps, run with a `gh` of our own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.github import FakeGitHub
from tests.issues import MEETING, NEXT, PATH, body, event
from tests.test_cli import save
from tests.test_remind_workflow import executable
from tests.test_workflows import ROOT, load

_WORKFLOW = load(ROOT / ".github/workflows/from-issue.yml")
_JOBS: Mapping[str, Any] = _WORKFLOW["jobs"]
_BRANCH = "update-homes-2006-11-13-issue-12"

#: Asks the GitHub in the file GIT; ROLE is everybody's role; a run's artefacts and other commands are kept beside it.
_GH = f"""#!{sys.executable}
import json, os, pathlib, shutil, sys
sys.path.insert(0, {str(ROOT)!r})
from tests.github import FakeGitHub
from scripts.propose_update import GitHubError
arguments, file = sys.argv[1:], pathlib.Path(os.environ["GIT"])
if arguments[0] != "api":
    with (file.parent / "commands.jsonl").open("a") as kept:
        kept.write(json.dumps(arguments) + "\\n")
    if arguments[:2] == ["run", "download"]:
        shutil.copytree(file.parent / "first/result", arguments[arguments.index("--dir") + 1])
elif arguments[1].endswith("/permission"):
    assert arguments[1] == "repos/o/r/collaborators/ada-example/permission", arguments
    print(os.environ["ROLE"])
else:
    git = FakeGitHub.load(file)
    sent = json.load(sys.stdin) if "--input" in arguments else None
    try:
        print(json.dumps(git(arguments[2], arguments[3].removeprefix("repos/o/r"), sent)))
    except GitHubError as error:
        sys.exit(f"gh: {{error}}")
    git.save(file)
"""

needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")

_EVIL = "$(touch hit) `touch hit`\n; touch hit\n'\" touch hit\nallowed=true\nbranch=main\n::stop-commands::x\nEOF"
_FILLED = {"prepared_by_name": "$(touch hit)", "achievements_1": _EVIL, "updates_locks_burglary_progress": _EVIL}


def test_strangers_start_nothing() -> None:
    """The first job asks for a person, for an update, and for its author's or a reviewer's right, all at once."""
    asked = " ".join(_JOBS["read"]["if"].split())
    assert asked == (
        "github.event.sender.type == 'User' "
        "&& (contains(github.event.issue.labels.*.name, 'update') || startsWith(github.event.issue.title, 'Update: ')) "
        "&& ( github.event.action == 'labeled' && github.event.label.name == 'accepted' "
        "|| github.event.action != 'labeled' "
        """&& contains(fromJSON('["OWNER", "MEMBER", "COLLABORATOR"]'), github.event.issue.author_association) )"""
    )


def test_rights_are_asked_for_before_anything_is_read() -> None:
    """Every step after the first waits for the role that GitHub gives, and so does the job that writes."""
    first, *others = _JOBS["read"]["steps"]
    assert first["id"] == "rights"
    assert {step["if"] for step in others} == {"steps.rights.outputs.allowed == 'true'"}
    assert _JOBS["propose"]["if"] == "needs.read.outputs.allowed == 'true'"


def test_each_job_has_what_it_needs() -> None:
    """What reads the issue cannot write; what writes can write no more than a branch, its request and comments."""
    assert {name: job["permissions"] for name, job in _JOBS.items()} == {
        "read": {"contents": "read"},
        "propose": {"actions": "read", "contents": "write", "issues": "write", "pull-requests": "write"},
        "check": {"actions": "write"},
        "failed": {"issues": "write"},
    }


def test_no_step_is_given_words_of_the_issue() -> None:
    """No variable, condition or input of a step holds the title or text of the issue, or a name of a label."""
    given = json.dumps([{**step, "if": ""} for job in _JOBS.values() for step in job["steps"]])
    assert "issue.title" not in given
    assert "issue.body" not in given
    assert "toJSON" not in given
    assert set(_variables(given)) == {
        "github.token",
        "github.event.sender.login",
        "github.server_url",
        "github.repository",
        "github.event.issue.number",
        "github.run_id",
        "needs.propose.outputs.branch",
        "runner.temp",
    }


def _variables(text: str) -> list[str]:
    return [part.partition("}}")[0].strip() for part in text.split("${{")[1:]]


def test_the_checks_can_be_started() -> None:
    """The workflow that the last job starts is one that can be started."""
    assert "workflow_dispatch" in load(ROOT / ".github/workflows/check.yml")[True]
    assert "check.yml" in _JOBS["check"]["steps"][0]["run"]


class Runner:
    """A folder in which the workflow's commands are run one after the other, in GitHub's place."""

    def __init__(self, folder: Path, *, role: str = "triage") -> None:
        self.folder = folder
        self.role = role
        save(folder / "data", NEXT)
        (folder / "scripts").symlink_to(ROOT / "scripts")
        FakeGitHub().save(folder / "git.json")
        executable(folder / "bin/gh", _GH)
        executable(
            folder / ".venv/bin/cspsite", f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m cspsite "$@"\n'
        )

    @property
    def git(self) -> FakeGitHub:
        """The repository as it is now."""
        return FakeGitHub.load(self.folder / "git.json")

    def run(self, happened: dict[str, Any]) -> dict[str, str]:
        """Run the jobs on an event; what the last one that ran gave out."""
        (self.folder / "event.json").write_text(json.dumps(happened), "utf-8")
        allowed = self.job("read", "first", happened)
        if allowed != {"allowed": "true"}:
            return allowed
        return self.job("propose", "second", happened)

    def job(self, name: str, place: str, happened: dict[str, Any]) -> dict[str, str]:
        """Run the commands of one job; what they gave out."""
        temporary, output = self.folder / place, self.folder / f"{place}.output"
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir()
        output.write_text("", "utf-8")
        env = {
            **os.environ,
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "ROLES": _WORKFLOW["env"]["ROLES"],
            "ROLE": self.role,
            "GIT": str(self.folder / "git.json"),
            "GITHUB_REPOSITORY": "o/r",
            "GITHUB_RUN_ID": "7",
            "GITHUB_EVENT_PATH": str(self.folder / "event.json"),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            "RUNNER_TEMP": str(temporary),
            "SENDER": happened["sender"]["login"],
            "ADDRESS": "https://github.com/o/r",
        }
        for step in _JOBS[name]["steps"]:
            if "run" in step and step["run"] != "make install" and self.is_due(step, output):
                subprocess.run(["bash", "-e", "-c", step["run"]], cwd=self.folder, env=env, check=True)
        return dict(row.split("=", 1) for row in output.read_text("utf-8").splitlines())

    def is_due(self, step: Mapping[str, Any], output: Path) -> bool:
        """Whether a step's condition holds."""
        return "if" not in step or "allowed=true" in output.read_text("utf-8").splitlines()


@needs_bash
def test_an_issue_becomes_a_pull_request(tmp_path: Path) -> None:
    """Opened, told of twice, and edited: one branch, one pull request; no shell has read a word of it."""
    runner = Runner(tmp_path)
    text = body(_FILLED)
    for _ in range(2):
        assert runner.run(event(text, title=f"Update: {_EVIL}")) == {"branch": _BRANCH}
    assert "$(touch hit)" in runner.git.files(_BRANCH)[f"data/{PATH}"]
    assert runner.run(event(text.replace("touch hit", "touch it"))) == {"branch": _BRANCH}
    assert "$(touch it)" in runner.git.files(_BRANCH)[f"data/{PATH}"]
    assert [pull["head"] for pull in runner.git.pulls] == [_BRANCH]
    assert list(runner.git.branches) == ["main", _BRANCH]
    assert runner.git.said(12)["answer"].startswith("This update is pull request #100.")
    assert set(runner.git.said(100)) == {"findings", "changes"}
    assert not [file for name in ("hit", "it") for file in tmp_path.rglob(name)]


@needs_bash
@pytest.mark.parametrize("role", ["read", "none", "", "mai", "admin maintain"])
def test_without_a_role_nothing_is_done(tmp_path: Path, role: str) -> None:
    """Somebody whose role is not among those that the workflow names gets no branch, and the issue is not read."""
    runner = Runner(tmp_path, role=role)
    assert runner.run(event(body(_FILLED))) == {"allowed": "false"}
    assert list(runner.git.branches) == ["main"]
    assert not (tmp_path / "first/result").exists()


@needs_bash
def test_an_issue_that_cannot_be_used_is_answered(tmp_path: Path) -> None:
    """The reason stands below the issue; there is no branch, and nothing for the checks."""
    runner = Runner(tmp_path)
    assert runner.run(event(body({}).replace(MEETING, _EVIL.replace("\n", " 2006-12-25 ")))) == {"branch": ""}
    assert list(runner.git.branches) == ["main"]
    assert runner.git.said(12)["answer"].startswith("**No report could be made of this issue.**")
    assert not [*tmp_path.rglob("hit")]


@needs_bash
def test_a_fault_of_ours_stops_the_job(tmp_path: Path) -> None:
    """Where nothing is printed that could be handed over, the job fails, so that the last one says so."""
    runner = Runner(tmp_path)
    executable(tmp_path / ".venv/bin/cspsite", "#!/bin/sh\nexit 1\n")
    with pytest.raises(subprocess.CalledProcessError):
        runner.run(event(body({})))
