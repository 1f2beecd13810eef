"""Report to Word to report: the same records, whatever the boxes hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspsite.figures import Figures
from cspsite.model import Data, OtherIssue, PreparedBy, Report, Update
from cspsite.periods import Month
from cspsite.proposal import meeting_of
from cspsite.quote import Quoter
from cspsite.report_text import normal
from cspsite.word.form_in import Filled, read_form
from cspsite.word.form_out import form
from cspsite.word.sheet import sheet_of
from tests import builders

_MEETING = date(2006, 9, 11)
_MORE = "    due: 2007-03-31\n  - {id: alarms, title: Ring the bells}\n  - {id: signs, title: Put up signs}\n"
DATA = builders.data_of(builders.edited(builders.GROUP, "    due: 2007-03-31\n", _MORE))


def with_report(report: Report) -> Data:
    """Return the minimal partnership, with two actions more, and this as the group's only report."""
    return replace(DATA, reports={("homes", report.meeting): report})


def there_and_back(report: Report, data: Data | None = None) -> Filled:
    """Return what is read from the form that a report is written to."""
    quoter = Quoter(Figures(data or with_report(report)))
    sheet = sheet_of(with_report(report), "homes", meeting_of(DATA, str(_MEETING)))
    return read_form(form(sheet, "homes", quoter), "form.docx", quoter)


def report(**values: object) -> Report:
    """Return a report with some values of its own."""
    facts = {"data_to": Month.parse("2006-07"), "classification": "OFFICIAL", "group": "homes", "meeting": _MEETING}
    return normal(Report.model_validate(facts | values))


@pytest.mark.parametrize("day", ["2006-09-11", "2006-11-13"])
@pytest.mark.parametrize("group", ["keeping-our-eyes-open", "safer-nights-out"])
def test_real_reports_come_back(seed: Data, seed_quoter: Quoter, group: str, day: str) -> None:
    """Each report of the data folder comes back with its tokens and line ends, and with nothing to say."""
    found = seed.reports.get((group, date.fromisoformat(day)))
    if found is None:
        assert (group, day) == ("safer-nights-out", "2006-09-11")
        return
    content = form(sheet_of(seed, group, meeting_of(seed, day)), group, seed_quoter)
    read = read_form(content, "form.docx", seed_quoter)
    assert read.report == normal(found)
    assert (read.notes, read.said) == ({}, ())


@pytest.mark.parametrize("signs", [">", "> >", ">\n>", "- >", "| |\n|-|", "[a]: b\n[c]: d", "***", "```\n```"])
def test_signs_that_show_nothing_come_back(signs: str) -> None:
    """Markdown that shows nothing stands in the form as it was typed, and comes back to its own box and to no other."""
    update = Update(action="locks", target="burglary", heading="Locks", status="Red", progress=signs)
    given = report(achievements=("One", signs), updates=(update,))
    assert there_and_back(given).report == given


_SIGNS = "#-=`~<>!&*_+.)(/{}|: \n\\?\"'[]0123aAé—•"
_MARKDOWN = st.sampled_from(
    [
        "A **bold *and slanted* word** and `co*de`.",
        "- one\n- two\n\n  more of two\n  - below two\n\n3. three\n4. four",
        "* a star\n+ a plus",
        "| a | b |\n|---|:-:|\n| **1** | x \\| y |",
        '> quoted\n> on\n\nand a [link](https://example.org/a_b?c=1&d=2 "t").',
        "There were {{ burglary.count }},\n{{ burglary.change.last_year | words }}.",
        "{{burglary.count}} and **{{ burglary.rate | 2 decimals }}** and {{ nobody.knows }}",
        "5*3*2 snake_case \\# 1\\. &lt;b&gt; <b>",
        "One\\\ntwo  \nthree",
        "    code\n      more\n\nwords",
        "_a_ *a* __b__ **b**",
    ]
)
_typed = _MARKDOWN | st.text(st.sampled_from(_SIGNS), max_size=30) | st.text(max_size=20)
_box = st.lists(_typed, max_size=3).map("\n\n".join)
_line = st.text(max_size=20).filter(lambda text: " ".join(text.split()) not in ("Type here", "Choose an item."))
_KEYS: list[tuple[str, str | None]] = [("locks", "burglary"), ("alarms", None), ("signs", None)]
_updates = st.lists(st.sampled_from(_KEYS), unique=True, max_size=3).flatmap(
    lambda keys: st.tuples(
        *(
            st.builds(
                Update,
                action=st.just(action),
                target=st.just(target),
                heading=_line,
                status=st.sampled_from(["Red", "Amber", "Green", None]),
                progress=_box,
                plans=_box,
                remedial_action=_box,
            )
            for action, target in keys
        )
    )
)
_person = st.builds(PreparedBy, name=st.sampled_from(["A", "Insp O’Neill", None]), role=st.none() | st.just("é, {"))
_reports = st.builds(
    Report,
    data_to=st.just(Month.parse("2006-07")),
    classification=st.sampled_from(["OFFICIAL", "OFFICIAL: SENSITIVE"]),
    group=st.just("homes"),
    meeting=st.just(_MEETING),
    prepared_by=_person,
    illustrative=st.none() | st.just("Invented: all of it."),
    achievements=st.lists(_box, max_size=3).map(tuple),
    barriers=st.lists(_box, max_size=2).map(tuple),
    updates=_updates,
    other_issues=st.lists(st.builds(OtherIssue, title=_line, text=_box), max_size=2).map(tuple),
).map(normal)


@settings(max_examples=150, deadline=None)
@given(_reports)
def test_whatever_is_written_comes_back(given: Report) -> None:
    """A form that nobody has touched gives the report that it was filled with, and nothing is left over."""
    read = there_and_back(given)
    assert read.report == given
    assert read.notes == {}
