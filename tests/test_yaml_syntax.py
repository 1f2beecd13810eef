"""What an officer reads where YAML cannot be read: the line with the slip, and what it is."""

from __future__ import annotations

import pytest

from cspsite.yaml_file import read_yaml


@pytest.mark.parametrize(
    "text,line,found",
    [
        ("name:Burglary\nunit: x\n", 1, "no space after the colon in “name:Burglary”"),
        ("a: 1\nname:Burglary\nunit: x\n", 2, "no space after the colon in “name:Burglary”"),
        ("a: b\nname Burglary\nunit: x\n", 2, "no colon in “name Burglary”"),
        ("name Burglary\nunit: x\n", 1, "no colon in “name Burglary”"),
        ("a: b: c\n", 1, "a second colon, in words without quotes, in “a: b: c”"),
        ("x: y\na: 'open\nb: c\n", 2, "a quote that is left open in “a: 'open”"),
        ("a: 'it's'\n", 1, "a quote that ends too early in “a: 'it's'”"),
        ("a: [1\nb: c\n", 1, "a bracket that is left open in “a: [1”"),
        ("a: {b: c\nd: e\n", 1, "a bracket that is left open in “a: {b: c”"),
        ("a: b\n  c: d\n", 2, "indentation that differs from the line above in “c: d”"),
        ("a:\n  - b: 1\n   c: 2\n", 3, "indentation that differs from the line above in “c: 2”"),
        ("a:\n  b: 1\n c: 2\n", 3, "indentation that differs from the line above in “c: 2”"),
        ("a: @x\n", 1, "a sign that needs quotes in “a: @x”"),
        ("a: - b\n", 1, "a list on the line of its key in “a: - b”"),
    ],
)
def test_slips(text: str, line: int, found: str) -> None:
    """Each usual slip is named in plain words, at its own line."""
    (finding,) = read_yaml("p", text).findings
    assert (finding.code, finding.place.line, finding.found) == ("yaml-syntax", line, found)
    assert finding.expected == "key: value, one a line"


def test_control_characters() -> None:
    """A sign that no text should hold is a finding as well."""
    (finding,) = read_yaml("p", "a: \x07\n").findings
    assert (finding.code, finding.found) == ("yaml-syntax", "a sign that cannot be read")
