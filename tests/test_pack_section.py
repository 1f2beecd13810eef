"""Which papers a meeting has, and in which order."""

from __future__ import annotations

from datetime import date

from cspsite.model import Data
from cspsite.pack.section import sections
from tests import builders
from tests.rendering import site

_SECOND = "meetings:\n  - {date: 2006-11-13, data_to: 2006-09}\n"
_OTHER = {
    "groups/arson/group.yml": "name: Fire Setting\nobjective: Fewer fires\nchair: Fire service\n",
    "groups/old/group.yml": "name: Old\nobjective: Gone\nchair: Council\nends: 2006-01-31\n",
}


def test_order() -> None:
    """The meeting, then each group with its statuses or that it sent nothing, then what changed, then the note."""
    made = site(builders.tree(_OTHER, builders.edited(builders.PARTNERSHIP, "meetings:\n", _SECOND)))
    meeting = made.data.meeting(date(2006, 9, 11))
    later = made.data.meeting(date(2006, 11, 13))
    assert meeting
    assert later
    assert [(one.id, one.kind, one.name) for one in sections(made, meeting)] == [
        ("p1", "meeting", "The meeting at a glance"),
        ("p2", "missing", "Fire Setting"),
        ("p3", "report", "Safer Homes"),
        ("p4", "note", "How to read these papers"),
    ]
    assert sections(made, meeting)[2].statuses == (("Green", 1),)
    assert [(one.id, one.kind, one.name) for one in sections(made, later)] == [
        ("p1", "meeting", "The meeting at a glance"),
        ("p2", "missing", "Fire Setting"),
        ("p3", "missing", "Safer Homes"),
        ("p4", "changes", "What changed since 11 September 2006"),
        ("p5", "note", "How to read these papers"),
    ]


def test_addresses(seed: Data) -> None:
    """Each section that is a page of the site names it."""
    made = site(builders.tree())
    meeting = made.data.meetings[0]
    assert [one.address for one in sections(made, meeting)] == [
        "meetings/2006-09-11/",
        "groups/homes/reports/2006-09-11/",
        "",
    ]
