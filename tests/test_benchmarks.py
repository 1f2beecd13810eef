"""What the benchmarks measure: sound data, just as many pages as were asked for, and every number there is."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from benchmarks import numbers
from benchmarks.cost import Cost
from benchmarks.measure import MeasuredNumbers, Part
from benchmarks.partnership import tree
from benchmarks.shape import Shape, of_pages
from benchmarks.table import numbers_table
from cspsite.evidence import CANNOT, Assessor
from cspsite.figure_names import NAMES
from cspsite.findings import blocking
from cspsite.load import load
from cspsite.pages import site_files, site_of
from cspsite.publication import Publication, read

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
    """Larger partnerships have more groups; from one to the next their series go back by less than two years more."""
    shapes: list[Shape] = [of_pages(pages) for pages in (500, 1000, 2000)]
    assert [shape.groups for shape in shapes] == [5, 10, 20]
    assert all(0 <= other.months - one.months < 24 for one, other in pairwise(shapes))


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
