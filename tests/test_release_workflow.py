"""The steps of the workflow that releases a meeting's papers, run in a shell with a `gh` and a `make` of the test's."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.test_remind_workflow import executable
from tests.test_workflows import ROOT, load

_WORKFLOW = ROOT / ".github/workflows/release.yml"
TAG = "meeting/2006-09-11"

#: Knows one release at most, with its files; hands over what the first job left in the folder `handed`.
_GH = f"""#!{sys.executable}
import json, os, pathlib, shutil, sys
notes = pathlib.Path(os.environ["NOTES"])
release = json.loads(notes.read_text())
match sys.argv[1:3]:
    case ["api", _]:
        sys.exit("no site") if os.environ["SITE"] == "none" else print(os.environ["SITE"])
    case ["run", "download"]:
        shutil.copytree("handed", sys.argv[sys.argv.index("--dir") + 1])
    case ["release", "view"]:
        sys.exit(0 if release.get("tag") == sys.argv[3] else "release not found")
    case ["release", "create"]:
        assert "--verify-tag" in sys.argv and "tag" not in release
        release = {{"tag": sys.argv[3], "title": sys.argv[sys.argv.index("--title") + 1], "files": {{}}}}
    case ["release", "upload"]:
        file = pathlib.Path(sys.argv[4])
        assert release["tag"] == sys.argv[3] and (file.name not in release["files"] or "--clobber" in sys.argv)
        release["files"][file.name] = file.read_text()
notes.write_text(json.dumps(release))
"""

#: Makes papers that name their meeting and where the site stands, for a meeting that there is.
_MAKE = """#!/bin/sh
test "$1" = pack || exit 3
day=${2#MEETING=}
test "$day" = 2006-09-11 || { echo "Error: partnership.yml has no meeting on $day" >&2; exit 2; }
mkdir -p handed
echo "%PDF- $day $SITE_URL $RUN" > "handed/papers-$day.pdf"
"""


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """Return the folder of a runner, with the tools in it and no release yet."""
    executable(tmp_path / "bin/gh", _GH)
    executable(tmp_path / "bin/make", _MAKE)
    (tmp_path / "notes.json").write_text("{}", "utf-8")
    return tmp_path


def run(folder: Path, tag: str, site: str = "https://o.github.io/r/", attempt: str = "1") -> int:
    """Run every command of the workflow for a tag; gives the exit status of the first that fails, else 0."""
    outputs: dict[str, str] = {}
    for name, job in load(_WORKFLOW)["jobs"].items():
        temporary = folder / "temporary" / name
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir(parents=True)
        for step in job["steps"]:
            if "run" in step:
                ran = _step(folder, temporary, step, {"TAG": tag, "SITE": site, "RUN": attempt, **outputs})
                if ran:
                    return ran
                outputs |= _outputs(temporary / "output")
    return 0


def _step(folder: Path, temporary: Path, step: dict[str, Any], known: dict[str, str]) -> int:
    env = {
        **os.environ,
        **known,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "NOTES": str(folder / "notes.json"),
        "GITHUB_REF_NAME": known["TAG"],
        "GITHUB_REPOSITORY": "o/r",
        "GITHUB_RUN_ID": "1",
        "GITHUB_OUTPUT": str(temporary / "output"),
        "RUNNER_TEMP": str(temporary),
    }
    return subprocess.run(["bash", "-eo", "pipefail", "-c", step["run"]], cwd=folder, env=env, check=False).returncode


def _outputs(file: Path) -> dict[str, str]:
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return dict(line.split("=", 1) for line in lines)


needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")


@needs_bash
@pytest.mark.parametrize("site, shown", [("https://o.github.io/r/", "https://o.github.io/r/"), ("none", "")])
def test_papers_are_attached_and_replaced(runner: Path, site: str, shown: str) -> None:
    """A tag's release has its papers once, and a second run replaces them; the site may not be there yet."""
    for attempt in ("1", "2"):
        assert run(runner, TAG, site, attempt) == 0
        assert json.loads((runner / "notes.json").read_text("utf-8")) == {
            "tag": TAG,
            "title": "Papers for the meeting of 2006-09-11",
            "files": {"papers-2006-09-11.pdf": f"%PDF- 2006-09-11 {shown} {attempt}\n"},
        }


@needs_bash
def test_a_tag_without_a_meeting(runner: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A tag that names no meeting ends with the command's own sentence, and makes no release."""
    assert run(runner, "meeting/2006-09-12") == 2
    assert capfd.readouterr().err == "Error: partnership.yml has no meeting on 2006-09-12\n"
    assert json.loads((runner / "notes.json").read_text("utf-8")) == {}


def test_only_tags_of_meetings_start_it() -> None:
    """It starts on a tag that is `meeting/` and a date, so that no name of a tag can be anything else in a shell."""
    # `on` is a yes in YAML 1.1, which PyYAML reads
    (pattern,) = load(_WORKFLOW)[True]["push"]["tags"]
    assert re.fullmatch(pattern, TAG)
    for other in ("meeting/2006-9-11", "meeting/2006-09-11-x", "meeting/$(hit)", "x/meeting/2006-09-11"):
        assert not re.fullmatch(pattern, other)


def test_only_the_job_that_runs_no_code_of_the_repository_can_write() -> None:
    """The job that builds can read alone; the one that writes checks nothing out."""
    jobs = load(_WORKFLOW)["jobs"]
    assert jobs["papers"]["permissions"] == {"contents": "read", "pages": "read"}
    assert jobs["release"]["permissions"] == {"actions": "read", "contents": "write"}
    assert [step["uses"] for step in jobs["release"]["steps"] if "uses" in step] == []
