"""The evidence on a target in sentences, as a board member reads them; the sums are shown beside each."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

import pytest

from cspsite.evidence import CANNOT, Travel, of_rule, said
from cspsite.evidence_words import compared, onwards, verdict, where
from cspsite.statuses import NOT_REPORTED
from tests.aims import MORE, RATE, Held, Values, held, so_far, spread
from tests.builders import Files, series_csv

_NONE: Values = MappingProxyType({})
_HIGHER: Values = {"polarity": "higher_is_better"}
_NEUTRAL: Values = {"polarity": "neutral"}
#: 45% by March 2008 are 20% in July 2006, after 16 of 36 months: of 400, 320 less and 480 more.
_LESS: Values = {"change": 45}
_MORE: Values = {**_LESS, **MORE}
_HOLD: Values = {"kind": "hold", "change": None}
_SINCE = "than in the same months of 2005/06, the baseline year."
_UNTIL = "The target is to hold the level of the baseline until 31 March 2008: it is"
_NOTHING = "needs nothing more: what is wanted at its end is reached already, and has to be kept."


def _reach(value: float) -> Values:
    return {"kind": "reach_value", "change": None, "value": value}


class Case(NamedTuple):
    """What the sentences say, the counts and the target, and the sentences."""

    fact: str
    counts: str
    target: Values
    indicator: Values
    data_to: str
    sentences: list[str]


def _case(
    fact: str,
    counts: str,
    target: Values,
    *sentences: str,
    indicator: Values = _NONE,
    data_to: str = "2006-07",
) -> Case:
    return Case(fact, counts, target, indicator, data_to, list(sentences))


WHERE = [
    _case(
        "A reduction ahead of its line.",  # 300 of 400; 320 were enough
        so_far(300),
        _LESS,
        f"In April to July 2006 there were 25.0% fewer burglary offences {_SINCE}",
        "On the straight line to 45% fewer by 31 March 2008 there should be 20.0% fewer by now: the target is "
        "5.0 percentage points ahead; 20 more offences would still have been on course.",
    ),
    _case(
        "A reduction behind its line, by one.",  # 321 of 400 are 19.75% less, 0.25 points too few
        so_far(321),
        _LESS,
        f"In April to July 2006 there were 19.8% fewer burglary offences {_SINCE}",
        "On the straight line to 45% fewer by 31 March 2008 there should be 20.0% fewer by now: the target is "
        "0.3 percentage points behind; 1 fewer offence would have been on course.",
    ),
    _case(
        "A reduction exactly on its line says nothing of fewer or more.",
        so_far(320),
        _LESS,
        f"In April to July 2006 there were 20.0% fewer burglary offences {_SINCE}",
        "On the straight line to 45% fewer by 31 March 2008 there should be 20.0% fewer by now: the target is "
        "exactly on course.",
    ),
    _case(
        "A rise where a fall is wanted.",  # 420 of 400 where 380 are wanted
        so_far(420),
        {"change": 11.25},
        f"In April to July 2006 there were 5.0% more burglary offences {_SINCE}",
        "On the straight line to 11.25% fewer by 31 March 2008 there should be 5.0% fewer by now: the target is "
        "10.0 percentage points behind; 40 fewer offences would have been on course.",
    ),
    _case(
        "Ahead by less than one offence says nothing of offences.",  # 382.2 of 400 are on course, and so are 382
        so_far(382),
        {"change": 10},
        f"In April to July 2006 there were 4.5% fewer burglary offences {_SINCE}",
        "On the straight line to 10% fewer by 31 March 2008 there should be 4.4% fewer by now: the target is "
        "0.1 percentage points ahead.",
    ),
    _case(
        "A hair behind is not told as 0.0 points behind.",  # 95,555.6 of 100,000 are on course
        so_far(95_556, 100_000, 300_000),
        {"change": 10},
        f"In April to July 2006 there were 4.4% fewer burglary offences {_SINCE}",
        "On the straight line to 10% fewer by 31 March 2008 there should be 4.4% fewer by now: the target is "
        "less than 0.1 percentage points behind; 1 fewer offence would have been on course.",
    ),
    _case(
        "An increase behind its line.",  # 459 of 400, 480 are wanted
        so_far(459),
        _MORE,
        f"In April to July 2006 there were 14.8% more burglary offences {_SINCE}",
        "On the straight line to 45% more by 31 March 2008 there should be 20.0% more by now: the target is "
        "5.3 percentage points behind; 21 more offences would have been on course.",
        indicator=_HIGHER,
    ),
    _case(
        "An increase ahead of its line.",
        so_far(481),
        _MORE,
        f"In April to July 2006 there were 20.3% more burglary offences {_SINCE}",
        "On the straight line to 45% more by 31 March 2008 there should be 20.0% more by now: the target is "
        "0.3 percentage points ahead; 1 fewer offence would still have been on course.",
        indicator=_HIGHER,
    ),
    _case(
        "A level that is held.",
        so_far(400),
        _HOLD,
        "In April to July 2006 there were as many burglary offences as in the same months of 2005/06, "
        "the baseline year.",
        f"{_UNTIL} exactly on course.",
    ),
    _case(
        "A level that is nearly held.",  # 100,001 of 100,000
        so_far(100_001, 100_000, 300_000),
        _HOLD,
        "In April to July 2006 there were about as many burglary offences as in the same months of 2005/06, "
        "the baseline year.",
        f"{_UNTIL} less than 0.1 percentage points behind; 1 fewer offence would have been on course.",
    ),
    _case(
        "A level that is not held.",
        so_far(420),
        _HOLD,
        f"In April to July 2006 there were 5.0% more burglary offences {_SINCE}",
        f"{_UNTIL} 5.0 percentage points behind; 20 fewer offences would have been on course.",
    ),
    _case(
        "A level of what is neither good nor bad is off course, not behind.",
        so_far(300),
        _HOLD,
        f"In April to July 2006 there were 25.0% fewer burglary offences {_SINCE}",
        f"{_UNTIL} 25.0 percentage points off course; 100 more offences would have been on course.",
        indicator=_NEUTRAL,
    ),
    _case(
        "A value to be reached is told in counts, of twelve months.",  # 1,200 − 360 × 16 ÷ 36; 800 + 380
        so_far(380),
        _reach(840),
        "In the twelve months to July 2006 there were 1,180 burglary offences.",
        "On the straight line to 840 offences by 31 March 2008 there should be 1,040 offences by now: the target is "
        "140 offences behind; 140 fewer offences would have been on course.",
    ),
    _case(
        "A value to be reached per so many people is told in rates.",  # 1,210 ÷ 110,000; 12 − 3 × 16 ÷ 36
        so_far(410),
        {**_reach(9), **RATE},
        "In the twelve months to July 2006 there were 11.0 burglary offences per 1,000 population.",
        "On the straight line to 9 per 1,000 population by 31 March 2008 there should be 10.7 per 1,000 population "
        "by now: the target is 0.3 per 1,000 population behind; 37 fewer offences would have been on course.",
    ),
    _case(
        "A rate of 0 to be reached is a number.",  # 12 × (1 − 16 ÷ 36) = 6.7; 733.3 of 110,000
        so_far(410),
        {**_reach(0), **RATE},
        "In the twelve months to July 2006 there were 11.0 burglary offences per 1,000 population.",
        "On the straight line to 0 per 1,000 population by 31 March 2008 there should be 6.7 per 1,000 population "
        "by now: the target is 4.3 per 1,000 population behind; 477 fewer offences would have been on course.",
    ),
    _case(
        "A goal of thousands has its comma.",  # 12,000 − 1,800 × 16 ÷ 36 = 11,200; 8,000 + 3,200
        so_far(3200, 4000, 12_000),
        _reach(10_200),
        "In the twelve months to July 2006 there were 11,200 burglary offences.",
        "On the straight line to 10,200 offences by 31 March 2008 there should be 11,200 offences by now: the target "
        "is exactly on course.",
    ),
    _case(
        "A goal of 0 is no offences, and so is a count of 0.",  # 1,200 × (1 − 24 ÷ 36)
        series_csv("2005-04", [*[100] * 12, *[0] * 12]),
        _reach(0),
        "In 2006/07 there were no burglary offences.",
        "On the straight line to no offences by 31 March 2008 there should be 400 offences by now: the target is "
        "400 offences ahead; 400 more offences would still have been on course.",
        data_to="2007-03",
    ),
    _case(
        "One offence is no plural.",
        series_csv("2005-04", [*[0] * 23, 1]),
        _reach(0),
        "In 2006/07 the number of burglary offences was 1.",
        "On the straight line to no offences by 31 March 2008 there should be no offences by now: the target is "
        "1 offence behind; 1 fewer offence would have been on course.",
        data_to="2007-03",
    ),
    _case(
        "A line that keeps the season.",  # each month 100: 13, 14, 15 and 16 of 36 months, on average 14.5: 4.03%
        so_far(380),
        {"trajectory": {"shape": "profiled"}},
        f"In April to July 2006 there were 5.0% fewer burglary offences {_SINCE}",
        "On the way to 10% fewer by 31 March 2008, month by month as in the baseline year, there should be 4.0% fewer "
        "by now: the target is 1.0 percentage points ahead; 3 more offences would still have been on course.",
    ),
    _case(
        "A line through points.",
        so_far(396),
        {"trajectory": {"shape": "points", "points": [{"to": "2006-07", "change": 2}]}},
        f"In April to July 2006 there were 1.0% fewer burglary offences {_SINCE}",
        "On the way through the agreed points to 10% fewer by 31 March 2008 there should be 2.0% fewer by now: "
        "the target is 1.0 percentage points behind; 4 fewer offences would have been on course.",
    ),
    _case(
        "Where nothing much should have changed yet.",  # 0.09% of 1 of 21 months are 0.004%
        so_far(400),
        {"change": 0.09, "start": "2006-07-01"},
        "In April to July 2006 there were as many burglary offences as in the same months of 2005/06, "
        "the baseline year.",
        "On the straight line to 0.09% fewer by 31 March 2008 there should be about as many as in the baseline year "
        "by now: the target is less than 0.1 percentage points behind; 1 fewer offence would have been on course.",
    ),
    _case(
        "A single month is compared with a month.",  # 13 of 36 months: 3.6%; 100 × 0.9639 = 96.4
        series_csv("2005-04", [*[100] * 12, 90]),
        {"change": 10},
        "In April 2006 there were 10.0% fewer burglary offences than in the same month of 2005/06, the baseline year.",
        "On the straight line to 10% fewer by 31 March 2008 there should be 3.6% fewer by now: the target is "
        "6.4 percentage points ahead; 6 more offences would still have been on course.",
        data_to="2006-04",
    ),
    _case(
        "A whole year is compared with the whole year.",  # 24 of 36 months: 6.7%; 1,200 × 0.9333 = 1,120
        series_csv("2005-04", [*[100] * 12, *[95] * 12]),
        {"change": 10},
        "In 2006/07 there were 5.0% fewer burglary offences than in 2005/06, the baseline year.",
        "On the straight line to 10% fewer by 31 March 2008 there should be 6.7% fewer by now: the target is "
        "1.7 percentage points behind; 20 fewer offences would have been on course.",
        data_to="2007-03",
    ),
    _case(
        "A target that has ended is compared with its goal.",
        so_far(300),
        {**_LESS, "end": "2006-06-30"},
        f"In April to July 2006 there were 25.0% fewer burglary offences {_SINCE}",
        "On the straight line to 45% fewer by 30 June 2006 there should be 45.0% fewer by now: the target is "
        "20.0 percentage points behind; 80 fewer offences would have been on course.",
    ),
    _case(
        "A direction without a number.",
        so_far(300),
        {"kind": "directional", "change": None, "direction": "decrease"},
        "The figures cannot tell whether the target is on course: the target names no number.",
        # 300 of 700 have a share from 0.39157 to 0.46618 (Clopper-Pearson): ÷ the rest, 0.6436 to 0.8733
        "The target is to decrease: against April to July 2005 the figures are lower, as wanted "
        "(0.75 times; 95% interval 0.64 to 0.87).",
    ),
    _case(
        "No counts.",
        "period,count,marker,note\n",
        _LESS,
        "The figures cannot tell whether the target is on course: there are no counts.",
    ),
    _case(
        "Figures that are too old, by a month.",
        so_far(300),
        _LESS,
        "The figures cannot tell whether the target is on course: "
        "the latest figures are of April to July 2006, 4 months old; the rule allows 3.",
        data_to="2006-11",
    ),
    _case(
        "Figures that are older than the report, but not too old, are not of now.",  # 16 of 36 months in July
        so_far(300),
        _LESS,
        f"In April to July 2006 there were 25.0% fewer burglary offences {_SINCE}",
        "On the straight line to 45% fewer by 31 March 2008 there should be 20.0% fewer by the end of July 2006: "
        "the target is 5.0 percentage points ahead; 20 more offences would still have been on course.",
        data_to="2006-10",
    ),
    _case(
        "Where nothing is to be held at nothing, the count is told and no percentage.",
        series_csv("2005-04", [*[0] * 12, 1, 0, 2, 0]),
        _HOLD,
        "In the twelve months to July 2006 there were 3 burglary offences; the baseline year had none.",
        f"{_UNTIL} 3 offences behind; 3 fewer offences would have been on course.",
    ),
    _case(
        "One where there were none is no plural.",
        series_csv("2005-04", [*[0] * 12, 1, 0, 0, 0]),
        _HOLD,
        "In the twelve months to July 2006 the number of burglary offences was 1; the baseline year had none.",
        f"{_UNTIL} 1 offence behind; 1 fewer offence would have been on course.",
    ),
    _case(
        "Nothing that is held at nothing.",
        series_csv("2005-04", [0] * 16),
        _HOLD,
        "In the twelve months to July 2006 there were no burglary offences, as in the baseline year.",
        f"{_UNTIL} exactly on course.",
    ),
    _case(
        "A rate that is too small to be shown is told by its count.",  # 3 of 110,000 are 0.03 per 1,000
        series_csv("2005-04", [*[0] * 12, 1, 0, 2, 0]),
        {**_HOLD, **RATE},
        "In the twelve months to July 2006 there were 3 burglary offences; the baseline year had none.",
        f"{_UNTIL} less than 0.1 per 1,000 population behind; 3 fewer offences would have been on course.",
    ),
    _case(
        "A level held to the strategy's end has no day of its own.",
        so_far(400),
        {**_HOLD, "end": None},
        "In April to July 2006 there were as many burglary offences as in the same months of 2005/06, "
        "the baseline year.",
        "The target is to hold the level of the baseline: it is exactly on course.",
    ),
    _case(
        "A value of one to be reached is no plural.",
        so_far(400),
        {**_reach(1), "end": "2006-07-31"},
        "In the twelve months to July 2006 there were 1,200 burglary offences.",
        "On the straight line to 1 offence by 31 July 2006 there should be 1 offence by now: the target is "
        "1,199 offences behind; 1,199 fewer offences would have been on course.",
    ),
    _case(
        "A line that keeps the season, once it is over.",  # all of the 45%, whatever the months before had
        so_far(300),
        {**_LESS, "end": "2006-07-31", "trajectory": {"shape": "profiled"}},
        f"In April to July 2006 there were 25.0% fewer burglary offences {_SINCE}",
        "On the way to 45% fewer by 31 July 2006, month by month as in the baseline year, there should be 45.0% fewer "
        "by now: the target is 20.0 percentage points behind; 80 fewer offences would have been on course.",
    ),
    _case(
        "A missing month has its marker.",
        so_far(320).replace("2006-05,80,,", "2006-05,,x,"),
        _LESS,
        "The figures cannot tell whether the target is on course: April to July 2006: no count for May 2006 [x].",
    ),
]


def _held(case: Case) -> Held:
    return held(case.counts, case.target, indicator=case.indicator, data_to=case.data_to)


def _where(found: Held) -> list[str]:
    return where(found.evidence(), found.quoter.data.indicators["burglary"])


@pytest.mark.parametrize("case", WHERE, ids=lambda case: case.fact)
def test_where_a_target_is(case: Case) -> None:
    """The sentences say where a target is, where it should be by now, and how many offences lie between."""
    assert _where(_held(case)) == case.sentences


#: The denominators of households grow by a fifth, those of population by a tenth.
_HOUSEHOLDS: Files = {
    "denominators/households.yml": "name: Households\nnoun: Homes in MK\nscale: 500\n",
    "denominators/households.csv": "reference_date,value,published,source\n"
    "2005-06-30,40000,,Council\n2006-06-30,48000,,Council\n",
}


def test_other_denominators_have_a_sentence_each() -> None:
    """Per people 360 of 400 are 18.2% less, per homes 25.0%; the denominator's own capitals stay."""
    assert _where(held(so_far(360), _LESS, RATE, files=_HOUSEHOLDS)) == [
        f"In April to July 2006 there were 18.2% fewer burglary offences per 1,000 population {_SINCE}",
        "On the straight line to 45% fewer by 31 March 2008 there should be 20.0% fewer by now: the target is "
        "1.8 percentage points behind; 8 fewer offences would have been on course.",
        "Per 500 Homes in MK it would be Green: −25.0% against −20.0% expected.",
    ]


