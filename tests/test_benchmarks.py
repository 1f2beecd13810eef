"""What the benchmarks measure: sound data, just as many pages as were asked for, and every number there is."""

from __future__ import annotations

from datetime import date
from http.client import HTTPConnection
from pathlib import Path

import pytest

from benchmarks import changes, numbers, versions
from benchmarks.calendar import meetings
from benchmarks.cost import Cost
from benchmarks.first_view import FirstView, typical
from benchmarks.lighthouse import Scores, of_report
from benchmarks.measure import MeasuredNumbers, Part
from benchmarks.partnership import tree
from benchmarks.reading import Read
from benchmarks.served import BASE, served
from benchmarks.shape import Shape, of_pages
from benchmarks.table import numbers_table, reading_table
from cspsite.evidence import CANNOT, Assessor
from cspsite.figure_names import NAMES
from cspsite.findings import blocking
from cspsite.history import History
from cspsite.load import load
from cspsite.pages import site_files, site_of
from cspsite.publication import Publication, read
from cspsite.tree import Tree

SMALL = 40
#: Two groups have eight targets, one for each indicator; the last indicator is counted by the year.
EIGHT = Shape(groups=2, meetings=1, indicators=8, months=96)


@pytest.fixture(scope="module")
def publication() -> Publication:
    """Return what is read of a small partnership."""
    return read(tree(of_pages(SMALL)), date(2025, 1, 1))


def test_no_errors(publication: Publication) -> None:
    """Nothing stops the publication of a generated partnership."""
    assert not blocking(publication.findings)


def test_figures(publication: Publication) -> None:
    """Every figure that a generated report quotes is there."""
    assert "figure-not-available" not in {finding.code for finding in publication.findings}


def test_pages(publication: Publication) -> None:
    """The site has just as many pages as were asked for."""
    assert sum(file.path.endswith(".md") for file in site_files(site_of(publication))) == SMALL


@pytest.mark.parametrize("pages", [30, 40, 199, 200, 500, 1000, 2000, 6000])
def test_shape(pages: int) -> None:
    """A shape makes the number of pages it is for, with indicators enough for every target."""
    shape = of_pages(pages)
    assert (shape.pages, shape.indicators >= 4 * shape.groups) == (pages, True)


def test_too_few_pages() -> None:
    """Ten pages cannot hold a group with four indicators and a report."""
    with pytest.raises(ValueError, match="too few"):
        of_pages(10)


def test_same_at_every_run() -> None:
    """Two runs write the same bytes, so that their measurements can be compared."""
    assert tree(of_pages(SMALL)).files == tree(of_pages(SMALL)).files


def test_growth() -> None:
    """Larger partnerships have more groups, and series that go back by two years more at most.

    By hand, of 500 pages: (501 - 7 - 5 groups x 17 pages) // (5 + 3) = 51 meetings, and 2 x 51 + 30 = 132 months; of
    1,000 (994 - 170) // 13 = 63, which are 156; of 2,000 (1,994 - 340) // 23 = 71, which are 172.
    """
    shapes: list[Shape] = [of_pages(pages) for pages in (500, 1000, 2000)]
    assert [(shape.groups, shape.months) for shape in shapes] == [(5, 132), (10, 156), (20, 172)]


def test_numbers() -> None:
    """Every figure of the list is computed of each indicator, and a control chart of each that has months."""
    made = {name: number for name, (number, _) in numbers.main(EIGHT).items()}
    assert made == {
        "indicators loaded": 8,
        "series": 8,
        "figures": 8 * len(NAMES),
        "targets' evidence": 8,
        "control charts": 7,
    }


def test_numbers_are_of_300_indicators() -> None:
    """The numbers measured are those of 300 indicators over 20 years, each with a target of its own."""
    assert (numbers.SHAPE.indicators, numbers.SHAPE.months, 4 * numbers.SHAPE.groups) == (300, 240, 300)


def test_targets_can_be_assessed() -> None:
    """The figures suggest a status for every generated target, so that its evidence has all its sentences."""
    data = load(tree(EIGHT)).data
    assert data is not None
    made = numbers.Numbers(data)
    assessor = Assessor(made.quoter)
    found = [assessor.assess(context.target, context) for _, context in made.contexts() if context.target]
    assert [evidence is not None and evidence.suggested != CANNOT for evidence in found] == [True] * 8


