"""The words that the form itself has, and how people print them: in its head, over its boxes, in its table."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cspsite.form import PARTS
from cspsite.model import STATUSES

#: What stands over the columns of the action table, by what the column holds.
COLUMNS: Mapping[str, str] = {
    "action": "ACTIONS",
    "target": "LOCAL TARGET",
    "status": "STATUS¹",
    "summary": "SUMMARY OF (i) PROGRESS TO DATE, AND (ii) PLANS FOR {months}",
}
#: What stands before the facts, by their name.
FACTS: Mapping[str, str] = {
    "name": "Completed by",
    "role": "Role",
    "organisation": "Organisation",
    "meeting": "Report for meeting date",
    "data_to": "Figures up to the end of",
    "classification": "Classification",
    "illustrative": "What is illustrative",
}
PLAN = "Summary of Agreed Action Plan"
BEST = "Provide summary of best achievements and most challenging barriers to progress."
MORE = "(Additional achievements/barriers may be added if necessary)"
TABLE = "Provide summary of progress towards agreed actions."
FOOTNOTE = "¹ Status should be indicated as follows:"
ISSUES = "Other issues that may impact on future delivery"
REMEDIAL = "Remedial action (where Red or Amber)"
REMEDY = (
    "End a remedial action with two lines: “Owner:” and the organisation or role that does it; "
    "“Due:” and the day, such as 8 January 2007."
)
NO_STATUS = "Choose"
TITLE, RECIPIENT, TEXT = "Issue", "For whom", "Details"
FIGURES = "Figures with dots under them are worked out from the counts, and stay so if you leave them as they are."

#: How many signs of somebody's words a message says again.
MOST_QUOTED = 100
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_MARK = re.compile(r"[¹²³*†\d]+$|^[¹²³*†]\s*")


def plain(text: str) -> str:
    """Words to compare: in lower case, with plain quotes and dashes, without a note's mark and a closing colon."""
    flat = " ".join(text.translate(_QUOTES).casefold().split()).rstrip(" :.")
    return _MARK.sub("", flat).strip(" :.")


_COLUMN = {
    "action": re.compile(r"(agreed )?actions?( plan)?"),
    "target": re.compile(r"(local )?targets?"),
    "status": re.compile(r"(rag )?status( \(rag\))?|rag( rating)?"),
    "summary": re.compile(
        r"summary of \(i\) progress to date,? and \(ii\) plans for( [\w'-]+){1,5}"
        r"|summary( of progress( [\w'-]+){0,5})?|comments?|update"
    ),
    "progress": re.compile(r"(\(?i\)\s*)?progress( to date)?"),
    "plans": re.compile(
        r"\(?ii\)\s*plans?( for [^.:;]*)?"
        r"|plans?( for( the)? (next|coming|following) (\w+ )?(months?|weeks?|quarter|year))?"
    ),
    "remedial_action": re.compile(r"(\(?iii\)\s*)?remedial actions?( \(where red or amber\))?"),
}
_PART = {name: _COLUMN[name] for name in PARTS}
#: How the head of the summaries begins, whatever somebody typed below or behind it.
_SUMMARY = re.compile(r"summary of \(i\) progress to date")
_FACT = {
    "name": re.compile(r"(report )?(completed|prepared|written) by"),
    "role": re.compile(r"role|job title|position|rank"),
    "organisation": re.compile(r"organi[sz]ation|agency"),
    "meeting": re.compile(r"(report )?for (the )?meeting( date)?|(report for )?meeting date|date of meeting"),
    "data_to": re.compile(r"figures( are)? (up )?to( the end of)?|data to"),
    "classification": re.compile(r"(protective )?(classification|marking)"),
    "illustrative": re.compile(r"what is illustrative"),
    "telephone": re.compile(r"☎|(tel(ephone)?|mob(ile)?|fax|phone|contact)( (no|number|phone))?|e-?mail( address)?"),
}
_HEAD = {
    "objective": re.compile(r"(strategic )?objectives?"),
    "target": re.compile(r"(local )?targets?"),
    "chair": re.compile(r"chair(ed by)?"),
}
_ITEM = re.compile(r"(key |best )?(?P<kind>achievement|barrier)s?( to progress)?\s*(no )?\d*")
_ISSUE = {
    "title": re.compile(r"issue( \d+)?"),
    "for": re.compile(r"for( whom)?( \(.*\))?"),
    "text": re.compile(r"details?"),
}
_SECTIONS = {
    "achievements": re.compile(
        r"(provide (a )?summary of )?(best )?achievements and (most challenging )?barriers( to progress)?"
    ),
    "updates": re.compile(r"provide (a )?summary of progress( towards)?( the)? agreed actions|updates|actions"),
    "other_issues": re.compile(
        r"(any )?other issues?( (that|which) (may|might|could) (impact|affect)( on| upon)?( the)?( future)? delivery)?"
    ),
}
_KNOWN = {
    plain(text)
    for text in (PLAN, MORE, FIGURES, FOOTNOTE, REMEDY, *(f"{word} - {means}" for word, means in STATUSES.items()))
}
_SEPARATED = re.compile(r"\s*(?:[-–—:]\s*)+")
_LABELLED = re.compile(r"^([^-–—:]{2,40}?)\s*[-–—:]\s*(.*)$", re.DOTALL)
_NUMBERED = re.compile(r"^\(?(i{1,3})\)\s*", re.IGNORECASE)
_ROMAN = {"i": "progress", "ii": "plans", "iii": "remedial_action"}