@pytest.mark.parametrize(
    "markers,sentence",
    [
        (["", "e", "", ""], "Some of the counts behind this are estimated [e]."),
        (["p", "e", "", ""], "Some of the counts behind this are estimated [e] or provisional [p]."),
        (["u", "", "", "e"], "Some of the counts behind this are estimated [e] or of low reliability [u]."),
        (["p", "r", "", "e"], "Some of the counts behind this are estimated [e], provisional [p] or revised [r]."),
    ],
)
def test_estimated_and_provisional_counts_are_named(markers: list[str], sentence: str) -> None:
    """What the sentences rest on is said after them, with each marker once."""
    counts = so_far(320)
    for n, marker in enumerate(markers):
        counts = counts.replace(f"2006-0{4 + n},80,,", f"2006-0{4 + n},80,{marker},")
    sentences = _where(held(counts, _LESS))
    assert sentences[2:] == [sentence]


def test_estimated_counts_of_the_baseline_are_named() -> None:
    """The counts behind a change are those of the baseline too."""
    counts = so_far(320).replace("2005-04,100,,", "2005-04,100,e,")
    assert _where(held(counts, _LESS))[-1] == "Some of the counts behind this are estimated [e]."


#: 1,200 in each of three years and 400 in their four months, so that a third is usual.
_SHARES = series_csv("2003-04", [*[100] * 36, *spread(380, 4)])
_BY_DAYS = "If things go on as they are, 2006/07 would end with"
_PACE = "(at the pace since its start)."

