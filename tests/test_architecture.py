"""The order of the architecture, and the house's rules that a program can hold."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "cspsite"
ROOT = PACKAGE.parent

#: Each step of the flow, with its modules; a module imports only from its own step and those before.
STEPS = (
    (
        "words of the trade",
        "errors findings_table findings periods markers numbers lines tree paths public_words personal days",
    ),
    (
        "load",
        "values model text_file yaml_syntax yaml_file validate csv_file series_file tokens blocks form outline slots "
        "prose_syntax report_file box_text report_text load revisions history",
    ),
    (
        "compute",
        "series disclosure own_words officers discretion uncertainty control_limits special_causes season "
        "control_chart variation assurance figure_names figure trajectory formulas figures quote quotable statuses "
        "words remedy evidence owed",
    ),
    ("check", "check"),
    ("compare", "changes past publication review proposal skeleton word"),
    (
        "describe",
        "charts exports evidence_words report_notes markdown_text print_owed reminders print_changes print_figures "
        "print_findings finding_names plain_findings field_words schema issue",
    ),
    ("pages", "pages"),
    ("pack", "browser pack"),
    ("publish", "clock demo cli_options cli_new_report cli_due cli_issue cli_pack cli_schema cli_word cli __main__"),
)
STEP_OF = {module: n for n, (_, modules) in enumerate(STEPS) for module in modules.split()}

#: Modules that compute: no clock, no files, no environment, no chance.
PURE = [
    "periods",
    "markers",
    "numbers",
    "tokens",
    "series",
    "disclosure",
    "own_words",
    "officers",
    "discretion",
    "public_words",
    "personal",
    "days",
    "figures",
    "quote",
    "statuses",
    "words",
    "remedy",
]
PURE += ["uncertainty", "control_limits", "special_causes", "season", "control_chart", "variation", "assurance"]
PURE += ["blocks", "slots", "quotable", "figure_names", "figure", "trajectory", "evidence", "skeleton", "owed"]
PURE += [f"formulas/{name}" for name in ("aim", "chance", "control", "counts", "projection", "target")]
PURE += [f"issue/{name}" for name in ("fields", "blank", "template", "body", "event", "sent", "result")]
PURE += [f"changes/{path.stem}" for path in (PACKAGE / "changes").glob("*.py")]
IMPURE_MODULES = {"os", "pathlib", "time", "random", "secrets", "io", "shutil", "subprocess", "tempfile", "sys"}
IMPURE_NAMES = {"open", "input", "print", "eval", "exec", "__import__"}
IMPURE_CALLS = {"today", "now", "utcnow", "getenv", "read_text", "read_csv"}

MODULES = sorted(PACKAGE.rglob("*.py"))
each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))


def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> set[str]:
    """Return the full names of all modules and names that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} line {node.lineno}: imports name the whole package"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(name: str) -> str:
    """Return the module or package right below cspsite that an imported name belongs to."""
    return name.split(".")[1] if "." in name else ""


def own_room(path: Path) -> str:
    """Return the module or package right below cspsite that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@each_module
def test_every_module_has_its_step(path: Path) -> None:
    """No module stands outside the flow."""
    assert own_room(path) in {*STEP_OF, "__init__"}


@each_module
def test_imports_only_from_the_steps_before(path: Path) -> None:
    """Data flow one way: a module imports nothing from a later step."""
    own = STEP_OF.get(own_room(path), 0)
    below = {room(name) for name in imports(path) if name.startswith("cspsite.")}
    later = {name for name in below if STEP_OF.get(name, -1) > own}
    assert later == set()


def test_no_circles() -> None:
    """No two modules import each other, not even through others."""
    names = {path: ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES}
    known = {path: name.removesuffix(".__init__") for path, name in names.items()}
    needs = {
        name: {wanted for found in imports(path) if (wanted := module_of(found, set(known.values())))} - {name}
        for path, name in known.items()
    }
    while free := {name for name, wanted in needs.items() if not wanted & set(needs)}:
        needs = {name: wanted for name, wanted in needs.items() if name not in free}
    assert sorted(needs) == []


def module_of(found: str, known: set[str]) -> str:
    """Return the module that an imported name is, or else stands in; nothing for a foreign one."""
    return next((name for name in (found, found.rpartition(".")[0]) if name in known), "")


@each_module
def test_mkdocs_stays_outside(path: Path) -> None:
    """The package never imports the generator, so that another can take its place."""
    assert {name for name in imports(path) if name.split(".")[0] in ("mkdocs", "material", "properdocs")} == set()


@pytest.mark.parametrize("name", PURE)
def test_computing_is_pure(name: str) -> None:
    """What computes has no clock, no files, no environment and no chance: the same data give the same figures."""
    path = PACKAGE / f"{name}.py"
    assert {found for found in imports(path) if found.split(".")[0] in IMPURE_MODULES} == set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Name):
            assert node.id not in IMPURE_NAMES, f"{name} line {node.lineno}"
        if isinstance(node, ast.Attribute):
            assert node.attr not in IMPURE_CALLS, f"{name} line {node.lineno}"


@each_module
def test_first_line_says_what_a_module_is_for(path: Path) -> None:
    """Each module begins with a sentence."""
    docstring = ast.get_docstring(parsed(path))
    assert docstring, "no docstring"
    assert docstring.splitlines()[0].rstrip().endswith((".", "?", "!"))


@each_module
def test_rooms_are_small(path: Path) -> None:
    """A module of more than 400 lines is two."""
    assert len(path.read_text("utf-8").splitlines()) <= 400


@each_module
def test_public_functions_are_explained(path: Path) -> None:
    """Every public class and function, and every public method of a public class, has a docstring."""
    bare: list[str] = []
    for node in parsed(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            inner = node.body if isinstance(node, ast.ClassDef) else []
            defined = [node, *(part for part in inner if isinstance(part, ast.FunctionDef) and part.name[0] != "_")]
            bare += [each.name for each in defined if not ast.get_docstring(each)]
    assert bare == []


@each_module
def test_functions_are_short(path: Path) -> None:
    """A function hardly ever passes forty lines."""
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 50
    ]
    assert long == []
