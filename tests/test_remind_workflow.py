"""The steps of the reminding workflow, run in a shell with a `gh` that only takes notes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.builders import GROUP, PARTNERSHIP, edited
from tests.test_cli import save
from tests.test_workflows import ROOT, steps

_WORKFLOW = ROOT / ".github/workflows/remind.yml"
#: A name that would run if a shell ever read it.
_NAME = "$(touch hit) `touch hit`; touch hit"

#: Lists what was opened before with somebody else's issue, as `gh api --jq` does, or opens one more.
_GH = f"""#!{sys.executable}
import json, os, pathlib, subprocess, sys
notes = pathlib.Path(os.environ["NOTES"])
opened = json.loads(notes.read_text())
if sys.argv[2].endswith("/pages"):
    sys.exit("no site") if os.environ["SITE"] == "none" else print(os.environ["SITE"])
elif "--input" in sys.argv:
    issue = json.loads(pathlib.Path(sys.argv[sys.argv.index("--input") + 1]).read_text())
    opened.append({{"user": {{"login": "github-actions[bot]"}}, **issue}})
    notes.write_text(json.dumps(opened))
else:
    subprocess.run(["jq", "-c", sys.argv[sys.argv.index("--jq") + 1]], input=json.dumps(opened), text=True, check=True)
"""

_CSPSITE = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m cspsite "$@"\n'


@pytest.mark.skipif(not (shutil.which("bash") and shutil.which("jq")), reason="needs bash and jq")
@pytest.mark.parametrize("site", ["https://o.github.io/r/", "none"])
def test_each_reminder_is_opened_once_and_no_shell_reads_it(tmp_path: Path, site: str) -> None:
    """A missing report's issue is opened, though a stranger has copied its marker, and not again the next day.

    It leads to the form on the site, where there is one.
    """
    meeting = datetime.now(UTC).date() + timedelta(days=5)
    marker = f"<!-- cspsite: the report of homes to {meeting} -->"
    notes = [{"user": {"login": "somebody"}, "title": "x", "body": marker}, _ours(None), _ours("Another")]
    (tmp_path / "notes.json").write_text(json.dumps(notes), "utf-8")
    meetings = "meetings:\n  - {{date: {}, data_to: 2006-07}}\n"
    save(
        tmp_path / "data",
        edited(PARTNERSHIP, "meetings:\n", meetings.format(meeting)),
        edited(GROUP, "name: Safer Homes", f"name: '{_NAME}'"),
    )
    for _ in range(2):
        _run(tmp_path, site)
        opened = json.loads((tmp_path / "notes.json").read_text("utf-8"))[len(notes) :]
        assert [issue["title"] for issue in opened] == [
            f"Report due: {_NAME}, meeting of {meeting.day} {meeting:%B %Y}",
        ]
        ways = [row for row in opened[0]["body"].splitlines() if row.startswith("- ")]
        form = "- [Fill in the form on the site](https://o.github.io/r/groups/homes/update/)"
        assert any(row.startswith(form) for row in ways) is (site != "none")
    assert not list(tmp_path.rglob("hit"))


def _ours(body: str | None) -> dict[str, object]:
    """Return an issue that the workflow has opened."""
    return {"user": {"login": "github-actions[bot]"}, "title": "y", "body": body}


def _run(folder: Path, site: str) -> None:
    """Run every command of the workflow but the installation, in a runner's place."""
    tools, temporary = folder / "bin", folder / "temporary"
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir()
    executable(tools / "gh", _GH)
    executable(
        folder / ".venv/bin/cspsite", f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m cspsite "$@"\n'
    )
    for step in steps(_WORKFLOW):
        if "run" in step and step["run"] != "make install":
            asked = {name: value for name, value in step.get("env", {}).items() if name == "OURS"}
            env = {
                **os.environ,
                **asked,
                "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
                "SITE": site,
                "NOTES": str(folder / "notes.json"),
                "GITHUB_REPOSITORY": "o/r",
                "ADDRESS": "https://github.com/o/r",
                "RUNNER_TEMP": str(temporary),
            }
            subprocess.run(["bash", "-e", "-c", step["run"]], cwd=folder, env=env, check=True)


def executable(file: Path, text: str) -> None:
    """Write a program."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    file.chmod(0o755)