ONWARDS = [
    _case(
        "By days, where no share is known.",  # 300 × 365 ÷ 122 = 897.5; ÷ 1,200: −25.2%; × 36 ÷ 24: −37.8%
        so_far(300),
        _LESS,
        "20 months are left; from here the target needs −1.00 percentage points a month.",
        f"{_BY_DAYS} 898 [f] offences (by days), −25.2% [f] on the baseline year, "
        f"and the target with −37.8% [f] {_PACE}",
    ),
    _case(
        "By the usual share of the months.",  # 380 × 3 = 1,140
        _SHARES,
        {"change": 10},
        "20 months are left; from here the target needs −0.25 percentage points a month.",
        f"{_BY_DAYS} 1,140 [f] offences (by the usual share of these months in the year), −5.0% [f] on the baseline "
        f"year, and the target with −7.5% [f] {_PACE}",
    ),
    _case(
        "A change in a rate is told from the count before it.",  # 1,077 ÷ 110,000 against 1,200 ÷ 100,000
        so_far(360),
        {**_LESS, **RATE},
        "20 months are left; from here the target needs −1.34 percentage points a month.",
        f"{_BY_DAYS} 1,077 [f] offences (by days), that is −18.4% [f] per 1,000 population on the baseline year, "
        f"and the target with −27.6% [f] {_PACE}",
    ),
    _case(
        "An increase.",  # 30 points in 20 months; 459 × 365 ÷ 122 = 1,373.2
        so_far(459),
        _MORE,
        "20 months are left; from here the target needs +1.51 percentage points a month.",
        f"{_BY_DAYS} 1,373 [f] offences (by days), +14.4% [f] on the baseline year, "
        f"and the target with +21.7% [f] {_PACE}",
        indicator=_HIGHER,
    ),
    _case(
        "Reached already.",
        so_far(300),
        {"change": 10},
        f"20 months are left; from here the target {_NOTHING}",
        f"{_BY_DAYS} 898 [f] offences (by days), −25.2% [f] on the baseline year, "
        f"and the target with −37.8% [f] {_PACE}",
    ),
    _case(
        "Held exactly.",  # 400 × 365 ÷ 122 = 1,196.7
        so_far(400),
        _HOLD,
        f"20 months are left; from here the target {_NOTHING}",
        f"{_BY_DAYS} 1,197 [f] offences (by days), −0.3% [f] on the baseline year, "
        f"and the target with −0.4% [f] {_PACE}",
    ),
    _case(
        "One month left.",  # 17 months in all, 16 gone: 45% less 25% in one month
        so_far(300),
        {**_LESS, "end": "2006-08-31"},
        "1 month is left; from here the target needs −20.00 percentage points a month.",
        f"{_BY_DAYS} 898 [f] offences (by days), −25.2% [f] on the baseline year, "
        f"and the target with −25.2% [f] {_PACE}",
    ),
    _case(
        "A target that has ended is not projected.",
        so_far(300),
        {**_LESS, "end": "2006-06-30"},
        "The target ended in June 2006.",
        f"{_BY_DAYS} 898 [f] offences (by days), −25.2% [f] on the baseline year.",
    ),
    _case(
        "A year that is over is not projected, but the target is.",  # −5% × 36 ÷ 24
        series_csv("2005-04", [*[100] * 12, *[95] * 12]),
        {"change": 10},
        "12 months are left; from here the target needs −0.42 percentage points a month.",
        "2006/07 ended with 1,140 offences, −5.0% on the baseline year; at its end the target would stand at "
        f"−7.5% [f] {_PACE}",
        data_to="2007-03",
    ),
    _case(
        "A target that ends with a year that is over.",
        series_csv("2005-04", [*[100] * 12, *[95] * 12]),
        {"change": 10, "end": "2007-03-31"},
        "The target ended in March 2007.",
        "2006/07 ended with 1,140 offences, −5.0% on the baseline year.",
        data_to="2007-03",
    ),
    _case(
        "A value to be reached.",  # 340 in 20 months; 380 × 365 ÷ 122 = 1,136.9; 1,200 − 63.1 × 36 ÷ 24
        so_far(380),
        _reach(840),
        "20 months are left; from here the level of twelve months needs −17.00 offences a month.",
        f"{_BY_DAYS} 1,137 [f] offences (by days), −5.3% [f] on the baseline year, "
        f"and the target with 1,105.3 [f] offences {_PACE}",
    ),
    _case(
        "A value per people to be reached.",  # 2 in 20 months; 410 × 365 ÷ 122 = 1,226.6, 11.15; 12 − 0.85 × 1.5
        so_far(410),
        {**_reach(9), **RATE},
        "20 months are left; from here the level of twelve months needs −0.10 per 1,000 population a month.",
        f"{_BY_DAYS} 1,227 [f] offences (by days), that is −7.1% [f] per 1,000 population on the baseline year, "
        f"and the target with 10.7 [f] per 1,000 population {_PACE}",
    ),
    _case(
        "No projection is below nothing.",  # −100% × 36 ÷ 24 would be −150%
        so_far(0),
        {"change": 10},
        f"20 months are left; from here the target {_NOTHING}",
        f"{_BY_DAYS} 0 [f] offences (by days), −100.0% [f] on the baseline year, "
        f"and the target with −100.0% [f] {_PACE}",
    ),
    _case(
        "A count of one is no plural.",  # 1 × 36 ÷ 24
        series_csv("2005-04", [*[0] * 23, 1]),
        _reach(0),
        "12 months are left; from here the level of twelve months needs −0.08 offences a month.",
        f"2006/07 ended with 1 offence; at its end the target would stand at 1.5 [f] offences {_PACE}",
        data_to="2007-03",
    ),
    _case(
        "Estimated and provisional counts have their markers.",
        so_far(300).replace("2006-04,75,,", "2006-04,75,e,").replace("2006-05,75,,", "2006-05,75,p,"),
        _LESS,
        "20 months are left; from here the target needs −1.00 percentage points a month.",
        f"{_BY_DAYS} 898 [e] [f] [p] offences (by days), −25.2% [e] [f] [p] on the baseline year, "
        f"and the target with −37.8% [e] [f] [p] {_PACE}",
    ),
    _case(
        "Time is counted from the report's month.",  # 45% less 25% in the 17 months from October 2006
        so_far(300),
        _LESS,
        "17 months are left; from here the target needs −1.18 percentage points a month.",
        f"{_BY_DAYS} 898 [f] offences (by days), −25.2% [f] on the baseline year, "
        f"and the target with −37.8% [f] {_PACE}",
        data_to="2006-10",
    ),
    _case(
        "A target that ended after the last figures has no time left.",
        so_far(300),
        {**_LESS, "end": "2006-08-31"},
        "The target ended in August 2006.",
        f"{_BY_DAYS} 898 [f] offences (by days), −25.2% [f] on the baseline year.",
        data_to="2006-10",
    ),
    _case(
        "Nothing that is to be held at nothing.",  # 3 in 20 months; 3 × 365 ÷ 122 = 8.98; × 36 ÷ 24 = 13.46
        series_csv("2005-04", [*[0] * 12, 1, 0, 2, 0]),
        _HOLD,
        "20 months are left; from here the level of twelve months needs −0.15 offences a month.",
        f"{_BY_DAYS} 9 [f] offences (by days), and the target with 13.5 [f] offences {_PACE}",
    ),
    _case(
        "What is too small to be shown is not told as nothing.",  # 0.027 in 20 months; 2.99 ÷ 110 × 36 ÷ 24 = 0.04
        series_csv("2005-04", [*[0] * 12, 1, 0, 0, 0]),
        {**_HOLD, **RATE},
        "20 months are left; from here the level of twelve months needs a fall of less than 0.01 per 1,000 population "
        "a month.",
        f"{_BY_DAYS} 3 [f] offences (by days), and the target with less than 0.1 [f] per 1,000 population {_PACE}",
    ),
    _case("What cannot be assessed is not projected.", so_far(300), {"end": None}),
]


