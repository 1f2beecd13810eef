"""A GitHub of one repository in memory, as far as a proposal of an update asks of it; JSON in, JSON out."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from scripts.propose_update import BOT, GitHubError

_PERSON = {"name": "A Person", "email": "person@example.org"}


@dataclass
class FakeGitHub:
    """Commits by name, with all their files; branches; pull requests; comments.

    `settings` may hold `no-drafts` or `no-pull-requests`, as a repository's own may.
    """

    commits: dict[str, dict[str, Any]] = field(default_factory=dict)
    trees: dict[str, dict[str, str]] = field(default_factory=dict)
    branches: dict[str, str] = field(default_factory=dict)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    settings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.branches:
            self.put("main", {"data/partnership.yml": "name: Anytown"}, "First")

    def put(self, branch: str, files: Mapping[str, str], message: str) -> str:
        """Let somebody commit files on top of a branch."""
        parent = self.branches.get(branch) or self.branches.get("main", "")
        before = self.trees[self.commits[parent]["tree"]["sha"]] if parent else {}
        tree = self.tree({**before, **files})
        content = {"message": message, "parents": [parent], "author": _PERSON, "committer": _PERSON, "tree": tree}
        self.branches[branch] = self.commit(content)
        return self.branches[branch]

    def tree(self, files: dict[str, str]) -> str:
        """Keep files under a name that they alone have."""
        sha = hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:40]
        self.trees[sha] = files
        return sha

    def commit(self, content: Mapping[str, Any]) -> str:
        """Keep a commit."""
        sha = hashlib.sha256(json.dumps([content, len(self.commits)]).encode()).hexdigest()[:40]
        self.commits[sha] = {**content, "tree": {"sha": content["tree"]}}
        return sha

    def files(self, branch: str) -> dict[str, str]:
        """Return the files of a branch."""
        return self.trees[self.commits[self.branches[branch]]["tree"]["sha"]]

    def said(self, number: int) -> dict[str, str]:
        """Return the comments below an issue or pull request, by their kind."""
        found = [re.match(r"<!-- cspsite: (\w+) -->\n(.*)", each["body"], re.DOTALL) for each in self.below(number)]
        return {match[1]: match[2] for match in found if match}

    def below(self, number: int) -> list[dict[str, Any]]:
        """Return the comments below an issue or pull request."""
        return [comment for comment in self.comments if comment["on"] == number]

    def __call__(self, method: str, path: str, content: Mapping[str, object] | None) -> Any:
        """Answer as GitHub does; another question than those of a proposal is a failure of the test."""
        for wanted, pattern, answer in _ANSWERS:
            if wanted == method and (match := re.fullmatch(pattern, path)):
                return json.loads(json.dumps(answer(self, match, dict(content or {}))))
        raise AssertionError(f"{method} {path}")

    def save(self, file: Path) -> None:
        """Write everything to a file."""
        file.write_text(json.dumps(asdict(self)), "utf-8")

    @classmethod
    def load(cls, file: Path) -> FakeGitHub:
        """Read everything from a file."""
        return cls(**json.loads(file.read_text("utf-8")))


def _repository(_git: FakeGitHub, _match: re.Match[str], _sent: dict[str, Any]) -> Any:
    return {"default_branch": "main", "owner": {"login": "o"}, "html_url": "https://github.com/o/r"}


def _refs(git: FakeGitHub, match: re.Match[str], _sent: dict[str, Any]) -> Any:
    found = {name: sha for name, sha in git.branches.items() if name.startswith(match[1])}
    return [{"ref": f"refs/heads/{name}", "object": {"sha": sha}} for name, sha in found.items()]


def _commit(git: FakeGitHub, match: re.Match[str], _sent: dict[str, Any]) -> Any:
    return git.commits[match[1]]


def _new_tree(git: FakeGitHub, _match: re.Match[str], sent: dict[str, Any]) -> Any:
    return {
        "sha": git.tree({**git.trees[sent["base_tree"]], **{each["path"]: each["content"] for each in sent["tree"]}})
    }


def _new_commit(git: FakeGitHub, _match: re.Match[str], sent: dict[str, Any]) -> Any:
    return {"sha": git.commit(sent)}


def _new_ref(git: FakeGitHub, _match: re.Match[str], sent: dict[str, Any]) -> Any:
    name = sent["ref"].removeprefix("refs/heads/")
    assert name not in git.branches
    git.branches[name] = sent["sha"]


def _move_ref(git: FakeGitHub, match: re.Match[str], sent: dict[str, Any]) -> Any:
    assert sent["force"] is False
    if git.branches[match[1]] not in git.commits[sent["sha"]]["parents"]:
        raise GitHubError(422, "not a fast forward (HTTP 422)")
    git.branches[match[1]] = sent["sha"]


def _pulls(git: FakeGitHub, match: re.Match[str], _sent: dict[str, Any]) -> Any:
    return [pull for pull in git.pulls if pull["state"] == "open" and pull["head"] == match[1]]


def _new_pull(git: FakeGitHub, _match: re.Match[str], sent: dict[str, Any]) -> Any:
    if "no-pull-requests" in git.settings:
        raise GitHubError(403, "GitHub Actions is not permitted to create pull requests (HTTP 403)")
    if sent["draft"] and "no-drafts" in git.settings:
        raise GitHubError(422, "Draft pull requests are not supported in this repository (HTTP 422)")
    git.pulls.append({"number": 100 + len(git.pulls), "state": "open", **sent})
    return git.pulls[-1]


def _close_pull(git: FakeGitHub, match: re.Match[str], sent: dict[str, Any]) -> Any:
    next(pull for pull in git.pulls if pull["number"] == int(match[1])).update(sent)


def _comments(git: FakeGitHub, match: re.Match[str], _sent: dict[str, Any]) -> Any:
    first = 100 * (int(match[2]) - 1)
    return git.below(int(match[1]))[first : first + 100]


def _new_comment(git: FakeGitHub, match: re.Match[str], sent: dict[str, Any]) -> Any:
    git.comments.append({"id": len(git.comments), "on": int(match[1]), "user": {"login": BOT}, **sent})


def _edit_comment(git: FakeGitHub, match: re.Match[str], sent: dict[str, Any]) -> Any:
    git.comments[int(match[1])].update(sent)


_ANSWERS = (
    ("GET", "", _repository),
    ("GET", "/git/matching-refs/heads/(.+)", _refs),
    ("GET", "/git/commits/(.+)", _commit),
    ("POST", "/git/trees", _new_tree),
    ("POST", "/git/commits", _new_commit),
    ("POST", "/git/refs", _new_ref),
    ("PATCH", "/git/refs/heads/(.+)", _move_ref),
    ("GET", r"/pulls\?state=open&head=o:(.+)", _pulls),
    ("POST", "/pulls", _new_pull),
    ("PATCH", r"/pulls/(\d+)", _close_pull),
    ("GET", r"/issues/(\d+)/comments\?per_page=100&page=(\d+)", _comments),
    ("POST", r"/issues/(\d+)/comments", _new_comment),
    ("PATCH", r"/issues/comments/(\d+)", _edit_comment),
)
