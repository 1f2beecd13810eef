"""What explains the things that are drawn: a label beside one of them, or a key below where there is no room."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cspsite.charts.callouts import FAR, Callouts, Spot
from cspsite.charts.chart import HOLLOW, REVISED, Chart, Line, Mark, Note
from cspsite.charts.frame import FLOOR, LETTER, TEXT, WIDTH, Box, Frame, Words, wide
from cspsite.charts.keys import Key
from cspsite.charts.labels import Label, placed, split

_INSTEAD = frozenset("cxz")
#: Marks that say something of a number that is there.
_MARKED: frozenset[Mark] = frozenset({"hollow", "revised"})
#: How much room the number above a column takes.
_NUMBER = 14 + TEXT / 2 + 2
#: What of a step's width a column takes.
COLUMN = 0.6


@dataclass(frozen=True, slots=True)
class Naming:
    """All labels, and keys below the plot for what could not be labelled there."""

    labels: tuple[Label, ...]
    keys: tuple[Key, ...]


def named(chart: Chart, frame: Frame, callouts: Callouts, above: Collection[str], found: Sequence[Label]) -> Naming:
    """Those labels that are `found` and one for each marked note, where it has room; breaks have theirs `above`."""
    labels = [*found]
    left: list[Note] = []
    for note in chart.notes:
        if not note.mark or (note.mark == "break" and note.text in above):
            continue
        label = _label(chart, note, frame, callouts)
        if label:
            labels.append(label)
        elif not _joined(chart, note, frame, callouts, labels):
            left.append(note)
    return Naming(tuple(labels), _keys(left))


def _label(chart: Chart, note: Note, frame: Frame, callouts: Callouts) -> Label | None:
    """A label of its own: beside a point of the line, at any distance if there is none near; in or above a column."""
    if chart.kind == "columns":
        label = _in_columns(chart.lines[0], note, frame) or _above_column(chart, note, frame, callouts.texts)
        callouts.texts += [row.box for row in label.rows] if label else []
        return label
    choices, steps = _choices(note.text), _steps(chart, note)
    anchors = _anchors(chart, _picked(steps), frame)
    shared = _anchors(chart, sorted(_alone(chart) & {*steps}) if len(steps) > 1 else [], frame)
    tries = ((shared, FLOOR), (anchors, FAR), (anchors, FLOOR))
    return next((label for spots, far in tries if (label := callouts.near(choices, spots, far))), None)


def _alone(chart: Chart) -> set[int]:
    """The steps that one note is about alone: a label of another that is about them too may be shared."""
    return {steps[0] for note in chart.notes if len(steps := _steps(chart, note)) == 1}


def _joined(chart: Chart, note: Note, frame: Frame, callouts: Callouts, labels: list[Label]) -> bool:
    """Whether a note became a further row of one of the labels: of a number with its marker, or of its own point."""
    if chart.kind == "columns":
        return False
    at = {round(frame.x(step)) for step in _steps(chart, note)}
    for i, label in enumerate(labels):
        is_own = note.text[:3] in label.rows[0].text or (label.leader and round(label.leader[2]) in at)
        longer = callouts.extended(label, note.text) if is_own else None
        if longer:
            labels[i] = longer
            return True
    return False


def _choices(text: str) -> list[tuple[Words, ...]]:
    return [tuple(Words(row) for row in rows) for rows in split(text)]


def _anchors(chart: Chart, steps: Sequence[int], frame: Frame) -> list[Spot]:
    """Points of the subject at these steps; a gap has its place between its neighbours."""
    values = chart.lines[0].values
    found = []
    for step in steps:
        value = values[step]
        if value is None:
            near = [one for one in (_known(values, step, -1), _known(values, step, 1)) if one is not None]
            value = sum(near) / len(near) if near else 0.0
        found.append((frame.x(step), frame.y(value)))
    return found


def _steps(chart: Chart, note: Note) -> list[int]:
    """At which steps of the subject a note's mark stands."""
    line = chart.lines[0]
    if note.mark == "hollow":
        return _marked(line, HOLLOW)
    if note.mark == "revised":
        return _marked(line, frozenset(REVISED))
    if note.mark == "gap":
        return [step for step, value in enumerate(line.values) if value is None and _why(line, step) in note.text[:3]]
    return [flag.step for flag in chart.flags if flag.kind == note.mark]