@pytest.mark.parametrize("case", ONWARDS, ids=lambda case: case.fact)
def test_what_would_follow(case: Case) -> None:
    """The sentences say how long the target has, what it needs, and what would come, marked as a forecast."""
    assert onwards(_held(case).evidence()) == case.sentences


#: 45% less of 400: 320 are on course, 340 are 5 points behind.
_SUGGESTED = [("Green", 320), ("Amber", 340), ("Red", 360)]


@pytest.mark.parametrize("suggested,count", _SUGGESTED)
@pytest.mark.parametrize("reported", ["Red", "Amber", "Green"])
def test_verdict(reported: str, suggested: str, count: int) -> None:
    """Both statuses are named where they differ; where they are the same the figures agree."""
    evidence = held(so_far(count), _LESS).evidence()
    agreed = f"The report says {reported}, and the figures agree."
    differ = f"The report says {reported}; the figures suggest {suggested}."
    assert evidence.suggested == suggested
    assert verdict(reported, evidence) == (agreed if reported == suggested else differ)
    assert evidence.differs_from(reported) is (reported != suggested)


@pytest.mark.parametrize("reported", ["Red", "Amber", "Green"])
def test_verdict_where_figures_cannot_tell(reported: str) -> None:
    """Where nothing can be assessed, the figures speak neither for nor against the report."""
    evidence = held(so_far(320), {"end": None}).evidence()
    assert evidence.suggested == CANNOT
    assert verdict(reported, evidence) == (
        f"The report says {reported}; the figures can neither confirm nor contradict it."
    )
    assert not evidence.differs_from(reported)


