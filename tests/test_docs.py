"""What the documentation promises is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cspsite
from cspsite import print_findings
from cspsite.blocks import KINDS
from cspsite.cli import main
from cspsite.errors import TokenError
from cspsite.figures import NAMES, Figures
from cspsite.findings import CODES
from cspsite.markers import MARKERS
from cspsite.periods import Month
from cspsite.quote import Context, Quoter
from cspsite.tokens import OPTIONS
from tests import builders

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


def test_figures_that_can_be_per_a_denominator_are_named() -> None:
    """The contribute page names each figure that takes `per …`, and no other, in the program's order."""
    text = (FINDINGS.parent / "contribute.md").read_text("utf-8")
    row = next(line for line in text.splitlines() if line.startswith("- `per population`"))
    named = re.findall(r"`([a-z0-9_.]+)`", row.partition("per one:")[2])
    assert named == [name for name, known in NAMES.items() if known.of != "counts"]


def _minimal(inside: str) -> str:
    """Return how a token reads in a report on the minimal partnership's target."""
    data = builders.data_of()
    group = data.groups["homes"]
    context = Context(Month.parse("2006-07"), group, group.targets[0])
    return Quoter(Figures(data)).quote(inside, context).text


@pytest.mark.parametrize(
    "inside, text",
    [
        ("count | 2 decimals", "380"),
        ("difference.baseline | words | 1 decimals", "20 fewer"),
        ("months_left | 1 decimal", "20 months"),
        ("ratio.last_year | 0 decimals", "0.95"),  # 380 ÷ 400
        ("ratio.last_year | 3 decimals", "0.950"),
        ("change.last_year | unsigned | 2 decimals", "5.00%"),
        ("change.last_year | number | 6 decimals", "5.000000"),
        ("interval | unsigned", "343 to 420"),
        ("interval | number", "343 to 420"),
    ],
)
def test_options_do_what_the_contribute_page_says(inside: str, text: str) -> None:
    """Whole figures stay whole, a ratio keeps two places, an interval stays as it is, and places go with an option."""
    assert _minimal(f"burglary.{inside}") == text


@pytest.mark.parametrize("name", NAMES)
def test_only_figures_of_the_list_take_a_denominator(name: str) -> None:
    """`per population` is refused with every other figure."""
    if NAMES[name].of == "counts":
        with pytest.raises(TokenError):
            _minimal(f"burglary.{name} per population")
    else:
        _minimal(f"burglary.{name} per population")


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