def _marked(line: Line, wanted: frozenset[str]) -> list[int]:
    """Steps with a number that has one of the markers; the last number only if there is no other."""
    steps = [i for i, one in enumerate(line.markers) if one & wanted and line.values[i] is not None]
    return [step for step in steps if step != line.last] or steps


def _why(line: Line, step: int) -> str:
    """`[x]`: the marker that stands instead of a number, where the line has come to its step."""
    return f"[{min(line.markers[step] & _INSTEAD, default='x')}]" if line.labels[step] else "nothing"


def _picked(steps: Sequence[int]) -> list[int]:
    """A few of the steps: the middle of the longest run first, as it is plainest there."""
    if not steps:
        return []
    runs: list[list[int]] = [[steps[0]]]
    for before, step in pairwise(steps):
        if step == before + 1:
            runs[-1].append(step)
        else:
            runs.append([step])
    longest = max(runs, key=len)
    wanted = (longest[len(longest) // 2], longest[0], longest[-1], steps[0], steps[-1], steps[len(steps) // 2])
    return list(dict.fromkeys(wanted))


def _known(values: Sequence[float | None], step: int, way: int) -> float | None:
    places: Iterable[int] = range(step, len(values)) if way > 0 else range(step, -1, -1)
    return next((values[place] for place in places if values[place] is not None), None)


def _in_columns(line: Line, note: Note, frame: Frame) -> Label | None:
    """Within a hollow column, or above the marker of a gap; None where it does not fit."""
    room = frame.width * COLUMN - 8
    if note.mark == "hollow":
        for step in _marked(line, HOLLOW):
            high = FLOOR - frame.y(line.values[step] or 0.0)
            for rows in split(note.text):
                if max(map(wide, rows)) <= room and TEXT * len(rows) + 12 <= high:
                    return _upright(rows, frame.x(step), FLOOR - 8 - TEXT * len(rows))
    if note.mark == "gap":
        steps = [i for i, one in enumerate(line.values) if one is None and _why(line, i) in note.text[:3]]
        for rows in split(note.text[4:]):
            if steps and max(map(wide, rows)) <= frame.width - 8:
                return _upright(rows, frame.x(steps[0]), FLOOR - 8 - TEXT * (len(rows) + 1))
    return None


def _above_column(chart: Chart, note: Note, frame: Frame, taken: Sequence[Box]) -> Label | None:
    """Above the number of a column that has the note's mark, the lowest first; None where there is no room."""
    line = chart.lines[0]
    steps = [step for step in _steps(chart, note) if line.values[step] is not None] if note.mark in _MARKED else []
    for step in sorted(steps, key=lambda step: line.values[step] or 0.0):
        for rows in split(note.text):
            top = frame.y(line.values[step] or 0.0) - _NUMBER - TEXT * len(rows)
            label = _upright(rows, frame.x(step), top)
            has_room = max(map(wide, rows)) <= frame.width - 8 and top >= frame.top
            if has_room and not any(row.box.meets(other) for row in label.rows for other in taken):
                return label
    return None


def _upright(rows: Sequence[str], middle: float, top: float) -> Label:
    return Label(placed([Words(row) for row in rows], Box(middle, top, middle, FLOOR), "middle"))


def _keys(notes: Sequence[Note]) -> tuple[Key, ...]:
    """Explanations of drawn things, side by side as long as they fit."""
    found: list[Key] = []
    x, y = 4.0, FLOOR + 59.0
    for note in notes:
        needed = 28 + len(note.text) * LETTER
        if found and x + needed > WIDTH:
            x, y = 4.0, y + TEXT + 6
        found.append(Key(note.mark, note.text, x, y))
        x += needed + 18
    return tuple(found)
