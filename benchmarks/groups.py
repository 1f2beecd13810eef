"""The delivery groups of a partnership, with their targets and actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from benchmarks.calendar import baseline
from benchmarks.indicators import indicator_id, name
from benchmarks.shape import TARGETS, Shape
from cspsite import paths

#: Each action's title, and the targets that it serves, by their numbers in the group.
ACTIONS: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("Continue intelligence led patrols through the tasking group", (0, 1)),
    ("A single assessment of repeat victims and of what would make their homes safer", ()),
    ("Renew and extend the cameras of the town centre", (1,)),
    ("Work with young people from different communities where there are tensions", (2,)),
    ("Continuity of funding for the mediation service", ()),
    ("Treatment and support from the first day in one building", (3,)),
    ("Continue to develop sources of intelligence on local suppliers and dealers", (3,)),
)


@dataclass(frozen=True, slots=True)
class Update:
    """What a report has to be updated on: an action, for one of its targets."""

    action: str
    title: str
    target: str
    indicator: int | None

    @property
    def anchor(self) -> str:
        """The id in the report's heading."""
        return f"{self.action}.{self.target}" if self.target else self.action


def group_id(number: int) -> str:
    """A group's id, by its number from 0."""
    return f"group-{number:03d}"


def indicator_of(shape: Shape, group: int, target: int) -> int:
    """The number of the indicator that a target is about."""
    return (group * TARGETS + target) % shape.indicators


def updates(shape: Shape, group: int) -> Iterator[Update]:
    """Every update that a group's report has, in the order of its actions."""
    for i, (title, targets) in enumerate(ACTIONS):
        for target in targets:
            yield Update(f"action-{i}", title, f"target-{target}", indicator_of(shape, group, target))
        if not targets:
            yield Update(f"action-{i}", title, "", None)


def files(shape: Shape) -> Iterator[tuple[str, str]]:
    """Every group's file."""
    for number in range(shape.groups):
        record = {
            "name": f"Safer Places {number}",
            "objective": "Maintenance and improvement of existing achievements",
            "chair": "Anyshire Fire and Rescue",
            "targets": [_target(shape, number, i) for i in range(TARGETS)],
            "actions": [_action(i, title, targets) for i, (title, targets) in enumerate(ACTIONS)],
        }
        yield paths.group(group_id(number)), yaml.safe_dump(record, sort_keys=False, width=110)


def _target(shape: Shape, group: int, number: int) -> dict[str, object]:
    indicator = indicator_of(shape, group, number)
    record: dict[str, object] = {
        "id": f"target-{number}",
        "wording": f"To reduce {name(indicator).lower()} by 15%",
        "local_target": f"Reduce {name(indicator).lower()} by 15% by 31st March 2026",
        "indicator": indicator_id(indicator),
        "kind": "reduce_by_percent",
        "change": 15,
        "baseline": str(baseline(shape)),
        "end": "2026-03-31",
    }
    if number != 2:
        record["measure"] = {"per": ("population", "households")[indicator % 2], "scale": 1000}
    return record


def _action(number: int, title: str, targets: tuple[int, ...]) -> dict[str, object]:
    record: dict[str, object] = {"id": f"action-{number}", "title": title, "owner": "Anytown Council"}
    if targets:
        record["targets"] = [f"target-{target}" for target in targets]
    return record
