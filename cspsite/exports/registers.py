"""The tables that all others point to: meetings and decisions, groups, targets, actions, indicators, denominators."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import get_args

from cspsite.exports.source import Source
from cspsite.exports.table import GROUP, ILLUSTRATIVE, MEETING, TO_GROUP, TO_MEETING, Column, Link, Row, Table, day_cell
from cspsite.markers import MARKERS
from cspsite.model import Frequency, Kind, Polarity, Shape, Target


def _meetings(source: Source) -> Iterator[Row]:
    for meeting in reversed(source.data.meetings):
        yield (
            meeting.date.isoformat(),
            str(meeting.data_to),
            day_cell(meeting.papers_due),
            bool(meeting.illustrative),
        )


def _decisions(source: Source) -> Iterator[Row]:
    for meeting in reversed(source.data.meetings):
        for number, text in enumerate(meeting.decisions, 1):
            yield meeting.date.isoformat(), number, text, bool(meeting.illustrative)


def _groups(source: Source) -> Iterator[Row]:
    for id, group in source.data.groups.items():
        days = map(day_cell, (group.starts, group.ends))
        yield id, group.name, group.objective, group.chair, group.contact, *days, bool(group.illustrative)


def _targets(source: Source) -> Iterator[Row]:
    for id, group in source.data.groups.items():
        for target in group.targets:
            yield (id, *_target(source, target), bool(group.illustrative or target.illustrative))


def _target(source: Source, target: Target) -> Iterator[str | int | float | None]:
    """What a target is, but for its group."""
    yield from (target.id, target.wording, target.local_target, target.indicator, target.kind)
    yield from (_number(target.change), _number(target.value), target.direction)
    yield target.measure.per if target.measure else None
    yield source.quoter.scale(target.measure) if target.measure else None
    yield str(target.baseline or source.data.partnership.strategy.baseline)
    yield (target.start or source.data.partnership.strategy.start).isoformat()
    yield day_cell(target.end)
    yield target.trajectory.shape


def _number(value: object) -> float | int | None:
    """A number as it was given, in as few digits as hold it."""
    if value is None:
        return None
    exact = Fraction(str(value))
    return int(exact) if exact.denominator == 1 else float(exact)


def _actions(source: Source) -> Iterator[Row]:
    for id, group in source.data.groups.items():
        for action in group.actions:
            start, due, closed = map(day_cell, (action.start, action.due, action.closed))
            known = (id, action.id, action.title, " ".join(action.targets) or None, action.owner)
            yield (*known, start, due, action.state, closed, bool(group.illustrative))


def _indicators(source: Source) -> Iterator[Row]:
    for id, one in source.data.indicators.items():
        yield (
            *(id, one.name, one.definition, one.unit, one.source, day_cell(one.extracted)),
            *(one.polarity, one.frequency, one.measure.per if one.measure else None, " ".join(one.components) or None),
            *(one.disclosure.threshold if one.disclosure else None, source.is_illustrative(id)),
        )


def _denominators(source: Source) -> Iterator[Row]:
    for id, values in source.data.denominator_values.items():
        known = source.data.denominators.get(id)
        for value in values:
            days = (value.reference_date.isoformat(), value.value, day_cell(value.published))
            named = (id, known.name if known else id, *days)
            yield (*named, value.source, bool(known and known.illustrative))


def _markers(_: Source) -> Iterator[Row]:
    for marker, (name, meaning) in MARKERS.items():
        yield marker, name, meaning


MEETINGS = Table(
    "meetings",
    "Meetings",
    "Every meeting of the board, past and planned.",
    (
        MEETING,
        Column("data_to", "the last month that the meeting's papers use, such as 2006-07", required=True),
        Column("papers_due", "the day on which the papers are due; empty where it is not known", "date"),
        ILLUSTRATIVE,
    ),
    ("meeting",),
    _meetings,
)
DECISIONS = Table(
    "decisions",
    "Decisions",
    "What each meeting decided.",
    (
        MEETING,
        Column("number", "which of the meeting's decisions it is, counted from 1", "integer", required=True),
        Column("text", "the decision", required=True),
        ILLUSTRATIVE,
    ),
    ("meeting", "number"),
    _decisions,
    (TO_MEETING,),
)
GROUPS = Table(
    "groups",
    "Delivery groups",
    "Every delivery group, with its objective.",
    (
        GROUP,
        Column("name", "what the group is called", required=True),
        Column("objective", "its strategic objective", required=True),
        Column("chair", "the organisation that chairs it", required=True),
        Column("contact", "the role to turn to"),
        Column("starts", "its first day; empty where it was there from the beginning", "date"),
        Column("ends", "its last day; empty where it goes on", "date"),
        ILLUSTRATIVE,
    ),
    ("group",),
    _groups,
)
INDICATORS = Table(
    "indicators",
    "Indicators",
    "What is counted, by whom, and which direction is better.",
    (
        Column("indicator", "the id of the indicator", required=True),
        Column("name", "what it is called", required=True),
        Column("definition", "what is counted", required=True),
        Column("unit", "what a count is a number of, such as offences", required=True),
        Column("source", "who counts it"),
        Column("extracted", "the day on which the counts were taken from their source", "date"),
        Column("polarity", "which direction is better", allowed=get_args(Polarity), required=True),
        Column("frequency", "how long a period of it is", allowed=get_args(Frequency), required=True),
        Column("per", "the id of the denominator of its rates"),
        Column("components", "the ids of the indicators that it is the sum of, with spaces between"),
        Column("threshold", "counts from 1 to below this number are withheld; empty where none is", "integer"),
        ILLUSTRATIVE,
    ),
    ("indicator",),
    _indicators,
)
TARGETS = Table(
    "targets",
    "Targets",
    "What each group is to achieve: by how much an indicator should change, against when, by when.",
    (
        GROUP,
        Column("target", "the id of the target, which is one only within its group", required=True),
        Column("wording", "the target in the words of the strategy", required=True),
        Column("local_target", "the target in the words of the board's action table, where they differ"),
        Column("indicator", "the id of the indicator that it is about", required=True),
        Column("kind", "what is wanted of the indicator", allowed=get_args(Kind), required=True),
        Column("change", "by how much it should change; its kind says which way", "number", "per cent"),
        Column("value", "the value to be reached, where a value is", "number", "the target's own measure"),
        Column("direction", "which way it should go, where no number was set", allowed=("increase", "decrease")),
        Column("per", "the id of the denominator of its measure; empty where it is about the count"),
        Column("scale", "per how many of the denominator", "integer"),
        Column("baseline", "the year that it is compared with, such as 2003/04", required=True),
        Column("start", "the day from which it counts", "date", required=True),
        Column("end", "the day by which it should be reached; empty where none was set", "date"),
        Column(
            "trajectory", "the shape of the way from the baseline to the target", allowed=get_args(Shape), required=True
        ),
        ILLUSTRATIVE,
    ),
    ("group", "target"),
    _targets,
    (TO_GROUP, Link(("indicator",), "indicators")),
)
ACTIONS = Table(
    "actions",
    "Actions",
    "What each group does, as it stands now.",
    (
        GROUP,
        Column("action", "the id of the action, which is one only within its group", required=True),
        Column("title", "what is done", required=True),
        Column("targets", "the ids of the group's targets that it serves, with spaces between"),
        Column("owner", "the organisation or role that answers for it"),
        Column("start", "the day on which it begins", "date"),
        Column("due", "the day by which it should be done", "date"),
        Column("state", "whether it goes on", allowed=("open", "closed"), required=True),
        Column("closed", "the day on which it was closed", "date"),
        ILLUSTRATIVE,
    ),
    ("group", "action"),
    _actions,
    (TO_GROUP,),
)
DENOMINATORS = Table(
    "denominators",
    "Denominators",
    "What rates are per, such as population: every estimate.",
    (
        Column("denominator", "the id of the denominator", required=True),
        Column("name", "what it is called", required=True),
        Column("reference_date", "the day that the estimate is for", "date", required=True),
        Column("value", "the estimate", "integer", "people, households or what else the name says", required=True),
        Column("published", "the day on which it was published; empty where that is not known", "date"),
        Column("source", "where it comes from"),
        ILLUSTRATIVE,
    ),
    ("denominator", "reference_date"),
    _denominators,
)
MARKER_TABLE = Table(
    "markers",
    "Markers",
    "The letters that say more about a number.",
    (
        Column("marker", "the letter", allowed=tuple(MARKERS), required=True),
        Column("name", "what it is called", required=True),
        Column("meaning", "what it says of the number", required=True),
    ),
    ("marker",),
    _markers,
)