def test_numbers_table() -> None:
    """A part's share is that of all seconds but the imports; each number's milliseconds are those of its part."""
    parts = (Part("figures", 10, 1.0), Part("control charts", 4, 3.0))
    assert numbers_table(MeasuredNumbers(parts, Cost(seconds=5.5, memory=151.6))).split("\n")[2:] == [
        "| Figures | 10 | 1.00 s | 25% | 100.00 ms |",
        "| Control charts | 4 | 3.00 s | 75% | 750.00 ms |",
        "| Together |  | 4.00 s | 100% |  |",
        "| The process, memory |  | 152 MB |  |  |",
    ]


def test_versions(tmp_path: Path) -> None:
    """Each meeting has a version of its own, without later reports and counts; of one indicator the last are lower."""
    shape = Shape(groups=2, meetings=3, indicators=8, months=60)
    versions.write(shape, tmp_path / "past")
    made = changes.main(tmp_path / "past" / "data")
    assert {name: number for name, (number, _) in made.items()} == {
        "versions read": 3,
        "meetings compared": 2,
        "pages of changes": 2,
        "reports as the board saw them": 6,
        "indicators' revisions": 8,
    }
    history = History.of(tmp_path / "past" / "data")
    assert isinstance(history, History)
    trees = [history.tree(history.revision(f"meeting/{day}")) for day in meetings(shape)]
    first, *_, last = [load(tree).data for tree in trees if isinstance(tree, Tree)]
    assert first is not None
    assert last is not None
    assert (len(first.meetings), len(first.reports), len(last.meetings), len(last.reports)) == (1, 2, 3, 6)
    rows = [
        (one, other)
        for one, other in zip(*(each.observations["indicator-0000"] for each in (first, last)), strict=False)
    ]
    assert [(other.count or 0) - (one.count or 0) for one, other in rows[-3:]] == [0, 1, 1]
    other = zip(*(each.observations["indicator-0001"] for each in (first, last)), strict=False)
    assert all(one.count == later.count for one, later in other)


def view(paint: float, shift: float = 0) -> FirstView:
    """A page of 90 KB."""
    return FirstView(90, paint, shift, "p.", {"index.html": 90})


def test_typical_view() -> None:
    """Of several views the one in the middle counts, save that the worst shift is never left out."""
    assert typical([view(0.9), view(3.0, shift=0.2), view(1.0)]) == view(1.0, shift=0.2)


def test_lighthouse_scores() -> None:
    """Scores are points of 100; an audit that weighs something and is not passed in full is named."""
    half = {"score": 0.985, "auditRefs": [{"id": "paint", "weight": 10}, {"id": "hint", "weight": 0}]}
    full = {"score": 1, "auditRefs": []}
    categories = {"performance": half, "accessibility": full, "best-practices": full, "seo": full}
    audits: dict[str, dict[str, object]] = {"paint": {"score": 0.9}, "hint": {"score": 0}}
    assert of_report({"categories": categories, "audits": audits}) == Scores((98, 100, 100, 100), ("paint",))


def test_reading_table() -> None:
    """A page's paint is set against that of the empty page, which comes first; without npm there is no score."""
    read = [Read("Plain", view(0.5), None), Read("Home", view(0.75), Scores((99, 100, 100, 100), ()))]
    lines = reading_table(read).splitlines()
    assert lines[4] == "| Largest paint, against plain Material | × 1.00 | × 1.50 |"
    assert lines[6] == "| Lighthouse, performance | – | 99 |"


def test_served_compressed(tmp_path: Path) -> None:
    """Text is sent compressed, a folder as its index.html; what is not in the folder is not sent."""
    site = tmp_path / "site"
    (site / "data").mkdir(parents=True)
    (site / "data" / "index.html").write_text("<p>" + "burglary " * 500, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    with served(site) as address:
        host = address.removeprefix("http://").removesuffix(BASE)
        connection = HTTPConnection(host)
        answers = []
        for path in (f"{BASE}data/", f"{BASE}../secret.txt", f"{BASE}nothing/"):
            connection.request("GET", path)
            answer = connection.getresponse()
            answers.append((answer.status, answer.getheader("Content-Encoding"), len(answer.read()) < 500))
        connection.close()
    assert answers == [(200, "gzip", True), (404, None, True), (404, None, True)]
