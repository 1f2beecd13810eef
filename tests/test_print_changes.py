"""What a pull request does, as a reviewer reads it: Markdown, text and JSON."""

from __future__ import annotations

import json

import pytest

from cspsite.print_changes import as_json, as_markdown, as_text
from cspsite.publication import read
from cspsite.review import Review, review
from tests.builders import COUNTS, GROUP, MINIMAL, PARTNERSHIP, REPORT, TODAY, Files, edited, tree


def compared(*changes: Files) -> Review:
    """Return the review of the minimal partnership with changes, against it as it is."""
    return review(read(tree(), TODAY), read(tree(*changes), TODAY))


RED = edited(REPORT, "**Status:** Green", "**Status:** Red")
RESTATED = edited(COUNTS, "2006-07,95,,", "2006-07,125,r,counted again")


def test_nothing_changed_is_said() -> None:
    """Two equal versions have a headline and nothing else."""
    found = compared()
    assert (found.changes, found.added, found.resolved, found.is_blocked) == ((), (), (), False)
    assert as_markdown(found) == "## Nothing has changed"
    assert as_text(found) == "Nothing has changed"


def test_headline_counts_what_changed() -> None:
    """A status that became worse and a restated count are told in the headline, before all else."""
    assert compared(RED).headline.startswith("1 status worsened")
    assert "1 figure restated" in compared(RESTATED).headline


def test_status_comes_first_with_its_evidence() -> None:
    """The flip of a status stands in the first section, with what the figures suggest beside it."""
    text = as_markdown(compared(RED))
    first = text.split("### ")[1]
    assert first.startswith("Statuses\n")
    assert "Green before, Red now" in first
    assert "suggest Green" in first


def test_restated_count_names_old_and_new_and_what_it_moves() -> None:
    """A revised month is told with both counts, and with a published percentage that moves with it."""
    text = as_text(compared(RESTATED))
    assert "95" in text
    assert "125" in text
    # 380 offences against 400 were 5.0% fewer; 410 are 2.5% more
    assert "−5.0%" in text
    assert "+2.5%" in text


def test_new_and_resolved_findings_are_told() -> None:
    """Red without remedial action is a new finding; put right, it is resolved."""
    found = compared(RED)
    assert {finding.code for finding in found.added} == {"no-remedial-action", "status-differs"}
    back = review(read(tree(RED), TODAY), read(tree(), TODAY))
    assert {finding.code for finding in back.resolved} == {"no-remedial-action", "status-differs"}
    assert "### New findings: 2" in as_markdown(found)
    assert "### Findings resolved: 2" in as_markdown(back)


def test_finding_that_only_moved_is_neither_new_nor_resolved() -> None:
    """A finding on another line than before is the same finding."""
    red = {REPORT: RED[REPORT]}
    moved = {REPORT: RED[REPORT].replace("- Every lock was fitted.", "- Every lock was fitted.\n- Twice.")}
    found = review(read(tree(red), TODAY), read(tree(moved), TODAY))
    assert (found.added, found.resolved) == ((), ())


def test_finding_in_a_file_that_was_renamed_is_neither_new_nor_resolved() -> None:
    """A finding in a group's report is the same when the group has another id, and its meeting another day."""
    red = edited(REPORT, "**Status:** Green", "**Status:** Red")
    report = "groups/houses/reports/2006-09-18.md"
    day = edited(PARTNERSHIP, "2006-09-11", "2006-09-18")
    renamed = {REPORT: None, GROUP: None, report: red[REPORT], "groups/houses/group.yml": MINIMAL[GROUP]} | day
    found = review(read(tree(red), TODAY), read(tree(renamed), TODAY))
    assert {change.kind for change in found.changes} == {"group-renamed", "meeting-moved"}
    assert [finding.code for finding in read(tree(renamed), TODAY).findings]
    assert (found.added, found.resolved) == ((), ())


def test_errors_of_the_head_block_it() -> None:
    """A head with an error says that it cannot be published."""
    broken = compared(edited(COUNTS, "2006-07,95,,", "2006-07,-95,,"))
    assert broken.is_blocked
    assert "cannot be published" in as_markdown(broken)


def test_version_that_cannot_be_read_is_named() -> None:
    """Without a readable partnership.yml there is nothing to compare, and that is said, never `nothing changed`."""
    found = review(read(tree({"partnership.yml": "name: [\n"}), TODAY), read(tree(), TODAY))
    assert found.headline == "The data of the base cannot be read, so nothing can be compared"


def test_wording_is_marked_word_by_word() -> None:
    """In the folded section, and in a terminal, a changed text shows what was taken out and what was put in."""
    found = compared(edited(REPORT, "Fit more locks.", "Fit many better locks."))
    text = as_markdown(found)
    assert "~~more~~" in text
    assert "**many better**" in text
    assert text.index("<details>") < text.index("~~more~~") < text.index("</details>")
    assert "Fit [-more-]{+many better+} locks." in as_text(found)


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "</details>", "@everyone", "**bold** [x](http://y)"])
def test_text_of_the_data_is_only_text(hostile: str) -> None:
    """Nothing of the data is read as HTML, as Markdown or as a mention."""
    text = as_markdown(compared(edited(GROUP, "title: Fit new locks", f"title: 'Fit {hostile}'")))
    assert f"Fit {hostile}" not in text
    assert text.count("<details>") == text.count("</details>") == 1


def test_long_reviews_are_cut() -> None:
    """A comment is no longer than GitHub takes, says that it is cut, and closes what it opened."""
    rows = "\n".join(f"- Lock number {n} of the many was fitted in the street with the long name." for n in range(2000))
    text = as_markdown(compared(edited(REPORT, "- Every lock was fitted.", rows)))
    assert len(text) < 65_536
    assert "prints the rest" in text
    assert text.count("<details>") == text.count("</details>")


def test_json_has_kinds_subjects_and_values() -> None:
    """For machines each change has its kind, its subject, and what it was and is."""
    content = json.loads(as_json(compared(RED)))
    assert content["blocked"] is False
    status = content["changes"][0]
    assert (status["kind"], status["old"], status["new"]) == ("status-changed", "Green", "Red")
    assert (status["subject"]["group"], status["subject"]["id"], status["subject"]["target"]) == (
        "homes",
        "locks",
        "burglary",
    )
