"""Personal details that must not stand on a public site, wherever in the files they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cspsite.findings import Finding, Place

_TELEPHONE = re.compile(r"(?<![\w.,/+-])(?:\+44[\s-]?\(?0?\)?|\(?0)\d(?:[\s()-]{0,2}\d){8,9}(?![\w/])")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b|\b[a-pr-uwyz][a-hk-y]?\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}\b"
)
_VEHICLE = re.compile(
    r"\b[A-HJ-PR-Y]{2}\d{2} ?[A-HJ-PR-Z]{3}\b"  # since 2001: AB51 CDE
    r"|\b[CDEFGHJKLNPRSTVWXY]\d{1,3} ?[A-HJ-PR-Y]{3}\b|\b[ABM]\d{1,3}[A-HJ-PR-Y]{3}\b"  # older; A, B, M: roads
)
_NATIONAL_INSURANCE = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"
)
_PATTERNS = {
    "personal-telephone": _TELEPHONE,
    "personal-email": _EMAIL,
    "personal-national-insurance": _NATIONAL_INSURANCE,
    "personal-postcode": _POSTCODE,
    "personal-vehicle": _VEHICLE,
}
#: The first words of mailboxes that belong to a role, not to a person.
_ROLES = {
    *("admin", "communitysafety", "community", "contact", "csp", "data", "enquiries", "info", "office"),
    *("partnership", "safety", "team"),
}


def check(texts: Mapping[str, str]) -> Iterator[Finding]:
    """Every personal detail in every file; the finding names the kind and shows only its beginning."""
    for path, text in texts.items():
        for code, pattern in _PATTERNS.items():
            for match in pattern.finditer(text):
                if code == "personal-email" and re.split(r"[.\-_+]", match[0].lower().split("@")[0])[0] in _ROLES:
                    continue
                line = text.count("\n", 0, match.start()) + 1
                yield Finding(code, Place(path, line), f"{match[0][:3]}…", "no personal details")
