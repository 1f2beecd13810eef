"""Bad input in counts and denominators: columns, periods, numbers, markers, sums, and where they come from."""

from __future__ import annotations

import calendar
import re

from tests.bad_input.case import Case, case
from tests.builders import COUNTS, ESTIMATES, INDICATOR, MINIMAL, PARTNERSHIP, Files, edited

_COLUMNS = "period,count,marker,note"
_MONTH = "a month like 2006-04"
_WHOLE = "a whole number of 0 or more"
_OTHER = "indicators/theft.yml"
_OTHER_COUNTS = "indicators/theft.csv"


def _row(new: str) -> Files:
    """June 2005, on line 4, with another row."""
    return edited(COUNTS, "2005-06,99,,", new)


def _unread(fact: str, new: str, code: str, found: str, expected: str) -> Case:
    return case(fact, _row(new), (code, COUNTS, 4, found, expected))


def _no_file(fact: str, text: str, code: str, found: str) -> Case:
    """A file of which no row can be read: the target and the report's token are not blamed."""
    return case(fact, {COUNTS: text}, (code, COUNTS, 1, found, _COLUMNS))


def _excel(month: re.Match[str]) -> str:
    """2005-04 as Apr-05."""
    return f"{calendar.month_abbr[int(month[2])]}-{month[1]}"


def _sum(*counts: str, **changes: str) -> Files:
    """Burglary by month, as the sum of theft alone, which has `counts` from April 2005 on."""
    theft = MINIMAL[INDICATOR].replace("name: Burglary", "name: Theft")
    for old, new in changes.items():
        assert theft.count(old) == 1, old
        theft = theft.replace(old, new)
    return {
        INDICATOR: MINIMAL[INDICATOR] + "components: [theft]\n",
        _OTHER: theft,
        _OTHER_COUNTS: "period,count,marker,note\n" + "".join(f"{row}\n" for row in counts),
    }


