"""A report that somebody sends in: its file, what the checks say of it, and what it changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cspsite.errors import UsageError
from cspsite.model import Report, Update
from cspsite.periods import Month
from cspsite.proposal import data_of, group_of, meeting_of, propose
from cspsite.publication import read
from tests.builders import PARTNERSHIP, TODAY, edited, tree
from tests.builders import data_of as minimal

_NEXT = date(2006, 11, 13)
_PATH = "groups/homes/reports/2006-11-13.md"
_TREE = tree(
    edited(PARTNERSHIP, "data_to: 2006-07}\n", "data_to: 2006-07}\n  - {date: 2006-11-13, data_to: 2006-07}\n")
)


def report(**values: object) -> Report:
    """Return a report to the second meeting with some values of its own."""
    facts = {"data_to": Month.parse("2006-07"), "classification": "OFFICIAL", "group": "homes", "meeting": _NEXT}
    return Report.model_validate(facts | values)


def test_findings_of_the_file() -> None:
    """Of all findings a proposal tells those of its own file; the data without it have none."""
    update = Update(action="locks", target="burglary", heading="Locks", status="Red", progress="None.", plans="Some.")
    proposal = propose(_TREE, report(achievements=("A.",), barriers=("B.",), updates=(update,)), TODAY)
    assert (proposal.path, proposal.replaces) == (_PATH, False)
    assert [(finding.code, finding.place.path) for finding in proposal.findings] == [
        ("status-differs", _PATH),
        ("no-remedial-action", _PATH),
    ]


def test_what_it_changes() -> None:
    """A new report is received, and flips the status of its action."""
    update = Update(action="locks", target="burglary", heading="Locks", status="Red")
    kinds = [change.kind for change in propose(_TREE, report(updates=(update,)), TODAY).review.changes]
    assert kinds == ["status-changed", "report-received"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A file that is there stays as it is."""
    proposal = propose(_TREE, report(), TODAY)
    written = proposal.write(tmp_path)
    assert written.read_bytes() == proposal.text.encode()
    written.write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="is there already, and is not overwritten"):
        proposal.write(tmp_path)
    assert written.read_text("utf-8") == "mine"


def test_a_report_that_is_there_would_be_replaced() -> None:
    """A proposal says whether the data folder has its file already."""
    assert propose(_TREE, report(meeting=date(2006, 9, 11)), TODAY).replaces


@pytest.mark.parametrize(
    "id,message",
    [
        ("home", "there is no group 'home'; did you mean homes? the groups are: homes"),
        ("../x", "there is no group '../x'; the groups are: homes"),
    ],
)
def test_unknown_groups(id: str, message: str) -> None:
    """A group that there is not is told with those that there are."""
    with pytest.raises(UsageError) as error:
        group_of(minimal(), id)
    assert str(error.value) == message


def test_unknown_meetings() -> None:
    """A meeting that there is not is told with those that there are."""
    with pytest.raises(UsageError) as error:
        meeting_of(minimal(), "2006-09-12")
    assert str(error.value) == "partnership.yml has no meeting on 2006-09-12; the meetings are: 2006-09-11"


def test_without_data() -> None:
    """Where partnership.yml cannot be read there is nothing to propose to."""
    with pytest.raises(UsageError, match=r"data/partnership.yml cannot be read; run `cspsite check`"):
        data_of(read(tree({PARTNERSHIP: None}), TODAY))
