"""What the figures suggest of a target, case by case as a board member would expect; and which way it goes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.evidence import CANNOT, Assessor, Evidence, said
from cspsite.model import Data
from cspsite.quote import Context, Quoter
from tests.aims import MORE, RATE, Values, held, people, so_far, spread
from tests.builders import Files, series_csv

_NO_CHANGES: Values = MappingProxyType({})
_HIGHER: Values = {"polarity": "higher_is_better"}
_NEUTRAL: Values = {"polarity": "neutral"}
#: 45% by the end are 20% in July 2006, after 16 of 36 months: of 400, 320 less and 480 more.
_LESS: Values = {"change": 45}
_MORE: Values = {**_LESS, **MORE}
_HOLD: Values = {"kind": "hold", "change": None}
_EMPTY = "period,count,marker,note\n"


def _reach(value: int) -> Values:
    return {"kind": "reach_value", "change": None, "value": value}


def half_time(base: int, now: int) -> str:
    """Return counts with `base` in 2005/06 and `now` in the twelve months to September 2006, after 18 of 36 months."""
    kept = min(base, now) // 2
    return series_csv("2005-04", [*spread(base - kept, 6), *spread(kept, 6), *spread(now - kept, 6)])


def half_years(base: int, now: int) -> str:
    """Return counts with `base` from April to September 2005 and `now` in the same months of 2006."""
    return series_csv("2005-04", [*spread(base, 6), *spread(600, 6), *spread(now, 6)])


class Case(NamedTuple):
    """A sentence that a board member would say of a target, and what the figures are to suggest."""

    fact: str
    status: str
    counts: str
    target: Values = _NO_CHANGES
    indicator: Values = _NO_CHANGES
    data_to: str = "2006-07"
    rules: str = ""
    reason: str = ""


_RED, _AMBER, _GREEN = "Red", "Amber", "Green"
_SEPTEMBER = "2006-09"

CASES = [
    Case("Exactly on the line is on course.", _GREEN, so_far(320), _LESS),
    Case("Ahead of the line is on course.", _GREEN, so_far(300), _LESS),
    Case("One offence too many is behind the line.", _AMBER, so_far(321), _LESS),
    Case("Exactly as far behind as the rule tolerates is Amber.", _AMBER, so_far(340), _LESS),
    Case("One offence further behind is Red.", _RED, so_far(341), _LESS),
    Case("No change where a fall is wanted is behind.", _RED, so_far(400), _LESS),
    Case("An increase that is exactly on the line is on course.", _GREEN, so_far(480), _MORE, _HIGHER),
    Case("An increase ahead of the line is on course.", _GREEN, so_far(500), _MORE, _HIGHER),
    Case("One short of the line to an increase is behind.", _AMBER, so_far(479), _MORE, _HIGHER),
    Case("An increase as far behind as the rule tolerates is Amber.", _AMBER, so_far(460), _MORE, _HIGHER),
    Case("An increase one further behind is Red.", _RED, so_far(459), _MORE, _HIGHER),
    Case("A fall where a rise is wanted is Red.", _RED, so_far(320), _MORE, _HIGHER),
    # the way to zero, in per cent and as a value: 600 of 1,200 at half time
    Case("Half way to zero by half time is on course.", _GREEN, half_years(600, 300), {"change": 100}, {}, _SEPTEMBER),
    Case("90% less of 100% by half time is on course.", _GREEN, half_years(600, 60), {"change": 100}, {}, _SEPTEMBER),
    Case(
        "45% less of 100% by half time is 5 points behind.",
        _AMBER,
        half_years(600, 330),
        {"change": 100},
        {},
        "2006-09",
    ),
    Case("Less than 45% of 100% by half time is Red.", _RED, half_years(600, 331), {"change": 100}, {}, _SEPTEMBER),
    Case(
        "A value half way to zero by half time is on course.", _GREEN, half_time(1200, 600), _reach(0), {}, _SEPTEMBER
    ),
    Case("A value 90% of the way to zero is on course.", _GREEN, half_time(1200, 120), _reach(0), {}, _SEPTEMBER),
    Case("A value that is zero already is on course.", _GREEN, half_time(1200, 0), _reach(0), {}, _SEPTEMBER),
    Case("A value 5% of the baseline behind is Amber.", _AMBER, half_time(1200, 660), _reach(0), {}, _SEPTEMBER),
    Case("A value one more behind is Red.", _RED, half_time(1200, 661), _reach(0), {}, _SEPTEMBER),
    Case("A value that has not moved is Red.", _RED, half_time(1200, 1200), _reach(0), {}, _SEPTEMBER),
    # 5% of the baseline of 1,200 are 60, whatever the goal: of 900 wanted at half time
    Case("60 behind on the way from 1,200 to 600 is Amber.", _AMBER, half_time(1200, 960), _reach(600), {}, _SEPTEMBER),
    Case("61 behind on the way from 1,200 to 600 is Red.", _RED, half_time(1200, 961), _reach(600), {}, _SEPTEMBER),
    # from nothing to nothing, and from nothing up
    Case("Zero that stays zero is on course.", _GREEN, half_time(0, 0), _reach(0), {}, _SEPTEMBER),
    Case("One where zero is to stay is Red.", _RED, half_time(0, 1), _reach(0), {}, _SEPTEMBER),
    Case("Holding nothing at nothing is on course.", _GREEN, half_time(0, 0), _HOLD, {}, _SEPTEMBER),
    Case("One where nothing is to be held is Red.", _RED, half_time(0, 1), _HOLD, {}, _SEPTEMBER),
    Case(
        "A level is held to the strategy's end where the target names none.",
        _GREEN,
        so_far(400),
        {**_HOLD, "end": None},
    ),
    Case("Half way from zero by half time is on course.", _GREEN, half_time(0, 50), _reach(100), _HIGHER, _SEPTEMBER),
    Case(
        "5% of the goal behind on the way from zero is Amber.",
        _AMBER,
        half_time(0, 45),
        _reach(100),
        _HIGHER,
        "2006-09",
    ),
    Case("More than that behind is Red.", _RED, half_time(0, 44), _reach(100), _HIGHER, _SEPTEMBER),
    # a target that is the baseline
    Case(
        "A value that is to stay and stays is on course.", _GREEN, half_time(1200, 1200), _reach(1200), {}, _SEPTEMBER
    ),
    Case(
        "A value that is to stay and gets better is on course.",
        _GREEN,
        half_time(1200, 900),
        _reach(1200),
        {},
        "2006-09",
    ),
    Case(
        "A value that is to stay and is 5% worse is Amber.", _AMBER, half_time(1200, 1260), _reach(1200), {}, "2006-09"
    ),
    Case(
        "A value that is to stay and is worse than that is Red.",
        _RED,
        half_time(1200, 1261),
        _reach(1200),
        {},
        "2006-09",
    ),
    Case("Holding the line with no change is on course.", _GREEN, so_far(400), _HOLD),
    Case("Holding the line with a fall is on course.", _GREEN, so_far(300), _HOLD),
    Case("Holding the line and 5% worse is Amber.", _AMBER, so_far(420), _HOLD),
    Case("Holding the line and worse than that is Red.", _RED, so_far(421), _HOLD),
    Case("Holding what should not fall: a rise is on course.", _GREEN, so_far(500), _HOLD, _HIGHER),
    Case("Holding what should not fall: 5% less is Amber.", _AMBER, so_far(380), _HOLD, _HIGHER),
    Case("Holding what should not fall: less than that is Red.", _RED, so_far(379), _HOLD, _HIGHER),
    Case("Holding what is neither good nor bad: no change is on course.", _GREEN, so_far(400), _HOLD, _NEUTRAL),
    Case("Holding what is neither good nor bad: 5% more is Amber.", _AMBER, so_far(420), _HOLD, _NEUTRAL),
    Case("Holding what is neither good nor bad: 5% less is Amber too.", _AMBER, so_far(380), _HOLD, _NEUTRAL),
    Case("Holding what is neither good nor bad: far less is Red.", _RED, so_far(300), _HOLD, _NEUTRAL),
    Case("A fall that is wanted of what is neither good nor bad is on course.", _GREEN, so_far(300), _LESS, _NEUTRAL),
    # the rule is the partnership's own
    Case("With no tolerance, on the line is on course.", _GREEN, so_far(320), _LESS, rules="rules: {tolerance: 0}\n"),
    Case("With no tolerance, one too many is Red.", _RED, so_far(321), _LESS, rules="rules: {tolerance: 0}\n"),
    Case(
        "With a tolerance of 10, 10 points behind is Amber.",
        _AMBER,
        so_far(360),
        _LESS,
        rules="rules: {tolerance: 10}\n",
    ),
    Case("With a tolerance of 10, more is Red.", _RED, so_far(361), _LESS, rules="rules: {tolerance: 10}\n"),
    Case(
        "A tolerance may have decimals: 0.25 points are one of 400.",
        _AMBER,
        so_far(321),
        _LESS,
        rules="rules: {tolerance: 0.25}\n",
    ),
    Case("Two of 400 are more than 0.25 points.", _RED, so_far(322), _LESS, rules="rules: {tolerance: 0.25}\n"),
    # in time
    Case(
        "A target that has ended is judged by its goal: reached.", _GREEN, so_far(220), {**_LESS, "end": "2006-06-30"}
    ),
    Case("A target that has ended is judged by its goal: nearly.", _AMBER, so_far(240), {**_LESS, "end": "2006-06-30"}),
    Case("A target that has ended is judged by its goal: missed.", _RED, so_far(320), {**_LESS, "end": "2006-06-30"}),
    Case("A target in its first month is judged.", _AMBER, so_far(400), {"start": "2006-07-01"}),
    Case(
        "A target that has not begun cannot be judged.",
        CANNOT,
        so_far(400),
        {"start": "2006-08-01"},
        reason="the target begins in August 2006",
    ),
    # what cannot be assessed
    Case("Without counts nothing can be said.", CANNOT, _EMPTY, reason="there are no counts"),
    Case(
        "A target on the wrong side of its baseline is not achieved by getting worse.",
        CANNOT,
        half_time(1200, 1400),
        _reach(1300),
        {},
        _SEPTEMBER,
        reason="the target is on the wrong side of its baseline",
    ),
    Case(
        "Nor is an increase of what should fall.",
        CANNOT,
        so_far(500),
        _MORE,
        reason="the target is on the wrong side of its baseline",
    ),
    Case(
        "Nor is a reduction of what should rise.",
        CANNOT,
        so_far(300),
        _LESS,
        _HIGHER,
        reason="the target is on the wrong side of its baseline",
    ),
    Case(
        "A base under 50 is too small for a percentage.",
        CANNOT,
        so_far(20, 49),
        _LESS,
        reason="the base of 49 (April to July 2005) is under 50",
    ),
    Case("A base of 50 is not too small.", _GREEN, so_far(40, 50), _LESS),
    Case(
        "A base under 50 is too small for a value too.",
        CANNOT,
        half_time(49, 0),
        _reach(0),
        {},
        _SEPTEMBER,
        reason="the base of 49 (2005/06) is under 50",
    ),
    Case("A base of 50 is not too small for a value either.", _GREEN, half_time(50, 25), _reach(0), {}, _SEPTEMBER),
    Case(
        "Of a base of 0 there is no percentage.",
        CANNOT,
        so_far(5, 0),
        _LESS,
        reason="no percentage can be taken of 0 (April to July 2005)",
    ),
    Case(
        "A direction without a number says nothing of where it should be.",
        CANNOT,
        so_far(300),
        {"kind": "directional", "change": None, "direction": "decrease"},
        reason="the target names no number",
    ),
    Case("Without an end there is no line.", CANNOT, so_far(300), {"end": None}, reason="the target has no end date"),
    Case(
        "A count that is missing is not taken as 0.",
        CANNOT,
        so_far(320).replace("2006-05,80,,", "2006-05,,x,"),
        _LESS,
        reason="April to July 2006: no count for May 2006 [x]",
    ),
    Case(
        "A change in the way of counting in the first month that is compared leaves all months alike.",
        _GREEN,
        so_far(320).replace("2005-04,100,,", "2005-04,100,b,"),
        _LESS,
    ),
    Case(
        "Before and after a change in the way of counting cannot be compared.",
        CANNOT,
        so_far(320).replace("2006-04,80,,", "2006-04,80,b,"),
        _LESS,
        reason="the way of counting changed after April to July 2005 [b]",
    ),
]


def _evidence(case: Case) -> Evidence:
    found = held(case.counts, case.target, indicator=case.indicator, data_to=case.data_to, rules=case.rules)
    return found.evidence()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.fact)
def test_status(case: Case) -> None:
    """The partnership's rule gives what a board member expects, or the reason why it gives nothing."""
    evidence = _evidence(case)
    assert (evidence.suggested, evidence.own.reason) == (case.status, case.reason)


