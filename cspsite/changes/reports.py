"""Reports in two versions: received, late, missing or vanished; and what those that stayed say otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cspsite.changes import parts, receipt
from cspsite.changes.about import About, about, differing
from cspsite.changes.change import Change
from cspsite.changes.fields import Same
from cspsite.changes.likeness import matched, ratio
from cspsite.changes.link import Link, turned
from cspsite.changes.lists import reordered, texts
from cspsite.changes.passages import passages
from cspsite.changes.sides import Side, changed_statuses, numbered_updates, status_change, update_pairs
from cspsite.changes.subject import Subject, of_issue, of_report, of_update
from cspsite.changes.version import Version
from cspsite.model import OtherIssue, Update
from cspsite.statuses import NOT_REPORTED

Key = tuple[str, date]


def reports(link: Link, groups: Collection[str] | None = None) -> Iterator[Change]:
    """Every change of reports, and of the statuses between the latest reports of the two versions.

    Statuses are compared of all groups, or of those whose new ids are given.
    """
    pairs = report_pairs(link)
    old, new = _states(link.old), _states(link.new)
    for one, other in pairs:
        before, after = old.get(one, "not due") if one else "not due", new.get(other, "not due") if other else "not due"
        if before != after:
            whom = about(_subject(link.old, one), _subject(link.new, other))
            yield _receipt(whom, before, after)
        elif before == "received" and one and other:
            yield from within(link, one, other)
    yield from _between_latest(link, {pair for pair in pairs if pair.old and pair.new}, groups)


class Pair(NamedTuple):
    """A report's group and meeting in each version; None where it is neither there nor due."""

    old: Key | None
    new: Key | None


def report_pairs(link: Link) -> list[Pair]:
    """What is a report to a meeting in both versions, received or missing: by group and meeting as they are now.

    Where a meeting moved but a report did not, it is the one to the same day.
    """
    old, new = _states(link.old), _states(link.new)
    moved = {one[0]: other[0] for one, other in link.meetings.both if one[1] == other[1] == 0}
    stayed = {day: day for _, day in old}
    found: dict[Key, Key] = {}
    for days, alike in ((moved, True), (stayed, True), (moved, False), (stayed, False)):
        taken = set(found.values())
        for key, state in old.items():
            other = _now(link, days, key)
            if (
                other
                and other in new
                and key not in found
                and other not in taken
                and (new[other] == state or not alike)
            ):
                found[key] = other
    taken = set(found.values())
    return [*(Pair(key, found.get(key)) for key in old), *(Pair(None, key) for key in new if key not in taken)]


def _now(link: Link, days: Mapping[date, date], key: Key) -> Key | None:
    """A report's group and meeting as they are now; None where the way back leads elsewhere."""
    groups = link.groups.renamed
    id, day = groups.get(key[0], key[0]), days.get(key[1])
    return (id, day) if day and turned(groups).get(id, id) == key[0] else None


def _receipt(whom: About, before: str, after: str) -> Change:
    """What became of a report: each of the two is received, missing or not due."""
    if after == "received":
        due = before == "missing"
        return whom.tell(receipt.ReportLate if due else receipt.ReportReceived, due=due)
    if before == "received":
        return whom.tell(receipt.ReportVanished, due=after == "missing")
    return whom.tell(receipt.ReportMissing if after == "missing" else receipt.ReportNotDue)


def _states(version: Version) -> dict[Key, str]:
    """Whether each report is received or missing, in the order of groups and meetings."""
    states = dict.fromkeys(version.missing(), "missing") | dict.fromkeys(version.data.reports, "received")
    return {key: states[key] for key in sorted(states)}


def _subject(version: Version, key: Key | None) -> Subject | None:
    return of_report(key[0], version.data.groups.get(key[0]), key[1]) if key else None


def within(link: Link, one: Key, other: Key) -> Iterator[Change]:
    """What a report that is in both versions says otherwise."""
    old, new = link.old.data.reports[one], link.new.data.reports[other]
    if old == new:
        return
    whom = about(_subject(link.old, one), _subject(link.new, other))
    yield from differing(old, new, whom)
    for field, chosen in (
        ("achievement", (parts.AchievementAdded, parts.AchievementRemoved)),
        ("barrier", (parts.BarrierAdded, parts.BarrierRemoved)),
    ):
        both = getattr(old, f"{field}s"), getattr(new, f"{field}s")
        yield from texts(whom, field, both, chosen, link.same_text)
    yield from _updates(link, whom, Side.of(link.old, old), Side.of(link.new, new))
    yield from issues(link, whom, old.other_issues, new.other_issues)


