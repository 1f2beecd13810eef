"""A chart of every kind, with everything that a chart may have, and the odd ones: flat, zero, ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from cspsite.charts.chart import Chart
from cspsite.charts.control import control
from cspsite.charts.control_words import Level
from cspsite.charts.rolling import rolling
from cspsite.charts.trend import trend
from cspsite.charts.years import years
from cspsite.periods import Month
from tests.chart_data import JULY, PER_POPULATION, basis_of, drawn, target

#: 40 months with estimated, revised and missing ones, a series break, and two that are far above the others.
COUNTS: list[int | None] = [
    *(100 + 7 * i % 11 for i in range(16)),
    None,
    *(100 + 5 * i % 9 for i in range(21)),
    150,
    152,
]
MARKS = "ee" + "-" * 8 + "r" + "-" * 15 + "b" + "-" * 11 + "pp"
COURSE = [(Month.parse("2005-03") + i, 1200 - Fraction(120 * i, 36)) for i in range(37)]

KINDS: dict[str, Callable[[], Chart]] = {
    "trend": lambda: drawn(trend(basis_of("2003-04", COUNTS, MARKS), "burglary", JULY)),
    "trend of quarters": lambda: drawn(trend(basis_of("2003-04", [9, 12] * 6, frequency="quarter"), "burglary", JULY)),
    "rolling": lambda: drawn(rolling(basis_of("2003-04", [100] * 40, "e" * 40), target(), JULY, course=COURSE)),
    "rolling rate": lambda: drawn(rolling(basis_of("2003-04", [100] * 40), target(measure=PER_POPULATION), JULY)),
    "hold": lambda: drawn(rolling(basis_of("2003-04", [100] * 40), target("hold"), JULY, course=COURSE)),
    "years": lambda: drawn(years(basis_of("2002-04", [160, None, 80, 75], "--e-", frequency="year"), "burglary", JULY)),
    "control": lambda: drawn(
        control(basis_of("2003-04", COUNTS, MARKS), "burglary", JULY, level=Level(Fraction(90), date(2008, 3, 31)))
    ),
    "flat": lambda: drawn(trend(basis_of("2003-04", [5] * 40), "burglary", JULY)),
    "zero": lambda: drawn(trend(basis_of("2003-04", [0] * 40), "burglary", JULY)),
    "missing at the end": lambda: drawn(control(basis_of("2003-04", [10, 12] * 15), "burglary", JULY)),
}
