"""A meeting's papers as a PDF: printed, read for the sheet that each part is on, and printed with the contents."""

from __future__ import annotations

from cspsite.pack.contents import numbered
from cspsite.pack.document import Document
from cspsite.pack.pdf import finished, sheets
from cspsite.pack.printing import Printer

#: Numbers change no line, so the second print agrees with the first; a third is for names that just fill one.
_PRINTS = 4


def pack(document: Document, printer: Printer) -> bytes:
    """The papers; raises RuntimeError where the contents never agree with the sheets."""
    lines = document.lines
    for _ in range(_PRINTS):
        pdf = printer.pdf(document.html(lines))
        found = numbered(lines, sheets(pdf))
        if found == lines:
            return finished(pdf, document.cover)
        lines = found
    raise RuntimeError("the numbers in the contents do not come to rest")
