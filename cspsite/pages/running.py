"""What runs along the top of each sheet of paper: names as a style sheet takes them, so that no name can be style."""

from __future__ import annotations

import html
import re
import string

from markupsafe import Markup

#: As much of a name as has room beside another at the top of a sheet.
LONGEST = 70
_PLAIN = frozenset(string.ascii_letters + string.digits + " ,.")


def running(text: str) -> Markup:
    """`text`, which may be escaped as titles are, as a string of CSS; a long one ends in an ellipsis."""
    flat = re.sub(r"\s+", " ", html.unescape(str(text)))
    short = flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1].rstrip()}…"
    written = "".join(one if one in _PLAIN else f"\\{ord(one):x} " for one in short)
    return Markup(f'"{written}"')  # noqa: S704 - every character that means anything in CSS or HTML is escaped
