"""What a reader sees of the evidence: on the report, the group, the home page, the meeting and the indicator."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import pairwise

import pytest

from cspsite.findings import Severity
from cspsite.markers import MARKERS
from cspsite.pages.page import File
from cspsite.tree import Tree
from tests import builders, hostile
from tests.markup import Element
from tests.rendering import files, page

Pages = Mapping[str, Element]

REPORT = "groups/keeping-our-eyes-open/reports/2006-09-11/index.md"
GROUP = "groups/keeping-our-eyes-open/index.md"
MEETING = "meetings/2006-09-11/index.md"
HOME = "index.md"
BURGLARY = "indicators/domestic-burglary/index.md"

HOMES_REPORT = "groups/homes/reports/2006-09-11/index.md"
HOMES_MEETING = "meetings/2006-09-11/index.md"
DIFFERING = "The figures suggest another status"

#: The badges that there are: word, shape, and class of colour.
SHAPES = {"Red": "■", "Amber": "▲", "Green": "●", "Cannot be assessed": "◇"}

#: 380 of 400 are 5.0% less, and 16 ÷ 36 of 10% are 4.4%: what was reported Red is on course.
RED = builders.edited(builders.REPORT, "**Status:** Green", "**Status:** Red")
ESTIMATED = builders.edited(builders.COUNTS, "2006-05,96,,", "2006-05,96,e,")
DIRECTIONAL = builders.edited(
    builders.GROUP, "kind: reduce_by_percent\n    change: 10", "kind: directional\n    direction: decrease"
)
#: A second action for the same target, with a status of its own.
SECOND = {
    builders.GROUP: builders.MINIMAL[builders.GROUP]
    + "  - {id: doors, title: Fit new doors, targets: [burglary], owner: Council, due: 2007-03-31}\n",
    builders.REPORT: builders.MINIMAL[builders.REPORT].replace(
        "## Other issues",
        "### Doors {#doors.burglary}\n\n**Status:** Amber\n\n#### Progress\n\nDoors fit.\n\n## Other issues",
    ),
}


def _pages(made: Mapping[str, File]) -> Pages:
    return {path: page(file) for path, file in made.items() if path.endswith(".md")}


def _of(*changes: builders.Files) -> Pages:
    return _pages(files(builders.tree(*changes)))


@pytest.fixture(scope="module")
def own(seed_tree: Tree) -> Pages:
    """Return the pages of the repository's own data."""
    return _pages(files(seed_tree))


def _updates(tree: Element) -> dict[str, str]:
    """Return what stands beside `The figures suggest` in each row of a report, by its local target."""
    found = {}
    for row in tree.all("dl", "csp-update__facts"):
        facts = dict(zip([one.text for one in row.all("dt")], [one.text for one in row.all("dd")], strict=True))
        found[facts["Local target"]] = facts.get("The figures suggest", "")
    return found


def _assessed(tree: Element) -> dict[str, Element]:
    """Return the evidence of each target of a report's or a group's page, by its wording."""
    return {
        section.attributes["aria-label"].removeprefix("Figures for the target: "): section.one("div", "csp-assessed")
        for section in tree.all("section", "csp-evidence")
    }


def _attention(tree: Element) -> Element | None:
    """Return the table of what needs attention; None where nothing does."""
    return next(iter(tree.all("table", "csp-exceptions")), None)


def _differing(tree: Element) -> list[str]:
    """Return action, status and why of each row of what needs attention that says that the figures suggest another."""
    table = _attention(tree)
    rows = [row for row in table.all("tr") if row.all("span", "csp-differs")] if table else []
    return [f"{row.one('th').text}: {row.all('td')[0].text}" for row in rows]


#: (348 ÷ 89,300) ÷ (363 ÷ 86,000) − 1 and (348 ÷ 218,500) ÷ (363 ÷ 213,260) − 1, against 15% × 16 ÷ 36.
_FEWER_HOMES = "Reduce domestic burglary by 15% per thousand households by 31st March 2008"
_FEWER_CARS = "Reduce vehicle crime by 15% per thousand population by 31st March 2008"
_RACIST = "Reduce recordable racist offences by 15% per 100,000 population by 31st March 2008"


