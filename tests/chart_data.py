"""Small data made straight from records, and a target, for charts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from cspsite.charts.chart import Chart, NoChart
from cspsite.charts.columns import Basis
from cspsite.figures import Figures
from cspsite.model import (
    MONTHS_OF,
    Data,
    Denominator,
    DenominatorValue,
    Frequency,
    Indicator,
    Licence,
    Measure,
    Observation,
    Partnership,
    Strategy,
    Target,
)
from cspsite.periods import Month, Period
from cspsite.quote import Context, Quoter

JULY = Context(Month.parse("2006-07"))
PER_POPULATION = Measure(per="population", scale=1000)


def observations(start: str, counts: Sequence[int | None], marks: str = "", step: int = 1) -> tuple[Observation, ...]:
    """Return counts from the month `start` on; `marks` has a letter for each count, `-` for none."""
    first = Month.parse(start)
    letters = marks.ljust(len(counts), "-")
    return tuple(
        Observation(
            Period(first + step * i, first + (step * (i + 1) - 1)),
            count,
            frozenset("x" if count is None and letter == "-" else letter) - {"-"},
        )
        for i, (count, letter) in enumerate(zip(counts, letters, strict=True))
    )


def data_of(
    start: str, counts: Sequence[int | None], marks: str = "", frequency: Frequency = "month", **indicator: Any
) -> Data:
    """Return a partnership with the indicator `burglary`, whose baseline year is 2004/05."""
    words: dict[str, Any] = {"name": "Burglary", "unit": "offences", "source": "Anytown Police"}
    words |= {"polarity": "lower_is_better", **indicator}
    known = Indicator(definition="Burglaries.", frequency=frequency, **words)
    partnership = Partnership(
        name="Anytown",
        area="Anytown",
        board="Board",
        strategy=Strategy(start=date(2005, 4, 1), end=date(2008, 3, 31), baseline=Period.parse("2004/05")),
        licence=Licence(name="Open", url="https://example.org", attribution="Anytown"),
    )
    estimates = (
        DenominatorValue(date(2004, 6, 30), 1000, None, "made up"),
        DenominatorValue(date(2006, 6, 30), 2000, None, "made up"),
    )
    return Data(
        partnership=partnership,
        glossary={},
        denominators={"population": Denominator(name="Population", noun="population")},
        denominator_values={"population": estimates},
        indicators={"burglary": known},
        observations={"burglary": observations(start, counts, marks, MONTHS_OF[frequency])},
        groups={},
        reports={},
    )


def basis_of(start: str, counts: Sequence[int | None], marks: str = "", **more: Any) -> Basis:
    """Return what charts are made from, of `data_of`."""
    return Basis(Quoter(Figures(data_of(start, counts, marks, **more))))


def target(kind: str = "reduce_by_percent", measure: Measure | None = None, **more: Any) -> Target:
    """Return a target on burglary: 10% less than 2004/05 by 31 March 2008, unless it says otherwise."""
    numbers = {"reduce_by_percent": {"change": Decimal(10)}, "increase_by_percent": {"change": Decimal(10)}}
    words: dict[str, Any] = {"end": date(2008, 3, 31), **numbers.get(kind, {}), **more}
    return Target(id="fewer", wording="Fewer", indicator="burglary", kind=kind, measure=measure, **words)  # type: ignore[arg-type]


def drawn(chart: Chart | NoChart) -> Chart:
    """Return the chart, which must be one."""
    assert isinstance(chart, Chart), chart
    return chart
