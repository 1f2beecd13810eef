"""Whatever is done to the files, reading them ends in findings, never in a traceback.

The examples are the same in every run (derandomize), so that a failure here is a failure everywhere.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cspsite.check import check
from cspsite.errors import TokenError
from cspsite.figures import Figures
from cspsite.findings import Finding, blocking
from cspsite.lines import Lines
from cspsite.load import load
from cspsite.model import MONTHS_OF, Frequency
from cspsite.quote import Context, Quoter, passages
from cspsite.report_file import read_report
from cspsite.series_file import read_denominator_values, read_series
from cspsite.tokens import parse_token
from cspsite.tree import Tree, read_folder
from cspsite.yaml_file import read_yaml
from tests.builders import DATA, MINIMAL, TODAY

FILES = read_folder(DATA).files
PATHS = sorted(FILES)
SMALL = {path: text.encode() for path, text in MINIMAL.items()}

quick = settings(
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

#: What people and programs put where it does not belong.
ODD = st.sampled_from(
    [
        "", " ", "\n", "\t", "\0", "\r\n", "-", "0", "1", "-1", "1e3", "010", "12:30", "no", "on", "null", "~", "true",
        "[]", "{}", "[a, b]", "{a: b}", "- a", "a: b", "&a", "*a", "<<", "!!python/object:x", "|", ">-", "---", "...",
        "2006-13-45", "9999-12-31", "0001-01-01", "2006-07", "9999-12", "0001-01", "9999/00", "2006/07-Q4", "Apr-06",
        "#", "## Updates", "### {#a.b}", "#### Progress", "**Status:**", "**Status:** Purple", "**For:**", "```",
        "<!--",
        "{{", "}}", "{{ }}", "{{ a.b }}", "{{ domestic-burglary.rate @ 1900-01 }}",
        "{{ domestic-burglary.rate_change.baseline @ 2199/00 per population | words }}",
        "{{ domestic-burglary.rolling_12_change @ 1900-01..2199-12 }}",
        '"', "'", ",", ",,,,", ";", "999999999999", "1,234", "1.5", "x", "c", "é", "\ufeff", "\u2028", "\U0001f600",
        "<<<<<<< HEAD", "=======", "01632 960194", "a" * 300, "[" * 2000, "- " * 2000, "? " * 2000, "> " * 2000,
    ]
)  # fmt: skip
ANY_TEXT = st.one_of(ODD, st.text(max_size=12))


def read_all(files: dict[str, bytes], today: date = TODAY) -> list[Finding]:
    """Load, compute, check and quote everything, as the commands and the site do."""
    loaded = load(Tree(files))
    if loaded.data is None:
        return check(loaded, None, today)
    figures = Figures(loaded.data)
    quoter = Quoter(figures)
    for report in loaded.data.reports.values():
        group = loaded.data.groups.get(report.group)
        for passage in passages(report, group):
            for quotation in quoter.quotations(passage):
                assert quotation.text or quotation.figure.unit
        for target in group.targets if group else ():
            for figure in quoter.of_target(target, Context(report.data_to, group, target)):
                assert figure.shown
    return check(loaded, figures, today)


def is_sound(findings: list[Finding]) -> None:
    """Check that each finding can be shown: a known code, a real line, and something to do."""
    for finding in findings:
        assert finding.title
        assert finding.to_do
        assert finding.place.line >= 1


@st.composite
def changed_line(draw: st.DrawFn, text: str) -> str:
    """Return a text with a line dropped, doubled, swapped, emptied, or with odd text in it."""
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    kind = draw(st.sampled_from(["drop", "double", "swap", "empty", "replace", "insert", "indent", "value", "cut"]))
    if kind == "drop":
        del lines[at]
    elif kind == "double":
        lines.insert(at, lines[at])
    elif kind == "swap":
        other = draw(st.integers(0, len(lines) - 1))
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == "cut":
        lines = lines[:at]
    elif kind == "value":
        mark = draw(st.sampled_from([": ", ",", "{", "|"]))
        lines[at] = lines[at].partition(mark)[0] + mark + draw(ANY_TEXT)
    else:
        column = draw(st.integers(0, len(lines[at])))
        inserted = lines[at][:column] + draw(ANY_TEXT) + lines[at][column:]
        lines[at] = {"empty": "", "replace": draw(ANY_TEXT), "insert": inserted, "indent": "  " + lines[at]}[kind]
    return "\n".join(lines)


@st.composite
def changed_files(draw: st.DrawFn) -> dict[str, bytes]:
    """Return the repository's data with one to four files changed, lost, doubled or moved."""
    files = dict(FILES)
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(PATHS))
        content = files.get(path, b"")
        kind = draw(st.sampled_from(["line", "line", "line", "line", "bytes", "delete", "copy", "from"]))
        if kind == "delete":
            files.pop(path, None)
        elif kind == "copy":
            files[draw(st.sampled_from([path + ".bak", path.replace("-", "_"), "x/" + path, "new-" + path]))] = content
        elif kind == "from":
            files[path] = files.get(draw(st.sampled_from(PATHS)), b"")
        elif kind == "bytes":
            at = draw(st.integers(0, len(content)))
            files[path] = content[:at] + draw(st.binary(max_size=6)) + content[at + draw(st.integers(0, 9)) :]
        else:
            text = draw(changed_line(content.decode("utf-8", "replace")))
            files[path] = text.encode("utf-8", "replace")
    return files


