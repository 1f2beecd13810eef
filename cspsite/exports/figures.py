"""Every figure in one long table: of the latest meeting all that can be quoted, of earlier ones those on their pages.

How the rows are chosen, and what more would cost, is in decision 21.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from cspsite.errors import TokenError
from cspsite.evidence import COURSE
from cspsite.exports.csv_text import Printed
from cspsite.exports.source import Source
from cspsite.exports.table import (
    ILLUSTRATIVE,
    MEETING,
    TO_MEETING,
    TO_TARGET,
    Column,
    Link,
    Row,
    Table,
    Value,
    day_cell,
)
from cspsite.figure import Figure, Term
from cspsite.figure_names import NAMES, Unit
from cspsite.model import Group, Meeting, Target
from cspsite.quote import IN_REPORTS, Context
from cspsite.tokens import Token

#: The figures of earlier meetings: those that stand beside each target on their reports.
_EARLIER = (*IN_REPORTS, "actual", *COURSE)


@dataclass(frozen=True, slots=True)
class _About:
    """Whose figures are wanted: an indicator's, for a group's target or by itself."""

    indicator: str
    group: str | None = None
    known: Group | None = None
    target: Target | None = None


def _rows(source: Source) -> Iterator[Row]:
    targets = list(_targets(source))
    for meeting in source.reported():
        if meeting == source.latest:
            yield from (row for about in [*targets, *_others(source)] for row in _of(source, meeting, about, (*NAMES,)))
        else:
            yield from (row for about in targets for row in _of(source, meeting, about, _EARLIER))


def _targets(source: Source) -> Iterator[_About]:
    for id, group in source.data.groups.items():
        for target in group.targets:
            if target.indicator in source.data.indicators:
                yield _About(target.indicator, id, group, target)


def _others(source: Source) -> Iterator[_About]:
    """The indicators that no target is about."""
    aimed = {target.indicator for group in source.data.groups.values() for target in group.targets}
    yield from (_About(id) for id in source.data.indicators if id not in aimed)


def _of(source: Source, meeting: Meeting, about: _About, names: tuple[str, ...]) -> Iterator[Row]:
    """The named figures of one indicator at a meeting; those that it cannot have are left out."""
    report = source.data.reports.get((about.group or "", meeting.date))
    context = Context((report or meeting).data_to, about.known, about.target)
    illustrative = bool(about.target and about.target.illustrative)
    for name in names:
        try:
            figure = source.quoter.figures.get(source.quoter.request(Token(about.indicator, name), context))
        except TokenError:
            continue
        yield (
            meeting.date.isoformat(),
            str(context.data_to),
            about.group,
            about.target.id if about.target else None,
            about.indicator,
            name,
            *_figure(figure),
            illustrative or source.rests_on_illustrative(figure),
        )


def _figure(figure: Figure) -> Iterator[Value]:
    """What a figure is, and what it is made from."""
    yield from (figure.unit, None if figure.value is None else _number(float(figure.value)), Printed(figure.shown))
    interval = figure.interval
    yield None if interval is None else _number(interval.lower)
    yield None if interval is None or math.isinf(interval.upper) else _number(interval.upper)
    yield from (str(figure.period), str(figure.comparator) if figure.comparator else None)
    request = figure.request
    yield from (request.per, request.scale) if request.is_per and request.per else (None, None)
    yield from _term(figure.terms[0] if figure.terms else None)
    yield from _term(figure.terms[1] if len(figure.terms) > 1 else None)
    yield " ".join(sorted(figure.markers)) or None
    yield from (figure.working or None, figure.reason or None)


def _term(term: Term | None) -> tuple[Value, Value, Value]:
    """A count, the estimate it was divided by, and the day of that."""
    if term is None:
        return None, None, None
    estimate = term.rate.estimate if term.rate else None
    return (
        term.total.count,
        estimate.value if estimate else None,
        day_cell(estimate.reference_date if estimate else None),
    )


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


_PER = "; empty where the figure is not per one"
FIGURES = Table(
    "figures",
    "Figures",
    "The figures of each target, and of each indicator without one, by the counts as they are known now. Of the latest "
    "meeting there is every figure that can be quoted, of earlier ones those that stand on their reports.",
    (
        MEETING,
        Column("data_to", "the last month of the figures, such as 2006-07", required=True),
        Column("group", "the id of the group whose target it is about; empty where there is none"),
        Column("target", "the id of that target"),
        Column("indicator", "the id of the indicator", required=True),
        Column("figure", "which figure it is; see the list of figures", allowed=tuple(NAMES), required=True),
        Column("unit", "in what the value is", allowed=get_args(Unit), required=True),
        Column(
            "value", "the figure, not rounded; empty where there is none, and never zero then", "number", "as in unit"
        ),
        Column("shown", "the figure as the site prints it: rounded once, or markers where there is none"),
        Column("lower", "the lower end of an interval", "number", "as in unit"),
        Column("upper", "the upper end of an interval; empty where it has none", "number", "as in unit"),
        Column("period", "the period that it is of", required=True),
        Column("comparator", "the period that it is compared with"),
        Column("per", f"the id of the denominator{_PER}"),
        Column("scale", f"per how many of the denominator{_PER}", "integer"),
        Column("count", "the count of the period", "integer", "what the indicator's unit says"),
        Column("denominator", f"the estimate that the count was divided by{_PER}", "integer"),
        Column("denominator_date", "the day that the estimate is for", "date"),
        Column("count_then", "the count of the comparator", "integer", "what the indicator's unit says"),
        Column("denominator_then", "the estimate that the comparator's count was divided by", "integer"),
        Column("denominator_then_date", "the day that this estimate is for", "date"),
        Column("markers", "letters that say more about the figure, with spaces between; see the list of markers"),
        Column("working", "how the figure is made, in numbers"),
        Column("reason", "why there is no figure"),
        ILLUSTRATIVE,
    ),
    ("meeting", "group", "target", "indicator", "figure"),
    _rows,
    (
        *(TO_MEETING, Link(("group",), "groups"), TO_TARGET, Link(("indicator",), "indicators")),
        *(Link(("figure",), "figure_names"), Link(("per",), "denominators", ("denominator",))),
    ),
)


def _names(_: Source) -> Iterator[Row]:
    for name, known in NAMES.items():
        yield name, known.meaning, known.formula, known.unit


FIGURE_NAMES = Table(
    "figure_names",
    "List of figures",
    "What each figure is, and how it is worked out.",
    (
        Column("figure", "the name of the figure", allowed=tuple(NAMES), required=True),
        Column("meaning", "what it is", required=True),
        Column("formula", "how it is worked out, in words", required=True),
        Column("unit", "in what it usually is", allowed=get_args(Unit), required=True),
    ),
    ("figure",),
    _names,
)
