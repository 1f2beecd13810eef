"""Where links lead in the pack: to its own papers, else to the site by its whole address."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cspsite.pack.article import Way
from cspsite.pack.links import Links

MEETING = "meetings/2006-09-11/"
REPORT = "groups/homes/reports/2006-09-11/"
LINKS = Links(
    papers={MEETING: "p1", REPORT: "p2"},
    ids={"p1": frozenset({"attention"}), "p2": frozenset({"update-locks"})},
    groups={"homes": "p2"},
    site="https://example.org/csp/",
)


@pytest.mark.parametrize(
    "page, link, to",
    [
        (MEETING, f"../../{REPORT}", "#p2"),
        (MEETING, f"../../{REPORT}#update-locks", "#p2-update-locks"),
        (MEETING, f"../../{REPORT}#left-out", "#p2"),
        (MEETING, "#attention", "#p1-attention"),
        (REPORT, "#update-locks", "#p2-update-locks"),
        (REPORT, "#group-homes", "#p2"),
        (REPORT, f"../../../../{MEETING}#group-homes", "#p2"),
        (REPORT, f"../../../../{MEETING}#group-other", "#p1"),
        (MEETING, "changes/", f"https://example.org/csp/{MEETING}changes/"),
        (MEETING, "../../indicators/x/x.csv", "https://example.org/csp/indicators/x/x.csv"),
        (MEETING, "../../groups/homes/#actions", "https://example.org/csp/groups/homes/#actions"),
        (MEETING, "../../", "https://example.org/csp/"),
        (MEETING, "https://www.ons.gov.uk/a?b=c#d", "https://www.ons.gov.uk/a?b=c#d"),
        (MEETING, "mailto:a@example.org", "mailto:a@example.org"),
        (MEETING, "javascript:hit()", ""),
        (MEETING, "data:text/html,hit", ""),
        (MEETING, "file:///etc/passwd", ""),
        (MEETING, "//elsewhere.example/x", ""),
        (MEETING, "", ""),
    ],
)
def test_link(page: str, link: str, to: str) -> None:
    """A link leads to the paper that has what it names, to the site, to another site, or nowhere."""
    assert LINKS.to(page, link).to == to


def test_one_name_leads_to_one_place() -> None:
    """What stands in two places of the site is led to in one of them."""
    links = replace(LINKS, one_place={"groups/homes/#target-locks": "groups/homes/targets/locks/"})
    for link in ("../../groups/homes/#target-locks", "../../groups/homes/targets/locks/"):
        assert links.to(MEETING, link).to == "https://example.org/csp/groups/homes/targets/locks/"


def test_a_site_without_an_address() -> None:
    """Where nobody knows where the site stands, words stand without a link, and links within the pack stay."""
    links = replace(LINKS, site="")
    assert [links.to(MEETING, "../../data/"), links.on_site("data/")] == [Way(""), Way("")]
    assert links.to(MEETING, "#attention") == Way("#p1-attention")


@pytest.mark.parametrize("site, whole", [("https://example.org/csp/", "https://example.org/csp/data/"), ("", "")])
def test_papers_that_are_a_page(site: str, whole: str) -> None:
    """On a page of the site links go up to its home, whatever its address; paper is told that where it is known."""
    links = replace(LINKS, site=site, up="../../../")
    assert links.to(MEETING, "../../data/") == Way("../../../data/", whole)
    assert links.to(REPORT, f"../../../../{MEETING}#attention") == Way("#p1-attention")
    assert links.to(MEETING, "https://www.ons.gov.uk/") == Way("https://www.ons.gov.uk/")
