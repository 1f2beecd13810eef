"""What Lighthouse says of a page on a phone: its four scores, from 0 to 100."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

#: Exact, because a new release weighs its audits anew.
VERSION = "13.5.0"
NAMES = ("performance", "accessibility", "best-practices", "seo")
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run"


@dataclass(frozen=True, slots=True)
class Scores:
    """The four scores in the order of `NAMES`, and every audit with a weight that is not passed in full."""

    points: tuple[int, ...]
    failed: tuple[str, ...]


def installed(folder: Path) -> Path | None:
    """Lighthouse's program, put into `folder` where it is not there yet; None on a machine without npm."""
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        npm = shutil.which("npm")
        if npm is None:
            return None
        package = f"lighthouse@{VERSION}"
        quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--silent")
        subprocess.run([npm, "install", "--prefix", str(folder), *quiet, package], check=True)
    return program


def scores(program: Path, browser: str, address: str) -> Scores:
    """Judge a page in a browser of Lighthouse's own; raises CalledProcessError when it cannot be judged."""
    command = [str(program), address, "--quiet", "--output=json", f"--chrome-flags={_FLAGS}"]
    ran = subprocess.run(
        command, env=os.environ | {"CHROME_PATH": browser}, check=True, stdout=subprocess.PIPE, text=True
    )
    return of_report(json.loads(ran.stdout))


def of_report(report: dict[str, dict[str, dict[str, object]]]) -> Scores:
    """The scores in a report of Lighthouse."""
    categories = report["categories"]
    weighed: list[str] = []
    for name in NAMES:
        audits = categories[name]["auditRefs"]
        assert isinstance(audits, list)
        weighed += [audit["id"] for audit in audits if audit["weight"]]
    marks = {id: report["audits"][id]["score"] for id in dict.fromkeys(weighed)}
    failed = tuple(id for id, mark in marks.items() if isinstance(mark, int | float) and mark < 1)
    return Scores(tuple(_points(categories[name]["score"]) for name in NAMES), failed)


def _points(score: object) -> int:
    assert isinstance(score, int | float)
    return round(100 * score)
