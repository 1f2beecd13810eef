"""The rows of the action table: what each column holds, which row goes on with the one above, its words by part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cspsite.form import PARTS
from cspsite.word import labels, tags
from cspsite.word.document import Block, Cell, Grid, Paragraph, Row
from cspsite.word.draft import RowDraft
from cspsite.word.pieces import by_box, cut, pieces, text_line
from cspsite.word.prose import Piece

Columns = Mapping[int, str]

#: What the columns hold where nothing says so, by how many there are.
_USUAL = {
    3: ("action", "status", "summary"),
    4: ("action", "target", "status", "summary"),
    5: ("action", "target", "status", "progress", "plans"),
    6: ("action", "target", "status", "progress", "plans", "remedial_action"),
}


def columns_of(row: Row) -> Columns | None:
    """What each column holds, by its first place, where the row is the head of the action table."""
    found = {cell.column: _head(cell) for cell in row.cells}
    known = set(found.values()) - {""}
    return found if "action" in known and len(known) > 1 and known & {"status", "summary", *PARTS} else None


def _head(cell: Cell) -> str:
    return labels.column(cell.text) or ("summary" if labels.begins_summary(cell.text) else "")


def usual(row: Row) -> Columns:
    """What the columns hold in a table whose head is gone."""
    names = _USUAL.get(len(row.cells), ())
    return {cell.column: name for cell, name in zip(row.cells, names, strict=False)}


class ActionRows:
    """Reads one row after the other into drafts."""

    def __init__(self, drafts: list[RowDraft]) -> None:
        self.drafts = drafts
        self.columns: Columns = {}
        self._target = ""

    def head(self, columns: Columns) -> None:
        """The table begins, or its head is repeated."""
        self.columns = columns

    def target(self, text: str) -> None:
        """A line across the table that names the target of the rows below it."""
        self._target = text

    def read(self, row: Row) -> None:
        """One row: a new action, or more words on the one above."""
        columns = self.columns or usual(row)
        draft, merged = RowDraft(carried=self._target), set[str]()
        draft.anchor = next((box.key for box in map(tags.box_of, row.boxes) if box and box.section == "updates"), "")
        for cell in row.cells:
            name = _name(columns, cell)
            if cell.is_merged and not cell.text:
                merged.add(name)
            self._cell(draft, name, cell)
        self._target = draft.target or self._target
        self._place(draft, merged)

    def _cell(self, draft: RowDraft, name: str, cell: Cell) -> None:
        if name == "action":
            draft.action = cell.text
        elif name == "target":
            draft.target = cell.text
        elif name == "status":
            status, words = _status_and_words(cell)
            draft.status, draft.colours = status, list(cell.colours)
            add_parts(draft, words, "progress")
        elif name == "summary" or name in PARTS:
            add_parts(draft, cell.blocks, "progress" if name == "summary" else name)
        else:
            draft.extra += pieces(cell.blocks)

    def _place(self, draft: RowDraft, merged: set[str]) -> None:
        above = self.drafts[-1] if self.drafts else None
        if above is not None and not draft.anchor and not draft.action:
            is_new = bool(draft.target) or ("action" in merged and bool(draft.status) and "target" not in merged)
            if not is_new:
                above.add(draft)
                return
            draft.action = above.action
        if above is not None and "status" in merged:
            draft.status, draft.colours = above.status, above.colours
        if draft.anchor or draft.action or draft.target or draft.has_words:
            self.drafts.append(draft)


def _status_and_words(cell: Cell) -> tuple[str, tuple[Block, ...]]:
    """The status in a cell, and the words that stand in it where it was merged with the summary's."""
    first = cell.blocks[0] if cell.blocks else None
    if cell.span == 1:
        return cell.text, ()
    if isinstance(first, Paragraph) and len(first.text.split()) <= 2:
        return first.text, cell.blocks[1:]
    return "", cell.blocks


def _name(columns: Columns, cell: Cell) -> str:
    """What a cell holds: by the column that it begins in, or in whose middle it does."""
    before = [column for column in columns if column <= cell.column]
    return columns[max(before)] if before else ""


def add_parts(draft: RowDraft, blocks: Iterable[Block], part: str) -> str:
    """Put the words of a cell into the parts that their boxes, or the labels above them, say; the last of them."""
    for block in blocks:
        if isinstance(block, Grid):
            box = tags.box_of(block.box)
            part = box.part if box and box.part in PARTS else part
            draft.parts[part] += pieces([block])
            continue
        for tag, paragraph in by_box(block):
            box = tags.box_of(tag or paragraph.box)
            if box and box.part in PARTS:
                part = box.part
                draft.parts[part] += pieces([paragraph])
            else:
                part = _labelled(draft, paragraph, part)
    return part


def _labelled(draft: RowDraft, paragraph: Paragraph, part: str) -> str:
    """Put a paragraph into the part that it is labelled with, else into the one that was before it."""
    whole = "".join(span.run.text for span in paragraph.spans)
    first = whole.partition("\n")[0]
    key, size = labels.part(first)
    if key:
        draft.parts[key] += pieces([cut(paragraph, size)])
        return key
    found: list[Piece] = pieces([paragraph])
    draft.parts[part] += found
    return part


def words_of(draft: RowDraft) -> list[Piece]:
    """A row that has no place, with what stood in its first cells before its words."""
    head = " | ".join(filter(None, [draft.action, draft.target, draft.status]))
    return [*([text_line(head)] if head else []), *draft.pieces]
