"""Bad input in the accessibility statement: what it does not say, and a review of long ago."""

from __future__ import annotations

from tests.bad_input.case import Case, case
from tests.builders import MINIMAL, PARTNERSHIP, Files, edited

_SAID = "accessibility: {contact: Community Safety Office, prepared: 2006-01-10, reviewed: 2006-10-01}\n"
_YEAR = "a review within the last year"


def _saying(*facts: str) -> Files:
    return edited(PARTNERSHIP, _SAID, f"accessibility: {{{', '.join(facts)}}}\n" if facts else "")


CASES: list[Case] = [
    case(
        "A statement that says nothing of the partnership's own is one finding.",
        _saying(),
        (
            "statement-open",
            PARTNERSHIP,
            1,
            "not said: whom to contact, when it was prepared and when it was last reviewed",
            "all of it",
        ),
    ),
    case(
        "A statement without a contact is named, at its line.",
        _saying("prepared: 2006-01-10", "reviewed: 2006-10-01"),
        ("statement-open", PARTNERSHIP, 12, "not said: whom to contact", "all of it"),
    ),
    case(
        # the tests' own day is 1 December 2006
        "A review of more than a year ago is old.",
        {PARTNERSHIP: MINIMAL[PARTNERSHIP].replace("2006-10-01", "2005-11-30")},
        ("statement-old", PARTNERSHIP, 12, "2005-11-30", _YEAR),
    ),
    case(
        "A review of a year ago to the day is not old.",
        {PARTNERSHIP: MINIMAL[PARTNERSHIP].replace("2006-10-01", "2005-12-01")},
    ),
    case(
        "A review on the last day of February of a leap year is old after that day of the next year.",
        {PARTNERSHIP: MINIMAL[PARTNERSHIP].replace("2006-10-01", "2004-02-29")},
        ("statement-old", PARTNERSHIP, 12, "2004-02-29", _YEAR),
    ),
    case(
        "An address to write to is one of the web or of a mailbox.",
        _saying("contact: C", "url: www.example.org", "prepared: 2006-01-10", "reviewed: 2006-10-01"),
        (
            "wrong-value",
            PARTNERSHIP,
            12,
            "accessibility.url: www.example.org",
            "one that begins with https:// or mailto:",
        ),
    ),
]
