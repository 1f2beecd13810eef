"""Where the checks say that a reported status is another than the figures suggest, and where they keep silent."""

from __future__ import annotations

import pytest

from cspsite.findings import Finding, Severity
from tests.builders import (
    COUNTS,
    ESTIMATES,
    GLOSSARY,
    GROUP,
    INDICATOR,
    MINIMAL,
    PARTNERSHIP,
    POPULATION,
    REPORT,
    Files,
    checked,
    edited,
    series_csv,
    tree,
)

#: 380 of 400 are 5.0% less where 10% × 16 ÷ 36 = 4.4% are expected: Green, though the report says Red.
_RED = edited(REPORT, "**Status:** Green", "**Status:** Red")
_OTHER_GROUP: Files = {"groups/streets/group.yml": MINIMAL[GROUP].replace("chair:", "cheir:")}
_OTHER_INDICATOR: Files = {"indicators/theft.yml": MINIMAL[INDICATOR].replace("unit:", "units:")}


def _found(*changes: Files) -> list[Finding]:
    return checked(tree(*changes))


def _said(found: list[Finding]) -> list[tuple[str, str]]:
    """Return what is said of statuses: what was found, and what was expected."""
    return [(one.found, one.expected) for one in found if one.code == "status-differs"]


def test_status_that_differs_is_a_notice_at_its_line() -> None:
    """The notice stands at the status, names both, and says where the target is and should be."""
    found = [one for one in _found(_RED) if one.code == "status-differs"]
    assert _said(found) == [
        (
            "Red for Fit new locks (burglary)",
            "Green, as the figures suggest: −5.0% per 1,000 population against −4.4% expected",
        )
    ]
    assert (found[0].place.path, MINIMAL[REPORT].split("\n")[found[0].place.line - 1]) == (REPORT, "**Status:** Green")
    assert found[0].severity is Severity.NOTICE


def test_status_that_agrees_is_not_named() -> None:
    """Where the report says what the figures suggest there is nothing to say."""
    assert _said(_found()) == []


def _with(path: str, text: str) -> Files:
    return {path: MINIMAL[path] + text}


def _in_report(old: str, new: str) -> Files:
    return {REPORT: _RED[REPORT].replace(old, new)}


@pytest.mark.parametrize(
    "path,change",
    [
        (PARTNERSHIP, _with(PARTNERSHIP, "colour: red\n")),
        (GROUP, _with(GROUP, "colour: red\n")),
        (REPORT, _in_report("classification:", "colour: red\nclassification:")),
        (REPORT, _in_report("{{ burglary.count }}", "{{ burglary.cuont }}")),
        (POPULATION, _with(POPULATION, "colour: red\n")),
        (ESTIMATES, _with(ESTIMATES, "2006-06-30,many,,\n")),
        (INDICATOR, _with(INDICATOR, "colour: red\n")),
        (COUNTS, _with(COUNTS, "2006-08,many,,\n")),
    ],
)
def test_nothing_is_said_of_what_rests_on_errors(path: str, change: Files) -> None:
    """Where a file that the comparison rests on has an error, that has to be put right first."""
    found = _found(_RED, change)
    assert {one.place.path for one in found if one.severity is Severity.ERROR} == {path}
    assert _said(found) == []


@pytest.mark.parametrize(
    "path,change",
    [
        (GLOSSARY, _with(GLOSSARY, "TTG: [a, b]\n")),
        ("groups/streets/group.yml", _OTHER_GROUP),
        ("indicators/theft.yml", _OTHER_INDICATOR),
    ],
)
def test_errors_elsewhere_do_not_silence_it(path: str, change: Files) -> None:
    """An error in a file that the comparison does not rest on leaves the notice where it is."""
    found = _found(_RED, change)
    assert path in {one.place.path for one in found if one.severity is Severity.ERROR}
    assert [words for words, _ in _said(found)] == ["Red for Fit new locks (burglary)"]


def test_nothing_is_said_without_a_status() -> None:
    """A missing status is named as missing, not as another than the figures suggest."""
    codes = [one.code for one in _found(edited(REPORT, "**Status:** Green\n", ""))]
    assert "status-missing" in codes
    assert "status-differs" not in codes


