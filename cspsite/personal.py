"""What looks like a personal detail in a text: a telephone number, an e-mail address, a postcode and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

#: What people type between the digits of a number: spaces, line ends, brackets, emphasis, and every kind of dash.
_GAP = r"(?:&nbsp;|[\s()*_\-‐-―−]){0,6}"
#: Beside those, points; they stand between other numbers and dates too, so only where a number can be nothing else.
_POINTS = r"(?:&nbsp;|[\s()*_./\-‐-―−]){0,6}"
_TELEPHONE = re.compile(
    r"(?<![\w./+-])(?:"
    rf"(?:\(?(?:\+|00\s?)44{_POINTS}0?{_POINTS}|44{_GAP}(?=7))\d(?:{_POINTS}\d){{8,9}}(?!\w)"
    rf"|\+[1-9]\d{{0,2}}(?:{_GAP}\d){{7,12}}(?!\w)"
    rf"|\(?(?!\d\d[.\s]\d\d[.\s]\d{{4}})07(?:(?:\.|{_GAP})\d){{9}}(?!\w)"
    rf"|\(?0\d(?:{_GAP}\d){{8,9}}(?![\w/])"
    r"|0\d{2}[./]\d{4}[./ -]?\d{4}(?![\w/])|0\d{3}[./]\d{3}[./ -]?\d{4}(?![\w/])|0\d{4}[./]\d{3}[./ -]?\d{2,3}(?![\w/])"
    r")"
)
#: Lines of public services, which belong to nobody.
SERVICE = re.compile(r"03|080[08]")
#: With the sign itself, or with what people put in its place.
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:(?:@|&#64;|\s?[(\[{]\s?(?:at|AT)\s?[)\]}]\s?)[\w-]+(?:\.[\w-]+)+"
    r"|\s@\s[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})"
)
_AT = re.compile(r"@|&#64;|[(\[{]\s?(?:at|AT)\s?[)\]}]")
_LOCAL = re.compile(r"[\w.+-]+")
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
_LONG = re.compile(rf"\d(?:{_POINTS}\d){{7}}")
_ENDS = re.compile(r"\d[ -]?[A-Da-d]\b")
#: The words of mailboxes that belong to a role, not to a person.
ROLES = {
    *("admin", "analyst", "board", "chair", "clerk", "communications", "communities", "community", "communitysafety"),
    *("contact", "coordinator", "council", "csp", "data", "desk", "enquiries", "enquiry", "feedback", "fire", "help"),
    *("helpdesk", "hello", "info", "licensing", "mail", "mailbox", "manager", "media", "office", "officer"),
    *("partnership", "partnerships", "police", "post", "press", "reception", "report", "reports", "safe", "safer"),
    *("safeguarding", "safety", "secretariat", "service", "services", "support", "team", "webmaster"),
}
#: What stands in place of each kind where it would be published.
MASKS: Mapping[str, str] = {
    "personal-telephone": "[telephone number left out]",
    "personal-email": "[e-mail address left out]",
    "personal-national-insurance": "[National Insurance number left out]",
    "personal-postcode": "[postcode left out]",
    "personal-vehicle": "[vehicle registration left out]",
}


def details(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Every personal detail in a text, with the code of its finding, kind by kind."""
    for code, pattern in _patterns(text).items():
        for match in pattern.finditer(text):
            if not _is_public(code, match[0]):
                yield code, match


def masked(text: str) -> str:
    """The text with words in place of each personal detail."""
    for code, pattern in _patterns(text).items():
        text = pattern.sub(partial(_mask, code), text)
    return text


def _mask(code: str, match: re.Match[str]) -> str:
    return match[0] if _is_public(code, match[0]) else MASKS[code]


def _patterns(text: str) -> Mapping[str, re.Pattern[str]]:
    """Those that may be in a text."""
    may_be = {
        "personal-telephone": _LONG.search(text),
        "personal-email": _AT.search(text),
        "personal-national-insurance": _ENDS.search(text),
        **dict.fromkeys(_CODES, _NEXT.search(text)),
    }
    return {code: pattern for code, pattern in PATTERNS.items() if may_be[code]}


def _is_public(code: str, found: str) -> bool:
    """Whether it is a role's mailbox or a public service's line."""
    if code == "personal-email":
        local = _LOCAL.match(found)
        words = re.split(r"[.\-_+]+", local[0].lower().strip(".-_+") if local else "")
        return all(word in ROLES for word in words)
    if code == "personal-telephone":
        digits = re.sub(r"\D", "", found)
        return bool(SERVICE.match(re.sub(r"^(00)?440?", "0", digits)))
    return False
