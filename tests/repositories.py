"""Small git repositories, commit by commit: for each a date, the files that it changes, and what it is called."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

#: Nothing of the machine's own git settings, or of a hook that runs the tests, reaches the repositories of tests.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A Person",
    "GIT_AUTHOR_EMAIL": "officer@example.org",
    "GIT_COMMITTER_NAME": "A Person",
    "GIT_COMMITTER_EMAIL": "officer@example.org",
    "LC_ALL": "C",
}


def git(folder: Path, *arguments: str, **environment: str) -> str:
    """Run git in a folder and return what it prints; its failure fails the test."""
    ran = subprocess.run(
        ["git", *arguments], cwd=folder, env=_ENVIRONMENT | environment, capture_output=True, check=True, timeout=60
    )
    return ran.stdout.decode().strip()


def repository(folder: Path) -> Path:
    """Make a repository without a commit, on the branch main."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--template=", "--initial-branch=main")
    return folder


def commit(folder: Path, when: str, files: Mapping[str, str | None], subject: str = "", written: str = "") -> str:
    """Commit files on a date such as `2006-09-01 12:00 +0100`; None deletes one. Return the commit's hash.

    `written` is the author's date, where it is another.
    """
    for path, content in files.items():
        file = folder / path
        if content is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode())
    git(folder, "add", "--all", "--force")
    dates = {"GIT_AUTHOR_DATE": written or when, "GIT_COMMITTER_DATE": when}
    git(folder, "commit", "--quiet", "--allow-empty", "-m", subject or f"Of {when}", **dates)
    return git(folder, "rev-parse", "HEAD")


def merge(folder: Path, when: str, branch: str, message: str) -> str:
    """Merge a branch with a commit of its own, and return the commit's hash."""
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    git(folder, "merge", "--quiet", "--no-ff", "-m", message, branch, **dates)
    return git(folder, "rev-parse", "HEAD")
