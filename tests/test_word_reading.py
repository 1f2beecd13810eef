"""Forms that people have filled in as people do: what they say is read, and what has no place is told and kept."""

from __future__ import annotations

import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from cspsite.model import OtherIssue, Report, Update
from tests.word_forms import BURGLARY, DATA, OldForm, told

LOCKS = ("Fit new locks", BURGLARY, "Amber", "Ten were fitted.")


def only(report: Report) -> Update:
    """Return the only update of a report."""
    (update,) = report.updates
    return update


def test_an_old_form_without_boxes() -> None:
    """The printed form, typed in Word, is a report: its facts, items, statuses, words and issues."""
    form = OldForm([LOCKS, ("Give alarms to shops", "", "Red", "None yet.")])
    form.lines("Rain", "It rained, and rained again.")
    read = form.read()
    assert read.report.prepared_by.name == "A Person"
    assert read.report.achievements == ("Every lock was fitted.",)
    assert read.report.barriers == ()
    assert [(update.key, update.status, update.progress) for update in read.report.updates] == [
        (("locks", "burglary"), "Amber", "Ten were fitted."),
        (("alarms", None), "Red", "None yet."),
    ]
    assert read.report.other_issues == (OtherIssue(title="Rain", text="It rained, and rained again."),)
    assert read.notes == {}


def test_a_telephone_number_is_not_kept() -> None:
    """What would be published stays out, and that is said."""
    read = OldForm([LOCKS]).read()
    assert "a telephone number or e-mail address is not kept: a report is published" in read.said
    assert "960194" not in told(read) + read.report.model_dump_json()


@pytest.mark.parametrize("label", ["Mobile:", "Mob no", "E-mail", "Email address:", "Telephone number", "Contact"])
def test_no_way_to_reach_a_person_is_kept(label: str) -> None:
    """A row for a mobile number or an e-mail address is left out as a telephone number is."""
    form = OldForm([LOCKS])
    form.row(form.facts, label, "reach-me", "", "")
    read = form.read()
    assert "reach-me" not in told(read) + read.report.model_dump_json()
    assert "a telephone number or e-mail address is not kept: a report is published" in read.said


def test_rows_that_are_not_there_are_told() -> None:
    """An open action without a row is named; one that is closed is not missed."""
    said = OldForm([LOCKS]).read().said
    assert "the form has no row for “Give alarms to shops”" in said
    assert not any("warning signs" in words for words in said)


@pytest.mark.parametrize(
    "cell,status",
    [
        ("amber", "Amber"),
        ("AMBER.", "Amber"),
        ("r", "Red"),
        ("Green ", "Green"),
        ("yellow", "Amber"),
        ("", None),
        ("TBC", None),
        ("Choose", None),
    ],
)
def test_statuses_as_people_type_them(cell: str, status: str | None) -> None:
    """Case, a full stop and the first letter do not matter; an empty cell is no status, and nothing is said."""
    read = OldForm([("Fit new locks", BURGLARY, cell, "Ten.")]).read()
    assert only(read.report).status == status
    assert "Fit new locks" not in " ".join(read.said)


@pytest.mark.parametrize(
    "cell,said",
    [
        ("Ambre", "Fit new locks: “Ambre” is not one of Red, Amber and Green; did you mean Amber?"),
        ("Red/Amber", "Fit new locks: “Red/Amber” names Red and Amber; say which of them it is now"),
        ("Amber (was Red)", "Fit new locks: “Amber (was Red)” names Red and Amber; say which of them it is now"),
        ("blue", "Fit new locks: “blue” is not one of Red, Amber and Green"),
    ],
)
def test_statuses_that_are_none_are_kept(cell: str, said: str) -> None:
    """What is no status is told and kept, and the update has none."""
    read = OldForm([("Fit new locks", BURGLARY, cell, "Ten.")]).read()
    assert only(read.report).status is None
    assert said in read.said
    assert cell in told(read)


def test_a_word_beside_a_status_is_told() -> None:
    """`Amber (was Red last time)` names two; `now Green` is Green, and that is said."""
    read = OldForm([("Fit new locks", BURGLARY, "now Green", "Ten.")]).read()
    assert only(read.report).status == "Green"
    assert "Fit new locks: “now Green” is taken as Green" in read.said


@pytest.mark.parametrize("fill,status", [("FF0000", "Red"), ("FFC000", "Amber"), ("92D050", "Green"), ("D9D9D9", None)])
def test_a_coloured_cell_is_a_status(fill: str, status: str | None) -> None:
    """A cell that is only shaded says its status by its colour; grey says nothing."""
    form = OldForm([("Fit new locks", BURGLARY, "", "Ten.")])
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>')
    form.actions.rows[1].cells[2]._tc.get_or_add_tcPr().append(shade)
    assert only(form.read().report).status == status