def test_report_shows_the_suggestion_beside_each_status(own: Pages) -> None:
    """In each row that serves a target the suggestion stands under the status, and one that differs says why."""
    assert _updates(own[REPORT]) == {
        _FEWER_HOMES: "● Green Not the same as reported: −7.7% per 1,000 households against −6.7% expected",
        "None given": "",
        _FEWER_CARS: "■ Red",
        _RACIST: "◇ Cannot be assessed",
        "Substantially increase the number of drug-misusing offenders who enter treatment programmes": (
            "◇ Cannot be assessed"
        ),
        "Reduce the supply of illegal drugs to communities in Milton Keynes.": "◇ Cannot be assessed",
    }


@pytest.mark.parametrize(
    "target,words",
    [
        (_FEWER_HOMES, "The figures suggest: ● Green"),
        (_FEWER_HOMES, "The report says Amber; the figures suggest Green."),
        (_FEWER_HOMES, "Per 1,000 population it would be Amber: −6.4% against −6.7% expected."),
        (_FEWER_HOMES, "1.36 times April to July 2005 (95% interval 1.15 to 1.60)"),
        (_FEWER_HOMES, "20 months are left"),
        (_FEWER_CARS, "The report says Red, and the figures agree."),
        (_FEWER_CARS, "255 fewer offences would have been on course."),
        (_FEWER_CARS, "Per 1,000 households it would be Red"),
        (_RACIST, "The figures suggest: ◇ Cannot be assessed"),
        (_RACIST, "The report says Red; the figures can neither confirm nor contradict it."),
        (_RACIST, "The figures cannot tell whether the target is on course: there are no counts."),
    ],
)
def test_report_tells_the_evidence_in_sentences(own: Pages, target: str, words: str) -> None:
    """Under each row stands what the figures suggest of its target, and why."""
    assert words in _assessed(own[REPORT])[target].text


@pytest.mark.parametrize("path", [REPORT, GROUP])
def test_every_number_of_the_evidence_has_its_working(own: Pages, path: str) -> None:
    """Ratios and the other denominators' numbers stand with their workings in the table of the target's figures."""
    section = next(one for one in own[path].all("section") if one.attributes["aria-label"].endswith(_FEWER_HOMES))
    rows = {row.one("th").text: row for row in section.one("details", "csp-workings").one("tbody").all("tr")}
    for name in (
        "How many times as high as in the same months a year before, with its 95% interval",
        "How many times as high as in the same months of the baseline year, with its 95% interval",
        "Where the target is: its change on the baseline, or the level of twelve months, per 1,000 population",
        "Where the target should be by now on the way from its baseline, per 1,000 population",
    ):
        value, working = (cell.text for cell in rows[name].all("td"))
        assert value.partition(" ")[0].rstrip("%") in section.one("div", "csp-assessed").text
        assert "÷" in working


def test_nothing_more_is_said_where_nothing_can_be_assessed(own: Pages) -> None:
    """Where there are no counts there is no comparison, no time left and no projection."""
    assert _assessed(own[REPORT])[_RACIST].text == (
        "The figures suggest: ◇ Cannot be assessed "
        "The report says Red; the figures can neither confirm nor contradict it. "
        "The figures cannot tell whether the target is on course: there are no counts."
    )


def test_group_has_the_verdict_on_its_latest_report(own: Pages) -> None:
    """The group's page stands at the report of November: 9.2% less where 7.5% was expected, after 18 of 36 months."""
    told = _assessed(own[GROUP])
    assert list(told)[:3] == [_FEWER_HOMES, _FEWER_CARS, _RACIST]
    assert "The report says Amber; the figures suggest Green." in told[_FEWER_HOMES].text
    assert "there should be 7.5% fewer by now" in told[_FEWER_HOMES].text
    assert "The report says Red, and the figures agree." in told[_FEWER_CARS].text
    assert "The report says Amber; the figures can neither confirm nor contradict it." in told[_RACIST].text


