"""Measurements as Markdown tables: a column for each size of site or page read, or a row for each part of the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from benchmarks.lighthouse import NAMES as LIGHTHOUSE
from benchmarks.measure import Measured, MeasuredNumbers
from benchmarks.reading import Read

_ROWS: tuple[tuple[str, Callable[[Measured], str]], ...] = (
    ("Groups × meetings", lambda m: f"{m.shape.groups} × {m.shape.meetings}"),
    ("Indicators × months", lambda m: f"{m.shape.indicators} × {m.shape.months}"),
    ("Markdown a page", lambda m: f"{m.page_size:.0f} KB"),
    ("Load", lambda m: f"{m.steps['load']:.1f} s"),
    ("Compute", lambda m: f"{m.steps['compute']:.1f} s"),
    ("Check", lambda m: f"{m.steps['check']:.1f} s"),
    ("Pages", lambda m: f"{m.steps['pages']:.1f} s"),
    ("Our own steps together", lambda m: f"{sum(m.steps.values()):.1f} s"),
    ("`cspsite check`, start to end", lambda m: f"{m.check.seconds:.1f} s"),
    ("`cspsite check`, memory", lambda m: f"{m.check.memory:.0f} MB"),
    ("MkDocs with the hook", lambda m: f"{m.hook.seconds:.1f} s"),
    ("MkDocs with the hook, memory", lambda m: f"{m.hook.memory:.0f} MB"),
    ("Material, the same pages already written", lambda m: f"{m.written.seconds:.1f} s"),
    ("Material, the same pages, memory", lambda m: f"{m.written.memory:.0f} MB"),
    ("Material, as much plain prose", lambda m: f"{m.plain.seconds:.1f} s"),
    ("Material, plain prose, memory", lambda m: f"{m.plain.memory:.0f} MB"),
    ("The hook on top of the same pages", lambda m: f"{m.share:+.0%}"),
    ("Our own steps as a share of plain prose", lambda m: f"{m.share_of_plain:.0%}"),
    ("The whole build against plain prose", lambda m: f"× {m.hook.seconds / m.plain.seconds:.2f}"),
)


def table(measured: Sequence[Measured]) -> str:
    """All rows, in CPU seconds of one processor and MB."""
    sizes = [f"{one.shape.pages:,} pages" for one in measured]
    return _table(["", *sizes], [[name, *(shown(one) for one in measured)] for name, shown in _ROWS])


def numbers_table(measured: MeasuredNumbers) -> str:
    """A row for each part, with its share of all parts and the milliseconds that each number took."""
    rows = [
        [
            f"{part.name[:1].upper()}{part.name[1:]}",
            f"{part.number:,}",
            f"{part.seconds:.2f} s",
            f"{part.seconds / measured.seconds:.0%}",
            f"{1000 * part.seconds / part.number:.2f} ms",
        ]
        for part in measured.parts
    ]
    rows += [
        ["Together", "", f"{measured.seconds:.2f} s", "100%", ""],
        ["The process, memory", "", f"{measured.whole.memory:.0f} MB", "", ""],
    ]
    return _table(["", "Number", "CPU", "Share", "Each"], rows)


def reading_table(read: Sequence[Read]) -> str:
    """A column for each page: what is sent, when the largest thing is painted, what jumps, Lighthouse's scores."""
    plain = read[0].view
    rows = [
        ["Sent, compressed", *(f"{one.view.kilobytes:.0f} KB" for one in read)],
        ["Largest paint", *(f"{one.view.paint:.2f} s" for one in read)],
        ["Largest paint, against plain Material", *(f"× {one.view.paint / plain.paint:.2f}" for one in read)],
        ["Layout shift", *(f"{one.view.shift:.3f}" for one in read)],
    ]
    for i, name in enumerate(LIGHTHOUSE):
        rows.append([f"Lighthouse, {name}", *(str(one.scores.points[i]) if one.scores else "–" for one in read)])
    return _table(["", *(one.name for one in read)], rows)


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(map(_line, [headers, ["---", *("---:" for _ in headers[1:])], *rows]))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
