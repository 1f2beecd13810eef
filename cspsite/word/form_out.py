"""The form as a Word document: the partnership's own layout, each box a control, filled with a report's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from cspsite.form import PARTS
from cspsite.model import STATUSES, PreparedBy, Target
from cspsite.quote import Quoter
from cspsite.word import labels, tags
from cspsite.word.controls import Controls, paragraph, row, table
from cspsite.word.parts_out import document
from cspsite.word.prose_out import Shown
from cspsite.word.sheet import Line, Sheet, shown
from cspsite.words import day_words

#: Widths of columns in twentieths of a point; a page is 9,906 wide between its margins.
_FACTS = (2050, 2903, 2050, 2903)
_ITEMS = (1750, 8156)
_ACTIONS = (2150, 2000, 1150, 4606)


def form(sheet: Sheet, group_id: str, quoter: Quoter) -> bytes:
    """The document's bytes; the same sheet makes the same bytes."""
    made = _Form(sheet, group_id, quoter)
    title = f"{sheet.group.name}: report to the meeting of {day_words(sheet.meeting.date)}"
    return document(list(made.blocks()), made.controls, title, sheet.partnership.name)


class _Form:
    """The parts of one form, in their order."""

    def __init__(self, sheet: Sheet, group_id: str, quoter: Quoter) -> None:
        self.sheet = sheet
        self.id = group_id
        self.quoter = quoter
        self.controls = Controls()

    def shown(self, target: Target | None = None) -> Shown:
        """How figures read in words about a target."""
        return shown(self.sheet, self.quoter, target)

    def blocks(self) -> Iterator[Element]:
        """Everything on the page."""
        yield from self.head()
        yield paragraph("Heading1", labels.PLAN)
        yield self.facts()
        yield paragraph("Instruction", labels.BEST)
        yield self.items()
        yield paragraph("Small", labels.MORE)
        yield paragraph("Instruction", labels.TABLE)
        yield paragraph("Small", labels.FIGURES)
        yield paragraph("Small", labels.REMEDY)
        yield self.actions()
        yield paragraph("Small", labels.FOOTNOTE)
        for status, meaning in STATUSES.items():
            yield paragraph("Small", f"{status} - {meaning}")
        yield paragraph("Heading1", labels.ISSUES)
        yield self.issues()
        yield paragraph("Small", "")

    def head(self) -> Iterator[Element]:
        """Whose form it is, for which meeting, and what the group is for."""
        sheet, group, line = self.sheet, self.sheet.group, self.controls.line
        yield paragraph("Title", line(tags.PARTNERSHIP, "Partnership", sheet.partnership.name, is_locked=True))
        yield paragraph("Subtitle", f"{sheet.partnership.board} meeting ", self.day())
        name = line(tags.group(self.id), "Delivery group", group.name, is_locked=True)
        yield paragraph("Heading1", "‘", name, "’ Delivery Group")
        yield paragraph("Normal", f"Strategic Objective – {group.objective}")
        for target in group.targets:
            yield paragraph("Normal", f"Target – {target.wording}")
        yield paragraph("Normal", f"Chair – {group.chair}")

    def day(self) -> Element:
        """The meeting's date."""
        day = self.sheet.meeting.date
        return self.controls.line(tags.meeting(day.isoformat()), "Meeting date", day_words(day))

    def facts(self) -> Element:
        """Who completed the form, and for when."""
        report, line = self.sheet.report, self.controls.line
        boxes = {
            name: line(tags.PERSON[name], labels.FACTS[name], getattr(report.prepared_by, name) or "")
            for name in PreparedBy.model_fields
        }
        boxes["meeting"] = self.day()
        boxes["data_to"] = line(tags.DATA_TO, labels.FACTS["data_to"], report.data_to.words)
        boxes["classification"] = line(tags.CLASSIFICATION, labels.FACTS["classification"], report.classification)
        pairs = [(paragraph("Label", labels.FACTS[name]), paragraph("Normal", box)) for name, box in boxes.items()]
        rows = [row([*pairs[i], *pairs[i + 1]], _FACTS) for i in range(0, len(pairs), 2)]
        if report.illustrative:
            box = line(tags.ILLUSTRATIVE, labels.FACTS["illustrative"], report.illustrative)
            label = paragraph("Label", labels.FACTS["illustrative"])
            rows.append(row([label, paragraph("Normal", box)], (_FACTS[0], sum(_FACTS[1:])), spans=(1, 3)))
        return table("Who completed the form, and for which meeting", _FACTS, rows)

    def items(self) -> Element:
        """The achievements and the barriers, with as many boxes as the form has."""
        form, report = self.sheet.partnership.form, self.sheet.report
        rows: list[Element] = []
        for section, least in (("achievements", form.achievements), ("barriers", form.barriers)):
            texts: Sequence[str] = getattr(report, section)
            for n in range(1, max(least, len(texts)) + 1):
                label = f"{section[:-1].capitalize()} {n}"
                text = texts[n - 1] if n <= len(texts) else ""
                box = self.controls.box(tags.item(section, n), label, text, self.shown())
                rows.append(row([paragraph("Label", label), box], _ITEMS))
        return table("Achievements and barriers", _ITEMS, rows)

    def actions(self) -> Element:
        """The action table."""
        plans_for = self.sheet.partnership.form.plans_for
        titles = [words.format(months=plans_for.upper()) for words in labels.COLUMNS.values()]
        head = row([paragraph("Label", title) for title in titles], _ACTIONS, is_head=True)
        rows = [self.action(line) for line in self.sheet.lines]
        return table("Progress towards agreed actions", _ACTIONS, [head, *rows], has_head=True)

    def action(self, line: Line) -> Element:
        """One row of the action table, which may be split between pages: its words can be long."""
        title = line.action.title if line.action else line.update.heading or line.update.action
        words = [line.target.short] if line.target else []
        return row(
            [
                paragraph("Normal", title),
                paragraph("Normal", *words),
                paragraph("Normal", self.controls.status(line.anchor, line.update.status)),
                *[[block for part in PARTS for block in self.part(line, part)]],
            ],
            _ACTIONS,
            may_split=True,
        )

    def part(self, line: Line, part: str) -> list[Element]:
        """One part of a summary with what it is called."""
        plans_for = self.sheet.partnership.form.plans_for
        called = {
            "progress": "(i) Progress to date",
            "plans": f"(ii) Plans for the {plans_for}",
            "remedial_action": labels.REMEDIAL,
        }[part]
        tag = tags.update(line.anchor, part)
        box = self.controls.box(tag, called, getattr(line.update, part), self.shown(line.target))
        return [paragraph("PartLabel", called), *box]

    def issues(self) -> Element:
        """The other issues, with room for one more."""
        rows: list[Element] = []
        given = [(issue.title, issue.recipient or "", issue.text) for issue in self.sheet.report.other_issues]
        for n, (title, recipient, text) in enumerate([*given, ("", "", "")], 1):
            label = f"{labels.TITLE} {n}"
            line = self.controls.line
            heading = paragraph("Normal", line(tags.issue(n, "title"), label, title))
            whom = paragraph("Normal", line(tags.issue(n, "for"), labels.RECIPIENT, recipient))
            words = self.controls.box(tags.issue(n, "text"), labels.TEXT, text, self.shown())
            rows.append(row([paragraph("Label", label), heading], _ITEMS, is_shaded=True))
            rows.append(row([paragraph("Label", labels.RECIPIENT), whom], _ITEMS))
            rows.append(row([paragraph("Label", labels.TEXT), words], _ITEMS, may_split=True))
        return table("Other issues", _ITEMS, rows)
