"""Old forms as people type them, made with python-docx: the layout of the printed form, without any content control."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

from cspsite.figures import Figures
from cspsite.model import Data
from cspsite.quote import Quoter
from cspsite.word.form_in import Filled, read_form
from tests import builders

_MORE = """\
    due: 2007-03-31
  - {id: alarms, title: Give alarms to shops, due: 2007-03-31}
  - {id: patrols, title: Patrol at night, targets: [burglary, arson]}
  - {id: signs, title: Put up warning signs, state: closed, closed: 2006-05-01}
"""
_ARSON = """\
    end: 2008-03-31
  - {id: arson, wording: Reduce arson in the town, indicator: burglary, kind: directional, direction: decrease}
"""
_GROUP = (
    builders.MINIMAL[builders.GROUP].replace("    due: 2007-03-31\n", _MORE).replace("    end: 2008-03-31\n", _ARSON)
)
#: The minimal partnership with actions for several targets, for none, and one that is closed; it has no report yet.
DATA: Data = replace(builders.data_of({builders.GROUP: _GROUP}), reports={})
QUOTER = Quoter(Figures(DATA))
BURGLARY = "Reduce burglary by 10% per 1,000 population by 31 March 2008"
HEAD = ("ACTIONS", "LOCAL TARGET", "STATUS¹", "SUMMARY OF (i) PROGRESS TO DATE, AND (ii) PLANS FOR NEXT 2 MONTHS.")
Edit = Callable[["OldForm"], object]


class OldForm:
    """A form in the old layout, with its three tables, to be edited before it is sent in."""

    def __init__(self, rows: Sequence[Sequence[str]] = ()) -> None:
        self.document: Document = docx.Document()
        self.lines("Community Safety Partnership", "Management Group meeting 11 September 2006")
        self.lines("‘Safer Homes’ Delivery Group", "Strategic Objective – Fewer burglaries", f"Target – {BURGLARY}")
        self.lines("Chair – Fire service", "Summary of Agreed Action Plan")
        self.facts = self.table(["Completed by:", "A Person", "☎:", "01632 960194"])
        self.row(self.facts, "Report for meeting Date", "11 September 2006", "", "")
        self.lines("Provide summary of best achievements and most challenging barriers to progress.")
        self.items = self.table(["Achievement 1", "Every lock was fitted."])
        for label in ("Achievement 2", "Barrier 1", "Barrier 2"):
            self.row(self.items, label, "")
        self.lines("(Additional achievements/barriers may be added if necessary)")
        self.lines("Provide summary of progress towards agreed actions.")
        self.actions = self.table(HEAD)
        for row in rows:
            self.row(self.actions, *row)
        self.footnote()
        self.lines("Other issues that may impact on future delivery")

    def lines(self, *texts: str) -> None:
        """Put paragraphs at the end."""
        for text in texts:
            self.document.add_paragraph(text)

    def table(self, texts: Sequence[str]) -> Table:
        """Put a table with one row at the end."""
        made: Table = self.document.add_table(0, len(texts))
        self.row(made, *texts)
        return made

    def row(self, table: Table, *texts: str) -> Any:
        """Put a row at the end of a table."""
        cells = table.add_row().cells  # type: ignore[no-untyped-call]
        for cell, text in zip(cells, texts, strict=True):
            first, *others = text.split("\n")
            cell.text = first
            for other in others:
                cell.add_paragraph(other)
        return cells

    def footnote(self) -> None:
        """Put what the status words mean at the end."""
        self.lines(
            "¹ Status should be indicated as follows:",
            "Red - Overall target is unlikely to be achieved",
            "Amber - Overall target is in some danger, requires remedial action",
            "Green - Overall target is on course to be achieved",
        )

    def xml(self, body: str) -> None:
        """Put Word's own XML at the end."""
        element = self.document.element.body
        element.insert(len(element) - 1, parse_xml(body.replace(">", f" {nsdecls('w', 'r')}>", 1)))

    @property
    def content(self) -> bytes:
        """The file."""
        made = io.BytesIO()
        self.document.save(made)
        return made.getvalue()

    def read(self, data: Data = DATA, group: str | None = None, meeting: str | None = None) -> Filled:
        """What is read from it."""
        return read(self.content, data, group, meeting)


def read(content: bytes, data: Data = DATA, group: str | None = None, meeting: str | None = None) -> Filled:
    """What is read from a file that somebody sends in."""
    quoter = QUOTER if data is DATA else Quoter(Figures(data))
    return read_form(content, "form.docx", quoter, group, meeting)


def told(filled: Filled) -> str:
    """All that was kept beside the report, and all that was said."""
    return "\n".join([*filled.notes.values(), *filled.said])