def test_highlighted_words_are_no_colour_where_a_word_stands() -> None:
    """The word counts, and that the colour is another one is said."""
    form = OldForm([LOCKS])
    form.actions.rows[1].cells[2].paragraphs[0].runs[0].font.highlight_color = WD_COLOR_INDEX.RED
    read = form.read()
    assert only(read.report).status == "Amber"
    assert "Fit new locks: the cell says “Amber” and is coloured red; the word counts" in read.said


def test_a_row_that_goes_on_below() -> None:
    """A row whose first cells are empty goes on with the one above; a sentence that was split is whole."""
    rows = [
        LOCKS,
        ("", "", "", "More of it."),
        ("Give alarms to shops", "", "Red", "All of the"),
        ("", "", "", "town."),
    ]
    updates = OldForm(rows).read().report.updates
    assert [update.progress for update in updates] == ["Ten were fitted.\n\nMore of it.", "All of the town."]


def test_a_table_that_goes_on_after_the_page_s_end() -> None:
    """The footnote in the middle of the table is the form's; the table after it goes on."""
    form = OldForm([("Fit new locks", BURGLARY, "Amber", "Ten were")])
    table = form.table(["", "", "", "fitted."])
    form.row(table, "Give alarms to shops", "", "Green", "Done.")
    form.actions._tbl.addnext(table._tbl)
    updates = form.read().report.updates
    assert [(update.action, update.progress) for update in updates] == [
        ("locks", "Ten were fitted."),
        ("alarms", "Done."),
    ]


@pytest.mark.parametrize(
    "typed", ["We shall meet again in May.", "and some words that go on and on without a full stop in the head"]
)
def test_words_typed_into_the_head_of_the_table(typed: str) -> None:
    """The column is still that of the summaries, and what somebody typed over it is told and kept."""
    form = OldForm([LOCKS])
    form.actions.cell(0, 3).text += f" {typed}"
    read = form.read()
    assert only(read.report).progress == "Ten were fitted."
    assert typed in told(read)


def test_a_title_that_is_split_between_rows() -> None:
    """The end of an action's title in a row of its own is part of it."""
    rows = [("Give alarms", "", "Red", "One."), ("to shops", "", "", "Two.")]
    assert (
        only(OldForm(rows).read().report).model_dump()
        == only(OldForm([("Give alarms to shops", "", "Red", "One.\nTwo.")]).read().report).model_dump()
    )


def test_merged_cells() -> None:
    """An action that is merged over two rows is the action of both, each for its own target."""
    form = OldForm([("Patrol at night", BURGLARY, "Red", "One."), ("", "Reduce arson in the town", "Green", "Two.")])
    form.actions.rows[1].cells[0].merge(form.actions.rows[2].cells[0])
    assert [(update.key, update.status) for update in form.read().report.updates] == [
        (("patrols", "burglary"), "Red"),
        (("patrols", "arson"), "Green"),
    ]


def test_two_titles_in_a_merged_cell() -> None:
    """Where the titles of two actions were merged into one cell, it is not guessed whose words those beside it are."""
    form = OldForm([("Fit new locks", BURGLARY, "Red", "One."), ("Give alarms to shops", "", "Green", "Two.")])
    form.actions.rows[1].cells[0].merge(form.actions.rows[2].cells[0])
    read = form.read()
    assert read.report.updates == ()
    title = "Fit new locks Give alarms to shops"
    assert f"“{title}” could be “Fit new locks” or “Give alarms to shops”" in told(read)
    assert "One." in told(read)
    assert "Two." in told(read)


def test_a_status_merged_with_its_summary() -> None:
    """The first line of a cell that was merged over both columns is the status, and the lines below it the summary."""
    form = OldForm([("Fit new locks", BURGLARY, "Amber", "Ten.\nPlans: Fit more.")])
    form.actions.rows[1].cells[2].merge(form.actions.rows[1].cells[3])
    made = only(form.read().report)
    assert (made.status, made.progress, made.plans) == ("Amber", "Ten.", "Fit more.")
    form = OldForm([("Fit new locks", BURGLARY, "", "We fitted ten red locks.")])
    form.actions.rows[1].cells[2].merge(form.actions.rows[1].cells[3])
    made = only(form.read().report)
    assert (made.status, made.progress) == (None, "We fitted ten red locks.")


