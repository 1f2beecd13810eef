"""Three sites of one partnership: made by our hook, of the same pages already written, and of plain prose as long.

`python -m benchmarks.sites FOLDER GROUPS MEETINGS INDICATORS MONTHS` writes them and prints a page's mean size in KB:
in a process of its own, because the memory of a process that starts others counts as theirs.
"""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks import partnership
from benchmarks.shape import Shape
from cspsite.pages import menu, site_of, write_site
from cspsite.pages.navigation import WRITTEN
from cspsite.publication import read

_ROOT = Path(__file__).parent.parent
_TODAY = date(2025, 1, 1)
_PROSE = (
    "Officers have visited every address in the two streets that were hit most often, and left advice in writing. "
    "The strategy has been agreed by the partnership, and an evaluation of what it saves is underway. "
    "Workers in the community settled the quarrels between the older groups, and schools report fewer of them.\n\n"
)


@dataclass(frozen=True, slots=True)
class Sites:
    """Where the three sites are: each a folder with its mkdocs.yml, one with the data folder too."""

    hook: Path
    written: Path
    plain: Path

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.hook / "data"


def sites_in(folder: Path) -> Sites:
    """The three sites below a folder."""
    return Sites(folder / "hook", folder / "written", folder / "plain")


def make(shape: Shape, sites: Sites) -> float:
    """Write all that the builds read, with this repository's theme and menu; a page's mean size in KB."""
    hook, written, plain = sites.hook, sites.written, sites.plain
    partnership.write(shape, sites.data)
    docs = hook / "docs"
    docs.mkdir(parents=True)
    for name, title in WRITTEN.items():
        (docs / name).write_text(f"# {title}\n", encoding="utf-8")
    publication = read(partnership.tree(shape), _TODAY)
    write_site(publication, docs, written / "docs")
    shutil.copytree(written / "docs", plain / "docs")
    pages = sorted((plain / "docs").rglob("*.md"))
    size = sum(page.stat().st_size for page in pages) / len(pages) / 1000
    for page in pages:
        page.write_text(_plain(page.read_text(encoding="utf-8")), encoding="utf-8")
    nav = menu(site_of(publication))
    _configure(hook, hooks=[str(_ROOT / "hooks" / "mkdocs_hooks.py")])
    _configure(written, hooks=[], nav=nav)
    _configure(plain, hooks=[], nav=nav)
    return size


def _plain(page: str) -> str:
    """A page's front matter, and below it a heading and as many bytes of prose as the page has."""
    before, front, _ = page.split("---\n", 2) if page.startswith("---\n") else ("", "", "")
    start = f"---\n{front}---\n\n# A page of prose\n\n"
    missing = max(len(page.encode()) - len(start), 0)
    return before + start + (_PROSE * (missing // len(_PROSE) + 1))[:missing]


def _configure(folder: Path, **settings: object) -> None:
    """The repository's own mkdocs.yml with other folders; JSON is YAML too."""
    inherited = {
        "INHERIT": str(_ROOT / "mkdocs.yml"),
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": str(_ROOT / "hooks" / "theme")},
        "watch": [],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(inherited | settings), encoding="utf-8")


if __name__ == "__main__":
    print(make(Shape(*map(int, sys.argv[2:])), sites_in(Path(sys.argv[1]))))