def test_indicator_has_the_evidence_without_a_verdict(own: Pages) -> None:
    """The indicator's page tells where each target on it is, and nothing of reports."""
    tree = own[BURGLARY]
    assert "The figures suggest: ● Green" in tree.one("div", "csp-assessed").text
    assert "The report says" not in tree.text
    headings = [(one.tag, one.text.rstrip(" ¶")) for one in tree.all() if one.tag in ("h2", "h3")]
    assert headings[:2] == [("h2", "What the figures suggest"), ("h3", _FEWER_HOMES)]


#: Another target of the same group on the same indicator: to hold 2005/06, which stands first.
IDLE = builders.edited(
    builders.GROUP, "targets:\n", "targets:\n  - {id: idle, wording: Fewer still, indicator: burglary, kind: hold}\n"
)


def _headings(tree: Element) -> list[str]:
    return [one.text.rstrip(" ¶") for one in tree.all("h2") if one.text.startswith("Against the target")]


def test_charts_of_one_groups_targets_are_told_apart() -> None:
    """Where a group has several targets on an indicator, the heading of each chart says which."""
    path = "indicators/burglary/index.md"
    assert _headings(_of()[path]) == ["Against the target of Safer Homes"]
    assert _headings(_of(IDLE)[path]) == [
        "Against the target of Safer Homes: Fewer still",
        "Against the target of Safer Homes: Reduce burglary by 10% per 1,000 population by 31 March 2008",
    ]


def test_assurance_says_which_level() -> None:
    """Beside the control chart stands the level that is met or not, and whose it is where there are several.

    1,200 burglaries in 2005/06 less 10% are 1,080, which is 90 a month; held, they are 100.
    """
    path = "indicators/burglary/index.md"
    assert "the level of 90 a month that the target comes to" in _of()[path].one("ul", "csp-control").text
    said = _of(IDLE)[path].one("ul", "csp-control").text
    assert "the level of 100 a month that the first target on it (Fewer still, Safer Homes) comes to" in said


def test_indicator_without_a_target_has_no_evidence(own: Pages) -> None:
    """An indicator that no target is about has no section for it."""
    assert own["indicators/all-crime/index.md"].all("div", "csp-assessed") == []
    assert "What the figures suggest" not in own["indicators/all-crime/index.md"].text


@pytest.mark.parametrize(
    "path,reason",
    [
        (MEETING, "−7.7% per 1,000 households against −6.7% expected"),
        ("meetings/2006-11-13/index.md", "−9.2% [e] per 1,000 households against −7.5% expected"),
        (HOME, "−9.2% [e] per 1,000 households against −7.5% expected"),
    ],
)
def test_lists_of_what_differs(own: Pages, path: str, reason: str) -> None:
    """The home page and the meetings list what differs: the action, its target, both statuses, and the reason."""
    assert _differing(own[path]) == [
        "Continue to develop Intelligence led Policing utilising the Tactical Tasking Group (TTG) "
        f"{_FEWER_HOMES} Keeping Our Eyes Open: ▲ Amber The figures suggest ● Green: {reason}"
    ]


@pytest.mark.parametrize("path", [MEETING, "meetings/2006-11-13/index.md", HOME])
def test_what_differs_leads_to_its_row(own: Pages, path: str) -> None:
    """The link leads to the row of the report on that action and target, under whose heading both statuses stand."""
    item = next(one for one in own[path].all("tr") if one.all("span", "csp-differs"))
    address, _, fragment = item.one("a").attributes["href"].partition("#")
    report = own[re.sub(r"^(\.\./)*", "", address) + "index.md"]
    heading = next(one for one in report.walk() if one.attributes.get("id") == fragment)
    assert heading.text.rstrip(" ¶") == "Tactical Tasking Group: domestic burglary"
    row = report.all("dl", "csp-update__facts")[0].text
    assert "Status ▲ Amber The figures suggest ● Green Not the same as reported" in row


BROKEN = builders.edited(builders.COUNTS, "2006-05,96,,", "2006-05,96,b,")


