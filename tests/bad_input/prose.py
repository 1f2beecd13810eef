"""Bad input in a report's words: tokens, percentages typed by hand, acronyms, figures that talk past the target."""

from __future__ import annotations

from tests.bad_input.case import Case, Row, case
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, REPORT, Files, edited

_FIGURES = (
    "one of count, count.last_year, count.baseline, difference.last_year, difference.baseline, change.last_year, "
    "change.baseline, rate, rate.last_year, rate.baseline, rate_change.last_year, rate_change.baseline, "
    "rolling_12, rolling_12.last_year, rolling_12_change"
)


def _progress(words: str) -> Files:
    """A report whose progress, on line 23, is `words`."""
    return edited(REPORT, "There were {{ burglary.count }} burglaries.", words)


def _said(fact: str, words: str, code: str, found: str, expected: str) -> Case:
    return case(fact, _progress(words), (code, REPORT, 23, found, expected))


_HOUSEHOLDS: Files = {
    "denominators/households.yml": "name: Households\nnoun: households\n",
    "denominators/households.csv": "reference_date,value,published,source\n2005-06-30,40000,,Council\n",
}
_WORDING: Row = ("target-wording-measure", GROUP, 10, "measure: per 1000 households", "per 1000 population")

CASES: list[Case] = [
    _said(
        "A token that is a sum is no token: figures are looked up, never worked out.",
        "There were {{ burglary.count + 1 }}.",
        "token-wrong",
        "{{ burglary.count + 1 }}",
        "{{ indicator.figure }}, such as {{ domestic-burglary.count }}",
    ),
    _said(
        "A token with an unknown option is named with the options.",
        "There were {{ burglary.count | bold }}.",
        "token-wrong",
        "| bold",
        "one of | words, | unsigned, | number; and | 2 decimals",
    ),
    _said(
        "A token with an impossible period is named.",
        "There were {{ burglary.count @ 2006-13 }}.",
        "token-wrong",
        "@ 2006-13",
        "a period like 2006-04, 2006-04..2006-07, 2006/07-Q1 or 2005/06",
    ),
    _said(
        "A token for a period beyond the calendar is named.",
        "There were {{ burglary.rate @ 9999-12 }}.",
        "token-wrong",
        "@ 9999-12",
        "a period like 2006-04, 2006-04..2006-07, 2006/07-Q1 or 2005/06",
    ),
    _said(
        "A token that is never closed is named.",
        "There were {{ burglary.count burglaries.",
        "token-wrong",
        "{{ burglary.count burglaries.",
        "{{ … }} closed with }}",
    ),
    _said(
        "A count is per nothing.",
        "There were {{ burglary.count per population }}.",
        "token-wrong",
        "count per population",
        "per … only with rate or rate_change",
    ),
    _said(
        "A token of an unknown indicator is named with the nearest.",
        "There were {{ burglry.count }}.",
        "unknown-figure",
        "burglry.count",
        "one of burglary",
    ),
    _said(
        "A token of an unknown figure is named with the nearest.",
        "There were {{ burglary.rolling12 }}.",
        "unknown-figure",
        "burglary.rolling12",
        _FIGURES,
    ),
    _said(
        "A token per an unknown denominator is named with the nearest.",
        "There were {{ burglary.rate per populaton }}.",
        "unknown-figure",
        "per populaton",
        "one of population",
    ),
    case(
        "A token in an achievement is read too, in its own line.",
        edited(REPORT, "- Every lock was fitted.", "- Every lock\n  was fitted: {{ burglary.cuont }}."),
        ("unknown-figure", REPORT, 10, "burglary.cuont", _FIGURES),
    ),
    _said(
        "A figure that cannot be given says why.",
        "There were {{ burglary.rolling_12.last_year }}.",
        "figure-not-available",
        "{{ burglary.rolling_12.last_year }}: August 2004 to July 2005: counts begin in April 2005",
        "a figure",
    ),
    _said(
        "A figure that ends more than two months before the report's data is old.",
        "There were {{ burglary.count @ 2006-04 }}.",
        "figure-old",
        "burglary for April 2006, 3 months before July 2006",
        "figures to July 2006",
    ),
    case(
        "A rate in another measure than the target's is named.",
        {**_progress("A change of {{ burglary.rate_change.baseline per households }}."), **_HOUSEHOLDS},
        ("other-measure", REPORT, 23, "burglary per households", "per population, as the target is measured"),
    ),
    case(
        # April: 130 / 100 - 1 = +30%; July: 95 / 100 - 1 = -5%
        "Comparisons that point in opposite directions are set side by side.",
        {
            **_progress("{{ burglary.change.last_year @ 2006-04 }}, {{ burglary.change.last_year @ 2006-07 }}."),
            "indicators/burglary.csv": MINIMAL["indicators/burglary.csv"].replace("2006-04,95", "2006-04,130"),
        },
        (
            "figures-disagree",
            REPORT,
            23,
            "burglary: change.last_year +30.0%, change.last_year −5.0%",
            "one comparison that decides",
        ),
    ),
    _said(
        "Percentages of one paragraph with different decimals are noticed.",
        "{{ burglary.change.last_year }}, that is {{ burglary.rate_change.last_year | 2 decimals }}.",
        "decimals-mixed",
        "1, 2 decimals",
        "the same number of decimals",
    ),
    _said("A percentage typed by hand is noticed.", "A fall of 5%.", "percentage-typed", "5%", "a {{ … }} token"),
    _said(
        "A percentage typed in words is noticed.",
        "A fall of 6.43 per cent.",
        "percentage-typed",
        "6.43 per cent",
        "a {{ … }} token",
    ),
    _said(
        "An acronym that the glossary does not have is named, once.",
        "The TTG met. The TTG agreed. The CCTV works.",
        "acronym-unknown",
        "TTG",
        "an acronym of glossary.yml",
    ),
    case(
        "An acronym in a target's words is named in its line.",
        edited(GROUP, "title: Fit new locks", "title: Fit PCT locks"),
        ("acronym-unknown", GROUP, 14, "PCT", "an acronym of glossary.yml"),
    ),
    case(
        "Words within a token are neither percentages nor acronyms.",
        _progress("There were {{ burglary.change.last_year | 0 decimals }}."),
    ),
    case(
        "The partnership's own small base decides what percentage is given.",
        {
            **edited(PARTNERSHIP, "form:", "rules: {small_base: 401}\nform:"),
            **_progress("{{ burglary.change.last_year }}"),
        },
        (
            "figure-not-available",
            REPORT,
            23,
            "{{ burglary.change.last_year }}: the base of 400 (April to July 2005) is under 401",
            "a figure",
        ),
    ),
]
