"""A tree of files to the records of a partnership, with every finding about the files themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from pydantic import BaseModel

from cspsite import paths
from cspsite.findings import Finding, Place, Severity
from cspsite.lines import Lines
from cspsite.model import (
    TIME_ZONE,
    Data,
    Denominator,
    DenominatorValue,
    Group,
    Indicator,
    Observation,
    Partnership,
    Report,
)
from cspsite.report_file import read_report
from cspsite.series_file import read_denominator_values, read_series
from cspsite.text_file import read_text
from cspsite.tree import Tree
from cspsite.validate import record_of
from cspsite.yaml_file import read_yaml

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True)
class Loaded:
    """What was read: `data` is None when partnership.yml cannot be read; `texts` is every file that is text.

    `broken` names the files with errors: what they hold may be incomplete.
    """

    data: Data | None
    lines: Lines
    texts: Mapping[str, str]
    findings: tuple[Finding, ...]
    broken: frozenset[str]

    @property
    def time_zone(self) -> str:
        """The partnership's time zone; that of most partnerships where it cannot be read."""
        return self.data.partnership.time_zone if self.data else TIME_ZONE


@dataclass
class _Loading:
    """Collects records and findings, file by file."""

    lines: Lines = field(default_factory=Lines)
    findings: list[Finding] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    partnership: Partnership | None = None
    glossary: dict[str, str] = field(default_factory=dict)
    denominators: dict[str, Denominator] = field(default_factory=dict)
    denominator_values: dict[str, tuple[DenominatorValue, ...]] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    observations: dict[str, tuple[Observation, ...]] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    reports: dict[tuple[str, date], Report] = field(default_factory=dict)

    def add(self, read: _Loading) -> None:
        """Take in what was read of one file."""
        self.lines.add_all(read.lines)
        self.findings += read.findings
        self.texts |= read.texts
        self.partnership = read.partnership or self.partnership
        for name in _MAPPINGS:
            getattr(self, name).update(getattr(read, name))


_MAPPINGS = ("glossary", "denominators", "denominator_values", "indicators", "observations", "groups", "reports")


class Shelf:
    """Files that were read already, by path and content: of many versions each is read once, and rows are shared."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, bytes, str], _Loading] = {}
        self._rows: dict[Observation, Observation] = {}

    def read(self, path: str, content: bytes, indicators: Mapping[str, Indicator]) -> _Loading:
        """What one file holds; how a series is read depends on its indicator's frequency."""
        kind, id, _ = paths.kind_of(path)
        indicator = indicators.get(id) if kind == "series" else None
        key = (path, content, indicator.frequency if indicator else "")
        if key not in self._read:
            reading = _Loading(indicators={id: indicator} if indicator else {})
            _read_file(reading, path, content)
            reading.observations = {
                id: tuple(self._rows.setdefault(row, row) for row in rows) for id, rows in reading.observations.items()
            }
            self._read[key] = reading
        return self._read[key]


def load(tree: Tree, shelf: Shelf | None = None) -> Loaded:
    """Read every file of the tree; stops at nothing. What is on the shelf already is not read again."""
    loading, shelf = _Loading(), shelf or Shelf()
    for path, content in sorted(tree.files.items(), key=lambda item: (item[0].endswith(".csv"), item[0])):
        loading.add(shelf.read(path, content, loading.indicators))
    _report_missing(loading)
    data = None
    if loading.partnership:
        data = Data(
            partnership=loading.partnership,
            glossary=loading.glossary,
            denominators=loading.denominators,
            denominator_values=loading.denominator_values,
            indicators=loading.indicators,
            observations=loading.observations,
            groups=loading.groups,
            reports=loading.reports,
        )
    errors = {f.place.path for f in loading.findings if f.severity is Severity.ERROR}
    return Loaded(data, loading.lines, loading.texts, tuple(loading.findings), frozenset(errors))


def _report_missing(loading: _Loading) -> None:
    wanted = [paths.PARTNERSHIP, paths.GLOSSARY]
    wanted += [paths.indicator(id) for id in loading.observations]
    wanted += [paths.denominator(id) for id in loading.denominator_values]
    wanted += [paths.denominator_values(id) for id in loading.denominators]
    wanted += [paths.group(group) for group, _ in loading.reports]
    for path in sorted(set(wanted) - set(loading.texts)):
        if not any(finding.place.path == path for finding in loading.findings):
            loading.findings.append(Finding("file-missing", Place(path), "no such file", path))


