"""Every word of a form ends up in the report, in what is kept beside it, or in what is said of it."""

from __future__ import annotations

from collections.abc import Callable

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.word_forms import BURGLARY, OldForm, told

Put = Callable[[OldForm, str], object]


def _in_new_row(form: OldForm, words: str) -> None:
    form.row(form.actions, words, "", "", "")


def _in_target(form: OldForm, words: str) -> None:
    form.row(form.actions, "Give alarms to shops", words, "Red", "")


def _in_status(form: OldForm, words: str) -> None:
    form.row(form.actions, "Give alarms to shops", "", words, "")


def _in_title(form: OldForm, words: str) -> None:
    form.row(form.actions, f"Give alarms to shops {words}", "", "Red", "")


def _in_more(form: OldForm, words: str) -> None:
    form.row(form.actions, "", "", "", words)


def _after_table(form: OldForm, words: str) -> None:
    form.actions._tbl.addnext(form.document.add_paragraph(words)._p)


def _after_items(form: OldForm, words: str) -> None:
    form.items._tbl.addnext(form.document.add_paragraph(words)._p)


def _at_top(form: OldForm, words: str) -> None:
    form.document.paragraphs[0].insert_paragraph_before(words)


def _in_facts(form: OldForm, words: str) -> None:
    form.row(form.facts, words, "", "", "")


def _in_fact(form: OldForm, words: str) -> None:
    form.row(form.facts, "Role:", words, "Organisation", words)


def _in_table(form: OldForm, words: str) -> None:
    form.table([words, words])


def _in_table_after_items(form: OldForm, words: str) -> None:
    form.items._tbl.addnext(form.table([words, "", "x"])._tbl)


def _in_nested_table(form: OldForm, words: str) -> None:
    form.actions.rows[1].cells[3].add_table(2, 1).cell(0, 0).text = words


def _in_comment(form: OldForm, words: str) -> None:
    form.document.add_comment(form.document.paragraphs[1].runs, text=words)


def _deleted(form: OldForm, words: str) -> None:
    form.xml(f"<w:p><w:del><w:r><w:delText>{words}</w:delText></w:r></w:del></w:p>")


def _inserted(form: OldForm, words: str) -> None:
    form.xml(f"<w:p><w:ins><w:r><w:t>{words}</w:t></w:r></w:ins></w:p>")


def _hidden(form: OldForm, words: str) -> None:
    form.document.paragraphs[2].add_run(words).font.hidden = True


def _in_text_box(form: OldForm, words: str) -> None:
    inner = f"<w:pict><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></w:pict>"
    form.document.paragraphs[0]._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))


def _in_header(form: OldForm, words: str) -> None:
    form.document.sections[0].header.add_paragraph(words)


def _in_control(form: OldForm, words: str) -> None:
    control = '<w:sdt><w:sdtPr><w:tag w:val="nobody.knows"/></w:sdtPr><w:sdtContent>'
    form.xml(f"{control}<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:sdtContent></w:sdt>")


PLACES: list[Put] = [
    *(_in_new_row, _in_target, _in_status, _in_title, _in_more, _after_table, _after_items, _at_top, _in_facts),
    *(_in_fact, _in_table, _in_table_after_items, _in_nested_table, _in_comment, _deleted, _inserted, _hidden),
    *(_in_text_box, _in_header, _in_control),
    lambda form, words: form.lines(words),
    lambda form, words: form.row(form.items, "Achievement 9", words),
    lambda form, words: form.row(form.items, words, words),
    lambda form, words: form.row(form.items, "", words),
    lambda form, words: form.actions.rows[1].cells[3].add_paragraph(words),
]
_BEFORE = st.sampled_from(
    ["", "Plans for ", "Other issues ", "Target – ", "Chair: ", "Progress: ", "(ii) ", "For: ", "- ", "1. ", "Red - "]
)
_AFTER = st.sampled_from(["", ".", ":", " – and so on", ": more"])


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), _BEFORE, _AFTER), min_size=1, max_size=4))
def test_every_word_ends_up_somewhere(places: list[tuple[Put, str, str]]) -> None:
    """Wherever somebody puts a word, it is in the report, kept at its end, or said."""
    form = OldForm([("Fit new locks", BURGLARY, "Amber", "Ten were fitted.")])
    words = []
    for i, (put, before, after) in enumerate(places):
        word = f"word{'abcdefgh'[i]}zz"
        words.append(word)
        put(form, f"{before}{word}{after}")
    read = form.read()
    kept = told(read) + read.report.model_dump_json()
    assert [word for word in words if word not in kept] == []
