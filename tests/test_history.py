"""The versions of a data folder in git: which one a meeting had, and what each holds."""

from __future__ import annotations

import ast
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cspsite import history as module
from cspsite.errors import UsageError
from cspsite.history import History, NoHistory, Revision, write_repository
from cspsite.load import load
from cspsite.tree import Tree, read_folder
from tests import builders
from tests.repositories import commit, git, merge, repository

LONDON = ZoneInfo("Europe/London")
MEETING = date(2006, 9, 11)
COUNTS = "data/indicators/burglary.csv"
#: Versions of a data folder, by their tags: one commit each, on the day before a meeting.
VERSIONS = {
    "meeting/2006-09-11": ("2006-09-10 12:00 +0100", {"data/partnership.yml": "a", COUNTS: "1\n2\n3\n4\n"}),
    "meeting/2006-11-13": ("2006-11-12 12:00 +0000", {COUNTS: "1\n2\n3\n5\n"}),
    "meeting/2007-01-08": ("2007-01-07 12:00 +0000", {"README.md": "not data"}),
}


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """Return a repository with three versions of the data folder, one commit and tag each."""
    repo = repository(tmp_path / "a repo, größer")
    for tag, (when, files) in VERSIONS.items():
        commit(repo, when, files, f"For {tag}")
        git(repo, "tag", tag)
    return repo


def history_of(folder: Path) -> History:
    """Return a folder's history, which must be there."""
    found = History.of(folder)
    assert isinstance(found, History), found
    return found


def reason(found: object) -> str:
    """Return why something is not there."""
    assert isinstance(found, NoHistory), found
    return found.reason


def revision(found: Revision | NoHistory) -> Revision:
    """Return a revision, which must be there."""
    assert isinstance(found, Revision), found
    return found


def files(found: Tree | NoHistory) -> dict[str, str]:
    """Return the files of a tree, which must be there."""
    assert isinstance(found, Tree), found
    return {path: content.decode() for path, content in found.files.items()}


def subjects(found: list[Revision] | NoHistory) -> list[str]:
    """Return what revisions are called."""
    assert isinstance(found, list), found
    return [each.subject for each in found]


# Whether there is a history


def test_only_history_runs_programs() -> None:
    """No other module of the package starts a process, and this one does so in one function."""
    package = Path(module.__file__).parent
    assert [path.name for path in package.rglob("*.py") if "subprocess" in path.read_text("utf-8")] == ["history.py"]
    nodes = ast.walk(ast.parse(Path(module.__file__).read_text("utf-8")))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if "subprocess.run" in ast.unparse(node)] == ["_git"]


