"""The beginning of a passage, where there is no room for all of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

#: How many characters a passage may have to be shown whole.
_MOST = 280
#: The end of the first paragraph, item or heading.
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|td|th|pre)>")
#: The end of a sentence; what may be short for something (`Insp.`, `e.g.`) ends none.
_SENTENCE_END = re.compile(r"(?<!\b[A-Z]\w)(?<!\b[A-Z]\w\w)(?<!\b[A-Z]\w\w\w)(?<!\.\w)[.!?](?=\s+[A-Z0-9“‘\"'])")


@dataclass(frozen=True, slots=True)
class Brief:
    """The first paragraph of a passage, or its first sentences; `is_whole` says that there is no more."""

    text: str
    is_whole: bool


def brief(words: Markup) -> Brief:
    """The beginning of rendered prose, as plain text: at most one paragraph, cut after a sentence, else at a word."""
    end = _BLOCK_END.search(words)
    first, rest = (words[: end.start()], words[end.end() :]) if end else (words, Markup(""))
    text = first.striptags()
    if len(text) <= _MOST:
        return Brief(text, not rest.striptags())
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if match.end() <= _MOST]
    if ends:
        return Brief(text[: ends[-1]], False)
    return Brief(f"{text[: text.rfind(' ', 0, _MOST) if ' ' in text[:_MOST] else _MOST]} …", False)