@given(changed_files())
@quick
def test_changed_data_end_in_findings(files: dict[str, bytes]) -> None:
    """The repository's data, changed at random, load, compute, check and quote without an exception."""
    is_sound(read_all(files))


@given(st.sampled_from(sorted(SMALL)), st.data())
@quick
def test_a_changed_small_partnership_ends_in_findings(path: str, data: st.DataObject) -> None:
    """The minimal partnership with several lines of one file changed never raises."""
    text = SMALL[path].decode()
    for _ in range(data.draw(st.integers(1, 5))):
        text = data.draw(changed_line(text))
    is_sound(read_all({**SMALL, path: text.encode("utf-8", "replace")}))


@given(changed_line(SMALL["partnership.yml"].decode()))
@quick
def test_an_unreadable_partnership_is_an_error(text: str) -> None:
    """Whenever no partnership can be read, an error says so: nothing is published for no reason given."""
    loaded = load(Tree({**SMALL, "partnership.yml": text.encode("utf-8", "replace")}))
    if loaded.data is None:
        assert blocking(finding for finding in loaded.findings if finding.place.path == "partnership.yml")


@given(st.dictionaries(st.sampled_from(PATHS), st.binary(max_size=60), max_size=4))
@quick
def test_arbitrary_bytes_end_in_findings(files: dict[str, bytes]) -> None:
    """Files of arbitrary bytes are never read as data without a word."""
    findings = read_all(dict(files))
    is_sound(findings)
    assert blocking(findings)


_PIECES = st.lists(ANY_TEXT, max_size=25)


@given(_PIECES, st.sampled_from(["\n", " ", "", "\n\n", "\n  "]))
@quick
def test_any_report(pieces: list[str], between: str) -> None:
    """A report of any words under sound front matter is a report and findings."""
    text = "---\ndata_to: 2006-07\nclassification: OFFICIAL\n---\n" + between.join(pieces)
    report, findings = read_report("p", text, "homes", date(2006, 9, 11), Lines())
    assert (report is None) == any(finding.code == "never-closed" for finding in findings)
    is_sound(findings)


@given(_PIECES, st.sampled_from(["\n", ",", ",,", ";"]), st.sampled_from(sorted(MONTHS_OF)))
@quick
def test_any_csv(pieces: list[str], between: str, frequency: Frequency) -> None:
    """Any rows under a sound header are observations and findings; each row counts for one of them."""
    observations, lines, findings = read_series("p", "period,count,marker,note\n" + between.join(pieces), frequency)
    is_sound(findings)
    assert len(lines) == len(observations)
    assert [o.period for o in observations] == sorted({o.period for o in observations})
    values, _, findings = read_denominator_values("p", "reference_date,value,published,source\n" + between.join(pieces))
    is_sound(findings)
    assert all(value.value > 0 for value in values)


@given(_PIECES, st.sampled_from(["\n", ": ", "\n- ", ", ", " ", "\n  "]))
@quick
def test_any_yaml(pieces: list[str], between: str) -> None:
    """Any text is a YAML document and findings."""
    is_sound(read_yaml("p", between.join(pieces)).findings)


@given(st.one_of(ANY_TEXT, st.text(alphabet="abc.@/|- 0123456789per", max_size=40)))
@quick
def test_any_token(inside: str) -> None:
    """What stands between braces is a token or a TokenError, and nothing else."""
    try:
        token = parse_token(inside)
    except TokenError:
        return
    assert token.indicator in inside


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "? " * 100_000, "{a: " * 100_000, "-\t" * 100_000])
def test_depth_without_end(text: str) -> None:
    """YAML nested deeper than the machine's stack is a finding, not the end of the process."""
    assert blocking(read_yaml("p", text).findings)
