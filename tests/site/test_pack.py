"""The papers of meetings as they come out of the printer: whole, in order, tagged, with links that lead somewhere."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pikepdf
import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from cspsite.cli_options import read_publication
from cspsite.demo import write_demo
from cspsite.history import History
from cspsite.pack.built import BuiltSite
from cspsite.pack.contents import numbered
from cspsite.pack.cover import made_from
from cspsite.pack.document import Document, document
from cspsite.pack.pack import pack
from cspsite.pack.pdf import sheets
from cspsite.pack.plan import plan
from cspsite.pack.printing import Printer
from cspsite.pages import site_of
from cspsite.tree import read_folder
from scripts.browser import ensure_browser
from tests import builders, hostile
from tests.paper import Paper, paper, printed, tight
from tests.rendering import ROOT
from tests.site.conftest import BASE, build
from tests.site.test_hostile import SEEN, checkout, hostile_site

__all__ = ["checkout", "hostile_site"]  # fixtures

pytestmark = pytest.mark.browser

URL = f"https://example.org{BASE}"
#: What cannot be selected on paper, and so must not stand on it.
FOR_SCREENS = ["Explore this chart", "Copy", "Write the next update", "Table of this chart", "¶", "Edit this page"]
FOR_SCREENS += [
    "rite the update",
    "Skip to content",
    "Follow by feed",
    "Figures for this target, with their workings",
    "Printed from",
]


@dataclass(frozen=True)
class Pack:
    """The papers of one meeting: what was printed, the same with tags on what is read as one, and the file."""

    document: Document
    paper: Paper
    marked: Paper
    content: bytes

    @property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """The level, title and sheet of each bookmark, in order."""
        return [*_bookmarks(self.paper.reader, self.paper.reader.outline, 1)]


def _bookmarks(reader: PdfReader, found: Any, level: int) -> Iterator[tuple[int, str, int]]:
    for one in found:
        if isinstance(one, list):
            yield from _bookmarks(reader, one, level + 1)
        else:
            yield level, str(one.title), (reader.get_destination_page_number(one) or 0) + 1


@pytest.fixture(scope="module")
def packed(browser: Browser) -> Callable[[Path, Path, str], Pack]:
    """Return a function that makes the papers of a meeting of a data folder from its built site."""

    def make(data: Path, folder: Path, day: str) -> Pack:
        site = site_of(read_publication(data))
        meeting = site.data.meeting(date.fromisoformat(day))
        assert meeting
        version = made_from(read_folder(data), History.of(data), "Europe/London")
        made = document(plan(site, meeting, version), BuiltSite(folder), "")
        press = Printer(browser, folder)
        content = pack(made, press)
        return Pack(made, paper(content), printed(press.opened(made.html(made.lines))), content)

    return make


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the invented partnership's repository, with its site built."""
    root = tmp_path_factory.mktemp("demo") / "demo"
    write_demo(root)
    built = build(root / "site", root)
    assert built.returncode == 0, built.stdout + built.stderr
    return root


@pytest.fixture(scope="module")
def sites(site: Path, demo: Path, hostile_site: Path) -> dict[str, Path]:
    """Return the folders of the built sites of these papers."""
    return {"all": site, "missing": demo / "site", "hostile": hostile_site}


@pytest.fixture(scope="module")
def packs(
    packed: Callable[[Path, Path, str], Pack], site: Path, demo: Path, hostile_site: Path, checkout: Path
) -> dict[str, Pack]:
    """Return the papers of meetings with all reports, with one missing, with none, and with hostile words."""
    return {
        "all": packed(ROOT / "data", site, "2006-11-13"),
        "missing": packed(demo / "data", demo / "site", "2025-03-10"),
        "none": packed(ROOT / "data", site, "2007-01-15"),
        "hostile": packed(checkout / "data", hostile_site, "2006-09-11"),
    }


@pytest.fixture(params=["all", "missing", "none", "hostile"])
def papers(request: pytest.FixtureRequest, packs: dict[str, Pack]) -> Pack:
    """Return the papers of each of the meetings in turn."""
    return packs[request.param]


