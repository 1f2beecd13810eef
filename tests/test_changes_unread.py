"""Files that one of two versions cannot read: what they hold is neither new nor gone, and they are named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cspsite.changes.change import Change
from cspsite.changes.compare import compare
from cspsite.changes.version import Version
from cspsite.model import Data
from tests.builders import COUNTS, GROUP, REPORT
from tests.versions import BASE, STREETS, version


def told(old: Version, new: Version) -> list[tuple[str, str]]:
    """Return kind and id of each change."""
    return [(change.kind, change.subject.id) for change in compare(old, new)]


def without(name: str, key: object) -> Data:
    """Return the base without a record."""
    records: dict[str, Any] = {name: {id: record for id, record in getattr(BASE, name).items() if id != key}}
    return replace(BASE, **records)


@pytest.mark.parametrize(
    "path,other",
    [
        (STREETS, without("groups", "streets")),
        (REPORT, without("reports", next(iter(BASE.reports)))),
        (COUNTS, without("observations", "burglary")),
        ("indicators/fires.yml", without("indicators", "fires")),
        ("denominators/population.yml", without("denominators", "population")),
        ("denominators/population.csv", without("denominator_values", "population")),
        ("glossary.yml", without("glossary", "CCTV")),
    ],
)
def test_what_cannot_be_read_is_not_gone(path: str, other: Data) -> None:
    """A record whose file cannot be read is told as that file, once, and not as gone; nor as new on the way back."""
    assert "file-unread" not in {kind for kind, _ in told(Version(BASE), Version(other))}
    unread = Version(other, unread=[path])
    assert told(Version(BASE), unread) == [("file-unread", path)]
    assert told(unread, Version(BASE)) == [("file-unread", path)]


def test_what_is_read_of_it_is_told() -> None:
    """A field that differs in such a file is told all the same, and so is what came and went in other files."""
    other = version(
        (GROUP, "owner: Council", "owner: Police"), (STREETS, '"title": "Light the underpass"', '"title": "Lamps"')
    )
    found = told(Version(BASE), Version(other, unread=[GROUP]))
    assert found == [("file-unread", GROUP), ("action-changed", "locks"), ("action-changed", "lights")]


def test_words_and_the_way_back() -> None:
    """The sentence says which of the two versions it is, and the mirror says the other one."""

    def only(old: Version, new: Version) -> Change:
        """Return the one change."""
        (found,) = compare(old, new)
        return found

    unread = Version(without("groups", "streets"), unread=[STREETS])
    there, back = only(Version(BASE), unread), only(unread, Version(BASE))
    assert there.words == (
        f"In the later version the file “{STREETS}” cannot be read as a whole: "
        "what it holds is not told as new or gone."
    )
    assert back.words.startswith("In the earlier version the file")
    assert there.mirrored() == back


def test_what_neither_can_read() -> None:
    """A file that neither version can read has not changed by that."""
    other = version((GROUP, "owner: Council", "owner: Police"))
    found = told(Version(BASE, unread=[STREETS]), Version(other, unread=[STREETS]))
    assert found == [("action-changed", "locks")]
