"""Text as it is written in GitHub's Markdown so that a reader sees just its characters, and nothing else happens."""

from __future__ import annotations

import re
import string

#: GitHub takes no longer comment, nor a longer text of an issue.
LONGEST = 60_000

_PLAIN = frozenset(string.ascii_letters + string.digits + " .,:;'’“”%()/+−-–?=÷×")
#: What GitHub makes a person, an issue or an address of, even where it is written in codes.
_CALLS = re.compile(r"[@#](?=[^\W_])|\bGH-(?=\d)", re.IGNORECASE)
_ADDRESS = re.compile(r"://|\bwww\.", re.IGNORECASE)
#: A sign without width, at which no line is broken.
_NOTHING = "\u2060"


def plain(text: str) -> str:
    """Text in one line that is no more than its words: no markup, no HTML, no mention, no link.

    A space at either end stays one.
    """
    flat = " ".join(text.split()) if text.strip() else text[:1]
    before, after = text[: len(text) - len(text.lstrip())][:1], text[len(text.rstrip()) :][:1]
    written = "".join(_sign(c) for c in _harmless(flat))
    return written if not text.strip() else f"{before and ' '}{written}{after and ' '}"


def _harmless(text: str) -> str:
    """With a sign that nobody sees where GitHub would call a person, or link to an issue or another site."""
    called = _CALLS.sub(lambda match: match[0] + _NOTHING, text)
    return _ADDRESS.sub(lambda match: match[0][:1] + _NOTHING + match[0][1:], called)


def _sign(c: str) -> str:
    return c if c in _PLAIN or ord(c) > 127 else f"&#{ord(c)};"
