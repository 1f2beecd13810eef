"""Quoting: what a token leaves out comes from the report, the target, the indicator, then the partnership."""

from __future__ import annotations

import pytest

from cspsite.errors import TokenError
from cspsite.figures import Figures
from cspsite.model import Data, Measure
from cspsite.quote import Context, Quoter, passages
from cspsite.tokens import parse_token
from tests.builders import (
    COUNTS,
    GROUP,
    INDICATOR,
    MINIMAL,
    REPORT,
    Files,
    data_of,
    edited,
    series_csv,
)

_HOUSEHOLDS: Files = {
    "denominators/households.yml": "name: Households\nnoun: households\nscale: 500\n",
    "denominators/households.csv": "reference_date,value,published,source\n2005-06-30,40000,,Council\n",
}


def context_of(data: Data, target: str | None = "burglary") -> Context:
    """Return where the minimal report's update quotes figures."""
    group = data.groups["homes"]
    return Context(next(iter(data.reports.values())).data_to, group, group.target(target))


def quoted(inside: str, *changes: Files) -> str:
    """Return how a token reads in the minimal report's update."""
    data = data_of(*changes)
    return Quoter(Figures(data)).quote(inside, context_of(data)).text


#: April to July: 380 in 2006 and 400 in 2005, -5%; per 1,000 of 100,000 people 3.8 and 4.0.
def test_a_text_with_its_figures() -> None:
    """Each figure of a text stands as it is printed; what names none, and all other words, stay as they are."""
    data = data_of()
    text = "*Up*: {{ burglary.count }} homes, {{ nothing.count }}, {{ burglary.count }}."
    count = quoted("burglary.count")
    told = Quoter(Figures(data)).filled(text, context_of(data))
    assert told == f"*Up*: {count} homes, {{{{ nothing.count }}}}, {count}."
    assert count.isdigit()


@pytest.mark.parametrize(
    "inside,text",
    [
        ("burglary.count", "380"),
        ("burglary.count | words", "380 offences"),
        ("burglary.count @ 2005/06", "1,200"),
        ("burglary.count @ 2005/06 | number", "1,200"),
        ("burglary.count @ 2006-04", "95"),
        ("burglary.change.last_year", "−5.0%"),
        ("burglary.change.last_year | words", "a 5.0% fall"),
        ("burglary.change.last_year | unsigned", "5.0%"),
        ("burglary.change.last_year | number", "5.0"),
        ("burglary.change.last_year | number | 0 decimals", "5"),
        ("burglary.difference.last_year", "−20"),
        ("burglary.difference.last_year | words", "20 fewer"),
        ("burglary.difference.last_year | unsigned", "20"),
        ("burglary.rate", "3.8"),
        ("burglary.rate | words", "3.8 per 1,000 population"),
        ("burglary.rate.last_year | 2 decimals", "4.00"),
        ("burglary.rolling_12.last_year", "[x]"),
        ("burglary.rolling_12.last_year | words", "[x]"),
        ("burglary.rate per households", "4.8"),
    ],
)
def test_wording(inside: str, text: str) -> None:
    """A figure is written plainly, in words, without its sign, or as digits; without a value, as its marker."""
    assert quoted(inside, _HOUSEHOLDS) == text


