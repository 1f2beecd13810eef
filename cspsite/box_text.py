"""What somebody typed into a box of the form, as Markdown that stays in its box.

The web form does the same in the browser (`pages/assets/report_text.js`), and tests hold the two together.
"""

from __future__ import annotations

import re

from cspsite.form import given

#: Every kind of white space within a line; every way to end one; signs that nobody sees.
SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ud800-\udfff]")
#: What at the beginning of a line would be a heading, HTML, code, or a conflict left by git; and the sign to escape.
OPENINGS = (
    re.compile("^( {0,3})(#{1,6}(?: |$))"),
    re.compile("^( {0,3})(<[A-Za-z/!?])"),
    re.compile("^([ >*+\\-0-9.)]*)(`{3,}|~{3,})"),
    re.compile("^()((?:<{7}|[|]{7}|={7}|>{7})(?: |$))"),
)
#: What makes a heading of the line above it, or a rule across the page of a list's item.
UNDERLINE = re.compile("^( {0,3})(=+|-[- ]*)$")
ANCHOR = re.compile(r" *\{#[^} ]*\}$")
CLOSING = re.compile("(^| )#+$")


def box_text(typed: str) -> str:
    """The text for a box of several lines; what would end the box, or hide what follows it, is escaped.

    Empty where a box holds only dashes, dots or `TBC`. Whatever it gives, it gives again when given that.
    """
    rows = [row.rstrip(" ") for row in given(_plain(typed).strip("\n ")).split("\n")]
    return "\n".join(_escaped(row, rows[i - 1] if i else "above") for i, row in enumerate(rows))


def line_text(typed: str) -> str:
    """The text for a box of one line, such as a title or a name."""
    text, before = " ".join(_plain(typed).split()), None
    while text != before:
        before = text
        text = CLOSING.sub("", ANCHOR.sub("", text)).rstrip(" ")
    return text


def _plain(typed: str) -> str:
    """With plain line ends and spaces, and no sign that nobody sees."""
    text = UNSEEN.sub("", LINE_ENDS.sub("\n", typed))
    return SPACES.sub(" ", text).replace("<!--", "&lt;!--")


def _escaped(row: str, above: str) -> str:
    """One row with a backslash before the sign that would make it more than words."""
    openings = OPENINGS if not (above and UNDERLINE.match(row)) else (UNDERLINE,)
    for opening in openings:
        if match := opening.match(row):
            return f"{match[1]}\\{row[match.end(1) :]}"
    return row