def test_no_arrow_across_a_change_in_counting() -> None:
    """Where the way of counting changed no page has an arrow, and the report says why, with the marker's meaning."""
    made, whole = _of(BROKEN), _of()
    assert [path for path, tree in whole.items() if tree.all("span", "csp-travel")] == [HOME, HOMES_MEETING]
    assert [path for path, tree in made.items() if tree.all("span", "csp-travel")] == []
    told, before = (pages[HOMES_REPORT].one("div", "csp-assessed") for pages in (made, whole))
    rows = [one for one in told.all("li") if one.text.startswith("On ")]
    assert [one.text for one in rows] == ["On last year: cannot be compared: the way of counting changed [b]"]
    assert [len(one.all("svg")) for one in rows] == [0]
    assert [len(one.all("svg")) for one in before.all("li") if one.text.startswith("On ")] == [1]
    assert "[b] series break: the way of counting changed here." in told.text


def test_marker_of_a_comparison_is_explained() -> None:
    """A marker that only the comparison with another year shows stands with its meaning too."""
    counts = builders.series_csv("2004-04", [*[100] * 28]).replace("2005-05,100,,", "2005-05,100,p,")
    group = builders.edited(builders.GROUP, "    end: 2008-03-31", "    end: 2008-03-31\n    baseline: 2004/05")
    told = _of({builders.COUNTS: counts}, group)[HOMES_REPORT].one("div", "csp-assessed").text
    assert "interval 0.87 to 1.15) [p]" in told
    assert "Some of the counts behind this" not in told
    assert "[p] provisional: may still be revised." in told


def _read_in(month: str) -> Pages:
    """Return the pages of a meeting and a report with data to that month; counts end in July 2006."""
    to = f"data_to: {month}"
    return _of(
        {
            path: builders.MINIMAL[path].replace("data_to: 2006-07", to)
            for path in (builders.PARTNERSHIP, builders.REPORT)
        }
    )


@pytest.mark.parametrize("month,is_told", [("2006-07", True), ("2006-10", True), ("2006-11", False)])
def test_latest_count_names_its_month(month: str, is_told: bool) -> None:
    """What the latest count is stands with its month; one that is older than the rule allows is no longer told."""
    told = _read_in(month)[HOMES_REPORT].one("div", "csp-assessed").text
    assert ("Latest count, July 2006: " in told) is is_told
    assert ("Latest count" in told) is is_told


def test_home_has_a_column_of_suggestions(own: Pages) -> None:
    """Each target at a glance has its status, and beside it what the figures suggest, or why they cannot tell."""
    found = []
    for row in own[HOME].one("table", "csp-matrix").all("tr"):
        cells = {one.attributes.get("data-label", ""): one.text for one in row.all("td")}
        found += [(cells["Status"], cells["The figures suggest"])] if "Status" in cells else []
    assert found == [
        ("▲ Amber", "● Green"),
        ("■ Red", "■ Red"),
        ("▲ Amber", "◇ Cannot be assessed There are no counts"),
        ("▲ Amber", "◇ Cannot be assessed There are no counts"),
        ("● Green", "◇ Cannot be assessed The target names no number"),
        ("2 ● Green", "● Green"),
        ("2 ▲ Amber", "▲ Amber"),
    ]


#: Of 380 and 400 burglaries the rates are 3.4545 and 4 per 1,000: 13.6% less, while the counts are 5.0% less.
_MORE_PEOPLE = {builders.ESTIMATES: builders.MINIMAL[builders.ESTIMATES] + "2006-06-30,110000,2007-08-24,ONS\n"}
#: 20 of a year before are too few for a percentage; the ratio says no clear change.
_FEW = {builders.COUNTS: builders.series_csv("2005-04", [5] * 16)}
_NOT_YET = builders.edited(builders.PARTNERSHIP, "data_to: 2006-07", "data_to: 2006-09")


def _glance(tree: Element) -> tuple[str, str]:
    """Return what stands under the changes on last year and on the baseline, of the only target."""
    cells = {one.attributes.get("data-label"): one.text for one in tree.all("td")}
    return cells["On last year"], cells["On the baseline"]