_QUARTERS = _EMPTY + "".join(f"{year}-Q{n},100,,\n" for year in ("2004/05", "2005/06") for n in (1, 2, 3, 4))
_YEARS = _EMPTY + "2003/04,100,,\n2004/05,100,,\n"
_QUARTERLY: Values = {"frequency": "quarter"}
_YEARLY: Values = {"frequency": "year"}
_LAST: Values = {"baseline": "2004/05"}
_EARLIER: Values = {"baseline": "2003/04", "start": "2004-04-01"}


@pytest.mark.parametrize(
    "counts,target,indicator,data_to,rules,reason",
    [
        (so_far(380), {}, {}, "2006-10", "", ""),
        (
            so_far(380),
            {},
            {},
            "2006-11",
            "",
            "the latest figures are of April to July 2006, 4 months old; the rule allows 3",
        ),
        (so_far(380), {}, {}, "2006-07", "rules: {figures_max_age_months: 0}\n", ""),
        (
            so_far(380),
            {},
            {},
            "2006-08",
            "rules: {figures_max_age_months: 0}\n",
            "the latest figures are of April to July 2006, 1 month old; the rule allows 0",
        ),
        # a quarter comes two months later than its first month would, a year eleven
        (_QUARTERS, _LAST, _QUARTERLY, "2006-08", "", ""),
        (
            _QUARTERS,
            _LAST,
            _QUARTERLY,
            "2006-09",
            "",
            "the latest figures are of 2005/06, 6 months old; the rule allows 5",
        ),
        (_YEARS, _EARLIER, _YEARLY, "2006-05", "", ""),
        (
            _YEARS,
            _EARLIER,
            _YEARLY,
            "2006-06",
            "",
            "the latest figures are of 2004/05, 15 months old; the rule allows 14",
        ),
    ],
)
def test_old_figures(counts: str, target: Values, indicator: Values, data_to: str, rules: str, reason: str) -> None:
    """Figures older than the rule allows do not tell; those of quarters and years may be older by their own length."""
    evidence = held(counts, target, indicator=indicator, data_to=data_to, rules=rules).evidence()
    assert evidence.own.reason == reason
    assert (evidence.suggested == CANNOT) is bool(reason)


