"""A text in two versions, paragraph by paragraph and item by item."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.changes.passages import Passage, passages, reworded
from cspsite.changes.wording import Sort
from cspsite.word.markdown_in import prose_of
from cspsite.word.prose import Line

SIGNS: dict[Sort, str] = {"same": "=", "inserted": "+", "deleted": "-"}


def written(found: tuple[Passage, ...]) -> list[str]:
    """Return passages as their kind and their pieces: `bullet =Fit |+new|= locks.`."""
    return [f"{one.kind} {'|'.join(SIGNS[piece.sort] + piece.text for piece in one.pieces)}" for one in found]


@pytest.mark.parametrize(
    "old, new, expected",
    [
        # three of four words of each are in both
        ("Fit more locks now.", "Fit new locks now.", ["paragraph =Fit |-more|+new|= locks now."]),
        ("- Fit locks.\n- Ask.", "- Fit locks.\n- Ask.\n- Go.", ["bullet =Fit locks.", "bullet =Ask.", "bullet +Go."]),
        ("- Fit locks.\n- Ask all.", "- Fit locks.", ["bullet =Fit locks.", "bullet -Ask all."]),
        (
            "1. Fit more locks.\n2. Ask.",
            "1. Fit new locks.\n2. Ask.",
            ["number =Fit |-more|+new|= locks.", "number =Ask."],
        ),
        # an item in other words altogether: what was taken out before what was put in
        (
            "- Fit locks on doors.\n- Ask every household.",
            "- Fit locks on doors.\n- Patrol at night.",
            ["bullet =Fit locks on doors.", "bullet -Ask every household.", "bullet +Patrol at night."],
        ),
        ("Stays.\n\nTwo goes.", "Stays.\n\nTwo came.", ["paragraph =Stays.", "paragraph =Two |-goes|+came|=."]),
        # what stands before the item that it became is new
        ("- Fit more locks.", "- Go.\n- Fit new locks.", ["bullet +Go.", "bullet =Fit |-more|+new|= locks."]),
        ("- Fit.\n  - On doors.", "- Fit.\n  - On all doors.", ["bullet =Fit.", "bullet =On |+all |=doors."]),
        # nothing but the marks of Markdown differs, so that these are shown
        ("Fit locks now.", "Fit **locks** now.", ["paragraph =Fit |+**|=locks|+**|= now."]),
        ("[Plan](https://a.org/)", "[Plan](https://b.org/)", ["paragraph =Plan (https://|-a.org|+b.org|=/)"]),
    ],
)  # fmt: skip
def test_most_stayed(old: str, new: str, expected: list[str]) -> None:
    """Where half of the words of the shorter text stayed, one text has the marks of both, in paragraphs and items."""
    found = reworded(old, new)
    assert (written(found.marked), found.before, found.now) == (expected, (), ())


@pytest.mark.parametrize(
    "old, new, before, now",
    [
        ("Fit locks.", "Ask every home.", ["paragraph =Fit locks."], ["paragraph =Ask every home."]),
        # of nine words three stayed, each alone between changes as long as itself
        (
            "We made nine visits and the rest are to follow.",
            "There were six and the number falls.",
            ["paragraph =We made nine visits and the rest are to follow."],
            ["paragraph =There were six and the number falls."],
        ),
        ("Ask.\n\n- Fit.", "1. Walk\n2. Run", ["paragraph =Ask.", "bullet =Fit."], ["number =Walk", "number =Run"]),
        ("", "- New.", [], ["bullet =New."]),
        ("Gone.", "", ["paragraph =Gone."], []),
        # the words are the same, and a list became a paragraph
        ("- Fit locks.", "Fit locks.", ["bullet =Fit locks."], ["paragraph =Fit locks."]),
        ("", "| a | b |\n|---|---|\n| 1 | 2 |", [], ["paragraph =a | b", "paragraph =1 | 2"]),
    ],
)  # fmt: skip
def test_little_stayed(old: str, new: str, before: list[str], now: list[str]) -> None:
    """Where less than half stayed, and where a text was added or taken away, both are as they were, without marks."""
    found = reworded(old, new)
    assert (found.marked, written(found.before), written(found.now)) == ((), before, now)


_SIGNS = ["locks", "fit", " ", "\n", "\n\n", "- ", "1. ", "  ", ".", "+", "=", "*", "# ", "{{ a.b }}", "’", "\t", "a_b"]
_TEXTS = st.lists(st.sampled_from(_SIGNS), max_size=9).map("".join)


@given(_TEXTS)
@settings(deadline=None)
def test_plain_words_are_what_markdown_makes_of_them(text: str) -> None:
    """What is not read as Markdown, because it is plain words, is the same as if it were."""
    read = [(line.kind, " ".join(line.text.split())) for line in prose_of(text) if isinstance(line, Line)]
    assert [(one.kind, " ".join(one.pieces[0].text.split())) for one in passages(text)] == read


def test_long_lists_are_not_compared_item_by_item() -> None:
    """Of two hundred items that are all new nothing is looked for among the two hundred before."""
    old, new = ("\n".join(f"- Street {n} was {done} by us all." for n in range(200)) for done in ("lit", "swept"))
    found = reworded(old, new)
    assert (len(found.marked), len(found.before), len(found.now)) == (0, 200, 200)


@pytest.mark.parametrize("owner, due", [("**Owner:**", "**Due:**"), ("Owner:", "Due:")])
@pytest.mark.parametrize("end", ["\n", "\\\n", "  \n", "\n\n"])
def test_owner_and_day_of_a_remedy_stand_apart(owner: str, due: str, end: str) -> None:
    """The two lines at the end of a remedial action are paragraphs of their own, whatever stands between them."""
    found = passages(f"We buy locks.\nThen we fit them.\n\n{owner} Council{end}{due} 8 January 2007")
    said = [(passage.kind, " ".join(passage.pieces[0].text.split())) for passage in found]
    assert said == [
        ("paragraph", "We buy locks. Then we fit them."),
        ("paragraph", "Owner: Council"),
        ("paragraph", "Due: 8 January 2007"),
    ]