CASES: list[Case] = [
    _no_file("A header in other words is refused.", "month,number\n2005-04,100\n", "csv-columns", "month,number"),
    _no_file("An empty file has no header.", "", "csv-columns", "an empty file"),
    _no_file(
        "Semicolons are named.",
        MINIMAL[COUNTS].replace(",", ";"),
        "csv-separator",
        "columns separated by semicolons",
    ),
    _no_file("Tabs are named.", MINIMAL[COUNTS].replace(",", "\t"), "csv-separator", "columns separated by tabs"),
    _unread(
        "A row with too many columns is refused.",
        "2005-06,99,,late, but right",
        "csv-ragged",
        "5 columns: 2005-06,99,,late, but right",
        "4 columns: period,count,marker,note",
    ),
    _unread(
        "A row with too few columns is refused.",
        "2005-06,99",
        "csv-ragged",
        "2 columns: 2005-06,99",
        "4 columns: period,count,marker,note",
    ),
    case(
        "A blank row is left out, and said.",
        _row("2005-06,99,,\n,,,"),
        ("csv-blank-row", COUNTS, 5, "a blank row", "a row of data"),
    ),
    _unread("A thirteenth month cannot be.", "2005-13,99,,", "period-impossible", "2005-13", _MONTH),
    _unread(
        "A day with month and year in numbers could be either way round.",
        "06/05/2005,99,,",
        "period-impossible",
        "06/05/2005",
        _MONTH,
    ),
    _unread("A year that no data can be of cannot be.", "0005-06,99,,", "period-impossible", "0005-06", _MONTH),
    _unread("A row without a period cannot be placed.", ",99,,", "period-impossible", "no period", _MONTH),
    case(
        "Excel's month is read as the month it is, and said.",
        _row("Jun-05,99,,"),
        ("period-excel", COUNTS, 4, "Jun-05", "2005-06"),
    ),
    _unread(
        "A quarter in a monthly series is refused.",
        "2005/06-Q1,99,,",
        "period-wrong-frequency",
        "2005/06-Q1",
        _MONTH,
    ),
    case(
        "A period given twice: the first row is kept, the second named.",
        _row("2005-06,99,,\n2005-06,98,,"),
        ("period-twice", COUNTS, 5, "2005-06 again", "once (line 4)"),
    ),
    case(
        "A row out of order is refused, once.",
        edited(COUNTS, "2005-05,101,,\n2005-06,99,,", "2005-06,99,,\n2005-05,101,,"),
        ("period-order", COUNTS, 4, "2005-05 after 2005-06", "the oldest first"),
    ),
    case(
        "A gap is named with the months that are missing.",
        edited(COUNTS, "2005-05,101,,\n2005-06,99,,\n", ""),
        ("period-gap", COUNTS, 3, "no row for May to June 2005", "one row for each period"),
    ),
    case(
        "Months after the last meeting's data are held back, however many, in one finding.",
        {COUNTS: MINIMAL[COUNTS] + "2006-08,95,,\n2006-09,96,,\n"},
        ("period-after-data", COUNTS, 18, "2 periods from August 2006", "up to 2006-07, the last meeting's data"),
    ),
    case(
        "A month that has not ended on the day of the check is refused.",
        {
            **edited(PARTNERSHIP, "  - {date", "  - {date: 2007-01-15, data_to: 2006-12}\n  - {date"),
            COUNTS: MINIMAL[COUNTS] + "".join(f"2006-{month},95,,\n" for month in ("08", "09", "10", "11", "12")),
        },
        ("period-in-future", COUNTS, 22, "December 2006, on 2006-12-01", "complete periods only"),
    ),
    _unread("A blank count is not zero.", "2005-06,,,", "count-missing", "no count", "a whole number, or marker x"),
    _unread("Words are no count.", "2005-06,ninety,,", "count-not-a-number", "ninety", _WHOLE),
    _unread("A thousands comma is refused.", '2005-06,"1,099",,', "count-thousands-comma", "1,099", _WHOLE),
    _unread("A negative count is refused.", "2005-06,-99,,", "count-negative", "-99", _WHOLE),
    _unread("A fractional count is refused.", "2005-06,99.5,,", "count-fractional", "99.5", _WHOLE),
    _unread(
        "A count beside a marker that says there is none is refused.",
        "2005-06,99,x,",
        "count-with-marker",
        "99 with marker x",
        "either a count or the marker",
    ),
    _unread("An unknown marker is refused.", "2005-06,99,q,", "unknown-marker", "q", "p, r, e, u, x, c, z or b"),
    case(
        # The neighbours are 100, 101, 100, 102, 98, 100, 101, 99: median 100, and the square root of 100 is 10,
        # more than their median absolute deviation; five times 10 either way is usual.
        "A count far outside the series is named with what is usual.",
        _row("2005-06,999,,"),
        ("count-outlier", COUNTS, 4, "June 2005: 999", "about 50 to 150"),
    ),
    case("A count far outside the series that was checked says so in its note.", _row("2005-06,999,,Checked: a riot")),
    case(
        # far outside the series too, but a range around a withheld count would tell something of it
        "Counts below the threshold are counted, and nothing more is said of them.",
        {INDICATOR: MINIMAL[INDICATOR] + "disclosure: {threshold: 5}\n", **_row("2005-06,3,,")},
        ("counts-below-threshold", COUNTS, 4, "1 count from 1 to 4", "counts that may be public"),
    ),
    case(
        "A threshold of a total holds for its parts.",
        {
            **_sum("2005-04,2,,", "2005-05,101,,", "2005-06,1,,"),
            INDICATOR: MINIMAL[INDICATOR] + "components: [theft]\ndisclosure: {threshold: 3}\n",
            COUNTS: MINIMAL[COUNTS].replace("2005-04,100", "2005-04,2").replace("2005-06,99", "2005-06,1"),
        },
        ("counts-below-threshold", COUNTS, 2, "2 counts from 1 to 2", "counts that may be public"),
        ("counts-below-threshold", _OTHER_COUNTS, 2, "2 counts from 1 to 2", "counts that may be public"),
    ),
    case(
        "A total of withheld counts that has no threshold itself has no small counts.",
        {
            **_sum("2005-04,4,,", polarity="disclosure: {threshold: 5}\npolarity"),
            COUNTS: MINIMAL[COUNTS].replace("2005-04,100", "2005-04,4"),
        },
        ("counts-below-threshold", _OTHER_COUNTS, 2, "1 count from 1 to 4", "counts that may be public"),
    ),
    case(
        "Components that do not add up are named in the total's row.",
        _sum("2005-04,100,,", "2005-05,100,,"),
        ("components-differ", COUNTS, 3, "May 2005: 101", "100 = 100 (theft)"),
    ),
    case(
        "Components that do not add up are found where their counts are withheld, too, and no number is told.",
        {
            **_sum("2005-04,4,,", polarity="disclosure: {threshold: 5}\npolarity"),
            COUNTS: MINIMAL[COUNTS].replace("2005-04,100", "2005-04,14"),
        },
        ("components-differ", COUNTS, 2, "April 2005: [c]", "the sum of its parts, [c] (theft)"),
        ("counts-below-threshold", _OTHER_COUNTS, 2, "1 count from 1 to 4", "counts that may be public"),
    ),
    case(
        "Of a component with a threshold no number is told, also where it is not small.",
        _sum("2005-04,40,,", polarity="disclosure: {threshold: 5}\npolarity"),
        ("components-differ", COUNTS, 2, "April 2005: [c]", "the sum of its parts, [c] (theft)"),
    ),
    case(
        "A component that is counted in another frequency cannot be added.",
        _sum("2005/06-Q1,300,,", month="quarter"),
        ("components-unfit", INDICATOR, 9, "theft by quarter", "counts by month"),
    ),
    case(
        "An indicator cannot be a part of itself.",
        {INDICATOR: MINIMAL[INDICATOR] + "components: [burglary]\n"},
        ("components-unfit", INDICATOR, 9, "burglary within itself", "other indicators"),
    ),
    case(
        "A component that is not there is named.",
        {INDICATOR: MINIMAL[INDICATOR] + "components: [theft]\n"},
        ("unknown-id", INDICATOR, 9, "theft", "one of burglary"),
    ),
    case(
        "Counts without a source are named.",
        edited(INDICATOR, "source: Anytown Police\n", ""),
        ("source-missing", INDICATOR, 1, "no source for Burglary", "who recorded it"),
    ),
    case(
        "Counts without an extract date are named.",
        edited(INDICATOR, "extracted: 2006-08-14\n", ""),
        ("extract-date-missing", INDICATOR, 1, "no extract date for Burglary", "extracted: 2006-08-14, say"),
    ),
    case(
        "An estimate more than two years older than the data is named.",
        edited(ESTIMATES, "2005-06-30", "2004-06-30"),
        (
            "denominator-old",
            ESTIMATES,
            2,
            "2004-06-30, 25 months before the data of 2006-09-11",
            "at most 24 months",
        ),
    ),
    case(
        "A denominator of nothing is refused.",
        edited(ESTIMATES, "2005-06-30,100000,2006-08-24", "2005-06-30,100000,2006-08-24,\n2006-06-30,0,"),
        ("count-not-a-number", ESTIMATES, 3, "0", "more than 0: rates are divided by it"),
    ),
    case(
        "An estimate's reference date is a date.",
        {ESTIMATES: MINIMAL[ESTIMATES] + "mid-2006,100000,,\n"},
        ("not-a-date", ESTIMATES, 3, "mid-2006", "a date like 2006-06-30"),
    ),
    case(
        "Two estimates for one date: the second is named.",
        {ESTIMATES: MINIMAL[ESTIMATES] + "2005-06-30,100001,,\n"},
        ("period-twice", ESTIMATES, 3, "2005-06-30 again", "once (line 2)"),
    ),
    case(
        "A year mistyped is one finding at its row.",
        edited(COUNTS, "2006-05,96,,", "2016-05,96,,"),
        ("period-order", COUNTS, 15, "2016-05 after 2006-04", "the oldest first"),
    ),
    case(
        "Dates with days, all down the file, are one finding.",
        {COUNTS: re.sub(r"(\d{4})-(\d{2})", r"01/\2/\1", MINIMAL[COUNTS])},
        ("period-impossible", COUNTS, 2, "01/04/2005 (15 more like it)", _MONTH),
    ),
    case(
        "Excel's months, all down the file, are one notice.",
        {COUNTS: re.sub(r"20(0\d)-(\d{2})", _excel, MINIMAL[COUNTS])},
        ("period-excel", COUNTS, 2, "16 months such as Apr-05", "months like 2005-04"),
    ),
    _unread(
        "A thousands comma without quotes is the comma of a number.",
        "2005-06,2,033,,",
        "count-thousands-comma",
        "2,033",
        _WHOLE,
    ),
    case(
        "Thousands commas, wherever they are, are one finding.",
        {COUNTS: MINIMAL[COUNTS].replace("2005-05,101", "2005-05,1,101").replace("2005-06,99", '2005-06,"1,099"')},
        ("count-thousands-comma", COUNTS, 3, "1,101 (1 more like it)", _WHOLE),
    ),
    case(
        "A broken component does not blame what is made of it.",
        {**_sum("2005-04,100,,", "2005-05,two,,"), COUNTS: None},
        ("count-not-a-number", _OTHER_COUNTS, 3, "two", _WHOLE),
    ),
    case(
        "In a short series a digit too many is named.",
        {
            _OTHER: MINIMAL[INDICATOR].replace("frequency: month", "frequency: year"),
            _OTHER_COUNTS: "period,count,marker,note\n2003/04,160,,\n2004/05,1601,,\n2005/06,150,,\n",
        },
        ("count-outlier", _OTHER_COUNTS, 3, "2004/05: 1601", "about 15 to 1600"),
    ),
    case(
        "An estimate far from the one before is named with what is usual, once.",
        {
            ESTIMATES: MINIMAL[ESTIMATES].replace(
                "2005-06-30,100000",
                "2003-06-30,98000,2004-08-24,\n2004-06-30,9900,2005-08-24,\n2005-06-30,100000",
            )
        },
        ("denominator-jump", ESTIMATES, 3, "9,900 after 98,000 (2003-06-30)", "about 78,400 to 117,600"),
    ),
    case(
        "Estimates without a day of publication are named once a file.",
        {ESTIMATES: MINIMAL[ESTIMATES].replace("2006-08-24", "") + "2006-06-30,101000,,\n"},
        (
            "publication-date-missing",
            ESTIMATES,
            2,
            "2 estimates without a day of publication",
            "a date like 2006-08-24",
        ),
    ),
    case(
        "An estimate for a day that has not come is refused.",
        {ESTIMATES: MINIMAL[ESTIMATES] + "2007-06-30,101000,2006-08-24,projected\n"},
        (
            "period-in-future",
            ESTIMATES,
            3,
            "2007-06-30, on 2006-12-01",
            "estimates for days that have been",
        ),
    ),
    case(
        # 2003-06-30 is 33 months before the end of March 2006, when the baseline year ends
        "An estimate too old for the baseline year is named at its row.",
        {ESTIMATES: MINIMAL[ESTIMATES].replace("2005-06-30", "2003-06-30") + "2006-06-30,101000,2006-08-24,\n"},
        (
            "denominator-old",
            ESTIMATES,
            2,
            "2003-06-30, 33 months before the end of 2005/06",
            "at most 24 months",
        ),
    ),
    case(
        "New limits from the first month on are no new ones.",
        {INDICATOR: MINIMAL[INDICATOR] + "new_limits: [{since: 2005-04, reason: New locks}]\n"},
        ("limits-unused", INDICATOR, 9, "since: 2005-04", "a month after 2005-04, up to 2006-07"),
    ),
    case(
        "New limits after the last month are named.",
        {INDICATOR: MINIMAL[INDICATOR] + "new_limits: [{since: 2006-08, reason: New locks}]\n"},
        ("limits-unused", INDICATOR, 9, "since: 2006-08", "a month after 2005-04, up to 2006-07"),
    ),
    case(
        "New limits from the last month on are used.",
        {INDICATOR: MINIMAL[INDICATOR] + "new_limits: [{since: 2006-07, reason: New locks}]\n"},
    ),
    case(
        "New limits need a reason.",
        {INDICATOR: MINIMAL[INDICATOR] + "new_limits: [{since: 2006-04}]\n"},
        ("missing-key", INDICATOR, 9, "no reason", "the key reason"),
    ),
]
