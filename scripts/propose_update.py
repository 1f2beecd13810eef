"""Make the pull request that `cspsite from-issue` has prepared, and say so below the issue.

Usage: python scripts/propose_update.py RESULT.json

It asks GitHub through `gh api`, with what it has to say as JSON on standard input, so that no text of an issue is
part of a command.  GITHUB_REPOSITORY names the repository.  The name of the branch goes to the file GITHUB_OUTPUT.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BOT = "github-actions[bot]"
BOT_EMAIL = "41898282+github-actions[bot]@users.noreply.github.com"

_BRANCH = re.compile(r"update-[a-z0-9]+(-[a-z0-9]+)*-issue-[1-9][0-9]*", re.ASCII)
_PATH = re.compile(r"data/groups/[a-z0-9]+(-[a-z0-9]+)*/reports/[0-9]{4}-[0-9]{2}-[0-9]{2}\.md", re.ASCII)
_STATUS = re.compile(r"\(HTTP (\d{3})\)")
_PAGES = 20

#: A method, a path below the repository, and what to send: what GitHub answers, as JSON.
Call = Callable[[str, str, Mapping[str, object] | None], Any]


class GitHubError(Exception):
    """GitHub did not do what it was asked for; `status` is its HTTP status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def gh(method: str, path: str, content: Mapping[str, object] | None = None) -> Any:
    """Ask GitHub, through its own command."""
    command = ["gh", "api", "--method", method, f"repos/{os.environ['GITHUB_REPOSITORY']}{path}"]
    sent = [] if content is None else ["--input", "-"]
    text = None if content is None else json.dumps(content)
    ran = subprocess.run([*command, *sent], input=text, check=False, capture_output=True, text=True)
    if ran.returncode:
        status = _STATUS.search(ran.stderr)
        raise GitHubError(int(status[1]) if status else 0, ran.stderr.strip())
    return json.loads(ran.stdout) if ran.stdout.strip() else None


@dataclass(frozen=True, slots=True)
class Update:
    """A report that was sent with an issue, and how to propose it."""

    issue: int
    branch: str
    alike: str
    path: str
    text: str
    message: str
    author: Mapping[str, str]
    title: str
    body: str
    draft: bool


class Proposing:
    """Puts an update on its branch, and opens its pull request where there is none."""

    def __init__(self, call: Call, update: Update) -> None:
        self.call = call
        self.update = update
        repository = call("GET", "", None)
        self.base: str = repository["default_branch"]
        self.owner: str = repository["owner"]["login"]
        self.address: str = repository["html_url"]

    def propose(self) -> tuple[str, int | None]:
        """What to say below the issue, and the number of the pull request where there is one."""
        head = self.head(self.update.branch)
        if head and not self.is_ours(head):
            return self.touched()
        self.commit(head)
        number, words = self.pull_request()
        return " ".join([words, *self.others()]), number

    def head(self, branch: str) -> str:
        """The last commit of a branch; empty where there is no such branch."""
        refs = self.call("GET", f"/git/matching-refs/heads/{branch}", None)
        return next((str(ref["object"]["sha"]) for ref in refs if ref["ref"] == f"refs/heads/{branch}"), "")

    def is_ours(self, sha: str) -> bool:
        """Whether a commit was made here for this issue, so that nobody else's work lies on top of the branch."""
        commit = self.call("GET", f"/git/commits/{sha}", None)
        said = str(commit["message"]).splitlines()
        return commit["committer"]["email"] == BOT_EMAIL and f"Issue: #{self.update.issue}" in said

    def commit(self, head: str) -> None:
        """Put the report on top of the branch, or of a new one; nothing where it stands there already."""
        update, parent = self.update, head or self.head(self.base)
        tree = self.call("GET", f"/git/commits/{parent}", None)["tree"]["sha"]
        file = {"path": update.path, "mode": "100644", "type": "blob", "content": update.text}
        changed = self.call("POST", "/git/trees", {"base_tree": tree, "tree": [file]})["sha"]
        if changed == tree and head:
            return
        content = {
            "message": update.message,
            "tree": changed,
            "parents": [parent],
            "author": update.author,
            "committer": {"name": BOT, "email": BOT_EMAIL},
        }
        made = self.call("POST", "/git/commits", content)["sha"]
        if head:
            self.call("PATCH", f"/git/refs/heads/{update.branch}", {"sha": made, "force": False})
        else:
            self.call("POST", "/git/refs", {"ref": f"refs/heads/{update.branch}", "sha": made})

    def open_request(self, branch: str) -> int | None:
        """The number of the branch's open pull request."""
        found = self.call("GET", f"/pulls?state=open&head={self.owner}:{branch}", None)
        return int(found[0]["number"]) if found else None

    def pull_request(self) -> tuple[int | None, str]:
        """The pull request's number, and what to say of it; where GitHub lets us open none, how to do it by hand."""
        update = self.update
        if number := self.open_request(update.branch):
            return number, f"This update is pull request #{number}."
        content = {"title": update.title, "head": update.branch, "base": self.base, "body": update.body}
        for draft in [True, False] if update.draft else [False]:
            try:
                number = int(self.call("POST", "/pulls", {**content, "draft": draft})["number"])
            except GitHubError as error:
                if error.status == 422 and draft:  # a private repository may have no drafts
                    continue
                if error.status != 403:
                    raise
                return None, self.by_hand()
            return number, f"This update is pull request #{number}."
        raise AssertionError("the last attempt either opens it or raises")

    def by_hand(self) -> str:
        """What to do where the repository's settings let no workflow open a pull request."""
        link = f"{self.address}/compare/{self.base}...{self.update.branch}?expand=1"
        return (
            f"Your report is on the branch `{self.update.branch}`. [Open the pull request]({link}): the settings of "
            "this repository do not let this workflow do so (*Settings → Actions → General → Workflow permissions*)."
        )

    def touched(self) -> tuple[str, int | None]:
        """What to say where somebody else has worked on the branch."""
        number = self.open_request(self.update.branch)
        where = f"pull request #{number}" if number else f"the branch `{self.update.branch}`"
        return (
            f"**This edit is not in {where}**, because somebody else has changed the report there since, and nothing "
            "of theirs is overwritten. Say there what should change. What the checks say of this issue as it is now:"
        ), number

    def others(self) -> Iterator[str]:
        """What to say of other branches: of this issue for another meeting, and of other issues for the same report."""
        refs = [
            str(ref["ref"]).removeprefix("refs/heads/")
            for ref in self.call("GET", "/git/matching-refs/heads/update-", None)
        ]
        for branch in refs:
            if branch == self.update.branch or not _BRANCH.fullmatch(branch):
                continue
            own, same = branch.endswith(f"-issue-{self.update.issue}"), branch.startswith(self.update.alike)
            number = self.open_request(branch) if own or same else None
            if number and own and self.is_ours(self.head(branch)):
                self.call("PATCH", f"/pulls/{number}", {"state": "closed"})
                yield f"Pull request #{number}, which was of this issue for another report, is closed."
            elif number:
                yield f"**Pull request #{number} is about the same report:** a reviewer has to choose between the two."


