"""Bytes to text: what is wrong with a file before anyone looks at what it says."""

from __future__ import annotations

import re

from cspsite.findings import Finding, Place

_CONFLICT = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?= |$)", re.MULTILINE)


def read_text(path: str, content: bytes) -> tuple[str | None, list[Finding]]:
    """The file's text with plain line ends and no byte-order mark; None when it cannot be read safely."""
    findings: list[Finding] = []
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
        findings.append(Finding("byte-order-mark", Place(path), "a byte-order mark", "plain UTF-8"))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{content[error.start]:02x}, which is not UTF-8"
        return None, [*findings, Finding("encoding-wrong", Place(path, line), found, "text in UTF-8")]
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return None, [*findings, Finding("encoding-wrong", Place(path, line), "a zero byte", "text in UTF-8")]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        findings.append(Finding("windows-line-ends", Place(path), "line ends CR LF", "line ends LF"))
    if match := _CONFLICT.search(text):
        line = text.count("\n", 0, match.start()) + 1
        found = f"the marker {match[1]}"
        return None, [*findings, Finding("merge-conflict", Place(path, line), found, "one version")]
    return text, findings
