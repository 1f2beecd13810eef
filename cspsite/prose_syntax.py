"""The Markdown that contributors may write: raw HTML and images off, tables on, and `{{ … }}` is one figure."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline


def parser() -> MarkdownIt:
    """A parser of it; a figure is a token of the type `figure`, whose content stands between the braces."""
    made = MarkdownIt("commonmark", {"html": False, "breaks": False}).enable("table").disable(["image", "reference"])
    made.inline.ruler.before("escape", "figure", _figure)
    return made


def _figure(state: StateInline, silent: bool) -> bool:
    """An inline rule: `{{ … }}` is one figure."""
    if not state.src.startswith("{{", state.pos):
        return False
    end = state.src.find("}}", state.pos)
    if end < 0:
        return False
    if not silent:
        token = state.push("figure", "", 0)
        token.content = state.src[state.pos + 2 : end]
    state.pos = end + 2
    return True
