"""What looks like a personal detail in a text: a telephone number, an e-mail address, a postcode and their like."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial

from cspsite.public_words import PublicWords

#: What people type between the digits of a number: spaces, line ends, brackets, emphasis, and every kind of dash.
_GAP = r"(?:&nbsp;|[\s()*_\-‐-―−]){0,6}"
#: Beside those, points; they stand between other numbers and dates too, so only where a number can be nothing else.
_POINTS = r"(?:&nbsp;|[\s()*_./\-‐-―−]){0,6}"
#: What may stand between the first two digits of a number whose digits stand one by one.
_APART = "(?:&nbsp;|[ \u00a0)]){0,2}"
_BLANK = "[ \u00a0]"
_DAY, _MONTH, _BETWEEN = r"(?:0[1-9]|[12]\d|3[01])", r"(?:0[1-9]|1[0-2])", r"(?:&nbsp;|[\s./_\-‐-―−]){1,3}"
_SHORT_DATE = rf"{_MONTH}{_BETWEEN}\d\d"
#: Dates and years beside each other, from the first of them or from its month on; with years of two digits, two dates.
_DATES = (
    rf"(?:{_DAY}{_BETWEEN})?{_MONTH}{_BETWEEN}(?:19|20)\d\d(?!\d)"
    rf"|(?:{_DAY}{_BETWEEN})?{_SHORT_DATE}{_GAP}{_BETWEEN}{_DAY}{_BETWEEN}{_SHORT_DATE}(?!\d)"
    r"|\d\d-\d\d(?:\s{1,3}\d\d-\d\d){2}"
)
#: No number of the United Kingdom begins with 04 or 06, or with 05 but for three kinds.
_TELEPHONE = re.compile(
    r"(?<![\w./+-])(?:"
    rf"(?:\(?(?:\+|00\s?)44{_POINTS}0?{_POINTS}|44{_GAP}(?=7))\d(?:{_POINTS}\d){{8,9}}(?!\w)"
    rf"|\+[1-9]\d{{0,2}}(?:{_GAP}\d){{7,12}}(?!\w)"
    rf"|\(?(?!{_DATES})(?:"
    rf"0{_APART}7(?:(?:\.|{_GAP})\d){{9}}(?!\w)"
    rf"|0(?:[1-37-9]|5(?={_GAP}[056]))(?:{_GAP}\d){{8,9}}(?![\w/])"
    rf"|(?<!\d{_BLANK})0{_BLANK}[12](?:{_BLANK}\d){{8,9}}(?![\w/]|{_BLANK}\d)"
    r"|0\d{2}[./]\d{4}[./ -]?\d{4}(?![\w/])|0\d{3}[./]\d{3}[./ -]?\d{4}(?![\w/])|0\d{4}[./]\d{3}[./ -]?\d{2,3}(?![\w/])"
    r"))"
)
#: Lines of public services, which belong to nobody.
SERVICE = re.compile(r"03|080[08]")
#: A number that a person can carry or have at home abroad, in its national form or with the sign of a country.
_MOBILE = re.compile(r"07|\+|00|44")
#: What stands right before a number that leads to a file, not to a person.
REFERENCE = re.compile(
    r"(?<![\w-])(?<!to )(?:"
    r"(?:URN|CRN|CAD|P\.?O|refs?|references?|crimes?|incidents?|occurrence|log|order|grant|invoice)"
    r"(?:\.?\s?(?:number|numbers|nos?|ref|reference|id)){0,2}"
    r"|(?:account|application|case|charity|claim|company|contract|exhibit|job|licence|requisition|ticket)"
    r"\s(?:number|nos?|ref|reference|id)"
    r")\.?(?:\s?[:#=]|\s(?:is|was))?[\s*_]{0,3}$",
    re.IGNORECASE,
)
#: How far back a number's own word is looked for: further than `REFERENCE` reaches.
BEFORE = 60
#: A number in one piece, as files have it; a mobile number never counts as one.
IN_ONE = re.compile(r"\(?0(?!7\d{9}$)[1-9]\d+")
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
#: What cannot be anything else.
_SURE = ("personal-email", "personal-national-insurance")
PUBLIC = PublicWords()
#: What has letters next to digits. Few texts have any, and `_NEXT` tells which, in one look instead of two.
_CODES = ("personal-postcode", "personal-vehicle")
_NEXT = re.compile(r"\d(?:(?<=[A-Za-z]\d)|(?<=[A-Z] \d))")  # a search for digits is the fastest
_LONG = re.compile(rf"\d(?:{_POINTS}\d){{7}}")
_ENDS = re.compile(r"\d[ -]?[A-Da-d]\b")
#: A section of an Act, or a year, with what stands behind it.
SECTION = re.compile(r"(?:S\d{1,3} ?|(?:FY|CY|AY|YE)\d\d )([A-Z]{3})")
#: Letters and digits in another width or face, which look alike.
WIDE = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]")
#: What stands in place of each kind where it would be published.
MASKS: Mapping[str, str] = {
    "personal-telephone": "[telephone number left out]",
    "personal-email": "[e-mail address left out]",
    "personal-national-insurance": "[National Insurance number left out]",
    "personal-postcode": "[postcode left out]",
    "personal-vehicle": "[vehicle registration left out]",
}


def plain(text: str) -> str:
    """The text with letters and digits of another width as everybody types them, sign by sign."""
    if text.isascii() or not WIDE.search(text):
        return text
    return WIDE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def details(text: str, public: PublicWords = PUBLIC) -> Iterator[tuple[str, re.Match[str]]]:
    """Every personal detail in a text, with the code of its finding, kind by kind."""
    text = plain(text)
    for code, pattern in _patterns(text).items():
        for match in pattern.finditer(text):
            if not _is_public(code, match, public):
                yield code, match


def masked(text: str, public: PublicWords = PUBLIC) -> str:
    """The text with words in place of each personal detail; the very same where it has none."""
    made = plain(text)
    for code, pattern in _patterns(made).items():
        made = pattern.sub(partial(_mask, code, public), made)
    return made if made != plain(text) else text


def is_sure(text: str) -> bool:
    """Whether a text has what can be nothing but somebody's own: no list can make that public."""
    return any(
        code in _SURE or (code == "personal-telephone" and _MOBILE.match(match[0].lstrip("(")))
        for code, match in details(text)
    )


