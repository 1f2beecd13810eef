"""A report's document to its record: headings as people write them, and each word under its own."""

from __future__ import annotations

from datetime import date

import pytest

from cspsite.findings import Finding
from cspsite.lines import Lines
from cspsite.model import Report
from cspsite.report_file import read_report

_FACTS = "---\ndata_to: 2006-07\nclassification: OFFICIAL\n---\n"
_REST = "\n## Barriers\n\n## Updates\n\n## Other issues\n"


def read(body: str, lines: Lines | None = None) -> tuple[Report, list[Finding]]:
    """Return the report of a body under sound front matter, which ends on line 4."""
    report, findings = read_report("p", _FACTS + body, "homes", date(2006, 9, 11), lines or Lines())
    assert report is not None
    return report, findings


@pytest.mark.parametrize(
    "body,items",
    [
        ("- One.\n- Two.\n", ("One.", "Two.")),
        ("* One.\n* Two.\n", ("One.", "Two.")),
        ("1. One.\n2. Two.\n", ("One.", "Two.")),
        ("- One\n  goes on.\n- Two.\n", ("One\ngoes on.", "Two.")),
        ("- One.\n\n  More of it.\n\n- Two.\n", ("One.\n\nMore of it.", "Two.")),
        ("- One:\n  - a\n  - b\n", ("One:\n- a\n- b",)),
        ("A paragraph.\n\nAnother.\n", ("A paragraph.", "Another.")),
        ("A paragraph.\n\n- One.\n", ("A paragraph.", "One.")),
        ("", ()),
        ("<!-- what went well? -->\n", ()),
        ("- One.<!-- sure? -->\n", ("One.",)),
    ],
)
def test_achievements(body: str, items: tuple[str, ...]) -> None:
    """Each list item, and each paragraph outside a list, is one achievement; comments are none."""
    report, findings = read("\n## Achievements\n\n" + body + _REST)
    assert (report.achievements, findings) == (items, [])


def test_an_update() -> None:
    """An update is its heading's words and ids, its status, and the words under each of its headings."""
    body = (
        "\n## Achievements\n\n## Barriers\n\n## Updates\n\n### New locks {#locks.burglary}\n\n**Status:** Red\n\n"
        "#### Progress\n\nA.\n\n- B.\n\n#### Plans for the next two months\n\nC.\n\n#### Remedial action\n\nD.\n\n"
        "## Other issues\n\n### Rain\n\n**For:** The council\n\nIt rained.\n\n### Snow\n\nIt did not.\n"
    )
    report, findings = read(body)
    (update,) = report.updates
    assert (update.key, update.heading, update.status) == (("locks", "burglary"), "New locks", "Red")
    assert (update.progress, update.plans, update.remedial_action) == ("A.\n\n- B.", "C.", "D.")
    assert [(issue.title, issue.recipient, issue.text) for issue in report.other_issues] == [
        ("Rain", "The council", "It rained."),
        ("Snow", None, "It did not."),
    ]
    assert findings == []


def updates(text: str) -> tuple[Report, list[Finding]]:
    """Return the report that has just these updates."""
    return read("\n## Achievements\n\n## Barriers\n\n## Updates\n\n" + text + "\n\n## Other issues\n")


@pytest.mark.parametrize(
    "line,status",
    [
        ("**Status:** Red", "Red"),
        ("**Status**: amber", "Amber"),
        ("Status: GREEN", "Green"),
        ("status Green", "Green"),
        ("**Status: Red**", "Red"),
        ("**Status:**", None),
        ("", None),
    ],
)
def test_status_lines(line: str, status: str | None) -> None:
    """A status is read however it is emphasised, and may be left open."""
    report, findings = updates(f"### A {{#a}}\n\n{line}\n\n#### Progress\n\nB.\n")
    assert (report.updates[0].status, findings) == (status, [])


@pytest.mark.parametrize("word", ["Purple", "Amber-Red", "Red.", "on track"])
def test_unknown_status_is_no_status(word: str) -> None:
    """A word that is no status is a finding, and never guessed."""
    report, findings = updates(f"### A {{#a}}\n\n**Status:** {word}\n")
    assert report.updates[0].status is None
    assert [(f.code, f.found) for f in findings] == [("unknown-status", word)]


@pytest.mark.parametrize(
    "heading,key",
    [
        ("{#a.b}", ("a", "b")),
        ("{#a}", ("a", None)),
        ("{#a.b}   ", ("a", "b")),
        ("{#a.b.c}", ("a", "b.c")),
    ],
)
def test_ids_of_updates(heading: str, key: tuple[str, str | None]) -> None:
    """What stands before the first dot is the action, what stands after it the target."""
    report, _ = updates(f"### A {heading}\n")
    assert report.updates[0].key == key


@pytest.mark.parametrize(
    "heading",
    ["#### Progress", "#### progress to date", "#### PROGRESS", "Progress\n--------"],
)
def test_headings_are_the_forms_in_any_case(heading: str) -> None:
    """Capitals do not matter; a heading of another level is a finding, and is read."""
    report, findings = updates(f"### A {{#a}}\n\n{heading}\n\nB.\n")
    if heading.startswith("#"):
        assert (report.updates[0].progress, findings) == ("B.", [])
    else:
        assert (report.updates[0].progress, [f.code for f in findings]) == ("B.", ["unknown-heading"])


def test_plans_may_be_for_another_time() -> None:
    """A partnership that meets quarterly has plans for the next quarter."""
    report, findings = updates("### A {#a}\n\n#### Plans for the next quarter\n\nB.\n")
    assert (report.updates[0].plans, findings) == ("B.", [])


def test_lines_of_what_was_read() -> None:
    """Each part is found again on its line of the file; an empty part on its heading's."""
    lines = Lines()
    read(
        "\n## Achievements\n\n- One.\n- Two.\n\n## Barriers\n\n## Updates\n\n### A {#a}\n\n**Status:** Red\n\n"
        "#### Progress\n\nB.\n\n#### Plans for the next two months\n\n## Other issues\n\n### C\n\nD.\n",
        lines,
    )
    keys: list[tuple[str | int, ...]] = [
        ("data_to",),
        ("achievements", 1),
        ("barriers",),
        ("updates", 0),
        ("updates", 0, "status"),
        ("updates", 0, "progress"),
        ("updates", 0, "plans"),
        ("updates", 0, "remedial_action"),
        ("other_issues", 0),
        ("other_issues", 0, "text"),
    ]
    assert [lines.place("p", *key).line for key in keys] == [2, 9, 11, 15, 17, 21, 23, 15, 27, 29]


def test_headings_in_code_and_lists_are_words() -> None:
    """What Markdown does not read as a heading is not one here."""
    report, findings = updates("### A {#a}\n\n#### Progress\n\n```\n## Barriers\n```\n\n- ## Updates\n\n    # code\n")
    assert "## Barriers" in report.updates[0].progress
    assert findings == []


def test_html_stays_text() -> None:
    """Nothing is done with HTML here; pages escape it."""
    report, _ = updates("### A {#a}\n\n#### Progress\n\n<script>alert(1)</script>\n")
    assert report.updates[0].progress == "<script>alert(1)</script>"
