"""Bad input in facts that do not go together: ends before starts, and keys that another key asks for or excludes."""

from __future__ import annotations

from tests.bad_input.case import Case, case
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, REPORT, edited

_TWELVE = "a period of twelve months, such as 2003/04"
_PLAIN = {GROUP: MINIMAL[GROUP].replace("by 10% ", "")}
_NO_UPDATE = {REPORT: MINIMAL[REPORT].split("### Locks")[0] + "## Other issues\n"}


def _wrong(fact: str, path: str, change: tuple[str, str], line: int, found: str, expected: str) -> Case:
    return case(fact, edited(path, *change), ("wrong-value", path, line, found, expected))


def _target(fact: str, kind: str, *rows: tuple[str, int, str, str]) -> Case:
    """The target's kind and change, from line 8 on, replaced."""
    text = _PLAIN[GROUP].replace("    kind: reduce_by_percent\n    change: 10\n", kind)
    return case(fact, {GROUP: text}, *((code, GROUP, line, found, expected) for code, line, found, expected in rows))


CASES: list[Case] = [
    _wrong(
        "A strategy ends after it starts.",
        PARTNERSHIP,
        ("end: 2008-03-31", "end: 2004-03-31"),
        4,
        "end: 2004-03-31",
        "not before the start, 2005-04-01",
    ),
    _wrong(
        "A strategy's baseline is a year, and the targets that go by it are not blamed.",
        PARTNERSHIP,
        ("baseline: 2005/06", "baseline: 2005-04..2005-07"),
        4,
        "baseline: April to July 2005",
        _TWELVE,
    ),
    _wrong(
        "A target ends after it starts.",
        GROUP,
        ("    end: 2008-03-31", "    end: 2008-03-31\n    start: 2008-03-31"),
        11,
        "end: 2008-03-31",
        "after its start, 2008-03-31",
    ),
    _wrong(
        "An action is not due before it starts.",
        GROUP,
        ("    due: 2007-03-31", "    due: 2006-03-31\n    start: 2006-04-01"),
        17,
        "due: 2006-03-31",
        "not before its start, 2006-04-01",
    ),
    _wrong(
        "Papers are not due after their meeting.",
        PARTNERSHIP,
        ("data_to: 2006-07}", "data_to: 2006-07, papers_due: 2006-09-12}"),
        10,
        "papers_due: 2006-09-12",
        "not after the meeting, 2006-09-11",
    ),
    _wrong(
        "A meeting's papers cannot use the month that it is in, and nothing is measured by such a month.",
        PARTNERSHIP,
        ("data_to: 2006-07}", "data_to: 2006-09}"),
        10,
        "data_to: 2006-09",
        "a month before the meeting's own, 2006-09",
    ),
    _wrong(
        "A group does not end before it starts.",
        GROUP,
        ("chair: Fire service", "chair: Fire service\nstarts: 2005-04-01\nends: 2005-03-31"),
        5,
        "ends: 2005-03-31",
        "not before it starts, 2005-04-01",
    ),
    _target(
        "A direction is what a directional target has.",
        "    kind: directional\n    value: 1\n",
        ("missing-key", 5, "no direction", "direction: increase or decrease"),
    ),
    _target(
        "A target to hold has no change and no value.",
        "    kind: hold\n    change: 0\n    value: 1200\n",
        ("wrong-value", 9, "change: 0", "no change for kind: hold"),
        ("wrong-value", 10, "value: 1200", "no value for kind: hold"),
    ),
    _target(
        "A percentage has no value beside it.",
        "    kind: reduce_by_percent\n    change: 10\n    value: 1200\n",
        ("wrong-value", 10, "value: 1200", "no value for kind: reduce_by_percent"),
    ),
    _target(
        "A value has no change beside it.",
        "    kind: reach_value\n    change: 10\n    value: 11\n",
        ("wrong-value", 9, "change: 10", "no change for kind: reach_value"),
    ),
    case(
        "A closed action says since when.",
        {**edited(GROUP, "    due: 2007-03-31", "    due: 2007-03-31\n    state: closed"), **_NO_UPDATE},
        ("missing-key", GROUP, 13, "no closed", "the day on which it was closed"),
    ),
    case(
        "An open action was not closed.",
        edited(GROUP, "    due: 2007-03-31", "    due: 2007-03-31\n    closed: 2006-09-30"),
        ("wrong-value", GROUP, 18, "closed: 2006-09-30", "state: closed, or no such day"),
    ),
    case(
        "A meeting entered twice is named at the second.",
        edited(PARTNERSHIP, "data_to: 2006-07}", "data_to: 2006-07}\n  - {date: 2006-09-11, data_to: 2006-07}"),
        ("duplicate-id", PARTNERSHIP, 11, "2006-09-11", "a date of its own among the meetings"),
    ),
]
