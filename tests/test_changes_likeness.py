"""Which old things are which new ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspsite.changes.likeness import matched, paired, ratio, share

TEXTS = st.lists(st.sampled_from(["fit", "locks", "more", "lights", "now"]), max_size=4).map(" ".join)


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("Fit new locks", "Fit new locks", 1.0),
        ("Fit new locks", "FIT NEW LOCKS", 1.0),
        ("Fit new locks", "Walk the beat", 0.0),
        # two words of three are the same: 2 × 2 ÷ (3 + 3)
        ("Fit new locks", "Fit old locks", 2 / 3),
        ("", "", 1.0),
        ("", "Fit", 0.0),
    ],
)
def test_ratio(one: str, other: str, expected: float) -> None:
    """Twice the words in common divided by all words, whatever their case."""
    assert ratio(one, other) == pytest.approx(expected)


def test_share() -> None:
    """Of all that two collections hold, the part in common; nothing has nothing in common with nothing."""
    assert share([1, 2, 3], [2, 3, 4]) == 0.5
    assert share([], []) == 0


def test_the_same_key_goes_before_likeness() -> None:
    """A thing that keeps its id is not taken for another, however alike; the rest is paired, the most alike first."""
    old = {"a": "fit locks", "b": "walk the beat", "c": "light the park"}
    new = {"a": "walk the beat", "d": "fit locks", "e": "light the park"}
    pairs = paired(old, new, ratio, 0.8)
    assert pairs.both == (("a", "a"), ("c", "e"))
    assert pairs.gone == ("b",)
    assert pairs.come == ("d",)
    assert pairs.renamed == {"c": "e"}


@given(st.dictionaries(st.sampled_from("abcdef"), TEXTS), st.dictionaries(st.sampled_from("abcdef"), TEXTS))
def test_pairs_are_the_same_both_ways(old: dict[str, str], new: dict[str, str]) -> None:
    """From new to old the pairs are those from old to new, turned; each thing is in one pair, gone or came."""
    there, back = paired(old, new, ratio, 0.5), paired(new, old, ratio, 0.5)
    assert {(b, a) for a, b in there.both} == set(back.both)
    assert (set(there.gone), set(there.come)) == (set(back.come), set(back.gone))
    assert sorted([a for a, _ in there.both] + [*there.gone]) == sorted(old)
    assert sorted([b for _, b in there.both] + [*there.come]) == sorted(new)


@given(st.lists(TEXTS, max_size=5), st.lists(TEXTS, max_size=5))
def test_matches_are_the_same_both_ways(old: list[str], new: list[str]) -> None:
    """From new to old the same texts belong together."""

    def equal(one: str, other: str) -> bool:
        """Whether two texts are equal."""
        return one == other

    there, back = matched(old, new, equal, str, ratio), matched(new, old, equal, str, ratio)
    assert sorted((old[i], new[j]) for i, j in there.both) == sorted((old[i], new[j]) for j, i in back.both)
    assert sorted(old[i] for i in there.gone) == sorted(old[i] for i in back.come)
