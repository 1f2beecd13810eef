"""Figures: counts, changes, rates and rolling years, exactly, with their working; markers where there is none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from cspsite.figures import NAMES, Figure, Figures, Request, default_period, reference_age
from cspsite.model import DenominatorValue, Indicator, Measure, Target
from cspsite.periods import Month, Period
from tests.builders import COUNTS, ESTIMATES, INDICATOR, MINIMAL, POPULATION, data_of, series_csv

#: 24 months from April 2004 at 50, 51, …, 73 and 4 months from April 2006 at 80, 81, 82, 83.
_COUNTS = [*range(50, 74), 80, 81, 82, 83]
_POPULATION = (
    "reference_date,value,published,source\n2004-06-30,100000,,A\n2005-06-30,104000,,A\n2006-06-30,106250,,A\n"
)

#: 15% fewer per 1,000 population from April 2005 to March 2008: 36 months, of which 16 are over in July 2006.
_TARGET = Target(
    id="burglary",
    wording="Fewer burglaries",
    indicator="burglary",
    kind="reduce_by_percent",
    change=Decimal(15),
    measure=Measure(per="population"),
    end=date(2008, 3, 31),
)


def figures(counts: str | None = None, rules: str = "", frequency: str = "month") -> Figures:
    """Return the figures of a partnership with those counts."""
    return Figures(
        data_of(
            {
                COUNTS: counts or series_csv("2004-04", list(_COUNTS)),
                ESTIMATES: _POPULATION,
                INDICATOR: MINIMAL[INDICATOR].replace("frequency: month", f"frequency: {frequency}"),
                "partnership.yml": MINIMAL["partnership.yml"] + rules,
            }
        )
    )


def get(name: str, period: str = "2006-04..2006-07", held: Figures | None = None, **more: object) -> Figure:
    """Return a figure of burglary against 2004/05: per 1,000 population where it is a rate, of `_TARGET` if of any."""
    asked = {"per": "population", "scale": 1000, "target": _TARGET, **more}
    request = Request("burglary", name, Period.parse(period), Period.parse("2004/05"), **asked)  # type: ignore[arg-type]
    return (held or figures()).get(request)


#: April to July: 2004 50+51+52+53 = 206; 2005 62+63+64+65 = 254; 2006 80+81+82+83 = 326.
#: Twelve months to July 2006: 66+…+73 = 556, and 326, are 882; to July 2005: 54+…+61 = 460, and 254, are 714.
#: The year 2004/05 is 50+…+61 = 666, 2005/06 is 62+…+73 = 810; together 1,476, of which 206 + 254 = 460 until July.
#: The 27 steps between the 28 months are 1 each but for one of 7, which is screened: (1,476 + 326) ÷ 28 ± 2.66 × 1.
#: Byar's limits and the exact ones of the ratios were worked out from their definitions with a pocket calculator's
#: functions and by halving: 291.567 and 363.380; 1.0629 and 1.4861; 1.2472 and 1.7820.
_NOW = (Fraction(326, 106250) / Fraction(206, 100000) - 1) * 100
_YEAR = Fraction(326 * 1476, 460)
_YEAR_CHANGE = (_YEAR / 106250 / Fraction(666, 100000) - 1) * 100
_SHARE = "326 ÷ (460 ÷ 1,476) ≈ 1,046.0 (31.2% is the usual share of April to July, 2004/05 and 2005/06)"
EXPECTED: list[tuple[str, Fraction | float, str, str]] = [
    ("count", Fraction(326), "326", "80 + 81 + 82 + 83 = 326"),
    ("count.last_year", Fraction(254), "254", "62 + 63 + 64 + 65 = 254"),
    ("count.baseline", Fraction(206), "206", "50 + 51 + 52 + 53 = 206"),
    ("interval", Fraction(326), "292 to 363", "Byar's limits of 326, 95%: 291.6 to 363.4"),
    ("difference.last_year", Fraction(72), "+72", "326 − 254 = 72"),
    ("difference.baseline", Fraction(120), "+120", "326 − 206 = 120"),
    ("change.last_year", (Fraction(326, 254) - 1) * 100, "+28.3%", "326 ÷ 254 − 1 ≈ 28.3465%"),
    ("change.baseline", (Fraction(326, 206) - 1) * 100, "+58.3%", "326 ÷ 206 − 1 ≈ 58.2524%"),
    ("rate", Fraction(326 * 1000, 106250), "3.1", "326 ÷ 106,250 × 1,000 ≈ 3.0682"),
    ("rate.last_year", Fraction(254 * 1000, 104000), "2.4", "254 ÷ 104,000 × 1,000 ≈ 2.4423"),
    ("rate.baseline", Fraction(206 * 1000, 100000), "2.1", "206 ÷ 100,000 × 1,000 = 2.06"),
    (
        "rate_interval",
        Fraction(326 * 1000, 106250),
        "2.7 to 3.4",
        "Byar's limits of 326, 95%: 291.6 to 363.4; ÷ 106,250 × 1,000 = 2.74 to 3.42",
    ),
    (
        "rate_change.last_year",
        (Fraction(326, 106250) / Fraction(254, 104000) - 1) * 100,
        "+25.6%",
        "(326 ÷ 106,250) ÷ (254 ÷ 104,000) − 1 ≈ 25.6285%",
    ),
    (
        "rate_change.baseline",
        (Fraction(326, 106250) / Fraction(206, 100000) - 1) * 100,
        "+48.9%",
        "(326 ÷ 106,250) ÷ (206 ÷ 100,000) − 1 ≈ 48.9435%",
    ),
    (
        "ratio.last_year",
        Fraction(326 * 104000, 254 * 106250),
        "1.26",
        "(326 ÷ 106,250) ÷ (254 ÷ 104,000) ≈ 1.2563; 95% interval 1.063 to 1.486 (exact)",
    ),
    (
        "ratio.baseline",
        Fraction(326 * 100000, 206 * 106250),
        "1.49",
        "(326 ÷ 106,250) ÷ (206 ÷ 100,000) ≈ 1.4894; 95% interval 1.247 to 1.782 (exact)",
    ),
    ("rolling_12", Fraction(882), "882", "66 + 67 + 68 + 69 + 70 + 71 + 72 + 73 + 80 + 81 + 82 + 83 = 882"),
    (
        "rolling_12.last_year",
        Fraction(714),
        "714",
        "54 + 55 + 56 + 57 + 58 + 59 + 60 + 61 + 62 + 63 + 64 + 65 = 714",
    ),
    ("rolling_12_change", (Fraction(882, 714) - 1) * 100, "+23.5%", "882 ÷ 714 − 1 ≈ 23.5294%"),
    ("mean", 1802 / 28, "64.4", "the mean of the 28 counts from April 2004 to July 2006 ≈ 64.4"),
    ("upper_limit", 1802 / 28 + 2.66, "67.0", "64.4 + 2.66 × 1.00 ≈ 67.0"),
    ("lower_limit", 1802 / 28 - 2.66, "61.7", "64.4 − 2.66 × 1.00 ≈ 61.7"),
    ("projection", _YEAR, "1,046", _SHARE),
    (
        "projection_change",
        _YEAR_CHANGE,
        "+47.8%",
        f"(1,046.0 ÷ 106,250) ÷ (666 ÷ 100,000) − 1 ≈ 47.82%, where 1,046.0 is {_SHARE}",
    ),
    ("actual", _NOW, "+48.9%", "(326 ÷ 106,250) ÷ (206 ÷ 100,000) − 1 ≈ 48.9435%"),
    ("expected", Fraction(-15 * 16, 36), "−6.7%", "−15% × 16 ÷ 36 months ≈ −6.6667%"),
    (
        "expected_count",
        206 * Fraction(14, 15) * Fraction(106250, 100000),
        "204.3",
        "206 × (1 − 6.6667%) × 106,250 ÷ 100,000 ≈ 204.2833",
    ),
    ("gap", _NOW + Fraction(20, 3), "+55.6 percentage points", "+48.9435% − (−6.6667%) ≈ 55.610"),
    ("gap_count", Fraction(122), "+122", "326 − 204 (204.3, rounded down) = +122"),
    ("goal", Fraction(666 * 85 * 106250, 100 * 100000 * 12), "50.1", "5.661 × 106,250 ÷ 1,000 ÷ 12 ≈ 50.1"),
    ("months_left", Fraction(20), "20 months", "36 − 16 = 20"),
    ("pace", (-15 - _NOW) / 20, "−3.2 percentage points", "(−15% − 48.9435%) ÷ 20 ≈ −3.1972"),
    (
        "projection.target",
        _YEAR_CHANGE * 36 / 24,
        "+71.7%",
        f"47.8233% × 36 ÷ 24 months ≈ 71.7350%, where 47.8233% is that of 2006/07: {_SHARE}",
    ),
]


@pytest.mark.parametrize("name,value,shown,working", EXPECTED, ids=[row[0] for row in EXPECTED])
def test_each_figure(name: str, value: Fraction | float, shown: str, working: str) -> None:
    """The value, exact but for control limits, how it is shown, and the working, as calculated by hand."""
    figure = get(name)
    assert figure.value == (pytest.approx(value) if isinstance(value, float) else value)
    assert (figure.shown, figure.working) == (shown, working)


def test_every_name_is_tried() -> None:
    """The table above holds every figure that can be asked for."""
    assert [row[0] for row in EXPECTED] == list(NAMES)


@pytest.mark.parametrize(
    "name,period,comparator",
    [
        ("change.last_year", "2006-04..2006-07", "2005-04..2005-07"),
        ("change.baseline", "2006-04..2006-07", "2004-04..2004-07"),
        ("rolling_12_change", "2005-08..2006-07", "2004-08..2005-07"),
        ("count", "2006-04..2006-07", None),
        ("count.last_year", "2005-04..2005-07", None),
        ("rolling_12.last_year", "2004-08..2005-07", None),
        ("ratio.last_year", "2006-04..2006-07", "2005-04..2005-07"),
        ("ratio.baseline", "2006-04..2006-07", "2004-04..2004-07"),
        ("mean", "2004-04..2006-07", None),
        ("projection", "2006/07", None),
        ("gap", "2006-04..2006-07", "2004-04..2004-07"),
        ("months_left", "2006-04..2006-07", None),
    ],
)
def test_periods_of_a_figure(name: str, period: str, comparator: str | None) -> None:
    """Like months are compared with like, and a figure says which."""
    figure = get(name)
    assert str(figure.period) == period
    assert (str(figure.comparator) if figure.comparator else None) == comparator


@pytest.mark.parametrize(
    "count,shown,words,working",
    [
        (65, "50 to 83", "between 50 and 83", "Byar's limits of 65, 95%: 50.2 to 82.8"),
        (5, "2 to 12", "between 2 and 12", "exact Poisson limits of 5, 95%: 1.6 to 11.7"),
    ],
)
def test_interval_of_a_count(count: int, shown: str, words: str, working: str) -> None:
    """65 has 50.163 to 82.849 and 5 has 1.623 to 11.668, as published with PHEindicatormethods; in whole numbers."""
    figure = get("interval", "2006-04", figures(series_csv("2006-04", [count])))
    assert figure.value == count
    assert (figure.shown, figure.words, figure.working) == (shown, words, working)


@pytest.mark.parametrize(
    "now,then,shown,words,working",
    [
        (348, 256, "1.36", "higher", "348 ÷ 256 = 1.3594; 95% interval 1.153 to 1.604 (exact)"),
        (3, 2, "1.50", "no clear change", "the base is under 50"),
        (300, 49, "6.12", "no clear change", "the base is under 50"),
        (40, 400, "0.10", "lower", "40 ÷ 400 = 0.1; "),
    ],
)
def test_ratio_of_counts(now: int, then: int, shown: str, words: str, working: str) -> None:
    """348 against 256 is 1.359 (1.153 to 1.604); a base under 50 is marked [u], and shows no clear change."""
    held = figures(series_csv("2005-04", [then, *[60] * 11, now]))
    request = Request("burglary", "ratio.last_year", Period.parse("2006-04"), Period.parse("2004/05"))
    figure = held.get(request)
    assert (figure.shown, figure.words, figure.markers == {"u"}) == (shown, words, then < 50)
    assert working in figure.working.replace("≈", "=")


def test_ratio_of_rates() -> None:
    """348 per 218,500 against 363 per 213,260 is 0.936 (0.805 to 1.087): no clear change."""
    text = "reference_date,value,published,source\n2005-06-30,213260,,A\n2006-06-30,218500,,A\n"
    counts = series_csv("2005-04", [363, *[60] * 11, 348])
    figure = get("ratio.last_year", "2006-04", Figures(data_of({COUNTS: counts, ESTIMATES: text})))
    assert figure.words == "no clear change"
    assert figure.working == "(348 ÷ 218,500) ÷ (363 ÷ 213,260) ≈ 0.9357; 95% interval 0.805 to 1.087 (exact)"


def test_nothing_is_so_many_times_zero() -> None:
    """A ratio to 0 has no value and is marked [z]; 0 itself is 0 times something."""
    held = figures(series_csv("2005-04", [0, *[60] * 11, 5]))
    figure = get("ratio.last_year", "2006-04", held)
    assert (figure.shown, figure.reason) == ("[z]", "nothing can be divided by 0 (April 2005)")
    other = get("ratio.last_year", "2006-04", figures(series_csv("2005-04", [60, *[60] * 11, 0])))
    assert (other.shown, other.words) == ("0.00", "lower")


@pytest.mark.parametrize("months,shown", [("2006-07", "20 months"), ("2008-02", "1 month"), ("2008-03", "0 months")])
def test_months_left_are_written_out(months: str, shown: str) -> None:
    """One month is not several."""
    assert get("months_left", months).shown == shown


def test_control_chart_needs_counts() -> None:
    """Without a control chart there is no mean, and the reason says so."""
    figure = get("mean", "2006-04", figures(series_csv("2006-04", [5])))
    few = "there are too few counts one after another for limits"
    assert (figure.shown, figure.reason) == ("[x]", f"there is no control chart: {few}")


@pytest.mark.parametrize("counts", [[0, 0, 0, 1], [5, 6, 0, 0, 0, 1]], ids=["alone", "after new limits"])
def test_rare_counts_have_no_limits(counts: list[int | None]) -> None:
    """Where more than half of a stretch's counts are 0 it has no mean and no limits, and the reason says so."""
    text = series_csv("2006-01", counts).replace("2006-03,0,,", f"2006-03,0,{'b' if len(counts) > 4 else ''},")
    figure = get("upper_limit", f"2006-0{len(counts)}", figures(text))
    rare = "more than half of the counts are 0: too rare for a control chart"
    assert (figure.shown, figure.reason) == ("[x]", f"there is no control chart: {rare}")