@pytest.mark.parametrize("counts", [so_far(320), "period,count,marker,note\n"], ids=["assessed", "not assessed"])
def test_no_verdict_without_a_status(counts: str) -> None:
    """Where no status was reported there is nothing to agree or to differ with."""
    evidence = held(counts, _LESS).evidence()
    assert verdict(NOT_REPORTED, evidence) == ""
    assert not evidence.differs_from(NOT_REPORTED)


def _travel(counts: str, *target: Values) -> Travel:
    return held(counts, *target).evidence().since_last_year


def test_comparison_names_its_months_and_its_interval() -> None:
    """348 against 256 are 1.36 times as many, 1.15 to 1.60 (worked from the definition, as in the test vectors)."""
    assert compared(_travel(so_far(348, 256, 900))) == "1.36 times April to July 2005 (95% interval 1.15 to 1.60)"


def test_limit_that_is_nearly_one_is_not_shown_as_one() -> None:
    """What is clearly higher has no interval that seems to contain 1: 459 against 400 are at least 1.001 times."""
    travel = _travel(so_far(459))
    assert travel.words == "higher: worse"
    assert compared(travel) == "1.15 times April to July 2005 (95% interval 1.001 to 1.315)"


def test_comparison_with_nothing_is_left_out() -> None:
    """Where there were none there is no ratio, and the words say why."""
    travel = _travel(so_far(5, 0, 900))
    assert compared(travel) == ""
    assert travel.words == "cannot be compared: nothing can be divided by 0 (April to July 2005)"