@pytest.mark.parametrize(
    "changes,change,direction",
    [
        # half a width of the interval of the logarithm is 1.96 × √(1 ÷ 380 + 1 ÷ 400) = 0.14: log 0.8636 lies outside
        ([_MORE_PEOPLE], "−13.6%", " better"),
        # and log 0.95 within
        (
            [_MORE_PEOPLE, builders.edited(builders.GROUP, "    measure: {per: population}\n", "")],
            "−5.0%",
            " no clear change",
        ),
        ([_FEW], "[u]", ""),
        ([_NOT_YET, {builders.REPORT: None}], "[x]", ""),
    ],
    ids=["rate", "count", "small", "not counted yet"],
)
def test_changes_at_a_glance(changes: list[builders.Files], change: str, direction: str) -> None:
    """Both changes are in the target's own measure, here on the same months; only a number has a direction beside."""
    made = _of(*changes)
    assert _glance(made[HOME]) == (change + direction, change)
    assert _glance(made["indicators/index.md"]) == (change, change)
    assert "both in the target's own measure" in made[HOME].text
    assert "both in the target's own measure" in made["indicators/index.md"].text


def test_markers_of_a_reason_are_explained_on_the_home_page() -> None:
    """Where a break keeps the figures from telling, the reason stands under the badge, and [b] below the table."""
    home = _of(builders.edited(builders.COUNTS, "2006-01,100,,", "2006-01,100,b,"))[HOME]
    cells = {one.attributes.get("data-label"): one.text for one in home.all("td")}
    reason = "The way of counting changed after April to July 2005 [b]"
    assert cells["The figures suggest"] == f"◇ Cannot be assessed {reason}"
    assert "[b] series break: the way of counting changed here." in home.text


def test_meeting_has_a_column_of_suggestions(own: Pages) -> None:
    """Each row of a meeting's action table has a suggestion, or a dash where it serves no target."""
    table = next(one for one in own[MEETING].all("table") if "Actions of" in one.one("caption").text)
    assert [row.all("td")[2].text for row in table.one("tbody").all("tr")] == [
        "● Green",
        "–",
        "■ Red",
        "–",
        "◇ Cannot be assessed",
        "–",
        "◇ Cannot be assessed",
        "◇ Cannot be assessed",
    ]


def test_no_heading_where_nothing_differs() -> None:
    """Where every status is that of the figures, no page has the heading of the list."""
    for path, tree in _of().items():
        assert DIFFERING not in tree.text, path
        assert not tree.all(id="differing"), path


@pytest.mark.parametrize("path", [HOME, HOMES_MEETING])
def test_red_that_differs_stands_once(path: str) -> None:
    """A Red that the figures contradict stands under Red, with what they suggest, and under no other reason."""
    table = _attention(_of(RED)[path])
    assert table is not None
    assert [row.text for row in table.all("tr", "csp-rowgroup")] == ["Red 1"]
    assert _differing(_of(RED)[path]) == [
        "Fit new locks Reduce burglary by 10% per 1,000 population by 31 March 2008 Safer Homes: "
        "■ Red The figures suggest ● Green: −5.0% per 1,000 population against −4.4% expected"
    ]


@pytest.mark.parametrize("path", [HOME, HOMES_MEETING, HOMES_REPORT])
def test_rule_stands_where_suggestions_do(path: str) -> None:
    """The partnership's own tolerance is told in words beside what it makes of the figures."""
    rules = {builders.PARTNERSHIP: builders.MINIMAL[builders.PARTNERSHIP] + "rules: {tolerance: 2.5}\n"}
    words = "on or ahead of course Green, behind by up to 2.5 percentage points Amber, by more Red."
    assert words in _of(RED, rules)[path].text


def test_two_actions_for_one_target() -> None:
    """Each row has its own comparison; the target's evidence stands once, with a verdict on each status."""
    made = _of(SECOND)
    facts = [one.text for one in made[HOMES_REPORT].all("dl", "csp-update__facts")]
    assert ["Not the same as reported" in one for one in facts] == [False, True]
    told = made[HOMES_REPORT].one("div", "csp-assessed").text
    assert "The report says Green, and the figures agree. The report says Amber; the figures suggest Green." in told
    assert len(_differing(made[HOME])) == 1
    assert _differing(made[HOME])[0].startswith("Fit new doors Reduce burglary by 10%")
    assert "▲ Amber The figures suggest ● Green" in _differing(made[HOME])[0]


def test_status_that_was_not_reported_has_no_verdict() -> None:
    """Where no status was reported the suggestion stands alone, and nothing differs."""
    made = _of(builders.edited(builders.REPORT, "**Status:** Green\n", ""))
    told = made[HOMES_REPORT].one("div", "csp-assessed").text
    assert "The figures suggest: ● Green" in told
    assert "The report says" not in told
    assert _differing(made[HOME]) == []


