"""The Jinja environment of all pages: escaping on, and a few words that every template uses."""

from __future__ import annotations

import string
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cspsite.figures import NAMES, Figure
from cspsite.markers import MARKERS, explained, shown
from cspsite.statuses import MEANINGS
from cspsite.words import day_words, describe, estimates

_PLAIN = set(string.ascii_letters + string.digits + " ,.'’")
_SHAPES = {"Red": "■", "Amber": "▲", "Green": "●", "Not reported": "○"}


def markdown_text(text: str) -> Markup:
    """`text` as it must be written in Markdown so that a reader sees just its characters."""
    flat = " ".join(str(text).split())
    written = (c if c in _PLAIN or ord(c) > 127 else f"&#{ord(c)};" for c in flat)
    return Markup("".join(written))  # noqa: S704 - every special character is written as its number


def _titled(figure: Figure) -> str:
    """What a figure is, in words: `the count of the period`."""
    meaning = NAMES[figure.request.name].removeprefix("the ")
    if figure.terms[0].rate:
        meaning = meaning.replace("count per so many of a denominator", f"{figure.noun} {figure.terms[0].rate.words}")
    return meaning[:1].upper() + meaning[1:]


@cache
def environment() -> Environment:
    """The environment; an unknown name in a template is an error."""
    made = Environment(
        loader=PackageLoader("cspsite.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{%#",  # {# begins an id in Markdown
        comment_end_string="#%}",
    )
    made.filters |= {
        "titled": _titled,
        "md": markdown_text,
        "day": day_words,
        "markers": shown,
        "explained": explained,
        "described": describe,
        "estimates": estimates,
    }
    made.globals |= {"SHAPES": _SHAPES, "MEANINGS": MEANINGS, "MARKERS": MARKERS}
    return made
