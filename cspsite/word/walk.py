"""Goes through a filled-in form from top to bottom, and puts everything where it belongs, by its box or its place."""

from __future__ import annotations

from dataclasses import replace

from cspsite.word import labels, tags
from cspsite.word.document import Block, Document, Grid, Paragraph, Row
from cspsite.word.draft import Draft, RowDraft
from cspsite.word.issues import Issues
from cspsite.word.pieces import by_box, cut, pieces
from cspsite.word.prose import Line, Piece
from cspsite.word.rows import ActionRows, add_parts, columns_of

_FACT_TAGS = {tags.DATA_TO: "data_to", tags.CLASSIFICATION: "classification", tags.ILLUSTRATIVE: "illustrative"}
_FACT_TAGS |= {tag: name for name, tag in tags.PERSON.items()} | {tags.PARTNERSHIP: "partnership"}


def draft_of(document: Document) -> Draft:
    """What the form says, with what has no place in it."""
    walk = _Walk()
    for block in document.blocks:
        walk.block(block)
    return walk.draft


class _Walk:
    """Remembers in which section of the form it is: the `head`, `achievements`, `updates` or `other_issues`."""

    def __init__(self) -> None:
        self.draft = Draft()
        self.section = "head"
        self.kind = ""
        self.rows = ActionRows(self.draft.rows)
        self.issues = Issues(self.draft.issues)
        self.tag = ""

    def block(self, block: Block) -> None:
        """A paragraph or a table."""
        if isinstance(block, Paragraph):
            self.paragraph(block)
        elif any(self.kind_of(row) for row in block.rows):
            for row in block.rows:
                self.row(row)
        else:
            self.foreign(block)

    def foreign(self, grid: Grid) -> None:
        """A table that is none of the form's: part of an issue, else of what is around it; a frame is looked into."""
        if all(len(row.cells) == 1 for row in grid.rows):
            for row in grid.rows:
                for block in row.cells[0].blocks:
                    self.block(block)
        elif self.section == "other_issues":
            self.issues.flow(grid)
        else:
            self.draft.leave("a table of its own", *pieces([grid]))

    def kind_of(self, row: Row) -> str:
        """What a row is; empty where it is none of the form's."""
        first = row.cells[0].text if row.cells else ""
        tagged = _section_of(row)
        if columns_of(row):
            return "columns"
        if tagged in ("updates", "achievements", "barriers", "other_issues"):
            return tagged
        if labels.item(first) and len(row.cells) > 1:
            return labels.item(first)
        if self.section == "other_issues":
            return "other_issues" if labels.issue(first) and len(row.cells) > 1 else ""
        if tagged == "facts" or any(labels.fact(text) or labels.labelled_fact(text)[0] for text in row.texts):
            return "facts"
        return self.place_of(row)

    def place_of(self, row: Row) -> str:
        """What a row without labels is, by where it stands."""
        if self.section == "updates" and self.rows.columns and len(row.cells) > 2:
            return "updates"
        if self.section == "achievements" and self.kind and len(row.cells) > 1 and not row.cells[0].text:
            return "more"
        return ""

    def row(self, row: Row) -> None:
        """A row of one of the form's tables."""
        kind = self.kind_of(row)
        if kind == "columns":
            self.draft.is_form = True
            self.begin("updates")
            self.rows.head(columns_of(row) or {})
            for cell in row.cells:
                if cell.text and not labels.column(cell.text):
                    self.draft.leave("words in the head of the action table", *pieces(cell.blocks))
        elif kind == "updates":
            self.begin("updates")
            self.rows.read(row)
        elif kind in ("achievements", "barriers", "more"):
            self.item(row, kind)
        elif kind == "facts":
            self.facts(row)
        elif kind == "other_issues":
            self.begin("other_issues")
            self.issues.row(row)
        else:
            for cell in row.cells:
                for block in cell.blocks:
                    self.block(block)

    def begin(self, section: str) -> None:
        """A section begins or goes on."""
        self.section = section

    def item(self, row: Row, kind: str) -> None:
        """A row with an achievement or a barrier, or with more of the one above."""
        found = pieces(block for cell in row.cells[0 if _is_bare(row) else 1 :] for block in cell.blocks)
        if kind == "more" and self.draft.items[self.kind]:
            self.draft.items[self.kind][-1] += found
            return
        self.draft.is_form = True
        self.begin("achievements")
        self.kind = kind if kind != "more" else self.kind
        self.draft.items[self.kind].append(found)

    def facts(self, row: Row) -> None:
        """A row with facts: in their boxes, or after their labels."""
        segments: list[str] = []
        for cell in row.cells:
            whole: list[str] = []
            for block in cell.blocks:
                if isinstance(block, Grid):
                    self.block(block)
                    continue
                for tag, part in by_box(block):
                    if tag or block.box:
                        self.tagged(tag or block.box, part)
                    else:
                        whole += part.segments
            segments += [" ".join(filter(None, whole))] if "\t" not in cell.text else whole
        self.segments(segments)

    def segments(self, segments: list[str]) -> None:
        """Labels and what stands after them."""
        label = ""
        for text in filter(None, segments):
            key, rest = labels.labelled_fact(text)
            if name := labels.fact(text):
                label = name
            elif key:
                self.fact(key, rest)
                label = "" if rest else key
            elif label:
                self.fact(label, text)
                label = ""
            else:
                self.draft.head.append(text)

    def fact(self, name: str, text: str) -> None:
        """A fact of the head; a telephone number is not kept."""
        if name == "telephone":
            self.draft.telephones = self.draft.telephones or bool(text)
        elif name == "meeting":
            self.draft.days.append(("", text))
        elif text:
            self.draft.facts[name] = " ".join(filter(None, [self.draft.facts.get(name, ""), text]))

    def paragraph(self, paragraph: Paragraph) -> None:
        """A paragraph that stands in no table of the form's."""
        parts = by_box(paragraph)
        for tag, part in parts:
            if tag or paragraph.box:
                self.tagged(tag or paragraph.box, part)
        bare = paragraph.within("") if not paragraph.box else None
        if bare is None or not bare.text or labels.is_known(paragraph.text):
            return
        if len(parts) > 1 and self.section == "head":
            self.draft.head.append(paragraph.text)
        else:
            self.flow(bare)

    def tagged(self, tag: str, paragraph: Paragraph) -> None:
        """Words in one of the form's boxes, wherever it stands now."""
        box = tags.box_of(tag)
        if box is None or not paragraph.text:
            return
        if box.section == "group":
            self.draft.group = self.draft.group or box.key
        elif box.section == "meeting":
            self.draft.days.append((box.key, paragraph.text))
        elif box.section == "facts":
            self.fact(_FACT_TAGS[box.key], paragraph.text)
        elif box.section == "other_issues":
            self.issues.tagged(tag, paragraph)
        elif box.section == "updates":
            self.update(box, tag, paragraph)
        else:
            self.loose_item(box.section, tag, paragraph)
        self.tag = tag

    def update(self, box: tags.Box, tag: str, paragraph: Paragraph) -> None:
        """A box of an update that has come out of its table."""
        draft = next((one for one in self.draft.rows if one.anchor == box.key), None)
        if draft is None:
            draft = RowDraft(anchor=box.key)
            self.draft.rows.append(draft)
        if box.part == tags.STATUS:
            draft.status = paragraph.text
        else:
            add_parts(draft, [paragraph], box.part)

    def loose_item(self, section: str, tag: str, paragraph: Paragraph) -> None:
        """An achievement or a barrier that has come out of its table."""
        if self.tag != tag or not self.draft.items[section]:
            self.draft.items[section].append([])
        self.draft.items[section][-1] += pieces([paragraph])

    def flow(self, paragraph: Paragraph) -> None:
        """Free words, by the section that they stand in."""
        text = paragraph.text
        section = labels.section(text)
        if section and (section == "other_issues" or len(text) > 12 or paragraph.is_heading):
            self.begin(section)
            self.kind = ""
        elif section := labels.item(text):
            self.begin("achievements")
            self.kind = section
        elif self.section == "other_issues":
            self.issues.flow(paragraph)
        elif self.section == "achievements":
            self.near_items(paragraph)
        elif self.section == "updates":
            self.near_actions(paragraph)
        else:
            self.in_head(paragraph)

    def in_head(self, paragraph: Paragraph) -> None:
        """A line above the boxes: facts, or whose form it is."""
        parts = paragraph.segments
        if any(labels.fact(part) or labels.labelled_fact(part)[0] for part in parts):
            self.segments(parts)
        else:
            self.draft.head.append(paragraph.text)

    def near_items(self, paragraph: Paragraph) -> None:
        """Words among the achievements and barriers: an item of the list below its heading, else left over."""
        label, rest = _item_of(paragraph.text)
        if label:
            self.kind = label
            self.draft.items[label].append(pieces([cut(paragraph, rest)]))
        elif self.kind:
            self.draft.items[self.kind].append(_as_item(pieces([paragraph])))
        else:
            self.draft.leave("between the boxes for achievements and barriers", *pieces([paragraph]))

    def near_actions(self, paragraph: Paragraph) -> None:
        """Words between the rows of the action table: a target's line, else left over."""
        key, rest = labels.labelled(paragraph.text)
        if key == "target":
            self.rows.target(rest)
            self.draft.targets.append(rest)
        else:
            self.draft.leave("beside the action table", *pieces([paragraph]))


def _section_of(row: Row) -> str:
    """The section of the form whose boxes stand in a row."""
    found = {box.section for box in map(tags.box_of, row.boxes) if box}
    if found & {"facts", "group", "meeting"}:
        return "facts"
    return next(iter(sorted(found)), "")


def _is_bare(row: Row) -> bool:
    """Whether a row has only the box itself, and no label before it."""
    return len(row.cells) == 1 or not (labels.item(row.cells[0].text) or not row.cells[0].text)


def _item_of(text: str) -> tuple[str, int]:
    """The section of a line such as `Achievement 1: …`, and where its words begin."""
    before, colon, _ = text.partition(":")
    return (labels.item(before), len(before) + 1) if colon and labels.item(before) else ("", 0)


def _as_item(found: list[Piece]) -> list[Piece]:
    """The words of a list's item, without its bullet: the report has a list of its own."""
    first = found[0] if found else None
    if isinstance(first, Line) and first.kind in ("bullet", "number") and first.level == 0:
        return [replace(first, kind="paragraph"), *found[1:]]
    return found