def test_missing_report_still_has_a_suggestion() -> None:
    """Without a report the figures to the meeting's month are assessed all the same."""
    tree = _of({builders.REPORT: None})[HOME]
    cells = {one.attributes.get("data-label"): one.text for one in tree.all("td")}
    assert (cells["Status"], cells["The figures suggest"]) == ("○ Not reported", "● Green")


def test_suggestion_is_word_shape_and_colour(own: Pages) -> None:
    """Every badge has its word, its own shape, hidden from screen readers, a class of colour, and a frame."""
    seen = set()
    for path, tree in own.items():
        for badge in tree.all("span", "csp-suggested"):
            shape, word = badge.one("span"), str(badge.children[-1]).strip()
            seen.add(word)
            assert (shape.text, shape.attributes) == (SHAPES[word], {"aria-hidden": "true"}), path
            assert badge.classes[1:] == ["csp-status", f"csp-status--{word.lower().replace(' ', '-')}"], path
    assert seen == set(SHAPES)


_SHOWN = re.compile(r"\[([a-z])\](?! (?:" + "|".join(re.escape(name) for name, _ in MARKERS.values()) + r"):)")


def _unexplained(tree: Element) -> list[str]:
    """Return the markers that the evidence or the list shows, and that stand without their meaning on the page."""
    told = [one.text for one in tree.all("div", "csp-assessed")] + _differing(tree)
    shown = {marker for text in told for marker in _SHOWN.findall(text)}
    return [marker for marker in sorted(shown) if f"[{marker}] {': '.join(MARKERS[marker])}." not in tree.text]


@pytest.mark.parametrize(
    "changes",
    [
        [ESTIMATED, RED],
        [builders.edited(builders.COUNTS, "2006-05,96,,", "2006-05,,x,")],
        [builders.edited(builders.COUNTS, "2006-05,96,,", "2006-05,96,b,")],
        [builders.edited(builders.COUNTS, "2005-05,101,,", "2005-05,101,p r,")],
        [{builders.COUNTS: builders.series_csv("2005-04", [3] * 16)}],
        # of the figures at a glance none rests on October: only the twelve months of a value to be reached do
        [
            builders.edited(builders.COUNTS, "2005-10,100,,", "2005-10,100,e,"),
            builders.edited(
                builders.GROUP, "kind: reduce_by_percent\n    change: 10", "kind: reach_value\n    value: 9"
            ),
        ],
    ],
    ids=["estimated", "missing", "break", "provisional and revised", "small", "older"],
)
def test_markers_are_explained_where_they_appear(changes: list[builders.Files]) -> None:
    """Each marker in the sentences and in the list stands with its meaning on the same page."""
    for path, tree in _of(*changes).items():
        assert _unexplained(tree) == [], path


def test_markers_of_the_repositorys_own_pages_are_explained(own: Pages) -> None:
    """On every page of the repository's data the markers beside the evidence stand with their meaning."""
    assert {path: found for path, tree in own.items() if (found := _unexplained(tree))} == {}
    assert "[e] estimated: not a count; an estimate." in own["meetings/2006-11-13/index.md"].text


def test_missing_month_is_explained() -> None:
    """The reason names the month with its marker, and the marker stands with its meaning below it."""
    tree = _of(builders.edited(builders.COUNTS, "2006-05,96,,", "2006-05,,x,"))[HOMES_REPORT]
    told = tree.one("div", "csp-assessed").text
    assert "no count for May 2006 [x]." in told
    assert told.endswith("[x] not available: not known or not recorded.")


