"""The partnership that the benchmarks measure: sound data, and just as many pages as were asked for."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from benchmarks.partnership import tree
from benchmarks.shape import Shape, of_pages
from cspsite.findings import blocking
from cspsite.pages import site_files, site_of
from cspsite.publication import Publication, read

SMALL = 40


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
    """Larger partnerships have more groups; how far back their series go hardly changes."""
    shapes: list[Shape] = [of_pages(pages) for pages in (500, 1000, 2000)]
    assert [shape.groups for shape in shapes] == [5, 10, 20]
    assert all(abs(one.months - other.months) < 20 for one, other in pairwise(shapes))
