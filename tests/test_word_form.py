"""The form as a Word document: what a secretary sees in it, and what comes back when somebody has filled it in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import docx
import pytest
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from cspsite.errors import UsageError
from cspsite.figures import Figures
from cspsite.model import Data, Meeting, OtherIssue, Report, Update
from cspsite.periods import Month
from cspsite.proposal import meeting_of
from cspsite.quote import Quoter
from cspsite.word.form_in import Filled, read_form
from cspsite.word.form_out import form
from cspsite.word.sheet import sheet_of
from tests.word_forms import DATA as FORMS
from tests.word_forms import told

_NEXT = Meeting(date=date(2006, 11, 13), data_to=Month.parse("2006-07"))
LAST = Report(
    data_to=Month.parse("2006-07"),
    classification="OFFICIAL",
    group="homes",
    meeting=date(2006, 9, 11),
    achievements=("Every lock\nwas fitted.",),
    updates=(
        Update(
            action="locks",
            target="burglary",
            heading="Locks",
            status="Amber",
            progress="There were {{ burglary.count }} burglaries.\n\n- one\n- two",
            plans="Fit more.",
        ),
        Update(action="alarms", heading="Alarms", status="Green", progress="Given."),
    ),
    other_issues=(OtherIssue(title="Rain", recipient="The council", text="It rained."),),
)
DATA: Data = replace(
    FORMS,
    reports={("homes", LAST.meeting): LAST},
    partnership=FORMS.partnership.model_copy(update={"meetings": (*FORMS.partnership.meetings, _NEXT)}),
)
QUOTER = Quoter(Figures(DATA))


def written(day: str = "2006-11-13", data: Data = DATA) -> bytes:
    """Return the form for a meeting."""
    return form(sheet_of(data, "homes", meeting_of(data, day)), "homes", Quoter(Figures(data)))


def found(element: BaseOxmlElement, path: str) -> list[Any]:
    """Return what a path such as `.//w:t` leads to from an element, whatever python-docx knows of it."""
    reached: Any = etree.XPath(path, namespaces={"w": nsmap["w"]})(element)
    return list(reached)


class Filling:
    """A form that somebody fills in with Word, given by its bytes."""

    def __init__(self, day: str = "2006-11-13", data: Data = DATA) -> None:
        self.document = docx.Document(io.BytesIO(written(day, data)))

    def control(self, tag: str) -> BaseOxmlElement:
        """The first content control of that tag."""
        (control, *_) = found(self.document.element.body, f".//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']")
        return control  # type: ignore[no-any-return]

    def type(self, tag: str, text: str) -> None:
        """Type into a box what is to stand in its last paragraph."""
        control = self.control(tag)
        for placeholder in found(control, "./w:sdtPr/w:showingPlcHdr"):
            placeholder.getparent().remove(placeholder)
        texts = found(control, ".//w:t")
        texts[-1].text = text

    def read(self, data: Data = DATA) -> Filled:
        """What is read from it."""
        made = io.BytesIO()
        self.document.save(made)
        return read_form(made.getvalue(), "form.docx", Quoter(Figures(data)))


def test_the_layout_of_the_printed_form() -> None:
    """The head, the facts, the achievements and barriers, the action table, the footnote and the issues, in order."""
    document = docx.Document(io.BytesIO(written()))
    texts = ["".join(node.text or "" for node in paragraph._p.iter(qn("w:t"))) for paragraph in document.paragraphs]
    assert texts[:8] == [
        "Anytown Community Safety Partnership",
        "Management Group meeting 13 November 2006",
        "‘Safer Homes’ Delivery Group",
        "Strategic Objective – Fewer burglaries",
        "Target – Reduce burglary by 10% per 1,000 population by 31 March 2008",
        "Target – Reduce arson in the town",
        "Chair – Fire service",
        "Summary of Agreed Action Plan",
    ]
    assert "¹ Status should be indicated as follows:" in texts
    facts, items, actions, issues = document.tables
    assert [cell.text for cell in actions.rows[0].cells] == [
        "ACTIONS",
        "LOCAL TARGET",
        "STATUS¹",
        "SUMMARY OF (i) PROGRESS TO DATE, AND (ii) PLANS FOR NEXT TWO MONTHS",
    ]
    assert [row.cells[0].text for row in items.rows] == ["Achievement 1", "Barrier 1"]
    assert [row.cells[0].text for row in issues.rows] == [
        "Issue 1",
        "For whom",
        "Details",
        "Issue 2",
        "For whom",
        "Details",
    ]
    assert facts.rows[0].cells[0].text == "Completed by"
    assert [row.cells[0].text for row in actions.rows[1:]] == [
        "Fit new locks",
        "Give alarms to shops",
        "Patrol at night",
        "Patrol at night",
    ]


def test_a_summary_has_headed_parts() -> None:
    """Progress, plans and remedial action stand apart, each below its heading."""
    actions = docx.Document(io.BytesIO(written())).tables[2]
    labels = [one.text for one in actions.rows[1].cells[3].paragraphs if one.style and one.style.name == "Part Label"]
    assert labels == [
        "(i) Progress to date",
        "(ii) Plans for the next two months",
        "Remedial action (where Red or Amber)",
    ]


def test_the_document_is_accessible() -> None:
    """It has a title and a language, its tables have titles, and a table's head is marked and repeated on each page."""
    document = docx.Document(io.BytesIO(written()))
    properties = document.core_properties
    assert properties.title == "Safer Homes: report to the meeting of 13 November 2006"
    assert (properties.language, properties.author, properties.created) == ("en-GB", "", None)
    styles = document.styles.element
    assert found(styles, "./w:docDefaults//w:lang/@w:val") == ["en-GB"]
    body = document.element.body
    assert len(found(body, ".//w:tbl/w:tblPr/w:tblCaption")) == 4
    assert len(found(document.tables[2]._tbl, "./w:tr/w:trPr/w:tblHeader")) == 1
    assert [one.style.name for one in document.paragraphs[:3] if one.style] == ["Title", "Subtitle", "Heading 1"]


