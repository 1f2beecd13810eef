"""Where each check draws its line: cases that just make a finding, beside cases that just make none."""

from __future__ import annotations

from datetime import date

import pytest

from cspsite.findings import CODES
from tests.builders import (
    COUNTS,
    ESTIMATES,
    GROUP,
    INDICATOR,
    MINIMAL,
    PARTNERSHIP,
    REPORT,
    Files,
    checked,
    edited,
    series_csv,
    tree,
)


def codes(*changes: Files, today: date = date(2006, 12, 1)) -> list[str]:
    """Return the codes of the findings that changes to the minimal partnership make.

    Without those on the reported status: other counts or another target make other evidence.
    """
    found = [finding.code for finding in checked(tree(*changes), today)]
    return [code for code in found if code != "status-differs"]


def target(**changes: str) -> Files:
    """Return the minimal group with keys of its target changed; an empty value takes the key out."""
    text = MINIMAL[GROUP].replace("by 10% per 1,000 population ", "")
    for key, value in changes.items():
        lines = text.split("\n")
        at = next((i for i, line in enumerate(lines) if line.startswith(f"    {key}:")), lines.index("actions:"))
        kept = [*lines[:at], *([f"    {key}: {value}"] if value else [])]
        text = "\n".join([*kept, *lines[at + (lines[at] != "actions:") :]])
    return {GROUP: text}


_HIGHER = edited(INDICATOR, "lower_is_better", "higher_is_better")


@pytest.mark.parametrize(
    "change,found",
    [
        (target(), []),
        (target(change="100"), []),
        (target(change="100.5"), ["target-wrong-side"]),
        (target(change="0"), ["target-wrong-side"]),
        ({**target(kind="increase_by_percent", change="110"), **_HIGHER}, []),
        ({**target(), **_HIGHER}, ["target-wrong-side"]),
        (target(kind="hold", change=""), []),
        (target(kind="directional", change="", direction="decrease", value="1"), []),
        (target(kind="directional", change="", direction="decrease"), ["target-without-number"]),
        ({**target(kind="directional", change="", direction="increase", value="1"), **_HIGHER}, []),
        # 1,200 in 2005/06 among 100,000 people is 12 per 1,000
        (target(kind="reach_value", change="", value="11.9"), []),
        (target(kind="reach_value", change="", value="12"), []),
        (target(kind="reach_value", change="", value="12.1"), ["target-wrong-side"]),
        (target(kind="reach_value", change="", value="1200", measure=""), []),
        (target(kind="reach_value", change="", value="1201", measure=""), ["target-wrong-side"]),
        ({**target(kind="reach_value", change="", value="12.1"), **_HIGHER}, []),
        ({**target(kind="reach_value", change="", value="11.9"), **_HIGHER}, ["target-wrong-side"]),
        (target(kind="reach_value", change=""), ["target-without-number"]),
    ],
)
def test_side_of_a_target(change: Files, found: list[str]) -> None:
    """A target is right on the better side of its baseline, and on it."""
    assert codes(change) == found


@pytest.mark.parametrize(
    "wording,found",
    [
        ("Reduce burglary by 10% per thousand population by 31st March 2008", []),
        ("Reduce burglary by 10 % per 1000 population", []),
        ("Reduce burglary by 10.0% per 1,000 Population", []),
        ("Reduce burglary per population", []),
        ("Reduce burglary by 10% by 31 Brumaire 2008", []),
        ("Reduce burglary per 100,000 population", ["target-wording-measure"]),
        ("Reduce burglary per thousand households", ["target-wording-measure"]),
        ("Reduce burglary by 1st April 2008", ["target-wording-measure"]),
    ],
)
def test_words_of_a_target(wording: str, found: list[str]) -> None:
    """However it is spelt, the measure, the percentage and the date of the words are those of the facts."""
    assert codes(target(wording=wording)) == found


_RISKS = {
    "Funding is a risk.": True,
    "There are delays.": True,
    "This is a challenging time.": True,
    "An asterisk.": False,
    "All is well.": False,
}


@pytest.mark.parametrize("words,risk", _RISKS.items())
def test_risks(words: str, risk: bool) -> None:
    """A risk is a whole word, and only a report without any barrier is pointed to it."""
    told = {REPORT: MINIMAL[REPORT].replace("There were", words + " There were")}
    without = {REPORT: told[REPORT].replace("- The locks come late.", "")}
    assert codes(told) == []
    assert codes(without) == ["barriers-missing", *(["risk-not-a-barrier"] if risk else [])]


