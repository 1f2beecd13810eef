"""Whose form it is, and for which meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cspsite.errors import UsageError
from cspsite.model import Data, Group, Meeting
from cspsite.periods import Month
from tests.word_forms import BURGLARY, DATA, OldForm

LOCKS = ("Fit new locks", BURGLARY, "Amber", "Ten were fitted.")
_NIGHTS = Group(name="Safer Nights", objective="Quiet", chair="Police")
_LATER = Meeting(date=date(2006, 11, 13), data_to=Month.parse("2006-09"))
MORE: Data = replace(
    DATA,
    groups={**DATA.groups, "nights": _NIGHTS},
    partnership=DATA.partnership.model_copy(update={"meetings": (*DATA.partnership.meetings, _LATER)}),
)


def form(name: str = "‘Safer Homes’ Delivery Group", day: str = "11 September 2006", top: str = "") -> OldForm:
    """Return a form with some head."""
    made = OldForm([LOCKS])
    paragraphs = made.document.paragraphs
    paragraphs[2].text = name
    paragraphs[1].text = f"Management Group meeting {day}"
    paragraphs[0].text = top or "Community Safety Partnership"
    made.facts.rows[1].cells[1].text = day
    return made


@pytest.mark.parametrize(
    "name", ["‘Safer Homes’ Delivery Group", "SAFER HOMES", "Delivery Group: Safer Homes", "The safer-homes group"]
)
def test_the_group_is_in_the_head(name: str) -> None:
    """A group is known by its name, whatever stands around it."""
    assert form(name).read(MORE).report.group == "homes"


@pytest.mark.parametrize(
    "day",
    [
        "11 September 2006",
        "Monday 11th Sept 2006",
        "11/09/2006",
        "11.9.06",
        "2006-09-11",
        "11 st September, 2006",
    ],
)
def test_the_meeting_is_in_the_head(day: str) -> None:
    """A date is read however it is written; the day comes before the month."""
    assert form(day=day).read(MORE).report.meeting == date(2006, 9, 11)


def test_figures_go_as_far_as_the_meeting_s() -> None:
    """An old form has no box for the last month of the figures: it is the meeting's."""
    assert form(day="13 November 2006").read(MORE).report.data_to == Month.parse("2006-09")


def test_options_say_what_the_form_does_not() -> None:
    """A form without a name and a date is read with the group and the meeting that are given."""
    made = form("Our update", "TBC")
    report = made.read(MORE, "homes", "2006-11-13").report
    assert (report.group, report.meeting) == ("homes", date(2006, 11, 13))


@pytest.mark.parametrize(
    "made,options,message",
    [
        (
            form("Our update"),
            {},
            "the form does not say which delivery group it is from; "
            "say so with --group, which is one of: homes, nights",
        ),
        (
            form(day="TBC"),
            {},
            "the form does not say for which meeting it is; say so with --meeting, such as 2006-09-11",
        ),
        (
            form(day="12 September 2006"),
            {},
            "partnership.yml has no meeting on 2006-09-12; the meetings are: 2006-09-11, 2006-11-13",
        ),
        (form(), {"group": "home"}, "there is no group 'home'; did you mean homes? the groups are: homes, nights"),
        (
            form(top="Northampton Community Safety Partnership"),
            {},
            "this is the form of Northampton Community Safety Partnership, and these are the data of "
            "Anytown Community Safety Partnership; send it to that partnership, or take the form that "
            "`cspsite to-word` writes",
        ),
    ],
)
def test_forms_that_do_not_tell(made: OldForm, options: dict[str, str], message: str) -> None:
    """Where a form is not this partnership's, or does not say whose it is, it is not guessed."""
    with pytest.raises(UsageError) as error:
        made.read(MORE, **options)
    assert str(error.value) == message


def test_a_long_line_is_no_heading() -> None:
    """Another partnership that is named far into a paragraph at the top does not make the form that one's."""
    top = "We met and met again. " * 20 + "We thank Farborough Valley Community Safety Partnership."
    assert form(top=top).read(MORE).report.group == "homes"
