"""What the documentation promises is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from cspsite.findings import CODES

FINDINGS = Path(__file__).parent.parent / "docs/findings.md"
_ROW = re.compile(r"^\| `([a-z-]+)` \| (error|warning|notice) \| (.+?) \| (.+?) \|$", re.MULTILINE)


def rows() -> list[tuple[str, str, str, str]]:
    """Return code, severity, meaning and what to do of each row of the tables in docs/findings.md."""
    return _ROW.findall(FINDINGS.read_text("utf-8"))


def test_every_code_is_explained_once() -> None:
    """Docs and program have the same codes in the same order, each once."""
    assert [row[0] for row in rows()] == list(CODES)


def test_severities_are_the_programs() -> None:
    """What the docs call an error is one."""
    assert {row[0]: row[1] for row in rows()} == {code: str(kind.severity) for code, kind in CODES.items()}


def test_rows_are_sentences() -> None:
    """Each row says in whole sentences what the code means and what to do."""
    wrong = [row[0] for row in rows() if not (row[2].endswith(".") and row[3].endswith(".") and row[2][0].isupper())]
    assert wrong == []


def test_every_table_row_is_read() -> None:
    """No row of a table escapes the tests above by its form."""
    lines = [line for line in FINDINGS.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert len(lines) == len(rows())
