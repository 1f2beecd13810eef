"""What the documentation promises is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import cspsite
from cspsite import print_findings
from cspsite.blocks import KINDS
from cspsite.cli import main
from cspsite.figures import NAMES
from cspsite.findings import CODES
from cspsite.markers import MARKERS
from cspsite.tokens import OPTIONS

PACKAGE = Path(cspsite.__file__).parent
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


def _table(page: str) -> dict[str, str]:
    """Return the rows of all tables of a page of docs/ that begin with a word in code or brackets."""
    text = (FINDINGS.parent / page).read_text("utf-8")
    return dict(re.findall(r"^\| [`\[]([a-z0-9_.]+)[`\]] \| (.+?) \|", text, re.MULTILINE))


def test_every_figure_is_explained() -> None:
    """The contribute page lists every figure that can be quoted, in the program's words."""
    assert {name: meaning for name, meaning in _table("contribute.md").items() if name in NAMES} == {
        name: known.meaning for name, known in NAMES.items()
    }


def test_every_kind_of_chart_is_explained() -> None:
    """The contribute page lists every kind of chart that a hand-written page can show, in the program's words."""
    assert {name: meaning for name, meaning in _table("contribute.md").items() if name in KINDS} == dict(KINDS)


def test_every_option_of_a_token_is_explained() -> None:
    """The contribute page names every option of a token."""
    text = (FINDINGS.parent / "contribute.md").read_text("utf-8")
    assert [option for option in OPTIONS if f"`| {option}`" not in text] == []


def test_every_marker_is_explained() -> None:
    """The methods page lists every marker with its name."""
    assert _table("methods.md") == {marker: name for marker, (name, _) in MARKERS.items()}


def test_every_command_is_in_the_readme() -> None:
    """The README's table names every command, and every format of those that have several."""
    readme = (FINDINGS.parent.parent / "README.md").read_text("utf-8")
    assert [name for name in main.commands if f"| `cspsite {name}" not in readme] == []
    assert [name for name in print_findings.FORMATS if f"`{name}`" not in readme] == []


def test_every_module_is_in_the_map() -> None:
    """The map for developers names every module and package right below cspsite."""
    page = (FINDINGS.parent / "developers.md").read_text("utf-8")
    flow = page.split("```")[1]
    rooms = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if not path.name.startswith("__")}
    assert [room for room in sorted(rooms) if not re.search(rf"\b{room}\b", flow)] == []