def test_no_git(repo: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where git is not on the PATH, there is no history, and the reason is told."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert reason(History.of(repo / "data")) == "git is not installed"


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder outside any repository has no history."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "data").mkdir()
    assert reason(History.of(tmp_path / "data")) == "the data are in no git repository"


def test_no_commit(tmp_path: Path) -> None:
    """A repository that was only begun has no history."""
    repo = repository(tmp_path / "repo")
    assert reason(History.of(repo / "data")) == "the repository has no commit yet"


def test_folder_never_committed(repo: Path) -> None:
    """A folder that lies in a repository without being committed has no history."""
    (repo / "other/data").mkdir(parents=True)
    assert reason(History.of(repo / "other/data")) == "the folder other/data is not in the repository's last commit"


def test_git_that_gives_no_answer(repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A git that hangs is given up after a while."""
    slow = tmp_path / "bin/git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(slow.parent), prepend=":")
    monkeypatch.setattr(module, "_SECONDS", 0.2)
    assert reason(History.of(repo / "data")) == "git gave no answer within 0.2 seconds"


# Versions by name


@pytest.mark.parametrize(
    "name, tag",
    [
        ("main", "meeting/2007-01-08"),
        ("HEAD", "meeting/2007-01-08"),
        ("HEAD~2", "meeting/2006-09-11"),
        ("meeting/2006-11-13", "meeting/2006-11-13"),
    ],
)
def test_revision_by_name(repo: Path, name: str, tag: str) -> None:
    """A branch, a tag and a way back from one lead to a commit, with its subject and the name it was asked by."""
    found = history_of(repo / "data").revision(name)
    assert (found.commit, found.subject, found.name) == (git(repo, "rev-parse", tag), f"For {tag}", name)


def test_revision_by_hash(repo: Path) -> None:
    """A hash, whole or abbreviated, is no name; the date is aware, and the committer's."""
    head = commit(repo, "2007-01-09 23:30 -0500", {}, written="2001-01-01 00:00 +0000")
    found = history_of(repo / "data").revision(head[:10])
    assert found == Revision(head, head[:7], datetime(2007, 1, 10, 4, 30, tzinfo=UTC), "Of 2007-01-09 23:30 -0500", "")


@pytest.mark.parametrize("name", ["meeting/2006-09-12", "--all", "", "a\0b", "main:data/partnership.yml", "-n1"])
def test_revision_unknown(repo: Path, name: str) -> None:
    """A name that leads to no commit is refused with what there is; nothing of it is taken as an option."""
    with pytest.raises(UsageError, match=r"there are: main, meeting/2006-09-11, .*, HEAD$"):
        history_of(repo / "data").revision(name)


def test_revision_misspelt(repo: Path) -> None:
    """For a slip of the pen the nearest name is proposed."""
    with pytest.raises(UsageError, match=r"did you mean meeting/2006-09-11\?"):
        history_of(repo / "data").revision("meting/2006-09-11")


# The version of a meeting


def test_meeting_with_a_tag(repo: Path) -> None:
    """A tag decides, whatever the dates say, and is the version's name."""
    git(repo, "tag", "--force", "meeting/2006-09-11", "HEAD~1")
    found = revision(history_of(repo / "data").at_meeting(MEETING, LONDON))
    assert (found.name, found.subject) == ("meeting/2006-09-11", "For meeting/2006-11-13")


def test_meeting_with_an_annotated_tag(repo: Path) -> None:
    """A tag with a message leads to its commit, with the commit's own date."""
    git(repo, "tag", "--delete", "meeting/2006-09-11")
    git(repo, "tag", "--annotate", "-m", "As the board saw it", "meeting/2006-09-11", "HEAD~2")
    found = revision(history_of(repo / "data").at_meeting(MEETING, LONDON))
    assert (found.subject, found.date) == ("For meeting/2006-09-11", datetime(2006, 9, 10, 11, tzinfo=UTC))


def test_meeting_with_a_tag_on_another_branch(repo: Path) -> None:
    """A tag counts wherever it points to, also outside the history of HEAD."""
    git(repo, "switch", "--quiet", "--create", "aside", "HEAD~2")
    aside = commit(repo, "2006-09-10 13:00 +0100", {COUNTS: "9\n"})
    git(repo, "tag", "--force", "meeting/2006-09-11")
    git(repo, "switch", "--quiet", "main")
    history = history_of(repo / "data")
    assert revision(history.at_meeting(MEETING, LONDON)).commit == aside
    assert files(history.tree(revision(history.at_meeting(MEETING, LONDON))))["indicators/burglary.csv"] == "9\n"


def test_branch_is_no_tag(repo: Path) -> None:
    """A branch that is called like a meeting's tag is not taken for it."""
    git(repo, "tag", "--delete", "meeting/2006-09-11")
    git(repo, "branch", "meeting/2006-09-11", "HEAD")
    found = revision(history_of(repo / "data").at_meeting(MEETING, LONDON))
    assert (found.name, found.subject) == ("", "For meeting/2006-09-11")


def test_tag_that_leads_to_no_commit(repo: Path) -> None:
    """A tag on a file is not passed over in silence."""
    git(repo, "tag", "--force", "meeting/2006-09-11", "HEAD:README.md")
    assert "tag meeting/2006-09-11" in reason(history_of(repo / "data").at_meeting(MEETING, LONDON))


@pytest.mark.parametrize(
    "when, zone, counts",
    [
        # summer time: midnight in London is 23:00 UTC
        ("2006-09-11 22:59:59 +0000", "Europe/London", True),
        ("2006-09-11 23:00:00 +0000", "Europe/London", False),
        ("2006-09-11 23:00:00 +0000", "UTC", True),
        ("2006-09-12 00:00:00 +0000", "UTC", False),
        # 23:30 in New York is after midnight in London
        ("2006-09-11 23:30:00 -0400", "Europe/London", False),
        ("2006-09-11 23:30:00 -0400", "America/New_York", True),
        # already the 12th where it was committed, still the 11th in London
        ("2006-09-12 07:00:00 +1200", "Europe/London", True),
    ],
)
def test_meeting_without_a_tag(tmp_path: Path, when: str, zone: str, counts: bool) -> None:
    """The last commit before the end of the meeting's day in the partnership's zone counts, by the committer's date."""
    repo = repository(tmp_path / "repo")
    first = commit(repo, "2006-09-01 12:00 +0100", {"data/partnership.yml": "a"})
    second = commit(repo, when, {"data/partnership.yml": "b"}, written="2006-01-01 12:00 +0000")
    commit(repo, "2006-10-01 12:00 +0100", {"data/partnership.yml": "c"})
    found = revision(history_of(repo / "data").at_meeting(MEETING, ZoneInfo(zone)))
    assert found.commit == (second if counts else first)


def test_meeting_only_the_first_parent_counts(tmp_path: Path) -> None:
    """What was written on a branch before the meeting but merged after it, the board did not see."""
    repo = repository(tmp_path / "repo")
    first = commit(repo, "2006-09-01 12:00 +0100", {"data/partnership.yml": "a"})
    git(repo, "switch", "--quiet", "--create", "late")
    commit(repo, "2006-09-10 12:00 +0100", {"data/late.md": "late"})
    git(repo, "switch", "--quiet", "main")
    merged = merge(repo, "2006-09-13 12:00 +0100", "late", "Merge pull request #2 from a/late\n\nThe late report")
    history = history_of(repo / "data")
    assert revision(history.at_meeting(MEETING, LONDON)).commit == first
    assert revision(history.at_meeting(date(2006, 9, 13), LONDON)).commit == merged
    assert subjects(history.revisions_of("late.md")) == ["The late report"]


def test_history_begins_after_the_meeting(repo: Path) -> None:
    """A meeting before the first commit has no version, and the reason says when the history begins."""
    found = history_of(repo / "data").at_meeting(date(2006, 9, 9), LONDON)
    assert reason(found) == "the history begins on 10 September 2006, after the meeting"


def test_shallow_clone(repo: Path, tmp_path: Path) -> None:
    """A shallow clone says that it is one, has its own commit, and owns up to what it does not know."""
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repo}", "shallow")
    history = history_of(tmp_path / "shallow/data")
    assert (history.shallow, history_of(repo / "data").shallow) == (True, False)
    assert revision(history.at_meeting(date(2007, 2, 1), LONDON)).subject == "For meeting/2007-01-08"
    assert reason(history.at_meeting(MEETING, LONDON)) == (
        "this copy of the repository is shallow and begins on 7 January 2007, after the meeting; "
        "`git fetch --unshallow` gets the rest"
    )
    assert subjects(history.revisions_of("indicators/burglary.csv")) == []
    with pytest.raises(UsageError, match="is shallow, `git fetch --unshallow` gets the rest"):
        history.revision("HEAD~1")


# What a version holds


def test_tree_of_a_version(repo: Path) -> None:
    """A version's files are those of the data folder alone, by their paths in it, as the loader takes them."""
    history = history_of(repo / "data")
    tree = history.tree(history.revision("HEAD~1"))
    assert files(tree) == {"partnership.yml": "a", "indicators/burglary.csv": "1\n2\n3\n5\n"}
    assert isinstance(tree, Tree)
    assert tree.name == "data"


def test_tree_is_read_once(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two commits with the same data have the very same tree, and their files are read once."""
    asked = list[str]()
    real = module._git

    def counting(folder: Path, *arguments: str, given: bytes = b"") -> bytes | NoHistory:
        asked.extend(one for one in arguments if one == "cat-file")
        return real(folder, *arguments, given=given)

    monkeypatch.setattr(module, "_git", counting)
    history = history_of(repo / "data")
    trees = [history.tree(history.revision(name)) for name in ("HEAD", "HEAD~1", "HEAD~2", "HEAD")]
    assert trees[0] is trees[1] is trees[3]
    assert trees[0] is not trees[2]
    assert asked == ["cat-file", "cat-file"]


def test_same_files_are_held_once(repo: Path) -> None:
    """A file that two versions share is in memory once."""
    commit(repo, "2007-02-01 12:00 +0000", {"data/glossary.yml": "CCTV: cameras\n"})
    commit(repo, "2007-02-02 12:00 +0000", {COUNTS: "1\n2\n"})
    history = history_of(repo / "data")
    old, new = (history.tree(history.revision(name)) for name in ("HEAD~1", "HEAD"))
    assert isinstance(old, Tree)
    assert isinstance(new, Tree)
    assert old.files["glossary.yml"] is new.files["glossary.yml"]


def test_version_loads_like_the_folder(tmp_path: Path) -> None:
    """The loader makes the same records of a committed version as of the folder it was committed from."""
    repo = repository(tmp_path / "repo")
    content = {f"data/{path}": str(text) for path, text in builders.MINIMAL.items()}
    commit(repo, "2006-09-10 12:00 +0100", content | {"data/.gitkeep": "", "data/reports/.DS_Store": "x"})
    history = history_of(repo / "data")
    tree = history.tree(history.revision("HEAD"))
    assert isinstance(tree, Tree)
    assert tree.files == read_folder(repo / "data").files
    assert load(tree).data == load(read_folder(repo / "data")).data is not None


def test_version_without_a_partnership(repo: Path) -> None:
    """A version whose partnership cannot be read is a tree all the same; loading it gives no data."""
    commit(repo, "2007-02-01 12:00 +0000", {"data/partnership.yml": "name: [\n"})
    history = history_of(repo / "data")
    tree = history.tree(history.revision("HEAD"))
    assert isinstance(tree, Tree)
    assert load(tree).data is None


@pytest.mark.parametrize("folder", ["da ta/ü/*", ":(top)x", "-data", "[a]/data", "{a}^{}"])
def test_odd_names_of_folders(tmp_path: Path, folder: str) -> None:
    """Spaces, letters of any language and signs that git gives a meaning are a folder's name like any other."""
    repo = repository(tmp_path / "repo")
    commit(repo, "2006-09-10 12:00 +0100", {f"{folder}/é ü.csv": "a", "other.csv": "b"}, "One")
    history = history_of(repo / folder)
    assert (history.folder, files(history.tree(history.revision("HEAD")))) == (folder, {"é ü.csv": "a"})
    assert subjects(history.revisions_of("é ü.csv")) == ["One"]


def test_data_at_the_root(repo: Path) -> None:
    """The root of a repository may itself be the data folder."""
    history = history_of(repo)
    assert history.folder == ""
    assert set(files(history.tree(history.revision("HEAD")))) == {"README.md", "data/partnership.yml", COUNTS}
    assert subjects(history.revisions_of("README.md")) == ["For meeting/2007-01-08"]


def test_folder_that_is_gone(repo: Path) -> None:
    """A folder that is no longer on disk, but in the last commit, has its history."""
    shutil.rmtree(repo / "data")
    history = history_of(repo / "data")
    assert "partnership.yml" in files(history.tree(history.revision("HEAD")))


def test_worktree(repo: Path, tmp_path: Path) -> None:
    """A linked work tree has its own HEAD, and the repository's tags."""
    git(repo, "worktree", "add", "--quiet", str(tmp_path / "tree"), "meeting/2006-09-11")
    history = history_of(tmp_path / "tree/data")
    assert history.revision("HEAD").subject == "For meeting/2006-09-11"
    assert revision(history.at_meeting(date(2006, 11, 13), LONDON)).name == "meeting/2006-11-13"
    assert files(history.tree(history.revision("HEAD")))["indicators/burglary.csv"] == "1\n2\n3\n4\n"


def test_bare_clone(repo: Path, tmp_path: Path) -> None:
    """In a clone without files the data folder is named as if it lay in it."""
    git(tmp_path, "clone", "--quiet", "--bare", str(repo), "bare.git")
    history = history_of(tmp_path / "bare.git/data")
    assert files(history.tree(history.revision("HEAD~2")))["indicators/burglary.csv"] == "1\n2\n3\n4\n"


def test_renamed_folder(repo: Path) -> None:
    """Versions from before the data folder got its name are read by its former one."""
    git(repo, "mv", "data", "records")
    commit(repo, "2007-02-01 12:00 +0000", {}, "Move")
    (repo / "site").mkdir()
    git(repo, "mv", "records", "site/data")
    commit(repo, "2007-02-02 12:00 +0000", {"site/data/indicators/burglary.csv": "1\n2\n3\n6\n"}, "Move again")
    history = history_of(repo / "site/data")
    old = history.tree(history.revision("meeting/2006-09-11"))
    assert files(old) == {"partnership.yml": "a", "indicators/burglary.csv": "1\n2\n3\n4\n"}
    assert isinstance(old, Tree)
    assert old.name == "data"
    assert subjects(history.revisions_of("indicators/burglary.csv")) == [
        "Move again", "For meeting/2006-11-13", "For meeting/2006-09-11",
    ]  # fmt: skip


def test_version_before_the_folder(tmp_path: Path) -> None:
    """A version from before there was a data folder has no tree, and the reason names both."""
    repo = repository(tmp_path / "repo")
    first = commit(repo, "2006-01-01 12:00 +0000", {"README.md": "a"})
    commit(repo, "2006-09-10 12:00 +0100", {"data/partnership.yml": "a"})
    history = history_of(repo / "data")
    assert reason(history.tree(history.revision(first))) == f"version {first[:7]} has no folder data"
    assert reason(history.tree(history.revision("HEAD~1"))) == "version HEAD~1 has no folder data"


def test_entries_that_are_no_files(repo: Path, hostile: Path) -> None:
    """A link to a file is that file; other links and submodules are nothing; a file kept in LFS is its pointer."""
    data = repo / "data"
    (data / "linked.csv").symlink_to("indicators/burglary.csv")
    (data / "dead.csv").symlink_to("nowhere.csv")
    (data / "loop.csv").symlink_to("loop.csv")
    (data / "outside.csv").symlink_to("../README.md")
    (data / "folder").symlink_to("indicators")
    head = git(repo, "rev-parse", "HEAD")
    (data / "large.csv").write_text("version https://git-lfs.github.com/spec/v1\n")
    (data / ".gitattributes").write_text("large.csv filter=lfs\nindicators/*.csv text\n")
    git(repo, "add", "--all")
    git(repo, "update-index", "--add", "--cacheinfo", f"160000,{head},data/module")
    dates = {"GIT_AUTHOR_DATE": "2007-02-01 12:00 +0000", "GIT_COMMITTER_DATE": "2007-02-01 12:00 +0000"}
    git(repo, "commit", "--quiet", "-m", "Odd entries", **dates)
    history = history_of(data)
    found = files(history.tree(history.revision("HEAD")))
    assert set(found) == {".gitattributes", "indicators/burglary.csv", "large.csv", "linked.csv", "partnership.yml"}
    assert found["linked.csv"] == "1\n2\n3\n5\n"
    assert found["large.csv"].startswith("version https://git-lfs")
    assert not hostile.exists()


def _break(repo: Path, name: str) -> None:
    """Put rubbish in the place of an object."""
    hash = git(repo, "rev-parse", name)
    file = repo / ".git/objects" / hash[:2] / hash[2:]
    file.chmod(0o644)
    file.write_bytes(b"rubbish")


@pytest.mark.parametrize("object", ["HEAD~2:data/indicators/burglary.csv", "HEAD~2:data", "HEAD~2^{tree}"])
def test_broken_object(repo: Path, object: str) -> None:
    """A version that holds an object that git cannot read is named as such; the others are read."""
    _break(repo, object)
    history = history_of(repo / "data")
    broken = history.tree(revision(history.at_meeting(MEETING, LONDON)))
    assert reason(broken).startswith("version meeting/2006-09-11 cannot be read: ")
    assert "partnership.yml" in files(history.tree(history.revision("HEAD")))


def test_broken_commit(repo: Path) -> None:
    """Where a commit of the line cannot be read, there is a reason in the place of a version."""
    _break(repo, "HEAD~1")
    history = history_of(repo / "data")
    assert reason(history.at_meeting(date(2006, 12, 1), LONDON))
    assert reason(history.at_meeting(date(2006, 11, 13), LONDON)) == (
        "the tag meeting/2006-11-13 leads to no commit to be read"
    )
    assert reason(history.revisions_of("partnership.yml"))


# What changed a file


def test_revisions_of_a_file(repo: Path) -> None:
    """The commits that changed a file are named newest first; those that changed others are not."""
    history = history_of(repo / "data")
    found = history.revisions_of("indicators/burglary.csv")
    assert subjects(found) == ["For meeting/2006-11-13", "For meeting/2006-09-11"]
    assert subjects(history.revisions_of("partnership.yml")) == ["For meeting/2006-09-11"]
    assert subjects(history.revisions_of("indicators/none.csv")) == []
    assert isinstance(found, list)
    assert [each.date for each in found] == [
        datetime(2006, 11, 12, 12, tzinfo=UTC), datetime(2006, 9, 10, 11, tzinfo=UTC),
    ]  # fmt: skip


def test_revisions_follow_a_renamed_file(repo: Path) -> None:
    """A file has the history of its former name, and the commit that renamed it."""
    git(repo, "mv", COUNTS, "data/indicators/homes.csv")
    commit(repo, "2007-02-01 12:00 +0000", {}, "Rename")
    commit(repo, "2007-02-02 12:00 +0000", {COUNTS: "0\n"}, "Another of the old name")
    found = history_of(repo / "data").revisions_of("indicators/homes.csv")
    assert subjects(found) == ["Rename", "For meeting/2006-11-13", "For meeting/2006-09-11"]


@pytest.mark.parametrize(
    "message, subject",
    [
        ("One line\nand another\n\nThe body", "One line and another"),
        ("Merge branch 'a'", "Merge branch 'a'"),
        ("Merge pull request #2 from a/b\n\nThe title\n\nThe body", "The title"),
    ],
)
def test_subject(repo: Path, message: str, subject: str) -> None:
    """A subject is the message's first paragraph; that of a merged pull request is its title."""
    commit(repo, "2007-02-01 12:00 +0000", {}, message)
    assert history_of(repo / "data").revision("HEAD").subject == subject


# What people's own settings do: nothing

_HOSTILE = """\
[core]
    quotePath = true
    autocrlf = true
    eol = crlf
    attributesFile = {folder}/attributes
    fsmonitor = {folder}/run
    pager = {folder}/run
    hooksPath = {folder}
    abbrev = 40
[color]
    ui = always
[diff]
    renames = false
    orderFile = {folder}/nowhere
    external = {folder}/run
    noprefix = true
    relative = true
[log]
    showSignature = true
    follow = true
    diffMerges = combined
    date = relative
[i18n]
    logOutputEncoding = ISO-8859-1
[init]
    templateDir = {folder}
    defaultBranch = trunk
    defaultObjectFormat = sha256
[filter "lfs"]
    smudge = {folder}/run
    process = {folder}/run
    required = true
[alias]
    log = !false
"""


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set every setting that could change an answer, or run a program; return the file that such a run would leave."""
    folder = tmp_path / "hostile"
    folder.mkdir()
    for name in ("run", "post-checkout", "reference-transaction"):
        (folder / name).write_text(f"#!/bin/sh\ntouch {folder}/ran\nexit 1\n")
        (folder / name).chmod(0o755)
    (folder / "attributes").write_text("*.yml export-ignore\n*.csv export-subst eol=crlf filter=lfs\n")
    (folder / "config").write_text(_HOSTILE.format(folder=folder))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / "config"))
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_EXTERNAL_DIFF"):
        monkeypatch.setenv(name, str(folder / "run"))
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", "'core.bare'='true'")
    monkeypatch.setenv("GIT_PREFIX", "data/")
    return folder / "ran"


def test_hostile_settings(repo: Path, hostile: Path) -> None:
    """Neither people's git settings nor a hook's environment change an answer, and none of their programs is run."""
    text = "\n".join(str(number) for number in range(40))
    commit(repo, "2007-02-01 12:00 +0000", {"data/é.csv": f"{text}\n$Format:%H$\n"}, "Ä")
    git(repo, "mv", "data/é.csv", "data/ü.csv")
    git(repo, "switch", "--quiet", "--create", "side")
    commit(repo, "2007-02-02 12:00 +0000", {}, "Rename")
    git(repo, "switch", "--quiet", "main")
    merge(repo, "2007-02-03 12:00 +0000", "side", "Merge")
    history = history_of(repo / "data")
    head = history.revision("HEAD")
    assert (len(head.commit), len(head.short)) == (40, 7)
    assert files(history.tree(head)) == {
        "partnership.yml": "a",
        "indicators/burglary.csv": "1\n2\n3\n5\n",
        "ü.csv": f"{text}\n$Format:%H$\n",
    }
    assert subjects(history.revisions_of("ü.csv")) == ["Merge", "Ä"]
    assert revision(history.at_meeting(MEETING, LONDON)).name == "meeting/2006-09-11"
    assert not hostile.exists()


STREAM = b"""\
commit refs/heads/main
committer A Person <officer@example.org> 1157886000 +0100
data 5
First
M 100644 inline data/partnership.yml
data 2
a

"""


def test_repository_is_written(tmp_path: Path, hostile: Path) -> None:
    """A stream becomes a repository with its files checked out as they are, whatever people's settings."""
    write_repository(tmp_path, STREAM)
    assert (tmp_path / "data/partnership.yml").read_bytes() == b"a\n"
    assert git(tmp_path, "status", "--porcelain", "--", "data") == ""
    assert git(tmp_path, "symbolic-ref", "HEAD") == "refs/heads/main"
    assert len(history_of(tmp_path / "data").revision("main").commit) == 40
    assert not hostile.exists()


def test_stream_that_is_none(tmp_path: Path) -> None:
    """What git cannot read is refused with git's own words."""
    with pytest.raises(UsageError, match=r"no repository can be written to .*: Unsupported command: rubbish"):
        write_repository(tmp_path, b"rubbish\n")
