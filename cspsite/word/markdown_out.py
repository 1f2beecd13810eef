"""Words with their form to Markdown, with as few signs as will be read back the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from cspsite.word.markdown_in import prose_of
from cspsite.word.prose import BREAK, Line, Piece, Run, Runs, Table, tidy

_SIGNS = re.compile(r"([\\`*_\[\]<>&|{}])")
_OPENING = re.compile(r"([-+#=>~]|\d+(?=[.)]))")


def markdown_of(prose: Sequence[Piece]) -> str:
    """The Markdown of lines and tables, as the box of a report has it."""
    blocks = list(_blocks(prose))
    parts = [f"{'' if i == 0 else separator}{text}" for i, (separator, text) in enumerate(blocks)]
    return "".join(parts)


def blocks_of(prose: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """The pieces that are one block each: a paragraph, a whole list, a whole quotation, a table."""
    found: list[list[Piece]] = []
    for piece in prose:
        is_part = isinstance(piece, Line) and (
            piece.kind in ("bullet", "number", "continued", "quote") and bool(found) and _same(found[-1][0], piece)
        )
        found[-1].append(piece) if is_part else found.append([piece])
    return [tuple(block) for block in found]


def _same(first: Piece, piece: Line) -> bool:
    """Whether a line goes on with the list or the quotation that begins with `first`."""
    lists = ("bullet", "number", "continued")
    if isinstance(first, Table):
        return False
    return first.kind in lists if piece.kind in lists else first.kind == piece.kind


@dataclass
class _Open:
    """A list that is open: how far its items' words stand in, what kind it is, its last number and sign."""

    width: int
    kind: str
    number: int = 0
    sign: str = "."


def _blocks(prose: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """Each piece's Markdown, with what parts it from the one before."""
    lists: list[_Open] = []
    before: Piece | None = None
    for piece in prose:
        if isinstance(piece, Table):
            lists.clear()
            yield "\n\n", _table(piece)
        else:
            is_item = piece.kind in ("bullet", "number")
            was_item = isinstance(before, Line) and before.kind in ("bullet", "number")
            separator = "\n" if is_item and was_item else "\n\n"
            if piece.kind == "quote" and isinstance(before, Line) and before.kind == "quote":
                separator = "\n>\n"
            yield separator, _line(piece, lists)
        before = piece


def _line(line: Line, lists: list[_Open]) -> str:
    """One line at its place in the lists that are open."""
    if line.kind == "code":
        lists.clear()
        return "\n".join(f"    {row}" for row in line.text.split("\n"))
    if line.kind in ("paragraph", "quote") or (line.kind == "continued" and not lists):
        lists.clear()
        return _indented(runs_text(line.runs), "> " if line.kind == "quote" else "", "> " * (line.kind == "quote"))
    del lists[line.level + 1 :]
    if line.kind == "continued":
        before = " " * sum(one.width for one in lists)
        return _indented(runs_text(line.runs), before, before)
    return _item(line, lists)


def _item(line: Line, lists: list[_Open]) -> str:
    """An item with its marker; a list that begins anew beside another has the other sign after its numbers."""
    own = lists.pop() if len(lists) > line.level else None
    before = " " * sum(one.width for one in lists)
    sign = own.sign if own else "."
    if own and line.kind == own.kind == "number" and line.number != own.number + 1:
        sign = ")" if sign == "." else "."
    marker = "- " if line.kind == "bullet" else f"{line.number}{sign} "
    lists.append(_Open(len(marker), line.kind, line.number, sign))
    return _indented(runs_text(line.runs), before + marker, before + " " * len(marker))


def _indented(text: str, first: str, rest: str) -> str:
    return "\n".join((rest if i else first) + row for i, row in enumerate(text.split("\n")))


def _table(table: Table) -> str:
    """A table, its first row as its head."""
    width = max(map(len, table.rows), default=0)
    rows = [[_cell(cell) for cell in row] + [""] * (width - len(row)) for row in table.rows]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _cell(runs: Runs) -> str:
    """A cell's words in one line."""
    flat = tuple(replace(run, text=" ") if run == BREAK else run for run in runs)
    return _with_bars(runs_text(flat))


def _with_bars(text: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", text)


def runs_text(runs: Runs) -> str:
    """The Markdown of one paragraph: the plainest that is read back as these runs, at worst without their look."""
    for escape in (_plain, _opening, _all):
        for order in (("href", "bold", "italic"), ("href", "italic", "bold")):
            text = _written(list(runs), order, escape)
            if prose_of(text) == (Line(runs),):
                return text
    words = tidy(Run(run.text, token=run.token) for run in runs)
    return _written(list(words), (), _all)


def _plain(text: str, _is_first: bool) -> str:
    return text


def _opening(text: str, is_first: bool) -> str:
    """With a backslash before what would begin a list, a quotation or the like."""
    return _OPENING.sub(lambda match: _escaped(match[1]), text, count=1) if is_first and _OPENING.match(text) else text


def _escaped(sign: str) -> str:
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _all(text: str, is_first: bool) -> str:
    """With a backslash before every sign that can mean something."""
    return _opening(_SIGNS.sub(r"\\\1", text), is_first)


Escape = Callable[[str, bool], str]


def _written(runs: list[Run], looks: tuple[str, ...], escape: Escape, is_first: bool = True) -> str:
    """Runs with the signs of their looks, the first of `looks` outermost."""
    if not looks:
        first = [is_first if i == 0 else runs[i - 1] == BREAK for i in range(len(runs))]
        return "".join(_bare(run, escape, first[i]) for i, run in enumerate(runs))
    found: list[str] = []
    for look, same in groupby(runs, key=lambda run: getattr(run, looks[0])):
        group = list(same)
        inside = _written(group, looks[1:], escape, is_first and not found)
        found.append(_signed(looks[0], look, inside) if look else inside)
    return "".join(found)


def _signed(name: str, look: object, inside: str) -> str:
    if name == "href":
        return f"[{inside}](<{look}>)" if re.search(r"[\s()<>]", str(look)) else f"[{inside}]({look})"
    sign = "**" if name == "bold" else "*"
    return f"{sign}{inside}{sign}"


def _bare(run: Run, escape: Escape, is_first: bool) -> str:
    """A run without its look."""
    if run.token:
        return f"{{{{ {run.token} }}}}"
    if run == BREAK:
        return "\\\n"
    if run.code:
        ticks = "`" * (1 + max((len(found) for found in re.findall("`+", run.text)), default=0))
        space = " " if run.text[:1] == "`" or run.text[-1:] == "`" else ""
        return f"{ticks}{space}{run.text}{space}{ticks}"
    return escape(run.text, is_first)