def test_a_row_that_names_no_action() -> None:
    """A row whose first cell has only a mark is kept, and said in words."""
    read = OldForm([("?", "", "Red", "Ten.")]).read()
    assert "the action table, where a row does not say which action it is about: “? | Red Ten.”" in told(read)


def test_messages_do_not_say_a_whole_page_again() -> None:
    """Of long words that have no place a message quotes the beginning; the file keeps all of them."""
    words = "It is red and so on. " * 400
    read = OldForm([("Fit new locks", BURGLARY, words, "Ten."), (words, "", "Red", "Ten.")]).read()
    assert max(map(len, read.said)) < 500
    assert read.notes["end",].count("It is red") > 800


def test_a_target_across_the_table() -> None:
    """A merged line that names a target is that of the rows below it."""
    form = OldForm([])
    cells = form.row(form.actions, "Target – Reduce arson in the town", "", "", "")
    cells[0].merge(cells[3])
    form.row(form.actions, "Patrol at night", "", "Green", "Two.")
    assert only(form.read().report).key == ("patrols", "arson")


def test_an_ambiguous_target_is_kept() -> None:
    """Where it is not clear for which target an action is meant, the row is told and kept."""
    read = OldForm([("Patrol at night", "Something else", "Red", "Every night.")]).read()
    assert read.report.updates == ()
    assert "for which of its targets “Patrol at night” is meant is not clear" in told(read)
    assert "Patrol at night | Something else | Red\n\nEvery night." in read.notes["end",]


def test_an_unknown_action_is_kept() -> None:
    """A row on an action that the group does not have is told and kept."""
    read = OldForm([LOCKS, ("Paint the town hall", "", "Green", "It is blue.")]).read()
    assert [update.action for update in read.report.updates] == ["locks"]
    assert "Paint the town hall | Green\n\nIt is blue." in read.notes["end",]
    assert any("no action of the group is called “Paint the town hall”" in words for words in read.said)


def test_an_action_twice_is_one_update() -> None:
    """What two rows say of one action is together, and that is said."""
    read = OldForm([LOCKS, ("Fit new locks", BURGLARY, "", "Five more.")]).read()
    assert only(read.report).progress == "Ten were fitted.\n\nFive more."
    assert "“Fit new locks” stands twice; what both say is together" in read.said


def test_an_old_form_with_an_action_that_was_closed() -> None:
    """An action closed since is told; what the form says of it is kept."""
    read = OldForm([("Put up warning signs", "", "Green", "All are up.")]).read()
    assert only(read.report).key == ("signs", None)
    assert "“Put up warning signs” was closed on 1 May 2006; what the form says of it is kept" in read.said


@pytest.mark.parametrize(
    "summary,progress,plans,remedial",
    [
        ("Progress\nOne.\nPlans for next 2 months\nTwo.\nRemedial action\nThree.", "One.", "Two.", "Three."),
        ("Progress: One.\nPlans: Two.\nRemedial action – Three.", "One.", "Two.", "Three."),
        ("(i) One.\n(ii) Two.", "One.", "Two.", ""),
        ("(i) Progress to date: One.\n(ii) Plans for the next 2 months: Two.", "One.", "Two.", ""),
        ("Progress is slow.\nPlans were made.", "Progress is slow.\n\nPlans were made.", "", ""),
    ],
)
def test_a_summary_falls_into_its_parts(summary: str, progress: str, plans: str, remedial: str) -> None:
    """Labels in the summary, on a line or before the words, part it; a sentence that begins so does not."""
    update = only(OldForm([("Fit new locks", BURGLARY, "Red", summary)]).read().report)
    assert (update.progress, update.plans, update.remedial_action) == (progress, plans, remedial)


def test_extra_achievements_and_barriers() -> None:
    """Rows that were added are more items, and one without a label goes on with the one above."""
    form = OldForm([LOCKS])
    form.items.rows[1].cells[1].text = "The doors are new."
    for label, text in (("Barrier 3", "Rain."), ("", "And snow."), ("Achievement", "A third.")):
        form.row(form.items, label, text)
    report = form.read().report
    assert report.achievements == ("Every lock was fitted.", "The doors are new.", "A third.")
    assert report.barriers == ("Rain.\n\nAnd snow.",)


def test_missing_boxes() -> None:
    """A form without its achievements is read all the same."""
    form = OldForm([LOCKS])
    form.document.element.body.remove(form.items._tbl)
    assert form.read().report.achievements == ()


