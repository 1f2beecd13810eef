"""Boxes of the form that hold more than the partnership's form has room for."""

from __future__ import annotations

from collections.abc import Iterator

from cspsite.check.passage import Read
from cspsite.findings import Finding
from cspsite.tokens import TOKEN


def check(read: Read) -> Iterator[Finding]:
    """A box whose words have more characters than the form's limit, where it sets one."""
    limit = read.subject.data.partnership.form.characters
    size = length(read.passage.text)
    if limit is not None and size > limit:
        yield Finding("box-too-long", read.start, f"{size:,} characters", f"{limit:,} characters at most")


def length(text: str) -> int:
    """How many characters a box's words have; figures that are quoted do not count, however long their codes are."""
    return len(TOKEN.sub("", text))
