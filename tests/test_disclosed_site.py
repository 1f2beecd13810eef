"""The whole site of a partnership with withheld counts: two that differ in those only cannot be told apart."""

from __future__ import annotations

import pytest

from cspsite import print_figures, print_findings
from cspsite.figures import NAMES
from cspsite.markers import shown
from cspsite.pages import site_files, site_of
from cspsite.publication import Publication, read
from tests.builders import COUNTS, GROUP, INDICATOR, MINIMAL, REPORT, TODAY, tree

_THEFT, _FRAUD = "indicators/theft", "indicators/fraud"

#: Thefts a month from April 2003 on, threshold 5: a year with a total, one without, one with, one that goes on.
ONE = """
 9  2 12  9  9  9  9  9  9  9  9  9
 9  9  1  0  9  9  9  9  9  9  9  9
 3  9  9  9  2  9  9  9  4  9  9  4
 9  4 12  9
"""
#: The same with other counts in the place of those that are withheld. The last is far outside the series.
OTHER = """
 9  4 10  9  9  9  9  9  9  9  9  9
 9  9  2  0  9  9  9  9  9  9  9  9
 4 10  9  9  1  9  9  9  3  9  9  4
 9  1 999 9
"""


def publication(thefts: str) -> Publication:
    """Return a partnership with a target on thefts, which are a part of burglary; frauds are 40 a month."""
    counts = [int(word) for word in thefts.split()]
    months = [f"{2003 + (n + 3) // 12}-{(n + 3) % 12 + 1:02d}" for n in range(len(counts))]
    tokens = "\n\n".join(f"Look: {{{{ theft.{name} }}}}, {{{{ theft.{name} @ 2005/06 }}}}" for name in NAMES)
    indicator = MINIMAL[INDICATOR]
    return read(
        tree(
            {
                INDICATOR: indicator + "components: [theft, fraud]\n",
                COUNTS: _csv(months, [count + 40 for count in counts]),
                f"{_THEFT}.yml": indicator.replace("Burglary", "Theft") + "disclosure: {threshold: 5}\n",
                f"{_THEFT}.csv": _csv(months, counts, noted=True),
                f"{_FRAUD}.yml": indicator.replace("Burglary", "Fraud"),
                f"{_FRAUD}.csv": _csv(months, [40] * len(counts)),
                GROUP: MINIMAL[GROUP].replace("indicator: burglary", "indicator: theft"),
                REPORT: MINIMAL[REPORT].replace("There were", f"{tokens}\n\nThere were"),
            }
        ),
        TODAY,
    )


def _csv(months: list[str], counts: list[int], noted: bool = False) -> str:
    """Write a file of counts; with notes, each count that is not 9 tells itself in its note."""
    rows = [
        f"{month},{count},,{f'{count} in all' if noted and count != 9 else ''}"
        for month, count in zip(months, counts, strict=True)
    ]
    return "\n".join(["period,count,marker,note", *rows]) + "\n"


@pytest.fixture(scope="module")
def both() -> tuple[Publication, Publication]:
    """Return two partnerships that differ in withheld counts only."""
    return publication(ONE), publication(OTHER)


def test_the_same_site(both: tuple[Publication, Publication]) -> None:
    """No page, chart, download or finding tells which of the two partnerships it is of."""
    one, other = ({file.path: file.content for file in site_files(site_of(made))} for made in both)
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


def test_the_same_findings(both: tuple[Publication, Publication]) -> None:
    """What `cspsite check` prints is the same, in every format."""
    for print_them in print_findings.FORMATS.values():
        assert print_them(list(both[0].findings), "data") == print_them(list(both[1].findings), "data")


def test_the_same_figures(both: tuple[Publication, Publication]) -> None:
    """What `cspsite figures` prints is the same, in every format."""
    made = [site_of(publication) for publication in both]
    lines = [
        [
            line
            for (group, _), report in site.data.reports.items()
            for line in print_figures.report_lines(site.quoter, site.data.groups[group], report)
        ]
        for site in made
    ]
    assert len(lines[0]) > len(NAMES)
    for print_them in print_figures.FORMATS.values():
        assert print_them(lines[0]) == print_them(lines[1])


def test_twelve_months(both: tuple[Publication, Publication]) -> None:
    """Of twelve months with a withheld count a chart shows none but the financial year that has a total."""
    columns = site_of(both[0]).basis.twelve_months("theft", None)
    labels = {str(period.end): label for period, label in zip(columns.periods, columns.labels, strict=True)}
    assert {month: label for month, label in labels.items() if label != "[c]"} == {
        "2004-03": "104",
        "2006-03": "85",
    }


def test_what_is_withheld(both: tuple[Publication, Publication]) -> None:
    """Readers see [c] in the place of a count that is withheld, of thefts and of burglaries, and the years' totals."""
    figures = both[0].figures
    assert figures is not None
    months = {
        2003: "2003-05 2003-06",
        2004: "2004-06 2004-07",
        2005: "2005-04 2005-05 2005-08 2005-12 2006-03",
        2006: "2006-05 2006-06",
    }
    for id, years in (("theft", [104, None, 85, None]), ("burglary", [584, None, 565, None])):
        series = figures.series[id]
        gone = [(str(row.period), shown(row.markers)) for row in series.observations() if row.count is None]
        assert gone == [(month, "[c]") for year in months.values() for month in year.split()]
        assert [series.years.get(year) for year in months] == years
