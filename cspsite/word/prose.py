"""Words with their form, as both Markdown and Word have them: lines one below the other, and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

Kind = Literal["paragraph", "bullet", "number", "continued", "quote", "code"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. A line's break is a run of its own; so is a figure: `token` is what its braces hold."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str = ""
    token: str = ""


BREAK = Run("\n")
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, an item of a list, a paragraph within such an item, a quotation or a piece of code.

    `level` is how deep in lists it stands, from 0; `number` is that of a numbered item.
    """

    runs: Runs
    kind: Kind = "paragraph"
    level: int = 0
    number: int = 1

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table within the words; each row has as many cells as the first."""

    rows: tuple[tuple[Runs, ...], ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "\n".join(" ".join("".join(run.text for run in cell) for cell in row) for row in self.rows)


Piece = Line | Table
Prose = tuple[Piece, ...]


def tidy(runs: Iterable[Run]) -> Runs:
    """Runs of one look joined; single spaces, none at the ends or beside breaks; a space looks as both its sides do."""
    atoms: list[Run] = []
    for atom in (atom for run in runs for atom in _atoms(run)):
        last = atoms[-1] if atoms else BREAK
        if not _is_space(atom):
            if atom == BREAK and _is_space(last):
                atoms.pop()
            atoms.append(atom)
        elif not _is_space(last) and last != BREAK:
            atoms.append(atom)
    while atoms and (_is_space(atoms[-1]) or atoms[-1] == BREAK):
        atoms.pop()
    while atoms and atoms[0] == BREAK:
        atoms.pop(0)
    return tuple(_joined([_between(atoms, i) for i in range(len(atoms))]))


def _atoms(run: Run) -> Iterator[Run]:
    """A run sign by sign; a figure and a break are one each."""
    if run.token:
        yield run
        return
    for sign in run.text:
        yield BREAK if sign == "\n" else replace(run, text=" " if sign.isspace() else sign)


def _is_space(atom: Run) -> bool:
    return atom.text == " " and not atom.token


def _between(atoms: list[Run], i: int) -> Run:
    """The atom; a space with only the look that the atoms on both its sides have."""
    atom = atoms[i]
    if not _is_space(atom):
        return atom
    before, after = atoms[i - 1], atoms[i + 1]
    return Run(
        " ",
        bold=before.bold and after.bold,
        italic=before.italic and after.italic,
        code=before.code and after.code,
        href=before.href if before.href == after.href else "",
    )


def _joined(atoms: list[Run]) -> Iterator[Run]:
    """Neighbours of one look as one run; figures and breaks stay by themselves."""
    alone = [atom.token != "" or atom == BREAK for atom in atoms]
    keys = [(i if alone[i] else -1, replace(atom, text="")) for i, atom in enumerate(atoms)]
    for _, same in groupby(zip(keys, atoms, strict=True), key=lambda pair: pair[0]):
        group = [atom for _, atom in same]
        yield replace(group[0], text="".join(atom.text for atom in group))
