"""The text of an issue to what stands in each box, whatever somebody has typed into them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.issue.body import Answers, answers
from cspsite.issue.fields import heading_of
from cspsite.lines import Key
from tests.issues import TWO, body

_PROGRESS = "### Progress – Locks (locks.burglary)"
_TALKS = "### Progress – Talk in schools (all) (talks)"
_ORDER = ["locks.burglary", "talks"]


def read(text: str) -> Answers:
    """Return what stands in the boxes of the tests' form, with two actions."""
    return answers(text, _ORDER)


@pytest.mark.parametrize(
    "label,key",
    [
        ("Meeting of Safer Homes (safer-homes)", ("meeting",)),
        ("Your role", ("prepared_by", "role")),
        ("Achievement 2", ("achievements", 2)),
        ("Further barriers", ("barriers", 0)),
        ("Barriers", ("barriers", 0)),
        ("Status – Talk in schools (all) (talks)", ("updates", "talks", "status")),
        ("Plans for the next two months – A – B (a-b.c)", ("updates", "a-b.c", "plans")),
        ("Other issue 3: for whom", ("other_issues", 3, "recipient")),
        ("Status – Talk in schools (Talks)", None),
        ("Status – Talk in schools (../talks)", None),
        ("Status – Talk in schools (a.b.c)", None),
        ("Status Talk in schools (talks)", None),
        ("Statuses – Talk (talks)", None),
        ("Achievement 0", None),
        ("Achievement ٣", None),
        ("Achievement 999999999", None),
        ("Other issue 1: colour", None),
        ("What we did", None),
    ],
)
def test_labels(label: str, key: Key | None) -> None:
    """A heading is one of the form's only where it is so to the letter; ids are as ids are."""
    found = heading_of(label)
    assert (found.key if found else None) == key


def test_each_box_has_its_words() -> None:
    """What was typed stands in its box as it was typed, and nothing in a box that was left empty."""
    found = read(body({"achievements_1": "A.\n\n- B", "updates_talks_progress": "Two talks."}, TWO))
    assert (found.group, found.before, found.copied) == ("homes", "", ())
    assert {key: words for key, words in found.boxes.items() if words} == {
        ("meeting",): "13 November 2006 (2006-11-13)",
        ("achievements", 1): "A.\n\n- B",
        ("updates", "talks", "progress"): "Two talks.",
    }
    assert found.anchors == ("locks.burglary", "talks")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends(end: str) -> None:
    """GitHub sends Windows' line ends; those of other systems are read alike."""
    text = body({"achievements_1": "One.\nTwo."}).replace("\n", end)
    assert answers(text).box("achievements", 1) == "One.\nTwo."


@pytest.mark.parametrize(
    "typed",
    [
        "### What we did\n\nMuch.",
        "```\n### Not closed",
        "<!-- ### Not closed",
        "### Barrier 1 and more",
        "    ### Barrier 1",
        "## Barriers\n\n#### Progress",
        f"Before.\n\n{_TALKS}\n\nFaked.",
        "### Achievement 1\n\nFaked.",
        "### Other issue 2: title\n\nFaked.",
        "### Meeting of Others (others)\n\n2007-01-08",
        "### Progress – No such action (nothing)\n\nFaked.",
    ],
)
def test_headings_in_the_words_of_a_box_are_words(typed: str) -> None:
    """Headings, code and comments that somebody types stay in their box, and the boxes below keep their own words."""
    found = read(body({"updates_locks_burglary_plans": typed, "updates_talks_progress": "Mine."}, TWO))
    assert found.box("updates", "locks.burglary", "plans") == typed
    assert found.box("updates", "talks", "progress") == "Mine."
    assert found.group == "homes"


def test_a_copied_heading_is_told() -> None:
    """A label that was read as words is told, as somebody may have meant it."""
    found = read(body({"updates_locks_burglary_plans": f"Before.\n\n{_TALKS}\n\nFaked."}, TWO))
    assert found.copied == ("Progress – Talk in schools (all) (talks)",)


def test_of_two_headings_that_could_both_be_meant_the_first_is_taken() -> None:
    """The heading that comes next anyway begins its box where it stands first; the second is words in it, and told."""
    label = "Plans for the next two months – Locks (locks.burglary)"
    found = read(body({"updates_locks_burglary_progress": f"A.\n\n### {label}\n\nB."}, TWO))
    assert found.box("updates", "locks.burglary", "progress") == "A."
    assert found.box("updates", "locks.burglary", "plans") == f"B.\n\n### {label}\n\n_No response_"
    assert found.copied == (label,)


def test_boxes_that_were_taken_out_take_no_others_with_them() -> None:
    """Where somebody has deleted headings from the issue, the others keep their words."""
    text = body({"updates_locks_burglary_progress": "Fitted.", "updates_talks_progress": "Two talks."}, TWO)
    kept = "\n\n".join(part for part in text.split("\n\n") if "Barrier" not in part and "Status" not in part)
    found = read(kept)
    assert found.box("updates", "locks.burglary", "progress") == "Fitted."
    assert found.box("updates", "talks", "progress") == "Two talks."
    assert ("barriers", 1) not in found.boxes


def test_an_old_forms_actions_keep_their_words() -> None:
    """Boxes of actions that are not asked for any more are read too, in whichever order the form had them."""
    text = body({"updates_talks_progress": "Two talks.", "updates_locks_burglary_progress": "Fitted."}, TWO)
    found = answers(text, ["gates", "talks"])
    assert found.box("updates", "talks", "progress") == "Two talks."
    assert found.box("updates", "locks.burglary", "progress") == "Fitted."
    assert dict(found.named) == {"locks.burglary": "Locks", "talks": "Talk in schools (all)"}


def test_words_above_the_form_are_kept_aside() -> None:
    """What stands above the first heading is in no box, and kept."""
    found = answers("Dear all,\n\n" + body({}))
    assert (found.before, found.group) == ("Dear all,", "homes")


@pytest.mark.parametrize("text", ["", "Hello.", "# Meeting of Safer Homes (homes)"])
def test_other_texts_have_no_boxes(text: str) -> None:
    """An issue that no form has made is words above a form, and of no group."""
    found = answers(text)
    assert (found.group, dict(found.boxes), found.before) == ("", {}, text)


_rows = st.sampled_from([*body({}, TWO).split("\n"), "words", "### own", "```", "", _PROGRESS, _TALKS])


@settings(max_examples=300, deadline=None)
@given(st.lists(_rows, max_size=60))
def test_every_row_is_in_one_box_or_aside(rows: list[str]) -> None:
    """Whatever the order of an issue's rows, each that says something begins a box, or stands in one, or above all."""
    found = read("\n".join(rows))
    inside = [row for words in [found.before, *found.boxes.values()] for row in words.split("\n")]
    begun = [row for row in rows if row.startswith("### ") and heading_of(row[4:]) in _begun(found)]
    for row in {row for row in rows if row.strip() and row != "_No response_"}:
        assert row in inside or row in begun, row


def _begun(found: Answers) -> list[object]:
    return [heading_of(label) for label in _LABELS if (one := heading_of(label)) and one.key in found.boxes]


_LABELS = [row[4:] for row in [*body({}, TWO).split("\n"), _PROGRESS, _TALKS] if row.startswith("### ")]


def test_many_headings_are_read_at_once() -> None:
    """An issue as long as GitHub takes, of nothing but the form's headings, is read in no time worth telling."""
    many = "\n".join(f"### Achievement {n % 99 + 1}" for n in range(3_500))
    assert len(read(many).copied) == 3_500 - 99
