"""A report's record to its Markdown, and back: whatever is typed stays in its box, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.box_text import box_text, line_text
from cspsite.lines import Key, Lines
from cspsite.model import OtherIssue, PreparedBy, Report, Update
from cspsite.periods import Month
from cspsite.report_file import read_report
from cspsite.report_text import normal, report_text
from tests.builders import DATA, MINIMAL, REPORT
from tests.typed_reports import MEETING, typed, typed_reports

_PLANS = "next two months"


def read(text: str) -> Report:
    """Return the report of a text that must have nothing wrong with it."""
    report, findings = read_report("p", text, "homes", MEETING, Lines())
    assert findings == []
    assert report is not None
    return report


def report(**values: object) -> Report:
    """Return a report with some values of its own."""
    facts = {"data_to": Month.parse("2006-07"), "classification": "OFFICIAL", "group": "homes", "meeting": MEETING}
    return Report.model_validate(facts | values)


def test_the_whole_form() -> None:
    """Every box has its heading, whether it holds anything or not, and an empty status is an empty line."""
    given = report(
        prepared_by=PreparedBy(name="A Person", role="Officer"),
        achievements=("One.\n\nMore.", "Two."),
        updates=(Update(action="locks", target="burglary", heading="Locks", progress="Fitted."),),
        other_issues=(OtherIssue(title="Rain", recipient="The council", text="It rained."),),
    )
    assert report_text(given, _PLANS) == (
        "---\ndata_to: 2006-07\nclassification: OFFICIAL\nprepared_by: {name: A Person, role: Officer}\n---\n\n"
        "## Achievements\n\n- One.\n\n  More.\n- Two.\n\n## Barriers\n\n## Updates\n\n"
        "### Locks {#locks.burglary}\n\n**Status:**\n\n#### Progress\n\nFitted.\n\n"
        "#### Plans for the next two months\n\n#### Remedial action\n\n"
        "## Other issues\n\n### Rain\n\n**For:** The council\n\nIt rained.\n"
    )


@pytest.mark.parametrize("path", sorted(DATA.glob("groups/*/reports/*.md")), ids=lambda path: path.stem)
def test_real_reports_come_back(path) -> None:  # type: ignore[no-untyped-def]
    """A report of the data folder says the same after it was written anew."""
    found = read(path.read_text("utf-8"))
    assert read(report_text(found, _PLANS)) == found


def test_a_report_written_so_is_written_so_again() -> None:
    """The tests' own report is in the form already, but for a remedial action that it has no heading for."""
    text = MINIMAL[REPORT]
    assert report_text(read(text), _PLANS) == text.replace(
        "Fit more locks.\n", "Fit more locks.\n\n#### Remedial action\n"
    )


@pytest.mark.parametrize(
    "typed,kept",
    [
        ("# Burglary", "\\# Burglary"),
        ("#hashtag", "#hashtag"),
        ("## Updates\n### Nobody {#x}", "\\## Updates\n\\### Nobody {#x}"),
        ("Words\n---", "Words\n\\---"),
        ("Words\n\n---\n\nMore", "Words\n\n---\n\nMore"),
        ("Words\n===", "Words\n\\==="),
        ("```\ncode", "\\```\ncode"),
        ("- ~~~ x", "- \\~~~ x"),
        ("<script>alert(1)</script>", "\\<script>alert(1)</script>"),
        ("a < b, b > c", "a < b, b > c"),
        ("<!-- a\nb -->", "&lt;!-- a\nb -->"),
        ("<<<<<<< HEAD", "\\<<<<<<< HEAD"),
        ("One\r\nTwo\rThree\u2028Four", "One\nTwo\nThree\nFour"),
        ("One\u00a0two\tthree \u200bfour  \n\n", "One two three four"),
        ("Grüße – naïve “quotes” 😀", "Grüße – naïve “quotes” 😀"),
        (" \n TBC \n", ""),
        ("n/a", ""),
        ("\x00\x07", ""),
    ],
)
def test_what_is_typed_stays_in_its_box(typed: str, kept: str) -> None:
    """Signs that would end the box or hide what follows are escaped; everything else stands as typed."""
    assert box_text(typed) == kept


@pytest.mark.parametrize(
    "typed,kept",
    [
        ("  Rain\n and   snow ", "Rain and snow"),
        ("Rain {#locks.burglary}", "Rain"),
        ("Rain ## {#x} ##", "Rain"),
        ("C#", "C#"),
        ("<!-- x", "&lt;!-- x"),
    ],
)
def test_a_title_is_one_line_without_an_id(typed: str, kept: str) -> None:
    """A title cannot pretend to be another action's, nor lose what follows it."""
    assert line_text(typed) == kept


@settings(max_examples=400, deadline=None)
@given(typed_reports)
def test_whatever_is_typed_comes_back(given: Report) -> None:
    """Read back, a report is the one that was written, with nothing for the checks to say of its form."""
    wanted = normal(given)
    assert read(report_text(given, _PLANS)) == wanted
    assert normal(wanted) == wanted


def test_notes_are_not_published() -> None:
    """Notes stand below their headings as comments, whatever they hold, and are not read."""
    given = report(updates=(Update(action="locks", heading="Locks"),))
    text = report_text(
        given, _PLANS, {("achievements",): "--> once <!--\n## more", ("updates", 0, "plans"): "Last time: x"}
    )
    assert "## Achievements\n\n<!-- --&gt; once &lt;!--\n## more -->\n" in text
    assert "#### Plans for the next two months\n\n<!-- Last time: x -->\n" in text
    assert read(text) == given


_places = st.sampled_from([(), ("achievements",), ("updates",), ("updates", 0), ("updates", 0, "plans")])


@settings(max_examples=200, deadline=None)
@given(typed_reports, st.dictionaries(_places, typed, max_size=4))
def test_no_note_changes_a_report(given: Report, notes: dict[Key, str]) -> None:
    """Whatever a note holds, the report that is read is the one without it."""
    assert read(report_text(given, _PLANS, notes)) == normal(given)


def test_a_note_at_the_end() -> None:
    """What has no place in the report stands below everything else, and is not read."""
    given = report(other_issues=(OtherIssue(title="Rain", text="It rained."),))
    text = report_text(given, _PLANS, {("end",): "Left over --> ## Updates"})
    assert text.endswith("### Rain\n\nIt rained.\n\n<!-- Left over --&gt; ## Updates -->\n")
    assert read(text) == given