def test_withheld_counts_are_not_judged() -> None:
    """Where a count is withheld there is no status that would give it away, and the reason says so."""
    counts = series_csv("2005-04", [*[100] * 12, 95, 3, 94, 96])
    evidence = held(counts, indicator={"disclosure": {"threshold": 5}}).evidence()
    assert evidence.suggested == CANNOT
    assert evidence.own.reason.endswith("withheld, so that nobody can be identified")


#: The denominators of households grow by a fifth, those of population by a tenth.
_HOUSEHOLDS: Files = {
    "denominators/households.yml": "name: Households\nnoun: households\nscale: 500\n",
    "denominators/households.csv": "reference_date,value,published,source\n"
    "2005-06-30,40000,,Council\n2006-06-30,48000,,Council\n",
}


def test_other_denominators() -> None:
    """A target per population is judged per households too: 360 of 400 are 18.2% less per head, 25% per household."""
    evidence = held(so_far(360), _LESS, RATE, files=_HOUSEHOLDS).evidence()
    assert (evidence.suggested, evidence.own.per) == ("Amber", "per 1,000 population")
    assert [(other.per, other.suggested) for other in evidence.others] == [("per 500 households", "Green")]
    assert said(evidence.own) == "−18.2% per 1,000 population against −20.0% expected"


