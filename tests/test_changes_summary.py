"""Changes counted in one sentence."""

from __future__ import annotations

from datetime import date

import pytest

from cspsite.changes.change import Change
from cspsite.changes.kinds import ActionClosed, RulesChanged, TargetRedefined, WordingChanged
from cspsite.changes.restated import CountsAdded, FigureRestated
from cspsite.changes.status import StatusChanged
from cspsite.changes.subject import PARTNERSHIP, Subject
from cspsite.changes.summary import at_a_glance, summary
from cspsite.periods import Month, Period


def action(id: str) -> Subject:
    """Return an action."""
    return Subject("action", id, id.title(), "homes", "Safer Homes", date(2006, 9, 11))


def status(id: str, old: str, new: str) -> Change:
    """Return an action's status that changed."""
    return StatusChanged(subject=action(id), old=old, new=new)


def restated(month: int) -> Change:
    """Return a count of 2006 that was revised from 95 to 97."""
    burglary = Subject("indicator", "burglary", "Burglary")
    return FigureRestated(subject=burglary, old="95", new="97", period=Period.month(Month.of(2006, month)))


TARGET = Subject("target", "burglary", "Fewer burglaries", "homes", "Safer Homes")
ADDED = CountsAdded(subject=TARGET, new="95", period=Period.month(Month.of(2006, 8)))


@pytest.mark.parametrize(
    "found, expected",
    [
        ([], "Nothing has changed"),
        ([status("locks", "Green", "Red")], "1 status worsened"),
        (
            [
                status("locks", "Green", "Amber"),
                status("lights", "Amber", "Red"),
                status("cctv", "Red", "Green"),
                restated(5),
                restated(6),
                restated(7),
                ActionClosed(subject=action("locks"), old="open", new="closed"),
            ],
            "2 statuses worsened, 1 improved, 3 figures restated, 1 action closed",
        ),
        ([status("locks", "Not reported", "Red")], "1 status changed otherwise"),
        (
            [
                TargetRedefined(subject=TARGET, field="measure", old="per households", new="per population"),
                TargetRedefined(subject=TARGET, field="change", old="15", new="10"),
            ],
            "1 target redefined",
        ),
        (
            [
                RulesChanged(subject=PARTNERSHIP, field="tolerance", old="5", new="2"),
                RulesChanged(subject=PARTNERSHIP, field="small_base", old="50", new="20"),
            ],
            "2 rules changed",
        ),
        (
            [
                WordingChanged(subject=action("locks"), field="progress", old="One.", new="Two."),
                WordingChanged(subject=action("locks"), field="plans", old="One.", new="Two."),
            ],
            "2 texts reworded",
        ),
        ([ADDED], "1 indicator with new counts"),
    ],
)
def test_summary(found: list[Change], expected: str) -> None:
    """Each kind is counted with the right number of its noun, which is not said twice in a row."""
    assert summary(found) == expected


_REWORDED = WordingChanged(subject=action("locks"), field="progress", old="One.", new="Two.")


@pytest.mark.parametrize(
    "found, expected",
    [
        ([], "Nothing has changed"),
        ([_REWORDED], "1 smaller change"),
        ([status("locks", "Green", "Red")], "1 status worsened"),
        ([status("locks", "Green", "Red"), _REWORDED, ADDED], "1 status worsened, and 2 more changes"),
        (
            [
                status("locks", "Green", "Red"),
                status("cctv", "Red", "Green"),
                TargetRedefined(subject=TARGET, field="change", old="15", new="10"),
                restated(5),
                restated(6),
                ActionClosed(subject=action("locks"), old="open", new="closed"),
            ],
            # of the five kinds the first three are told; 2 restated figures and 1 closed action are counted
            "1 status worsened, 1 improved, 1 target redefined, and 3 more changes",
        ),
    ],
)
def test_summary_at_a_glance(found: list[Change], expected: str) -> None:
    """For ten seconds there are three kinds of change at most, none of wording, and the number of all others."""
    assert at_a_glance(found) == expected


@pytest.mark.parametrize(
    "old, new, way",
    [
        ("Green", "Amber", "worsened"),
        ("Amber", "Red", "worsened"),
        ("Green", "Red", "worsened"),
        ("Red", "Amber", "improved"),
        ("Red", "Green", "improved"),
        ("Amber", "Green", "improved"),
        ("Amber", "Not reported", "changed otherwise"),
        ("Not reported", "Green", "changed otherwise"),
    ],
)
def test_ways(old: str, new: str, way: str) -> None:
    """From Green to Red it worsens, the other way it improves; to say nothing is neither."""
    change = StatusChanged(subject=action("locks"), old=old, new=new)
    assert change.way == way
    assert change.mirrored() == StatusChanged(subject=action("locks"), old=new, new=old)
