"""Two versions of the data: each edit and the change that it is told as."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
import yaml

from cspsite.changes.change import Change
from cspsite.changes.compare import changes
from cspsite.changes.restated import EstimateReplaced, FigureRestated
from cspsite.changes.status import StatusChanged, Suggestion
from cspsite.changes.summary import summary
from cspsite.model import Data
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
    data_of,
)
from tests.versions import ANNUAL, BASE, FILES, LATER, SECOND, STREETS, told, version

Edit = tuple[str, str, str]
Told = tuple[str, str, str | None, str | None]

WORDING = "Reduce burglary by 10% per 1,000 population by 31 March 2008"
LOCKS = "  - id: locks\n    title: Fit new locks\n    targets: [burglary]\n    owner: Council\n    due: 2007-03-31\n"
REPORT_ID = "homes/2006-09-11"

#: Edits of one fact each: the file, what stands there, what to put instead, and the one change it is.
FACTS: list[tuple[str, str, str, Told]] = [
    (GROUP, "title: Fit new locks", "title: Fit better locks",
     ("action-changed", "locks", "Fit new locks", "Fit better locks")),
    (GROUP, "owner: Council", "owner: Police", ("action-changed", "locks", "Council", "Police")),
    (GROUP, "due: 2007-03-31", "due: 2007-06-30", ("action-changed", "locks", "31 March 2007", "30 June 2007")),
    (GROUP, "targets: [burglary]", "targets: []", ("action-moved", "locks", "burglary", None)),
    (GROUP, "    due: 2007-03-31\n", "    due: 2007-03-31\n    state: closed\n    closed: 2006-10-01\n",
     ("action-closed", "locks", "open", "closed on 1 October 2006")),
    (GROUP, "wording: Reduce burglary by 10%", "wording: Lower burglary by 10%",
     ("target-reworded", "burglary", WORDING, WORDING.replace("Reduce", "Lower"))),
    (GROUP, "    measure: {per: population}\n", "", ("target-redefined", "burglary", "per population", None)),
    (GROUP, "measure: {per: population}", "measure: {per: population, scale: 10}",
     ("target-redefined", "burglary", "per population", "per 10 population")),
    (GROUP, "change: 10\n", "change: 5\n", ("target-redefined", "burglary", "10", "5")),
    (GROUP, "end: 2008-03-31", "end: 2009-03-31", ("target-redefined", "burglary", "31 March 2008", "31 March 2009")),
    (GROUP, "    end:", "    baseline: 2004/05\n    end:", ("target-redefined", "burglary", None, "2004/05")),
    (GROUP, "    end:", "    trajectory: {shape: profiled}\n    end:",
     ("target-redefined", "burglary", "a straight line", "month by month as in the baseline year")),
    (GROUP, "indicator: burglary", "indicator: fires", ("target-redefined", "burglary", "burglary", "fires")),
    (GROUP, "objective: Fewer burglaries", "objective: No burglaries",
     ("wording-changed", "homes", "Fewer burglaries", "No burglaries")),
    (GROUP, "chair: Fire service", "chair: Police", ("group-changed", "homes", "Fire service", "Police")),
    (GROUP, "name: Safer Homes", "name: Safe Homes", ("group-renamed", "homes", "Safer Homes", "Safe Homes")),
    (GROUP, "chair:", "ends: 2007-03-31\nchair:", ("group-ended", "homes", None, "31 March 2007")),
    (INDICATOR, "definition: Burglaries of homes.", "definition: Burglaries of homes and sheds.",
     ("indicator-redefined", "burglary", "Burglaries of homes.", "Burglaries of homes and sheds.")),
    (INDICATOR, "lower_is_better", "neutral", ("indicator-rule-changed", "burglary", "lower_is_better", "neutral")),
    (INDICATOR, "extracted: 2006-08-14", "extracted: 2006-10-14",
     ("indicator-changed", "burglary", "14 August 2006", "14 October 2006")),
    (INDICATOR, "name: Burglary", "name: House burglary",
     ("indicator-renamed", "burglary", "Burglary", "House burglary")),
    (COUNTS, "2006-09,94,p,", "2006-09,94,,", ("marker-changed", "burglary", "94 [p]", "94")),
    (COUNTS, "not all crimes are coded yet", "all coded",
     ("count-note-changed", "burglary", "not all crimes are coded yet", "all coded")),
    (COUNTS, "2006-07,95,,", "2006-07,97,r,", ("figure-restated", "burglary", "95", "97 [r]")),
    (COUNTS, "2006-07,95,,", "2006-07,,x,", ("figure-restated", "burglary", "95", "[x]")),
    (COUNTS, "2006-08,96,p,\n2006-09,94,p,not all crimes are coded yet\n", "",
     ("counts-removed", "burglary", "96 [p], 94 [p]", None)),
    (ESTIMATES, "2005-06-30,100000", "2005-06-30,101000", (
        "estimate-replaced", "population",
        "100,000 (published 24 August 2006, source Office for National Statistics)",
        "101,000 (published 24 August 2006, source Office for National Statistics)")),
    (POPULATION, "scale: 1000", "scale: 100", ("denominator-redefined", "population", "1,000", "100")),
    (PARTNERSHIP, "area: Anytown", "area: Othertown", ("partnership-changed", "", "Anytown", "Othertown")),
    (PARTNERSHIP, "name: Open Licence", "name: Closed Licence",
     ("licence-changed", "", "Open Licence", "Closed Licence")),
    (PARTNERSHIP, "barriers: 1", "barriers: 2", ("form-changed", "", "1", "2")),
    (PARTNERSHIP, "baseline: 2005/06", "baseline: 2004/05", ("strategy-changed", "", "2005/06", "2004/05")),
    (PARTNERSHIP, "board:", "rules: {tolerance: 2}\nboard:", ("rules-changed", "", "5", "2")),
    (PARTNERSHIP, "board:", "publication: {not_personal: [MK12 DEF]}\nboard:",
     ("partnership-changed", "", None, "MK12 DEF")),
    (PARTNERSHIP, "board:", "illustrative: All of it.\nboard:", ("illustrative-changed", "", None, "All of it.")),
    (PARTNERSHIP, "[Go on with the locks]", "[Go on with the locks, Meet again]",
     ("decision-added", "2006-09-11", None, "Meet again")),
    (PARTNERSHIP, "[Go on with the locks]", "[Go on with all the locks]",
     ("wording-changed", "2006-09-11", "Go on with the locks", "Go on with all the locks")),
    (PARTNERSHIP, "  - {date: 2006-11-13, data_to: 2006-09}\n",
     "  - {date: 2006-11-13, data_to: 2006-09}\n  - {date: 2007-01-08, data_to: 2006-11}\n",
     ("meeting-added", "2007-01-08", None, "8 January 2007")),
    (GLOSSARY, "closed-circuit television", "cameras",
     ("glossary-entry-changed", "CCTV", "closed-circuit television", "cameras")),
    (GLOSSARY, "CCTV: closed-circuit television\n", "CCTV: closed-circuit television\nBCU: basic command unit\n",
     ("glossary-entry-added", "BCU", None, "basic command unit")),
    (REPORT, "name: A Person", "name: B Person", ("report-changed", REPORT_ID, "A Person", "B Person")),
    (REPORT, "- Every lock was fitted.", "- Every lock was fitted.\n- The park has lights.",
     ("achievement-added", REPORT_ID, None, "The park has lights.")),
    (REPORT, "- The locks come late.", "", ("barrier-removed", REPORT_ID, "The locks come late.", None)),
    (REPORT, "- The locks come late.", "- The locks come too late.",
     ("wording-changed", REPORT_ID, "The locks come late.", "The locks come too late.")),
    (REPORT, "Fit more locks.", "Fit many more locks.",
     ("wording-changed", "locks", "Fit more locks.", "Fit many more locks.")),
    (REPORT, "**Status:** Green", "**Status:** Red", ("status-changed", "locks", "Green", "Red")),
    (LATER, "Three sets", "Four sets", (
        "wording-changed", "Keys that went astray",
        "Three sets of keys have not been returned.", "Four sets of keys have not been returned.")),
    (LATER, "the Council", "the Police", ("issue-changed", "Keys that went astray", "the Council", "the Police")),
    (ANNUAL, "frequency", "decimals\": 0, \"frequency", ("indicator-changed", "fires", None, "0")),
]  # fmt: skip


@pytest.mark.parametrize("path, old, new, expected", FACTS, ids=[f"{row[3][0]}: {row[2][:30]}" for row in FACTS])
def test_one_fact_is_one_change(path: str, old: str, new: str, expected: Told) -> None:
    """An edit of one fact is one change of the right kind and subject, with what it was and what it is."""
    assert told(BASE, version((path, old, new))) == [expected]


@pytest.mark.parametrize("path, old, new, expected", FACTS, ids=[f"{row[3][0]}: {row[2][:30]}" for row in FACTS])
def test_the_way_back_mirrors(path: str, old: str, new: str, expected: Told) -> None:
    """From the new version to the old one the changes are the same ones, mirrored."""
    other = version((path, old, new))
    assert changes(other, BASE) == [change.mirrored() for change in changes(BASE, other)]


def without(path: str, text: str) -> Data:
    """Return the version without a text."""
    return version((path, text, ""))


#: Edits that take something away: the version without it, and the changes from it to the base and back.
GONE: list[tuple[str, str, str, list[Told], list[Told]]] = [
    ("an open action", GROUP, f"actions:\n{LOCKS}", [("action-added", "locks", None, "Fit new locks")],
     [("action-vanished", "locks", "Fit new locks", None)]),
    ("a closed action", STREETS,
     ', {"id": "patrols", "title": "Walk the market place at closing time", "state": "closed", "closed": "2006-10-02"}',
     [("action-added", "patrols", None, "Walk the market place at closing time")],
     [("action-retired", "patrols", "Walk the market place at closing time", None)]),
    ("a target", STREETS,
     '{"id": "fires", "wording": "Hold deliberate fires where they are", "indicator": "fires", "kind": "hold"}',
     [("target-added", "fires", None, "Hold deliberate fires where they are")],
     [("target-vanished", "fires", "Hold deliberate fires where they are", None)]),
    ("an update", LATER, LATER and FILES[LATER].partition("## Updates\n")[2].partition("## Other")[0],
     [("update-added", "locks", None, "Green")], [("update-removed", "locks", "Green", None)]),
]  # fmt: skip


@pytest.mark.parametrize("path, text, came, gone", [row[1:] for row in GONE], ids=[row[0] for row in GONE])
def test_what_comes_and_goes(path: str, text: str, came: list[Told], gone: list[Told]) -> None:
    """What is new was added; what is gone vanished, unless it had come to its end."""
    assert told(without(path, text), BASE) == came
    assert told(BASE, without(path, text)) == gone


def test_a_group_takes_its_parts_with_it() -> None:
    """A group that is gone is told with each of its targets and actions: none disappears in silence."""
    files = {**FILES, STREETS: None}
    assert told(BASE, data_of(files)) == [
        ("group-vanished", "streets", "Safer Streets", None),
        ("target-vanished", "fires", "Hold deliberate fires where they are", None),
        ("action-vanished", "lights", "Light the underpass", None),
        ("action-retired", "patrols", "Walk the market place at closing time", None),
    ]


def moved(files: Mapping[str, str | None], **names: str) -> Data:
    """Return the base with files at other paths: `old=new` for each part of a path."""
    both: dict[str, str | None] = {**MINIMAL, **FILES}
    for path, text in list(both.items()):
        other = path
        for old, new in names.items():
            other = re.sub(rf"\b{old}\b", new, other)
        if other != path:
            both |= {path: None, other: text}
    return data_of({**both, **files})


def renamed_indicator(more: Mapping[str, str] | None = None) -> Data:
    """Return the base with the indicator called otherwise, everywhere."""
    edits = {
        GROUP: MINIMAL[GROUP].replace("indicator: burglary", "indicator: break-ins"),
        REPORT: MINIMAL[REPORT].replace("{{ burglary.", "{{ break-ins."),
    }
    return moved({**edits, **(more or {})}, burglary="break-ins")


RENAMED: list[tuple[Data, Told]] = [
    (renamed_indicator(), ("indicator-renamed", "break-ins", "burglary", "break-ins")),
    (moved({}, homes="houses"), ("group-renamed", "houses", "homes", "houses")),
    (moved({}, streets="roads"), ("group-renamed", "roads", "streets", "roads")),
    (
        version((GROUP, "id: locks", "id: bolts"), (REPORT, "#locks.", "#bolts."), (LATER, "#locks.", "#bolts.")),
        ("action-renamed", "bolts", "locks", "bolts"),
    ),
    (
        version(
            (GROUP, "- id: burglary", "- id: homes"),
            (GROUP, "[burglary]", "[homes]"),
            (REPORT, "locks.burglary}", "locks.homes}"),
            (LATER, "locks.burglary}", "locks.homes}"),
        ),
        ("target-renamed", "homes", "burglary", "homes"),
    ),
]


@pytest.mark.parametrize("other, expected", RENAMED, ids=[row[1][0] + row[1][1] for row in RENAMED])
def test_renames_are_followed(other: Data, expected: Told) -> None:
    """What only has another id is the same thing: no part of it is told as gone, new, redefined or reworded."""
    assert told(BASE, other) == [expected]
    assert changes(other, BASE) == [change.mirrored() for change in changes(BASE, other)]


def test_a_rename_hides_no_other_change() -> None:
    """A text that quotes a renamed indicator and says something else is told as reworded."""
    other = renamed_indicator({LATER: FILES[LATER].replace("the second estate", "the third estate")})
    assert told(BASE, other) == [
        ("indicator-renamed", "break-ins", "burglary", "break-ins"),
        ("wording-changed", "locks", "Work began on the second estate.", "Work began on the third estate."),
    ]


#: Lists in another order: the file, the first item, the second one, whose list it is, and the order before and after.
ORDERS: list[tuple[str, str, str, Told]] = [
    (STREETS, '{"id": "lights", "title": "Light the underpass", "targets": ["fires"], "due": "2007-06-30"}',
     '{"id": "patrols", "title": "Walk the market place at closing time", "state": "closed", "closed": "2006-10-02"}',
     ("order-changed", "streets", "lights, patrols", "patrols, lights")),
    (PARTNERSHIP, "{date: 2006-09-11, data_to: 2006-07, decisions: [Go on with the locks]}",
     "{date: 2006-11-13, data_to: 2006-09}",
     ("order-changed", "", "2006-09-11, 2006-11-13", "2006-11-13, 2006-09-11")),
]  # fmt: skip


@pytest.mark.parametrize("path, first, second, expected", ORDERS)
def test_another_order_is_told(path: str, first: str, second: str, expected: Told) -> None:
    """The same things in another order are one change, of the order."""
    assert told(BASE, version((path, first, "@"), (path, second, first), (path, "@", second))) == [expected]


def test_boxes_in_another_order() -> None:
    """The same achievements in another order are told as such; one that is new between them changes no order."""
    two = version((REPORT, "- Every lock was fitted.", "- Every lock was fitted.\n- The park has lights."))
    turned = version((REPORT, "- Every lock was fitted.", "- The park has lights.\n- Every lock was fitted."))
    order = "Every lock was fitted., The park has lights."
    assert told(two, turned) == [("order-changed", REPORT_ID, order, "The park has lights., Every lock was fitted.")]
    assert told(BASE, turned) == [("achievement-added", REPORT_ID, None, "The park has lights.")]


def test_a_target_and_its_action_move_to_another_group() -> None:
    """What one group has no more and another has now is the same thing, moved; its other changes are told as ever."""
    group = MINIMAL[GROUP]
    targets, actions = group.index("targets:\n"), group.index("actions:\n")
    parts = [yaml.safe_load(group[targets:actions])["targets"], yaml.safe_load(group[actions:])["actions"]]
    streets = json.loads(FILES[STREETS])
    streets["targets"] += [{**target, "change": 5} for target in parts[0]]
    streets["actions"] += [{**action, "owner": "Police"} for action in parts[1]]
    other = data_of({**FILES, GROUP: group[:targets], STREETS: json.dumps(streets, default=str)})
    expected = [
        ("target-redefined", "burglary", "10", "5"),
        ("target-of-other-group", "burglary", "Safer Homes", "Safer Streets"),
        ("action-of-other-group", "locks", "Safer Homes", "Safer Streets"),
        ("action-changed", "locks", "Council", "Police"),
    ]
    assert [one for one in told(BASE, other) if one[0] not in ("update-added", "update-removed")] == expected
    moved = {change.kind: change.words for change in changes(BASE, other)}
    assert moved["action-of-other-group"] == (
        "The group of the action “Fit new locks”: Safer Homes before, Safer Streets now. It is the same action."
    )
    assert summary(changes(BASE, other)).endswith("1 action moved to another group, 1 changed")


def test_a_target_retires_after_its_end() -> None:
    """A target that is gone after its end retired; one whose end was still to come vanished."""
    homes = MINIMAL[GROUP].replace("targets: [burglary]", "targets: []")
    head, _, tail = homes.partition("targets:\n")
    without_target = f"{head}actions:{tail.partition('actions:')[2]}"
    for end, kind in (("2006-10-31", "target-retired"), ("2006-11-30", "target-vanished")):
        there = data_of({**FILES, GROUP: homes.replace("2008-03-31\nactions", f"{end}\nactions")})
        assert [row[0] for row in told(there, data_of({**FILES, GROUP: without_target}))] == [kind]


def test_a_renamed_indicator_keeps_its_revised_counts() -> None:
    """An indicator that is renamed while a month is revised is still the same: the month is told as restated."""
    other = renamed_indicator()
    rows = other.observations["break-ins"]
    revised = replace(other, observations={**other.observations, "break-ins": (replace(rows[0], count=111), *rows[1:])})
    assert told(BASE, revised) == [
        ("figure-restated", "break-ins", "100", "111"),
        ("indicator-renamed", "break-ins", "burglary", "break-ins"),
    ]


def test_a_meeting_that_moves_takes_its_reports_along() -> None:
    """A meeting on another day is one change: the reports to it are not told as gone and new."""
    later = "groups/homes/reports/2006-11-20.md"
    files = {
        **FILES,
        LATER: None,
        later: FILES[LATER],
        PARTNERSHIP: FILES[PARTNERSHIP].replace("2006-11-13", "2006-11-20"),
    }
    assert told(BASE, data_of(files)) == [("meeting-moved", "2006-11-20", "13 November 2006", "20 November 2006")]


def test_reports_that_stay_when_their_meeting_moves() -> None:
    """Reports that were not moved along are still those to the old day; what is missing are those to the new one."""
    other = version((PARTNERSHIP, "2006-11-13", "2006-11-20"))
    more = {**BASE.reports, ("streets", SECOND): BASE.reports["homes", SECOND]}
    days = SECOND, date(2006, 11, 20)
    found = changes(replace(BASE, reports=more), replace(other, reports=more), (days[0], days[1]))
    assert [(each.kind, each.subject.id) for each in found] == [
        ("report-missing", "homes/2006-11-20"),
        ("report-missing", "streets/2006-11-20"),
        ("meeting-moved", "2006-11-20"),
    ]


def test_counts_in_runs() -> None:
    """New months that follow each other are one change; a gap begins another one."""
    rows = "2006-07,95,,\n2006-08,96,p,\n2006-09,94,p,not all crimes are coded yet\n"
    less = version((COUNTS, rows, ""), (COUNTS, "2006-04,95,,\n", ""))
    found = changes(less, BASE)
    assert [(change.kind, change.new) for change in found] == [
        ("counts-added", "95"),
        ("counts-added", "95, 96 [p], 94 [p]"),
    ]
    assert found[1].words == "Burglary: counts for July to September 2006 were added: 95, 96 [p], 94 [p]."


def of_kind(kind: type[Change], old: Data, new: Data) -> Change:
    """Return the one change of that kind."""
    (found,) = (change for change in changes(old, new) if isinstance(change, kind))
    return found


def test_a_status_stands_beside_the_figures() -> None:
    """A status that changed is told with what the figures suggested then and suggest now.

    95 + 96 + 94 + 95 = 380 against 400: 5.0% less. On course were 10% × 16 ÷ 36 = 4.4%. With 130 in July it is
    415 ÷ 400 − 1 = 3.75% more: 8.2 points behind, more than the tolerance of 5.
    """
    other = version((REPORT, "**Status:** Green", "**Status:** Amber"), (COUNTS, "2006-07,95,,", "2006-07,130,r,"))
    change = of_kind(StatusChanged, BASE, other)
    assert isinstance(change, StatusChanged)
    assert change.way == "worsened"
    assert change.before == Suggestion("Green", "−5.0% per 1,000 population against −4.4% expected")
    assert change.after == Suggestion("Red", "+3.8% [r] per 1,000 population against −4.4% expected")
    assert not change.redefined


@pytest.mark.parametrize(
    "edit",
    [
        (GROUP, "    measure: {per: population}\n", ""),
        (GROUP, "change: 10\n", "change: 5\n"),
        (INDICATOR, "Burglaries of homes.", "Burglaries of homes and sheds."),
        (PARTNERSHIP, "baseline: 2005/06", "baseline: 2004/05"),
        (PARTNERSHIP, "start: 2005-04-01", "start: 2005-10-01"),
        (POPULATION, "scale: 1000", "scale: 10000"),
    ],
)
def test_green_because_the_measure_changed(edit: Edit) -> None:
    """A status that changed along with what is measured says so: the two do not measure the same."""
    change = of_kind(StatusChanged, BASE, version(edit, (REPORT, "**Status:** Green", "**Status:** Red")))
    assert isinstance(change, StatusChanged)
    assert change.redefined
    assert "do not measure the same" in change.words


def test_a_restated_month_moves_what_rests_on_it() -> None:
    """A revised count is told with each published figure of each report that it moves, then and now.

    April to July 2006: 380 before, 390 after, on 400 in 2005: −5.0% and −2.5%. April to September 2006: 570 and 580
    on 600 of the same months of 2005 (100+101+99+100+102+98): −5.0% and −3.3%.
    """
    change = of_kind(FigureRestated, BASE, version((COUNTS, "2006-07,95,,", "2006-07,105,r,")))
    assert isinstance(change, FigureRestated)
    moves = {(str(move.report.meeting), move.name): (move.old, move.new) for move in change.moves}
    assert moves == {
        ("2006-09-11", "count"): ("380", "390 [r]"),
        ("2006-09-11", "change.last_year"): ("−5.0%", "−2.5% [r]"),
        ("2006-09-11", "change.baseline"): ("−5.0%", "−2.5% [r]"),
        ("2006-09-11", "rate_change.baseline"): ("−5.0%", "−2.5% [r]"),
        ("2006-11-13", "count"): ("570 [p]", "580 [p] [r]"),
        ("2006-11-13", "change.last_year"): ("−5.0% [p]", "−3.3% [p] [r]"),
        ("2006-11-13", "change.baseline"): ("−5.0% [p]", "−3.3% [p] [r]"),
        ("2006-11-13", "rate_change.baseline"): ("−5.0% [p]", "−3.3% [p] [r]"),
    }


def test_figures_of_a_redefined_target_are_not_compared() -> None:
    """Where the target was redefined too, its figures before and after are not put beside each other."""
    other = version((COUNTS, "2006-07,95,,", "2006-07,105,r,"), (GROUP, "change: 10\n", "change: 5\n"))
    change = of_kind(FigureRestated, BASE, other)
    assert isinstance(change, FigureRestated)
    assert change.moves == ()


def test_figures_of_a_redefined_indicator_are_not_compared() -> None:
    """Nor are figures of an indicator that was redefined, also where no target is about it."""
    apart = (GROUP, "indicator: burglary", "indicator: fires")
    month, definition = (COUNTS, "2006-07,95,,", "2006-07,105,r,"), (INDICATOR, "of homes.", "of homes and sheds.")
    change = of_kind(FigureRestated, version(apart), version(apart, month))
    assert isinstance(change, FigureRestated)
    assert [(move.name, move.old, move.new) for move in change.moves] == [("count", "380", "390 [r]")]
    redefined = of_kind(FigureRestated, version(apart), version(apart, month, definition))
    assert isinstance(redefined, FigureRestated)
    assert redefined.moves == ()


def test_a_new_estimate_moves_rates() -> None:
    """An estimate that is replaced is told with the figures that rest on it, and with no others that moved.

    380 ÷ 110,000 against 400 ÷ 100,000 is 13.6% less; 390 ÷ 120,000 is 18.75% less.
    """
    with_second = (ESTIMATES, "Statistics\n", "Statistics\n2006-06-30,110000,,The council\n")
    old = version(with_second)
    estimate = (ESTIMATES, "Statistics\n", "Statistics\n2006-06-30,120000,,The council\n")
    new = version(estimate, (COUNTS, "2006-07,95,,", "2006-07,105,r,"))
    change = of_kind(EstimateReplaced, old, new)
    assert isinstance(change, EstimateReplaced)
    shown = {(str(move.report.meeting), move.name): (move.old, move.new) for move in change.moves}
    assert shown["2006-09-11", "rate_change.baseline"] == ("−13.6%", "−18.8% [r]")
    assert {name for _, name in shown} == {"rate_change.baseline"}


def test_a_year_with_withheld_counts_is_not_set_beside_itself() -> None:
    """Where 4 of a limit of 5 became 6, April to July of that year are shown in neither version; other years are.

    Else a total of the older version, less the counts that are published now, could be the 4.
    """
    limit = (INDICATOR, "frequency: month", "frequency: month\ndisclosure: {threshold: 5}")
    old = version(limit, (COUNTS, "2006-05,96", "2006-05,4"))
    new = version(limit, (COUNTS, "2006-05,96", "2006-05,6"), (COUNTS, "2006-06,94", "2006-06,93"),
                  (COUNTS, "2005-06,99", "2005-06,98"))  # fmt: skip
    for found in (changes(old, new), changes(new, old)):
        restated = [change for change in found if isinstance(change, FigureRestated)]
        shown = {str(change.period): {change.old, change.new} for change in restated}
        assert shown == {"2005-06": {"99", "98"}, "2006-05": {"[c]"}, "2006-06": {"[c]"}}
        assert [move for change in restated[1:] for move in change.moves] == []


def test_withheld_counts_stay_withheld() -> None:
    """A count that either version withholds is shown in neither, and no figure tells of it."""
    limit = (INDICATOR, "frequency: month", "frequency: month\ndisclosure: {threshold: 5}")
    old, new = version(limit, (COUNTS, "2006-07,95,,", "2006-07,3,,")), version(limit)
    for before, after in ((old, new), (new, old)):
        found = changes(before, after)
        assert [(change.kind, change.old, change.new) for change in found] == [("figure-restated", "[c]", "[c]")]
        assert isinstance(found[0], FigureRestated)
        assert found[0].moves == ()


def test_what_matters_comes_first() -> None:
    """Statuses that worsened, then improved, redefinitions, vanished things, restated figures, the rest, wording."""
    other = version(
        (REPORT, "**Status:** Green", "**Status:** Red"),
        (REPORT, "Fit more locks.", "Fit many more locks."),
        (GROUP, "end: 2008-03-31", "end: 2009-03-31"),
        (GROUP, "chair: Fire service", "chair: Police"),
        (COUNTS, "2006-07,95,,", "2006-07,97,r,"),
        (STREETS, '{"id": "lights", "title": "Light the underpass", "targets": ["fires"], "due": "2007-06-30"}, ', ""),
        (PARTNERSHIP, "area: Anytown", "area: Othertown"),
    )
    assert [change.kind for change in changes(BASE, other)] == [
        "status-changed",
        "target-redefined",
        "action-vanished",
        "figure-restated",
        "group-changed",
        "partnership-changed",
        "wording-changed",
    ]
    assert summary(changes(BASE, other)) == (
        "1 status worsened, 1 target redefined, 1 action vanished, 1 figure restated, 1 group changed, "
        "1 fact of the partnership changed, 1 text reworded"
    )


def test_reports_in_time_late_and_missing() -> None:
    """A report is received, late or missing by the days on which the two versions stood."""
    files = {**FILES, LATER: None}
    before, streets = data_of(files), "streets/2006-11-13"
    at, after = SECOND, date(2006, 11, 20)
    in_time = [change.kind for change in changes(before, BASE, (date(2006, 11, 1), at))]
    assert in_time == ["report-missing", "report-received"]
    assert [change.kind for change in changes(before, BASE, (at, after))] == ["report-late"]
    missing = changes(before, before, (date(2006, 11, 1), at))
    assert [(change.kind, change.subject.id) for change in missing] == [
        ("report-missing", "homes/2006-11-13"),
        ("report-missing", streets),
    ]
    assert [change.kind for change in changes(BASE, before, (after, at))] == ["report-vanished"]


def test_a_new_report_brings_new_statuses() -> None:
    """A report that a group adds to its earlier ones is told with the statuses that are other than in the last one."""
    red = {**FILES, LATER: FILES[LATER].replace("**Status:** Green", "**Status:** Red")}
    found = told(data_of({**FILES, LATER: None}), data_of(red))
    assert found == [("status-changed", "locks", "Green", "Red"), ("report-received", "homes/2006-11-13", None, None)]


def test_equal_versions_have_no_changes() -> None:
    """Nothing has changed between two readings of the same files."""
    assert changes(BASE, version()) == []
    assert summary([]) == "Nothing has changed"