def test_own_scale_of_a_measure() -> None:
    """A target's own scale is the one that is named."""
    measured: Values = {"measure": {"per": "population", "scale": 100_000}}
    assert held(so_far(360), measured).evidence().own.per == "per 100,000 population"


@pytest.mark.parametrize("target", [{}, {**RATE, **_reach(9)}], ids=["a count", "a value per population"])
def test_no_other_denominators(target: Values) -> None:
    """A count has no other measure, and a value that is to be reached per population means nothing per households."""
    assert held(so_far(360), target, files=_HOUSEHOLDS).evidence().others == ()


def test_nothing_held_at_nothing_has_no_other_denominators() -> None:
    """One where there were none is too many in whatever measure: there is nothing else to say."""
    found = held(half_time(0, 3), _HOLD, RATE, data_to="2006-09", files=_HOUSEHOLDS).evidence()
    assert (found.suggested, found.others) == ("Red", ())


def test_other_denominator_without_an_estimate() -> None:
    """A denominator that lacks an estimate is left out."""
    files: Files = {**_HOUSEHOLDS, "denominators/households.csv": "reference_date,value,published,source\n"}
    assert held(so_far(360), RATE, files=files).evidence().others == ()


def test_unknown_indicator_has_no_evidence() -> None:
    """A target on what is not there has no evidence, and does not raise."""
    found = held(so_far(380))
    target = found.target.model_copy(update={"indicator": "theft"})
    assert Assessor(found.quoter).assess(target, found.context) is None


