"""A tree of files, `path -> bytes`: from a folder now, from a git revision alike."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cspsite.errors import UsageError

#: Files that editors and file managers leave behind, which are nobody's data.
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"}


@dataclass(frozen=True)
class Tree:
    """The data folder's files by path relative to it; `name` is the folder's own path, for messages."""

    files: Mapping[str, bytes]
    name: str = "data"


def read_folder(folder: Path) -> Tree:
    """Every file below `folder`; raises UsageError when there is no such folder."""
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder} to read; run this where data/ is, or give --data")
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in _LITTER)
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return Tree(files, folder.as_posix())


def with_links(files: Mapping[str, bytes], links: Mapping[str, str]) -> dict[str, bytes]:
    """A version's files by path; a link to another of its files is that file, other links are nothing."""
    places = {path: posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) for path, to in links.items()}
    found = {**files, **{path: files[to] for path, to in places.items() if to in files}}
    return {path: found[path] for path in sorted(found) if posixpath.basename(path) not in _LITTER}