def _read_file(loading: _Loading, path: str, content: bytes) -> None:
    if path.rpartition("/")[2] == "README.md":
        return
    kind, id, meeting = paths.kind_of(path)
    if not kind:
        loading.findings.append(Finding("file-unexpected", Place(path), path, paths.nearest_pattern(path)))
        return
    text, findings = read_text(path, content)
    loading.findings += findings
    if text is None:
        return
    loading.texts[path] = text
    if id and not paths.ID.fullmatch(id):
        loading.findings.append(Finding("file-name", Place(path), id, "an id like domestic-burglary"))
    elif kind in _READERS:
        _READERS[kind](loading, path, text, id)
    elif kind == "report":
        _read_report(loading, path, text, id, meeting)


def _read_record(loading: _Loading, record: type[R], path: str, text: str) -> R | None:
    document = read_yaml(path, text)
    loading.lines.add(path, document.lines)
    result, findings = record_of(record, document, path, loading.lines)
    loading.findings += findings
    return result


def _read_partnership(loading: _Loading, path: str, text: str, _id: str) -> None:
    loading.partnership = _read_record(loading, Partnership, path, text)
    if loading.partnership:
        days = [meeting.date.isoformat() for meeting in loading.partnership.meetings]
        _once(loading, path, "meetings", "date", days)


def _read_glossary(loading: _Loading, path: str, text: str, _id: str) -> None:
    document = read_yaml(path, text)
    loading.lines.add(path, document.lines)
    loading.findings += document.findings
    entries = document.value if isinstance(document.value, dict) else {}
    if not isinstance(document.value, dict | None) and not document.findings:
        loading.findings.append(
            Finding("wrong-value", Place(path), "no list of acronyms", "lines like CCTV: what it means")
        )
    for acronym, expansion in entries.items():
        if isinstance(expansion, str) and expansion.strip():
            loading.glossary[acronym] = expansion.strip()
        else:
            place = loading.lines.place(path, acronym)
            loading.findings.append(
                Finding("wrong-value", place, f"{acronym}: {expansion}", "what it stands for, in words")
            )


def _read_denominator(loading: _Loading, path: str, text: str, id: str) -> None:
    if record := _read_record(loading, Denominator, path, text):
        loading.denominators[id] = record


def _read_denominator_values(loading: _Loading, path: str, text: str, id: str) -> None:
    values, lines, findings = read_denominator_values(path, text)
    loading.denominator_values[id] = values
    loading.lines.add(path, lines)
    loading.findings += findings


def _read_indicator(loading: _Loading, path: str, text: str, id: str) -> None:
    if record := _read_record(loading, Indicator, path, text):
        loading.indicators[id] = record


def _read_series(loading: _Loading, path: str, text: str, id: str) -> None:
    indicator = loading.indicators.get(id)
    if indicator is None:
        loading.observations[id] = ()
        return
    observations, lines, findings = read_series(path, text, indicator.frequency)
    loading.observations[id] = observations
    loading.lines.add(path, lines)
    loading.findings += findings


def _read_group(loading: _Loading, path: str, text: str, id: str) -> None:
    group = _read_record(loading, Group, path, text)
    if group is None:
        return
    loading.groups[id] = group
    _once(loading, path, "targets", "id", [target.id for target in group.targets])
    _once(loading, path, "actions", "id", [action.id for action in group.actions])


def _once(loading: _Loading, path: str, items: str, key: str, given: list[str]) -> None:
    """A finding at each item of a list that is called as an earlier one."""
    for i, name in enumerate(given):
        if name in given[:i]:
            place = loading.lines.place(path, items, i, key)
            article = "an" if key == "id" else "a"
            expected = f"{article} {key} of its own among the {items}"
            loading.findings.append(Finding("duplicate-id", place, name, expected))


def _read_report(loading: _Loading, path: str, text: str, group: str, meeting: str) -> None:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", meeting):
            raise ValueError
        day = date.fromisoformat(meeting)
    except ValueError:
        loading.findings.append(
            Finding("not-a-date", Place(path), meeting, "the meeting's date as file name: 2006-09-11.md")
        )
        return
    report, findings = read_report(path, text, group, day, loading.lines)
    loading.findings += findings
    if report:
        loading.reports[(group, day)] = report


_READERS = {
    "partnership": _read_partnership,
    "glossary": _read_glossary,
    "denominator": _read_denominator,
    "denominator_values": _read_denominator_values,
    "indicator": _read_indicator,
    "series": _read_series,
    "group": _read_group,
}