@pytest.mark.parametrize(
    "changes,suggested",
    [
        (DIRECTIONAL, "◇ Cannot be assessed The target names no number"),
        ({builders.COUNTS: None}, "◇ Cannot be assessed There are no counts"),
        (
            builders.edited(builders.GROUP, "    end: 2008-03-31\n", ""),
            "◇ Cannot be assessed The target has no end date",
        ),
        ({builders.COUNTS: None, builders.INDICATOR: None}, "[x]"),
    ],
    ids=["no number", "no counts", "no end", "no indicator"],
)
def test_pages_come_out_where_nothing_can_be_assessed(changes: builders.Files, suggested: str) -> None:
    """Where no target can be assessed every page comes out, and says so in place of a suggestion."""
    made = _of(changes)
    cells = {one.attributes.get("data-label"): one.text for one in made[HOME].all("td")}
    assert cells["The figures suggest"] == suggested
    assert _differing(made[HOME]) == _differing(made[HOMES_MEETING]) == []
    assert "If things go on as they are" not in made[HOMES_REPORT].text
    assert "Not the same as reported" not in made[HOMES_REPORT].text


def test_target_on_an_unknown_indicator_is_an_error() -> None:
    """A target whose indicator there is not never reaches a reader: the checks refuse it."""
    found = builders.checked(builders.tree({builders.COUNTS: None, builders.INDICATOR: None}))
    errors = {(one.code, one.place.path) for one in found if one.severity is Severity.ERROR}
    assert ("unknown-id", builders.GROUP) in errors


def _hostile() -> dict[str, str]:
    """Return the hostile partnership with an end for its target, so that its Red differs from the figures."""
    group = json.loads(hostile.FILES[builders.GROUP])
    group["targets"][0]["end"] = "2008-03-31"
    return {**hostile.FILES, builders.GROUP: json.dumps(group)}


_SEEN = " ".join(hostile.TEXT.split())


@pytest.mark.parametrize(
    "path", [HOME, HOMES_MEETING, HOMES_REPORT, "groups/homes/index.md", "indicators/burglary/index.md"]
)
def test_hostile_names_are_only_text(path: str) -> None:
    """Beside the evidence names of targets, actions, indicators and denominators stand as they were written."""
    tree = _of(_hostile())[path]
    told = [one.text for one in tree.all("div", "csp-assessed")] + _differing(tree)
    assert any(_SEEN in one for one in told)
    for one in tree.walk():
        assert one.tag not in ("img", "iframe", "b", "script"), one
        assert not [name for name in one.attributes if name.startswith("on")], one
        assert not re.match(r"\s*(javascript|data):", one.attributes.get("href", "")), one


def test_headings_have_no_gaps(own: Pages) -> None:
    """On every page a heading is at most one step below the one before it."""
    for path, tree in {**own, **{f"second {path}": tree for path, tree in _of(SECOND, RED).items()}}.items():
        levels = [int(one.tag[1]) for one in tree.walk() if re.fullmatch("h[1-6]", one.tag)]
        assert levels[0] == 1, path
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], path


def test_ids_are_unique(own: Pages) -> None:
    """On every page each id stands once, also where two actions serve one target."""
    for path, tree in {**own, **{f"second {path}": tree for path, tree in _of(SECOND).items()}}.items():
        ids = [one.attributes["id"] for one in tree.walk() if "id" in one.attributes]
        assert sorted(one for one in ids if ids.count(one) > 1) == [], path


def _illustrative(tree: Element) -> set[str]:
    return {one.text for one in tree.one("details", "csp-illustrative").all("dt")}


@pytest.mark.parametrize("path", [REPORT, GROUP, MEETING, HOME, BURGLARY])
def test_denominators_of_the_sentences_are_named_as_illustrative(own: Pages, path: str) -> None:
    """Wherever the evidence speaks of burglary per households, and per population, the notice names them."""
    assert {"Households", "Population"} <= _illustrative(own[path])


def test_what_may_be_a_season_is_not_judged() -> None:
    """Where two years rise and fall alike, evidence and indicator say that nothing can be told, and why."""
    year = [50, 70, 90, 110, 100, 80, 60, 40, 30, 10, 20, 45]
    counts = builders.series_csv("2004-08", [*year[4:], *year, *year[:4]])
    made = _of({builders.COUNTS: counts})
    said = "fewer than three complete years are too short to tell a season from a change"
    (assessed,) = _assessed(made[HOMES_REPORT]).values()
    assert f"Whether the latest count is more than chance cannot be told: {said}" in assessed.text
    assert "Special cause" not in made["indicators/burglary/index.md"].text
    assert f"No chart: {said} (Burglary)." in made["indicators/burglary/index.md"].text
