"""A partnership's history in git: a version for each meeting, as the board had it, with its last months provisional.

`python -m benchmarks.versions FOLDER GROUPS MEETINGS INDICATORS MONTHS` writes the repository.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.calendar import baseline, data_to, meetings, years
from benchmarks.partnership import tree
from benchmarks.shape import Shape
from cspsite import paths
from cspsite.history import write_repository
from cspsite.periods import Month, Period

#: The files that name the year that figures are compared with.
_COMPARING = ("partnership", "group")
#: One indicator of so many is restated at each meeting: its last two months were one too low when they were new.
RESTATED = 8
_PERSON = "Benchmark <benchmark@example.org>"


def write(shape: Shape, folder: Path) -> None:
    """Write the repository to a new folder, one commit and tag a meeting, the last version checked out."""
    folder.mkdir(parents=True)
    write_repository(folder, b"".join(_stream(shape)))


def _stream(shape: Shape) -> Iterator[bytes]:
    files = {path: content.decode() for path, content in tree(shape).files.items()}
    # targets are compared with a year before the first meeting, as at every meeting of a real one
    old, new = str(baseline(shape)), str(years(shape)[0])
    files |= {path: text.replace(old, new) for path, text in files.items() if paths.kind_of(path)[0] in _COMPARING}
    for number, day in enumerate(meetings(shape), 1):
        moment = int(datetime(day.year, day.month, 1, 12, tzinfo=UTC).timestamp())
        who = "".join(f"{role} {_PERSON} {moment} +0000\n" for role in ("author", "committer"))
        parent = f"from :{number - 1}\n" if number > 1 else ""
        yield f"commit refs/heads/main\nmark :{number}\n{who}data 6\nPapers\n{parent}deleteall\n".encode()
        for path, text in files.items():
            if (content := _as_of(day, path, text)) is not None:
                yield b"M 100644 inline data/%s\ndata %d\n%s\n" % (path.encode(), len(content), content)
        yield f"\nreset refs/tags/meeting/{day}\nfrom :{number}\n\n".encode()


def _as_of(day: date, path: str, text: str) -> bytes | None:
    """A file as it stood at a meeting; None where it was not there yet."""
    kind, id, meeting = paths.kind_of(path)
    if kind == "report" and meeting > day.isoformat():
        return None
    if kind == "partnership":
        return "".join(_until(day, text.splitlines(keepends=True))).encode()
    if kind == "series":
        head, *rows = text.splitlines()
        return "\n".join([head, *_counted(data_to(day), int(id[-4:]), rows), ""]).encode()
    return text.encode()


def _until(day: date, lines: list[str]) -> Iterator[str]:
    """The partnership's file without the meetings after a day; each takes the line of its date and the next."""
    kept = True
    for line in lines:
        if line.startswith("- date: "):
            kept = line.removeprefix("- date: ").strip() <= day.isoformat()
        elif not line.startswith("  data_to"):
            kept = True
        if kept:
            yield line


def _counted(last: Month, number: int, rows: list[str]) -> Iterator[str]:
    """The counts until a month, as they stood then: the last two months provisional, and of some one too low."""
    for row in rows:
        period, count, _, note = row.split(",")
        end = Period.parse(period).end
        if end <= last:
            is_new = last - end < 2
            late = is_new and number % RESTATED == 0
            yield f"{period},{int(count) - late},{'p' if is_new else ''},{note}"


if __name__ == "__main__":
    write(Shape(*map(int, sys.argv[2:])), Path(sys.argv[1]))