@pytest.mark.parametrize("marker", ["e", "p", "r", "u"])
def test_comparison_has_the_markers_of_its_counts(marker: str) -> None:
    """A ratio that rests on marked counts says so at its end."""
    counts = so_far(459).replace("2005-05,100,,", f"2005-05,100,{marker},")
    assert compared(_travel(counts)).endswith(f"1.315) [{marker}]")


def test_comparison_with_a_small_base_is_marked() -> None:
    """A base under 50 is marked [u] where the ratio stands."""
    assert compared(_travel(so_far(300, 49))).endswith(") [u]")


def test_nothing_is_compared_across_a_change_in_counting() -> None:
    """Where the way of counting changed there is neither a ratio nor a way, and the words say why."""
    travel = _travel(so_far(300).replace("2006-04,75,,", "2006-04,75,b,"))
    assert (compared(travel), travel.is_comparable, travel.way, travel.better) == ("", False, "level", "")
    assert travel.words == "cannot be compared: the way of counting changed [b]"


def _directed(direction: str, counts: str, data_to: str = "2006-07") -> list[str]:
    return _where(held(counts, {"kind": "directional", "change": None, "direction": direction}, data_to=data_to))[1:]


_AGAINST = "against April to July 2005 the figures"
#: 300 and 500 against 400, with the shares of 700 and 900 (Clopper-Pearson): 0.52240 to 0.58835.
_LOWER, _MUCH = "(0.75 times; 95% interval 0.64 to 0.87).", "(1.25 times; 95% interval 1.09 to 1.43)."