def test_rows_that_may_be_split() -> None:
    """A row with long words may go on on the next page; the head and short rows may not."""
    document = docx.Document(io.BytesIO(written()))
    whole = [bool(found(row._tr, "./w:trPr/w:cantSplit")) for row in document.tables[2].rows]
    assert whole == [True, False, False, False, False]
    assert all(found(row._tr, "./w:trPr/w:cantSplit") for row in document.tables[0].rows)


def test_statuses_are_drop_downs() -> None:
    """A status is chosen from the words; it shows the last one, or that there is none."""
    filling = Filling()
    control = filling.control("updates.locks.burglary.status")
    assert found(control, "./w:sdtPr/w:dropDownList/w:listItem/@w:displayText") == ["Choose", "Red", "Amber", "Green"]
    assert found(control, ".//w:t")[0].text == "Amber"
    empty = filling.control("updates.patrols.arson.status")
    assert found(empty, "./w:sdtPr/w:showingPlcHdr")
    assert found(empty, ".//w:t")[0].text == "Choose"


def test_figures_read_as_they_will() -> None:
    """A figure stands in the form as its reader sees it: 95 + 96 + 94 + 95 = 380."""
    text = "".join(docx.Document(io.BytesIO(written())).element.body.itertext())
    assert "There were 380 burglaries." in text
    assert "{{" not in text


def test_the_same_form_is_the_same_bytes() -> None:
    """Nothing of the time or the machine is in the file."""
    assert written() == written()
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_each_control_has_a_number_of_its_own() -> None:
    """Word takes a document for damaged where two controls have one."""
    numbers = found(Filling().document.element.body, ".//w:sdt/w:sdtPr/w:id/@w:val")
    assert len(numbers) == len(set(numbers)) > 30


def test_a_new_form_has_the_last_report_s_words() -> None:
    """Untouched, it says so: what is word for word as last time is named."""
    read = Filling().read()
    assert read.report.meeting == _NEXT.date
    assert [update.progress for update in read.report.updates] == [LAST.updates[0].progress, "Given.", "", ""]
    assert read.report.achievements == LAST.achievements
    assert read.said == (
        "word for word as in the last report: achievement 1; Fit new locks; Give alarms to shops; the issue “Rain”",
    )


def test_what_is_typed_into_boxes() -> None:
    """Words typed into the boxes are the report's; what was left alone keeps its Markdown."""
    filling = Filling("2006-09-11")
    filling.type("updates.locks.burglary.remedial-action", "Ask the makers.")
    filling.type("updates.locks.burglary.progress", "three")
    filling.type("updates.alarms.status", "Red")
    filling.type("barriers.1", "The locks come late.")
    filling.type("prepared-by.name", "Insp O’Neill")
    filling.type("other-issues.2.title", "Snow")
    report = filling.read().report
    assert report.updates[0].progress == "There were {{ burglary.count }} burglaries.\n\n- one\n- three"
    assert report.updates[0].remedial_action == "Ask the makers."
    assert report.updates[1].status == "Red"
    assert (report.barriers, report.prepared_by.name) == (("The locks come late.",), "Insp O’Neill")
    assert report.other_issues[1] == OtherIssue(title="Snow")
    assert report.achievements == LAST.achievements


