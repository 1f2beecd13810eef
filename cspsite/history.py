"""The versions of a data folder that git holds; nothing else runs git.

What git cannot answer is a `NoHistory` that says why, in words for a page: the state of a repository raises nothing.
"""

from __future__ import annotations

import io
import os
import posixpath
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from zoneinfo import ZoneInfo

from cspsite.errors import UsageError
from cspsite.findings import nearest
from cspsite.paths import PARTNERSHIP
from cspsite.periods import Month
from cspsite.revisions import FORMAT, Commit, Revision, Touched, commits_of
from cspsite.tree import Tree, with_links

__all__ = ["History", "NoHistory", "Revision", "write_repository"]

#: How git marks a link among files.
_LINK = "120000"
#: How long git may take for one answer.
_SECONDS = 120
#: What people set for themselves, put back: answers are the same for everyone, and run no program of anyone's.
_PLAIN = (
    "color.ui=false",
    f"core.attributesFile={os.devnull}",
    "core.autocrlf=false",
    "core.eol=lf",
    "core.fsmonitor=",
    f"core.hooksPath={os.devnull}",
    "core.quotePath=false",
    f"diff.orderFile={os.devnull}",
    "diff.renameLimit=1000",
    "filter.lfs.process=",
    "filter.lfs.required=false",
    "i18n.logOutputEncoding=UTF-8",
    "log.diffMerges=first-parent",
    "log.follow=false",
    "log.mailmap=false",
    "log.showSignature=false",
)
#: What stays of the environment's GIT_*: where git and its settings are; a hook's own repository does not.
_KEPT = ("GIT_CEILING_DIRECTORIES", "GIT_CONFIG_", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH", "GIT_SSL_")
_LOST = "GIT_CONFIG_PARAMETERS"
_REASONS = (
    ("not a git repository", "the data are in no git repository"),
    ("dubious ownership", "the repository belongs to another user, so git does not read it (see safe.directory)"),
)
_UNSHALLOW = "`git fetch --unshallow` gets the rest"


@dataclass(frozen=True, slots=True)
class NoHistory:
    """That there is no history, or no such version, with the reason: words without a full stop."""

    reason: str


class History:
    """The history of one data folder; `folder` is its path below the repository's root, empty for the root itself.

    `shallow` is whether the clone holds only the last part of the history.
    """

    def __init__(self, git_dir: Path, folder: str, *, shallow: bool) -> None:
        self.folder = folder
        self.shallow = shallow
        self._git_dir = git_dir
        self._trees: dict[str, Tree] = {}
        self._blobs: dict[str, bytes] = {}

    @classmethod
    def of(cls, folder: Path) -> History | NoHistory:
        """The history of a data folder, which need not exist any more; in a bare clone, `clone.git/data`."""
        folder = folder.absolute()
        here = next(place for place in (folder, *folder.parents) if place.is_dir())
        answer = _git(here, "rev-parse", "--is-shallow-repository", "--absolute-git-dir", "--show-prefix")
        if isinstance(answer, NoHistory):
            return answer
        shallow, git_dir, prefix = os.fsdecode(answer).split("\n")[:3]
        inside = PurePosixPath(prefix, *folder.relative_to(here).parts).as_posix()
        history = cls(Path(git_dir), "" if inside == "." else inside, shallow=shallow == "true")
        head = history._commit("HEAD")
        if not head:
            return NoHistory("the repository has no commit yet")
        hash = history._tree_hash(head, history.folder)
        missing = NoHistory(f"the folder {history.folder} is not in the repository's last commit")
        return hash if isinstance(hash, NoHistory) else history if hash else missing

    def revision(self, name: str) -> Revision:
        """The version that a commit, branch, tag or anything like `HEAD~2` names; raises UsageError for another."""
        found = self._found(name)
        if found is None:
            raise UsageError(f"git knows no version {name!r}; {self._known(name)}")
        return replace(found, name="" if found.commit.startswith(name) else name)

    def at_meeting(self, day: date, zone: ZoneInfo) -> Revision | NoHistory:
        """The version that a meeting had before it: its tag `meeting/<day>`, wherever that points to.

        Without one it is the last commit on the first-parent line of HEAD before the end of that day in `zone`.
        """
        name = f"meeting/{day.isoformat()}"
        if f"refs/tags/{name}" in self._refs:
            tagged = self._found(f"refs/tags/{name}")
            return replace(tagged, name=name) if tagged else NoHistory(f"the tag {name} leads to no commit to be read")
        if isinstance(self._line, NoHistory):
            return self._line
        line = (commit.revision for commit in self._line)
        until = (revision for revision in line if revision.date.astimezone(zone).date() <= day)
        begins = self.begins(zone)
        return next(until, None) or (begins if isinstance(begins, NoHistory) else self._begins_after(begins))

    def begins(self, zone: ZoneInfo) -> date | NoHistory:
        """The day in `zone` of the first commit that there is on the first-parent line of HEAD."""
        return self._line if isinstance(self._line, NoHistory) else self._line[-1].revision.date.astimezone(zone).date()

    def ends(self, zone: ZoneInfo) -> date | NoHistory:
        """The day in `zone` of the last commit on that line: that of the version that is here."""
        return self._line if isinstance(self._line, NoHistory) else self._line[0].revision.date.astimezone(zone).date()

    def tree(self, revision: Revision) -> Tree | NoHistory:
        """The data folder's files in a version; the very same tree where two versions have the same files.

        Where the folder had another name then, it is read by that one.
        """
        version = f"version {revision.name or revision.short}"
        for folder in self._folders():
            hash = self._tree_hash(revision.commit, folder)
            tree = hash if isinstance(hash, NoHistory) else self._read(hash, folder) if hash else None
            if isinstance(tree, NoHistory):
                return NoHistory(f"{version} cannot be read: {tree.reason}")
            if tree is not None:
                return tree
        return NoHistory(f"{version} has no folder {self.folder}")

    def revisions_of(self, path: str) -> list[Revision] | NoHistory:
        """The first-parent commits that changed a file of the data folder, newest first; renames are followed.

        Of a shallow clone's first commit nobody knows what it changed: it is left out.
        """
        if isinstance(self._changed, NoHistory):
            return self._changed
        known = [commit for commit in self._changed if commit.has_parents or not self.shallow]
        return [revision for _, revision, _ in _touching(known, [path])]

    def contents_of(self, paths: Iterable[str]) -> Mapping[str, list[tuple[Revision, bytes]]] | NoHistory:
        """What files held after each commit that changed them, newest first, by their paths now; renames are followed.

        Of a shallow clone the last is what they held at its first commit. A commit that took a file away is left out.
        """
        if isinstance(self._changed, NoHistory):
            return self._changed
        wanted = [*_touching(self._changed, paths)]
        names = [(revision.commit, name) for _, revision, name in wanted]
        contents = self._files(dict.fromkeys(names))
        if isinstance(contents, NoHistory):
            return contents
        found: dict[str, list[tuple[Revision, bytes]]] = {}
        for (path, revision, _), key in zip(wanted, names, strict=True):
            if key in contents:
                found.setdefault(path, []).append((revision, contents[key]))
        return found

    def _files(self, wanted: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], bytes] | NoHistory:
        """The contents of files by commit and path, those that are there, from one process."""
        asked = [(key, posixpath.join(folder, key[1])) for key in wanted for folder in self._folders()]
        answer = self._objects(f"{commit}:{path}" for (commit, _), path in asked)
        if isinstance(answer, NoHistory):
            return answer
        found = dict[tuple[str, str], bytes]()
        for (key, _), content in zip(asked, answer, strict=True):
            if content is not None:
                found.setdefault(key, content)
        return found

    def _objects(self, names: Iterable[str]) -> list[bytes | None] | NoHistory:
        """What each file of git's holds, None where there is no such file; from one process."""
        asked = [*names]
        answer = self._run("cat-file", "--batch", given="".join(f"{name}\n" for name in asked).encode())
        if isinstance(answer, NoHistory):
            return answer
        stream, found = io.BytesIO(answer), list[bytes | None]()
        for _ in asked:
            head = stream.readline().rsplit(maxsplit=2)
            is_there = len(head) == 3 and head[2].isdigit()
            content = stream.read(int(head[2])) if is_there else b""
            if is_there:
                stream.readline()
            found.append(content if is_there and head[1] == b"blob" else None)
        return found

    @cached_property
    def _refs(self) -> frozenset[str]:
        answer = self._run("for-each-ref", "--format=%(refname)")
        return frozenset() if isinstance(answer, NoHistory) else frozenset(_text(answer).splitlines())

    @cached_property
    def _line(self) -> list[Commit] | NoHistory:
        return self._log("--first-parent", "HEAD", "--")

    @cached_property
    def _changed(self) -> list[Commit] | NoHistory:
        folders = [*self._folders()]
        wanted = [] if "" in folders else folders
        commits = self._log("--first-parent", "-m", "--name-status", "-M", "HEAD", "--", *wanted)
        if isinstance(commits, NoHistory):
            return commits
        return [replace(commit, touched=tuple(_inside(folders, commit.touched))) for commit in commits]

    @cached_property
    def _former(self) -> list[str]:
        """The names that the data folder had before, newest first: where its partnership.yml was moved from."""
        own = posixpath.join(self.folder, PARTNERSHIP)
        commits = self._log("--follow", "--name-status", "-M", "--diff-filter=R", "HEAD", "--", own)
        moved = [] if isinstance(commits, NoHistory) else [file.old for c in commits for file in c.touched]
        return [posixpath.dirname(path) for path in moved if posixpath.basename(path) == PARTNERSHIP]

    def _folders(self) -> Iterator[str]:
        yield self.folder
        yield from dict.fromkeys(folder for folder in self._former if folder != self.folder)

    def _read(self, hash: str, folder: str) -> Tree | NoHistory:
        if hash in self._trees:
            return self._trees[hash]
        answer = self._run("ls-tree", "-r", "-z", hash)
        if isinstance(answer, NoHistory):
            return answer
        entries = [entry for line in _text(answer).split("\0") if (entry := _entry(line))]
        # most files are the same in most versions: each is read, and its bytes are held, once
        new = [*dict.fromkeys(entry.hash for entry in entries if entry.hash not in self._blobs)]
        contents = self._objects(new) if new else []
        if isinstance(contents, NoHistory):
            return contents
        if None in contents:
            return NoHistory(f"the file {new[contents.index(None)][:7]} is not in the repository")
        self._blobs |= {name: content for name, content in zip(new, contents, strict=True) if content is not None}
        files = {entry.path: self._blobs[entry.hash] for entry in entries if not entry.is_link}
        links = {entry.path: _text(self._blobs[entry.hash]) for entry in entries if entry.is_link}
        return self._trees.setdefault(hash, Tree(with_links(files, links), folder or "."))

    def _found(self, name: str) -> Revision | None:
        """The revision that a name leads to; None when it leads to none, or to one that cannot be read."""
        commit = self._commit(name)
        found = self._log("--no-walk", commit, "--") if commit else []
        return None if isinstance(found, NoHistory) or not found else found[0].revision

    def _commit(self, name: str) -> str:
        """The hash of the commit that a name leads to; empty when it leads to none."""
        if not name or name.startswith("-") or "\0" in name:
            return ""
        answer = self._run("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        return "" if isinstance(answer, NoHistory) else _text(answer).strip()

    def _tree_hash(self, commit: str, folder: str) -> str | NoHistory:
        """The hash of a folder in a commit; empty where there is none."""
        if not folder:
            answer = self._run("rev-parse", "--verify", f"{commit}^{{tree}}")
            return answer if isinstance(answer, NoHistory) else _text(answer).strip()
        answer = self._run("ls-tree", "-d", "-z", commit, "--", folder)
        if isinstance(answer, NoHistory):
            return answer
        _, kind, hash = [*_text(answer).partition("\t")[0].split(" "), "", "", ""][:3]
        return hash if kind == "tree" else ""

    def _log(self, *arguments: str) -> list[Commit] | NoHistory:
        answer = self._run("log", "-z", FORMAT, *arguments)
        return answer if isinstance(answer, NoHistory) else commits_of(_text(answer))

    def _run(self, *arguments: str, given: bytes = b"") -> bytes | NoHistory:
        return _git(self._git_dir, f"--git-dir={self._git_dir}", "--literal-pathspecs", *arguments, given=given)

    def _known(self, name: str) -> str:
        refs = (ref.split("/", 2) for ref in sorted(self._refs))
        known = [ref[2] for ref in refs if len(ref) == 3 and ref[1] in ("heads", "tags", "remotes")]
        close = nearest(name, known)
        shallow = f"; this copy of the repository is shallow, {_UNSHALLOW}" if self.shallow else ""
        return (f"did you mean {close}? " if close else "") + "there are: " + ", ".join([*known, "HEAD"]) + shallow

    def _begins_after(self, first: date) -> NoHistory:
        begins = f"begins on {first.day} {Month.containing(first).words}, after the meeting"
        if self.shallow:
            return NoHistory(f"this copy of the repository is shallow and {begins}; {_UNSHALLOW}")
        return NoHistory(f"the history {begins}")


def write_repository(folder: Path, stream: bytes) -> None:
    """A new repository in `folder`, its branch main checked out, from a stream as `git fast-import` reads it.

    Raises UsageError when git cannot do so.
    """
    steps = (
        (("init", "--quiet", "--template=", "--initial-branch=main", "--object-format=sha1"), b""),
        (("fast-import", "--quiet"), stream),
        (("reset", "--quiet", "--hard", "main"), b""),
    )
    for arguments, given in steps:
        if isinstance(answer := _git(folder, *arguments, given=given), NoHistory):
            raise UsageError(f"no repository can be written to {folder}: {answer.reason}")


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes | NoHistory:
    """What git answers in a folder, in plain English and by its plain rules, or why it does not."""
    settings = [part for setting in _PLAIN for part in ("-c", setting)]
    try:
        ran = subprocess.run(
            ["git", "--no-pager", *settings, *arguments],
            cwd=folder,
            env=_environment(os.environ),
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        return NoHistory("git is not installed")
    except subprocess.TimeoutExpired:
        return NoHistory(f"git gave no answer within {_SECONDS} seconds")
    except (OSError, ValueError) as error:
        return NoHistory(f"git cannot be run: {error}")
    return NoHistory(_reason(_text(ran.stderr))) if ran.returncode else ran.stdout


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    kept = {
        name: value
        for name, value in given.items()
        if not name.startswith("GIT_") or (name.startswith(_KEPT) and name != _LOST)
    }
    own = {"LC_ALL": "C", "GIT_ATTR_NOSYSTEM": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    return kept | own


def _reason(messages: str) -> str:
    """Why git failed, in our words where we have some, else in its own first ones."""
    lines = [line.strip() for line in messages.splitlines() if line.strip()] or ["git said nothing"]
    said = next((line for line in lines if line.startswith(("fatal: ", "error: "))), lines[0])
    ours = (reason for sign, reason in _REASONS if sign in messages)
    return next(ours, said.removeprefix("fatal: ").removeprefix("error: "))


class _Entry(NamedTuple):
    """A file in a version, or a link to another."""

    path: str
    hash: str
    is_link: bool


def _entry(line: str) -> _Entry | None:
    """A line of what `git ls-tree` lists; None for another repository within this one, which is nobody's file."""
    facts, _, path = line.partition("\t")
    mode, kind, hash = [*facts.split(" "), "", "", ""][:3]
    return _Entry(path, hash, mode == _LINK) if kind == "blob" else None


def _touching(commits: list[Commit], paths: Iterable[str]) -> Iterator[tuple[str, Revision, str]]:
    """Each commit that changed one of the files, newest first: the file's path now, the commit, its path then."""
    called = {path: path for path in paths}
    for commit in commits:
        hit, moved = dict[str, str](), dict[str, str]()
        for file in commit.touched:
            for name in (file.new, file.old):
                if name in called and not file.is_same:
                    hit.setdefault(called[name], file.new or name)
            if file.new in called and file.old:
                moved[file.new] = file.old
        yield from ((path, commit.revision, name) for path, name in hit.items())
        called = {moved.get(name, name): path for name, path in called.items()} if moved else called


def _inside(folders: list[str], touched: tuple[Touched, ...]) -> Iterator[Touched]:
    """The files within the data folder, by their paths in it; one that only moved with the folder is the same."""
    for file in touched:
        old, new = _within(folders, file.old), _within(folders, file.new)
        if old or new:
            yield Touched(old, new, is_same=file.is_same and old == new)


def _within(folders: list[str], path: str) -> str:
    """A path relative to the first of the folders that it lies in; empty when it lies in none."""
    bases = (f"{folder}/" if folder else "" for folder in folders)
    return next((path.removeprefix(base) for base in bases if path.startswith(base)), "")


def _text(answer: bytes) -> str:
    return answer.decode("utf-8", "replace")