_LATE: Files = {
    GROUP: MINIMAL[GROUP] + "  - {id: bolts, title: Fit bolts, targets: [burglary], owner: A, due: 2007-03-31, KEYS}\n",
}


@pytest.mark.parametrize(
    "keys,found",
    [
        ("start: 2006-09-11", ["update-missing"]),
        ("start: 2006-09-12", []),
        ("state: closed, closed: 2006-09-10", []),
        ("state: closed, closed: 2006-09-11", ["update-missing"]),
        ("state: closed", ["missing-key"]),
    ],
)
def test_updates_that_are_due(keys: str, found: list[str]) -> None:
    """An update is due on an action from the day it starts to the day it is closed."""
    text = str(_LATE[GROUP]).replace("KEYS", keys)
    assert codes({GROUP: text}) == found


@pytest.mark.parametrize(
    "life,today,found",
    [
        ("", date(2006, 9, 11), ["report-missing"]),
        ("", date(2006, 9, 10), []),
        ("starts: 2006-09-11\n", date(2006, 12, 1), ["report-missing"]),
        ("starts: 2006-09-12\n", date(2006, 12, 1), []),
        ("ends: 2006-09-10\n", date(2006, 12, 1), []),
        ("ends: 2006-09-11\n", date(2006, 12, 1), ["report-missing"]),
    ],
)
def test_reports_that_are_due(life: str, today: date, found: list[str]) -> None:
    """A report is due from a group that exists on the day of a meeting, from that day on."""
    assert codes({GROUP: MINIMAL[GROUP] + life, REPORT: None}, today=today) == found


def test_broken_report_is_not_missing() -> None:
    """A report that cannot be read was received all the same."""
    assert codes({REPORT: "nothing"}) == ["front-matter"]


@pytest.mark.parametrize(
    "count,note,found",
    [
        (150, "", []),
        (151, "", ["count-outlier"]),
        (50, "", []),
        (49, "", ["count-outlier"]),
        (151, "Checked with the police", []),
    ],
)
def test_outliers(count: int, note: str, found: list[str]) -> None:
    """Among months of 100, a count is far outside beyond five times the square root of 100."""
    text = series_csv("2005-04", [*[100] * 8, count, *[100] * 7])
    assert codes({COUNTS: text.replace(f",{count},,", f",{count},,{note}")}) == found


def test_few_neighbours_say_little() -> None:
    """With fewer than six other counts nine times as much is not far outside."""
    assert "count-outlier" not in codes({COUNTS: series_csv("2006-02", [100, 100, 900, 100, 100, 100])})
    assert "count-outlier" in codes({COUNTS: series_csv("2006-01", [100, 100, 100, 900, 100, 100, 100])})


@pytest.mark.parametrize(
    "counts,outlier",
    [
        ([100, 1001, 100], True),
        ([100, 1000, 100], False),
        ([100, 9, 100], True),
        ([100, 10, 100], False),
        ([2, 21, 2], False),
        ([2, 22, 2], True),
        ([21, 1, 21], True),
        ([20, 1, 20], False),
        ([1, 1000], False),
    ],
)
def test_outliers_of_short_series(counts: list[int | None], outlier: bool) -> None:
    """More than ten times the largest other, or less than a tenth of the smallest, and 20 away, is far outside."""
    assert ("count-outlier" in codes({COUNTS: series_csv("2006-02", counts)})) is outlier


def estimates(*rows: str) -> Files:
    """Return the estimates of the minimal partnership with `rows` before and after them."""
    return {ESTIMATES: "reference_date,value,published,source\n" + "".join(f"{row}\n" for row in rows)}


@pytest.mark.parametrize(
    "rows,found",
    [
        (["2005-06-30,100000,2006-08-24,", "2006-06-30,120000,2006-09-01,"], 0),
        (["2005-06-30,100000,2006-08-24,", "2006-06-30,120001,2006-09-01,"], 1),
        (["2005-06-30,100000,2006-08-24,", "2006-06-30,80000,2006-09-01,"], 0),
        (["2005-06-30,100000,2006-08-24,", "2006-06-30,79999,2006-09-01,"], 1),
        (["2004-06-30,100000,2006-08-24,", "2006-06-30,140000,2006-09-01,"], 0),
        (["2004-06-30,100000,2006-08-24,", "2006-06-30,140001,2006-09-01,"], 1),
        (["1996-06-30,100000,2006-08-24,", "2006-06-30,150000,2006-09-01,"], 0),
        (["1996-06-30,100000,2006-08-24,", "2006-06-30,150001,2006-09-01,"], 1),
        (["2005-06-30,100000,2006-08-24,", "2006-06-30,150001,2006-09-01,Checked: a new town"], 0),
        (["2004-06-30,10000,2006-08-24,", "2005-06-30,100000,2006-08-24,", "2006-06-30,101000,2006-09-01,"], 1),
        (["2004-06-30,10000,2006-08-24,", "2005-06-30,1000,2006-08-24,", "2006-06-30,10100,2006-09-01,"], 1),
    ],
)
def test_jumps_of_denominators(rows: list[str], found: int) -> None:
    """More than a fifth a year, or half as much again at all, is a jump; one wrong estimate is one."""
    assert codes(estimates(*rows)).count("denominator-jump") == found