@pytest.mark.parametrize("name", ["mean", "upper_limit", "lower_limit"])
def test_limits_carry_the_markers_of_their_counts(name: str) -> None:
    """A mean and its limits have the markers of every count of their stretch, of no count before it, and of no gap."""
    rows = ["2005-12,50,r,", "2006-01,60,b,", "2006-02,61,p,", "2006-03,,x,", "2006-04,63,e,", "2006-05,62,,"]
    held = figures("\n".join(["period,count,marker,note", *rows]) + "\n")
    assert get(name, "2006-05", held).markers == {"b", "e", "p"}
    assert get(name, "2006-02", held).markers == {"b", "p"}


@pytest.mark.parametrize("name,marked", [("change.last_year", {"b"}), ("gap", {"b"}), ("count", set())])
def test_comparison_across_a_series_break_is_marked(name: str, marked: set[str]) -> None:
    """A figure that compares periods before and after a break in the way of counting carries [b]; a count has none."""
    text = series_csv("2004-04", list(_COUNTS)).replace("2006-01,71,,", "2006-01,71,b,")
    assert get(name, held=figures(text)).markers == marked


@pytest.mark.parametrize("month,marked", [("2004-04", False), ("2004-05", True), ("2006-07", True), ("2004-03", False)])
def test_break_between_the_months_compared(month: str, marked: bool) -> None:
    """A break at the first of all months compared leaves them alike; one after it, up to the last, does not."""
    text = series_csv("2004-02", [9, 9, *_COUNTS])
    rows = [f"{row.rstrip(',')},b," if row.startswith(month) else row for row in text.split("\n")]
    assert ("b" in get("change.baseline", held=figures("\n".join(rows))).markers) is marked