def test_issues_as_people_set_them_off() -> None:
    """A title is bold, or short and without a full stop, or stands before a dash; `For:` says for whom."""
    form = OldForm([LOCKS])
    form.document.add_paragraph().add_run("The weather is bad.").bold = True
    form.lines(
        "It rains.", "Staffing", "For: the council", "Two left.", "Growth of the City – With more homes, more work."
    )
    assert form.read().report.other_issues == (
        OtherIssue(title="The weather is bad.", text="It rains."),
        OtherIssue(title="Staffing", recipient="the council", text="Two left."),
        OtherIssue(title="Growth of the City", text="With more homes, more work."),
    )


def test_for_whom_below_the_words() -> None:
    """`For:` is whom an issue is for, though it stands below what the issue says."""
    form = OldForm([LOCKS])
    form.lines("Staffing", "Two left.", "For: the council")
    assert form.read().report.other_issues == (OtherIssue(title="Staffing", recipient="the council", text="Two left."),)


def test_lists_and_looks() -> None:
    """Word's lists, typed bullets, bold, slanted words, breaks and curly quotes are Markdown."""
    form = OldForm([LOCKS])
    cell = form.actions.rows[1].cells[3]
    cell.add_paragraph("one", style="List Bullet")
    cell.add_paragraph("two", style="List Bullet")
    cell.add_paragraph("first", style="List Number")
    cell.add_paragraph("•\ttyped")
    paragraph = cell.add_paragraph("It’s ")
    paragraph.add_run("bold").bold = True
    paragraph.add_run(" and ")
    paragraph.add_run("slanted ").italic = True
    paragraph.add_run("“words”\nbelow * 2 *")
    assert only(form.read().report).progress == (
        "Ten were fitted.\n\n- one\n- two\n1. first\n- typed\n\nIt’s **bold** and *slanted* “words”\\\nbelow * 2 *"
    )


