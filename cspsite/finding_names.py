"""What a finding is about in the words that people know it by: whose report, which action or target, which counts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cspsite import paths
from cspsite.findings import Finding
from cspsite.form import SECTIONS
from cspsite.lines import Key
from cspsite.load import Loaded
from cspsite.model import Group, Update
from cspsite.words import day_words

_AT_THE_TOP = "The facts at the top"
#: In which order documents are told: what an officer writes comes first.
_ORDER = ("report", "group", "series", "indicator", "denominator_values", "denominator", "partnership", "glossary", "")

#: What a file of an indicator or a denominator holds.
_WHAT = {
    "series": "counts",
    "indicator": "definition",
    "denominator_values": "estimates",
    "denominator": "definition",
}


class Named(NamedTuple):
    """The document that a finding stands in, by its rank and name, and the part of it; the part may be empty.

    `title` is the action's or the target's own within the part.
    """

    rank: int
    document: str
    part: str = ""
    title: str = ""


def name_of(finding: Finding, loaded: Loaded) -> Named:
    """The names of what a finding is about; where nothing is known by a name, the file's."""
    place = finding.place
    if place.root:
        return Named(len(_ORDER), f"The page {place.file('')}")
    kind, id, meeting = paths.kind_of(place.path)
    key = loaded.lines.item_at(place.path, place.line)
    rank = _ORDER.index(kind)
    if kind == "report":
        return Named(rank, _report(loaded, id, meeting), *_part_of_report(loaded, id, meeting, key))
    if kind == "group":
        return Named(rank, f"{_group_name(loaded, id)}: targets and actions", *_part_of_group(loaded, id, key))
    if kind == "partnership":
        return Named(rank, "The partnership", _meeting(loaded, key))
    return Named(rank, _other(loaded, kind, id) or place.path)


def _report(loaded: Loaded, id: str, meeting: str) -> str:
    try:
        day = day_words(date.fromisoformat(meeting))
    except ValueError:
        day = meeting
    return f"{_group_name(loaded, id)}: report to the meeting of {day}"


def _group(loaded: Loaded, id: str) -> Group | None:
    return loaded.data.groups.get(id) if loaded.data else None


def _group_name(loaded: Loaded, id: str) -> str:
    group = _group(loaded, id)
    return group.name if group else id


def _part_of_report(loaded: Loaded, id: str, meeting: str, key: Key) -> tuple[str, str]:
    """The section of the form, the action and target of an update, or the title of an issue; with its own title."""
    if not key or key[0] not in SECTIONS:
        return _AT_THE_TOP, ""
    section, n = SECTIONS[str(key[0])], key[1] if len(key) > 1 else None
    reports = loaded.data.reports if loaded.data else {}
    report = next((one for (owner, day), one in reports.items() if (owner, str(day)) == (id, meeting)), None)
    if report is None or not isinstance(n, int):
        return section, ""
    if key[0] == "updates":
        return _update(_group(loaded, id), report.updates[n])
    if key[0] == "other_issues":
        title = report.other_issues[n].title
        return f"Other issue: {title}", title
    return section, ""


def _update(group: Group | None, update: Update) -> tuple[str, str]:
    """The action's title, and the target's words where the action serves several."""
    action = group.action(update.action) if group else None
    if group is None or action is None:
        return update.heading, update.heading
    target = group.target(update.target)
    whose = f", for “{target.short}”" if target and len(action.targets) > 1 else ""
    return f"{action.title}{whose}", action.title


def _part_of_group(loaded: Loaded, id: str, key: Key) -> tuple[str, str]:
    group = _group(loaded, id)
    if group is None or len(key) < 2 or not isinstance(key[1], int):
        return "", ""
    if key[0] == "targets":
        target = group.targets[key[1]]
        return f"Target: {target.short}", target.short
    title = group.actions[key[1]].title if key[0] == "actions" else ""
    return (f"Action: {title}", title) if title else ("", "")


def _meeting(loaded: Loaded, key: Key) -> str:
    if loaded.data is None or len(key) < 2 or key[0] != "meetings" or not isinstance(key[1], int):
        return ""
    return f"Meeting of {day_words(loaded.data.partnership.meetings[key[1]].date)}"


def _other(loaded: Loaded, kind: str, id: str) -> str:
    """The name of a file of one indicator or denominator, or of the glossary; empty for what is known by none."""
    if kind == "glossary":
        return "The glossary"
    data = loaded.data
    if data is None:
        return ""
    known = data.indicators.get(id) if kind in ("series", "indicator") else data.denominators.get(id)
    what = {
        "series": "counts",
        "indicator": "definition",
        "denominator_values": "estimates",
        "denominator": "definition",
    }
    return f"{known.name}: {what[kind]}" if known and kind in what else ""