@pytest.mark.parametrize(
    "old,new,shown,reason",
    [
        (0, 3, "[z]", "no percentage can be taken of 0 (April 2005)"),
        (0, 0, "[z]", "no percentage can be taken of 0 (April 2005)"),
        (2, 3, "[u]", "the base of 2 (April 2005) is under 50"),
        (49, 98, "[u]", "the base of 49 (April 2005) is under 50"),
        (50, 75, "+50.0%", ""),
        (50, 0, "−100.0%", ""),
        (None, 75, "[x]", "April 2005: no count for April 2005 [x]"),
        (50, None, "[x]", "April 2006: no count for April 2006 [x]"),
    ],
)
def test_percentage_of_no_small_or_missing_base(old: int | None, new: int | None, shown: str, reason: str) -> None:
    """Zero gives [z], a base under 50 gives [u], missing gives [x]: never an infinity, never a zero."""
    counts = series_csv("2005-03", [1, old, *[60] * 11, new, 1])
    figure = get("change.last_year", "2006-04", figures(counts))
    assert (figure.shown, figure.reason) == (shown, reason)


def test_small_base_is_the_partnerships_to_set() -> None:
    """A partnership's own limit replaces 50."""
    held = figures(series_csv("2005-04", [10, *[60] * 11, 15]), "rules: {small_base: 10}\n")
    assert get("change.last_year", "2006-04", held).shown == "+50.0%"


