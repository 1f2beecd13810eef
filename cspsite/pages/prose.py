"""Contributors' Markdown to HTML: raw HTML and images off, and every token a figure that leads to its working."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, cast

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from cspsite.errors import TokenError
from cspsite.figures import Figure
from cspsite.pages.environment import environment
from cspsite.past import SeenReport
from cspsite.prose_syntax import parser
from cspsite.quote import Context, Quotation, Quoter


class Workings:
    """The figures that a page quotes, each with an id of its own on the page, in the order of quoting."""

    def __init__(self, quoter: Quoter, context: Context, name: str, seen: SeenReport | None = None) -> None:
        self.quoter = quoter
        self.context = context
        self.name = name
        self.seen = seen
        self.quotations: list[Quotation] = []

    def anchor(self, number: int) -> str:
        """The id of a working on the page."""
        return f"working-{self.name}-{number}"

    def add(self, inside: str) -> tuple[Quotation, str]:
        """The quotation of a token and the id of its working; raises TokenError when it names no figure."""
        quotation = self.quote(inside)
        known = [(q.figure, q.text) for q in self.quotations]
        if (quotation.figure, quotation.text) not in known:
            self.quotations.append(quotation)
            return quotation, self.anchor(len(self.quotations))
        return quotation, self.anchor(known.index((quotation.figure, quotation.text)) + 1)

    def link(self, quotation: Quotation, anchor: str) -> Markup:
        """A figure as prose shows it: its text, which leads to its working, and its markers."""
        about = self.quoter.data.indicators[quotation.figure.request.indicator].name
        return _figure()(quotation.figure, quotation.text, anchor, about, quotation.then)

    def quote(self, inside: str) -> Quotation:
        """The quotation of a token; raises TokenError when it names no figure."""
        found = self.quoter.quote(inside, self.context)
        target = self.context.target
        then = self.seen.then(inside, target.id if target else None) if self.seen else ""
        return replace(found, then=then) if then else found


def _render(_self: RendererHTML, tokens: Sequence[Token], i: int, _options: Any, env: MutableMapping[str, Any]) -> str:
    workings = cast(Workings, env["workings"])
    try:
        quotation, anchor = workings.add(tokens[i].content)
    except TokenError:
        return str(escape(f"{{{{{tokens[i].content}}}}}"))
    return str(workings.link(quotation, anchor))


@cache
def _figure() -> Callable[[Figure, str, str, str, str], Markup]:
    """The template's macro, which costs much less to call than a template of its own to render."""
    module: Any = environment().get_template("figure.html.j2").module
    return cast(Callable[[Figure, str, str, str, str], Markup], module.figure)


def _parser() -> MarkdownIt:
    made = parser()
    made.add_render_rule("figure", _render)
    return made


_PARSER = _parser()


def render(text: str, workings: Workings) -> Markup:
    """The HTML of a passage; its figures are added to `workings`."""
    if not text:
        return Markup("")
    return Markup(_PARSER.render(text, {"workings": workings}))  # noqa: S704 - rendered with raw HTML off
