"""The accessibility statement: what the software knows of itself, and what the partnership says of its own."""

from __future__ import annotations

from dataclasses import dataclass

from cspsite.pages import addresses
from cspsite.pages.page import Page
from cspsite.pages.site import Site, render


@dataclass(frozen=True, slots=True)
class Problem:
    """What is not accessible: in short with what a reader can do instead, and at length with the rule it fails."""

    short: str
    long: str


#: What is known of the software itself; to be taken out here when it is put right.
PROBLEMS = (
    Problem(
        "The words of a report may hold abbreviations, and links or lists that its group did not make well. "
        "Look abbreviations up in the glossary, or ask us what is meant.",
        "Delivery groups write the words of reports. Words in another language are not marked as such, and the "
        "text of a link may not say where it leads. This may fail WCAG 2.2 success criteria 3.1.2 "
        "(language of parts) and 2.4.4 (link purpose).",
    ),
)


def page(site: Site) -> Page:
    """The accessibility statement."""
    partnership = site.data.partnership
    facts = partnership.accessibility
    return Page(
        address=addresses.ACCESSIBILITY,
        title="Accessibility statement",
        description="How accessible this website is, what is not, whom to tell, and who enforces the rules.",
        markdown=render(
            "accessibility.md.j2",
            addresses.ACCESSIBILITY,
            partnership=partnership,
            facts=facts,
            url=site.url,
            problems=[*PROBLEMS, *(Problem(words, words) for words in facts.problems)],
            illustrations=site.illustrations(("the partnership", partnership)),
        ),
        source="partnership.yml",
    )
