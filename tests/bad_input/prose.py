"""Bad input in a report's words: tokens, percentages typed by hand, acronyms, figures that talk past the target."""

from __future__ import annotations

from tests.bad_input.case import Case, Row, case
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, REPORT, Files, edited

_FIGURES = (
    "one of count, count.last_year, count.baseline, interval, difference.last_year, difference.baseline, "
    "change.last_year, change.baseline, rate, rate.last_year, rate.baseline, rate_interval, "
    "rate_change.last_year, rate_change.baseline, ratio.last_year, ratio.baseline, rolling_12, "
    "rolling_12.last_year, rolling_12_change, mean, upper_limit, lower_limit, projection, projection_change, "
    "actual, expected, expected_count, gap, gap_count, goal, months_left, pace, projection.target"
)


def _progress(words: str) -> Files:
    """A report whose progress, on line 23, is `words`."""
    return edited(REPORT, "There were {{ burglary.count }} burglaries.", words)


def _said(fact: str, words: str, code: str, found: str, expected: str) -> Case:
    return case(fact, _progress(words), (code, REPORT, 23, found, expected))


_QUOTED = "a {{ … }} token"
_HOUSEHOLDS: Files = {
    "denominators/households.yml": "name: Households\nnoun: households\n",
    "denominators/households.csv": "reference_date,value,published,source\n2005-06-30,40000,2006-08-24,Council\n",
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
        "per … only with a rate, a ratio or a target's figure",
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
        {**_progress("A change from {{ burglary.rate.baseline per households }} per 1,000."), **_HOUSEHOLDS},
        ("other-measure", REPORT, 23, "burglary per households", "per population, as the target is measured"),
    ),
    case(
        # April: 130 / 100 - 1 = +30%; July: 95 / 100 - 1 = -5%
        "Comparisons that point in opposite directions are set side by side.",
        {
            **_progress(
                "{{ burglary.change.last_year @ 2006-04 }} from {{ burglary.count.last_year @ 2006-04 }}, "
                "{{ burglary.change.last_year @ 2006-07 }} from {{ burglary.count.last_year @ 2006-07 }}."
            ),
            "indicators/burglary.csv": MINIMAL["indicators/burglary.csv"].replace("2006-04,95", "2006-04,130"),
        },
        (
            "figures-disagree",
            REPORT,
            23,
            "burglary: change.last_year +30.0%, change.last_year −5.0%",
            "one comparison that decides",
        ),
        (
            "status-differs",
            REPORT,
            19,
            "Green for Fit new locks (burglary)",
            "Red, as the figures suggest: +3.8% per 1,000 population against −4.4% expected",
        ),
    ),
    _said(
        "Percentages of one paragraph with different decimals are named.",
        "{{ burglary.change.last_year }} from {{ burglary.count.last_year }}, that is "
        "{{ burglary.rate_change.last_year | 2 decimals }} from {{ burglary.rate.last_year }}.",
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
        _progress("There were {{ burglary.difference.last_year | words }}."),
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
    case(
        "A figure without its sign that the word beside it contradicts is refused.",
        _progress("From {{ burglary.count.last_year }}, a {{ burglary.change.last_year | unsigned }} rise."),
        ("figure-contradicts-words", REPORT, 23, "−5.0% beside “rise”", "a word for a fall"),
    ),
    case(
        "A difference that the word before it contradicts is refused.",
        _progress("Burglaries increased by {{ burglary.difference.last_year | number }}."),
        ("figure-contradicts-words", REPORT, 23, "−20 beside “increased”", "a word for a fall"),
    ),
    _said(
        "A percentage without the count that it starts from is named.",
        "A change of {{ burglary.change.last_year }}.",
        "base-not-quoted",
        "change.last_year of burglary",
        "the figure of April to July 2005",
    ),
    _said(
        "Words that name another month than the figures begin in are named.",
        "Since March 2006 there were {{ burglary.count }}.",
        "period-differs",
        "Since March 2006, with figures from April 2006",
        "figures from March 2006",
    ),
    _said("A count typed by hand is noticed.", "There were 348 offences.", "count-typed", "348 offences", _QUOTED),
    *(
        _said(f"{words} is a percentage typed by hand.", f"A fall of {words}.", "percentage-typed", words, _QUOTED)
        for words in ("5pc", "12 percentage points", "twelve per cent", "twenty-five per cent")
    ),
    _said(
        "Single braces quote nothing.",
        "There were { burglary.count } burglaries.",
        "token-wrong",
        "{ burglary.count }",
        "{{ … }} with two braces on each side",
    ),
    case(
        "Headings and recipients are words only.",
        {
            REPORT: MINIMAL[REPORT].replace("### Locks", "### {{ burglary.count }} locks")
            + "\n### {{ burglary.count }} cases\n\n**For:** {{ burglary.count }} partners\n\nWords.\n"
        },
        *(
            ("token-wrong", REPORT, line, "{{ burglary.count }}", "words only: a heading quotes no figure")
            for line in (17, 31, 33)
        ),
    ),
    case(
        "A figure of an indicator without counts is named once a passage.",
        {
            "indicators/theft.yml": MINIMAL["indicators/burglary.yml"],
            **_progress("{{ theft.count }} on {{ theft.count.last_year }}."),
        },
        (
            "figure-not-available",
            REPORT,
            23,
            "{{ theft.count }}: April to July 2006: there are no counts",
            "a figure",
        ),
    ),
    case(
        "A rate without an estimate is not blamed beside the target that lacks it.",
        {
            "denominators/population.csv": "reference_date,value,published,source\n2006-06-30,100000,2006-08-24,A\n",
            **_progress("{{ burglary.rate.baseline }}"),
        },
        ("denominator-missing", GROUP, 10, "no population for 2005/06", "an estimate of population"),
    ),
]
