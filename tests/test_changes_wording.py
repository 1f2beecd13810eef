"""Word-by-word differences of two texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.changes.wording import Piece, Sort, can_have_stayed, differences, most_stayed, words_of

SORTS: dict[str, Sort] = {"=": "same", "+": "inserted", "-": "deleted"}
#: Texts of few words, so that two of them have some in common.
TEXTS = st.one_of(
    st.text(max_size=20),
    st.lists(
        st.sampled_from(["locks", "fit", " ", "  ", "\n", ".", ",", "7.7%", "{{ a.b }}", "it’s"]), max_size=14
    ).map("".join),
)


def written(pieces: list[Piece]) -> list[str]:
    """Return pieces as `=text`, `+text` and `-text`."""
    signs = {sort: sign for sign, sort in SORTS.items()}
    return [signs[piece.sort] + piece.text for piece in pieces]


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("Fit more locks.", "Fit more locks.", ["=Fit more locks."]),
        ("Fit more locks.", "Fit new locks.", ["=Fit ", "-more", "+new", "= locks."]),
        ("Fit locks", "Fit locks now", ["=Fit locks", "+ now"]),
        ("Fit locks, now.", "Fit locks now.", ["=Fit locks", "-,", "= now."]),
        ("down 7.7%", "down 7.8%", ["=down ", "-7.7", "+7.8", "=%"]),
        ("was one two here", "was three four here", ["=was ", "-one two", "+three four", "= here"]),
        ("{{ a.count }} fell", "{{ b.count }} fell", ["-{{ a.count }}", "+{{ b.count }}", "= fell"]),
        ("Fit locks", "Fit new locks", ["=Fit ", "+new ", "=locks"]),
        # "and" stayed, but is no longer than what changed on both its sides
        ("visited and swept", "painted and mended", ["-visited and swept", "+painted and mended"]),
        ("lit, and there swept", "was, and there been", ["-lit", "+was", "=, and there ", "-swept", "+been"]),
        ("two  spaces", "two spaces", ["=two", "-  ", "+ ", "=spaces"]),
        ("space at the end", "space at the end ", ["=space at the end", "+ "]),
        ("", "New.", ["+New."]),
        ("Gone.", "", ["-Gone."]),
        ("", "", []),
    ],
)
def test_differences(old: str, new: str, expected: list[str]) -> None:
    """Whole words differ, their punctuation apart; what changed side by side is one piece, the deleted one first."""
    assert written(differences(old, new)) == expected


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_pieces_join_to_both_texts(old: str, new: str) -> None:
    """Nothing is lost: all but the inserted is the old text, all but the deleted the new one."""
    pieces = differences(old, new)
    assert "".join(piece.text for piece in pieces if piece.sort != "inserted") == old
    assert "".join(piece.text for piece in pieces if piece.sort != "deleted") == new


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_the_way_back_is_the_same(old: str, new: str) -> None:
    """From the new text to the old one the same words stay, and the others change their sign."""
    there, back = differences(old, new), differences(new, old)
    for sort, other in (("same", "same"), ("inserted", "deleted"), ("deleted", "inserted")):
        assert [p.text for p in there if p.sort == sort] == [p.text for p in back if p.sort == other]


@given(TEXTS)
def test_words_are_the_text_without_space(text: str) -> None:
    """Every character but space belongs to one word or sign."""
    assert "".join("".join(words_of(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "old, new, can, stayed",
    [
        ("Fit locks", "Fit locks", True, True),
        # one of two words
        ("Fit locks", "Fit doors", True, True),
        # one of three
        ("Fit more locks", "Fit new doors", False, False),
        # the words stayed, in another order
        ("one two three four", "four three two one", True, False),
        # the shorter text counts: all its words are in the longer one
        ("Fit locks", "Fit locks on all the doors of the estate", True, True),
    ],
)
def test_most_stayed(old: str, new: str, can: bool, stayed: bool) -> None:
    """Most of a text stayed where half of the words of the shorter one are in both, in their order."""
    assert (can_have_stayed(old, new), most_stayed(differences(old, new))) == (can, stayed)
