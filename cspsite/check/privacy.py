"""Personal details that must not stand on a public site, wherever in the files they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cspsite.findings import Finding, Place

#: With spaces, hyphens or brackets between digits; or with points or slashes between the parts, unlike a date's.
_TELEPHONE = re.compile(
    r"(?<![\w./+-])(?:"
    r"(?:(?:\+|00)44[\s-]?\(?0?\)?|\(?0)\d(?:[\s()-]{0,2}\d){8,9}"
    r"|0\d{2}[./]\d{4}[./ -]?\d{4}|0\d{3}[./]\d{3}[./ -]?\d{4}|0\d{4}[./]\d{3}[./ -]?\d{2,3}"
    r")(?![\w/])"
)
#: Lines of public services, which belong to nobody.
SERVICE = re.compile(r"03|080[08]")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b|\b[a-pr-uwyz][a-hk-y]?\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}\b"
)
_VEHICLE = re.compile(
    r"\b[A-HJ-PR-Y]{2}\d{2} ?[A-HJ-PR-Z]{3}\b"  # since 2001: AB51 CDE
    # older; fewer digits and a space could be a district, and A, B or M with a space a road
    r"|\b[CDEFGHJKLNPRSTVWXY](?:\d{3} |\d{1,3})[A-HJ-PR-Y]{3}\b|\b[ABM]\d{1,3}[A-HJ-PR-Y]{3}\b"
)
_NATIONAL_INSURANCE = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?\d{2}){3}[ -]?[A-D]\b", re.IGNORECASE
)
#: Every kind of personal detail, by the code of its finding.
PATTERNS: Mapping[str, re.Pattern[str]] = {
    "personal-telephone": _TELEPHONE,
    "personal-email": _EMAIL,
    "personal-national-insurance": _NATIONAL_INSURANCE,
    "personal-postcode": _POSTCODE,
    "personal-vehicle": _VEHICLE,
}
#: What has letters next to digits. Few texts have any, and `_NEXT` tells which, in one look instead of two.
_CODES = ("personal-postcode", "personal-vehicle")
_NEXT = re.compile(r"\d(?:(?<=[A-Za-z]\d)|(?<=[A-Z] \d))")  # a search for digits is the fastest
_LONG = re.compile(r"\d(?:[\s()./-]{0,2}\d){8}")
_ENDS = re.compile(r"\d[ -]?[A-Da-d]\b")
#: The words of mailboxes that belong to a role, not to a person.
ROLES = {
    *("admin", "analyst", "board", "chair", "clerk", "communications", "communities", "community", "communitysafety"),
    *("contact", "coordinator", "council", "csp", "data", "desk", "enquiries", "enquiry", "feedback", "fire", "help"),
    *("helpdesk", "hello", "info", "licensing", "mail", "mailbox", "manager", "media", "office", "officer"),
    *("partnership", "partnerships", "police", "post", "press", "reception", "report", "reports", "safe", "safer"),
    *("safeguarding", "safety", "secretariat", "service", "services", "support", "team", "webmaster"),
}


def check(texts: Mapping[str, str]) -> Iterator[Finding]:
    """Every personal detail in every file; the finding names the kind and shows only its beginning."""
    for path, text in texts.items():
        for code, pattern in _patterns(text).items():
            for match in pattern.finditer(text):
                if _is_public(code, match[0]):
                    continue
                line = text.count("\n", 0, match.start()) + 1
                yield Finding(code, Place(path, line), f"{match[0][:3]}…", "no personal details")


def _patterns(text: str) -> Mapping[str, re.Pattern[str]]:
    """Those that may be in a text."""
    may_be = {
        "personal-telephone": _LONG.search(text),
        "personal-email": "@" in text,
        "personal-national-insurance": _ENDS.search(text),
        **dict.fromkeys(_CODES, _NEXT.search(text)),
    }
    return {code: pattern for code, pattern in PATTERNS.items() if may_be[code]}


def _is_public(code: str, found: str) -> bool:
    """Whether it is a role's mailbox or a public service's line."""
    if code == "personal-email":
        words = re.split(r"[.\-_+]+", found.lower().partition("@")[0].strip(".-_+"))
        return all(word in ROLES for word in words)
    if code == "personal-telephone":
        digits = re.sub(r"\D", "", found)
        return bool(SERVICE.match(re.sub(r"^(00)?440?", "0", digits)))
    return False