def test_difference_has_no_small_base() -> None:
    """A difference of small counts is a number all the same."""
    held = figures(series_csv("2005-04", [3, *[60] * 11, 1]))
    assert get("difference.last_year", "2006-04", held).shown == "−2"


@pytest.mark.parametrize(
    "period,reference",
    [
        ("2004/05", "2004-06-30"),
        ("2005-04", "2005-06-30"),
        ("2006-03", "2005-06-30"),
        ("2006-04", "2006-06-30"),
        ("2009/10", "2006-06-30"),
    ],
)
def test_denominator_of_a_period(period: str, reference: str) -> None:
    """A rate uses the latest estimate for a date in its financial year or before."""
    rate = figures().rate("population", 1000, Period.parse(period))
    assert rate is not None
    assert str(rate.estimate.reference_date) == reference


@pytest.mark.parametrize("day,used", [("2005-03-31", True), ("2005-04-01", False)])
def test_last_day_of_the_financial_year(day: str, used: bool) -> None:
    """An estimate for 31 March belongs to the year that ends on it, one for 1 April to the next."""
    held = Figures(data_of({ESTIMATES: f"reference_date,value,published,source\n{day},100000,,A\n"}))
    assert (held.rate("population", 1000, Period.parse("2004/05")) is not None) is used


