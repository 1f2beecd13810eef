"""What was sent in the boxes of a form to a report: each word where it belongs, or kept and told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from cspsite.errors import UsageError
from cspsite.issue.sent import Remark, Sent, sent
from cspsite.model import OtherIssue, PreparedBy, Update
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, Files, edited
from tests.issues import MEETING, TWO, body, loaded

_FULL: Mapping[str, str] = {
    "prepared_by_name": "Sgt Ada Example",
    "prepared_by_role": "n/a",
    "prepared_by_organisation": "Anytown Police",
    "achievements_1": "One.",
    "achievements_0": "- Two.\n- Three.\n\nFour.",
    "barriers_1": "- Five.\n\n  More of it.\n- Six.",
    "updates_locks_burglary_status": "Amber: Overall target is in some danger, requires remedial action",
    "updates_locks_burglary_progress": "Fitted 40.",
    "updates_locks_burglary_plans": "- Fit more.",
    "updates_locks_burglary_remedial_action": "Ask again.",
    "other_issues_1_title": "Rain",
    "other_issues_1_recipient": "The council",
    "other_issues_1_text": "It rained.",
    "other_issues_3_text": "No title.",
}


def received(text: str, *changes: Files) -> Sent:
    """Return what is made of the text of an issue."""
    found = loaded(*changes)
    assert found.data
    return sent(found, found.data, text)


def test_the_whole_form() -> None:
    """Every box comes to its place; a list in a box is as many items."""
    found = received(body(_FULL))
    report = found.report
    assert (report.group, report.meeting, str(report.data_to)) == ("homes", date(2006, 11, 13), "2006-07")
    assert report.classification == "OFFICIAL"
    assert report.prepared_by == PreparedBy(name="Sgt Ada Example", organisation="Anytown Police")
    assert report.achievements == ("One.", "Two.", "Three.", "Four.")
    assert report.barriers == ("Five.\n\nMore of it.", "Six.")
    assert report.updates == (
        Update(
            action="locks",
            target="burglary",
            heading="Locks",
            status="Amber",
            progress="Fitted 40.",
            plans="- Fit more.",
            remedial_action="Ask again.",
        ),
    )
    assert report.other_issues == (
        OtherIssue(title="Rain", recipient="The council", text="It rained."),
        OtherIssue(title="Other issue", text="No title."),
    )
    assert found.remarks == ()


def test_paragraphs_in_one_box_are_one_item() -> None:
    """An achievement's own box holds one, however many paragraphs it has; a list in it is as many items."""
    found = received(body({"achievements_1": "One.\n\nMore of it.", "barriers_1": "- Two.\n- Three."}))
    assert found.report.achievements == ("One.\n\nMore of it.",)
    assert found.report.barriers == ("Two.", "Three.")


def test_an_empty_form_is_a_report_with_empty_boxes() -> None:
    """What nobody filled in is left for the checks to tell."""
    report = received(body({})).report
    assert [update.key for update in report.updates] == [("locks", "burglary")]
    assert report.updates[0].status is None
    assert [text for text in report.achievements if text] == []


@pytest.mark.parametrize(
    "typed,status,remark",
    [
        ("Red: Overall target is unlikely to be achieved", "Red", None),
        ("amber", "Amber", None),
        ("**GREEN**", "Green", None),
        ("None", None, None),
        ("TBC", None, None),
        (
            "Purple",
            None,
            Remark(
                "The status of “Locks” is none of Red, Amber and Green. What stands there is not in the report:",
                "Purple",
                doubtful=True,
            ),
        ),
        (
            "Red\n\nbut only just",
            "Red",
            Remark(
                "The status of “Locks” has more words below it. What stands there is not in the report:",
                "but only just",
                doubtful=True,
            ),
        ),
    ],
)
def test_statuses(typed: str, status: str | None, remark: Remark | None) -> None:
    """A status is the word before the colon, however it is written; other words are kept and told."""
    found = received(body({"updates_locks_burglary_status": typed}))
    assert found.report.updates[0].status == status
    assert found.remarks == ((remark,) if remark else ())


_CLOSED = {GROUP: TWO[GROUP] + "    state: closed\n    closed: 2006-10-01\n"}
_GONE = {GROUP: MINIMAL[GROUP]}
_LATER = {GROUP: TWO[GROUP] + "    start: 2006-12-01\n"}


@pytest.mark.parametrize(
    "now,said",
    [
        (_CLOSED, "was closed on 1 October 2006"),
        (_GONE, "is not among the group's actions any more, or never was"),
        (_LATER, "begins on 1 December 2006 only"),
    ],
)
def test_an_old_form(now: Files, said: str) -> None:
    """What is said of an action that is not asked about any more is in the report, and told."""
    found = received(body({"updates_talks_progress": "Two talks."}, TWO), now)
    talks = found.report.update("talks", None)
    assert talks == Update(action="talks", heading="Talk in schools (all)", progress="Two talks.")
    assert [remark.words for remark in found.remarks] == [
        f"“Talk in schools (all)” {said}. What was sent about it is in the report: take it out if it is not wanted."
    ]


def test_nothing_said_of_a_closed_action_is_nothing() -> None:
    """Empty boxes of an action that was closed since make no update."""
    found = received(body({}, TWO), _CLOSED)
    assert [update.action for update in found.report.updates] == ["locks"]
    assert found.remarks == ()


