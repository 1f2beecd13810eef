"""Whether a target's trajectory can be followed: a shape that suits it, and points in order within its months."""

from __future__ import annotations

from collections.abc import Iterator

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.findings import Finding
from cspsite.model import Target
from cspsite.trajectory import first_month, last_month

_Found = tuple[tuple[str | int, ...], str, str]


def check(subject: Subject) -> Iterator[Finding]:
    """The first thing that is wrong with each target's trajectory."""
    for id, group in subject.data.groups.items():
        for i, target in enumerate(group.targets):
            for key, found, expected in list(_wrong(subject, target))[:1]:
                yield subject.finding("trajectory-unfit", paths.group(id), ("targets", i, *key), found, expected)


def _wrong(subject: Subject, target: Target) -> Iterator[_Found]:
    points, shape = target.trajectory.points, target.trajectory.shape
    if shape == "points" and not points:
        yield ("trajectory",), "no points", "points: with to: and change: or value:"
    elif points and shape != "points":
        yield ("trajectory",), f"points with shape: {shape}", "shape: points"
    elif shape == "profiled" and target.kind == "reach_value":
        yield (
            ("trajectory", "shape"),
            "profiled, for a value to be reached",
            "straight or points: twelve months have no season",
        )
    elif points:
        yield from _points(target, subject)


def _points(target: Target, subject: Subject) -> Iterator[_Found]:
    wanted = {"reach_value": "value", "reduce_by_percent": "change", "increase_by_percent": "change"}.get(target.kind)
    if wanted is None:
        yield ("trajectory", "points"), f"points for kind: {target.kind}", "a kind with a change or a value"
        return
    first = first_month(target.start or subject.data.partnership.strategy.start)
    last = last_month(target.end) if target.end else None
    before = first + (-1)
    for i, point in enumerate(target.trajectory.points):
        key = ("trajectory", "points", i)
        if getattr(point, wanted) is None:
            yield key, f"a point to {point.to} without {wanted}", f"{wanted}: with a number"
        if point.to <= before or (last and point.to >= last):
            span = f"from {first} to before {last}" if last else f"from {first} on"
            yield (*key, "to"), f"to: {point.to}", f"months {span}, in order"
        before = point.to