@pytest.mark.parametrize(
    "words,contradicts",
    [
        ("a {{ F }} fall", False),
        ("a {{ F }} rise", True),
        ("fell by {{ F }}", False),
        ("up {{ F }}", True),
        ("up to {{ F }}", False),
        ("fell by more than {{ F }}", False),
        ("{{ F }} more than last year", True),
        ("a rise in spring, and a {{ F }} fall since", False),
        ("It rose. Then {{ F }} it was", False),
        ("It rose by 0.5 in spring, {{ F }} in all", True),
        ("rose " + "a" * 58 + " {{ F }}", True),
        ("rose " + "a" * 59 + " {{ F }}", False),
        ("in a follow-up {{ F }} less", False),
        ("an\nincrease of\n{{ F }}", True),
        ("an increase\n\n{{ F }}", False),
        ("a rise of {{ burglary.change.last_year }}", False),
        ("a rise: {{ burglary.change.last_year | words }}", False),
        ("a rise from {{ burglary.count.last_year | number }}", False),
    ],
)
def test_words_beside_a_figure(words: str, contradicts: bool) -> None:
    """The nearest direction word of the sentence, at most 60 characters away, is held against the figure: -5%."""
    text = words.replace("F", "burglary.change.last_year | unsigned")
    assert ("figure-contradicts-words" in prose(text)) is contradicts


@pytest.mark.parametrize(
    "words,found",
    [
        ("348 offences", ["count-typed"]),
        ("1 offence", ["count-typed"]),
        ("1,348 Offences", ["count-typed"]),
        ("In 2006 offences fell.", []),
        ("{{ burglary.count }} offences", []),
        ("348 officers", []),
        ("348 offencesque", []),
    ],
)
def test_counts_typed(words: str, found: list[str]) -> None:
    """A count is digits before the unit of one of the group's indicators, but for a year."""
    assert prose(words) == found


@pytest.mark.parametrize(
    "words,found",
    [
        ("Since March 2006 {{ burglary.count }}", ["period-differs"]),
        ("since March {{ burglary.count }}", ["period-differs"]),
        ("since April 2006 {{ burglary.count }}", []),
        ("since April {{ burglary.count }}", []),
        ("since April 2005 {{ burglary.count }}", ["period-differs"]),
        ("since March 2006", []),
        ("since the spring {{ burglary.count }}", []),
    ],
)
def test_since_when(words: str, found: list[str]) -> None:
    """A month named since when is the month that a quoted figure begins in: April to July 2006."""
    assert prose(words) == found


@pytest.mark.parametrize(
    "words,found",
    [
        ("{{ burglary.change.last_year }} of {{ burglary.count.last_year }}", []),
        ("{{ burglary.change.last_year }} of {{ burglary.count @ 2005-04..2005-07 }}", []),
        ("{{ burglary.change.last_year }}: {{ burglary.difference.last_year }}", []),
        ("{{ burglary.change.last_year }} of {{ burglary.count }}", ["base-not-quoted"]),
        ("{{ burglary.rate_change.last_year }} of {{ burglary.count.last_year }}", ["base-not-quoted"]),
        ("{{ burglary.rate_change.last_year }} of {{ burglary.rate.last_year }}", []),
    ],
)
def test_bases(words: str, found: list[str]) -> None:
    """A change starts from a count, or a rate, of the period before; a difference leads to it as well."""
    assert prose(words) == found


@pytest.mark.parametrize(
    "reference,found",
    [("2004-07-31", []), ("2004-07-01", []), ("2004-06-30", ["denominator-old"])],
)
def test_age_of_denominators(reference: str, found: list[str]) -> None:
    """An estimate for the month 24 months before the data is not yet old."""
    assert codes(edited(ESTIMATES, "2005-06-30", reference)) == found


