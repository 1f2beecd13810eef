"""Whether a report has an update on every action, and each update a status, progress, plans and remedial action."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.findings import Finding, Place, nearest
from cspsite.model import Action, Group, Report, Update
from cspsite.remedy import remedy
from cspsite.statuses import expected_updates

RISK = re.compile(
    r"\b(concerns?|shortfalls?|risks?|could not|cannot|challeng\w+|delays?|difficult\w*)\b", re.IGNORECASE
)
#: Errors in the form of an update that take words out of it.
_UNREAD = {"unknown-heading", "text-outside-heading"}
_Pair = tuple[str, str | None]


class Updates:
    """The checks of the updates of one report.

    `named` is each update's action and target; for an update that names none of the group's, or one that an
    earlier update has, it is that of the missing update which it most probably is.
    """

    def __init__(self, subject: Subject, report: Report) -> None:
        self.subject = subject
        self.report = report
        self.path = paths.report(report.group, report.meeting)
        self.group = subject.data.groups.get(report.group)
        self.sound = self.group is not None and not subject.unreadable(paths.group(report.group))
        self.is_older = any(group == report.group and day > report.meeting for group, day in subject.data.reports)
        self.named, self.absent = self._placed()

    def _placed(self) -> tuple[dict[int, _Pair], list[tuple[Action, str | None]]]:
        updates, group = self.report.updates, self.group
        if group is None:
            return {}, []
        given = {update.key for update in updates}
        due = expected_updates(group, self.report.meeting)
        absent = [pair for pair in due if (pair[0].id, pair[1]) not in given and (not pair[1] or group.target(pair[1]))]
        named: dict[int, _Pair] = {}
        for i, update in enumerate(updates):
            named[i] = update.key
            first = update.key not in [earlier.key for earlier in updates[:i]]
            if absent and not (first and _serves(group, update)) and (meant := _meant(update, absent)):
                absent.remove(meant)
                named[i] = (meant[0].id, meant[1])
        return named, absent

    def _finding(self, code: str, key: tuple[str | int, ...], found: str, expected: str, advice: str = "") -> Finding:
        return self.subject.finding(code, self.path, key, found, expected, advice)

    def findings(self) -> Iterator[Finding]:
        """What each update lacks, and each update that is not there."""
        for i, update in enumerate(self.report.updates):
            yield from self._identity(i, update)
            if name := self._name(i):
                yield from self._complete(i, update, name)
        if self.sound and self.subject.lines.has(self.path, "updates"):
            for action, target in self.absent:
                found = f"{action.title} ({target})" if target else action.title
                yield self._finding("update-missing", ("updates",), found, f"### … {_anchor(action.id, target)}")

    def risks(self) -> Iterator[Finding]:
        """Each update that speaks of a risk, in a report without barriers."""
        for i, update in enumerate(self.report.updates):
            if (match := RISK.search(update.progress)) and (name := self._name(i)):
                place = self.subject.lines.place(self.path, "updates", i, "progress")
                place = self.subject.later(place, update.progress, match.start())
                yield Finding("risk-not-a-barrier", place, f"“{match[0]}” in the update on {name}", "a barrier")

    def _name(self, i: int) -> str:
        """The action by its title, as readers know it; empty where the group's file has to be mended first."""
        id, target = self.named.get(i, ("", None))
        action = self.group.action(id) if self.group else None
        if action is None and not self.sound:
            return ""
        title = action.title if action else self.report.updates[i].heading
        return f"{title} ({target})" if target else title

    def _identity(self, i: int, update: Update) -> Iterator[Finding]:
        """Whether the update names an action of the group, and a target that it serves, once."""
        key = ("updates", i)
        if update.key in [earlier.key for earlier in self.report.updates[:i]] and update.action:
            yield self._finding("update-twice", key, _anchor(update.action, update.target), "one update")
        if self.group is None or not update.action or not self.sound:
            return
        action = self.group.action(update.action)
        if action is None:
            known = [known.id for known in self.group.actions]
            close = nearest(update.action, known)
            advice = f"Did you mean {close}?" if close else ""
            yield self._finding("unknown-action", key, update.action, "one of " + ", ".join(known), advice)
        elif not _serves(self.group, update):
            expected = " or ".join(_anchor(action.id, target) for target in action.targets or (None,))
            before = self.is_older and (update.target is None or self.group.target(update.target) is not None)
            code = "target-served-before" if before else "action-not-for-target"
            yield self._finding(code, key, _anchor(update.action, update.target), expected)

    def _complete(self, i: int, update: Update, name: str) -> Iterator[Finding]:
        key, unread = ("updates", i), self._unread(i)
        if update.status is None:
            if "text-outside-heading" in unread:
                unread.remove("text-outside-heading")
            else:
                yield self._finding("status-missing", (*key, "status"), name, "Red, Amber or Green")
        elif self._without_figures(self.named[i][1]):
            found = f"{update.status} for {name}, with no figure"
            yield self._finding("status-without-figures", (*key, "status"), found, "figures for the target")
        yield from list(self._parts(i, update, name))[len(unread) :]
        yield from self._remedy(i, update, name)

    def _parts(self, i: int, update: Update, name: str) -> Iterator[Finding]:
        if not update.progress:
            yield self._empty("no-progress", i, "progress", name, "#### Progress with some words")
        if not update.plans:
            plans = f"#### Plans for the {self.subject.data.partnership.form.plans_for}"
            yield self._empty("no-plans", i, "plans", name, plans)
        if update.status in ("Red", "Amber") and not remedy(update.remedial_action).words:
            found = f"{update.status} for {name}"
            yield self._empty("no-remedial-action", i, "remedial_action", found, "#### Remedial action")

    def _remedy(self, i: int, update: Update, name: str) -> Iterator[Finding]:
        """Whether a remedial action has, or gets from its action, an owner and a day; and whether the day can be."""
        found, key = remedy(update.remedial_action), ("updates", i, "remedial_action")
        if found.written and found.due is None:
            yield Finding(
                "remedy-day-unreadable", self._row(key, found.row), found.written, "a day like 8 January 2007"
            )
        elif found.due and found.due <= self.report.data_to.last_day:
            expected = f"a day after {self.report.data_to.words}"
            yield Finding("remedy-day-past", self._row(key, found.row), found.due_words, expected)
        action = self.group.action(self.named[i][0]) if self.group else None
        if action and found.words and update.status in ("Red", "Amber"):
            about = f"{update.status} for {name}"
            if not (found.owner or action.owner):
                yield self._finding("remedy-without-owner", key, about, "**Owner:** and who does it")
            if not (found.written or action.due):
                yield self._finding("remedy-without-day", key, about, "**Due:** and the day")

    def _row(self, key: tuple[str | int, ...], row: int) -> Place:
        place = self.subject.lines.place(self.path, *key)
        return Place(place.path, place.line + row)

    def _empty(self, code: str, i: int, part: str, found: str, expected: str) -> Finding:
        """A finding about a part of an update with no words in it."""
        key = ("updates", i, part)
        return self._finding(code, key, found, expected, self.subject.advice(code, self.path, key))

    def _unread(self, i: int) -> list[str]:
        """The errors that take pieces out of the update, each of which may be the status or a part that is missing."""
        start = self.subject.lines.place(self.path, "updates", i).line
        later = [self.subject.lines.place(self.path, "updates", n).line for n in range(i + 1, len(self.report.updates))]
        within = [
            codes
            for place, codes in self.subject.errors.items()
            if place.path == self.path and start < place.line < min(later, default=place.line + 1)
        ]
        return [code for codes in within for code in sorted(codes & _UNREAD)]

    def _without_figures(self, target_id: str | None) -> bool:
        target = self.group.target(target_id) if self.group else None
        if target is None or self.subject.doubtful(target.indicator):
            return False
        series = self.subject.figures.series.get(target.indicator)
        return series is not None and series.is_empty


def _serves(group: Group, update: Update) -> bool:
    """Whether the update names an action of the group with a target that it serves, or none where it serves none."""
    action = group.action(update.action)
    return action is not None and update.target in (action.targets or (None,))


def _meant(update: Update, absent: list[tuple[Action, str | None]]) -> tuple[Action, str | None] | None:
    """The missing update that one with a wrong id, or with none, most probably is."""
    same = [pair for pair in absent if pair[0].id == update.action]
    if not update.action or same:
        candidates = same or absent
        return max(candidates, key=lambda pair: _likeness(f"{update.heading} {update.target}", _said(pair)))
    close = nearest(update.action, [pair[0].id for pair in absent])
    same = [pair for pair in absent if pair[0].id == close]
    return max(same, key=lambda pair: _likeness(str(update.target), str(pair[1])), default=None)


def _said(pair: tuple[Action, str | None]) -> str:
    return f"{pair[0].title} {pair[1]}"


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _anchor(action: str, target: str | None) -> str:
    return f"{{#{action}.{target}}}" if target else f"{{#{action}}}"