def test_a_target_that_an_action_does_not_serve() -> None:
    """Boxes for another target of the action are kept as an update that the checks refuse."""
    text = body({"updates_locks_burglary_progress": "Fitted."}).replace("(locks.burglary)", "(locks.arson)")
    found = received(text)
    assert [(update.key, update.progress) for update in found.report.updates] == [
        (("locks", "burglary"), ""),
        (("locks", "arson"), "Fitted."),
    ]
    assert [remark.words for remark in found.remarks] == [
        "The form has no boxes for “Locks”: it stands in the report with nothing under it.",
        "“Locks” does not serve that target any more. What was sent about it is in the report: "
        "take it out if it is not wanted.",
    ]


def test_an_action_that_the_form_did_not_have() -> None:
    """An action added since the form was opened stands in the report, and is told."""
    found = received(body({}), TWO)
    assert [update.action for update in found.report.updates] == ["locks", "talks"]
    assert [remark.words for remark in found.remarks] == [
        "The form has no boxes for “Talk in schools (all)”: it stands in the report with nothing under it."
    ]


def test_words_in_no_box_are_kept() -> None:
    """Words above the form, and below the meeting's day, are not in the report, and kept."""
    found = received("Dear all,\n\n" + body({"meeting": f"{MEETING}\n\nSee you there."}))
    assert [(remark.words, remark.kept) for remark in found.remarks] == [
        ("These words stand below the meeting, and are not in the report:", "See you there."),
        ("These words stand above the form's first heading, and are not in the report:", "Dear all,"),
    ]


def test_headings_that_may_be_meant_are_doubtful() -> None:
    """A heading of the form within a box makes the report one that a reviewer has to look at."""
    found = received(body({"achievements_1": "### Barrier 1\n\nFaked."}))
    assert [remark.doubtful for remark in found.remarks] == [True]
    assert "Faked." in "".join([*found.report.achievements, *found.report.barriers])


def test_the_only_meeting_is_taken_where_none_was_chosen() -> None:
    """In a private repository GitHub insists on no box; where there is no choice, none has to be made."""
    found = received(body({}).replace(MEETING, "_No response_"))
    assert found.report.meeting == date(2006, 11, 13)
    assert [remark.words for remark in found.remarks] == [
        "No meeting was chosen. The report is for that of 13 November 2006, the only one without one."
    ]


_TWO_MEETINGS = edited(
    PARTNERSHIP,
    "data_to: 2006-07}\n",
    "data_to: 2006-07}\n  - {date: 2006-11-13, data_to: 2006-07}\n  - {date: 2007-01-08, data_to: 2006-07}\n",
)


@pytest.mark.parametrize(
    "text,changes,message",
    [
        (
            "",
            {},
            "the issue is not as one of the forms makes it: it has no heading such as `### Meeting of Safer Homes "
            "(safer-homes)`. Open a new issue, choose your group's form, and fill it in",
        ),
        (
            body({}).replace("(homes)", "(streets)"),
            {},
            "the form is for the group 'streets', and this partnership has no such group; its groups are: Safer Homes. "
            "Open a new issue and choose one of their forms",
        ),
        (
            body({}).replace("2006-11-13", "2006-12-25"),
            {},
            "there is no meeting on 2006-12-25 in partnership.yml. Edit the issue and write 2006-11-13 under its first "
            "heading, or ask the partnership officer to add the meeting there, and then edit this issue, whose words "
            "are not lost",
        ),
        (
            body({}).replace(MEETING, "next week"),
            _TWO_MEETINGS,
            "the issue does not say which meeting it is for. Edit it: under its first heading, write 2006-11-13 or "
            "2007-01-08",
        ),
        (
            body({}).replace(MEETING, "2006-11-13 or 2007-01-08"),
            _TWO_MEETINGS,
            "the issue does not say which meeting it is for. Edit it: under its first heading, write 2006-11-13 or "
            "2007-01-08",
        ),
        (
            body({}).replace("2006-11-13", "2006-09-11"),
            {},
            "there is a report to the meeting of 11 September 2006 already, and it is not overwritten. To change it, "
            "open the file groups/homes/reports/2006-09-11.md in the data folder on GitHub and select the pencil. If "
            "this is a report to another meeting, edit the issue: under its first heading, write 2006-11-13",
        ),
        (
            body({}),
            {"groups/homes/reports/2006-11-13.md": b"\xff\xfe no text"},
            "there is a report to the meeting of 13 November 2006 already, and it is not overwritten. To change it, "
            "open the file groups/homes/reports/2006-11-13.md in the data folder on GitHub and select the pencil. If "
            "this is a report to another meeting, edit the issue: under its first heading, write its day",
        ),
        (
            body({}),
            edited(GROUP, "chair: Fire service", "chair: Fire service\ncolour: red"),
            "the file groups/homes/group.yml has errors, so that actions may be missing. When they are put right, edit "
            "this issue, whose words are not lost",
        ),
        (
            body({}),
            edited(GROUP, "chair: Fire service", "chair: Fire service\nends: 2006-10-01"),
            "Safer Homes ended on 1 October 2006, and owes no report to the meeting of 13 November 2006",
        ),
        ("x" * 65_537, {}, "the issue is 65,537 characters long, and is read up to 65,536: shorten it"),
    ],
)
def test_what_no_report_can_be_made_of(text: str, changes: Files, message: str) -> None:
    """Where an issue cannot be used, its sender is told why and what to do."""
    with pytest.raises(UsageError) as error:
        received(text, changes)
    assert str(error.value) == message
