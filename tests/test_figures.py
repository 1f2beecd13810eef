"""Figures: counts, changes, rates and rolling years, exactly, with their working; markers where there is none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from cspsite.figures import NAMES, Figure, Figures, Request, default_period, reference_age
from cspsite.model import DenominatorValue, Indicator
from cspsite.periods import Month, Period
from tests.builders import COUNTS, ESTIMATES, INDICATOR, MINIMAL, POPULATION, data_of, series_csv

#: 24 months from April 2004 at 50, 51, …, 73 and 4 months from April 2006 at 80, 81, 82, 83.
_COUNTS = [*range(50, 74), 80, 81, 82, 83]
_POPULATION = (
    "reference_date,value,published,source\n2004-06-30,100000,,A\n2005-06-30,104000,,A\n2006-06-30,106250,,A\n"
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


def get(name: str, period: str = "2006-04..2006-07", held: Figures | None = None, **more: str | int) -> Figure:
    """Return a figure of burglary against the baseline year 2004/05, per 1,000 population where it is a rate."""
    asked = {"per": "population", "scale": 1000, **more}
    request = Request("burglary", name, Period.parse(period), Period.parse("2004/05"), **asked)  # type: ignore[arg-type]
    return (held or figures()).get(request)


#: April to July: 2004 50+51+52+53 = 206; 2005 62+63+64+65 = 254; 2006 80+81+82+83 = 326.
#: Twelve months to July 2006: 66+…+73 = 556, and 326, are 882; to July 2005: 54+…+61 = 460, and 254, are 714.
EXPECTED = [
    ("count", Fraction(326), "326", "80 + 81 + 82 + 83 = 326"),
    ("count.last_year", Fraction(254), "254", "62 + 63 + 64 + 65 = 254"),
    ("count.baseline", Fraction(206), "206", "50 + 51 + 52 + 53 = 206"),
    ("difference.last_year", Fraction(72), "+72", "326 − 254 = 72"),
    ("difference.baseline", Fraction(120), "+120", "326 − 206 = 120"),
    ("change.last_year", (Fraction(326, 254) - 1) * 100, "+28.3%", "326 ÷ 254 − 1 ≈ 28.3465%"),
    ("change.baseline", (Fraction(326, 206) - 1) * 100, "+58.3%", "326 ÷ 206 − 1 ≈ 58.2524%"),
    ("rate", Fraction(326 * 1000, 106250), "3.1", "326 ÷ 106,250 × 1,000 ≈ 3.0682"),
    ("rate.last_year", Fraction(254 * 1000, 104000), "2.4", "254 ÷ 104,000 × 1,000 ≈ 2.4423"),
    ("rate.baseline", Fraction(206 * 1000, 100000), "2.1", "206 ÷ 100,000 × 1,000 = 2.06"),
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
    ("rolling_12", Fraction(882), "882", "66 + 67 + 68 + 69 + 70 + 71 + 72 + 73 + 80 + 81 + 82 + 83 = 882"),
    (
        "rolling_12.last_year",
        Fraction(714),
        "714",
        "54 + 55 + 56 + 57 + 58 + 59 + 60 + 61 + 62 + 63 + 64 + 65 = 714",
    ),
    ("rolling_12_change", (Fraction(882, 714) - 1) * 100, "+23.5%", "882 ÷ 714 − 1 ≈ 23.5294%"),
]


@pytest.mark.parametrize("name,value,shown,working", EXPECTED, ids=[row[0] for row in EXPECTED])
def test_each_figure(name: str, value: Fraction, shown: str, working: str) -> None:
    """The exact value, how it is shown, and the working, as calculated by hand."""
    figure = get(name)
    assert (figure.value, figure.shown, figure.working) == (value, shown, working)


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
    ],
)
def test_periods_of_a_figure(name: str, period: str, comparator: str | None) -> None:
    """Like months are compared with like, and a figure says which."""
    figure = get(name)
    assert str(figure.period) == period
    assert (str(figure.comparator) if figure.comparator else None) == comparator


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
