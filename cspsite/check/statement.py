"""The accessibility statement: what the law wants it to say and the partnership has not said, and how old it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cspsite import paths
from cspsite.check.subject import Subject
from cspsite.findings import Finding
from cspsite.words import listed

#: What a statement must say, by its key.
_WANTED = {"contact": "whom to contact", "prepared": "when it was prepared", "reviewed": "when it was last reviewed"}


def check(subject: Subject) -> Iterator[Finding]:
    """What is open, once, and a review that is more than a year old."""
    facts = subject.data.partnership.accessibility
    path = paths.PARTNERSHIP
    missing = [words for key, words in _WANTED.items() if getattr(facts, key) is None]
    if missing:
        yield subject.finding("statement-open", path, ("accessibility",), f"not said: {listed(missing)}", "all of it")
    if facts.reviewed and subject.today > _a_year_after(facts.reviewed):
        expected = "a review within the last year"
        yield subject.finding("statement-old", path, ("accessibility", "reviewed"), str(facts.reviewed), expected)


def _a_year_after(day: date) -> date:
    """The same day of the next year; the 29th of February becomes the 28th."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