def test_a_pasted_table() -> None:
    """A table within a box is a Markdown table; one that stands by itself is told and kept."""
    form = OldForm([LOCKS])
    inner = form.actions.rows[1].cells[3].add_table(2, 2)
    for i, text in enumerate(["Month", "Locks", "May", "4 | 5"]):
        inner.cell(i // 2, i % 2).text = text
    read = form.read()
    assert only(read.report).progress == "Ten were fitted.\n\n| Month | Locks |\n| --- | --- |\n| May | 4 \\| 5 |"


def test_tokens_that_are_typed_are_figures() -> None:
    """Somebody who knows the codes may type them, in whatever pieces Word keeps them."""
    form = OldForm([LOCKS])
    paragraph = form.actions.rows[1].cells[3].add_paragraph("There were {{ burglary")
    paragraph.add_run(".count }} of them, 5 * 3 * 2.")
    assert only(form.read().report).progress.endswith("There were {{ burglary.count }} of them, 5 * 3 * 2.")


_TRACKED = (
    "<w:p><w:r><w:t>Kept. </w:t></w:r>"
    '<w:ins w:id="1" w:author="a"><w:r><w:t>Put in.</w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="a"><w:r><w:delText>Taken out.</w:delText></w:r></w:del></w:p>'
)


def test_tracked_changes() -> None:
    """What was inserted is taken, what was deleted is left out, and both are said; it is not kept in the file."""
    form = OldForm([LOCKS])
    form.lines("Rain")
    form.xml(_TRACKED)
    read = form.read()
    assert read.report.other_issues == (OtherIssue(title="Rain", text="Kept. Put in."),)
    assert "tracked changes: what was inserted is taken, what was deleted is left out" in read.said
    assert "deleted in a tracked change, and left out: “Taken out.”" in read.said
    assert read.notes == {}


def test_a_row_that_was_deleted() -> None:
    """The words of a row that a tracked change takes out are said cell by cell."""
    form = OldForm([LOCKS])
    form.actions.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a"/>'))
    words = f"Fit new locks {BURGLARY} Amber Ten were fitted."
    assert f"deleted in a tracked change, and left out: “{words}”" in form.read().said


def test_a_paragraph_s_end_that_was_deleted() -> None:
    """Two paragraphs whose break a tracked change takes out are one."""
    form = OldForm([LOCKS])
    form.lines("Rain")
    form.xml('<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr><w:r><w:t>It </w:t></w:r></w:p>')
    form.lines("rained, and rained.")
    assert form.read().report.other_issues == (OtherIssue(title="Rain", text="It rained, and rained."),)


def test_comments_are_kept_beside_the_report() -> None:
    """A comment is no part of the text: it is told, and kept at the end of the file."""
    form = OldForm([LOCKS])
    runs = form.actions.rows[1].cells[3].paragraphs[0].runs
    form.document.add_comment(runs, text="Are you sure?", author="B")
    read = form.read()
    assert only(read.report).progress == "Ten were fitted."
    assert "A comment:\nAre you sure?" in read.notes["end",]


def test_hidden_and_struck_words() -> None:
    """Hidden words are kept beside the report; struck ones stay in it, and that is said."""
    form = OldForm([LOCKS])
    paragraph = form.actions.rows[1].cells[3].paragraphs[0]
    paragraph.add_run(" Secret.").font.hidden = True
    paragraph.add_run(" Gone.").font.strike = True
    read = form.read()
    assert only(read.report).progress == "Ten were fitted. Gone."
    assert "Hidden words:\nSecret." in read.notes["end",]
    assert "“Gone.” is struck through, and is kept; delete it if it is not meant" in read.said


def test_a_text_box() -> None:
    """The words of a text box stand after the paragraph that it hangs on, once."""
    form = OldForm([LOCKS])
    form.lines("Rain")
    box = "<w:txbxContent><w:p><w:r><w:t>In the box, it is dry.</w:t></w:r></w:p></w:txbxContent>"
    form.xml(
        f'<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>It rains, a lot.</w:t>'
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert form.read().report.other_issues == (
        OtherIssue(title="Rain", text="It rains, a lot.\n\nIn the box, it is dry."),
    )


def test_links() -> None:
    """A link to another site is a Markdown link."""
    form = OldForm([LOCKS])
    paragraph = form.actions.rows[1].cells[3].add_paragraph("See ")
    id = form.document.part.relate_to("https://example.org/a", f"{_OFFICE}/hyperlink", is_external=True)
    paragraph._p.append(
        parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{id}"><w:r><w:t>here</w:t></w:r></w:hyperlink>')
    )
    assert only(form.read().report).progress.endswith("See [here](https://example.org/a)")


def test_links_that_are_none() -> None:
    """A link that would run a program is only its words, and that is said."""
    form = OldForm([LOCKS])
    paragraph = form.actions.rows[1].cells[3].add_paragraph("See ")
    id = form.document.part.relate_to("javascript:alert(1)", f"{_OFFICE}/hyperlink", is_external=True)
    link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{id}"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
    paragraph._p.append(parse_xml(link))
    read = form.read()
    assert only(read.report).progress.endswith("See here")
    assert "the link to “javascript:alert(1)” is not kept, only its words: a report links to web pages" in read.said


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_words_of_nobody_s_are_kept() -> None:
    """Words in the head that the group's file does not say are told and kept."""
    form = OldForm([LOCKS])
    form.document.paragraphs[3].text = "Strategic Objective – World peace"
    read = form.read()
    assert "The head of the form:\nStrategic Objective – World peace" in read.notes["end",]


def test_the_head_and_foot_of_the_page() -> None:
    """What stands there is kept, but for page numbers and the classification."""
    form = OldForm([LOCKS])
    form.document.sections[0].header.paragraphs[0].text = "Draft for Tuesday"
    form.document.sections[0].footer.paragraphs[0].text = "OFFICIAL – Page 1"
    read = form.read()
    assert "Draft for Tuesday" in read.notes["end",]
    assert "Page 1" not in told(read)


@pytest.mark.parametrize(
    "text,is_kept",
    [
        ("Please see page 2 about official vehicles", True),
        ("Safer Homes has no inspector in July", True),
        ("Safer Homes: report to the meeting of 11 September 2006 Page 1 of 2", False),
        ("OFFICIAL-SENSITIVE", False),
        ("3", False),
    ],
)
def test_words_at_the_foot_of_the_page(text: str, is_kept: bool) -> None:
    """A remark beside the page's number or the group's name is kept; what only names the form is not."""
    form = OldForm([LOCKS])
    form.document.sections[0].footer.paragraphs[0].text = text
    assert ("the foot of the page" in told(form.read())) == is_kept


def test_pictures_are_said() -> None:
    """A picture cannot be kept, and its sender is asked to say in words what it shows."""
    form = OldForm([LOCKS])
    form.xml("<w:p><w:r><w:drawing/></w:r></w:p>")
    assert (
        "there is a picture in the document, which a report cannot hold; say in words what it shows" in form.read().said
    )


def test_curly_quotes_in_the_form_s_own_words() -> None:
    """An action is known whatever quotes and dashes its title has."""
    data = DATA
    read = OldForm([("Give  alarms – to shops", "", "Red", "‘None’ yet.")]).read(data)
    assert only(read.report).progress == "‘None’ yet."