def _mask(code: str, public: PublicWords, match: re.Match[str]) -> str:
    return match[0] if _is_public(code, match, public) else MASKS[code]


def _patterns(text: str) -> Mapping[str, re.Pattern[str]]:
    """Those that may be in a text."""
    may_be = {
        "personal-telephone": _LONG.search(text),
        "personal-email": _AT.search(text),
        "personal-national-insurance": _ENDS.search(text),
        **dict.fromkeys(_CODES, _NEXT.search(text)),
    }
    return {code: pattern for code, pattern in PATTERNS.items() if may_be[code]}


def _is_public(code: str, match: re.Match[str], public: PublicWords) -> bool:
    """Whether it is a shared mailbox, a service's line, a reference, a section of an Act, or listed as nobody's."""
    found = match[0]
    if public.texts and listed(found) in public.texts:
        return True
    if code == "personal-email":
        local = _LOCAL.match(found)
        return local is not None and _are_known(_words(local[0]), public.mailboxes)
    if code == "personal-telephone":
        digits = re.sub(r"^(00)?440?", "0", re.sub(r"\D", "", found))
        return bool(SERVICE.match(digits) or (IN_ONE.fullmatch(found) and _is_reference(match)))
    section = SECTION.fullmatch(found) if code == "personal-vehicle" else None
    return section is not None and section[1] in public.short_forms


def listed(found: str) -> str:
    """A detail as it is listed: with single spaces, and without what its pattern takes along before it."""
    return " ".join(plain(found).lstrip("(").split())


def beginning(found: str) -> str:
    """All that is ever told of a detail: its first three signs."""
    return f"{found[:3]}…"


def _is_reference(match: re.Match[str]) -> bool:
    start = match.start()
    return REFERENCE.search(match.string[max(0, start - BEFORE) : start]) is not None


def _words(local: str) -> tuple[str, ...]:
    """The words of the part of an address that stands before the sign."""
    return tuple(re.split(r"[.\-_+]+", local.lower().strip(".-_+")))


def _are_known(words: tuple[str, ...], known: frozenset[str]) -> bool:
    """Whether words are all known, each by itself or together with those behind it, as `safer-homes` is."""
    if not words:
        return True
    sizes = range(1, len(words) + 1)
    return any("".join(words[:n]) in known and _are_known(words[n:], known) for n in sizes)