#: 10% less by 31 March 2008 is 4.4% less after 16 of 36 months: of 400, 382.2. By days, 380 in 122 of 365 are 1,136.9.
@pytest.mark.parametrize(
    "inside,text",
    [
        ("burglary.actual", "−5.0%"),
        ("burglary.actual | words", "a 5.0% fall"),
        ("burglary.expected", "−4.4%"),
        ("burglary.expected | words", "a 4.4% fall"),
        ("burglary.expected | unsigned", "4.4%"),
        ("burglary.expected | number | 3 decimals", "4.444"),
        ("burglary.expected @ 2005-04..2006-03", "−3.3%"),
        ("burglary.expected_count", "382.2"),
        ("burglary.expected_count | words | 0 decimals", "382 offences"),
        ("burglary.gap", "−0.6 percentage points"),
        ("burglary.gap | words", "0.6 percentage points ahead"),
        ("burglary.gap | unsigned", "0.6 percentage points"),
        ("burglary.gap | number", "0.6"),
        ("burglary.gap | 2 decimals", "−0.56 percentage points"),
        ("burglary.gap | words | 2 decimals", "0.56 percentage points ahead"),
        ("burglary.gap per households", "−0.6 percentage points"),
        ("burglary.gap_count", "−2"),
        ("burglary.gap_count | unsigned", "2"),
        ("burglary.gap_count | words", "2 more offences would still have been on course"),
        ("burglary.goal", "90.0"),
        ("burglary.goal | words", "90.0 offences"),
        ("burglary.months_left", "20 months"),
        ("burglary.months_left | words", "20 months"),
        ("burglary.months_left | number", "20"),
        ("burglary.pace | 2 decimals", "−0.25 percentage points"),
        ("burglary.pace | words", "−0.25 percentage points a month"),
        ("burglary.interval", "343 to 420"),
        ("burglary.interval | words", "between 343 and 420"),
        ("burglary.interval | number", "343 to 420"),
        ("burglary.rate_interval", "3.4 to 4.2"),
        ("burglary.rate_interval | words | 2 decimals", "between 3.43 and 4.20"),
        ("burglary.ratio.last_year", "0.95"),
        ("burglary.ratio.last_year | words", "no clear change"),
        ("burglary.ratio.last_year | number | 3 decimals", "0.950"),
        ("burglary.ratio.baseline per households", "0.95"),
        ("burglary.mean", "98.8"),
        ("burglary.mean | words", "98.8 offences"),
        ("burglary.projection", "1,137"),
        ("burglary.projection | words", "1,137 offences"),
        ("burglary.projection_change", "−5.3%"),
        ("burglary.projection_change | words", "a 5.3% fall"),
        ("burglary.projection.target", "−7.9%"),
        ("burglary.projection.target | unsigned", "7.9%"),
    ],
)
def test_wording_of_targets_and_chance(inside: str, text: str) -> None:
    """What a target's figures, intervals, ratios and projections read like, plainly and with each option."""
    assert quoted(inside, _HOUSEHOLDS) == text


#: 12 per 1,000 in 2005/06 to 9 by March 2008: 10.67 after 16 of 36 months; 1,180 in twelve months are 11.8.
_REACHED = edited(GROUP, "kind: reduce_by_percent\n    change: 10", "kind: reach_value\n    value: 9")


@pytest.mark.parametrize(
    "inside,text",
    [
        ("burglary.actual", "11.8"),
        ("burglary.actual | words", "11.8 per 1,000 population"),
        ("burglary.expected | words", "10.7 per 1,000 population"),
        ("burglary.gap", "+1.1"),
        ("burglary.gap | words", "1.1 per 1,000 population behind"),
        ("burglary.gap | words | 2 decimals", "1.13 per 1,000 population behind"),
        ("burglary.pace | words", "−0.14 per 1,000 population a month"),
        ("burglary.months_left", "20 months"),
    ],
)
def test_wording_of_a_value_to_be_reached(inside: str, text: str) -> None:
    """A target that is a level is told in levels, with what they are per."""
    assert quoted(inside, _REACHED) == text


def test_reading_of_one_month_left() -> None:
    """One month is not several, and its bare number is 1."""
    assert quoted("burglary.months_left @ 2008-02 | words") == "1 month"
    assert quoted("burglary.months_left @ 2008-02 | unsigned") == "1 month"
    assert quoted("burglary.months_left @ 2008-02 | number") == "1"


@pytest.mark.parametrize(
    "now,words",
    [
        (108, "an 8.0% rise"),
        (111, "an 11.0% rise"),
        (106, "a 6.0% rise"),
        (82, "an 18.0% fall"),
        (100, "no change"),
    ],
)
def test_change_in_words(now: int, words: str) -> None:
    """A change in words has its article and its direction, and zero is no change."""
    counts = series_csv("2005-04", [100, *[90] * 11, now, 90, 90, 90])
    assert quoted("burglary.change.last_year @ 2006-04 | words", {COUNTS: counts}) == words


def test_too_small_to_show_is_no_change() -> None:
    """A change that rounds to nothing is called none: 10,001 on 10,000 is 0.01%."""
    counts = series_csv("2005-04", [10_000, *[9_000] * 11, 10_001, 9_000, 9_000, 9_000])
    assert quoted("burglary.change.last_year @ 2006-04 | words", {COUNTS: counts}) == "no change"


def test_more_and_no_change_in_counts() -> None:
    """A difference is so many more, and none is no change."""
    counts = series_csv("2005-04", [100, 100, *[90] * 10, 105, 100, 90, 90])
    assert quoted("burglary.difference.last_year @ 2006-04 | words", {COUNTS: counts}) == "5 more"
    assert quoted("burglary.difference.last_year @ 2006-05 | words", {COUNTS: counts}) == "no change"


def request_of(inside: str, *changes: Files, target: str | None = "burglary") -> tuple[str, str, str | None, int, int]:
    """Return what a token asks for once the rest is filled in: period, baseline, per, scale, decimals."""
    data = data_of(*changes)
    asked = Quoter(Figures(data)).request(parse_token(inside), context_of(data, target))
    return str(asked.period), str(asked.baseline), asked.per, asked.scale, asked.decimals


