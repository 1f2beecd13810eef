"""From one meeting to a later one: what both had, told by the names of today."""

from __future__ import annotations

from cspsite.changes.between import between
from cspsite.changes.change import Change
from cspsite.changes.restated import FigureRestated
from cspsite.changes.since import since
from cspsite.changes.status import StatusChanged, Suggestion
from cspsite.changes.version import Version
from cspsite.model import Data
from tests.builders import COUNTS, GROUP, INDICATOR, REPORT
from tests.versions import BASE, FIRST, LATER, SECOND, version

RED = (LATER, "**Status:** Green", "**Status:** Red")
RESTATED = (COUNTS, "2006-07,95,,", "2006-07,105,r,")
SMALL = (COUNTS, "2006-08,96,p,", "2006-08,4,p,")
WITHHELD = (INDICATOR, "frequency: month\n", "frequency: month\ndisclosure: {threshold: 5}\n")


def found(then: Data, later: Data, present: Data) -> list[Change]:
    """Return what changed from the first meeting to the second."""
    return since(Version(then, FIRST), Version(later, SECOND), Version(present), FIRST, SECOND)


def status(changes: list[Change]) -> StatusChanged:
    """Return the one change of a status."""
    (change,) = (change for change in changes if isinstance(change, StatusChanged))
    return change


def test_evidence_is_that_of_each_meeting() -> None:
    """The earlier meeting saw 380 burglaries on 400, which were restated to 390 before the later one, then to 420.

    380 ÷ 400 − 1 = −5.0%, not −2.5% and not +5.0%. To September the later meeting had 580 on 600: −3.3%.
    """
    again = (COUNTS, "2006-07,95,,", "2006-07,135,r,")
    change = status(found(version(RED), version(RED, RESTATED), version(RED, again)))
    assert change.before == Suggestion("Green", "−5.0% per 1,000 population against −4.4% expected")
    assert change.after is not None
    assert change.after.because.startswith("−3.3% [p] [r] per 1,000 population against")


def test_evidence_is_of_the_target_as_it_was() -> None:
    """The earlier meeting had a target of 5%: 5% × 16 ÷ 36 = 2.2% were expected of it, not 4.4% as of 10%."""
    five = (GROUP, "change: 10\n", "change: 5\n")
    change = status(found(version(RED, five), version(RED), version(RED)))
    assert change.before == Suggestion("Green", "−5.0% per 1,000 population against −2.2% expected")
    assert change.redefined


def test_a_count_that_came_after_the_report_is_no_other_evidence() -> None:
    """Months after the report's, and other markers on the same counts, leave the evidence as it is known."""
    later = (COUNTS, "2006-09,94,p,not all crimes are coded yet\n", "")
    change = status(found(version(RED, later), version(RED), version(RED)))
    assert change.before == status(between(Version(version(RED)), FIRST, SECOND)).before


def test_with_a_withheld_count_evidence_is_that_of_today() -> None:
    """Where a version withholds a count, what it suggested is not set beside what another one suggests."""
    edits = (RED, SMALL, WITHHELD)
    then, present = version(*edits), version(*edits, RESTATED)
    told, today = status(found(then, then, present)), status(between(Version(present), FIRST, SECOND))
    assert (told.before, told.after) == (today.before, today.after)
    alone = status(between(Version(then), FIRST, SECOND))
    assert alone.before != today.before


def test_figures_that_moved_go_by_the_names_of_today() -> None:
    """A published figure that a restated count moves is told with the names that its group and indicator have now."""
    names = (GROUP, "name: Safer Homes", "name: Safe Homes"), (INDICATOR, "name: Burglary", "name: Break-ins")
    changes = found(version(), version(RESTATED), version(RESTATED, *names))
    (restated,) = (change for change in changes if isinstance(change, FigureRestated))
    assert restated.subject.name == "Break-ins"
    assert {(move.report.group_name, move.indicator.name) for move in restated.moves} == {("Safe Homes", "Break-ins")}


def test_three_equal_versions_have_only_what_the_reports_say() -> None:
    """Where both meetings had the data of today, there is what the two reports say otherwise, and nothing else."""
    assert found(BASE, BASE, BASE) == between(Version(BASE), FIRST, SECOND)


def test_a_report_of_other_months_is_not_compared() -> None:
    """A figure of a report that is now about other months has not moved: it is another figure."""
    other = (REPORT, "data_to: 2006-07", "data_to: 2006-06")
    april = (COUNTS, "2006-04,95,,", "2006-04,105,r,")
    changes = found(version(), version(april, other), version(april, other))
    (restated,) = (change for change in changes if isinstance(change, FigureRestated))
    assert {move.report.meeting for move in restated.moves} == {SECOND}
