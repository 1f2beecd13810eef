"""The workflows on GitHub: valid, pinned, with no more rights than they need."""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
DEPENDABOT = ROOT / ".github/dependabot.yml"
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("update-*.yml"))
CHOOSER = ROOT / ".github/ISSUE_TEMPLATE/config.yml"
CHECKOUT = "actions/checkout"

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def test_zizmor_finds_nothing() -> None:
    """Zizmor at its strictest has no finding about the workflows and dependabot.yml."""
    zizmor = shutil.which("zizmor", path=sysconfig.get_path("scripts"))
    assert zizmor
    ran = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--persona=pedantic", ROOT / ".github"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    "schema,paths",
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.dependabot", [DEPENDABOT]),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [CHOOSER]),
    ],
)
def test_files_follow_their_schema(schema: str, paths: list[Path]) -> None:
    """Workflows, dependabot.yml and issue forms are valid by the schemas published for them."""
    ran = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *paths],
        check=False,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_workflows_are_those_that_the_docs_name() -> None:
    """Five workflows: check a change, propose what an issue holds, publish main, release papers, remind groups."""
    assert [path.stem for path in WORKFLOWS] == ["check", "from-issue", "publish", "release", "remind"]


@each_workflow
def test_actions_are_pinned(path: Path) -> None:
    """Every action is pinned by the 40 hexadecimal digits of a commit, with its version beside it."""
    lines = [line for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert len(lines) == len([step for step in steps(path) if "uses" in step])
    loose = [line for line in lines if not re.search(r"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)]
    assert loose == []


@each_workflow
def test_jobs_end_and_have_only_the_rights_they_name(path: Path) -> None:
    """Nothing is permitted by default, and every job names its permissions and a time limit."""
    workflow = load(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"], name
        assert 0 < job["timeout-minutes"] <= 30, name


def test_a_change_is_checked_with_the_right_to_read_only() -> None:
    """No job of the check can write anything on GitHub."""
    rights = [job["permissions"] for job in load(ROOT / ".github/workflows/check.yml")["jobs"].values()]
    assert rights == [{"contents": "read"}] * 3


@each_workflow
def test_strangers_changes_do_not_run_with_our_token(path: Path) -> None:
    """No workflow starts on pull_request_target or workflow_run."""
    # `on` is a yes in YAML 1.1, which PyYAML reads
    assert not {"pull_request_target", "workflow_run"} & set(load(path)[True])


@each_workflow
def test_no_expression_in_a_shell(path: Path) -> None:
    """No command has a `${{ … }}` in it: what a stranger can write reaches a shell as a variable only."""
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@each_workflow
def test_checkouts_bring_history_and_leave_no_token(path: Path) -> None:
    """Every checkout has all history, which changes are compared with, and does not keep its token."""
    options = [step["with"] for step in steps(path) if step.get("uses", "").startswith(CHECKOUT)]
    assert options
    assert [option for option in options if option != {"fetch-depth": 0, "persist-credentials": False}] == []


@each_workflow
def test_workflows_run_what_people_run(path: Path) -> None:
    """Every make target that a workflow calls is one that `make help` lists."""
    shown = set(re.findall(r"^(\w+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    commands = "\n".join(step.get("run", "") for step in steps(path))
    called = set(re.findall(r"\bmake (?:--silent )?(\w+)", commands))
    assert called
    assert called <= shown


def test_reminders_are_opened_with_no_more_than_the_right_to_issues() -> None:
    """The reminding job can open issues, read the repository and ask where its site is, and runs on main only."""
    (job,) = load(ROOT / ".github/workflows/remind.yml")["jobs"].values()
    assert job["permissions"] == {"contents": "read", "issues": "write", "pages": "read"}
    assert job["if"] == "github.ref == 'refs/heads/main'"


def load(path: Path) -> dict[Any, Any]:
    """Return a workflow as PyYAML reads it."""
    workflow: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return workflow


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the steps of all jobs of a workflow."""
    for job in load(path)["jobs"].values():
        yield from job["steps"]