@pytest.mark.parametrize(
    "counts,status,differs",
    [
        (so_far(320), "Green", False),
        (so_far(320), "Amber", True),
        (so_far(320), "Red", True),
        (so_far(340), "Amber", False),
        (so_far(341), "Green", True),
        (so_far(320), "Not reported", False),
        (_EMPTY, "Red", False),
    ],
)
def test_where_reported_and_suggested_differ(counts: str, status: str, differs: bool) -> None:
    """They differ only where both are known and not the same."""
    assert held(counts, _LESS).evidence().differs_from(status) is differs


_TRAVELS = [
    ("lower_is_better", 500, "up", "worse", "higher: worse"),
    ("higher_is_better", 500, "up", "better", "higher: better"),
    ("neutral", 500, "up", "", "higher"),
    ("lower_is_better", 300, "down", "better", "lower: better"),
    ("higher_is_better", 300, "down", "worse", "lower: worse"),
    ("neutral", 300, "down", "", "lower"),
    ("lower_is_better", 410, "level", "", "no clear change"),
    ("higher_is_better", 390, "level", "", "no clear change"),
    ("neutral", 400, "level", "", "no clear change"),
]


@pytest.mark.parametrize("polarity,now,way,better,words", _TRAVELS)
def test_direction_of_travel(polarity: str, now: int, way: str, better: str, words: str) -> None:
    """Against 400: 500 are clearly more, 300 clearly fewer, 390 to 410 neither; what is better is the polarity's."""
    travel = held(so_far(now), indicator={"polarity": polarity}).evidence().since_last_year
    assert (travel.way, travel.better, travel.words) == (way, better, words)


def test_travel_is_in_the_targets_measure() -> None:
    """400 and 500 are clearly more, but not for so many more people: per head of 25% more they are as many."""
    evidence = held(so_far(500), RATE, estimates=people(100_000, 125_000)).evidence()
    assert (evidence.since_last_year.words, evidence.since_last_year.ratio.value) == ("no clear change", Fraction(1))


@pytest.mark.parametrize("base,words", [(49, "no clear change"), (50, "higher: worse")])
def test_travel_from_a_small_base(base: int, words: str) -> None:
    """From 49 to 300 is no clear change, for the base is under 50; from 50 to 300 is a clear one."""
    assert held(so_far(300, base)).evidence().since_last_year.words == words


@pytest.mark.parametrize(
    "counts,words",
    [
        (so_far(300, 0), "cannot be compared: nothing can be divided by 0 (April to July 2005)"),
        (_EMPTY, "cannot be compared: there are no counts"),
        (so_far(300).replace("2005-05,100,,", "2005-05,,x,"), "cannot be compared: no count for May 2005 [x]"),
    ],
)
def test_travel_that_cannot_be_told(counts: str, words: str) -> None:
    """Where nothing can be compared, the words say why, and there is neither a way nor a better."""
    travel = held(counts).evidence().since_baseline
    assert (travel.words, travel.way, travel.better) == (words, "level", "")


@pytest.mark.parametrize(
    "frequency,counts,month,left", [("month", so_far(380), "2006-10", 17), ("quarter", _QUARTERS, "2006-05", 22)]
)
def test_time_left_is_counted_from_the_report(frequency: str, counts: str, month: str, left: int) -> None:
    """Counts that end before the report's month do not make the target longer: 36 months less those gone by then."""
    found = held(counts, {**_LAST} if frequency == "quarter" else {}, indicator={"frequency": frequency}, data_to=month)
    own = found.evidence().own
    assert own.figures["months_left"].value == left
    assert found.figure("months_left").value == left
    pace, gap = own.figures["pace"], own.actual
    assert pace.value == (-10 - (gap.value or Fraction(0))) / left


def _seed_evidence(seed: Data, quoter: Quoter, target: str) -> tuple[Evidence, str | None]:
    """Return the evidence on a target at the meeting of the real report, and the status reported there."""
    group, report = seed.groups["keeping-our-eyes-open"], seed.reports["keeping-our-eyes-open", date(2006, 9, 11)]
    wanted = group.target(target)
    assert wanted is not None
    evidence = Assessor(quoter).assess(wanted, Context(report.data_to, group, wanted))
    assert evidence is not None
    return evidence, next(update.status for update in report.updates if update.target == target)


