"""The Jinja environment of all pages: escaping on, and a few words that every template uses."""

from __future__ import annotations

import string
from functools import cache
from typing import Any, cast

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cspsite.figures import NAMES, Figure
from cspsite.markers import MARKERS, explained, shown
from cspsite.pages import addresses
from cspsite.statuses import MEANINGS
from cspsite.words import day_words, describe, estimates, link_name

_PLAIN = set(string.ascii_letters + string.digits + " ,.'’")
_SHAPES = {"Red": "■", "Amber": "▲", "Green": "●", "Not reported": "○", "Cannot be assessed": "◇"}


def markdown_text(text: str) -> Markup:
    """`text` as it must be written in Markdown so that a reader sees just its characters."""
    flat = " ".join(str(text).split())
    written = (c if c in _PLAIN or ord(c) > 127 else f"&#{ord(c)};" for c in flat)
    return Markup("".join(written))  # noqa: S704 - every special character is written as its number


def size(number: int) -> str:
    """How large a file is: `512 bytes`, `87 KB`, `1.2 MB`; a KB is 1,000 bytes, and the words stay in one line."""
    if number < 1000:
        return f"{number}\N{NO-BREAK SPACE}bytes"
    rounded = f"{number / 1000:.0f}\N{NO-BREAK SPACE}KB"
    return rounded if number < 999_500 else f"{number / 1_000_000:.1f}\N{NO-BREAK SPACE}MB"


def titled(figure: Figure) -> str:
    """What a figure is, in words: `the count of the period`; with its denominator where it is told in several."""
    meaning = NAMES[figure.request.name].meaning.removeprefix("the ")
    if figure.terms and (rate := figure.terms[0].rate):
        meaning = meaning.replace("count per so many of a denominator", f"{figure.noun} {rate.words}")
        meaning += f", {rate.words}" if figure.request.name in ("actual", "expected") else ""
    return meaning[:1].upper() + meaning[1:]


@cache
def _table_row(cells: tuple[str, ...]) -> Markup:
    """One row of a chart's table; the charts of one series share most of theirs, so each is made once."""
    module: Any = environment().get_template("table_row.html.j2").module
    return cast(Markup, module.row(cells))


def _in_single_quotes(text: str) -> Markup:
    """Text for an attribute in single quotes: JSON is full of double ones, each of which would be five characters."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;")
    return Markup(escaped)  # noqa: S704 - every character that could end the attribute is escaped


def _elsewhere(words: Markup, page: str) -> Markup:
    """Prose for another page than its report's, from where `page` is the way to the report's workings."""
    return words.replace(Markup('href="#working-'), Markup('href="{}#working-').format(page))


@cache
def environment() -> Environment:
    """The environment; an unknown name in a template is an error."""
    made = Environment(
        loader=PackageLoader("cspsite.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # else every use of a template asks the disk whether it has changed
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{%#",  # {# begins an id in Markdown
        comment_end_string="#%}",
    )
    made.filters |= {
        "elsewhere": _elsewhere,
        "table_row": _table_row,
        "in_single_quotes": _in_single_quotes,
        "titled": titled,
        "size": size,
        "md": markdown_text,
        "day": day_words,
        "markers": shown,
        "explained": explained,
        "described": describe,
        "estimates": estimates,
    }
    made.globals |= {
        "SHAPES": _SHAPES,
        "MEANINGS": MEANINGS,
        "MARKERS": MARKERS,
        "addresses": addresses,
        "link_name": link_name,
    }
    return made
