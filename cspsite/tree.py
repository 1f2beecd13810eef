"""A tree of files, `path -> bytes`: from a folder now, from a git revision alike."""

from __future__ import annotations

import io
import posixpath
import tarfile
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


def read_archive(archive: bytes) -> dict[str, bytes]:
    """Every file of a tar archive by its path; a link to another of its files is that file, other links are nothing."""
    files, links = dict[str, bytes](), dict[str, str]()
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:", encoding="utf-8", errors="replace") as tar:
        for member in tar:
            if member.isfile():
                files[member.name] = archive[member.offset_data : member.offset_data + member.size]
            elif member.issym():
                links[member.name] = posixpath.normpath(posixpath.join(posixpath.dirname(member.name), member.linkname))
    files |= {path: files[to] for path, to in links.items() if to in files}
    return {path: files[path] for path in sorted(files) if posixpath.basename(path) not in _LITTER}