_BASELINE = edited(GROUP, "    end: 2008-03-31", "    end: 2008-03-31\n    baseline: 2004/05")
_SCALED = edited(GROUP, "{per: population}", "{per: population, scale: 100000}")
_NO_MEASURE = edited(GROUP, "    measure: {per: population}\n", "")
_DECIMALS = {INDICATOR: MINIMAL[INDICATOR] + "decimals: 3\n"}


@pytest.mark.parametrize(
    "inside,changes,expected",
    [
        ("burglary.rate", {}, ("2006-04..2006-07", "2005/06", "population", 1000, 1)),
        ("burglary.rate", _BASELINE, ("2006-04..2006-07", "2004/05", "population", 1000, 1)),
        ("burglary.rate", _SCALED, ("2006-04..2006-07", "2005/06", "population", 100000, 1)),
        ("burglary.rate", _NO_MEASURE, ("2006-04..2006-07", "2005/06", "population", 1000, 1)),
        ("burglary.rate", _DECIMALS, ("2006-04..2006-07", "2005/06", "population", 1000, 3)),
        ("burglary.rate | 0 decimals", _DECIMALS, ("2006-04..2006-07", "2005/06", "population", 1000, 0)),
        ("burglary.rate per households", _HOUSEHOLDS, ("2006-04..2006-07", "2005/06", "households", 500, 1)),
        ("burglary.rate per population", _SCALED, ("2006-04..2006-07", "2005/06", "population", 100000, 1)),
        ("burglary.count", {}, ("2006-04..2006-07", "2005/06", None, 1, 1)),
        ("burglary.count @ 2005/06", {}, ("2005/06", "2005/06", None, 1, 1)),
    ],
)
def test_request(inside: str, changes: Files, expected: tuple[str, str, str | None, int, int]) -> None:
    """The target's baseline and measure go before the indicator's, and those before the partnership's."""
    assert request_of(inside, changes) == expected


def test_component_takes_the_targets_baseline() -> None:
    """A figure of a component is compared with the baseline of the target on the whole."""
    changes: Files = {
        **_BASELINE,
        INDICATOR: MINIMAL[INDICATOR] + "components: [theft]\n",
        "indicators/theft.yml": MINIMAL[INDICATOR],
        "indicators/theft.csv": MINIMAL[COUNTS],
    }
    assert request_of("theft.rate", changes)[1] == "2004/05"


_PART: Files = {
    INDICATOR: MINIMAL[INDICATOR] + "components: [theft]\n",
    "indicators/theft.yml": MINIMAL[INDICATOR].replace("measure: {per: population}\n", ""),
    "indicators/theft.csv": MINIMAL[COUNTS],
}


def test_component_takes_the_targets_measure() -> None:
    """A ratio or a projected change of a component is in the measure of the target on the whole."""
    for name in ("ratio.baseline", "projection_change", "rate"):
        assert request_of(f"theft.{name}", _PART)[2:4] == ("population", 1000)


@pytest.mark.parametrize("name", ["actual", "expected", "gap", "gap_count", "months_left", "pace", "projection.target"])
@pytest.mark.parametrize("changes", [_PART, {**_PART, INDICATOR: MINIMAL[INDICATOR]}], ids=["a part", "another"])
def test_targets_figure_without_a_target(name: str, changes: Files) -> None:
    """A target's figure of an indicator that no target is about is refused, also of a part of what one is about."""
    with pytest.raises(TokenError) as caught:
        quoted(f"theft.{name}", changes)
    found = (caught.value.code, caught.value.found, caught.value.expected)
    assert found == ("token-wrong", f"theft.{name}", "a figure of an indicator that a target here is about")


def test_targets_figure_names_the_target() -> None:
    """A target's figure is asked for with the target, any other without."""
    data = data_of()
    quoter, context = Quoter(Figures(data)), context_of(data)
    assert quoter.request(parse_token("burglary.gap"), context).target == context.target
    assert quoter.request(parse_token("burglary.rate_change.baseline"), context).target is None


def test_another_targets_figure_in_an_update() -> None:
    """A figure of an indicator that another target of the group is on takes that target's baseline."""
    assert request_of("burglary.count", _BASELINE, target=None)[1] == "2004/05"