def test_document_is_tagged_and_says_what_it_is(papers: Pack) -> None:
    """It is well formed, tagged, in British English, and shows its title and its bookmarks."""
    with pikepdf.open(io.BytesIO(papers.content)) as pdf:
        assert pdf.check_pdf_syntax() == []
        root: Any = pdf.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang) == "en-GB"
        assert root.ViewerPreferences.DisplayDocTitle
        assert root.PageMode == "/UseOutlines"
        assert str(pdf.docinfo["/Title"]) == papers.document.cover.title
        assert pdf.open_metadata()["dc:title"] == papers.document.cover.title
        assert {str(page.obj.Tabs) for page in pdf.pages} == {"/S"}
        assert {str(name): str(to) for name, to in root.StructTreeRoot.RoleMap.items()}["/Strong"] == "/Span"


def test_tags_are_those_that_readers_need(papers: Pack) -> None:
    """Every picture has words, every table its headers, and no heading skips a level."""
    tags = papers.paper.tags
    assert [tag.sheets for tag in tags.all("/Figure") if not tag.alternative.strip()] == []
    for table in tags.all("/Table"):
        heads = [*table.all("/TH")]
        assert heads
        assert all("/Scope" in head.attributes for head in heads)
    levels = [int(tag.name[-1]) for tag in tags.all("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_is_cut(papers: Pack) -> None:
    """No row, box or chart stands on two sheets, no heading alone at a sheet's end, and no sheet is blank."""
    assert papers.marked.cut() == []
    assert papers.marked.alone() == []
    names = papers.document.cover.partnership
    assert [text for text in papers.paper.texts if len(tight(text)) < len(tight(names)) + 80] == []


def test_contents_and_bookmarks_lead_to_where_things_are(papers: Pack) -> None:
    """The number beside each line is that of the sheet on which its heading stands, and so is the bookmark's."""
    shown = "\n".join(papers.paper.texts[1:])
    bookmarks = papers.bookmarks
    for line in papers.document.lines:
        level = line.level + 1  # the title of the whole is above all papers
        (sheet, *_) = [n for own, title, n in bookmarks if (own, tight(title)) == (level, tight(line.text))]
        assert tight(f"{line.text}{sheet}") in tight(shown)
    for level, title, sheet in bookmarks:
        assert level <= 4
        assert sheet in papers.paper.sheets_with(title)
    assert [level for level, _, _ in bookmarks].count(1) == 1
    tops = [title for level, title, _ in bookmarks if level == 2]
    first = [line for line in papers.document.lines if line.level == 1]
    assert [tight(title) for title in tops[1:]] == [tight(line.text) for line in first]


def test_names_and_numbers_on_each_sheet(papers: Pack) -> None:
    """Each sheet but the cover has partnership, meeting and paper along its top; all have number and classification."""
    count = len(papers.paper.texts)
    cover = papers.document.cover
    head = tight(f"{cover.partnership[:60]}")
    for number, text in enumerate(map(tight, papers.paper.texts), 1):
        assert tight(f"Page {number} of {count}") in text
        assert (tight(f"· Meeting of {cover.meeting.date.day} ") in text) is (number > 1)
        assert head in text
        assert cover.classification in text
    for paper_, first in zip(papers.document.papers, _first_sheets(papers), strict=True):
        assert papers.paper.texts[first - 1].count(paper_.section.name[:60]) >= 1


def _first_sheets(papers: Pack) -> list[int]:
    return [sheet for level, _, sheet in papers.bookmarks if level == 2][1:]


def test_links_lead_somewhere(papers: Pack) -> None:
    """A link leads to a sheet of the papers, or to a whole address; none to this machine, none to a script."""
    reader = papers.paper.reader
    root: Any = reader.trailer["/Root"]
    places = {str(name) for name in root["/Dests"]}
    for sheet in reader.pages:
        for one in sheet.get("/Annots", ()):
            link: Any = one.get_object()
            if "/Dest" in link:
                assert str(link["/Dest"]) in places
            else:
                to = urlsplit(str(link["/A"]["/URI"]))
                assert to.scheme in ("http", "https", "mailto")
                assert to.hostname not in ("pack.invalid", "localhost", "127.0.0.1")


def test_what_is_for_screens_is_not_printed(papers: Pack) -> None:
    """Buttons, links to forms, folded tables and edit links stand on no sheet."""
    for words in FOR_SCREENS:
        assert papers.paper.sheets_with(words) == [], words


def test_every_report_is_in_it(packs: dict[str, Pack]) -> None:
    """All that each group wrote stands in the papers once, with its charts and the working of each quoted figure."""
    papers = packs["all"]
    data = site_of(read_publication(ROOT / "data")).data
    for group in data.groups:
        report = data.reports[group, date(2006, 11, 13)]
        for text in (text for text in report.texts if "{{" not in text and "*" not in text):
            for block in (block.removeprefix("- ") for block in text.split("\n") if block.strip()):
                assert papers.paper.sheets_with(block.strip()), block
    assert len([tag for tag in papers.paper.tags.all("/Figure") if "Offences a month" in tag.alternative]) >= 3
    assert papers.paper.sheets_with("How the 11 figures above are made")
    assert papers.paper.sheets_with("66 + 73 + 70 + 70 + 71 + 80 + 81 + 90 + 86 + 91 + 83 + 81 = 942")
    assert papers.paper.sheets_with(f"all charts, counts and downloads: {URL}indicators/domestic-burglary/")


def test_meeting_is_told_once(packs: dict[str, Pack]) -> None:
    """What the meeting's page repeats of the reports stands in the reports alone."""
    assert len(packs["all"].paper.sheets_with("The vulnerable victims project has taken its first referrals")) == 2
    assert packs["all"].document.papers[0].content.text.count("vulnerable victims project has taken") == 0


def test_missing_report(packs: dict[str, Pack]) -> None:
    """A group that sent nothing has a sheet that says so, with what it owed, and nothing of its last report."""
    papers = packs["missing"]
    assert papers.document.missing == ["Safer Streets"]
    (sheet,) = papers.paper.sheets_with("No report was received from Safer Streets for the meeting of 10 March 2025.")
    text = papers.paper.texts[sheet - 1]
    assert tight("Its last report was to the meeting of 13 January 2025") in tight(text)
    assert tight("Better lighting and CCTV in the three large car parks") in tight(text)
    assert tight("Safer Streets No report received") in tight(papers.paper.texts[0])
    assert papers.paper.sheets_with("What changed at the meeting of 10 March 2025")


def test_future_meeting(packs: dict[str, Pack]) -> None:
    """A meeting to which nobody has reported has papers that say just that."""
    papers = packs["none"]
    assert papers.document.missing == ["Keeping Our Eyes Open", "Safer Nights Out"]
    assert tight("Reports received 0 of 2") in tight(papers.paper.texts[0])
    assert papers.document.cover.classification == ""
    assert not [*papers.paper.tags.all("/Figure")]


@pytest.mark.parametrize("which", ["all", "missing", "hostile"])
def test_own_print_of_the_page_gives_the_same(
    packs: dict[str, Pack], sites: dict[str, Path], serve: Callable[[Path], str], browser: Browser, which: str
) -> None:
    """A browser that prints the papers' page makes the same sheets, word for word, but for numbers in the contents.

    What runs along each sheet is the same too, nothing is cut, and no heading stands alone.
    """
    papers = packs[which]
    with browser.new_context(color_scheme="dark", viewport={"width": 375, "height": 667}) as context:
        page = context.new_page()
        page.goto(f"{serve(sites[which])}meetings/{papers.document.cover.meeting.date}/papers/")
        own = printed(page)
    contents = range(1, min(_first_sheets(papers)) - 1)
    numbers = Counter(str(line.sheet) for line in numbered(papers.document.lines, sheets(papers.content)))
    assert len(own.texts) == len(papers.paper.texts)
    for number, (text, packed) in enumerate(zip(own.texts, papers.paper.texts, strict=True)):
        if number not in contents:
            assert tight(text) == tight(packed), number
    ours, theirs = (Counter(" ".join(made.texts[n] for n in contents).split()) for made in (own, papers.paper))
    assert theirs - ours == numbers
    assert ours - theirs == Counter()
    assert own.cut() == []
    assert own.alone() == []


def test_page_is_read_from_a_folder_without_scripts(browser: Browser, site: Path) -> None:
    """Opened from a folder on a narrow phone, without scripts, the page has its look, its charts, and the way back."""
    viewport = {"width": 320, "height": 568}
    with browser.new_context(viewport=viewport, java_script_enabled=False) as context:  # type: ignore[arg-type]
        page = context.new_page()
        failed: list[str] = []
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.goto((site / "meetings/2006-11-13/papers/index.html").as_uri())
        expect(page.locator(".csp-pack__line a").first).to_have_css("display", "flex")
        assert page.locator("svg.csp-chart").count() >= 3
        assert all(chart.is_visible() for chart in page.locator("svg.csp-chart").all())
        note = page.locator(".csp-pack__screen")
        expect(note).to_contain_text("Papers for the meeting of 13 November 2006: print this page with Ctrl+P")
        assert note.get_by_role("link", name="go back to the meeting").get_attribute("href") == "../"
        assert page.locator("[data-md-component=skip] a").get_attribute("href") == "#papers"
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert failed == []


def test_hostile_words_are_words(packs: dict[str, Pack]) -> None:
    """Names that try to be HTML, style or links stand on the cover, in the note and in the bookmarks as they are."""
    papers = packs["hostile"]
    assert papers.document.cover.partnership == " ".join(hostile.TEXT.split())
    assert tight(SEEN) in tight(papers.paper.texts[0])
    assert any(tight(SEEN) in tight(title) for _, title, _ in papers.bookmarks)


def test_a_browser_asks_for_the_sites_own_files_only(browser: Browser, site: Path) -> None:
    """While papers are printed a file outside the site's folder is not given, nor anything of another host."""
    (site.parent / "secret.css").write_text("p { color: red }", "utf-8")
    press = Printer(browser, site)
    asked: list[str] = []
    html = (
        '<link rel="stylesheet" href="/assets/print.css"><p>a</p><img src="https://elsewhere.example/x.png">'
        '<img src="file:///etc/hostname"><script>document.title = "ran"</script>'
    )
    page = press.opened(html)
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.reload()
    assert page.title() == ""
    assert sorted(asked) == ["https://pack.invalid/", "https://pack.invalid/assets/print.css"]
    page.close()


def test_command(tmp_path: Path, demo: Path) -> None:
    """The command writes the papers of the latest meeting, replaces what was there, and says what is missing."""
    for _ in range(2):
        command = [sys.executable, "-m", "cspsite", "pack", "--out", str(tmp_path / "p.pdf"), "--site-url", URL]
        ran = subprocess.run(command, cwd=demo, env=_environ(), check=False, capture_output=True, text=True)
        assert (ran.returncode, ran.stdout) == (0, f"{tmp_path / 'p.pdf'}\n"), ran.stderr
        count = len(PdfReader(tmp_path / "p.pdf").pages)
        assert ran.stderr.splitlines() == [
            f"{tmp_path / 'p.pdf'} written: {count} pages",
            "No report was received from Safer Streets; a page says so for each.",
            f"Links lead to {URL}: build the site with SITE_URL set, or give --site-url.",
        ]
    cover = PdfReader(tmp_path / "p.pdf").pages[0].extract_text()
    (version,) = re.findall(r"from version ([0-9a-f]{7}) of 5 March 2025\.", cover)
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=demo, check=True, capture_output=True, text=True)
    assert head.stdout.startswith(version)
    assert [file.name for file in tmp_path.iterdir()] == ["p.pdf"]


def _environ() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "CSPSITE_BROWSER": ensure_browser()}


def test_long_names(browser: Browser, tmp_path: Path, packed: Callable[[Path, Path, str], Pack], site: Path) -> None:
    """Names of 300 letters break where they must, and run out in an ellipsis along the top."""
    long = "Ab" * 150
    for path, text in builders.files(
        builders.edited(builders.PARTNERSHIP, "Anytown Community Safety Partnership", long),
        builders.edited(builders.GROUP, "name: Safer Homes", f"name: {long}"),
        {builders.REPORT: None},
    ).items():
        file = tmp_path / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(text), "utf-8")
    meeting = tmp_path / "site/meetings/2006-09-11/index.html"
    meeting.parent.mkdir(parents=True)
    style = '<link rel="stylesheet" href="../../assets/print.css">'
    meeting.write_text(f"{style}<article><h1>Meeting</h1><p>{'x' * 200}</p></article>", "utf-8")
    (tmp_path / "site/assets").mkdir()
    for name in ("print.css", "papers.css"):
        (tmp_path / "site/assets" / name).write_bytes((site / "assets" / name).read_bytes())
    papers = packed(tmp_path / "data", tmp_path / "site", "2006-09-11")
    assert tight(long) in tight(papers.paper.texts[0])
    assert all("…" in text for text in papers.paper.texts[1:])