def test_no_denominator_yet() -> None:
    """Before the first estimate there is no rate, and the reason names the denominator."""
    held = figures(series_csv("2003-04", [100] * 12))
    assert held.rate("population", 1000, Period.parse("2003/04")) is None
    figure = get("rate", "2003/04", held)
    assert (figure.shown, figure.reason) == ("[x]", "no population for 2003/04")


def test_unknown_denominator() -> None:
    """A rate per what is not there has no value, and does not raise."""
    assert get("rate", per="households").shown == "[x]"


def test_scale() -> None:
    """Per 100,000 is a hundred times per 1,000: 326 / 106,250 x 100,000 = 306.8."""
    assert get("rate", scale=100000).shown == "306.8"


def test_decimals_round_once() -> None:
    """28.3464…% at 2 places is 28.35%; the value stays exact."""
    figure = get("change.last_year", decimals=2)
    assert figure.shown == "+28.35%"
    assert figure.value == Fraction(7200, 254)


def test_markers_of_the_counts_stay() -> None:
    """A figure carries the markers of every count behind it."""
    text = (
        series_csv("2005-04", [60] * 13)
        .replace("2005-04,60,,", "2005-04,60,r,")
        .replace("2006-04,60,,", "2006-04,60,p,")
    )
    assert get("change.last_year", "2006-04", figures(text)).markers == {"p", "r"}


