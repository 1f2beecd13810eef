"""Plain values to records: each wrong key is named, and what is right is kept."""

from __future__ import annotations

import pytest

from cspsite.findings import Finding
from cspsite.lines import Lines
from cspsite.model import Group, Partnership
from cspsite.validate import record_of
from cspsite.yaml_file import read_yaml
from tests.builders import GROUP, MINIMAL, PARTNERSHIP


def group_of(text: str) -> tuple[Group | None, list[Finding], Lines]:
    """Return the group that a text makes, its findings, and the lines of what was kept."""
    lines = Lines()
    document = read_yaml("p", text)
    lines.add("p", document.lines)
    group, findings = record_of(Group, document, "p", lines)
    return group, findings, lines


_TARGETS = """\
name: A
objective: B
chair: C
targets:
  - {id: one, wording: One, indicator: i, kind: hold}
  - {id: two, wording: Two, indicator: i, kind: wrong}
  - {id: three, wording: Three, indicator: i, kind: hold, change: lots}
  - id: four
    wording: Four
    indicator: i
    kind: hold
actions:
  - id: go
    title: Go
"""


def test_a_wrong_item_does_not_hide_the_others() -> None:
    """Items that are wrong are left out, each with its finding; the others are kept."""
    group, findings, _ = group_of(_TARGETS)
    assert group is not None
    assert [target.id for target in group.targets] == ["one", "four"]
    assert [(f.code, f.place.line, f.found) for f in findings] == [
        ("wrong-value", 6, "target two: kind: wrong"),
        ("wrong-value", 7, "target three: change: lots"),
    ]


def test_lines_follow_items_that_move_up() -> None:
    """After items were left out, those behind them are still found on their own lines."""
    _, _, lines = group_of(_TARGETS)
    assert lines.place("p", "targets", 0).line == 5
    assert lines.place("p", "targets", 1, "wording").line == 9
    assert lines.place("p", "actions", 0, "title").line == 14


def test_a_wrong_optional_key_is_left_out() -> None:
    """A record with a wrong optional key is kept without it."""
    group, findings, _ = group_of("name: A\nobjective: B\nchair: C\nstarts: soon\n")
    assert group is not None
    assert group.starts is None
    assert [(f.found, f.expected) for f in findings] == [("starts: soon", "a date like 2006-09-11")]


def test_every_wrong_key_is_named() -> None:
    """Missing, unknown and wrong keys are all found in one go, and no record is made."""
    group, findings, _ = group_of("name: 5\nobjectve: B\ncontact: []\n")
    assert group is None
    assert [(f.code, f.place.line) for f in findings] == [
        ("wrong-value", 1),
        ("missing-key", 1),
        ("wrong-value", 3),
        ("unknown-key", 2),
    ]


@pytest.mark.parametrize(
    "key,near",
    [("objectiv", "objective"), ("Chair", "chair"), ("target", "targets"), ("end", "ends"), ("zzz", "")],
)
def test_nearest_key(key: str, near: str) -> None:
    """The nearest known key is offered, where one is near."""
    _, findings, _ = group_of(f"name: A\nobjective: B\nchair: C\n{key}: x\n")
    advice = [finding.advice for finding in findings]
    assert advice == [f"Did you mean {near}?" if near else ""]


@pytest.mark.parametrize(
    "old,new,found,expected",
    [
        ("form: {achievements: 1", "form: {achievements: one", "form.achievements: one", "a whole number"),
        ("form: {achievements: 1", "form: {achievements: true", "form.achievements: True", "a whole number"),
        ("form: {achievements: 1", "form: {achievements: -1", "form.achievements: -1", "greater than or equal to 0"),
        ("baseline: 2005/06", "baseline: 2005", "strategy.baseline: 2005",
         "a period like 2006-04, 2006-04..2006-07, 2006/07-Q1 or 2005/06"),
        ("start: 2005-04-01", "start: 2005", "strategy.start: 2005", "a date like 2006-09-11"),
        ("start: 2005-04-01", 'start: "20050401"', "strategy.start: 20050401", "a date like 2006-09-11"),
        ("board: Management Group", 'board: " "', "board:  ", "some words"),
        ("area: Anytown", "area: A\ntime_zone: Europe/Londn", "time_zone: Europe/Londn",
         "a time zone like Europe/London"),
        ("area: Anytown", "area: A\ntime_zone: Europe", "time_zone: Europe", "a time zone like Europe/London"),
        ("area: Anytown", "area: A\ntime_zone: /etc/localtime", "time_zone: /etc/localtime",
         "a time zone like Europe/London"),
        ("area: Anytown", "area: A\ntime_zone: 1", "time_zone: 1", "a time zone like Europe/London"),
        ("area: Anytown", "area: A\ntime_zone: [UTC]", "time_zone: ['UTC']", "a time zone like Europe/London"),
        ("form: {achievements: 1, barriers: 1}", "form: many", "form: many",
         "keys and values, such as {achievements: …, barriers: …, plans_for: …, characters: …}"),
        ("form: {achievements: 1, barriers: 1}", "illustrative: true", "illustrative: True",
         "text, in quotes where it looks like a number or a date"),
    ],
)  # fmt: skip
def test_what_was_expected(old: str, new: str, found: str, expected: str) -> None:
    """A wrong value is shown with the key's full name, and with what belongs there in plain words."""
    assert MINIMAL[PARTNERSHIP].count(old) == 1
    document = read_yaml("p", MINIMAL[PARTNERSHIP].replace(old, new))
    _, findings = record_of(Partnership, document, "p", Lines())
    assert [(f.code, f.found, f.expected) for f in findings] == [("wrong-value", found, expected)]


@pytest.mark.parametrize(
    "line, zone",
    [("", "Europe/London"), ("time_zone: UTC\n", "UTC"), ("time_zone: Europe/Belfast\n", "Europe/Belfast")],
)
def test_time_zone(line: str, zone: str) -> None:
    """A partnership's days are London's, unless it names another time zone."""
    partnership, findings = record_of(Partnership, read_yaml("p", line + MINIMAL[PARTNERSHIP]), "p", Lines())
    assert partnership is not None
    assert (partnership.time_zone, findings) == (zone, [])


def test_a_line_that_yaml_cannot_read_is_said_once() -> None:
    """A value that is ambiguous is not wrong as well."""
    _, findings, _ = group_of("name: no\nobjective: 010\nchair: 2006-02-30\n")
    assert [f.code for f in findings] == ["yaml-ambiguous", "yaml-ambiguous", "not-a-date"]


def test_minimal_group_is_a_record() -> None:
    """A sound text is a record without findings."""
    group, findings, _ = group_of(MINIMAL[GROUP])
    assert group is not None
    assert (group.name, findings) == ("Safer Homes", [])