def test_burglary_of_the_real_report(seed: Data, seed_quoter: Quoter) -> None:
    """Reported Amber: per thousand households, the target's measure, it is on course; per population it is behind.

    The report prints −6.4% per population for its 348 against the baseline, where −6.7% are expected.
    """
    evidence, reported = _seed_evidence(seed, seed_quoter, "domestic-burglary")
    assert (reported, evidence.suggested, evidence.own.per) == ("Amber", "Green", "per 1,000 households")
    assert [(other.per, other.suggested, other.actual.shown) for other in evidence.others] == [
        ("per 1,000 population", "Amber", "−6.4%")
    ]
    assert evidence.differs_from("Amber")
    assert (evidence.since_last_year.words, evidence.since_baseline.words) == ("higher: worse", "no clear change")


def test_vehicle_crime_of_the_real_report(seed: Data, seed_quoter: Quoter) -> None:
    """Reported Red, and the figures agree in either measure."""
    evidence, reported = _seed_evidence(seed, seed_quoter, "vehicle-crime")
    assert (reported, evidence.suggested) == ("Red", "Red")
    assert [other.suggested for other in evidence.others] == ["Red"]


def test_racist_offences_of_the_real_report(seed: Data, seed_quoter: Quoter) -> None:
    """Reported Red with no figure: the figures can say nothing of it."""
    evidence, reported = _seed_evidence(seed, seed_quoter, "racist-offences")
    assert (reported, evidence.suggested, evidence.own.reason) == ("Red", CANNOT, "there are no counts")
    assert not evidence.differs_from("Red")


_bases = st.integers(50, 3000)
_changes = st.integers(1, 100)
_few = settings(max_examples=40, deadline=None)


@_few
@given(base=_bases, moved=st.fractions(-1, 1, max_denominator=200), change=_changes)
def test_polarity_is_symmetric(base: int, moved: Fraction, change: int) -> None:
    """As far above the baseline where more is wanted is as good as so far below where less is."""
    step = int(base * moved)
    lower = held(so_far(base + step, base), {"change": change}).evidence()
    higher = held(so_far(base - step, base), {"change": change}, MORE, indicator=_HIGHER).evidence()
    assert lower.suggested == higher.suggested
    gap, mirrored = lower.own.figures["gap"].value, higher.own.figures["gap"].value
    assert gap is not None
    assert gap == -(mirrored or Fraction(0))


@_few
@given(base=_bases, share=st.fractions(0, 2, max_denominator=200), change=_changes, times=st.integers(2, 50))
def test_scaling_denominators_changes_nothing(base: int, share: Fraction, change: int, times: int) -> None:
    """In tenths or thousands of people, the status, the gap and the direction of travel are the same."""
    counts = so_far(int(base * share), base)
    scaled = people(100_000 * times, 110_000 * times)
    one = held(counts, {"change": change}, RATE).evidence()
    other = held(counts, {"change": change}, RATE, estimates=scaled).evidence()
    assert (one.suggested, one.since_last_year.words) == (other.suggested, other.since_last_year.words)
    for name in ("gap", "gap_count", "expected", "pace"):
        assert one.own.figures[name].value == other.own.figures[name].value


@_few
@given(base=_bases, share=st.fractions(0, 2, max_denominator=200), change=_changes, decimals=st.integers(0, 3))
def test_rounding_never_changes_a_status(base: int, share: Fraction, change: int, decimals: int) -> None:
    """However few decimals are shown, the status is that of the exact numbers."""
    now = int(base * share)
    behind = (Fraction(now, base) - 1) * 100 + Fraction(change * 16, 36)
    exact = "Green" if behind <= 0 else "Amber" if behind <= 5 else "Red"
    found = held(so_far(now, base), {"change": change}, rules=f"rules: {{decimals: {decimals}}}\n")
    assert found.evidence().suggested == exact


@pytest.mark.parametrize("now,status", [(95_555, "Green"), (95_556, "Amber"), (100_555, "Amber"), (100_556, "Red")])
def test_a_hair_behind_is_behind(now: int, status: str) -> None:
    """At 4.444…% less of 100,000, 95,555 are on course and 95,556 are not, though both are shown as 4.4%."""
    found = held(so_far(now, 100_000, 300_000))
    assert found.figure("expected").shown == "−4.4%"
    assert found.evidence().suggested == status
