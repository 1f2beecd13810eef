"""Word-by-word differences of two texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.changes.wording import Piece, Sort, differences, words_of

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
        ("", "New.", ["+New."]),
        ("Gone.", "", ["-Gone."]),
        ("", "", []),
    ],
)
def test_differences(old: str, new: str, expected: list[str]) -> None:
    """Whole words differ, their punctuation apart; neighbours that differ are one piece, the deleted one first."""
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
def test_words_join_to_the_text(text: str) -> None:
    """Every character belongs to one word, space or sign."""
    assert "".join(words_of(text)) == text