def read(text: str) -> tuple[int, str, Update | None, str]:
    """The issue's number, the answer, the update if there is one, and what it changes; ValueError for other content."""
    result = json.loads(text)
    issue, answer, wanted = result["issue"], result["answer"], result["pull_request"]
    if not (isinstance(issue, int) and issue > 0 and isinstance(answer, str)):
        raise ValueError("the result names no issue or no answer")
    if wanted is None:
        return issue, answer, None, ""
    known = {name: wanted[name] for name in Update.__slots__ if name != "issue"}
    update = Update(issue=issue, **known)
    if not (_BRANCH.fullmatch(update.branch) and update.branch == f"{update.alike}{issue}"):
        raise ValueError(f"{update.branch!r} is not the name of a branch for this issue")
    if not _PATH.fullmatch(update.path):
        raise ValueError(f"{update.path!r} is not the place of a report")
    return issue, answer, update, wanted["changes"]


def say(call: Call, number: int, kind: str, words: str) -> None:
    """Write a comment below an issue or pull request; where ours of that kind is there, it is changed."""
    marker = f"<!-- cspsite: {kind} -->"
    for page in range(1, _PAGES + 1):
        comments = call("GET", f"/issues/{number}/comments?per_page=100&page={page}", None)
        for comment in comments:
            if comment["user"]["login"] == BOT and str(comment["body"]).startswith(marker):
                call("PATCH", f"/issues/comments/{comment['id']}", {"body": f"{marker}\n{words}"})
                return
        if len(comments) < 100:
            break
    call("POST", f"/issues/{number}/comments", {"body": f"{marker}\n{words}"})


def act(call: Call, text: str) -> str:
    """Do what the result asks for; the branch that there is to check, empty where nothing was proposed."""
    issue, answer, update, changes = read(text)
    if update is None:
        say(call, issue, "answer", answer)
        return ""
    words, number = Proposing(call, update).propose()
    say(call, issue, "answer", f"{words}\n\n{answer}")
    if number and not words.startswith("**This edit is not"):
        say(call, number, "findings", answer)
        say(call, number, "changes", changes)
        return update.branch
    return ""


def main() -> None:
    """Read the result's file, act, and hand the branch on."""
    branch = act(gh, Path(sys.argv[1]).read_text("utf-8"))
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as output:
        output.write(f"branch={branch}\n")


if __name__ == "__main__":
    main()