def _updates(link: Link, whom: About, old: Side, new: Side) -> Iterator[Change]:
    before, after = numbered_updates(old.updates), numbered_updates(new.updates)
    pairs = update_pairs(link, old, new)
    for one, other in pairs.both:
        yield from _update(link, old, new, before[one], after[other])
    for key in pairs.come:
        subject = of_update(new.id, new.group, after[key].key, new.meeting)
        yield about(None, subject).tell(parts.UpdateAdded, new=after[key].status or NOT_REPORTED)
    for key in pairs.gone:
        subject = of_update(old.id, old.group, before[key].key, old.meeting)
        yield about(subject, None).tell(parts.UpdateRemoved, old=before[key].status or NOT_REPORTED)
    names = [update.action for update in old.updates], [update.action for update in new.updates]
    yield from reordered(whom, "updates", pairs, list(after), names)


def _update(link: Link, old: Side, new: Side, before: Update, after: Update) -> Iterator[Change]:
    """What one update says otherwise."""
    whom = about(
        of_update(old.id, old.group, before.key, old.meeting), of_update(new.id, new.group, after.key, new.meeting)
    )
    if before.status != after.status:
        both = before.status or NOT_REPORTED, after.status or NOT_REPORTED
        yield status_change(link, (old, new), (before.key, after.key), both)
    yield from differing(before, after, whom, _same_in(link))


def _same_in(link: Link) -> Same:
    return lambda _, old, new: isinstance(old, str) and isinstance(new, str) and link.same_text(old, new)


def issues(link: Link, whom: About, old: Sequence[OtherIssue], new: Sequence[OtherIssue]) -> Iterator[Change]:
    """Changes of other issues: those of one title, and then those that are most alike, are one issue, reworded."""
    pairs = matched(old, new, lambda one, other: _same_issue(link, one, other), _words, _alike)
    for i, j in pairs.both:
        if not _same_issue(link, old[i], new[j]):
            issue = about(of_issue(whom.was, old[i].title), of_issue(whom.subject, new[j].title))
            yield from differing(old[i], new[j], issue, _same_in(link))
    for j in pairs.come:
        yield whom.tell(parts.IssueAdded, new=_words(new[j]))
    for i in pairs.gone:
        yield whom.tell(parts.IssueRemoved, old=_words(old[i]))
    titles = [issue.title for issue in old], [issue.title for issue in new]
    yield from reordered(whom, "other_issues", pairs, range(len(new)), titles)


def _same_issue(link: Link, old: OtherIssue, new: OtherIssue) -> bool:
    return (old.title, old.recipient) == (new.title, new.recipient) and link.same_text(old.text, new.text)


def _alike(old: OtherIssue, new: OtherIssue) -> float:
    """The likeness of two issues; those of one title are one."""
    return 1.0 if old.title.casefold() == new.title.casefold() else ratio(_words(old), _words(new))


def _words(issue: OtherIssue) -> str:
    """The title, for whom it is, and the text, as one; a text of several paragraphs or items begins a new one."""
    recipient = f" (for {issue.recipient})" if issue.recipient else ""
    between = ":\n\n" if "\n" in issue.text and len(passages(issue.text)) > 1 else ": "
    return f"{issue.title}{recipient}{between}{issue.text}" if issue.text else f"{issue.title}{recipient}"


def _between_latest(link: Link, same: set[Pair], groups: Collection[str] | None) -> Iterator[Change]:
    """What stands otherwise in a group's latest report than in the one that was its latest before."""
    for old, new in (pair for pair in link.groups.both if groups is None or pair[1] in groups):
        before, after = link.old.latest(old), link.new.latest(new)
        if before and after and Pair((old, before.meeting), (new, after.meeting)) not in same:
            yield from changed_statuses(link, Side.of(link.old, before), Side.of(link.new, after))