def test_working_of_a_long_sum_is_shortened() -> None:
    """More than twelve counts are shown by the first three and the last."""
    assert get("count", "2004-04..2006-03").working == "50 + 51 + 52 + … + 73 = 1,476"


def test_quarterly_rolling_year() -> None:
    """Four quarters make a rolling year: 62+…: 20 + 30 + 40 + 50 = 140."""
    text = "period,count,marker,note\n2005/06-Q2,20,,\n2005/06-Q3,30,,\n2005/06-Q4,40,,\n2006/07-Q1,50,,\n"
    assert get("rolling_12", "2006/07-Q1", figures(text, frequency="quarter")).shown == "140"


@pytest.mark.parametrize(
    "frequency,data_to,period",
    [
        ("month", "2006-07", "2006-04..2006-07"),
        ("month", "2006-04", "2006-04"),
        ("month", "2006-03", "2005/06"),
        ("quarter", "2006-07", "2006-04..2006-06"),
        ("quarter", "2006-09", "2006-04..2006-09"),
        ("quarter", "2006-05", "2005/06"),
        ("quarter", "2007-03", "2006/07"),
        ("year", "2006-07", "2005/06"),
        ("year", "2006-03", "2005/06"),
        ("year", "2006-02", "2004/05"),
    ],
)
def test_default_period(frequency: str, data_to: str, period: str) -> None:
    """The financial year to date in whole observations, or the year before where it has none yet."""
    given = {"name": "A", "definition": "B", "unit": "c", "polarity": "neutral", "frequency": frequency}
    assert str(default_period(Indicator.model_validate(given), Month.parse(data_to))) == period


def test_reference_age() -> None:
    """From mid-2004 to the end of July 2006 are 25 months."""
    last = Month.parse("2006-07").last_day
    reference = Month.parse("2004-06").last_day
    assert reference_age(DenominatorValue(reference, 1, None, ""), last) == 25


def test_unknown_names_are_key_errors() -> None:
    """An unknown figure or indicator is the caller's mistake."""
    with pytest.raises(KeyError):
        get("countt")
    with pytest.raises(KeyError):
        figures().get(Request("theft", "count", Period.parse("2006-04"), Period.parse("2004/05")))


def test_denominator_without_a_definition() -> None:
    """Values of a denominator whose file is gone give no rate."""
    held = Figures(data_of({POPULATION: None}))
    assert held.rate("population", 1000, Period.parse("2005/06")) is None
