"""Whom a change is about, with the name that people know it by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from cspsite.model import Action, Denominator, Group, Indicator, Target
from cspsite.words import day_words

Sort = Literal[
    "partnership",
    "glossary",
    "meeting",
    "group",
    "target",
    "action",
    "report",
    "issue",
    "indicator",
    "denominator",
    "file",
]


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing in one version: of which sort, its id, and its name.

    `group` is the id of the group that it belongs to and `group_name` its name; `meeting` is that of the report which
    the change is in. `target` is the id of the target that an action is reported for, `target_name` its short wording.
    """

    sort: Sort
    id: str
    name: str
    group: str = ""
    group_name: str = ""
    meeting: date | None = None
    target: str = ""
    target_name: str = ""

    @property
    def words(self) -> str:
        """`the action “Fit new locks”`, `the report of Safer Homes to 11 September 2006`."""
        if self.sort in ("partnership", "glossary"):
            return f"the {self.sort}"
        if self.sort == "meeting":
            return f"the meeting of {self.name}"
        if self.sort == "report":
            return f"the report of {self.group_name} to {self.name}"
        return f"the {self.sort} “{self.name}”{self._served}{self._reported}"

    @property
    def _served(self) -> str:
        return f" for “{self.target_name}”" if self.target_name else ""

    @property
    def _reported(self) -> str:
        return f" in the report to {day_words(self.meeting)}" if self.meeting else ""


PARTNERSHIP = Subject("partnership", "", "the partnership")


def of_file(path: str) -> Subject:
    """A file, by its path in the data folder."""
    return Subject("file", path, path)


def of_entry(acronym: str) -> Subject:
    """An entry of the glossary."""
    return Subject("glossary", acronym, acronym)


def of_meeting(day: date) -> Subject:
    """A meeting."""
    return Subject("meeting", day.isoformat(), day_words(day), meeting=day)


def of_group(id: str, group: Group | None) -> Subject:
    """A delivery group; one that has no record goes by its id."""
    name = group.name if group else id
    return Subject("group", id, name, id, name)


def of_target(id: str, group: Group, target: Target) -> Subject:
    """A target of a group."""
    return Subject("target", target.id, target.short, id, group.name)


def of_action(id: str, group: Group, action: Action) -> Subject:
    """An action of a group."""
    return Subject("action", action.id, action.title, id, group.name)


def of_report(id: str, group: Group | None, day: date) -> Subject:
    """A group's report to a meeting."""
    return Subject("report", f"{id}/{day.isoformat()}", day_words(day), id, group.name if group else id, day)


def of_update(id: str, group: Group | None, key: tuple[str, str | None], day: date) -> Subject:
    """What a report says of an action, for one of its targets if there is one; unknown ones go by their ids."""
    action, target = (group.action(key[0]), group.target(key[1])) if group else (None, None)
    name, group_name = (action.title if action else key[0]), (group.name if group else id)
    return Subject("action", key[0], name, id, group_name, day, key[1] or "", target.short if target else key[1] or "")


def of_issue(report: Subject, title: str) -> Subject:
    """An other issue of a report."""
    return replace(report, sort="issue", id=title, name=title)


def of_indicator(id: str, indicator: Indicator | None) -> Subject:
    """An indicator; one that has no record goes by its id."""
    return Subject("indicator", id, indicator.name if indicator else id)


def of_denominator(id: str, denominator: Denominator | None) -> Subject:
    """A denominator; one that has no record goes by its id."""
    return Subject("denominator", id, denominator.name if denominator else id)