@pytest.mark.parametrize(
    "direction,now,words",
    [
        ("decrease", 300, f"The target is to decrease: {_AGAINST} are lower, as wanted {_LOWER}"),
        ("increase", 300, f"The target is to increase: {_AGAINST} are lower, which is not the way wanted {_LOWER}"),
        ("increase", 500, f"The target is to increase: {_AGAINST} are higher, as wanted {_MUCH}"),
        ("decrease", 500, f"The target is to decrease: {_AGAINST} are higher, which is not the way wanted {_MUCH}"),
    ],
)
def test_direction_of_a_target_without_a_number(direction: str, now: int, words: str) -> None:
    """Whether the figures go the way that is wanted, though no status can be made of it."""
    assert _directed(direction, so_far(now)) == [words]


def test_direction_that_is_not_clear() -> None:
    """What chance alone could do is no direction."""
    (words,) = _directed("decrease", so_far(399))
    assert words.startswith(f"The target is to decrease: {_AGAINST} show no clear change (1.00 times; 95% interval ")


def test_direction_of_older_figures_names_their_months() -> None:
    """Figures that do not go to the report's month are not told as if they were of now."""
    (words,) = _directed("decrease", so_far(300), data_to="2006-09")
    assert words.startswith("The target is to decrease: against April to July 2005 the figures of April to July 2006 ")


