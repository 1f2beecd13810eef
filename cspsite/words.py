"""Days, periods and denominators as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from cspsite.figures import Figure
from cspsite.markers import MARKERS, told


def describe(figure: Figure) -> str:
    """What the figure is over which periods: `April to July 2006 against April to July 2005`."""
    against = f" against {figure.comparator.words}" if figure.comparator else ""
    return f"{figure.period.words}{against}"


def link_name(text: str, figure: Figure, *words: str) -> str:
    """What a link that shows only a number or a marker is called: `348: Domestic burglary, July 2006, how it is made`.

    It begins with what is seen, so that somebody who speaks to the computer can say it; a marker is explained.
    """
    reasons = [] if figure.value is not None else [MARKERS[marker][0] for marker in sorted(told(text))]
    return f"{text}: {', '.join([*reasons, *words])}"


def estimates(figure: Figure) -> list[str]:
    """The denominators used, with their dates: `218,500 population (30 June 2005) for April to July 2006`."""
    return [
        f"{term.rate.estimate.value:,} {term.rate.noun} ({day_words(term.rate.estimate.reference_date)}"
        f"{_published(term.rate.estimate.published)}) for {term.total.period.words}"
        for term in figure.terms
        if term.rate
    ]


def _published(day: date | None) -> str:
    return f", published {day_words(day)}" if day else ""


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


@cache
def day_words(day: date) -> str:
    """`30 June 2005`."""
    return f"{day.day} {day:%B %Y}"
