"""The other issues as people write them: a title and words below it, however the title is set off."""

from __future__ import annotations

import re

from cspsite.word import labels, tags
from cspsite.word.document import Block, Paragraph, Row
from cspsite.word.draft import IssueDraft
from cspsite.word.pieces import cut, pieces

_RECIPIENT = re.compile(r"for( whom)?\s*:\s*(\S.*)", re.IGNORECASE)
_TITLED = re.compile(r"([^.–—:;]{3,60}?)(?:\s+[–—-]|:)\s+(?=\S)")
_LONGEST = 70


class Issues:
    """Reads one block after the other into drafts."""

    def __init__(self, drafts: list[IssueDraft]) -> None:
        self.drafts = drafts

    @property
    def last(self) -> IssueDraft:
        """The issue that is being read."""
        if not self.drafts:
            self.drafts.append(IssueDraft())
        return self.drafts[-1]

    def begin(self, title: str) -> None:
        """A new issue; one that is only begun is given the title."""
        if self.drafts and not (self.last.title or self.last.pieces or self.last.recipient):
            self.last.title = title
        else:
            self.drafts.append(IssueDraft(title))

    def tagged(self, tag: str, paragraph: Paragraph) -> None:
        """Words in one of the form's own boxes."""
        box = tags.box_of(tag)
        part = box.part if box else "text"
        if part == "title":
            self.begin(paragraph.text)
        elif part == "for":
            self.last.recipient = " ".join(filter(None, [self.last.recipient, paragraph.text]))
        else:
            self.last.pieces += pieces([paragraph])

    def row(self, row: Row) -> None:
        """A row of the form's table of issues."""
        label = labels.issue(row.cells[0].text)
        tagged = next((box.part for box in map(tags.box_of, row.boxes) if box and box.section == "other_issues"), "")
        part, is_label = label or tagged or "text", bool(label)
        if part == "title":
            self.begin("")
        for cell in row.cells[1:] if is_label else row.cells:
            for block in cell.blocks:
                self._in_cell(block, part)

    def _in_cell(self, block: Block, part: str) -> None:
        if not isinstance(block, Paragraph):
            self.last.pieces += pieces([block])
        elif part == "title":
            self.last.title = " ".join(filter(None, [self.last.title, block.text]))
        elif part == "for":
            self.last.recipient = " ".join(filter(None, [self.last.recipient, block.text]))
        else:
            self.last.pieces += pieces([block])

    def flow(self, block: Block) -> None:
        """A paragraph or a table that stands freely below the heading."""
        if not isinstance(block, Paragraph):
            self.last.pieces += pieces([block])
            return
        text = block.text
        is_open = bool(self.drafts) and not self.last.recipient
        if block.kind == "paragraph" and is_open and (found := _RECIPIENT.fullmatch(text)):
            self.last.recipient = found[2]
        elif self._is_title(block):
            self.begin(text.rstrip(":"))
        elif block.kind == "paragraph" and (titled := _titled(block)):
            self.begin(titled[0])
            self.last.pieces += pieces([titled[1]])
        else:
            self.last.pieces += pieces([block])

    def _is_title(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is set off as a title, or is a few words without a full stop."""
        text = paragraph.text
        if paragraph.kind != "paragraph" or len(text) > _LONGEST or "\n" in text:
            return False
        return paragraph.is_heading or paragraph.is_bold or not re.search(r"[.;,!?…]$", text)


def _titled(paragraph: Paragraph) -> tuple[str, Paragraph] | None:
    """A title and the words after its dash or colon, such as `Growth of the City – With the …`."""
    whole = "".join(span.run.text for span in paragraph.spans)
    found = _TITLED.match(whole)
    if found is None or len(found[1].split()) > 8:
        return None
    return " ".join(found[1].split()), cut(paragraph, found.end())