def test_direction_on_last_year_where_the_baseline_cannot_be_compared() -> None:
    """Without counts of the baseline year, or with a change in counting since, last year's are taken."""
    later = {"kind": "directional", "change": None, "direction": "decrease", "baseline": "2004/05"}
    (words,) = _where(held(so_far(300), later))[1:]
    assert words == f"The target is to decrease: {_AGAINST} are lower, as wanted {_LOWER}"
    broken = series_csv("2004-04", [*[120] * 12, *[100] * 12, *[75] * 4]).replace("2005-04,100,,", "2005-04,100,b,")
    assert _where(held(broken, later))[1:] == [words]


def test_no_direction_where_nothing_can_be_compared() -> None:
    """Without counts, or with a year's own months alone, there is no direction."""
    assert _directed("decrease", "period,count,marker,note\n") == []
    assert _directed("decrease", series_csv("2005-04", [100] * 4), data_to="2005-07") == []


@pytest.mark.parametrize(
    "tolerance,words",
    [
        ("5", "on or ahead of course Green, behind by up to 5 percentage points Amber, by more Red"),
        ("1", "on or ahead of course Green, behind by up to 1 percentage point Amber, by more Red"),
        ("0.25", "on or ahead of course Green, behind by up to 0.25 percentage points Amber, by more Red"),
        ("0", "on or ahead of course Green, behind it Red"),
    ],
)
def test_rule_in_words(tolerance: str, words: str) -> None:
    """The rule names the partnership's own tolerance, with all its places; without one there is no Amber."""
    assert of_rule(Decimal(tolerance)) == words


def test_where_and_should_be_in_short() -> None:
    """In a list a target is told in one line: a count with its unit, a change with its markers."""
    assert said(held(so_far(380), _reach(840)).evidence().own) == "1,180 offences against 1,040 expected"
    estimated = so_far(320).replace("2006-05,80,,", "2006-05,80,e,")
    assert said(held(estimated, _LESS).evidence().own) == "−20.0% [e] against −20.0% expected"
    assert said(held(so_far(352), _LESS, RATE).evidence().own) == "−20.0% per 1,000 population against −20.0% expected"


@pytest.mark.parametrize("target", [_HOLD, {**_HOLD, **RATE}], ids=["a count", "a rate"])
@pytest.mark.parametrize(
    "months,words",
    [
        ([1, 0, 2, 0], "3 offences against 0 expected"),
        ([1, 0, 0, 0], "1 offence against 0 expected"),
        ([0, 0, 0, 0], "0 offences against 0 expected"),
    ],
)
def test_nothing_to_be_held_in_short(months: list[int | None], target: Values, words: str) -> None:
    """Beside none at all a count is told, also where the target is about a rate."""
    assert said(held(series_csv("2005-04", [*[0] * 12, *months]), target).evidence().own) == words


def test_levels_in_short() -> None:
    """A rate has its decimals, and a count that has a rest too: 1,200 − 359 × 16 ÷ 36 = 1,040.4."""
    rate = held(so_far(410), {**_reach(9), **RATE}).evidence().own
    assert said(rate) == "11.0 per 1,000 population against 10.7 expected"
    assert said(held(so_far(380), _reach(841)).evidence().own) == "1,180 offences against 1,040.4 expected"


@pytest.mark.parametrize("marker", ["b", "e", "p", "r", "u"])
def test_markers_in_short(marker: str) -> None:
    """Whatever stands beside the counts stands beside the change that rests on them."""
    counts = so_far(320).replace("2006-05,80,,", f"2006-05,80,{marker},")
    assert said(held(counts, _LESS).evidence().own) == f"−20.0% [{marker}] against −20.0% expected"
    level = so_far(380).replace("2006-05,95,,", f"2006-05,95,{marker},")
    assert said(held(level, _reach(840)).evidence().own) == f"1,180 [{marker}] offences against 1,040 expected"