def quoted(text: str) -> str:
    """Words as a message says them again: in quotes, and only the first of many."""
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= MOST_QUOTED else f"“{words[:MOST_QUOTED].rsplit(' ', 1)[0]} …”"


def _key(patterns: Mapping[str, re.Pattern[str]], text: str) -> str:
    words = plain(text)
    return next((key for key, pattern in patterns.items() if pattern.fullmatch(words)), "")


def column(text: str) -> str:
    """What a column of the action table holds, by the words over it; empty where they are more than its head."""
    return _key(_COLUMN, text)


def begins_summary(text: str) -> bool:
    """Whether words begin as the head of the summaries does."""
    return _SUMMARY.match(plain(text)) is not None


def fact(text: str) -> str:
    """The fact that a label stands before."""
    return _key(_FACT, text)


def issue(text: str) -> str:
    """The part of an issue that a label stands before."""
    return _key(_ISSUE, text)


def section(text: str) -> str:
    """The section that a line begins."""
    return _key(_SECTIONS, text)


def item(text: str) -> str:
    """`achievements` or `barriers` for the label of a box of theirs."""
    found = _ITEM.fullmatch(plain(text)) or _ITEM.fullmatch(text.casefold().strip(" :."))
    return f"{found['kind']}s" if found else ""


def labelled(text: str, patterns: Mapping[str, re.Pattern[str]] = _HEAD) -> tuple[str, str]:
    """The label that a line begins with and the words after it, such as `Chair – Fire Service`."""
    found = _LABELLED.match(text)
    key = _key(patterns, found[1]) if found else ""
    return (key, found[2].strip()) if found and key else ("", text)


def labelled_fact(text: str) -> tuple[str, str]:
    """The fact that a line names and tells, such as `Completed by: A Person`."""
    return labelled(text, _FACT)


def part(text: str) -> tuple[str, int]:
    """The part of an update that a paragraph begins, and how many of its signs are the label."""
    if not text.rstrip().endswith(".") and (key := _key(_PART, text)):
        return key, len(text)
    if roman := _NUMBERED.match(text):
        rest = text[roman.end() :]
        label = _LABELLED.match(rest)
        is_label = label is not None and _key(_COLUMN, label[1]) == _ROMAN[roman[1].lower()]
        return _ROMAN[roman[1].lower()], roman.end() + (label.start(2) if label and is_label else 0)
    found = _LABELLED.match(text)
    key = _key(_PART, found[1]) if found else ""
    return (key, found.start(2)) if found and key else ("", 0)


def is_known(text: str) -> bool:
    """Whether a line is the form's own, and nobody's words."""
    return plain(text) in _KNOWN or not text.strip()
