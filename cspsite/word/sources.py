"""The Markdown that a form was filled with, so that what nobody has touched comes back sign by sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cspsite.form import PARTS
from cspsite.model import Data, Report
from cspsite.prose_syntax import parser
from cspsite.quote import Quoter, passages
from cspsite.tokens import find_tokens
from cspsite.word import tags
from cspsite.word.controls import Controls
from cspsite.word.document import Block
from cspsite.word.markdown_out import blocks_of, markdown_of
from cspsite.word.package import opened
from cspsite.word.parts_out import document
from cspsite.word.pieces import pieces
from cspsite.word.prose import Line, Piece, Runs, Table, tidy
from cspsite.word.prose_out import Shown
from cspsite.word.reading import document_of
from cspsite.word.sheet import Sheet, anchor_of, shown
from cspsite.word.xml import legal

#: A box of the form, such as ("updates", "tactical-tasking.domestic-burglary", "progress").
Place = tuple[str | int, ...]
_SHOWN = "0"
_PARSER = parser()


def tokens_of(data: Data) -> Iterator[str]:
    """Every token that a report quotes a figure by."""
    for report in data.reports.values():
        for passage in passages(report, None):
            yield from (inside.strip() for _, inside in find_tokens(passage.text))


def boxes_of(report: Report) -> Iterator[tuple[Place, str]]:
    """Every box of a report with its Markdown."""
    for section in ("achievements", "barriers"):
        texts: Sequence[str] = getattr(report, section)
        yield from (((section, i), text) for i, text in enumerate(texts))
    for update in report.updates:
        yield from (((anchor_of(update), part), getattr(update, part)) for part in PARTS)
    yield from ((("other_issues", i), issue.text) for i, issue in enumerate(report.other_issues))


def _lines_of(report: Report) -> Iterator[tuple[Place, str]]:
    """Every box of one line with its words."""
    yield from ((("prepared_by", name), getattr(report.prepared_by, name) or "") for name in tags.PERSON)
    yield from ((("classification",), report.classification), (("illustrative",), report.illustrative or ""))
    for i, issue in enumerate(report.other_issues):
        yield from ((("title", i), issue.title), (("for", i), issue.recipient or ""))


class Sources:
    """Knows what each box of a form reads like once it has been through Word."""

    def __init__(self, sheet: Sheet, quoter: Quoter) -> None:
        self._known: dict[tuple[Place, str], str] = {}
        report = sheet.report
        boxes = [(place, text) for place, text in boxes_of(report) if text]
        self._given = dict(boxes)
        targets = {anchor_of(update): sheet.group.target(update.target) for update in report.updates}
        for (place, source), found in zip(boxes, _through_word([text for _, text in boxes]), strict=True):
            self._learn(place, source, found, shown(sheet, quoter, targets.get(str(place[0]))))
        self._lines = {(place, _flat(text)): text for place, text in _lines_of(report) if text}

    def _learn(self, place: Place, source: str, found: list[Piece], text_of: Shown) -> None:
        """The box as a whole, and each of its blocks; also as they read where a program forgets what a figure was."""
        written, blocks = _written_blocks(source), blocks_of(found)
        pairs: list[tuple[Sequence[Piece], str]] = [(found, source)]
        if len(written) == len(blocks):
            pairs += zip(blocks, written, strict=True)
        for read, original in reversed(pairs):
            for text in (markdown_of(_typed(read, text_of)), markdown_of(read)):
                self._known[(), text] = original
                self._known[place, text] = original

    def markdown(self, found: Sequence[Piece], place: Place) -> str:
        """The Markdown of a box: the form's own for what is as it was, and new for what is not."""
        whole = self._own(markdown_of(found), place)
        if whole is not None:
            return whole
        blocks = [markdown_of(block) for block in blocks_of(found)]
        known = [self._own(text, place) for text in blocks]
        return "\n\n".join(text if own is None else own for text, own in zip(blocks, known, strict=True))

    def _own(self, text: str, place: Place) -> str | None:
        return self._known.get((place, text), self._known.get(((), text)))

    def line(self, text: str, place: Place) -> str:
        """The words of a box of one line."""
        return self._lines.get((place, text), text)

    def has(self, found: Sequence[Piece], place: Place) -> bool:
        """Whether a box is as it was."""
        return place in self._given and self.markdown(found, place) == self._given[place]


def _typed(pieces: Sequence[Piece], text_of: Shown) -> list[Piece]:
    """The words of a box with figures as plain words."""

    def plain(runs: Runs) -> Runs:
        """The runs without tokens."""
        return tidy(replace(run, text=text_of(run.token), token="") if run.token else run for run in runs)

    return [
        replace(piece, runs=plain(piece.runs))
        if isinstance(piece, Line)
        else Table(tuple(tuple(plain(cell) for cell in row) for row in piece.rows))
        for piece in pieces
    ]


def _flat(text: str) -> str:
    return " ".join(legal(text).split())


def _written_blocks(source: str) -> list[str]:
    """The blocks of a box as they were written."""
    rows = source.split("\n")
    spans = [token.map for token in _PARSER.parse(source) if token.level == 0 and token.map and token.nesting >= 0]
    return ["\n".join(rows[start:end]).strip("\n") for start, end in spans]


def _through_word(texts: Sequence[str]) -> list[list[Piece]]:
    """Each text as it is read from a document that it was written to."""
    controls = Controls()
    blocks = [
        element
        for n, text in enumerate(texts)
        for element in controls.box(tags.issue(n, "text"), "", text, lambda _token: _SHOWN)
    ]
    tokens = [inside.strip() for text in texts for _, inside in find_tokens(text)]
    if not any(text.strip() for text in texts):
        return [[] for _ in texts]
    found = document_of(opened(document(blocks, controls, "", "")), tags.Figures(tokens))
    by_tag = _by_tag(found.blocks)
    return [pieces(by_tag.get(tags.issue(n, "text"), [])) for n in range(len(texts))]


def _by_tag(blocks: Iterable[Block]) -> Mapping[str, list[Block]]:
    found: dict[str, list[Block]] = {}
    for block in blocks:
        found.setdefault(block.box, []).append(block)
    return found
