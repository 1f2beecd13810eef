"""A small git repository to look at: an invented partnership with four meetings, told by demo_data/story.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

import yaml

import cspsite
from cspsite.errors import UsageError
from cspsite.history import write_repository
from cspsite.model import Record
from cspsite.pages.navigation import WRITTEN

_STORY = Path(__file__).parent / "demo_data"
#: Where cspsite is installed in place, its site's configuration and hooks lie beside the package.
_SITE = Path(cspsite.__file__).parent.parent
_WRITER = "Invented Officer <officer@example.org>"
_IGNORED = ".cache/\n__pycache__/\n/site/\n"
_ATTRIBUTES = "* text=auto eol=lf\n"
_PAGE = "---\ndescription: {title}.\n---\n\n# {title}\n\nThis demonstration has no words of its own here.\n"

_Files = dict[str, bytes]


class Edit(Record):
    """A text that stands once in a file, and what it becomes."""

    file: str
    old: str
    new: str


class Step(Record):
    """One commit of the story: when, what it is called, and what it changes.

    One on a `branch` begins where the main line is, and does not move it; a `merge` brings a branch in, and names
    what the branch changed once more.
    """

    at: datetime
    subject: str
    body: str = ""
    add: tuple[str, ...] = ()
    rename: Mapping[str, str] = {}
    replace: tuple[Edit, ...] = ()
    append: Mapping[str, str] = {}
    tag: str = ""
    tag_message: str = ""
    branch: str = ""
    merge: str = ""


def write_demo(folder: Path) -> int:
    """Write the repository to a new folder, its last version checked out; gives the number of its commits.

    Raises UsageError when the folder is there and not empty, when git cannot be run, and when the site's
    configuration is not beside the package.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already; give a new folder")
    steps = story()
    stream = b"".join(_stream(steps))
    folder.mkdir(parents=True, exist_ok=True)
    write_repository(folder, stream)
    return len(steps)


def story() -> list[Step]:
    """The commits in order of time."""
    return [Step.model_validate(step) for step in yaml.safe_load((_STORY / "story.yml").read_text("utf-8"))]


def _stream(steps: list[Step]) -> Iterator[bytes]:
    """The commits and tags, each with the whole of its files, as `git fast-import` reads them."""
    available = _folder(_STORY)
    later = {path for step in steps for path in step.add}
    files = {
        path: content for path, content in available.items() if path not in later and path != "story.yml"
    } | _site()
    marks = dict[str, int]()
    for mark, step in enumerate(steps, 1):
        changed = _changed(files, step, available)
        parents = [marks[line] for line in ("main", step.merge) if line in marks]
        yield _commit(mark, step, parents, changed)
        if step.tag:
            yield _tag(mark, step)
        marks[step.branch or "main"] = mark
        files = files if step.branch else changed


def _changed(files: _Files, step: Step, available: _Files) -> _Files:
    """The files after a step; raises KeyError and ValueError where the story does not fit them."""
    changed = {step.rename.get(path, path): content for path, content in files.items()}
    changed |= {path: available[path] for path in step.add}
    for edit in step.replace:
        text = changed[edit.file].decode()
        if text.count(edit.old) != 1:
            raise ValueError(f"{edit.old!r} stands {text.count(edit.old)} times in {edit.file}")
        changed[edit.file] = text.replace(edit.old, edit.new).encode()
    for path, text in step.append.items():
        changed[path] += text.encode()
    return changed


def _commit(mark: int, step: Step, parents: list[int], files: _Files) -> bytes:
    message = "\n\n".join(part for part in (step.subject, step.body) if part) + "\n"
    people = _person("author", step) + _person("committer", step)
    head = f"commit refs/heads/{step.branch or 'main'}\nmark :{mark}\n{people}"
    froms = "".join(f"{word} :{parent}\n" for word, parent in zip(("from", "merge"), parents, strict=False))
    blobs = (f"M 100644 inline {path}\n".encode() + _data(files[path]) for path in sorted(files))
    return head.encode() + _data(message.encode()) + froms.encode() + b"deleteall\n" + b"".join(blobs) + b"\n"


def _tag(mark: int, step: Step) -> bytes:
    if not step.tag_message:
        return f"reset refs/tags/{step.tag}\nfrom :{mark}\n\n".encode()
    head = f"tag {step.tag}\nfrom :{mark}\n{_person('tagger', step)}"
    return head.encode() + _data(f"{step.tag_message}\n".encode())


def _person(role: str, step: Step) -> str:
    return f"{role} {_WRITER} {int(step.at.timestamp())} {step.at:%z}\n"


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _site() -> _Files:
    """What MkDocs needs beside the data: our own configuration and hooks, and hand-written pages without words."""
    if not (_SITE / "mkdocs.yml").is_file() or not (_SITE / "hooks").is_dir():
        raise UsageError(
            "mkdocs.yml and hooks/ are not beside cspsite; run this in a clone, where it is installed in place"
        )
    hooks = {f"hooks/{path}": content for path, content in _folder(_SITE / "hooks").items()}
    pages = {f"docs/{name}": _PAGE.format(title=title).encode() for name, title in WRITTEN.items()}
    own = {".gitignore": _IGNORED.encode(), ".gitattributes": _ATTRIBUTES.encode()}
    return hooks | pages | own | {"mkdocs.yml": (_SITE / "mkdocs.yml").read_bytes()}


def _folder(folder: Path) -> _Files:
    paths = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
