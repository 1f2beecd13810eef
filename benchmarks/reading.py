"""What the pages of this repository's own site cost a reader, beside an empty page of plain Material."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.first_view import FirstView, first_view, typical
from benchmarks.lighthouse import Scores, installed, scores
from benchmarks.served import served
from scripts.browser import ensure_browser

_ROOT = Path(__file__).parent.parent
_PAGES = {
    "Home": "",
    "Report": "groups/keeping-our-eyes-open/reports/2006-09-11/",
    "Indicator": "indicators/domestic-burglary/",
}
_TIMES = 5
_PLAIN = "site_name: Plain\ntheme: {name: material, font: false}\n"


@dataclass(frozen=True, slots=True)
class Read:
    """A page as a reader with a slow phone meets it; `scores` is None on a machine without npm."""

    name: str
    view: FirstView
    scores: Scores | None


def measure_reading() -> list[Read]:
    """Build both sites in a folder that is thrown away and open their pages; the empty page comes first."""
    with tempfile.TemporaryDirectory(prefix="cspsite-benchmark-") as name:
        folder = Path(name)
        _build(_ROOT / "mkdocs.yml", folder / "ours")
        (folder / "docs").mkdir()
        (folder / "docs" / "index.md").write_text("# Plain\n", encoding="utf-8")
        (folder / "mkdocs.yml").write_text(_PLAIN, encoding="utf-8")
        _build(folder / "mkdocs.yml", folder / "plain")
        return [*_read(folder / "plain", {"Plain Material": ""}), *_read(folder / "ours", _PAGES)]


def _build(config: Path, out: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config), "--site-dir", str(out)]
    subprocess.run(command, check=True)


def _read(site: Path, pages: dict[str, str]) -> list[Read]:
    browser = ensure_browser()
    lighthouse = installed(_ROOT / ".cache" / "lighthouse")
    with served(site) as base, sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        views = {
            name: typical([first_view(opened, base + page) for _ in range(_TIMES)]) for name, page in pages.items()
        }
        opened.close()
        judged = {
            name: scores(lighthouse, browser, base + page) if lighthouse else None for name, page in pages.items()
        }
    return [Read(name, views[name], judged[name]) for name in pages]
