"""A report's figures with their workings, as text for people and JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from cspsite.evidence import CANNOT, COURSE, Assessor
from cspsite.figures import NAMES, Figure, Term
from cspsite.markers import explained
from cspsite.model import Group, Report
from cspsite.quote import Context, Quoter, passages
from cspsite.words import describe, estimates


@dataclass(frozen=True, slots=True)
class Line:
    """One figure to print: where it is quoted or what it belongs to, the figure, and its text there."""

    section: str
    where: str
    figure: Figure
    text: str


def report_lines(quoter: Quoter, group: Group, report: Report) -> Iterator[Line]:
    """Every figure that the report quotes, in its order; then each target's figures, and those of its course."""
    for passage in passages(report, group):
        where = passage.update.heading if passage.update else str(passage.key[0]).replace("_", " ").capitalize()
        for quotation in quoter.quotations(passage):
            yield Line("Quoted in the report", where, quotation.figure, quotation.text)
    assessor = Assessor(quoter)
    for target in group.targets:
        context = Context(report.data_to, group, target)
        for figure in quoter.of_target(target, context):
            yield Line("For each target", target.short, figure, figure.shown)
        evidence = assessor.assess(target, context)
        if evidence and evidence.suggested != CANNOT:
            where = f"{target.short}: the figures suggest {evidence.suggested}"
            for figure in (evidence.own.figures[name] for name in COURSE):
                yield Line("For each target", where, figure, figure.shown)


def as_text(lines: list[Line]) -> str:
    """One block a figure, under a heading for each section and place."""
    rows: list[str] = []
    last = ("", "")
    for line in lines:
        if line.section != last[0]:
            rows += ["", line.section.upper()]
        if (line.section, line.where) != last:
            rows += ["", line.where]
        last = (line.section, line.where)
        rows += _block(line)
    return "\n".join(rows).strip()


def _block(line: Line) -> list[str]:
    figure = line.figure
    rows = [f"  {line.text:>8}  {figure.request.indicator}.{figure.request.name}, {describe(figure)}"]
    rows.append(f"            {figure.working or 'no figure: ' + figure.reason}")
    rows += [f"            {text}" for text in estimates(figure)]
    if figure.markers and figure.value is not None:
        rows.append(f"            rests on figures marked {explained(figure.markers)}")
    return rows


def as_json(lines: list[Line]) -> str:
    """A list of objects; `value` has the exact numerator and denominator, null where there is no figure."""
    return json.dumps([_object(line) for line in lines], indent=2, ensure_ascii=False)


def _object(line: Line) -> dict[str, object]:
    figure = line.figure
    return {
        "section": line.section,
        "where": line.where,
        "indicator": figure.request.indicator,
        "figure": figure.request.name,
        "meaning": NAMES[figure.request.name].meaning,
        "formula": NAMES[figure.request.name].formula,
        "unit": figure.unit,
        "period": str(figure.period),
        "comparator": str(figure.comparator) if figure.comparator else None,
        "value": _exact(figure.value),
        "decimals": figure.decimals,
        "shown": figure.shown,
        "text": line.text,
        "working": figure.working,
        "reason": figure.reason,
        "markers": sorted(figure.markers),
        "terms": [_term(term) for term in figure.terms],
    }


def _exact(value: Fraction | None) -> dict[str, int] | None:
    return None if value is None else {"numerator": value.numerator, "denominator": value.denominator}


def _term(term: Term) -> dict[str, object]:
    found: dict[str, object] = {"period": str(term.total.period), "count": term.total.count}
    if term.rate:
        found |= {
            "denominator": term.rate.estimate.value,
            "per": term.rate.words,
            "reference_date": str(term.rate.estimate.reference_date),
        }
    return found


FORMATS = {"text": as_text, "json": as_json}
