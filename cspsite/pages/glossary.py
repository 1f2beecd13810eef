"""The glossary: every acronym of the partnership, and the words that this site uses in a sense of its own."""

from __future__ import annotations

from cspsite.pages import addresses
from cspsite.pages.page import Page
from cspsite.pages.site import Site, render

_WORDS = {
    "Baseline": "the financial year that a target is compared with",
    "Delivery group": "a working group of the partnership, with a strategic objective, targets and actions",
    "Figure": "a number that the site has worked out, with its period and its working",
    "Financial year": "April to March: 2006/07 is April 2006 to March 2007",
    "Indicator": "what is counted to see whether a target will be met",
    "Measure": "what a figure is per: a count, or a rate such as per 1,000 households",
    "Same months": "the same months of another year, so that like is compared with like",
    "Status": "the group's own judgement of an action for a target: Red, Amber or Green",
    "Twelve months": "the twelve months that end with the latest, so that the season does not matter",
}


def page(site: Site) -> Page:
    """The glossary page."""
    acronyms = sorted(site.data.glossary.items(), key=lambda item: item[0].lower())
    return Page(
        address=addresses.GLOSSARY,
        title="Glossary",
        description="What the acronyms in the reports stand for, and what the words of this site mean.",
        markdown=render("glossary.md.j2", addresses.GLOSSARY, glossary=acronyms, words=sorted(_WORDS.items())),
        source="glossary.yml",
        search=2,  # before the reports that have an acronym and do not explain it
    )