@pytest.mark.parametrize(
    "today,found",
    [(date(2006, 8, 1), []), (date(2006, 7, 31), ["period-in-future"])],
)
def test_period_in_future(today: date, found: list[str]) -> None:
    """July is over on the first of August, and not before."""
    assert codes({REPORT: None}, today=today) == found


def prose(words: str) -> list[str]:
    """Return the codes that these words of an update's progress make."""
    return codes(edited(REPORT, "There were {{ burglary.count }} burglaries.", words))


@pytest.mark.parametrize(
    "words,found",
    [
        ("A fall of 5%.", ["percentage-typed"]),
        ("A fall of 5 %.", ["percentage-typed"]),
        ("A fall of 5 percent.", ["percentage-typed"]),
        ("A fall of 5 per cent.", ["percentage-typed"]),
        ("A fall of 5 per centre.", []),
        ("A fall of 5pc.", ["percentage-typed"]),
        ("A fall of 1 percentage point.", ["percentage-typed"]),
        ("Twenty per cent.", ["percentage-typed"]),
        ("Ninety-nine percent.", ["percentage-typed"]),
        ("Someone per cent.", []),
        ("5 pcs.", []),
        ("5 of 100 people.", []),
        ("{{ burglary.difference.last_year | number }} per cent.", []),
        ("{{ burglary.count }}%.", []),
    ],
)
def test_percentages(words: str, found: list[str]) -> None:
    """A percentage is digits and a sign or words; what a token gives is not typed."""
    assert prose(words) == found


@pytest.mark.parametrize(
    "words,found",
    [
        ("The TTG met.", ["acronym-unknown"]),
        ("Two TTGs met.", ["acronym-unknown"]),
        ("The TTG's plan.", ["acronym-unknown"]),
        ("The R&D team.", ["acronym-unknown"]),
        ("CCTV and CCTVs.", []),
        ("I saw A and B.", []),
        ("OFFICIAL", []),
        ("The M25.", []),
        ("McDonald.", []),
        ("#TTG", []),
    ],
)
def test_acronyms(words: str, found: list[str]) -> None:
    """An acronym is two capitals or more that stand as a word."""
    assert prose(words) == found


@pytest.mark.parametrize(
    "words,found",
    [
        ("{{ burglary.count @ 2006-05 }}", []),
        ("{{ burglary.count @ 2006-04 }}", ["figure-old"]),
        ("{{ burglary.count @ 2006-04 }} {{ burglary.count }}", []),
    ],
)
def test_age_of_figures(words: str, found: list[str]) -> None:
    """Two months old is fresh, three months old is not, unless a newer one stands beside it."""
    assert prose(words) == found


_CHANGE = "{{ burglary.change.last_year }} from {{ burglary.count.last_year }}"
_RATE_CHANGE = "{{ burglary.rate_change.last_year }} from {{ burglary.rate.last_year }}"


def test_agreeing_figures_are_not_set_against_each_other() -> None:
    """Two falls agree, and so do a fall and no change."""
    assert prose(f"{_CHANGE} {_RATE_CHANGE}") == []


def test_broken_indicator_does_not_blame_the_report() -> None:
    """A token of an indicator whose file cannot be read is not called unknown."""
    assert codes({INDICATOR: "name: ["}) == ["yaml-syntax"]


def test_rules_are_the_partnerships() -> None:
    """A partnership's own limit on the age of estimates replaces 24 months."""
    assert codes(edited(PARTNERSHIP, "form:", "rules: {denominator_max_age_months: 12}\nform:")) == ["denominator-old"]


@pytest.mark.parametrize(
    "words,code",
    [
        ("- Every lock was fitted.", "achievements-missing"),
        ("- The locks come late.", "barriers-missing"),
        ("There were {{ burglary.count }} burglaries.", "no-progress"),
        ("Fit more locks.", "no-plans"),
    ],
)
@pytest.mark.parametrize("in_note", [True, False])
def test_words_in_a_note_are_told(words: str, code: str, in_note: bool) -> None:
    """Where words stand between the signs of a note, the box is empty, and whoever wrote them is told why."""
    found = checked(tree(edited(REPORT, words, f"<!-- {words} -->" if in_note else "")), date(2006, 12, 1))
    advice = next(finding.to_do for finding in found if finding.code == code)
    said = "What stands between <!-- and --> is a note, and is not published."
    assert advice == (f"{CODES[code].advice} {said}" if in_note else CODES[code].advice)