def test_a_figure_that_is_typed_over_stays_typed() -> None:
    """A number that somebody changes is no longer the figure's."""
    filling = Filling("2006-09-11")
    figure = found(filling.document.element.body, ".//w:bookmarkStart/following-sibling::w:r[1]/w:t")[0]
    assert figure.text == "380"
    figure.text = "381"
    assert filling.read().report.updates[0].progress == "There were 381 burglaries.\n\n- one\n- two"


def test_a_figure_whose_counts_were_revised_since_stays_a_figure() -> None:
    """Between writing and reading the form a count may change: an untouched figure is still that figure."""
    counts = DATA.observations["burglary"]
    revised = {"burglary": (*counts[:-1], replace(counts[-1], count=99))}
    read = Filling("2006-09-11").read(replace(DATA, observations=revised))
    assert read.report.updates == LAST.updates


def test_a_form_whose_controls_are_gone() -> None:
    """A program that forgets what the boxes were leaves the layout, which is enough."""
    filling = Filling("2006-09-11")
    for properties in found(filling.document.element.body, ".//w:sdtPr"):
        for gone in found(properties, "./w:tag"):
            properties.remove(gone)
    for mark in found(filling.document.element.body, ".//w:bookmarkStart | .//w:bookmarkEnd"):
        mark.getparent().remove(mark)
    read = filling.read()
    assert read.report == LAST
    assert read.notes == {}


def test_a_row_that_was_copied_for_another_action() -> None:
    """A copied row has the tags of the first one: its own words say what it is about."""
    filling = Filling("2006-09-11")
    rows = filling.document.tables[2].rows
    copied = docx.oxml.parse_xml(rows[1]._tr.xml)
    filling.document.tables[2]._tbl.remove(rows[2]._tr)
    found(copied, "./w:tc[1]//w:t")[0].text = "Give alarms to shops"
    found(copied, "./w:tc[2]//w:t")[0].text = ""
    rows[1]._tr.addnext(copied)
    assert [update.key for update in filling.read().report.updates] == [("locks", "burglary"), ("alarms", None)]


def test_last_time_s_form_with_a_new_date() -> None:
    """A form that is used again is the report to the meeting whose date it bears, with that meeting's figures."""
    filling = Filling("2006-09-11")
    for control in found(filling.document.element.body, ".//w:sdt[w:sdtPr/w:tag/@w:val='meeting.2006-09-11']"):
        found(control, ".//w:t")[0].text = "13 November 2006"
    read = filling.read()
    assert read.report.meeting == date(2006, 11, 13)
    assert read.said[0] == (
        "the form was made for the meeting of 11 September 2006, "
        "and is read as the report to that of 13 November 2006, the date that it bears"
    )


def _with_partnership(name: str) -> Callable[[Filling], None]:
    def edit(filling: Filling) -> None:
        """Put another partnership's name into the box."""
        filling.type("partnership", name)

    return edit


@pytest.mark.parametrize(
    "edit,message",
    [
        (_with_partnership("Northampton Partnership"), "this is the form of Northampton Partnership"),
        (
            lambda filling: found(filling.control("group.homes"), "./w:sdtPr/w:tag")[0].set(
                qn("w:val"), "group.nights"
            ),
            "the form is of a group 'nights' that there is not",
        ),
    ],
)
def test_other_forms(edit: Callable[[Filling], None], message: str) -> None:
    """Another partnership's form, or a group's that is gone, is refused."""
    filling = Filling()
    edit(filling)
    with pytest.raises(UsageError, match=message):
        filling.read()


def test_an_action_that_is_gone() -> None:
    """What an old form says of an action that the group's file has no more is told and kept."""
    gone = DATA.groups["homes"].model_copy(
        update={"actions": tuple(one for one in DATA.groups["homes"].actions if one.id != "alarms")}
    )
    data = replace(DATA, groups={"homes": gone}, reports={})
    read = Filling("2006-09-11").read(data)
    assert [update.action for update in read.report.updates] == ["locks", "patrols", "patrols"]
    assert "Give alarms to shops | Green\n\nGiven." in told(read)


def test_an_empty_row_is_an_empty_update() -> None:
    """A row that nobody filled in is an update all the same, so that the checks ask for it."""
    read = Filling("2006-09-11", replace(DATA, reports={})).read(replace(DATA, reports={}))
    assert [(update.key, update.status) for update in read.report.updates] == [
        (("locks", "burglary"), None),
        (("alarms", None), None),
        (("patrols", "burglary"), None),
        (("patrols", "arson"), None),
    ]
