"""What the site's search reads of a page: its HTML, with something between two blocks of text, and without drawings.

The search keeps paragraphs and lists apart, and runs everything else together: `31st March 2008Downloads`.
"""

from __future__ import annotations

import re

#: What is a block of its own where the search sees no break.
_BLOCKS = (
    "article|aside|blockquote|button|caption|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|label|legend|option|"
)
_BLOCKS += "section|select|summary|svg|table|tbody|td|textarea|tfoot|th|thead|tr"
_BEGINS = re.compile(rf"<(?:{_BLOCKS})\b")
_ENDS = re.compile(rf"</(?:{_BLOCKS})>|<br\s*/?>")
#: The last letter of a term, of what is said of it, or of a cell, the inline elements that end between, and what ends
#: with it.
_CELL = re.compile(
    r"([^\s<>])((?:</(?:a|abbr|b|code|em|i|span|strong)>)*)</(dt|dd|th|td)>"
    r"(?=((?:\s*</(?:div|dl|tr|thead|tbody|table)>)*))"
)
#: Outside a paragraph the search takes code for a paragraph of its own, and shows it without the space around it.
_CODE = re.compile(r"<code\b[^>]*>([^<]*)</code>(?!</pre>)")
_SIGNS = {"dt": ":", "dd": ";", "th": ",", "td": ","}
#: After these a sign of ours would be one too many.
_CLOSING = ".,:;!?…"


def searched(html: str) -> str:
    """A page's HTML for the search: a space at each break, and a sign for what a reader sees as columns and rows."""
    apart = _ENDS.sub(r"\g<0> ", _BEGINS.sub(r" \g<0>", _CODE.sub(r"\1", _CELL.sub(_signed, html))))
    return apart.replace(
        "<svg", "<svg data-search-exclude"
    ).lstrip()  # what stands before the title is a page of its own


def _signed(found: re.Match[str]) -> str:
    last, inline, block, ends = found.groups()
    is_last = "</dl>" in ends or "</table>" in ends
    sign = "" if is_last or last in _CLOSING else ";" if "</tr>" in ends else _SIGNS[block]
    return f"{last}{inline}{sign}</{block}>"
