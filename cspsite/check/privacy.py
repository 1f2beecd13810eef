"""Personal details that must not stand on a public site, wherever in the files they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cspsite import personal
from cspsite.findings import Finding, Place


def check(texts: Mapping[str, str]) -> Iterator[Finding]:
    """Every personal detail in every file; the finding names the kind and shows only its beginning."""
    for path, text in texts.items():
        for code, match in personal.details(text):
            line = text.count("\n", 0, match.start()) + 1
            yield Finding(code, Place(path, line), f"{match[0][:3]}…", "no personal details")
