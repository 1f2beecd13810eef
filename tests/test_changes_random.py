"""Partnerships edited at random: every edit shows, and the way back is the mirror of the way there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from cspsite.changes.change import Change
from cspsite.changes.compare import changes
from cspsite.changes.summary import NOTHING, summary
from cspsite.model import Data, Group, Observation
from cspsite.periods import Month, Period
from tests.versions import BASE, Place, other_than, places, put_at

quick = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))

#: Fields that fit the counts beside them, so that another value makes data that no file can hold.
BOUND = {("Indicator", "frequency"), ("Report", "group"), ("Report", "meeting")}
TEXTS = st.lists(st.sampled_from(["locks", "{{ burglary.count }}", "lights", "{{ fires.count }}", "late."])).map(
    " ".join
)
IDS = st.sampled_from(["aa", "bb", "cc"])


@st.composite
def field_edit(draw: st.DrawFn, data: Data) -> Data:
    """Return the data with another value in one field of one record."""
    place = draw(st.sampled_from(list(places(data))))
    names = [name for name in type(place.record).model_fields if (type(place.record).__name__, name) not in BOUND]
    name = draw(st.sampled_from(names))
    value = getattr(place.record, name)
    other = other_than(value, type(place.record).model_fields[name].annotation)
    return place.put(data, place.record.model_copy(update={name: other}))


@st.composite
def list_edit(draw: st.DrawFn, data: Data) -> Data:
    """Return the data with an item of one list removed, doubled, moved, or put in again under another id."""
    lists = [(place, name) for place in places(data) for name in _lists(place)]
    place, name = draw(st.sampled_from(lists))
    items = list(getattr(place.record, name))
    at, kind = draw(st.integers(0, len(items) - 1)), draw(st.sampled_from(["remove", "double", "move", "copy"]))
    if kind == "move":
        items.insert(0, items.pop(at))
    elif kind == "remove":
        del items[at]
    else:
        item = items[at]
        again = kind == "copy" and hasattr(item, "id")
        items.append(item.model_copy(update={"id": draw(IDS)}) if again else item)
    return place.put(data, place.record.model_copy(update={name: tuple(items)}))


def _lists(place: Place) -> list[str]:
    return [
        name
        for name in type(place.record).model_fields
        if isinstance(getattr(place.record, name), tuple) and getattr(place.record, name)
    ]


@st.composite
def text_edit(draw: st.DrawFn, data: Data) -> Data:
    """Return the data with other texts in a report."""
    key = draw(st.sampled_from(list(data.reports)))
    report, texts = data.reports[key], tuple(draw(st.lists(TEXTS, max_size=3)))
    field = draw(st.sampled_from(["achievements", "barriers", "progress"]))
    if field == "progress" and report.updates:
        update = report.updates[0].model_copy(update={"progress": " ".join(texts)})
        other = report.model_copy(update={"updates": put_at(report.updates, 0, update)})
    else:
        other = report.model_copy(update={"achievements" if field == "progress" else field: texts})
    return replace(data, reports={**data.reports, key: other})


@st.composite
def count_edit(draw: st.DrawFn, data: Data) -> Data:
    """Return the data with a row of counts revised, removed or added."""
    id = draw(st.sampled_from([id for id, rows in data.observations.items() if rows] or [""]))
    rows = {row.period: row for row in data.observations.get(id, ())}
    month = Period.month(Month.of(2006, draw(st.integers(1, 12))))
    rows.pop(month, None)
    if id and draw(st.booleans()):
        count = draw(st.one_of(st.none(), st.integers(0, 200)))
        markers = frozenset(draw(st.sampled_from(["x", "c"] if count is None else ["", "p", "r"])))
        rows[month] = Observation(month, count, markers, draw(st.sampled_from(["", "Counted again."])))
    return replace(data, observations={**data.observations, id: tuple(rows[period] for period in sorted(rows))})


@st.composite
def group_edit(draw: st.DrawFn, data: Data) -> Data:
    """Return the data with a target or an action of one group in another one."""
    field = draw(st.sampled_from(["targets", "actions"]))
    having = [id for id, group in data.groups.items() if getattr(group, field)]
    if not having:
        return data
    source, other = draw(st.sampled_from(having)), draw(st.sampled_from(list(data.groups)))
    part, *rest = getattr(data.groups[source], field)
    groups = {**data.groups, source: data.groups[source].model_copy(update={field: tuple(rest)})}
    there = (*getattr(groups[other], field), part)
    return replace(data, groups={**groups, other: groups[other].model_copy(update={field: there})})


@st.composite
def key_edit(draw: st.DrawFn, data: Data) -> Data:
    """Return the data with a record removed, or called otherwise, but for what refers to it."""
    name = draw(st.sampled_from(["groups", "indicators", "denominators", "reports", "glossary", "observations"]))
    records: dict[Any, Any] = dict(getattr(data, name))
    if not records:
        return data
    key = draw(st.sampled_from(list(records)))
    record = records.pop(key)
    if name not in ("reports", "observations") and draw(st.booleans()):
        records[draw(IDS)] = record
    files: dict[str, Any] = {name: records}
    return replace(data, **files)


@st.composite
def rename(draw: st.DrawFn, data: Data) -> Data:
    """Return the data with an indicator called otherwise everywhere but in prose."""
    if not data.indicators:
        return data
    old, new = draw(st.sampled_from(list(data.indicators))), draw(IDS)

    def named(id: str) -> str:
        """Return what an indicator is called now."""
        return new if id == old else id

    groups = {
        id: group.model_copy(
            update={
                "targets": tuple(each.model_copy(update={"indicator": named(each.indicator)}) for each in group.targets)
            }
        )
        for id, group in data.groups.items()
    }
    return replace(
        data,
        groups=groups,
        indicators={named(id): each for id, each in data.indicators.items()},
        observations={named(id): each for id, each in data.observations.items()},
    )


@st.composite
def edited(draw: st.DrawFn, *, renames: bool = True) -> Data:
    """Return the base with one to five edits."""
    data, edits = BASE, [field_edit, list_edit, text_edit, count_edit, group_edit, key_edit, rename]
    for _ in range(draw(st.integers(1, 5))):
        edit = draw(st.sampled_from(edits if renames else edits[:-1]))
        event(edit.__name__)
        if edit is not text_edit or data.reports:
            data = draw(edit(data))
    return data


def unordered(found: list[Change]) -> list[Change]:
    """Return changes in an order that does not depend on which version is the old one."""
    return sorted(found, key=repr)


@given(edited())
@quick
def test_every_edit_shows(other: Data) -> None:
    """Data that differ have changes, each with a sentence and a place in the summary; data that are equal have none."""
    found = changes(BASE, other)
    assert bool(found) == (other != BASE)
    assert all(len(change.words) > 10 for change in found)
    assert (summary(found) == NOTHING) == (not found)


def differing(old: Data, new: Data) -> Iterator[tuple[str, str]]:
    """Yield the sort and id of each record that two versions do not have alike, found by comparing them one by one."""
    for sort, name in (("indicator", "indicators"), ("denominator", "denominators"), ("glossary", "glossary")):
        yield from ((sort, id) for id in unlike(getattr(old, name), getattr(new, name)))
    for sort, name in (("indicator", "observations"), ("denominator", "denominator_values")):
        both = {*getattr(old, f"{sort}s")} & {*getattr(new, f"{sort}s")}
        yield from ((sort, id) for id in unlike(getattr(old, name), getattr(new, name)) if id in both)
    days = [{str(meeting.date): meeting for meeting in data.partnership.meetings} for data in (old, new)]
    yield from (("meeting", id) for id in unlike(*days))
    yield from (("group", id) for id in unlike(own(old), own(new)))
    for id in old.groups.keys() & new.groups.keys():
        for sort in ("target", "action"):
            parts = [{each.id: each for each in getattr(data.groups[id], f"{sort}s")} for data in (old, new)]
            yield from ((sort, part) for part in unlike(*parts))


def own(data: Data) -> Mapping[str, Group]:
    """Return the groups without their targets and actions."""
    return {id: group.model_copy(update={"targets": (), "actions": ()}) for id, group in data.groups.items()}


def unlike(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[str]:
    """Yield each key that only one has, or both with another value."""
    yield from (key for key in {**old, **new} if key not in old or key not in new or old[key] != new[key])


@given(edited(renames=False))
@quick
def test_every_record_that_differs_is_named(other: Data) -> None:
    """However many edits there are, each record that was edited, came or is gone is the subject of a change."""
    found = changes(BASE, other)
    named = {(each.sort, each.id) for change in found for each in (change.subject, change.formerly) if each}
    assert set(differing(BASE, other)) <= named
    reports = {f"{group}/{day}" for (group, day) in unlike_reports(BASE, other)}
    told = {f"{each.group}/{each.meeting}" for change in found for each in (change.subject, change.formerly) if each}
    assert reports <= told


def unlike_reports(old: Data, new: Data) -> Iterator[tuple[str, date]]:
    """Yield the key of each report that two versions do not have alike."""
    yield from (key for key in {**old.reports, **new.reports} if old.reports.get(key) != new.reports.get(key))


@given(edited(), edited())
@quick
def test_the_way_back_is_the_mirror(one: Data, other: Data) -> None:
    """From one version to another there are the changes of the way back, each mirrored."""
    assert unordered(changes(other, one)) == unordered([change.mirrored() for change in changes(one, other)])


@given(edited())
@quick
def test_a_mirror_of_a_mirror_is_the_change(other: Data) -> None:
    """Twice mirrored, a change is itself."""
    for change in changes(BASE, other):
        assert change.mirrored().mirrored() == change


@given(edited())
@quick
def test_the_order_is_by_rank(other: Data) -> None:
    """What matters more is never told after what matters less."""
    ranks = [change.place for change in changes(BASE, other)]
    assert ranks == sorted(ranks)


def test_the_way_back_where_a_target_is_measured_by_what_was_renamed() -> None:
    """A target that still names a denominator by its old id is redefined with it, whichever version is the old one."""
    known = BASE.denominators["population"]
    other = replace(BASE, denominators={"aa": known.model_copy(update={"noun": "inhabitants"})})
    assert unordered(changes(other, BASE)) == unordered([change.mirrored() for change in changes(BASE, other)])