@pytest.mark.parametrize("anchor", ["windows.burglary", "locks", "locks.theft"])
def test_nothing_is_said_of_an_update_on_nothing(anchor: str) -> None:
    """An update on an unknown action, on no target or on an unknown one has no figures to differ from."""
    found = _found(_in_report("{#locks.burglary}", f"{{#{anchor}}}"))
    assert [one.place.path for one in found if one.severity is Severity.ERROR] == [REPORT]
    assert _said(found) == []


def test_action_without_a_target_is_never_judged() -> None:
    """An action that serves no target keeps its status, whatever it is."""
    group = edited(GROUP, "targets: [burglary]", "targets: []")
    found = _found(group, _in_report("{#locks.burglary}", "{#locks}"))
    assert "action-without-target" in [one.code for one in found]
    assert _said(found) == []


@pytest.mark.parametrize(
    "change",
    [
        {COUNTS: None},
        {COUNTS: series_csv("2005-04", [3] * 16)},
        edited(GROUP, "    end: 2008-03-31\n", ""),
        edited(COUNTS, "2006-05,96,,", "2006-05,,x,"),
        edited(COUNTS, "2006-05,96,,", "2006-05,96,b,"),
    ],
    ids=["no counts", "too few", "no end", "a month missing", "a break"],
)
def test_nothing_is_said_where_figures_cannot_tell(change: Files) -> None:
    """What cannot be assessed contradicts no status."""
    assert _said(_found(_RED, change)) == []


_DOORS = "  - {id: doors, title: Fit new doors, targets: [burglary], owner: Council, due: 2007-03-31}\n"


def _two(first: str, second: str) -> Files:
    """Return two actions for one target with those statuses."""
    head, _, rest = MINIMAL[REPORT].partition("### Locks")
    update, heading, tail = rest.partition("## Other issues")
    locks, doors = (update.replace("Green", status) for status in (first, second))
    both = f"### Locks{locks}### Doors{doors.replace('locks.', 'doors.')}"
    return {GROUP: MINIMAL[GROUP] + _DOORS, REPORT: f"{head}{both}{heading}{tail}"}


@pytest.mark.parametrize(
    "first,second,named",
    [
        ("Green", "Green", []),
        ("Green", "Amber", ["Amber for Fit new doors (burglary)"]),
        ("Red", "Green", ["Red for Fit new locks (burglary)"]),
        ("Red", "Amber", ["Red for Fit new locks (burglary)", "Amber for Fit new doors (burglary)"]),
    ],
)
def test_each_action_of_a_target_is_compared(first: str, second: str, named: list[str]) -> None:
    """A status belongs to an action and a target: of two for one target each is compared by itself."""
    assert [words for words, _ in _said(_found(_two(first, second)))] == named


_LATER = {
    PARTNERSHIP: MINIMAL[PARTNERSHIP].replace(
        "data_to: 2006-07}\n", "data_to: 2006-07}\n  - {date: 2006-11-13, data_to: 2006-09}\n"
    ),
    # 380 and 2 × 150: 680 of 600 are 13.3% more
    COUNTS: MINIMAL[COUNTS] + "2006-08,150,,\n2006-09,150,,\n",
    "groups/homes/reports/2006-11-13.md": MINIMAL[REPORT].replace("data_to: 2006-07", "data_to: 2006-09"),
}


def test_each_report_is_compared_with_its_own_months() -> None:
    """A report is judged by the figures of its time: what was on course in July is not in September."""
    found = [one for one in _found(_LATER) if one.code == "status-differs"]
    assert [(one.place.path, one.expected) for one in found] == [
        (
            "groups/homes/reports/2006-11-13.md",
            "Red, as the figures suggest: +13.3% per 1,000 population against −5.0% expected",
        )
    ]


def test_rule_is_the_partnerships_own() -> None:
    """With another tolerance another status is suggested: 5.6 points behind is Red by 5 and Amber by 6."""
    amber = edited(REPORT, "**Status:** Green", "**Status:** Amber")
    worse = {COUNTS: MINIMAL[COUNTS].replace("2006-07,95", "2006-07,119")}  # 404 of 400 are 1.0% more
    wide = _with(PARTNERSHIP, "rules: {tolerance: 6}\n")
    assert [expected.partition(",")[0] for _, expected in _said(_found(amber, worse))] == ["Red"]
    assert _said(_found(amber, worse, wide)) == []