@pytest.mark.parametrize(
    "inside,code,advice",
    [
        ("burglry.count", "unknown-figure", "Did you mean burglary.count?"),
        ("burglary.rolling", "unknown-figure", "Did you mean burglary.rolling_12?"),
        ("burglary.rate per populations", "unknown-figure", "Did you mean per population?"),
        ("burglary.change.last_year per population", "token-wrong", ""),
        ("burglary.interval per population", "token-wrong", ""),
        ("burglary.projection per population", "token-wrong", ""),
        ("burglary.mean per population", "token-wrong", ""),
        ("burglary.gap per populations", "unknown-figure", "Did you mean per population?"),
        ("burglary.gapcount", "unknown-figure", "Did you mean burglary.gap_count?"),
        ("burglary.expect", "unknown-figure", "Did you mean burglary.expected?"),
        ("zzz.count", "unknown-figure", ""),
    ],
)
def test_unknown_names(inside: str, code: str, advice: str) -> None:
    """What names no figure is a TokenError with the nearest name, where one is near."""
    with pytest.raises(TokenError) as caught:
        quoted(inside)
    assert (caught.value.code, caught.value.advice) == (code, advice)


def test_rate_without_any_measure() -> None:
    """A rate needs a denominator from the token, the target or the indicator."""
    bare: Files = {
        **edited(INDICATOR, "measure: {per: population}\n", ""),
        **_NO_MEASURE,
    }
    with pytest.raises(TokenError) as caught:
        quoted("burglary.rate", bare)
    assert (caught.value.code, caught.value.expected) == (
        "token-wrong",
        "rate per a denominator, such as per population",
    )


def test_scale_of_an_unknown_denominator() -> None:
    """A measure per what is not there is per one, so that nothing raises."""
    assert Quoter(Figures(data_of())).scale(Measure(per="households")) == 1


def test_standard_figures_of_a_target() -> None:
    """A target's figures are counts, changes, its own rates and rolling years, in that order."""
    data = data_of()
    target = data.groups["homes"].targets[0]
    figures = Quoter(Figures(data)).of_target(target, context_of(data))
    assert [(figure.request.name, figure.shown) for figure in figures] == [
        ("count", "380"),
        ("count.last_year", "400"),
        ("change.last_year", "−5.0%"),
        ("count.baseline", "400"),
        ("change.baseline", "−5.0%"),
        ("rate", "3.8"),
        ("rate.baseline", "4.0"),
        ("rate_change.baseline", "−5.0%"),
        # August 2005 to July 2006: 102 + 98 + 100 + 101 + 99 + 100 + 103 + 97 = 800, and 380
        ("rolling_12", "1,180"),
        ("rolling_12_change", "[x]"),
    ]


def test_passages_in_the_order_of_the_form() -> None:
    """All prose of a report, each with the target it is about; empty parts are left out."""
    data = data_of({REPORT: MINIMAL[REPORT] + "\n### Rain\n\nIt rained.\n"})
    report = next(iter(data.reports.values()))
    found = passages(report, data.groups["homes"])
    assert [(passage.key, passage.text) for passage in found] == [
        (("achievements", 0), "Every lock was fitted."),
        (("barriers", 0), "The locks come late."),
        (("updates", 0, "progress"), "There were {{ burglary.count }} burglaries."),
        (("updates", 0, "plans"), "Fit more locks."),
        (("other_issues", 0, "text"), "It rained."),
    ]
    assert [passage.context.target and passage.context.target.id for passage in found] == [
        None,
        None,
        "burglary",
        "burglary",
        None,
    ]


def test_quotations_leave_out_what_names_no_figure() -> None:
    """A page shows the figures that there are; what is wrong with the others is a finding."""
    data = data_of(edited(REPORT, "{{ burglary.count }}", "{{ x.y }} {{ burglary.count }} {{ + }}"))
    report = next(iter(data.reports.values()))
    quoter = Quoter(Figures(data))
    texts = [q.text for passage in passages(report, data.groups["homes"]) for q in quoter.quotations(passage)]
    assert texts == ["380"]


def test_level_keeps_its_sign_in_words() -> None:
    """A limit below 0 is not told as if it were above: of 0 and 5 in turn the mean is 2.5, less 2.66 × 5 are −10.8."""
    counts = {COUNTS: series_csv("2005-04", [0, 5] * 8)}
    assert quoted("burglary.lower_limit | words", counts) == "−10.8 offences"


@pytest.mark.parametrize("now,words", [(1, "1 offence"), (0, "0 offences"), (2, "2 offences")])
def test_count_of_one_in_words(now: int, words: str) -> None:
    """One is of a single one."""
    counts = {COUNTS: series_csv("2005-04", [*[10] * 12, now, 10, 10, 10])}
    assert quoted("burglary.count @ 2006-04 | words", counts) == words
